"""What holds a claim in check: its guard words, its numbers, its names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import renaming
from summarizer.trace import Fault, guard, is_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.bullet import Edit
    from summarizer.trace import Trace

GUARDS = ("negations", "hedges", "conditions", "contrasts", "causes")
NAMES = frozenset({"NNP", "NNPS"})
OPENINGS = frozenset({"connective", "contrast"})
"""Rules for words that tie a sentence to the one before."""
CLAUSES = frozenset({"relative-clause", "circumstance"})
"""Rules that take a whole clause."""
WHOLE_NAME = 3
"""Words of a name with one in its middle."""
LIMIT_REACH = 4
"""Words before a number that may limit it: "as many as", "no more than about"."""


def check(trace: Trace) -> Iterator[Fault]:
    """Whatever changes how surely, how much or of whom something is claimed."""
    yield from _guards(trace)
    yield from _numbers(trace)
    yield from _names(trace)


def _guards(trace: Trace) -> Iterator[Fault]:
    """A word that holds the claim in check, in words that go.

    The one exception: whole sentences of a quotation, which are claims of their own.
    """
    for kind in GUARDS:
        listed = guard(kind)
        for i, word in enumerate(trace.low):
            if word not in listed:
                continue
            edit = trace.gone[i] or _overwritten(trace, i)
            if edit is None or edit.rule == "quote-sentence":
                continue
            if word == "reported" and edit.rule == "attribution-adjunct":
                continue  # a verb here; what it stands for is looked at in sayings
            if edit.rule in OPENINGS:  # only whole words from a closed list go
                continue
            if word == "may" and trace.tokens[i].tag in NAMES:
                continue
            if edit.rule == "aside" and _is_named(trace, i):
                continue
            if kind in {"contrasts", "causes"} and _is_within_a_clause(trace, i, edit):
                continue
            yield Fault(kind, f"{edit.rule} takes {word!r}")


def _is_named(trace: Trace, i: int) -> bool:
    """Whether the word is in the middle of a name: "Doctors Without Borders"."""
    near = trace.tokens[max(0, i - 1) : i + 2]
    return len(near) == WHOLE_NAME and all(t.text[0].isupper() for t in near)


def _is_within_a_clause(trace: Trace, i: int, edit: Edit) -> bool:
    """Whether both sides of a contrast go: "who signed it but asked for silence"."""
    if edit.rule == "dash-aside":
        return True
    first = trace.inside(edit)[0]
    return edit.rule in CLAUSES and first < i and "," not in trace.low[first:i]


def _overwritten(trace: Trace, i: int) -> Edit | None:
    edit = trace.swapped[i]
    if edit is None or edit.rule in {"capital", "tense"}:
        return None
    return None if trace.low[i] in edit.text.lower().split() else edit


def _numbers(trace: Trace) -> Iterator[Fault]:
    """A number parted from its limit, its currency or its unit."""
    for i, token in enumerate(trace.tokens):
        if not _is_number(token.text, token.tag):
            continue
        fate = trace.fate(i)
        if trace.swapped[i] is not None and not _may_swap(trace.swapped[i]):
            yield Fault("number", f"{token.text!r} is replaced")
        for j in (*_limits_before(trace, i), *_units_after(trace, i)):
            if trace.fate(j) is not fate or _overwritten(trace, j) is not None:
                yield Fault("number", f"{token.text!r} is parted from {trace.low[j]!r}")
        yield from _new_neighbour(trace, i)


def _is_number(text: str, tag: str) -> bool:
    return tag == "CD" or any(map(str.isdigit, text))


def _may_swap(edit: Edit | None) -> bool:
    return edit is not None and edit.rule in {"capital", "pronoun"}


def _limits_before(trace: Trace, i: int) -> Iterator[int]:
    limits, j = guard("limits"), i - 1
    while j >= max(0, i - LIMIT_REACH) and (
        trace.low[j] in limits or trace.low[j] in {"$", "£", "€", "no", "not"}
    ):
        yield j
        j -= 1


def _units_after(trace: Trace, i: int) -> Iterator[int]:
    units, j = guard("units"), i + 1
    while j < min(len(trace.low), i + 3) and trace.low[j] in units:
        yield j
        j += 1


def _new_neighbour(trace: Trace, i: int) -> Iterator[Fault]:
    """A number in front of another noun than in the sentence: "12 [men, two]"."""
    if i + 1 >= len(trace.tokens):
        return
    counted = trace.tokens[i + 1].tag in {"NN", "NNS", "JJ"}
    if counted and trace.moved[i] is not trace.moved[i + 1]:
        yield Fault("number", f"{trace.tokens[i].text!r} moves without what it counts")
    if not trace.kept(i) or trace.gone[i + 1] is None:
        return
    if not is_word(trace.low[i + 1]):
        return
    tag = trace.tokens[i + 1].tag
    edit = trace.gone[i + 1]
    if edit is None or edit.rule in {"weekday", "relative-day"}:
        return
    if tag in {"NN", "NNS", "JJ", "CD"}:
        yield Fault("number", f"{trace.tokens[i].text!r} loses what it counts")


def _names(trace: Trace) -> Iterator[Fault]:
    """A name that is cut in two."""
    days = guard("times.weekdays")
    for i in range(len(trace.tokens) - 1):
        left, right = trace.tokens[i], trace.tokens[i + 1]
        if left.tag not in NAMES or right.tag not in NAMES:
            continue
        if trace.fate(i) is trace.fate(i + 1):
            continue
        if trace.swapped[i] is not None or trace.swapped[i + 1] is not None:
            continue
        if trace.low[i] in days or trace.low[i + 1] in days:
            continue
        if not _splits_before_name(trace, i + 1):
            yield Fault("name", f"{left.text} {right.text} is cut in two")


def _splits_before_name(trace: Trace, i: int) -> bool:
    """Whether a title goes and the name behind it stays, or a dateline ends here."""
    edit = trace.gone[i - 1]
    if edit is not None and edit.rule in {"dateline", "surname"}:
        return True
    titled = trace.low[i - 1].rstrip(".") in renaming.titles()
    return titled or renaming.begins_name(trace, i, i - 1)
