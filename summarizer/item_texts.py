"""The text of an item of a feed -> ``Article``, without what the feed added or cut off.

Feeds give the beginning of a story and stop in the middle of a sentence; half a
sentence must never become a bullet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from summarizer import lexicon, reading
from summarizer.article import Article, Span
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_LEFTOVER = 400  # characters
ELLIPSIS = re.compile(
    r"\s{0,3}(?:\[\s{0,3}(?:…|\.{3}|\?|&hellip;)\s{0,3}\]|…|\.{3})[\"'”’)\]]{0,3}\Z"
)
ENDED = re.compile(r"[.!?][\"'”’)\]]{0,3}\Z")
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]{0,3}(?=\s)")


@dataclass(frozen=True, slots=True)
class Text:
    """A text of an item as its feed gives it."""

    words: str
    is_html: bool = True


def read(text: Text | None, language: str) -> tuple[Article | None, bool]:
    """The article in the text, or nothing; and whether it breaks off.

    >>> found, is_cut = read(Text("<p>Fares rise. The board said that [...]</p>"), "en")
    >>> [span.of(found.text) for span in found.paragraphs], is_cut
    (['Fares rise.'], True)
    """
    if text is None or not text.words.strip():
        return None, False
    is_html = text.is_html and "<" in text.words
    kind: reading.Kind = "html" if is_html else "text"
    # Where HTML has no tag, reading it as text is a hundred times faster.
    words = unescape(text.words) if text.is_html and not is_html else text.words
    try:
        article = reading.read(f"{words}\n", kind=kind, language=language)
    except SummarizerError:
        return None, False
    return _whole(article)


def _whole(article: Article) -> tuple[Article | None, bool]:
    text = article.text
    spans = [span for span in article.paragraphs if not _is_leftover(span.of(text))]
    is_cut = bool(spans) and ELLIPSIS.search(spans[-1].of(text)) is not None
    kept = tuple(_ended(spans, text))
    # The day that a page bears; in a few lines it would be somebody else's.
    whole = replace(article, paragraphs=kept, published=None)
    return (whole if kept else None), is_cut


def _ended(spans: Sequence[Span], text: str) -> Iterator[Span]:
    """The paragraphs, the last one up to the end of its last whole sentence."""
    yield from spans[:-1]
    for last in spans[-1:]:
        words = last.of(text)
        found = ELLIPSIS.search(words)
        if ENDED.search(words) and not found:
            yield last
            continue
        head = words[: found.start()] if found else words
        ends = [end.end() for end in SENTENCE_END.finditer(head)]
        if ends:
            yield Span(last.start, last.start + ends[-1])
        elif not found:
            yield last  # a line without a full stop


def _is_leftover(paragraph: str) -> bool:
    line = paragraph.strip().lower().replace("’", "'")
    return len(line) <= LONGEST_LEFTOVER and _leftovers().fullmatch(line) is not None


@cache
def _leftovers() -> re.Pattern[str]:
    patterns = sorted(lexicon.words("feeds", "leftovers"))
    starred = (re.escape(pattern).replace(r"\*", ".{0,200}") for pattern in patterns)
    return re.compile("|".join(starred))
