"""Trims in front of a claim: when and on what occasion, never what somebody did.

"Acting in self-defence, he stabbed the man" is no claim that he stabbed him.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.datelines import dateline_end
from summarizer.lexicon import words
from summarizer.looseness import FINITE, NAMES, NOUNS, claim_end, reporting
from summarizer.payload import may_go

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

LEAST_LEFT = 6
"""Words that must be left of a claim."""
ENOUGH_LEFT, LONG_CLAIM = 10, 24
"""Words that must be left of a claim, and words from which on it is long, for what came
first to go."""
NEAR_VERB = 3
"""Words from the verb on in which a "not" would stand."""
LONGEST_ADDRESSED = 4
"""Words of "the Port Eddon Courier", who was told."""
LONGEST_TIME = 5
"""Words of "late last month"."""
NEUTRAL = frozenset({"it", "them", "one"})
PRONOUNS = frozenset({"PRP", "PRP$"})
NAMED = NAMES | {"NNS", "CD"}


def opening(view: View) -> Iterator[tuple[Edit, ...]]:
    """``Last month,`` or ``After the raid,`` in front of a subject."""
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
    if _is_occasion(chunk):
        return True
    verb = scopes.main_verb(rest)
    if verb is None or not (_adds_to(chunk) or scopes.goes_on(rest, verb)):
        return False
    if not scopes.is_free(rest[: verb + NEAR_VERB]):
        return False
    if _orders(chunk) and rest[verb].tag == "VBD" and not _is_long(chunk, rest):
        return False
    if _is_beside(chunk) or _is_span(chunk):
        return not _reports(chunk)
    return _is_time(chunk) and not any(token.tag == "CD" for token in rest)


def _is_occasion(chunk: Sequence[Token]) -> bool:
    """``In a letter to the council,``: where something was said or written."""
    if chunk[0].text not in {"In", "At", "On", "During"} or _has_finite(chunk):
        return False
    known = words("trims", "opening", "occasions")
    standing = words("trims", "opening", "standing")
    if any(token.text.lower() in standing for token in chunk):
        return False  # "In a leaked memo,"
    return any(token.text.lower() in known for token in chunk[1:5])


def _is_long(chunk: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether the claim is too long to say what came first, and long without that."""
    left = sum(token.text[0].isalnum() for token in rest)
    return left >= ENOUGH_LEFT and left + len(chunk) > LONG_CLAIM


def _adds_to(chunk: Sequence[Token]) -> bool:
    """``In addition to``: whatever it adds to is so as well."""
    return [token.text.lower() for token in chunk[:3]] == ["in", "addition", "to"]


def _is_beside(chunk: Sequence[Token]) -> bool:
    """``After`` or ``in addition to``: what came with an event."""
    low = [token.text.lower() for token in chunk[:3]]
    if low[0] == "as" and not _has_finite(chunk):
        return False  # "As a child,"
    known = " ".join(low) in words("trims", "opening", "beside")
    return known or low[0] in words("trims", "opening", "events")


def _is_span(chunk: Sequence[Token]) -> bool:
    """``Seven years after the flood,``."""
    low = [token.text.lower() for token in chunk[:3]]
    return (
        len(low) > 2  # noqa: PLR2004 - a number, its unit and an "after"
        and (chunk[0].tag in {"CD", "DT", "JJ"} or low[0] in _numbers())
        and low[1] in words("trims", "circumstance", "times")
        and low[2] in {"after", "before", "into"}
    )


@cache
def _numbers() -> frozenset[str]:
    """``Four`` at the head of a sentence is tagged a name."""
    return words("trims", "opening", "dating")


def _orders(chunk: Sequence[Token]) -> bool:
    """Whether the words tell what came first: "After his release, he wed".

    What has been done or goes on by now stands without them.
    """
    ordering = words("trims", "opening", "ordering")
    if chunk[0].text == "During" and any(token.tag == "PRP$" for token in chunk):
        return True  # "During her years at sea,"
    return any(token.text.lower() in ordering for token in chunk[:LONGEST_TIME])


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
    if (
        not verb
        or _only_reports(rest, verb)
        or sum(t.text[0].isalnum() for t in rest) < LEAST_LEFT
    ):
        return False
    commas = [n for n, token in enumerate(rest[:verb]) if token.text == ","]
    if commas and (first.tag not in NAMES or rest[commas[0] + 1].tag in NAMES):
        return False  # "To please an idol, ‹Ida Vale, Tom› sang"
    named = first.tag in NAMED or first.text.lower() in {"a", "an"}
    known = len(rest) > 1 and first.tag == "DT" and rest[1].tag in NAMES
    return (named or known or first.tag in {"JJ", "NN"}) and any(
        token.tag in NOUNS for token in rest[:verb]
    )


def _only_reports(rest: Sequence[Token], verb: int) -> bool:
    """Whether the rest is no claim but who made the one in front: "Vale told them"."""
    behind = rest[verb + 1 :]
    short = len(behind) <= LONGEST_ADDRESSED and all(t.tag != "IN" for t in behind)
    return rest[verb].text.lower() in reporting() and short


def _points_back(chunk: Sequence[Token], rest: Sequence[Token]) -> bool:
    """Whether a "he" or "its" in the claim may mean somebody who would go.

    Where only places would go and a name opens the claim, it means that one.
    """
    times = words("trims", "opening", "times")
    thing = any(
        token.tag in {"NN", "NNS"} and token.text.lower() not in times
        for token in chunk
    )
    if thing and any(token.text.lower() in NEUTRAL for token in rest):
        return True  # "After finding a bag, Vale took ‹it› to the police"
    named = [token for token in chunk if token.tag in NAMES]
    pointing = any(token.tag in PRONOUNS for token in rest)
    places = all(token.text in words("names", "places") for token in named)
    return bool(named) and pointing and not (places and rest[0].tag in NAMES)
