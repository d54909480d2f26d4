"""Text, HTML, Markdown, files and addresses -> ``Article``.

The text is normalized here once; every span that later stages make points into it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from summarizer.article import Article, Span
from summarizer.captions import is_heading
from summarizer.decoding import BINARY, MAX_BYTES, decode, is_garbage
from summarizer.errors import NothingToSummarizeError, OptionError, ReadError
from summarizer.furniture import is_furniture, kept
from summarizer.layout import blocks, clean, mark_length, one_line, symbols_length
from summarizer.pages import Page, from_html, from_markdown
from summarizer.stray_marks import mended

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["auto", "text", "html", "markdown"]

SUFFIXES: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".md": "markdown",
    ".markdown": "markdown",
}
LOOKED_AT = 65_536  # characters; what a page is shows at its beginning
HTML_START = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--[^>]{0,2000}-->\s{0,200})?"
    r"<(?:!doctype html|html|head|body|article|section|main|div|p|h1|ul|ol|figure)\b",
    re.IGNORECASE,
)
HTML_TAG = re.compile(
    r"</(?:p|div|article|body|h[1-3]|li|ul|html)>|<br ?/?>", re.IGNORECASE
)
FEED_START = re.compile(
    r"\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?<(?:rss|feed|rdf:RDF)\b"
)
MARKDOWN = re.compile(
    r"\A---[ \t]*\n[a-z_]{1,30}:|^#{1,4} \S|^[^\n]{1,200}\n={4,}$|^```"
    r"|!?\[[^\]\n]{1,200}\]\((?:https?:|/|#|[\w./-]{1,200}\))",
    re.MULTILINE,
)
# One of them is in whatever the pattern finds; most texts have none.
MARKDOWN_MARKS = ("---", "# ", "====", "```", "](")
ONE_WORD = re.compile(r"[^\s<>]{1,300}")
TITLE_END = re.compile(r"[.!?…:;,–—-][\"'”’)\]]*$")
# "PORT HARBOR, Maine (AP) -": where and who, not what.
DATELINE = re.compile(r"^[A-Z][A-Z .,'’-]{2,60}[^()]{0,40}\((?:[A-Z][\w/. -]{1,30})\)")
LONGEST_TITLE = 200  # characters
TITLE_WORDS = range(2, 31)
LEAST_BULLETS = {"•": 1, "*": 1}  # a lone dash or number is not yet a list
HEAD = 4  # blocks; title, kicker, by-line and date may stand above the bullets


def read(
    source: str | bytes | Path | Article,
    *,
    kind: Kind = "auto",
    title: str | None = None,
    language: str = "en",
) -> Article:
    r"""The article that ``source`` holds.

    A string is always the article itself, never a path or an address. An ``Article``
    comes back as it is, but for a given ``title``.

    >>> article = read("Bridge shut\n\nThe council shut the bridge on Monday.")
    >>> article.title, [span.of(article.text) for span in article.paragraphs]
    ('Bridge shut', ['The council shut the bridge on Monday.'])
    """
    if kind not in get_args(Kind):
        message = f"{kind!r} is none of {', '.join(get_args(Kind))}"
        raise OptionError(field="kind", message=message)
    if isinstance(source, Article):
        return source if title is None else replace(source, title=title)
    name: str | None = None
    if isinstance(source, Path):
        name = str(source)
        kind = SUFFIXES.get(source.suffix.lower(), "auto") if kind == "auto" else kind
        source = _file(source)
    if isinstance(source, bytes):
        source = decode(source, source=name or "input")
    if not isinstance(source, str):
        message = "is no article; give text, bytes, a Path or an Article"
        raise ReadError(type(source).__name__, message)
    page = _page(source, kind, name)
    return _article(page, title=title, language=language, source=name)


def read_url(
    url: str,
    *,
    allow_private: bool = False,
    kind: Kind = "auto",
    title: str | None = None,
    language: str = "en",
) -> Article:
    """The article at ``url``; nothing else in this package uses the network."""
    from summarizer.fetching import Limits, download

    found = download(url, limits=Limits(allow_private=allow_private))
    text = decode(found.body, source=url, charset=found.charset)
    page = _page(text, kind, url)
    return _article(page, title=title, language=language, source=url)


def _file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)  # enough to show that it is too much
    except FileNotFoundError:
        message = "no such file; give the path of an article"
    except IsADirectoryError:
        message = "this is a folder; give a file in it"
    except PermissionError:
        message = "may not be read; change its permissions"
    except (OSError, ValueError) as error:
        message = f"cannot be read ({error}); give the path of an article"
    raise ReadError(str(path), message)


def _page(text: str, kind: Kind, name: str | None) -> Page:
    """The blocks of the text, by its kind, all of them clean."""
    _refuse(text, name)
    text = clean(text)
    kind = detect(text) if kind == "auto" else kind
    if kind == "text":
        return Page(mended(blocks(text)))
    page = from_html(text) if kind == "html" else from_markdown(text)
    lines = (one_line(clean(block)) for block in page.blocks)
    title = one_line(clean(page.title)) if page.title else None
    return replace(page, blocks=mended([line for line in lines if line]), title=title)


def detect(text: str) -> Kind:
    """What the text is written in.

    >>> detect("<p>Rain.</p><p>Snow.</p>"), detect("# Rain"), detect("Rain.")
    ('html', 'markdown', 'text')
    """
    head = text[:LOOKED_AT]
    if "<" in head and (HTML_START.match(head) or len(HTML_TAG.findall(head)) > 1):
        return "html"
    marked = any(mark in head for mark in MARKDOWN_MARKS)
    return "markdown" if marked and MARKDOWN.search(head) else "text"


def _refuse(text: str, name: str | None) -> None:
    if not any(character.isalnum() for character in text):
        raise NothingToSummarizeError(name)
    if is_garbage(text):
        raise ReadError(name or "input", BINARY)
    if FEED_START.match(text[:LOOKED_AT]):
        message = "this is a feed, not an article; give one of its articles"
        raise ReadError(name or "input", message)
    if name is None and ONE_WORD.fullmatch(text.strip()):
        message = "one word is no article; give text, or a Path to read a file"
        raise ReadError(text.strip(), message)


def _article(
    page: Page, *, title: str | None, language: str, source: str | None
) -> Article:
    lines = page.blocks
    bullets = _lead_bullets(lines)
    known = one_line(clean(title or "")) or page.title
    place = None if known else _title_place(lines, bullets)
    found = known or (lines[place] if place is not None else None)
    above = {*bullets, *(() if place is None else (place,))}
    above.update(i for i, line in enumerate(lines[:HEAD]) if _is_same(line, found))
    rest = [i for i in range(len(lines)) if i not in above]
    body = {rest[i] for i in kept([_unmarked(lines[i]) for i in rest])}
    if not body:
        raise NothingToSummarizeError(source)
    spans = _spans(lines)
    return Article(
        text="\n\n".join(lines),
        paragraphs=tuple(span for i, span in enumerate(spans) if i in body),
        title=found,
        lead_bullets=tuple(_unmarked(lines[i]) for i in bullets),
        published=page.published,
        language=language,
        source=source,
    )


def _spans(lines: Sequence[str]) -> list[Span]:
    """Where each block stands when they are joined; marks in front left out."""
    spans, start = [], 0
    for line in lines:
        mark = mark_length(line) or symbols_length(line)
        spans.append(Span(start + mark, start + len(line)))
        start += len(line) + 2
    return spans


def _unmarked(line: str) -> str:
    return line[mark_length(line) :]


def _lead_bullets(lines: Sequence[str]) -> tuple[int, ...]:
    """The places of the list items above the article; none if there is nothing else."""
    marked = [mark_length(line) > 0 for line in lines]
    start = next((i for i, is_item in enumerate(marked[:HEAD]) if is_item), None)
    if start is None or not all(_may_stand_above(line) for line in lines[:start]):
        return ()
    end = next((i for i in range(start, len(lines)) if not marked[i]), None)
    if end is None or end - start < LEAST_BULLETS.get(lines[start][0], 2):
        return ()
    return tuple(range(start, end))


def _may_stand_above(line: str) -> bool:
    return is_furniture(line) or is_heading(line) or _is_title(line)


def _title_place(lines: Sequence[str], bullets: Sequence[int]) -> int | None:
    """The place of the first line if it is a headline with an article under it.

    Lead bullets may stand on either side of it.
    """
    rest = [i for i in range(len(lines)) if i not in bullets]
    place = next((i for i in rest[:HEAD] if not is_furniture(lines[i])), None)
    if place is None or not _is_title(lines[place]):
        return None
    after = (lines[i] for i in rest if i > place)
    return place if any(not _is_title(line) for line in after) else None


def _is_title(line: str) -> bool:
    return (
        len(line) <= LONGEST_TITLE
        and len(line.split()) in TITLE_WORDS
        and not mark_length(line)
        and not TITLE_END.search(line)
        and not DATELINE.match(line)
    )


def _is_same(line: str, title: str | None) -> bool:
    if not title:
        return False
    a, b = (re.findall(r"\w+", text.casefold()) for text in (line, title))
    return bool(a) and a == b
