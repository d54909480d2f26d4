"""Trims of what stands between commas: clauses, appositives, participles, ages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.lexicon import words
from summarizer.looseness import FINITE, NAMES, NOUNS, may_go

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

RELATIVE = frozenset({"who", "which", "where", "whose", "whom"})
RESUMING = FINITE | {"VBN", "RB"}
OCCASIONS = (
    "in an interview",
    "at a news",
    "in a statement",
    "in a post",
    "in a letter",
)
AGE = re.compile(r"\d{1,2}|1[01]\d")
LEAST_HEAD = 5
"""Words that must be left of a sentence after a trim."""


# --- clauses between commas -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Chunk:
    """The tokens between two commas; the span takes in the comma before it."""

    tokens: tuple[Token, ...]
    span: Span
    before: Token | None
    after: Token | None
    """The token behind the closing comma; None at the end of the sentence."""
    closing: Span
    """The comma that closes it, or an empty span."""
    last: bool


def _chunks(view: View) -> tuple[Chunk, ...]:
    commas = [
        i
        for i, token in enumerate(view.tokens)
        if token.text == "," and not view.touches(token.span)
    ]
    ends = [*commas, _last_word(view.tokens)][1:]
    return tuple(
        _chunk(view.tokens, start, end)
        for start, end in zip(commas, ends, strict=True)
        if end > start + 1 and _ends_clean(view, start, end)
    )


def _ends_clean(view: View, start: int, end: int) -> bool:
    """Whether the chunk's last word stands at a mark, not before a quotation."""
    at = view.tokens[end - 1].span.end - view.sentence.span.start
    behind = view.sentence.text[at:].lstrip()[:1]
    return end > start and (not behind or behind in ",.!?;")


def _last_word(tokens: Sequence[Token]) -> int:
    """The index behind the last token that is not a final mark."""
    end = len(tokens)
    while end and tokens[end - 1].text in {".", "!", "?"}:
        end -= 1
    return end


def _chunk(tokens: Sequence[Token], start: int, end: int) -> Chunk:
    closed = end < len(tokens) and tokens[end].text == ","
    after = tokens[end + 1] if closed and end + 1 < len(tokens) else None
    return Chunk(
        tokens=tuple(tokens[start + 1 : end]),
        span=Span(tokens[start].span.start, tokens[end - 1].span.end),
        before=tokens[start - 1] if start else None,
        after=after,
        closing=tokens[end].span if closed else Span(0, 0),
        last=not closed,
    )


def age(view: View) -> Iterator[tuple[Edit, ...]]:
    """``Lena Ortiz, 34, was pulled``: an age behind a name."""
    for chunk in _chunks(view):
        behind_noun = chunk.before is not None and chunk.before.tag in NOUNS
        alone = len(chunk.tokens) == 1 and AGE.fullmatch(chunk.tokens[0].text)
        if alone and behind_noun and chunk.after is not None:
            yield (_cut(view, chunk, "age"),)


def relative_clause(view: View) -> Iterator[tuple[Edit, ...]]:
    """``, who has led the party,``: a clause that only adds."""
    for chunk in _chunks(view):
        if not _opens_relative(chunk) or not _has_finite(chunk.tokens):
            continue
        resumed = chunk.after is not None and chunk.after.tag in RESUMING
        whole = chunk if chunk.last or resumed else _to_the_end(view, chunk)
        if may_go(view, whole.span) and _head_stands(view, whole):
            yield (_cut(view, whole, "relative-clause"),)


def _to_the_end(view: View, chunk: Chunk) -> Chunk:
    """The chunk with all that follows it: a clause with commas of its own."""
    first = view.tokens.index(chunk.tokens[0])
    rest = view.tokens[first : _last_word(view.tokens)]
    span = Span(chunk.span.start, rest[-1].span.end)
    return replace(
        chunk, tokens=rest, span=span, after=None, closing=Span(0, 0), last=True
    )


def _opens_relative(chunk: Chunk) -> bool:
    opening = [token.text.lower() for token in chunk.tokens[:2]]
    if opening[0] in RELATIVE:
        return True
    prepositional = chunk.tokens[0].tag == "IN" and len(opening) > 1
    return prepositional and opening[1] in {"which", "whom"}


def appositive(view: View) -> Iterator[tuple[Edit, ...]]:
    """``Lena Ortiz, a nurse, pulled``: who somebody is, behind a full name."""
    for chunk in _chunks(view):
        if not _looks_appositive(chunk) or not may_go(view, chunk.span):
            continue
        if _in_a_list(view, chunk):
            continue
        resumed = chunk.after is not None and chunk.after.tag in FINITE
        final = chunk.last and chunk.tokens[0].tag == "DT" and chunk.before is not None
        if (resumed or final) and _named_in_full(view, chunk):
            yield (_cut(view, chunk, "appositive"),)


def _looks_appositive(chunk: Chunk) -> bool:
    opening = chunk.tokens[0]
    return (
        opening.tag in {"DT", "CD", "JJ", "JJS", "PRP$", "RB", *NOUNS}
        and not _has_finite(chunk.tokens)
        and any(token.tag in NOUNS for token in chunk.tokens)
        and not any(token.text == ":" for token in chunk.tokens)
    )


def _in_a_list(view: View, chunk: Chunk) -> bool:
    """Whether the commas around the chunk are those of an enumeration."""
    tail = view.tokens[view.tokens.index(chunk.tokens[-1]) + 1 :][:3]
    near = [token.text.lower() for token in (*chunk.tokens[:1], *tail)]
    return bool({"and", "or", "nor"} & set(near))


def _named_in_full(view: View, chunk: Chunk) -> bool:
    """Whether what stands before the comma is a full name, not a bare surname."""
    before = [token for token in view.tokens if token.span.end <= chunk.span.start]
    return len(before) > 1 and all(t.tag in NAMES for t in before[-2:])


def participle(view: View) -> Iterator[tuple[Edit, ...]]:
    """``, singing songs``: what somebody did meanwhile."""
    keep = words("trims", "participle", "keep")
    for chunk in _chunks(view):
        opening = chunk.tokens[0]
        if opening.tag not in {"VBG", "VBN"} or opening.text.lower() in keep:
            continue
        if _has_finite(chunk.tokens) or not may_go(view, chunk.span):
            continue
        tail = chunk.last and opening.tag == "VBG"
        middle = chunk.after is not None and chunk.after.tag in FINITE
        if (tail or middle) and _head_stands(view, chunk):
            yield (_cut(view, chunk, "participle"),)


def attribution_adjunct(view: View) -> Iterator[tuple[Edit, ...]]:
    """A chunk about where and when something was said: ", in an interview ...,"."""
    for chunk in _chunks(view):
        opening = " ".join(token.text.lower() for token in chunk.tokens[:3])
        if opening.startswith(OCCASIONS) and chunk.after and may_go(view, chunk.span):
            yield (_cut(view, chunk, "attribution-adjunct"),)


def _cut(view: View, chunk: Chunk, rule: str) -> Edit:
    """The chunk goes with the comma before it, and with the one behind it if any.

    The one behind stays where it also closes an appositive that stands before:
    "The father, Abel Horn, ‹21,› was".
    """
    end = chunk.closing.end or chunk.span.end
    if chunk.closing and _closes_another(view, chunk):
        end = chunk.closing.start
    return Edit("drop", Span(chunk.span.start, end), rule)


def _closes_another(view: View, chunk: Chunk) -> bool:
    """Whether a subject and its appositive stand before the chunk."""
    head = [token for token in view.tokens if token.span.end <= chunk.span.start]
    commas = [i for i, token in enumerate(head) if token.text == ","]
    if not commas or not commas[-1]:
        return False
    named, between = head[: commas[-1]], head[commas[-1] + 1 :]
    if len(commas) > 1:
        named = named[commas[-2] + 1 :]
    return _is_noun_phrase(named) and _is_noun_phrase(between)


def _is_noun_phrase(tokens: Sequence[Token]) -> bool:
    return (
        bool(tokens)
        and tokens[0].tag not in {"IN", "TO", "RB", "VBG", "VBN", "WRB", "CC"}
        and tokens[-1].tag in NOUNS
        and not _has_finite(tokens)
        and not any(token.text in {"(", ")", "--", "—"} for token in tokens)
    )


def _has_finite(tokens: Sequence[Token]) -> bool:
    return any(token.tag in FINITE for token in tokens)


def _head_stands(view: View, chunk: Chunk) -> bool:
    """Whether enough of a clause is left: words, a finite verb, and a sound seam."""
    head = [token for token in view.tokens if token.span.end <= chunk.span.start]
    left = [token for token in view.outside(chunk.span) if token.text[0].isalnum()]
    verbs = _has_finite(head) if chunk.last else _has_finite(view.outside(chunk.span))
    return len(left) >= LEAST_HEAD and verbs
