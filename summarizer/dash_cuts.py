"""What dashes set off: whether it may go whole, and what stays is whole without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.fences import RELATIVES, is_whole, stands_alone
from summarizer.predicates import find_main_verb
from summarizer.trace import guard, is_word
from summarizer.voices import FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

DASHES = frozenset("-–—")
CONCEDING = frozenset(
    {"though", "although", "albeit", "if", "unless", "even", "however", "not"}
)
"""What limits a claim: "a small -- ‹though growing› -- part"."""
SUBJECTS = NOUNS | {"DT", "PRP", "PRP$", "CD", "JJ", "JJR", "EX"}
LEADING = frozenset({"IN", "TO", "WRB", "VB", "VBG", "VBN"})
LONG = frozenset({"--", "–", "—"})
TIES = frozenset({";", ":", "(", ")"})
LEAST_HEAD = 6
"""Words that must be left in front of a dash."""


def is_dash_aside(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether two dashes fence the words off, or one parts an addition at the end."""
    if any(edit.span.covers(trace.tokens[cue.at].span) for cue in cues):
        return False
    if _hangs_on_the_claim(trace, inside):
        return False
    said = trace.said(edit.span).strip()
    opens, closes = said[:1] in DASHES, said[-1:] in DASHES
    if opens and closes and len(said) > 1:
        return not _joins(trace, edit) and trace.low[inside[0]] not in CONCEDING
    return opens and _is_added_at_the_end(trace, inside)


def _hangs_on_the_claim(trace: Trace, inside: list[int]) -> bool:
    """Whether the words say how it is meant or whose word it is.

    "nobody left -- ‹voluntarily› -- but", "were -- ‹in the words of Vale› -- idle".
    """
    adverb = all(trace.tokens[i].tag == "RB" for i in inside)
    return adverb or any(
        (trace.low[i], trace.low[i + 1]) == ("words", "of") for i in inside[:-1]
    )


def _joins(trace: Trace, edit: Edit) -> bool:
    """Whether what stands behind the dashes is a claim that those before lead to."""
    ahead = [
        i
        for i, token in enumerate(trace.tokens)
        if token.span.end <= edit.span.start and trace.kept(i)
    ]
    behind = [t.tag for t in trace.tokens if t.span.start >= edit.span.end][:1]
    if not ahead or not set(behind) <= SUBJECTS:
        return False
    verb = any(trace.tokens[i].tag in FINITE for i in ahead)
    first = next((i for i in ahead if is_word(trace.low[i])), ahead[0])
    parted = any(trace.low[i] == "," for i in ahead)
    return not verb or (trace.tokens[first].tag in LEADING and not parted)


def _is_added_at_the_end(trace: Trace, inside: list[int]) -> bool:
    """Whether a whole claim stands before the only dash, and no claim behind it."""
    words = [i for i in inside if is_word(trace.low[i])]
    first = words[0]
    marks = [i for i, word in enumerate(trace.low) if word in LONG]
    alone = len(marks) == 1 and marks[0] == first - 1
    ended = not any(is_word(word) for word in trace.low[inside[-1] + 1 :])
    own = [i for i in range(first - 1) if trace.kept(i)]
    head = [(trace.low[i], trace.tokens[i].tag) for i in own]
    return (
        alone
        and ended
        and sum(is_word(word) for word, _ in head) >= LEAST_HEAD
        and find_main_verb(head) is not None
        and not TIES.intersection(trace.low[i] for i in inside if not trace.quoted[i])
        and _opens_an_addition(trace, first)
        and is_whole(trace, words)
        and (trace.tokens[first].tag in RELATIVES or not stands_alone(trace, words))
    )


def _opens_an_addition(trace: Trace, first: int) -> bool:
    """Whether the words name examples, what somebody did, or again what has a name."""
    word, tag = trace.low[first], trace.tokens[first].tag
    if word in {"one", "some"}:
        return trace.low[first + 1 : first + 2] == ("of",)
    if word in guard("circumstances.added") or tag == "VBG":
        return word not in guard("circumstances.fixed") - {"including"}
    named = trace.tokens[first - 2].tag in NOUNS - {"NN", "NNS"}
    return named and tag in {"DT", "PRP$"}
