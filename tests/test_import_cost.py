"""What is imported when: nothing heavy until an article needs it."""

import subprocess
import sys

import pytest

HEAVY = {
    "charset_normalizer",
    "css_inline",
    "feedparser",
    "jinja2",
    "markdown_it",
    "nltk",
    "numpy",
    "requests",
    "rich",
    "rouge_score",
    "scipy",
    "sumy",
    "trafilatura",
}

ARTICLE = (
    "The harbour bridge will stay shut until spring, Mayor Ilse Brandt said on Monday. "
    "Two ferries will carry commuters across the river at no charge."
)

REPORT = "import sys; print(*sorted({name.split('.')[0] for name in sys.modules}))"
RUN = "from summarizer.cli import run; run({words!r}); "


def loaded_by(program, stdin=""):
    """The names of all packages in memory after the program, in a fresh process."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program + REPORT],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


LIGHT = [
    ("import", "import summarizer; "),
    ("every error", "from summarizer import SummarizerError; "),
    ("options", "from summarizer import Options; Options(); "),
    ("a summary", "from summarizer import Summary; "),
    ("the pipeline", "from summarizer import summarize; "),
    ("--help", RUN.format(words=["--help"])),
    ("--version", RUN.format(words=["--version"])),
    ("a wrong option", RUN.format(words=["--bogus"])),
    ("styles", RUN.format(words=["styles"])),
]


@pytest.mark.parametrize(
    "program", [case[1] for case in LIGHT], ids=[case[0] for case in LIGHT]
)
def test_nothing_heavy_is_loaded_by(program):
    assert loaded_by(program) & HEAVY == set()


def test_help_loads_no_stage():
    program = RUN.format(words=["--help"]) + (
        "print(*[n for n in sys.modules if n.startswith('summarizer.')]); "
    )
    done = subprocess.run(
        [sys.executable, "-c", "import sys; " + program],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert set(done.stdout.splitlines()[-1].split()) == {
        "summarizer.cli",
        "summarizer.edition",
        "summarizer.commands",
        "summarizer.errors",
        "summarizer.flags",
        "summarizer.options",
        "summarizer.output",
        "summarizer.rendering",
    }


def test_a_plain_article_needs_little_more():
    loaded = loaded_by(RUN.format(words=["-"]), stdin=ARTICLE)
    # Where numpy is installed, one of nltk's own modules may bring it.
    assert loaded & HEAVY <= {"nltk"}
