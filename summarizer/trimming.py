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

from summarizer import (
    appositives,
    clauses,
    conjuncts,
    dashes,
    days,
    fillers,
    fronts,
    participles,
    payload,
    places,
    small_words,
    tails,
)
from summarizer.article import Span
from summarizer.bullet import Edit, Trim
from summarizer.datelines import dateline_end
from summarizer.lexicon import alternation, words
from summarizer.looseness import drop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarizer.looseness import View

__all__ = ["RULES", "dateline_end", "find_trims"]

LONGEST = 1000
"""Characters of a sentence; a longer one is no bullet, and slow to search."""
LEAST_LEFT = 5
"""Words that must be left of a sentence behind its opening."""

WHOLE = frozenset(
    {
        "appositive",
        "relative-clause",
        "participle",
        "outcome",
        "circumstance",
        "conjunct",
    }
)
"""Trims that may take a quotation along, if they take all of it."""

HEAVY = frozenset({*WHOLE, "opening", "dash-aside"}) - {"appositive"}
"""Trims that together may leave too little."""
CLAUSES = WHOLE - {"appositive"}
"""Trims that may take along what a smaller one takes."""

PARENTHESIS = re.compile(r"\s?\([^()]{1,200}\)")
MEASURE = re.compile(r"%|[$£€]\d|\bper ?cent\b")
"""In brackets it tells how much: "(a 24% rise)"."""
BETWEEN_COMMAS = re.compile(
    r"(?:[\w.'’-]{1,30} ){1,5}(?:says?|said|reports?|reported), (?![\"“])"
)
"""An attribution in front of its claim: "And, Odell Radio reports, the mill burned"."""
YEAR_OR_COUNT = re.compile(r"\d")


def find_trims(view: View, wanted: Sequence[str]) -> tuple[Trim, ...]:
    """The trims that the sentence allows, in the order in which ``wanted`` names them.

    Trims of one rule come left to right. Two trims never overlap, but a clause that may
    go may hold a smaller trim.
    """
    if len(view.sentence.text) > LONGEST:
        return ()
    found: list[Trim] = []
    for rule in wanted:
        for edits in RULES[rule](view):
            fits = edits and not _clashes(rule, edits, found)
            if fits and _in_reach(view, edits) and _leave_news(view, edits, found):
                found.append(Trim(rule, edits, _saved(view, edits)))
    return tuple(found)


def _clashes(rule: str, edits: tuple[Edit, ...], found: Sequence[Trim]) -> bool:
    return any(
        mine.span.overlaps(other.span)
        and not (rule in CLAUSES and mine.span.covers(other.span))
        for trim in found
        for other in trim.edits
        for mine in edits
    )


def _leave_news(view: View, edits: tuple[Edit, ...], found: Sequence[Trim]) -> bool:
    """Whether the claim is worth telling without these words and all found before."""
    if edits[0].rule not in HEAVY:
        return True
    before = [edit.span for trim in found if trim.rule in HEAVY for edit in trim.edits]
    own = [edit.span for edit in edits]
    return not before or payload.leave_news(view, (*before, *own))


def _in_reach(view: View, edits: tuple[Edit, ...]) -> bool:
    if edits[0].rule == "attribution-adjunct":
        return all(view.leaves_speaker(edit.span) for edit in edits)
    return not any(
        view.tears(edit.span) if edit.rule in WHOLE else view.touches(edit.span)
        for edit in edits
    )


def _saved(view: View, edits: tuple[Edit, ...]) -> int:
    return sum(
        len(view.words(edit.span).split()) - len(edit.text.split()) for edit in edits
    )


# --- openings -------------------------------------------------------------------------


def _dateline(view: View) -> Iterator[tuple[Edit, ...]]:
    end = dateline_end(view.sentence.text)
    if end:
        yield (drop(view, 0, end, "dateline"),)


def _connective(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    match = _connective_pattern().match(text)
    if match is None or _reports_between_commas(view, match.end()):
        return
    if match.group().lower().startswith("first") and " second" in text:
        return  # "First, it rained, and second, it froze"
    figure = text[match.end()].isdigit()  # "Currently, ‹9› towns": none may open
    if len(text[match.end() :].split()) >= LEAST_LEFT and not figure:
        yield (drop(view, 0, match.end(), "connective"),)


def _reports_between_commas(view: View, at: int) -> bool:
    """Whether an attribution that nobody has read would open the sentence."""
    match = BETWEEN_COMMAS.match(view.sentence.text, at)
    start = view.sentence.span.start
    return match is not None and not view.touches(
        Span(start + match.start(), start + match.end())
    )


@cache
def _connective_pattern() -> re.Pattern[str]:
    bare = alternation("trims", "connective", "bare")
    every = alternation("trims", "connective", "additive")
    ordinal = alternation("trims", "connective", "ordinal")
    return re.compile(
        rf"(?:(?:{every}),|(?:{ordinal}),(?!\s(?:{ordinal}|and|or)\b)|(?:{bare})(?=\s))"
        r"\s+(?=\S)",
        re.IGNORECASE,
    )


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


# --- asides ---------------------------------------------------------------------------


def _aside(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    for match in PARENTHESIS.finditer(text):
        inside = match.group().strip(" ()")
        rest = text[: match.start()] + text[match.end() :]
        low = inside.lower().split()
        claims = words("trims", "aside", "keep").intersection(low)
        limits = low[:1] and low[0] in words("guards", "asides", "limits")
        new_figure = YEAR_OR_COUNT.search(inside) and not YEAR_OR_COUNT.search(rest)
        behind, front = text[match.end() :], text[: match.start() + 1].rstrip("(")
        glued = behind[:1].isalnum() or front[-1:].isalnum()  # "hard(ish)"
        measured = MEASURE.search(inside)
        if (
            match.start() > 0
            and not claims
            and not limits
            and not measured
            and words("trims", "scope", "grave").isdisjoint(low)
            and not new_figure
            and not glued
        ):
            yield (drop(view, match.start(), match.end(), "aside"),)


def _adjunct(view: View) -> Iterator[tuple[Edit, ...]]:
    yield from clauses.attribution_adjunct(view)
    yield from small_words.occasion(view)


RULES: Mapping[str, Callable[[View], Iterator[tuple[Edit, ...]]]] = {
    "dateline": _dateline,
    "aside": _aside,
    "connective": _connective,
    "contrast": _contrast,
    "weekday": days.weekday,
    "relative-day": days.relative_day,
    "filler": fillers.filler,
    "short-name": small_words.short_name,
    "that": small_words.that,
    "who-is": small_words.who_is,
    "emphasis": small_words.emphasis,
    "place": places.place,
    "age": clauses.age,
    "appositive": appositives.appositive,
    "relative-clause": clauses.relative_clause,
    "participle": participles.participle,
    "outcome": participles.outcome,
    "attribution-adjunct": _adjunct,
    "dash-aside": dashes.dash_aside,
    "opening": fronts.opening,
    "circumstance": tails.circumstance,
    "conjunct": conjuncts.conjunct,
}
