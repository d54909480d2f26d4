"""Small words that may go: weekdays, days near by, fillers, ages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.fences import is_fenced
from summarizer.lexicon import mapping
from summarizer.predicates import find_main_verb
from summarizer.trace import guard, is_word
from summarizer.voices import FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

AGE = re.compile(
    r"(?:aged )?\d{1,3}(?: years old)?|\d{1,3}-(?:year|month|week|day)-old"
)
APPOSED = frozenset({"NN", "NNS", "JJ", "DT", "PRP$", "CD"})
NAMED = NOUNS | {"JJ", "VBG"}
"""Tags of what an age can stand in front of: "the 29-year-old nurse"."""
RELATIVES = frozenset({"WDT", "WP", "WP$"})
FOCUSED = {("only",), ("just",), ("even",), ("not",)}
OTHER_TIMES = frozenset({"ever", "at", "in", "before", "any"})
"""Behind "than": a day is held against other times."""
DAY = re.compile(
    r"""
    (?: (?:later|earlier)\s )? (?: today | tonight | yesterday | overnight
        | on\sthe\ssame\sday | (?:earlier|later)\sin\sthe\s(?:day|week)
        | earlier\sthis\s(?:week|month) | (?:over|at)\sthe\sweekend
        | last\s(?:night|week|weekend)
        | this\s(?:week|weekend|month|morning|afternoon|evening) )
    """,
    re.VERBOSE,
)


def is_weekday(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether the words are a weekday that dates nothing else and is no name."""
    del edit
    said = [trace.low[i] for i in inside]
    days, around = guard("times.weekdays"), guard("times.around")
    if sum(word in days for word in said) != 1:
        return False
    if not all(word in days or word in around for word in said):
        return False
    return not (
        _names_a_day(trace, inside)
        or _is_dated(trace, inside)
        or _is_spent(trace, inside)
        or _is_needed(trace, inside, cues)
        or _stands_between_verbs(trace, inside)
        or trace.low[inside[0] - 1 : inside[0]] in FOCUSED
    )


def _is_needed(trace: Trace, inside: Sequence[int], cues: Sequence[Cue]) -> bool:
    """Whether a participle behind a noun has only the day: "papers unsealed Monday"."""
    done = inside[0] - 1
    if done < 1 or any(cue.at == done for cue in cues):
        return False
    more = trace.low[inside[-1] + 1 : inside[-1] + 2]
    hangs = trace.tokens[done].tag == "VBN" and trace.tokens[done - 1].tag in NOUNS
    head = [(trace.low[i], trace.tokens[i].tag) for i in range(done)]
    alone = not more or not is_word(more[0])
    return hangs and alone and find_main_verb(head) is not None


def _stands_between_verbs(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether a participle would touch a verb: "a suit filed ‹on Friday› alleges"."""
    before, behind = inside[0] - 1, trace.tokens[inside[-1] + 1 : inside[-1] + 2]
    return (
        before > 0
        and trace.tokens[before].tag in {"VBN", "VBD"}
        and any(token.tag in FINITE for token in behind)
        and not any(token.tag in RELATIVES for token in trace.tokens[:before])
        and "that" not in trace.low[max(0, before - 3) : before]
    )


def _is_spent(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether a verb takes the day as its object: "spent Thursday cutting hay"."""
    before, after = inside[0] - 1, inside[-1] + 1
    bare = trace.low[inside[0]] in guard("times.weekdays")
    if not bare or before < 0 or after >= len(trace.tokens):
        return False
    verb = trace.tokens[before].tag.startswith("VB")
    return verb and trace.tokens[after].tag == "VBG"


def _names_a_day(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether it is more than a day: "Black Friday", "the Sunday Times", "Monday's"."""
    before, after = inside[0] - 1, inside[-1] + 1
    going_on = {"'s", "’s", "-", "–"} | guard("times.parts")
    if after < len(trace.low) and trace.low[after] in going_on:
        return True
    if before < 0 or trace.low[inside[0]] in guard("times.around"):
        return False
    if trace.low[before] in guard("names.before_day") or _is_called_so(trace, before):
        return True
    return trace.tokens[before].tag in {"DT", "IN", "JJ", "POS", "PRP$", "TO", "CC"}


def _is_called_so(trace: Trace, last: int) -> bool:
    """Whether a name that ends there is what something is called, day and all."""
    first = last
    while first > 0 and trace.tokens[first].text[:1].isupper():
        first -= 1
    return first < last and trace.low[first] in guard("names.naming")


def _is_dated(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether it is part of a date or range: "Monday, June 3", "Monday and Tuesday"."""
    after = trace.low[inside[-1] + 1 : inside[-1] + 3]
    ranges = {"and", "or", "through", "to", "until"}
    ranged = after[:1] and after[0] in ranges and after[-1] in guard("times.weekdays")
    following = next((word for word in after if word != ","), "")
    before = trace.low[inside[0] - 1] if inside[0] else ""
    return (
        bool(ranged)
        or following in guard("times.months")
        or before in {"through", "until", "from", "between"}
    )


def is_relative_day(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether the words are a day near the day of the report: "last night"."""
    del edit, cues
    said = " ".join(trace.low[i] for i in inside)
    before = trace.tokens[inside[0] - 1].tag if inside[0] else ""
    after = trace.low[inside[-1] + 1] if inside[-1] + 1 < len(trace.low) else ""
    return (
        DAY.fullmatch(said) is not None
        and before not in {"IN", "TO", "DT"}
        and not _stands_between_verbs(trace, inside)
        and after not in {"'s", "’s"}
        and not any(
            trace.low[i] == "than" and trace.low[i + 1] in OTHER_TIMES
            for i in range(len(trace.low) - 1)
        )
    )


def is_filler(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    """Whether the words are on the list of those that say nothing."""
    del edit, cues
    said = " ".join(trace.low[i] for i in inside)
    if said in guard("fillers.timely"):
        return _tells_one_time(trace, inside[0])
    return mapping("guards", "fillers", "phrases").get(said) == "" or (
        said in guard("fillers.adverbs")
    )


def _tells_one_time(trace: Trace, at: int) -> bool:
    """Whether the sentence tells of nothing that was so before, or is so later."""
    verbs = [i for i in range(max(0, at - 1)) if trace.tokens[i].tag in FINITE]
    return not verbs and guard("fillers.apart").isdisjoint(trace.low)


def is_age(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    """Whether the words are somebody's age: ", 48," or "29-year-old"."""
    del cues
    said_all = trace.said(edit.span).strip()
    said = said_all.strip(" ,()")
    if AGE.fullmatch(said) is None:
        return False
    if said.endswith("-old"):
        return trace.tokens[min(inside[-1] + 1, len(trace.tokens) - 1)].tag in NAMED
    return (
        inside[0] > 0
        and is_fenced(trace, inside)
        and not (said_all.endswith(",") and _closes_an_apposition(trace, inside))
    )


def _closes_an_apposition(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the last comma is another's: "his brother, ‹Bo Vale›, 51, ran".

    So it is in front of who somebody is: "Vale, 89, ‹first cousin› to the king".
    """
    behind = trace.tokens[inside[-1] + 2 : inside[-1] + 3]
    if any(token.tag in APPOSED or token.text == "first" for token in behind):
        return True
    at = inside[0] - 2
    while at > 0 and trace.tokens[at].tag in {"NNP", "NNPS"}:
        at -= 1
    return (
        trace.low[at] == ","
        and trace.tokens[at - 1].tag in {"NN", "NNS"}
        and any(token.tag in FINITE | {"RB"} for token in behind)
    )
