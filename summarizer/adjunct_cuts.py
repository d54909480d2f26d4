"""What may go from an attribution: a role, an appositive, time and place, a "that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import renaming
from summarizer.claim_times import is_idle
from summarizer.clause_cuts import is_appositive
from summarizer.fences import RELATIVES, enumerates, is_fenced, is_time, stands_alone
from summarizer.trace import guard, is_word
from summarizer.voices import FINITE, NOMINAL, NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

LONGEST_ADJUNCT = 6
"""Words that may stand between a verb and where it was said."""


def is_adjunct(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether the words hang on a reporting verb or its subject and on nothing else."""
    if is_appositive(trace, edit, inside, cues):
        return not any(cue.at in inside or cue.head in inside for cue in cues)
    near = [c for c in cues if _is_near(trace, c, inside) and _reports(trace, c)]
    told = _tells_how(trace, inside, cues)
    if not near or told or any(_takes_its_to(cue, inside) for cue in cues):
        return False
    if any(cue.at in inside for cue in cues):
        return _becomes_colon(trace, inside, cues)
    if any(cue.head in inside for cue in near):
        return False
    opens_relative = trace.tokens[inside[0]].tag in RELATIVES
    if stands_alone(trace, inside) and not opens_relative:
        return False
    return all(_hangs(trace, part, near) for part in _parts(trace, inside))


def _tells_how(trace: Trace, inside: Sequence[int], cues: Sequence[Cue]) -> bool:
    """Whether words beside the speaker and the verb must stay."""
    speakers = {i for cue in cues for i in cue.speaker}
    begin = inside[0] - (trace.low[inside[0] - 1 : inside[0]] == (",",))
    region = [i for i in range(begin, inside[-1] + 1) if i not in speakers]
    return not is_idle([trace.tokens[i].text for i in region])


def _takes_its_to(cue: Cue, inside: Sequence[int]) -> bool:
    return cue.lemma == "according to" and cue.at + 1 in inside


def _reports(trace: Trace, cue: Cue) -> bool:
    """Whether the verb has a claim beside it: "the treatment continued" has none."""
    own = {cue.at, *cue.speaker}
    behind = range(max(own) + 1, len(trace.low))
    closed = min(own) > 0 and not is_word(trace.low[min(own) - 1])
    return closed or any(
        trace.tokens[i].tag in FINITE or trace.quoted[i] or trace.low[i] == "that"
        for i in behind
    )


def _is_near(trace: Trace, cue: Cue, inside: Sequence[int]) -> bool:
    """Whether nothing but lost words, or where it was said, stands between."""
    own = {cue.at, *cue.speaker}
    low, high = min(own), max(own)
    if inside[0] > high:
        return _follows(trace, cue, _kept(trace, range(high + 1, inside[0])))
    if inside[-1] > low:
        return True
    if _kept(trace, range(inside[-1] + 1, low)):
        return False
    apart = any(not is_word(word) for word in trace.low[inside[-1] + 1 : low])
    return not apart or _leads(trace, inside[0], high)


def _kept(trace: Trace, gap: range) -> list[int]:
    return [i for i in gap if trace.kept(i) and is_word(trace.low[i])]


def _follows(trace: Trace, cue: Cue, between: Sequence[int]) -> bool:
    """Whether the words behind a cue still belong to it: who was told, and where."""
    if all(trace.tokens[i].tag == "RB" for i in between):
        return True
    told = cue.lemma in guard("attribution.addressed")
    return (
        len(between) <= LONGEST_ADJUNCT
        and (told or _tells_when(trace, between[0]))
        and all(trace.tokens[i].tag in NOMINAL | {"IN", "TO"} for i in between)
        and not any(trace.low[i] == "that" for i in between)
    )


def _leads(trace: Trace, first: int, high: int) -> bool:
    """Whether the words open the sentence and say when it was said, not when it was.

    "On the fifth try, Horn said, the pump worked" tells of the pump's fifth try.
    """
    opens = not _kept(trace, range(first))
    return opens and trace.low[high + 1 : high + 2] != (",",)


def _tells_when(trace: Trace, first: int) -> bool:
    """Whether a time or place begins here."""
    return is_time(trace, first) or trace.tokens[first].tag in {"IN", "TO"}


def _becomes_colon(trace: Trace, inside: list[int], cues: Sequence[Cue]) -> bool:
    colons = any(edit.rule == "colon" and edit.kind == "insert" for edit in trace.edits)
    lost = [cue for cue in cues if cue.at in inside]
    return (
        colons
        and len(lost) == 1
        and lost[0].lemma in guard("attribution.neutral")
        and lost[0].head not in inside
        and any(_opens_on(trace, part, lost[0]) for part in _parts(trace, inside))
        and all(_is_aside(trace, part, lost[0]) for part in _parts(trace, inside))
    )


def _opens_on(trace: Trace, part: list[int], cue: Cue) -> bool:
    """Whether the words open on the verb, over an adverb: "also said"."""
    before = [trace.low[i] for i in part if i < cue.at]
    return cue.at in part and guard("attribution.between").issuperset(before)


def _is_aside(trace: Trace, part: list[int], cue: Cue) -> bool:
    """Whether the words are the verb's own, or stood between commas before it."""
    if cue.at in part:
        behind = [i for i in part if i > cue.at]
        return _opens_on(trace, part, cue) and not stands_alone(trace, behind)
    opens_relative = trace.tokens[part[0]].tag in RELATIVES
    whole = opens_relative or not stands_alone(trace, part)
    return part[-1] < cue.at and is_fenced(trace, part) and whole


def _parts(trace: Trace, inside: list[int]) -> list[list[int]]:
    """The runs of words between commas."""
    parts: list[list[int]] = [[]]
    for i in inside:
        if trace.low[i] == ",":
            parts.append([])
        else:
            parts[-1].append(i)
    return [part for part in parts if part]


def _hangs(trace: Trace, part: list[int], near: Sequence[Cue]) -> bool:
    """Whether a run of words is loose: a "that", an adverb, an adjunct, an aside."""
    first = part[0]
    tag, word = trace.tokens[first].tag, trace.low[first]
    if any(first in cue.speaker or part[-1] in cue.speaker for cue in near):
        return _hangs_on_speaker(trace, part, near)
    if word == "that":
        return len(part) == 1 and opens_claim(trace, first, near)
    if all(trace.low[i] in guard("attribution.between") for i in part):
        return tag == "RB"
    opening = [trace.tokens[i].tag for i in part[:2] if trace.low[i] != "that"]
    if tag == "CD" or RELATIVES.intersection(opening):
        return is_fenced(trace, part)
    if _tells_when(trace, first) or tag in {"VBG", "VBN", "RB"}:
        aim = tag == "TO" and trace.tokens[first + 1].tag == "VB"
        behind = all(max(cue.at, *cue.speaker, 0) < first for cue in near)
        loose = (behind or is_fenced(trace, part)) and not aim
        return loose and _is_closed(trace, part) and not _is_listed(trace, part)
    return _is_appended(trace, part)


def _hangs_on_speaker(trace: Trace, part: list[int], near: Sequence[Cue]) -> bool:
    return (
        is_fenced(trace, part)
        or _is_role(trace, part)
        or any(_places(trace, part, cue) for cue in near)
    )


def opens_claim(trace: Trace, that: int, cues: Sequence[Cue]) -> bool:
    """Whether a "that" stands between a reporting verb and a subject of its own."""
    cue = max((c for c in cues if c.at < that), default=None)
    following = trace.tokens[that + 1].tag if that + 1 < len(trace.tokens) else ""
    if cue is None or following in FINITE:
        return False
    between = trace.tokens[max({cue.at, *cue.speaker}) + 1 : that]
    return all(token.tag in NOMINAL | {"IN", "TO", "RB", ","} for token in between)


def _is_appended(trace: Trace, part: Sequence[int]) -> bool:
    """Whether a noun phrase stands between commas: ", a nurse from Odell,"."""
    noun = trace.tokens[part[0]].tag in NOUNS | {"DT", "JJ", "PRP$"}
    return noun and is_fenced(trace, part) and not _is_listed(trace, part)


def _places(trace: Trace, part: Sequence[int], cue: Cue) -> bool:
    """Whether the words only say where somebody with a name is: "Vale in Odell"."""
    first = part[0]
    named = cue.head >= 0 and trace.tokens[cue.head].tag == "NNP" and cue.head < first
    inner = {"for", "to"} if begins_person(trace, cue) else {"of", "for", "to"}
    placed = trace.tokens[first].tag == "IN" and trace.low[first] not in inner
    return named and placed and _is_closed(trace, part)


def begins_person(trace: Trace, cue: Cue) -> bool:
    """Whether the speaker is one of the article's people by name."""
    names = {person.surname for person in trace.cast.people}
    return trace.tokens[cue.head].text in names


def _is_listed(trace: Trace, part: Sequence[int]) -> bool:
    """Whether commas fence off an item of a list, not an aside."""
    return is_fenced(trace, part) and enumerates(trace, part)


def _is_role(trace: Trace, part: Sequence[int]) -> bool:
    """Whether the words stand before a name that says more: "mayor ‹Tom Okafor›"."""
    first = part[0]
    before = trace.tokens[first - 1].tag if first else ""
    inner = before in NOUNS | {"DT", "JJ", "PRP$", "POS", "CD"}
    if first and trace.low[first - 1] == "," and trace.gone[first - 1] is not None:
        return False  # the comma in front of "the Rev. Wood" stays with him
    return not inner and renaming.begins_name(trace, part[-1] + 1, part[-1])


def _is_closed(trace: Trace, part: Sequence[int]) -> bool:
    """Whether the words end where a phrase ends: "in a statement", not "with his"."""
    last, after = part[-1], part[-1] + 1
    if "that" in trace.low[part[0] : last]:
        return False
    if trace.low[last] == "that":
        return trace.tokens[after].tag not in FINITE
    tag = trace.tokens[last].tag
    timed = trace.low[last] in guard("times.near") | guard("times.adverbs")
    ends = tag in NOUNS | {"CD", "VBN", "VBD", "PRP"}
    if tag in {"IN", "TO", "DT"} or not (ends or timed):
        return False
    if after >= len(trace.tokens) or trace.low[after] == "that":
        return True
    following = trace.tokens[after].tag
    if tag == following == "NNP" and trace.gone[after] is None:
        return False  # "about Gabby ‹Schill›"
    inner = {"NN", "NNS", "POS", "IN", "CC"}
    return following not in inner or trace.gone[after] is not None
