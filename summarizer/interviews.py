"""Lines of an interview that stand there without the name of who says them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = r"[A-Z][\w.'’-]{0,20}"
TURN = re.compile(rf"(?P<label>{NAME}(?: {NAME}){{0,2}}): \S")
LONGEST_QUESTION, LONGEST_ANSWER = 4, 12  # lines
FEWEST_TURNS = 3
"""Of one label, before it is taken for a speaker."""
NO_NAMES = frozenset({"A", "Answer"})
FEWEST_LEFT = 2
"""Lines of a text that lacks its interview."""


def unnamed(lines: Sequence[str]) -> set[int]:
    """The places of what the interviewer says, and of what an answer goes on with.

    The reader would take it for the paper's own; an answer's first line has its name.

    >>> unnamed(["CNN: Why?", "Vale: We ran.", "CNN: So?", "Vale: No.", "CNN: When?"])
    {0, 2, 4}
    """
    turns = _turns(lines)
    shouted = [label for label in turns if label.isupper()]
    station = shouted[0] if len(shouted) == 1 and len(turns) > 1 else None
    asking = {
        label
        for label, spoken in turns.items()
        if _asks(spoken, lines, is_station=label == station)
    }
    asked, answered = set[int](), set[int]()
    for label, spoken in turns.items():
        for turn in spoken if asking else ():
            if label in asking:
                # Where nobody else has a label, the answer follows the question's line.
                asked.update(turn[: LONGEST_QUESTION if len(turns) > 1 else 1])
            else:
                first = 0 if label in NO_NAMES else 1
                answered.update(turn[first:LONGEST_ANSWER])
    left = len(lines) - len(asked | answered)
    return asked | answered if left >= FEWEST_LEFT else asked


def _asks(spoken: Sequence[range], lines: Sequence[str], *, is_station: bool) -> bool:
    """Whether most of somebody's turns are questions, or some and the name is "CNN"."""
    asked = sum(any(lines[i].endswith("?") for i in turn) for turn in spoken)
    enough = asked > 0 if is_station else 2 * asked >= len(spoken)
    return len(spoken) >= FEWEST_TURNS and enough


def _turns(lines: Sequence[str]) -> dict[str, list[range]]:
    """The turns of every speaker; each goes on to the next label."""
    starts = [
        (i, m["label"]) for i, line in enumerate(lines) if (m := TURN.match(line))
    ]
    stops = [*(i for i, _ in starts), len(lines)][1:]
    turns: dict[str, list[range]] = defaultdict(list)
    for (start, label), stop in zip(starts, stops, strict=True):
        turns[label].append(range(start, stop))
    return turns
