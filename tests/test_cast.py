import tomllib
from pathlib import Path

import pytest

from summarizer.article import Article, Sentence, Span
from summarizer.cast import find_cast
from tests.timing import grows_faster

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "cast.toml").read_text(encoding="utf-8")
)["case"]


def read(text):
    """An article whose sentences stand one a line."""
    sentences, start = [], 0
    for index, line in enumerate(text.split("\n")):
        span = Span(start, start + len(line))
        sentences.append(Sentence(line, span, index, index))
        start = span.end + 1
    article = Article(text=text, paragraphs=tuple(s.span for s in sentences))
    return article, sentences


def found(case):
    article, sentences = read(case["text"].strip())
    return article.text, find_cast(article, sentences)


def label(case):
    return case["comment"]


@pytest.mark.parametrize("case", CASES, ids=label)
def test_the_cast_names_exactly_the_people_of_the_article(case):
    text, cast = found(case)
    assert [p.name.of(text) for p in cast.people if p.full] == case.get("people", [])


@pytest.mark.parametrize("case", [c for c in CASES if "single" in c], ids=label)
def test_people_without_a_full_name_are_marked_as_such(case):
    text, cast = found(case)
    names = [p.name.of(text) for p in cast.people if not p.full]
    assert names == case["single"]


FIELDS = {
    "surname": lambda person, _: person.surname,
    "title": lambda person, text: person.title.of(text) if person.title else "",
    "pronoun": lambda person, _: person.pronoun or "",
    "mentions": lambda person, text: [span.of(text) for span in person.mentions],
    "descriptors": lambda person, text: [span.of(text) for span in person.descriptors],
}


@pytest.mark.parametrize("case", CASES, ids=label)
def test_what_is_known_of_the_first_person_is_as_the_article_says(case):
    text, cast = found(case)
    for field, value in FIELDS.items():
        if field in case:
            assert value(cast.people[0], text) == case[field], field


@pytest.mark.parametrize("case", [c for c in CASES if "pronouns" in c], ids=label)
def test_everybody_has_the_pronoun_that_the_text_gives(case):
    _, cast = found(case)
    assert [person.pronoun or "" for person in cast.people] == case["pronouns"]


@pytest.mark.parametrize("case", [c for c in CASES if "bodies" in c], ids=label)
def test_organisations_come_with_their_short_forms(case):
    text, cast = found(case)
    bodies = [[body.name.of(text), *body.short] for body in cast.organisations]
    assert bodies == case["bodies"]


@pytest.mark.parametrize("case", CASES, ids=label)
def test_every_span_stands_in_the_article_and_in_order(case):
    text, cast = found(case)
    for person in cast.people:
        assert list(person.mentions) == sorted(person.mentions)
        assert all(
            person.surname in span.of(text) or person.name in person.mentions
            for span in person.mentions
        )


def test_there_are_enough_cases_and_half_of_them_hold_traps():
    traps = [case for case in CASES if case.get("trap")]
    assert len(CASES) >= 120
    assert len(traps) >= 60


@pytest.mark.parametrize("piece", ["Ana Vale, ", "Mr. ", "A", "the leader ", '"Bo '])
def test_a_hostile_megabyte_takes_no_more_than_linear_time(piece):
    short, long = (read(piece * (size // len(piece))) for size in (20_000, 160_000))
    assert not grows_faster(
        lambda read_article: find_cast(*read_article),
        short,
        long,
        most=40,
        harmless=0.5,
    )
