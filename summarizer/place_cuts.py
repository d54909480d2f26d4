"""Where a place is: a region behind its town, a town in its region, "the city of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lexicon import words
from summarizer.reach import is_denied, is_ranked
from summarizer.trace import guard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

AFTER_PLACE = frozenset({"IN", "TO", "WRB", "VBD", "VBZ", "VBP", "MD"})
"""Tags that may follow "in Ohio" without a comma."""
NAMES = frozenset({"NNP", "NNPS"})
LONGEST_REGION = 3


def is_place(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    """Whether the words say where a place is that stays, or in which town it was."""
    del edit
    return (
        _is_region(trace, inside)
        or _is_town(trace, inside, cues)
        or _is_kind(trace, inside)
    )


def _region_at(trace: Trace, start: int) -> int:
    """How many words of a state, a county or a country begin at a token."""
    for size in range(LONGEST_REGION, 0, -1):
        said = " ".join(token.text for token in trace.tokens[start : start + size])
        if said in guard("places.regions"):
            return size
    return 0


def _is_region(trace: Trace, inside: list[int]) -> bool:
    """Whether a country goes behind a town that everybody knows: "Cairo, ‹Egypt›"."""
    said = " ".join(trace.tokens[i].text for i in inside)
    first, after = inside[0], inside[-1] + 1
    return (
        said in guard("places.countries")
        and trace.low[first - 1] == ","
        and trace.tokens[first - 2].text in words("names", "places")
        and trace.tokens[first - 2].text not in guard("places.regions")
        and not _is_listed(trace, after)
    )


def _is_town(trace: Trace, inside: list[int], cues: Sequence[Cue]) -> bool:
    """Whether a name goes and its region stays: "in ‹Elbe,› Ohio".

    The oldest mill of a town need not be the oldest of its state.
    """
    first, comma = inside[0], inside[-1] + 1
    size = _region_at(trace, comma + 1)
    return (
        not is_denied(trace, first, cues)
        and not is_ranked(trace, first, cues)
        and all(trace.tokens[i].tag in NAMES for i in inside)
        and first > 0
        and trace.low[first - 1] in {"in", "from"}
        and trace.low[comma : comma + 1] == (",",)
        and size > 0
        and trace.tokens[inside[-1]].text not in guard("places.regions")
        and not _is_listed(trace, comma + 1 + size)
    )


def _is_listed(trace: Trace, after: int) -> bool:
    """Whether more names follow, so that the comma is one of a list."""
    behind = trace.tokens[after : after + 2]
    if not behind:
        return False
    more = {"CC", "POS", *NAMES}
    return behind[0].tag in more or (behind[0].text == "," and behind[-1].tag in more)


def _is_kind(trace: Trace, inside: list[int]) -> bool:
    """Whether only "the southern town of" goes in front of its name."""
    after = inside[-1] + 1
    return (
        trace.low[inside[0]] == "the"
        and trace.low[inside[-1]] == "of"
        and len(inside) > len(("the", "of"))
        and trace.low[inside[-2]] in guard("places.kinds")
        and all(trace.tokens[i].text.islower() for i in inside)
        and all(trace.tokens[i].tag in {"JJ", "NN"} for i in inside[1:-2])
        and after < len(trace.tokens)
        and trace.tokens[after].tag in NAMES
    )


def closes_place(trace: Trace, edit: Edit) -> bool:
    """Whether the comma behind "in ‹Elbe,› Ohio" goes, and it closed nothing else."""
    comma = next((i for i, t in enumerate(trace.tokens) if edit.span.covers(t.span)), 0)
    if edit.rule != "place" or trace.low[comma] != ",":
        return False
    front = [i for i in range(comma) if trace.low[i] == ","]
    return (
        len(front) == 1
        and trace.gone[front[0]] is not None
        and _region_at(trace, front[0] + 1) == comma - front[0] - 1
        and trace.tokens[comma + 1].tag in AFTER_PLACE
    )
