"""A sentence as the trims see it, and the guards that say what may go.

Nothing goes that holds a negation, a hedge, a condition or a limit, that carries the
article's news, or that is the sentence's only name or figure.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.article import Sentence, Token
    from summarizer.discourse import Statement

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMES = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class View:
    """A sentence as the trims see it: tokens outside quotations, and what must stay."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    frozen: tuple[Span, ...]
    """Spans that nothing may touch: quotations and attributions."""
    topic: frozenset[str]
    """Lower-case words that carry the article's news."""

    def touches(self, span: Span) -> bool:
        """Whether the span reaches into something that must stay."""
        return any(span.overlaps(other) for other in self.frozen)

    def words(self, span: Span) -> str:
        """The sentence's own words in the span."""
        base = self.sentence.span.start
        return self.sentence.text[span.start - base : span.end - base]

    def inside(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie in the span."""
        return tuple(token for token in self.tokens if span.covers(token.span))

    def outside(self, span: Span) -> tuple[Token, ...]:
        """The tokens that do not lie in the span."""
        return tuple(token for token in self.tokens if not span.covers(token.span))


def view(statement: Statement, tokens: Sequence[Token], topic: frozenset[str]) -> View:
    """The sentence as the trims see it; quotations and who says it are out of reach."""
    said = statement.attribution
    quotes = tuple(quote.span for quote in statement.quotes)
    spoken = (said.speaker, said.cue, said.verb) if said else ()
    outside = _outside(tokens, quotes)
    return View(statement.sentence, outside, (*quotes, *spoken), topic)


def _outside(tokens: Sequence[Token], quotes: Sequence[Span]) -> tuple[Token, ...]:
    """The tokens in no quotation; both come in the order of the text."""
    starts = [quote.start for quote in quotes]
    return tuple(
        token
        for token in tokens
        if not (at := bisect_right(starts, token.span.start))
        or not quotes[at - 1].covers(token.span)
    )


# --- guards ---------------------------------------------------------------------------


def may_go(view: View, span: Span) -> bool:
    """Whether nothing in the span is news, a claim's guard or somebody's word."""
    inside, outside = view.inside(span), view.outside(span)
    return (
        not view.touches(span)
        and not _guarded(inside)
        and not _is_topic(view, inside, outside)
        and not _holds_the_only(inside, outside, _is_figure)
        and not _holds_the_only(inside, outside, _is_name)
    )


def _guarded(tokens: Sequence[Token]) -> bool:
    return any(token.text.lower() in _guards() for token in tokens)


@cache
def _guards() -> frozenset[str]:
    return frozenset().union(
        *(words("guards", key) for key in ("negations", "hedges", "conditions"))
    )


def _is_topic(view: View, inside: Sequence[Token], outside: Sequence[Token]) -> bool:
    """Whether more of the article's topic would go than stay."""
    left = {token.text.lower() for token in outside} & view.topic
    gone = {token.text.lower() for token in inside} & view.topic - left
    return len(gone) > len(left) // 2


def _holds_the_only(
    inside: Sequence[Token], outside: Sequence[Token], kind: Callable[[Token], bool]
) -> bool:
    return any(map(kind, inside)) and not any(map(kind, outside))


def _is_figure(token: Token) -> bool:
    return token.tag == "CD"


def _is_name(token: Token) -> bool:
    return token.tag in NAMES


def drop(view: View, start: int, end: int, rule: str) -> Edit:
    """A drop of the characters from ``start`` to ``end`` of the sentence."""
    return Edit("drop", place(view, start, end), rule)


def place(view: View, start: int, end: int) -> Span:
    """The span in the article of the characters from ``start`` to ``end``."""
    base = view.sentence.span.start
    return Span(base + start, base + end)


def token_before(view: View, offset: int) -> Token | None:
    """The last token that ends before the character ``offset`` of the sentence."""
    limit = view.sentence.span.start + offset
    before = [token for token in view.tokens if token.span.end <= limit]
    return before[-1] if before else None


def token_after(view: View, offset: int) -> Token | None:
    """The first token that starts at or behind the character ``offset``."""
    limit = view.sentence.span.start + offset
    return next((token for token in view.tokens if token.span.start >= limit), None)
