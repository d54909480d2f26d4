"""Whether a full name is surely somebody's, with nothing torn off and nothing added.

Only letters count here: a name that the article gives late, or in pieces, may be a
brother's, a firm's or nobody's, whatever its words look like.
"""

from __future__ import annotations

import re

from summarizer.lexicon import words
from summarizer.name_words import SUFFIXES, forenames, is_title

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
STOP = re.compile(r"[.!?;](?:\s|$)")
WORD = re.compile(r"[a-z]{3,20}")
OWNED = re.compile(
    r"(?:\b(?:his|her|their|my|our|your|its)|['’]s?) {1,2}[a-z-]{1,30} {1,2}$"
)
"""A noun with its owner, in front of a name."""
LAST_WORD = re.compile(r"([\w.'’-]{1,40})\s{0,2}$")
INITIALS = 2
"""Letters by which a short form shows whose it is."""
REACH = 60
"""Characters around a name that are looked at."""


def comes_late(text: str, surname: str, start: int) -> bool:
    """Whether the surname stands alone before the full name that starts there."""
    return re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", text[:start]) is not None


def has_namesake(text: str, name: str, surname: str) -> bool:
    """Whether another forename stands in front of the surname: a father's, a sister's.

    "Ty" is no other than "Tyler".
    """
    own = [part for part in name.split() if part not in SUFFIXES]
    before = re.findall(
        rf"(?<![\w@#-])([A-Z][\w'’-]*) {re.escape(surname)}(?!\w)", text
    )
    return any(
        other in forenames() - words("names", "starters")
        and other not in own
        and other[:INITIALS] != own[0][:INITIALS]
        for other in before
    )


def is_relative(before: str, behind: str) -> bool:
    """Whether a name between these words is a relative's: "Bo Vale, his brother"."""
    near = STOP.split(before[-REACH:])[-1], STOP.split(behind[:REACH])[0]
    return any(
        word in words("names", "kin") for word in WORD.findall(" ".join(near).lower())
    )


def is_owned(before: str) -> bool:
    """Whether a friend stands in front, and wants no role: "his buddy Ed Crane"."""
    return OWNED.search(before[-REACH:]) is not None


def is_patched(text: str, name: str, *, late: bool) -> bool:
    """Whether the first of three words may be something else: "Orvane Ed Crane".

    Initials are a person's, unless the last word stands alone before: "the Ana M."
    and "Vale" are two boats then.
    """
    parts = [part for part in name.split() if part not in SUFFIXES]
    if len(parts) < PATCHED or parts[0][:1].islower():
        return False
    if "." in "".join(parts[:2]) and not late:
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


def keeps_forename(before: str) -> bool:
    """Whether a bare surname reads badly behind these words: "a man named Crane"."""
    last = LAST_WORD.search(before)
    return not (
        last is None
        or last[1].lower() in words("names", "before_surnames")
        or is_title(last[1])
        or not last[1][-1].isalnum()
    )
