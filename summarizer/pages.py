"""HTML and Markdown -> title, date and the blocks of the article.

List items begin with "• ", as in plain text; headings, code, pictures and tables are
left out.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

# An lxml element; lxml comes without types.
Element: TypeAlias = Any

SPACE = re.compile(r"\s+")
APART = re.compile(r"(?<=\w) (?=[,;](?:\s|$))")
"""What a page leaves between the end of a link and a comma."""
WORD = re.compile(r"\w+")
WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
MATTER_LINE = re.compile(r"^(title|date|published)\s*:\s*(.{1,500})$", re.MULTILINE)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What joins a headline to the name of the site behind it.
TAIL = re.compile(r"(?<!\s)\s+(?:[|·•*»–—-]|::|//)\s+")
DASHES = "–—-"
MOST_TAIL_WORDS = 5
BARE_TAIL = 2  # words, where the page does not name its site
LEAST_HEADLINE_WORDS = 3
# The title for sharing is often a teaser. Where page title and main heading agree and
# share fewer words than this with it, they are the headline.
SAME_HEADLINE = 0.8
TEXT_TAGS = ("p", "li", "blockquote", "dd")
OTHER_TAGS = ("script", "style", "nav", "header", "footer", "aside", "form", "table")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says, its blocks in order."""

    blocks: tuple[str, ...]
    title: str | None = None
    published: date | None = None


def from_html(text: str) -> Page:
    """The article of a whole page or of a fragment of one."""
    import trafilatura

    # Without a handler, the library's warnings would reach the user's terminal.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    if not WHOLE_PAGE.search(text):
        text = f"<html><head></head><body>{text}</body></html>"
    found: Element = trafilatura.bare_extraction(
        text, include_comments=False, include_tables=False, with_metadata=True
    )
    tree: Element = trafilatura.load_html(text)
    blocks = list(_extracted(found.body)) if found is not None else []
    if not blocks and tree is not None:
        blocks = list(_plain(tree))
    named = found.title if found is not None else None
    published = _day(found.date) if found is not None else None
    title = _headline(tree) if tree is not None else None
    return Page(tuple(blocks), title or named or None, published)


def from_markdown(text: str) -> Page:
    """The paragraphs and list items of Markdown, without its marks."""
    from markdown_it import MarkdownIt

    matter = FRONT_MATTER.match(text)
    told = dict(MATTER_LINE.findall(matter[1])) if matter else {}
    tokens = (
        MarkdownIt().enable("table").parse(text[matter.end() :] if matter else text)
    )
    title = told.get("title", "").strip(" \t\"'") or _first_heading(tokens)
    published = _day(told.get("date") or told.get("published"))
    return Page(tuple(_marked_blocks(tokens)), title, published)


def _extracted(root: Element) -> Iterator[str]:
    """The blocks of the tree that trafilatura gives."""
    for element in root:
        if element.tag in {"head", "code", "table", "graphic"}:
            continue
        if element.tag == "list":
            yield from (f"• {line}" for item in element for line in _lines(item))
        else:
            yield from _lines(element)


def _lines(element: Element) -> Iterator[str]:
    for lb in element.iter("lb", "br"):
        lb.tail = f"\n{lb.tail or ''}"
    for line in "".join(element.itertext()).split("\n"):
        if line.strip():
            yield APART.sub("", SPACE.sub(" ", line)).strip()


def _plain(tree: Element) -> Iterator[str]:
    """Every paragraph and list item: for fragments too small to be told from a page."""
    for other in list(tree.iter(*OTHER_TAGS)):
        other.drop_tree()
    elements = [e for e in tree.iter(*TEXT_TAGS) if not e.xpath(".//p|.//li")]
    for element in elements or [tree]:
        mark = "• " if element.tag == "li" else ""
        yield from (f"{mark}{line}" for line in _lines(element))


def _headline(tree: Element) -> str | None:
    """The article's headline as the page gives it, without the site's name."""
    site = _first(tree.xpath("//meta[@property='og:site_name']/@content"))
    shared = _first(tree.xpath("//meta[@property='og:title']/@content"))
    heading = _first([h.text_content() for h in tree.iter("h1")])
    named = _first([t.text_content() for t in tree.xpath("//head/title")])
    shared, named = _without_site(shared, site), _without_site(named, site)
    if heading and _likeness(heading, site) == 1:
        heading = ""
    if heading and _likeness(heading, named) > SAME_HEADLINE > _likeness(
        heading, shared
    ):
        return heading
    return shared or heading or named or None


def _first(found: Sequence[Any]) -> str:
    texts = (SPACE.sub(" ", str(text)).strip() for text in found)
    return next((text for text in texts if text), "")


def _without_site(title: str, site: str) -> str:
    """The title without " | Site" at its end, one tail after the other.

    A tail goes when it names the site, or when it is short and set off by a mark that
    headlines do not use; once one has gone, a short tail with a dash goes too.

    >>> _without_site("Old bridge shut - Local | The Examiner", "Examiner")
    'Old bridge shut'
    >>> _without_site("Tigers 3 - Lions 2 after extra time", "The Examiner")
    'Tigers 3 - Lions 2 after extra time'
    """
    kept = title
    for joint in reversed(list(TAIL.finditer(title))):
        head, tail = title[: joint.start()], kept[joint.end() :]
        if not _is_tail(joint[0].strip(), tail, site, is_first=kept == title):
            break
        if len(WORD.findall(head)) < LEAST_HEADLINE_WORDS:
            break
        kept = head
    return kept.strip()


def _is_tail(mark: str, tail: str, site: str, *, is_first: bool) -> bool:
    if _is_named(tail, site) or tail.casefold().startswith("by "):
        return True
    length = len(tail.split())
    if mark not in DASHES or not is_first:
        return length <= MOST_TAIL_WORDS
    return not site and tail[:1].isupper() and length <= BARE_TAIL


def _is_named(tail: str, site: str) -> bool:
    a, b = ("".join(WORD.findall(text.casefold())) for text in (tail, site))
    return bool(a and b) and (a in b or b in a)


def _likeness(a: str, b: str) -> float:
    """How many of their different words two titles share, from 0 to 1."""
    left, right = (set(WORD.findall(text.casefold())) for text in (a, b))
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def _day(text: str | None) -> date | None:
    found = DAY.search(text or "")
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None


def _first_heading(tokens: Sequence[Token]) -> str | None:
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _inline_text(inline) or None
    return None


def _marked_blocks(tokens: Sequence[Token]) -> Iterator[str]:
    skipping, items, fresh = 0, 0, False
    for token in tokens:
        if token.type in {"heading_open", "table_open"}:
            skipping += 1
        elif token.type in {"heading_close", "table_close"}:
            skipping -= 1
        elif token.type in {"list_item_open", "list_item_close"}:
            items += token.nesting
            fresh = token.nesting > 0
        elif token.type == "inline" and not skipping:
            text = _inline_text(token)
            if text:
                yield f"• {text}" if items and fresh else text
            fresh = False


def _inline_text(token: Token) -> str:
    """The words of an inline token: no marks, no pictures, no code."""
    parts = []
    for child in token.children or ():
        if child.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        elif child.type in {"text", "code_inline"}:
            parts.append(child.content)
    return SPACE.sub(" ", "".join(parts)).strip()
