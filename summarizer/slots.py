"""What a template is filled from: a statement, its tokens and what is asked of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Span, Token
    from summarizer.bullet import Edit, Trim
    from summarizer.discourse import Statement
    from summarizer.styles import Style


@dataclass(frozen=True, slots=True)
class Slots:
    """What a template is filled from."""

    statement: Statement
    tokens: Sequence[Token]
    style: Style
    trims: Sequence[Trim]
    given: tuple[Edit, ...]
    """Edits that every draft makes: a pronoun replaced by its name."""
    familiar: bool = False
    """Whether the speaker is one of those the article is about."""
    surnames: frozenset[str] = frozenset()
    """Of the article's people: they keep their capital."""
    author: str | None = None
    """Whose opinion the article is, if it is one: a name, or "the author"."""

    def said(self, span: Span) -> str:
        """The sentence's own words in the span."""
        base = self.statement.sentence.span.start
        return self.statement.sentence.text[span.start - base : span.end - base]

    def first(self, span: Span) -> Token | None:
        """The first token in the span."""
        return next((t for t in self.tokens if span.covers(t.span)), None)
