"""Whose opinion an article is, and that nothing else is taken for one."""

from __future__ import annotations

import pytest

from summarizer import authors, furniture, reading, sentences, summarize
from summarizer.quotes import find_quotes

PIECE = """
The old bridge at Kittredge must not be rebuilt. Every winter the frost breaks another
beam, and every spring the town pays for a new one. A ferry would cost half as much.

We have no use for a bridge, and I say so after forty winters in Odell.
"""
NEWS = """
The old bridge at Kittredge will be rebuilt, the council of Odell decided on Monday. A
ferry would have cost half as much, the mayor said.
"""
NOTE = "Editor's note: Ann Vale is a professor of law at Odell College.\n"
DISCLAIMER = (
    "\nThe opinions expressed in this commentary are solely those of Ann Vale.\n"
)


def author_of(text, **known):
    article = reading.read(text, **known)
    body = furniture.body(sentences.split(article), article)
    found = authors.find_author(article, body, find_quotes(article))
    if found is None:
        return None
    return found.name.of(article.text) if found.name else authors.THE_AUTHOR


@pytest.mark.parametrize(
    ("text", "known", "author"),
    [
        (PIECE + DISCLAIMER, {}, "Ann Vale"),
        (NEWS + DISCLAIMER, {}, "Ann Vale"),
        (NOTE + PIECE, {}, "Ann Vale"),
        ("By Ann Vale\n" + PIECE, {}, "Ann Vale"),
        (PIECE + "\nAnn Vale is a columnist for the Odell Herald.", {}, "Ann Vale"),
        (PIECE, {"title": "Opinion: No bridge, please"}, "the author"),
        (PIECE + "\nThe views expressed here are her own.", {}, "the author"),
        (PIECE, {}, None),  # nobody says whose it is, and a guess would be worse
        (NOTE + NEWS, {}, None),  # a reporter's biography makes no opinion
        ("By Ann Vale\n" + NEWS, {}, None),
        (NEWS, {"title": "Public opinion: council backs bridge"}, None),
        ('"We need it, and I say so," the mayor said.\n' + NOTE + NEWS, {}, None),
    ],
)
def test_an_opinion_is_known_by_what_the_article_says_of_itself(text, known, author):
    assert author_of(text, **known) == author


@pytest.mark.parametrize("style", ["lead", "cnn", "wire", "brief"])
def test_no_claim_of_an_opinion_piece_stands_in_the_papers_voice(style):
    summary = summarize(NOTE + PIECE, style=style)
    assert summary.verified
    assert all("Vale" in bullet.text for bullet in summary)


def test_who_the_author_is_makes_no_claim_of_hers():
    told = summarize("Ann Vale is professor of law in Odell.\n" + PIECE + DISCLAIMER)
    assert told
    assert not any("professor of law" in bullet.text for bullet in told)


def test_the_author_is_named_in_full_once():
    first, second = (b.text for b in summarize(NOTE + PIECE, bullets=2))
    assert first == "The old bridge at Kittredge must not be rebuilt, writes Ann Vale."
    assert second.endswith(", writes Vale.")


def test_somebody_elses_words_keep_their_speaker():
    piece = (
        NOTE + PIECE + "\nMayor Tom Okafor says the bridge brings 300 visitors a day."
    )
    texts = [bullet.text for bullet in summarize(piece, bullets=4)]
    assert "The bridge brings 300 visitors a day, says Mayor Tom Okafor." in texts


@pytest.mark.parametrize("style", ["lead", "wire", "cnn"])
def test_what_restates_others_is_no_claim_of_the_authors(style):
    plan = "the old bridge at Kittredge should stand for another century of frost."
    note = f"{NOTE}\nWe have no use for it, and I say so after forty winters."
    told = summarize(f"{note}\n\nNow {plan}", style=style)
    assert any("another century" in bullet.text for bullet in told)
    restated = summarize(f"{note}\n\nIn other words, {plan}", style=style)
    assert not any("another century" in bullet.text for bullet in restated)


def test_a_hostile_line_is_no_opinion():
    for mark in ("Editor's note: ", "By Ann ", "opinions expressed in ", "A"):
        assert author_of(mark * 20_000 + "\n" + NEWS) is None


ARGUMENT = """
The old bridge at Kittredge must not be rebuilt. We should ask what it is for. Our
grandparents crossed it with wool, and we cross it with nothing. The council needs to
look at the ferry, which the town built in 1987 and has hardly used. That is a woeful
waste. Why should a town of nine hundred pay for beams that the frost breaks every
winter? The truth is that nobody has counted the cars, yet everybody praises the view.
""" * (5)


def test_a_long_argument_is_somebodys_opinion():
    assert author_of(ARGUMENT) == authors.THE_AUTHOR


def test_an_argument_needs_no_first_person():
    plain = ARGUMENT.replace("We should ask", "People should ask")
    plain = plain.replace("Our\ngrandparents", "The old").replace("and we cross", "but")
    assert author_of(plain) == authors.THE_AUTHOR


def test_a_guide_and_a_report_are_nobodys():
    guide = "You should go, and you need your boots. Why not take the ferry? "
    assert author_of(guide * 40) is None
    assert author_of(ARGUMENT + 'Ana Vale said so. "We must," she said. ' * 40) is None
    assert author_of(ARGUMENT[:300]) is None
    assert (
        author_of("Rain fell on Odell, and the road to Kittredge shut. " * 60) is None
    )


def test_a_reporter_who_is_introduced_and_quotes_is_no_author():
    report = '"We wait," Ana Vale said on Monday. We met her at the ferry. ' * 3
    assert author_of(NOTE + report) is None


MEMORY = """
I was born in Odell when the bridge was new. My father sold wool, and I carried it over
the river for him in a cart that my uncle had built. The frost took my first cart.
I bought a ferry in 1987, and my brother and I ran it for nine winters.
""" * (5)


def test_who_tells_of_themselves_throughout_is_the_author():
    assert author_of(MEMORY) == authors.THE_AUTHOR
    assert author_of(MEMORY[:250]) is None  # too short to tell
    assert author_of(MEMORY + NEWS * 24) is None  # one voice among others


@pytest.mark.parametrize("style", ["lead", "cnn", "wire", "brief"])
def test_an_author_without_a_name_still_stands_behind_every_claim(style):
    summary = summarize(ARGUMENT, style=style)
    assert summary.verified
    assert all("the author writes" in bullet.text for bullet in summary)


def test_a_professor_s_note_in_front_is_no_bullet():
    note = (
        "Ann Vale is Professor of Law, Odell College. The views expressed are hers.\n"
    )
    news = "\n".join(f"The council counted {n} beams in May." for n in range(2, 12))
    texts = [bullet.text for bullet in summarize(note + news)]
    assert texts
    assert not any("Professor" in text for text in texts)
