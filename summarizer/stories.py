"""A summary laid out for the report page: bullets beside the article's paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from summarizer import links
from summarizer.article import Span
from summarizer.edit_marks import Mark, is_worded, marks
from summarizer.rendering import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summarizer.bullet import Bullet, Edit
    from summarizer.summary import Summary

HEAT_LEVELS = 5
"""How many shades of heat there are; the palest is none."""

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages, by their ISO 639-1 code."""


@dataclass(frozen=True, slots=True)
class Line:
    """One edit of a bullet in words: what stood there, and what stands there now."""

    edit: Edit
    before: str
    after: str

    @property
    def is_worded(self) -> bool:
        """Whether it changes more than marks and a capital."""
        return is_worded(self.before) or is_worded(self.after)


@dataclass(frozen=True, slots=True)
class Card:
    """One bullet as the page shows it."""

    number: int
    source: int
    """The number of the first bullet that was made of the same sentence."""
    bullet: Bullet
    length: str
    place: int
    """Of its sentence in the article, from 1."""
    rank: int | None
    """Of its sentence by score, from 1; None where the other scores are not known."""
    lines: tuple[Line, ...]
    """The edits that took or brought words."""
    small: tuple[str, ...]
    """The rules of those that touched only marks and capitals, once each."""


@dataclass(frozen=True, slots=True)
class Part:
    """A run of a paragraph: a sentence, or what stands between two."""

    marks: tuple[Mark, ...]
    score: float | None = None
    rank: int | None = None
    numbers: tuple[int, ...] = ()
    """Of the bullets that were made of it."""

    @property
    def heat(self) -> int:
        """The shade that its score has, from 0."""
        # By the square root, since all but a few scores of an article are small.
        return min(int(sqrt(self.score or 0) * HEAT_LEVELS), HEAT_LEVELS - 1)


@dataclass(frozen=True, slots=True)
class Story:
    """One article with its bullets."""

    number: int
    summary: Summary
    title: str
    link: str | None
    """The address of the article, if it is one that a browser may be sent to."""
    direction: str
    length: str
    cards: tuple[Card, ...]
    paragraphs: tuple[tuple[Part, ...], ...]


def story(summary: Summary, number: int) -> Story:
    """The summary as the page shows it, in the place ``number`` from 1."""
    article = summary.article
    source = article.source or ""
    ranks = _ranks(summary)
    return Story(
        number=number,
        summary=summary,
        title=(article.title or source).strip() or "Untitled",
        link=source if links.is_web(source) else None,
        direction="rtl" if article.language in RIGHT_TO_LEFT else "ltr",
        length=_length(summary),
        cards=tuple(
            _card(number, summary, ranks)
            for number in range(1, len(summary.bullets) + 1)
        ),
        paragraphs=tuple(_paragraphs(summary, ranks)),
    )


def _ranks(summary: Summary) -> dict[Span, int]:
    """The places of all sentences by score; of equal ones the earlier goes first."""
    order = sorted(summary.scores, key=lambda pair: (-pair[1], pair[0].index))
    return {sentence.span: rank for rank, (sentence, _) in enumerate(order, 1)}


def _length(summary: Summary) -> str:
    article = summary.article
    of = sum(len(span.of(article.text).split()) for span in article.paragraphs)
    words = sum(len(bullet.text.split()) for bullet in summary.bullets)
    bullets = counted(len(summary.bullets), "bullet")
    return f"{bullets}, {words} of {of:,} words"


def _card(number: int, summary: Summary, ranks: Mapping[Span, int]) -> Card:
    bullet = summary.bullets[number - 1]
    text = summary.article.text
    sources = [other.source.span for other in summary.bullets]
    lines = [
        Line(edit, _bare(edit.span.of(text)), _bare(edit.text)) for edit in bullet.edits
    ]
    return Card(
        number=number,
        source=sources.index(bullet.source.span) + 1,
        bullet=bullet,
        length=_shortening(bullet),
        place=bullet.source.index + 1,
        rank=ranks.get(bullet.source.span),
        lines=tuple(line for line in lines if line.is_worded),
        small=tuple(
            dict.fromkeys(line.edit.rule for line in lines if not line.is_worded)
        ),
    )


def _bare(words: str) -> str:
    """The words without the marks that join them to others."""
    return words.strip(" \n,;") or words.strip()


def _shortening(bullet: Bullet) -> str:
    words = len(bullet.text.split())
    saved = len(bullet.source.text.split()) - words
    if saved == 0:
        return f"{words} words"
    return f"{words} words, {abs(saved)} {'fewer' if saved > 0 else 'more'}"


# --- the article ----------------------------------------------------------------------


def _paragraphs(
    summary: Summary, ranks: Mapping[Span, int]
) -> Iterator[tuple[Part, ...]]:
    """The parts of every paragraph, in order; nothing of its text is left out."""
    waiting = sorted(_parts(summary, ranks), key=lambda pair: pair[0], reverse=True)
    text = summary.article.text
    for paragraph in summary.article.paragraphs:
        parts: list[Part] = []
        done = paragraph.start
        while waiting and waiting[-1][0].end <= paragraph.end:
            span, part = waiting.pop()
            if span.start < done:
                continue
            parts.extend(_plain(text, Span(done, span.start)))
            parts.append(part)
            done = span.end
        parts.extend(_plain(text, Span(done, paragraph.end)))
        yield tuple(parts)


def _plain(text: str, span: Span) -> Iterator[Part]:
    if span:
        yield Part((Mark(span.of(text)),))


def _parts(summary: Summary, ranks: Mapping[Span, int]) -> Iterator[tuple[Span, Part]]:
    """Every sentence with a score, and those of the bullets."""
    scores = {bullet.source: bullet.score for bullet in summary.bullets}
    for sentence, score in (scores | dict(summary.scores)).items():
        made = [
            (number, bullet.edits)
            for number, bullet in enumerate(summary.bullets, 1)
            if bullet.source.span == sentence.span
        ]
        part = Part(
            marks=marks(sentence, made[0][1] if made else ()),
            score=score,
            rank=ranks.get(sentence.span),
            numbers=tuple(number for number, _ in made),
        )
        yield sentence.span, part
