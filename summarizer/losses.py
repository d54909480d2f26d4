"""What a line lost of the sentence that it was made from, word for word."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summarizer.lexicon import words as listed
from summarizer.originals import numbers, words
from summarizer.shape import attributed, outside

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.originals import Original

LIMIT = re.compile(
    r"\b(about|nearly|almost|roughly|around|approximately|least|most|than|up to|some"
    r"|only|over|under) [$£€]?(\d[\d.,:]*)"
)
# "No. 7" is a number, and who is not surprised denies nothing.
NO_NEGATION = re.compile(r"\bno\.(?= ?\d)|\bnot surprisingly\b", re.IGNORECASE)


def negation(line: str, source: Original) -> bool:
    """Whether the sentence has a "not" that the line has not."""
    return _lost(line, source, _negations)


def hedge(line: str, source: Original) -> bool:
    """Whether it has an "allegedly", or an "at least" of a number that is kept."""
    return _lost(line, source, _hedges) or _lost_limit(line, source)


def attribution(line: str, source: Original) -> bool:
    """Whether somebody says it in the sentence and nobody in the line."""
    if attributed(line):
        return False
    said = words(outside(source.text))
    return any(word in listed("faults", "plainly_reporting") for word in said)


def _lost(line: str, source: Original, count: Callable[[str], Counter[str]]) -> bool:
    return bool(count(source.text) - count(line))


def _negations(text: str) -> Counter[str]:
    found = words(NO_NEGATION.sub(" ", text))
    alike = ("not" if word.endswith("n't") else word for word in found)
    return Counter(word for word in alike if word in listed("faults", "negations"))


def _hedges(text: str) -> Counter[str]:
    """May is a month as well; the word is a hedge only in lower case."""
    found = words(text.replace("May", ""))
    return Counter(word for word in found if word in listed("faults", "hedges"))


def _lost_limit(line: str, source: Original) -> bool:
    """Whether a number that was "at least" or "about" so much stands without it."""
    there, here = LIMIT.findall(source.text.lower()), LIMIT.findall(line.lower())
    kept = numbers(line)
    return any(pair not in here for pair in there if pair[1].rstrip(".,:") in kept)
