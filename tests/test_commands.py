"""``summarizer evaluate`` as it is typed."""

import io
import json
import sys
from pathlib import Path

import pytest

from summarizer import cli
from summarizer.cli import Code

FERRY = """\
The ferry to Skarholm stopped on Monday after its engine failed off the pier.

Captain Runa Halvik said the repair would take nine days.

About 400 islanders use the ferry on a working day.
"""
GOOD = json.dumps({"article": FERRY, "highlights": ["Skarholm ferry stops"]})


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def evaluate(monkeypatch, tmp_path, capsys):
    """A function that runs ``summarizer evaluate`` on a small corpus."""
    monkeypatch.chdir(tmp_path)
    Path("good.jsonl").write_text(f"{GOOD}\n{GOOD}\n", encoding="utf-8")
    Path("mixed.jsonl").write_text(f"{GOOD}\n{{\n{GOOD}\n", encoding="utf-8")

    def run(*words):
        code = cli.run(["evaluate", *words])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.fixture(autouse=True)
def _rouge():
    pytest.importorskip("rouge_score")


def test_a_corpus_gives_tables_and_nothing_else(evaluate):
    code, out, err = evaluate("good.jsonl")
    assert (code, err) == (Code.DONE, "")
    assert out.startswith("good.jsonl: 2 articles\n")
    for name in ("lead", "first 3", "ranker, 3 verbatim"):
        assert f"\n{name} " in out


def test_json_is_one_object(evaluate):
    words = ("--compare", "wire", "cnn", "--worst", "1", "-n", "2")
    _, out, _ = evaluate("good.jsonl", "-f", "json", *words, "--baseline", "lex-rank")
    found = json.loads(out)
    assert list(found["systems"])[:3] == ["wire", "cnn", "first 2"]
    assert "sumy lex-rank, 2" in found["systems"]
    assert list(found["differences"])[:2] == ["cnn", "first 2"]
    assert len(found["worst"]) == 1


def test_a_bad_line_is_named_and_the_rest_is_scored(evaluate):
    code, out, err = evaluate("mixed.jsonl")
    assert code == Code.NOTHING
    assert out.startswith("mixed.jsonl: 2 articles\n")
    assert err.startswith("summarizer: mixed.jsonl:2: ")
    assert len(err.splitlines()) == 1


REFUSED = [
    ("a style nobody knows", ["--style", "nope"], "nope"),
    ("a ranker nobody knows", ["--baseline", "nope"], "lex-rank"),
    ("one style to compare", ["--compare", "cnn"], "--compare"),
    ("fewer than none", ["--worst", "-1"], "--worst"),
    ("two styles and one more", ["--compare", "cnn", "wire", "-s", "lead"], "--style"),
]


@pytest.mark.parametrize(
    ("words", "message"),
    [case[1:] for case in REFUSED],
    ids=[case[0] for case in REFUSED],
)
def test_what_cannot_be_is_refused_in_one_line(evaluate, words, message):
    code, out, err = evaluate("good.jsonl", *words)
    assert (code, out) == (Code.USAGE, "")
    assert message in err
    assert len(err.splitlines()) == 1


def test_without_the_extra_one_line_says_how_to_get_it(evaluate, monkeypatch):
    monkeypatch.setitem(sys.modules, "rouge_score", None)
    monkeypatch.setitem(sys.modules, "rouge_score.rouge_scorer", None)
    code, out, err = evaluate("good.jsonl")
    assert (code, out) == (Code.NOTHING, "")
    assert "pip install" in err
    assert len(err.splitlines()) == 1


def test_a_terminal_shows_how_far_it_is(evaluate, monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    evaluate("good.jsonl")
    assert "Evaluating" in terminal.getvalue()
    assert "100%" in terminal.getvalue()


# --- the README -----------------------------------------------------------------------

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
SECTION = README.split("\n## Evaluate\n")[1].split("\n## ")[0]
OWN = ("--baseline", "--compare", "--worst", "--style", "--bullets", "--format")
HEADS = ("shape", "faults")


@pytest.mark.parametrize("option", OWN)
def test_every_option_is_in_the_section_and_in_the_help(option, evaluate):
    assert option in SECTION
    assert option in evaluate("--help")[1]


def test_every_figure_is_in_the_section(evaluate):
    found = json.loads(evaluate("good.jsonl", "-f", "json")[1])["editors"]
    names = [name for head in HEADS for name in found[head] if name != "any"]
    for name in names:
        assert f"`{name.replace('_', ' ')}`" in SECTION or name == "total_words"
