"""What one sentence becomes: the first draft that the verifier lets through."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from summarizer import (
    cast,
    drafting,
    faithfulness,
    looseness,
    reading,
    sentences,
    statements,
    styles,
    tagging,
    trimming,
)
from summarizer.article import Sentence, Span
from summarizer.bullet import Edit, Trim
from summarizer.discourse import Statement
from summarizer.quotes import find_quotes

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "drafting.toml").read_text(encoding="utf-8")
)["case"]
HOME = "Viktor Sandrin spoke to the council of Odell on Monday about the bridge."
STYLES = ("lead", "cnn", "wire")


def bullet_of(case, style):
    article = reading.read(f"{HOME}\n\n{case['text']}\n\n{case.get('after', '')}")
    body = sentences.split(article)
    sentence = body[1]
    quotations, tokens = find_quotes(article), tagging.tag(sentence)
    statement = statements.read_statement(sentence, quotations, tokens)
    people = cast.find_cast(article, body, quotations=quotations)
    seen = looseness.view(statement, tokens, frozenset())
    drafts = drafting.draft(
        statement,
        tokens,
        trimming.find_trims(seen, styles.load(style).trims),
        styles.load(style),
        familiar="Sandrin" in case["text"],
        surnames=frozenset(person.surname for person in people.people),
    )
    return next(
        draft.text
        for draft in drafts
        if not faithfulness.verify(
            sentence,
            draft.edits,
            draft.text,
            article=article,
            tokens=tokens,
            cast=people,
        )
    )


@pytest.mark.parametrize(
    ("case", "style"),
    [(case, style) for case in CASES for style in STYLES if style in case],
    ids=lambda value: value if isinstance(value, str) else value["comment"],
)
def test_a_sentence_becomes_this_bullet(case, style):
    assert bullet_of(case, style) == case[style]


def test_a_clause_goes_with_the_name_that_it_would_have_got():
    text = (
        "The harbour police of Odell arrested a skipper with two crates of tar"
        " as Sandrin was reading a letter to the council."
    )
    sentence = Sentence(text, Span(0, len(text)), 0, 0)
    tokens, style = tagging.tag(sentence), styles.load("lead")
    statement = Statement(sentence, (sentence.span,))
    seen = looseness.view(statement, tokens, frozenset())
    trims = trimming.find_trims(seen, style.trims)
    at = text.index("Sandrin")
    name = Edit("replace", Span(at, at + 7), "full-name", "Viktor Sandrin")

    best = next(drafting.draft(statement, tokens, trims, style, given=(name,)))

    assert best.text == (
        "The harbour police of Odell arrested a skipper with two crates of tar."
    )


def test_two_trims_at_fault_cost_the_bullet_no_third():
    text = (
        "Ida Vale, 34, sold her mill on Monday, the town's oldest, to bakers in Odell"
        " who will turn it into an inn with a view of the harbor and the ferries."
    )
    sentence = Sentence(text, Span(0, len(text)), 0, 0)
    trims = [
        Trim(rule, (Edit("drop", _span(text, words), rule),), 3)
        for rule, words in (
            ("age", ", 34,"),
            ("weekday", " on Monday"),
            ("appositive", ", the town's oldest,"),
            ("circumstance", " in Odell"),
        )
    ]

    drafts = drafting.draft(
        Statement(sentence, (sentence.span,)),
        tagging.tag(sentence),
        trims,
        styles.load("wire"),
    )

    kept = "Ida Vale, 34, sold her mill to bakers in Odell who will turn it into an inn"
    assert any(draft.text.startswith(kept) for draft in drafts)


def _span(text, words):
    return Span(text.index(words), text.index(words) + len(words))
