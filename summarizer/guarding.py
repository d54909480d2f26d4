"""What no trim may take: a claim's guards, its topic, its only name or figure."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.lexicon import words
from summarizer.looseness import FINITE, NAMES
from summarizer.sequels import undoes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Span, Token
    from summarizer.looseness import View

ENOUGH_WORDS = 10
"""Words that a claim must keep for more of the topic to go than stays."""
AT_FIRST = frozenset({"first", "initially", "originally"})
"""Behind them comes what was so later."""
LONGEST_HEARING = 8
"""Words of "the jury at the crown court was told"."""
YEAR = re.compile(r"(?:1[89]|20)\d\d")
LEAST_TOPIC = 2
"""Words of the topic that a claim without a name or figure must keep."""


def is_loose(view: View, span: Span, *, slack: int = 0) -> bool:
    """Whether nothing in the span is the topic, a claim's guard or somebody's word.

    ``slack`` is by how many words more of the topic may go than stay.
    """
    inside, outside = view.inside(span), view.outside(span)
    return (
        not view.tears(span)
        and not _guarded(inside)
        and not undoes(inside)
        and not _tells_whose_word(inside)
        and not _comes_second(inside, outside)
        and not _is_pointed_at(view, span)
        and not _is_toll(inside)
        and not _is_topic(view, inside, outside, slack)
        and _says_enough(view, inside, outside)
    )


def _guarded(tokens: Sequence[Token]) -> bool:
    return any(
        token.text.lower() in _guards() and token.text != "May" for token in tokens
    )


def _comes_second(inside: Sequence[Token], outside: Sequence[Token]) -> bool:
    """Whether what was so at first is told before it: "was ‹first› given to Lund"."""
    first = any(
        token.text.lower() in AT_FIRST and token.tag.startswith("RB")
        for token in outside
    )
    return first and any(token.tag in FINITE for token in inside)


def _tells_whose_word(tokens: Sequence[Token]) -> bool:
    """Whether the words end on whose claim it is: ", ‹the court was told›"."""
    comma = max((n for n, token in enumerate(tokens) if token.text == ","), default=-1)
    last = [token.text.lower() for token in tokens[comma + 1 :]]
    heard = not words("guards", "sequels", "heard").isdisjoint(last)
    return comma >= 0 and len(last) <= LONGEST_HEARING and heard


def _is_pointed_at(view: View, span: Span) -> bool:
    """Whether a word behind it points at what would go: "has ‹since› left"."""
    pointing = words("trims", "payload", "pointing")
    behind = [token for token in view.tokens if token.span.start >= span.end]
    low = [token.text.lower() for token in behind]
    if _is_set_against(view, span, low):
        return True
    for at, word in enumerate(low):
        if word == "time" and low[at - 2 : at] == ["at", "the"] and _ends(low, at):
            return True
    return any(
        token.text.lower() in pointing and _is_adverb(behind[at : at + 2])
        for at, token in enumerate(behind)
    )


def _is_set_against(view: View, span: Span, behind: Sequence[str]) -> bool:
    """Whether the verb behind it is told in spite of it: "who fell, ‹still› won"."""
    following = next((word for word in behind if word.isalpha()), "")
    if following == "now":
        inside = [t.text.lower() for t in view.tokens if span.covers(t.span)]
        return not words("guards", "sequels", "before").isdisjoint(inside)
    return following in words("guards", "sequels", "despite")


def _ends(low: Sequence[str], at: int) -> bool:
    """Whether no "of" tells which time it was."""
    return low[at + 1 : at + 2] != ["of"]


def _is_adverb(tokens: Sequence[Token]) -> bool:
    """Whether the word tells when or where: not "since they left", "there are"."""
    if tokens[0].text.lower() != "since":
        return tokens[0].tag != "EX"
    return len(tokens) > 1 and tokens[1].tag.startswith("VB")


@cache
def _guards() -> frozenset[str]:
    return frozenset().union(
        *(words("guards", key) for key in ("negations", "hedges", "conditions"))
    )


def _is_topic(
    view: View, inside: Sequence[Token], outside: Sequence[Token], slack: int
) -> bool:
    """Whether more of the article's topic would go than stay."""
    left = {token.text.lower() for token in outside} & view.topic
    gone = {token.text.lower() for token in inside} & view.topic - left
    thin = len(gone) * len(outside) <= len(left) * len(inside)
    long = len(outside) >= ENOUGH_WORDS and len(left) >= LEAST_TOPIC
    return len(gone) > len(left) + slack and not (long and thin)


def _says_enough(view: View, inside: Sequence[Token], outside: Sequence[Token]) -> bool:
    """Whether what is left names somebody, counts something or holds the topic.

    Where the only name or the only figure would go, the rest must have the other.
    """
    gone = [any(map(kind, inside)) for kind in (_is_name, _is_figure)]
    left = [any(map(kind, outside)) for kind in (_is_name, _is_figure)]
    topic = {token.text.lower() for token in outside} & view.topic
    return any(left) or len(topic) >= LEAST_TOPIC or not any(gone)


def _is_toll(tokens: Sequence[Token]) -> bool:
    """Whether it says how many died or were hurt: "killing 11 sailors"."""
    low = [token.text.lower() for token in tokens]
    counted = any(
        token.tag == "CD" and not YEAR.fullmatch(token.text) for token in tokens
    )
    return counted and not words("trims", "scope", "grave").isdisjoint(low)


def _is_figure(token: Token) -> bool:
    return token.tag == "CD"


def _is_name(token: Token) -> bool:
    return token.tag in NAMES
