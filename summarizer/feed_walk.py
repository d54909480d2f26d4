"""A feed's bytes -> the places of its items, by the parser's own offsets."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING
from xml.parsers import expat

from summarizer import feed_guard
from summarizer.errors import ReadError
from summarizer.feed_places import OURS, Entry, Kind, Place, Places

if TYPE_CHECKING:
    from collections.abc import Mapping

ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
RSS = (
    "",
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss2",
)
ENCODED = ("http://purl.org/rss/1.0/modules/content/", "encoded")
XHTML = "http://www.w3.org/1999/xhtml"
LANGUAGE = "http://www.w3.org/XML/1998/namespace lang xml"

ROOTS = frozenset({"rss", "RDF", "feed"})
ITEMS = frozenset({*((r, "item") for r in RSS), *((a, "entry") for a in ATOM)})
TITLES = frozenset((space, "title") for space in (*RSS, *ATOM))
RSS_TEXTS = frozenset({*((space, "description") for space in RSS), ENCODED})
ATOM_TEXTS = frozenset((a, name) for a in ATOM for name in ("summary", "content"))
CONTENTS = frozenset({"encoded", "content"})
TYPES: dict[str, Kind] = {
    "": "text",
    "text": "text",
    "text/plain": "text",
    "html": "html",
    "text/html": "html",
    "xhtml": "xhtml",
    "application/xhtml+xml": "xhtml",
}
"""What Atom calls the kinds of text; all others are pictures and the like."""

BLANK = b" \t\r\n"  # before an XML declaration it makes a feed ill-formed, no worse
CDATA = "<![CDATA["
SIGNS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How a document begins whose letters are wider than a byte."""


def find_places(data: bytes, *, name: str) -> Places:
    """The items of a feed and the places of their texts.

    Raises:
        ReadError: it is no feed, not well-formed, or made to do harm.
    """
    feed_guard.check(data, source=name)
    walk = _Walk(blank=len(data) - len(data.lstrip(BLANK)))
    try:
        walk.through(data)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise ReadError(name, f"this is not well-formed XML ({error})") from error
    if walk.root not in ROOTS:
        raise ReadError(name, "this is no feed; give RSS or Atom")
    language = "".join(walk.language).strip()
    entries = tuple(walk.entries)
    return Places(entries=entries, encoding=walk.encoding, language=language)


@dataclass(slots=True)
class _Text:
    """A text while it is read."""

    name: tuple[str, str]
    kind: Kind | None
    words: list[str] = field(default_factory=list)
    at: int | None = None
    in_cdata: bool = False
    prefix: str | None = None
    """Of its first XHTML element, once that has begun."""

    def place(self) -> Place | None:
        """The finished place; None if nothing can go there."""
        words = "".join(self.words)
        if self.kind is None or self.at is None or not words.strip():
            return None
        return Place(
            kind=self.kind,
            is_content=self.name[1] in CONTENTS,
            words=words,
            at=self.at,
            in_cdata=self.in_cdata,
            prefix=self.prefix or "",
        )


class _Walk:
    """What the parser tells of a feed, one event after the other."""

    def __init__(self, *, blank: int) -> None:
        self.root = ""
        self.encoding = "utf-8"
        self.language: list[str] = []
        self.entries: list[Entry] = []
        self._blank = blank  # bytes in front, kept from the parser
        self._path: list[tuple[str, str]] = []
        self._item = 0  # the depth of the item that is open
        self._title = ""
        self._places: list[Place] = []
        self._text: _Text | None = None
        self._text_depth = 0
        self._cdata: int | None = None  # where the section begins that is open
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._listen()

    def through(self, data: bytes) -> None:
        """Read the whole feed."""
        data = data[self._blank :]
        self.encoding = next((e for sign, e in SIGNS if data.startswith(sign)), "utf-8")
        self._parser.Parse(data, True)  # noqa: FBT003 - the parser's own manner

    def _listen(self) -> None:
        parser = self._parser
        parser.namespace_prefixes = True
        parser.XmlDeclHandler = self._declared
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.StartCdataSectionHandler = self._begin_cdata
        parser.EndCdataSectionHandler = self._end_cdata
        parser.CommentHandler = self._settle
        parser.ProcessingInstructionHandler = self._settle
        parser.SkippedEntityHandler = self._settle

    def _here(self) -> int:
        return self._blank + self._parser.CurrentByteIndex

    def _declared(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and not self.encoding.startswith("utf-16"):
            self.encoding = codecs.lookup(encoding).name

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        self._settle()
        space, local, _ = _parts(name)
        depth = len(self._path)
        self._path.append((space, local))
        if depth == 0:
            self.root = local
            self.language.append(attributes.get(LANGUAGE, ""))
        elif self._text:
            self._begin_inside(self._text, name, attributes)
        elif not self._item and (space, local) in ITEMS:
            self._item, self._title, self._places = depth, "", []
        elif self._item and depth == self._item + 1:
            self._begin_text((space, local), attributes)

    def _begin_text(self, name: tuple[str, str], attributes: Mapping[str, str]) -> None:
        if name in TITLES or name in RSS_TEXTS or name in ATOM_TEXTS:
            kind = _atom_kind(attributes) if name in ATOM_TEXTS else "html"
            self._text = _Text(name, kind)
            self._text_depth = len(self._path)

    @staticmethod
    def _begin_inside(text: _Text, name: str, attributes: Mapping[str, str]) -> None:
        space, local, prefix = _parts(name)
        if text.kind == "xhtml" and text.prefix is None and space == XHTML:
            text.prefix = prefix
        elif text.kind == "xhtml" and text.prefix is not None:
            is_ours = attributes.get("class") == OURS
            text.words.append(f'<{local} class="{OURS}">' if is_ours else f"<{local}>")
        else:
            text.kind = None  # elements in what should be a text

    def _end(self, name: str) -> None:
        self._settle()
        depth = len(self._path)
        if self._text and depth == self._text_depth:
            self._end_text(self._text)
        elif self._text and self._text.kind == "xhtml" and depth > self._text_depth + 1:
            self._text.words.append(f"</{_parts(name)[1]}>")
        self._path.pop()
        if self._item and depth == self._item + 1:
            self._item = 0
            self.entries.append(Entry(title=self._title, places=tuple(self._places)))

    def _end_text(self, text: _Text) -> None:
        place = text.place()
        if text.name in TITLES:
            self._title = "".join(text.words)
        elif place:
            self._places.append(place)
        self._text = None

    def _words(self, words: str) -> None:
        self._settle()
        text = self._text
        if text is None:
            if self._path[-1][1] == "language" and not self._item:
                self.language.append(words)
            return
        text.words.append(escape(words) if text.kind == "xhtml" else words)
        if text.at is None and text.kind != "xhtml" and words.strip():
            self._set_place(text)

    def _set_place(self, text: _Text) -> None:
        if self._cdata is None:
            text.at = self._here()
        elif text.kind == "text":
            text.at = self._cdata  # in front, where any letter can be written
        else:
            text.at = self._cdata + len(CDATA.encode(self.encoding))
            text.in_cdata = True

    def _begin_cdata(self) -> None:
        self._settle()
        self._cdata = self._here()

    def _end_cdata(self) -> None:
        self._cdata = None

    def _settle(self, *_: object) -> None:
        """XHTML's place is where the first thing after its first tag begins."""
        text = self._text
        if text and text.at is None and text.prefix is not None:
            text.at = self._here()


def _parts(name: str) -> tuple[str, str, str]:
    """The namespace, the local name, and the prefix with its colon."""
    parts = name.split(" ")
    if len(parts) == 1:
        return "", name, ""
    return parts[0], parts[1], f"{parts[2]}:" if len(parts) > 2 else ""  # noqa: PLR2004


def _atom_kind(attributes: Mapping[str, str]) -> Kind | None:
    if "src" in attributes or attributes.get("mode") == "base64":
        return None
    return TYPES.get(attributes.get("type", "").lower())
