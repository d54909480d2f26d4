"""Rows in, one line of JSON for each out: the bullets, or what stood in their way.

A line says by a digest what it was made of: the row, the options, the style and the
version. So whoever goes on with a batch can tell whether what is written is its own.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING

from summarizer import __version__, rendering, rows, styles
from summarizer.errors import CrashError, SummarizerError
from summarizer.pipeline import summarize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from summarizer.options import Options
    from summarizer.rows import Row

DIGITS = 16
"""Of a digest; enough that no two rows of a newsletter share one."""

OPENING = '{"id": '
"""How every line begins."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one row."""

    line: str
    """A JSON object and a line break."""
    failed: bool
    """Whether it holds an error in place of bullets."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What all rows of a batch are made with."""

    options: Options
    settings: bytes
    """All that decides, beside the row, what is made of it."""

    def digest(self, row: Row) -> str:
        """Of everything that the row's answer is made of."""
        told = "\0".join((row.name or "", row.problem or "", ""))
        content = self.settings + told.encode("utf-8", "surrogatepass") + row.content
        return sha256(content).hexdigest()[:DIGITS]


def manner(options: Options) -> Manner:
    """How to make a batch with these options.

    Raises:
        StyleError: the style cannot be used.
    """
    style = styles.load(options.style)
    told = repr((__version__, replace(options, style=style.name), style))
    return Manner(options, told.encode("utf-8", "surrogatepass"))


def answers(
    todo: Iterable[Row], manner: Manner, *, workers: int = 1
) -> Iterator[Answer]:
    """The answer to each row, in order; lazy."""
    work = partial(answer, manner=manner)
    if workers == 1:
        yield from map(work, todo)
        return
    from summarizer.workers import in_order

    lost = partial(_lost, manner=manner)
    yield from in_order(work, todo, workers=workers, lost=lost)


def answer(row: Row, *, manner: Manner) -> Answer:
    """What becomes of the row; an error of any kind is an answer, too."""
    identity: str | int = row.name or row.number
    try:
        found = rows.fields(row)
        identity = rows.identity(row, found)
        article = rows.article(row, found, manner.options)
        summary = summarize(article, manner.options)
    except SummarizerError as error:
        return _failure(row, identity, error, manner)
    except Exception as error:  # a batch at five in the morning goes on
        crash = CrashError(row.place, f"broke the program ({error!r})")
        return _failure(row, identity, crash, manner)
    return _answer(row, identity, rendering.record(summary), manner)


def _lost(row: Row, code: int | None, *, manner: Manner) -> Answer:
    crash = CrashError(row.place, f"ended its worker process (exit code {code})")
    try:
        identity = rows.identity(row, rows.fields(row))
    except SummarizerError:
        identity = row.number
    return _failure(row, identity, crash, manner)


def _failure(
    row: Row, identity: str | int, error: SummarizerError, manner: Manner
) -> Answer:
    content = {"error": {"type": type(error).__name__, "message": str(error)}}
    return _answer(row, identity, content, manner)


def _answer(
    row: Row, identity: str | int, content: Mapping[str, object], manner: Manner
) -> Answer:
    told = {"id": identity, "digest": manner.digest(row), **content}
    line = json.dumps(told, ensure_ascii=False) + "\n"
    return Answer(line, failed="error" in content)
