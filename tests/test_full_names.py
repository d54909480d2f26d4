"""What in front of a title says that it is only the end of a longer one."""

import pytest

from summarizer.full_names import is_torn

CASES = [
    ("The sailors of Odell met the ", False),
    ("They lived in the old town. ", False),  # another sentence
    ("Deep in the valley live the Skarholmers. ", False),
    ("“We left,” the sailors say.” ", False),
    ("They lived in Odell\n\n", False),
    ("Vice ", True),
    ("It was Vice ", True),
    ("the UK ", True),
    ("former Gov. ", True),  # an abbreviation ends no sentence
    ("the U.S. ", True),
    ("Ana Vale and ", True),
]


@pytest.mark.parametrize(("before", "expected"), CASES)
def test_a_title_is_torn_behind_the_front_of_a_longer_one(before, expected):
    assert is_torn(before) is expected
