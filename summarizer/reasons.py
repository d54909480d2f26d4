"""Tails that a claim cannot spare: why it came about, what undid it, who says it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.lexicon import words
from summarizer.looseness import FINITE, reporting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Token

CLEFT = frozenset({"is", "was", "'s", "’s"})
"""In "it was Vale who led"."""


def is_undone(tokens: Sequence[Token]) -> bool:
    """Whether what came next may undo the claim: "after a minute ‹before Luiz hit›"."""
    low = [token.text.lower() for token in tokens]
    behind = tokens[low.index("before") + 1 :] if "before" in low else ()
    return "but" in low or any(token.tag in FINITE for token in behind)


def tells_why(head: Sequence[Token]) -> bool:
    """Whether something befell somebody, and only a tail tells of what it came.

    "The mayor was arrested ‹after a raid›", but "was arrested for theft ‹...›".
    """
    low = [token.text.lower() for token in head]
    fate = next((n for n in range(len(low)) if _befalls(low[: n + 1])), None)
    if fate is None:
        return False
    behind = low[fate + 1 :]
    known = words("trims", "circumstance", "reasons")
    event = any(a == "in" and b in {"a", "an"} for a, b in pairwise(behind))
    return not event and known.isdisjoint(behind)


def _befalls(low: Sequence[str]) -> bool:
    """Whether the last word tells what was done to somebody, or done for a reason."""
    being = scopes.BEING | {"be", "been", "being"}
    done = low[-1] in words("trims", "circumstance", "fates")
    return low[-1] in words("trims", "circumstance", "deeds") or (
        done and not being.isdisjoint(low[-3:-1])
    )


def goes_on(tokens: Sequence[Token]) -> bool:
    """Whether the claim's own verb comes behind: ", as chance had it, ‹is›"."""
    whole = [token.text.lower() for token in tokens[:2]] == ["a", "whole"]
    return whole or any(
        (comma.text == "," and token.tag in FINITE) or comma.text == ";"
        for comma, token in pairwise(tokens)
    )


def reports(tokens: Sequence[Token]) -> bool:
    """Whether an "as" tells whose word it is: ", as the senators ‹warned›".

    What has a claim of its own does not: "as an envoy warned ‹that war was near›".
    """
    verbs = [token.text.lower() for token in tokens if token.tag in FINITE]
    return len(verbs) == 1 and (
        verbs[0] in reporting()
        or verbs[0] in words("trims", "circumstance", "believing")
    )


def is_bound(opening: Token, head: Sequence[Token]) -> bool:
    """Whether a clause belongs to the verb: "hit Vale, a clerk, ‹where it hurts›".

    So it does behind "it was Vale, the youngest, ‹who led›".
    """
    if opening.text.lower() in {"where", "when"}:
        return scopes.ends_an_aside(head)
    low = [token.text.lower() for token in head]
    return any(a == "it" and b in CLEFT for a, b in pairwise(low))


def tells_what(clause: Sequence[Token], head: Sequence[Token]) -> bool:
    """Whether a clause says what was told: "a call, ‹in which he said he was ill›"."""
    low = [token.text.lower() for token in clause[:2]]
    if low[:1] == ["which"]:
        return low[-1] in words("trims", "clauses", "listing")
    told = words("trims", "clauses", "telling")
    return low[-1] == "which" and any(token.text.lower() in told for token in head)
