"""What is wrong with finished lines, by plain measures on their words.

None of it asks the verifier, whose verdicts would be zero by construction. The
measures are coarser than it: they count some honest lines too, and a rate says more
beside that of the editors or of the baselines than alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summarizer import losses, tagging
from summarizer.article import Sentence, Span
from summarizer.lexicon import table
from summarizer.lexicon import words as listed
from summarizer.originals import flat, numbers, words
from summarizer.shape import QUOTED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summarizer.originals import Original, Originals

# A single mark opens in front of a word and closes behind one; "players'" does neither.
OPENING = re.compile(r"(?<![^\s(\[\"-])'(?=[^\W\d])")
CLOSING = re.compile(r"(?<=\S)'(?!\w)")
SINGLE = re.compile(rf"{OPENING.pattern}([^']*){CLOSING.pattern}")
# "It is clear that", "It took nine days to": the word stands for what follows.
EMPTY_IT = re.compile(
    r"it(?:'s| is| isn't| was| wasn't| has been| will be| takes| took)\b[^.]{0,80}\b"
    r"(?:that|what|how|when|why|where|whether|if|to|since)\b"
    r"|it (?:appears|seems|turns out)\b",
    re.IGNORECASE,
)
# "This week": the day of the report, and no sentence before.
NEAR = re.compile(
    r"th(?:is|at|ese) (?:\w{2,12} )?(?:week|month|year|season|time|morning|afternoon"
    r"|evening|spring|summer|fall|autumn|winter|weekend|days)\b",
    re.IGNORECASE,
)
EDGES = " .,;:!?-'\""
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
REPEATED = 0.6
"""The share of the content words of the shorter of two lines that make it a repeat;
none of 2,433 bullets of editors comes so near to another, and 7 come to a half."""
LEAST_CONTENT = 3


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is looked at."""

    text: str
    """Flattened: one line, plain marks."""
    words: tuple[str, ...]
    source: Original | None
    """The sentence it was made from, where one can be told."""
    known: Originals
    earlier: tuple[frozenset[str], ...]
    """The content words of the lines before it."""
    limit: int


def find_faults(
    lines: Sequence[str], known: Originals, *, limit: int
) -> tuple[tuple[str, ...], ...]:
    """The names of the faults of each line, in the order of ``FAULTS``.

    ``limit`` is the most words that a line should have.
    """
    found: list[tuple[str, ...]] = []
    contents: list[frozenset[str]] = []
    for text in lines:
        line = Line(
            text=flat(text),
            words=tuple(words(text)),
            source=known.nearest(text),
            known=known,
            earlier=tuple(contents),
            limit=limit,
        )
        found.append(tuple(name for name, has in FAULTS.items() if has(line)))
        contents.append(_content(line))
    return tuple(found)


def _pronoun(line: Line) -> bool:
    return (
        _first(line) in listed("faults", "pronouns")
        and not EMPTY_IT.match(line.text)
        and not NEAR.match(line.text)
    )


def _connective(line: Line) -> bool:
    return _first(line) in listed("faults", "connectives")


def _first(line: Line) -> str:
    """The first word in lower case; none where a quotation opens the line."""
    found = line.text.split(maxsplit=1)
    if not found or line.text[0] in "\"'":
        return ""
    return found[0].strip(EDGES).lower()


def _half_quotation(line: Line) -> bool:
    if line.text.count('"') % 2:
        return True
    opening = OPENING.search(line.text)
    return opening is not None and not CLOSING.search(line.text, opening.end())


def _altered_quotation(line: Line) -> bool:
    quoted = QUOTED.findall(line.text) + SINGLE.findall(line.text)
    return any(each.strip(EDGES) not in line.known.text for each in quoted)


def _new_number(line: Line) -> bool:
    return any(number not in line.known.numbers for number in numbers(line.text))


def _new_word(line: Line) -> bool:
    return any(
        word not in line.known.words and word not in _written() and not word.isdigit()
        for word in line.words
    )


@cache
def _written() -> frozenset[str]:
    """Words that a bullet may hold without the article doing so."""
    verbs = table("cues")["verbs"].values()
    forms = (verb[form] for verb in verbs for form in ("past", "present", "base"))
    return listed("faults", "written").union(
        part for form in forms for part in form.split()
    )


def _losing(lost: Callable[[str, Original], bool]) -> Callable[[Line], bool]:
    """Whether a line lost something of the sentence that it was made from."""
    return lambda line: line.source is not None and lost(line.text, line.source)


def _repeats(line: Line) -> bool:
    own = _content(line)
    return any(
        len(own & other) >= max(LEAST_CONTENT, REPEATED * min(len(own), len(other)))
        for other in line.earlier
    )


def _content(line: Line) -> frozenset[str]:
    return frozenset(line.words) - listed("faults", "common")


def _no_verb(line: Line) -> bool:
    whole = Sentence(line.text, Span(0, len(line.text)), 0, 0)
    return not any(token.tag in FINITE for token in tagging.tag(whole))


def _too_long(line: Line) -> bool:
    return len(line.text.split()) > line.limit


FAULTS: Mapping[str, Callable[[Line], bool]] = {
    "pronoun": _pronoun,
    "connective": _connective,
    "half_quotation": _half_quotation,
    "altered_quotation": _altered_quotation,
    "new_number": _new_number,
    "new_word": _new_word,
    "lost_negation": _losing(losses.negation),
    "lost_hedge": _losing(losses.hedge),
    "lost_attribution": _losing(losses.attribution),
    "repeat": _repeats,
    "no_verb": _no_verb,
    "too_long": _too_long,
}
