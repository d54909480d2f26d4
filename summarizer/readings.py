"""The ways to read a sentence as an attribution and its claim.

A reading is offered only where the claim is surely all the speaker's own: a clause that
may be the writer's, a word in quotation marks or a cue that something denies gives
none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.attributions import (
    attribution_at,
    phrase_first,
    speaker_first,
    time_end,
)
from summarizer.lexicon import table, words
from summarizer.phrases import (
    FINITE,
    MARKS,
    NOUNS,
    QUOTATION,
    RELATIVES,
    STOPS,
    aside,
    cue_word,
    finite_in,
    opens_clause,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.attributions import Found
    from summarizer.discourse import Place
    from summarizer.phrases import Line, Range

DASHES = frozenset({"--", "–", "—", "-"})
OPENING_TAGS = frozenset({"IN", "RB", "RBR", "VBG", "VBN", "JJ"})
MOST_OPENINGS = 3
LONGEST_SENTENCE = 250
"""Tokens; what is longer is a list or a text without stops."""
LONGEST_OPENING = 25
LONGEST_DATELINE = 10
SHORTEST_QUOTATION = 3
"""Words; what is shorter behind "said" is rather a word in quotation marks."""


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
    front = _front(line)
    if front is not None:
        yield front
    for at in range(1, len(line)):
        if _boundary(line, at):
            later = _later(line, at)
            if later is not None:
                yield later


def stop(line: Line) -> int:
    """The number of tokens without the stop at the end."""
    end = len(line)
    while end and line.tags[end - 1] in {".", ":"}:
        end -= 1
    return end


def quoted(line: Line, start: int, end: int) -> bool:
    """Whether the tokens are nothing but quotation."""
    return start < end and all(line.tags[at] == QUOTATION for at in range(start, end))


# --- the attribution in front ---------------------------------------------------------


def _front(line: Line) -> Reading | None:
    """``X said that CLAIM``, ``X said: "CLAIM"``, ``According to X, CLAIM``."""
    for start, at in _openings(line):
        found = phrase_first(line, at, "front") or speaker_first(line, at)
        if found is not None:
            opened = replace(found, place=(start, found.place[1]))
            return _reading_in_front(line, opened)
    return None


def _reading_in_front(line: Line, found: Found) -> Reading | None:
    found = _with_aside(line, found)
    claim = _claim_behind(line, found)
    if claim is None:
        return None
    claim += line.tags[claim] == ","
    end, tail = _tail(line, claim)
    if claim >= end or not _all_claimed(line, claim, end):
        return None
    return Reading(found, "front", ((claim, end),), tail)


def _openings(line: Line) -> Iterator[Range]:
    """Where the span of a front attribution, and where its speaker, may start."""
    at = start = _behind_dateline(line)
    yield start, at
    joined = _behind_connective(line, at)
    if joined > at:
        at = start = joined
        yield start, at
    for _ in range(MOST_OPENINGS):
        end = _opening(line, at) or time_end(line, at)
        if end is None:
            return
        at = end
        yield start, at


def _behind_connective(line: Line, at: int) -> int:
    """The token behind "But", "However," or "In fact,"; the same without one."""
    for phrase in table("cues")["openings"]["phrases"]:
        end = at + len(phrase.split())
        if " ".join(line.lows[at:end]) == phrase and line.tags[end] == ",":
            return end + 1
    if line.lows[at] not in words("cues", "openings", "connectives"):
        return at
    return at + 2 if line.tags[at + 1] == "," else at + 1


def _behind_dateline(line: Line) -> int:
    """The token behind "PORT EDDON (AP) --"; 0 without a dateline."""
    for at in range(1, min(len(line), LONGEST_DATELINE)):
        if line.lows[at] in DASHES:
            return at + 1
        if line.tags[at] not in {"NNP", ",", "(", ")", "-LRB-", "-RRB-", ":"}:
            return 0
    return 0


def _opening(line: Line, at: int) -> int | None:
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


def _with_aside(line: Line, found: Found) -> Found:
    """The attribution with ", in an interview published Friday," taken in."""
    beyond = aside(line, found.place[1])
    joined = beyond and (line.lows[beyond] == "that" or line.tags[beyond] == QUOTATION)
    if not beyond or not joined:
        return found
    return replace(found, place=(found.place[0], beyond - 1))


def _claim_behind(line: Line, found: Found) -> int | None:
    """Where the claim behind a front attribution starts."""
    at = found.place[1]
    if line.tags[at] == "," and line.lows[at + 1] == "that":
        at += 1
    if found.kind is None:
        clause = line.tags[at] == "," and _whole_clause(line, at + 1)
        return at + 1 if clause else None
    if line.lows[at] == "that" and found.kind.clause != "no":
        return _claim_after_that(line, at + 1)
    if line.tags[at] in {",", ":", QUOTATION}:
        return _claim_quoted(line, found, at)
    bare = found.kind.clause == "bare" and found.settled
    return at if bare and _whole_clause(line, at) else None


def _claim_after_that(line: Line, at: int) -> int | None:
    """Where it starts, unless "that" is a pronoun: "said that was", "said that day"."""
    pronoun = line.tags[at] in FINITE
    day = line.lows[at] in words("cues", "adjuncts", "spans")
    if pronoun or day or not finite_in(line, at, stop(line)):
        return None
    return at


def _claim_quoted(line: Line, found: Found, at: int) -> int | None:
    start = at if line.tags[at] == QUOTATION else at + 1
    if line.tags[start] != QUOTATION or not (found.kind and found.kind.quote):
        return None
    alone = line.tags[start + 1] in {QUOTATION, ","}
    alone = alone or start + 1 >= stop(line) or _speaks_of_speech(line, start + 1)
    if not alone:
        mixed = (
            start == at and line.tags[start + 1] != "CC" and found.kind.clause == "bare"
        )
        return start if mixed and finite_in(line, start, stop(line)) else None
    long = len(line.tokens[start].text.split()) >= SHORTEST_QUOTATION
    return start if long or at < start else None


def _whole_clause(line: Line, at: int) -> bool:
    """Whether the rest is a clause with its own subject and verb."""
    if line.lows[at] in words("cues", "openings", "conditions") - {"that", "whether"}:
        return finite_in(line, at, stop(line))
    beyond = _opening(line, at)
    if beyond and line.tags[at] == "IN" and opens_clause(line, beyond, stop(line)):
        return True
    return opens_clause(line, at, stop(line))


def _tail(line: Line, claim: int) -> tuple[int, Range | None]:
    """Where a claim ends, and ", adding that ..." behind it if there is one."""
    end = stop(line)
    for at in range(claim + 1, end):
        if _speaks_of_speech(line, at) and line.tags[at - 1] in {",", QUOTATION}:
            return at - 1 if line.tags[at - 1] == "," else at, (at, end)
    return end, None


def _speaks_of_speech(line: Line, at: int) -> bool:
    return line.tags[at] == "VBG" and line.lows[at] in words("cues", "endings", "tails")


def _all_claimed(line: Line, start: int, end: int) -> bool:
    """Whether nothing in a claim may be the writer's own words or another report."""
    dashes = sum(line.lows[at] in DASHES for at in range(start, end))
    if dashes % 2 or ";" in line.lows[start:end]:
        return False
    inner = range(start + 1, end)
    return not any(_breaks_off(line, at, end) or _reports(line, at) for at in inner)


def _reports(line: Line, at: int) -> bool:
    """Whether another attribution starts at a token."""
    return _boundary(line, at) and attribution_at(line, at) is not None


def _breaks_off(line: Line, at: int, end: int) -> bool:
    """Whether a clause joined at a token may have another speaker.

    ", but he left" may be the writer's; "and warned that" is another report.
    """
    breaks = words("cues", "endings", "breaks")
    if line.tags[at] == "CC":
        after = at + 2 if line.tags[at + 1] == "RB" else at + 1
        if cue_word(line, after):
            return True
    joined = line.tags[at - 1] in {",", QUOTATION} and line.lows[at] in breaks
    return joined and line.lows[at + 1] != "that" and opens_clause(line, at + 1, end)


# --- the attribution in the middle or at the end --------------------------------------


def _boundary(line: Line, at: int) -> bool:
    """Whether an attribution may start at a token: behind a comma or a quotation."""
    if line.tags[at - 1] == ",":
        return True
    if line.lows[at : at + 2] == ("according", "to"):
        return True
    inner = line.tokens[at - 1].text.rstrip(MARKS)
    return line.tags[at - 1] == QUOTATION and inner.endswith(STOPS)


def _later(line: Line, at: int) -> Reading | None:
    """``CLAIM, X said`` and ``CLAIM, X said, CLAIM``."""
    found = phrase_first(line, at, "end") or attribution_at(line, at)
    before = at - 1 if line.tags[at - 1] == "," else at
    if found is None or _lists(line, found) or not _claim_before(line, found, before):
        return None
    claim, direct = (0, before), quoted(line, 0, before)
    after = found.place[1]
    if not direct and after >= stop(line):
        sure = finite_in(line, *claim) and not _shared_quotation(line, found, before)
        return Reading(found, "end", (claim,)) if sure else None
    if after >= stop(line):
        return Reading(found, "end", (claim,))
    if direct:
        return _behind_direct(line, found, claim)
    if line.tags[after] == ",":
        return _behind_indirect(line, found, claim)
    return None


def _shared_quotation(line: Line, found: Found, end: int) -> bool:
    """Whether only the last quotation may be the speaker's: two report one claim."""
    if found.kind is None or line.tags[end - 1] != QUOTATION:
        return False
    return any(cue_word(line, at) for at in range(end))


def _lists(line: Line, found: Found) -> bool:
    """Whether the speaker may be the end of a list: "with Holt, Bray and Lunn"."""
    start, end = found.speaker
    noun = line.tags[start - 1] == "," and line.tags[start - 2] in NOUNS
    return noun and start == found.place[0] and "and" in line.lows[start:end]


def _claim_before(line: Line, found: Found, end: int) -> bool:
    """Whether the tokens before an attribution can be what it reports."""
    if end < 1:
        return False
    if quoted(line, 0, end):
        return found.kind is None or found.kind.quote
    if found.kind is not None and found.kind.clause == "no":
        return line.tags[end - 1] == QUOTATION and finite_in(line, 0, end)
    return not found.inverted or _sure_inversion(found)


def _sure_inversion(found: Found) -> bool:
    """Whether "said X" behind an indirect claim is no second verb of its subject."""
    return found.lemma == "say" or found.name is not None


def _behind_direct(line: Line, found: Found, claim: Range) -> Reading | None:
    """What follows ``"CLAIM," X said``: a quotation, a tail, or something doubtful."""
    at, end = found.place[1], stop(line)
    start = at + 1 if line.tags[at] in {",", ":", "."} else at
    if line.tags[start] == QUOTATION:
        over, tail = _tail(line, start)
        sure = _all_claimed(line, start, over)
        return Reading(found, "middle", (claim, (start, over)), tail) if sure else None
    if QUOTATION in line.tags[start:end] and not _speaks_of_speech(line, start):
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
    if _speaks_of_speech(line, start) or (
        follows_name and line.lows[start] in RELATIVES
    ):
        whole = finite_in(line, *claim)
        return Reading(found, "end", (claim,), (start, end)) if whole else None
    if start >= end or not _goes_on(line, claim, start):
        return None
    over, tail = _tail(line, start)
    if _joins(line, claim):
        return Reading(found, "front", ((start, over),), tail)
    return Reading(found, "middle", (claim, (start, over)), tail)


def _joins(line: Line, claim: Range) -> bool:
    """Whether the tokens only join the sentence to the one before: "In fact"."""
    said = " ".join(line.lows[slice(*claim)])
    openings = table("cues")["openings"]
    return said in openings["connectives"] or said in openings["phrases"]


def _goes_on(line: Line, claim: Range, start: int) -> bool:
    if line.lows[start] in words("cues", "endings", "resumes"):
        return finite_in(line, *claim) and _all_claimed(line, start, stop(line))
    if not _unfinished(line, claim) or not _all_claimed(line, start, stop(line)):
        return False
    return finite_in(line, start, stop(line)) and line.tags[start] != "CC"


def _unfinished(line: Line, claim: Range) -> bool:
    """Whether a claim's main verb is still to come: "But the pier", "If it rains"."""
    start, end = claim
    start = _behind_connective(line, start)
    conditional = line.lows[start] in words("cues", "openings", "conditions")
    return conditional or not finite_in(line, start, end)
