"""Attributions that move: whole, alone, to one end, and away from a claim that stands.

"X said that CLAIM" may become "CLAIM, said X"; nothing else may change its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.fences import is_time
from summarizer.lexicon import table
from summarizer.predicates import find_main_verb
from summarizer.quote_pairs import MARKS
from summarizer.trace import Fault, guard, is_word
from summarizer.voices import NOMINAL, NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.trace import Trace, Word
    from summarizer.voices import Cue

OPENS_CLAIM = NOUNS | {"DT", "PDT", "PRP", "PRP$", "JJ", "JJR", "JJS", "CD", "EX", "RB"}
"""Tags that a claim may open with when it comes to stand first."""
LIMIT_REACH = 4
"""Words: a limit and its number, "as many as 12"."""
DATELINE = re.compile(r"(?:[A-Z][\w.,'-]{0,20} ){0,6}\([A-Z]\w{1,20}\)")
TORN_DATELINE = re.compile(r"(?:[A-Z][\w.'’-]{1,20},? ){1,3}(?:An?|The) [a-z]")
"""A place that lost the mark behind it: "Crail A meteor streaked"."""
FENCES = frozenset({",", ":", "—", "–", "--", ";"})
HALF = ["NNP", ",", "NNP", ",", "NN"]  # "the Crail, Maine, ‹police chief›"


def check(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A move that takes too much, too little or the wrong words."""
    places = {edit.at for edit in trace.edits if edit.kind == "move"}
    if not places:
        return
    touched = [cue for cue in cues if trace.moved[cue.at] is not None]
    if len(touched) != 1 or len(places) != 1:
        yield Fault("move", "moves are not one attribution to one place")
        return
    cue = touched[0]
    if not _may_move(trace, cue):
        yield Fault("move", f"{trace.low[cue.at]!r} reports no claim that could move")
    yield from _torn(trace, cue)
    yield from _taken_along(trace, cue)
    yield from _left_over(trace, cue)
    yield from _nested(trace, cue, cues)
    yield from _parted(trace, cue)
    yield from _misplaced(trace, cue)
    yield from _emptied(trace)


def _may_move(trace: Trace, cue: Cue) -> bool:
    entry = table("cues")["verbs"].get(cue.lemma, {})
    asks = entry.get("strength") == "question" and not any(trace.quoted)
    return entry.get("claim", True) is not False and not asks


def _is_moved(trace: Trace, i: int) -> bool:
    return trace.moved[i] is not None


def _stays(trace: Trace, i: int) -> bool:
    return trace.kept(i) and not _is_moved(trace, i)


def _torn(trace: Trace, cue: Cue) -> Iterator[Fault]:
    """A speaker or verb of which a part stays behind."""
    if cue.head < 0 or not _is_moved(trace, cue.head):
        yield Fault("move", "a reporting verb moves without its speaker")
    for i in cue.speaker:
        if not _is_moved(trace, i) and trace.kept(i) and is_word(trace.low[i]):
            yield Fault("move", f"{trace.low[i]!r} stays behind its speaker")
            return


def _taken_along(trace: Trace, cue: Cue) -> Iterator[Fault]:
    """Words that move though they are no part of the attribution."""
    own = {cue.at, *cue.speaker}
    low, high = min(own), max(own)
    strange = [i for i in range(low) if _is_moved(trace, i)]
    behind = [i for i in range(high + 1, len(trace.low)) if _is_moved(trace, i)]
    loose = {"IN", "TO", "RB", "VBN"}
    if behind and not (
        trace.tokens[behind[0]].tag in loose
        or is_time(trace, behind[0])
        or cue.lemma in guard("attribution.addressed")
        or trace.low[behind[0]] == ","
    ):
        strange += behind
    strange += [i for i in behind if not _is_adjunct_word(trace, i)]
    if behind and trace.tokens[behind[-1]].tag in {"IN", "TO", "DT", "POS", "PRP$"}:
        strange.append(behind[-1])
    timed = trace.low[low] in {"last", "yesterday"} and _is_moved(trace, low)
    if timed and low < high and is_time(trace, low + (trace.low[low] == "last")):
        strange.append(low)
    tags = [token.tag for token in trace.tokens[max(0, low - 4) : low + 1]]
    strange += [low] * (tags == HALF)
    if strange:
        yield Fault("move", f"{trace.low[strange[0]]!r} is no part of the attribution")


def _is_adjunct_word(trace: Trace, i: int) -> bool:
    plain = NOMINAL | {"IN", "TO", "RB", ",", "VBD", "WP"}
    return trace.tokens[i].tag in plain and trace.low[i] != "that"


def _left_over(trace: Trace, cue: Cue) -> Iterator[Fault]:
    """Words that hung on the attribution and now hang on nothing, or on the claim."""
    own = {cue.at, *cue.speaker}
    following = [i for i in range(max(own) + 1, len(trace.low)) if _stays(trace, i)]
    first = next((i for i in following if is_word(trace.low[i])), None)
    if first is None:
        return
    before = trace.low[first - 1]
    fenced = before in FENCES | MARKS or trace.quoted[first]
    led = any(is_word(trace.low[i]) and _stays(trace, i) for i in range(min(own)))
    if _goes_to_the_end(trace) and not led:
        told = cue.lemma in guard("attribution.never_inverted") and first == cue.at + 1
        opens = _opens_claim(trace, first)
        if not fenced and (told or not opens):
            yield Fault("move", f"{trace.low[first]!r} is left over in front")
    elif not fenced or _renames(trace, cue, following):
        yield Fault("move", f"{trace.low[first]!r} is left over behind")


def _parted(trace: Trace, cue: Cue) -> Iterator[Fault]:
    """A claim and an attribution with no comma between, or one that opens badly."""
    words = trace.words
    places = [n for n, word in enumerate(words) if _goes_along(trace, word)]
    first, last = places[0], places[-1]
    if _goes_to_the_end(trace):
        before = words[first - 1].text if first else ""
        if before not in MARKS | {",", "?", "!"}:
            yield Fault("move", f"no comma before {words[first].text!r}")
        if words[0].low in {"he", "she", "they"}:
            yield Fault("move", f"{words[0].text!r} stands before who it is")
        return
    yield from _broken_off(trace, cue)
    own = max({cue.at, *cue.speaker})
    carried = [i for i in range(own + 1, len(trace.low)) if _is_moved(trace, i)]
    if any(trace.tokens[i].tag == "VBN" for i in carried):
        yield Fault("move", "the claim would hang on a participle")
    behind = [word for word in words[last + 1 : last + 3] if word.text != ":"]
    comma = bool(behind) and behind[0].text == ","
    if cue.lemma == "according to" and not comma:
        yield Fault("move", "no comma behind 'according to'")
    bound = bool(behind) and behind[0].tag == "VBN"  # "Vale says described as"
    if bound or [w.text if w.text == "," else w.tag for w in behind] == ["RB", ","]:
        yield Fault("move", f"{behind[0].text!r} behind the attribution")


def _broken_off(trace: Trace, cue: Cue) -> Iterator[Fault]:
    """A comma inside a quotation in front of words that go on: '"power," could'."""
    low, high = min({cue.at, *cue.speaker}), max({cue.at, *cue.speaker})
    goes_on = any(
        _stays(trace, i) and is_word(trace.low[i])
        for i in range(high + 1, len(trace.low))
    )
    if (
        low > 1
        and goes_on
        and trace.low[low - 1] in MARKS
        and trace.low[low - 2] == ","
    ):
        yield Fault("punctuation", "a comma in a quotation ends nothing")


def _goes_along(trace: Trace, word: Word) -> bool:
    """Whether the word moved, or an edit wrote it into words that did."""
    if word.source >= 0:
        return _is_moved(trace, word.source)
    edit = word.edit
    if edit is None or edit.kind not in {"replace", "insert"} or not is_word(word.text):
        return False
    return any(e.kind == "move" and e.span.covers(edit.span) for e in trace.edits)


def _nested(trace: Trace, cue: Cue, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A speaker who says that the same speaker says something."""
    head = trace.low[cue.head]
    for other in cues:
        again = other is not cue and other.head >= 0 and trace.low[other.head] == head
        if again and trace.kept(other.at):
            yield Fault("move", f"{head!r} would say what {head!r} says")


def _renames(trace: Trace, cue: Cue, following: Sequence[int]) -> bool:
    """Whether what stays behind says who the speaker is: "said Amato, an engineer"."""
    if following and trace.tokens[following[0]].tag in {"WP", "WDT", "WP$"}:
        return True
    behind = [(trace.low[i], trace.tokens[i].tag) for i in following]
    quoted = any(trace.quoted[i] for i in following)
    return cue.inverted and not quoted and find_main_verb(behind) is None


def _opens_claim(trace: Trace, first: int) -> bool:
    """Whether a claim may begin here: with a noun, or with "at least 12"."""
    if trace.low[first] == "that":
        return False
    if trace.low[first - 1] == "that":
        return True
    near = trace.tokens[first : first + LIMIT_REACH]
    counted = trace.low[first] in guard("limits") and any(t.tag == "CD" for t in near)
    return counted or trace.tokens[first].tag in OPENS_CLAIM


def _goes_to_the_end(trace: Trace) -> bool:
    return any(
        edit.kind == "move" and edit.at is not None and edit.at >= edit.span.end
        for edit in trace.edits
    )


def _misplaced(trace: Trace, cue: Cue) -> Iterator[Fault]:
    """A verb in front of its speaker at the head of a bullet, or a comma between."""
    place = {word.source: n for n, word in enumerate(trace.words) if word.source >= 0}
    verb, head = place.get(cue.at, -1), place.get(cue.head, -1)
    if verb < 0:
        return
    dated = trace.kept(0) and (
        DATELINE.match(trace.sentence.text) or TORN_DATELINE.match(trace.sentence.text)
    )
    if not _goes_to_the_end(trace) and dated:
        yield Fault("move", "the dateline would stand behind the attribution")
    if not _goes_to_the_end(trace) and head > verb and cue.lemma != "according to":
        yield Fault("move", "the verb stands in front of its speaker")
    between = trace.words[min(verb, head) + 1 : max(verb, head)] if head >= 0 else ()
    added = (word for word in between if word.text == "," and word.source < 0)
    if any(word.edit is None or word.edit.rule != "introduction" for word in added):
        yield Fault("move", "a comma between speaker and verb")
    if verb > head >= 0 or head < 0:
        return
    if cue.lemma == "according to":
        return
    own = set(cue.speaker)
    if any(w.source >= 0 and w.source not in own and w.tag != "RB" for w in between):
        yield Fault("move", "words between the verb and the speaker behind it")
    if trace.tokens[cue.head].tag == "PRP":
        yield Fault("move", f"{trace.low[cue.at]} {trace.low[cue.head]}")


def _emptied(trace: Trace) -> Iterator[Fault]:
    """A claim without a verb once its attribution has gone elsewhere."""
    own = [w for w in trace.words if w.source >= 0 and not _is_moved(trace, w.source)]
    if all(trace.quoted[word.source] or not is_word(word.text) for word in own):
        return
    claim = [(word.low, word.tag) for word in own]
    if find_main_verb(claim) is None:
        yield Fault("move", "the claim has no verb of its own")
