"""What became of every word of a sentence: the ground on which a bullet is judged.

The trace is built from the sentence, its edits and its tokens alone, not by the code
that applies the edits, so that an error there shows as a difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.lexicon import words

if TYPE_CHECKING:
    from summarizer.article import Article, Sentence, Span, Token
    from summarizer.bullet import Edit
    from summarizer.discourse import Cast

NOT_FOUND = -1


class Word(NamedTuple):
    """One word or mark of the bullet and where it comes from."""

    text: str
    low: str
    tag: str
    source: int
    """The index of its token in the sentence; -1 when an edit wrote it."""
    edit: Edit | None
    """The edit that wrote it or moved it."""
    offset: int
    """Where it stands in the bullet."""

    def meets(self, following: Word) -> bool:
        """Whether the two were neighbours in the sentence as well."""
        return self.source >= 0 and following.source == self.source + 1


@dataclass(frozen=True, slots=True)
class Fault:
    """One reason to refuse a bullet."""

    check: str
    detail: str


@dataclass(frozen=True, slots=True)
class Trace:
    """A sentence and its bullet, word by word."""

    sentence: Sentence
    edits: tuple[Edit, ...]
    text: str
    """The bullet."""
    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    """The tokens in lower case."""
    gone: tuple[Edit | None, ...]
    """For each token, the edit that drops it."""
    moved: tuple[Edit | None, ...]
    swapped: tuple[Edit | None, ...]
    """For each token, the edit that puts something else in its place."""
    quotes: tuple[Span, ...]
    """The quotations of the sentence, marks included."""
    quoted: tuple[bool, ...]
    """For each token, whether it stands inside quotation marks."""
    words: tuple[Word, ...]
    whole: bool
    """Whether the words make up the bullet with nothing left over."""
    article: Article
    cast: Cast

    def said(self, span: Span) -> str:
        """The sentence's own words in the span."""
        base = self.sentence.span.start
        return self.sentence.text[span.start - base : span.end - base]

    def inside(self, edit: Edit) -> list[int]:
        """The tokens that the edit's span covers, without the marks at its ends."""
        found = [
            i
            for i, token in enumerate(self.tokens)
            if edit.span.start <= token.span.start and token.span.end <= edit.span.end
        ]
        while found and not is_word(self.tokens[found[0]].text):
            found.pop(0)
        while found and not is_word(self.tokens[found[-1]].text):
            found.pop()
        return found

    def fate(self, index: int) -> Edit | None:
        """The edit that drops or moves the token."""
        return self.gone[index] or self.moved[index]

    def kept(self, index: int) -> bool:
        """Whether the token is in the bullet in its own words or by an edit."""
        return self.gone[index] is None


def is_word(text: str) -> bool:
    """Whether the token is more than a mark."""
    if text.isalnum() or text in {"%", "$", "£", "€"}:
        return True
    return any(map(str.isalnum, text))


@cache
def guard(kind: str) -> frozenset[str]:
    """A list of words from ``data/lexicon/guards.toml``."""
    return words("guards", *kind.split("."))
