"""When a claim was made, or how: "said ‹in 2019›", "said ‹before the storm›".

Without that an old claim reads as today's, and a private word as a public one.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

YEAR = re.compile(r"(?:1[89]|20)\d\d")
AS_SOMEBODY = frozenset({("as", "a"), ("as", "an"), ("as", "the")})
"""How somebody said it: "said as a candidate"."""
WHO = frozenset({"who", "whose", "which", "whom"})
THEN = ["at", "the", "time"]


def hanging(words_: Sequence[str]) -> list[str]:
    """The words without what a "who" or "which" between commas tells of the speaker.

    >>> hanging("in May , who died in 2008 , said".split())
    ['in', 'May', 'said']
    """
    found: list[str] = []
    inside = False
    for before, word in pairwise(["", *words_]):
        if word == ",":
            inside = False
        elif before == "," and word.lower() in WHO:
            inside = True
        elif not inside:
            found.append(word)
    return found


def dates_claim(said: Sequence[str]) -> bool:
    """Whether words that hang on a reporting verb tell when or how it was said.

    "On Monday" and "in a statement" do not: so most of what is reported is said.

    >>> dates_claim("hours before the storm".split()), dates_claim("on Monday".split())
    (True, False)
    """
    bare = [word.strip(",.;:'’\"“”()") for word in said]
    low = [word.lower() for word in bare]
    return (
        not words("guards", "attribution", "dating").isdisjoint(low)
        or not words("trims", "weekday", "months").isdisjoint(bare)
        or any(YEAR.fullmatch(word) for word in bare)
        or not AS_SOMEBODY.isdisjoint(pairwise(low))
        or any(low[at : at + len(THEN)] == THEN for at in range(len(low)))
    )
