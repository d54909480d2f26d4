"""RSS and Atom -> articles, and what was wrong with the feed.

Feeds are often broken and sometimes hostile. What can be read is read, what cannot is
told in one line each, and nothing of the markup reaches an article.
"""

from __future__ import annotations

import io
import re
import sys
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import content, feed_entries, feed_guard, items, lexicon, links, markup
from summarizer.content import Content
from summarizer.errors import ReadError
from summarizer.feed_notes import Notes
from summarizer.items import Item, Manner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from summarizer.article import Article
    from summarizer.feed_entries import Parsed
    from summarizer.items import Made

DEFAULT = Manner()
PAGES_AT_ONCE = 4
"""How many pages are asked for at a time: no more than a browser asks of one site."""

ENCODING = re.compile(rb"\s{0,20}<\?xml[^>]{0,200}\bencoding\b")
BLANK = b" \t\r\n"  # before an XML declaration it makes a feed ill-formed, no worse
IMPOSSIBLE = re.compile(rb"&#(?:[xX]([0-9a-fA-F]{1,20})|([0-9]{1,20}));?")
HALVES = range(0xD800, 0xE000)  # of the characters that UTF-16 writes as two
NO_FEED = "this is no feed; give RSS, Atom or OPML"


@dataclass(frozen=True, slots=True)
class Feed:
    """The articles of a feed, in its order, and what was wrong with it."""

    name: str
    """The path or address it was read from."""
    title: str | None
    articles: tuple[Article, ...]
    notes: tuple[str, ...] = ()
    """What its reader should know, one line each."""

    def __iter__(self) -> Iterator[Article]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)


def read_feed(
    source: str | bytes | Path,
    *,
    fetch: bool = False,
    since: datetime | None = None,
    allow_private: bool = False,
    language: str = "en",
) -> Feed:
    """The articles of an RSS or Atom feed.

    ``source`` is an http or https address, a path, or the feed's bytes. ``fetch`` reads
    the page that an item points to where the feed does not hold the whole story.
    ``since`` leaves out what is older, but never an item without a date. ``language``
    is for a feed that does not name its own.

    Raises:
        ReadError: it cannot be read, is no feed, or is one made to do harm.
    """
    found = _content(source, allow_private=allow_private)
    manner = Manner(
        fetch=fetch, since=since, allow_private=allow_private, language=language
    )
    return parse(found, manner)


def parse(source: Content, manner: Manner = DEFAULT) -> Feed:
    """The articles of a feed's content.

    Raises:
        ReadError: it is no feed, or one made to do harm.
    """
    name = source.name
    parsed = _parsed(source)
    notes = Notes(name, fetch=manner.fetch)
    notes.form(parsed.get("bozo_exception") if parsed.get("bozo") else None)
    if not parsed.entries:
        notes.say("no items in it")
    title = markup.plain(parsed.feed.get("title") or "") or None
    found = _unique(list(feed_entries.items(parsed, notes, name=name)), notes)
    manner = replace(manner, language=_language(parsed, manner.language))
    wanted = [item for item in found if not _is_too_old(item, manner)]
    work = partial(items.article_of, manner=manner, name=name, publisher=title)
    articles = []
    for item, (article, problem) in zip(
        wanted, _each(work, wanted, manner), strict=True
    ):
        notes.article(item, article, problem)
        articles.append(article)
    return Feed(name, title, tuple(articles), notes.lines())


def _is_too_old(item: Item, manner: Manner) -> bool:
    return bool(manner.since and item.moment and item.moment < manner.since)


def _each(
    work: Callable[[Item], Made], found: Sequence[Item], manner: Manner
) -> Iterator[Made]:
    """What ``work`` makes of each, in order; of several at once if it has to wait."""
    if not manner.fetch:
        yield from map(work, found)
        return
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(PAGES_AT_ONCE) as pool:
        yield from pool.map(work, found)


def _content(source: str | bytes | Path, *, allow_private: bool) -> Content:
    if isinstance(source, bytes):
        return Content("feed", source)
    if isinstance(source, Path):
        return content.of_file(source)
    if not links.is_web(source):
        problem = "no address of a feed; give http or https, a Path, or bytes"
        raise ReadError(source, problem)
    return content.of_address(source, allow_private=allow_private)


def _parsed(source: Content) -> Parsed:
    data, name = source.data, source.name
    feed_guard.check(data, source=name)
    import feedparser

    # Bytes in a file object: given a string, feedparser would open or fetch it. What
    # it would sanitize and resolve inside a text is read as text and thrown away.
    try:
        parsed = feedparser.parse(
            io.BytesIO(IMPOSSIBLE.sub(_possible, data.lstrip(BLANK))),
            response_headers=_headers(source),
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # it promises to raise none, and a few slip out
        problem = f"broke the feed parser ({error!r}); leave it out, and report it"
        raise ReadError(name, problem) from error
    if not parsed.get("version") and not parsed.entries:
        raise ReadError(name, NO_FEED)
    return parsed


def _headers(source: Content) -> dict[str, str]:
    """What makes relative links whole; with it, feedparser looks for a type as well.

    What a server says of the encoding goes for bytes that do not say it themselves.
    """
    headers = {}
    if "://" in source.name:
        headers["content-location"] = source.name
        headers["content-type"] = "application/xml"
    if source.charset and not ENCODING.match(source.data) and not _is_utf8(source.data):
        headers["content-type"] = f"application/xml; charset={source.charset}"
    return headers


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _possible(reference: re.Match[bytes]) -> bytes:
    """The reference, or that of the replacement character if no character has it."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    exists = 0 < number <= sys.maxunicode and number not in HALVES
    return reference[0] if exists else b"&#xFFFD;"


def _language(parsed: Parsed, otherwise: str) -> str:
    """The language that the feed names, if its articles can be ranked in it."""
    code = str(parsed.feed.get("language") or "")[:2].lower()
    return code if code in lexicon.mapping("languages", "names") else otherwise


def _unique(found: Sequence[Item], notes: Notes) -> list[Item]:
    """The items without repeats; of two with one link the newer stays.

    Two items with one id are one story told anew if a link or the headline says so too;
    else the feed numbers its items wrongly, and both stay.
    """
    kept: list[Item] = []
    by_id: dict[str, int] = {}
    by_link: dict[str, int] = {}
    for item in found:
        link = links.key(item.link) if item.link else ""
        place = by_link.get(link) if link else None
        twin = by_id.get(item.id) if item.id else None
        if place is None and twin is not None and _is_same(kept[twin], item):
            place = twin
        if place is not None:
            notes.add("double", item)
            kept[place] = _newer(kept[place], item)
            continue
        if twin is not None:
            notes.add("twin", item)
        kept.append(item)
        by_link.setdefault(link, len(kept) - 1)
        if item.id:
            by_id.setdefault(item.id, len(kept) - 1)
    return kept


def _is_same(one: Item, other: Item) -> bool:
    return one.title == other.title or not (one.link and other.link)


def _newer(one: Item, other: Item) -> Item:
    is_newer = one.moment and other.moment and other.moment > one.moment
    newer, older = (other, one) if is_newer else (one, other)
    return replace(
        newer,
        content=newer.content or older.content,
        description=newer.description or older.description,
    )
