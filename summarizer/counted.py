"""Bullets that open on some of a number that only the article tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
COUNTED = frozenset(
    {"two", "three", "four", "five", "six", "pair", "duo", "trio", "couple", "dead",
     "injured", "wounded", "accused"}
)  # fmt: skip
"""With "the" they are all of those who were told of."""
ORDINALS = frozenset({"first", "second", "third", "fourth", "last", "other"})
BEFORE_MEMBERS = frozenset({"JJ", "CD", "VBN"})


def counts_alone(tokens: Sequence[Token]) -> bool:
    """Whether it opens on "One stands ...", "Not all were": of whom nobody knows."""
    words_ = [token for token in tokens if token.text[0].isalnum()]
    lows = [token.text.lower() for token in words_[:2]]
    opens = 1 if lows in (["the", "one"], ["the", "ones"], ["not", "all"]) else 0
    behind = FINITE | {"VBN", "IN", "WDT", "WP"} if lows[:1] == ["the"] else FINITE
    if lows[:1] == ["the"] and lows[-1] in ORDINALS:
        # "‹The second›, and the slower, was"
        return any(token.tag in FINITE | {","} for token in tokens[2:3])
    return (
        len(words_) > opens + 1
        and (opens == 1 or lows[0] in words("pronouns", "counting"))
        and words_[opens + 1].tag in behind
    )


def opens_on_the_two(tokens: Sequence[Token]) -> bool:
    """Whether it opens on "The three, two of them Scots, ..." or "The pair are"."""
    lows = [token.text.lower() for token in tokens[:2]]
    numbered = lows[:1] == ["the"] and lows[1:] != [] and lows[1] in COUNTED
    return numbered and any(t.tag in FINITE | {","} for t in tokens[2:3])


def opens_on_members(tokens: Sequence[Token]) -> bool:
    """Whether it opens on those of an event: "Scores of passengers climbed out"."""
    lows = [token.text.lower() for token in tokens]
    at = 2 if lows[1:2] == ["of"] and lows[0] in words("pronouns", "many") else 0
    while at < len(tokens) and tokens[at].tag in BEFORE_MEMBERS:
        at += 1
    behind = at + 1
    if behind >= len(tokens) or lows[at] not in words("pronouns", "members"):
        return False
    if lows[behind] == "and":
        behind += 2
    return behind < len(tokens) and tokens[behind].tag in FINITE | {"RB"}
