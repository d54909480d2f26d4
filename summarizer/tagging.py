"""Part-of-speech tags: nltk's perceptron over our own table of weights.

The table is text (``data/tagger/NOTICE`` says where it comes from). A row of weights is
parsed when it is needed, into one whole number that holds the weight of every tag in a
lane of its own. So the scores of all tags are one sum, exact whatever the order, and
what features of one word add up to is remembered.
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
# Sums of weights: those of a few thousand different words; about 10 MB when full.
SUMS_KEPT = 65_536
SEEN_AHEAD = 2  # tokens behind another that its tag hangs on

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
    return _tokens(sentence, list(tokenize(sentence.text)))


def tag_head(sentence: Sentence, size: int) -> tuple[Token, ...]:
    """Those tokens that lie within so many characters, tagged as ``tag`` does.

    >>> text = "ODELL -- He won't go."
    >>> [token.text for token in tag_head(Sentence(text, Span(0, 21), 0, 0), 9)]
    ['ODELL', '--']
    """
    offsets = list(tokenize(sentence.text))
    count = sum(end <= size for _, end in offsets)
    return _tokens(sentence, offsets[: count + SEEN_AHEAD])[:count]


def _tokens(sentence: Sentence, offsets: list[tuple[int, int]]) -> tuple[Token, ...]:
    text, base = sentence.text, sentence.span.start
    words = [text[start:end] for start, end in offsets]
    tags = _tagger()(
        [
            word if word.isalnum() else _as_in_treebank(text, start, end)
            for word, (start, end) in zip(words, offsets, strict=True)
        ]
    )
    return tuple(
        [
            Token(word, tag, Span(base + start, base + end))
            for word, (start, end), tag in zip(words, offsets, tags, strict=True)
        ]
    )


def _as_in_treebank(text: str, start: int, end: int) -> str:
    """The mark or word as the table knows it: `````` and ``''``, ``-LRB-``, ``n't``."""
    word = text[start:end]
    if word == '"':
        return OPENING if _opens(text, start) else CLOSING
    if word in ("'", "’"):
        return _single(text, start)
    return TREEBANK.get(word) or word.replace("’", "'")


def _single(text: str, at: int) -> str:
    """A single mark: "'" where the Treebank has the genitive of a plural."""
    if text[at] == "'" and _opens(text, at):
        return OPENING
    return "'" if text[at - 1 : at] in ("s", "z", "x") else CLOSING


def _opens(text: str, at: int) -> bool:
    before, after = text[max(0, at - 1) : at], text[at + 1 : at + 2]
    return (not before or before in BEFORE_OPENING) and not after.isspace()


@cache
def _tagger() -> Callable[[Sequence[str]], list[str]]:
    tags, unambiguous, features = _table().split("\n\n")
    tagger = _perceptron_tagger()(load=False)
    tagger.tagdict = dict(line.split(" ") for line in unambiguous.split("\n"))
    tagger.tagdict.update(mapping("tags", "fixed"))
    tagger.model = Model(tags.split(" "), Sums(features))
    tag_words: Callable[[Sequence[str]], list[str]] = tagger.tags
    return tag_words


def _table() -> str:
    data = files("summarizer").joinpath("data", "tagger", "perceptron.txt.zlib")
    return zlib.decompress(data.read_bytes()).decode("utf-8")


Group = tuple[str, ...]
"""What features have in common that always come together: their kind and a word, or
two tags, or both."""


def _perceptron_tagger() -> Callable[..., Any]:
    """The tagger of nltk; it has the same features, told by the groups they come in."""

    class Tagger(perceptron().PerceptronTagger):  # type: ignore[misc]
        def tags(self, tokens: Sequence[str]) -> list[str]:
            """What ``tag`` pairs the tokens with, in a loop with nothing else in it."""
            known, predict = self.tagdict.get, self.model.predict
            prev, prev2 = self.START
            plain = self.normalize
            words = [w.lower() if w.isalpha() else plain(w) for w in tokens]
            context = [*self.START, *words, *self.END]
            found = []
            for i, word in enumerate(tokens):
                tag = known(word)
                if not tag:
                    groups = self._get_features(i, word, context, prev, prev2)
                    tag, _ = predict(groups)
                found.append(tag)
                prev, prev2 = tag, prev
            return found

        def _get_features(
            self, i: int, word: str, context: Sequence[str], prev: str, prev2: str
        ) -> tuple[Group, ...]:
            before2, before, own, after, after2 = context[i : i + 5]
            return (
                ("i", word, own),
                ("tags", prev, prev2),
                ("i-1", before),
                ("i+1", after),
                ("i-2", before2),
                ("i+2", after2),
                ("i-1 tag+i", prev, own),
            )

    return Tagger


def names(group: Group) -> tuple[str, ...]:
    """The features of a group as nltk and the table call them.

    >>> names(("i+1", "harbour"))
    ('i+1 word harbour', 'i+1 suffix our')
    """
    kind, word = group[:2]
    if kind == "i":
        own = (f"i suffix {word[-3:]}", f"i pref1 {word[:1]}", f"i word {group[2]}")
        return ("bias", *own)
    if kind == "tags":
        last, both = f"i-1 tag {word}", f"i tag+i-2 tag {word} {group[2]}"
        return (last, f"i-2 tag {group[2]}", both)
    if kind == "i-1 tag+i":
        return (f"i-1 tag+i word {word} {group[2]}",)
    if kind in {"i-2", "i+2"}:
        return (f"{kind} word {word}",)
    return (f"{kind} word {word}", f"{kind} suffix {word[-3:]}")


class Model:
    """What nltk's tagger asks for the best tag: that of the highest sum of weights."""

    def __init__(self, tags: Sequence[str], sums: Sums) -> None:
        self._sum_of = sums.__getitem__
        # Of tags with equal scores the last by name wins: the first when turned round.
        self._tags = tags[::-1]
        lanes = len(tags)
        self._start = sum(ZERO << (LANE * lane) for lane in range(lanes))
        self._lanes = Struct(f">{lanes}H")

    def predict(
        self,
        groups: Iterable[Group],
        return_conf: object = None,  # noqa: ARG002 - part of the signature
    ) -> tuple[str, None]:
        """The best tag, and no confidence in it."""
        score = sum(map(self._sum_of, groups), self._start)
        scores = self._lanes.unpack(score.to_bytes(self._lanes.size, "big"))
        return self._tags[scores.index(max(scores))], None


class Sums(dict[Group, int]):
    """For groups of features the sums of their rows, remembered up to a bound."""

    def __init__(self, features: str) -> None:
        super().__init__()
        lines = iter(features.split("\n"))
        self._rows: dict[str, str | int] = dict(zip(lines, lines, strict=True))

    def __missing__(self, group: Group) -> int:
        if len(self) >= SUMS_KEPT:
            self.clear()
        total = self[group] = sum(map(self._row, names(group)))
        return total

    def _row(self, feature: str) -> int:
        row = self._rows.get(feature, 0)
        if isinstance(row, str):
            row = self._rows[feature] = _packed(row)
        return row


def _packed(row: str) -> int:
    """The weights of a row, each in the lane of its tag.

    >>> _packed("A12") == 12, _packed("A-1B2") == 2 * 2**LANE - 1
    (True, True)
    """
    return sum(
        [
            int(tenths) << LANE * (ord(letter) - FIRST_LETTER)
            for letter, tenths in WEIGHT.findall(row)
        ]
    )
