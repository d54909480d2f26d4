"""Part-of-speech tags: nltk's perceptron over our own table of weights.

The table is text (``data/tagger/NOTICE`` says where it comes from). A row of weights is
parsed when its feature is met for the first time.
"""

from __future__ import annotations

import re
import zlib
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from summarizer.article import Sentence, Span, Token
from summarizer.lexicon import mapping
from summarizer.nltk_loader import perceptron
from summarizer.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Row = dict[str, float]

# Several stages ask for the tags of the same few sentences; about 2 MB when full.
SENTENCES_KEPT = 256

WEIGHT = re.compile(r"(\D)(-?\d+)")
FIRST_LETTER = ord("A")

BEFORE_OPENING = " \t\n([—–-\"'“‘"
OPENING = "``"
CLOSING = "''"
# As the Treebank, and so the table, writes them.
TREEBANK = {
    "“": OPENING, "„": OPENING, "‘": OPENING, "«": OPENING, "”": CLOSING, "»": CLOSING,
    "(": "-LRB-", "[": "-LRB-", "{": "-LRB-", ")": "-RRB-", "]": "-RRB-", "}": "-RRB-",
    "—": "--", "–": "--", "-": "--", "…": "...", "|": ":", "•": ":",
    "£": "$", "€": "$", "¥": "$",
}  # fmt: skip


@lru_cache(maxsize=SENTENCES_KEPT)
def tag(sentence: Sentence) -> tuple[Token, ...]:
    """The tokens of the sentence with their tags, as spans of the article.

    Quotation marks are tagged as `````` or ``''``, brackets as ``-LRB-`` or ``-RRB-``.

    >>> text = "He won't go."
    >>> found = tag(Sentence(text, Span(0, len(text)), 0, 0))
    >>> [(token.text, token.tag) for token in found]
    [('He', 'PRP'), ('wo', 'MD'), ("n't", 'RB'), ('go', 'VB'), ('.', '.')]
    """
    text, base = sentence.text, sentence.span.start
    spans = list(tokenize(text))
    tagged = _tagger()([_as_in_treebank(text, span) for span in spans])
    return tuple(
        Token(span.of(text), tag, Span(base + span.start, base + span.end))
        for span, (_, tag) in zip(spans, tagged, strict=True)
    )


def _as_in_treebank(text: str, span: Span) -> str:
    """The token as the table knows it: `````` and ``''``, ``-LRB-``, ``n't``."""
    word = span.of(text)
    if word == '"':
        return OPENING if _opens(text, span) else CLOSING
    if word in ("'", "’"):
        return _single(text, span)
    return TREEBANK.get(word) or word.replace("’", "'")


def _single(text: str, span: Span) -> str:
    """A single mark: "'" where the Treebank has the genitive of a plural."""
    if text[span.start] == "'" and _opens(text, span):
        return OPENING
    return "'" if text[span.start - 1 : span.start] in ("s", "z", "x") else CLOSING


def _opens(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 1) : span.start]
    after = text[span.end : span.end + 1]
    return (not before or before in BEFORE_OPENING) and not after.isspace()


@cache
def _tagger() -> Callable[[Sequence[str]], list[tuple[str, str]]]:
    tags, unambiguous, features = _table().split("\n\n")
    tagger = perceptron().PerceptronTagger(load=False)
    tagger.tagdict = dict(line.split(" ") for line in unambiguous.split("\n"))
    tagger.tagdict.update(mapping("tags", "fixed"))
    tagger.model = _model(Weights(tags.split(" "), features))
    tag_words: Callable[[Sequence[str]], list[tuple[str, str]]] = tagger.tag
    return tag_words


def _table() -> str:
    data = files("summarizer").joinpath("data", "tagger", "perceptron.txt.zlib")
    return zlib.decompress(data.read_bytes()).decode("utf-8")


def _model(weights: Weights) -> object:
    """A perceptron of nltk that chooses among the tags that have a score.

    nltk's own looks at all 45 for every word, which takes a third of the time; a tag
    without a score does not win, since the bias alone gives some tags one above zero.
    """

    class Model(perceptron().AveragedPerceptron):  # type: ignore[misc]
        def predict(
            self,
            features: Mapping[str, int],
            return_conf: object = None,  # noqa: ARG002 - part of the signature
        ) -> tuple[str, None]:
            scores: Row = {}
            for feature in features:
                row = weights.get(feature)
                if row is not None:
                    parsed = weights[feature] if isinstance(row, str) else row
                    for label, weight in parsed.items():
                        scores[label] = scores.get(label, 0.0) + weight
            return max(zip(scores.values(), scores, strict=True))[1], None

    return Model(weights)


class Weights(dict[str, str | Row]):
    """Features and their weights; a row is parsed when it is asked for."""

    def __init__(self, tags: Sequence[str], features: str) -> None:
        lines = iter(features.split("\n"))
        super().__init__(zip(lines, lines, strict=True))
        self._tags = {chr(FIRST_LETTER + place): tag for place, tag in enumerate(tags)}

    def __getitem__(self, feature: str) -> Row:
        row = super().__getitem__(feature)
        if isinstance(row, str):
            row = self[feature] = self._parsed(row)
        return row

    def _parsed(self, packed: str) -> Row:
        return {
            self._tags[letter]: int(tenths) / 10
            for letter, tenths in WEIGHT.findall(packed)
        }
