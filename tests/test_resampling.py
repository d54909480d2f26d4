"""Intervals of means: how wide, over what, and the same every time."""

import pytest

from summarizer.resampling import Interval, intervals, paired

FIRST, SECOND = [40.0, 35.0, 50.0, 20.0], [38.0, 36.0, 41.0, 20.0]


def test_an_interval_holds_its_mean_and_lies_within_the_values():
    (found,) = intervals([FIRST])
    assert found.mean == 36.25
    assert 20 <= found.low < found.mean < found.high <= 50


def test_an_interval_is_the_same_every_time():
    assert intervals([FIRST * 9]) == intervals([FIRST * 9])
    assert intervals([FIRST * 9], seed=1) != intervals([FIRST * 9])


def test_an_interval_narrows_with_the_articles():
    few, many = intervals([FIRST])[0], intervals([FIRST * 25])[0]
    assert many.high - many.low < (few.high - few.low) / 3


def test_an_interval_of_the_mean_is_about_two_standard_errors_each_side():
    values = [float(i % 10) for i in range(400)]  # standard deviation 2.87
    (found,) = intervals([values])
    assert found.high - found.low == pytest.approx(2 * 1.96 * 2.87 / 20, rel=0.1)


def test_every_series_is_drawn_alike():
    first, moved = intervals([FIRST, [value + 7 for value in FIRST]])
    assert moved.low == pytest.approx(first.low + 7)
    assert moved.high == pytest.approx(first.high + 7)


def test_of_one_article_nothing_else_can_be_drawn():
    assert intervals([[3.0]]) == (Interval(3.0, 3.0, 3.0),)
    assert intervals([]) == ()


def test_a_difference_is_taken_article_by_article():
    found = paired(FIRST, SECOND)
    assert found.gap.mean == 2.5
    assert found.gap.low < 2.5 < found.gap.high
    assert (found.won, found.tied) == (0.5, 0.25)
    assert paired(SECOND, FIRST).gap.mean == -2.5


@pytest.mark.parametrize("function", [paired, lambda a, b: intervals([a, b])])
def test_series_of_different_length_are_refused(function):
    with pytest.raises(ValueError, match=r"shorter|differ in length"):
        function([1.0, 2.0], [1.0])
