"""The rows of a batch: lines of JSON, or the files of a folder, never all at once."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from summarizer import jsonl, reading
from summarizer.errors import ReadError
from summarizer.jsonl import LONGEST, SHOWN, TOO_LONG

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from summarizer.article import Article
    from summarizer.jsonl import Stream
    from summarizer.options import Kind, Options

SUFFIXES = (".txt", *reading.SUFFIXES)
"""What the files of a folder end in that are taken for articles."""

TEXTS: dict[str, Kind | None] = {"text": None, "article": None, "html": "html"}
"""The keys that may hold the article, with its kind; the first that is there wins."""

LINKS = ("source", "url")
"""The keys that may say where the article comes from."""

WANTED = "give a JSON Lines file, a folder, or - for standard input"

# A decoded JSON object; every value is checked before it is used.
Fields: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One article on its way in, not yet understood."""

    number: int
    """Of its line or file, from 1."""
    content: bytes
    path: Path | None = None
    """Of its file, if it is one of a folder."""
    name: str | None = None
    """That path as seen from the folder."""
    problem: str | None = None
    """Why the content is not all there."""

    @property
    def place(self) -> str:
        """Where it stands, for messages."""
        return self.name or f"line {self.number}"


def check(source: Path | Stream) -> None:
    """Nothing if there is something to read.

    Raises:
        ReadError: there is no such file, or no article in the folder.
    """
    if not isinstance(source, Path):
        return
    if source.is_dir():
        _articles(source)
    elif source.suffix.lower() in SUFFIXES:
        raise ReadError(str(source), f"this is one article; {WANTED}")
    else:
        _opened(source).close()


def read(source: Path | Stream) -> Iterator[Row]:
    """The rows of a JSON Lines file, of a stream of such lines, or of a folder."""
    if not isinstance(source, Path):
        yield from _lines(source)
    elif source.is_dir():
        yield from _files(source)
    else:
        with _opened(source) as stream:
            yield from _lines(stream)


def count(source: Path | Stream) -> int | None:
    """How many rows there are; None where that cannot be known before the end."""
    if not isinstance(source, Path):
        return None
    if source.is_dir():
        return len(_articles(source))
    if not source.is_file():
        return None  # what is read from a pipe is gone
    with _opened(source) as stream:
        return sum(1 for _ in jsonl.lines(stream))


def files_below(folder: Path, suffixes: Container[str]) -> list[Path]:
    """The files of a folder and those below it, by path; hidden ones left out."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in suffixes
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def fields(row: Row) -> Fields:
    """What a row says, by key.

    Raises:
        ReadError: it is too long, or no JSON object.
    """
    if row.problem:
        raise ReadError(row.place, row.problem)
    if row.path:
        return {"id": row.name, "source": str(row.path)}
    try:
        found = json.loads(row.content.decode("utf-8-sig"))
    except RecursionError as error:
        raise ReadError(row.place, "its JSON is nested too deeply") from error
    except ValueError as error:
        problem = f"this is not JSON ({error}); give one object a line"
        raise ReadError(row.place, problem) from error
    if not isinstance(found, dict):
        raise ReadError(row.place, "this is not a JSON object; give one a line")
    return found


def identity(row: Row, found: Fields) -> str | int:
    """The row's own id, or its number.

    Raises:
        ReadError: the id is neither text nor a whole number.
    """
    given = found.get("id")
    if given is None:
        return row.number
    if isinstance(given, str | int) and not isinstance(given, bool):
        return given
    raise ReadError(row.place, "its id is neither text nor a whole number")


def article(row: Row, found: Fields, options: Options) -> Article:
    """The article of a row.

    Raises:
        ReadError: there is none, or a value is not what it should be.
        OptionError: its language is none.
    """
    if row.path:
        kind = reading.SUFFIXES.get(row.path.suffix.lower(), options.kind)
        text: str | bytes = row.content
    else:
        key = next((key for key in TEXTS if found.get(key) is not None), None)
        if key is None:
            raise ReadError(row.place, f"it has none of {', '.join(TEXTS)}; give one")
        kind = TEXTS[key] or options.kind
        text = _words(row, found, key) or ""
    options = options.replace(
        title=_words(row, found, "title"),
        language=_words(row, found, "language") or options.language,
    )
    links = (_words(row, found, key) for key in LINKS)
    source = next((link for link in links if link), None)
    read = reading.read(text, kind=kind, title=options.title, language=options.language)
    return replace(read, source=source)


def _words(row: Row, found: Fields, key: str) -> str | None:
    value = found.get(key)
    if value is None or isinstance(value, str):
        return value
    raise ReadError(row.place, f"its {key} is not text")


def _lines(stream: Stream) -> Iterator[Row]:
    for line in jsonl.lines(stream):
        yield Row(line.number, line.content, problem=line.problem)


def _files(folder: Path) -> Iterator[Row]:
    for number, path in enumerate(_articles(folder), 1):
        name = path.relative_to(folder).as_posix()
        try:
            with path.open("rb") as stream:
                content = stream.read(LONGEST + 1)
        except OSError as error:
            problem = f"cannot be read ({error.strerror})"
            yield Row(number, b"", path, name, problem)
            continue
        if len(content) > LONGEST:
            yield Row(number, content[:SHOWN], path, name, TOO_LONG)
        else:
            yield Row(number, content, path, name)


def _articles(folder: Path) -> list[Path]:
    found = files_below(folder, SUFFIXES)
    if not found:
        problem = (
            f"no articles in this folder; their names end in {', '.join(SUFFIXES)}"
        )
        raise ReadError(str(folder), problem)
    return found


def _opened(path: Path) -> Stream:
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise ReadError(str(path), f"no such file or folder; {WANTED}") from error
    except OSError as error:
        problem = f"cannot be read ({error.strerror}); {WANTED}"
        raise ReadError(str(path), problem) from error
