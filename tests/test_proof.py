"""The last look finds what is not the article's, whatever the edits claim."""

from dataclasses import replace

import pytest

from summarizer.article import Article, Sentence, Span
from summarizer.bullet import Bullet, Edit, replay
from summarizer.proof import prove, settle

TEXTS = (
    "Mayor Ana Vale said the old bridge would not reopen before June 12.",
    "The repairs, which were not planned, cost $4.5 million.",
    'Vale called the delay "a scandal in plain sight" on Monday.',
    "Ana Vale will step down.",
    "The river is calm, local radio reported.",
)
ARTICLE_TEXT = " ".join(TEXTS)
STARTS = tuple(ARTICLE_TEXT.index(text) for text in TEXTS)
ARTICLE = Article(
    text=ARTICLE_TEXT, paragraphs=(Span(0, len(ARTICLE_TEXT)),), title="The bridge"
)


def sentence(index):
    start = STARTS[index]
    return Sentence(TEXTS[index], Span(start, start + len(TEXTS[index])), index, 0)


def span(index, words):
    start = ARTICLE_TEXT.index(words, STARTS[index])
    return Span(start, start + len(words))


def bullet(index, *edits):
    source = sentence(index)
    return Bullet(replay(source, edits), source, edits, "bare", 0.5)


def checks(made, before=()):
    return {fault.check for fault in prove(made, before, ARTICLE)}


def change(kind, rule, index, words, text=""):
    return bullet(index, Edit(kind, span(index, words), rule, text))


@pytest.mark.parametrize("index", range(5))
def test_a_sentence_of_the_article_is_proven(index):
    assert checks(bullet(index)) == set()


HONEST = {
    "a weekday goes": change("drop", "weekday", 2, " on Monday"),
    "a verb turns present": change("replace", "tense", 0, "said", "says"),
    "a verb that could be a hedge turns present": change(
        "replace", "tense", 4, "reported", "reports"
    ),
    "a name comes in full": change("replace", "full-name", 2, "Vale", "Ana Vale"),
    "a role that stands beside the name elsewhere": change(
        "insert", "introduction", 3, "", "Mayor "
    ),
    "a clause goes with its 'not'": change(
        "drop", "relative-clause", 1, ", which were not planned,"
    ),
}
FAULTY = {
    "words": [
        change("replace", "full-name", 2, "Vale", "Boris Vale"),
        change("replace", "tense", 0, "said", "denies"),
        change("replace", "tense", 1, "cost", "costs"),
        change("insert", "full-name", 0, "", "Dr. "),
        change("insert", "introduction", 3, "", "Harbour mayor "),
        change("insert", "introduction", 4, "", "Mayor "),
        change("insert", "introduction", 3, "", "Ana "),
        replace(bullet(0), text=TEXTS[0].replace("not ", "")),
    ],
    "guard": [
        change("drop", "filler", 0, " not"),
        change("drop", "weekday", 0, " not reopen"),
    ],
    "number": [change("replace", "filler", 1, "4.5", "5.5")],
    "quotation": [
        change("drop", "filler", 2, " in plain"),
        change("drop", "quote-mark", 2, '"'),
    ],
    "name": [change("drop", "surname", 0, "Ana ")],
    "source": [replace(bullet(0), source=replace(sentence(0), text=TEXTS[1]))],
    "replay": [replace(bullet(0), text=TEXTS[0].replace("12", "21"))],
}


@pytest.mark.parametrize("made", HONEST.values(), ids=HONEST)
def test_an_honest_bullet_is_proven(made):
    assert checks(made) == set()


@pytest.mark.parametrize(
    ("check", "made"),
    [(check, made) for check, several in FAULTY.items() for made in several],
)
def test_a_faulty_bullet_is_not(check, made):
    assert checks(made) & {check, "replay"}


def test_a_surname_stands_alone_only_behind_the_full_name():
    short = change("drop", "surname", 3, "Ana ")
    assert checks(short, [bullet(0)]) == set()
    assert checks(short, [bullet(2)]) == {"name"}


def test_a_bullet_behind_a_later_sentence_is_out_of_order():
    assert "order" in checks(bullet(1), [bullet(2)])
    assert "order" in checks(bullet(1), [bullet(1)])


def test_a_bullet_that_is_not_proven_falls_back_to_a_plainer_one():
    faulty, plain = FAULTY["number"][0], bullet(1)
    assert settle([[bullet(0)], [faulty, plain]], ARTICLE) == (
        (bullet(0), plain),
        True,
    )


def test_a_summary_with_a_bullet_that_nothing_proves_is_not_verified():
    faulty = FAULTY["number"][0]
    assert settle([[bullet(0)], [faulty]], ARTICLE) == ((bullet(0), faulty), False)
