"""What one sentence becomes: the first draft that the verifier lets through."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from summarizer import furniture, pipeline, reading, sentences, styles
from summarizer.options import Options

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "drafting.toml").read_text(encoding="utf-8")
)["case"]
HOME = "Viktor Sandrin spoke to the council of Odell on Monday about the bridge."
STYLES = ("lead", "cnn", "wire")


def bullet_of(case, style):
    article = reading.read(f"{HOME}\n\n{case['text']}\n\n{case.get('after', '')}")
    body = furniture.body(sentences.split(article), article)
    desk = pipeline._desk(article, body, styles.load(style), Options())
    return pipeline._candidate(desk, body[1], 1.0).bullet


@pytest.mark.parametrize(
    ("case", "style"),
    [(case, style) for case in CASES for style in STYLES if style in case],
    ids=lambda value: value if isinstance(value, str) else value["comment"],
)
def test_a_sentence_becomes_this_bullet(case, style):
    assert bullet_of(case, style).text == case[style]
