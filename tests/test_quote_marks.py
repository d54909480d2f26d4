"""A style's quotation marks: every pair of them, and not a letter inside."""

from __future__ import annotations

import pytest

from summarizer import styles, summarize

ARTICLE = """
The old bridge closed on Monday, and the mayor of Odell called it "a day of rust."

“The frost was stronger than the steel,” said Ann Vale, who “didn’t sleep” for a week.
"""
INSIDE = ["a day of rust", "The frost was stronger than the steel", "didn’t sleep"]
PAIRS = {"straight": ('"', '"'), "curly": ("“", "”"), "single": ("‘", "’")}


def written_with(quotes, tmp_path, article=ARTICLE):
    path = tmp_path / "house.toml"
    source = styles.source("lead").replace('quotes = "source"', f'quotes = "{quotes}"')
    path.write_text(source, encoding="utf-8")
    summary = summarize(article, style=path, bullets=2)
    assert summary.verified
    return "\n".join(bullet.text for bullet in summary)


@pytest.mark.parametrize("quotes", PAIRS)
def test_every_quotation_has_the_marks_of_the_style(quotes, tmp_path):
    text = written_with(quotes, tmp_path)
    first, last = PAIRS[quotes]
    assert all(f"{first}{words}" in text for words in INSIDE)
    others = {mark for pair in PAIRS.values() for mark in pair} - {first, last, "’"}
    assert not others & set(text)
    closing = text.replace("didn’t", "didnt").count(last)
    assert closing == len(INSIDE) * (1 if first != last else 2)


def test_without_a_wish_the_marks_are_those_of_the_article(tmp_path):
    text = written_with("source", tmp_path)
    assert '"a day of rust."' in text
    assert "“didn’t sleep”" in text


def test_a_quotation_in_a_quotation_stays_as_it_is(tmp_path):
    nested = (
        "“It was ‘a day of rust’ for the old bridge of Odell,” Mayor Ann Vale said."
    )
    assert "“It was ‘a day of rust’" in written_with("single", tmp_path, nested)
