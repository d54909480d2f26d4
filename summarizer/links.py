"""Which addresses may be shown to a reader as a link: http, https and mailto."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

SCHEMES = frozenset({"http", "https", "mailto"})
LONGEST = 2_000  # characters; what mail programs and browsers take without trouble
# What no address may hold: spaces, controls and direction marks hide what it is, and
# the rest would end an attribute.
UNSAFE = re.compile(
    r"[\x00-\x20\x7f-\xa0\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\"'<>\\^`{|}]"
)
# What browsers take out of an address before they read it.
BROKEN = str.maketrans("", "", "\t\r\n")
# What a publisher adds to know where a reader came from.
FOLLOWING = re.compile(r"(?:^|&)(?:utm_[a-z]+|fbclid|gclid|at_[a-z]+)=[^&]*")


def safe(address: str | None, *, base: str | None = None) -> str | None:
    """The address, made whole with ``base``, or nothing if it may not be a link.

    >>> safe("/news/1", base="https://example.org/feed.xml")
    'https://example.org/news/1'
    >>> safe("javascript:alert(1)"), safe("https://example.org/a b")
    (None, 'https://example.org/a%20b')
    """
    try:
        whole = urljoin(base or "", (address or "").strip().translate(BROKEN))
        parts = urlsplit(whole)
        named = parts.scheme == "mailto" or parts.hostname
    except ValueError:
        return None
    if parts.scheme not in SCHEMES or not named or len(whole) > LONGEST:
        return None
    return UNSAFE.sub(lambda found: _percent(found[0]), whole)


def is_web(name: str) -> bool:
    """Whether a source is named by an http or https address.

    >>> is_web("HTTPS://example.org"), is_web("https.txt")
    (True, False)
    """
    return name.lower().startswith(("http://", "https://"))


def key(address: str) -> str:
    """What two addresses of one page have in common.

    >>> key("https://Example.org/a/?utm_source=rss#top") == key("http://example.org/a")
    True
    """
    parts = urlsplit(address)
    query = FOLLOWING.sub("", parts.query).lstrip("&")
    host = (parts.hostname or "").removeprefix("www.")
    return urlunsplit(("", host, parts.path.rstrip("/"), query, ""))


def site(address: str | None) -> str | None:
    """The name of the machine without its "www.", as a reader knows it.

    >>> site("https://www.example.org/news/1")
    'example.org'
    """
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))
