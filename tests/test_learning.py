"""What a style learned from past bullets says, and what it leaves open."""

import json
import tomllib
from pathlib import Path

import pytest

from summarizer import ReadError, cli, styles, summarize
from summarizer.learning import learn
from summarizer.past_bullets import read

ROOT = Path(__file__).parent.parent
EVAL = ROOT.parent / "shared" / "eval"

TERSE = [
    "Mayor Ilse Brandt says the harbour bridge will stay shut",
    "Two ferries carry commuters across the river at no charge",
    "Engineer Paul Adeyemi says repairs may take two years",
    "Council votes on a toll of 3 euros next month",
]
WORDY = [
    "The harbour bridge in Nordhaven would stay shut until spring because its beams "
    "had cracked, the mayor, Ilse Brandt, said.",
    "Two ferries carried commuters across the river at no charge on Monday, and a "
    "third one was expected from Denmark within a week.",
    "The repairs could take two years and cost more than the city had put aside, an "
    "engineer who had seen the beams, Paul Adeyemi, said.",
]


def rows(path, *sets, key="bullets"):
    lines = (json.dumps({key: bullets}) for bullets in sets)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_two_houses_get_two_styles(tmp_path):
    terse = learn(rows(tmp_path / "terse.jsonl", *[TERSE] * 6)).style
    wordy = learn(rows(tmp_path / "wordy.jsonl", *[WORDY] * 8)).style
    assert (terse.period, terse.tense, terse.attribution) == (False, "present", "front")
    assert (wordy.period, wordy.tense, wordy.attribution) == (True, "source", "end")
    assert (terse.bullets, terse.words, terse.max_words) == ((4, 4), 10, 10)
    assert (wordy.bullets, wordy.words, wordy.max_words) == ((3, 3), 23, 25)
    assert (terse.total_words, wordy.total_words) == (29, 68)


def test_what_a_house_prints_often_is_not_cut(tmp_path):
    terse = learn(rows(tmp_path / "terse.jsonl", *[TERSE] * 6)).style
    wordy = learn(rows(tmp_path / "wordy.jsonl", *[WORDY] * 8)).style
    assert "weekday" in terse.trims
    assert "weekday" not in wordy.trims
    assert "quote-sentence" not in terse.templates


def test_the_file_is_the_style_and_holds_its_evidence(tmp_path):
    learned = learn(rows(tmp_path / "terse.jsonl", *[TERSE] * 6))
    assert styles.parse(tomllib.loads(learned.toml), "terse.jsonl") == learned.style
    assert "24 bullets in 6 sets" in learned.toml
    assert "12 in the present, 0 in the past" in learned.toml
    assert "front 12, middle 0, end 0, colon 0" in learned.toml
    assert max(map(len, learned.toml.splitlines())) <= 100


def test_a_learned_style_writes_bullets(tmp_path):
    house = tmp_path / "house.toml"
    house.write_text(learn(rows(tmp_path / "terse.jsonl", *[TERSE] * 6)).toml)
    summary = summarize(ROOT / "corpora" / "01-kittredge-bridge.txt", style=str(house))
    assert summary.style == "house"
    assert not any(bullet.text.endswith(".") for bullet in summary)


FORMS = [
    ("highlights", [{"highlights": TERSE}]),
    ("a bare list", [TERSE]),
    ("one text", [{"bullets": "\n".join(TERSE)}]),
    ("our own JSON", [{"title": "x", "bullets": [{"text": text} for text in TERSE]}]),
    ("list marks", [{"bullets": [f"• {text}" for text in TERSE]}]),
]


@pytest.mark.parametrize("form", [form for _, form in FORMS], ids=[n for n, _ in FORMS])
def test_bullets_are_read_in_every_form(tmp_path, form):
    path = tmp_path / "past.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in form), encoding="utf-8")
    assert read(path).sets == (tuple(TERSE),)


def test_a_folder_gives_the_lead_of_each_file(tmp_path):
    marked = "".join(f"- {text}\n" for text in TERSE) + "\nThe article.\n\n- A list.\n"
    (tmp_path / "a.txt").write_text(marked, encoding="utf-8")
    (tmp_path / "b.md").write_text("\n".join(TERSE), encoding="utf-8")
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    assert read(tmp_path).sets == (tuple(TERSE), tuple(TERSE))


REFUSED = [
    ("too few", json.dumps(TERSE), r"too few bullets \(4\); give at least 20"),
    ("empty", "", "holds no bullets; give JSON Lines"),
    ("no JSON", "bullets\nbullets", "holds no bullets; give JSON Lines"),
    ("no lists", '{"bullets": 3}\n{"title": "x"}\n7', "holds no bullets"),
    ("deep", "[" * 100_000, "holds no bullets"),
    ("an endless line", json.dumps(["word " * 200_000]), "holds no bullets"),
    ("an endless word", json.dumps(['"' * 1_000_000] * 20), "holds no bullets"),
]


@pytest.mark.parametrize(
    ("text", "message"), [case[1:] for case in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_what_cannot_be_learned_from_is_one_clear_line(tmp_path, text, message):
    path = tmp_path / "past.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError, match=message) as raised:
        learn(path)
    assert "\n" not in str(raised.value)


def test_a_line_without_an_end_is_one_clear_line(tmp_path, monkeypatch):
    monkeypatch.setattr("summarizer.jsonl.LONGEST", 1000)
    monkeypatch.setattr("summarizer.jsonl.ENDLESS", 5000)
    path = tmp_path / "device"
    path.write_bytes(bytes(20_000))
    with pytest.raises(ReadError, match="a line without an end; give JSON Lines"):
        learn(path)


def test_a_missing_file_is_one_clear_line(tmp_path):
    with pytest.raises(ReadError, match="cannot be read"):
        learn(tmp_path / "none.jsonl")


def test_what_the_bullets_leave_open_is_told(tmp_path):
    half = [TERSE[1], f"{TERSE[3]}."]
    learned = learn(rows(tmp_path / "past.jsonl", *[half] * 12, ["", 7]))
    assert learned.notes == (
        "1 line or file holds no bullets and is left out",
        "full stops are mixed (50% of the bullets have one); look at: period",
        "few bullets tell who says it; look at: tense, attribution",
    )
    assert (learned.style.tense, learned.style.attribution) == ("source", "source")


def test_a_name_that_is_no_toml_harms_nothing(tmp_path):
    path = tmp_path / 'a"\\ \u007f\nbullets = 9.jsonl'
    learned = learn(rows(path, *[TERSE] * 6))
    assert learned.style.bullets == (4, 4)


def test_sets_of_any_size_give_a_style_that_loads(tmp_path):
    learned = learn(rows(tmp_path / "past.jsonl", TERSE * 40, ["Rain."]))
    assert learned.style.bullets == (1, 50)


def test_the_command_writes_the_file(tmp_path, capsys):
    past = str(rows(tmp_path / "past.jsonl", *[TERSE] * 6))
    house = tmp_path / "house.toml"
    assert cli.run(["styles", "learn", past, "--output", str(house)]) == 0
    assert styles.load(house).words == 10
    assert cli.run(["styles", "learn", past]) == 0
    captured = capsys.readouterr()
    assert captured.out == house.read_text(encoding="utf-8")
    assert captured.err == ""


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["learn"], cli.Code.USAGE, "PAST: is missing"),
        (["lead", "past.jsonl"], cli.Code.USAGE, "goes with learn"),
        (["learn", "none.jsonl"], cli.Code.NOTHING, "cannot be read"),
    ],
)
def test_a_slip_on_the_command_line_is_one_line(capsys, words, code, message):
    assert cli.run(["styles", *words]) == code
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.eval
@pytest.mark.skipif(not EVAL.is_dir(), reason="no evaluation data beside the project")
def test_houses_that_differ_come_out_different():
    business = learn(EVAL / "business-insider-bullets.jsonl").style
    highlights = learn(EVAL / "highlights-style.jsonl").style
    cnn = learn(EVAL / "cnn-dev.jsonl").style
    assert (business.period, business.tense) == (True, "source")
    assert (cnn.period, cnn.tense, highlights.tense) == (False, "present", "present")
    assert business.words > 1.5 * max(highlights.words, cnn.words)
    assert business.max_words > 1.5 * max(highlights.max_words, cnn.max_words)
