"""A batch: many rows into one file, in a run that can be interrupted and taken up."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from summarizer import output, rows
from summarizer.answers import OPENING, Answer, Manner, answers, manner
from summarizer.errors import OptionError
from summarizer.options import Options, check_workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import IO

    from summarizer.jsonl import Stream
    from summarizer.rows import Row

Watch: TypeAlias = "Callable[[Iterable[Answer], int | None], Iterable[Answer]]"
"""What answers pass through, told how many will come where that is known."""

LONGEST = 50_000_000  # bytes of a line that is worth a look


@dataclass(slots=True)
class Tally:
    """How a batch went."""

    rows: int = 0
    failed: int = 0
    """How many of the rows have an error in place of bullets."""
    first: str = ""
    """The id of the first of them, and its error."""

    def add(self, answer: Answer) -> Answer:
        """The same answer, counted."""
        self.rows += 1
        if answer.failed:
            self.failed += 1
            self.first = self.first or _complaint(answer)
        return answer


def run(  # noqa: PLR0913 - each a choice of its own
    source: Path | Stream,
    target: Path | None = None,
    options: Options | None = None,
    *,
    workers: int = 1,
    resume: bool = False,
    watch: Watch | None = None,
) -> Tally:
    """Summarize every row into the file ``target``, or to standard output, in order.

    With ``resume`` the rows that ``target`` holds are kept, a half-written last line is
    made again, and the work goes on from there: the file will be the same, to the byte,
    as that of a run without a break.

    Raises:
        ReadError: there is nothing to read at ``source``.
        OptionError: ``target`` cannot be written; or ``resume`` is asked for and it was
            made of other rows, with other options or by another version.
        StyleError: the style cannot be used.
        WorkerError: the processes cannot be started.
    """
    how = manner(options or Options())
    check_workers(workers)
    rows.check(source)
    _check_target(source, target, resume=resume)
    todo = rows.read(source)
    fresh = answers(todo, how, workers=workers)
    tally = Tally()
    if target is None:
        seen = _watched(fresh, source, watch)
        output.write((tally.add(answer).line for answer in seen), None)
        return tally
    kept = resume and target.exists()
    try:
        with target.open("r+b" if kept else "wb") as stream:
            old = _written(stream, todo, how, target) if kept else iter(())
            new = (_append(answer, stream) for answer in fresh)
            for answer in _watched(chain(old, new), source, watch):
                tally.add(answer)
    except OSError as error:
        message = f"{target} cannot be written ({error.strerror}); give another path"
        raise OptionError(field="output", message=message) from error
    return tally


def _complaint(answer: Answer) -> str:
    found = json.loads(answer.line)
    return f"{found['id']}: {found['error']['message']}"


def _watched(
    found: Iterable[Answer], source: Path | Stream, watch: Watch | None
) -> Iterable[Answer]:
    return watch(found, rows.count(source)) if watch else found


def _check_target(source: Path | Stream, target: Path | None, *, resume: bool) -> None:
    if resume and target is None:
        message = "only a file can be gone on with; give --output"
        raise OptionError(field="resume", message=message)
    if target is None or not target.exists():
        return
    if isinstance(source, Path) and target.samefile(source):
        message = f"{target} is the input; give another path"
        raise OptionError(field="output", message=message)


def _append(answer: Answer, stream: IO[bytes]) -> Answer:
    # Flushed at once: a run that is killed loses a line at most.
    stream.write(answer.line.encode("utf-8", "backslashreplace"))
    stream.flush()
    return answer


def _written(
    stream: IO[bytes], todo: Iterator[Row], how: Manner, target: Path
) -> Iterator[Answer]:
    """The answers that the file holds; what comes behind the last whole one is cut off.

    Raises:
        OptionError: they are not those to the rows.
    """
    end = 0
    while line := stream.readline(LONGEST):
        if not line.endswith(b"\n"):
            break
        digest, answer = _parsed(line)
        row = next(todo, None)
        if row is None or digest != how.digest(row):
            raise _refusal(target)
        end += len(line)
        yield answer
    if not _is_half(line):
        raise _refusal(target)
    stream.seek(end)
    stream.truncate()


def _parsed(line: bytes) -> tuple[str | None, Answer]:
    """The digest of a written line, None if it has none, and its answer."""
    try:
        text = line.decode("utf-8")
        found = json.loads(text)
        return found["digest"], Answer(text, failed="error" in found)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None, Answer("", failed=True)


def _is_half(line: bytes) -> bool:
    """Whether it is the beginning of an answer, perhaps none of it.

    A machine that loses its power can leave zeros behind it.
    """
    begun = line.rstrip(b"\0")[: len(OPENING)]
    return OPENING.encode().startswith(begun)


def _refusal(target: Path) -> OptionError:
    message = (
        f"{target} was made of other rows, with other options or by another version; "
        "give another path, or leave --resume out to make it anew"
    )
    return OptionError(field="resume", message=message)
