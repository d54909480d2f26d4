"""The phrases by which a line of furniture is known, from ``lexicon/furniture.toml``.

There are hundreds, and nearly every line holds none of them. So phrases are looked up
by their first letters or their last, and a pattern is made only of one that may be
there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Mapping

HEAD = 3
"""Letters by which phrases are looked up."""

ANYTHING = "*"
"""Stands in a phrase for up to 80 characters."""


def is_one(group: str, text: str) -> bool:
    """Whether the text is a phrase of the group and nothing else."""
    return any(_pattern(phrase).fullmatch(text) for phrase in _begun(group, text))


def begins(group: str, text: str) -> bool:
    """Whether the text begins with a phrase of the group.

    >>> begins("opening", "read more: the bridge"), begins("opening", "read moreover")
    (True, False)
    """
    return any(_pattern(phrase).match(text) for phrase in _begun(group, text))


def ends(group: str, text: str, *, before: str) -> bool:
    """Whether the text ends with a phrase that the pattern ``before`` stands before."""
    listed = _by_last_letter(group).get(text[-1:], ())
    found = [phrase for phrase, letters in listed if text.endswith(letters)]
    return any(_pattern(phrase, before, "$").search(text) for phrase in found)


def holds(group: str, text: str) -> bool:
    """Whether a phrase of the group stands in the text."""
    found = [phrase for phrase, letters in _beginnings(group) if letters in text]
    return any(_pattern(phrase).search(text) for phrase in found)


def _begun(group: str, text: str) -> list[str]:
    """The phrases whose beginning is the text's."""
    listed = _by_first_letters(group)
    near = listed.get(text[:HEAD], ()) + listed.get(text[:1], ())
    return [phrase for phrase, letters in near if text.startswith(letters)]


Listed = tuple[tuple[str, str], ...]
"""Phrases, each with letters of it that no star stands for."""


@cache
def _beginnings(group: str) -> Listed:
    listed = sorted(words("furniture", group))
    return tuple((phrase, phrase.partition(ANYTHING)[0]) for phrase in listed)


@cache
def _by_first_letters(group: str) -> Mapping[str, Listed]:
    """The phrases by their first letters, a lone sign by itself."""
    found: dict[str, Listed] = defaultdict(tuple)
    for phrase, letters in _beginnings(group):
        found[letters[:HEAD] if len(letters) >= HEAD else letters[0]] += (
            (phrase, letters),
        )
    return dict(found)


@cache
def _by_last_letter(group: str) -> Mapping[str, Listed]:
    found: dict[str, Listed] = defaultdict(tuple)
    for phrase, _ in _beginnings(group):
        letters = phrase.rpartition(ANYTHING)[2]
        found[letters[-1]] += ((phrase, letters),)
    return dict(found)


@cache
def _pattern(phrase: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """The phrase, whole words only."""
    edge = r"(?!\w)" if phrase[-1].isalnum() else ""
    letters = re.escape(phrase).replace(re.escape(ANYTHING), ".{0,80}")
    return re.compile(f"{before}{letters}{edge}{after}")
