"""Small words that may go: a "that", a "who was", what only lends colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lexicon import mapping
from summarizer.predicates import find_main_verb
from summarizer.trace import guard
from summarizer.voices import FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

TOLD = NOUNS | {"DT", "PRP", "PRP$"}
"""Tags of whom somebody tells it: "told ‹the court› that"."""
MOST_TOLD = 3
COPULAS = frozenset({"is", "was", "are", "were"})
RELATIVES = frozenset({"who", "which", "that"})
OPENS_SUBJECT = NOUNS | {"DT", "PRP", "PRP$", "CD", "JJ", "EX"}
RUNS_ON = NOUNS | {"CD", "JJ"}
"""What reads on from a noun: "told Odell News ‹divers› may"."""


def is_spare_that(trace: Trace, that: int) -> bool:
    """Whether a "that" opens the one claim of a verb that needs none."""
    before, after = that - 1, that + 1
    if before < 0 or after >= len(trace.tokens) or trace.quoted[after]:
        return False
    while before >= max(0, that - MOST_TOLD) and trace.tokens[before].tag in TOLD:
        before -= 1
    told = before < that - 1
    verb = trace.low[before]
    known = guard("that.telling") if told else guard("that.verbs")
    return (
        verb in known
        and trace.tokens[that].tag == "IN"
        and trace.tokens[after].tag in OPENS_SUBJECT
    )


def keeps_apart(trace: Trace, that: int) -> bool:
    """Whether a "that" keeps a noun from the noun before: "told CNN ‹that› voters"."""
    before = next((i for i in range(that - 1, -1, -1) if trace.kept(i)), that)
    after = trace.tokens[that + 1 : that + 2]
    noun = trace.tokens[before].tag in NOUNS
    return noun and any(token.tag in RUNS_ON for token in after)


def claims_twice(trace: Trace, that: int) -> bool:
    """Whether a second "that" stands behind an "and": "said ‹that› it, and that he"."""
    return any(
        trace.low[i] == "that" and trace.low[i - 1] in {"and", "but", "or", ","}
        for i in range(that + 1, len(trace.low))
        if trace.kept(i)
    )


def is_who_is(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    """Whether a participle with more to say follows: "a man ‹who was› held in Elbe"."""
    del edit, cues
    said = [trace.low[i] for i in inside]
    if len(said) != len(("who", "is")) or said[0] not in RELATIVES:
        return False
    if said[1] not in COPULAS or not inside[0]:
        return False
    done = inside[1] + 1
    done += trace.tokens[done].tag == "RB"
    tags = [token.tag for token in trace.tokens[done : done + 2]]
    noun = trace.tokens[inside[0] - 1].tag in NOUNS
    return (
        noun
        and tags in [[a, b] for a in ("VBN", "VBD") for b in ("IN", "TO")]
        and not _is_joined(trace, done + 1)
    )


def _is_joined(trace: Trace, start: int) -> bool:
    """Whether the clause has a second verb that needs its "who"."""
    for i in range(start, len(trace.tokens) - 1):
        if trace.low[i] == ",":
            return trace.tokens[i + 1].tag == "CC"
        joins = trace.low[i] in {"and", "or", "but"}
        if joins and trace.tokens[i + 1].tag in FINITE | {"RB", "VBN"}:
            return True
    return False


def is_emphasis(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether one listed word goes that only lends colour to the word behind it."""
    del edit, cues
    at = inside[0]
    if len(inside) > 1 or not at or at + 1 >= len(trace.tokens):
        return False
    which = trace.tokens[at + 1].tag != "NN"
    if which and not guard("negations").isdisjoint(trace.low[:at]):
        return False  # "not for his ‹brutal› acts" denies no more than the brutal ones
    before, after = trace.tokens[at - 1].tag, trace.tokens[at + 1].tag
    if trace.low[at] in guard("emphasis.adverbs"):
        held = trace.low[at - 1] in guard("emphasis.holding")
        wanted = trace.low[at + 1] in guard("emphasis.wanting")
        if held or wanted:
            return False
        return after in {"VBN", "VBD", "VBG", "VB"} or (
            after == "JJ" and _describes(trace, at)
        )
    return (
        trace.low[at] in guard("emphasis.adjectives")
        and (before in {"PRP$", "POS"} or trace.low[at - 1] in {"the", "this", "these"})
        and after in {"NN", "NNS"}
    )


def _describes(trace: Trace, at: int) -> bool:
    """Whether the adjective behind an adverb tells what is so, not which is meant."""
    attached = any(t.tag in NOUNS | {"JJ", ","} for t in trace.tokens[at + 2 : at + 3])
    return not attached or trace.low[at - 1] in {"a", "an"}


def short_filler(trace: Trace, edit: Edit, said: str) -> bool:
    """A wordy phrase that shrinks to what is listed, and to something."""
    front = [i for i, t in enumerate(trace.tokens) if t.span.end <= edit.span.start]
    if said.lower() in guard("fillers.aims"):
        head = [(trace.low[i], trace.tokens[i].tag) for i in front]
        if find_main_verb(head) is None:
            return False  # "Elbe ‹in a bid to› save its pier"
    phrases = mapping("guards", "fillers", "phrases")
    counting = mapping("guards", "fillers", "counting")
    if said.lower() in counting:
        tag = trace.tokens[front[-1]].tag if front else ""
        if tag not in {"IN", "TO", "RP"} and not tag.startswith("VB"):
            return False  # "then ‹a series of› fires has closed it"
    short = phrases.get(said.lower()) or counting.get(said.lower())
    return short == edit.text.lower()


def short_name(trace: Trace, edit: Edit, said: str) -> bool:
    """Letters for a name, as they are listed, and not inside a longer name."""
    behind = next((t for t in trace.tokens if t.span.start >= edit.span.end), None)
    longer = behind is not None and behind.tag in {"NNP", "NNPS"}
    return mapping("guards", "short_names", "letters").get(said) == edit.text and (
        not longer
    )
