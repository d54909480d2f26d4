"""What feedparser made of a feed -> items: plain titles, whole links, UTC dates."""

from __future__ import annotations

from calendar import timegm
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from summarizer import links
from summarizer.item_texts import Text
from summarizer.items import Item
from summarizer.markup import line, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.feed_notes import Notes

# What feedparser gives: dictionaries that answer to any key.
Parsed: TypeAlias = Any

MOST_ITEMS = 2_000
"""How many items of one feed are read; each costs some milliseconds."""


def items(parsed: Parsed, notes: Notes, *, name: str) -> Iterator[Item]:
    """The items of a feed that ``feedparser`` has parsed; troubles go to ``notes``."""
    base = name if "://" in name else _home(parsed)
    is_rss = str(parsed.get("version", "")).startswith("rss")
    if len(parsed.entries) > MOST_ITEMS:
        notes.say(f"{len(parsed.entries):,} items; the first {MOST_ITEMS:,} are read")
    for entry in parsed.entries[:MOST_ITEMS]:
        address = entry.get("feedburner_origlink") or entry.get("link")
        item = Item(
            id=entry.get("id"),
            title=_title(entry, is_rss=is_rss) or None,
            link=links.safe(address, base=base),
            moment=_moment(entry),
            content=_content(entry),
            description=_text(entry.get("summary_detail")),
            publisher=_publisher(entry),
        )
        if address and not item.link:
            notes.add("link", item)
        if item.title or item.link or item.content or item.description:
            yield item
        else:
            notes.add("empty", item)


def _home(parsed: Parsed) -> str | None:
    """The address that a feed read from a file says it has."""
    own = (link.get("href") for link in parsed.feed.get("links", ()))
    return next(filter(None, [parsed.feed.get("link"), *own]), None)


def _title(entry: Parsed, *, is_rss: bool) -> str:
    """The headline in plain words; in RSS it may always hold markup."""
    detail = entry.get("title_detail") or {}
    words = detail.get("value") or ""
    if is_rss or "html" in detail.get("type", ""):
        return plain(words)
    return line(words)


def _publisher(entry: Parsed) -> str | None:
    """Whom an item of somebody's collection was taken from."""
    taken_from = entry.get("source") or {}
    return plain(taken_from.get("title") or "") or None


def _content(entry: Parsed) -> Text | None:
    """The longest of the contents; some feeds give the picture's alone first."""
    texts = [text for text in map(_text, entry.get("content", ())) if text]
    return max(texts, key=lambda text: len(text.words), default=None)


def _text(detail: Parsed) -> Text | None:
    words = (detail or {}).get("value") or ""
    if not words.strip():
        return None
    return Text(words, is_html="html" in detail.get("type", "html"))


def _moment(entry: Parsed) -> datetime | None:
    # dict's own get: feedparser's warns where it must stand in for a missing date.
    found = entry.get("published_parsed") or dict.get(entry, "updated_parsed")
    try:
        return datetime.fromtimestamp(timegm(found), UTC) if found else None
    except (ValueError, TypeError, OverflowError, OSError):  # the last on Windows
        return None
