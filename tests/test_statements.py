"""Who says what: attributions that must be read, sentences that must stay silent."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from summarizer import cues
from summarizer.article import Article, Sentence, Span
from summarizer.discourse import Quotations, Statement
from summarizer.quotes import find_quotes
from summarizer.statements import read_statement
from summarizer.tagging import tag
from tests.timing import grows_faster

FILE = Path(__file__).parent / "cases" / "statements.toml"
CASES = tomllib.loads(FILE.read_text(encoding="utf-8"))
READ = CASES["case"]
SILENT = [
    pytest.param(text, id=f"{group['comment']}: {text}")
    for group in CASES["silent"]
    for text in group["texts"]
]
LISTENERS = {"must": " reporters", "may": "", "no": ""}
VERBS = list(cues.verbs().values())


def statement_of(text: str, *, start: int = 0) -> Statement:
    """The statement of a sentence that stands at an offset of its article."""
    whole = Span(start, start + len(text))
    article = Article(text=" " * start + text, paragraphs=(whole,))
    sentence = Sentence(text, whole, 0, 0)
    return read_statement(sentence, find_quotes(article), tag(sentence))


def words_of(text: str, span: Span | None) -> str | None:
    return None if span is None else span.of(text)


@pytest.mark.parametrize("case", READ, ids=[case["text"] for case in READ])
def test_the_attribution_is_read_as_the_case_says(case):
    text = case["text"]
    statement = statement_of(text)
    said = statement.attribution
    assert said is not None
    assert {
        "speaker": words_of(text, said.speaker),
        "name": words_of(text, said.name),
        "cue": words_of(text, said.cue),
        "lemma": said.lemma,
        "span": words_of(text, said.span),
        "tail": words_of(text, said.tail),
        "place": said.place,
        "claim": [part.of(text) for part in statement.claim],
        "direct": statement.direct,
        "inverted": said.inverted,
    } == {
        "name": None,
        "tail": None,
        "direct": False,
        "inverted": False,
        **{key: value for key, value in case.items() if key not in {"text", "comment"}},
    }


@pytest.mark.parametrize("case", READ, ids=[case["text"] for case in READ])
def test_parts_of_an_attribution_lie_inside_it_and_outside_the_claim(case):
    statement = statement_of(case["text"])
    said = statement.attribution
    assert said is not None
    assert said.span.covers(said.speaker)
    assert said.span.covers(said.cue)
    assert said.cue.covers(said.verb)
    assert said.name is None or said.speaker.covers(said.name)
    outside = [said.span, said.tail] if said.tail else [said.span]
    assert not any(part.overlaps(span) for part in statement.claim for span in outside)


@pytest.mark.parametrize("text", SILENT)
def test_a_sentence_in_which_nobody_surely_claims_anything_has_no_attribution(text):
    statement = statement_of(text)
    assert statement.attribution is None
    assert statement.claim == (statement.sentence.span,)


def test_there_are_as_many_silent_cases_as_read_ones():
    assert len(READ) >= 150
    assert len(SILENT) >= 150


def test_spans_count_from_the_start_of_the_article():
    text = '"We wait," Mara Holt said.'
    near, far = statement_of(text), statement_of(text, start=40)
    assert near.attribution is not None
    assert far.attribution is not None
    assert far.attribution.speaker.start == near.attribution.speaker.start + 40
    assert far.claim[0].start == 40


@pytest.mark.parametrize("verb", VERBS, ids=[verb.lemma for verb in VERBS])
@pytest.mark.parametrize("tense", ["past", "present"])
def test_every_verb_reports_a_quotation_unless_it_asks_or_denies(verb, tense):
    listener = LISTENERS[verb.object]
    text = f'"The pier is closed today," Mara Holt {getattr(verb, tense)}{listener}.'
    said = statement_of(text).attribution
    assert (said.lemma if said else None) == (
        verb.lemma if verb.claim and verb.quote else None
    )
    if said and verb.past != verb.base:
        assert said.tense == tense


@pytest.mark.parametrize("verb", VERBS, ids=[verb.lemma for verb in VERBS])
@pytest.mark.parametrize("tense", ["past", "present"])
def test_every_verb_that_takes_a_clause_reports_one(verb, tense):
    listener = LISTENERS[verb.object]
    form = getattr(verb, tense)
    text = f"Mara Holt {form}{listener} that the pier would close."
    said = statement_of(text).attribution
    reports = verb.claim and verb.clause != "no"
    assert (said.lemma if said else None) == (verb.lemma if reports else None)


@pytest.mark.parametrize("verb", VERBS, ids=[verb.lemma for verb in VERBS])
def test_every_form_turns_present(verb):
    assert cues.present(verb.past) == verb.present
    assert cues.present(verb.past, plural=True) == verb.base
    assert cues.present(verb.present.upper()) == verb.present


def test_a_word_that_is_no_cue_has_no_present():
    assert cues.present("walked") is None
    assert cues.present("") is None


def test_the_lexicon_is_as_large_as_promised():
    assert len(VERBS) >= 110


def test_a_part_of_a_longer_quotation_is_not_balanced():
    text = '"The pier is closed. It stays closed," Holt said.'
    article = Article(text=text, paragraphs=(Span(0, len(text)),))
    first = Sentence(text[:20], Span(0, 20), 0, 0)
    statement = read_statement(first, find_quotes(article), tag(first))
    assert not statement.balanced
    assert statement.attribution is None
    assert [quote.span.of(text) for quote in statement.quotes] == [text[:38]]


def test_a_part_of_a_quotation_that_runs_on_is_not_balanced():
    text = '"The pier is closed.\n\n"It stays closed," Holt said.'
    article = Article(text=text, paragraphs=(Span(0, 20), Span(22, len(text))))
    sentence = Sentence(text[:20], Span(0, 20), 0, 0)
    statement = read_statement(sentence, find_quotes(article), tag(sentence))
    assert not statement.balanced


def test_a_whole_quotation_without_a_speaker_is_direct():
    statement = statement_of('"The pier is closed."')
    assert statement.direct
    assert statement.attribution is None
    assert statement.balanced


def test_an_empty_sentence_has_no_attribution():
    empty = Sentence("", Span(0, 0), 0, 0)
    assert read_statement(empty, Quotations(), []).attribution is None


HOSTILE = [
    "Holt, ",
    "said ",
    "Holt said, ",
    '"Yes," Holt said, ',
    "according to ",
    "the man who ",
    "of the man ",
    "and ",
    ", who ",
    "-- ",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_of_a_hostile_sentence(unit):
    def given(size: int) -> tuple[object, ...]:
        text = (unit * size)[:size]
        article = Article(text=text, paragraphs=(Span(0, size),))
        sentence = Sentence(text, Span(0, size), 0, 0)
        return sentence, find_quotes(article), tag(sentence)

    # Quadratic work would give 16; the rest is room for a busy machine.
    assert not grows_faster(
        lambda read: read_statement(*read),
        given(5_000),
        given(20_000),
        most=10,
        harmless=0.1,
    )
