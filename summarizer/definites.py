"""Nouns with "the" whose phrase doesn't say which one is meant: "the drill"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Token

NOUNS = frozenset({"NN", "NNS"})
NAMES = frozenset({"NNP", "NNPS"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
POINTING = frozenset({"this", "that", "these", "those"})
INNER = NOUNS | {"JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS", "RB"}
NEAR = frozenset({"this", "these"})
BINDING = frozenset({"to", "for", "where"})
"""Behind "this club" they don't tell which one: "for ten years"."""
TEXTS = frozenset({"story", "article", "report"})
"""With "this" they are what is being read; "the report" is another."""
IDENTIFYING = frozenset({"of", "that", "who", "which", "whose", "where", "to", "for"})
"""What follows a noun that says itself which one is meant."""


def points_back(noun: str) -> bool:
    """Whether the noun nearly always means something told before: "the incident"."""
    return noun.lower() in words("pronouns", "definite", "anaphoric")


def find_head(tokens: Sequence[Token], at: int) -> int | None:
    """The noun that the article belongs to, unless its phrase says which one it is."""
    end = at + 1
    inner = INNER | NAMES if tokens[at].text.lower() in POINTING else INNER
    while end < len(tokens) and tokens[end].tag in inner:
        if _must_be_the_verb(tokens, end):
            break
        end += 1
    if _is_verb(tokens, end - 1):
        end -= 1
    while tokens[end - 1].tag == "RB":
        end -= 1  # "the answer still divides Odell"
    head = end - 1
    if head <= at or not _is_noun(tokens[head]):
        return None
    following = tokens[end] if end < len(tokens) else None
    near = tokens[at].text.lower() in NEAR
    tells = IDENTIFYING - BINDING if near else IDENTIFYING
    if following is not None and (
        following.tag in NAMES | {"PRP"} or following.text.lower() in tells
    ):
        return None
    return None if _is_named(tokens, end) else head


def _is_named(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a name follows between commas: "the suspect, Bo Crane, died"."""
    end = comma + 1
    while end < len(tokens) and tokens[end].tag in NAMES:
        end += 1
    named = end > comma + 1 and tokens[comma].text == ","
    return named and end < len(tokens) and tokens[end].text in {",", "."}


def find_owner(tokens: Sequence[Token], at: int) -> int | None:
    """The noun that owns what follows: "the hospital's roof"."""
    if any(token.tag in NAMES for token in tokens[:at]) and _is_aged(tokens, at + 1):
        return None  # "Ana Vale mourned at the 25-year-old swimmer's grave"
    for place in range(at + 1, len(tokens) - 1):
        if tokens[place].tag not in INNER:
            return None
        if tokens[place].text.lower() in words("pronouns", "singling"):
            return None
        if tokens[place + 1].tag == "POS":
            named = tokens[place + 2 : place + 4]
            told = any(token.text.lower() in {"name", "nickname"} for token in named)
            return place if tokens[place].tag in NOUNS and not told else None
    return None


def _is_aged(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is "25-year-old": somebody who is named."""
    return at < len(tokens) and tokens[at].text.endswith("-year-old")


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether what looks like a participle is the verb: "the woman needed a coat"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].tag == "VBN"
        and following is not None
        and following.tag in {"DT", "PRP", "PRP$", "NN", "NNS", "NNP"}
    )


def _must_be_the_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether what looks like a participle is the only verb: "the couple arrived"."""
    over = at - 1
    while tokens[over].tag == "RB":
        over -= 1
    ed = tokens[at].tag in {"VBN", "JJ"} and tokens[at].text.endswith("ed")
    behind = tokens[at + 1 :]
    verbs = any(token.tag in FINITE for token in behind)
    return ed and tokens[over].tag in NOUNS and bool(behind) and not verbs


def _is_noun(token: Token) -> bool:
    """Whether it is a noun, or an adjective for a person: "the female"."""
    return token.tag in NOUNS or token.text.lower() in {"male", "female"}


def is_known(phrase: Sequence[Token]) -> bool:
    """Whether everybody knows which one: "the government", "the season's race"."""
    first, noun = phrase[0].text.lower(), phrase[-1].text.lower()
    times = words("pronouns", "demonstrative", "time") - TEXTS
    return noun in words("pronouns", "known") or noun in times or first in times


def is_person(noun: str) -> bool:
    """Whether it is somebody: "the singer"."""
    low = noun.lower()
    return (
        low in words("pronouns", "people", "nouns")
        or low in words("titles", "roles")
        or low in {"male", "female"}
    )
