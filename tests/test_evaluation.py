"""What an evaluation holds: every system on every article, by the same measures."""

import json

import pytest

from summarizer.baselines import System, systems
from summarizer.evaluation import evaluate
from summarizer.faults import FAULTS
from summarizer.options import Options
from summarizer.rouge import Score

BODY = [
    "SKARHOLM (NP) — The ferry to the mainland stopped as its engine fails to start.",
    "Captain Runa Halvik said the repair would take nine days.",
    "About 400 islanders use the ferry on a working day.",
    "The shop in Skarholm has bread for two days, its owner said.",
]
BULLETS = ["Skarholm ferry stops as its engine fails", "Repair to take nine days"]

pytest.importorskip("rouge_score")


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "small.jsonl"
    row = {"id": "ferry", "article": "\n\n".join(BODY), "highlights": BULLETS}
    worse = {**row, "id": "worse", "highlights": ["Bread runs out"]}
    lines = [json.dumps(row), "{", json.dumps(worse)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def fixed(name, *lines, limit=6):
    return System(name, lambda _: lines, limit)


def test_every_system_is_scored_on_every_article(corpus):
    found = evaluate(corpus)
    assert [row.system for row in found.rows] == [
        "lead",
        "first 3",
        "ranker, 3 verbatim",
    ]
    assert [example.name for example in found.examples] == ["ferry", "worse"]
    for row in found.rows:
        assert len(row.summaries) == 2
        assert 0 < row.rouge()["rouge1"].mean < 100


def test_a_bad_line_is_told_and_ends_nothing(corpus):
    (problem,) = evaluate(corpus).problems
    assert problem.source == f"{corpus}:2"


def test_every_article_passes_by_whoever_watches(corpus):
    seen = []

    def watch(examples):
        for example in examples:
            seen.append(example.name)
            yield example

    evaluate(corpus, watch=watch)
    assert seen == ["ferry", "worse"]


def test_the_editors_are_measured_as_well(corpus):
    found = evaluate(corpus, systems=[fixed("one", "Rain")])
    assert found.editors.summaries[0].lines == tuple(BULLETS)
    assert found.editors.summaries[0].score == Score(100.0, 100.0, 100.0)


def test_the_shape_is_that_of_lines_and_of_articles(corpus):
    lines = ('"Bread" is gone, says Tveit', "About 400 islanders use ferries")
    (row,) = evaluate(corpus, systems=[fixed("one", *lines)]).rows
    assert row.shape() == {
        "bullets": 2.0,
        "total_words": 10.0,
        "words": 5.0,
        "characters": 29.0,
        "shortened": 50.0,
        "attributed": 50.0,
        "quoted": 50.0,
        "digits": 50.0,
        "empty": 0,
    }


def test_fault_rates_are_shares_of_lines(corpus):
    lines = ("He left the ferry to the islanders alone", "But the ferry stopped")
    (row,) = evaluate(corpus, systems=[fixed("one", *lines)]).rows
    assert list(row.faults()) == [*FAULTS, "any"]
    found = {name: rate for name, rate in row.faults().items() if rate}
    assert found == {
        "pronoun": 50.0,
        "connective": 50.0,
        "new_word": 100.0,
        "too_long": 50.0,
        "any": 100.0,
    }


def test_a_system_that_writes_nothing_is_a_row_too(corpus):
    (row,) = evaluate(corpus, systems=[fixed("none")]).rows
    assert row.shape()["empty"] == 2
    assert row.shape()["words"] == 0
    assert row.faults()["any"] == 0


def test_the_worst_come_lowest_first(corpus):
    found = evaluate(corpus, systems=[fixed("one", *BULLETS)])
    assert found.worst(20) == (1, 0)
    assert found.worst(1) == (1,)


def test_two_systems_are_compared_article_by_article(corpus):
    rows = evaluate(corpus, systems=[fixed("one", *BULLETS), fixed("none")]).rows
    gap = rows[0].less(rows[1])["rouge1"]
    assert gap.won == 0.5
    assert gap.gap.mean == 50.0
    assert rows[1].less(rows[0])["rouge1"].gap.mean == -50.0


def test_an_evaluation_is_the_same_every_time(corpus):
    tried = systems(Options(), against="cnn", baselines=["lex-rank"])
    assert evaluate(corpus, systems=tried).rows == evaluate(corpus, systems=tried).rows
