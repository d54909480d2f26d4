"""Where a story begins behind its dateline: "LEEDS, England (AP) —"."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from summarizer.lexicon import alternation, words

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST_STORY = 3
"""Words that must follow a dateline."""

LEAST_SENTENCE = 5
"""Words that must follow it if the sentence is to tell anything."""

HEAD = 3
"""Letters that every known place has."""

SENTENCES_KEPT = 256
"""Several stages ask where the same few sentences begin."""

PLACE = r"[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,4}"
REGION = r"(?:,[ ][A-Z][\w.'’]*(?:[ ][A-Z][\w.'’]*){0,2})?"
DAY = r"(?:,[ ](?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]{2,8}))?"
DASH = r"[ ]?(?:--|[-–—])[ ]?"
SPACED_DASH = r"[ ](?:--|[-–—])[ ]"
TOWN = r"[A-Z][\w.'’-]*(?:[ ](?:de|du|al|la|le|[A-Z][\w.'’-]*)){0,3}"
SOURCE = r"(?:[ ]\([A-Z][\w .&-]{1,20}\))?"
SHOUTED = re.compile(r"[A-Z][A-Z.'’-]")
"""How every dateline begins that names no agency in brackets."""
STORY = r"(?=[\"'“‘]?[A-Z\d$£€])"


def dateline_end(text: str) -> int:
    """Where the sentence proper starts behind its dateline; 0 without one.

    >>> dateline_end("LEEDS, England (AP) — It rained all day.")
    22
    >>> dateline_end("Leeds, England It rained all day."), dateline_end("Leeds won.")
    (15, 0)
    >>> dateline_end("LEEDS, 3 March (Reuters) - It rained all day.")
    27
    """
    end = _end(text)
    return end if end and len(text[end:].split()) >= LEAST_STORY else 0


def is_mere_dateline(text: str) -> bool:
    """Whether too little for a sentence of its own follows a dateline.

    >>> is_mere_dateline("(CNN) It rained."), is_mere_dateline("It rained.")
    (True, False)
    """
    end = _end(text)
    return end > 0 and len(text[end:].split()) < LEAST_SENTENCE


@lru_cache(maxsize=SENTENCES_KEPT)
def _end(text: str) -> int:
    may_be = ")" in text or SHOUTED.match(text)
    match = _dateline_pattern().match(text) if may_be else None
    if not match and _may_name_a_place(text):
        match = _known_place().match(text)
    return match.end() if match else 0


@cache
def _dateline_pattern() -> re.Pattern[str]:
    agencies = alternation("trims", "dateline", "agencies")
    return re.compile(
        rf"""
        (?: (?:{PLACE}{REGION}{REGION}{DAY}[ ]?)?
              \(?(?:{agencies})\) (?:{DASH})? [ ]? )  # (CNN)
        | (?: (?:{PLACE}{REGION}{DAY}[ ]?)?
              \([A-Z][\w .&-]{{1,20}}\) {DASH} )  # (Wire) --
        | (?: (?:{PLACE}{REGION}[ ])? \([A-Z][\w .&'’-]{{1,30}}\)
              (?=["“]?(?:[A-Z][a-z]|[AI][ ])) )  # (Wire)It, (Wire)A
        | (?: [A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]+){{0,3}}{REGION}{DAY}
              [ ]?(?:--|[-–—])[ ]{STORY} )
        """,
        re.VERBOSE,
    )


def _may_name_a_place(text: str) -> bool:
    """Whether a known region follows the first comma, or a known city comes first."""
    behind = text.partition(", ")[2]
    return _opens_on("regions", behind) or _opens_on("cities", text)


def _opens_on(kind: str, text: str) -> bool:
    return text.startswith(_places(kind).get(text[:HEAD], ()))


@cache
def _places(kind: str) -> Mapping[str, tuple[str, ...]]:
    """The places as they are and in capitals, by their first letters."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for known in sorted(words("datelines", kind)):
        for place in (known, known.upper()):
            found[place[:HEAD]] += (place,)
    return dict(found)


@cache
def _known_place() -> re.Pattern[str]:
    """A place that is known for one, before a dash or a word that starts a story.

    Its region starts one, too: "Pretoria, South Africa South African police".
    """
    regions = _in_any_case(alternation("datelines", "regions"))
    cities = _in_any_case(alternation("datelines", "cities"))
    starts = alternation("datelines", "starts")
    return re.compile(
        rf"""
        (?: {TOWN},[ ](?P<region>{regions}) | (?:{cities}) )
        {SOURCE}{DAY}
        (?: {SPACED_DASH}{STORY} | [ ](?=(?:{starts})[ ]) | [ ](?=(?P=region)) )
        """,
        re.VERBOSE,
    )


def _in_any_case(places: str) -> str:
    """The places as they are and in capitals, blanks marked for a verbose pattern."""
    return f"{places}|{places.upper()}"
