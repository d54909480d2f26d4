"""Words without a noun that mean something told before: "this", "its", "either way"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizer.article import Token

SINGULAR = frozenset({"NN", "NNP"})
NOUNS = SINGULAR | {"NNS", "NNPS"}
COMMON = frozenset({"NN", "NNS"})
ENTITIES = NOUNS | {"CD", "PRP"}
THINGS = frozenset({"it", "its", "itself"})
ALONE = frozenset({"this", "that"})
EITHER = frozenset({"either", "neither", "both"})
JOINED = frozenset({"or", "nor", "and", "of", "two"})
"""They tell of the two that "either" or "both" means."""
COUNTED = frozenset({"two", "three", "four", "five", "six"})
BEHIND_THIS = frozenset({"VBZ", "VBD", "MD", "IN", "TO", ",", "."})
BE = frozenset(
    {"is", "was", "'s", "’s", "would", "will", "has", "may", "seems", "appears"}
)
"""Behind an "it" that may stand for nothing."""
EMPTY_IT = frozenset({"JJ", "JJR", "RB", "DT"})
"""Behind the "it" of "makes it hard to"."""


def find_pointers(tokens: Sequence[Token], quoted: frozenset[Token]) -> Iterator[Token]:
    """The words outside quotations that nothing before them in the bullet explains."""
    named = _first(tokens, _is_one_thing)
    clause = _first(tokens, _ends_clause)
    fronted = bool(tokens) and tokens[0].tag == "IN"
    comma = max((i for i, t in enumerate(tokens) if t.tag == ","), default=-1)
    joined = any(token.text.lower() in JOINED for token in tokens)
    for at, token in enumerate(tokens):
        if token in quoted or not at < len(tokens) - 1:
            continue
        word, after = token.text.lower(), tokens[at + 1 : at + 3]
        if word in THINGS:
            # "For all its fame, the mill is empty": there it points on
            points = 0 < at <= named and not (fronted and at < comma)
            if points and not _may_be_empty(word, after[0]):
                yield token
        elif word in ALONE:
            if token.tag == "DT" and 0 < at < clause and after[0].tag in BEHIND_THIS:
                yield token
        elif word in EITHER:
            if not joined and token.tag in {"DT", "PDT"} and after[0].tag in COMMON:
                yield token
        elif word == "all" and _is_all_of_them(after):
            yield token


def _first(
    tokens: Sequence[Token], holds: Callable[[Sequence[Token], int], bool]
) -> int:
    """The first place where it holds, or the end."""
    places = (at for at in range(len(tokens)) if holds(tokens, at))
    return next(places, len(tokens))


def _is_one_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun in the singular stands there, and not in front of another noun."""
    token = tokens[at]
    if token.tag == "NNP":
        return True
    behind = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    time = token.text.lower() in words("pronouns", "demonstrative", "time")
    return token.tag in SINGULAR and behind not in NOUNS and not time


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause ends there that "this" may sum up."""
    token = tokens[at]
    return token.tag in {",", ":", "CC"} or token.text in {"-", "--", "–", "—"}


def _may_be_empty(word: str, following: Token) -> bool:
    """Whether it may be an "it" that stands for nothing: "it rains"."""
    low = following.text.lower()
    return word == "it" and (
        low in BE
        or low in words("pronouns", "expletive", "verbs")
        or following.tag in EMPTY_IT
    )


def _is_all_of_them(after: Sequence[Token]) -> bool:
    """Whether "all three" stands without the three."""
    return (
        len(after) > 1
        and after[0].text.lower() in COUNTED
        and after[1].tag not in ENTITIES | {"JJ", "DT", "PRP$"}
        and after[1].text.lower() != "of"
    )
