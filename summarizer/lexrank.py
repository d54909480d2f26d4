"""LexRank over an inverted index: sentence graphs that are never held as a matrix.

Erkan and Radev, "LexRank: Graph-based Lexical Centrality as Salience in Text
Summarization" (2004); the teleport vector follows Otterbacher, Erkan and Radev, "Biased
LexRank" (2009).
"""

from __future__ import annotations

from array import array
from collections import Counter
from itertools import chain
from math import hypot, log, sqrt
from operator import mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    Key = TypeVar("Key")
    Vector = tuple[list[Key], list[float]]
    """Words, or the indices of sentences, and a weight for each."""

# More than any text needs at the tolerances used here; a guard, not a setting.
MOST_STEPS = 200
# The walk ends where a step moves less than this share of the reader's time; what all
# further steps would move is less again.
TOLERANCE = 1e-3
# Below this, what a sentence shares with the others is rounding.
NOTHING = 1e-12


def biased(
    graph: Cosines,
    prior: Sequence[float],
    *,
    teleport: float,
    tolerance: float = TOLERANCE,
) -> list[float]:
    """The share of a random reader's time that each sentence gets; they sum to 1.

    The reader goes from a sentence to another in proportion to the cosine of the two,
    or with probability ``teleport`` starts anew at a sentence drawn from ``prior``.

    >>> graph = Cosines([["rain"], ["rain", "sun"], ["snow"]])
    >>> biased(graph, [1, 1, 2], teleport=1.0)
    [0.25, 0.25, 0.5]
    """
    start = _shares(prior)
    pulls = graph.multiply([1.0] * len(start))
    ranks = start
    for _ in range(MOST_STEPS):
        following = _step(graph, ranks, pulls, start, teleport)
        moved = sum(abs(new - old) for new, old in zip(following, ranks, strict=True))
        ranks = following
        if moved < tolerance:
            break
    return ranks


def thresholded(
    words: Sequence[Sequence[str]], *, threshold: float = 0.1, tolerance: float = 0.1
) -> list[float]:
    """The scores of sumy's LexRank, without its matrix.

    Edges are whole where the cosine passes ``threshold`` and absent elsewhere, every
    sentence is its own neighbour, there is no teleport, and the walk stops early. Where
    no sentence has a weighted word, sumy divides zero by zero; here all are equal.
    """
    count = len(words)
    if not count:
        return []
    neighbours = _neighbours(_sumy_vectors(words), threshold)
    ranks = [1.0 / count] * count
    for _ in range(MOST_STEPS):
        shares = [
            rank / len(near) if near else 0.0
            for rank, near in zip(ranks, neighbours, strict=True)
        ]
        flows = [sum(shares[other] for other in near) for near in neighbours]
        length = hypot(*flows)
        if not length:
            return ranks
        following = [flow / length for flow in flows]
        moved = hypot(*(a - b for a, b in zip(following, ranks, strict=True)))
        ranks = following
        if moved <= tolerance:
            break
    return ranks


def cosine(first: Sequence[str], second: Sequence[str]) -> float:
    """How alike two bags of words are, from 0 to 1.

    >>> round(cosine(["rain", "falls"], ["rain", "stops"]), 3)
    0.5
    """
    if set(first).isdisjoint(second):
        return 0.0
    one, other = Counter(first), Counter(second)
    dot = sum(count * other[word] for word, count in one.items())
    lengths = [sqrt(sum(n * n for n in bag.values())) for bag in (one, other)]
    return min(1.0, dot / (lengths[0] * lengths[1]))


class Cosines:
    """The cosines of all pairs of sentences, never written out.

    To multiply by them is to multiply by the sentences' vectors twice, in time and
    memory linear in the words.
    """

    def __init__(self, words: Sequence[Sequence[str]]) -> None:
        self._vectors = _sharing(words)
        self._own = [sum(map(mul, its, its)) for _, its in self._vectors]
        self._postings = _turned(self._vectors)

    def multiply(self, masses: Sequence[float]) -> list[float]:
        """For each sentence, the others' masses weighted by their cosine with it."""
        mass = masses.__getitem__
        total = {
            word: sum(map(mul, weights, map(mass, where)))
            for word, (where, weights) in self._postings.items()
        }.__getitem__
        return [
            max(0.0, sum(map(mul, weights, map(total, its))) - own * mine)
            for (its, weights), own, mine in zip(
                self._vectors, self._own, masses, strict=True
            )
        ]

    def ahead(self) -> list[float]:
        """For each sentence, the sum of its cosines with those that follow it."""
        totals = dict.fromkeys(self._postings, 0.0)
        found = []
        for words, weights in reversed(self._vectors):
            found.append(sum(map(mul, weights, map(totals.__getitem__, words))))
            for word, weight in zip(words, weights, strict=True):
                totals[word] += weight
        return found[::-1]


def _step(
    graph: Cosines,
    ranks: Sequence[float],
    pulls: Sequence[float],
    start: Sequence[float],
    teleport: float,
) -> list[float]:
    """Where the reader is one move later; with nowhere to go, he starts anew."""
    flows = graph.multiply(
        [
            rank / pull if pull > NOTHING else 0.0
            for rank, pull in zip(ranks, pulls, strict=True)
        ]
    )
    stuck = max(0.0, 1.0 - sum(flows))
    again = teleport + (1 - teleport) * stuck
    return [
        again * first + (1 - teleport) * flow
        for first, flow in zip(start, flows, strict=True)
    ]


def _sharing(words: Sequence[Sequence[str]]) -> list[Vector[str]]:
    """Unit vectors by tf-idf, reduced to the words that two sentences share.

    The inverse frequency is ln(1 + N/n), which no word brings to zero or below.
    """
    spread = Counter(chain.from_iterable(map(set, words)))
    rarities = {n: log(1 + len(words) / n) for n in set(spread.values())}
    rarity = {word: rarities[n] for word, n in spread.items()}
    vectors = []
    for sentence in words:
        bag: dict[str, float] = {}
        for word in sentence:
            bag[word] = bag.get(word, 0.0) + rarity[word]
        length = sqrt(sum([w * w for w in bag.values()])) or 1.0
        shared = {word: w / length for word, w in bag.items() if spread[word] > 1}
        vectors.append((list(shared), list(shared.values())))
    return vectors


def _turned(vectors: Sequence[Vector[str]]) -> dict[str, Vector[int]]:
    """For each word the sentences that hold it, with its weights there."""
    turned: dict[str, Vector[int]] = {}
    for row, (words, weights) in enumerate(vectors):
        for word, weight in zip(words, weights, strict=True):
            if word not in turned:
                turned[word] = ([], [])
            where, its = turned[word]
            where.append(row)
            its.append(weight)
    return turned


def _sumy_vectors(words: Sequence[Sequence[str]]) -> list[Vector[int]]:
    """Unit vectors with sumy's inverse frequency, ln(N / (1 + n)), of either sign."""
    bags = [Counter(sentence) for sentence in words]
    spread = Counter(word for bag in bags for word in bag)
    numbers = {word: i for i, word in enumerate(spread)}
    rarity = {word: log(len(words) / (1 + n)) for word, n in spread.items()}
    vectors = []
    for bag in bags:
        weights = [n * rarity[word] for word, n in bag.items()]
        length = sqrt(sum(map(mul, weights, weights)))
        kept = [
            (numbers[word], weight / length)
            for word, weight in zip(bag, weights, strict=True)
            if weight
        ]
        vectors.append(([i for i, _ in kept], [weight for _, weight in kept]))
    return vectors


def _neighbours(vectors: list[Vector[int]], threshold: float) -> list[array[int]]:
    """For each sentence, itself and those whose cosine with it passes."""
    postings: dict[int, list[tuple[int, float]]] = {}
    found = [array("l") for _ in vectors]
    for row, (ids, weights) in enumerate(vectors):
        cosines: dict[int, float] = {}
        for word, weight in zip(ids, weights, strict=True):
            for other, its in postings.setdefault(word, []):
                cosines[other] = cosines.get(other, 0.0) + weight * its
            postings[word].append((row, weight))
        for other, similarity in cosines.items():
            if similarity > threshold:
                found[row].append(other)
                found[other].append(row)
        if ids:
            found[row].append(row)
    return found


def _shares(prior: Sequence[float]) -> list[float]:
    total = sum(prior)
    return [value / total if total > 0 else 1.0 / len(prior) for value in prior]
