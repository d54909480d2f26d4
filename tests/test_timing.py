"""The measure behind the tests of hostile text tells squares from lines."""

from tests.timing import grows_faster


def counting_pairs(size):
    return sum(1 for _ in range(size) for _ in range(size))


def counting(size):
    return sum(1 for _ in range(size))


def test_quadratic_work_grows_faster_and_linear_work_does_not():
    assert grows_faster(counting_pairs, 500, 2_000, most=9, harmless=0.001)
    assert not grows_faster(counting, 100_000, 400_000, most=9, harmless=0.001)


def test_what_takes_next_to_no_time_is_in_order():
    assert not grows_faster(counting_pairs, 10, 40, most=1, harmless=0.5)
