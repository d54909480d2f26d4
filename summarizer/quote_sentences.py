"""The one sentence of a long quotation that makes a bullet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.lexicon import words

if TYPE_CHECKING:
    from summarizer.slots import Slots

BREAK = re.compile(r"(?:(?<=[a-z’'][a-z]{2}\.)|(?<=[a-z][?!])) (?=[A-Z])")
"""Between two sentences; no abbreviation has three small letters before its stop."""
FIRST_WORD = re.compile(r"[\"“‘'(]*(?P<word>[\w'’]+)")
POINTER = re.compile(
    r"\b(?:he|she|they|them|him|her|his|their|it|its|this|these|those|both|neither)\b",
    re.IGNORECASE,
)
"""What may mean somebody or something of the sentence before."""
FEWEST, MOST = 5, 22
"""Words of a sentence that is worth quoting alone."""
RULE = "quote-sentence"


def keep_one(slots: Slots) -> tuple[Edit, ...] | None:
    """Drops for all sentences of the quotation but one; None where none stands alone.

    The first that neither leans on the one before nor is taken back by the next.
    """
    statement = slots.statement
    if (
        len(statement.quotes) != 1
        or statement.claim[0].start < statement.quotes[0].span.start
    ):
        return None
    inner = statement.quotes[0].content
    parts = _parts(slots.said(inner), inner.start)
    for place, part in enumerate(parts):
        following = parts[place + 1] if place + 1 < len(parts) else None
        if len(parts) > 1 and _stands(slots, part, following, first=place == 0):
            return _only(slots, part, inner)
    return None


def _parts(text: str, start: int) -> list[Span]:
    """The sentences of a quotation, without the spaces between them."""
    ends = [match.start() for match in BREAK.finditer(text)]
    starts = [0, *(end + 1 for end in ends)]
    pairs = zip(starts, [*ends, len(text)], strict=True)
    return [Span(start + first, start + last) for first, last in pairs]


def _stands(slots: Slots, part: Span, following: Span | None, *, first: bool) -> bool:
    text = slots.said(part)
    if not FEWEST <= len(text.split()) <= MOST or _opens(slots, part, "leans_back"):
        return False
    if _opens(slots, part, "subordinate") and "," not in text:
        return False
    if not first and POINTER.search(text):
        return False
    return following is None or not _opens(slots, following, "takes_back")


def _opens(slots: Slots, part: Span, kind: str) -> bool:
    match = FIRST_WORD.match(slots.said(part))
    if match is None:
        return True
    word = match["word"].lower().replace("’", "'")
    listed = words("guards", "quotations", kind)
    return word in listed or (word != "i" and word.split("'")[0] in listed)


def _only(slots: Slots, part: Span, inner: Span) -> tuple[Edit, ...]:
    edits = []
    if part.start > inner.start:
        edits.append(Edit("drop", Span(inner.start, part.start), RULE))
    if part.end < inner.end:
        edits.append(Edit("drop", Span(part.end, inner.end), RULE))
        stop = Span(part.end - 1, part.end)
        if slots.said(stop) == ".":
            edits.append(Edit("replace", stop, "period-to-comma", ","))
    return tuple(edits)
