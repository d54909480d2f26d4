"""Whatever a digest is made of -> articles: feeds, lists of feeds, pages, files, rows.

What a source is shows in its first bytes, not in its name. One source that cannot be
read never keeps the others from being read.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from summarizer import content, feeds, links, markup, opml, reading, rows
from summarizer.decoding import decode
from summarizer.edition import moment
from summarizer.errors import (
    CrashError,
    NothingToSummarizeError,
    ReadError,
    SummarizerError,
)
from summarizer.feeds import Feed
from summarizer.layout import clean
from summarizer.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summarizer.article import Article
    from summarizer.content import Content
    from summarizer.items import Manner

LOOKED_AT = 65_536  # bytes
COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
ROOT = re.compile(rb"<(?:[A-Za-z_][\w.-]{0,50}:)?([A-Za-z_][\w.-]{0,50})")
BEFORE = b"\xef\xbb\xbf\xff\xfe \t\r\n"  # byte-order marks and blanks
FEED_ROOTS = frozenset({b"rss", b"feed", b"RDF"})
FEED_SUFFIXES = frozenset({".rss", ".atom", ".rdf", ".xml"})
ROW_SUFFIXES = frozenset({".jsonl", ".ndjson"})
SUFFIXES = frozenset({*rows.SUFFIXES, *FEED_SUFFIXES, *ROW_SUFFIXES, ".opml"})
"""What the files of a folder end in that are read."""


def gather(
    names: Iterable[str],
    manner: Manner = feeds.DEFAULT,
    *,
    piped: IO[bytes] | None = None,
) -> Iterator[Feed | SummarizerError]:
    """The articles of each source in turn, or what kept them from being read.

    A name is a path, an http or https address, or ``-`` for ``piped``. A folder gives
    its files, a list of feeds gives its feeds.
    """
    for name in names:
        try:
            yield from _source(name, manner, piped)
        except SummarizerError as error:
            yield error
        except Exception as error:  # whatever a source does, it does to no other
            yield CrashError(name, f"broke the program ({error!r})")


def _source(
    name: str, manner: Manner, piped: IO[bytes] | None
) -> Iterator[Feed | SummarizerError]:
    if name != "-" and not links.is_web(name) and Path(name).is_dir():
        yield from gather(_files(Path(name)), manner)
        return
    if Path(name).suffix.lower() in ROW_SUFFIXES and not links.is_web(name):
        yield from _rows(name, rows.read(Path(name)), manner)
        return
    found = _content(name, manner, piped)
    if _root(found.data) == b"opml":
        for address in opml.addresses(found.data, name=found.name):
            yield _attempt(address, manner)
    elif found.data.lstrip()[:1] == b"{":
        yield from _rows(found.name, rows.read(BytesIO(found.data)), manner)
    else:
        yield _one(found, manner)


def _attempt(address: str, manner: Manner) -> Feed | SummarizerError:
    """One feed of a list."""
    try:
        found = content.of_address(address, allow_private=manner.allow_private)
        return feeds.parse(replace(found, name=address), manner)
    except SummarizerError as error:
        return error


def _files(folder: Path) -> list[str]:
    found = rows.files_below(folder, SUFFIXES)
    if not found:
        problem = f"nothing to read; names end in {', '.join(sorted(SUFFIXES))}"
        raise ReadError(str(folder), problem)
    return [str(path) for path in found]


def _content(name: str, manner: Manner, piped: IO[bytes] | None) -> Content:
    if name == "-":
        return content.of_stream(piped, name="standard input")
    if links.is_web(name):
        return content.of_address(name, allow_private=manner.allow_private)
    return content.of_file(Path(name))


def _root(data: bytes) -> bytes:
    """The name of the first element; nothing if there is none."""
    head = COMMENT.sub(b"", data[:LOOKED_AT].replace(b"\0", b"")).lstrip(BEFORE)
    found = ROOT.search(head) if head.startswith(b"<") else None
    return found[1] if found else b""


def _one(source: Content, manner: Manner) -> Feed:
    """A feed, or one article as a feed of one."""
    suffix = source.path.suffix.lower() if source.path else ""
    root = _root(source.data)
    if root in FEED_ROOTS or (suffix in FEED_SUFFIXES and root.lower() != b"html"):
        return feeds.parse(source, manner)
    article = _article(source, manner)
    return Feed(source.name, None, (article,))


def _article(source: Content, manner: Manner) -> Article:
    text = decode(source.data, source=source.name, charset=source.charset)
    suffix = source.path.suffix.lower() if source.path else ""
    kind = reading.SUFFIXES.get(suffix) or reading.detect(text)
    try:
        article = reading.read(f"{text}\n", kind=kind, language=manner.language)
    except NothingToSummarizeError as error:
        raise NothingToSummarizeError(source.name) from error
    except ReadError as error:
        problem = str(error).removeprefix(f"{error.source}: ")
        raise ReadError(source.name, problem) from error
    head = markup.head(text) if kind == "html" else markup.Head()
    link = source.name if links.is_web(source.name) else head.link
    return replace(
        article,
        source=source.name,
        link=links.safe(link),
        publisher=head.site or links.site(links.safe(link)),
    )


def _rows(
    name: str, lines: Iterable[rows.Row], manner: Manner
) -> Iterator[Feed | SummarizerError]:
    """The article of each line of JSON."""
    options = Options(language=manner.language)
    for row in lines:
        place = f"{name}:{row.number}"
        try:
            found = rows.fields(row)
            article = rows.article(row, found, options)
        except SummarizerError as error:
            yield ReadError(place, str(error).removeprefix(f"{row.place}: "))
        else:
            yield Feed(place, None, (_labelled(article, found, place),))


def _labelled(article: Article, found: Mapping[str, object], place: str) -> Article:
    """The article with the link, the publisher and the date that its row gives."""
    given = {
        key: clean(value)
        for key in ("link", "publisher", "published", "date")
        if isinstance(value := found.get(key), str)
    }
    link = links.safe(given.get("link") or clean(article.source or ""))
    when = _moment(given.get("published") or given.get("date") or "")
    return replace(
        article,
        source=clean(article.source or place),
        link=link,
        publisher=given.get("publisher") or links.site(link),
        moment=when or article.moment,
        published=when.date() if when else article.published,
    )


def _moment(words: str) -> datetime | None:
    try:
        return moment(datetime.fromisoformat(words.strip()))
    except (ValueError, OverflowError):
        return None
