"""What a line looks like."""

import pytest

from summarizer import originals, reading
from summarizer.shape import Shape, attributed, shapes

KNOWN = originals.read(
    reading.read("Captain Runa Halvik said on Monday that 90 boats will not sail.")
)

ATTRIBUTED = [
    ("Ninety boats will not sail, Halvik says", True),
    ("Ninety boats will not sail, according to Halvik", True),
    ("Runa Halvik: no boat sails", True),
    ("Ninety boats will not sail", False),
    ('A board with "said" on it hangs there', False),
    ("Three things to do while the boats are in the harbour: rest", False),
    ("Time: noon", True),  # nothing here knows that time does not speak
]


@pytest.mark.parametrize(("line", "says"), ATTRIBUTED)
def test_somebody_says_it(line, says):
    assert attributed(line) is says


def test_a_line_is_measured():
    line = "90 boats ‘will not’ sail, “Runa” Halvik said"
    (found,) = shapes([line], KNOWN)
    assert found == Shape(
        words=8,
        characters=len(line),
        shortened=True,
        attributed=True,
        quoted=True,
        digits=True,
    )


def test_a_whole_sentence_is_not_shortened():
    whole = "Captain Runa Halvik said on Monday that 90 boats will not sail."
    (found,) = shapes([whole], KNOWN)
    assert not found.shortened


def test_a_line_of_other_words_is_shortened_from_nothing():
    (found,) = shapes(["Fishermen weep"], KNOWN)
    assert not found.shortened
