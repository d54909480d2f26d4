"""One score a sentence, and what moves it."""

import pytest

from summarizer.article import Sentence, Span
from summarizer.errors import OptionError
from summarizer.ranking import overlap, rank
from tests.fresh import for_every_hash_seed

STORM = [
    "A storm cut power to 40,000 homes in Norland on Monday.",
    "Engineers from the Norland grid worked through the night.",
    "Is this the new normal?",
    "The storm also closed schools in Norland, officials said.",
    "I have never liked the wind.",
    "Power should be back in most homes by Wednesday, the grid said.",
]


def sentences(texts):
    found, start = [], 0
    for index, text in enumerate(texts):
        found.append(Sentence(text, Span(start, start + len(text)), index, index))
        start += len(text) + 1
    return found


def order(texts, **options):
    scores = rank(sentences(texts), **options)
    return sorted(range(len(texts)), key=lambda i: (-scores[i], i))


def test_scores_run_from_zero_to_one_and_the_best_is_one():
    scores = rank(sentences(STORM))
    assert len(scores) == len(STORM)
    assert max(scores) == 1.0
    assert all(0 <= score <= 1 for score in scores)


@pytest.mark.parametrize(
    "texts",
    [[], ["Rain."], ["The and of."], ["Yes.", "No."], ["Rain fell.", "Sun shone."]],
)
def test_odd_input_gives_one_number_a_sentence(texts):
    scores = rank(sentences(texts))
    assert len(scores) == len(texts)
    assert all(0 <= score <= 1 for score in scores)


def test_the_lead_comes_first():
    assert order(STORM)[0] == 0


def test_questions_and_first_person_come_last():
    assert set(order(STORM)[-2:]) == {2, 4}


def test_the_title_draws_the_ranking():
    plain, titled = order(STORM), order(STORM, title="Schools closed in Norland")
    assert titled.index(3) < plain.index(3)


def test_the_focus_draws_it_harder():
    assert order(STORM, focus="homes by Wednesday")[0] == 5


def test_the_scores_are_the_same_for_any_hash_seed():
    code = (
        "from tests.test_ranking import STORM, sentences;"
        "from summarizer.ranking import rank;"
        "print(rank(sentences(STORM), title='Norland schools', focus='power'))"
    )
    assert len(for_every_hash_seed(code)) == 1


def test_an_unknown_language_is_refused():
    with pytest.raises(OptionError):
        rank(sentences(STORM), language="xx")


OVERLAPS = [
    ("Rain fell in Leeds.", "Rain fell in Leeds.", 1.0),
    ("Rain fell in Leeds.", "Snow covered Oslo.", 0.0),
    ("", "Snow covered Oslo.", 0.0),
]


@pytest.mark.parametrize(("first", "second", "expected"), OVERLAPS)
def test_overlap_is_one_for_the_same_and_zero_for_nothing_shared(
    first, second, expected
):
    assert overlap(first, second) == pytest.approx(expected)
