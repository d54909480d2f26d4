"""Edits that shorten a sentence: a closed list of safe trims, each with its guards.

A trim takes away only what hangs loose: a dateline, an aside, a weekday, a clause
between commas. None touches a quotation, an attribution, a negation, a hedge, a
condition or a limit, and none may cut the news: a chunk that holds a topic word, the
only figure or the only name of the sentence stays.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer import clauses
from summarizer.article import Span
from summarizer.bullet import Edit, Trim
from summarizer.lexicon import alternation, mapping, words
from summarizer.looseness import (
    FINITE,
    NOUNS,
    drop,
    may_go,
    place,
    token_after,
    token_before,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarizer.looseness import View

LEAST_LEFT = 5
"""Words that must be left of a sentence behind its opening."""

LEAST_STORY = 3
"""Words that must follow a dateline."""

DETERMINING = frozenset({"DT", "JJ", "IN", "POS", "PRP$"})
PAIR = 2

PLACE = r"[A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,4}"
REGION = r"(?:,[ ][A-Z][\w.'’]*(?:[ ][A-Z][\w.'’]*){0,2})?"
DAY = r"(?:,[ ](?:[A-Z][a-z]{2,8}\.?[ ]\d{1,2}|\d{1,2}[ ][A-Z][a-z]{2,8}))?"
DASH = r"[ ]?(?:--|[-–—])[ ]?"
PARENTHESIS = re.compile(r"\s?\([^()]{1,200}\)")
YEAR_OR_COUNT = re.compile(r"\d")


def find_trims(view: View, wanted: Sequence[str]) -> tuple[Trim, ...]:
    """The trims that the sentence allows, in the order in which ``wanted`` names them.

    Trims of one rule come left to right; two trims never overlap.
    """
    found: list[Trim] = []
    for rule in wanted:
        for edits in RULES[rule](view):
            if edits and not _clashes(edits, found) and _in_reach(view, edits):
                found.append(Trim(rule, edits, _saved(view, edits)))
    return tuple(found)


def _clashes(edits: tuple[Edit, ...], found: Sequence[Trim]) -> bool:
    return any(
        mine.span.overlaps(other.span)
        for trim in found
        for other in trim.edits
        for mine in edits
    )


def _in_reach(view: View, edits: tuple[Edit, ...]) -> bool:
    return not any(view.touches(edit.span) for edit in edits)


def _saved(view: View, edits: tuple[Edit, ...]) -> int:
    return sum(
        len(view.words(edit.span).split()) - len(edit.text.split()) for edit in edits
    )


# --- openings -------------------------------------------------------------------------


def _dateline(view: View) -> Iterator[tuple[Edit, ...]]:
    end = dateline_end(view.sentence.text)
    if end:
        yield (drop(view, 0, end, "dateline"),)


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


def _connective(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    match = _connective_pattern().match(text)
    if match and len(text[match.end() :].split()) >= LEAST_LEFT:
        yield (drop(view, 0, match.end(), "connective"),)


@cache
def _connective_pattern() -> re.Pattern[str]:
    bare = alternation("trims", "connective", "bare")
    every = alternation("trims", "connective", "additive")
    return re.compile(rf"(?:(?:{every}),|(?:{bare})(?=\s))\s+(?=\S)", re.IGNORECASE)


def _contrast(view: View) -> Iterator[tuple[Edit, ...]]:
    """A "but" that opens: it sets the sentence against another, which the bullet lacks.

    What is set against something inside the sentence keeps its word.
    """
    text = view.sentence.text
    match = _contrast_pattern().match(text)
    if match and len(text[match.end() :].split()) >= LEAST_LEFT:
        yield (drop(view, 0, match.end(), "contrast"),)


@cache
def _contrast_pattern() -> re.Pattern[str]:
    bare = alternation("trims", "contrast", "bare")
    comma = alternation("trims", "contrast", "comma")
    stays = alternation("trims", "contrast", "not_before")
    return re.compile(
        rf"(?:(?:{comma}),|(?:{bare}),?)\s+(?!(?:{stays})\b)(?=\S)", re.IGNORECASE
    )


# --- days and fillers -----------------------------------------------------------------


def _weekday(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    if _looks_ahead(view):
        return
    for match in _weekday_pattern().finditer(text):
        if _weekday_hangs_loose(view, match):
            start, end = match.span("cut")
            if start == 0:
                end = match.end("after")
            elif match["lead"].startswith(",") and match["after"].isspace():
                start += 1  # the comma closes what stands before it
            yield (drop(view, start, end, "weekday"),)


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
    if before[-1].lower().strip(",") in words("trims", "weekday", "dated"):
        return False  # "in an interview published Friday,"
    on = match.group("cut").split()[0].strip(",").lower() == "on"
    return not (
        _joined_to_the_left(view, match, before[-1], on=on)
        or _joined_to_the_right(view, match, on=on)
    )


def _joined_to_the_left(
    view: View, match: re.Match[str], word: str, *, on: bool
) -> bool:
    """A range ("from Monday"), a name ("Black Friday") or a noun phrase."""
    ranges = words("trims", "weekday", "ranges")
    if word.lower() in ranges or word in words("trims", "weekday", "names"):
        return True
    previous = token_before(view, match.start("cut"))
    return not on and previous is not None and previous.tag in DETERMINING


def _joined_to_the_right(view: View, match: re.Match[str], *, on: bool) -> bool:
    """A range, a date, a possessive, or a noun that the day belongs to."""
    after = match.group("next")
    if after.lower().strip(",.") in words("trims", "weekday", "ranges"):
        return True
    if after[:1].isdigit() or after.startswith(("-", "'", "’")):
        return True
    if _date_pattern().match(view.sentence.text, match.end("cut")):
        return True
    if on and len(match.group("cut").split()) > 1:
        return False
    following = token_after(view, match.end("cut"))
    return following is not None and following.tag in NOUNS and match["after"].isspace()


@cache
def _date_pattern() -> re.Pattern[str]:
    months = alternation("trims", "weekday", "months")
    return re.compile(rf",?\s(?:the\s)?(?:\d|(?:{months})\b)", re.IGNORECASE)


def _looks_ahead(view: View) -> bool:
    """Whether the day is of something to come, or one of several: then it is news.

    "Horn fouled out on Friday and scored 20 points on Sunday" is about two games.
    """
    ahead = words("trims", "weekday", "ahead")
    spoken = [token.text.lower() for token in view.tokens]
    days = {day.lower() for day in words("trims", "weekday", "days")}
    return any(word in ahead for word in spoken) or len(days & set(spoken)) > 1


def _relative_day(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    if _looks_ahead(view):
        return
    for match in _relative_day_pattern().finditer(text):
        before = text[: match.start()].split()
        if before and before[-1].lower() not in words("trims", "weekday", "ranges"):
            previous = token_before(view, match.start())
            if previous is None or previous.tag in {"IN", "TO", "DT", "CC"}:
                continue
            yield (drop(view, match.start(), match.end(), "relative-day"),)


@cache
def _relative_day_pattern() -> re.Pattern[str]:
    known = alternation("trims", "relative_day", "words")
    return re.compile(rf",?\s(?:{known})(?=[,.;]|$)", re.IGNORECASE)


def _filler(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    phrases = mapping("trims", "filler", "phrases")
    for match in _filler_pattern().finditer(text):
        short = phrases[match.group().lower()]
        start, end = match.span()
        if match.group()[0].isupper():
            continue
        if short:
            yield (Edit("replace", place(view, start, end), "filler", short),)
        else:
            yield (drop(view, start, end, "filler"),)
    yield from _adverbs(view)


def _adverbs(view: View) -> Iterator[tuple[Edit, ...]]:
    known = words("trims", "filler", "adverbs")
    for before, token, after in zip(
        view.tokens, view.tokens[1:], view.tokens[2:], strict=False
    ):
        subject = before.tag in NOUNS | {"PRP", "MD", "VBZ", "VBD"}
        if token.text in known and subject and after.tag.startswith("VB"):
            yield (Edit("drop", token.span, "filler"),)


@cache
def _filler_pattern() -> re.Pattern[str]:
    phrases = sorted(mapping("trims", "filler", "phrases"), key=lambda p: (-len(p), p))
    known = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"\b(?:{known})\b", re.IGNORECASE)


# --- asides ---------------------------------------------------------------------------


def _aside(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    for match in PARENTHESIS.finditer(text):
        inside = match.group().strip(" ()")
        rest = text[: match.start()] + text[match.end() :]
        claims = words("trims", "aside", "keep") & {w.lower() for w in inside.split()}
        new_figure = YEAR_OR_COUNT.search(inside) and not YEAR_OR_COUNT.search(rest)
        glued = text[match.end() : match.end() + 1].isalnum()
        if match.start() > 0 and not claims and not new_figure and not glued:
            yield (drop(view, match.start(), match.end(), "aside"),)


def _dash_aside(view: View) -> Iterator[tuple[Edit, ...]]:
    """A pair of dashes in mid-sentence; a single one often carries the news."""
    dashes = [token for token in view.tokens if set(token.text) <= set("-–—")]
    if len(dashes) != PAIR:
        return
    span = Span(dashes[0].span.start, dashes[1].span.end)
    if may_go(view, span) and not _holds_finite_without_subject(view, span):
        yield (Edit("drop", span, "dash-aside"),)


def _holds_finite_without_subject(view: View, span: Span) -> bool:
    inside = view.inside(span)
    return len(inside) > 1 and inside[1].tag in FINITE


RULES: Mapping[str, Callable[[View], Iterator[tuple[Edit, ...]]]] = {
    "dateline": _dateline,
    "aside": _aside,
    "connective": _connective,
    "contrast": _contrast,
    "weekday": _weekday,
    "relative-day": _relative_day,
    "filler": _filler,
    "age": clauses.age,
    "appositive": clauses.appositive,
    "relative-clause": clauses.relative_clause,
    "participle": clauses.participle,
    "attribution-adjunct": clauses.attribution_adjunct,
    "dash-aside": _dash_aside,
}
