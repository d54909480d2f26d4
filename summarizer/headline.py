"""The bullet that a set is sure to have: what the article is about.

A report says it in its first sentence. A feature opens on a scene, a question or a
commonplace, and comes to it later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summarizer.choosing import Candidate

LEAST_KEPT = 0.01
"""What a draft of the best-ranked sentence must keep of its worth to come first."""

NEAR_BEST = 0.75
"""The share of the best rank that the sentence needs which says what the news is."""

NEAR_BEST_OPENING = 0.3
"""The share that the article's first sentence needs: where it tells news it tells the
news, however few of its words come back. From 0.75 down to 0.6 more sets tell it; below
that only short articles differ, whose few sentences rank by chance."""

LATE_AT_MOST = 6
"""The last sentence where a feature comes to the point."""

LATE_NEAR_BEST = 0.4
"""The share of the best rank that it needs there."""

LATE_WORDS = 1.5
"""The number of words likely to be printed, in sum, that it holds at least."""

LATE_LENGTH = 0.25
"""The power with which it pays there for its length and all that speaks against it."""

LATE_STEP = 0.95
"""What it keeps there of its worth for each sentence before it. These four of a few
values each, by ROUGE, by the first printed bullet and by reading what changed."""


def headline(
    waiting: Mapping[int, Candidate],
    pool: Sequence[int],
    *,
    printed: Callable[[Candidate], float],
    instead: int,
) -> int:
    """What the article is about: the first of its best-ranked sentences that stands.

    ROUGE doesn't care whether it is there, readers do. ``pool`` are the places in
    ``waiting`` to choose from, ``instead`` is what comes where none will do;
    ``printed`` says how many of a draft's words are likely to be printed.
    """
    if not any(_opens(draft) for draft in waiting.values()):
        able = [at for at in pool if _is_able(waiting[at])]
        late = _late(waiting, able, printed)
        if late is not None:
            return late
    best = max(waiting[at].bullet.score for at in pool)
    near = [at for at in pool if waiting[at].bullet.score >= _near(waiting[at]) * best]
    near.sort(key=lambda at: waiting[at].bullet.source.index)
    return next((at for at in near if _is_able(waiting[at])), instead)


def _is_able(draft: Candidate) -> bool:
    """Whether it can stand first and tells news."""
    return (
        draft.kept >= LEAST_KEPT
        and draft.telling
        and not any(need.leading for need in draft.needs())
    )


def _opens(draft: Candidate) -> bool:
    """Whether it is the article's first sentence, and no delayed lede."""
    return draft.bullet.source.index == 0 and draft.telling and draft.sound


def _near(draft: Candidate) -> float:
    """The share of the best rank that the draft needs to come first."""
    return NEAR_BEST if draft.bullet.source.index else NEAR_BEST_OPENING


def _late(
    waiting: Mapping[int, Candidate],
    able: Sequence[int],
    printed: Callable[[Candidate], float],
) -> int | None:
    """Where a feature comes to the point: not a quotation, and full of its words."""
    early = [
        at
        for at in able
        if waiting[at].bullet.source.index <= LATE_AT_MOST
        and waiting[at].manner != "quote"
    ]
    least = LATE_NEAR_BEST * max((waiting[at].bullet.score for at in early), default=0)

    def worth(at: int) -> float:
        draft = waiting[at]
        kept: float = min(1.0, draft.kept) ** LATE_LENGTH
        step: float = LATE_STEP**draft.bullet.source.index
        return draft.bullet.score * printed(draft) * kept * step

    full = [
        at
        for at in early
        if waiting[at].bullet.score >= least and printed(waiting[at]) >= LATE_WORDS
    ]
    return max(full, key=lambda at: (worth(at), -at), default=None)
