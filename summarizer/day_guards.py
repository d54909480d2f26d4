"""Whether a sentence leans on its day: on what is to come, or on another time."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.lexicon import alternation, union, words
from summarizer.looseness import FINITE, reporting, token_after, token_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

VERBS = frozenset({"VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
OTHER_TIMES = frozenset({"ever", "at", "in", "before", "any"})
FOCUSING = frozenset({"only", "just", "even", "until", "not"})
"""In front of a day they say that it matters."""
RELATIVES = frozenset({"WDT", "WP", "WP$"})
DEADLINE = 5
"""Words of "until 8 a.m."."""
DEADLINES = frozenset({"by", "until", "till", "before", "from", "since"})
FORESEEN = 4
"""Words of "could soon be signed"."""
PAST_MODALS = frozenset({"could", "would", "might"})


def tells_the_past(view: View, match: re.Match[str]) -> bool:
    """Whether the day belongs to a past verb: "said Monday it will"."""
    before = token_before(view, match.start("cut"))
    dated = union(("trims", "weekday", "dated"), ("trims", "weekday", "ahead"))
    return before is not None and before.tag == "VBD" and before.text not in dated


def looks_ahead(view: View) -> bool:
    """Whether the sentence tells of something to come, whose day is news."""
    ahead = words("trims", "weekday", "ahead")
    low = [token.text.lower() for token in view.tokens]
    return not ahead.isdisjoint(low) or ("set", "to") in pairwise(low)


def is_scheduled(view: View, match: re.Match[str]) -> bool:
    """Whether the last verb before the day is no past: "it ‹comes› on Sunday"."""
    limit = view.sentence.span.start + match.start()
    front = [t for t in view.tokens if t.span.end <= limit]
    before = [t for t in front if t.tag in VERBS]
    if not before or before[-1].tag not in {"VBZ", "VBP", "MD"}:
        return False
    if before[-1].tag == "MD" and front[-1].tag == "VB":
        return True  # "it would decide ‹on Tuesday›"
    return before[-1].text.lower() not in reporting() | scopes.HAVING | PAST_MODALS


def ends_an_hour(front: Sequence[Token]) -> bool:
    """Whether the words end on an hour by which, or to come.

    "To leave by noon ‹on Saturday›", "would reach land at 6 p.m. ‹on Thursday›".
    """
    near = [token.text.lower() for token in front[-DEADLINE:]]
    hours = {"noon", "midday", "midnight", "dawn", "dusk", "a.m.", "p.m.", "am", "pm"}
    timed = near[-1:] and (near[-1] in hours or front[-1].tag == "CD")
    ahead = any(token.tag == "MD" for token in front)
    return bool(timed) and (ahead or not DEADLINES.isdisjoint(near))


def is_foreseen(front: Sequence[Token]) -> bool:
    """Whether the words end on what may be done: "a deal could be signed ‹today›"."""
    low = [token.text.lower() for token in front[-FORESEEN:]]
    modal = any(token.tag == "MD" for token in front[-FORESEEN:])
    passive = front[-1:] and front[-1].tag == "VBN" and low[-2:-1] == ["be"]
    return modal and bool(passive or (front[-1:] and front[-1].tag == "VB"))


def says_more(view: View, end: int) -> bool:
    """Whether the sentence says more of the day: "on Tuesday‹, when it rained›"."""
    comma, *behind = view.sentence.text[end:].split(maxsplit=4) or [""]
    day = behind[1:2] in (["day"], ["holiday"]) and behind[2:3] in (["when"], ["on"])
    more = behind[:1] and behind[0] in words("guards", "times", "more")
    return comma == "," and (day or bool(more))


def is_renamed(view: View, end: int) -> bool:
    """Whether an appositive says more of it: "on Friday, ‹the eve of the vote›"."""
    limit = view.sentence.span.start + end
    behind = [token for token in view.tokens if token.span.start >= limit]
    if not behind or behind[0].text != ",":
        return False
    close = next((n for n, t in enumerate(behind[1:], 1) if t.text in {",", "."}), 0)
    chunk = behind[1:close]
    return (
        bool(chunk)
        and chunk[0].tag in {"DT", "PRP$", "RB", "JJ"}
        and all(token.tag not in FINITE for token in chunk)
        and any(token.tag in {"NN", "NNS"} for token in chunk)
    )


def fills(view: View, start: int, end: int) -> bool:
    """Whether little else stands between commas: "the bodies, found ‹on Monday›,"."""
    base = view.sentence.span.start
    front = [token for token in view.tokens if token.span.end <= base + start]
    comma = max((n for n, token in enumerate(front) if token.text == ","), default=-1)
    tags = [token.tag for token in front[comma + 1 :] if token.tag != "RB"]
    behind = [t for t in view.tokens if t.span.start >= base + end][:2]
    resumed = [t.tag in FINITE for t in behind] == [False, True]  # ", have"
    alone = tags in (["VBN"], ["WDT", "VBD"], ["WP", "VBD"]) or (
        tags == ["VBD"] and resumed
    )
    return comma >= 0 and alone and view.sentence.text[end : end + 1] == ","


def stands_between_verbs(view: View, start: int, end: int) -> bool:
    """Whether the day keeps two verbs apart: "a suit filed ‹on Friday› alleges"."""
    before, after = token_before(view, start), token_after(view, end)
    if before is None or before.tag not in {"VBN", "VBD"}:
        return False
    front = [t for t in view.tokens if t.span.end <= before.span.start]
    relative = any(token.tag in RELATIVES for token in front) or any(
        token.text == "that" for token in front[-3:]
    )
    return after is not None and after.tag in FINITE and not relative


def tells_days_apart(view: View) -> bool:
    """Whether several days stand: "fouled out on Friday and scored on Sunday"."""
    days = {day.lower() for day in words("trims", "weekday", "days")}
    return len(days & {token.text.lower() for token in view.tokens}) > 1


def compares_times(view: View) -> bool:
    """Whether the day is held against others: "more today than at any time"."""
    low = [token.text.lower() for token in view.tokens]
    return any(a == "than" and b in OTHER_TIMES for a, b in pairwise(low))


def is_anchor(view: View) -> bool:
    """Whether another time is told from the day: "came out Friday ... the day before".

    A clause in front that sets the scene, "While it came out Friday,", needs its day.
    """
    text = view.sentence.text
    scene = _scene_pattern().match(text)
    days = words("trims", "weekday", "days")
    if scene and any(day in scene.group() for day in days):
        return True
    return _anchored_pattern().search(text) is not None


@cache
def _anchored_pattern() -> re.Pattern[str]:
    units = alternation("trims", "weekday", "units")
    order = alternation("trims", "weekday", "order")
    return re.compile(
        rf"\b(?:(?:{order}|that)\s(?:{units})"
        rf"|(?:{units})\s(?:before|after)(?=[,.;]|$)"
        r"|(?:later|earlier)\b(?!\sthis|\sin))",
        re.IGNORECASE,
    )


@cache
def _scene_pattern() -> re.Pattern[str]:
    """A first clause up to its comma, if "while", "when" or "as" opens it."""
    return re.compile(r"(?:While|When|As)\s[^,]{1,200},")
