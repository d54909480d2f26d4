"""Many rows in, one line each out, and a run that can be taken up where it ended."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer import (
    CrashError,
    OptionError,
    Options,
    ReadError,
    answers,
    batch,
    jsonl,
    rows,
)
from summarizer.batch import run

CORPORA = sorted((Path(__file__).parent.parent / "corpora").glob("*.txt"))
BRIDGE = (
    "The harbour bridge in Nordhaven will stay shut until spring, Mayor Ilse Brandt "
    "said on Monday.\n\nEngineers found cracks in {count} of its steel beams.\n\n"
    "Two ferries will carry commuters across the river at no charge from next week."
)
GOOD = {"id": "a", "text": BRIDGE.format(count=11)}


@pytest.fixture
def batch_of(tmp_path):
    """A function that runs a batch of these lines and gives what it wrote, as JSON."""

    def batch_of(*lines, **kwargs):
        source = tmp_path / "in.jsonl"
        source.write_bytes(b"".join(as_bytes(line) + b"\n" for line in lines))
        target = tmp_path / "out.jsonl"
        tally = run(source, target, **kwargs)
        written = target.read_text(encoding="utf-8").splitlines()
        assert tally.rows == len(written)
        return [json.loads(line) for line in written]

    return batch_of


def as_bytes(line):
    return line if isinstance(line, bytes) else json.dumps(line).encode()


def texts(found):
    return [bullet["text"] for bullet in found["bullets"]]


def test_each_row_gives_a_line_with_its_id_in_the_order_of_the_rows(batch_of):
    lines = [{"id": f"n{n}", "text": BRIDGE.format(count=n)} for n in range(9)]
    found = batch_of(*lines)
    assert [row["id"] for row in found] == [f"n{n}" for n in range(9)]
    assert all("bullets" in row for row in found)
    assert len({row["digest"] for row in found}) == 9


def test_a_row_without_an_id_has_its_line_number(batch_of):
    text = GOOD["text"]
    found = batch_of({"text": text}, b"", b"  ", {"id": None, "text": text})
    assert [row["id"] for row in found] == [1, 4]


def test_the_keys_of_a_row_are_used(batch_of):
    html = f"<html><body><article><p>{GOOD['text']}</p></article></body></html>"
    given = {"title": "Bridge stays shut", "url": "https://news.example/bridge"}
    first, second, third = batch_of(
        {**given, "article": GOOD["text"]},
        {**given, "html": html},
        {**given, "text": GOOD["text"], "language": "de", "highlights": ["x"]},
    )
    for row in (first, second, third):
        assert (row["title"], row["source"]) == tuple(given.values())
    assert texts(first) == texts(second)
    edits = [edit for bullet in third["bullets"] for edit in bullet["edits"]]
    assert edits == []  # the edits know English only


def test_a_line_holds_what_the_json_of_a_summary_holds(batch_of):
    [found] = batch_of(GOOD)
    alone = json.loads(next(answers.answers(*first_row(GOOD))).line)
    assert found == alone
    assert {"schema", "version", "fingerprint", "style", "verified"} <= set(found)


def first_row(line):
    row = rows.Row(1, as_bytes(line))
    return [row], answers.manner(Options())


BROKEN = [
    ("no JSON", b"nope", 1, "not JSON"),
    ("half a line", b'{"id": "a", "te', 1, "not JSON"),
    ("no UTF-8", b'{"text": "\xff\xfe"}', 1, "not JSON"),
    ("no object", b"[1, 2]", 1, "not a JSON object"),
    ("nested without end", b"[" * 100_000, 1, "nested too deeply"),
    ("a number without end", b'{"text": ' + b"9" * 9_999 + b"}", 1, "not JSON"),
    ("no text", {"id": "a"}, "a", "none of text, article, html"),
    ("text that is none", {"id": "a", "text": 5}, "a", "its text is not text"),
    ("a title that is none", {**GOOD, "title": ["x"]}, "a", "its title is not text"),
    ("an id that is none", {**GOOD, "id": ["x"]}, 1, "neither text nor a whole"),
    ("an unknown language", {**GOOD, "language": "english"}, "a", "language"),
    ("an empty text", {"id": "a", "text": ""}, "a", "nothing to summarize"),
    ("no sentence", {"id": "a", "text": "Read more: Photos"}, "a", "nothing"),
]


@pytest.mark.parametrize(
    ("line", "identity", "message"),
    [case[1:] for case in BROKEN],
    ids=[case[0] for case in BROKEN],
)
@pytest.mark.parametrize("workers", [1, 2])
def test_a_broken_row_is_an_error_with_its_id_and_costs_no_other(
    batch_of, line, identity, message, workers
):
    before, broken, after = batch_of(GOOD, line, GOOD, workers=workers) or [None] * 3
    assert texts(before) == texts(after)
    assert broken["id"] == (2 if identity == 1 else identity)
    assert message in broken["error"]["message"]
    assert "bullets" not in broken


def test_an_endless_line_is_an_error_and_the_next_one_is_read(batch_of, monkeypatch):
    monkeypatch.setattr(jsonl, "LONGEST", 1000)
    long = {"id": "a", "text": "x" * 10_000}
    found = batch_of(GOOD, long, GOOD, long)
    assert ["error" in row for row in found] == [False, True, False, True]
    assert found[1]["error"]["message"].startswith("line 2: longer than")


def test_half_a_character_survives_the_way(batch_of):
    [found] = batch_of({**GOOD, "id": "\ud83d"})
    assert found["id"] == "\ud83d"


def test_a_byte_order_mark_is_no_text(batch_of):
    [found] = batch_of(b"\xef\xbb\xbf" + as_bytes(GOOD))
    assert found["id"] == "a"


def test_a_row_that_kills_its_worker_is_an_error(monkeypatch, batch_of):
    def fatal(article, _):
        if article.title == "Fatal":
            os._exit(7)
        return real(article, _)

    real = answers.summarize
    monkeypatch.setattr(answers, "summarize", fatal)
    fork_only(monkeypatch)
    lines = [{**GOOD, "id": n, "title": "Fatal" if n == 2 else None} for n in range(5)]
    found = batch_of(*lines, workers=2)
    assert [row["id"] for row in found] == list(range(5))
    assert [row.get("error", {}).get("type") for row in found] == [
        *[None] * 2,
        CrashError.__name__,
        *[None] * 2,
    ]


def fork_only(monkeypatch):
    import multiprocessing

    from summarizer import crew

    if "fork" not in multiprocessing.get_all_start_methods():
        pytest.skip("a patch reaches only processes that are forked")
    context = multiprocessing.get_context("fork")
    monkeypatch.setattr(crew, "get_context", lambda: context)


def test_a_row_that_breaks_the_program_is_an_error(monkeypatch, batch_of):
    monkeypatch.setattr(answers, "summarize", lambda *_: 1 / 0)
    [found] = batch_of(GOOD)
    assert found["error"]["type"] == "CrashError"
    assert "ZeroDivisionError" in found["error"]["message"]


def test_two_workers_write_what_one_writes(tmp_path):
    source = corpus(tmp_path, 20)
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert run(source, one) == run(source, two, workers=2)
    assert one.read_bytes() == two.read_bytes()


def corpus(folder, count):
    """A file of so many different articles, every twentieth of them broken."""
    source = folder / "in.jsonl"
    with source.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = CORPORA[number % len(CORPORA)].read_text(encoding="utf-8")
            row = {"id": number, "text": f"{text}\n\nThis is copy {number}."}
            broken = number % 20 == 7
            file.write('{"id": oops}\n' if broken else json.dumps(row) + "\n")
    return source


def test_a_folder_is_a_batch_of_its_articles(tmp_path):
    folder = tmp_path / "monday"
    for name in ("b.txt", "a.md", "sub/c.html", ".hidden/d.txt", "e.json", "f.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"<p>{GOOD['text']}</p>" if name.endswith("html") else GOOD["text"]
        path.write_text("" if name == "f.txt" else text, encoding="utf-8")
    target = folder / "out.jsonl"
    tally = run(folder, target)
    assert (tally.rows, tally.failed) == (4, 1)
    assert tally.first.startswith("f.txt: ")
    found = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [row["id"] for row in found] == ["a.md", "b.txt", "f.txt", "sub/c.html"]
    assert found[0]["source"] == str(folder / "a.md")
    assert texts(found[0]) == texts(found[3])


def test_rows_are_taken_as_they_come_from_a_stream_without_end():
    class Endless(io.RawIOBase):
        read_lines = 0

        def readline(self, limit=-1):  # noqa: ARG002
            self.read_lines += 1
            return as_bytes({**GOOD, "id": self.read_lines}) + b"\n"

    stream = Endless()
    found = answers.answers(rows.read(stream), answers.manner(Options()))
    for number in range(1, 6):
        assert json.loads(next(found).line)["id"] == number
        assert stream.read_lines == number
    found.close()


UNREADABLE = [
    ("gone.jsonl", "no such file or folder"),
    ("empty", "no articles in this folder"),
    ("one.txt", "this is one article"),
]


@pytest.mark.parametrize(("name", "message"), UNREADABLE)
def test_an_input_that_is_none_is_refused_and_the_output_left_alone(
    tmp_path, name, message
):
    tmp_path.joinpath("empty").mkdir()
    tmp_path.joinpath("one.txt").write_text("x", encoding="utf-8")
    target = tmp_path / "out.jsonl"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(ReadError, match=message):
        run(tmp_path / name, target)
    assert target.read_text(encoding="utf-8") == "old"


def test_an_output_that_is_the_input_is_refused(tmp_path):
    source = corpus(tmp_path, 3)
    before = source.read_bytes()
    with pytest.raises(OptionError, match="is the input"):
        run(source, source)
    assert source.read_bytes() == before


def test_an_output_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(OptionError, match="cannot be written"):
        run(corpus(tmp_path, 3), tmp_path / "no" / "out.jsonl")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full disk")
def test_a_full_disk_is_one_error(tmp_path):
    with pytest.raises(OptionError, match="cannot be written"):
        run(corpus(tmp_path, 3), Path("/dev/full"))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A batch of sixty and the bytes of a run without a break."""
    folder = tmp_path_factory.mktemp("whole")
    source = corpus(folder, 60)
    run(source, folder / "out.jsonl")
    return source, (folder / "out.jsonl").read_bytes()


@pytest.mark.parametrize("share", [0.001, 0.8, 0.9999, 1])
def test_a_run_that_is_taken_up_ends_in_the_same_bytes(whole, tmp_path, share):
    source, expected = whole
    target = tmp_path / "out.jsonl"
    target.write_bytes(expected[: int(len(expected) * share)])
    assert run(source, target, resume=True).failed == 3
    assert target.read_bytes() == expected


def test_zeros_that_a_power_cut_left_are_cut_off(whole, tmp_path):
    source, expected = whole
    target = tmp_path / "out.jsonl"
    target.write_bytes(expected[:5000] + bytes(4096))
    run(source, target, resume=True)
    assert target.read_bytes() == expected


def test_taking_up_what_was_never_begun_begins(whole, tmp_path):
    source, expected = whole
    run(source, tmp_path / "out.jsonl", resume=True)
    assert tmp_path.joinpath("out.jsonl").read_bytes() == expected


FOREIGN = [
    ("other options", {"options": Options(bullets=2)}, None),
    ("another style", {"options": Options(style="wire")}, None),
    ("text", {}, b"a list of things to buy"),
    ("lines of text", {}, b"milk\nbread\n"),
    ("other JSON", {}, b'{"id": 0}\n'),
    ("no line break for long", {}, b"x" * 5000),
]


@pytest.mark.parametrize(
    ("kwargs", "content"), [c[1:] for c in FOREIGN], ids=[c[0] for c in FOREIGN]
)
def test_what_another_run_wrote_is_neither_taken_up_nor_touched(
    whole, tmp_path, kwargs, content
):
    source, expected = whole
    target = tmp_path / "out.jsonl"
    target.write_bytes(content or expected[:9000])
    before = target.read_bytes()
    with pytest.raises(OptionError, match="made of other rows"):
        run(source, target, resume=True, **kwargs)
    assert target.read_bytes() == before


def test_rows_that_changed_since_are_noticed(whole, tmp_path):
    source, expected = whole
    target = tmp_path / "out.jsonl"
    target.write_bytes(expected)
    changed = tmp_path / "in.jsonl"
    changed.write_bytes(source.read_bytes().replace(b"copy 3.", b"copy three."))
    with pytest.raises(OptionError, match="made of other rows"):
        run(changed, target, resume=True)
    fewer = b"".join(source.read_bytes().splitlines(keepends=True)[:-1])
    changed.write_bytes(fewer)
    with pytest.raises(OptionError, match="made of other rows"):
        run(changed, target, resume=True)
    assert target.read_bytes() == expected


def test_rows_added_at_the_end_are_done_in_a_later_run(whole, tmp_path):
    source, expected = whole
    target = tmp_path / "out.jsonl"
    few = tmp_path / "in.jsonl"
    few.write_bytes(b"".join(source.read_bytes().splitlines(keepends=True)[:20]))
    run(few, target)
    run(source, target, resume=True)
    assert target.read_bytes() == expected


def test_only_a_file_can_be_taken_up(whole):
    with pytest.raises(OptionError, match="--output"):
        run(whole[0], resume=True)


@pytest.mark.skipif(os.name == "nt", reason="signals are otherwise on Windows")
def test_a_batch_killed_in_the_middle_and_taken_up_is_as_one_that_was_not(
    whole, tmp_path
):
    source, expected = whole
    target = tmp_path / "out.jsonl"
    words = [sys.executable, "-m", "summarizer", "batch", str(source)]
    words += ["--output", str(target), "--resume", "--workers", "2"]
    environment = {**os.environ, "PYTHONPATH": str(Path(batch.__file__).parents[1])}
    for size in (20_000, 60_000):
        with subprocess.Popen(words, env=environment) as process:
            while process.poll() is None and size_of(target) < size:
                time.sleep(0.005)
            process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        assert size <= size_of(target) < len(expected)
    done = subprocess.run(words, env=environment, capture_output=True, check=False)
    assert target.read_bytes() == expected
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.startswith(b"summarizer: 3 of 60 rows failed")


def size_of(path):
    return path.stat().st_size if path.exists() else 0
