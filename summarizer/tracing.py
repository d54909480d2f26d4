"""How a trace is laid: every word of the bullet led back to where it comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.article import Span, Token
from summarizer.quote_pairs import pairs
from summarizer.trace import NOT_FOUND, Trace, Word, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Article, Sentence
    from summarizer.bullet import Edit
    from summarizer.discourse import Cast

PIECE = re.compile(r"\w+(?:[-'’.,&/]\w+)*\.?|[^\w\s]")
TIDIED = frozenset(",;:–—-.")
"""Marks that the seams of an edited sentence may swallow."""


def trace(  # noqa: PLR0913 - all that a verdict rests on
    sentence: Sentence,
    edits: Sequence[Edit],
    text: str,
    tokens: Sequence[Token],
    *,
    article: Article,
    cast: Cast,
) -> Trace:
    """The trace of a bullet that says it comes from ``sentence`` by ``edits``."""
    own = _split(sentence, edits, tokens)
    gone, moved, swapped = _fates(own, edits)
    quotes = tuple(
        _shift(span, sentence.span.start) for span in pairs(sentence.text)[0]
    )
    drafted = _arranged(own, edits, (gone, moved, swapped))
    aligned, whole = _aligned(drafted, text)
    return Trace(
        sentence=sentence,
        edits=tuple(edits),
        text=text,
        tokens=own,
        low=tuple(token.text.lower() for token in own),
        gone=gone,
        moved=moved,
        swapped=swapped,
        quotes=quotes,
        quoted=tuple(_within(token.span, quotes) for token in own),
        words=aligned,
        whole=whole,
        article=article,
        cast=cast,
    )


def _shift(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _within(span: Span, quotes: Sequence[Span]) -> bool:
    return any(q.start <= span.start and span.end <= q.end for q in quotes)


def _split(
    sentence: Sentence, edits: Sequence[Edit], tokens: Sequence[Token]
) -> tuple[Token, ...]:
    """The tokens in the sentence's own letters, cut where an edit begins or ends."""
    base = sentence.span.start
    cuts = sorted(
        {
            offset
            for edit in edits
            if edit.rule != "capital"
            for offset in (edit.span.start, edit.span.end)
        }
    )
    found: list[Token] = []
    for token in tokens:
        start = token.span.start
        for cut in cuts:
            if start < cut < token.span.end:
                found.append(_part(sentence.text, base, start, cut, token.tag))
                start = cut
        rest = sentence.text[start - base : token.span.end - base]
        whole = start == token.span.start and rest == token.text
        found.append(
            token if whole else Token(rest, token.tag, Span(start, token.span.end))
        )
    return tuple(found)


def _part(text: str, base: int, start: int, end: int, tag: str) -> Token:
    return Token(text[start - base : end - base], tag, Span(start, end))


Fates = tuple[tuple["Edit | None", ...], ...]


def _fates(tokens: Sequence[Token], edits: Sequence[Edit]) -> Fates:
    """For each token the edit that drops it, moves it, or writes over it."""
    size = len(tokens)
    fates: dict[str, list[Edit | None]] = {
        kind: [None] * size for kind in ("drop", "move", "replace")
    }
    for edit in edits:
        if edit.kind == "insert":
            continue
        start, end = edit.span.start, edit.span.end
        for i, token in enumerate(tokens):
            if token.span.start >= end:
                break
            if token.span.end > start:
                fates[edit.kind][i] = edit
    return tuple(tuple(fates[kind]) for kind in ("drop", "move", "replace"))


Key = tuple[int, int, int, int, int, int]
Drafted = tuple[Key, str, str, int, "Edit | None"]


def _arranged(
    tokens: Sequence[Token], edits: Sequence[Edit], fates: Fates
) -> list[Drafted]:
    """The words in the order of the bullet."""
    gone, moved, swapped = fates
    order = {id(edit): n for n, edit in enumerate(edits)}
    found: list[Drafted] = []
    for i, token in enumerate(tokens):
        change = swapped[i]
        if gone[i] is not None or (change is not None and change.rule != "capital"):
            continue
        text = token.text if change is None else _recased(token, change)
        key = _key(token.span.start, 1, 0, moved[i], order)
        if text:
            found.append((key, text, token.tag, i, moved[i] or change))
    for edit in edits:
        if edit.kind in {"insert", "replace"} and edit.rule != "capital":
            found.extend(_written(tokens, edit, edits, order))
    found.sort(key=lambda word: word[0])
    return found


def _key(
    offset: int, own: int, rank: int, move: Edit | None, order: dict[int, int]
) -> Key:
    if move is None or move.at is None:
        return (offset, own, rank, 0, 0, 0)
    return (move.at, 0, order[id(move)], offset, own, rank)


def _written(
    tokens: Sequence[Token], edit: Edit, edits: Sequence[Edit], order: dict[int, int]
) -> Iterator[Drafted]:
    """The words that an edit puts in; a verb in another tense is still the same."""
    move = None
    for other in edits:
        if other.kind == "move" and other is not edit and _carries(other, edit):
            move = other
    offset = edit.span.start if edit.at is None else edit.at
    key = _key(offset, 0, order[id(edit)], move, order)
    tag, source = "NNP", NOT_FOUND
    if edit.rule == "tense":
        for i, token in enumerate(tokens):
            if token.span == edit.span:
                tag, source = "VBZ", i
    for match in PIECE.finditer(edit.text):
        text = match.group()
        yield (key, text, tag if is_word(text) else text, source, edit)


def _carries(move: Edit, edit: Edit) -> bool:
    if edit.kind == "insert":
        return move.span.start < edit.span.start < move.span.end
    return move.span.start <= edit.span.start and edit.span.end <= move.span.end


def _recased(token: Token, edit: Edit) -> str:
    at = edit.span.start - token.span.start
    if at < 0 or edit.span.end > token.span.end:
        return token.text
    return token.text[:at] + edit.text + token.text[edit.span.end - token.span.start :]


def _aligned(drafted: Sequence[Drafted], text: str) -> tuple[tuple[Word, ...], bool]:
    """The words found in the bullet, and whether they are all of it."""
    found: list[Word] = []
    at = 0
    for _, word, tag, source, edit in drafted:
        while at < len(text) and text[at].isspace():
            at += 1
        if text.startswith(word, at):
            found.append(Word(word, word.lower(), tag, source, edit, at))
            at += len(word)
        elif not set(word) <= TIDIED:
            shorter = word.rstrip(".")
            if shorter == word or not text.startswith(shorter, at):
                return tuple(found), False
            found.append(Word(shorter, shorter.lower(), tag, source, edit, at))
            at += len(shorter)
    return tuple(found), not text[at:].strip()
