"""Where bullets can go in a feed: the texts of its items, and their place in its bytes.

Nothing is taken apart and put together again: whoever adds something adds it at an
offset, and every other byte stays what it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["html", "text", "xhtml"]

OURS = "summarizer"
"""The class of a list of bullets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One text of an item: what it says, and where something can go in front of it."""

    kind: Kind
    is_content: bool
    """Whether it is the whole story and not a line about it."""
    words: str
    """Plain text, or HTML; of XHTML only what reading it needs."""
    at: int
    """The offset of its first byte."""
    in_cdata: bool
    """Whether that byte stands in a CDATA section."""
    prefix: str
    """What the names of its XHTML elements begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One item."""

    title: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """All items of a feed."""

    entries: tuple[Entry, ...]
    encoding: str
    """As Python calls it."""
    language: str
    """As the feed gives it, "en-GB" perhaps; empty if it doesn't."""
