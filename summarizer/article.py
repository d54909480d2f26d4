"""The values every stage speaks in: spans, tokens, sentences and the article.

There is one coordinate system. Every span, of a sentence, a token, a quotation or an
edit, counts characters in ``Article.text``, the text as it was read and normalized
once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A half-open range of characters, ``start`` included and ``end`` not.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        _set_start(self, start)
        _set_end(self, end)

    def of(self, text: str) -> str:
        """The part of ``text`` that the span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return self.end > self.start

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


def touches(span: Span, regions: Sequence[Span]) -> bool:
    """Whether the span overlaps one of the regions, which stand in order and apart."""
    at = bisect_left(regions, span.end, key=lambda region: region.start)
    return at > 0 and regions[at - 1].overlaps(span)


def touched(span: Span, regions: Sequence[Span]) -> Sequence[Span]:
    """Those of the regions, which stand in order and apart, that the span overlaps."""
    first = bisect_right(regions, span.start, key=lambda region: region.end)
    return regions[first : bisect_left(regions, span.end, key=lambda r: r.start)]


@dataclass(frozen=True, slots=True, init=False)
class Token:
    """A word or punctuation mark with its Penn Treebank part-of-speech tag."""

    text: str
    tag: str
    span: Span

    def __init__(self, text: str, tag: str, span: Span) -> None:
        _set_text(self, text)
        _set_tag(self, tag)
        _set_span(self, span)


# A thousand spans and hundreds of tokens are made for an article: they are set without
# a detour by object.__setattr__.
_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))
_set_text, _set_tag, _set_span = (
    vars(Token)[name].__set__ for name in ("text", "tag", "span")
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article, in its own words."""

    text: str
    """Equal to ``span.of(article.text)``."""
    span: Span
    index: int
    """Its place among the body sentences of the article, from 0."""
    paragraph: int
    """The index of its paragraph in ``Article.paragraphs``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A news article as it was read."""

    text: str
    """The normalized text that every span points into."""
    paragraphs: tuple[Span, ...]
    """The body paragraphs, in order; headings, captions and furniture left out."""
    title: str | None = None
    lead_bullets: tuple[str, ...] = ()
    """Bullets that stood on top of the article, without their marks."""
    published: date | None = None
    language: str = "en"
    """ISO 639-1 code."""
    source: str | None = None
    """Path or URL it came from."""
    link: str | None = None
    """The address to send a reader to; http or https."""
    publisher: str | None = None
    """Who published it: the name of its feed or site."""
    moment: datetime | None = None
    """When it was published, in UTC, where its feed says so; the day is above."""
