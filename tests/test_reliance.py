"""What a bullet takes for known, and what needs no introduction."""

from __future__ import annotations

import pytest

from summarizer import reading, sentences, tagging
from summarizer.article import Span
from summarizer.bullet import Bullet, Edit, replay
from summarizer.cast import find_cast
from summarizer.reliance import find_needs
from summarizer.unknown import unknown_opener, unknown_patient, unknown_speaker

STORY = (
    "The navy began a drill in the Odell Sea on Monday with 38 ships. "
    "Ana Vale, 41, a singer, watched the ships from a hotel in Odell. "
)
DRILL = {"navi", "began", "drill", "odel", "sea", "monday", "38", "ship"}
SINGER = {"ana", "vale", "41", "singer", "watch", "ship", "hotel", "odel"}
MEMBERS = [(DRILL, True)]  # those of the event that the first sentence tells
CASES = [
    # the last sentence of the story; what it takes for known; whether it leads
    ("The drill will last for two weeks.", [({"drill"}, True)]),
    ("Fishermen stayed at home during the drill.", [({"drill"}, True)]),  # "a drill"
    ("Fishermen stayed at home during the crisis.", [({"crisi"}, False)]),
    ("Fishermen stayed in the hotel she liked.", []),  # says which one it is
    ("The hotel's roof was lost.", [({"hotel"}, True)]),
    ("Fishermen fear the drill's noise.", [({"drill"}, False)]),
    ("Odell has a hotel, and the hotel's roof is flat.", []),
    ("The hotel's name is Gannet.", []),  # tells it
    ("The first hotel's roof was lost.", []),
    ("The mill's roof was lost.", []),  # nobody told of a mill
    ("Ana Vale was seen at the 25-year-old singer's side.", []),  # may be hers
    (
        "Divers were seen at the 25-year-old singer's side.",
        [({"singer", "vale"}, False)],
    ),
    ("Flight 12 of Odell was sunk, and the plane was lost.", []),  # the same thing
    ("A boat of Odell was sunk, and the plane was lost.", [({"plane"}, False)]),
    ("Scores of passengers climbed out.", MEMBERS),
    ("Previous speakers include Ana Vale.", MEMBERS),
    ("Winners and losers have left.", MEMBERS),
    ("Passengers of the Gannet climbed out.", []),
    ("Scores of herons flew in.", []),
    ("Those ships left the harbour at noon.", [({"ship"}, True)]),
    ("Ana Vale has sung for this drill for years.", [({"drill"}, True)]),
    ("Each drill lasts for two weeks.", [({"drill"}, True)]),
    ("Each of the drills lasts for two weeks.", [({"drill"}, True)]),
    ("Each year, Odell is full of ships.", []),
    ("These marches are loud.", [(set(), True)]),  # nobody told of any march
    ("Fishermen paid for those ships.", [({"ship"}, True)]),
    ("Fishermen are used to such noise.", []),
    ("Two boats sank, and these boats were old.", []),  # told in the bullet itself
    ("Two boats sank in this season's first race.", []),
    ("Two weeks later, Odell was full of ships.", [(set(), True)]),
    ("A day before that, Odell was empty.", [(set(), True)] * 2),
    ("Soon, Odell was full of ships.", [(set(), True)]),
    ("Then Odell was full of ships.", [(set(), True)]),
    ("In the years since, Odell grew.", [(set(), True)]),
    ("Two weeks after a storm, Odell was full of ships.", []),
    ("Soon Odell will be full of ships.", []),
    ("The singer slept through all of it.", [({"singer", "vale"}, True)]),
    ("The singer, Ana Vale, slept through all of it.", []),  # named right behind
    ("The singer, Vale said, slept through all of it.", [({"singer", "vale"}, True)]),
    ("Ana Vale is behind it.", [(set(), True)]),  # she is no "it"
    ("Two boats there were sunk.", [(set(), False)]),
    ("One stands as tall as a mill.", [(set(), True)]),
    ("The same thing happened to Bo Crane.", [(set(), True)]),
    ("Odell and Skarholm have since begun building.", [(set(), False)]),
    ("Odell has been closed since August.", []),
    ("Ana Vale then sold her boat.", [(set(), False)]),
    ("Ana Vale sang, then sold her boat.", []),
    ("Both were sunk.", [(set(), True)]),
    ("Ten other ships of Norland left.", []),  # the third sentence may bring them in
    ("Such attacks are on the rise.", [(set(), True)]),
    ("The Australian won by a length.", [({"vale"}, True)]),
    ("The quiet young Swede won by a length.", [({"vale"}, True)]),
    ("Not all were sunk.", [(set(), True)]),
    ("Not everybody was pleased.", []),
    ("To save money, the city sold its mill.", [({"odel", "sea"}, True)]),
    ("The mill of Odell is quiet, but the city is full of ships.", []),  # names it
    ("A fund for the Australians was opened in Odell.", []),
    ("The creature was seen near the pier.", [({"creatur"}, True)]),
    ("The woman needed a coat of wool.", [({"woman", "vale"}, True)]),
    ("Fishermen are buying it.", [(set(), True)]),
    ("In autumn divers looked for its wreck.", [(set(), True)]),
    ("Odell was asked to pay for this.", [(set(), True)]),
    ("Either plan would empty Odell.", [(set(), True)]),
    ("Both boats were in a net.", [(set(), True)]),
    ("Ana Vale does all three at once.", [(set(), True)]),
    ("Fishermen are making one now.", [(set(), True)]),
    ("Ana Vale did the same.", [(set(), True)]),
    ("In autumn it was salt.", [(set(), True)]),
    ("Nobody knows that better than Ana Vale.", [(set(), True)]),
    ("The boats of Odell, however, were sunk.", [(set(), True)]),
    ("Boats sank; the crews, however, were safe.", []),
    ("Ana Vale has little faith in such tales.", [(set(), True)]),
    ("Ana Vale has little faith in such tales as those of millers.", []),
    ("Divers of Odell love such tales.", []),
    ("Since August, it has made forty trips.", [(set(), True)]),
    ("Since August, it has been cold in Odell.", []),
    ("The one covered with salt was sunk.", [(set(), True)]),
    ("The one boat of Odell was sunk.", []),
    ("The report tells of 38 ships.", [({"report"}, True)]),
    ("Ana Vale wrote in the report of 38 ships.", []),
    ("The incident involved Ana Vale.", [({"incid"}, True)]),
    ("The incident seen in Odell involves Ana Vale.", []),
    ("Both teams are ahead of Norland.", [(set(), True)]),
    ("Both the teams of Odell and Norland are ahead.", []),
    ("Both sides of the pier are wet.", []),
    ("Ana Vale is under a similar order.", [(set(), True)]),
    ("Ana Vale is under a similar order to Bo Lund.", []),
    ("A quarter of the area was sunk.", [({"odel", "sea"}, True)]),
    ("Rain was apparently a punishment for it.", [(set(), True)]),
    ("Odell has refused to hear it.", [(set(), True)]),
    ("Odell, which built a mill, has left it.", []),
    ("Ana Vale gave a coat to Odell, and the mill burned it.", []),
    ("Change starts with them.", [(set(), True)]),
    ("Ana Vale is their mayor.", [(set(), True)]),
    ("Ana Vale sold her brother their mill.", []),
    ("Millers say bread starts with them.", []),
    ("A crew of six said bread starts with them.", []),
    ("In Odell, for example, boats were sunk.", [(set(), True)]),
    ("Ana Vale loves some boats, for example yawls.", []),
    ("Fishermen fled, by the same survey.", [(set(), True), ({"survey"}, False)]),
    ("Boats were sunk by the same mill as in May.", []),
    ("A survey tells of boats, and the same survey of mills.", []),
    ("The first has paid for a mast.", [(set(), True)]),
    ("The second, and the slower, was sunk.", [(set(), True)]),
    ("The first boat of Odell was sunk.", []),
    ("In autumn, Odell should have told Norland of this.", [(set(), True)]),
    ("Fishermen need one of the boats.", []),
    ("Fishermen did the same trick.", []),
    ("Two sailors were hurt.", []),
    ("A boat of Odell lost its mast.", []),
    ("For all its fame, Odell is empty.", []),
    ('"Vale" is its name.', []),  # named in quotation marks
    ("Boats make it hard to swim.", []),
    ("Swimmers said it was too cold.", []),
    ("Swimmers think it seems cold.", []),
    ("Boats sank, and this was told in Odell.", []),  # sums up the clause before
    ("Odell was asked to pay for this year.", []),
    ("Either Odell or Skarholm pays.", []),
    ("Both boats and nets were lost.", []),
    ("Two divers say both men drowned.", []),
    ("Ana Vale saw all three ships.", []),
    ("The drill of last year was longer.", []),  # says which one it is
    ("The Odell Herald told of it first.", []),
    ("The drill still divides Odell.", [({"drill"}, True)]),
    ("That Odell Herald account was read by many.", [(set(), True)]),
    ("This time, Odell was full of ships.", [(set(), True)]),
    ("The Frenchwoman won by a length.", [({"vale"}, True)]),
    # Read as if the reader knew of them, though no word for them came before.
    ("The pleas failed.", [({"plea"}, True)]),
    ("The unrest has driven all out of Odell.", [({"unrest"}, True)]),
    ("The pleas of divers failed.", []),
    ("The reality is that Odell is quiet.", []),
    ("The angry pleas failed.", []),
    ("The loss may come to 87 million crowns.", []),
    ("A short time later, Odell was full of ships.", [(set(), True)]),
    ("Moments after the bell rang, Odell was full of ships.", []),
    ("If anything, Odell is too loud.", [(set(), True)]),
    ("The service was free.", [({"servic"}, True)]),  # of what?
    ("The list has names of sailors.", [({"list"}, True)]),
    ("The question was flawed.", [({"question"}, True)]),
    ("The service of Odell was free.", []),
    ("The government paid for all of it.", []),
    ("The harbour of Odell was empty.", []),
    ("The weather was bad this week.", []),
    ('"The drill was too loud," Ana Vale said.', []),  # her words, not ours
    ("In Odell it all began with a drill.", [(set(), True)]),
    ("The three, all of Odell, were lifted off.", [(DRILL | SINGER, True)]),
    ("The dead were named in Odell.", [(DRILL | SINGER, True)]),
    ("Vale said it would leave Odell.", []),  # a firm, whose founder is named too
    ("The younger Crane was asked to pay.", [({"crane"}, True)]),
    ("The younger sailors were asked to pay.", [({"sailor"}, True)]),
    ("Many mills have closed since then.", [(set(), False)]),
    ("In 1991 mills were sold, and many have closed since then.", []),
    ("The figures were read in Odell.", [({"figur"}, True)]),
]


def taken_for_known(text, *, template="bare"):
    """What the last sentence of the text takes for known."""
    article = reading.read(text)
    body = sentences.split(article)
    source = body[-1]
    bullet = Bullet(source.text, source, (), template, 1.0)
    needs = find_needs(bullet, tagging.tag(source), find_cast(article, body), body)
    return [(set(need.stems), need.leading) for need in needs]


@pytest.mark.parametrize(("last", "expected"), CASES)
def test_a_bullet_takes_for_known_what_was_told_before(last, expected):
    assert taken_for_known(STORY + last) == expected


QUOTES = [
    ('"This is a disaster," Bo Crane says.', [(DRILL | SINGER, True)]),
    ('"They were too loud," Bo Crane says.', [(DRILL | SINGER, True)]),
    ('"Those who can swim are safe," Bo Crane says.', []),
    ('"Ships are too loud," Bo Crane says.', []),
]


@pytest.mark.parametrize(("last", "expected"), QUOTES)
def test_a_quotation_that_opens_on_this_or_they_takes_it_for_known(last, expected):
    assert taken_for_known(STORY + last, template="quote-speaker") == expected


def test_what_a_claim_in_front_is_about_leads():
    """Who speaks stands behind it: "The crisis was over, says Bo Crane"."""
    article = reading.read(STORY + "Bo Crane said the crisis was over.")
    body = sentences.split(article)
    source, tokens = body[-1], tagging.tag(body[-1])
    cast = find_cast(article, body)
    who = Span(source.span.start, source.span.start + len("Bo Crane said"))
    moved = (Edit("move", who, "attribution", at=source.span.end - 1),)
    leading = [
        need.leading
        for edits in ((), moved)
        for need in find_needs(
            Bullet(replay(source, edits), source, edits, "test", 1.0),
            tokens,
            cast,
            body,
        )
    ]
    assert leading == [False, True]


FIRST = [
    ("The murder shocked Odell on Monday. Nobody knows why.", []),
    ("This murder shocked Odell on Monday. Nobody knows why.", [({"murder"}, True)]),
]


OTHERS = [
    ("Ten other sailors are to join them.", [({"sailor"}, True)]),  # beside whom?
    ("Another heart-wrenching image of Odell was shared.", [({"imag"}, True)]),
    ("Another day went by in Odell.", []),
    ("No other sailor was hurt.", []),
    ("At least 10 others were hurt.", []),
]


@pytest.mark.parametrize(("last", "expected"), OTHERS)
def test_others_are_beside_some_that_were_told_of(last, expected):
    assert taken_for_known(f"{STORY}Odell is in Norland. {last}") == expected


@pytest.mark.parametrize(("text", "expected"), FIRST)
def test_the_first_sentence_takes_nothing_for_known_but_what_it_points_at(
    text, expected
):
    article = reading.read(text)
    body = sentences.split(article)
    bullet = Bullet(body[0].text, body[0], (), "bare", 1.0)
    needs = find_needs(bullet, tagging.tag(body[0]), find_cast(article, body), body)
    assert [(set(need.stems), need.leading) for need in needs] == expected


SPEAKERS = [
    # what the article tells before, who speaks, its title, who is taken for known
    ("The paper met Bo 'Kid' Rask.", "Rask", "", [({"rask"}, True)]),
    ("The paper met a miller, Dr. Rask.", "Rask", "", [({"rask"}, True)]),
    ("The paper met Bo 'Kid' Rask.", "Rask", "Rask is back", []),
    ("Bo Rask, 40, met a miller.", "Rask", "", []),  # comes in full
    ("A reporter of the site Odello met a miller.", "Odello", "", []),
    ("Millers met in Odell.", "Millers", "", []),
    ("Officials met in the Odell mill.", "Odell", "", []),
]


@pytest.mark.parametrize(("before", "speaker", "title", "expected"), SPEAKERS)
def test_a_speaker_with_one_name_is_taken_for_known(before, speaker, title, expected):
    article = reading.read(f"{before} {speaker} told of a loud and long night.")
    body = sentences.split(article)
    source = body[-1]
    bullet = Bullet(source.text, source, (), "bare", 1.0, speaker)
    needs = unknown_speaker(bullet, find_cast(article, body), body, title)
    assert [(set(need.stems), need.leading) for need in needs] == expected


OPENERS = [
    # what the article tells before, the bullet, its title, who is taken for known
    ("Ana Rask, 40, met a miller.", "Rask's brother left.", "", []),  # comes in full
    ("Rask is back. So is Ana Rask, 40.", "Rask left Odell.", "", [({"rask"}, True)]),
    ("Ana Rask, 40, met Tom Rask.", "Rask's aunt left.", "", [({"rask"}, True)]),
    ("Ana Rask, 40, met Tom Rask.", "Rask left Odell.", "Rask is back", []),
    ("The Odell Rask Growers met.", "Growers were in Odell.", "", []),  # no surname
    ("The paper met a miller.", "Rask was in Odell.", "", []),  # known everywhere
    ("Ana Rask, 40, met a miller.", "Officials met her again.", "", []),
]


@pytest.mark.parametrize(("before", "last", "title", "expected"), OPENERS)
def test_a_bullet_that_opens_on_a_bare_name(before, last, title, expected):
    article = reading.read(f"{before} {last}")
    body = sentences.split(article)
    bullet = Bullet(body[-1].text, body[-1], (), "bare", 1.0)
    needs = unknown_opener(bullet, find_cast(article, body), body, title)
    assert [(set(need.stems), need.leading) for need in needs] == expected


def test_a_bullet_that_opens_on_somebodys_son():
    article = reading.read("Ana Rask, 40, drove her son, Tom, home. Tom's aunt left.")
    body = sentences.split(article)
    bullet = Bullet(body[-1].text, body[-1], (), "bare", 1.0)
    (need,) = unknown_opener(bullet, find_cast(article, body), body, "")
    assert need.leading
    assert need.stems == {"tom"}


PATIENTS = [
    # the bullet; whether it tells neither of whom nor for whom somebody speaks
    ("A clinic spokeswoman, Ana Vale, said she was in stable condition.", True),
    ("His lawyer said he is not guilty.", True),
    ("The mill will open again, says a spokesman.", True),
    ("The mill will open again, a spokeswoman for the board says.", False),
    ("His lawyer said the trial was fair.", False),
    ("Ana Vale said she was in stable condition.", False),
]


@pytest.mark.parametrize(("text", "unknown"), PATIENTS)
def test_one_who_speaks_for_others_is_read_behind_who_they_are(text, unknown):
    body = sentences.split(reading.read(text))
    assert bool(unknown_patient(Bullet(text, body[0], (), "bare", 1.0))) == unknown


@pytest.mark.parametrize(
    ("speaker", "expected"), [("its leader, Tom Wray", 1), ("Tom Wray of Odell", 0)]
)
def test_a_speaker_who_is_somebodys_is_read_behind_whose_it_is(speaker, expected):
    text = f'"First they sold the trees, and now the wood," says {speaker}.'
    article = reading.read(text)
    body = sentences.split(article)
    bullet = Bullet(text, body[0], (), "quote-speaker", 1.0)
    needs = find_needs(bullet, tagging.tag(body[0]), find_cast(article, body), body)
    assert sum(need.leading and not need.stems for need in needs) == expected
