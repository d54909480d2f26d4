"""Which sentence a line was made from, told by its words alone."""

import pytest

from summarizer import originals, reading

FERRY = reading.read(
    "Skarholm's ferry stopped on Monday after its engine failed off the pier. "
    "Captain Runa Halvik said the repair would take nine days. "
    "Captain Runa Halvik said the bread would last two days.",
    title="No way to the mainland",
)

NEAREST = [
    ("Skarholm's ferry stopped on Monday", "Skarholm's ferry"),
    ("The repair would take nine days, says Captain Runa Halvik", "Captain Runa"),
    ("Halvik: bread would last two days", "Captain Runa Halvik said the bread"),
    ("Captain Runa Halvik", "Captain Runa Halvik said the repair"),
    ("Ships are in trouble, experts fear", None),
    ("", None),
]


@pytest.mark.parametrize(("line", "start"), NEAREST)
def test_a_line_was_made_from_the_sentence_that_holds_most_of_its_words(line, start):
    found = originals.read(FERRY).nearest(line)
    assert (found is None) == (start is None)
    if found is not None:
        assert found.text.startswith(start)


def test_the_title_and_by_line_are_known_and_the_lead_bullets_are_not():
    article = reading.read(
        f"• Boats sink\n• Fishermen weep\n\nBy Odd Tveit\n\n{FERRY.text}",
        title="No way",
    )
    known = originals.read(article)
    assert article.lead_bullets == ("Boats sink", "Fishermen weep")
    assert {"way", "odd", "tveit"} <= known.words
    assert "fishermen" not in known.words


def test_plain_marks_make_texts_comparable():
    assert originals.flat("‘Ark’ – the “hall”") == "'Ark' - the \"hall\""
    assert originals.numbers("At 10:30, 1,200.") == ["10:30", "1,200"]
