"""Trims of appositives: who somebody is, or what something is, told again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.clauses import (
    ASIDE,
    Chunk,
    chunks,
    cut,
    in_front,
    tells_who_died,
)
from summarizer.lexicon import words
from summarizer.looseness import FINITE, NAMES, NOUNS, reporting
from summarizer.payload import may_go

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.bullet import Edit
    from summarizer.looseness import View

JOINING = frozenset({"and", "or", "plus", "other"})
"""Words of another thing: "a bonus ‹plus› perks", "one at the bow, the ‹other› at"."""
HEARING = frozenset({"heard", "hears"})
"""What a court or an inquest does."""
LONGEST_TIME = 2
"""Words of "yesterday afternoon"."""
LINKING = frozenset({"course", "fact", "example", "instance", "addition"})
"""The ends of "of course" and its kind, which name nothing."""


def appositive(view: View) -> Iterator[tuple[Edit, ...]]:
    """``Lena Ortiz, a nurse, pulled``: who somebody is, behind a full name."""
    for chunk in chunks(view):
        past = not chunk.last
        who = chunk.before is not None and chunk.before.tag in NAMES
        if not _looks_appositive(chunk) or not may_go(
            view, chunk.span, slack=ASIDE, past=past, who=who
        ):
            continue
        if _in_a_list(view, chunk) or _names(chunk) or tells_who_died(view, chunk):
            continue
        resumed = chunk.after is not None and chunk.after.tag in FINITE
        if _adds_at_the_end(chunk) or (resumed and _named_in_full(view, chunk)):
            yield (cut(view, chunk, "appositive"),)


def _names(chunk: Chunk) -> bool:
    """Whether it is the name of what stands before: "the mayor of Elbe, ‹Ida Vale›".

    A place only says where another is: "Odell, ‹Ohio›".
    """
    named = chunk.tokens[chunk.tokens[0].text == "the" :]
    places = all(token.text in words("names", "places") for token in named)
    return all(token.text[0].isupper() for token in named) and not places


def _adds_at_the_end(chunk: Chunk) -> bool:
    """``, a suburb of Elbe.``: what something is, and no item of a list."""
    joined = any(token.text.lower() in JOINING for token in chunk.tokens)
    before = chunk.before
    behind_noun = before is not None and before.tag in NOUNS | {"CD"}
    if before is not None and before.text.lower() in LINKING:
        return False  # "of course, a baker"
    if _ranks(chunk) or chunk.tokens[-1].text.lower() in words(
        "guards", "times", "from"
    ):
        return False  # "$61 million, compared with $68 million ‹a year earlier›"
    return (
        chunk.last
        and behind_noun
        and _renames(chunk.tokens)
        and not joined
        and not _tells_who_says(chunk.tokens)
    )


def _ranks(chunk: Chunk) -> bool:
    """Whether it is the news: "was born on Monday, ‹the first of its kind›".

    Of somebody named it only tells who that is.
    """
    before = chunk.before
    named = before is not None and before.tag in NAMES
    dated = before is not None and before.text in words("trims", "weekday", "days")
    low = [token.text.lower() for token in chunk.tokens[:2]]
    most = any(t.tag == "JJS" and t.text != "latest" for t in chunk.tokens[1:2])
    ranked = most or low[-1] in {"first", "only", "last"}
    return low[0] == "the" and ranked and (dated or not named)


def _tells_who_says(tokens: Sequence[Token]) -> bool:
    """Whether it is where the claim comes from: ", a court heard yesterday"."""
    known = reporting() | HEARING
    heard = [n for n, token in enumerate(tokens) if token.text.lower() in known]
    behind = tokens[heard[-1] + 1 :] if heard else tokens
    timed = all(token.tag in {"RB", "NN", "NNP"} for token in behind)
    return bool(heard) and timed and len(behind) <= LONGEST_TIME


def _renames(tokens: Sequence[Token]) -> bool:
    """Whether "a suburb", "one of the suburbs" or "the firm's largest mill" begins."""
    first, second = tokens[0], tokens[min(1, len(tokens) - 1)]
    if first.tag == "DT":
        return True
    if first.text.lower() == "one":
        return second.text.lower() == "of"
    owned = [n for n, token in enumerate(tokens) if token.tag == "POS"]
    return (
        bool(owned)
        and all(token.tag in NAMES | {"NN"} for token in tokens[: owned[0]])
        and any(token.tag == "JJS" for token in tokens[owned[0] :])
    )


def _looks_appositive(chunk: Chunk) -> bool:
    opening = chunk.tokens[0]
    return (
        opening.tag in {"DT", "CD", "JJ", "JJS", "PRP$", "RB", *NOUNS}
        and scopes.main_verb(chunk.tokens) is None
        and any(token.tag in NOUNS for token in chunk.tokens)
        and not any(token.text == ":" for token in chunk.tokens)
    )


def _in_a_list(view: View, chunk: Chunk) -> bool:
    """Whether the commas around the chunk are those of an enumeration."""
    tail = view.tokens[view.tokens.index(chunk.tokens[-1]) + 1 :][:3]
    near = [token.text.lower() for token in (*chunk.tokens[:1], *tail)]
    return bool({"and", "or", "nor"} & set(near))


def _named_in_full(view: View, chunk: Chunk) -> bool:
    """Whether what stands before the comma is a full name, not a bare surname."""
    front = in_front(view, chunk)
    return len(front) > 1 and all(t.tag in NAMES for t in front[-2:])
