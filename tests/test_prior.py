"""What each feature of the prior sees, one at a time."""

import pytest

from summarizer import lexicon
from summarizer.article import Sentence, Span
from summarizer.prior import FEATURES, features, weigh
from summarizer.stems import stems

PLAIN = "The ferry stopped for nine days."
# A feature, a sentence that has it, and one that has less of it.
CASES = [
    ("title", "The ferry to Skarholm stopped.", "Bread ran out."),
    ("names", "Runa Halvik met Odd Brekke.", "The captain met the owner."),
    ("opens_quoted", '"We wait," she said.', 'She said: "We wait."'),
    ("opens_quoted", "“We wait,” she said.", PLAIN),
    ("quoted", '"We wait for the boat," she said.', 'She said they "wait".'),
    ("question", "Is this the last boat?", "This is the last boat."),
    ("question", 'She asked: "Is this the last boat?"', PLAIN),
    ("first_person", "I took the ferry.", "She took the ferry."),
    ("first_person", "We wait.", "The US waits."),
    ("first_person", "Then we’re stuck.", '"Then we’re stuck," she said.'),
    ("long", "The old ferry to the island stopped for nine long days.", PLAIN),
]


def rows(texts, title=""):
    sentences, start = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(text, Span(start, start + len(text)), index, 0))
        start += len(text) + 1
    words = [stems(text) for text in texts]
    found = features(sentences, words, [0.0] * len(texts), title=stems(title))
    return [dict(zip(FEATURES, row, strict=True)) for row in found]


@pytest.mark.parametrize(("feature", "has", "lacks"), CASES)
def test_a_feature_tells_two_sentences_apart(feature, has, lacks):
    first, second = rows([has, lacks], title="Skarholm ferry halted")
    assert first[feature] > second[feature]


def test_the_lead_has_an_advantage_that_fades():
    early = [row["early"] for row in rows([PLAIN] * 4)]
    assert early == sorted(early, reverse=True)
    assert early[0] == 1.0


def test_a_sentence_is_fresh_where_words_that_return_come_first():
    found = rows(["A ferry stopped.", "The ferry waits.", "Bread is short."])
    assert found[0]["fresh"] > found[1]["fresh"] == found[2]["fresh"] == 0.0


def test_a_word_that_also_stands_in_small_letters_is_no_name():
    found = rows(["Ferries stopped in Skarholm.", "All ferries stopped."])
    assert found[0]["names"] * 4 == 1


def test_first_person_words_of_one_language_mean_nothing_in_another():
    sentence = Sentence("Us et coutumes.", Span(0, 15), 0, 0)
    row = next(iter(features([sentence], [["coutum"]], [0.0], language="fr")))
    assert dict(zip(FEATURES, row, strict=True))["first_person"] == 0.0


def test_every_feature_has_a_weight_and_every_weight_a_feature():
    assert set(lexicon.table("prior")["weights"]) == set(FEATURES)


def test_the_likeliest_start_weighs_one():
    ones, none = [1.0] * len(FEATURES), [0.0] * len(FEATURES)
    assert max(weigh([none, ones])) == 1.0
    assert weigh([]) == []
