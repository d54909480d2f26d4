"""Trims of where a place is: its region, the town in a region, "the city of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.lexicon import words
from summarizer.looseness import FINITE, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

WITHIN = frozenset({"in", "from"})
"""What is in a town or from it is so of the region as well, unless the claim counts,
compares or denies: the oldest mill in a town need not be the oldest in the state."""
CITIES = frozenset({"York", "Washington"})
"""The ends of states that would be taken for the city of the name."""
LONGEST_TOWN = 4
LONGEST_REGION = 3
STAYING = frozenset({"WDT", "WP", "WP$", "VBG", "VBN"})
"""Tags of what hangs on the region by its comma."""
GOES_ON = frozenset({"CC", "POS", *NAMES})
"""Tags behind a comma or a region of what is a list or another name."""


def place(view: View) -> Iterator[tuple[Edit, ...]]:
    """``in Elbe, Ohio``, where one of the two is enough; ``the town of Elbe``."""
    tokens = view.tokens
    for at in range(2, len(tokens) - 1):
        if tokens[at].text == ",":
            yield from _town_or_region(view, at)
        elif tokens[at].text == "of" and tokens[at + 1].tag in NAMES:
            yield from _kind_of_place(view, at)


def _town_or_region(view: View, comma: int) -> Iterator[tuple[Edit, ...]]:
    tokens = view.tokens
    end = _region_end(tokens, comma + 1)
    begin = _name_begin(tokens, comma)
    if not begin or not 0 < end < len(tokens) or _lists(tokens, end):
        return
    town, region = tokens[begin:comma], tokens[comma + 1 : end]
    if town[-1].text in words("trims", "place", "regions"):
        return  # "in Ohio, Texas"
    shut = _shut(tokens, begin, end)
    if shut is None:
        return
    closing = tokens[end].span
    topic = [any(t.text.lower() in view.topic for t in part) for part in (town, region)]
    known = town[-1].text in words("names", "places")
    abroad = " ".join(t.text for t in region) in words("trims", "place", "countries")
    if known and abroad and not topic[1]:
        last = closing.end if shut else region[-1].span.end
        yield (Edit("drop", Span(tokens[comma].span.start, last), "place"),)
    elif tokens[begin - 1].text in WITHIN and not (
        topic[0]
        or known
        or _is_leant_on(tokens[:begin])
        or region[-1].text in CITIES
        or _is_one_of_two(tokens, begin, comma)
    ):
        lost = Edit("drop", Span(town[0].span.start, region[0].span.start), "place")
        yield (lost, Edit("drop", closing, "place")) if shut else (lost,)


def _is_one_of_two(tokens: Sequence[Token], begin: int, comma: int) -> bool:
    """Whether the town tells which is meant: "the school in Elbe", "another Elbe"."""
    town = tokens[comma - 1].text
    before = [token.text.lower() for token in tokens[max(0, begin - 4) : begin - 1]]
    definite = "the" in before and tokens[begin - 2].tag in {"NN", "NNS"}
    return definite or sum(token.text == town for token in tokens) > 1


def _is_leant_on(front: Sequence[Token]) -> bool:
    """Whether what is so of the town need not be so of the region."""
    return scopes.is_denied(front) or scopes.is_ranked(front)


def _region_end(tokens: Sequence[Token], start: int) -> int:
    """The index behind a state, a county or a country; 0 when none begins here."""
    for size in range(LONGEST_REGION, 0, -1):
        said = " ".join(token.text for token in tokens[start : start + size])
        if said in words("trims", "place", "regions"):
            return start + size
    return 0


def _name_begin(tokens: Sequence[Token], end: int) -> int:
    """The index of the first word of a town behind a preposition; 0 for none."""
    at = end
    while at > 1 and end - at < LONGEST_TOWN and tokens[at - 1].tag in NAMES:
        at -= 1
    governed = at < end and tokens[at - 1].tag in {"IN", "TO"}
    return at if governed else 0


def _lists(tokens: Sequence[Token], end: int) -> bool:
    """Whether the region is one of a list, or part of a longer name."""
    behind = tokens[end : end + 2]
    listed = behind[0].text == "," and behind[-1].tag in GOES_ON
    return listed or behind[0].tag in GOES_ON


def _shut(tokens: Sequence[Token], begin: int, end: int) -> bool | None:
    """Whether the comma behind the region goes too; None where nobody can say.

    It stays where it closes an opening or an aside as well.
    """
    if tokens[end].text != ",":
        return False
    following = tokens[end + 1]
    commas = any(token.text in {",", "--", "—", "–"} for token in tokens[: begin - 1])
    if following.tag in FINITE:
        return None if commas else True
    if following.tag in STAYING or following.text == "where":
        return False
    told = any(token.tag in FINITE for token in tokens[:begin])
    if not told:
        return False
    return True if not commas and following.tag in {"IN", "WRB", "TO"} else None


def _kind_of_place(view: View, of: int) -> Iterator[tuple[Edit, ...]]:
    """``in the southern town of Elbe``: "in Elbe"."""
    tokens = view.tokens
    if tokens[of - 1].text not in words("trims", "place", "kinds"):
        return
    at = of - 2
    while at > 0 and tokens[at].tag in {"JJ", "NN"} and tokens[at].text.islower():
        at -= 1
    governed = at > 0 and tokens[at - 1].tag in {"IN", "TO"}
    if governed and tokens[at].text == "the":
        span = Span(tokens[at].span.start, tokens[of + 1].span.start)
        yield (Edit("drop", span, "place"),)
