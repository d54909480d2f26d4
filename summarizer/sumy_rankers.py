"""sumy's rankers for our sentences, and our ranker for sumy's documents.

sumy imports nltk, requests and pycountry, so it is imported when one of these is asked
for. Its documents need no tokenizer data: anything with ``to_words`` serves.
"""

from __future__ import annotations

import warnings
from functools import cache
from importlib import import_module
from math import isfinite
from typing import TYPE_CHECKING, Any

from summarizer import nltk_loader, ranking
from summarizer.article import Sentence, Span
from summarizer.errors import OptionError
from summarizer.stems import language_name, stop_words, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# The name of a ranker, as sumy's command line has it: its module and class.
RANKERS = {
    "kl": ("kl", "KLSummarizer"),
    "lex-rank": ("lex_rank", "LexRankSummarizer"),
    "lsa": ("lsa", "LsaSummarizer"),
    "luhn": ("luhn", "LuhnSummarizer"),
    "reduction": ("reduction", "ReductionSummarizer"),
    "sum-basic": ("sum_basic", "SumBasicSummarizer"),
    "text-rank": ("text_rank", "TextRankSummarizer"),
}
# sumy adds up over sets of words, whose order differs from run to run: what differs
# beyond these digits is the same score.
DIGITS = 9


def rank_with(
    name: str, sentences: Sequence[Sentence], *, language: str = "en"
) -> tuple[float, ...]:
    """The scores of one of sumy's rankers, by position, brought to 0 to 1."""
    if name not in RANKERS:
        field, known = "ranker", ", ".join(sorted(RANKERS))
        raise OptionError(field, f"{name!r} is not known; give one of {known}")
    language_name(language)
    ratings = [0.0] * len(sentences)

    def keep(infos: Sequence[Any]) -> Sequence[Any]:
        for info in infos:
            ratings[info.order] = float(info.rating)
        return infos

    with warnings.catch_warnings():
        # On short or disjoint texts sumy divides zero by zero; see _brought_to_one.
        warnings.simplefilter("ignore")
        _summarizer(name, language)(_document(sentences), keep)
    return _brought_to_one(ratings)


def __getattr__(name: str) -> Any:
    """``LexRankSummarizer``, made on first use: its base class is sumy's."""
    if name == "LexRankSummarizer":
        return _lexrank_summarizer()
    raise AttributeError(name)


def _summarizer(name: str, language: str) -> Any:
    module, kind = RANKERS[name]
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), kind)(
        nltk_loader.stemmer(language_name(language))
    )
    summarizer.stop_words = stop_words(language)
    return summarizer


def _document(sentences: Sequence[Sentence]) -> Any:
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence

    made = [SumySentence(sentence.text, _Words) for sentence in sentences]
    return ObjectDocumentModel([Paragraph(made)])


class _Words:
    """All that sumy asks of a tokenizer once the sentences are known."""

    @staticmethod
    def to_words(text: str) -> tuple[str, ...]:
        return tuple(words(text))


def _brought_to_one(ratings: Sequence[float]) -> tuple[float, ...]:
    """Ratings from 0 to 1 for the best; what is not a number counts as nothing."""
    finite = [rating if isfinite(rating) else 0.0 for rating in ratings]
    low = min(0.0, min(finite, default=0.0))
    height = max(finite, default=0.0) - low
    if not height:
        return (1.0,) * len(finite)
    return tuple(round((rating - low) / height, DIGITS) for rating in finite)


@cache
def _lexrank_summarizer() -> type:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sumy.summarizers import AbstractSummarizer

    class LexRankSummarizer(AbstractSummarizer):  # type: ignore[misc]
        """Our ranker as a sumy summarizer; ties go to the earlier sentence."""

        def __init__(
            self,
            *,
            language: str = "en",
            title: str | None = None,
            focus: str | None = None,
        ) -> None:
            super().__init__()
            self._rank: Callable[[Sequence[Sentence]], tuple[float, ...]] = (
                lambda sentences: ranking.rank(
                    sentences, title=title, focus=focus, language=language
                )
            )

        def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:
            """The best sentences of the document, in its order."""
            scores = iter(self._rank(_read(document)))
            best: tuple[Any, ...] = self._get_best_sentences(
                document.sentences, sentences_count, lambda _: next(scores)
            )
            return best

    return LexRankSummarizer


def _read(document: Any) -> list[Sentence]:
    """The sentences of a sumy document as ours."""
    found: list[Sentence] = []
    start = 0
    for paragraph, its in enumerate(document.paragraphs):
        for sentence in its.sentences:
            text = str(sentence)
            span = Span(start, start + len(text))
            found.append(Sentence(text, span, len(found), paragraph))
            start = span.end + 1
    return found
