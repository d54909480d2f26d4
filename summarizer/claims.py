"""What can be claimed: where a claim starts and ends, and whether it is all one's own.

A clause that may be the writer's, a word in quotation marks and a second report inside
the claim are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attributions import attribution_at
from summarizer.lexicon import words
from summarizer.lines import (
    FINITE,
    MARKS,
    NOUNS,
    QUOTATION,
    STOPS,
    cue_word,
    finite_in,
)
from summarizer.phrases import opens_clause
from summarizer.preambles import behind_connective, opening_end

if TYPE_CHECKING:
    from summarizer.attributions import Found
    from summarizer.lines import Line, Range

DASHES = frozenset({"--", "–", "—", "-"})
SHORTEST_QUOTATION = 3
"""Words; what is shorter behind "said" is rather a word in quotation marks."""


def stop(line: Line) -> int:
    """The number of tokens without the stop at the end."""
    end = len(line)
    while end and line.tags[end - 1] in {".", ":"}:
        end -= 1
    return end


def quoted(line: Line, start: int, end: int) -> bool:
    """Whether the tokens are nothing but quotation."""
    return start < end and all(line.tags[at] == QUOTATION for at in range(start, end))


def claim_behind(line: Line, found: Found) -> int | None:
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
    alone = alone or start + 1 >= stop(line) or speaks_of_speech(line, start + 1)
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
    beyond = opening_end(line, at)
    if beyond and line.tags[at] == "IN" and opens_clause(line, beyond, stop(line)):
        return True
    return opens_clause(line, at, stop(line))


def tail_of(line: Line, claim: int) -> tuple[int, Range | None]:
    """Where a claim ends, and ", adding that ..." behind it if there is one."""
    end = stop(line)
    for at in range(claim + 1, end):
        if speaks_of_speech(line, at) and line.tags[at - 1] in {",", QUOTATION}:
            return at - 1 if line.tags[at - 1] == "," else at, (at, end)
    return end, None


def speaks_of_speech(line: Line, at: int) -> bool:
    """Whether a participle like "adding" or "referring" stands at a token."""
    return line.tags[at] == "VBG" and line.lows[at] in words("cues", "endings", "tails")


def all_claimed(line: Line, start: int, end: int) -> bool:
    """Whether nothing in a claim may be the writer's own words or another report."""
    dashes = sum(line.lows[at] in DASHES for at in range(start, end))
    if dashes % 2 or ";" in line.lows[start:end]:
        return False
    inner = range(start + 1, end)
    if cue_word(line, end - 1) and line.tags[end - 2] in NOUNS | {","}:
        return False
    return not any(_breaks_off(line, at, end) or _reports(line, at) for at in inner)


def _reports(line: Line, at: int) -> bool:
    """Whether another attribution starts at a token."""
    return boundary(line, at) and attribution_at(line, at) is not None


def _breaks_off(line: Line, at: int, end: int) -> bool:
    """Whether a clause joined at a token may have another speaker.

    ", but he left" may be the writer's; "and warned that" is another report.
    """
    breaks = words("cues", "endings", "breaks")
    if line.tags[at] == "CC":
        after = at + 2 if line.tags[at + 1] == "RB" else at + 1
        if cue_word(line, after):
            return True
    if line.tags[at - 1] not in {",", QUOTATION} or line.lows[at] not in breaks:
        return False
    if line.tags[at + 1] == "VBG":
        return True  # ", before appealing for mercy": the speaker's own doing
    if line.lows[at] in words("cues", "endings", "contrasts"):
        return finite_in(line, at + 1, end)
    return line.lows[at + 1] != "that" and opens_clause(line, at + 1, end)


def boundary(line: Line, at: int) -> bool:
    """Whether an attribution may start at a token: behind a comma or a quotation."""
    if line.tags[at - 1] == ",":
        return True
    if line.lows[at : at + 2] == ("according", "to"):
        return line.tags[at - 1] != "DT"
    if line.tags[at - 1] != QUOTATION:
        return False
    return line.tokens[at - 1].text.rstrip(MARKS).endswith(STOPS)


def claim_before(line: Line, found: Found, end: int) -> bool:
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


def shared_quotation(line: Line, found: Found, end: int) -> bool:
    """Whether only the last quotation may be the speaker's: two report one claim."""
    if found.kind is None or line.tags[end - 1] != QUOTATION:
        return False
    return any(cue_word(line, at) for at in range(end))


def goes_on_quoted(line: Line, at: int) -> bool:
    """Whether a quotation goes on with words before it: "Because of Holt, "we lost"."""
    inner = line.tokens[at].text.lstrip(MARKS)
    return line.tags[at] == QUOTATION and inner[:1].islower()


def goes_on(line: Line, claim: Range, start: int) -> bool:
    """Whether the tokens from ``start`` on surely go on with a claim broken off."""
    if line.lows[start] in words("cues", "endings", "resumes"):
        return finite_in(line, *claim) and all_claimed(line, start, stop(line))
    if not _unfinished(line, claim) or not all_claimed(line, start, stop(line)):
        return False
    return finite_in(line, start, stop(line)) and line.tags[start] != "CC"


def _unfinished(line: Line, claim: Range) -> bool:
    """Whether a claim's main verb is still to come: "But the pier", "If it rains"."""
    start, end = claim
    start = behind_connective(line, start)
    conditional = line.lows[start] in words("cues", "openings", "conditions")
    return conditional or not finite_in(line, start, end)
