"""Who speaks: a name with its title and role, a body, a pronoun."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.lexicon import union, words
from summarizer.lines import (
    ADVERBS,
    FINITE,
    LONGEST_CLAUSE,
    NAMES,
    NOUNS,
    QUOTATION,
    cue_word,
)
from summarizer.phrases import aside, noun_phrase, times

if TYPE_CHECKING:
    from summarizer.lines import Line, Range
    from summarizer.phrases import Phrase

MOST_ASIDES = 3
INSIDE_NAMES = frozenset({"and", "&", "of", "for", "'s", "’s"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks; ``after`` is the first token behind all that hangs on the name."""

    place: Range
    name: Range | None
    after: int


def speaker_before(line: Line, at: int) -> Speaker | None:
    """The speaker in front of a verb: name, asides between commas, "who" clause."""
    phrase = _person(line, at)
    if phrase is None:
        return None
    after, roles = phrase.end, phrase.end
    for _ in range(MOST_ASIDES):
        # The comma that ends one aside may open the next.
        opening = after if after == phrase.end else after - 1
        beyond = aside(line, opening)
        if beyond is None:
            break
        if roles >= opening and _role(line, phrase, (opening + 1, beyond - 1)):
            roles = beyond - 1
        after = beyond
    if after == phrase.end and line.lows[after] == "who":
        after = roles = _who_clause(line, after) or after
    return Speaker((phrase.start, roles), _name(line, phrase, roles), after)


def speaker_behind(line: Line, at: int) -> Speaker | None:
    """The speaker behind a verb, with a role that ends the sentence or its clause."""
    phrase = _person(line, at)
    if phrase is None:
        return None
    end = phrase.end
    for _ in range(MOST_ASIDES):
        beside = _beside(line, end)
        if beside is None or not _role(line, phrase, (end + 1, beside)):
            break
        end = beside
    return Speaker((phrase.start, end), _name(line, phrase, end), end)


def _beside(line: Line, comma: int) -> int | None:
    """The end of a noun phrase or an age between a comma and the next, or the stop."""
    if line.tags[comma] != ",":
        return None
    phrase = noun_phrase(line, comma + 1)
    end = phrase.end if phrase else comma + 2
    aged = phrase is not None or line.tags[comma + 1] == "CD"
    return end if aged and line.tags[end] in {",", ".", ""} else None


def _person(line: Line, at: int) -> Phrase | None:
    """A noun phrase that somebody can be quoted by."""
    if line.lows[at] in words("cues", "speakers", "never"):
        return None
    phrase = noun_phrase(line, at)
    if phrase is None:
        return None
    first, head = line.lows[at], line.lows[phrase.core - 1]
    if phrase.end == at + 1 and first in words("cues", "speakers", "alone"):
        return None
    if line.tags[at] == "PRP":
        known = first in words("cues", "speakers", "pronouns")
        return phrase if known and phrase.end == at + 1 else None
    return None if head in times() else phrase


def _role(line: Line, person: Phrase, beside: Range) -> bool:
    """Whether an aside is a role, an age or, beside a role, the name."""
    start, end = beside
    if end - start == 1 and line.tags[start] == "CD":
        return True
    phrase = noun_phrase(line, start)
    if phrase is None or phrase.end != end or line.tags[start] in {"VBN", "VBG", "IN"}:
        return False
    if not _only_name(line, phrase):
        return True
    # "the mayor of Paris, Texas, said": one word behind a longer phrase is a place.
    sure = end - start > 1 or person.core == person.end
    return sure and line.tags[person.core - 1] not in NAMES


def _only_name(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is a bare name: after a name that is a place, no role."""
    return all(line.tags[at] in NAMES for at in range(phrase.start, phrase.end))


def _who_clause(line: Line, at: int) -> int | None:
    """The end of "who saw the crash" when a reporting verb follows it."""
    finite = line.tags[at + 1] in FINITE and cue_word(line, at + 1) is None
    if not finite:
        return None
    for end in range(at + 2, min(len(line), at + LONGEST_CLAUSE)):
        if cue_word(line, end) and line.tags[end - 1] in NOUNS | ADVERBS | {"PRP"}:
            return end
        if line.tags[end] in FINITE | {",", ":", QUOTATION}:
            return None
    return None


def _name(line: Line, phrase: Phrase, end: int) -> Range | None:
    """The bare name: the capitals that end the phrase, or those of an apposition."""
    if "and" in line.lows[phrase.core : phrase.end]:
        return None  # two speak
    body = line.lows[phrase.start] == "the" and phrase.end > phrase.core
    if body and _capital(line, phrase.start + 1, phrase.end):
        return phrase.start + 1, phrase.end
    found = _capitals(line, phrase.start, phrase.core)
    if found or end == phrase.end:
        return found
    at = phrase.end + 1
    beside = noun_phrase(line, at)
    return _capitals(line, at, beside.core) if beside and beside.core <= end else None


def _capitals(line: Line, start: int, end: int) -> Range | None:
    """The name that ends the tokens: a body's, or a person's without titles."""
    first = end
    while first > start and line.tags[first - 1] in NAMES:
        first -= 1
    indefinite = first > start and line.lows[first - 1] in {"a", "an"}
    if first == end or indefinite or (end - first == 1 and _unsure_name(line, first)):
        return None
    titles = words("cues", "speakers", "titles")
    if line.lows[end - 1] in words("cues", "speakers", "bodies"):
        return (start + 1 if _whole_body(line, start, end) else first), end
    if line.lows[end - 1] in titles:
        return None
    if _whole_body(line, start, end) and line.lows[start + 1] not in titles:
        return start + 1, end
    before = union(("cues", "speakers", "titles"), ("cues", "speakers", "prefixes"))
    titled = [at + 1 for at in range(first, end - 1) if line.lows[at] in before]
    return max([first, *titled]), end


def _unsure_name(line: Line, at: int) -> bool:
    """Whether one capital is no name: "Police", "the German", "People's Republic"."""
    if line.lows[at] in words("cues", "speakers", "bare"):
        return True
    return line.tags[at - 1] in {"DT", "POS"} and not line.tokens[at].text.isupper()


def _whole_body(line: Line, start: int, end: int) -> bool:
    """Whether a phrase is "the" and words with capitals."""
    return line.lows[start] == "the" and _capital(line, start + 1, end)


def _capital(line: Line, start: int, end: int) -> bool:
    """Whether all words but "and", "of" and "for" have a capital."""
    return all(
        line.tokens[at].text[:1].isupper() or line.lows[at] in INSIDE_NAMES
        for at in range(start, end)
    )
