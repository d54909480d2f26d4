"""Words that say what somebody is, as the article's tags show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lexicon import words
from summarizer.name_words import is_role, is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
IN_FRONT = NOUNS | {"JJ", "JJR", "JJS"}
"""Tags of the words of a title or a role."""
PARTICIPLES = frozenset(
    {"acting", "leading", "managing", "ranking", "retired", "visiting"}
)
FINITE = frozenset({"VBD", "VBZ", "MD"})


def says_what(head: str, *, alone: bool) -> bool:
    """Whether the word says what somebody is, and not only whose."""
    low = head.lower().rstrip(".")
    if low in words("portraits", "own") or (
        alone and low in words("portraits", "bare")
    ):
        return False
    if head.rstrip(".") in words("titles", "neutral"):
        return False
    return is_known(head)


def is_known(head: str) -> bool:
    """Whether the word is a title, a role or a trade."""
    low = head.lower()
    if low.startswith("co-"):
        return low in words("portraits", "heads")
    return (
        is_title(head)
        or is_role(low)
        or low in words("portraits", "heads")
        or low.endswith("ologist")
    )


def has_never(row: Sequence[Token]) -> bool:
    """Whether a word means something told elsewhere, or a number is among them."""
    texts = [token.text for token in row]
    return any(
        _is_never(text, following)
        or text.lower().startswith("then-")
        or text in words("names", "calendar")
        or any(char.isdigit() for char in text)
        for text, following in zip(texts, [*texts[1:], ""], strict=True)
    )


def _is_never(text: str, following: str) -> bool:
    """Whether a word means something told elsewhere; "US" and "New York" don't."""
    short = text.isupper() and len(text) > 1
    place = text == "New" and following in words("portraits", "new")
    return text.lower() in words("portraits", "never") and not (short or place)


def phrase(sentence: Sentence, row: Sequence[Token]) -> str:
    """The sentence's own words from the first token to the last."""
    base = sentence.span.start
    return sentence.text[row[0].span.start - base : row[-1].span.end - base]


def row_start(tokens: Sequence[Token], end: int) -> int:
    """Where the row of nouns and adjectives that ends there begins."""
    start = end
    while start and _may_be_in_front(tokens[start - 1], tokens[start]):
        start -= 1
    return start


def _may_be_in_front(token: Token, following: Token) -> bool:
    return (
        following.span.start - token.span.end == 1
        and (token.tag in IN_FRONT or token.text.lower() in PARTICIPLES)
        and not token.text[0].isdigit()
    )
