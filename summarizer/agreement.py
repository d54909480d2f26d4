"""How many speak, for a reporting verb that is to stand in the present."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from summarizer.article import Span
from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Token
    from summarizer.discourse import Attribution
    from summarizer.slots import Slots

PLURALS = frozenset({"NNS", "NNPS"})
ARTICLES = frozenset({"the", "a", "an", "its"})
REACH = 2
"""Tokens behind the verb in which a "they" is looked for."""


def number(slots: Slots, said: Attribution) -> Literal["singular", "plural"] | None:
    """Whether one or several speak; None where the words leave it open."""
    if _joins_modifiers(slots, said) or _is_open(slots, said):
        return None
    if _is_plural(slots, said):
        return "plural"
    return None if _are_they(slots, said) else "singular"


def _is_open(slots: Slots, said: Attribution) -> bool:
    """Whether a share or a clause hides the head: "half of them", "men living here"."""
    tokens = [t for t in slots.tokens if said.speaker.covers(t.span)]
    for left, right in pairwise(tokens):
        measure = left.text.lower() in words("guards", "attribution", "shares")
        if measure and right.text.lower() == "of":
            return True
        if left.tag == "NNS" and right.tag in {"VBG", "VBN"}:
            return True
    return False


def _are_they(slots: Slots, said: Attribution) -> bool:
    """Whether a body goes on as "they": "the squad said they made arrests"."""
    opening = slots.first(said.speaker)
    if opening is None or opening.text.lower() not in ARTICLES:
        return False
    end = max(said.cue.end, said.speaker.end)
    behind = [t.text.lower() for t in slots.tokens if t.span.start >= end]
    return "they" in behind[:REACH]


def _is_plural(slots: Slots, said: Attribution) -> bool:
    tokens = [t for t in slots.tokens if said.speaker.covers(t.span)]
    head = _head(tokens)
    if head is None:
        return False
    if any(
        left.text.lower() == "and" and right.tag not in {"NN", "JJ"}  # "comic and poet"
        for left, right in pairwise(tokens)
        if left.span.start < head.span.start
    ):
        return True
    if head.text.lower() in words("guards", "attribution", "plural"):
        return True
    if head.text in slots.surnames or (
        said.name is not None and said.name.covers(head.span)
    ):
        return False  # one Bates is tagged like several
    return head.tag in PLURALS


def _joins_modifiers(slots: Slots, said: Attribution) -> bool:
    """Whether a role with an "and" leaves open how many speak.

    "media and communications manager Vale" is one, "officials and mayor Vale" are more.
    """
    if said.name is None:
        return False
    before = slots.said(Span(said.speaker.start, said.name.start)).lower().split()
    return "and" in before[:-1]


def _head(tokens: Sequence[Token]) -> Token | None:
    """The last noun before a preposition or a comma: the head of a noun phrase."""
    found = None
    for token in tokens:
        if token.tag in {"IN", "TO", ",", "WP", "WDT"} and found is not None:
            return found
        if token.tag in {"NN", "NNS", "NNP", "NNPS", "PRP"}:
            found = token
    return found
