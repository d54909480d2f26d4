"""The whole way from an article to its summary."""

import dataclasses
from functools import cache
from pathlib import Path

import pytest

from summarizer import (
    NothingToSummarizeError,
    Options,
    introducing,
    summarize,
    summarize_many,
)
from summarizer.article import Span
from summarizer.bullet import Edit, replay
from tests.fresh import for_every_hash_seed

CORPORA = sorted((Path(__file__).parent.parent / "corpora").glob("*.txt"))
STYLES = ("lead", "cnn", "wire", "brief", "plain")


@cache
def written(path, style="lead"):
    return summarize(path, style=style)


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: path.stem)
@pytest.mark.parametrize("style", STYLES)
def test_every_bullet_is_its_sentence_with_its_edits(path, style):
    summary = written(path, style)
    for bullet in summary:
        assert bullet.text == replay(bullet.source, bullet.edits)
        assert bullet.source.span.of(summary.article.text) == bullet.source.text


@pytest.mark.parametrize("path", CORPORA, ids=lambda path: path.stem)
def test_lead_bullets_are_read_and_never_given_back_as_sentences(path):
    summary = written(path)
    assert not {b.source.text for b in summary} & set(summary.article.lead_bullets)


def test_the_plain_style_says_who_is_meant_and_edits_nothing_else():
    rules = {
        edit.rule
        for path in CORPORA
        for bullet in written(path, "plain")
        for edit in bullet.edits
    }
    assert rules <= {"full-name", "pronoun", "surname", "period", "capital"}


def test_limits_hold_for_every_bullet():
    options = Options(max_words=14, max_chars=90, total_words=30)
    for summary in summarize_many(CORPORA, options):
        if isinstance(summary, NothingToSummarizeError):
            continue
        lengths = [len(bullet.text.split()) for bullet in summary]
        assert max(lengths) <= 14
        assert sum(lengths) <= 30
        assert max(len(bullet.text) for bullet in summary) <= 90


LONG_LEAD = """\
The harbour board of Elbe voted on Tuesday to close the old ferry pier, the fish \
market and the northern basin for eleven months, to dredge the channel to twelve \
metres, and to move the night boats to Skarholm until the work on the quay has been \
paid for in full.

The dredging of the channel will cost 42 million crowns, the harbour board said.

Fishermen of Elbe marched to the pier with flares and asked for a vote of their own.
"""


def test_a_long_lead_takes_the_room_of_others_but_never_stands_alone():
    assert len(summarize(LONG_LEAD, style="lead")) == 2
    assert len(summarize(LONG_LEAD, bullets=1)) == 1


def test_an_article_without_a_sentence_is_an_error_with_advice():
    with pytest.raises(NothingToSummarizeError, match="whole sentence"):
        summarize("Sign up for our newsletter\n\nRead more: Photos")


def test_limits_that_fit_no_sentence_say_so():
    with pytest.raises(NothingToSummarizeError, match="limits"):
        summarize(CORPORA[0], max_words=5)


def test_one_bad_article_never_ends_a_batch():
    results = list(summarize_many([CORPORA[0], Path("missing.txt"), CORPORA[1]]))
    assert [hasattr(r, "bullets") for r in results] == [True, False, True]


def test_the_same_bytes_come_out_for_every_hash_seed():
    code = (
        "import sys; from pathlib import Path; from summarizer import summarize\n"
        "for path in sys.argv[1:]: print(summarize(Path(path)).to_json())"
    )
    assert len(for_every_hash_seed(code, *CORPORA[:12])) == 1


GERMAN = """\
Der Bürgermeister von Elbach (ein Lehrer) hat am Montag vor dem alten Rathaus und vor
vielen Bürgern der Stadt seinen Rücktritt erklärt.

Die Stadt, eine der ältesten im Norden, sucht nun einen Nachfolger im Rathaus.

Karl Vogel, der Sprecher des Rates, sagte, der Rat tage am Montag, was selten ist."""


def test_another_language_is_ranked_and_never_edited():
    summary = summarize(GERMAN, language="de", bullets=3)
    rules = {edit.rule for bullet in summary for edit in bullet.edits}
    assert len(summary) == 3
    assert not rules


def forged(bullet):
    """The bullet as it would be if a word of nobody's had slipped in."""
    start = bullet.source.span.start
    edits = (Edit("insert", Span(start, start), "full-name", "Boris Kettle: "),)
    text = replay(bullet.source, edits)
    return dataclasses.replace(bullet, text=text, edits=edits)


def test_a_fault_that_slips_in_after_the_choice_falls_back(monkeypatch):
    honest = summarize(CORPORA[0])
    planned = introducing._introduced

    def introduced(desk, bullets):
        return tuple(forged(bullet) for bullet in planned(desk, bullets))

    monkeypatch.setattr(introducing, "_introduced", introduced)
    summary = summarize(CORPORA[0])
    assert summary.verified
    assert [b.source for b in summary] == [b.source for b in honest]
    assert "Kettle" not in summary.to_text()


def test_a_fault_in_every_way_to_tell_it_leaves_a_summary_unverified(monkeypatch):
    monkeypatch.setattr(
        introducing, "ways", lambda _, chosen: [(forged(bullet),) for bullet in chosen]
    )
    assert not summarize(CORPORA[0]).verified


KIN = """Martin Vale was taken off the ferry at Odell on Monday, the police said.

The police gave no reason for the arrest, and the ferry left an hour late.

"Martin told me and his sister that the ferry was sold to a bank," according to Peter \
Vale, his father.

Odell has two ferries, and both of them are more than forty years old now."""


def test_of_two_who_share_a_surname_the_other_is_still_a_stranger():
    # "Vale" stands in the first sentence, and is not the one who speaks
    spoken = [b.text for b in summarize(KIN, bullets=3) if "sold to a bank" in b.text]
    assert [text.endswith("Peter Vale, his father.") for text in spoken] == [True]


FLAT = """The ferry at Odell stopped on Monday, and its crew told the bank "no". \
The bank bought the ferry in May for $2 million and has cut the crew to nine. \
"Do you know us?" asked Peter Vale, who has led the crew since 2009. "Did you ever ask \
us? "Do you know the river? "You only saw the ferry, so leave." In June the bank was \
fined $5,000 for the noise of the ferry."""


def test_a_text_without_paragraphs_does_not_fall_with_one_odd_mark():
    # quotations that open anew where their paragraphs began, which are lost
    texts = [bullet.text for bullet in summarize(FLAT)]
    assert texts[0].startswith("The ferry at Odell stopped")
