import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import __version__, cli, styles
from summarizer.cli import Code

BRIDGE = """\
Bridge stays shut

The harbour bridge in Nordhaven will stay shut until spring, Mayor Ilse Brandt said on \
Monday.

Engineers found cracks in 11 of its 16 steel beams, a report by the city shows.

Two ferries will carry commuters across the river at no charge from next week.

The repairs will cost 42 million euros, and the city has set aside half of that.
"""
MUSEUM = """\
The museum of clocks in Nordhaven will open on Sundays from May, its director Paul \
Adeyemi said.

About 90,000 people came to see its clocks last year, twice as many as the year before.
"""
TEXTS = {"bridge.txt": BRIDGE, "museum.txt": MUSEUM, "empty.txt": "\n \n"}


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def run(monkeypatch, tmp_path, capsys):
    """A function that runs the command line in a folder with articles."""
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        Path(name).write_text(text, encoding="utf-8")

    def run(*words, stdin=None):
        piped = Terminal() if stdin is None else io.TextIOWrapper(io.BytesIO(stdin))
        monkeypatch.setattr(sys, "stdin", piped)
        code = cli.run(words)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def bullets(out):
    return [line for line in out.splitlines() if line.startswith("• ")]


def test_an_article_gives_bullets_and_nothing_else(run):
    code, out, err = run("bridge.txt", "-n", "2")
    assert (code, err) == (Code.DONE, "")
    assert len(bullets(out)) == len(out.splitlines()) == 2


@pytest.mark.parametrize("words", [(), ("-",)])
def test_standard_input_is_an_article(run, words):
    assert run(*words, stdin=BRIDGE.encode())[:2] == run("bridge.txt")[:2]


def test_without_an_article_a_terminal_gets_the_help(run):
    code, out, err = run()
    assert (code, out) == (Code.USAGE, "")
    assert err.startswith("Usage: summarizer [OPTIONS] ")


def test_asking_for_more_than_there_is_gives_what_there_is_and_a_note(run):
    code, out, err = run("museum.txt", "-n", "9")
    assert code == Code.DONE
    assert 1 <= len(bullets(out)) <= 2
    assert err.startswith("summarizer: museum.txt: ")
    assert len(err.splitlines()) == 1


def test_several_articles_get_a_heading_each(run):
    code, out, _ = run("museum.txt", "bridge.txt")
    assert code == Code.DONE
    headings = [line for line in out.splitlines() if not line.startswith("• ")]
    assert headings == ["museum.txt", "", "Bridge stays shut"]


def test_one_bad_article_does_not_stop_the_others(run):
    code, out, err = run("bridge.txt", "gone.txt", "empty.txt", "museum.txt")
    assert code == Code.NOTHING
    assert "Bridge stays shut" in out
    assert "museum.txt" in out
    lines = [line.split(":")[1].strip() for line in err.splitlines()]
    assert lines == ["gone.txt", "empty.txt"]


def test_an_article_that_breaks_the_program_does_not_stop_the_others(run, monkeypatch):
    # A time limit inside a library once ended a run of several articles in a traceback.
    read = cli._read

    def broken(source, options):
        if source == "bridge.txt":
            raise TimeoutError
        return read(source, options)

    monkeypatch.setattr(cli, "_read", broken)
    code, out, err = run("bridge.txt", "museum.txt")
    assert code == Code.NOTHING
    assert len(bullets(out)) > 0
    assert err.startswith("summarizer: bridge.txt: broke the program")
    assert len(err.splitlines()) == 1


FAILURES = [
    ("a file that is not there", ["gone.txt"], Code.NOTHING, "gone.txt"),
    # The message was that there is no file "digset", and no file "ftp:/a/b".
    ("a slip in a command", ["digset"], Code.NOTHING, "did you mean digest?"),
    ("another scheme", ["ftp://a/b"], Code.NOTHING, "ftp://a/b: only http"),
    ("an empty file", ["empty.txt"], Code.NOTHING, "empty.txt"),
    ("a folder", ["."], Code.NOTHING, "."),
    ("an address nobody may see", ["http://127.0.0.1/"], Code.NOTHING, "127.0.0.1"),
    ("a number out of range", ["x", "-n", "0"], Code.USAGE, "1 to 50"),
    ("no number", ["x", "-n", "two"], Code.USAGE, "--bullets"),
    ("an option that is not", ["--bogus"], Code.USAGE, "--bogus"),
    ("an option without its value", ["x", "-n"], Code.USAGE, "-n"),
    ("an unknown format", ["x", "-f", "rtf"], Code.USAGE, "markdown"),
    ("an unknown ranker", ["x", "--ranker", "page"], Code.USAGE, "lexrank"),
    ("an unknown length", ["x", "--length", "xl"], Code.USAGE, "short"),
    ("an unknown style", ["bridge.txt", "-s", "laed"], Code.USAGE, "did you mean lead"),
    # Nothing was said of the style where no article could be read.
    ("a style for nothing", ["gone.txt", "-s", "laed"], Code.USAGE, "mean lead"),
    ("a style file that is not", ["bridge.txt", "-s", "a.toml"], Code.USAGE, "a.toml"),
    ("an unknown style to print", ["styles", "led"], Code.USAGE, "did you mean lead"),
    ("a wrong language", ["x", "--language", "english"], Code.USAGE, "two small"),
    ("explain in JSON", ["x", "--explain", "-f", "json"], Code.USAGE, "--format text"),
    ("one title for two", ["x", "y", "--title", "Z"], Code.USAGE, "title"),
    ("a folder as output", ["bridge.txt", "-o", "."], Code.USAGE, "another path"),
    ("a corpus that is not there", ["evaluate", "gone"], Code.NOTHING, "gone"),
    ("no corpus", ["evaluate"], Code.USAGE, "CORPUS"),
    ("a batch that is not there", ["batch", "gone"], Code.NOTHING, "gone: no such"),
    ("no batch", ["batch"], Code.USAGE, "INPUT"),
    ("a number of bullets to a feed", ["feed-filter", "-n", "x"], Code.USAGE, "-n"),
    ("no workers", ["batch", ".", "-w", "0"], Code.USAGE, "1 to 60"),
    ("nothing to go on with", ["batch", ".", "--resume"], Code.USAGE, "--output"),
]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [case[1:] for case in FAILURES],
    ids=[case[0] for case in FAILURES],
)
def test_an_error_is_one_line_and_says_what_is_wrong(run, words, code, message):
    got, out, err = run(*words)
    assert (got, out) == (code, "")
    assert err.startswith("summarizer: ")
    assert message in err
    assert len(err.splitlines()) == 1


def test_json_is_one_object(run):
    _, out, _ = run("bridge.txt", "-f", "json", "--style", "cnn")
    found = json.loads(out)
    assert (found["schema"], found["style"], found["title"]) == (
        1,
        "cnn",
        "Bridge stays shut",
    )


def test_json_of_several_articles_is_an_array_without_the_bad_ones(run):
    code, out, _ = run("bridge.txt", "gone.txt", "museum.txt", "-f", "json")
    assert code == Code.NOTHING
    assert [found["source"] for found in json.loads(out)] == [
        "bridge.txt",
        "museum.txt",
    ]


OPENINGS = [("markdown", "- "), ("html", '<ul class="summarizer">'), ("text", "• ")]


@pytest.mark.parametrize(("form", "opening"), OPENINGS)
def test_a_format_is_what_is_printed(run, form, opening):
    assert run("bridge.txt", "--format", form)[1].startswith(opening)


def test_explain_shows_the_source_of_each_bullet(run):
    _, out, _ = run("bridge.txt", "--explain")
    assert out.count("\n  source: ") == len(bullets(out)) > 0
    assert out.count("\n  score ") == len(bullets(out))


def test_limits_are_kept(run):
    _, out, _ = run("bridge.txt", "--max-words", "16", "--max-chars", "90")
    assert out
    for line in bullets(out):
        assert len(line.split()) - 1 <= 16
        assert len(line) - 2 <= 90


def test_a_title_of_ones_own_is_used(run):
    assert json.loads(run("museum.txt", "-f", "json", "--title", "Clocks")[1])[
        "title"
    ] == ("Clocks")


def test_output_goes_to_a_file_in_one_step(run):
    code, out, err = run("bridge.txt", "-o", "out.txt")
    assert (code, out, err) == (Code.DONE, "", "")
    assert Path("out.txt").read_text(encoding="utf-8") == run("bridge.txt")[1]
    assert {path.name for path in Path().iterdir()} == {*TEXTS, "out.txt"}


def test_output_leaves_an_old_file_alone_when_there_is_nothing_to_write(run):
    Path("out.txt").write_text("old", encoding="utf-8")
    assert run("empty.txt", "-o", "out.txt")[0] == Code.NOTHING
    assert Path("out.txt").read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such permissions")
def test_output_keeps_the_permissions_of_an_old_file(run):
    # A file for a few became one for everybody when it was written anew.
    path = Path("out.txt")
    path.write_text("yesterday", encoding="utf-8")
    path.chmod(0o600)
    assert run("bridge.txt", "-o", "out.txt")[0] == Code.DONE
    assert path.stat().st_mode & 0o777 == 0o600


def test_output_through_a_link_writes_the_file_it_leads_to(run):
    Path("real.txt").write_text("old", encoding="utf-8")
    Path("link.txt").symlink_to("real.txt")
    run("bridge.txt", "-o", "link.txt")
    assert Path("link.txt").is_symlink()
    assert Path("real.txt").read_text(encoding="utf-8").startswith("• ")


@pytest.mark.skipif(not Path(os.devnull).exists(), reason="needs a null device")
def test_output_to_a_device_leaves_the_device(run):
    assert run("bridge.txt", "-o", os.devnull)[0] == Code.DONE
    assert not Path(os.devnull).is_file()


def test_styles_lists_each_with_its_examples(run):
    code, out, _ = run("styles")
    assert code == Code.DONE
    for style in map(styles.load, styles.names()):
        assert f"{style.name}: {style.description}\n  • {style.example[0]}\n" in out


def test_styles_prints_a_file_that_works_as_ones_own(run):
    _, out, _ = run("styles", "wire")
    assert out == styles.source("wire")
    Path("house.toml").write_text(out, encoding="utf-8")
    assert (
        run("bridge.txt", "-s", "house.toml")[1] == run("bridge.txt", "-s", "wire")[1]
    )


def test_a_file_with_the_name_of_a_command_is_given_by_path(run):
    Path("styles").write_text(BRIDGE, encoding="utf-8")
    assert run("./styles")[1] == run("bridge.txt")[1]


def test_version_is_printed(run):
    assert run("--version")[:2] == (Code.DONE, f"summarizer {__version__}\n")


def test_an_interrupt_is_quiet(run, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_read", interrupted)
    assert run("bridge.txt") == (Code.INTERRUPTED, "", "")


def in_a_process(*words, cwd, env=None, **kwargs):
    return subprocess.run(
        [sys.executable, "-m", "summarizer", *words],
        cwd=cwd,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(cli.__file__).parents[1]),
            **(env or {}),
        },
        capture_output=True,
        check=False,
        **kwargs,
    )


def test_the_package_runs_as_a_module_and_speaks_utf8_in_the_plain_locale(
    run, tmp_path
):
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = in_a_process("bridge.txt", cwd=tmp_path, env=plain)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode("utf-8") == run("bridge.txt")[1]


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise on Windows")
def test_a_reader_that_leaves_early_ends_the_run_quietly(tmp_path):
    for name, text in TEXTS.items():
        tmp_path.joinpath(name).write_text(text, encoding="utf-8")
    command = f'"{sys.executable}" -m summarizer bridge.txt museum.txt | true; '
    done = subprocess.run(
        ["bash", "-c", f'{command} echo "${{PIPESTATUS[0]}}"'],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


CLOSED = [
    ("bridge.txt >&-", 2, "standard output cannot be written"),
    ("batch . >&-", 2, "standard output cannot be written"),
    ("feed-filter < bridge.txt >&-", 2, "standard output cannot be written"),
    ("--help >/dev/full", 2, "cannot go on (No space left"),
    ("--version >/dev/full", 2, "cannot go on (No space left"),
    ("<&-", 1, "nothing to summarize"),
    ("feed-filter <&-", 1, "not well-formed"),
    ("nothing.txt 2>&-", 1, ""),
]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device is full here")
@pytest.mark.parametrize(("words", "code", "message"), CLOSED)
def test_a_closed_or_full_stream_is_one_line(tmp_path, words, code, message):
    tmp_path.joinpath("bridge.txt").write_text(BRIDGE, encoding="utf-8")
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m summarizer {words}'],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == bool(message)


def test_a_batch_with_failures_says_how_many(run):
    rows = [json.dumps({"id": "a", "text": BRIDGE}), "oops", '{"id": "c", "text": ""}']
    Path("rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    code, out, err = run("batch", "rows.jsonl", "--style", "wire")
    assert code == Code.SOME_FAILED
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a", 2, "c"]
    start = "summarizer: 2 of 3 rows failed, and each says why; the first, 2: line 2: "
    assert err.startswith(start)
    assert len(err.splitlines()) == 1


def test_a_batch_without_failures_is_quiet_and_reads_standard_input(run):
    row = json.dumps({"id": "a", "text": BRIDGE}).encode()
    assert run("batch", "-", "-o", "out.jsonl", stdin=row) == (Code.DONE, "", "")
    assert json.loads(Path("out.jsonl").read_text("utf-8"))["id"] == "a"


def test_a_bar_shows_on_a_terminal_and_nowhere_else(run, monkeypatch):
    row = json.dumps({"id": "a", "text": BRIDGE}).encode()
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    run("batch", "-", "-o", "out.jsonl", stdin=row)
    assert "articles" in terminal.getvalue()


FEED = "<rss><channel><item><description>{}</description></item></channel></rss>"


def test_a_feed_goes_through_with_bullets(run):
    story = " ".join([BRIDGE] * 2).replace("\n", " ")
    code, out, err = run("feed-filter", "-n", "2", stdin=FEED.format(story).encode())
    assert (code, err) == (Code.DONE, "")
    before, after = FEED.split("{}")
    assert out.startswith(before + '&lt;ul class="summarizer"&gt;&lt;li&gt;')
    assert out.endswith(story + after)


def test_what_is_no_feed_goes_through_untouched(run):
    code, out, err = run("feed-filter", stdin=b"<rss><item>")
    assert (code, out) == (Code.NOTHING, "<rss><item>")
    assert "not well-formed" in err
    assert len(err.splitlines()) == 1


def test_a_terminal_is_no_feed(run):
    code, out, err = run("feed-filter")
    assert (code, out) == (Code.USAGE, "")
    assert "< feed.xml" in err
