"""What became of a claim, in words that go: "rose 9% ‹before falling back›"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.trace import Fault, guard
from summarizer.voices import FINITE, forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.trace import Trace

RULES = frozenset(
    {
        "aside", "dash-aside", "appositive", "relative-clause", "participle", "outcome",
        "circumstance", "conjunct",
    }
)  # fmt: skip
"""Rules that may take what happened afterwards."""
LONGEST_HEARING = 8
"""Words of "the jury at the crown court was told"."""
OBJECTS = frozenset({"it", "him", "her", "them"})
"""What stands behind a verb of the same thing or person."""
AT_FIRST = frozenset({"first", "initially", "originally"})
NAMES = frozenset({"NNP", "NNPS"})
PHRASE = NAMES | {"NN", "NNS", "DT", "JJ", "JJS", "CD", "VBN", "PRP$", "POS"}
HOLDING = ("undoing", "limiting", "renaming")
"""Lists of what a claim needs."""
HELD = frozenset({("yet", "to"), ("subject", "to"), ("short", "of")})
"""Words that a claim needs: "a swap that has yet to come"."""
MORE = frozenset({("along", "with"), ("together", "with"), ("as", "well")})
"""Openings of what is counted too."""


def check(trace: Trace) -> Iterator[Fault]:
    """A cut that takes what undid the claim or came of it, or half of a count."""
    cuts = {edit for edit in trace.gone if edit is not None and edit.rule in RULES}
    for edit in sorted(cuts, key=lambda cut: cut.span.start):
        inside = trace.inside(edit)
        if any(_undoes(trace, i) for i in inside):
            yield Fault("sequel", f"{edit.rule} takes what undid the claim")
        elif edit.rule == "conjunct" and _follows_up(trace, inside):
            yield Fault("sequel", f"{edit.rule} takes what came of the same")
        elif _comes_second(trace, inside):
            yield Fault("sequel", f"{edit.rule} takes what followed a first")
        elif _goes_on_counting(trace, inside):
            yield Fault("sequel", f"{edit.rule} takes half of a count")
        elif _tells_whose_word(trace, inside):
            yield Fault("sequel", f"{edit.rule} takes whose word it is")
        elif _taints(trace, inside):
            yield Fault("sequel", f"{edit.rule} takes whose word a speaker tells")
        elif _holds_against(trace, inside):
            yield Fault("sequel", f"{edit.rule} takes what the verb is told against")
        elif edit.rule == "participle" and _names_it(trace, inside):
            yield Fault("sequel", f"{edit.rule} takes the only name")


def _undoes(trace: Trace, i: int) -> bool:
    before, tag = trace.low[i - 1], trace.tokens[i - 1].tag
    if trace.low[i] == "back":
        return tag == "PRP" or tag.startswith("VB")
    if (before, trace.low[i]) in HELD:
        return True
    then = before == "before" and trace.tokens[i].tag == "VBG"
    return then or any(trace.low[i] in guard(f"sequels.{kind}") for kind in HOLDING)


def _follows_up(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether an "and" tells what came later of the same: "and lost it again"."""
    verb = next((i for i in inside if trace.tokens[i].tag in FINITE), None)
    if verb is None:
        return False
    opening = trace.low[inside[0] : verb + 2]
    if not guard("sequels.later").isdisjoint(opening):
        return True
    says = any(token.tag in FINITE for token in trace.tokens[verb + 2 : verb + 3])
    return not OBJECTS.isdisjoint(trace.low[verb + 1 : verb + 2]) and not says


def _tells_whose_word(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the words end on whose claim it is: ", the court was told"."""
    comma = next((i for i in reversed(inside) if trace.low[i] == ","), None)
    if comma is None:
        return False
    last = [trace.low[i] for i in inside if i > comma]
    return len(last) <= LONGEST_HEARING and not guard("sequels.heard").isdisjoint(last)


def _taints(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether it tells of a speaker why to doubt him: "who was paid by the mill"."""
    behind = range(inside[-1] + 1, len(trace.low)) if inside else ()
    following = next((trace.low[i] for i in behind if trace.low[i] != ","), "")
    gone = {trace.low[i] for i in inside}
    kinds = (guard("attribution.tainting"), guard("attribution.relaying"))
    return following in forms() and any(not kind.isdisjoint(gone) for kind in kinds)


def _comes_second(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether what was so at first stays and what came then goes."""
    first = any(
        trace.low[i] in AT_FIRST and trace.tokens[i].tag == "RB" and trace.kept(i)
        for i in range(inside[0] if inside else 0)
    )
    return first and any(trace.tokens[i].tag in FINITE for i in inside)


def _holds_against(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the next word leans on what goes: "who fell, still won"."""
    behind = range(inside[-1] + 1, len(trace.low)) if inside else ()
    following = next((trace.low[i] for i in behind if trace.low[i].isalpha()), "")
    if following == "now":
        gone = {trace.low[i] for i in inside}
        return not guard("sequels.before").isdisjoint(gone)
    return following in guard("sequels.despite")


def _names_it(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether a participle names what has no name: "this mammal, known as the pika"."""
    opening = trace.low[inside[0] : inside[0] + 2] if inside else ()
    sold = opening[1:] == ("as",) and opening[0] in guard("sequels.selling")
    if not sold and guard("sequels.naming").isdisjoint(opening[:1]):
        return False
    at = inside[0] - 1 - (trace.low[inside[0] - 1] == ",")
    while at >= 0 and trace.tokens[at].tag in PHRASE - NAMES:
        at -= 1
    behind = trace.tokens[inside[-1] + 1 : inside[-1] + 3]
    goes_on = [t.text == "," or t.tag in FINITE for t in behind] == [True, True]
    return goes_on and not (at >= 0 and trace.tokens[at].tag in NAMES)


def _goes_on_counting(trace: Trace, inside: Sequence[int]) -> bool:
    opening = trace.low[inside[0] : inside[0] + 2] if inside else ()
    return opening in MORE and any(trace.tokens[i].tag == "CD" for i in inside)
