"""What a digest is: its entries, each with bullets and sources, and its forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer import digest_pages, preheader
from summarizer.rendering import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from email.message import EmailMessage
    from pathlib import Path

    from summarizer.edition import Edition
    from summarizer.summary import Summary

SHORTEST_PREHEADER = 40
"""Shorter, and mail programs fill the preview with what stands next in the mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Also:
    """Another article on the story of an entry."""

    title: str
    link: str | None
    publisher: str | None

    @property
    def name(self) -> str:
        """What it is called in a row of links."""
        return self.publisher or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One story: the article that tells it, its bullets, and who else tells it."""

    title: str
    """Of the article; the first bullet where it has none."""
    link: str | None
    """http, https or mailto, and nothing else."""
    publisher: str | None
    published: date | None
    summary: Summary | None
    """None where the article has no text that can be summarized."""
    also: tuple[Also, ...] = ()

    @property
    def bullets(self) -> tuple[str, ...]:
        """The bullets, one line each, but for one that is the title already."""
        found = self.summary.bullets if self.summary else ()
        lines = tuple(one_line(bullet.text) for bullet in found)
        return lines[1:] if lines[:1] == (self.title,) else lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The entries of one issue, in reading order."""

    edition: Edition
    entries: tuple[Entry, ...]
    language: str = "en"
    notes: tuple[str, ...] = ()
    """What its editor should know, one line each."""

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def title(self) -> str:
        """The heading."""
        return one_line(self.edition.title)

    @property
    def date(self) -> date | None:
        """The day it bears."""
        return self.edition.date

    def preheader(self, limit: int = 90) -> str:
        """One line of at most ``limit`` characters, as mail programs preview it.

        Raises:
            OptionError: no line can be so short or so long.
        """
        lines = [entry.bullets[0] for entry in self if entry.bullets]
        lines = lines or [entry.title for entry in self]
        line = preheader.fit(lines, limit=limit)
        if len(line) < min(SHORTEST_PREHEADER, limit):
            return preheader.fit([" · ".join(lines)], limit=limit)
        return line

    def to_text(self) -> str:
        """Plain text, wrapped for mail."""
        return digest_pages.render(self, "text")

    def to_markdown(self) -> str:
        """Markdown in which nothing of an article can become markup."""
        return digest_pages.render(self, "markdown")

    def to_html(self) -> str:
        """A whole page for mail programs: inline styles, no script, nothing remote."""
        return digest_pages.render(self, "html")

    def to_json(self) -> str:
        """A JSON object, described in the README under "A digest as JSON"."""
        return digest_pages.json(self)

    def render(self, template: Path) -> str:
        """What one's own Jinja2 template makes of it.

        Raises:
            TemplateError: the template cannot be read or used.
        """
        return digest_pages.render_own(self, template)

    def to_email(self, template: Path | None = None) -> EmailMessage:
        """A mail with the HTML page and its twin in plain text, not yet addressed.

        The page is made by ``template``, if one is given.

        Raises:
            TemplateError: the template cannot be read or used.
        """
        return digest_pages.email(self, template)
