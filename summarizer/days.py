"""Trims of weekdays and of days near by."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer import day_guards, scopes
from summarizer.lexicon import alternation, union, words
from summarizer.looseness import FINITE, NOUNS, drop, token_after, token_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.bullet import Edit
    from summarizer.looseness import View

OPENERS = frozenset({"And", "But", "Then", "Also", "So", "Yet"})
LEAST_DATED = 3
"""Words of "papers unsealed Monday" and a verb before them."""
WHO = frozenset({"WP", "WDT"})
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PERIODS = frozenset({"week", "weekend", "month"})
DETERMINING = frozenset({"DT", "JJ", "IN", "POS", "PRP$"})


def weekday(view: View) -> Iterator[tuple[Edit, ...]]:
    """``on Monday`` where it dates nothing but the report."""
    found = _weekdays(view.sentence.text)
    if not found or day_guards.tells_days_apart(view) or day_guards.is_anchor(view):
        return
    if _sets_apart(view.sentence.text):
        return
    ahead = day_guards.looks_ahead(view)
    for match in found:
        if ahead and not day_guards.tells_the_past(view, match):
            continue
        span = match.span("cut")
        if day_guards.is_scheduled(view, match) or _is_leant_on(view, span):
            continue
        if day_guards.is_renamed(view, span[1]) or day_guards.fills(view, *span):
            continue
        if _follows_an_opener(view, match):
            start = match.start("cut") + 1  # "And ‹on Monday,› it"
            yield (drop(view, start, match.end("after"), "weekday"),)
        elif _weekday_hangs_loose(view, match):
            start, end = match.span("cut")
            if start == 0:
                end = match.end("after")
            elif match["lead"].startswith(",") and match["after"].isspace():
                start += 1  # the comma closes what stands before it
            yield (drop(view, start, end, "weekday"),)


def _sets_apart(text: str) -> bool:
    """Whether two times are set against each other.

    "Last month they would not pay; ‹on Friday› they did", "was ill in 2019, but ‹on
    Friday› it won".
    """
    return ";" in text or ("but " in text and YEAR.search(text) is not None)


def _is_leant_on(view: View, span: tuple[int, int]) -> bool:
    """Whether a denial, a habit or what follows needs the day, or a "most" the week."""
    start, end = span
    limit = view.sentence.span.start + start
    front = [token for token in view.tokens if token.span.end <= limit]
    period = not PERIODS.isdisjoint(view.sentence.text[start:end].lower().split())
    ranked = period and scopes.is_ranked(front)
    told = ranked or scopes.is_denied(front) or day_guards.is_foreseen(front)
    timed = day_guards.ends_an_hour(front) or day_guards.says_more(view, end)
    return told or timed


def _follows_an_opener(view: View, match: re.Match[str]) -> bool:
    """Whether only an "and" or a "but" stands before the day and its comma."""
    opened = view.sentence.text[: match.start("cut")] in OPENERS
    return opened and match["after"] == ","


def _weekdays(text: str) -> list[re.Match[str]]:
    """Where days of the week are named; most sentences name none."""
    low = text.lower()
    if not any(day in low for day in _days()):
        return []
    return list(_weekday_pattern().finditer(text))


@cache
def _days() -> tuple[str, ...]:
    return tuple(day.lower() for day in sorted(words("trims", "weekday", "days")))


BEING = frozenset(
    {"is", "was", "will", "has", "marks", "marked", "saw", "brings", "brought"}
)
"""Verbs that a weekday in front of them is the subject of."""


@cache
def _weekday_pattern() -> re.Pattern[str]:
    days = alternation("trims", "weekday", "days")
    parts = alternation("trims", "weekday", "parts")
    return re.compile(
        rf"(?P<cut>(?P<lead>,?\s|^)(?:(?:on|early|late|last|this)\s){{0,2}}"
        rf"(?:{days})(?:\s(?:{parts}))?)(?P<after>[\s,.;]|$)(?P<next>\S{{0,12}})",
        re.IGNORECASE,
    )


def _weekday_hangs_loose(view: View, match: re.Match[str]) -> bool:
    """Whether the weekday is an adjunct: not a subject, a name, a range or a date."""
    before = view.sentence.text[: match.start("cut")].split()
    if not before:
        return match.group("after") == "," and match.end() < len(view.sentence.text)
    needing = words("trims", "weekday", "dated") | day_guards.FOCUSING
    if before[-1].lower().strip(",") in needing:
        return False  # "in an interview published Friday,", "came only on Friday"
    goes_on = match["after"].isspace()
    if _dates_a_participle(view, match.start("cut"), goes_on=goes_on):
        return False  # "court documents unsealed Thursday"
    if day_guards.stands_between_verbs(view, *match.span("cut")):
        return False
    if match["lead"].startswith(",") and match["next"].lower() in BEING:
        return False  # "Where it is written so, Friday is 3.14": a subject
    on = match.group("cut").split()[0].strip(",").lower() == "on"
    return not (
        _joined_to_the_left(view, match, before[-1], on=on)
        or _joined_to_the_right(view, match, on=on)
    )


def _dates_a_participle(view: View, at: int, *, goes_on: bool) -> bool:
    """Whether the day at an offset ends what a participle behind a noun begins."""
    start = view.sentence.span.start + at
    before = [token for token in view.tokens if token.span.end <= start]
    if len(before) < LEAST_DATED or view.touches(before[-1].span):
        return False
    noun, done = before[-2:]
    if noun.tag in WHO and done.tag in {"VBD", "VBN"}:
        return True  # "the owners, who met ‹on Friday›, said"
    hangs = done.tag == "VBN" and noun.tag in NOUNS
    told = scopes.main_verb(before[:-1]) is not None
    return hangs and told and not goes_on


def _joined_to_the_left(
    view: View, match: re.Match[str], word: str, *, on: bool
) -> bool:
    """A range ("from Monday"), a name ("Black Friday") or a noun phrase."""
    ranges = words("trims", "weekday", "ranges")
    if word.lower() in ranges or word in words("trims", "weekday", "names"):
        return True
    if _ends_a_name(view.sentence.text[: match.start("cut")].split()):
        return True
    previous = token_before(view, match.start("cut"))
    if on or previous is None or previous.tag not in DETERMINING:
        return False
    return previous.tag != "JJ" or not _is_predicate(view, previous)


def _ends_a_name(before: Sequence[str]) -> bool:
    """Whether words in front say what something is called: "the name Loaf Sunday"."""
    front = list(before)
    while front and front[-1][:1].isupper():
        front.pop()
    named = 0 < len(front) < len(before)
    return named and front[-1].lower() in words("trims", "weekday", "naming")


def _is_predicate(view: View, adjective: Token) -> bool:
    """Whether the adjective stands behind its verb: "pleaded ‹guilty› Tuesday"."""
    at = view.tokens.index(adjective)
    return at > 0 and view.tokens[at - 1].tag in FINITE | {"VBN"}


def _joined_to_the_right(view: View, match: re.Match[str], *, on: bool) -> bool:
    """A range, a date, a possessive, or a noun that the day belongs to."""
    after = match.group("next")
    if _is_range(view, match):
        return True
    if after[:1].isdigit() or after.startswith(("-", "'", "’")):
        return True
    if _date_pattern().match(view.sentence.text, match.end("cut")):
        return True
    if on and len(match.group("cut").split()) > 1:
        return False
    following = token_after(view, match.end("cut"))
    return following is not None and following.tag in NOUNS and match["after"].isspace()


def _is_range(view: View, match: re.Match[str]) -> bool:
    """``Monday through Friday``, ``Monday and Tuesday``."""
    behind = view.sentence.text[match.end("cut") :].split(maxsplit=2)[:2]
    low = [word.strip(",.").lower() for word in behind]
    if low[:1] and low[0] in words("trims", "weekday", "open_ranges"):
        return True
    ranged = low[:1] and low[0] in words("trims", "weekday", "ranges")
    return bool(ranged) and not set(low[1:]).isdisjoint(_days())


@cache
def _date_pattern() -> re.Pattern[str]:
    months = alternation("trims", "weekday", "months")
    return re.compile(rf",?\s(?:the\s)?(?:\d|(?:{months})\b)", re.IGNORECASE)


def relative_day(view: View) -> Iterator[tuple[Edit, ...]]:
    """``last night`` where it is the only day and dates what happened."""
    text = view.sentence.text
    found = list(_relative_day_pattern().finditer(text))
    if len(found) == 1 and text[: found[0].start()].split():
        match = found[0]
        if day_guards.looks_ahead(view) or day_guards.tells_days_apart(view):
            return
        if _sets_apart(text):
            return
        if day_guards.compares_times(view) or _is_leant_on(view, match.span()):
            return
        if _dates_an_event(view, match) and not day_guards.is_scheduled(view, match):
            yield (drop(view, match.start(), match.end(), "relative-day"),)


def _dates_an_event(view: View, match: re.Match[str]) -> bool:
    """Whether no range, preposition or "even" holds the day: "until today"."""
    previous = token_before(view, match.start())
    if previous is None or previous.tag in {"IN", "TO", "DT", "CC"}:
        return False
    goes_on = view.sentence.text[match.end() :][:1].isspace()
    if _dates_a_participle(view, match.start(), goes_on=goes_on):
        return False
    if day_guards.stands_between_verbs(view, *match.span()):
        return False
    held = union(("trims", "weekday", "ranges"), ("trims", "relative_day", "measuring"))
    return previous.text.lower() not in held and _is_adverb(view, match, previous)


@cache
def _relative_day_pattern() -> re.Pattern[str]:
    known = alternation("trims", "relative_day", "words")
    return re.compile(rf",?\s(?:{known})(?=[,.;\s]|$)", re.IGNORECASE)


def _is_adverb(view: View, match: re.Match[str], before: Token) -> bool:
    """Whether a mark, a past verb or a preposition follows: "the court ‹today› ruled".

    Not "late last week", nor "Elbe today is", which speaks of these days.
    """
    if not view.sentence.text[match.end() :][:1].isspace():
        return True
    following = token_after(view, match.end())
    fenced = match.group().startswith(",")
    return (
        not fenced
        and before.tag in NOUNS | {"VBD", "VBN", "RB"}
        and following is not None
        and following.tag in {"VBD", "TO", "IN"}
        and following.text.lower() not in {"of", "than", "that"}
        and not (match.group().endswith("same day") and following.tag == "IN")
    )
