from dataclasses import FrozenInstanceError, replace

import pytest

from summarizer import __version__
from summarizer.summary import Summary

from .samples import ARTICLE, SUMMARY


def test_a_summary_is_a_sequence_of_its_bullets():
    assert tuple(SUMMARY) == SUMMARY.bullets
    assert len(SUMMARY) == 2
    assert SUMMARY[-1] is SUMMARY.bullets[1]


def test_a_summary_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        SUMMARY.verified = False


def test_the_version_is_the_programs_own():
    summary = Summary(article=ARTICLE, bullets=(), style="lead", verified=True)
    assert (summary.version, summary.notes) == (__version__, ())


def test_a_bullet_leads_back_to_the_text():
    for bullet in SUMMARY:
        assert bullet.source.span.of(SUMMARY.article.text) == bullet.source.text


def test_the_fingerprint_stays_the_same_for_ever():
    digest = "892c23096993199d83ad223496e24d8901ad10a39b5af458d8a0d898075af9c5"
    assert SUMMARY.fingerprint == f"sha256:{digest}"


@pytest.mark.parametrize(
    ("change", "equal"),
    [
        ({"source": "elsewhere.html"}, True),
        ({"language": "de"}, True),
        ({"title": None}, False),
        ({"text": ARTICLE.text + " "}, False),
        ({"text": "\ud800"}, False),
    ],
)
def test_the_fingerprint_is_of_the_words_alone(change, equal):
    other = replace(SUMMARY, article=replace(ARTICLE, **change))
    assert (other.fingerprint == SUMMARY.fingerprint) is equal


def test_title_and_text_cannot_be_confused():
    one = replace(SUMMARY, article=replace(ARTICLE, title="ab", text="c"))
    other = replace(SUMMARY, article=replace(ARTICLE, title="a", text="bc"))
    assert one.fingerprint != other.fingerprint


def test_a_preheader_is_one_line_of_whole_bullets():
    assert SUMMARY.preheader(80) == (
        "Mayor Ilse Brandt says the harbour bridge would stay shut."
    )
    assert SUMMARY.preheader(35) == "Mayor Ilse Brandt says the harbour…"
