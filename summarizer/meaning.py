"""What a claim rests on: its numbers, names, guards, speaker and tense."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer import renaming
from summarizer.trace import Fault, guard, is_word
from summarizer.voices import FINITE, NOMINAL, NOUNS, find_cues, present_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace, Word
    from summarizer.voices import Cue

GUARDS = ("negations", "hedges", "conditions", "contrasts", "causes")
NAMES = frozenset({"NNP", "NNPS"})
LIMIT_REACH = 4
"""Words before a number that may limit it: "as many as", "no more than about"."""
DATE_REACH = 12
CLAUSE_ENDS = frozenset({":", ";", "that", '"', "“", "”", "whether", "if"})
YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
SENTENCE_END = re.compile(r"[a-z]{4,}[.?!]['’)]* [A-Z][a-z]")


def check(trace: Trace) -> Iterator[Fault]:
    """Whatever changes what is claimed, by whom, how surely and when."""
    cues = find_cues(trace)
    yield from _guards(trace)
    yield from _numbers(trace)
    yield from _names(trace)
    yield from _speakers(trace, cues)
    yield from _scope(trace, cues)
    yield from _tenses(trace, cues)
    yield from _merged(trace)


# --- negations, hedges, conditions, contrasts, causes ---------------------------------


def _guards(trace: Trace) -> Iterator[Fault]:
    """A word that holds the claim in check, in words that go.

    The one exception: whole sentences of a quotation, which are claims of their own.
    """
    for kind in GUARDS:
        listed = guard(kind)
        for i, word in enumerate(trace.low):
            edit = trace.gone[i] or _overwritten(trace, i)
            if word not in listed or edit is None or edit.rule == "quote-sentence":
                continue
            if word == "may" and trace.tokens[i].tag in NAMES:
                continue
            yield Fault(kind, f"{edit.rule} takes {word!r}")


def _overwritten(trace: Trace, i: int) -> Edit | None:
    edit = trace.swapped[i]
    if edit is None or edit.rule in {"capital", "tense"}:
        return None
    return None if trace.low[i] in edit.text.lower().split() else edit


# --- numbers --------------------------------------------------------------------------


def _numbers(trace: Trace) -> Iterator[Fault]:
    """A number parted from its limit, its currency or its unit."""
    for i, token in enumerate(trace.tokens):
        if not _is_number(token.text, token.tag):
            continue
        fate = _fate(trace, i)
        if trace.swapped[i] is not None and not _may_swap(trace.swapped[i]):
            yield Fault("number", f"{token.text!r} is replaced")
        for j in (*_limits_before(trace, i), *_units_after(trace, i)):
            if _fate(trace, j) is not fate or _overwritten(trace, j) is not None:
                yield Fault("number", f"{token.text!r} is parted from {trace.low[j]!r}")
        yield from _new_neighbour(trace, i)


def _is_number(text: str, tag: str) -> bool:
    return tag == "CD" or any(char.isdigit() for char in text)


def _may_swap(edit: Edit | None) -> bool:
    return edit is not None and edit.rule in {"capital", "pronoun"}


def _fate(trace: Trace, i: int) -> Edit | None:
    return trace.gone[i] or trace.moved[i]


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
    if not trace.kept(i) or i + 1 >= len(trace.tokens) or trace.gone[i + 1] is None:
        return
    if not is_word(trace.low[i + 1]):
        return
    tag = trace.tokens[i + 1].tag
    edit = trace.gone[i + 1]
    if edit is None or edit.rule in {"weekday", "relative-day"}:
        return
    if tag in {"NN", "NNS", "JJ", "CD"}:
        yield Fault("number", f"{trace.tokens[i].text!r} loses what it counts")


# --- names ----------------------------------------------------------------------------


def _names(trace: Trace) -> Iterator[Fault]:
    """A name that is cut in two."""
    days = guard("times.weekdays")
    for i in range(len(trace.tokens) - 1):
        left, right = trace.tokens[i], trace.tokens[i + 1]
        if left.tag not in NAMES or right.tag not in NAMES:
            continue
        if _fate(trace, i) is _fate(trace, i + 1):
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
    if edit is not None and edit.rule == "dateline":
        return True
    return renaming.begins_name(trace, i, i - 1)


# --- speakers -------------------------------------------------------------------------


def _speakers(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A claim that loses the one who makes it, or gets another."""
    place = {word.source: n for n, word in enumerate(trace.words) if word.source >= 0}
    for cue in cues:
        word = trace.low[cue.at]
        if trace.gone[cue.at] is not None:
            if not _is_colon(trace, cue) and not _goes_with_its_claim(trace, cue):
                yield Fault("speaker", f"the words that {word!r} stands for are lost")
            continue
        if cue.head >= 0 and trace.gone[cue.head] is not None:
            yield Fault("speaker", f"whoever {word!r} belongs to is lost")
            continue
        if _stirred(trace, cue) and not _together(trace, cue, place):
            yield Fault("speaker", f"{word!r} stands beside somebody else")


def _is_colon(trace: Trace, cue: Cue) -> bool:
    """Whether a colon behind the speaker says the same: "Police: ..."."""
    edit = trace.gone[cue.at]
    if edit is None or cue.lemma not in guard("attribution.neutral"):
        return False
    for word, following in zip(trace.words, trace.words[1:], strict=False):
        if following.text == ":" and following.edit is not None:
            return word.source in cue.speaker or _renames(trace, word, cue)
    return False


def _goes_with_its_claim(trace: Trace, cue: Cue) -> bool:
    """Whether it reports within a clause that goes whole: "which he calls ..."."""
    edit = trace.gone[cue.at]
    if edit is None or edit.rule != "relative-clause" or cue.inverted:
        return False
    inside = trace.inside(edit)
    up_to = range(inside[0], cue.at)
    return all(trace.gone[i] is edit for i in cue.speaker) and not any(
        trace.low[i] in {",", "—", "–", "--"} for i in up_to
    )


def _stirred(trace: Trace, cue: Cue) -> bool:
    """Whether an edit touches the verb, its subject, or what stands between."""
    own = {cue.at, *cue.speaker}
    low, high = min(own), max(own)
    return any(
        _fate(trace, i) is not None or trace.swapped[i] is not None
        for i in range(low, high + 1)
    )


def _together(trace: Trace, cue: Cue, place: dict[int, int]) -> bool:
    """Whether verb and subject are neighbours in the bullet, as in the sentence."""
    at = _place_of(trace, cue, place)
    if at is None:
        return False
    if not cue.speaker:
        return trace.moved[cue.at] is None
    skip = guard("attribution.between") | {",", "to"}
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(trace.words) and (
            trace.words[near].low in skip
            or (trace.words[near].tag == "RB")
            or _adjunct_of(trace, trace.words[near], cue, step)
        ):
            near += step
        if 0 <= near < len(trace.words):
            word = trace.words[near]
            if word.source in cue.speaker or _renames(trace, word, cue):
                return True
    return _in_place(trace, cue)


def _place_of(trace: Trace, cue: Cue, place: dict[int, int]) -> int | None:
    if cue.at in place:
        return place[cue.at]
    for n, word in enumerate(trace.words):
        if word.edit is not None and word.edit is trace.swapped[cue.at]:
            return n
    return None


def _adjunct_of(trace: Trace, word: Word, cue: Cue, step: int) -> bool:
    """Words that moved along with the verb: "told [reporters] Vale", "to Vale"."""
    if cue.lemma == "according to" and word.low == "to":
        return True
    move = trace.moved[cue.at]
    return move is not None and step > 0 and word.edit is move and word.source > cue.at


def _renames(trace: Trace, word: Word, cue: Cue) -> bool:
    """Whether an edit put the word in the place of the subject."""
    edit = word.edit
    if edit is None or edit.kind not in {"replace", "insert"}:
        return False
    spans = [trace.tokens[i].span for i in cue.speaker]
    return any(edit.span.overlaps(s) or edit.span.end == s.start for s in spans)


def _in_place(trace: Trace, cue: Cue) -> bool:
    """Whether verb and subject stayed where they are, or moved as one."""
    moves = {trace.moved[i] for i in (cue.at, *cue.speaker)}
    return len(moves) == 1


# --- scope ----------------------------------------------------------------------------


def _scope(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """An attribution that moves past words which aren't its claim."""
    for edit in trace.edits:
        if edit.kind != "move" or edit.at is None:
            continue
        cue = next((c for c in cues if trace.moved[c.at] is edit), None)
        if cue is None:
            continue
        passed = _passed(trace, edit)
        if any(c.at in passed and c is not cue for c in cues):
            yield Fault("scope", "moves past another reporting verb")
        if edit.at > edit.span.end:
            yield from _left_behind(trace, cue, passed)
        if _is_subordinate(trace, cue):
            yield Fault("scope", "an attribution inside another clause moves")
        if any(_opens_clause(trace, i) for i in passed):
            yield Fault("scope", "moves past a clause of its own")


def _is_subordinate(trace: Trace, cue: Cue) -> bool:
    """Whether words in front of the speaker make the attribution a lesser clause.

    "The protest comes after leaders said that ...": what the sentence tells is the
    protest, and its verb is no part of the speaker.
    """
    first = min({cue.at, *cue.speaker})
    if first and trace.low[first - 1] in guard("grammar.openers"):
        return True
    carried = [i for i in range(first) if trace.moved[i] is not None]
    return bool(carried) and any(
        trace.tokens[i].tag in FINITE and not _is_relative(trace, i, carried[0])
        for i in carried
    )


def _is_relative(trace: Trace, verb: int, start: int) -> bool:
    """Whether a "who" or "which" stands between the two."""
    return any(trace.tokens[i].tag in {"WP", "WDT", "WP$"} for i in range(start, verb))


def _passed(trace: Trace, edit: Edit) -> list[int]:
    at = edit.span.start if edit.at is None else edit.at
    low, high = (edit.span.end, at) if at > edit.span.end else (at, edit.span.start)
    return [
        i
        for i, token in enumerate(trace.tokens)
        if low <= token.span.start < high
        and trace.kept(i)
        and trace.moved[i] is None
        and not trace.quoted[i]
    ]


def _opens_clause(trace: Trace, i: int) -> bool:
    """Whether another clause begins, as in "..., but ..." or "...; ..."."""
    if trace.low[i] == ";":
        return True
    if i == 0 or trace.low[i - 1] not in {",", "—", "–", "--"}:
        return False
    return trace.low[i] in {"but", "while", "although", "though", "whereas", "yet"}


def _left_behind(trace: Trace, cue: Cue, passed: Sequence[int]) -> Iterator[Fault]:
    """What stood before a front attribution, or hung on it, when it goes to the end."""
    before = [
        i
        for i in range(min({cue.at, *cue.speaker}))
        if trace.kept(i) and trace.moved[i] is None and is_word(trace.low[i])
    ]
    if before and not trace.quoted[before[-1]]:
        yield Fault("scope", "words before the attribution would join the claim")
    verb_passed = False
    for i in passed:
        fenced = i > 0 and trace.low[i - 1] == ","
        if fenced and trace.tokens[i].tag == "VBG" and not verb_passed:
            yield Fault("scope", "a participle loses its subject")
        if fenced and trace.low[i] == "and" and _is_finite(trace, i + 1):
            yield Fault("scope", "a second predicate loses its subject")
        verb_passed = verb_passed or _is_finite(trace, i)


def _is_finite(trace: Trace, i: int) -> bool:
    return i < len(trace.tokens) and trace.tokens[i].tag in FINITE


# --- tense ----------------------------------------------------------------------------


def _tenses(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
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
        elif _helped(trace, cue) or _is_dated(trace, cue):
            yield Fault("tense", f"{said!r} tells of a past of its own")
        elif not _agrees(trace, cue, edit, forms):
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
    return any(
        trace.low[i] in CLAUSE_ENDS or trace.quoted[i] or trace.tokens[i].tag in FINITE
        for i in range(max({cue.at, *cue.speaker}) + 1, len(trace.low))
    )


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


def _agrees(trace: Trace, cue: Cue, edit: Edit, forms: tuple[str, str]) -> bool:
    singular, base = forms
    if singular == base:
        return True
    word, tag = trace.low[cue.head], trace.tokens[cue.head].tag
    between = range(min(cue.speaker), cue.head)
    several = any(trace.low[i] in {"and", "&"} for i in between)
    if tag == "NNPS" or (tag == "NNP" and word.endswith("s") and not several):
        return True
    plural = several or tag == "NNS" or word in guard("attribution.plural")
    if word in guard("attribution.singular") and not several:
        plural = False
    return edit.text.lower() == (base if plural else singular)


# --- one sentence ---------------------------------------------------------------------


def _merged(trace: Trace) -> Iterator[Fault]:
    """Two sentences in one bullet, outside quotations."""
    for match in SENTENCE_END.finditer(trace.sentence.text):
        at = trace.sentence.span.start + match.start()
        if not any(q.start <= at < q.end for q in trace.quotes):
            yield Fault("merged", "holds more than one sentence")
            return
