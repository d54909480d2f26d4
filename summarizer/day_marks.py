"""Days that hold two facts apart, or that an hour belongs to: neither may go alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer import reach
from summarizer.trace import Fault, guard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.trace import Trace
    from summarizer.voices import Cue

YEAR = re.compile(r"(?:1[89]|20)\d\d")
DAYS = frozenset({"weekday", "relative-day"})
"""Rules that take a day."""
NEAR_BY = frozenset({"today", "yesterday", "tonight", "tomorrow"})
PERIODS = frozenset({"week", "weekend", "month", "year", "season", "summer", "winter"})
LIMITS = frozenset({"until", "till", "by", "before", "after", "since", "from"})
HOURS = frozenset({"noon", "midday", "midnight", "dawn", "dusk", "sunrise", "sunset"})
CLAUSES = frozenset(
    {"relative-clause", "participle", "circumstance", "opening", "conjunct", "outcome"}
)
"""Rules that take what a time may be told from."""
OPENS = frozenset(
    {"DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "VBG", "EX"}
)
"""Tags behind "the day before" that say before what."""
TIME = 2
"""Words of "the night" in front of "before"."""
HOUR_REACH = 5
"""Words between "until" and the day: "until 8 a.m. on"."""
REPORT_REACH = 3
"""Words between a reporting verb and its day: "told reporters late on"."""


def check(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A day that goes though the claim leans on it."""
    yield from _measured(trace)
    yield from _leaning(trace)
    lost = [i for i in _marks(trace) if _is_cut(trace, i)]
    if not lost:
        return
    claimed = [i for i in _marks(trace) if not _is_of_report(trace, i, cues)]
    names = {_name(trace, i) for i in claimed}
    for i in lost:
        period = trace.low[i] in PERIODS
        alike = {name for name in names if period or " " not in name}
        if i in claimed and (len(alike) > 1 or _is_set_against_a_year(trace, i)):
            yield Fault("day", f"{trace.low[i]!r} holds two facts apart")
        elif _limits_an_hour(trace, i):
            yield Fault("day", f"{trace.low[i]!r} belongs to an hour")
        elif i in claimed and _is_leant_on(trace, i, cues):
            yield Fault("day", f"{trace.low[i]!r} is part of what is denied or ranked")
        elif _says_more(trace, i):
            yield Fault("day", f"more is said of {trace.low[i]!r}")


def _leaning(trace: Trace) -> Iterator[Fault]:
    """A time told from what a cut took: "who was shot ..., rang the day before"."""
    for i, word in enumerate(trace.low):
        if word not in {"before", "after", "later", "earlier"} or not trace.kept(i):
            continue
        taken = (edit for edit in trace.gone[:i] if edit and edit.rule in CLAUSES)
        if _is_told_from(trace, i) and any(taken):
            yield Fault("day", f"{word!r} is told from what was cut")


def _is_told_from(trace: Trace, i: int) -> bool:
    """Whether "the night before" or "two days later" ends at the word."""
    measures = guard("times.measures") - {"later", "earlier"}
    if trace.quoted[i] or i < TIME or trace.low[i - 1] not in measures:
        return False
    if trace.low[i] in {"later", "earlier"}:
        return trace.tokens[i - 2].tag in {"CD", "DT", "JJ"}
    behind = trace.tokens[i + 1 : i + 2]
    return trace.low[i - 2] == "the" and not any(t.tag in OPENS for t in behind)


def _measured(trace: Trace) -> Iterator[Fault]:
    """Two times of which one goes: "in the third minute ... after an hour"."""
    measures = guard("times.measures")
    timed = [i for i, word in enumerate(trace.low) if word in measures]
    gone = [trace.gone[i] for i in timed]
    tails = any(
        edit is not None
        and edit.rule == "circumstance"
        and i - trace.inside(edit)[0] <= HOUR_REACH
        for i, edit in zip(timed, gone, strict=True)
    )
    if tails and not all(gone):
        yield Fault("day", "one of two times goes")


def _marks(trace: Trace) -> list[int]:
    """The words that tell one day or week from another."""
    days = guard("times.weekdays") | NEAR_BY
    return [
        i
        for i, word in enumerate(trace.low)
        if not trace.quoted[i] and (word in days or _is_period(trace, i))
    ]


def _is_period(trace: Trace, i: int) -> bool:
    return trace.low[i] in PERIODS and trace.low[max(0, i - 1)] in {
        "last", "this", "next",
    }  # fmt: skip


def _name(trace: Trace, i: int) -> str:
    if trace.low[i] in PERIODS:
        return f"{trace.low[i - 1]} {trace.low[i]}"
    return trace.low[i]


def _is_cut(trace: Trace, i: int) -> bool:
    edit = trace.gone[i]
    return edit is not None and edit.rule in DAYS


def _is_of_report(trace: Trace, i: int, cues: Sequence[Cue]) -> bool:
    """Whether the day says when something was said."""
    for cue in cues:
        last = max({cue.at, *cue.speaker})
        if 0 < i - last <= REPORT_REACH and "," not in trace.low[last:i]:
            return True
    return False


def _is_set_against_a_year(trace: Trace, i: int) -> bool:
    """Whether a "but" sets the day against a year: "for it in 2019 but against it"."""
    but = next((n for n in range(i, 0, -1) if trace.low[n] == "but"), 0)
    return any(YEAR.fullmatch(word) for word in trace.low[:but])


def _is_leant_on(trace: Trace, i: int, cues: Sequence[Cue]) -> bool:
    """Whether a denial reaches the day, or a superlative the week."""
    edit = trace.gone[i]
    first = trace.inside(edit)[0] if edit else i
    period = trace.low[i] in PERIODS
    denied = reach.is_denied(trace, first, cues)
    return denied or (period and reach.is_ranked(trace, first, cues))


def _says_more(trace: Trace, i: int) -> bool:
    """Whether a clause stays that says more of the day: "‹Tuesday›, when it rained"."""
    behind = next((j for j in range(i, len(trace.low)) if trace.low[j] == ","), None)
    if behind is None or not all(map(trace.gone.__getitem__, range(i, behind))):
        return False
    more = trace.low[behind + 1 : behind + 2]
    return bool(more) and more[0] in guard("times.more") and trace.kept(behind + 1)


def _limits_an_hour(trace: Trace, i: int) -> bool:
    """Whether it is the day of "until 8 a.m. on Thursday"."""
    before = range(max(0, i - HOUR_REACH), i)
    limit = next((j for j in before if trace.low[j] in LIMITS), None)
    at = next((j for j in before if trace.low[j] == "at"), None)
    if limit is None and any(token.tag == "MD" for token in trace.tokens[:i]):
        limit = at  # "would reach land at 6 p.m. on Thursday"
    return limit is not None and any(
        trace.tokens[j].tag == "CD" or trace.low[j] in HOURS for j in range(limit, i)
    )
