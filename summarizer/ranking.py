"""How much of the article each sentence carries: Biased LexRank.

A sentence is worth as much as the sentences that share its words, and where a reader
would start anyway (``prior.py``) the walk starts as well.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from summarizer import lexrank, prior
from summarizer.stems import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence

# How often the reader starts anew. Of 0.3 to 1.0, with the weights of the prior, the
# least that costs no ROUGE on the mean of four news sets.
TELEPORT = 0.85
# The weight of the reader's own words: a sentence that holds two of them goes before
# any other. Set by hand, since no corpus says what a reader asks for.
FOCUS = 8.0
# Scores closer than this are equal, whatever the order of the additions was.
DIGITS = 12


def rank(
    sentences: Sequence[Sentence],
    *,
    title: str | None = None,
    focus: str | None = None,
    language: str = "en",
) -> tuple[float, ...]:
    """One score a sentence, from 0 to 1 for the best; comparable in one article.

    ``title`` and ``focus`` draw the ranking towards sentences that share their words.
    """
    words = [stems(sentence.text, language=language) for sentence in sentences]
    if not words:
        return ()
    graph = lexrank.Cosines(words)
    rows = prior.features(
        sentences,
        words,
        graph.ahead(),
        title=stems(title or "", language=language),
        language=language,
    )
    start = prior.weigh(rows)
    if focus:
        asked = stems(focus, language=language)
        start = [
            weight * exp(FOCUS * lexrank.cosine(its, asked))
            for weight, its in zip(start, words, strict=True)
        ]
    ranks = lexrank.biased(graph, start, teleport=TELEPORT)
    best = max(ranks)
    return tuple(round(score / best, DIGITS) for score in ranks)


def overlap(first: str, second: str, *, language: str = "en") -> float:
    """How far two texts say the same: the cosine of their stems, from 0 to 1.

    >>> overlap("Rain is falling in Leeds.", "It rained in Leeds.") > 0.7
    True
    """
    return lexrank.cosine(
        stems(first, language=language), stems(second, language=language)
    )
