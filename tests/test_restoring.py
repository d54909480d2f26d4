"""A cut is taken back where a later bullet leans on what it took."""

from __future__ import annotations

import pytest

import summarizer

LEANT_ON = [
    # the first two sentences; how the first bullet ends
    (
        "Odell driver Cole Krenz won the Calder race on Sunday, "
        "holding off Sweden's Ola Lund by half a second.",
        "The Swede had led for most of the race but ran low on fuel.",
        "holding off Sweden's Ola Lund by half a second.",
    ),
    (
        "Firefighters rescued a family of four from a burning house in Odell on "
        "Monday, carrying out the youngest, a 3-year-old girl, through a window.",
        "The girl was treated for smoke at a hospital in Calder.",
        "a 3-year-old girl, through a window.",
    ),
    (
        "Sarnese officials said on Sunday that they had foiled a plot to bomb an oil "
        "port, arresting nine men.",
        "The interior minister, Prince Karim bin Sandrin, said that the men had "
        "trained in Norland.",
        "arresting nine men.",
    ),
    (
        "Kyle Brandt wept in a court in Odell on Monday as he told of the death of "
        "Marcus Webb, with whom he had opened a gym in 2017.",
        "Webb's body was found on the gym's parking lot by a guard in February.",
        "with whom he had opened a gym in 2017.",
    ),
    (
        "The mill agreed on Monday to buy Norlandian drug maker Lykka for $4.1 "
        "billion, adding to its stable a pill for migraine called Rimolan.",
        "Rimolan is expected to be approved in Norland next year.",
        "a pill for migraine called Rimolan.",
    ),
]
ACRONYM = (
    "The International Barley Council (IBC) cut its forecast for the harvest on "
    "Monday because of drought in Norland and Sarnia.",
    "The IBC now expects 780 million tons, down from 792 million in June.",
)
LAST = "A neighbour said that nobody in Odell had seen anything like it since 1988."


def bullets_of(*paragraphs):
    summary = summarizer.summarize("\n\n".join([*paragraphs, LAST]), bullets=2)
    assert summary.verified
    return [bullet.text for bullet in summary.bullets]


@pytest.mark.parametrize(("first", "second", "ending"), LEANT_ON)
def test_what_a_later_bullet_leans_on_comes_back(first, second, ending):
    assert bullets_of(first, second)[0].endswith(ending)


@pytest.mark.parametrize(("first", "second", "ending"), LEANT_ON)
def test_without_a_bullet_that_leans_on_it_the_cut_stays(first, second, ending):
    del second
    other = "Odell, which has 9,000 people, has been at odds with Calder since 1911."
    assert not bullets_of(first, other)[0].endswith(ending)


def test_letters_that_stand_for_a_name_come_back():
    first, second = bullets_of(*ACRONYM)
    assert "(IBC)" in first
    assert second.startswith("The IBC expects")
