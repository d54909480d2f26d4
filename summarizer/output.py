"""Where the finished text goes: standard output, or a file in one step."""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING, AnyStr

from summarizer.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# What a broken text or the name of a file may hold of a character: as on the screen.
HALVES = "backslashreplace"


def write(pieces: Iterable[str], path: Path | None, *, field: str = "output") -> None:
    """Print the pieces as they come, or put all of them into the file.

    A file that was there stays as it was if there is nothing to write. ``field`` is the
    option that named the file.

    Raises:
        OptionError: the file or standard output cannot be written.
    """
    if path is None:
        _print(pieces, sys.stdout)
        return
    text = "".join(pieces)
    try:
        if text:
            _replace(path.resolve(), text)
    except OSError as error:
        message = f"{path} cannot be written ({error.strerror}); give another path"
        raise OptionError(field=field, message=message) from error


def check_apart(report: Path | None, document: Path | None) -> None:
    """Nothing if the report page goes to another file than the document.

    Raises:
        OptionError: one would take the place of the other.
    """
    if report and document and report.resolve() == document.resolve():
        message = "needs a file of its own, not that of --output"
        raise OptionError(field="report", message=message)


def write_bytes(pieces: Iterable[bytes]) -> None:
    """Print the pieces just as they are.

    Raises:
        OptionError: standard output cannot be written.
    """
    _print(pieces, sys.stdout.buffer)


def give_up_printing() -> None:
    """Send what is still in the buffer nowhere; Python writes it at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print(pieces: Iterable[AnyStr], stream: IO[AnyStr]) -> None:
    for piece in pieces:
        try:
            stream.write(piece)
            stream.flush()
        except BrokenPipeError:
            give_up_printing()
            return  # whoever reads has seen enough
        except OSError as error:
            give_up_printing()
            message = f"standard output cannot be written ({error.strerror})"
            raise OptionError(field="output", message=message) from error


def _replace(path: Path, text: str) -> None:
    """Put the text at ``path`` so that no reader ever sees half of it."""
    if path.exists() and not path.is_file():
        path.write_text(
            text, encoding="utf-8", errors=HALVES
        )  # a pipe or a device stays what it is
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_text(text, encoding="utf-8", errors=HALVES)
        if path.exists():
            beside.chmod(path.stat().st_mode)  # who may read it stays as it was
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
