"""Whether a sentence ends at a mark: one small rule for each reason it does or not.

A rule says True where a sentence ends, False where none does, and None where it has
nothing to say.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.lexicon import alternation, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from summarizer.boundaries import Boundary

QUOTATION_MARKS = frozenset("\"'“”‘’»")
ROMAN = re.compile(r"[IVX]{1,5}\b")
DASH = re.compile(r"--|[—–|.,;:/]")
GOES_ON = re.compile(r"(?:--|[—–])\s{0,3}[a-z]")
PLAIN_WORD = re.compile(r"[A-Z][a-z]*(?:['’][a-z]{1,2})?(?=[\s,]|$)")
NAME_ENDINGS = frozenset({"Com", "Net", "Org"})
# A glued word is only taken for the first of a sentence when both are this long.
SHORTEST_GLUED = 3
CLOSED = "|%)]\"'”’.?!"
LINE_START = re.compile(r"[A-Z][a-z]+ (?:[A-Z][a-z]+ ){0,2}\.")
LONGEST_LINE_START = 40
BYLINE_START = re.compile(r"By [A-Z][\w'’-]+ [A-Z]")
# The Big Bopper in J.P. "The Big Bopper" Hale; a quotation has a mark before its end.
NICKNAME = re.compile(r"[\"“][A-Z][^\"”,.?!]{1,40}[\"”] [A-Z]")
MONEY = frozenset("$£€¥")
SCALED = re.compile(r"\d{1,3} (?:thousand|million|billion|trillion|mn?|bn?)\b")
YEAR_IN_BRACKETS = re.compile(r"\(\d{4}\)")
ABBREVIATIONS = ("titles", "never_final", "months", "may_be_final", "states")


def _lower_case_follows(at: Boundary) -> bool | None:
    """None ends in ``"Are you sure?" she asked``; but iPads may start one."""
    return False if at.right[:1].islower() and not at.right[1:2].isupper() else None


def _no_word_follows(at: Boundary) -> bool | None:
    """None ends in ``"Never." — Ann Hale``, nor in ``It fell! — or sank``."""
    if GOES_ON.match(at.text, at.start):
        return False
    dash = DASH.match(at.text, at.start)
    return False if dash and (at.quoted or dash.group() in "|.,;:/") else None


def _list_number(at: Boundary) -> bool | None:
    """None ends in ``1. Wash the rice``."""
    alone = at.left.isdigit() and at.end - at.begun == len(at.left) + 1
    return False if alone and at.mark == "." else None


def _number_follows(at: Boundary) -> bool | None:
    """None ends in ``No. 10``, ``Jan. 5``, ``Vol. II``."""
    if at.mark != "." or at.lone or at.low not in _words("before_number", "months"):
        return None
    return False if at.right[:1].isdigit() or ROMAN.match(at.right) else None


def _broken_figure(at: Boundary) -> bool | None:
    """None ends in ``$7. 2 million``, where a space got into the figure."""
    money = at.mark == "." and at.left[:1] in MONEY and at.left[1:].isdigit()
    return False if money and SCALED.match(at.text, at.start) else None


def _german_day(at: Boundary) -> bool | None:
    """None ends in ``am 22. November``, nor in ``22. Mai``."""
    if at.mark != "." or not (at.left.isdigit() and len(at.left) <= len("31")):
        return None
    month = at.right.lower()
    if month in _words("german_months"):
        return False
    before = at.text[max(at.begun, at.end - LONGEST_LINE_START) : at.end].split()[-2:-1]
    led = before and before[0] in _words("before_german_day")
    return False if led and month in _words("shared_months") else None


def _common_word(at: Boundary) -> bool | None:
    """One ends in ``They sat. Ann``: "sat" is short for a day only with a capital."""
    lower = at.mark == "." and at.left.islower()
    return True if lower and at.left in _words("only_with_capital") else None


def _name_follows(at: Boundary) -> bool | None:
    """None ends in ``Gov. Hale``, ``ex-Sen. Hale``, ``Acme vs. Apex``."""
    if at.mark != "." or at.closers or at.lone:
        return None
    last = at.low.rpartition("-")[2]
    known = _words("titles", "never_final")
    return False if at.low in known or last in known else None


def _rank_follows(at: Boundary) -> bool | None:
    """None ends in ``Tech. Sgt. Hale``."""
    short = at.left in _words("before_rank") and at.right.lower() in _words("titles")
    return False if at.mark == "." and short else None


def _year_follows(at: Boundary) -> bool | None:
    """None ends in ``"I.Q." (1994), a film``."""
    return False if at.quoted and YEAR_IN_BRACKETS.match(at.text, at.start) else None


def _initials(at: Boundary) -> bool | None:
    """None ends in ``E.V. Hale``; but one may in ``World War I. The``."""
    letters = at.left.rpartition(")")[2].split(".")  # "(CNN)T.J. Hale"
    if at.mark != "." or not all(len(x) == 1 and x.isupper() for x in letters):
        return None
    if at.low in _words("final_initials"):
        return True if at.closers or at.opening[:1] in QUOTATION_MARKS else None
    if at.glued or NICKNAME.match(at.text, at.start):
        return False
    another = len(at.right) == 1 and at.text.startswith(
        ".", at.start + len(at.opening) + 1
    )
    return bool(at.closers or at.opening) or (at.starter and not another)


def _name_with_mark(at: Boundary) -> bool | None:
    """None ends in ``Yahoo! Inc.``."""
    name = at.low + at.mark in _words("names_with_mark")
    return False if name and not at.closers and not at.starter else None


def _two_quotations(at: Boundary) -> bool | None:
    """One ends between ``"Is that it?"`` and ``"That is it."``."""
    return True if at.quoted and at.opening[:1] in QUOTATION_MARKS else None


def _speaker_follows(at: Boundary) -> bool | None:
    """None ends before the speaker in ``"Really?" Ann Hale asked.``."""
    if not at.quoted or at.mark == "." or (at.starter and at.right != "I"):
        return None
    return False if _speaker().match(at.text, at.start) else None


def _after_clock(at: Boundary) -> bool | None:
    """One ends in ``5 p.m. Shoppers``; none in ``5 p.m. Friday``."""
    if at.mark != "." or at.low not in _words("clock") or not at.right[:1].isalpha():
        return None
    return re.split("['’]", at.right.lower())[0] not in _words("after_clock")


def _lone_mark(at: Boundary) -> bool | None:
    """One ends in ``on Monday . Wanted:``; none in ``By . Ann Hale``."""
    if at.mark == "?" and at.lone and (at.left.isupper() or at.left.endswith(")")):
        return False  # a dash that was lost on the way: "(AP) ? It rained"
    if at.mark != "." or not (at.lone or at.left.endswith(":")):
        return None
    if at.left.endswith(":"):
        item = at.right.isdigit() and at.text.startswith(". ", at.start + len(at.right))
        return item or not at.right[:1].isdigit()
    if at.left[-1:] not in CLOSED and not at.left[-1:].isalnum():
        return False
    word = at.left if at.left == "May" else at.low  # the month, not the verb
    return word not in _words("unfinished") and not _begins_a_name(at)


def _begins_a_name(at: Boundary) -> bool:
    """Whether a line ended within a name: ``Ann . Hale``, ``Liberal . Lord Hale``."""
    if (
        at.starter
        or at.end - at.begun > LONGEST_LINE_START
        or BYLINE_START.match(at.text, at.begun)
    ):
        return False
    return LINE_START.fullmatch(at.text, at.begun, at.end) is not None


def _never_last(at: Boundary) -> bool | None:
    """None ends in ``By. Ann Hale`` or ``the. House``."""
    if at.mark != "." or at.quoted:
        return None
    return False if at.left == "By" or at.low in _words("never_last") else None


def _ellipsis(at: Boundary) -> bool | None:
    """One ends in ``He paused... Then``; none in ``the ... Hale inquiry``."""
    if ".." not in at.mark and "…" not in at.mark:
        return None
    if at.quoted or len(at.mark) > len("..."):
        return True
    return at.starter and at.right.partition("'")[0].partition("’")[0] != "I"


def _glued_words(at: Boundary) -> bool | None:
    """One ends in ``It ended.The next``; none in ``Booking.Com``."""
    if not at.glued:
        return None
    word = PLAIN_WORD.match(at.text, at.start + len(at.opening))
    if word is None or word.group() in NAME_ENDINGS or not at.left:
        return False
    if at.quoted or at.opening[:1] in QUOTATION_MARKS:
        return True
    left = at.left.rstrip(")]")
    if not left.isalnum() or at.low in _words(*ABBREVIATIONS) or len(left) == 1:
        return False
    shorter = min(len(at.left), len(word.group()))
    return at.starter or (at.left.islower() and shorter >= SHORTEST_GLUED)


@cache
def _words(*groups: str) -> frozenset[str]:
    return frozenset().union(*(words("abbreviations", group) for group in groups))


@cache
def _speaker() -> re.Pattern[str]:
    shouted = alternation("abbreviations", "speech", "alone")
    said = alternation("abbreviations", "speech", "before")
    after = alternation("abbreviations", "speech", "after")
    return re.compile(
        rf"""
        (?:[A-Z][\w.'’-]{{0,20}}\ ){{1,4}}
        (?:(?:{shouted})\b | (?:{said})(?:[.,;:]|$|\ (?:{after})\b))
        """,
        re.VERBOSE,
    )


# The first rule that has a word to say is obeyed.
RULES: tuple[Callable[[Boundary], bool | None], ...] = (
    _lower_case_follows,
    _no_word_follows,
    _list_number,
    _number_follows,
    _broken_figure,
    _german_day,
    _common_word,
    _two_quotations,
    _speaker_follows,
    _name_with_mark,
    _rank_follows,
    _year_follows,
    _name_follows,
    _initials,
    _after_clock,
    _lone_mark,
    _never_last,
    _ellipsis,
    _glued_words,
)
