"""The set of bullets: the best drafts that say different things, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.bullet import Bullet

SAME = 0.5
"""Overlap from which two bullets repeat each other. From the redundancy cut-offs that
pay in the literature (cosine 0.5 to 0.6)."""

LENGTH_PENALTY = 1.0
"""The power with which a bullet loses worth for words over the target."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft that passed the checks, and what speaks for it."""

    bullet: Bullet
    worth: float
    """The ranker's score after everything that speaks for and against the draft."""


def choose(
    candidates: Sequence[Candidate],
    *,
    count: int,
    overlap: Callable[[str, str], float],
    total_words: int | None = None,
) -> tuple[Bullet, ...]:
    """At most ``count`` bullets in the article's order, none repeating another.

    Equal worth is decided by the place in the article, never by chance. A bullet that
    would pass ``total_words`` makes room for a shorter one.
    """
    chosen: list[Bullet] = []
    left = total_words
    for candidate in sorted(candidates, key=_by_worth):
        bullet = candidate.bullet
        length = len(bullet.text.split())
        if left is not None and length > left:
            continue
        if any(overlap(bullet.text, other.text) >= SAME for other in chosen):
            continue
        chosen.append(bullet)
        left = None if left is None else left - length
        if len(chosen) == count:
            break
    return tuple(sorted(chosen, key=lambda bullet: bullet.source.index))


def _by_worth(candidate: Candidate) -> tuple[float, int]:
    return (-candidate.worth, candidate.bullet.source.index)


def length_factor(words: int, target: int) -> float:
    """What a draft is worth for its length: 1 up to the target, then ever less.

    >>> length_factor(10, 14), length_factor(28, 14)
    (1.0, 0.5)
    """
    return min(1.0, (target / words) ** LENGTH_PENALTY) if words else 0.0
