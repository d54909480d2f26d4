"""A summary as text, Markdown, HTML or JSON: strings that nobody has printed yet."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from summarizer.article import Article
    from summarizer.bullet import Bullet, Edit
    from summarizer.summary import Summary

Format = Literal["text", "markdown", "html", "json"]

SCHEMA = 1
"""The version of the JSON; it goes up when a key changes its meaning or goes away."""

MARK = "•"

# No control character of the source may reach a terminal or a page.
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")

MARKUP = re.compile(r"[\\`*_\[\]<>~|]|&(?=#?\w{1,32};)")
BLOCK_MARKUP = re.compile(r"^(?:(\d{1,9})(?=[.)])|(?=[#+=-]))")


def one_line(words: str) -> str:
    """The words without line breaks and other control characters."""
    return CONTROLS.sub(" ", words).strip()


def counted(number: int, noun: str) -> str:
    """So many of something, in words.

    >>> counted(1, "article"), counted(2000, "article")
    ('1 article', '2,000 articles')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def text(summary: Summary) -> str:
    """One line a bullet, each after a bullet mark."""
    return "".join(f"{MARK} {one_line(bullet.text)}\n" for bullet in summary.bullets)


def markdown(summary: Summary) -> str:
    """A Markdown list; what would be markup is escaped."""
    return "".join(f"- {escaped(bullet.text)}\n" for bullet in summary.bullets)


def html(summary: Summary) -> str:
    """An escaped ``<ul>`` fragment; offsets of the source are on each item."""
    from html import escape

    items = (
        f'  <li data-start="{bullet.source.span.start}"'
        f' data-end="{bullet.source.span.end}">{escape(one_line(bullet.text))}</li>\n'
        for bullet in summary.bullets
    )
    return f'<ul class="summarizer">\n{"".join(items)}</ul>\n'


def json(summary: Summary) -> str:
    """A JSON object over several lines, keys always in the same order."""
    from json import dumps

    return dumps(record(summary), ensure_ascii=False, indent=2) + "\n"


def record(summary: Summary) -> dict[str, object]:
    """What the JSON says, as plain values."""
    article = summary.article
    return {
        "schema": SCHEMA,
        "version": summary.version,
        "fingerprint": summary.fingerprint,
        "title": article.title,
        "source": article.source,
        "style": summary.style,
        "verified": summary.verified,
        "notes": list(summary.notes),
        "bullets": [_bullet_record(bullet) for bullet in summary.bullets],
    }


def explanation(summary: Summary) -> str:
    """The bullets as text, each with its source, its score and its edits below it."""
    return "\n".join(
        "".join(f"{line}\n" for line in _explained(bullet, summary.article))
        for bullet in summary.bullets
    )


def several(
    summaries: Iterable[Summary], form: Format, render: Callable[[Summary], str]
) -> Iterator[str]:
    """The pieces of one document that holds every summary under its own heading.

    JSON becomes one array.
    """
    if form == "json":
        yield from _array(render(summary) for summary in summaries)
        return
    for number, summary in enumerate(summaries):
        gap = "\n" if number else ""
        yield f"{gap}{_heading(summary, form)}{render(summary)}"


RENDERERS: Mapping[Format, Callable[[Summary], str]] = MappingProxyType(
    {"text": text, "markdown": markdown, "html": html, "json": json}
)


def escaped(words: str) -> str:
    """The words so that Markdown shows every character of them."""
    inline = MARKUP.sub(r"\\\g<0>", one_line(words))
    return BLOCK_MARKUP.sub(lambda found: f"{found[1] or ''}\\", inline)


def _heading(summary: Summary, form: Format) -> str:
    from html import escape

    article = summary.article
    words = one_line(article.title or article.source or "Untitled")
    if form == "markdown":
        return f"## {escaped(words)}\n\n"
    if form == "html":
        return f"<h2>{escape(words)}</h2>\n"
    return f"{words}\n"


def _array(objects: Iterable[str]) -> Iterator[str]:
    opening = "[\n"
    for item in objects:
        yield opening + item.removesuffix("\n")
        opening = ",\n"
    yield "[]\n" if opening == "[\n" else "\n]\n"


def _bullet_record(bullet: Bullet) -> dict[str, object]:
    source = bullet.source
    return {
        "text": bullet.text,
        "score": round(bullet.score, 6),
        "template": bullet.template,
        "speaker": bullet.speaker,
        "source": {
            "text": source.text,
            "start": source.span.start,
            "end": source.span.end,
            "index": source.index,
            "paragraph": source.paragraph,
        },
        "edits": [_edit_record(edit) for edit in bullet.edits],
    }


def _edit_record(edit: Edit) -> dict[str, object]:
    return {
        "kind": edit.kind,
        "rule": edit.rule,
        "start": edit.span.start,
        "end": edit.span.end,
        "text": edit.text,
        "at": edit.at,
    }


def _explained(bullet: Bullet, article: Article) -> Iterator[str]:
    source = bullet.source
    yield f"{MARK} {one_line(bullet.text)}"
    yield (
        f"  score {bullet.score:.3f}, sentence {source.index + 1}, "
        f"characters {source.span.start}-{source.span.end}, "
        f"template {bullet.template}"
    )
    yield f"  source: {one_line(source.text)}"
    for edit in bullet.edits:
        yield f"  {edit.kind} ({edit.rule}): {_edit_words(edit, article)}"
    if not bullet.edits:
        yield "  no edits"


def _edit_words(edit: Edit, article: Article) -> str:
    before = one_line(edit.span.of(article.text))
    after = one_line(edit.text)
    if edit.kind == "replace":
        return f"{before} -> {after}"
    return after if edit.kind == "insert" else before
