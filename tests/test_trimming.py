"""What the trims take away, and what they must leave alone."""

import tomllib
from pathlib import Path

import pytest

from summarizer import looseness, stems, styles, tagging, trimming
from summarizer.article import Sentence, Span
from summarizer.bullet import replay

CASES = [
    case
    for path in sorted(Path(__file__).with_name("cases").glob("trim*.toml"))
    for case in tomllib.loads(path.read_text("utf-8"))["case"]
]


def left(rule, text, topic=(), fixed=(), weights=None):
    """What the rule leaves; ``fixed`` are words of a quotation or an attribution.

    ``weights`` says of words in lower case how likely they are to be in the bullets.
    """
    sentence = Sentence(text, Span(0, len(text)), 0, 0)
    spans = tuple(Span(text.index(w), text.index(w) + len(w)) for w in fixed)
    quoted = [span for span in spans if text[span.start] in '“"‘']
    tokens = tuple(
        token
        for token in tagging.tag(sentence)
        if not any(quote.covers(token.span) for quote in quoted)
    )
    known = stems.forms(text)
    expected = {known[word]: weight for word, weight in (weights or {}).items()}
    view = looseness.View(sentence, tokens, spans, frozenset(topic), expected)
    trims = trimming.find_trims(view, [rule])
    return replay(sentence, [edit for trim in trims for edit in trim.edits])


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_a_trim_takes_what_hangs_loose_and_nothing_else(case):
    expected = case["text"] if case["expect"] == "same" else case["expect"]

    given = {key: case[key] for key in ("topic", "fixed", "weights") if key in case}

    assert left(case["rule"], case["text"], **given) == expected


def test_every_trim_has_a_case_that_fires_and_one_that_stays_silent():
    fires = {case["rule"] for case in CASES if case["expect"] != "same"}
    silent = {case["rule"] for case in CASES if case["expect"] == "same"}

    assert set(styles.TRIMS) == set(trimming.RULES)
    assert set(styles.TRIMS) - {"attribution-adjunct", "age"} <= fires | silent


def test_no_trim_reaches_into_a_quotation():
    text = "“The tower (built by a Danish firm) will open,” the mayor of Elbe said."
    sentence = Sentence(text, Span(0, len(text)), 0, 0)
    quote = Span(0, text.index("”") + 1)
    tokens = tuple(t for t in tagging.tag(sentence) if not quote.covers(t.span))
    view = looseness.View(sentence, tokens, (quote,), frozenset())

    assert trimming.find_trims(view, styles.TRIMS) == ()


def test_two_trims_do_not_leave_a_frame_together():
    text = (
        "Seven years after the flood, Pike is mending the old roof, building a steel "
        "wheel."
    )
    sentence = Sentence(text, Span(0, len(text)), 0, 0)
    known = stems.forms(text)
    weights = {"flood": 0.4, "years": 0.3, "pike": 0.5, "mending": 0.4, "steel": 0.5}
    expected = {known[word]: weight for word, weight in weights.items()}
    view = looseness.View(sentence, tagging.tag(sentence), (), frozenset(), expected)

    found = trimming.find_trims(view, ["opening", "participle"])

    assert [trim.rule for trim in found] == ["opening"]
    assert trimming.find_trims(view, ["participle"])


def test_a_sentence_too_long_for_a_bullet_is_not_searched():
    text = "The crew left " + "when it rained, " * 5000 + "at noon."
    sentence = Sentence(text, Span(0, len(text)), 0, 0)
    view = looseness.View(sentence, tagging.tag(sentence), (), frozenset())

    assert trimming.find_trims(view, styles.TRIMS) == ()
