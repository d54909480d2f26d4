"""ROUGE as published, by rouge-score: stemmed, F1, in points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summarizer.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Score:
    """One summary against its references: ROUGE F1, 0 to 100."""

    rouge1: float
    rouge2: float
    rouge_lsum: float

    @property
    def mean(self) -> float:
        """The mean of the three."""
        return (self.rouge1 + self.rouge2 + self.rouge_lsum) / 3


class Judge:
    """Scores summaries; words are stemmed once.

    Raises:
        MissingExtraError: rouge-score is not installed.
    """

    def __init__(self) -> None:
        try:
            from rouge_score.rouge_scorer import RougeScorer
        except ImportError as error:
            package, extra = "rouge-score", "evaluate"
            raise MissingExtraError(package, extra) from error
        kinds = ["rouge1", "rouge2", "rougeLsum"]
        self._scorer = RougeScorer(kinds, tokenizer=_Tokenizer())

    def score(self, lines: Sequence[str], references: Sequence[Sequence[str]]) -> Score:
        """The lines of a summary against its references.

        Of several references the best counts, for each of the three figures by itself,
        as rouge-score's own ``score_multi`` has it.
        """
        text = "\n".join(lines)
        found = [self._scorer.score("\n".join(each), text) for each in references]
        return Score(
            *(_best(found, kind) for kind in ("rouge1", "rouge2", "rougeLsum"))
        )


def _best(found: Sequence[Mapping[str, Any]], kind: str) -> float:
    return float(100 * max(scores[kind].fmeasure for scores in found))


TEXTS_KEPT = 256
"""References are scored against every system, one article after the other."""


class _Tokenizer:
    """rouge-score's own, with a memory."""

    def __init__(self) -> None:
        from rouge_score.tokenizers import DefaultTokenizer

        self.tokenize: Callable[[str], list[str]] = lru_cache(TEXTS_KEPT)(
            DefaultTokenizer(use_stemmer=True).tokenize
        )
