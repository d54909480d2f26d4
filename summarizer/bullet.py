"""A bullet is one source sentence plus a list of named edits; ``replay`` applies them.

The text of a bullet is never built in any other way.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Literal

from summarizer.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence, Token

Kind = Literal["drop", "move", "replace", "insert"]

MARKS = " \t\n\r,;:.?!%()[]–—-"
"""Marks that may have to change where an edit brings two runs of text together."""
SEAMS = (
    (re.compile(r"\s+"), " "),
    (re.compile(r" ([,;:.?!%)\]])"), r"\1"),
    (re.compile(r"([(\[]) "), r"\1"),
    (re.compile(r"[,;:](?=[.?!])"), ""),
    (re.compile(r",(?:\s*,)+"), ","),
)
"""What the marks at a seam are tidied by, in this order: no word comes or goes."""
OPENING = re.compile(r"^(?:[\s,;:]|[–—-]+(?=\s|$))+")
ENDING = re.compile(r"(?<=[?!])\.$|(?<=[^.]\.)\.$")
SPACES = re.compile(r"\s+")
MARKS_KEPT = 1024
"""The marks that meet at seams are nearly always the same few."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One named change to a sentence, as a span of ``Article.text``.

    ``drop`` takes the span away; ``replace`` puts ``text`` in its place; ``insert``
    puts ``text`` at ``span.start`` (an empty span); ``move`` takes the span's own words
    to the offset ``at``.
    """

    kind: Kind
    span: Span
    rule: str
    """The name of the rule that proposed it."""
    text: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Trim:
    """Edits that shorten a sentence and go together."""

    rule: str
    edits: tuple[Edit, ...]
    saved: int
    """How many words they save."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """One bullet point and all that proves it."""

    text: str
    source: Sentence
    edits: tuple[Edit, ...]
    template: str
    """The template that made it; "verbatim" when the sentence stands untouched."""
    score: float
    """The ranker's score of the source sentence, 0 to 1, comparable in one article."""
    speaker: str | None = None
    """Who says it, in the bullet's own words, if somebody does."""


def replay(sentence: Sentence, edits: Sequence[Edit]) -> str:
    """The sentence with the edits applied and its seams tidied; else byte for byte.

    Inserted and moved words that meet at one offset stand in the order of ``edits``,
    before the sentence's own character at that offset. A moved span takes the edits
    that lie inside it along.

    >>> from summarizer.article import Sentence, Span
    >>> s = Sentence("On Monday, it rained.", Span(0, 21), 0, 0)
    >>> replay(s, [Edit("drop", Span(0, 11), "weekday"),
    ...            Edit("replace", Span(11, 12), "capital", "I")])
    'It rained.'
    """
    text, end = "", sentence.span.start
    for piece, span in pieces(sentence, edits):
        if span is not None and span.start == end:
            text += piece
        elif piece:
            text = _joined(text, piece)
        end = -1 if span is None else span.end
    if end != sentence.span.end and text.endswith((".", ".\n")):
        text = ENDING.sub("", text)
    opening = OPENING.match(text)
    text = text[opening.end() :] if opening else text
    # Any white space but a space is not printable, and a space alone stays as it is.
    if "  " in text or not text.isprintable():
        text = SPACES.sub(" ", text)
    return text.strip()


def _joined(left: str, right: str) -> str:
    """Two runs of text with the marks between them tidied, and nothing else."""
    before, after = left.rstrip(MARKS), right.lstrip(MARKS)
    marks = left[len(before) :] + right[: len(right) - len(after)]
    return before + _tidied(marks) + after


@lru_cache(maxsize=MARKS_KEPT)
def _tidied(marks: str) -> str:
    for pattern, replacement in SEAMS:
        marks = pattern.sub(replacement, marks)
    return marks


def pieces(
    sentence: Sentence, edits: Sequence[Edit]
) -> Iterator[tuple[str, Span | None]]:
    """The runs of text that make up an edited sentence, before its seams are tidied.

    Each comes with the span it has in the article; None for inserted and replaced text.
    """
    if not edits:
        yield sentence.text, sentence.span
        return
    moves = [edit for edit in edits if edit.kind == "move"]
    inner = {
        id(edit)
        for move in moves
        for edit in edits
        if edit is not move and _inside(edit, move.span)
    }
    outer = [edit for edit in edits if id(edit) not in inner]
    for text, span, edit in _walk(sentence, sentence.span, outer):
        if edit is not None and edit.kind == "move":
            own = [e for e in edits if e is not edit and _inside(e, edit.span)]
            yield from (piece[:2] for piece in _walk(sentence, edit.span, own))
        else:
            yield text, span


def shown(bullet: Bullet, tokens: Sequence[Token]) -> Sequence[Token]:
    """Those of the sentence's tokens that stand in the bullet, in its order."""
    if not bullet.edits:
        return tokens
    found = [run for _, run in pieces(bullet.source, bullet.edits) if run is not None]
    # A first letter in the other case is still the sentence's own.
    found += [edit.span for edit in bullet.edits if edit.rule == "capital"]
    runs = _merged(sorted([(run.start, run.end) for run in found]))
    starts, ends = [start for start, _ in runs], [0, *(end for _, end in runs)]
    return [
        token
        for token in tokens
        if token.span.end <= ends[bisect_right(starts, token.span.start)]
    ]


def _merged(runs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Runs that touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in runs:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _inside(edit: Edit, region: Span) -> bool:
    if edit.kind == "insert":
        return region.start < edit.span.start < region.end
    return region.covers(edit.span)


def _walk(
    sentence: Sentence, region: Span, edits: Sequence[Edit]
) -> Iterator[tuple[str, Span | None, Edit | None]]:
    base = sentence.span.start
    gone = [(e.span.start, e.span.end) for e in edits if e.kind != "insert"]
    placed = [(_target(edit), edit) for edit in edits if edit.kind != "drop"]
    cuts = {region.start, region.end}
    cuts.update(chain.from_iterable(gone), map(_target, edits))
    ordered = sorted(cuts)
    for start, end in zip(ordered, [*ordered[1:], ordered[-1]], strict=True):
        for target, edit in placed:
            if target == start:
                yield edit.text, None, edit
        if end > start and not any(a <= start < b for a, b in gone):
            run = Span(start, end)
            yield sentence.text[start - base : end - base], run, None


def _target(edit: Edit) -> int:
    return edit.span.start if edit.at is None else edit.at
