"""Chunks of a sentence: whether marks fence them off, and what kind of words they are.

A chunk is given as the indices of its tokens, without the marks at its ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.trace import guard
from summarizer.voices import FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.trace import Trace

FENCES = frozenset({",", ".", ";", ":", "—", "–", "-", "--", "(", ")", "!", "?"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


def is_fenced(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether commas, dashes or the ends of the sentence stand on both sides."""
    before, after = inside[0] - 1, inside[-1] + 1
    left = before < 0 or trace.low[before] in FENCES
    right = after >= len(trace.low) or trace.low[after] in FENCES
    return left and right


def stands_alone(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the words hold a finite verb that no "who" or "that" in them explains."""
    explained = 0
    for i in inside:
        tag, word = trace.tokens[i].tag, trace.low[i]
        if word in FENCES:
            explained = 0
        elif tag in RELATIVES or word in {"that", "after", "as"}:
            explained += 1
        elif tag in FINITE and word not in guard("grammar.participles"):
            if not explained:
                return True
            explained -= tag != "MD"
    return False


def enumerates(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the commas around the words are those of a list."""
    after = trace.low[inside[-1] + 1 : inside[-1] + 3]
    if any(word in {"and", "or", "nor", "&"} for word in after):
        return True
    first = trace.tokens[inside[0]].tag
    joins = any(trace.low[i] in {"and", "or"} for i in inside)
    return trace.low[inside[0]] in {"and", "or", "nor"} or (joins and first in NOUNS)
