"""What a capitalised word may be: a title, a forename, part of a name, or neither."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.names import Word

SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "VI", "VII", "VIII"})
MOST_NAMES = 4
ACRONYM = re.compile(r"[A-Z]{3,}")
CAPITALS = re.compile(r"[A-Z]{4,}")
NOT_INITIALS = frozenset(
    {"U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "L.A.", "N.Y.", "A.M."}
)
WORDS_KEPT = 4096
"""An article asks for the same few words again and again."""
NUMBERS = frozenset(
    {
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "dozens", "hundreds", "thousands",
    }
)  # fmt: skip
HALVES = frozenset(
    {
        "north", "south", "east", "west", "northern", "southern", "eastern", "western",
        "new", "great", "saint", "san", "los",
    }
)  # fmt: skip
ROLE_PREFIXES = ("co-", "ex-", "vice-", "then-", "sub-", "deputy-", "mid-")


def is_name(name: Sequence[Word]) -> bool:
    """Whether the words may be somebody's name: none of them says otherwise."""
    return _is_name(tuple([word.text for word in name]))


@lru_cache(maxsize=WORDS_KEPT)
def _is_name(name: tuple[str, ...]) -> bool:
    core = [word for word in name if word not in SUFFIXES]
    capitals = [word for word in core if word[:1].isupper() or "-" in word]
    if not 1 <= len(capitals) <= MOST_NAMES or capitals[0] != core[0]:
        return False
    known = core[0] in forenames() and len(core) > 1
    first = () if known else core[:1]
    last = () if known and _may_end_a_name(core[-1]) else core[-1:]
    middle = core[1:-1]
    return not any(_is_other(word) for word in (*first, *middle, *last))


def is_soft(name: Sequence[Word]) -> bool:
    """Whether the last word may make a place of it: "Rose Hill", "Adam Field"."""
    return _may_end_a_name(name[-1].text)


@lru_cache(maxsize=WORDS_KEPT)
def is_title(text: str) -> bool:
    """Whether the capitalised word is a title or a role: "Gov.", "President"."""
    bare = text.rstrip(".")
    return (
        bare in words("titles", "courtesy")
        or bare in words("titles", "abbreviated")
        or (text == bare and text not in _no_titles() and is_role(_role_form(bare)))
    )


def is_role(text: str) -> bool:
    """Whether the lower-case word is a role: "president", "co-pilot"."""
    roles = words("titles", "roles")
    if text in roles or "-" not in text:
        return text in roles
    return text.startswith(ROLE_PREFIXES) or text.partition("-")[0] in roles


def is_small_opener(text: str, following: str) -> bool:
    """Whether a word at the head of a sentence is no name: "‹Federal› agents"."""
    if text.lower() in NUMBERS:
        return True
    return following[:1].islower() and text.lower() in words("names", "small_openers")


def is_half_a_place(text: str, following: str) -> bool:
    """Whether the word and a capitalised one behind it name a place: "South Korean"."""
    return following[:1].isupper() and text.lower() in HALVES


@cache
def forenames() -> frozenset[str]:
    """All forenames of the table."""
    return words("names", "female") | words("names", "male") | words("names", "either")


def is_forename(text: str) -> bool:
    """Whether it is in the table, is a pair of such, or is an initial."""
    if text.endswith("."):
        return text not in NOT_INITIALS and len(text) <= len("J.R.R.")
    return text in forenames() or text.split("-", maxsplit=1)[0] in forenames()


def only_modifies(text: str) -> bool:
    """Whether it can stand before a name but not in it: "Texas", "NATO"."""
    return text not in forenames() and (
        text in words("names", "places") or bool(ACRONYM.fullmatch(text))
    )


def _role_form(text: str) -> str:
    return text.lower() if text.isupper() or text[1:].islower() or "-" in text else text


@cache
def _no_titles() -> frozenset[str]:
    return frozenset(word.title() for word in words("titles", "not_capital"))


def _may_end_a_name(text: str) -> bool:
    return text in words("names", "places_or_surnames") or text in words(
        "names", "places"
    )


@cache
def _never_in_names() -> frozenset[str]:
    lists = (
        "other",
        "calendar",
        "organisations",
        "never_surnames",
        "starters",
        "places",
    )
    return frozenset().union(*(words("names", key) for key in lists))


def _is_other(text: str) -> bool:
    """Whether the word belongs to something else than a person."""
    return (
        text in _never_in_names()
        or text in NOT_INITIALS
        or (text.isupper() and text in words("trims", "dateline", "agencies"))
        or bool(CAPITALS.fullmatch(text))
        or (not text.isalpha() and any(map(str.isdigit, text)))
    )
