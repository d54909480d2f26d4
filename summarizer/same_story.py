"""Which articles tell the same story, and which stories matter most: LexRank on leads.

Two articles tell one story when their leads are as alike as the parts of one article
are. Likeness is the cosine that LexRank walks along, tf-idf over stems, the frequencies
counted over the articles at hand. How often a word comes counts by its logarithm: two
articles are not one because both are about somebody called Williams.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from itertools import chain, combinations
from math import exp, log, sqrt
from typing import TYPE_CHECKING

from summarizer import lexrank, ranking
from summarizer.stems import stems

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.article import Article

LEAD_WORDS = 400
"""How much of an article says what its story is."""

SAME = 0.16
"""From this cosine on two articles tell one story. Real articles, 40 in a digest: it
joins all but one of 31 pairs on one event and nine in ten halves of one article, and
of the pairs it joins two in a hundred are wrong (``tests/test_same_story.py``)."""

SAME_PUBLISHER = 0.65
"""The same for two articles of one publisher, who has told them apart himself: daily
round-ups share their set phrases, and only an update shares the rest."""

DAYS_APART = 3
"""Further apart, two articles on one matter are two stories."""

TELEPORT = 0.15
"""How often the reader of LexRank starts anew, as its authors have it."""

COMMON = 50
"""A stem in more leads than this, and in a twentieth of them, makes no pair by itself;
it still counts in the cosine. It keeps thousands of articles from costing millions of
comparisons."""

LEAST_SHARED = 6
"""How many stems two leads must share. Two lines about a president share his title and
both his names; of thirty-word leads this spares six in ten of the wrong pairs."""

Vector = dict[str, float]


def group(articles: Sequence[Article]) -> list[tuple[int, ...]]:
    """The indices of the articles, story by story.

    Both the stories and the articles of each keep the order given.
    """
    vectors = _vectors([_words(article) for article in articles])
    likeness = {
        pair: cosine
        for pair, cosine in _alike(vectors)
        if _may_be_one(articles[pair[0]], articles[pair[1]], cosine)
    }
    groups = {i: [i] for i in range(len(articles))}
    for one, other in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        first, second = groups[one], groups[other]
        if first is not second and _mean(likeness, first, second) >= SAME:
            first.extend(second)
            groups.update(dict.fromkeys(first, first))
    stories = {id(found): tuple(sorted(found)) for found in groups.values()}
    return sorted(stories.values())


def centrality(articles: Sequence[Article], *, focus: str | None = None) -> list[float]:
    """How much each article shares with the others, from 0 to 1; they sum to 1.

    ``focus`` draws the reader of LexRank to articles that share its words.
    """
    words = [_words(article) for article in articles]
    if not words:
        return []
    asked = [stems(focus or "", language=article.language) for article in articles]
    start = [
        exp(ranking.FOCUS * lexrank.cosine(its, wanted))
        for its, wanted in zip(words, asked, strict=True)
    ]
    ranks = lexrank.biased(lexrank.Cosines(words), start, teleport=TELEPORT)
    return [round(rank, ranking.DIGITS) for rank in ranks]


def _words(article: Article) -> list[str]:
    """The stems of the title and of the beginning."""
    body = chain.from_iterable(
        span.of(article.text).split() for span in article.paragraphs
    )
    lead = [word for word, _ in zip(body, range(LEAD_WORDS), strict=False)]
    text = f"{article.title or ''} {' '.join(lead)}"
    return stems(text, language=article.language)


def _vectors(leads: Sequence[Sequence[str]]) -> list[Vector]:
    spread = Counter(chain.from_iterable(map(set, leads)))
    vectors = []
    for lead in leads:
        vector = {
            word: (1 + log(count)) * log(1 + len(leads) / spread[word])
            for word, count in Counter(lead).items()
        }
        length = sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        vectors.append({word: weight / length for word, weight in vector.items()})
    return vectors


def _alike(vectors: Sequence[Vector]) -> Iterable[tuple[tuple[int, int], float]]:
    """The pairs that share a telling word and whose cosine passes."""
    for one, other in sorted(_candidates(vectors)):
        cosine = _cosine(vectors[one], vectors[other])
        if cosine >= SAME:
            yield (one, other), cosine


def _candidates(vectors: Sequence[Vector]) -> set[tuple[int, int]]:
    where: dict[str, list[int]] = {}
    for i, vector in enumerate(vectors):
        for word in vector:
            where.setdefault(word, []).append(i)
    most = max(COMMON, len(vectors) // 20)
    shared: Counter[tuple[int, int]] = Counter()
    for places in where.values():
        if len(places) <= most:
            shared.update(combinations(places, 2))
    return {pair for pair, count in shared.items() if count >= LEAST_SHARED}


def _cosine(one: Vector, other: Vector) -> float:
    small, large = sorted((one, other), key=len)
    return sum(weight * large.get(word, 0.0) for word, weight in small.items())


def _may_be_one(one: Article, other: Article, cosine: float) -> bool:
    least = SAME
    if one.publisher and one.publisher == other.publisher:
        least = SAME_PUBLISHER
    return cosine >= least and _apart(one, other) <= timedelta(days=DAYS_APART)


def _apart(one: Article, other: Article) -> timedelta:
    first, second = _when(one), _when(other)
    return abs(first - second) if first and second else timedelta()


def _when(article: Article) -> datetime | None:
    """The moment of the article; of a day its noon, which is far from no hour of it."""
    if article.moment or not article.published:
        return article.moment
    return datetime.combine(article.published, time(12), UTC)


def _mean(
    likeness: dict[tuple[int, int], float], first: Sequence[int], second: Sequence[int]
) -> float:
    total = sum(
        likeness.get((min(a, b), max(a, b)), 0.0) for a in first for b in second
    )
    return total / (len(first) * len(second))
