"""What came next and undoes a claim: "was found guilty ‹and then cleared›"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.lexicon import union, words
from summarizer.looseness import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Token

OBJECTS = (["it"], ["him"], ["her"], ["them"])
"""What stands behind a verb of the same thing or person."""
HOLDING = ("undoing", "limiting", "renaming")
"""Lists of what a claim needs."""
HELD = frozenset({("yet", "to"), ("subject", "to"), ("short", "of")})
"""Words that a claim needs: "a swap that has ‹yet to› come"."""
TURNING = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "PRP"})
"""Words behind which a "back" turns something round."""


def undoes(tokens: Sequence[Token]) -> bool:
    """Whether the words tell what became of a claim or limits it, or rename somebody.

    "rose 9% ‹before falling back›", "was banned, ‹a ban that a court lifted›", "all
    steel, ‹with the exception of pipes›".
    """
    held = union(*(("guards", "sequels", kind) for kind in HOLDING))
    return any(token.text.lower() in held for token in tokens) or any(
        _turns(left, right) for left, right in pairwise(tokens)
    )


def _turns(left: Token, right: Token) -> bool:
    before, word = left.text.lower(), right.text.lower()
    if word == "back":
        return left.tag in TURNING
    return (before, word) in HELD or (before == "before" and right.tag == "VBG")


def follows_up(tokens: Sequence[Token]) -> bool:
    """Whether an "and" tells what came of it: "‹and then fell›", "‹and lost it›"."""
    low = [token.text.lower() for token in tokens]
    verb = next((n for n, token in enumerate(tokens) if token.tag in FINITE), 0)
    later = words("guards", "sequels", "later")
    if not later.isdisjoint(low[: verb + 2]):
        return True
    says = any(token.tag in FINITE for token in tokens[verb + 2 : verb + 3])
    return low[verb + 1 : verb + 2] in OBJECTS and not says  # "says it's a bargain"
