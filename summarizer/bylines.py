"""Who wrote an article and who helped: by-lines, credits, notes on the author."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.lexicon import alternation, union, words

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
WRAPPING = " \t.,:;!|>»›<«‹-–—_*•·…[]()\"'↓→←▶►+=#~/"
CONTRIBUTED = re.compile(r"^(.{3,250}?) contributed(?: reporting)?(?: from .{3,60})?$")
REPORTED = re.compile(r"\b(?:reported|wrote|written|reporting) (?:from|in|this)\b")
REPORTS = ("reported ", "wrote ", "written ", "reporting ")
BIOGRAPHY = re.compile(
    r"(?P<name>(?:[A-Z][\w.'’-]{0,25} ){2,4})(?:is|was|has been)"
    r" (?:(?:an?|the|co-) ?|(?=[A-Z][a-z]{3,20} (?:of|at|in|for) ))"
)
LONGEST_BYLINE = 40  # words
LONGEST_BIOGRAPHY = 30
BIOGRAPHY_PLACE = 4  # sentences from the end of an article


def is_byline(text: str) -> bool:
    """Whether nothing but names follows "by", or stands in front of a role.

    >>> is_byline("By Mara Holt"), is_byline("By Monday"), is_byline("By then")
    (True, False, False)
    """
    bare = text.strip(WRAPPING)
    signed = _signing().match(bare)
    found = []
    for match in WORD.finditer(bare, signed.end() if signed else 0):
        if not _may_sign(match[0]):
            return False
        found.append(match[0])
    if not 0 < len(found) <= LONGEST_BYLINE:
        return False
    if signed:
        return not _is_deadline(found)
    roles = words("furniture", "byline_roles")
    return len(found) > 1 and found[-1].casefold() in roles


def is_contribution(text: str) -> bool:
    """Whether the line only says who contributed, or who reported from where."""
    bare = text.strip(WRAPPING)
    found = CONTRIBUTED.match(bare) if " contributed" in bare else None
    names = WORD.findall(found[1]) if found else []
    known = [word for word in names if word != "also"]
    if len(known) > 1 and all(map(_may_sign, known)):
        return True
    if not any(map(bare.__contains__, REPORTS)):
        return False
    return REPORTED.search(bare) is not None and _is_report_credit(bare)


def is_biography(line: str) -> bool:
    """Whether a line says no more than what its author is: "Mara Holt is a writer".

    The same words may be news; it is for the last lines of an article.
    """
    if not BIOGRAPHY.match(line) or len(line.split()) > LONGEST_BIOGRAPHY:
        return False
    rest = set(WORD.findall(line.lower()))
    if not rest.isdisjoint(words("furniture", "biography_news")):
        return False
    return not rest.isdisjoint(words("furniture", "biography_roles"))


def biographies(lines: Sequence[str]) -> set[int]:
    """The places of the notes on authors among many lines: first, or near the end.

    The first line may also be the news; it is a note if nothing comes back to its name.
    """
    if len(lines) <= 2 * BIOGRAPHY_PLACE:
        return set()
    last = range(len(lines) - BIOGRAPHY_PLACE, len(lines))
    found = {place for place in last if is_biography(lines[place])}
    if is_biography(lines[0]) and not _comes_back(lines):
        found.add(0)
    return found


def _comes_back(lines: Sequence[str]) -> bool:
    """Whether a later line has the surname of the person whom the first line names."""
    name = BIOGRAPHY.match(lines[0])
    surname = name["name"].split()[-1] if name else ""
    return any(surname in line for line in lines[1:])


@cache
def _signing() -> re.Pattern[str]:
    verbs = alternation("furniture", "byline_verbs")
    return re.compile(rf"(?:{verbs})(?:\s?[.:])?\s", re.IGNORECASE)


def _is_report_credit(bare: str) -> bool:
    small = union(("furniture", "byline_words"), ("furniture", "reporting_words"))
    found = WORD.findall(bare)
    return found[0][0].isupper() and all(
        not word[0].islower() or word in small for word in found
    )


def _may_sign(word: str) -> bool:
    if not word[0].islower() or word in words("furniture", "byline_words"):
        return True
    return word in words("furniture", "byline_roles")


def _is_deadline(found: Sequence[str]) -> bool:
    """Whether "by" is followed by a day, not by a name: "By June 2019", "By Monday"."""
    anchors = words("furniture", "date_anchors")
    has_number = any(word[0].isdigit() for word in found)
    is_day = found[0].casefold() in anchors
    return has_number or (is_day and len(found) == 1)
