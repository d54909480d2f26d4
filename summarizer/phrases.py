"""Noun phrases in a tagged sentence, found from left to right without a parser."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summarizer.lexicon import union, words
from summarizer.lines import (
    ADVERBS,
    BEFORE_HEAD,
    DETERMINERS,
    FINITE,
    LINKS,
    LONGEST_ASIDE,
    LONGEST_CLAUSE,
    LONGEST_PHRASE,
    NAMES,
    NOUNS,
    QUOTATION,
    RELATIVES,
    cue_word,
    speech_like,
)

if TYPE_CHECKING:
    from summarizer.lines import Line


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its core ends with the head, its end takes in what hangs on it."""

    start: int
    core: int
    end: int


def noun_phrase(line: Line, start: int) -> Phrase | None:
    """The longest noun phrase from a token on, up to a comma or a finite verb."""
    core = _core(line, start)
    if core is None:
        return None
    end = core
    while end < min(len(line), start + LONGEST_PHRASE):
        longer = _hanging(line, end)
        if longer is None:
            break
        end = longer
    return Phrase(start, core, end)


def _core(line: Line, start: int) -> int | None:
    """Where the phrase's head ends: a pronoun, or the last noun of a row."""
    if line.tags[start] == "PRP":
        return start + 1
    head = None
    for at in range(start, min(len(line), start + LONGEST_PHRASE)):
        if head is not None and cue_word(line, at):
            break
        tag = line.tags[at]
        if _determiner(line, start, at):
            continue
        if _breaks_core(line, at, head):
            break
        if tag in NOUNS:
            head = at + 1
    return head


def _determiner(line: Line, start: int, at: int) -> bool:
    """Whether a token is the determiner of a phrase: "the", "all the"."""
    if at == start:
        return line.tags[at] in DETERMINERS
    return at == start + 1 and line.tags[start] == "PDT" and line.tags[at] == "DT"


def _breaks_core(line: Line, at: int, head: int | None) -> bool:
    """Whether a token cannot go on with the row of words before a head."""
    tag, low = line.tags[at], line.lows[at]
    if tag in ADVERBS:
        return head is not None or line.tags[at + 1] not in {"JJ", "CD", "VBN", "RB"}
    if tag == "CC":
        return low not in {"and", "&"} or not _joins(line, at, head)
    if tag == QUOTATION:
        return speech_like(line, at) or line.tags[at + 1] not in NOUNS
    return tag not in BEFORE_HEAD or (head is not None and _stands_behind(line, at))


def _stands_behind(line: Line, at: int) -> bool:
    """Whether a token behind a noun is none of its row.

    A participle ("the crew trapped below"), a weekday, or the name in "the people Holt
    says it helped".
    """
    tag, before = line.tags[at], line.tags[at - 1]
    if tag in {"VBN", "VBG"}:
        return line.tags[at + 1] not in NOUNS or before not in NAMES
    if tag == "NNP" and before == "NNS":
        return True
    return line.lows[at] in words("cues", "adjuncts", "weekdays")


def _joins(line: Line, at: int, head: int | None) -> bool:
    """Whether an "and" joins two words of one row: "Smith and Sons", "health and"."""
    return head == at and line.tags[at + 1] in NOUNS | {"JJ"}


def _hanging(line: Line, at: int) -> int | None:
    """The end of a prepositional phrase, a joined noun or a participle at a token."""
    tag, low = line.tags[at], line.lows[at]
    if (tag in {"IN", "TO"} and low in LINKS) or low in {"and", "or"}:
        end = _core(line, at + 1)
        return None if end is None or line.lows[end - 1] in times() else end
    if tag in {"VBN", "VBG"} and not cue_word(line, at):
        return _participle(line, at)
    return None


@cache
def times() -> frozenset[str]:
    """Words that say when, such as "Monday" and "week"."""
    return union(("cues", "adjuncts", "weekdays"), ("cues", "adjuncts", "spans"))


def _participle(line: Line, at: int) -> int | None:
    """The end of "investigating the crash" when a reporting verb follows it."""
    for end in range(at + 1, min(len(line), at + LONGEST_ASIDE)):
        if cue_word(line, end) and line.tags[end - 1] != "TO":
            return end
        clause = line.lows[end] in words("cues", "openings", "conditions")
        if clause or line.tags[end] in FINITE | {",", ":", QUOTATION, "."}:
            return None
    return None


def aside(line: Line, at: int) -> int | None:
    """The end of ", ... ," at a token, both commas included.

    A clause with a finite verb is one only when a relative pronoun opens it.
    """
    if line.tags[at] != ",":
        return None
    relative = line.lows[at + 1] in RELATIVES or line.lows[at + 2] in RELATIVES
    for end in range(at + 1, min(len(line), at + LONGEST_ASIDE)):
        tag = line.tags[end]
        if tag == "," and end > at + 1:
            return end + 1
        if tag in {":", "."} or (tag in FINITE and not relative):
            return None
    return None


def opens_clause(line: Line, start: int, end: int) -> bool:
    """Whether a subject and its finite verb open the tokens."""
    at = start
    if line.lows[at] == "there":
        at += 1
    else:
        phrase = noun_phrase(line, at)
        if phrase is None:
            return False
        at = aside(line, phrase.end) or phrase.end
        if line.tags[at] in {"VBN", "VBG"}:
            at = _reduced(line, at) or at
    while at < end and line.tags[at] in ADVERBS:
        at += 1
    return at < end and line.tags[at] in FINITE


def _reduced(line: Line, at: int) -> int | None:
    """The finite verb behind "afforded to clubs", no comma between."""
    for end in range(at + 1, min(len(line), at + LONGEST_CLAUSE)):
        if line.tags[end] in FINITE:
            return end
        if line.tags[end] not in BEFORE_HEAD | DETERMINERS | ADVERBS | {"IN", "TO"}:
            return None
    return None
