"""LexRank against sumy's own, against a plain matrix, and on odd input."""

import math
import warnings
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizer import lexrank, reading, sentences
from summarizer.stems import stems
from tests.fresh import for_every_hash_seed

CORPORA = Path(__file__).parent.parent / "corpora"
ARTICLES = sorted(CORPORA.glob("[0-9]*.txt"))[:12]
SENTENCES = st.lists(
    st.lists(st.sampled_from("abcdefghijklmnop"), max_size=9), min_size=1, max_size=14
)
ODD = [
    [["a"], ["b"]],
    [["a"], ["b"], ["c"]],
    [[], [], []],
    [["a"]],
    [[]],
    [["a"], []],
    [["a", "b"]] * 5,
]


def sumy_matrix(words):
    from sumy.summarizers.lex_rank import LexRankSummarizer

    summarizer = LexRankSummarizer()
    tf, idf = summarizer._compute_tf(words), summarizer._compute_idf(words)
    return summarizer._create_matrix(words, summarizer.threshold, tf, idf)


def sumy_scores(words):
    from sumy.summarizers.lex_rank import LexRankSummarizer

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        scores = LexRankSummarizer.power_method(sumy_matrix(words), 0.1)
    return [float(score) for score in scores]


def on_the_edge(words):
    """Whether a cosine is so near to the threshold that rounding decides."""
    vectors = lexrank._sumy_vectors(words)
    tables = [dict(zip(*vector, strict=True)) for vector in vectors]
    return any(
        abs(sum(w * b.get(i, 0.0) for i, w in a.items()) - 0.1) < 1e-9
        for a in tables
        for b in tables
    )


@settings(deadline=None, max_examples=200)
@given(SENTENCES)
def test_scores_at_sumys_settings_are_sumys(words):
    assume(not on_the_edge(words))
    expected = sumy_scores(words)
    assume(not any(math.isnan(score) for score in expected))
    assert lexrank.thresholded(words) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_scores_of_real_articles_at_sumys_settings_are_sumys(path):
    article = reading.read(path)
    words = [stems(sentence.text) for sentence in sentences.split(article)]
    assert lexrank.thresholded(words) == pytest.approx(sumy_scores(words), abs=1e-12)


@pytest.mark.parametrize("words", ODD)
def test_odd_input_gives_numbers_where_sumy_divides_by_zero(words):
    for scores in (
        lexrank.thresholded(words),
        lexrank.biased(lexrank.Cosines(words), [1.0] * len(words), teleport=0.2),
    ):
        assert len(scores) == len(words)
        assert all(math.isfinite(score) and score >= 0 for score in scores)


def dense_biased(words, prior, teleport):
    """The same walk over a matrix that is written out."""
    count = len(words)
    spread = {w: sum(w in s for s in words) for s in words for w in s}
    vectors = []
    for sentence in words:
        weights = {
            w: sentence.count(w) * math.log(1 + count / spread[w]) for w in sentence
        }
        length = math.sqrt(sum(v * v for v in weights.values())) or 1.0
        vectors.append({w: v / length for w, v in weights.items()})
    rows = []
    for i, one in enumerate(vectors):
        row = [
            0.0 if i == j else sum(v * other.get(w, 0.0) for w, v in one.items())
            for j, other in enumerate(vectors)
        ]
        total = sum(row)
        rows.append([v / total for v in row] if total > 1e-12 else None)
    ranks = list(prior)
    for _ in range(400):
        flows = [0.0] * count
        for i, row in enumerate(rows):
            for j in range(count):
                flows[j] += ranks[i] * (prior[j] if row is None else row[j])
        ranks = [
            teleport * p + (1 - teleport) * f for p, f in zip(prior, flows, strict=True)
        ]
    return ranks


@settings(deadline=None, max_examples=60)
@given(SENTENCES, st.sampled_from([0.15, 0.5, 0.9]))
def test_the_walk_over_words_is_the_walk_over_the_matrix(words, teleport):
    prior = [1 / (2 + i) for i in range(len(words))]
    prior = [p / sum(prior) for p in prior]
    graph = lexrank.Cosines(words)
    found = lexrank.biased(graph, prior, teleport=teleport, tolerance=1e-14)
    assert found == pytest.approx(dense_biased(words, prior, teleport), abs=1e-9)
    assert sum(found) == pytest.approx(1.0)


@settings(deadline=None, max_examples=60)
@given(SENTENCES)
def test_what_is_ahead_is_the_sum_of_the_cosines_with_later_sentences(words):
    graph = lexrank.Cosines(words)
    expected = []
    for i in range(len(words)):
        only = [float(i == j) for j in range(len(words))]
        expected.append(sum(graph.multiply(only)[i + 1 :]))
    assert graph.ahead() == pytest.approx(expected, abs=1e-9)


def test_no_sentence_no_score():
    assert lexrank.biased(lexrank.Cosines([]), [], teleport=0.5) == []
    assert lexrank.thresholded([]) == []


def test_the_same_scores_for_any_hash_seed():
    code = (
        "from summarizer import lexrank;"
        "words = [('rain sun %d snow wind' % (i % 3)).split() for i in range(9)];"
        "graph = lexrank.Cosines(words);"
        "print(lexrank.thresholded(words), graph.ahead());"
        "print(lexrank.biased(graph, [1] * 9, teleport=.3))"
    )
    assert len(for_every_hash_seed(code)) == 1


def test_memory_is_linear_in_the_words():
    import tracemalloc

    def peak(count):
        words = [
            [f"w{(i * j) % 97}" for j in range(1, 9)] + [f"s{i}", f"s{i // 2}"]
            for i in range(count)
        ]
        tracemalloc.start()
        lexrank.biased(lexrank.Cosines(words), [1.0] * count, teleport=0.5)
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(2000) < 2.5 * peak(1000)
