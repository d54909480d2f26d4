"""The verdict on a bullet: whether it says what its sentence says, and says it well.

Nothing that made the bullet is believed. The sentence, its edits, its tokens and the
article are looked at afresh: which words went, which moved, what was put in, and
whether anything that carries the claim (a number with its limit, a name, a quotation,
the speaker, a "not", an "if", a "reportedly") was lost on the way.

What it cannot see: whether the article is right, whether the sentence is the one to
print, and whether a claim read alone misleads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import (
    commas,
    day_marks,
    grammar,
    moves,
    permits,
    predicates,
    safeguards,
    sayings,
    sequel_marks,
    tenses,
    verbatim,
)
from summarizer.bullet import replay
from summarizer.role_cuts import with_roles
from summarizer.trace import Fault
from summarizer.tracing import trace
from summarizer.voices import find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Article, Sentence, Token
    from summarizer.bullet import Edit
    from summarizer.discourse import Cast

__all__ = ["Fault", "verify"]

LONGEST = 2000
"""Characters of a sentence; a longer one is no bullet, and slow to check."""
CHECKS = (verbatim.check, safeguards.check, sequel_marks.check, grammar.check)
CUED = (
    permits.check,
    sayings.check,
    moves.check,
    tenses.check,
    predicates.check,
    commas.check,
    day_marks.check,
)
"""The checks that ask who says what."""


def verify(  # noqa: PLR0913 - all that a verdict rests on
    sentence: Sentence,
    edits: Sequence[Edit],
    text: str,
    *,
    article: Article,
    tokens: Sequence[Token],
    cast: Cast,
) -> tuple[Fault, ...]:
    """What is wrong with a bullet; empty when it may be printed.

    ``text`` is the bullet as it would be printed, ``tokens`` those of the sentence.
    """
    forged = tuple(_forged(sentence, edits, text, article))
    if forged:
        return forged
    if not edits:
        return tuple(verbatim.check_untouched(sentence, article))
    seen = trace(sentence, edits, text, tokens, article=article, cast=cast)
    if not seen.whole:
        return (Fault("words", "holds words that no edit accounts for"),)
    if not seen.words:
        return (Fault("length", "holds no word"),)
    cues = with_roles(seen, find_cues(seen))
    found = [fault for check in CHECKS for fault in check(seen)]
    found += [fault for check in CUED for fault in check(seen, cues)]
    return tuple(found)


def _forged(
    sentence: Sentence, edits: Sequence[Edit], text: str, article: Article
) -> Iterator[Fault]:
    """Whether the sentence is the article's and the text is what the edits make."""
    if len(sentence.text) > LONGEST:
        yield Fault("length", f"more than {LONGEST} characters")
        return
    if sentence.text != sentence.span.of(article.text):
        yield Fault("source", "the sentence is not in the article")
        return
    bounds = sentence.span
    for edit in edits:
        at = edit.span.start if edit.at is None else edit.at
        if not bounds.covers(edit.span) or not bounds.start <= at <= bounds.end:
            yield Fault("source", f"{edit.rule} reaches out of the sentence")
            return
    if text != replay(sentence, edits):
        yield Fault("replay", "the text is not what the edits make of the sentence")
