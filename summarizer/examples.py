"""Articles with the bullets that editors wrote for them, read from a corpus."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import reading
from summarizer.errors import ReadError, SummarizerError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.article import Article

FORM = "is not an object with 'article', a text, and 'highlights', a list of texts"


@dataclass(frozen=True, slots=True)
class Example:
    """An article and what editors made of it."""

    name: str
    article: Article
    references: tuple[tuple[str, ...], ...]
    """One tuple of bullets for each editor."""


def read_corpus(corpus: str | Path) -> tuple[Example, ...]:
    """The examples in a JSON Lines file, or in a folder of articles with lead bullets.

    A line holds ``article``, ``highlights`` (a list of bullets, or one such list for
    each editor) and, where there is one, ``title``.
    """
    path = Path(corpus)
    try:
        found = tuple(_folder(path) if path.is_dir() else _lines(path))
    except OSError as error:
        problem = f"cannot be read ({error.strerror}); give a folder or a .jsonl file"
        raise ReadError(str(path), problem) from error
    if not found:
        problem = "holds no article with bullets to compare with"
        raise ReadError(str(path), problem)
    return found


def _folder(path: Path) -> Iterator[Example]:
    for file in sorted(path.glob("*.txt")):
        article = reading.read(file)
        if article.lead_bullets:
            yield Example(file.stem, article, (article.lead_bullets,))


def _lines(path: Path) -> Iterator[Example]:
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _example(f"{path}:{number}", line)


def _example(place: str, line: bytes) -> Example:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ReadError(place, FORM) from error
    if not isinstance(row, dict) or not isinstance(row.get("article"), str):
        raise ReadError(place, FORM)
    references = _references(row.get("highlights"))
    title = row.get("title")
    if not references or not isinstance(title, str | None):
        raise ReadError(place, FORM)
    try:
        article = reading.read(row["article"], title=title)
    except SummarizerError as error:
        raise ReadError(place, str(error)) from error
    return Example(str(row.get("id", place)), article, references)


def _references(highlights: object) -> tuple[tuple[str, ...], ...]:
    """One tuple of bullets for each editor; nothing where one has none."""
    if not isinstance(highlights, list):
        return ()
    several = all(isinstance(each, list) for each in highlights)
    editors = highlights if several else [highlights]
    texts = all(isinstance(bullet, str) for each in editors for bullet in each)
    return tuple(tuple(each) for each in editors) if texts and all(editors) else ()
