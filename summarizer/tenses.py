"""Whether a reporting verb may stand in the present."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.lexicon import table
from summarizer.trace import Fault, guard, is_word
from summarizer.voices import FINITE, NOMINAL, NOUNS, present_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

NAMES = frozenset({"NNP", "NNPS"})
DATE_REACH = 12
MODIFIED = 2
"""Words behind a noun: "and advocacy" still modify, what follows is the head."""
OCCASIONS = frozenset({"as", "while", "when", "before", "after", "until", "once"})
CLAUSE_ENDS = frozenset({":", ";", "that", '"', "“", "”", "whether", "if"})
POSSESSIVES = (("'s",), ("’s",))
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")


def check(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A reporting verb in the present where it must stay past, or that disagrees."""
    for edit in trace.edits:
        if edit.kind != "replace" or edit.rule != "tense":
            continue
        said = trace.said(edit.span).lower()
        forms = present_of(said)
        cue = next((c for c in cues if trace.swapped[c.at] is edit), None)
        if forms is None or edit.text.lower() not in forms:
            yield Fault("tense", f"{said!r} may not become {edit.text!r}")
        elif cue is None or not cue.speaker:
            yield Fault("tense", f"{said!r} has no subject beside it")
        elif not _is_main(trace, cue):
            yield Fault("tense", f"{said!r} is not what the sentence reports by")
        elif _helped(trace, cue) or _is_dated(trace, cue) or _is_timed(trace, cue):
            yield Fault("tense", f"{said!r} tells of a past of its own")
        elif _is_open(trace, cue) or not _agrees(trace, cue, edit, forms):
            yield Fault("agreement", f"{trace.low[cue.head]} {edit.text}")


def _is_main(trace: Trace, cue: Cue) -> bool:
    """Whether the verb has a claim beside it and stands in no clause below another."""
    first = min({cue.at, *cue.speaker})
    before = trace.low[first - 1] if first else ","
    if before in guard("grammar.openers") | {"what", "how", "why", "and", "or"}:
        return _has_claim_behind(trace, cue) and before == "and"
    closed = before in {",", "—", "–"} or (first > 0 and trace.quoted[first - 1])
    return (closed and first > 0) or _has_claim_behind(trace, cue)


def _has_claim_behind(trace: Trace, cue: Cue) -> bool:
    """Whether a quotation, a "that" or a verb that no lesser clause owns follows."""
    owed, claims = 0, table("cues")["verbs"].get(cue.lemma, {}).get("claim", True)
    for i in range(max({cue.at, *cue.speaker}) + 1, len(trace.low)):
        word, tag = trace.low[i], trace.tokens[i].tag
        if not claims and word == ",":
            return False  # a stop called the vox humana, ...
        timed = trace.low[i - 1] in guard("times.measures")
        noun = trace.tokens[i - 1].tag in {"NN", "NNS"} and not timed
        relative = tag == "WDT" and noun
        if trace.quoted[i] or (claims and word in CLAUSE_ENDS and not relative):
            return True
        if tag in RELATIVES or word in guard("grammar.openers"):
            owed += 1
        elif tag in FINITE:
            if claims and not owed:
                return True
            owed -= 1
    return False


def _helped(trace: Trace, cue: Cue) -> bool:
    """Whether an auxiliary makes it another than a plain past: "had said"."""
    at = cue.at - 1
    while at >= 0 and trace.tokens[at].tag == "RB":
        at -= 1
    return at >= 0 and trace.low[at] in guard("attribution.auxiliaries")


def _is_dated(trace: Trace, cue: Cue) -> bool:
    """Whether the attribution says when, or said so before an edit took it away."""
    return any(
        _dates(trace, i)
        for part in (_behind(trace, cue), _before(trace, cue), _between(trace, cue))
        for i in part
    )


def _is_timed(trace: Trace, cue: Cue) -> bool:
    """Whether a past event behind it dates it: "he said as he ‹left› the court"."""
    occasion = False
    for i in range(max({cue.at, *cue.speaker}) + 1, len(trace.low)):
        word, tag = trace.low[i], trace.tokens[i].tag
        if trace.quoted[i] or word in CLAUSE_ENDS or (tag in FINITE and not occasion):
            return False
        if occasion and tag == "VBD" and trace.kept(i):
            return True
        occasion = occasion or (word in OCCASIONS and trace.kept(i))
    return False


def _behind(trace: Trace, cue: Cue) -> Iterator[int]:
    """Where and when it was said, as told behind the verb and its subject."""
    told = trace.low[cue.at] in {"told", "tells", "tell"}
    in_phrase, closed = False, False
    start = max({cue.at, *cue.speaker}) + 1
    for i in range(start, min(len(trace.low), start + DATE_REACH)):
        word, tag = trace.low[i], trace.tokens[i].tag
        if word in CLAUSE_ENDS or trace.quoted[i] or tag in FINITE:
            return
        if word in guard("times.spans"):
            return
        timed = word in guard("times.weekdays") or word in guard("times.near")
        if timed and trace.low[i + 1 : i + 2] in POSSESSIVES:  # "said Friday's vote"
            return
        if tag in {"IN", "TO"}:
            in_phrase, closed = True, False
        elif tag in NOMINAL and not timed:
            if not (in_phrase or told) or (closed and tag not in NOUNS | {"CD"}):
                return
            closed = closed or tag in NOUNS
        yield i


def _before(trace: Trace, cue: Cue) -> Iterator[int]:
    """What leads up to an attribution in front: "In 2019, ...", "When asked, ..."."""
    if _is_parenthetical(trace, cue) or not _has_claim_behind(trace, cue):
        return
    first = min({cue.at, *cue.speaker})
    opening = next((i for i in range(first) if is_word(trace.low[i])), first)
    claims = any(
        trace.tokens[i].tag in FINITE or trace.quoted[i] for i in range(opening, first)
    )
    leads = trace.tokens[opening].tag in {"IN", "WRB"} if opening < first else False
    if not claims or (leads and not any(trace.quoted[:first])):
        yield from range(opening, first)


def _is_parenthetical(trace: Trace, cue: Cue) -> bool:
    """Whether commas fence the attribution off: "In May, he said, the lake froze"."""
    first, last = min({cue.at, *cue.speaker}), max({cue.at, *cue.speaker})
    behind = trace.low[last + 1 : last + 3]
    return (
        first > 0
        and trace.low[first - 1] == ","
        and len(behind) > 1
        and behind[0] == ","
        and not trace.quoted[last + 2]
    )


def _between(trace: Trace, cue: Cue) -> Iterator[int]:
    """Adverbs between subject and verb."""
    if cue.speaker and not cue.inverted and "," not in trace.low[cue.head : cue.at]:
        yield from range(cue.speaker[-1] + 1, cue.at)


def _dates(trace: Trace, i: int) -> bool:
    """Whether a word tells a time in the past that is kept or may not be lost."""
    word = trace.low[i]
    if YEAR.fullmatch(word) or word in {"ago", "previously", "formerly", "originally"}:
        return True
    if word in guard("times.months") and trace.tokens[i].tag in NAMES:
        return True
    if word == "at" and trace.low[i + 1 : i + 3] == ("the", "time"):
        return True
    edit = trace.gone[i]
    if word == "last" and i + 1 < len(trace.low):
        return trace.low[i + 1] in {"year", "month", "summer", "spring", "fall"} or (
            edit is None
        )
    return edit is None and word in guard("times.past") - guard("times.undated")


def _last_head(trace: Trace, cue: Cue) -> int:
    """The head behind two joined modifiers: "the rights and advocacy ‹group›"."""
    behind = trace.low[cue.head + 1 : cue.head + 2]
    following = trace.tokens[cue.head + 2].tag if cue.head + 2 < len(trace.low) else ""
    single = trace.low[min(cue.speaker)] in {"a", "an", "the", "this"}
    if behind != ("and",) or following not in {"NN", "JJ"} or not single:
        return cue.head
    last = cue.head + 2
    while last + 1 < len(trace.low) and trace.tokens[last + 1].tag in NOUNS:
        last += 1
    return last if last - cue.head > MODIFIED else cue.head


def _is_open(trace: Trace, cue: Cue) -> bool:
    """Whether a share, a clause or a "they" leaves open how many speak."""
    shares, own = guard("attribution.shares"), cue.speaker
    for i in own:
        word, following = trace.low[i], trace.low[i + 1 : i + 2]
        if word in shares and following == ("of",):
            return True
        told = i + 1 in own and trace.tokens[i + 1].tag in {"VBG", "VBN"}
        if trace.tokens[i].tag == "NNS" and told:
            return True
    several = trace.tokens[cue.head].tag == "NNS" or (
        trace.low[cue.head] in guard("attribution.plural")
    )
    led = trace.low[min(own)] in {"the", "a", "an", "its"} and not several
    after = max({cue.at, *own}) + 1
    return led and "they" in trace.low[after : after + 2]


def _agrees(trace: Trace, cue: Cue, edit: Edit, forms: tuple[str, str]) -> bool:
    singular, base = forms
    if singular == base:
        return True
    head = _last_head(trace, cue)
    word, tag = trace.low[head], trace.tokens[head].tag
    joined = head != cue.head
    between = range(head if joined else min(cue.speaker), head)
    several = any(trace.low[i] in {"and", "&"} for i in between)
    somebody = any(p.surname == trace.tokens[head].text for p in trace.cast.people)
    if somebody and not several:
        return edit.text.lower() == singular  # one Foss is tagged like several
    named = tag == "NNPS" or (tag == "NNP" and word.endswith("s") and not several)
    if named and word not in guard("attribution.plural"):
        return True
    plural = several or tag == "NNS" or word in guard("attribution.plural")
    if word in guard("attribution.singular") and not several:
        plural = False
    return edit.text.lower() == (base if plural else singular)
