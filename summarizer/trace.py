"""What became of every word of a sentence: the ground on which a bullet is judged.

The trace is built from the sentence, its edits and its tokens alone, not by the code
that applies the edits, so that an error there shows as a difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from summarizer.article import Span, Token
from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Article, Sentence
    from summarizer.bullet import Edit
    from summarizer.discourse import Cast

PIECE = re.compile(r"\w+(?:[-'’.,&/]\w+)*\.?|[^\w\s]")
DOUBLE = re.compile(r"[\"“”„]|``|''")
SINGLE = re.compile(
    r"""
    (?P<open> (?<![\w.,!?;’'])['‘](?=[\w"“]) (?!(?:em|tis|twas|n|\d\ds?)\b) )
    | (?P<close> (?<=[\w.,!?;…"”])['’](?!\w) )
    """,
    re.VERBOSE,
)
TIDIED = frozenset(",;:–—-.")
"""Marks that the seams of an edited sentence may swallow."""
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

    def kept(self, index: int) -> bool:
        """Whether the token is in the bullet in its own words or by an edit."""
        return self.gone[index] is None


def is_word(text: str) -> bool:
    """Whether the token is more than a mark."""
    return any(char.isalnum() for char in text) or text in {"%", "$", "£", "€"}


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


def pairs(text: str) -> tuple[tuple[Span, ...], bool]:
    """The outermost quotations of a text, and whether every mark has its partner.

    >>> pairs('He said "no" to “plan')
    ((Span(start=8, end=12),), False)
    """
    found: list[Span] = []
    opened: re.Match[str] | None = None
    for match in DOUBLE.finditer(text):
        opens = match.group() in "“„``" or (match.group() == '"' and opened is None)
        if opens == (opened is not None):
            return tuple(found), False
        if opened is not None:
            found.append(Span(opened.start(), match.end()))
        opened = match if opens else None
    if opened is None and ("'" in text or "‘" in text):
        found.extend(_single(text, found))
        found.sort()
    return tuple(found), opened is None


def _single(text: str, doubles: Sequence[Span]) -> list[Span]:
    """Quotations in single marks that no double quotation holds."""
    found: list[Span] = []
    opened = NOT_FOUND
    last = NOT_FOUND
    for match in SINGLE.finditer(text):
        if any(q.start <= match.start() < q.end for q in doubles):
            continue
        if match.group("open"):
            if NOT_FOUND not in {opened, last}:
                found.append(Span(opened, last))
            opened, last = match.start(), NOT_FOUND
        elif opened != NOT_FOUND:
            last = match.end()
            if text[match.start() - 1] in ".,!?;…":
                found.append(Span(opened, last))
                opened, last = NOT_FOUND, NOT_FOUND
    if NOT_FOUND not in {opened, last}:
        found.append(Span(opened, last))
    return found


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
        found.append(_part(sentence.text, base, start, token.span.end, token.tag))
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


def guard(kind: str) -> frozenset[str]:
    """A list of words from ``data/lexicon/guards.toml``."""
    return words("guards", *kind.split("."))
