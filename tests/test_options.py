from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from summarizer.errors import OptionError
from summarizer.options import Changes, Options, bullet_count, word_budget, word_limits

WRONG = [
    ("bullets", 0, "1 to 50"),
    ("bullets", 51, "1 to 50"),
    ("bullets", 2.0, "1 to 50"),
    ("bullets", True, "1 to 50"),
    ("max_words", 4, "5 to 200"),
    ("max_chars", 29, "30 to 2000"),
    ("total_words", "30", "5 to 5000"),
    ("length", "tiny", "short, medium, long"),
    ("ranker", "textrank", "text-rank"),
    ("ranker", None, "lexrank"),
    ("kind", "pdf", "auto, text, html, markdown"),
    ("style", "", "a name or a path"),
    ("style", None, "a name or a path"),
    ("title", 3, "give words"),
    ("focus", b"bridge", "give words"),
    ("language", "english", "two small letters"),
    ("language", "EN", "two small letters"),
    ("allow_private", 1, "True nor False"),
]


@pytest.mark.parametrize(("field", "value", "remedy"), WRONG)
def test_a_wrong_value_is_refused_and_the_message_names_field_and_range(
    field, value, remedy
):
    with pytest.raises(OptionError, match=f"^{field}: ") as caught:
        Options(**{field: value})
    assert caught.value.field == field
    assert remedy in str(caught.value)


RIGHT = [
    ("bullets", 1),
    ("bullets", 50),
    ("max_words", 5),
    ("max_chars", 30),
    ("style", Path("house.toml")),
    ("title", "Bridge shut"),
    ("language", "de"),
    ("allow_private", True),
]


@pytest.mark.parametrize(("field", "value"), RIGHT)
def test_a_right_value_is_kept(field, value):
    assert getattr(Options(**{field: value}), field) == value


def test_options_cannot_be_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        Options().bullets = 3


def test_replace_changes_what_is_named_and_keeps_the_rest():
    options = Options(bullets=4, style="wire")
    assert options.replace(bullets=2) == Options(bullets=2, style="wire")


def test_replace_checks_again():
    with pytest.raises(OptionError, match="bullets"):
        Options().replace(bullets=0)


def test_replace_names_the_options_there_are():
    with pytest.raises(OptionError, match=r"^bulets: .*known are bullets, max_words"):
        Options().replace(bulets=3)


def test_the_keywords_of_a_call_are_the_fields():
    assert tuple(Changes.__annotations__) == Options.__slots__


COUNTS = [
    (40, Options(), (2, 5), 2),
    (199, Options(), (2, 5), 2),
    (200, Options(), (2, 5), 3),
    (1199, Options(), (2, 5), 3),
    (1200, Options(), (2, 5), 4),
    (2000, Options(), (2, 5), 5),
    (90_000, Options(), (2, 5), 5),
    (2000, Options(), (2, 4), 4),
    (150, Options(), (3, 4), 3),
    (2000, Options(), (1, 1), 1),
    (2000, Options(length="long"), (1, 1), 1),
    (700, Options(length="medium"), (2, 5), 3),
    (700, Options(length="short"), (2, 5), 2),
    (700, Options(length="long"), (2, 5), 4),
    (150, Options(length="short"), (2, 5), 1),
    (700, Options(bullets=9), (2, 4), 9),
    (700, Options(bullets=2, length="long"), (2, 5), 2),
    (2000, Options(bullets=3), (1, 1), 3),
]


@pytest.mark.parametrize(("words", "options", "within", "count"), COUNTS)
def test_the_count_follows_the_article_the_style_and_the_user(
    words, options, within, count
):
    assert bullet_count(words, options, within=within) == count


LIMITS = [
    (Options(), (14, 24)),
    (Options(length="medium"), (14, 24)),
    (Options(length="short"), (10, 18)),
    (Options(length="long"), (19, 32)),
    (Options(max_words=12), (12, 12)),
    (Options(max_words=40), (14, 40)),
    (Options(max_words=12, length="long"), (12, 12)),
]


@pytest.mark.parametrize(("options", "limits"), LIMITS)
def test_the_words_of_a_bullet_follow_the_style_the_preset_and_the_user(
    options, limits
):
    assert word_limits(options, target=14, most=24) == limits


BUDGETS = [
    (Options(), 3, 54, 54),
    (Options(), 2, 54, 36),
    (Options(), 5, 54, 90),
    (Options(length="short"), 2, 54, 27),
    (Options(length="long"), 4, 54, 97),
    (Options(), 3, None, None),
    (Options(bullets=3), 3, 54, None),
]


@pytest.mark.parametrize(("options", "count", "of_three", "words"), BUDGETS)
def test_the_words_of_all_bullets_follow_their_number_unless_the_user_gave_it(
    options, count, of_three, words
):
    assert word_budget(options, count, of_three=of_three) == words
