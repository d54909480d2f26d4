"""A sentence as the trims see it, and the guards that say what may go.

Nothing goes that holds a negation, a hedge, a condition or a limit, that carries the
article's news, or that is the sentence's only name or figure.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence, Token
    from summarizer.discourse import Statement

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMES = frozenset({"NNP", "NNPS"})

VIEWS_KEPT = 4
"""A sentence is looked at by one rule after the other, and then never again."""
LEAST_TOPIC = 2
"""Words of the topic that a claim without a name or figure must keep."""


@dataclass(frozen=True, slots=True, eq=False)  # so that what is found can be kept by it
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

    def tears(self, span: Span) -> bool:
        """Whether who says it would go, or a quotation in part."""
        return any(
            span.overlaps(other) and (not span.covers(other) or self._is_spoken(other))
            for other in self.frozen
        )

    def _is_spoken(self, span: Span) -> bool:
        """Whether it is the words that tell who says it, and no quotation."""
        return any(span.covers(token.span) for token in self.tokens)

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


def may_go(view: View, span: Span, *, slack: int = 0) -> bool:
    """Whether nothing in the span is news, a claim's guard or somebody's word.

    ``slack`` is by how many words more of the topic may go than stay.
    """
    inside, outside = view.inside(span), view.outside(span)
    return (
        not view.tears(span)
        and not _guarded(inside)
        and not _is_topic(view, inside, outside, slack)
        and _says_enough(view, inside, outside)
    )


def _guarded(tokens: Sequence[Token]) -> bool:
    return any(token.text.lower() in _guards() for token in tokens)


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
    return len(gone) > len(left) + slack


def _says_enough(view: View, inside: Sequence[Token], outside: Sequence[Token]) -> bool:
    """Whether what is left names somebody, counts something or holds the topic.

    Where the only name or the only figure would go, the rest must have the other.
    """
    gone = [any(map(kind, inside)) for kind in (_is_name, _is_figure)]
    left = [any(map(kind, outside)) for kind in (_is_name, _is_figure)]
    topic = {token.text.lower() for token in outside} & view.topic
    return any(left) or len(topic) >= LEAST_TOPIC or not any(gone)


@lru_cache(maxsize=VIEWS_KEPT)
def claim_end(view: View) -> int:
    """The index of the token behind the claim: a final mark, or its closing comma.

    0 when whoever says it follows without a comma.

    """
    end = last_word(view.tokens)
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


@cache
def reporting() -> frozenset[str]:
    """Forms that end an attribution, whatever their tag: "the Courier ‹reports›"."""
    verbs = table("cues")["verbs"].values()
    return frozenset(
        form for entry in verbs for form in (entry["present"], entry["past"])
    )
