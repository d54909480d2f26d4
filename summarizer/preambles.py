"""What may stand before a front attribution: a dateline, "But", "On Tuesday,"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summarizer.adjuncts import time_end
from summarizer.lexicon import table, words
from summarizer.lines import (
    FINITE,
    QUOTATION,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.lines import Line, Range

DASHES = frozenset({"--", "–", "—", "-"})
OPENING_TAGS = frozenset({"IN", "RB", "RBR", "VBG", "VBN", "JJ"})
MOST_OPENINGS = 3
LONGEST_OPENING = 25
LONGEST_DATELINE = 10


def openings(line: Line) -> Iterator[Range]:
    """Where the span of a front attribution, and where its speaker, may start."""
    at = start = _behind_dateline(line)
    yield start, at
    joined = behind_connective(line, at)
    if joined > at:
        at = start = joined
        yield start, at
    for _ in range(MOST_OPENINGS):
        end = opening_end(line, at) or time_end(line, at)
        if end is None:
            return
        at = end
        yield start, at


def behind_connective(line: Line, at: int) -> int:
    """The token behind "But", "However," or "In fact,"; the same without one."""
    for phrase in _phrases().get(line.lows[at], ()):
        end = at + len(phrase)
        if line.lows[at:end] == phrase and line.tags[end] == ",":
            return end + 1
    if line.lows[at] not in words("cues", "openings", "connectives"):
        return at
    return at + 2 if line.tags[at + 1] == "," else at + 1


@cache
def _phrases() -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The phrases in words, by the first of these."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for each in table("cues")["openings"]["phrases"]:
        phrase = tuple(each.split())
        found.setdefault(phrase[0], []).append(phrase)
    return found


def _behind_dateline(line: Line) -> int:
    """The token behind "PORT EDDON (AP) --"; 0 without a dateline."""
    for at in range(1, min(len(line), LONGEST_DATELINE)):
        if line.lows[at] in DASHES:
            return at + 1
        if line.tags[at] not in {"NNP", ",", "(", ")", "-LRB-", "-RRB-", ":"}:
            return 0
    return 0


def opening_end(line: Line, at: int) -> int | None:
    """The end of "On Tuesday," or "In a statement," or "Asked about the pier,"."""
    asked = line.lows[at] in {"asked", "speaking", "writing"}
    asked = asked or line.lows[at : at + 2] == ("when", "asked")
    condition = line.lows[at] in words("cues", "openings", "conditions")
    if condition and not asked:
        return None
    if line.tags[at] not in OPENING_TAGS and time_end(line, at) is None and not asked:
        return None
    for end in range(at, min(len(line), at + LONGEST_OPENING)):
        tag = line.tags[end]
        if tag == ",":
            return end + 1 if end > at else None
        if tag in {":", ".", QUOTATION} or (tag in FINITE and not asked):
            return None
    return None
