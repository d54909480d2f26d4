"""How the lines of a summary look: how many, how long, and what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.faults import attributed
from summarizer.originals import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.originals import Originals


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
