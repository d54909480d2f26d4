"""What a summary is: the article's bullets and what proves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer import __version__, preheader, rendering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.article import Article, Sentence
    from summarizer.bullet import Bullet


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The bullets of one article, in reading order."""

    article: Article
    bullets: tuple[Bullet, ...]
    style: str
    """The name of the style they are written in."""
    verified: bool
    """Whether every bullet passed the checks against its source sentence."""
    notes: tuple[str, ...] = ()
    """What the reader should know: "asked for 9 bullets; the article gives 4"."""
    scores: tuple[tuple[Sentence, float], ...] = ()
    """Every sentence the choice was made from, in order, with its score from 0 to 1."""
    version: str = __version__
    """Of the program that made it."""

    def __iter__(self) -> Iterator[Bullet]:
        return iter(self.bullets)

    def __len__(self) -> int:
        return len(self.bullets)

    def __getitem__(self, index: int) -> Bullet:
        return self.bullets[index]

    @property
    def fingerprint(self) -> str:
        """``sha256:`` and the digest of title, a NUL character and text in UTF-8.

        Equal articles have equal fingerprints wherever they were read from.
        """
        from hashlib import sha256

        content = f"{self.article.title or ''}\0{self.article.text}"
        return "sha256:" + sha256(content.encode("utf-8", "surrogatepass")).hexdigest()

    def to_text(self) -> str:
        """One line a bullet, each after a bullet mark."""
        return rendering.text(self)

    def to_markdown(self) -> str:
        """A Markdown list; what would be markup is escaped."""
        return rendering.markdown(self)

    def to_html(self) -> str:
        """An escaped ``<ul>`` fragment; offsets of the source are on each item."""
        return rendering.html(self)

    def to_json(self) -> str:
        """A JSON object, described in the README under "JSON"."""
        return rendering.json(self)

    def preheader(self, limit: int = 90) -> str:
        """One line of at most ``limit`` characters, as mail programs preview it."""
        lines = (rendering.one_line(bullet.text) for bullet in self.bullets)
        return preheader.fit(lines, limit=limit)

    def explain(self) -> str:
        """The bullets, each with its source, its score and its edits."""
        return rendering.explanation(self)
