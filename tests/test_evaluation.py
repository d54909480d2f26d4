"""The table that a corpus gives, and how the systems in it come about."""

import json
import sys

import pytest

from summarizer import reading
from summarizer.errors import MissingExtraError
from summarizer.evaluation import (
    SYSTEMS,
    Judge,
    Row,
    Score,
    Table,
    clean_lead,
    evaluate,
    paired_bootstrap,
    raw_lead,
)

BODY = [
    "SKARHOLM (NP) — The ferry to the mainland stopped as its engine fails to start.",
    "Captain Runa Halvik said the repair would take nine days.",
    "About 400 islanders use the ferry on a working day.",
    "The shop in Skarholm has bread for two days, its owner said.",
]
BULLETS = ["Skarholm ferry stops as its engine fails", "Repair to take nine days"]
SCORES = (Score(40.0, 20.0, 30.0, 10), Score(60.0, 30.5, 40.0, 21))
TABLE = Table("small.jsonl", ("a", "b"), (Row("first", SCORES), Row("2nd", SCORES)))


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "small.jsonl"
    row = {"article": "\n\n".join(BODY), "highlights": BULLETS}
    path.write_text(f"{json.dumps(row)}\n{json.dumps(row)}\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path):
    text = "\n".join([*(f"• {bullet}" for bullet in BULLETS), "", "\n\n".join(BODY)])
    (tmp_path / "ferry.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_every_system_is_scored_on_every_article(lines):
    pytest.importorskip("rouge_score")
    table = evaluate(lines)
    assert [row.system for row in table.rows] == list(SYSTEMS)
    for row in table.rows:
        assert len(row.scores) == 2
        assert row.scores[0] == row.scores[1]
        assert 0 < row.mean("rouge1") < 100


def test_the_reference_itself_scores_100(folder):
    pytest.importorskip("rouge_score")
    table = evaluate(folder, systems={"editor": lambda a: a.lead_bullets})
    assert table.names == ("ferry",)
    assert table.rows == (Row("editor", (Score(100.0, 100.0, 100.0, 12),)),)


def test_several_references_are_averaged():
    pytest.importorskip("rouge_score")
    score = Judge().score(["rain falls"], [["rain falls"], ["snow melts"]])
    assert (score.rouge1, score.rouge2, score.words) == (50.0, 50.0, 2)


def test_no_summary_scores_nothing():
    pytest.importorskip("rouge_score")
    assert Judge().score([], [BULLETS]) == Score(0.0, 0.0, 0.0, 0)


def test_the_table_as_text():
    assert TABLE.to_text().splitlines() == [
        "small.jsonl: 2 articles",
        "         R1    R2  RLsum  words",
        "first  50.0  25.2   35.0   15.5",
        "2nd    50.0  25.2   35.0   15.5",
    ]


def test_the_table_as_json():
    means = {"rouge1": 50.0, "rouge2": 25.25, "rouge_lsum": 35.0, "words": 15.5}
    assert json.loads(TABLE.to_json()) == {
        "corpus": "small.jsonl",
        "articles": 2,
        "systems": {"first": means, "2nd": means},
    }


def test_the_raw_lead_begins_below_the_bullets(folder):
    article = reading.read(folder / "ferry.txt")
    assert article.lead_bullets == tuple(BULLETS)
    assert raw_lead(article) == BODY[:3]


def test_the_raw_lead_keeps_what_the_clean_one_drops():
    article = reading.read("\n\n".join(["By Odd Tveit", *BODY]))
    assert raw_lead(article)[0] == "By Odd Tveit"
    assert clean_lead(article)[0].startswith("The ferry to the mainland")


def test_without_rouge_the_extra_is_named(lines, monkeypatch):
    monkeypatch.setitem(sys.modules, "rouge_score", None)
    monkeypatch.setitem(sys.modules, "rouge_score.rouge_scorer", None)
    with pytest.raises(MissingExtraError, match=r"summarizer\[evaluate\]"):
        evaluate(lines)


def test_the_bootstrap_is_the_same_every_time():
    first, second = [40.0, 35.0, 50.0, 20.0], [38.0, 36.0, 41.0, 20.0]
    found = paired_bootstrap(first, second)
    assert found == paired_bootstrap(first, second)
    assert found.mean == 2.5
    assert found.low < found.mean < found.high
    assert paired_bootstrap(second, first).mean == -2.5


def test_the_bootstrap_compares_the_same_articles():
    with pytest.raises(ValueError, match="shorter"):
        paired_bootstrap([1.0, 2.0], [1.0])
