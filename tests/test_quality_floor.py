"""The bullets of ``corpora/`` are no worse than they were; and the gate is shut."""

import pytest

from summarizer import pipeline
from summarizer.errors import NothingToSummarizeError

from . import quality_floor as gate
from .quality_floor import Floor, digest, load, lowered, main, measure, problems, raised

pytest.importorskip("rouge_score")

PINNED = {"lead": {"rouge1": 36.0, "words": 50.0, "new_number": 0.0, "no_verb": 2.0}}
FLOOR = Floor("sha256:1", PINNED)


def figures(**changes):
    return {"lead": {**PINNED["lead"], **changes}}


def test_the_bullets_of_the_corpora_are_as_good_as_they_were():
    found = problems(load(), measure(), digest())
    assert not found, "\n".join(["", *found, gate.HOW_TO_LOWER])


# --- the gate -------------------------------------------------------------------------

DROPS = [
    ("rouge", {"rouge1": 35.75}, "lead rouge1: 35.75 is 0.25 below the floor of 36.0"),
    ("words", {"words": 52.5}, "lead words: 52.50 is 2.50 above the ceiling of 50.0"),
    (
        "a fault",
        {"no_verb": 2.8},
        "lead no_verb: 2.80 is 0.80 above the ceiling of 2.0",
    ),
    (
        "a fault there was none of",
        {"new_number": 0.8},
        "lead new_number: 0.80 is 0.80 above the ceiling of 0.0",
    ),
]


@pytest.mark.parametrize(
    ("changes", "message"), [d[1:] for d in DROPS], ids=[d[0] for d in DROPS]
)
def test_a_planted_drop_fails_and_says_by_how_much(changes, message):
    assert problems(FLOOR, figures(**changes), "sha256:1") == [message]


@pytest.mark.parametrize("changes", [{}, {"rouge1": 40.0}, {"words": 9.0}])
def test_what_is_as_good_or_better_passes(changes):
    assert problems(FLOOR, figures(**changes), "sha256:1") == []


def test_other_articles_fail_and_say_what_to_do():
    (problem,) = problems(FLOOR, figures(), "sha256:2")
    assert "--lower REASON" in problem


def test_raising_leaves_a_little_slack():
    new = raised(FLOOR, figures(rouge1=38.03, words=40.0, no_verb=0.0))
    assert new.figures == figures(rouge1=37.5, words=41.0, no_verb=1.2)


def test_raising_lowers_nothing():
    assert raised(FLOOR, figures(rouge1=36.2, words=49.5)) == FLOOR


def test_lowering_moves_only_what_fell_and_records_why():
    new = lowered(FLOOR, figures(rouge1=35.0, words=30.0), "sha256:1", "shorter")
    assert new.figures == figures(rouge1=34.5)
    assert new.lowered == (
        {"reason": "shorter", "figures": "lead rouge1 36.0 to 34.5"},
    )


def test_for_other_articles_everything_is_set_anew():
    new = lowered(FLOOR, figures(rouge1=40.0, words=60.0), "sha256:2", "one more")
    assert new.corpora == "sha256:2"
    assert new.figures["lead"]["rouge1"] == 39.5
    assert new.figures["lead"]["words"] == 61.0
    assert new.lowered[0]["reason"] == "one more"


def test_a_figure_that_was_never_pinned_is_pinned_by_raising():
    new = raised(Floor("sha256:1", {}), figures())
    assert new.figures["lead"]["rouge1"] == 35.5


def test_the_file_holds_what_was_saved(tmp_path):
    floor = lowered(FLOOR, figures(rouge1=35.0), "sha256:1", 'a "reason"\nin two lines')
    gate.save(floor, tmp_path / "floor.toml")
    assert load(tmp_path / "floor.toml") == floor


# --- the command ----------------------------------------------------------------------

ARTICLE = """\
• Ferry to Skarholm stops as its engine fails.
• Repair takes nine days, says Captain Runa Halvik.

The ferry to Skarholm stopped on Monday after its engine failed off the pier.

Captain Runa Halvik said the repair would take nine days.

About 400 islanders use the ferry on a working day.
"""


@pytest.fixture
def run(tmp_path, capsys):
    """A function that runs the command on a small corpus with a floor of its own."""
    corpora = tmp_path / "corpora"
    corpora.mkdir()
    (corpora / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    path = tmp_path / "floor.toml"

    def run(*words):
        code = main(words, corpora=corpora, path=path)
        return code, capsys.readouterr().err

    assert run("--raise") == (0, "")
    return run


@pytest.fixture
def worsen(monkeypatch):
    """A function after which no article gives a bullet."""

    def refuse(*_):
        raise NothingToSummarizeError

    return lambda: monkeypatch.setattr(pipeline, "summarize", refuse)


def test_nothing_changed_passes(run):
    assert run() == (0, "")


def test_raising_is_refused_where_something_fell(run, worsen, tmp_path):
    worsen()
    before = (tmp_path / "floor.toml").read_bytes()
    code, err = run("--raise")
    assert code == 1
    assert "lead rouge1: 0.00 is" in err
    assert gate.HOW_TO_LOWER in err
    assert (tmp_path / "floor.toml").read_bytes() == before


def test_lowering_says_why(run, worsen, tmp_path):
    worsen()
    assert run("--lower", "a trial") == (0, "")
    assert load(tmp_path / "floor.toml").lowered[0]["reason"] == "a trial"
    assert run() == (0, "")


@pytest.mark.parametrize(
    "words", [["--lower"], ["--lower", " "], ["--lower=x", "--raise"]]
)
def test_lowering_in_silence_is_refused(run, words, tmp_path):
    before = (tmp_path / "floor.toml").read_bytes()
    with pytest.raises(SystemExit) as caught:
        run(*words)
    assert caught.value.code == 2
    assert (tmp_path / "floor.toml").read_bytes() == before


def test_the_ends_of_lines_change_nothing(run, tmp_path):
    other = tmp_path / "corpora" / "ferry.txt"
    other.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    assert run() == (0, "")


def test_a_changed_article_is_noticed(run, tmp_path):
    other = tmp_path / "corpora" / "ferry.txt"
    other.write_text(ARTICLE.replace("400", "500"), encoding="utf-8")
    code, err = run("--raise")
    assert code == 1
    assert "corpora/ is not what the floor was set on" in err
    assert run("--lower", "500 of them")[0] == 0
    assert run() == (0, "")
