"""Which of the article's words an editor's bullets are likely to use.

A logistic model over five things that a reader could name: how often a word returns,
how early it comes, how much the sentences count that hold it, and whether it stands in
the title or is a figure. The weights are trained together with those of the ranker's
prior.
"""

from __future__ import annotations

from collections import Counter
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
    return {
        word: 1 / (1 + exp(-known["base"] - sum(map(mul, weights, row))))
        for word, row in features(words, scores, title=title).items()
    }


def features(
    words: Sequence[Sequence[str]], scores: Sequence[float], *, title: Sequence[str]
) -> dict[str, tuple[float, ...]]:
    """For each stem its ``FEATURES``, in their order."""
    often: Counter[str] = Counter()
    weighty: Counter[str] = Counter()
    first: dict[str, int] = {}
    for index, (its, score) in enumerate(zip(words, scores, strict=True)):
        often.update(its)
        for word in dict.fromkeys(its):
            weighty[word] += score  # type: ignore[assignment]
            first.setdefault(word, index)
    named = set(title)
    return {
        word: (
            log(1 + count),
            exp(-first[word] / EARLY),
            log(1 + weighty[word]),
            float(word in named),
            float(word[0].isdigit()),
        )
        for word, count in often.items()
    }
