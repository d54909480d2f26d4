import tomllib
from pathlib import Path

import pytest

from summarizer.article import Article, Sentence, Span
from summarizer.bullet import Bullet, Edit, replay
from summarizer.cast import find_cast
from summarizer.mentions import opening_fault, plan, resolve
from tests.timing import grows_faster

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "mentions.toml").read_text(encoding="utf-8")
)


def label(case):
    return case["comment"]


def read(case):
    """The article of a case, one sentence a line, and its cast."""
    text, sentences, start = case["text"].strip(), [], 0
    for index, line in enumerate(text.split("\n")):
        span = Span(start, start + len(line))
        sentences.append(Sentence(line, span, index, index))
        start = span.end + 1
    article = Article(text=text, paragraphs=tuple(s.span for s in sentences))
    return text, tuple(sentences), find_cast(article, sentences)


def dropped(case, sentence):
    """The edits of the draft: the case's words dropped, or moved to the end."""
    for kind in ("drop", "move"):
        for words in case.get(kind, []):
            at = sentence.text.find(words)
            if at >= 0:
                start = sentence.span.start + at
                span = Span(start, start + len(words))
                end = sentence.span.end - 1 if kind == "move" else None
                yield Edit(kind, span, "test", at=end)


@pytest.mark.parametrize("case", CASES["opening"], ids=label)
def test_an_opening_is_faulted_only_when_it_leans_on_another_sentence(case):
    text, sentences, cast = read(case)
    source = sentences[-1]
    edits = tuple(dropped(case, source))
    bullet = Bullet(replay(source, edits), source, edits, "test", 0.0)
    fault = opening_fault(bullet, cast, sentences)
    found = fault and [
        fault.kind,
        fault.span.of(text),
        "hard" if fault.hard else "soft",
    ]
    assert (found or []) == case["fault"]


@pytest.mark.parametrize("case", CASES["pronoun"], ids=label)
def test_a_pronoun_becomes_a_name_only_when_one_person_can_be_meant(case):
    _, sentences, cast = read(case)
    edits = resolve(sentences[-1], cast, sentences)
    assert replay(sentences[-1], edits or ()) == case.get("result", sentences[-1].text)
    assert all(edit.rule == "pronoun" for edit in edits or ())


@pytest.mark.parametrize("case", CASES["plan"], ids=label)
def test_people_come_in_full_at_first_and_by_surname_later(case):
    _, sentences, cast = read(case)
    chosen = [sentences[place] for place in case["bullets"]]
    drafts = [(sentence, tuple(dropped(case, sentence))) for sentence in chosen]
    planned = plan(drafts, cast, sentences)
    assert [
        replay(sentence, (*edits, *more))
        for (sentence, edits), more in zip(drafts, planned, strict=True)
    ] == case["result"]
    rules = {edit.rule for more in planned for edit in more}
    assert rules <= {"full-name", "surname", "pronoun"}


def test_only_an_additive_opening_is_mended_by_a_trim():
    kinds = {}
    for case in CASES["opening"]:
        _, sentences, cast = read(case)
        bullet = Bullet(sentences[-1].text, sentences[-1], (), "test", 0.0)
        fault = opening_fault(bullet, cast, sentences)
        if fault:
            kinds[fault.kind] = fault.mendable
    assert [kind for kind, mendable in sorted(kinds.items()) if mendable] == [
        "additive"
    ]


def test_a_pronoun_is_resolved_where_the_caller_says():
    case = {"text": "Ana Vale, 40, won.\nHer boat sank, but she swam."}
    text, sentences, cast = read(case)
    at = text.index("she swam")
    [edit] = resolve(sentences[1], cast, sentences, span=Span(at, at + 3))
    assert (edit.span, edit.text) == (Span(at, at + 3), "Ana Vale")


def test_there_are_enough_cases_and_half_of_them_change_nothing():
    still = [case for case in CASES["opening"] if not case["fault"]]
    still += [case for case in CASES["pronoun"] if "result" not in case]
    still += [case for case in CASES["plan"] if case.get("still")]
    assert sum(map(len, CASES.values())) >= 120
    assert len(still) >= 60


@pytest.mark.parametrize("piece", ["Ana Vale, he ", "Later, ", '"She ', "The man "])
def test_a_hostile_line_takes_no_more_than_linear_time(piece):
    short, long = (
        read({"text": "Bo Lund, 9, won.\n" + piece * (size // len(piece))})
        for size in (10_000, 80_000)
    )
    assert not grows_faster(_resolve_all, short, long, most=40, harmless=0.5)


def _resolve_all(article_read):
    _, sentences, cast = article_read
    bullet = Bullet(sentences[1].text, sentences[1], (), "test", 0.0)
    opening_fault(bullet, cast, sentences)
    resolve(sentences[1], cast, sentences)
    plan([(sentence, ()) for sentence in sentences], cast, sentences)


def test_the_author_in_front_is_nobody_that_a_pronoun_means():
    text = "Millers of Odell sing.\nShe has to walk to the mill."
    _, body, cast = read({"text": text})
    at = body[1].span.start
    edits = (Edit("insert", Span(at, at), "author", "Ana Vale: "),)
    bullet = Bullet(replay(body[1], edits), body[1], edits, "author", 1.0)
    fault = opening_fault(bullet, cast, body)
    assert bullet.text.startswith("Ana Vale: She")
    assert fault.hard
