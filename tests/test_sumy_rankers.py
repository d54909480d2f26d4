"""sumy's rankers through our sentences, and ours through sumy's documents."""

import subprocess
import sys

import pytest

from summarizer.article import Sentence, Span
from summarizer.errors import OptionError
from summarizer.lexrank import thresholded
from summarizer.ranking import rank
from summarizer.stems import stems
from summarizer.sumy_rankers import RANKERS, rank_with

STORM = [
    "A storm cut power to 40,000 homes in Norland on Monday.",
    "Engineers from the Norland grid worked through the night.",
    "The storm also closed schools in Norland, officials said.",
    "Power should be back in most Norland homes by Wednesday, the grid said.",
    "A storm cut power to 40,000 homes in Norland on Monday.",
]
ODD = [[], ["Rain."], ["Yes.", "No."], ["The and of.", "Of and the."], ["RAIN FELL."]]


def sentences(texts):
    found, start = [], 0
    for index, text in enumerate(texts):
        found.append(Sentence(text, Span(start, start + len(text)), index, 0))
        start += len(text) + 1
    return found


@pytest.mark.parametrize("name", sorted(RANKERS))
def test_every_ranker_scores_by_position_from_zero_to_one(name):
    scores = rank_with(name, sentences(STORM))
    assert len(scores) == len(STORM)
    assert max(scores) == 1.0
    assert min(scores) >= 0.0


@pytest.mark.parametrize("name", sorted(RANKERS))
@pytest.mark.parametrize("texts", ODD)
def test_odd_input_gives_one_number_a_sentence(name, texts):
    scores = rank_with(name, sentences(texts))
    assert len(scores) == len(texts)
    assert all(0 <= score <= 1 for score in scores)


def test_sumys_lexrank_is_ours_at_its_settings():
    # Without the repeat: sumy gives equal sentences one score, the last one's.
    ours = thresholded([stems(text) for text in STORM[:4]])
    assert rank_with("lex-rank", sentences(STORM[:4])) == pytest.approx(
        [score / max(ours) for score in ours], abs=1e-9
    )


def test_an_unknown_ranker_is_refused_with_the_known_ones():
    with pytest.raises(OptionError, match="give one of kl, lex-rank, lsa"):
        rank_with("page-rank", sentences(STORM))


def test_our_ranker_summarizes_a_sumy_document():
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence

    from summarizer.sumy_rankers import LexRankSummarizer

    made = [SumySentence(text, None) for text in STORM[:4]]
    document = ObjectDocumentModel([Paragraph(made[:2]), Paragraph(made[2:])])
    best = LexRankSummarizer(title="Schools closed")(document, 2)
    scores = rank(sentences(STORM[:4]), title="Schools closed")
    expected = sorted(sorted(range(4), key=lambda i: (-scores[i], i))[:2])
    assert [str(sentence) for sentence in best] == [STORM[i] for i in expected]
    assert LexRankSummarizer()(ObjectDocumentModel([]), 2) == ()


def test_the_adapter_imports_sumy_only_when_asked():
    code = (
        "import sys, summarizer.sumy_rankers;"
        "assert not {'sumy', 'nltk', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
