"""Openings and tails: what may go in front of a claim or behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.fences import RELATIVES, ends_an_aside, is_whole, stands_alone
from summarizer.plain_claims import head_of, is_plain, opens_a_clause
from summarizer.predicates import find_main_verb
from summarizer.trace import guard, is_word
from summarizer.voices import FINITE, NOUNS, forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

FINAL = frozenset({".", "!", "?", '"', "”", "''"})
ADDITIONS = frozenset({"with", "along", "together", "including", "such"})
"""Openings of what only a comma adds."""
BELIEVING = frozenset(
    {"believe", "believes", "believed", "think", "thinks", "thought", "expect",
     "expects", "expected", "hope", "hopes", "hoped", "suspect", "suspects",
     "suspected", "put", "puts"}
)  # fmt: skip
"""Verbs behind an "as" that tells whose word it is, beside those of the cues."""
SETTINGS = frozenset(
    {"aftermath", "attempt", "bid", "effort", "eve", "honor", "honour", "hope",
     "hopes", "midst", "preparation", "protest", "response", "retaliation", "run-up",
     "wake"}
)  # fmt: skip
"""Nouns of "in the wake of" and its kind, which may stand behind a verb."""
MEASURES = frozenset({"CD", "DT", "JJ", "JJR", "IN", "RB"})
OPENS_SUBJECT = NOUNS | {"DT", "PDT", "PRP", "PRP$", "CD", "JJ", "JJR", "EX", "RB"}
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
LONGEST_TIME = 4
"""Words of "a few days later"."""
LONGEST_ADDRESSED = 4
"""Words of "the Port Eddon Courier", who was told."""
LONGEST_MEASURE = 6
"""Words of "less than two years after"."""


def is_opening(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether the words up to a comma are no more than a setting of the claim."""
    del edit
    after = inside[-1] + 1
    led = any(trace.kept(i) and is_word(trace.low[i]) for i in range(inside[0]))
    told = any(cue.at in inside or cue.head in inside for cue in cues)
    closed = trace.low[after : after + 1] == (",",)
    return (
        closed
        and not led
        and not told
        and _may_open(trace, inside)
        and not _leaves_no_claim(trace, inside, cues)
    )


def _may_open(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the words are a time or an occasion, and nothing closer."""
    first, last = trace.low[inside[0]], trace.low[inside[-1]]
    if first in guard("circumstances.fixed") - {"following"} or (
        first == "as" and last in forms()
    ):
        return False  # "As the Courier reports,"
    clause = _opens(trace, inside)
    tag = trace.tokens[inside[0]].tag
    opens = clause or tag in {"IN", "RB"} or _is_time(trace, inside)
    return (
        opens
        and (clause or not stands_alone(trace, inside))
        and not _is_long_ago(trace, inside)
        and _leaves_a_fact(trace, inside)
    )


def _is_time(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the words name a time: "five years later", "the next day"."""
    first, last = trace.tokens[inside[0]].tag, trace.low[inside[-1]]
    timed = first in {"JJ", "DT", "CD"} and last in guard("times.measures")
    return timed and len(inside) <= LONGEST_TIME


def _is_long_ago(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the words date a fact to a past of its own: "in 2012", "years ago"."""
    near = inside if len(inside) <= LONGEST_TIME else inside[-1:]
    return any(trace.low[i] == "ago" or YEAR.match(trace.low[i]) for i in near)


def _leaves_a_fact(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether a subject opens what is left, and no rule: "when it rains, it floods"."""
    left = range(inside[-1] + 2, len(trace.low))
    if not left:
        return False
    subject = trace.quoted[left[0]] or trace.tokens[left[0]].tag in OPENS_SUBJECT
    verb = find_main_verb([(trace.low[i], trace.tokens[i].tag) for i in left])
    verbs = any(trace.tokens[i].tag in FINITE for i in inside)
    tag = trace.tokens[left[verb]].tag if verb is not None else ""
    ordered = trace.low[inside[0]] == "following" and tag == "MD"
    return subject and not ordered and (tag == "VBD" or not verbs)


def _leaves_no_claim(trace: Trace, inside: Sequence[int], cues: Sequence[Cue]) -> bool:
    """Whether all that follows is who made the claim: "..., Vale told the court"."""
    behind = range(inside[-1] + 1, len(trace.low))
    verb = find_main_verb([(trace.low[i], trace.tokens[i].tag) for i in behind])
    if verb is None:
        return True
    said = any(cue.at == behind[verb] for cue in cues)
    told = [trace.tokens[i].tag for i in behind[verb + 1 :] if is_word(trace.low[i])]
    return said and len(told) <= LONGEST_ADDRESSED and "IN" not in told


def is_circumstance(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether the words at the end tell how something came about that is a fact."""
    del edit
    if len(inside) == 1:
        return False
    actor = trace.low[inside[0]] == "by" and trace.tokens[inside[1]].tag != "VBG"
    stub = trace.tokens[inside[0] - 1].tag == "VBG"  # "after collapsing"
    return (
        not actor
        and not stub
        and not _is_undone(trace, inside)
        and not _goes_on(trace, inside)
        and _opens(trace, inside)
        and _is_setting(trace, inside)
        and _ends_the_claim(trace, inside, cues)
        and is_whole(trace, inside)
        and _is_fact(trace, inside, cues)
    )


def _is_undone(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether what came next may undo the claim: "after a minute ‹before Luiz hit›"."""
    begin = next((i for i in inside[1:] if trace.low[i] == "before"), inside[-1])
    return any(trace.tokens[i].tag in FINITE for i in inside if i > begin)


def _goes_on(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether an "as" tells whose word it is, or words behind it are the claim's own.

    "as the council ‹warned›", ", as chance had it, ‹is›", "the town as a whole ‹paid›".
    """
    first = trace.low[inside[0]]
    verbs = [i for i in inside if trace.tokens[i].tag in FINITE]
    if first != "as" or not verbs:
        return any(trace.low[i] == ";" and not trace.quoted[i] for i in inside)
    said = trace.low[verbs[0]] in forms() or trace.low[verbs[0]] in BELIEVING
    said = said and len(verbs) == 1  # "as an envoy warned ‹that war was near›"
    whole = trace.low[inside[0] + 1 : inside[0] + 3] == ("a", "whole")
    return said or whole or any(trace.low[i - 1] == "," for i in verbs)


def _opens(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether one of the listed openings comes first, but for "two days" before it."""
    measures = guard("times.measures")
    first = trace.low[inside[0]]
    if first in ADDITIONS and inside[0]:
        fenced = trace.low[inside[0] - 1] == ","
        bound = first == "with" and ends_an_aside(trace, inside[0] - 1)
        return fenced and not bound and not _holds_the_verb(trace, inside)
    for at in inside[:LONGEST_MEASURE]:
        if trace.low[at] in guard("circumstances.openers"):
            measured = any(trace.low[i] in measures for i in range(inside[0], at))
            short = at - inside[0] == 1 and trace.tokens[inside[0]].tag == "RB"
            return at == inside[0] or measured or short
        # "Four" at the head of a sentence is tagged a name.
        measured = bool(measures.intersection(trace.low[at : at + 2]))
        if trace.tokens[at].tag not in MEASURES and not measured:
            return False
    return False


def _holds_the_verb(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the words hold more verbs than their own clauses can have."""
    tags = [trace.tokens[i].tag for i in inside if not trace.quoted[i]]
    owned = sum(tag in RELATIVES for tag in tags)
    owned += sum(trace.low[i] == "that" for i in inside)
    return sum(tag in FINITE for tag in tags) > owned + 1


def _is_setting(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether an "in" or "on" gives a place or a charge: no "resulted in deaths"."""
    if trace.low[inside[0]] not in {"in", "on"}:
        return True
    before, after = trace.tokens[inside[0] - 1].tag, trace.tokens[inside[1]].tag
    if SETTINGS.intersection(trace.low[i] for i in inside[1:3]):
        return True
    return not before.startswith(("VB", "JJ")) and after != "VBG"


def _ends_the_claim(trace: Trace, inside: Sequence[int], cues: Sequence[Cue]) -> bool:
    """Whether the sentence ends here, or whoever says it follows behind a comma."""
    behind = [i for i in range(inside[-1] + 1, len(trace.low)) if trace.kept(i)]
    if not any(is_word(trace.low[i]) for i in behind):
        return True
    if trace.low[behind[0]] != "," or len(behind) < 2:  # noqa: PLR2004 - a word too
        return False
    return any(behind[1] in (*cue.speaker, cue.at) for cue in cues)


def _is_fact(trace: Trace, inside: Sequence[int], cues: Sequence[Cue]) -> bool:
    """Whether the claim in front neither counts, compares, denies nor wishes."""
    if trace.low[inside[0] - 1] == ",":
        heads = [head_of(trace, inside, but) for but in ((), cues)]
        return any(find_main_verb(head) is not None for head in heads)
    setting = trace.low[inside[0]] in guard("circumstances.settings")
    but = guard("circumstances.ahead") if setting else frozenset[str]()
    return any(is_plain(head_of(trace, inside, said), but) for said in ((), cues))


def is_conjunct(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether an "and" joins a second verb at the end to a clause that stands."""
    del edit
    return (
        trace.low[inside[0]] == "and"
        and _adds_a_verb(trace, inside)
        and any(_is_first(head_of(trace, inside, but)) for but in ((), cues))
        and _ends_the_claim(trace, inside, cues)
    )


def _adds_a_verb(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether a verb follows the "and", or behind a comma a subject and its verb."""
    rest = [i for i in inside[1:] if trace.tokens[i].tag != "RB"]
    if not rest:
        return False
    if trace.tokens[rest[0]].tag in FINITE:
        return True
    verb = next((i for i in rest if trace.tokens[i].tag in FINITE), None)
    if verb is None or trace.low[inside[0] - 1] != ",":
        return False
    return not {",", "and", "or"} & set(trace.low[rest[0] : verb])


def _is_first(head: Sequence[tuple[str, str]]) -> bool:
    """Whether one clause stands there, with an object, and no list."""
    verb = find_main_verb(head)
    if verb is None:
        return False
    rest = head[verb + 1 :]
    paired = any(word in guard("circumstances.paired") for word, _ in head)
    listed = any(word == ";" or opens_a_clause((word, tag)) for word, tag in rest)
    return not paired and not listed and any(tag in NOUNS for _, tag in rest)
