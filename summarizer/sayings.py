"""Whether the one who says it in the sentence says it in the bullet, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.trace import Fault, guard, is_word
from summarizer.voices import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace, Word
    from summarizer.voices import Cue


LESSER = frozenset({"while", "although", "though", "whereas"})
WHOLE_CLAUSES = frozenset(
    {"relative-clause", "participle", "circumstance", "outcome", "conjunct"}
)
"""Drops that may take a reporting verb along with all that it reports."""
PARTING = LESSER | {"but", "yet"}
"""Words behind a comma that begin what may be somebody else's clause."""
PREPOSITIONS = frozenset({"including", "excluding", "regarding", "concerning"})
"""Words that look like participles and need no subject."""


def check(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A claim that loses its speaker or gets another, a speaker who gets a claim."""
    yield from _speakers(trace, cues)
    yield from _scope(trace, cues)


# --- speakers -------------------------------------------------------------------------


def _speakers(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A claim that loses the one who makes it, or gets another."""
    place = {word.source: n for n, word in enumerate(trace.words) if word.source >= 0}
    for cue in cues:
        word = trace.low[cue.at]
        if trace.gone[cue.at] is not None:
            if not _is_colon(trace, cue) and not _goes_with_its_claim(trace, cue):
                yield Fault("speaker", f"the words that {word!r} stands for are lost")
            continue
        if cue.head >= 0 and trace.gone[cue.head] is not None:
            yield Fault("speaker", f"whoever {word!r} belongs to is lost")
            continue
        if _stirred(trace, cue) and not _together(trace, cue, place):
            yield Fault("speaker", f"{word!r} stands beside somebody else")


def _is_colon(trace: Trace, cue: Cue) -> bool:
    """Whether a colon behind the speaker says the same: "Police: ..."."""
    edit = trace.gone[cue.at]
    if edit is None or cue.lemma not in guard("attribution.neutral"):
        return False
    for word, following in zip(trace.words, trace.words[1:], strict=False):
        if following.text == ":" and following.edit is not None:
            return word.source in cue.speaker or _renames(trace, word, cue)
    return False


def _goes_with_its_claim(trace: Trace, cue: Cue) -> bool:
    """Whether it reports within a clause that goes whole: "which he calls ..."."""
    edit = trace.gone[cue.at]
    if edit is None or edit.rule not in WHOLE_CLAUSES or cue.inverted:
        return False
    inside = trace.inside(edit)
    if edit.rule == "conjunct" and cue.at <= inside[0] + 2:
        return True  # "and ‹ordered› a new trial": of the subject that stays
    up_to = range(inside[0], cue.at)
    return all(trace.gone[i] is edit for i in cue.speaker) and not any(
        trace.low[i] in {",", "—", "–", "--"} for i in up_to
    )


def _stirred(trace: Trace, cue: Cue) -> bool:
    """Whether an edit touches the verb, its subject, or what stands between."""
    own = {cue.at, *cue.speaker}
    low, high = min(own), max(own)
    return any(
        trace.fate(i) is not None or trace.swapped[i] is not None
        for i in range(low, high + 1)
    )


def _together(trace: Trace, cue: Cue, place: dict[int, int]) -> bool:
    """Whether verb and subject are neighbours in the bullet, as in the sentence."""
    at = _place_of(trace, cue, place)
    if at is None:
        return False
    if not cue.speaker:
        return trace.moved[cue.at] is None
    skip = guard("attribution.between") | {",", "to"}
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(trace.words) and (
            trace.words[near].low in skip
            or (trace.words[near].tag == "RB")
            or _adjunct_of(trace, trace.words[near], cue, step)
        ):
            near += step
        if 0 <= near < len(trace.words):
            word = trace.words[near]
            if word.source in cue.speaker or _renames(trace, word, cue):
                return True
    return _in_place(trace, cue)


def _place_of(trace: Trace, cue: Cue, place: dict[int, int]) -> int | None:
    if cue.at in place:
        return place[cue.at]
    for n, word in enumerate(trace.words):
        if word.edit is not None and word.edit is trace.swapped[cue.at]:
            return n
    return None


def _adjunct_of(trace: Trace, word: Word, cue: Cue, step: int) -> bool:
    """Words that moved along with the verb: "told [reporters] Vale", "to Vale"."""
    if cue.lemma == "according to" and word.low == "to":
        return True
    move = trace.moved[cue.at]
    return move is not None and step > 0 and word.edit is move and word.source > cue.at


def _renames(trace: Trace, word: Word, cue: Cue) -> bool:
    """Whether an edit put the word in the place of the subject."""
    edit = word.edit
    if edit is None or edit.kind not in {"replace", "insert"}:
        return False
    spans = [trace.tokens[i].span for i in cue.speaker]
    return any(edit.span.overlaps(s) or edit.span.end == s.start for s in spans)


def _in_place(trace: Trace, cue: Cue) -> bool:
    """Whether verb and subject stayed where they are, or moved as one."""
    moves = {trace.moved[i] for i in (cue.at, *cue.speaker)}
    return len(moves) == 1


# --- scope ----------------------------------------------------------------------------


def _scope(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """An attribution that moves past words which aren't its claim."""
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
        if _is_subordinate(trace, cue):
            yield Fault("scope", "an attribution inside another clause moves")
        parting = PARTING if edit.at > edit.span.end else PARTING - LESSER
        if any(_opens_clause(trace, i, parting) for i in passed):
            yield Fault("scope", "moves past a clause of its own")


def _is_rival(trace: Trace, cue: Cue, passed: Sequence[int]) -> bool:
    """Whether another report stands beside the one that moves, not inside it."""
    if cue.at not in passed:
        return False
    first = min({cue.at, *cue.speaker})
    before = trace.low[first - 1] if first else ""
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
