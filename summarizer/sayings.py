"""Whether the one who says it in the sentence says it in the bullet, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import passing
from summarizer.trace import Fault, guard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.trace import Trace, Word
    from summarizer.voices import Cue


WHOLE_CLAUSES = frozenset(
    {"relative-clause", "participle", "circumstance", "outcome", "conjunct"}
)
"""Drops that may take a reporting verb along with all that it reports."""


def check(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A claim that loses its speaker or gets another, a speaker who gets a claim."""
    yield from _speakers(trace, cues)
    yield from passing.check(trace, cues)


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
            or _introduces(trace.words[near])
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


def _introduces(word: Word) -> bool:
    """Whether the word says who is named beside it; whom, is looked at elsewhere."""
    return word.edit is not None and word.edit.rule == "introduction"


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
