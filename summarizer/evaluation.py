"""How near summaries come to what editors wrote, beside simple baselines."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

from summarizer import furniture, ranking, sentences, sumy_rankers
from summarizer.article import Article, Span
from summarizer.errors import MissingExtraError, NothingToSummarizeError
from summarizer.examples import read_corpus
from summarizer.options import Options

if TYPE_CHECKING:
    from summarizer.article import Sentence

System = Callable[[Article], Sequence[str]]
"""Whatever makes the lines of a summary from an article."""

BASELINE_SENTENCES = 3
# The likeness from which a sentence repeats another. None is 0.6 ROUGE-1 worse, 0.5 is
# 0.4 worse, on the mean of four news sets.
REPEATS = 0.3
LINE = re.compile(r"[^\n]*\S[^\n]*")
# A place and an agency, or an agency alone: "LEEDS, England (AP) —", "(CNN) --". The
# bounds keep it from reading on into the sentence.
DATELINE = re.compile(
    r"^(?:[^\W\d_][^\n()]{0,60})?\([A-Z][\w .&/-]{1,30}\)\s*(?:--|[-–—:])?\s*"
)


@dataclass(frozen=True, slots=True)
class Score:
    """One summary against its references: ROUGE F1 in points, and its length."""

    rouge1: float
    rouge2: float
    rouge_lsum: float
    words: int


@dataclass(frozen=True, slots=True)
class Row:
    """One system's scores, an article each, in the order of the corpus."""

    system: str
    scores: tuple[Score, ...]

    def mean(self, field: str) -> float:
        """The mean of one field of ``Score``."""
        return fmean(getattr(score, field) for score in self.scores)


@dataclass(frozen=True, slots=True)
class Table:
    """What a corpus gave: one row a system."""

    corpus: str
    names: tuple[str, ...]
    rows: tuple[Row, ...]

    def to_text(self) -> str:
        """The table for a terminal."""
        width = max([len(row.system) for row in self.rows], default=0)
        head = f"{self.corpus}: {len(self.names)} articles"
        title = f"{'':{width}}    R1    R2  RLsum  words"
        lines = [
            f"{row.system:{width}}  {row.mean('rouge1'):4.1f}"
            f"  {row.mean('rouge2'):4.1f}   {row.mean('rouge_lsum'):4.1f}"
            f"  {row.mean('words'):5.1f}"
            for row in self.rows
        ]
        return "\n".join([head, title, *lines])

    def to_json(self) -> str:
        """The means as JSON."""
        fields = Score.__slots__
        systems = {
            row.system: {field: round(row.mean(field), 2) for field in fields}
            for row in self.rows
        }
        whole = {"corpus": self.corpus, "articles": len(self.names), "systems": systems}
        return json.dumps(whole, indent=2, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Difference:
    """A mean difference and the interval that holds 95% of the resampled ones."""

    mean: float
    low: float
    high: float


def evaluate(
    corpus: str | Path, *, systems: Mapping[str, System] | None = None
) -> Table:
    """The scores of each system on each article of the corpus."""
    examples = read_corpus(corpus)
    judge = Judge()
    chosen = SYSTEMS if systems is None else systems
    rows = [
        Row(name, tuple(judge.score(system(e.article), e.references) for e in examples))
        for name, system in chosen.items()
    ]
    return Table(Path(corpus).name, tuple(e.name for e in examples), tuple(rows))


def paired_bootstrap(
    first: Sequence[float], second: Sequence[float], *, draws: int = 2000, seed: int = 0
) -> Difference:
    """How far ``first`` is above ``second`` on the same articles, and how surely.

    >>> paired_bootstrap([3.0, 4.0, 5.0], [2.0, 3.0, 4.0])
    Difference(mean=1.0, low=1.0, high=1.0)
    """
    gaps = [one - other for one, other in zip(first, second, strict=True)]
    chance = random.Random(seed)
    means = sorted(fmean(chance.choices(gaps, k=len(gaps))) for _ in range(draws))
    edge = draws // 40
    return Difference(fmean(gaps), means[edge], means[-1 - edge])


class Judge:
    """ROUGE as published, by rouge-score: stemmed, F1, in points."""

    def __init__(self) -> None:
        try:
            from rouge_score.rouge_scorer import RougeScorer
        except ImportError as error:
            package, extra = "rouge-score", "evaluate"
            raise MissingExtraError(package, extra) from error
        kinds = ["rouge1", "rouge2", "rougeLsum"]
        self._scorer = RougeScorer(kinds, use_stemmer=True)

    def score(self, lines: Sequence[str], references: Sequence[Sequence[str]]) -> Score:
        """The lines of a summary against each reference, the mean of them."""
        text = "\n".join(lines)
        found = [self._scorer.score("\n".join(each), text) for each in references]
        first, second, longest = (
            100 * fmean(scores[kind].fmeasure for scores in found)
            for kind in ("rouge1", "rouge2", "rougeLsum")
        )
        return Score(first, second, longest, len(text.split()))


def bullets(article: Article) -> list[str]:
    """What the whole pipeline makes, at its defaults; nothing is a summary too."""
    from summarizer.pipeline import summarize

    try:
        return [bullet.text for bullet in summarize(article, Options()).bullets]
    except NothingToSummarizeError:
        return []


def ranked(article: Article) -> list[str]:
    """Our ranker's best sentences, verbatim, none repeating another."""
    body = _body(article)
    scores = ranking.rank(body, title=article.title, language=article.language)
    chosen: list[Sentence] = []
    for sentence in _by_score(body, scores):
        if not any(
            ranking.overlap(sentence.text, other.text, language=article.language)
            >= REPEATS
            for other in chosen
        ):
            chosen.append(sentence)
        if len(chosen) == BASELINE_SENTENCES:
            break
    return _read(chosen)


def sumy_lexrank(article: Article) -> list[str]:
    """Sumy's LexRank on the same sentences and words."""
    body = _body(article)
    scores = sumy_rankers.rank_with("lex-rank", body, language=article.language)
    return _read(_by_score(body, scores)[:BASELINE_SENTENCES])


def clean_lead(article: Article) -> list[str]:
    """The first body sentences, without dateline."""
    return [_undated(s.text) for s in _body(article)[:BASELINE_SENTENCES]]


def raw_lead(article: Article) -> list[str]:
    """The first sentences of the text as it stands, whatever they are.

    Lead bullets are what is compared with: the text begins below them.
    """
    lines = tuple(Span(*match.span()) for match in LINE.finditer(article.text))
    lines = lines[_below_bullets(article, lines) :]
    raw = Article(text=article.text, paragraphs=lines, language=article.language)
    return [s.text for s in sentences.split(raw)[:BASELINE_SENTENCES]]


SYSTEMS: Mapping[str, System] = {
    "bullets": bullets,
    "ranker, 3 verbatim": ranked,
    "first 3, clean": clean_lead,
    "first 3, raw": raw_lead,
    "sumy lex-rank, 3": sumy_lexrank,
}


def _body(article: Article) -> Sequence[Sentence]:
    return furniture.body(sentences.split(article), article)


def _by_score(body: Sequence[Sentence], scores: Sequence[float]) -> list[Sentence]:
    return [body[i] for i in sorted(range(len(body)), key=lambda i: (-scores[i], i))]


def _read(chosen: Sequence[Sentence]) -> list[str]:
    """The sentences in the article's order, without dateline."""
    ordered = sorted(chosen, key=lambda sentence: sentence.index)
    return [_undated(sentence.text) for sentence in ordered]


def _below_bullets(article: Article, lines: Sequence[Span]) -> int:
    """The index of the first line below the lead bullets."""
    left = set(article.lead_bullets)
    for index, line in enumerate(lines):
        if not left:
            return index
        text = line.of(article.text)
        left -= {bullet for bullet in left if text.endswith(bullet)}
    return 0


def _undated(text: str) -> str:
    return DATELINE.sub("", text) or text
