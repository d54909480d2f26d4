"""The report page: the bullets beside their article, and how each was made of it.

One HTML document that needs nothing else: no network, no framework, and a script for
the highlights only. Whatever the article says is text in it.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING

from summarizer import __version__, templating
from summarizer.stories import story

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from summarizer.stories import Story
    from summarizer.summary import Summary

# What no page may hold: control characters, and halves of characters.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
HALVES = re.compile(r"[\ud800-\udfff]")


def page(summaries: Iterable[Summary], *, title: str | None = None) -> str:
    """A whole HTML document with a section for each summary, and an index of several.

    ``title`` heads a page of several. The same summaries give the same bytes.
    """
    stories = [story(summary, number) for number, summary in enumerate(summaries, 1)]
    css, script = _asset("page.css"), _asset("page.js")
    document = templating.render(
        "report/page.html.j2",
        title=title or _title(stories),
        stories=stories,
        css=css,
        script=script,
        css_hash=_hash(css),
        script_hash=_hash(script),
        version=__version__,
    )
    return HALVES.sub("\N{REPLACEMENT CHARACTER}", CONTROLS.sub(" ", document))


def _title(stories: Sequence[Story]) -> str:
    if len(stories) == 1:
        return stories[0].title
    return f"{len(stories)} articles" if stories else "No articles"


def _asset(name: str) -> str:
    folder = resources.files("summarizer").joinpath("data", "report")
    return folder.joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The name by which the page's policy lets its own style and script in."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode("ascii")
