"""Golden cases of sentence splitting, and what holds for any text."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import boundaries
from summarizer.article import Article, Span
from summarizer.sentences import split
from tests.timing import grows_faster

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "sentences.toml").read_text(encoding="utf-8")
)["case"]

# Half brackets and the marks of lists are no part of a sentence.
MAY_GO = str.maketrans("", "", "()-")

# The share of the cases that is right; it goes down only on purpose.
FLOOR = 0.95

HOSTILE = [
    ".", "?", "a.", "a. ", '"', ". ", "A", "?! ", "Abc.Def", "It is. ", "Mr. ",
    '" . "', '.)', '"It is." ', '"A.B ', ".     ", "'a. B' c ", "1. ", "(", "“a. ",
]  # fmt: skip


def article(*paragraphs: str) -> Article:
    spans, start = [], 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return Article(text="\n\n".join(paragraphs), paragraphs=tuple(spans))


def texts(paragraph: str) -> list[str]:
    return [sentence.text for sentence in split(article(paragraph))]


def marked(case):
    known = case.get("known_failure", False)
    marks = [pytest.mark.xfail(reason=case["comment"], strict=True)] if known else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_the_text_becomes_the_expected_sentences(case):
    assert texts(case["text"]) == case["expected"]


def test_the_cases_are_many_and_most_of_them_right():
    right = sum(texts(case["text"]) == case["expected"] for case in CASES)
    assert len(CASES) >= 140
    assert len({case["label"] for case in CASES}) == len(CASES)
    assert right / len(CASES) >= FLOOR


def test_a_sentence_knows_its_place():
    found = split(article("It rained. It snowed.", "Then the sun came out."))
    assert [(s.index, s.paragraph) for s in found] == [(0, 0), (1, 0), (2, 1)]
    assert found[2].span == Span(23, 45)


def test_a_paragraph_ends_a_sentence():
    found = split(article("A heading without a stop", "and a line in lower case"))
    assert len(found) == 2


def test_text_outside_the_paragraphs_is_left_alone():
    text = "Heading. It rained. Caption."
    found = split(Article(text=text, paragraphs=(Span(9, 19),)))
    assert [sentence.text for sentence in found] == ["It rained."]


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_becomes_nothing(text):
    assert split(article(text)) == ()


def kept(text: str) -> str:
    return "".join(text.translate(MAY_GO).split())


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="aBiI1.?!…\"'“”‘’()|-,:; \n", max_size=60))
def test_no_character_is_lost_but_white_space_brackets_and_marks_of_lists(text):
    whole = article(text)
    found = split(whole)
    assert all(s.text == s.span.of(whole.text) == s.text.strip() != "" for s in found)
    assert [s.index for s in found] == list(range(len(found)))
    assert kept("".join(s.text for s in found)) == kept(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


PARTS = (
    "The ferry sank. ", "Gov. Hale left at 5 p.m. ", "It cost $3. ", '"Go." ', "U.S. ",
    "He said (no.) ", "They sat. ", "Wait ... ", "E.V. Vale spoke. ", "no. ", "so!) ",
    "'Stop.' ", "\n", "Ahoy! ", "a. ", "vol. ", "st. ", "She wept. ", "So it is.But ",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=2, max_size=12).map("".join))
def test_a_plain_end_is_what_rules_and_punkt_find_as_well(text):
    found = split(article(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(boundaries, "_ends_plainly", lambda *_: False)
        assert split(article(text)) == found


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_and_no_faster(unit):
    short, long = (article(unit * (size // len(unit))) for size in (8_000, 32_000))
    assert not grows_faster(split, short, long, most=9, harmless=0.05)
