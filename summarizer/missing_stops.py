"""Where a sentence ended and its full stop was forgotten."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from summarizer.lexicon import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST_WORDS = 4
"""So many stand in front of it: in "The film called It Was The" nothing ends."""
REACH = 200  # characters; a sentence of so many has the words
SENTENCE_END = re.compile(r"[.?!]['\"”’)\]]{0,4}\s")


def missing_stops(text: str, quotations: Sequence[tuple[int, int]]) -> Iterator[int]:
    """The offsets where one sentence ends and the next begins without any mark.

    Only a word that begins a sentence wherever it has its capital tells so: behind a
    quotation, or between words in small letters. ``quotations`` are in order.

    >>> text = "They called it 'a waste of wool' But the mayor paid."
    >>> [text[at:] for at in missing_stops(text, [(15, 31)])]
    [' But the mayor paid.']
    """
    openings = [opening for opening, _ in quotations]
    reached = list(accumulate((closing for _, closing in quotations), max))
    closings = {closing for _, closing in quotations}
    for match in _unmarked().finditer(text):
        at = match.start()
        last = bisect_left(openings, at) - 1
        inside = last >= 0 and reached[last] >= at
        is_end = at - 1 in closings or _between_words().match(text, max(0, at - 3))
        if is_end and not inside and _has_words(text, at):
            yield at


def _has_words(text: str, at: int) -> bool:
    front = SENTENCE_END.split(text[max(0, at - REACH) : at])[-1]
    return len(front.split()) >= LEAST_WORDS


@cache
def _unmarked() -> re.Pattern[str]:
    starters = alternation("abbreviations", "unmarked", "behind_quotation")
    # The blank comes first in the pattern, for texts are searched quicker by a sign.
    before = r"(?:(?<=[a-z]{3} )|(?<=[a-z]{3}['\"”’] ))"
    return re.compile(rf" (?=(?:{starters}) [a-z]{{2,20}} ){before}")


@cache
def _between_words() -> re.Pattern[str]:
    starters = alternation("abbreviations", "unmarked", "behind_word")
    return re.compile(rf"[a-z]{{3}} (?:{starters}) ")
