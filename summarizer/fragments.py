"""Sentences that are none: a question, half a sentence, a "them" without anybody."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.dangling import is_quoted
from summarizer.lexicon import table, words

if TYPE_CHECKING:
    from summarizer.dangling import View
    from summarizer.discourse import Cast

MARKS = "\"“”'‘’()[] "
QUESTION = re.compile(r"[?!][\s\"”'’)]*$")
SCRIPT = re.compile(r"[A-Z][A-Z .,'’&/-]{4,80}:")
"""Who speaks in a transcript: "ANN VALE, ANCHOR:"."""
RELATIVE = re.compile(
    r"(?:which|whose|who|whom)\b(?![^.:]*\?)"
    r"|(?:to|of|in|from|for|at|by|with|after|during|all of|some of|most of) which\b",
    re.IGNORECASE,
)
CONJUNCTION = re.compile(
    r"(?:unless|because|although|though|even if|even though|as if|as though|whereas"
    r"|until|so that|except that|if|when|while|since|after|before|as|once)\b",
    re.IGNORECASE,
)
"""They begin a lesser clause; the main one follows a comma."""
BY_NOW = re.compile(r"(?:since|after|before|until|as of|as for|once)\b", re.IGNORECASE)
"""In front of a noun these are prepositions, and no comma need follow."""
TELLS = (
    r"(?![^.]*\b(?:that|how|why|what|where|whether|if|who|was|were|is|are|had|has|would"
    r"|will|could)\b)"
)
ORPHAN = re.compile(
    r"[^,\"“”:]{2,90}\b(?:said|says|asked|asks|added|adds|replied|continued|explained)"
    rf"(?: (?:in|at|on|during|of|to|from|through|via) {TELLS}[^,.]{{2,60}})?\.$"
)
"""An attribution whose claim stands in another sentence."""
ANSWER = re.compile(
    r"(?:[\w.'’-]{1,30} ){1,5}(?:responded|replied|answered|said|says|added|wrote)"
    r"[:,]? [\"“](?:[\w'’-]{1,30}[,.!]? ?){1,2}[\"”]?\.?$"
)
"""Somebody who says no more than a word or two."""
NO_CLAIM = re.compile(
    r"[\w'’-]{1,30}+(?: [\w'’-]{1,30}+)?, [\w' ’.-]{2,40} (?:said|says)\W?$"
)
"""A claim of a word or two: "L train, police said."."""
NOT_THAT = re.compile(r"Not that\b")
"""A concession whose main clause stands before it."""
UNTOLD = re.compile(r"\b(?:that|which) (?:said|says|reads?|stated)[.:]?$")
"""A statement that is told of and not told."""
AGREED = re.compile(r"\b(?:dis)?agree[ds]?$|\bconcur(?:s|red)$")
"""It doesn't tell to what."""
WORD = re.compile(r"[\w'’]+")
PATTERNS = (SCRIPT, RELATIVE, ORPHAN, ANSWER, NO_CLAIM, NOT_THAT)
LEAST_WORDS = 3
PLURAL_PRONOUN = re.compile(r"\b(?:they|them|themselves)\b", re.IGNORECASE)
PLURAL_NOUN = re.compile(
    r"\b[A-Za-z][\w'’-]{0,40}[^\W\d_aiuos]s\b|\b\w{1,40}[iuo]es\b"
    r"|(?<!,)\sand\b|,\sand\s(?=(?:the|an?|his|her|[A-Z][\w'’-]{0,30})\s)"
)


def is_question(shown: View, cast: Cast) -> bool:
    """Whether the bullet asks or exclaims instead of telling, outside quotations."""
    match = QUESTION.search(shown.text)
    return match is not None and not is_quoted(shown, match.start(), cast)


def is_fragment(shown: View, at: int, cast: Cast) -> bool:
    """Whether the bullet lacks a main clause ("Which, of course, is true").

    ``at`` is where its words begin.
    """
    if is_quoted(shown, at, cast):
        return False
    text = shown.text[at:]
    return (
        len(text.split()) < LEAST_WORDS
        or any(pattern.match(text) for pattern in PATTERNS)
        or _is_lesser(text)
        or _begins_wrong(text)
        or _ends_wrong(text)
    )


def _is_lesser(text: str) -> bool:
    """Whether a conjunction opens and no main clause follows."""
    lesser = CONJUNCTION.match(text)
    return (
        lesser is not None
        and not BY_NOW.match(text)
        and not re.search(r"[,:;–—]|--", text)
    )


def _begins_wrong(text: str) -> bool:
    """Whether it is an order, an answer, or a verb without its subject."""
    first, second, *_ = (*WORD.findall(text[:80]), "", "")
    named = second[:1].isupper()
    first, second = first.lower().replace("’", "'"), second.lower()
    if first in words("fragments", "subjectless") or (named and first in _past_cues()):
        return True  # "Warned Ana Vale": what she warned of stands elsewhere
    if first in words("fragments", "answers"):
        return text[len(first) : len(first) + 1] in {",", "."}
    if first == "don't":
        return not named
    order = first in words("fragments", "imperatives")
    return order and second in words("fragments", "ordered")


@cache
def _past_cues() -> frozenset[str]:
    """Reporting verbs in the past."""
    verbs = table("cues")["verbs"].values()
    return frozenset(entry["past"] for entry in verbs if "past" in entry)


def _ends_wrong(text: str) -> bool:
    if text.rstrip(".!").endswith((", that is", ":")) or UNTOLD.search(text[-20:]):
        return True
    if AGREED.search(text.rstrip(".!")[-20:]):
        return True
    last = WORD.findall(text[-40:])[-1:]
    return bool(last) and last[0] in words("fragments", "endings")


def unmet_plural(shown: View, cast: Cast) -> re.Match[str] | None:
    """The first "they" or "them" outside quotations with no plural before it."""
    for match in PLURAL_PRONOUN.finditer(shown.text):
        if is_quoted(shown, match.start(), cast):
            continue
        return None if _plural_in(shown.text[: match.start()]) else match
    return None


def _plural_in(front: str) -> bool:
    if PLURAL_NOUN.search(front):
        return True
    found = {word.strip(MARKS + ".,;:").lower() for word in front.split()}
    return bool(found & words("pronouns", "plural"))
