"""A stream -> its lines, each of a length that fits in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, TypeAlias

from summarizer.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 5_000_000
"""The most bytes of one line; the text of a long book has fewer."""

ENDLESS = 1_000_000_000
"""Bytes without the end of a line after which no other line is looked for."""

TOO_LONG = f"longer than {LONGEST:,} bytes; give the article alone"
SHOWN = 200  # bytes of a line that is too long

Stream: TypeAlias = IO[bytes]


@dataclass(frozen=True, slots=True)
class Line:
    """One line with something in it."""

    number: int
    """From 1; empty lines count."""
    content: bytes
    problem: str | None = None
    """Why the content is not all there."""


def lines(stream: Stream) -> Iterator[Line]:
    """The lines of a stream, empty ones left out, never all at once.

    Raises:
        ReadError: it cannot be read on, or a line does not end.
    """
    number = 0
    while line := _piece(stream):
        number += 1
        if len(line) > LONGEST and not line.endswith(b"\n"):
            _skip(stream)
            yield Line(number, line[:SHOWN], TOO_LONG)
        elif line.strip():
            yield Line(number, line.strip())


def _skip(stream: Stream) -> None:
    """The rest of a line is read, and none of it kept."""
    skipped = 0
    while rest := _piece(stream):
        skipped += len(rest)
        if rest.endswith(b"\n"):
            return
        if skipped > ENDLESS:
            problem = "has a line without an end; give JSON Lines"
            raise ReadError(_name(stream), problem)


def _piece(stream: Stream) -> bytes:
    try:
        return stream.readline(LONGEST + 1)
    except OSError as error:
        problem = f"cannot be read on ({error.strerror})"
        raise ReadError(_name(stream), problem) from error


def _name(stream: Stream) -> str:
    return str(getattr(stream, "name", "input"))
