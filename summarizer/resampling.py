"""How sure a mean is: bootstrap intervals, the same every time."""

from __future__ import annotations

import random
from dataclasses import dataclass
from operator import itemgetter
from statistics import fmean
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DRAWS = 1000
"""Resamples; the ends of an interval move by less than a tenth of it beyond these."""
OUTSIDE = 40
"""One in so many resamples lies below the interval, one in so many above."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean and the interval that holds 95% of the resampled ones."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Difference:
    """How far one series is above another on the same articles."""

    gap: Interval
    won: float
    """The share of articles, 0 to 1, on which the first is higher."""
    tied: float
    """The share on which neither is."""


def intervals(
    series: Sequence[Sequence[float]], *, draws: int = DRAWS, seed: int = 0
) -> tuple[Interval, ...]:
    """The interval of each series; all have one value an article, in the same order.

    The same articles are drawn for every series.

    >>> intervals([[2.0, 2.0], [1.0, 3.0]])[0]
    Interval(mean=2.0, low=2.0, high=2.0)

    Raises:
        ValueError: the series differ in length.
    """
    count = len(series[0]) if series else 0
    if any(len(values) != count for values in series):
        message = "the series differ in length; give one value an article to each"
        raise ValueError(message)
    if count < 2:  # noqa: PLR2004 - of one article nothing else can be drawn
        return tuple(Interval(*[fmean(values)] * 3) for values in series)
    chance = random.Random(seed)
    articles = range(count)
    means: list[list[float]] = [[] for _ in series]
    for _ in range(draws):
        pick = itemgetter(*chance.choices(articles, k=count))
        for values, found in zip(series, means, strict=True):
            found.append(sum(pick(values)) / count)
    return tuple(map(_interval, series, means))


def paired(
    first: Sequence[float],
    second: Sequence[float],
    *,
    draws: int = DRAWS,
    seed: int = 0,
) -> Difference:
    """How far ``first`` is above ``second`` on the same articles, and how surely.

    >>> paired([3.0, 4.0, 5.0], [2.0, 3.0, 4.0])
    Difference(gap=Interval(mean=1.0, low=1.0, high=1.0), won=1.0, tied=0.0)

    Raises:
        ValueError: they differ in length.
    """
    gaps = [one - other for one, other in zip(first, second, strict=True)]
    (gap,) = intervals([gaps], draws=draws, seed=seed)
    won = fmean(gap > 0 for gap in gaps)
    return Difference(gap, won, fmean(gap == 0 for gap in gaps))


def _interval(values: Sequence[float], means: list[float]) -> Interval:
    means.sort()
    edge = len(means) // OUTSIDE
    return Interval(fmean(values), means[edge], means[-1 - edge])
