"""ROUGE as rouge-score has it, for one reference and for several."""

import sys

import pytest

from summarizer.errors import MissingExtraError
from summarizer.rouge import Judge, Score

BULLETS = ["Skarholm ferry stops as its engine fails", "Repair to take nine days"]


@pytest.fixture
def judge():
    pytest.importorskip("rouge_score")
    return Judge()


def test_the_reference_itself_scores_100(judge):
    assert judge.score(BULLETS, [BULLETS]) == Score(100.0, 100.0, 100.0)


def test_no_summary_scores_nothing(judge):
    assert judge.score([], [BULLETS]) == Score(0.0, 0.0, 0.0)


def test_the_best_of_several_references_counts(judge):
    score = judge.score(["rain falls"], [["snow melts"], ["rain falls"]])
    assert score == Score(100.0, 100.0, 100.0)


def test_each_figure_has_its_own_best_reference(judge):
    score = judge.score(["rain falls on Leeds"], [["Leeds rain"], ["falls on"]])
    assert score.rouge1 == pytest.approx(200 / 3)
    assert score.rouge2 == pytest.approx(50)


def test_it_is_what_rouge_score_gives(judge):
    from rouge_score.rouge_scorer import RougeScorer

    kinds = ["rouge1", "rouge2", "rougeLsum"]
    scorer = RougeScorer(kinds, use_stemmer=True)
    lines = ["The ferry to Skarholm stopped.", "Engines failing; nine days' repair"]
    theirs = scorer.score("\n".join(BULLETS), "\n".join(lines))
    ours = judge.score(lines, [BULLETS])
    assert ours == Score(*(100 * theirs[kind].fmeasure for kind in kinds))


def test_the_mean_is_that_of_the_three():
    assert Score(40.0, 20.0, 30.0).mean == 30.0


def test_without_rouge_score_what_is_missing_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "rouge_score", None)
    monkeypatch.setitem(sys.modules, "rouge_score.rouge_scorer", None)
    # Not "summarizer[evaluate]": of that name there is another package on the index.
    with pytest.raises(MissingExtraError, match="pip install rouge-score"):
        Judge()
