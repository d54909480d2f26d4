"""Work in several processes: the same results in the same order, come what may."""

import inspect
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from summarizer import (
    Article,
    CrashError,
    NothingToSummarizeError,
    OptionError,
    Span,
    SummarizerError,
    Summary,
    WorkerError,
    crew,
    errors,
    pipeline,
    summarize_many,
)
from summarizer.workers import AHEAD, in_order

CORPORA = sorted((Path(__file__).parent.parent / "corpora").glob("*.txt"))
METHODS = multiprocessing.get_all_start_methods()
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals are otherwise on Windows")


@pytest.fixture(params=METHODS)
def _any_method(request, monkeypatch):
    """Every way in which this system can start a process."""
    context = multiprocessing.get_context(request.param)
    monkeypatch.setattr(crew, "get_context", lambda: context)


ANY_METHOD = pytest.mark.usefixtures("_any_method")


def double(item):
    return 2 * item


def slow_first(item):
    time.sleep(0.2 if item == 0 else 0)
    return item


def die_of(fatal, item):
    if item in fatal:
        os._exit(7)
    return item


def die_once(folder, item):
    flag = Path(folder, str(item))
    if not flag.exists():
        flag.touch()
        os._exit(7)
    return item


def lost(item, code):
    return f"{item} lost ({code})"


def spread(work, items, workers=2):
    return in_order(work, items, workers=workers, lost=lost)


@ANY_METHOD
def test_results_come_in_the_order_of_the_items():
    assert list(spread(slow_first, range(20))) == list(range(20))


@pytest.mark.parametrize("items", [[], [5]])
def test_there_may_be_fewer_items_than_workers(items):
    assert list(spread(double, items, workers=4)) == [2 * item for item in items]


def test_no_more_items_are_taken_than_a_few_a_worker():
    taken = []
    items = (taken.append(n) or n for n in range(10_000))
    results = spread(double, items)
    for n in range(50):
        assert next(results) == 2 * n
        assert len(taken) <= n + 2 * AHEAD
    results.close()


@ANY_METHOD
def test_an_item_that_kills_its_workers_is_lost_and_no_other_is():
    fatal = {0, 3, 4, 9}
    expected = [f"{n} lost (7)" if n in fatal else n for n in range(10)]
    assert list(spread(partial(die_of, fatal), range(10))) == expected


def test_an_item_whose_worker_died_of_something_else_gets_another(tmp_path):
    assert list(spread(partial(die_once, tmp_path), range(6))) == list(range(6))


@POSIX
def test_a_worker_killed_while_it_waits_is_replaced():
    results = spread(double, range(40))
    got = [next(results)]
    for child in multiprocessing.active_children():
        os.kill(child.pid, signal.SIGKILL)
    assert got + list(results) == [2 * n for n in range(40)]


def broken_source():
    yield from range(5)
    message = "the disk is gone"
    raise OSError(message)


def test_an_error_of_the_source_comes_after_the_results_before_it():
    results = spread(double, broken_source())
    assert [next(results) for _ in range(5)] == [0, 2, 4, 6, 8]
    with pytest.raises(OSError, match="disk"):
        next(results)


@ANY_METHOD
def test_no_process_is_left_when_the_consumer_stops_early():
    results = spread(double, range(1000))
    next(results)
    results.close()
    assert multiprocessing.active_children() == []


def test_no_process_is_left_at_the_end():
    list(spread(double, range(3)))
    assert multiprocessing.active_children() == []


def interrupted():
    yield 1
    yield 2
    raise KeyboardInterrupt


def test_an_interrupt_is_not_held_back():
    results = spread(double, interrupted())
    with pytest.raises(KeyboardInterrupt):
        list(results)
    assert multiprocessing.active_children() == []


class Stillborn:
    """Work that a process under spawn cannot even load."""

    def __call__(self, item):
        return item

    def __reduce__(self):
        return os._exit, (3,)


def test_processes_that_cannot_start_are_one_error(monkeypatch):
    context = multiprocessing.get_context("spawn")
    monkeypatch.setattr(crew, "get_context", lambda: context)
    with pytest.raises(WorkerError, match=r"exit code 3.*workers=1"):
        list(spread(Stillborn(), [1]))
    assert multiprocessing.active_children() == []


def test_a_worker_may_not_start_workers_and_says_so():
    [message] = spread(nested, [1])
    assert "workers=1" in message


def nested(item):
    try:
        return list(spread(double, [item]))
    except WorkerError as error:
        return str(error)


PARENT = """
import signal, sys, time
# A shell lets what it starts behind an "&" ignore the key for it.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, {root!r})
from tests.test_workers import spread, double
if __name__ == "__main__":
    import multiprocessing
    results = spread(double, iter(int, 1))
    next(results)
    print(*[c.pid for c in multiprocessing.active_children()], flush=True)
    {then}
"""


def parent(then):
    program = PARENT.format(root=str(Path(__file__).parent.parent), then=then)
    return subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def is_running(pid):
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().split(") ")[1][0] != "Z"


def all_gone(pids):
    for _ in range(100):
        if not any(is_running(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT"])
def test_workers_end_with_their_parent(name):
    with parent("for _ in results: pass") as process:
        pids = [int(pid) for pid in process.stdout.readline().split()]
        assert len(pids) == 2
        send = os.killpg if name == "SIGINT" else os.kill  # a terminal sends to all
        send(process.pid, getattr(signal, name))
        _, err = process.communicate(timeout=20)
    assert all_gone(pids)
    assert err.count("Traceback") == (name == "SIGINT")  # the parent's own


@POSIX
def test_a_program_that_stops_in_the_middle_ends():
    with parent("sys.exit(5)") as process:
        _, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (5, "")


SOURCES = [*CORPORA[:6], Path("gone.txt"), "", *CORPORA[6:9], b"\x00\x01\x02\x03" * 99]


def plain(result):
    if isinstance(result, SummarizerError):
        return type(result), result.args, vars(result)
    return result


@pytest.mark.parametrize("style", ["lead", "wire"])
def test_two_workers_give_what_one_gives(style):
    one, two = (
        [plain(result) for result in summarize_many(SOURCES, style=style, workers=n)]
        for n in (1, 2)
    )
    assert one == two


def test_articles_may_be_values_and_results_hold_them():
    articles = [result.article for result in summarize_many(CORPORA[:2])]
    found = list(summarize_many(articles, workers=2))
    assert [summary.article for summary in found] == articles


@pytest.mark.parametrize("number", [0, -1, 61, True, 2.0, None])
def test_a_number_of_workers_that_cannot_be_is_refused(number):
    with pytest.raises(OptionError, match="workers"):
        next(summarize_many(CORPORA, workers=number))


@pytest.mark.parametrize("number", [1, 2])
def test_an_article_that_breaks_the_program_is_an_error_of_its_own(number):
    broken = Article(text=5, paragraphs=(Span(0, 1),))
    sources = [CORPORA[0], broken, CORPORA[1]]
    first, second, third = summarize_many(sources, workers=number)
    assert isinstance(second, CrashError)
    assert "report it" in str(second)
    assert isinstance(first, Summary)
    assert isinstance(third, Summary)


def test_an_article_that_ends_its_process_is_named(monkeypatch):
    monkeypatch.setattr(pipeline, "_read_and_write", lambda *_: os._exit(7))
    context = multiprocessing.get_context("fork" if "fork" in METHODS else None)
    monkeypatch.setattr(crew, "get_context", lambda: context)
    [result] = summarize_many([CORPORA[0]], workers=2)
    assert isinstance(result, CrashError)
    assert str(result).startswith(f"{CORPORA[0]}: ended its worker process (exit code")


def made(kind):
    """An error of this kind, whatever it wants to be told."""
    wanted = inspect.signature(kind.__init__).parameters.values()
    positional = [p for p in wanted if p.kind == p.POSITIONAL_OR_KEYWORD]
    return kind(*(p.name for p in positional if p.name != "self"))


KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, SummarizerError)
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_travels_between_processes(kind):
    error = made(kind)
    twin = pickle.loads(pickle.dumps(error))
    assert plain(twin) == plain(error)
    assert str(twin) == str(error)


def test_a_message_is_of_the_size_of_the_article():
    [summary] = summarize_many(CORPORA[:1])
    sent = len(pickle.dumps(summary))
    assert sent < 4 * len(summary.article.text)


def test_an_error_without_a_summary_is_told_apart():
    results = list(summarize_many(["", CORPORA[0]], workers=2))
    assert isinstance(results[0], NothingToSummarizeError)
