"""The systems of an evaluation: which there are, and what each makes."""

import pytest

from summarizer import reading, styles
from summarizer.baselines import (
    bullets,
    clean_lead,
    ranked,
    sumy_ranked,
    systems,
)
from summarizer.errors import OptionError, StyleError
from summarizer.options import Options

BODY = [
    "SKARHOLM (NP) — The ferry to the mainland stopped as its engine fails to start.",
    "Captain Runa Halvik said the repair would take nine days.",
    "About 400 islanders use the ferry on a working day.",
    "The shop in Skarholm has bread for two days, its owner said.",
]
FERRY = reading.read("\n\n".join(["By Odd Tveit", *BODY]))


def names(found):
    return [system.name for system in found]


def test_the_bullets_come_first_and_then_the_baselines():
    assert names(systems(Options())) == ["lead", "first 3", "ranker, 3 verbatim"]


def test_a_second_style_and_more_rankers_are_scored_as_well():
    found = systems(
        Options(style="wire", bullets=2), against="cnn", baselines=["lsa", "lex-rank"]
    )
    assert names(found) == [
        "wire",
        "cnn",
        "first 2",
        "ranker, 2 verbatim",
        "sumy lsa, 2",
        "sumy lex-rank, 2",
    ]
    wire, cnn = styles.load("wire").max_words, styles.load("cnn").max_words
    assert [system.limit for system in found] == [wire, cnn, wire, wire, wire, wire]


def test_every_system_writes_as_many_lines_as_asked_for():
    for system in systems(Options(bullets=2), baselines=["lex-rank"]):
        assert len(system.write(FERRY)) == 2


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"options": Options(style="nope")}, StyleError),
        ({"options": Options(), "against": "nope"}, StyleError),
        ({"options": Options(), "baselines": ["nope"]}, OptionError),
    ],
)
def test_what_is_not_known_is_refused_before_anything_is_scored(wrong, error):
    with pytest.raises(error, match="nope"):
        systems(**wrong)


def test_the_lead_is_clean():
    found = clean_lead(FERRY)
    assert found[0].startswith("The ferry to the mainland")
    assert found[1:] == BODY[1:3]


def test_a_name_with_its_initials_is_no_dateline():
    text = "Kelp Watch International (KWI) says the bay is clear. It was not in May."
    assert clean_lead(reading.read(text))[0].startswith("Kelp Watch")


def test_ranked_sentences_stand_in_the_order_of_the_article():
    for write in (ranked, sumy_ranked):
        found = write(FERRY, count=3)
        places = [FERRY.text.index(line) for line in found]
        assert places == sorted(places)


def test_no_ranked_sentence_repeats_another():
    twice = reading.read("\n\n".join([BODY[1], BODY[2], BODY[1], BODY[3]]))
    assert len(set(ranked(twice, count=3))) == 3


def test_where_no_sentence_fits_there_is_no_bullet():
    assert bullets(FERRY, options=Options(total_words=5)) == []
