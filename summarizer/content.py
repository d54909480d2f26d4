"""The bytes of one source: those of a file, of an address or of a stream.

Of what has no end so much is read as shows that it is too much.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from summarizer.decoding import MAX_BYTES
from summarizer.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Content:
    """What a source holds: at most one byte more than ``MAX_BYTES``."""

    name: str
    """The path or address; of an address the one that it led to."""
    data: bytes
    charset: str | None = None
    """As the server says."""
    path: Path | None = None


def of_file(path: Path) -> Content:
    """The content of a file.

    Raises:
        ReadError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return Content(str(path), file.read(MAX_BYTES + 1), path=path)
    except (OSError, ValueError) as error:
        says = getattr(error, "strerror", None) or str(error)
        problem = f"cannot be read ({says}); give another path or an address"
        raise ReadError(str(path), problem) from error


def of_stream(stream: IO[bytes] | None, *, name: str) -> Content:
    """What a stream holds; nothing if there is none."""
    return Content(name, stream.read(MAX_BYTES + 1) if stream else b"")


def of_address(address: str, *, allow_private: bool) -> Content:
    """What an http or https address leads to.

    Raises:
        FetchError: it cannot or must not be fetched, or is larger than ``MAX_BYTES``.
    """
    from summarizer.fetching import Limits, download

    found = download(address, limits=Limits(allow_private=allow_private))
    return Content(found.url, found.body, found.charset)
