"""Whether a full name is surely somebody's, with nothing torn off and nothing added.

Only letters count here: a name that the article gives late, or in pieces, may be a
brother's, a firm's or nobody's, whatever its words look like.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from summarizer.lexicon import words
from summarizer.name_words import SUFFIXES, forenames, is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

PATCHED = 3
"""Words of the shortest name that can be one with a firm's in front: "Orvane Ed
Crane"."""
TORN = re.compile(
    r"(?:\b(?:of|and|or)|\d\w{0,3}|[\"“‘]|(?:^|\s)[A-Z][\w.'’-]{0,30}|[a-z]-[a-z]{2,20})$"
)
"""In front of a title that is only the end of a longer one, or of something else."""
SENTENCE_BEFORE = re.compile(
    r"(?:\n|(?:(?<![\w.])[a-z]\w{1,30}|\w{6,30})[.!?][\"”’']?\s)\s*\Z"
)
"""The end of another sentence; "Gov." and "Lieut." are none."""
OWNED = re.compile(
    r"(?:\b(?:his|her|their|my|our|your|its)|['’]s?) {1,2}[a-z-]{1,30} {1,2}$"
)
"""A noun with its owner, in front of a name."""
LAST_WORD = re.compile(r"([\w.'’-]{1,40})\s{0,2}$")
NAME = r"[A-Z][\w'’.-]{0,30}"
ALIAS = r"[\"“‘'(][^\"”’'()\n]{1,30}[\"”’')],?"
NICKNAME = re.compile(r"[\"“‘'(][^\"”’'()\n]{0,29}[^\"”’'(),\n][\"”’')](?: |\Z)")
"""Ana "Fox" Vale; 'Known as "the Fox," Vale' has none."""
JUNIOR = r",? (?:Jr|Sr|II|III|IV)\b"
SHORT = 4
"""Letters of the longest part with a stop that may still be part of a name: "Wm."."""
COURTESY = re.compile(r"(?<!\w)(Mr|Mrs|Ms|Miss)\.? \Z")
INITIALS = 2
"""Letters by which a short form shows whose it is."""
REACH = 60
"""Characters around a name that are looked at."""


def is_doubtful(text: str, name: str, surname: str) -> bool:
    """Whether the full name may not be that of whom a bare surname means.

    Another may bear it; it may come after the bare surname, and then be a son's; or it
    may hold what is no part of it.
    """
    return (
        _comes_late(text, name, surname)
        or _has_namesake(text, name, surname)
        or _is_patched(text, name)
    )


def _comes_late(text: str, name: str, surname: str) -> bool:
    """Whether the surname stands alone before the full name."""
    before = text[: text.find(name)]
    if surname not in before:
        return False
    return re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", before) is not None


def _has_namesake(text: str, name: str, surname: str) -> bool:
    """Whether somebody else goes by the surname: a father, a sister, a Junior.

    "Ty" is no other than "Tyler".
    """
    own = [part for part in name.split() if part not in SUFFIXES]
    known = _sure_forenames()
    for bearer in _bearers(surname).finditer(text):
        first, *others = _behind_a_stop(bearer["parts"].split())
        heads = {part for part in (first, *others) if part in known}
        if NICKNAME.search(bearer["parts"]):
            heads.add(first)
        if any(_is_another(head, own) for head in heads):
            return True
    return _has_junior(text, name, surname)


@cache
def _sure_forenames() -> frozenset[str]:
    return forenames() - words("names", "starters")


def _behind_a_stop(parts: list[str]) -> list[str]:
    """The parts of a name behind the end of a sentence: "Bo Lund. ‹Ana› Vale".

    Where the sentence ends on all of them there is nothing but the stop itself.
    """
    stops = (n for n, part in enumerate(parts) if ends_a_sentence(part))
    return parts[max(stops, default=-1) + 1 :] or [""]


def ends_a_sentence(part: str) -> bool:
    """Whether a word with a stop is no initial, title or "Jr." of a name."""
    return (
        part.endswith(".")
        and len(part) > SHORT
        and "." not in part[:-1]
        and part not in SUFFIXES
        and not is_title(part)
    )


def _is_another(forename: str, own: Sequence[str]) -> bool:
    return forename not in own and forename[:INITIALS] != own[0][:INITIALS]


def _has_junior(text: str, name: str, surname: str) -> bool:
    """Whether the name is borne with and without "Jr." behind it."""
    plain = name[: name.index(surname) + len(surname)] if surname in name else name
    found = re.findall(rf"(?<!\w){re.escape(plain)}(?!\w)({JUNIOR})?", text)
    return len({bool(suffix) for suffix in found}) > 1


@lru_cache(maxsize=64)
def _bearers(surname: str) -> re.Pattern[str]:
    """A forename, what may stand behind it, and the surname: Ana "Fox" Vale."""
    return re.compile(
        rf"(?<![\w@#-])(?P<parts>{NAME}(?: (?:{NAME}|{ALIAS})){{0,3}}) "
        rf"{re.escape(surname)}(?!\w)"
    )


def is_owned(before: str) -> bool:
    """Whether a friend stands in front, and wants no role: "his buddy Ed Crane"."""
    return OWNED.search(before[-REACH:]) is not None


def _is_patched(text: str, name: str) -> bool:
    """Whether the first of three words may be something else: "Orvane Ed Crane"."""
    parts = [part for part in name.split() if part not in SUFFIXES]
    if len(parts) < PATCHED or parts[0][:1].islower():
        return False
    if "." in "".join(parts[:2]):
        return False
    first, second = re.escape(parts[0]), re.escape(parts[1])
    alone = re.search(rf"(?<![\w@#]){first}(?!\w)(?!\s{second}\b)", text)
    return alone is not None


def is_torn(before: str) -> bool:
    """Whether a title behind these words is only the end of a longer one."""
    if SENTENCE_BEFORE.search(before[-REACH:]):
        return False
    near = before[-REACH:].rstrip(" \xa0")
    last = LAST_WORD.search(near)
    return TORN.search(near) is not None or (
        last is not None and last[1].lower() in words("names", "narrowing")
    )


def is_only_miss(before: str, surname: str, text: str) -> bool:
    """Whether a name behind "Miss" or "Ms" is that of the article's only woman of it.

    Where it says "Mrs." or two of them there may be a mother and a daughter.
    """
    said = COURTESY.search(before[-REACH:])
    forms = (
        rf"(?<!\w)(Mr|Mrs|Ms|Miss)\.? (?:[A-Z][\w.'’-]{{0,30}} )?{re.escape(surname)}\b"
    )
    called = set(re.findall(forms, text))
    return said is not None and said[1] in {"Miss", "Ms"} and called == {said[1]}


def keeps_forename(before: str) -> bool:
    """Whether a bare surname reads badly behind these words: "a man named Crane"."""
    last = LAST_WORD.search(before)
    return not (
        last is None
        or last[1].lower() in words("names", "before_surnames")
        or is_title(last[1])
        or not last[1][-1].isalnum()
    )
