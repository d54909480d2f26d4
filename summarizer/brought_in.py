"""Where an article brings a thing in: "a fire" before "the fire"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence

INDEFINITE = re.compile(
    r"\b(?:an?|another|two|three|several|some)(?: [\w-]{1,30}){0,2}$", re.IGNORECASE
)


def is_brought_in(noun: str, earlier: Sequence[Sentence]) -> bool:
    """Whether "a fire" stands before "the fire"."""
    for sentence in earlier:
        at = sentence.text.find(f" {noun}")
        if at > 0 and INDEFINITE.search(sentence.text[max(0, at - 60) : at]):
            return True
    return False
