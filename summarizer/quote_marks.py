"""Quotation marks as the style wants them; not a letter inside them changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.bullet import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.slots import Slots

MARKS = {"straight": ('"', '"'), "curly": ("“", "”"), "single": ("‘", "’")}
"""Opening and closing mark of each way that a style may ask for."""


def restyled(slots: Slots) -> tuple[Edit, ...]:
    """Replacements for the marks of every quotation, if the style names a kind.

    A quotation that holds another one, or that has no closing mark, stays as it is.
    """
    wanted = MARKS.get(slots.style.quotes)
    if wanted is None:
        return ()
    return tuple(
        edit for pair in _pairs(slots) for edit in _changed(slots, pair, wanted)
    )


def _pairs(slots: Slots) -> Iterator[tuple[Span, Span]]:
    for quote in slots.statement.quotes:
        inner = slots.said(quote.content)
        first = Span(quote.span.start, quote.content.start)
        last = Span(quote.content.end, quote.span.end)
        nested = any(mark in inner for mark in '"“”‘')
        if len(first) == len(last) == 1 and not nested:
            yield first, last


def _changed(
    slots: Slots, pair: tuple[Span, Span], wanted: tuple[str, str]
) -> Iterator[Edit]:
    for place, mark in zip(pair, wanted, strict=True):
        if slots.said(place) != mark:
            yield Edit("replace", place, "quote-mark", mark)
