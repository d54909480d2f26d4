"""A newsletter's own bullets of the past, read from JSON Lines or from a folder."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import jsonl
from summarizer.decoding import decode
from summarizer.errors import ReadError, SummarizerError
from summarizer.layout import clean, mark_length, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUFFIXES = (".md", ".txt")
KEYS = ("bullets", "highlights")
LONGEST = 200
"""Words; what is longer is no bullet."""

MOST_CHARACTERS = 3000
"""Of what is looked at at all: 200 words of any language and their marks."""

ADVICE = (
    "give JSON Lines with a list of texts under 'bullets' or 'highlights' in each "
    "line, or a folder of .txt or .md files with a bullet a line"
)


@dataclass(frozen=True, slots=True)
class Past:
    """The bullets of the past, those of one article together."""

    name: str
    sets: tuple[tuple[str, ...], ...]
    left_out: int
    """How many lines or files held no bullets."""


def read(source: str | Path) -> Past:
    """The bullets of a JSON Lines file or a folder.

    A line is a list of bullets or an object that holds one; a bullet is a text, or an
    object with a ``text`` as ``--format json`` prints it. In a file of a folder the
    first lines with a list mark are the bullets, or, if there is none, all lines.

    Raises:
        ReadError: it cannot be read, or there is no bullet in it.
    """
    path = Path(source)
    try:
        found = list(_files(path) if path.is_dir() else _rows(path))
    except OSError as error:
        problem = f"cannot be read ({error.strerror}); {ADVICE}"
        raise ReadError(str(path), problem) from error
    sets = tuple(bullets for bullets in found if bullets)
    if not sets:
        raise ReadError(str(path), f"holds no bullets; {ADVICE}")
    return Past(path.name or str(path), sets, len(found) - len(sets))


def _rows(path: Path) -> Iterator[tuple[str, ...]]:
    with path.open("rb") as stream:
        for row in jsonl.lines(stream):
            yield _cleaned([] if row.problem else _row(row.content))


def _row(line: bytes) -> list[str]:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return []
    if isinstance(row, dict):
        row = next((row[key] for key in KEYS if key in row), None)
    if isinstance(row, str):
        return row.splitlines()
    if not isinstance(row, list):
        return []
    texts = [item.get("text") if isinstance(item, dict) else item for item in row]
    return [text for text in texts if isinstance(text, str)]


def _files(path: Path) -> Iterator[tuple[str, ...]]:
    for file in sorted(path.iterdir()):
        if file.suffix.lower() in SUFFIXES and file.is_file():
            yield _cleaned(_lead(file))


def _lead(file: Path) -> list[str]:
    try:
        lines = clean(decode(file.read_bytes(), source=str(file))).split("\n")
    except SummarizerError:
        return []
    lines = [line for line in lines if line.strip()]
    marked = [index for index, line in enumerate(lines) if mark_length(line.lstrip())]
    if not marked:
        return lines
    end = start = marked[0]
    while end < len(lines) and mark_length(lines[end].lstrip()):
        end += 1
    return lines[start:end]


def _cleaned(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts as one line each, without list marks; what is no bullet left out."""
    short = (text for text in texts if len(text) <= MOST_CHARACTERS)
    lines = (one_line(clean(text).replace("\n", " ")) for text in short)
    bullets = (line[mark_length(line) :].strip() for line in lines)
    return tuple(b for b in bullets if b and len(b.split()) <= LONGEST)
