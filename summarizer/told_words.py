"""Words that say what somebody is, by their letters and closed lists alone."""

from __future__ import annotations

import re
from functools import cache

from summarizer.lexicon import alternation, table, words
from summarizer.renaming import titles

WORD = re.compile(r"[\w.'’-]+")
SHORT = re.compile(r"[A-Z]{2,}")
"""A body or a country: "US", "WHO"."""
TRADES = ("ologist", "-in-chief", "-general")
"""Ends of words that are roles, whatever stands before."""


def is_known(word: str) -> bool:
    """Whether the word is a title, a role or a trade."""
    low = word.lower().rstrip(".")
    if low.startswith("co-"):
        return low in words("portraits", "heads")
    return low in titles() or low in words("portraits", "heads") or low.endswith(TRADES)


def means_more(said: str) -> bool:
    """Whether a word means something told elsewhere, or a number is among them."""
    each = WORD.findall(_places().sub("", said))
    return any(
        (word.lower() in words("portraits", "never") and not SHORT.fullmatch(word))
        or word.lower().startswith("then-")
        or word in words("names", "calendar")
        or any(char.isdigit() for char in word)
        for word in each
    )


@cache
def _places() -> re.Pattern[str]:
    """Places that are called new: "New York"."""
    return re.compile(rf"\bNew (?:{alternation('portraits', 'new')})\b")


def is_verb(word: str) -> bool:
    """Whether it is a verb in the past by its ending: "rounded"."""
    return word.endswith("ed") and word not in words("portraits", "participles")


@cache
def reporting() -> frozenset[str]:
    """The forms of the reporting verbs that stand behind a name."""
    verbs = table("cues")["verbs"].values()
    return frozenset(
        form for entry in verbs for form in (entry["present"], entry["past"])
    )
