"""The words that carry an article's news: those of its title and those that recur."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from summarizer.stems import spellings, stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence

MOST = 10
"""How many recurring stems count; set by reading what the trims cut on dev articles."""

LEAST = 3
"""In how many sentences a stem must stand to count."""


def topic_words(
    sentences: Sequence[Sentence], *, title: str | None = None, language: str = "en"
) -> frozenset[str]:
    """The lower-case words, as they stand in the article, that its news hangs on."""
    found = [stems(sentence.text, language=language) for sentence in sentences]
    counts = Counter(chain.from_iterable(map(set, found)))
    recurring = sorted((-n, stem) for stem, n in counts.items() if n >= LEAST)
    chosen = {stem for _, stem in recurring[:MOST]}
    chosen.update(stems(title or "", language=language))
    texts = (sentence.text for sentence in sentences)
    return spellings(texts, chosen, language=language)
