"""Where the quotations of an article stand: marks paired by direction and paragraph.

Double marks are paired first, then single ones in the text that is left, so that a
quotation inside another belongs to the outer one. A mark without a partner makes its
paragraph unsafe; in a long paragraph (flat text has only one) it makes only the words
around it unsafe.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Literal

from summarizer.article import Span
from summarizer.discourse import Quotations, Quote
from summarizer.lexicon import alternation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from summarizer.article import Article

Role = Literal["open", "close", "maybe close", "either"]

# About 120 words of English. Longer quotations are two marks that are no pair, or a
# text so long that no bullet is made of it.
LONGEST = 900
SHORT_PARAGRAPH = 1200  # up to here it is unsafe as a whole with a mark too many
SHORT_TEXT = 300  # so is a text that has no paragraphs

DOUBLE = re.compile(r"[\"“”„‟]|``|''")
SINGLE = re.compile(r"['‘’‛]")
MARK = re.compile(r"[\"“”„‟`'‘’‛]")
BEFORE_OPENING = re.compile(r"[\s(\[{—–/-]|[\"“„‘'`]")
AFTER_CLOSING = re.compile(r"[\s)\]}—–/.,;:?!…-]|[\"”’']")
INCHES = re.compile(r"\d['’] ?\d{1,2}$")
STOPS = ".,?!…;:—-"
SENTENCE_END = re.compile(r"[.?!…]$")


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    role: Role
    needs_partner: bool
    """Whether it can be nothing but a quotation mark."""


@dataclass(slots=True)
class _Pairing:
    """The pairs and the leftovers of one paragraph and one family of marks."""

    floor: int
    """Where the last pair or leftover ended."""
    quotes: list[Quote] = field(default_factory=list)
    alone: list[Span] = field(default_factory=list)
    """Regions around marks that have no partner."""
    opened: _Mark | None = None
    doubtful: list[_Mark] = field(default_factory=list)
    """Marks since ``opened`` that may close it or be apostrophes."""

    def take(self, mark: _Mark) -> None:
        opens = mark.role == "open" or (mark.role == "either" and not self.opened)
        if opens:
            self.settle(mark.span.start)
            self.opened = mark
        elif mark.role == "maybe close":
            self.doubtful.append(mark)
        elif self.opened:
            self._join(self.opened, mark)
        elif mark.needs_partner:
            start = max(self.floor, mark.span.start - LONGEST)
            self._leave(Span(start, mark.span.end))

    def settle(self, end: int) -> None:
        """Closes what is open before ``end``, or leaves its mark alone.

        A doubtful closing mark serves when it is the only one.
        """
        if self.opened and len(self.doubtful) == 1:
            self._join(self.opened, self.doubtful[0])
        elif self.opened:
            start = self.opened.span.start
            self._leave(Span(start, min(end, start + LONGEST)))
        self.doubtful.clear()

    def _join(self, first: _Mark, last: _Mark) -> None:
        span = Span(first.span.start, last.span.end)
        content = Span(first.span.end, last.span.start)
        if not content or len(span) > LONGEST:
            self._leave(Span(span.start, min(span.end, span.start + LONGEST)))
            return
        self.quotes.append(Quote(span, content))
        self._leave_nothing(span.end)

    def _leave(self, region: Span) -> None:
        self.alone.append(region)
        self._leave_nothing(region.end)

    def _leave_nothing(self, floor: int) -> None:
        self.floor = floor
        self.opened = None
        self.doubtful.clear()


def find_quotes(article: Article) -> Quotations:
    """All quotations in the body paragraphs, and the regions that hold odd marks.

    >>> from summarizer.article import Article
    >>> text = "'Nobody’s in,' said Ann. The so-called “plan” failed."
    >>> found = find_quotes(Article(text=text, paragraphs=(Span(0, len(text)),)))
    >>> [quote.span.of(text) for quote in found.quotes], found.unsafe
    (["'Nobody’s in,'", '“plan”'], ())
    """
    quotes: list[Quote] = []
    unsafe: list[Span] = []
    short = SHORT_PARAGRAPH if len(article.paragraphs) > 1 else SHORT_TEXT
    following = [*article.paragraphs[1:], None]
    for paragraph, after in zip(article.paragraphs, following, strict=False):
        if not MARK.search(article.text, paragraph.start, paragraph.end):
            continue
        opener = after and _opening_mark(article.text, after)
        found, alone = _pair_paragraph(article.text, paragraph, opener or None)
        if alone and len(paragraph) <= short:
            found, alone = [], [paragraph]
        quotes += found
        unsafe += alone
    return Quotations(tuple(quotes), tuple(unsafe))


def _opening_mark(text: str, paragraph: Span) -> str | None:
    """The quotation mark that the paragraph opens with."""
    first = text[paragraph.start : paragraph.start + 1]
    return first if first and first in "\"“'‘„" else None


def _pair_paragraph(
    text: str, paragraph: Span, next_opener: str | None
) -> tuple[list[Quote], list[Span]]:
    doubles = _pair(_double_marks(text, paragraph), paragraph)
    singles = _pair(_single_marks(text, paragraph, doubles.quotes), paragraph)
    outer = _outermost([*doubles.quotes, *singles.quotes])
    alone = _run_on(text, paragraph, doubles.alone + singles.alone, next_opener, outer)
    return outer, sorted(alone)


def _outermost(quotes: Iterable[Quote]) -> list[Quote]:
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end)):
        if not kept or quote.span.start >= kept[-1].span.end:
            kept.append(quote)
    return kept


def _run_on(
    text: str,
    paragraph: Span,
    alone: list[Span],
    next_opener: str | None,
    quotes: list[Quote],
) -> list[Span]:
    """The leftovers, without the last one if its quotation runs on.

    A quotation runs on when nothing closes it up to the end of the paragraph and the
    next paragraph opens with the same mark; its part is then added to ``quotes``.
    """
    if len(alone) != 1 or next_opener is None:
        return alone
    start = alone[0].start
    end = start + len(text[start : paragraph.end].rstrip())
    same = text[start] == next_opener
    last = not quotes or quotes[-1].span.end <= start
    if same and last and SENTENCE_END.search(text[end - 1 : end]):
        quotes.append(Quote(Span(start, end), Span(start + 1, end)))
        return []
    return alone


def _pair(marks: Iterable[_Mark], paragraph: Span) -> _Pairing:
    pairing = _Pairing(paragraph.start)
    for mark in marks:
        pairing.take(mark)
    pairing.settle(paragraph.end)
    return pairing


def _double_marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in DOUBLE.finditer(text, paragraph.start, paragraph.end):
        span = Span(*match.span())
        if match.group() == '"' and INCHES.search(text[span.start - 6 : span.start]):
            continue
        yield _Mark(span, _double_role(text, span, paragraph), needs_partner=True)


def _double_role(text: str, span: Span, paragraph: Span) -> Role:
    before, after = _around(text, span, paragraph)
    opens = bool(BEFORE_OPENING.match(before)) and not after.isspace()
    closes = not before.isspace() and bool(AFTER_CLOSING.match(after))
    if opens != closes:
        return "open" if opens else "close"
    if text[span.start] in "“„‟`":
        return "open"
    return "close" if text[span.start] == "”" else "either"


def _around(text: str, span: Span, paragraph: Span) -> tuple[str, str]:
    """The characters beside a mark; the ends of the paragraph count as spaces."""
    before = text[span.start - 1] if span.start > paragraph.start else " "
    after = text[span.end] if span.end < paragraph.end else " "
    return before, after


def _single_marks(text: str, paragraph: Span, doubles: list[Quote]) -> Iterator[_Mark]:
    inside = iter(doubles)
    current = next(inside, None)
    for match in SINGLE.finditer(text, paragraph.start, paragraph.end):
        span = Span(*match.span())
        while current is not None and current.span.end <= span.start:
            current = next(inside, None)
        if current is not None and current.span.overlaps(span):
            continue
        role = _single_role(text, span, paragraph)
        if role is not None:
            after_stop = text[span.start - 1 : span.start] in STOPS
            yield _Mark(span, role, needs_partner=role == "open" or after_stop)


def _single_role(text: str, span: Span, paragraph: Span) -> Role | None:
    """The part a single mark plays; None for an apostrophe."""
    before, after = _around(text, span, paragraph)
    if BEFORE_OPENING.match(before) and not after.isspace():
        return None if _elision().match(text, span.end) else "open"
    if before.isspace() or not AFTER_CLOSING.match(after):
        return None
    return "maybe close" if _maybe_apostrophe(text, span.start) else "close"


@cache
def _elision() -> re.Pattern[str]:
    """What makes a mark in front of a word an apostrophe: 'tis, 'em, '90s."""
    words = alternation("quotes", "elisions")
    return re.compile(rf"(?:(?:{words})\b|\d\ds?\b)", re.IGNORECASE)


def _maybe_apostrophe(text: str, at: int) -> bool:
    """Whether the mark may end a plural possessive or a clipped word: goin'."""
    before = text[max(0, at - 3) : at]
    return before[-1:].isalnum() and (
        before[-1].lower() == "s" or before[-1].isdigit() or before.endswith("in")
    )
