"""What a denial, a habit or a superlative of the clause reaches: that may not go."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.trace import guard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.trace import Trace
    from summarizer.voices import Cue

SUPERLATIVES = frozenset({"JJS", "RBS"})


def is_denied(trace: Trace, at: int, cues: Sequence[Cue]) -> bool:
    """Whether a denial or a habit of its clause reaches a word.

    "She will not resign ‹this week›", "the ferry seldom runs ‹on Monday›".
    """
    denying = guard("reach.denying")
    return any(trace.low[i] in denying for i in _clause(trace, at, cues))


def is_ranked(trace: Trace, at: int, cues: Sequence[Cue]) -> bool:
    """Whether a word is part of what is the most, the first or all.

    "The biggest march ‹this month›", "two of the three mills ‹in Elbe›".
    """
    return any(
        trace.low[i] in guard("reach.ranking")
        or (trace.tokens[i].tag in SUPERLATIVES and trace.low[i - 1] != "at")
        or (trace.tokens[i].tag == "CD" and trace.low[i - 1] == "the")
        for i in _clause(trace, at, cues)
    )


def _clause(trace: Trace, at: int, cues: Sequence[Cue]) -> Iterator[int]:
    """The places before a word, back to where its clause begins, without a "who"."""
    reports = {cue.at for cue in cues}
    commas = [i for i, word in enumerate(trace.low[:at]) if word == ","]
    asides = [
        range(left, right + 1)
        for left, right in pairwise(commas)
        if trace.low[left + 1] in guard("reach.relatives")
    ]
    for i in range(at - 1, -1, -1):
        if any(i in aside for aside in asides):
            continue
        if trace.low[i] in guard("reach.clauses") or i in reports:
            return
        yield i
