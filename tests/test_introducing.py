"""Who somebody is, in the article's own words, where a bullet names him first."""

import tomllib
from pathlib import Path

import pytest

from summarizer import reading, sentences, summarize
from summarizer.cast import find_cast
from summarizer.portraits import portraits
from tests.timing import grows_faster

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "introductions.toml").read_text(encoding="utf-8")
)


def label(case):
    return case["comment"]


def read(text):
    article = reading.read(f"Millers of Odell slept well on Monday.\n\n{text}")
    body = sentences.split(article)
    return body, find_cast(article, body)


@pytest.mark.parametrize("case", CASES["portrait"], ids=label)
def test_what_the_article_says_of_somebody(case):
    body, cast = read(case["text"].strip())
    found = portraits("Ana Vale", body, cast.quoted)
    assert [f", {p.text}" if p.behind else p.text for p in found] == case["found"]


@pytest.mark.parametrize("case", CASES["article"], ids=label)
def test_a_bullet_says_whom_it_names_first(case):
    summary = summarize(
        case["text"].strip(), style="lead", bullets=case.get("bullets", 3)
    )
    assert summary.verified
    assert case.get("holds", "") in summary.to_text()
    assert case.get("lacks", "\0") not in summary.to_text()


@pytest.mark.parametrize(
    "piece", ["mayor Ana Vale, ", "mayor of ", "Ana Vale, a mayor of the ", "Ana Vale "]
)
def test_a_hostile_line_takes_no_more_than_linear_time(piece):
    short, long = (
        read("Ana Vale, 9, won. " + piece * (size // len(piece)))
        for size in (4_000, 32_000)
    )
    assert not grows_faster(_look, short, long, most=40, harmless=0.5)


def _look(made):
    body, cast = made
    portraits("Ana Vale", body, cast.quoted)
