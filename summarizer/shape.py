"""How the lines of a summary look: how many, how long, and what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.lexicon import words as listed
from summarizer.originals import flat, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.originals import Originals

QUOTED = re.compile(r'"([^"]*)"')
LONGEST_SPEAKER = 8
"""Words in front of a colon that can be a speaker."""


@dataclass(frozen=True, slots=True)
class Shape:
    """One line."""

    words: int
    characters: int
    shortened: bool
    """Whether it has fewer words than the sentence it was made from; a line that was
    made from no one sentence is none."""
    attributed: bool
    """Whether it says who says it."""
    quoted: bool
    """Whether it holds a quotation in double marks."""
    digits: bool


def shapes(lines: Sequence[str], known: Originals) -> tuple[Shape, ...]:
    """The shape of each line, against what the article holds."""
    return tuple(_shape(line, known) for line in lines)


def attributed(text: str) -> bool:
    """Whether somebody says it: a reporting verb outside quotations, or "Marsh: ".

    >>> attributed("Rain is near, Marsh says"), attributed('She is "said" to rain')
    (True, False)
    """
    rest = outside(text)
    head, colon, _ = rest.partition(": ")
    named = bool(colon) and head[:1].isupper() and len(head.split()) <= LONGEST_SPEAKER
    return named or any(w in listed("faults", "reporting") for w in words(rest))


def outside(text: str) -> str:
    """What stands outside the quotations, flattened."""
    return QUOTED.sub(" ", flat(text))


def _shape(line: str, known: Originals) -> Shape:
    source = known.nearest(line)
    count = len(line.split())
    return Shape(
        words=count,
        characters=len(line),
        shortened=source is not None and count < len(source.text.split()),
        attributed=attributed(line),
        quoted='"' in flat(line),
        digits=any(character.isdigit() for character in line),
    )
