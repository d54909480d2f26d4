"""Part-of-speech tags: nltk's perceptron over our own table of weights.

The table is text (``data/tagger/NOTICE`` says where it comes from). A row of weights is
parsed when its feature is met for the first time, into one whole number that holds the
weight of every tag in a lane of its own. So a score for all tags is one addition a
feature, exact whatever the order.
"""

from __future__ import annotations

import re
import zlib
from functools import cache, lru_cache
from importlib.resources import files
from struct import Struct
from typing import TYPE_CHECKING, Any

from summarizer.article import Sentence, Span, Token
from summarizer.lexicon import mapping
from summarizer.nltk_loader import perceptron
from summarizer.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# Several stages ask for the tags of the same few sentences; about 2 MB when full.
SENTENCES_KEPT = 256

WEIGHT = re.compile(r"(\D)(-?\d+)")
FIRST_LETTER = ord("A")
LANE = 16
"""Bits of a tag's score. In tenths, the largest weights of the kinds of feature add up
to 2,623, far from where one lane would reach into the next."""
ZERO = 1 << (LANE - 1)
"""What stands for 0 in a lane, so that no score is below nothing."""

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
    tagger = _perceptron_tagger()(load=False)
    tagger.tagdict = dict(line.split(" ") for line in unambiguous.split("\n"))
    tagger.tagdict.update(mapping("tags", "fixed"))
    tagger.model = Model(tags.split(" "), Weights(features))
    tag_words: Callable[[Sequence[str]], list[tuple[str, str]]] = tagger.tag
    return tag_words


def _table() -> str:
    data = files("summarizer").joinpath("data", "tagger", "perceptron.txt.zlib")
    return zlib.decompress(data.read_bytes()).decode("utf-8")


def _perceptron_tagger() -> Callable[..., Any]:
    """The tagger of nltk; it names the same features, without a counter of them."""

    class Tagger(perceptron().PerceptronTagger):  # type: ignore[misc]
        def _get_features(
            self, i: int, word: str, context: Sequence[str], prev: str, prev2: str
        ) -> tuple[str, ...]:
            before2, before, own, after, after2 = context[i : i + 5]
            return (
                "bias",
                f"i suffix {word[-3:]}",
                f"i pref1 {word[:1]}",
                f"i-1 tag {prev}",
                f"i-2 tag {prev2}",
                f"i tag+i-2 tag {prev} {prev2}",
                f"i word {own}",
                f"i-1 tag+i word {prev} {own}",
                f"i-1 word {before}",
                f"i-1 suffix {before[-3:]}",
                f"i-2 word {before2}",
                f"i+1 word {after}",
                f"i+1 suffix {after[-3:]}",
                f"i+2 word {after2}",
            )

    return Tagger


class Model:
    """What nltk's tagger asks for the best tag: the sum of the features' rows."""

    def __init__(self, tags: Sequence[str], weights: Weights) -> None:
        self._weights = weights
        # Of tags with equal scores the last by name wins: the first when turned round.
        self._tags = tags[::-1]
        lanes = len(tags)
        self._start = sum(ZERO << (LANE * lane) for lane in range(lanes))
        self._lanes = Struct(f">{lanes}H")

    def predict(
        self,
        features: Iterable[str],
        return_conf: object = None,  # noqa: ARG002 - part of the signature
    ) -> tuple[str, None]:
        """The best tag, and no confidence in it."""
        find, score = self._weights.get, self._start
        for feature in features:
            row = find(feature)
            if row is not None:
                score += row if isinstance(row, int) else self._weights[feature]
        scores = self._lanes.unpack(score.to_bytes(self._lanes.size))
        return self._tags[scores.index(max(scores))], None


class Weights(dict[str, "str | int"]):
    """Features and their weights; a row is parsed when it is asked for."""

    def __init__(self, features: str) -> None:
        lines = iter(features.split("\n"))
        super().__init__(zip(lines, lines, strict=True))

    def __getitem__(self, feature: str) -> int:
        row = super().__getitem__(feature)
        if isinstance(row, str):
            row = self[feature] = _packed(row)
        return row


def _packed(row: str) -> int:
    """The weights of a row, each in the lane of its tag.

    >>> _packed("A12") == 12, _packed("A-1B2") == 2 * 2**LANE - 1
    (True, True)
    """
    return sum(
        int(tenths) << LANE * (ord(letter) - FIRST_LETTER)
        for letter, tenths in WEIGHT.findall(row)
    )
