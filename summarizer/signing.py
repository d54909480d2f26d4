"""Claims that a bullet gives to the author of an opinion piece."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer import authors

if TYPE_CHECKING:
    from summarizer.bullet import Edit
    from summarizer.trace import Trace

WRITTEN_BY = re.compile(
    r", writes (?P<behind>[^,:]{3,60})|, the author writes|(?P<before>[^,:]{3,60}): "
)


def signs(trace: Trace, edit: Edit) -> bool:
    """Whether the article's author is named in front of, or behind, all of a claim."""
    found = WRITTEN_BY.fullmatch(edit.text)
    if found is None:
        return False
    name = found["behind"] or found["before"]
    if name is not None and name.lower() in trace.sentence.text.lower():
        return False  # nobody writes who they are
    known = name is None or authors.is_author(trace.article, name)
    bounds = trace.sentence.span
    at = bounds.start if found["before"] else bounds.end - 1
    return known and edit.span.start == at
