"""The set of bullets: together they hold most of what an editor would print.

Bullets are drawn one by one. What counts of a draft is the worth of its sentence and of
the words that no bullet before it has, so that a repeat or an empty remark brings
little. Only what is drawn is checked; a draft that fails makes room for the next one of
its sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.headline import headline
from summarizer.taking import ENOUGH, Taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from summarizer.bullet import Bullet
    from summarizer.reliance import Need


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft, and what speaks for it."""

    bullet: Bullet
    kept: float
    """What it keeps of its worth after all that speaks against the draft, 1 for all."""
    stems: frozenset[str] = frozenset()
    """Of the words that carry its meaning."""
    manner: str = "claim"
    """How it speaks: "claim", "said" or "quote"; a set should use more than one."""
    sound: bool = True
    """Whether it stands alone: no pronoun or contrast that nobody can resolve."""
    telling: bool = True
    """Whether it tells news, so that it may come first."""
    needs: Callable[[], Sequence[Need]] = tuple
    """Says what it takes for known; asked only where that may tip the balance."""

    @property
    def words(self) -> int:
        """Its length in words."""
        return len(self.bullet.text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many bullets there may be, and how long."""

    count: int
    """The most bullets."""
    fewest: int = 1
    """So many come even where they say little or go over the budget."""
    budget: int | None = None
    """The words that they should have together."""
    total_words: int | None = None
    """The words that they may never go over."""
    enough_later: float = ENOUGH
    """The number of words likely to be printed, in sum, that a bullet behind the first
    must hold to count in full."""

    def allow(self, words: int, before: int) -> bool:
        """Whether a set of ``before`` bullets may grow to so many words."""
        if self.total_words is not None and words > self.total_words:
            return False
        return before < self.fewest or self.budget is None or words <= self.budget


def choose(
    sketches: Iterable[Iterable[Candidate]],
    limits: Limits,
    *,
    weights: Mapping[str, float],
    overlap: Callable[[str, str], float],
    proven: Callable[[Candidate], bool] = lambda _: True,
) -> tuple[Bullet, ...]:
    """The bullets in the article's order, none repeating another.

    ``sketches`` holds for each sentence its drafts, best first. ``weights`` says how
    likely the words of a stem are to be printed, ``overlap`` how far two texts say the
    same, both from 0 to 1; ``proven`` whether a draft passes the checks. Equal worth is
    decided by the place in the article, never by chance.
    """
    rest = [iter(drafts) for drafts in sketches]
    waiting = {at: draft for at, its in enumerate(rest) if (draft := next(its, None))}
    choice = Taken(weights, enough_later=limits.enough_later)
    while len(choice.taken) < limits.count and (pool := choice.pool(waiting)):
        at = choice.best(waiting, pool)
        if not choice.taken:
            at = headline(waiting, pool, printed=choice.printed, instead=at)
        draft = waiting.pop(at)
        if len(choice.taken) >= limits.fewest and choice.is_little(draft):
            break
        if not limits.allow(choice.words(draft), len(choice.taken)):
            continue
        if len(choice.taken) >= limits.fewest and choice.leans(draft):
            continue
        if choice.repeats(draft, overlap):
            continue
        if proven(draft):
            choice.take(draft)
        elif following := next(rest[at], None):
            waiting[at] = following
    bullets = (draft.bullet for draft in choice.taken)
    return tuple(sorted(bullets, key=lambda bullet: bullet.source.index))
