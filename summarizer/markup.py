"""What HTML says without being read as a page: a line of words, or a page's head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from summarizer import links
from summarizer.layout import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

SILENT = frozenset({"script", "style", "template", "noscript"})
SECTION = re.compile(r"<!\[CDATA\[|\]\]>")
MOST_MARKUP = 5_000  # characters of a title with its markup
LONGEST_TITLE = 300  # characters; what is longer is a text put in the wrong place
MOST_HEAD = 200_000  # characters; the head of a news page has a tenth of it
LONGEST_SITE = 200  # characters of a site's name


@dataclass(frozen=True, slots=True)
class Head:
    """The address that a page gives as its own, and the name of its site."""

    link: str | None = None
    site: str | None = None


def plain(markup: str) -> str:
    """The words of a line of HTML, without its tags and scripts; cut when endless.

    >>> plain("Bridge <b>shut</b> &amp; ferries<script>alert(1)</script> free, 1 < 2")
    'Bridge shut & ferries free, 1 < 2'
    """
    reader = _Words()
    _feed(reader, SECTION.sub("", markup[:MOST_MARKUP]))
    reader.close()
    return line("".join(reader.found))


def line(words: str) -> str:
    """The words as one line of at most 300 characters."""
    whole = " ".join(clean(words[:MOST_MARKUP]).split())
    return whole if len(whole) <= LONGEST_TITLE else f"{whole[: LONGEST_TITLE - 1]}…"


def head(page: str) -> Head:
    """What the page says of itself.

    >>> head('<link rel="canonical" href="https://a.example/1"><body>').link
    'https://a.example/1'
    """
    reader = _Head()
    _feed(reader, page[:MOST_HEAD])
    return Head(reader.link, reader.site)


def _feed(reader: HTMLParser, markup: str) -> None:
    # The library stops at a marked section that it does not know.
    reader.feed(markup.replace("<![", "<! ["))


class _Words(HTMLParser):
    """Collects the text between the tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._silent: str | None = None

    def handle_starttag(self, tag: str, attrs: Sequence[object]) -> None:  # noqa: ARG002
        if self._silent is None and tag in SILENT:
            self._silent = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = None

    def handle_data(self, data: str) -> None:
        if self._silent is None:
            self.found.append(data)


class _Head(HTMLParser):
    """Collects what the head says."""

    def __init__(self) -> None:
        super().__init__()
        self.link: str | None = None
        self.site: str | None = None
        self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._done = self._done or tag == "body"
        if self._done:
            return
        given = {key: value or "" for key, value in attrs}
        named = given.get("property", "").lower()
        if tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.link = links.safe(given.get("href")) or self.link
        elif named == "og:url":
            self.link = self.link or links.safe(given.get("content"))
        elif named == "og:site_name":
            name = line(given.get("content", "")[:LONGEST_SITE])
            self.site = self.site or name or None
