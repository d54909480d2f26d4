"""Tags of news sentences, and what holds for any sentence."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from summarizer.article import Sentence, Span
from summarizer.lexicon import mapping
from summarizer.nltk_loader import perceptron
from summarizer.tagging import (
    LANE,
    SENTENCES_KEPT,
    SUMS_KEPT,
    WEIGHT,
    ZERO,
    Model,
    Sums,
    _perceptron_tagger,
    _table,
    names,
    tag,
    tag_head,
)
from tests.fresh import for_every_hash_seed, printed

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "tagging.toml").read_text(encoding="utf-8")
)["case"]

# The share of the judged tokens that is right; it goes down only on purpose.
FLOOR = 0.97

# The kinds of feature, a longer name before one that begins it.
KINDS = (
    "bias", "i suffix", "i pref1", "i-1 tag+i word", "i-1 tag", "i-2 tag",
    "i tag+i-2 tag", "i word", "i-1 word", "i-1 suffix", "i-2 word", "i+1 word",
    "i+1 suffix", "i+2 word",
)  # fmt: skip


def tagged(text: str, *, at: int = 0):
    return tag(Sentence(text, Span(at, at + len(text)), 0, 0))


def tags(text: str) -> str:
    return " ".join(token.tag for token in tagged(text))


def judged():
    for case in CASES:
        found = [f"{token.text}/{token.tag}" for token in tagged(case["text"])]
        for expected, token in zip(case["expected"], found, strict=True):
            if not expected.endswith("/_"):
                yield expected, token


def test_nearly_all_judged_tokens_are_right():
    pairs = list(judged())
    wrong = [pair for pair in pairs if pair[0] != pair[1]]
    assert len(pairs) >= 170
    assert 1 - len(wrong) / len(pairs) >= FLOOR, wrong


def test_the_words_of_the_cases_are_those_of_their_text():
    for case in CASES:
        words = [item.rpartition("/")[0] for item in case["expected"]]
        assert words == [token.text for token in tagged(case["text"])]


def test_spans_point_into_the_article():
    article = "Before. It won't rain."
    tokens = tagged("It won't rain.", at=8)
    assert all(token.span.of(article) == token.text for token in tokens)
    assert tokens[0].span == Span(8, 10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Go," he said.', "`` VB , '' PRP VBD ."),
        ("“Go,” he said.", "`` VB , '' PRP VBD ."),
        ("'It rained,' she said.", "`` PRP VBD , '' PRP VBD ."),
        ("the workers' hall", "DT NNS POS NN"),
        ("the workers’ hall", "DT NNS POS NN"),
        ("He (Hale) left [today].", "PRP -LRB- NNP -RRB- VBD -LRB- NN -RRB- ."),
        ("It cost £3m — or €4m.", "PRP VBD $ CD : CC $ CD ."),
        ("She hasn’t won.", "PRP VBZ RB VBN ."),
    ],
)
def test_marks_get_the_tags_of_the_treebank(text, expected):
    assert tags(text) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The mayor {} that the bridge is safe.", "said", "VBD"),
        ("The mayor {} that the bridge is safe.", "says", "VBZ"),
        ("The mayor {} that the bridge is safe.", "warned", "VBD"),
        ("The mayor {} that the bridge is safe.", "claims", "VBZ"),
        ("The mayor {} that the bridge is safe.", "denied", "VBD"),
        ("The mayor {} reporters on Friday.", "told", "VBD"),
        ("The bridge is safe, the mayor {}.", "added", "VBD"),
        ("The bridge is safe, the mayor {}.", "insists", "VBZ"),
        ("The bridge is safe, {} the mayor.", "argued", "VBD"),
        ("The mayor has {} that the bridge is safe.", "confirmed", "VBN"),
        ("Officials {} the bridge is safe.", "say", "VBP"),
        ("The mayor {} that the bridge is safe.", "tweeted", "VBD"),
    ],
)
def test_reporting_verbs_are_known(text, verb, expected):
    found = {token.text: token.tag for token in tagged(text.format(verb))}
    assert found[verb] == expected


@pytest.mark.parametrize(("word", "expected"), sorted(mapping("tags", "fixed").items()))
def test_a_fixed_tag_is_kept_in_any_place(word, expected):
    found = tagged(f"The {word} they saw was to {word} and {word}.")
    assert {token.tag for token in found if token.text == word} == {expected}


@pytest.mark.parametrize("text", ["", " ", "—", "“”", "x" * 5000, "’" * 50])
def test_odd_sentences_are_no_trouble(text):
    assert "".join(token.text for token in tagged(text)) == text.strip()


def test_the_sum_of_a_group_is_made_when_it_is_asked_for():
    sums = Sums("i+1 suffix our\nA12B-30\ni+1 word our\nB5")
    assert len(sums) == 0
    assert sums["i+1", "our"] == 12 - (25 << LANE)
    assert sums["i+1", "hour"] == 12 - (30 << LANE)
    assert sums["i+2", "our"] == 0
    assert list(sums) == [("i+1", "our"), ("i+1", "hour"), ("i+2", "our")]


def test_sums_are_kept_up_to_a_bound():
    sums = Sums("i+1 word 1\nA1")
    for number in range(SUMS_KEPT + 1):
        sums["i+1", str(number)]
    assert len(sums) == 1
    assert sums["i+1", "1"] == 1


def test_the_best_score_wins_and_of_equal_ones_the_last_by_name():
    table = "i-2 word one\nA5B-7\ni-2 word two\nA-9B7C-1\ni+2 word three\nC1"
    model = Model(["JJ", "NN", "VB"], Sums(table))
    one, two, three = ("i-2", "one"), ("i-2", "two"), ("i+2", "three")
    chosen = [model.predict(groups)[0] for groups in ([one], [two], [one, two])]
    assert chosen == ["JJ", "NN", "NN"]
    assert model.predict([one, two, three]) == ("VB", None)


def test_no_sum_of_weights_leaves_its_lane():
    lines = _table().split("\n\n")[2].split("\n")
    largest = {}
    for name, row in zip(lines[::2], lines[1::2], strict=True):
        kind = next(known for known in KINDS if name.startswith(known))
        highest = max(abs(int(tenths)) for _, tenths in WEIGHT.findall(row))
        largest[kind] = max(largest.get(kind, 0), highest)
    assert len(largest) == len(KINDS)
    assert sum(largest.values()) == 2_623 < ZERO


def test_the_features_are_those_of_nltk():
    ours, theirs = _perceptron_tagger()(load=False), perceptron().PerceptronTagger
    words = ["Hale", "'s", "2nd", "well-kept", "mill", ",", "1999"]
    context = [*ours.START, *map(ours.normalize, words), *ours.END]
    for place, word in enumerate(words):
        asked = (place, word, context, "NN", "-START-")
        found = [name for group in ours._get_features(*asked) for name in names(group)]
        assert sorted(found) == sorted(theirs._get_features(ours, *asked))


def test_the_tags_of_a_head_are_those_of_the_whole():
    text = "Cold rain fell on Odell’s mill, U.S. crews said, and it burned."
    sentence = Sentence(text, Span(3, 3 + len(text)), 0, 0)
    for size in range(len(text) + 1):
        found = [token for token in tag(sentence) if token.span.end <= 3 + size]
        assert list(tag_head(sentence, size)) == found


def test_tags_are_kept_up_to_a_bound():
    assert tag.cache_info().maxsize == SENTENCES_KEPT


def test_tags_do_not_hang_on_the_hash_seed():
    line = (
        "from summarizer.tagging import tag; from summarizer.article import *; "
        "t = 'Fresh crew beat rival read close.'; "
        "print([k.tag for k in tag(Sentence(t, Span(0, len(t)), 0, 0))])"
    )
    assert len(for_every_hash_seed(line)) == 1


def test_no_pickle_is_read():
    line = (
        "import sys; from summarizer.tagging import tag; "
        "from summarizer.article import *; tag(Sentence('Rain.', Span(0, 5), 0, 0)); "
        "print('pickle' in sys.modules)"
    )
    assert printed(line).strip() == b"False"
