"""Whether a title is the end of a longer one, and a full name surely somebody's."""

import pytest

from summarizer.full_names import is_doubtful, is_torn

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


NAMESAKES = [
    ("Ana Vale runs the mill. So says Tom Crane. Vale is at home.", False),  # a stop
    ("Ana Vale runs the mill. So says Tom J. Vale, a baker.", True),
    ("Ana Vale runs the mill. So says Tom Wm. Vale, a baker.", True),
    ('Ana Vale runs the mill. Known as "the Fox," Vale is rich.', False),
    ('Ana Vale runs the mill. Elsbert "Fox" Vale is rich.', True),
    ("Ana Vale runs the mill. Tom Vale is rich.", True),
]


@pytest.mark.parametrize(("text", "expected"), NAMESAKES)
def test_a_namesake_stands_in_one_sentence_with_the_surname(text, expected):
    assert is_doubtful(text, "Ana Vale", "Vale") is expected
