"""The ways to read a sentence as an attribution and its claim.

A reading is offered only where the claim is surely all the speaker's own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.attributions import (
    attribution_at,
    may_attribute,
    phrase_first,
    speaker_first,
)
from summarizer.claims import (
    all_claimed,
    boundary,
    claim_before,
    claim_behind,
    goes_on,
    goes_on_quoted,
    quoted,
    shared_quotation,
    speaks_of_speech,
    stop,
    tail_of,
)
from summarizer.lexicon import table
from summarizer.lines import (
    NOUNS,
    QUOTATION,
    RELATIVES,
    finite_in,
)
from summarizer.phrases import aside
from summarizer.preambles import openings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.attributions import Found
    from summarizer.discourse import Place
    from summarizer.lines import Line, Range

SHORTEST_CLAIM = 2
"""Tokens; "That's, according to Holt" claims nothing."""
LONGEST_SENTENCE = 250
"""Tokens; what is longer is a list or a text without stops."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a sentence, as ranges of tokens."""

    found: Found
    place: Place
    claim: tuple[Range, ...]
    tail: Range | None = None


def readings(line: Line) -> Iterator[Reading]:
    """All readings, a front attribution first; none of a question."""
    if not 0 < len(line) <= LONGEST_SENTENCE or line.lows[len(line) - 1] == "?":
        return
    if not may_attribute(line):
        return
    front = _front(line)
    if front is not None:
        yield front
    for at in range(1, len(line)):
        if boundary(line, at):
            later = _later(line, at)
            if later is not None:
                yield later


def _front(line: Line) -> Reading | None:
    """``X said that CLAIM``, ``X said: "CLAIM"``, ``According to X, CLAIM``."""
    for start, at in openings(line):
        found = phrase_first(line, at, "front") or speaker_first(line, at)
        if found is not None:
            opened = replace(found, place=(start, found.place[1]))
            return _reading_in_front(line, opened)
    return None


def _reading_in_front(line: Line, found: Found) -> Reading | None:
    found = _with_aside(line, found)
    claim = claim_behind(line, found)
    if claim is None:
        return None
    claim += line.tags[claim] == ","
    end, tail = tail_of(line, claim)
    if claim >= end or not all_claimed(line, claim, end):
        return None
    if found.place[0] < found.speaker[0] and goes_on_quoted(line, claim):
        return None
    return Reading(found, "front", ((claim, end),), tail)


def _with_aside(line: Line, found: Found) -> Found:
    """The attribution with ", in an interview published Friday," taken in."""
    beyond = aside(line, found.place[1])
    if beyond is None:
        return found
    inside = slice(found.place[1], beyond)
    speech = QUOTATION in line.tags[inside] or "that" in line.lows[inside]
    joined = line.lows[beyond] == "that" or line.tags[beyond] == QUOTATION
    if speech or not joined:
        return found
    return replace(found, place=(found.place[0], beyond - 1))


def _later(line: Line, at: int) -> Reading | None:
    """``CLAIM, X said`` and ``CLAIM, X said, CLAIM``."""
    found = phrase_first(line, at, "end") or attribution_at(line, at)
    before = at - 1 if line.tags[at - 1] == "," else at
    if found is None or _lists(line, found) or not claim_before(line, found, before):
        return None
    claim, direct = (0, before), quoted(line, 0, before)
    after = found.place[1]
    if not direct and after >= stop(line):
        whole = before > SHORTEST_CLAIM and finite_in(line, *claim)
        sure = whole and not shared_quotation(line, found, before)
        return Reading(found, "end", (claim,)) if sure else None
    if after >= stop(line):
        return Reading(found, "end", (claim,))
    if direct:
        return _behind_direct(line, found, claim)
    if line.tags[after] == ",":
        return _behind_indirect(line, found, claim)
    return None


def _lists(line: Line, found: Found) -> bool:
    """Whether the speaker may be the end of a list: "with Holt, Bray and Lunn"."""
    start, end = found.speaker
    noun = line.tags[start - 1] == "," and line.tags[start - 2] in NOUNS
    return noun and start == found.place[0] and "and" in line.lows[start:end]


def _behind_direct(line: Line, found: Found, claim: Range) -> Reading | None:
    """What follows ``"CLAIM," X said``: a quotation, a tail, or something doubtful."""
    at, end = found.place[1], stop(line)
    start = at + 1 if line.tags[at] in {",", ":", "."} else at
    if line.tags[start] == QUOTATION:
        over, tail = tail_of(line, start)
        sure = all_claimed(line, start, over)
        return Reading(found, "middle", (claim, (start, over)), tail) if sure else None
    if QUOTATION in line.tags[start:end] and not speaks_of_speech(line, start):
        return None
    hangs = line.tags[start] in {"VBG", "IN"} or line.lows[start] in RELATIVES | {
        "when"
    }
    if not hangs or line.lows[start] in {"although", "though", "while", "according"}:
        return None
    if start > at:
        return Reading(found, "end", (claim,), (start, end))
    return Reading(replace(found, place=(found.place[0], end)), "end", (claim,))


def _behind_indirect(line: Line, found: Found, claim: Range) -> Reading | None:
    """What follows ``CLAIM, X said,``: the rest of the claim, if surely that."""
    start, end = found.place[1] + 1, stop(line)
    follows_name = found.inverted or found.kind is None
    hangs = line.lows[start] in RELATIVES or line.tags[start] == "VBN"
    if speaks_of_speech(line, start) or (follows_name and hangs):
        whole = finite_in(line, *claim)
        return Reading(found, "end", (claim,), (start, end)) if whole else None
    if start >= end or not goes_on(line, claim, start):
        return None
    over, tail = tail_of(line, start)
    if _joins(line, claim):
        return Reading(found, "front", ((start, over),), tail)
    return Reading(found, "middle", (claim, (start, over)), tail)


def _joins(line: Line, claim: Range) -> bool:
    """Whether the tokens only join the sentence to the one before: "In fact"."""
    said = " ".join(line.lows[slice(*claim)])
    openings = table("cues")["openings"]
    return said in openings["connectives"] or said in openings["phrases"]
