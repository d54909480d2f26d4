"""Marks that the layout of a page left inside sentences, taken out again.

Some pages end every wrapped line with a full stop ("it had restored its. service"),
lose their dashes to question marks ("the bridge ? closed since May ? is safe"), or make
a paragraph of "He died at 1:35 a.m." and one of "ET on Friday."
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FEW = 3
"""So many words with a stop in front of a small letter, and the page breaks lines."""

FEW_DASHES = 2

STOP = re.compile(r"\. (?=(?P<right>[^\W_][\w'’-]{0,30})(?![.@/]?[\w@/]))")
LEFT = re.compile(r"(?:^|[^\w.])(a|[^\W\d_][^\W\d]{1,20}(?:['’-][^\W\d_]{1,20})?),?$")
LONGEST_WORD = 45
LOST_DASH = re.compile(r"(?<=[\w,.%)\"”’]) \? (?=[a-z])")
WIRE = r"\([A-Z][\w .&-]{1,20}\)"
DATELINE_DASH = re.compile(
    r"^(?:[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][\w. ]{1,30})?"
    rf"|(?:[A-Z][\w .,'’-]{{2,60}})?{WIRE}) \? (?=[A-Z\"“])"
)
TWO_STOPS = re.compile(
    r"\b(Jr|Sr|Inc|Co|Corp|Ltd|[A-Z]\.[A-Z]|[ap]\.m)\.\.(?=[\s,\"”'’]|$)"
)
DOUBLE_STOP = re.compile(r"(?<=[^\W\d_]{2})\.\.(?=\s[A-Z\"“]|$)")
# The sign comes first in the pattern, for texts are searched quicker by a sign.
TIGHT_COMMA = re.compile(r",(?<=[^\W\d_]{2},)(?=[^\W\d_a-z][^\W\d_])")
SPACED_STOP = re.compile(r"\b([A-Z]\.[A-Z]) \. ?(?=[a-z])")
PLACE = re.compile(r"^[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][\w. ]{1,20})?$")
AGENCY = re.compile(rf"^{WIRE} ?(?:--|[–—?-])")
BROKEN_OFF = re.compile(r"(?:^|[\s(\"“])([\w.]{1,12})\.$")
SHORT_FORMS = (
    "titles",
    "never_final",
    "before_number",
    "months",
    "may_be_final",
    "states",
)
LONGEST_REST = 80
"""Characters of a paragraph that may be no more than the end of the one before."""


def mended(blocks: Sequence[str]) -> tuple[str, ...]:
    """The blocks without the marks that stand in no sentence, cut ones joined.

    >>> mended(["He died at 1:35 a.m.", "ET on Friday."])
    ('He died at 1:35 a.m. ET on Friday.',)
    >>> mended(["The launch is expected to. appear in May."])
    ('The launch is expected to appear in May.',)
    """
    whole = [_single_stops(block) for block in _joined(blocks)]
    is_broken = len({word for block in whole for word in _broken_at(block)}) >= FEW
    lost = sum(len(_lost_dashes(block)) for block in whole)
    return tuple(
        _with_dashes(_unbroken(block, everywhere=is_broken), lost=lost >= FEW_DASHES)
        for block in whole
    )


def _joined(blocks: Sequence[str]) -> Iterator[str]:
    """The blocks; one that breaks off at a short form takes in the next."""
    whole = ""
    for block in blocks:
        if whole and _goes_on(whole, block):
            whole += f" {block}"
        else:
            if whole:
                yield whole
            whole = block
    if whole:
        yield whole


def _goes_on(block: str, after: str) -> bool:
    if AGENCY.match(after) and PLACE.match(block):
        return True
    broken = BROKEN_OFF.search(block[-20:])
    if not broken:
        return False
    short, first = broken[1], after.split(maxsplit=1)[0].strip(",.:;]")
    if short.lower() in words("abbreviations", "titles"):
        return (
            short[0].isupper() and first[:1].isupper() and len(block) > len(short) + 1
        )
    if short.lower() in words("abbreviations", "clock"):
        return first.lower() in words("abbreviations", "after_clock")
    return "." in short and first[:1].islower() and len(after) <= LONGEST_REST


def _single_stops(block: str) -> str:
    block = TIGHT_COMMA.sub(", ", block)
    if ".." in block:
        block = DOUBLE_STOP.sub(".", TWO_STOPS.sub(r"\1.", block))
    return SPACED_STOP.sub(r"\1. ", block) if " ." in block else block


def _broken_at(block: str) -> Iterator[str]:
    """The words in front of a stop and a small letter, short forms left out."""
    for match in STOP.finditer(block):
        word = _before(match) if match["right"].islower() else None
        if word is not None and not _is_short_form(word):
            yield word


def _before(stop: re.Match[str]) -> str | None:
    """The word in front of a stop, if it is a plain one."""
    end = stop.start()
    found = LEFT.search(stop.string, max(0, end - LONGEST_WORD), end)
    return found[1] if found else None


def _unbroken(block: str, *, everywhere: bool) -> str:
    """The block without stops that end a line and no sentence."""

    def mend(match: re.Match[str]) -> str:
        return " " if _breaks(match, everywhere=everywhere) else match[0]

    return STOP.sub(mend, block) if ". " in block else block


def _breaks(match: re.Match[str], *, everywhere: bool) -> bool:
    right = match["right"]
    if not right.islower() and not everywhere:
        return False
    left = _before(match)
    if left is None or _is_short_form(left):
        return False
    if right.islower():
        return everywhere or left in words("furniture", "hanging")
    is_starter = right.lower() in words("abbreviations", "starters")
    return left in words("furniture", "joining") and not is_starter


def _is_short_form(word: str) -> bool:
    low = word.lower()
    if word.islower() and low in words("abbreviations", "only_with_capital"):
        return False
    return low in _short_forms()


@cache
def _short_forms() -> frozenset[str]:
    return frozenset().union(*(words("abbreviations", group) for group in SHORT_FORMS))


def _lost_dashes(block: str) -> list[str]:
    if " ? " not in block:
        return []
    return LOST_DASH.findall(block) + DATELINE_DASH.findall(block)


def _with_dashes(block: str, *, lost: bool) -> str:
    if " ? " not in block:
        return block
    block = DATELINE_DASH.sub(lambda match: match[0].replace(" ? ", " – "), block)
    return LOST_DASH.sub(" – ", block) if lost else block
