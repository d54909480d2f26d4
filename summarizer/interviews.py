"""Questions of an interview: the turns of whoever asks."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = r"[A-Z][\w.'’-]{0,20}"
TURN = re.compile(rf"(?P<label>{NAME}(?: {NAME}){{0,2}}): \S")
LONGEST_TURN = 4  # lines of a question
FEWEST_TURNS = 3
"""Of one label, before it is taken for a speaker."""


def questions(lines: Sequence[str]) -> set[int]:
    """The places of the lines that the interviewer says.

    >>> questions(["CNN: Why?", "Vale: We ran.", "CNN: So?", "Vale: No.", "CNN: When?"])
    {0, 2, 4}
    """
    turns = _turns(lines)
    found: set[int] = set()
    for spoken in turns.values():
        asked = sum(any(lines[i].endswith("?") for i in turn) for turn in spoken)
        if len(spoken) >= FEWEST_TURNS and 2 * asked >= len(spoken):
            found.update(i for turn in spoken for i in turn)
    return found


def _turns(lines: Sequence[str]) -> dict[str, list[range]]:
    """The turns of every speaker; each goes on to the next label."""
    starts = [
        (i, m["label"]) for i, line in enumerate(lines) if (m := TURN.match(line))
    ]
    stops = [*(i for i, _ in starts), len(lines)][1:]
    labels = {label for _, label in starts}
    turns: dict[str, list[range]] = defaultdict(list)
    for (start, label), stop in zip(starts, stops, strict=True):
        # Where nobody else has a label, the answer follows the question's line.
        longest = LONGEST_TURN if len(labels) > 1 else 1
        turns[label].append(range(start, min(stop, start + longest)))
    return turns
