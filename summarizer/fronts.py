"""Trims in front of a claim: what somebody did meanwhile, when and on what occasion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.datelines import dateline_end
from summarizer.lexicon import words
from summarizer.looseness import FINITE, NAMES, NOUNS, claim_end, may_go, reporting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

LEAST_LEFT = 6
"""Words that must be left of a claim."""
LONGEST_TIME = 5
"""Words of "late last month"."""
PRONOUNS = frozenset({"PRP", "PRP$"})
NAMED = NAMES | {"NNS", "CD"}


def opening(view: View) -> Iterator[tuple[Edit, ...]]:
    """``Standing on the pier,`` or ``Last month,`` in front of a subject."""
    begin = view.sentence.span.start + dateline_end(view.sentence.text)
    tokens = [t for t in view.tokens[: claim_end(view)] if t.span.start >= begin]
    comma = next((n for n, t in enumerate(tokens) if t.text == ","), 0)
    chunk, rest = tokens[:comma], tokens[comma + 1 :]
    if not chunk or not rest:
        return
    span = Span(begin, rest[0].span.start)
    if (
        _is_circumstance(chunk, rest)
        and _opens_a_claim(rest)
        and not _points_back(chunk, rest)
        and may_go(view, span)
    ):
        yield (Edit("drop", span, "opening"),)


def _is_circumstance(chunk: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether the words tell of a time, an occasion or a deed beside the claim."""
    first = chunk[0].text.lower()
    if chunk[0].tag in {"VBG", "VBN"}:
        keep = words("trims", "participle", "fixed")
        return first not in keep and scopes.main_verb(chunk) is None
    if _is_occasion(chunk):
        return True
    verb = scopes.main_verb(rest)
    if verb is None or not scopes.is_free(rest) or not scopes.goes_on(rest, verb):
        return False
    if first in words("trims", "opening", "events"):
        return not _reports(chunk)
    return _is_time(chunk) and not any(token.tag == "CD" for token in rest)


def _is_occasion(chunk: Sequence[Token]) -> bool:
    """``In a letter to the council,``: where something was said or written."""
    if chunk[0].text not in {"In", "At", "On", "During"} or _has_finite(chunk):
        return False
    known = words("trims", "opening", "occasions")
    return any(token.text.lower() in known for token in chunk[1:5])


def _reports(chunk: Sequence[Token]) -> bool:
    """Whether the chunk tells who says it: "As the Courier reports,"."""
    return chunk[0].text.lower() == "as" and chunk[-1].text.lower() in reporting()


def _is_time(chunk: Sequence[Token]) -> bool:
    known = words("trims", "opening", "times")
    return (
        len(chunk) <= LONGEST_TIME
        and chunk[-1].text.lower() in known
        and chunk[0].text.lower() in words("trims", "opening", "dating")
    )


def _has_finite(tokens: Sequence[Token]) -> bool:
    return any(token.tag in FINITE for token in tokens)


def _opens_a_claim(rest: Sequence[Token]) -> bool:
    """Whether a subject that needs no more telling, and its verb, come next."""
    verb = scopes.main_verb(rest)
    first = rest[0]
    if not verb or sum(t.text[0].isalnum() for t in rest) < LEAST_LEFT:
        return False
    if any(token.text == "," for token in rest[:verb]) and first.tag not in NAMES:
        return False
    named = first.tag in NAMED or first.text.lower() in {"a", "an"}
    known = len(rest) > 1 and first.tag == "DT" and rest[1].tag in NAMES
    return (named or known or first.tag in {"JJ", "NN"}) and any(
        token.tag in NOUNS for token in rest[:verb]
    )


def _points_back(chunk: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a "he" or "its" in the claim may mean somebody who would go."""
    named = any(token.tag in NAMES for token in chunk)
    return named and any(token.tag in PRONOUNS for token in rest)
