"""The bullets of every article in ``corpora``, as they were last read and approved.

A change in them is no failure of the code, but somebody has to read it before it is
kept: ``python -m tests.test_golden`` writes the files anew, and the difference is what
to read.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import summarize

ROOT = Path(__file__).parent.parent
CORPUS = sorted((ROOT / "corpora").glob("[0-9]*.txt"))
GOLDEN = ROOT / "tests" / "golden"
STYLES = ("lead", "cnn")


def bullets(style: str) -> dict[str, str]:
    """Per article the bullets as they are printed."""
    return {path.stem: summarize(path, style=style).to_text() for path in CORPUS}


def written(style: str) -> str:
    """All of them as one text, a heading each."""
    made = bullets(style).items()
    return "\n".join(f"== {name}\n{text.rstrip()}\n" for name, text in made)


@pytest.mark.parametrize("style", STYLES)
def test_the_bullets_are_those_that_were_approved(style):
    approved = (GOLDEN / f"{style}.txt").read_text(encoding="utf-8")
    hint = "read the change, then: python -m tests.test_golden"
    assert written(style) == approved, hint


@pytest.mark.parametrize("style", STYLES)
def test_every_article_is_there(style):
    approved = (GOLDEN / f"{style}.txt").read_text(encoding="utf-8")
    assert approved.count("== ") == len(CORPUS)


if __name__ == "__main__":
    for each in STYLES:
        (GOLDEN / f"{each}.txt").write_text(written(each), encoding="utf-8")
