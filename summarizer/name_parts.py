"""Names that belong to something longer, or say which thing is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.lexicon import words
from summarizer.name_words import is_role, is_title
from summarizer.surroundings import opens_claim

if TYPE_CHECKING:
    from summarizer.article import Sentence, Span

WORD_BEFORE = re.compile(r"([\w'’.-]{1,40})\s$")
WORD_AFTER = re.compile(r"\s([\w'’-]{1,40})")
DETERMINED = re.compile(
    r"\b(?:the|an?|this|that|every|any|no|n[eé]e|formerly|aka|born)\s$", re.IGNORECASE
)
"""In front of a name that says which thing is meant, or is no longer somebody's: "the
Vale fight", "née Vale"."""
OWNING = re.compile(r"['’]s(?=[,.;:]|$)")
"""Behind a name that is that of a shop: "a bakery, Vale's, will close"."""
HYPHENS = frozenset("-/&")
NICKNAMED = re.compile(r"[^\W_][\"”’']\s*\Z")
"""In front of a name: the end of a nickname that belongs to it, and no quotation's."""
FAMILY = re.compile(r"\b(?:Mrs|Miss|Ms)\.?\s$")
"""Which woman of that name is meant, a mother or her daughter, no rule can tell."""


def is_part(span: Span, sentence: Sentence, *, polite: bool = False) -> bool:
    """Whether the name belongs to a longer one or stands like an adjective.

    With ``polite`` a "Miss" in front may stand.
    """
    base = sentence.span.start
    before, after = sentence.text[: span.start - base], sentence.text[span.end - base :]
    if before[-1:] in HYPHENS or after[:1] in HYPHENS:
        return True
    if DETERMINED.search(before) and not opens_claim(before):
        return True
    if OWNING.match(after):
        return True
    if NICKNAMED.search(before) or (not polite and FAMILY.search(before)):
        return True
    following = WORD_AFTER.match(after)
    return (following is not None and _continues(following[1])) or _follows_a_name(
        before
    )


def _continues(word: str) -> bool:
    return word[0].isupper() or word in words("names", "attributive") or is_role(word)


def _follows_a_name(before: str) -> bool:
    """Whether a capitalised word that is no title stands in front."""
    previous = WORD_BEFORE.search(before)
    if previous is None or not previous[1][0].isupper():
        return False
    opens = not before[: previous.start()].strip("\"“‘' ")
    return not (
        is_title(previous[1]) or (opens and previous[1] in words("names", "starters"))
    )
