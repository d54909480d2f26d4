"""Quotation marks and their partners, in any text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer.article import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

DOUBLE = re.compile(r"[\"“”„]|``|''")
SINGLE = re.compile(
    r"""
    (?P<open> (?<![\w.,!?;’'])['‘](?=[\w"“]) (?!(?:em|tis|twas|n|\d\ds?)\b) )
    | (?P<close> (?<=[\w.,!?;…"”])['’](?!\w) )
    """,
    re.VERBOSE,
)
TEXTS_KEPT = 256
"""Texts whose quotations are kept: a sentence is looked at from several sides."""
NOT_FOUND = -1
MARKS = frozenset({'"', "“", "”", "„", "''", "``", "'", "‘", "’"})


@lru_cache(maxsize=TEXTS_KEPT)
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
