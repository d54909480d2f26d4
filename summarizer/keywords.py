"""Which of the article's words an editor's bullets are likely to use.

A logistic model over five things that a reader could name: how often a word returns,
how early it comes, how much the sentences count that hold it, and whether it stands in
the title or is a figure. The weights are trained together with those of the ranker's
prior.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from math import exp, log
from operator import mul
from typing import TYPE_CHECKING

from summarizer import lexicon
from summarizer.prior import EARLY

if TYPE_CHECKING:
    from collections.abc import Sequence

FEATURES = ("often", "early", "weighty", "title", "figure")


def expected(
    words: Sequence[Sequence[str]], scores: Sequence[float], *, title: Sequence[str]
) -> dict[str, float]:
    """For each stem how likely it is to be in the bullets, from 0 to 1.

    ``words`` are the sentences' stems, ``scores`` their ranks, 1 for the best.

    >>> found = expected([["storm", "oslo"], ["storm", "fish"]], [1.0, 0.2], title=[])
    >>> found["storm"] > found["oslo"] > found["fish"]
    True
    """
    known = lexicon.table("prior")["words"]
    weights = [known[name] for name in FEATURES]
    rows = features(words, scores, title=title)
    likely = {
        row: 1 / (1 + exp(-known["base"] - sum(map(mul, weights, row))))
        for row in set(rows.values())
    }
    return {word: likely[row] for word, row in rows.items()}


def features(
    words: Sequence[Sequence[str]], scores: Sequence[float], *, title: Sequence[str]
) -> dict[str, tuple[float, ...]]:
    """For each stem its ``FEATURES``, in their order."""
    often = Counter(chain.from_iterable(words))
    weighty = dict.fromkeys(often, 0.0)
    first: dict[str, int] = {}
    for its, score in zip(words, scores, strict=True):
        for word in set(its):
            weighty[word] += score
    for index in range(len(words) - 1, -1, -1):
        first.update(dict.fromkeys(words[index], index))
    # Most words share these numbers with others, and logarithms take time.
    counted = {count: log(1 + count) for count in set(often.values())}
    weighed = {weight: log(1 + weight) for weight in set(weighty.values())}
    early = [exp(-index / EARLY) for index in range(len(words))]
    named = set(title)
    return {
        word: (
            counted[count],
            early[first[word]],
            weighed[weighty[word]],
            1.0 if word in named else 0.0,
            1.0 if word[0].isdigit() else 0.0,
        )
        for word, count in often.items()
    }
