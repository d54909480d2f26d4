"""Times, places and occasions of speech: "in a statement on Tuesday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lexicon import union, words
from summarizer.lines import FINITE, LONGEST_CLAUSE, NOUNS, QUOTATION, RELATIVES
from summarizer.phrases import noun_phrase

if TYPE_CHECKING:
    from summarizer.lines import Line

MOST_ADJUNCTS = 4
STOPS = frozenset({",", ":", ".", QUOTATION, ""})


def adjuncts(line: Line, at: int) -> tuple[int, bool]:
    """The end of times, places and occasions, and whether all are surely such."""
    settled = True
    for _ in range(MOST_ADJUNCTS):
        end = time_end(line, at)
        if end is None:
            end = prepositional(line, at)
            settled = settled and (end is None or _occasion(line, at, end))
        if end is None:
            break
        at = end
    return at, settled


def time_end(line: Line, at: int) -> int | None:
    """The end of "late on Tuesday morning", "last week", "earlier"; not "Friday's"."""
    end = _time_end(line, at)
    return None if end is None or line.tags[end] == "POS" else end


def _time_end(line: Line, at: int) -> int | None:
    days = words("cues", "adjuncts", "weekdays")
    start = at
    while line.lows[at] in words("cues", "adjuncts", "days") or _manner(line, at):
        at += 1
    if line.lows[at] == "on" and line.lows[at + 1] in days:
        at += 1
    if line.lows[at] in days:
        part = line.lows[at + 1] in words("cues", "adjuncts", "parts")
        return at + 2 if part else at + 1
    phrase = noun_phrase(line, at)
    if phrase and line.lows[phrase.core - 1] in words("cues", "adjuncts", "spans"):
        later = line.lows[phrase.core] in {"ago", "later", "earlier"}
        return phrase.core + later
    return at if at > start else None


def _manner(line: Line, at: int) -> bool:
    """Whether an adverb tells how it was said: "said quietly"."""
    return line.tags[at] == "RB" and line.lows[at].endswith("ly")


def prepositional(line: Line, at: int) -> int | None:
    """The end of a preposition, its phrase and a participle that hangs on that."""
    if line.lows[at] not in words("cues", "adjuncts", "prepositions"):
        return None
    if line.tags[at + 1] == "CD" and line.tags[at + 2] not in NOUNS:
        return at + 2
    phrase = noun_phrase(line, at + 1)
    if phrase is None:
        return None
    if line.tags[phrase.end] in {"VBN", "VBG"}:
        return participle_end(line, phrase.end) or phrase.end
    return phrase.end


def participle_end(line: Line, at: int) -> int | None:
    """The end of "published Friday" behind a noun; None when a clause follows."""
    for end in range(at, min(len(line), at + LONGEST_CLAUSE)):
        if line.tags[end] in STOPS or line.lows[end] == "that":
            return end
        if line.tags[end] in FINITE or line.lows[end] in RELATIVES:
            return None
    return None


def _occasion(line: Line, start: int, end: int) -> bool:
    known = union(("cues", "adjuncts", "occasions"), ("cues", "adjuncts", "spans"))
    return any(line.lows[at] in known for at in range(start, end)) or (
        line.tags[end - 1] == "CD"
    )
