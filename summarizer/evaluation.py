"""How near summaries come to what editors wrote, and how sound they are.

Bullets and simple baselines go through the same measures in one run: ROUGE against the
editors' bullets, the shape of the lines, and the faults that their words show.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer import baselines, faults, originals, shape
from summarizer.examples import Corpus, Example, read_corpus
from summarizer.options import Options
from summarizer.resampling import Difference, Interval, intervals, paired
from summarizer.rouge import Judge, Score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from summarizer.baselines import System
    from summarizer.errors import ReadError
    from summarizer.shape import Shape

    Watch = Callable[[Sequence[Example]], Iterable[Example]]

EDITORS = "editors"


@dataclass(frozen=True, slots=True)
class Measured:
    """The summary of one article by one system."""

    lines: tuple[str, ...]
    score: Score
    shapes: tuple[Shape, ...]
    faults: tuple[tuple[str, ...], ...]
    """The names of the faults of each line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One system's summaries, an article each, in the order of the corpus."""

    system: str
    summaries: tuple[Measured, ...]

    def series(self, figure: str) -> tuple[float, ...]:
        """One figure of ``Score``, an article each."""
        return tuple(getattr(each.score, figure) for each in self.summaries)

    def rouge(self) -> Mapping[str, Interval]:
        """Each figure of ``Score``, in points, with the interval of its mean."""
        names = Score.__slots__
        found = intervals([self.series(name) for name in names])
        return dict(zip(names, found, strict=True))

    def less(self, other: Row) -> Mapping[str, Difference]:
        """How far this system is above another in each figure of ``Score``."""
        return {
            name: paired(self.series(name), other.series(name))
            for name in Score.__slots__
        }

    def shape(self) -> Mapping[str, float]:
        """Lines and words of an article, words and characters of a line, each a mean.

        Then the percentages of lines that are shortened and that hold something, and
        the number of articles that have no line.
        """
        lines = [each for summary in self.summaries for each in summary.shapes]
        articles, count = len(self.summaries), max(1, len(lines))
        words = sum(line.words for line in lines)
        return {
            "bullets": len(lines) / articles,
            "total_words": words / articles,
            "words": words / count,
            "characters": sum(line.characters for line in lines) / count,
            "shortened": 100 * sum(line.shortened for line in lines) / count,
            "attributed": 100 * sum(line.attributed for line in lines) / count,
            "quoted": 100 * sum(line.quoted for line in lines) / count,
            "digits": 100 * sum(line.digits for line in lines) / count,
            "empty": sum(not summary.lines for summary in self.summaries),
        }

    def faults(self) -> Mapping[str, float]:
        """The percentage of lines with each fault, and with any."""
        lines = [each for summary in self.summaries for each in summary.faults]
        count = max(1, len(lines))
        rates = {
            name: 100 * sum(name in line for line in lines) / count
            for name in faults.FAULTS
        }
        return {**rates, "any": 100 * sum(map(bool, lines)) / count}


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a corpus gave: one row a system, and one for the editors' own bullets."""

    corpus: str
    examples: tuple[Example, ...]
    problems: tuple[ReadError, ...]
    """The lines and files of the corpus that could not be used."""
    rows: tuple[Row, ...]
    editors: Row
    """The first reference of each article, measured as if it were a summary."""

    def row(self, system: str) -> Row:
        """The row of a system; its name is as in ``rows``."""
        return next(row for row in self.rows if row.system == system)

    def worst(self, count: int) -> tuple[int, ...]:
        """The places of the ``count`` articles that the first system does worst on.

        The lowest mean of the three ROUGE figures is first.
        """
        means = [each.score.mean for each in self.rows[0].summaries]
        return tuple(sorted(range(len(means)), key=lambda i: (means[i], i))[:count])


def evaluate(
    corpus: str | Path | Corpus,
    *,
    systems: Sequence[System] | None = None,
    watch: Watch = iter,
) -> Evaluation:
    """Every system on every article of the corpus.

    ``watch`` is handed the examples and hands them on, one after the other, as they are
    worked on: a progress bar.

    Raises:
        MissingExtraError: rouge-score is not installed.
        ReadError: the corpus cannot be read or holds nothing that can be used.
    """
    judge = Judge()
    if systems is None:
        systems = baselines.systems(Options())
    found = corpus if isinstance(corpus, Corpus) else read_corpus(corpus)
    columns = [_measured(example, systems, judge) for example in watch(found.examples)]
    *rows, editors = (
        Row(name, summaries)
        for name, summaries in zip(
            [*(system.name for system in systems), EDITORS],
            zip(*columns, strict=True),
            strict=True,
        )
    )
    return Evaluation(found.name, found.examples, found.problems, tuple(rows), editors)


def _measured(
    example: Example, systems: Sequence[System], judge: Judge
) -> list[Measured]:
    """What each system makes of an article, and last what the first editor made."""
    written = [(system.write(example.article), system.limit) for system in systems]
    written.append((example.references[0], systems[0].limit))
    known = originals.read(example.article)
    return [
        Measured(
            lines=tuple(lines),
            score=judge.score(lines, example.references),
            shapes=shape.shapes(lines, known),
            faults=faults.find_faults(lines, known, limit=limit),
        )
        for lines, limit in written
    ]
