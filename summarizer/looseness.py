"""A sentence as the trims see it, and the guards that say what may go.

Nothing goes that holds a negation, a hedge, a condition or a limit, that carries the
article's news, or that is the sentence's only name or figure.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.article import Sentence, Token
    from summarizer.discourse import Statement

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMES = frozenset({"NNP", "NNPS"})

VIEWS_KEPT = 4
"""A sentence is looked at by one rule after the other, and then never again."""


@dataclass(frozen=True, slots=True, eq=False)  # so that what is found can be kept by it
class View:
    """A sentence as the trims see it: tokens outside quotations, and what must stay."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    frozen: tuple[Span, ...]
    """Spans that nothing may touch: quotations and attributions."""
    topic: frozenset[str]
    """Lower-case words that carry the article's news."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """How likely each stem is to be in the bullets, from 0 to 1."""

    @property
    def quotes(self) -> tuple[Span, ...]:
        """The quotations, without the words that tell who says it."""
        return _quotes(self)

    def touches(self, span: Span) -> bool:
        """Whether the span reaches into something that must stay."""
        return bool(self.frozen) and any(map(span.overlaps, self.frozen))

    def reports(self, span: Span) -> bool:
        """Whether the span lies in the words that tell who says it."""
        return any(span.overlaps(o) for o in self.frozen if o not in self.quotes)

    def leaves_speaker(self, span: Span) -> bool:
        """Whether neither a quotation, nor who says it, nor the verb is touched.

        So "in a statement" may go, which stands between or behind them.
        """
        inside = self.inside(span)
        fixed = [o for o in self.frozen if span.overlaps(o) and not o.covers(span)]
        return bool(inside) and not fixed and not self._holds_verb(inside)

    def _holds_verb(self, tokens: tuple[Token, ...]) -> bool:
        return any(token.tag in FINITE | NAMES for token in tokens)

    def tears(self, span: Span) -> bool:
        """Whether who says it would go, or a quotation in part."""
        return any(
            span.overlaps(other) and not (span.covers(other) and other in self.quotes)
            for other in self.frozen
        )

    def words(self, span: Span) -> str:
        """The sentence's own words in the span."""
        base = self.sentence.span.start
        return self.sentence.text[span.start - base : span.end - base]

    def inside(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie in the span."""
        start, end = span.start, span.end
        return tuple(
            [t for t in self.tokens if start <= t.span.start and t.span.end <= end]
        )

    def outside(self, span: Span) -> tuple[Token, ...]:
        """The tokens that do not lie in the span."""
        start, end = span.start, span.end
        return tuple(
            [t for t in self.tokens if start > t.span.start or t.span.end > end]
        )


@lru_cache(maxsize=VIEWS_KEPT)
def _quotes(view: View) -> tuple[Span, ...]:
    """Those of the spans which nothing may touch that hold no token."""
    return tuple(
        span
        for span in view.frozen
        if not any(span.covers(token.span) for token in view.tokens)
    )


def view(
    statement: Statement,
    tokens: Sequence[Token],
    topic: frozenset[str],
    weights: Mapping[str, float] | None = None,
) -> View:
    """The sentence as the trims see it; quotations and who says it are out of reach."""
    said = statement.attribution
    quotes = tuple(quote.span for quote in statement.quotes)
    spoken = (said.speaker, said.cue, said.verb) if said else ()
    outside = _outside(tokens, quotes)
    frozen = (*quotes, *spoken)
    return View(statement.sentence, outside, frozen, topic, weights or {})


def _outside(tokens: Sequence[Token], quotes: Sequence[Span]) -> tuple[Token, ...]:
    """The tokens in no quotation; both come in the order of the text."""
    if not quotes:
        return tuple(tokens)
    starts = [quote.start for quote in quotes]
    return tuple(
        token
        for token in tokens
        if not (at := bisect_right(starts, token.span.start))
        or not quotes[at - 1].covers(token.span)
    )


@lru_cache(maxsize=VIEWS_KEPT)
def claim_end(view: View) -> int:
    """The index of the token behind the claim: a final mark, or its closing comma.

    0 when whoever says it follows without a comma.

    """
    end = last_word(view.tokens)
    if not view.frozen:
        return end
    said = [n for n, token in enumerate(view.tokens[:end]) if view.touches(token.span)]
    if not said or said[0] == 0 or not _ends_on(view.tokens[said[-1] + 1 : end]):
        return end
    return said[0] - 1 if view.tokens[said[0] - 1].text == "," else 0


def claim_close(view: View) -> int:
    """Where the claim closes in the article: at its final mark or closing comma.

    A quotation at the end belongs to it.
    """
    end = claim_end(view)
    if end < len(view.tokens):
        return view.tokens[end].span.start
    return view.sentence.span.end


def _ends_on(rest: Sequence[Token]) -> bool:
    """Whether what follows an attribution is no more of the claim."""
    return not rest or (
        rest[0].text != "," and not any(token.tag in FINITE for token in rest)
    )


def last_word(tokens: Sequence[Token]) -> int:
    """The index behind the last token that is not a final mark."""
    end = len(tokens)
    while end and tokens[end - 1].text in {".", "!", "?"}:
        end -= 1
    return end


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


@cache
def reporting() -> frozenset[str]:
    """Forms that end an attribution, whatever their tag: "the Courier ‹reports›"."""
    verbs = table("cues")["verbs"].values()
    return frozenset(
        form for entry in verbs for form in (entry["present"], entry["past"])
    )
