"""Processes that all do the same work, and what becomes of those that die.

Each has a pipe of its own and one item at a time: so it is known which item it died of,
and never are both sides sending and wait for each other.
"""

from __future__ import annotations

import signal
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, TypeVar

from summarizer.errors import WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")

STARTS = 3
"""How many processes in a row may die on their way up before that is an error."""

READY = b"ready"  # a worker's first message


@dataclass(slots=True)
class Job(Generic[Item]):
    """One item on its way."""

    place: int
    item: Item
    deaths: int = 0
    """How many workers it has lost."""


class Crew(Generic[Item, Result]):
    """The workers; whoever dies is replaced."""

    def __init__(self, work: Callable[[Item], Result], size: int) -> None:
        self.work = work
        self.stillborn = 0  # in a row
        self.workers: list[Worker[Item, Result]] = []
        try:
            for _ in range(size):
                self.workers.append(Worker(work))
        except WorkerError:
            self.dismiss()
            raise

    def idle(self) -> list[Worker[Item, Result]]:
        """Those who wait for a job."""
        return [w for w in self.workers if w.ready and w.job is None]

    def reporting(self) -> list[Worker[Item, Result]]:
        """Those with something to say or dead, once there is one."""
        awaited = [w for w in self.workers if w.job is not None or not w.ready]
        # The end of the process is waited for as well: a process that the program
        # forked at the wrong moment can hold the pipe open.
        heard = wait([place for w in awaited for place in w.places()])
        return [w for w in awaited if any(place in heard for place in w.places())]

    def replace(self, worker: Worker[Item, Result]) -> int | None:
        """Put a new worker in the place of a dead one; the exit code of that one.

        Raises:
            WorkerError: new ones keep dying, too.
        """
        self.workers.remove(worker)
        code = worker.end()
        self.stillborn = 0 if worker.ready else self.stillborn + 1
        if self.stillborn == STARTS:
            cause = f"exit code {code}"
            raise WorkerError(cause)
        self.workers.append(Worker(self.work))
        return code

    def dismiss(self) -> None:
        """End all of them, whatever they are doing."""
        for worker in self.workers:
            worker.end()
        self.workers.clear()


class Worker(Generic[Item, Result]):
    """One process and the parent's end of its pipe."""

    def __init__(self, work: Callable[[Item], Result]) -> None:
        # Python's own choice of how to start a process, or the program's.
        context = get_context()
        self.ready = False
        self.job: Job[Item] | None = None
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_serve, args=(theirs, self.pipe, work), daemon=True
        )
        try:
            with _interrupts_held_back():
                self.process.start()
        except (AssertionError, OSError, RuntimeError) as error:
            self.pipe.close()
            raise WorkerError(str(error)) from error
        finally:
            theirs.close()  # else its death would not end the pipe

    def give(self, job: Job[Item]) -> bool:
        """Whether the worker was there to take it."""
        try:
            self.pipe.send(job.item)
        except OSError:
            return False
        self.job = job
        return True

    def take(self) -> Result:
        """What it made of its job; EOFError or OSError if it is dead."""
        if not self.pipe.poll():
            raise EOFError
        result: Result = self.pipe.recv()
        self.ready = True
        self.job = None
        return result

    def places(self) -> tuple[Connection, int]:
        """Where news of it arrives: its words, and its death."""
        return self.pipe, self.process.sentinel

    def end(self) -> int | None:
        """Make sure that it is gone; its exit code."""
        # It holds nothing that needs a farewell, and kill is what no handler stops.
        self.process.kill()
        self.process.join()
        self.pipe.close()
        code = self.process.exitcode
        self.process.close()
        return code


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """A time in which no interrupt can meet a process that doesn't ignore it yet."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(
    pipe: Connection, other_end: Connection, work: Callable[[Item], Result]
) -> None:
    """The life of a worker: until there is nobody at the other end."""
    other_end.close()  # a copy; while it is open, the parent's death goes unnoticed
    # An interrupt at the keyboard reaches all processes; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, OSError):  # nobody is there any more
        pipe.send(READY)
        while True:
            pipe.send(work(pipe.recv()))
