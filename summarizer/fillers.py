"""Trims of phrases that say nothing, or say little in many words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.bullet import Edit
from summarizer.lexicon import any_of, mapping, union, words
from summarizer.looseness import (
    FINITE,
    NOUNS,
    drop,
    place,
    token_after,
    token_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

BEFORE_ADVERB = frozenset({"PRP", "MD", "VBZ", "VBD", "VBP"})
BE = frozenset({"is", "are", "was", "were"})
AFTER_ADDED = frozenset({"JJ", "JJR", "RB"})
"""What also follows an "also" behind a verb: "are ‹also› popular"."""
AIMS = frozenset({"in an attempt to", "in an effort to", "in a bid to"})
OCCASIONS = frozenset({"in connection with"})
ORDERED = re.compile(r"\b(?:one|first|second|third|next|last|latest|newest) in $")
"""In front of a series of things that come one by one."""
SAYING = frozenset(
    {"says", "say", "claims", "claim", "admits", "admit", "denies", "deny", "insists",
     "insist", "concedes", "concede", "argues", "argue"}
)  # fmt: skip
"""Behind a "now" they say that somebody said otherwise before."""
GOVERNING = frozenset({"IN", "TO", "RP"})
"""Tags of what has a phrase for its object, beside verbs."""


def filler(view: View) -> Iterator[tuple[Edit, ...]]:
    """Wordy phrases cut or shortened: ``in order to``, ``a number of``."""
    text = view.sentence.text
    known, counting = _phrases(), mapping("trims", "filler", "counting")
    for match in _filler_pattern().finditer(text):
        said = match.group().lower()
        short, (start, end) = known[said], match.span()
        goes_on = text[match.end() :].startswith(" of ")  # "at this time of year"
        if match.group()[0].isupper() or (goes_on and not short):
            continue
        if said in counting and not _is_object(view, match):
            continue
        if not _fits(view, match, said):
            continue
        if short:
            yield (Edit("replace", place(view, start, end), "filler", short),)
        else:
            yield (drop(view, start, end, "filler"),)
    yield from _adverbs(view)


def _fits(view: View, match: re.Match[str], said: str) -> bool:
    """Whether the short form may stand there: "at 40", "over the raid"."""
    after = token_after(view, match.end())
    if after is None:
        return False
    if said == "at the age of":
        return after.text.isdigit()
    if said == "at the present time" and _is_denied(view.tokens):
        return False  # "no plans to close it now" is another thing
    if said == "on board":
        return after.text != "with"  # "on board with the plan"
    if said in AIMS:
        start = view.sentence.span.start + match.start()
        front = [token for token in view.tokens if token.span.end <= start]
        return scopes.main_verb(front) is not None
    return after.tag != "VBG" or said not in OCCASIONS


@cache
def _filler_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(_phrases())})\b", re.IGNORECASE)


@cache
def _phrases() -> dict[str, str]:
    """What each wordy phrase comes down to, "" for nothing."""
    counting = mapping("trims", "filler", "counting")
    return {**mapping("trims", "filler", "phrases"), **counting}


def _is_object(view: View, match: re.Match[str]) -> bool:
    """Whether things in number follow that no verb behind them counts."""
    before, after = token_before(view, match.start()), token_after(view, match.end())
    governed = before is not None and (
        before.tag in GOVERNING or before.tag.startswith("VB")
    )
    if ORDERED.search(view.sentence.text[: match.start()]):
        return False
    return governed and after is not None and after.tag in {"NNS", "JJ", "NN", "NNP"}


def _adverbs(view: View) -> Iterator[tuple[Edit, ...]]:
    known = union(("trims", "filler", "adverbs"), ("trims", "filler", "timely"))
    inner = view.tokens[1:-1]
    for at in [at for at, token in enumerate(inner) if token.text in known]:
        before, after = view.tokens[at], view.tokens[at + 2]
        added = before.text.lower() in BE and after.tag in AFTER_ADDED
        verb = after.tag.startswith("VB") or (after.tag == "MD" and before.tag in NOUNS)
        grave = after.text.lower() in words("trims", "scope", "grave")
        if grave and inner[at].text == "also":
            continue  # "the pilot also died": he was not the only one
        if inner[at].text == "currently" and _is_denied(inner):
            continue  # "has currently no plans"
        if inner[at].text == "now" and after.text in SAYING:
            continue  # "‹now› says": before, he said otherwise
        if inner[at].text in words("trims", "filler", "timely") and (
            added or not _tells_one_time(view.tokens, at)
        ):
            continue
        if before.tag in NOUNS | BEFORE_ADVERB and (verb or added):
            yield (Edit("drop", inner[at].span, "filler"),)


def _is_denied(tokens: Sequence[Token]) -> bool:
    negations = words("guards", "negations")
    return any(token.text.lower() in negations for token in tokens)


def _tells_one_time(tokens: Sequence[Token], before: int) -> bool:
    """Whether no verb stands in front but the adverb's own, and no other time."""
    apart = words("trims", "filler", "apart")
    return not any(token.tag in FINITE for token in tokens[:before]) and not any(
        token.text.lower() in apart for token in tokens
    )
