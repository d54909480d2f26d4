"""Where a story begins behind its dateline: "LEEDS, England (AP) —"."""

from __future__ import annotations

import re
from functools import cache

from summarizer.lexicon import alternation

LEAST_STORY = 3
"""Words that must follow a dateline."""

PLACE = r"[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,4}"
REGION = r"(?:,[ ][A-Z][\w.'’]*(?:[ ][A-Z][\w.'’]*){0,2})?"
DAY = r"(?:,[ ](?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]{2,8}))?"
DASH = r"[ ]?(?:--|[-–—])[ ]?"


def dateline_end(text: str) -> int:
    """Where the sentence proper starts behind its dateline; 0 without one.

    >>> dateline_end("LEEDS, England (AP) — It rained all day.")
    22
    """
    match = _dateline_pattern().match(text)
    if not match or len(text[match.end() :].split()) < LEAST_STORY:
        return 0
    return match.end()


@cache
def _dateline_pattern() -> re.Pattern[str]:
    agencies = alternation("trims", "dateline", "agencies")
    return re.compile(
        rf"""
        (?: (?:{PLACE}{REGION}[ ]?)? \((?:{agencies})\) (?:{DASH})? [ ]? )  # (CNN)
        | (?: (?:{PLACE}{REGION}[ ]?)? \([A-Z][\w .&-]{{1,20}}\) {DASH} )  # (Wire) --
        | (?: [A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]+){{0,3}}{REGION}{DAY}
              [ ]?(?:--|[-–—])[ ] )
        """,
        re.VERBOSE,
    )
