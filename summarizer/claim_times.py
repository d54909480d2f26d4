"""Where and when a claim was made, and which of these words a bullet can do without.

"On Monday", "in a statement" and "at a news conference" tell nothing. But an old claim
reads as today's without its year, a plea as a fact without "for the defence", and a
relayed word as one's own without "quoting police": whatever is not known to be idle
stays.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKS = ",.;:'’\"“”()–—-"
WHO = frozenset({"who", "whose", "which", "whom"})
LINKS = frozenset({"on", "about", "to", "of", "with", "for", "in", "at"})
"""Between a report and what it is on."""
AGE = re.compile(r"\d{1,2}")
DIGIT = re.compile(r"\d")
NAME = re.compile(r"[A-Z][\w.&’'-]*")


def is_idle(said: Sequence[str]) -> bool:
    """Whether words around a reporting verb and its speaker tell no more than where.

    >>> is_idle("in a statement on Monday".split()), is_idle("in May".split())
    (True, False)
    >>> is_idle("who was paid by the mill".split()), is_idle("hours before".split())
    (False, False)
    """
    told = [word.lower() for word in said]
    if not words("guards", "attribution", "tainting").isdisjoint(told):
        return False
    return all(map(_is_idle, _without_topic(list(_hanging(said)))))


def _is_idle(word: str) -> bool:
    idle = words("guards", "attribution", "idle")
    months = words("trims", "weekday", "months")
    timed = word in months or word.lower() in words("guards", "attribution", "dating")
    named = NAME.fullmatch(word) is not None and not timed
    aged = AGE.fullmatch(word) is not None
    return named or aged or word.lower() in idle


def _without_topic(said: list[str]) -> list[str]:
    """The words but for what a report or a letter is on, unless that tells a time."""
    documents = words("guards", "attribution", "documents")
    for at, (noun, link) in enumerate(pairwise(said)):
        if noun.lower() in documents and link.lower() in LINKS:
            topic = said[at + 2 :]
            times = words("guards", "attribution", "dating")
            if not any(word.lower() in times or DIGIT.search(word) for word in topic):
                return said[:at]
    return said


def _hanging(said: Sequence[str]) -> Iterator[str]:
    """The words without what a "who" between commas tells of the speaker."""
    inside = False
    for before, word in pairwise(["", *said]):
        if word.strip(MARKS) == "":
            inside = inside and word != ","
        elif before in {"", ","} and word.lower() in WHO:
            inside = True
        elif not inside:
            yield word.strip(MARKS)
