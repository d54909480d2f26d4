"""Appositives, clauses and participles between commas: what may go of them, whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.fences import (
    ends_an_aside,
    enumerates,
    is_fenced,
    is_paired,
    is_whole,
    stands_alone,
)
from summarizer.trace import guard, is_word
from summarizer.voices import FINITE, NOUNS, forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

ASIDES = frozenset({"VBN", "VBD", "VBG", "DT", "WP", "WDT"})
"""Tags that an aside opens with; "dubbed" is often taken for a plain past."""
BREAKS = frozenset({";", ":", "—", "–", "--", "-", "(", ")"})
OPENS_SUBJECT = NOUNS | {"DT", "PRP", "PRP$", "CD", "JJ", "EX"}
ANOTHER = frozenset({"plus", "other"})
"""Words of another thing: "a bonus ‹plus› perks", "one at the bow, the ‹other› at"."""
FENCED_OFF = ((), (".",))
MORE = NOUNS | {"DT", "PRP$", "CD"}
"""What opens another item of a list."""
HEARING = frozenset({"heard", "hears"})
"""What a court or an inquest does."""
HAVING = 3
"""Words of "having also reached"."""


def is_appositive(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether the words name again what stands in front of their comma."""
    del edit, cues
    tags = [trace.tokens[i].tag for i in inside]
    if tags[0] == "RB" and tags[1:2] == ["IN"]:
        return False  # "just as Vale did"
    opens = tags[0] in NOUNS | {"DT", "CD", "JJ", "JJS", "JJR", "PRP$", "RB", "PDT"}
    another = ANOTHER.isdisjoint(trace.low[i] for i in inside)
    return (
        opens
        and another
        and _follows_a_noun(trace, inside[0])
        and not stands_alone(trace, inside)
        and tags[-1] not in FINITE | {"VBN"}
        and any(tag in NOUNS | {"PRP"} for tag in tags)
        and is_paired(trace, inside)
        and not enumerates(trace, inside)
        and not _is_subject(trace, inside)
        and not _tells_who_says(trace, inside)
        and trace.low[inside[-1]] not in guard("times.from")
    )


def _tells_who_says(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the claim comes from there: ", a court heard yesterday"."""
    times = guard("times.near") | guard("times.weekdays") | guard("times.measures")
    said = [i for i in inside if trace.low[i] not in times]
    last = trace.low[said[-1]] if said else ""
    return last in forms() or last in HEARING


def _is_subject(trace: Trace, inside: list[int]) -> bool:
    """Whether nothing but leading phrases stands before, and no subject behind.

    "Before the deadline, Rep. Dunn, who won in May, left" without "Rep. Dunn".
    """
    start = inside[0] - 1
    named = any(
        person_span.end == trace.tokens[start - 1].span.end
        for person in trace.cast.people
        for person_span in person.mentions
    )
    if named and trace.tokens[inside[0]].tag not in {"NNP", "NNPS"}:
        return False
    fresh = True
    for i in range(start):
        if trace.low[i] in BREAKS | {","}:
            fresh = True
        elif fresh:
            if not _opens_a_lead(trace, i):
                return False
            fresh = False
    behind = trace.tokens[inside[-1] + 2 : inside[-1] + 3]
    return bool(behind) and behind[0].tag not in OPENS_SUBJECT


def _opens_a_lead(trace: Trace, i: int) -> bool:
    lesser = trace.low[i] in guard("grammar.openers")
    return lesser or trace.tokens[i].tag in {"IN", "TO", "RB", "VBG", "VBN", "WRB"}


def _follows_a_noun(trace: Trace, first: int) -> bool:
    """Whether the comma in front stands behind something that has a name."""
    at = first - 1
    while at >= 0 and not is_word(trace.low[at]):
        at -= 1
    if " ".join(trace.low[max(0, at - 1) : at + 1]) in guard("connectives.additive"):
        return False  # "and, of course, a baker"
    return at >= 0 and (
        trace.tokens[at].tag in NOUNS | {"CD", "PRP", "POS", "VBG"}
        or trace.gone[at] is not None
    )


def is_relative_clause(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether the words are a whole clause that hangs on a "who" or "which"."""
    del edit, cues
    opening = {trace.low[i] for i in inside[:3]}
    relatives = {"who", "which", "where", "whose", "whom", "when"}
    opens = trace.low[inside[0]] in relatives or bool(
        opening & {"which", "whom", "whose"}
    )
    return (
        opens
        and inside[0] > 0
        and not _is_bound(trace, inside[0])
        and is_fenced(trace, inside)
        and is_whole(trace, inside)
        and not enumerates(trace, inside)
        and not _holds_what_they_did(trace, inside)
        and not _holds_more(trace, inside)
        and trace.tokens[inside[0]].text != "WHO"
    )


def _is_bound(trace: Trace, first: int) -> bool:
    """Whether it belongs to the verb: "hit Vale, a clerk, ‹where it hurts›".

    So it does behind "it was Vale, the youngest, ‹who led›".
    """
    if trace.low[first] in {"where", "when"}:
        return ends_an_aside(trace, first - 1)
    return any(
        trace.low[i] == "it" and trace.low[i + 1] in {"is", "was", "'s", "’s"}
        for i in range(first - 1)
    )


def _holds_more(trace: Trace, inside: list[int]) -> bool:
    """Whether words at the end are more than the clause: a list's item, a quotation.

    "from Vale, who scored twice, ‹and Horn›"; "called Elbe, where she was born, ‹a
    "nice town"›"; "the diver Vale, who won; ‹and Horn›".
    """
    if any(trace.low[i] == ";" and not trace.quoted[i] for i in inside):
        return True
    verb = next((i for i in inside if trace.tokens[i].tag in FINITE), inside[0])
    commas = [i for i in inside if i > verb and trace.low[i] == ","]
    commas = [i for i in commas if not trace.quoted[i]]
    ends = trace.low[inside[-1] + 1 :][:1] in FENCED_OFF
    listed = any(
        trace.low[i + 1] in {"and", "or"} and trace.tokens[i + 2].tag in MORE
        for i in commas
        if i + 2 <= inside[-1]
    )
    quoted = bool(commas) and any(trace.quoted[i] for i in inside if i > commas[0])
    return ends and (listed or quoted)


def _holds_what_they_did(trace: Trace, inside: list[int]) -> bool:
    """Whether a "with" before needs it: "with Vale, who led, ‹coming in third›"."""
    done = any(
        trace.low[i] == "," and trace.tokens[i + 1].tag == "VBG" for i in inside[:-1]
    )
    return done and "with" in trace.low[: inside[0]]


def _is_behind_an_aside(trace: Trace, inside: list[int]) -> bool:
    """Whether commas close an aside in front, so that the participle is a verb.

    "how the firm, dubbed a giant, contrasted with its rival".
    """
    closed = trace.low[inside[-1] + 1 : inside[-1] + 2] == (",",)
    verb = trace.tokens[inside[0]].tag == "VBN" and inside[0] > 1 and not closed
    at = inside[0] - 2
    while verb and at >= 0 and trace.low[at] != ",":
        if trace.tokens[at].tag in FINITE and trace.low[at - 1] != ",":
            return False
        at -= 1
    if not verb or at < 0:
        return False
    listed = any(token.tag == "CC" for token in trace.tokens[at : inside[0]])
    waits = not listed and _waits_for_a_verb(trace, at)
    return trace.tokens[at + 1].tag in ASIDES or waits


def _waits_for_a_verb(trace: Trace, comma: int) -> bool:
    """Whether a subject stands before the comma: "and Bo Vale, the mayor, insisted"."""
    at = comma - 1
    while at >= 0 and trace.low[at] not in BREAKS | {","}:
        if trace.tokens[at].tag in FINITE:
            return False
        at -= 1
    first = trace.tokens[at + 1]
    return first.tag in OPENS_SUBJECT | {"CC"} and trace.tokens[comma - 1].tag in NOUNS


def is_participle(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether the words hang on a participle and hold no clause of their own."""
    del edit, cues
    tags = [trace.tokens[i].tag for i in inside if trace.tokens[i].tag != "RB"]
    keeps = trace.low[inside[0]] in {"according", "including", "given", "compared"}
    return (
        tags[:1] in (["VBG"], ["VBN"])
        and not keeps
        and not _cites_somebody(trace, inside)
        and not _is_behind_an_aside(trace, inside)
        and not _is_shown(trace, inside)
        and not _is_one_of_a_list(trace, inside)
        and not stands_alone(trace, _behind_having(trace, inside))
        and is_paired(trace, inside)
        and is_whole(trace, inside)
        and not enumerates(trace, inside)
    )


def _is_one_of_a_list(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether it is one of a list: "of two crimes: stealing bread, ‹selling it›".

    So it is in "filmed shaking, ‹lifting and dropping the lamps›".
    """
    joined = "and" in trace.low[inside[0] : inside[0] + 2]
    deed = trace.low[max(0, inside[0] - 2)].endswith("ing")
    return (joined and deed) or any(
        trace.low[i] == ":" and trace.tokens[i + 1].tag == "VBG"
        for i in range(inside[0] - 1)
    )


def _is_shown(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether a verb of showing wants it: "saw Vale, a clerk, ‹running›"."""
    shown = FINITE | {"VB", "VBG"}
    head = range(inside[0] - 1)
    verb = next((i for i in reversed(head) if trace.tokens[i].tag in shown), None)
    ends = trace.low[inside[-1] + 1 :][:1] in ((), (".",))
    parted = verb is not None and "," in trace.low[verb : inside[0] - 1]
    return ends and parted and trace.low[verb or 0] in guard("circumstances.showing")


def _cites_somebody(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether it tells from whom it is known: "citing people who saw it"."""
    sources = guard("attribution.cited") | guard("attribution.plural")
    return trace.low[inside[0]] == "citing" and not sources.isdisjoint(
        trace.low[i] for i in inside
    )


def _behind_having(trace: Trace, inside: Sequence[int]) -> Sequence[int]:
    """Without "having also ‹reached›", whose participle may be tagged a past form."""
    return inside[HAVING:] if trace.low[inside[0]] == "having" else inside
