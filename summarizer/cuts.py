"""Drops: for each rule, the shape that words must have to go under its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer import renaming
from summarizer.adjunct_cuts import is_adjunct, opens_claim
from summarizer.clause_cuts import is_appositive, is_participle, is_relative_clause
from summarizer.dash_cuts import is_dash_aside
from summarizer.dateline_cuts import is_dateline
from summarizer.day_cuts import is_age, is_filler, is_relative_day, is_weekday
from summarizer.place_cuts import closes_place, is_place
from summarizer.quote_pairs import MARKS
from summarizer.role_cuts import closes_role, is_replaced_name
from summarizer.small_cuts import (
    claims_twice,
    is_emphasis,
    is_spare_that,
    is_who_is,
    keeps_apart,
)
from summarizer.tail_cuts import is_circumstance, is_conjunct, is_opening
from summarizer.trace import guard
from summarizer.voices import NOUNS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

FENCED_OFF = ((), (",",), (".",))
SMALL = frozenset(
    {"weekday", "relative-day", "filler", "title", "that", "who-is", "emphasis"}
)
"""Rules that take words and at most a comma."""
STRONG = re.compile(r"[;:()—–]|--")
LOOSE_MARKS = frozenset(" ,.\n")
"""Marks that may go on their own."""


def fits(trace: Trace, edit: Edit, cues: Sequence[Cue]) -> bool:
    """Whether the words that a drop takes are what its rule says they are."""
    inside = trace.inside(edit)
    if not inside:
        return _is_loose(trace, edit, cues)
    if not _spares_quotes(trace, edit, inside):
        return False
    if edit.rule in SMALL and STRONG.search(trace.said(edit.span)):
        return False
    return SHAPES[edit.rule](trace, edit, inside, cues)


def _is_loose(trace: Trace, edit: Edit, cues: Sequence[Cue]) -> bool:
    """Whether marks may go alone: a final stop, or what joined an attribution."""
    marks = set(trace.said(edit.span))
    final = edit.span.end >= trace.sentence.span.end
    if "." in marks and not final:
        return False
    if marks <= LOOSE_MARKS:
        loose = "," not in marks or final or _beside_a_change(trace, edit)
        return loose or closes_role(trace, edit, cues) or closes_place(trace, edit)
    return bool(cues) and marks <= LOOSE_MARKS | {":"} and _beside_a_change(trace, edit)


def _beside_a_change(trace: Trace, edit: Edit) -> bool:
    """Whether a word next to the span goes, moves or changes too."""
    for i, token in enumerate(trace.tokens):
        if token.span.end >= edit.span.start - 1 and token.span.start <= edit.span.end:
            gone = trace.gone[i] is not None and trace.gone[i] is not edit
            if gone or trace.moved[i] is not None:
                return True
    return False


def _spares_quotes(trace: Trace, edit: Edit, inside: Sequence[int]) -> bool:
    """Whether quotations go whole, by a rule that may take them, or not at all."""
    if edit.rule == "quote-sentence" or not any(trace.quoted[i] for i in inside):
        return True
    whole = all(edit.span.covers(q) for q in trace.quotes if edit.span.overlaps(q))
    return edit.rule in WHOLE and whole


def _is_aside(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    del cues
    said = trace.said(edit.span).strip(" ,")
    words = [trace.low[i] for i in inside if trace.low[i].isalpha()]
    if words and words[0] in guard("asides.limits"):
        return False
    closing = {"(": ")", "[": "]"}.get(said[:1])
    return closing is not None and said.endswith(closing) and said.count(said[0]) == 1


def _is_connective(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    del edit
    if _strands_report(trace, inside, cues):
        return False
    said = " ".join(trace.low[i] for i in inside).replace("’", "'").replace(" '", "'")
    before = inside[0] - 1
    opens = all(not trace.kept(i) or trace.low[i] == "," for i in range(before + 1))
    behind = trace.low[inside[-1] + 1 :][:1]
    between = before >= 0 and trace.low[before] == "," and behind in FENCED_OFF
    loose = between and trace.tokens[inside[0]].tag != "CC"
    if said in guard("connectives.ordinal"):
        counted = {*guard("connectives.ordinal"), "and", "or"}  # "Second, third and"
        return opens and counted.isdisjoint(trace.low[inside[-1] + 1 :][:2])
    return said in guard("connectives.additive") and (opens or loose)


def _strands_report(trace: Trace, inside: list[int], cues: Sequence[Cue]) -> bool:
    """Whether a report between commas would open: "However, Vale said, it sank"."""
    last = len(trace.low) - 2
    return any(
        cue.speaker[:1] == (inside[-1] + 2,)
        and cue.at < last
        and trace.moved[cue.at] is None
        and trace.low[cue.at + 1] == ","
        and not trace.quoted[cue.at + 2]
        for cue in cues
    )


def _is_contrast(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether a "but" opens the sentence, and so sets it against another."""
    del edit
    if _strands_report(trace, inside, cues):
        return False
    opens = all(trace.gone[i] is not None for i in range(inside[0]))
    word = trace.low[inside[0]]
    return opens and len(inside) == 1 and word in guard("connectives.opening_contrast")


# --- what belongs to a name or a report -----------------------------------------------


def _is_title(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    del cues
    role = guard("names.role")
    plain = "," not in trace.said(edit.span) and all(
        trace.tokens[i].tag in NOUNS | {"JJ", "DT"} or trace.low[i] in role
        for i in inside
    )
    return (
        plain
        and trace.tokens[inside[-1]].tag in {"NN", "NNP", "JJ", "POS"}
        and _is_of_a_role(trace, inside)
        and begins_phrase(trace, inside[0])
        and _is_role(trace, inside)
        and renaming.begins_name(trace, inside[-1] + 1, inside[-1])
    )


def _is_of_a_role(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether what stands before an "of" is a role: no "release of Sgt."."""
    at = next((i for i in inside if trace.tokens[i].tag == "IN"), None)
    return at is None or trace.low[max(0, at - 1)] in renaming.titles()


def _is_first_name(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    del inside, cues
    return renaming.shortens(trace, edit)


def _is_role(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the words say what somebody is, not how somebody is called."""
    capitals = all(trace.tokens[i].tag in {"NNP", "NNPS"} for i in inside)
    last = trace.low[inside[-1]].rstrip(".")
    return not capitals or last in renaming.titles() or last in {"'s", "’s"}


def begins_phrase(trace: Trace, first: int) -> bool:
    """Whether no word before belongs to the same noun phrase."""
    if first == 0:
        return True
    before = trace.tokens[first - 1].tag
    if trace.low[first - 1] == ")" or trace.low[first - 1] in MARKS:
        return False
    if before == "CC" and trace.low[max(0, first - 2)] in renaming.titles():
        return False  # "chairman and ‹chief› Vale"
    return before not in NOUNS | {"DT", "JJ", "JJR", "JJS", "PRP$", "POS", "CD", "VBN"}


def _is_that(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    if [trace.low[i] for i in inside] != ["that"]:
        return is_adjunct(trace, edit, inside, cues)
    opens = opens_claim(trace, inside[0], cues) or is_spare_that(trace, inside[0])
    held = claims_twice(trace, inside[0]) or keeps_apart(trace, inside[0])
    return opens and not held


def _is_mark(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    del trace, edit, inside, cues
    return False


def _is_quote_sentence(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """The rest is looked at in ``verbatim``."""
    del edit, cues
    return all(trace.quoted[i] for i in inside)


WHOLE = frozenset(
    {
        "aside", "dash-aside", "appositive", "relative-clause", "participle", "outcome",
        "circumstance", "conjunct",
    }
)  # fmt: skip
"""Rules that may take a quotation along, if they take all of it."""
SHAPES: Mapping[str, Callable[[Trace, Edit, list[int], Sequence[Cue]], bool]] = {
    "dateline": is_dateline,
    "aside": _is_aside,
    "connective": _is_connective,
    "contrast": _is_contrast,
    "weekday": is_weekday,
    "relative-day": is_relative_day,
    "filler": is_filler,
    "age": is_age,
    "appositive": is_appositive,
    "relative-clause": is_relative_clause,
    "participle": is_participle,
    "attribution-adjunct": is_adjunct,
    "dash-aside": is_dash_aside,
    "opening": is_opening,
    "circumstance": is_circumstance,
    "conjunct": is_conjunct,
    "outcome": is_participle,
    "name-for-role": is_replaced_name,
    "quote-sentence": _is_quote_sentence,
    "title": _is_title,
    "surname": _is_first_name,
    "that": _is_that,
    "who-is": is_who_is,
    "emphasis": is_emphasis,
    "place": is_place,
    "period": _is_mark,
    "comma": _is_mark,
    "colon": _is_mark,
}
