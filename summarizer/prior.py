"""Where a reader of the article would start: the teleport vector of Biased LexRank.

The logarithm of a sentence's weight is a sum over a few features that an editor could
name. The weights are trained on articles with bullets; tests/benchmarks/train_prior.py
says how.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import chain
from math import exp, log, sqrt
from operator import mul
from typing import TYPE_CHECKING

from summarizer import lexicon
from summarizer.lexrank import cosine

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.article import Sentence

QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]?")
QUESTION = re.compile(r"\?[\"”'’)\]]*$")
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
PLAIN_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")

FEATURES = (
    "early",
    "long",
    "title",
    "ahead",
    "fresh",
    "names",
    "opens_quoted",
    "quoted",
    "question",
    "first_person",
)
EARLY = 12
"""Sentences in which the lead's advantage falls to a third. Of 3, 4, 12 and 25."""
USUAL = 20
"""Words of an ordinary news sentence."""
LONGEST = 60
"""Words past which a sentence is no longer punished for more."""
MOST_NAMES = 8


def features(
    sentences: Sequence[Sentence],
    words: Sequence[Sequence[str]],
    ahead: Sequence[float],
    *,
    title: Sequence[str] = (),
    language: str = "en",
) -> Iterator[tuple[float, ...]]:
    """For each sentence its ``FEATURES``, in their order.

    ``words`` are the sentences' stems; ``ahead`` is how much each is like those that
    follow it.
    """
    texts = [sentence.text.replace("’", "'") for sentence in sentences]
    found = [_words(text) for text in texts]
    names = _names(set(chain.from_iterable(found)))
    first_person = _first_person(language)
    fresh = _fresh(words)
    for index, (text, its, raw) in enumerate(zip(texts, words, found, strict=True)):
        yield (
            exp(-index / EARLY),
            (min(text.count(" ") + 1, LONGEST) / USUAL) ** 2,
            cosine(its, title) if title else 0.0,
            sqrt(max(0.0, ahead[index])),
            log(1 + fresh[index]),
            min(MOST_NAMES, len(names.intersection(raw))) / (MOST_NAMES / 2),
            *_manner(text, raw, first_person),
        )


def weigh(rows: Iterable[Sequence[float]]) -> list[float]:
    """A weight above zero for each sentence's features, 1 for the likeliest start."""
    known = lexicon.table("prior")["weights"]
    weights = [known[name] for name in FEATURES]
    sums = [sum(map(mul, weights, row)) for row in rows]
    top = max(sums, default=0.0)
    return [exp(each - top) for each in sums]


def _words(text: str) -> list[str]:
    """The words as they stand; ASCII, as most news is, takes less time."""
    return (PLAIN_WORD if text.isascii() else WORD).findall(text)


def _fresh(words: Sequence[Sequence[str]]) -> list[int]:
    """How often the words that each sentence brings up first come back later."""
    spread = Counter(chain.from_iterable(map(set, words)))
    return [sum([spread.pop(word, 1) - 1 for word in each]) for each in words]


def _names(words: set[str]) -> set[str]:
    """The words of the article with a capital that never stand in small letters."""
    return {
        word
        for word in words
        if word[0].isupper() and len(word) > 1 and word.lower() not in words
    }


@cache
def _first_person(language: str) -> frozenset[str]:
    """The words for I and we as they stand in text; "US" is none of them."""
    known = lexicon.table("prior")["first_person"].get(language, ())
    small = {word for word in known if not word.startswith("i")}
    return frozenset(small | {word.capitalize() for word in known})


def _manner(
    text: str, raw: Sequence[str], first_person: frozenset[str]
) -> tuple[float, float, float, float]:
    """Whether it opens with a quotation; how much is quoted; question; first person."""
    quoted, own = 0, raw
    if '"' in text or "“" in text:
        quoted = sum([len(each) for each in QUOTED.findall(text)])
        own = _words(QUOTED.sub(" ", text))
    return (
        float(text[:1] in {'"', "“"}),
        quoted / max(1, len(text)),
        float("?" in text and QUESTION.search(text) is not None),
        float(not first_person.isdisjoint(own)),
    )
