"""Quotation marks are paired; odd ones make their neighbourhood unsafe."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from summarizer.article import Article, Span
from summarizer.quotes import LONGEST, SHORT_PARAGRAPH, find_quotes
from tests.timing import grows_faster

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "quotes.toml").read_text(encoding="utf-8")
)["case"]
HOSTILE = [
    '"',
    "'",
    "“",
    "”",
    "‘",
    "““”",
    ' "a',
    "' s'",
    " 's",
    "s' ",
    "5'6\"",
    "“\n\n",
]


def article_of(text: str) -> Article:
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Span(start, start + len(part)))
        start += len(part) + 2
    return Article(text=text, paragraphs=tuple(paragraphs))


@pytest.mark.parametrize("case", CASES, ids=[case["comment"] for case in CASES])
def test_marks_are_paired_as_the_case_says(case):
    article = article_of(case["text"])
    found = find_quotes(article)
    assert [q.span.of(article.text) for q in found.quotes] == case.get("quotes", [])
    assert [u.of(article.text) for u in found.unsafe] == case.get("unsafe", [])


@pytest.mark.parametrize("case", CASES, ids=[case["comment"] for case in CASES])
def test_content_is_the_quotation_without_its_marks(case):
    article = article_of(case["text"])
    for quote in find_quotes(article).quotes:
        assert quote.span.covers(quote.content)
        assert quote.content.of(article.text)[0] not in "\"“”'‘"
        assert len(quote.span) - len(quote.content) in (1, 2, 4)


def test_an_odd_mark_spoils_only_its_neighbourhood_in_flat_text():
    filler = "The harbour was quiet and the boats lay still. " * 60
    text = (
        f'{filler}"All is well," Holt said. {filler}He "left. {filler}"No," Bray said.'
    )
    found = find_quotes(article_of(text))
    assert [q.span.of(text) for q in found.quotes] == ['"All is well,"', '"No,"']
    assert [u.of(text)[:6] for u in found.unsafe] == ['"left.']
    assert all(len(region) <= LONGEST for region in found.unsafe)


def test_a_run_on_in_flat_text_leaves_its_last_part():
    filler = "The harbour was quiet and the boats lay still. " * 60
    text = f'{filler}Holt said: "It is shut. "It stays shut," she added. {filler}'
    found = find_quotes(article_of(text))
    assert [q.span.of(text) for q in found.quotes] == ['"It stays shut,"']
    assert [u.of(text) for u in found.unsafe] == ['"It is shut. ']


def test_marks_too_far_apart_are_no_pair():
    text = f'Holt said "{"and so on " * (LONGEST // 5)}" today.'
    assert len(text) > SHORT_PARAGRAPH
    found = find_quotes(article_of(text))
    assert not found.quotes
    assert len(found.unsafe) == 1


def test_quotes_come_in_order_and_never_overlap():
    text = " ".join(case["text"] for case in CASES)
    quotes = find_quotes(article_of(text)).quotes
    ends = [quote.span.end for quote in quotes]
    starts = [quote.span.start for quote in quotes]
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_of_a_text_of_marks(unit):
    short, long = (article_of((unit * size)[:size]) for size in (10_000, 40_000))
    # Quadratic work would give 16; the rest is room for a busy machine.
    assert not grows_faster(find_quotes, short, long, most=10, harmless=0.1)


def test_an_article_without_paragraphs_has_no_quotations():
    found = find_quotes(Article(text="", paragraphs=()))
    assert (found.quotes, found.unsafe) == ((), ())
