"""Work spread over processes: results in order, whatever happens to a worker."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar

from summarizer.crew import Crew, Job

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 8
"""How many items a worker are taken before the oldest result is given back."""

CHANCES = 2
"""How often an item may lose its worker; a worker can also die of something else."""


def in_order(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int,
    lost: Callable[[Item, int | None], Result],
) -> Iterator[Result]:
    """``work(item)`` of each item, made by so many processes, in the items' order.

    Items are taken while results are given, never more than ``AHEAD`` a worker at once.
    ``work``, items and results have to be picklable, and ``work`` must not raise. The
    result of an item that no worker survives is ``lost(item, exit_code)``.

    Raises:
        WorkerError: a process cannot be started.
    """
    crew: Crew[Item, Result] = Crew(work, workers)
    try:
        yield from _Line(crew, items, lost).results()
    finally:
        crew.dismiss()


class _Line(Generic[Item, Result]):
    """The items in flight and the results that wait for an earlier one."""

    def __init__(
        self,
        crew: Crew[Item, Result],
        items: Iterable[Item],
        lost: Callable[[Item, int | None], Result],
    ) -> None:
        self.crew = crew
        self.items = enumerate(items)
        self.lost = lost
        self.again: deque[Job[Item]] = deque()
        self.done: dict[int, Result] = {}
        self.given = 0  # results handed out
        self.taken = 0  # items taken in
        self.ended = False
        self.failure: Exception | None = None

    def results(self) -> Iterator[Result]:
        """Every result; then the error that ended the items, if one did."""
        while True:
            self._hand_out()
            if self.given in self.done:
                yield self.done.pop(self.given)
                self.given += 1
            elif self.ended and self.given == self.taken:
                break
            else:
                self._collect()
        if self.failure is not None:
            raise self.failure

    def _hand_out(self) -> None:
        for worker in self.crew.idle():
            job = self._next()
            if job is None:
                return
            if not worker.give(job):
                self.again.appendleft(job)
                self.crew.replace(worker)

    def _next(self) -> Job[Item] | None:
        if self.again:
            return self.again.popleft()
        if self.ended or self.taken - self.given >= AHEAD * len(self.crew.workers):
            return None
        try:
            place, item = next(self.items)
        except Exception as error:
            # What came before it goes out first, as it does without processes.
            self.ended = True
            self.failure = None if isinstance(error, StopIteration) else error
            return None
        self.taken += 1
        return Job(place, item)

    def _collect(self) -> None:
        for worker in self.crew.reporting():
            job = worker.job
            try:
                result = worker.take()
                if job is not None:
                    self.done[job.place] = result
            except (EOFError, OSError):
                self._mourn(job, self.crew.replace(worker))

    def _mourn(self, job: Job[Item] | None, code: int | None) -> None:
        if job is None:
            return
        job.deaths += 1
        if job.deaths < CHANCES:
            self.again.append(job)
        else:
            self.done[job.place] = self.lost(job.item, code)
