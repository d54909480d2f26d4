"""An evaluation on a terminal and as JSON."""

import json
from dataclasses import replace

import pytest

from summarizer.errors import ReadError
from summarizer.evaluation import Evaluation, Measured, Row
from summarizer.examples import Example
from summarizer.reading import read
from summarizer.rouge import Score
from summarizer.scoreboard import text, to_json
from summarizer.shape import Shape

FERRY = read("The ferry to Skarholm stopped on Monday. Its engine had failed.")
LINE = Shape(
    words=3, characters=12, shortened=True, attributed=False, quoted=False, digits=False
)


def measured(rouge1, *faults):
    score = Score(rouge1, rouge1 / 2, rouge1)
    return Measured(("Ferry stops.",), score, (LINE,), (faults,))


EVALUATION = Evaluation(
    corpus="small.jsonl",
    examples=tuple(Example(name, FERRY, (("Ferry halts",),)) for name in ("a", "b")),
    problems=(ReadError("small.jsonl:3", "is not an object"),),
    rows=(
        Row("lead", (measured(40.0), measured(20.0, "new_word", "too_long"))),
        Row("first 3", (measured(30.0), measured(20.0))),
    ),
    editors=Row("editors", (measured(100.0), measured(100.0))),
)

TEXT = """\
small.jsonl: 2 articles

ROUGE F1, 95%                R1                R2             RLsum
lead           30.0 (20.0-40.0)  15.0 (10.0-20.0)  30.0 (20.0-40.0)
first 3        25.0 (20.0-30.0)  12.5 (10.0-15.0)  25.0 (20.0-30.0)

lead less ...                    R1                   R2                 RLsum  R1 won  equal
first 3        +5.0 (+0.0 to +10.0)  +2.5 (+0.0 to +5.0)  +5.0 (+0.0 to +10.0)     50%    50%

Shape       lead  first 3  editors
bullets      1.0      1.0      1.0
words        3.0      3.0      3.0
words each   3.0      3.0      3.0
characters  12.0     12.0     12.0
shortened   100%     100%     100%
attributed    0%       0%       0%
quoted        0%       0%       0%
digits        0%       0%       0%
empty          0        0        0

Faults, % of bullets  lead  first 3  editors
"""  # noqa: E501
WORST = """\
The 1 lowest of lead

b  16.7
  editors
    • Ferry halts
  lead
    • Ferry stops.  [new word, too long]
"""


def test_the_tables_are_aligned():
    assert text(EVALUATION).startswith(TEXT)
    assert "new word              50.0      0.0      0.0\n" in text(EVALUATION)
    assert text(EVALUATION).endswith("any                   50.0      0.0      0.0\n")


def test_what_is_asked_for_stands_below():
    found = text(EVALUATION, worst=1)
    assert found == f"{text(EVALUATION)}\n{WORST}"


def test_no_control_character_reaches_the_terminal():
    odd = Example("a\x1b[2J", FERRY, (("Ferry\x07 halts",),))
    found = text(replace(EVALUATION, examples=(odd, odd)), worst=2)
    assert "\x1b" not in found
    assert "\x07" not in found


def test_more_than_there_are_cannot_be_worst():
    assert "The 2 lowest of lead" in text(EVALUATION, worst=20)


def test_the_json_holds_the_same():
    whole = json.loads(to_json(EVALUATION, worst=1))
    assert (whole["corpus"], whole["articles"]) == ("small.jsonl", 2)
    assert whole["skipped"] == ["small.jsonl:3: is not an object"]
    lead = whole["systems"]["lead"]
    assert lead["rouge1"] == {"mean": 30.0, "low": 20.0, "high": 40.0}
    assert lead["shape"]["shortened"] == 100.0
    assert lead["faults"]["new_word"] == 50.0
    assert set(whole["editors"]) == {"shape", "faults"}
    assert list(whole["differences"]) == ["first 3"]
    assert whole["differences"]["first 3"]["rouge1"] == {
        "mean": 5.0, "low": 0.0, "high": 10.0, "won": 0.5, "tied": 0.5,
    }  # fmt: skip
    assert whole["worst"] == [
        {
            "name": "b",
            "score": 16.67,
            "references": [["Ferry halts"]],
            "bullets": [{"text": "Ferry stops.", "faults": ["new_word", "too_long"]}],
        }
    ]


def test_the_json_holds_no_more_than_was_asked_for():
    assert "worst" not in json.loads(to_json(EVALUATION))


def test_one_system_alone_is_compared_with_none():
    alone = replace(EVALUATION, rows=EVALUATION.rows[:1])
    assert "less" not in text(alone)
    assert json.loads(to_json(alone))["differences"] == {}


@pytest.mark.parametrize("render", [text, to_json])
def test_it_ends_on_one_line_break(render):
    assert render(EVALUATION).endswith("\n")
    assert not render(EVALUATION).endswith("\n\n")
