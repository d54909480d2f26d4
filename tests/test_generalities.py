"""What is always so, and what happened."""

import pytest

from summarizer import reading, sentences, tagging
from summarizer.article import Span
from summarizer.bullet import Bullet, Edit
from summarizer.generalities import (
    find_lacks,
    is_general,
    is_hollow,
    is_taken_back,
    is_timeless,
    quotes_no_sentence,
)

CASES = [
    ("Sharing is a wonderful thing.", True),
    ("Some guests hire cooks when planning a feast.", True),
    ("A gloved hand reaches for a red kettle.", True),
    ("A dancer in a box and a girl with a cup of tea.", True),
    ("Sails hang from old mills.", True),
    ("Millers need the wind of Odell.", False),  # a name
    ("Millers need nine sails.", False),  # a figure
    ("Millers painted the sails.", False),  # done
    ("Millers have painted the sails.", False),
    ("Millers are painting the sails.", False),
    ("Millers will paint the sails.", False),
    ("Millers meet in the square today.", False),
    ('"Sails are a wonderful thing," says the miller.', False),  # his words
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_bullet_without_a_name_a_figure_or_an_event_is_general(text, expected):
    source = sentences.split(reading.read(text))[0]
    bullet = Bullet(source.text, source, (), "bare", 1.0)
    assert is_general(bullet, tagging.tag(source)) is expected


def test_whoever_is_reported_may_speak_of_what_is_always_so():
    source = sentences.split(reading.read("Mills are useful, millers say."))[0]
    bullet = Bullet(source.text, source, (), "bare", 1.0, "millers")
    assert not is_general(bullet, tagging.tag(source))


def test_only_what_the_bullet_keeps_counts():
    text = "Mills are useful, as Odell learned in 1903."
    source = sentences.split(reading.read(text))[0]
    start = source.span.start + text.index(", as")
    cut = Edit("drop", Span(start, source.span.end - 1), "tail")
    bullet = Bullet("Mills are useful.", source, (cut,), "bare", 1.0)
    assert is_general(bullet, tagging.tag(source))


QUOTED = [
    ('"I was stunned," Runa Halvik says.', "quote-speaker", True),
    ('"The ferry is a ruin," Runa Halvik says.', "quote-speaker", False),
    ("‘It isn’t a ferry,’ Runa Halvik says.", "quote-speaker", False),
    ('"I was stunned," Runa Halvik says of the ferry.', "quote-speaker", True),
    ('Halvik calls it "a ruin".', "name-verb-fragment", False),  # no whole quotation
    ("I was stunned, Runa Halvik says.", "quote-speaker", False),
]


@pytest.mark.parametrize(("text", "template", "expected"), QUOTED)
def test_a_quotation_of_nothing_that_matters_is_hollow(text, template, expected):
    source = sentences.split(reading.read(text))[0]
    bullet = Bullet(source.text, source, (), template, 1.0)
    assert is_hollow(bullet, {"ferri": 0.9, "ruin": 0.1}, language="en") is expected


WITHOUT_A_VERB = [
    ('"The right ferry," Runa Halvik says.', "quote-speaker", True),
    ('"The ferry is over," Runa Halvik says.', "quote-speaker", False),
    ('"It\'s over," Runa Halvik says.', "quote-speaker", False),  # half a word
    ('"Sell the ferry," Runa Halvik says.', "quote-speaker", False),  # an order
    ('"The right ferry at last for Odell," Halvik says.', "quote-speaker", False),
    ('Halvik wants "the right ferry".', "name-verb-fragment", False),
]


@pytest.mark.parametrize(("text", "template", "expected"), WITHOUT_A_VERB)
def test_a_few_quoted_words_want_a_verb(text, template, expected):
    source = sentences.split(reading.read(text))[0]
    bullet = Bullet(source.text, source, (), template, 1.0)
    assert quotes_no_sentence(bullet, tagging.tag(source)) is expected


TIMELESS = [
    ("In a side room at Odell Mill, four girls chat and giggle.", False),  # a figure
    ("In a side room at Odell Mill, girls chat and giggle.", True),
    ("Runa Halvik knows how to keep a secret.", True),
    ("Could it get any sweeter than a seal at Odell?", True),
    ("Runa Halvik kept a secret.", False),
    ("Runa Halvik has kept a secret.", False),
    ("Runa Halvik is selling the mill.", False),
    ("Runa Halvik is to leave the mill.", False),
    ("The ferries of Odell go out of service on Monday.", False),
    ("The ferries of Odell are late, sailors say.", False),
    ('Runa Halvik calls it "a ruin".', False),
]


@pytest.mark.parametrize(("text", "expected"), TIMELESS)
def test_what_tells_of_no_event_is_timeless(text, expected):
    source = sentences.split(reading.read(text))[0]
    bullet = Bullet(source.text, source, (), "bare", 1.0)
    assert is_timeless(bullet, tagging.tag(source)) is expected


ROOM = "Runa Halvik knows how to keep a secret."


ROLE = "The singer was led to men who at first spoke for the mill."
DENIED = [
    ("It all seemed easy.", "Yet it was anything but.", True),
    ("It all seemed easy.", "But it wasn't.", True),
    ("It all seemed easy.", "Not so.", True),
    ("Boats were ready.", "But it was not until noon that any of them left us.", False),
    ("It all seemed easy.", "It was anything but.", False),
    ("It all seemed easy.", "", False),
    (ROLE, "Weeks later it emerged that they worked for a rival.", True),
    (ROLE, "It later turned out that they worked for a rival.", True),
    (ROLE, "They had a boat.", False),
    ("The men at first denied it but then gave in.", "Later they left.", False),
    # It opened a set, and what came then was never told.
    ("At first the singer took it for a joke.", "She was in Odell.", True),
    ("At first glance the mill is empty.", "She was in Odell.", False),
    ("At first the singer laughed, but then she left.", "She was in Odell.", False),
    ("The men worked for the mill.", "Weeks later they left.", False),
]


@pytest.mark.parametrize(("text", "answer", "denied"), DENIED)
def test_the_next_sentence_takes_a_claim_back(text, answer, denied):
    assert is_taken_back(text, answer) is denied


@pytest.mark.parametrize(
    ("text", "authored", "answer", "lacks"),
    [
        ("The mill has said it is proud of its safety.", True, "Yet it burned.", True),
        ("The mill has said it is proud of its safety.", True, "It is big.", False),
        (
            "The mill has said it is proud of its safety.",
            False,
            "Yet it burned.",
            False,
        ),
        ("The mill is the best of all in Odell.", True, "Yet it burned.", False),
    ],
)
def test_an_opinion_takes_back_what_others_say(text, authored, answer, lacks):
    # A column told what a circus says of itself, and the bullet stopped there.
    source = sentences.split(reading.read(text))[0]
    bullet = Bullet(source.text, source, (), "bare", 1.0)
    tokens = tagging.tag(source)
    weights = {"mill": 9.0}
    said = answer if authored else None
    found = find_lacks(bullet, tokens, weights, language="en", answer=said)
    assert ("rebutted" in found) is lacks


@pytest.mark.parametrize(
    ("text", "weights", "authored", "lacks"),
    [
        (ROOM, {"secret": 0.9}, False, ["timeless"]),
        (ROOM, {"runa": 0.9, "halvik": 0.9, "secret": 0.9}, False, []),  # the topic
        (ROOM, {"secret": 0.9}, True, []),  # an argument
        ("The mill is sold. " + ROOM, {"secret": 0.9}, False, []),  # no opening
    ],
)
def test_only_a_thin_opening_that_is_no_opinion_lacks_an_event(
    text, weights, authored, lacks
):
    source = sentences.split(reading.read(text))[-1]
    bullet = Bullet(source.text, source, (), "bare", 1.0)
    tokens = tagging.tag(source)
    answer = "" if authored else None
    found = find_lacks(bullet, tokens, weights, language="en", answer=answer)
    assert list(found) == lacks
