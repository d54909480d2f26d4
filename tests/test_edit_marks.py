"""What is marked in a sentence is its edits, all of them, and nothing else."""

from pathlib import Path

import pytest

from summarizer import summarize
from summarizer.article import Sentence, Span
from summarizer.bullet import Edit, pieces
from summarizer.edit_marks import marks

CORPORA = sorted((Path(__file__).parent.parent / "corpora").glob("*.txt"))
TEXT = "Ilse Brandt said on Monday the bridge will stay shut."
SENTENCE = Sentence(TEXT, Span(0, len(TEXT)), 0, 0)
NAME, CUE, CLAIM = Span(0, 11), Span(12, 16), Span(27, 52)


def before(found):
    """The sentence again: what was put in left out."""
    return "".join(mark.text for mark in found if mark.state != "in")


def after(found):
    """The bullet before its seams are tidied: what went out left out."""
    return "".join(
        (after(mark.inner) if mark.inner else mark.text)
        for mark in found
        if mark.state != "out"
    )


CASES = {
    "no edit": [],
    "a drop": [Edit("drop", Span(16, 26), "weekday")],
    "a replaced word": [Edit("replace", CUE, "tense", "says")],
    "a drop at the end": [Edit("drop", Span(52, 53), "period")],
    "an insert": [Edit("insert", Span(52, 52), "insert", " until May")],
    "moved words": [Edit("move", NAME, "attribution", at=52)],
    "moved words with an edit inside": [
        Edit("insert", Span(52, 52), "comma", ", "),
        Edit("move", Span(0, 26), "attribution", at=52),
        Edit("replace", CUE, "tense", "says"),
        Edit("drop", Span(16, 26), "weekday"),
        Edit("replace", Span(27, 28), "capital", "T"),
    ],
    "two moves to one place": [
        Edit("move", CUE, "attribution", at=52),
        Edit("move", NAME, "attribution", at=52),
        Edit("drop", Span(16, 27), "that"),
    ],
    "drops that overlap": [
        Edit("drop", Span(11, 20), "filler"),
        Edit("drop", Span(16, 26), "weekday"),
    ],
    "an insert inside a drop": [
        Edit("drop", Span(11, 27), "filler"),
        Edit("insert", Span(16, 16), "insert", "!"),
    ],
    "a replaced word after an insert": [
        Edit("insert", Span(12, 12), "insert", "then "),
        Edit("replace", CUE, "tense", "says"),
    ],
}


@pytest.mark.parametrize("edits", CASES.values(), ids=CASES)
def test_both_texts_can_be_read_from_the_marks(edits):
    found = marks(SENTENCE, edits)
    assert before(found) == TEXT
    assert after(found) == "".join(text for text, _ in pieces(SENTENCE, edits))


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: path.stem)
@pytest.mark.parametrize("style", ["lead", "cnn", "wire"])
def test_both_texts_can_be_read_from_the_marks_of_real_bullets(path, style):
    for bullet in summarize(path, style=style):
        found = marks(bullet.source, bullet.edits)
        assert before(found) == bullet.source.text
        assert after(found) == "".join(
            text for text, _ in pieces(bullet.source, bullet.edits)
        )


def test_every_mark_knows_its_edit():
    edits = CASES["moved words with an edit inside"]
    found = marks(SENTENCE, edits)
    rules = [(mark.state, mark.edit.rule) for mark in found if mark.edit]
    assert rules == [
        ("out", "attribution"),
        ("out", "capital"),
        ("in", "capital"),
        ("in", "comma"),
        ("in", "attribution"),
    ]
    (moved,) = [mark for mark in found if mark.inner]
    assert [mark.edit.rule for mark in moved.inner if mark.edit] == [
        "tense",
        "tense",
        "weekday",
    ]


def test_a_letter_or_a_mark_needs_no_label():
    found = marks(SENTENCE, CASES["moved words with an edit inside"])
    assert [mark.is_worded for mark in found if mark.edit] == [
        True,
        False,
        False,
        False,
        True,
    ]
