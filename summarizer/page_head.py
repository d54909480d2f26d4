"""What the head of a web page says of itself: its address and whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from summarizer import links
from summarizer.layout import clean

MOST_HEAD = 200_000  # characters; the head of a news page has a tenth of it


@dataclass(slots=True)
class Head:
    """The address that a page gives as its own, and the name of its site."""

    link: str | None = None
    site: str | None = None


def read(page: str) -> Head:
    """What the page says of itself.

    >>> read('<link rel="canonical" href="https://a.example/1"><body>').link
    'https://a.example/1'
    """
    reader = _Reader()
    # The library stops at a marked section that it does not know.
    reader.feed(page[:MOST_HEAD].replace("<![", "<! ["))
    return reader.head


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.head = Head()
        self._done = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._done = self._done or tag == "body"
        if self._done:
            return
        given = {key: value or "" for key, value in attrs}
        named = given.get("property", "").lower()
        if tag == "link" and "canonical" in given.get("rel", "").lower().split():
            self.head.link = links.safe(given.get("href")) or self.head.link
        elif named == "og:url":
            self.head.link = self.head.link or links.safe(given.get("content"))
        elif named == "og:site_name":
            name = " ".join(clean(given.get("content", "")[:200]).split())
            self.head.site = self.head.site or name or None
