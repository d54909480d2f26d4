"""OPML -> the addresses of the feeds that a reader follows."""

from __future__ import annotations

from xml.parsers import expat

from summarizer import feed_guard, links
from summarizer.errors import ReadError

MOST_FEEDS = 500


def addresses(data: bytes, *, name: str) -> tuple[str, ...]:
    """The addresses of the feeds in an OPML list, each once and in its order.

    >>> addresses(b'<opml><outline xmlUrl="https://a.example/rss"/></opml>', name="a")
    ('https://a.example/rss',)

    Raises:
        ReadError: it is ill-formed, hostile, or holds no address.
    """
    feed_guard.check(data, source=name)
    found: dict[str, None] = {}

    def element(_: str, attributes: dict[str, str]) -> None:
        given = {key.lower(): value for key, value in attributes.items()}
        address = links.safe(given.get("xmlurl"))
        if address and links.is_web(address):
            found.setdefault(address)

    parser = expat.ParserCreate()
    parser.StartElementHandler = element
    try:
        parser.Parse(data, True)  # noqa: FBT003 - expat's own
    except (expat.ExpatError, ValueError) as error:
        problem = f"this OPML is ill-formed ({error}); mend it"
        raise ReadError(name, problem) from error
    if not found:
        raise ReadError(name, "no feed in this OPML; its outlines need an xmlUrl")
    if len(found) > MOST_FEEDS:
        problem = f"{len(found):,} feeds; give lists of at most {MOST_FEEDS}"
        raise ReadError(name, problem)
    return tuple(found)
