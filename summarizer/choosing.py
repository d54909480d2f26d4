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

MANNER_AGAIN = 0.65
"""What a bullet keeps of its worth for each one chosen that speaks in its manner. Set
so that the showcase articles get a quotation beside two claims."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft that passed the checks, and what speaks for it."""

    bullet: Bullet
    worth: float
    """The ranker's score after everything that speaks for and against the draft."""
    manner: str = "claim"
    """How it speaks: "claim", "said" or "quote"; a set should use more than one."""
    sound: bool = True
    """Whether it stands alone: no pronoun or contrast that nobody can resolve."""


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
    chosen: list[Candidate] = []
    left = total_words
    waiting = list(candidates)
    while waiting and len(chosen) < count:
        best = min(waiting, key=lambda candidate: _rank(candidate, chosen))
        waiting.remove(best)
        text = best.bullet.text
        length = len(text.split())
        if left is not None and length > left:
            continue
        if any(overlap(text, other.bullet.text) >= SAME for other in chosen):
            continue
        chosen.append(best)
        left = None if left is None else left - length
    bullets = (candidate.bullet for candidate in chosen)
    return tuple(sorted(bullets, key=lambda bullet: bullet.source.index))


def _rank(candidate: Candidate, chosen: Sequence[Candidate]) -> tuple[float, int]:
    """What is drawn first: worth, less for a manner that the set already has."""
    again = sum(other.manner == candidate.manner for other in chosen)
    worth = candidate.worth * MANNER_AGAIN**again
    return (-worth, candidate.bullet.source.index)
