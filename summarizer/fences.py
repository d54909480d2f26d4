"""Chunks of a sentence: whether marks fence them off, and what kind of words they are.

A chunk is given as the indices of its tokens, without the marks at its ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.trace import guard
from summarizer.voices import FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.trace import Trace

FENCES = frozenset({",", ".", ";", ":", "—", "–", "-", "--", "(", ")", "!", "?"})
JOINING = frozenset({"and", "or", "nor", "&"})
LONGEST_ITEM = 8
"""Words of a list's next item in which its "and" is looked for."""
JOINS = frozenset({";", ":", "."})
"""Marks behind which something new begins, no aside."""
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


def is_fenced(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether commas, dashes or the ends of the sentence stand on both sides."""
    before, after = inside[0] - 1, inside[-1] + 1
    left = before < 0 or trace.low[before] in FENCES - JOINS
    right = after >= len(trace.low) or trace.low[after] in FENCES
    return left and right


def ends_an_aside(trace: Trace, comma: int) -> bool:
    """Whether a comma ends an apposition: "charged Crane, a felon‹,› with theft"."""
    before = (i for i in range(comma - 1, 0, -1) if trace.low[i] in FENCES)
    begin = next(before, 0)
    inner = range(begin + 1, comma)
    return (
        begin > 0
        and trace.low[begin] == ","
        and trace.tokens[begin - 1].tag in NOUNS
        and trace.tokens[begin + 1].tag in NOUNS | {"DT", "CD", "JJ", "PRP$"}
        and not any(trace.tokens[i].tag in FINITE | {"CC"} for i in inner)
    )


def is_paired(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether marks of one kind fence the words off, and none of another is inside."""
    if not is_fenced(trace, inside):
        return False
    before, after = inside[0] - 1, inside[-1] + 1
    left = trace.low[before] if before >= 0 else ""
    right = trace.low[after] if after < len(trace.low) else "."
    same = right in {left, ".", "!", "?", ";"} or (left, right) == ("(", ")")
    strange = FENCES - {",", "."}
    spoken = (i for i in inside if not trace.quoted[i])
    return same and not any(trace.low[i] in strange for i in spoken)


def is_time(trace: Trace, i: int) -> bool:
    """Whether a word names a day or a week: "Monday", "last", "tonight"."""
    if trace.tokens[i].tag in {"DT", "IN", "TO"} and trace.low[i] != "this":
        return False
    return trace.low[i] in guard("times.near") or trace.low[i] in guard(
        "times.weekdays"
    )


def stands_alone(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the words hold a finite verb that no "who" or "that" in them explains."""
    explained = 0
    for i in inside:
        tag, word = trace.tokens[i].tag, trace.low[i]
        if word in FENCES:
            explained = 0
        elif tag in RELATIVES or word in {"that", "after", "as"}:
            explained += 1
        elif tag in FINITE and word not in guard("grammar.participles"):
            if not explained:
                return True
            explained -= tag != "MD"
    return False


def is_whole(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether every "who" and "which" among the words has its verb among them."""
    tags = [trace.tokens[i].tag for i in inside]
    verbs = sum(tag in FINITE or tag == "VBN" for tag in tags)
    return sum(tag in RELATIVES for tag in tags) <= verbs


def enumerates(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the commas around the words are those of a list."""
    first = trace.tokens[inside[0]].tag
    if _goes_on(trace, inside[-1] + 1, first):
        return True
    joins = any(trace.low[i] in JOINING for i in inside)
    before = trace.tokens[inside[0] - 2].tag if inside[0] > 1 else ""
    plain = first not in RELATIVES
    if joins and plain and _is_another_thing(trace, inside[0]):
        return True
    if joins and first == trace.tokens[max(0, inside[0] - 2)].tag == "VBG":
        return True
    rest = plain and trace.low[inside[-1]] == "others"
    if joins and (_names_a_second(trace, inside) or rest):
        return True
    several = plain and before == "NNS" == trace.tokens[inside[-1]].tag
    listed = joins and (first in {"NNP", "NNPS", "NNS", "CD"} or several)
    return trace.low[inside[0]] in JOINING or listed


def _names_a_second(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether a plain role and a name open the chunk: ", mother Juana and others"."""
    tags = [trace.tokens[i].tag for i in inside[:2]]
    return tags == ["NN", "NNP"]


def _is_another_thing(trace: Trace, first: int) -> bool:
    """Whether the chunk in front is a plain thing as well: "cloth, ‹a tub and a bowl›".

    "Vale, ‹a nurse and mother›" and "the mayor, ‹a nurse and mother›" rename somebody.
    """
    at = first - 2
    if at < 1 or trace.tokens[at].tag not in {"NN", "NNS"}:
        return False
    while at > 0 and trace.tokens[at - 1].tag in {"NN", "NNS", "JJ", "CD", "VBG"}:
        at -= 1
    opening = trace.low[at - 1] if trace.tokens[at - 1].tag in {"DT", "PRP$"} else ""
    return trace.low[at - 1] == "," or opening == trace.low[first]


def _goes_on(trace: Trace, after: int, kind: str) -> bool:
    """Whether the chunk behind a comma is the next item of a list."""
    if trace.low[after : after + 1] != (",",):
        return after < len(trace.low) and trace.low[after] in JOINING
    if trace.low[after + 1 : after + 2] and trace.low[after + 1] in JOINING:
        return True
    following = trace.tokens[after + 1 : after + 2]
    last = trace.tokens[after - 1].tag
    spoken = trace.low[after + 1 : after + 2] == ("according",)
    if following and following[0].tag in {"VBG", "JJ"} & {kind, last} and not spoken:
        return True
    return _is_last_item(trace, after + 1, kind)


def _is_last_item(trace: Trace, start: int, kind: str) -> bool:
    """Whether an "and" makes what follows the end of a list, not a subject."""
    joins = False
    listed = kind in NOUNS | {"JJ", "CD", "DT", "RB"}
    for i in range(start, min(start + LONGEST_ITEM, len(trace.low))):
        if trace.tokens[i].tag in FINITE:
            return False
        if trace.low[i] in FENCES:
            return joins
        joins = joins or trace.low[i] in JOINING
        if joins and listed:
            return True
    return False
