"""The command: sources in, one document out, every trouble in one line."""

import email
import io
import json
from pathlib import Path

import pytest

from summarizer import SummarizerError, digest
from summarizer.cli import Code, run
from summarizer.sources import gather

FEEDS = Path(__file__).parent.parent / "corpora" / "feeds"
GAZETTE, POST = str(FEEDS / "gazette.xml"), str(FEEDS / "post.xml")
REAL = Path(__file__).parents[2] / "shared" / "eval"


def told(capsys):
    return capsys.readouterr().err.splitlines()


@pytest.mark.parametrize(
    ("form", "start"),
    [("text", "Today\n"), ("markdown", "# Today\n"), ("html", "<!DOCTYPE html>")],
)
def test_the_formats_are_printed(capsys, form, start):
    words = ["digest", POST, "--title", "Today", "--format", form]
    assert run(words) == Code.DONE
    assert capsys.readouterr().out.startswith(start)


def test_json_is_printed_newest_first_and_limited(capsys):
    words = ["digest", str(FEEDS), "--format", "json", "--limit", "2"]
    assert run([*words, "--date", "2026-11-24", "-n", "1", "-s", "wire"]) == Code.DONE
    found = json.loads(capsys.readouterr().out)
    assert [entry["link"] for entry in found["entries"]] == [
        "https://post.example/2026/logbook",
        "https://gazette.example/photo",
    ]
    assert found["entries"][0]["summary"]["style"] == "wire"
    assert len(found["entries"][0]["summary"]["bullets"]) == 1


def test_time_is_counted_back_from_the_date(capsys):
    words = ["digest", POST, "--date", "2026-11-24", "--since", "24h"]
    assert run(words) == Code.DONE
    out = capsys.readouterr().out
    assert "logbook" in out
    assert "fares" not in out


def test_a_future_date_is_told(capsys):
    assert run(["digest", POST, "--date", "2026-11-20"]) == Code.DONE
    assert any("2 articles dated in the future" in line for line in told(capsys))


def test_a_mail_is_written_with_both_parts(tmp_path):
    path = tmp_path / "today.eml"
    words = ["digest", POST, GAZETTE, "--multipart", "--title", "Today"]
    assert run([*words, "-o", str(path)]) == Code.DONE
    mail = email.message_from_bytes(path.read_bytes())
    assert mail["Subject"] == "Today"
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]
    first = path.read_bytes()
    run([*words, "-o", str(path)])
    assert path.read_bytes() == first


def test_ones_own_template_makes_the_document_or_the_html_of_a_mail(tmp_path, capsys):
    path = tmp_path / "house.html.j2"
    path.write_text("<i>{{ entries | length }} &amp; {{ title }}</i>")
    words = ["digest", POST, "--template", str(path), "--title", "A < B"]
    assert run(words) == Code.DONE
    assert capsys.readouterr().out == "<i>2 &amp; A &lt; B</i>"
    assert run([*words, "--multipart"]) == Code.DONE
    assert "<i>2 &amp; A &lt; B</i>" in capsys.readouterr().out


def test_the_report_shows_every_article_with_bullets(tmp_path):
    path = tmp_path / "report.html"
    words = ["digest", str(FEEDS), "--title", "Today", "--report", str(path)]
    assert run(words) == Code.DONE
    page = path.read_text(encoding="utf-8")
    assert "<title>Today" in page
    assert "Lighthouse keeper’s logbook" in page
    assert "Photograph of the day" not in page


def test_what_cannot_be_read_costs_a_line_and_the_exit_code(tmp_path, capsys):
    missing = str(tmp_path / "none.xml")
    assert run(["digest", missing, POST]) == Code.NOTHING
    out, err = capsys.readouterr()
    assert "logbook" in out
    assert err.startswith(f"summarizer: {missing}: cannot be read")
    assert len(err.splitlines()) == 1


def test_nothing_to_put_in_writes_nothing(tmp_path, capsys):
    path = tmp_path / "old.html"
    path.write_text("yesterday")
    words = ["digest", POST, "--since", "2027-01-01", "-o", str(path)]
    assert run(words) == Code.NOTHING
    assert path.read_text() == "yesterday"
    assert told(capsys) == [
        "summarizer: nothing to put in a digest; give other sources or an earlier "
        "--since"
    ]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--since", "yesterday"], "since: 'yesterday' is no time"),
        # A variable of a script that was never set once meant the news of all days.
        (["--since", ""], "since: '' is no time"),
        (["--date", ""], "date: '' is no date"),
        (["--date", "24.11.2026"], "date: '24.11.2026' is no date"),
        # It ended in a UnicodeEncodeError when the mail was made.
        (["--title", "Caf\udce9"], "title: this is not UTF-8"),
        (["--limit", "0"], "limit: 0 is out of range"),
        (["--sort", "oldest"], "--sort"),
        (["--template", "none.j2"], "template none.j2: cannot be read"),
        (["--style", "nonesuch"], "nonesuch"),
        (["--multipart", "--format", "html"], "format: goes with neither"),
        (["--workers", "0"], "workers"),
        (["--report", "a.html", "-o", "./a.html"], "report: needs a file of its own"),
    ],
)
def test_a_wrong_option_is_told_in_one_line(words, says, capsys):
    # A wrong style was told behind all the trouble of the feeds, or never: exit code 1.
    assert run(["digest", "none.xml", *words]) == Code.USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert len(err.splitlines()) == 1


def test_standard_input_is_read_unless_it_is_a_terminal(monkeypatch, capsys):
    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr("sys.stdin", Terminal())
    assert run(["digest"]) == Code.USAGE
    assert "name at least one feed" in told(capsys)[0]
    piped = io.TextIOWrapper(io.BytesIO(Path(POST).read_bytes()))
    monkeypatch.setattr("sys.stdin", piped)
    assert run(["digest"]) == Code.DONE
    assert "logbook" in capsys.readouterr().out


def test_our_templates_are_listed_and_printed(capsys):
    assert run(["templates"]) == Code.DONE
    assert capsys.readouterr().out == "html\nmarkdown\ntext\n"
    assert run(["templates", "html"]) == Code.DONE
    assert "{{ preheader }}" in capsys.readouterr().out
    assert run(["templates", "word"]) == Code.USAGE


@pytest.mark.eval
@pytest.mark.skipif(not REAL.is_dir(), reason="the evaluation data is not here")
def test_real_feeds_and_pages_make_a_digest_in_every_format():
    found = list(gather([str(REAL / "feeds"), str(REAL / "html")]))
    assert [str(error) for error in found if isinstance(error, SummarizerError)] == []
    articles = [article for feed in found for article in feed]
    made = digest(articles, title="Today", sort="best")
    assert len(made) > 100
    for form in ("text", "markdown", "html", "json"):
        assert len(getattr(made, f"to_{form}")()) > 50_000
    assert len(made.to_email().as_bytes()) > 100_000
