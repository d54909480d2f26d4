"""What an attribution passes on its way to an end: its own claim, nothing else."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.trace import Fault, guard, is_word
from summarizer.voices import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

LESSER = frozenset({"while", "although", "though", "whereas"})
PARTING = LESSER | {"but", "yet"}
"""Words behind a comma that begin what may be somebody else's clause."""
PREPOSITIONS = frozenset({"including", "excluding", "regarding", "concerning"})
"""Words that look like participles and need no subject."""


RESUMED = 2
"""Words behind "a" in which the claim is named: "a false claim"."""
TIMED = 5
"""Words behind a comma in which "a day after" stands."""


def check(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """An attribution that moves past words which aren't its claim."""
    yield from _times_of_the_report(trace, cues)
    for edit in trace.edits:
        if edit.kind != "move" or edit.at is None:
            continue
        cue = next((c for c in cues if trace.moved[c.at] is edit), None)
        if cue is None:
            continue
        passed = _passed(trace, edit)
        if any(_is_rival(trace, c, passed) for c in cues if c is not cue):
            yield Fault("scope", "moves past another reporting verb")
        if edit.at > edit.span.end:
            yield from _left_behind(trace, cue, passed)
        elif _goes_on_without(trace, edit):
            yield Fault("scope", "what follows the attribution would join the claim")
        if _is_subordinate(trace, cue):
            yield Fault("scope", "an attribution inside another clause moves")
        parting = PARTING if edit.at > edit.span.end else PARTING - LESSER
        if any(_opens_clause(trace, i, parting) for i in passed):
            yield Fault("scope", "moves past a clause of its own")


def _times_of_the_report(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """What is told from the report and would date the claim: ", a day after it sank".

    "Vale said the mill would close, a day after it burned": she said it a day after.
    """
    for cue in cues:
        edit = trace.gone[cue.at] or trace.moved[cue.at]
        if edit is None or (edit.kind != "move" and edit.rule != "attribution-adjunct"):
            continue
        behind = range(max({cue.at, *cue.speaker}) + 1, len(trace.low))
        if any(trace.kept(i) and _tells_when(trace, i) for i in behind):
            yield Fault("scope", "a time told from the report would date the claim")
            return
        if any(trace.kept(i) and _resumes(trace, i) for i in behind):
            yield Fault("scope", "what is told of the claim would be claimed")
            return


def _tells_when(trace: Trace, i: int) -> bool:
    """Whether ", a day after" or ", hours before" begins behind the token."""
    if trace.low[i] != "," or trace.quoted[i]:
        return False
    near = trace.low[i + 1 : i + 1 + TIMED]
    return any(
        word in guard("times.measures") and following in {"after", "before"}
        for word, following in pairwise(near)
    )


def _resumes(trace: Trace, i: int) -> bool:
    """Whether ", a finding the trust accepted" begins behind the token."""
    if trace.low[i] not in {",", "—", "–", "--", "-"} or trace.quoted[i]:
        return False
    opens = trace.low[i + 1 : i + 2] in {("a",), ("an",), ("the",)}
    near = trace.low[i + 2 : i + 2 + RESUMED]
    return opens and not guard("attribution.resumed").isdisjoint(near)


def _goes_on_without(trace: Trace, edit: Edit) -> bool:
    """Whether another clause follows behind an attribution in the middle.

    "It was cancelled, the club said, and the show went on" gives the club no show.
    """
    rest = [i for i, t in enumerate(trace.tokens) if t.span.start >= edit.span.end]
    rest = [i for i in rest if trace.kept(i) and trace.moved[i] is None]
    joined = [i for i in rest[:3] if trace.low[i] in {"and", "but", "while", "so"}]
    return bool(joined) and any(_is_finite(trace, i) for i in rest)


def _is_rival(trace: Trace, cue: Cue, passed: Sequence[int]) -> bool:
    """Whether another report stands beside the one that moves, not inside it."""
    if cue.at not in passed:
        return False
    first = min({cue.at, *cue.speaker})
    before = trace.low[first - 1] if first else ""
    behind = range(max({cue.at, *cue.speaker}) + 1, len(trace.low))
    if before == "," and not any(_is_finite(trace, i) for i in behind):
        return True  # "..., the agency said": that is the report
    return cue.lemma == "according to" or before in {"and", "or", ";", "—", "–", "--"}


def _is_subordinate(trace: Trace, cue: Cue) -> bool:
    """Whether words in front of the speaker make the attribution a lesser clause.

    "The protest comes after leaders said that ...": what the sentence tells is the
    protest, and its verb is no part of the speaker.
    """
    first = min({cue.at, *cue.speaker})
    lesser = guard("grammar.openers") | {"how", "why", "what"}
    if first and trace.low[first - 1] in lesser:
        return True
    carried = [i for i in range(first) if trace.moved[i] is not None]
    return bool(carried) and any(
        trace.tokens[i].tag in FINITE and not _is_relative(trace, i, carried[0])
        for i in carried
    )


def _is_relative(trace: Trace, verb: int, start: int) -> bool:
    """Whether a "who" or "which" stands between the two."""
    return any(trace.tokens[i].tag in {"WP", "WDT", "WP$"} for i in range(start, verb))


def _passed(trace: Trace, edit: Edit) -> list[int]:
    at = edit.span.start if edit.at is None else edit.at
    low, high = (edit.span.end, at) if at > edit.span.end else (at, edit.span.start)
    return [
        i
        for i, token in enumerate(trace.tokens)
        if low <= token.span.start < high
        and trace.kept(i)
        and trace.moved[i] is None
        and not trace.quoted[i]
    ]


def _opens_clause(trace: Trace, i: int, parting: frozenset[str]) -> bool:
    """Whether another clause begins, as in "..., but ..." or "...; ..."."""
    if trace.low[i] == ";":
        return True
    if i == 0 or trace.low[i - 1] not in {",", "—", "–", "--"}:
        return False
    return trace.low[i] in parting


def _left_behind(trace: Trace, cue: Cue, passed: Sequence[int]) -> Iterator[Fault]:
    """What stood before a front attribution, or hung on it, when it goes to the end."""
    before = [
        i
        for i in range(min({cue.at, *cue.speaker}))
        if trace.kept(i) and trace.moved[i] is None and is_word(trace.low[i])
    ]
    if before and not trace.quoted[before[-1]]:
        yield Fault("scope", "words before the attribution would join the claim")
    verb_passed = False
    for i in passed:
        fenced = i > 0 and trace.low[i - 1] == ","
        participle = trace.tokens[i].tag == "VBG" and trace.low[i] not in PREPOSITIONS
        if fenced and participle and not verb_passed:
            yield Fault("scope", "a participle loses its subject")
        if fenced and trace.low[i] == "and" and _is_finite(trace, i + 1):
            yield Fault("scope", "a second predicate loses its subject")
        verb_passed = verb_passed or _is_finite(trace, i)


def _is_finite(trace: Trace, i: int) -> bool:
    return i < len(trace.tokens) and trace.tokens[i].tag in FINITE
