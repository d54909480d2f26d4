"""Words that lean on something told before: "Two weeks later", "Ten other ships"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.definites import NAMES, NOUNS, is_known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Token

NAMING = NOUNS | NAMES
LEANING = frozenset({"there", "since", "then"})
UP_TO = frozenset({"since", "by", "until", "before", "back"})
"""In front of a "then"."""
WHEN = frozenset({"when", "while", "after", "before", "as", "in", "on", "during"})
PAST = frozenset({"VBD", "VBN"})
HAVING = frozenset({"have", "has", "had"})
LIKENING = frozenset({"such", "similar"})
"""Like what was told before."""
AFTERWARDS = re.compile(
    r"(?:Soon|Afterwards?|In the beginning|This time),|Then [A-Z]"
    r"|The same (?:thing|fate|story|goes|was true|is true|happened)\b|So much for\b"
    r"|In the (?:days|weeks|months|years) since,"
    r"|(?:A (?:short|little) (?:time|while)|Moments|Shortly)"
    r" (?:later|after(?:wards?)?),"
    r"|If anything,"
    r"|(?:[\w-]{1,12} ){1,3}(?:minute|hour|day|week|month|year|decade|centur)"
    r"(?:y|ies|s)? (?:later|earlier|before that|after that)\b"
)
"""After what was told before: "Two weeks later, ..."."""
BESIDE = frozenset({"another", "other"})


def opens_on_link(text: str) -> bool:
    """Whether it is like something told before, or comes after it."""
    return (
        text.split(" ", 1)[0].lower() in LIKENING or AFTERWARDS.match(text) is not None
    )


def find_others(tokens: Sequence[Token]) -> Token | None:
    """The noun of which there are more than the bullet tells of: "Ten other ships"."""
    opening = [token.text.lower() for token in tokens[:3]]
    at = next((i for i, word in enumerate(opening) if word in BESIDE), None)
    if at is None or not all(t.tag in {"CD", "JJ", "IN"} for t in tokens[:at]):
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].tag in NOUNS | NAMES | {"JJ", "VBN", "VBG"}:
        end += 1
    head = tokens[end - 1]
    if end == at + 1 or head.tag not in NOUNS | NAMES:
        return None
    return None if is_known(tokens[at + 1 : end]) else head


def leans(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adverb means a place or time told before: "have ‹since› begun"."""
    word = tokens[at].text.lower()
    if word not in LEANING:
        return False
    before = tokens[max(0, at - 1)]
    behind = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    since = word == "since" and before.text in HAVING and behind in PAST
    then = word == "then" and (
        (before.tag in NAMING and behind == "VBD") or _is_a_time(tokens, at)
    )
    return since or then or (word == "there" and tokens[at].tag == "RB")


def _is_a_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is a time that the bullet doesn't tell: "changed since ‹then›"."""
    told = any(t.tag == "CD" or t.text.lower() in WHEN for t in tokens[: at - 1])
    return tokens[max(0, at - 1)].text.lower() in UP_TO and not told
