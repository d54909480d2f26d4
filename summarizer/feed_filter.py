"""A feed in, the same feed out with bullets in front of its stories.

What is not a bullet stays as it was, to the byte, and a feed that cannot be understood
goes through untouched: a filter that eats feeds is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from itertools import chain
from typing import TYPE_CHECKING

from summarizer import items, lexicon, markup, styles
from summarizer.decoding import MAX_BYTES
from summarizer.errors import ReadError, SummarizerError
from summarizer.feed_places import OURS
from summarizer.feed_walk import find_places
from summarizer.item_texts import Text
from summarizer.items import Item, Manner
from summarizer.options import Options
from summarizer.pipeline import summarize_many
from summarizer.rendering import MARK, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import IO

    from summarizer.article import Article
    from summarizer.feed_places import Entry, Place
    from summarizer.summary import Summary

SHORTEST = 100
"""The fewest words of a story that gets bullets: about twice as many as they have."""

LONGEST = 500_000
"""The most characters of a story that gets bullets; it takes a few seconds."""

MOST_ITEMS = 2_000
"""How many stories of one feed get bullets."""

TOO_SHORT = f"too short (under {SHORTEST} words)"
TOO_LONG = f"too long (over {LONGEST:,} characters)"
TOO_MANY = f"behind the first {MOST_ITEMS:,}"
NAMELESS = "item"  # what stands in errors for the source of a story
CHUNK = 1_000_000  # bytes
WORD = re.compile(r"[^\s<>]+")
# What no XML document may hold, however it is written.
FORBIDDEN = re.compile("[\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Filtered:
    """A feed on its way out."""

    pieces: Iterable[bytes]
    notes: tuple[str, ...] = ()
    """One line for each reason why items got no bullets, or for the feed."""
    problem: ReadError | None = None
    """Why the feed goes through as it came."""


def pass_on(
    source: IO[bytes], options: Options | None = None, *, name: str = "feed"
) -> Filtered:
    """The feed with bullets, or as it came if it is none.

    Raises:
        UsageError: an option or the style cannot be used.
    """
    data = source.read(MAX_BYTES + 1)
    try:
        return filter_feed(data, options, name=name)
    except ReadError as error:
        rest = iter(lambda: source.read(CHUNK), b"")
        note = f"{error}; it goes through as it is"
        return Filtered(chain([data], rest), (note,), error)


def filter_feed(
    data: bytes, options: Options | None = None, *, name: str = "feed"
) -> Filtered:
    """The feed with bullets in front of each item's description and content.

    A second time changes nothing. ``options.language`` is for a feed that names none.

    Raises:
        ReadError: it is no feed, not well-formed, or made to do harm.
        UsageError: an option or the style cannot be used.
    """
    options = options or Options()
    styles.load(options.style)  # a wrong one is told even where no story is long enough
    places = find_places(data, name=name)
    language = places.language[:2].lower() or options.language
    known = lexicon.mapping("languages", "names")
    if language not in known:
        note = f"{name}: it is in {language!r}, not in one of {', '.join(known)}"
        return Filtered([data], (f"{note}; it goes through as it is",))
    manner = Manner(language=language)
    stories = [_story(entry, manner) for entry in places.entries[:MOST_ITEMS]]
    rest = places.entries[MOST_ITEMS:]
    stories += [_Story(entry, problem=TOO_MANY) for entry in rest]
    inserted, notes = _summarized(stories, options, places.encoding)
    edited = _insert(data, inserted)
    if edited != data:
        find_places(edited, name=f"{name} with bullets")  # or else it goes as it came
    return Filtered([edited], tuple(f"{name}: {note}" for note in notes))


@dataclass(frozen=True, slots=True)
class _Story:
    """An item that is understood."""

    entry: Entry
    article: Article | None = None
    problem: str | None = None
    """Why there is no article; None, too, if the item has its bullets already."""


def _story(entry: Entry, manner: Manner) -> _Story:
    if any(_has_bullets(place) for place in entry.places):
        return _Story(entry)
    problem = _problem(entry)
    if problem:
        return _Story(entry, problem=problem)
    item = Item(
        title=markup.plain(entry.title) or None,
        content=_longest([place for place in entry.places if place.is_content]),
        description=_longest([place for place in entry.places if not place.is_content]),
    )
    article, _ = items.article_of(item, manner, name=NAMELESS)
    words = sum(len(span.of(article.text).split()) for span in article.paragraphs)
    if words < SHORTEST:
        return _Story(entry, problem=TOO_SHORT)
    return _Story(entry, article)


def _problem(entry: Entry) -> str | None:
    """What can be told without reading the HTML, which takes a while."""
    texts = [place.words for place in entry.places]
    if not any(map(markup.plain, texts)):
        return "no text"
    if max(map(len, texts)) > LONGEST:
        return TOO_LONG
    # There are at least as many of these as there will be words.
    if max(len(WORD.findall(text)) for text in texts) < SHORTEST:
        return TOO_SHORT
    return None


def _has_bullets(place: Place) -> bool:
    opening = f"{MARK} " if place.kind == "text" else f'<ul class="{OURS}">'
    return place.words.lstrip().startswith(opening)


def _longest(places: Sequence[Place]) -> Text | None:
    if not places:
        return None
    place = max(places, key=lambda place: len(place.words))
    return Text(place.words, is_html=place.kind != "text")


def _summarized(
    stories: Sequence[_Story], options: Options, encoding: str
) -> tuple[list[tuple[int, bytes]], list[str]]:
    """What goes where in the bytes, and a line for each reason why nothing does."""
    articles = (story.article for story in stories if story.article)
    results = summarize_many(articles, options)
    inserted: list[tuple[int, bytes]] = []
    left: dict[str, list[str]] = {}
    for story in stories:
        result = next(results) if story.article else story.problem
        if isinstance(result, str | SummarizerError):
            reason = str(result).removeprefix(f"{NAMELESS}: ")
            left.setdefault(reason, []).append(markup.plain(story.entry.title))
        elif result:
            inserted.extend(
                (place.at, _bullets(result, place, encoding))
                for place in story.entry.places
            )
    return inserted, [_note(reason, titles) for reason, titles in left.items()]


def _note(reason: str, titles: Sequence[str]) -> str:
    count = "1 item stays as it is"
    if len(titles) > 1:
        count = f"{len(titles):,} items stay as they are"
    first = next(filter(None, titles), None)
    return f"{count}, {reason}" + (f" (the first: “{first}”)" if first else "")


def _bullets(summary: Summary, place: Place, encoding: str) -> bytes:
    """The bullets as they have to be written at the place."""
    lines = [FORBIDDEN.sub("", one_line(bullet.text)) for bullet in summary]
    if place.kind == "text":
        text = "".join(f"{MARK} {line}\n" for line in lines) + "\n"
        return _encoded(escape(text, quote=False), encoding)
    tag = place.prefix
    inner = "".join(f"<{tag}li>{escape(line)}</{tag}li>" for line in lines)
    markup = f'<{tag}ul class="{OURS}">{inner}</{tag}ul>\n'
    if place.kind == "html" and not place.in_cdata:
        markup = escape(markup, quote=False)
    return _encoded(markup, encoding)


def _encoded(text: str, encoding: str) -> bytes:
    # Inside a CDATA section the references are HTML's, elsewhere XML's.
    return text.encode(encoding, "xmlcharrefreplace")


def _insert(data: bytes, inserted: Sequence[tuple[int, bytes]]) -> bytes:
    pieces, start = [], 0
    for at, text in sorted(inserted):
        pieces += [data[start:at], text]
        start = at
    return b"".join([*pieces, data[start:]])
