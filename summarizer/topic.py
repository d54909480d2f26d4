"""The words that carry an article's news: those of its title and those that recur."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from summarizer.stems import stems, words

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
    forms: dict[str, set[str]] = defaultdict(set)
    counts: Counter[str] = Counter()
    for sentence in sentences:
        seen = {}
        for word in words(sentence.text):
            for stem in stems(word, language=language):
                seen[stem] = word
                forms[stem].add(word)
        counts.update(seen.keys())
    ranked = sorted(counts, key=lambda stem: (-counts[stem], stem))
    chosen = [stem for stem in ranked[:MOST] if counts[stem] >= LEAST]
    chosen += [stem for stem in stems(title or "", language=language) if stem in forms]
    return frozenset(word for stem in chosen for word in forms[stem])
