"""What makes a word likely to be printed, one reason at a time."""

import pytest

from summarizer import lexicon
from summarizer.keywords import FEATURES, expected, features

SENTENCES = [["ferri", "sank", "12"], ["ferri", "mayor"], ["bridg", "cost", "school"]]
SCORES = [1.0, 0.4, 0.1]

# A feature, a stem that has it, and one that has less of it.
CASES = [
    ("often", "ferri", "sank"),
    ("early", "sank", "mayor"),
    ("weighty", "mayor", "bridg"),
    ("title", "school", "cost"),
    ("figure", "12", "sank"),
]


@pytest.mark.parametrize(("feature", "has", "lacks"), CASES)
def test_a_feature_tells_two_words_apart(feature, has, lacks):
    rows = features(SENTENCES, SCORES, title=["school"])
    place = FEATURES.index(feature)
    assert rows[has][place] > rows[lacks][place]


@pytest.mark.parametrize(("has", "lacks"), [case[1:] for case in CASES])
def test_each_reason_makes_a_word_likelier(has, lacks):
    found = expected(SENTENCES, SCORES, title=["school"])
    assert 0 < found[lacks] < found[has] < 1


def test_every_feature_has_a_weight_and_every_weight_a_feature():
    assert set(lexicon.table("prior")["words"]) == {*FEATURES, "base"}


def test_an_article_without_words_expects_none():
    assert expected([], [], title=[]) == {}
