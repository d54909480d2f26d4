"""A name that goes where its apposition stays: "Jeff Dunmore, a spokesman, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.trace import is_word
from summarizer.voices import FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

RULE = "name-for-role"
ARTICLES = frozenset({"a", "an", "the"})
COORDINATORS = frozenset({"and", "or", "&"})


def is_replaced_name(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether a speaker's name goes and the words that say who it is stay."""
    del edit
    return any(
        cue.speaker
        and cue.speaker[0] == inside[-1] + 2
        and trace.tokens[inside[-1]].tag in NOUNS
        and trace.tokens[inside[0]].tag in NOUNS
        and not COORDINATORS & {trace.low[i] for i in inside}
        for cue in cues
    )


def closes_role(trace: Trace, edit: Edit, cues: Sequence[Cue]) -> bool:
    """Whether a comma closes an apposition that stands for a name now."""
    before = [
        i for i, token in enumerate(trace.tokens) if token.span.end <= edit.span.start
    ]
    dropped = any(other.rule == RULE for other in trace.edits)
    return dropped and any(cue.speaker[-1:] == (before[-1],) for cue in cues if before)


def with_roles(trace: Trace, cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues, where a name was dropped spoken by its apposition."""
    dropped = [edit for edit in trace.edits if edit.rule == RULE]
    if not dropped:
        return tuple(cues)
    return tuple(_with_role(trace, cue, dropped) for cue in cues)


def _with_role(trace: Trace, cue: Cue, dropped: Sequence[Edit]) -> Cue:
    for edit in dropped:
        inside = trace.inside(edit)
        if cue.head not in inside or not set(cue.speaker) <= set(inside):
            continue
        role = _apposition(trace, inside[-1] + 1, cue)
        if role:
            return cue._replace(speaker=role, head=_head(trace, role))
    return cue


def _apposition(trace: Trace, comma: int, cue: Cue) -> tuple[int, ...]:
    """The noun phrase between the comma and the next, if the verb follows or leads."""
    low = trace.low
    if comma + 1 >= len(low) or low[comma] != "," or low[comma + 1] not in ARTICLES:
        return ()
    end = comma + 1
    while end < len(low) and is_word(low[end]) and trace.tokens[end].tag not in FINITE:
        end += 1
    role = tuple(range(comma + 1, end))
    nouns = any(trace.tokens[i].tag in NOUNS for i in role)
    closed = end >= len(low) or low[end] in {",", "."}
    if not nouns or not closed or any(trace.gone[i] is not None for i in role):
        return ()
    if end < len(low) and low[end] == "," and trace.gone[end] is None:
        return ()  # half a pair: "A spokesman, said"
    if cue.inverted:
        return role if cue.at < comma else ()
    return role if end < cue.at else ()


def _head(trace: Trace, role: Sequence[int]) -> int:
    """The first run of nouns ends in what the phrase is named by."""
    head = -1
    for i in role:
        if trace.tokens[i].tag in NOUNS:
            head = i
        elif head >= 0:
            return head
    return head
