"""Which edits may be made at all: a closed list, and the shape that each must have."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from summarizer import renaming
from summarizer.trace import Fault, guard, is_word
from summarizer.voices import FINITE, NOMINAL, NOUNS, find_cues

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

CHUNK = re.compile(r"\w+(?:[-'’.,&/:]\w+)*")
POSSESSIVE = re.compile(r"['’]s?$")
DATELINE = re.compile(
    r"""
    \s* (?: [A-Z][\w.'’-]* (?:[ ][A-Z][\w.'’-]*){0,4}       # PORT HARBOR
        (?: ,[ ][A-Z][\w.'’]* (?:[ ][A-Z][\w.'’]*){0,3} )?  # , Maine
        (?: ,?[ ][A-Z][a-z]{2,8}\.?[ ]\d{1,2} )?            # , Sept. 3
    )? \s* (?: \( [A-Z][\w .&/,-]{1,40} \) )?
    \s* [-–—:]{0,2} \s*
    """,
    re.VERBOSE,
)
AGE = re.compile(
    r"(?:aged )?\d{1,3}(?: years old)?|\d{1,3}-(?:year|month|week|day)-old"
)
CASE_ONLY_FRONT = 3
"""Words that may stand before an attribution which moves to the front: "But also"."""
LONGEST_FILLER = 6
LONGEST_MOVE = 30
LONGEST_ADJUNCT = 6


def check(trace: Trace) -> Iterator[Fault]:
    """Edits that are not on the list or don't have the shape their name promises."""
    allowed = {kind: guard(f"rules.{kind}") for kind in SHAPES}
    chunks = [m.span() for m in CHUNK.finditer(trace.sentence.text)]
    cues = find_cues(trace)
    for edit in trace.edits:
        if edit.rule not in allowed.get(edit.kind, ()):
            yield Fault("rule", f"{edit.kind} {edit.rule} is not on the list")
        elif _cuts_a_word(trace, edit, chunks):
            yield Fault("word", f"{edit.rule} begins or ends inside a word")
        elif not SHAPES[edit.kind](trace, edit, cues):
            yield Fault("shape", f"{edit.kind} {edit.rule}: {trace.said(edit.span)!r}")
    yield from _overlaps(trace)
    yield from _lost_marks(trace)


def _cuts_a_word(trace: Trace, edit: Edit, chunks: Sequence[tuple[int, int]]) -> bool:
    if edit.rule == "capital":
        return False
    base, text = trace.sentence.span.start, trace.sentence.text
    offsets = {edit.span.start - base, edit.span.end - base}
    if edit.at is not None:
        offsets.add(edit.at - base)
    for start, end in chunks:
        for offset in offsets:
            if start < offset < end and not POSSESSIVE.match(text[offset:end]):
                return True
            if start < offset < end and edit.kind != "replace":
                return True
    return False


def _overlaps(trace: Trace) -> Iterator[Fault]:
    """Two edits of one word, other than inside words that move."""
    for i, token in enumerate(trace.tokens):
        both = trace.gone[i] is not None and trace.swapped[i] is not None
        if both and is_word(token.text):
            yield Fault("overlap", f"{token.text!r} is both dropped and replaced")
    spans = sorted(
        (e.span.start, e.span.end) for e in trace.edits if e.kind == "replace"
    )
    for (_, end), (start, _) in itertools.pairwise(spans):
        if start < end:
            yield Fault("overlap", "two replacements overlap")


def _lost_marks(trace: Trace) -> Iterator[Fault]:
    """A question or an exclamation that becomes a statement."""
    whole = {"quote-sentence", "aside", "dash-aside"}
    for i, word in enumerate(trace.low):
        edit = trace.gone[i] or trace.swapped[i]
        if word in {"?", "!"} and edit is not None and edit.rule not in whole:
            yield Fault("mark", f"{word!r} is gone")


# --- drops ----------------------------------------------------------------------------


def _drop(trace: Trace, edit: Edit, cues: Sequence[Cue]) -> bool:
    inside = trace.inside(edit)
    if not inside:
        return not any(char.isalnum() for char in trace.said(edit.span))
    if edit.rule != "quote-sentence" and any(trace.quoted[i] for i in inside):
        return edit.rule == "dash-aside" and _whole_quotes(trace, inside)
    return DROPS[edit.rule](trace, edit, inside, cues)


def _whole_quotes(trace: Trace, inside: Sequence[int]) -> bool:
    first, last = trace.tokens[inside[0]].span.start, trace.tokens[inside[-1]].span.end
    return all(
        q.end <= first or last <= q.start or (first <= q.start and q.end <= last)
        for q in trace.quotes
    )


def _dateline(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    del cues
    said = trace.said(edit.span)
    return (
        inside[0] <= 1
        and edit.span.start == trace.sentence.span.start
        and DATELINE.fullmatch(said) is not None
        and ("(" in said or said.rstrip()[-1:] in {"-", "–", "—", ":"})
    )


def _aside(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    del inside, cues
    said = trace.said(edit.span).strip(" ,")
    closing = {"(": ")", "[": "]"}.get(said[:1])
    return closing is not None and said.endswith(closing) and said.count(said[0]) == 1


def _dash_aside(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    del inside
    said = trace.said(edit.span).strip()
    opens, closes = said[:1] in {"-", "–", "—"}, said[-1:] in {"-", "–", "—"}
    cue_inside = any(edit.span.covers(trace.tokens[cue.at].span) for cue in cues)
    return opens and closes and len(said) > 1 and not cue_inside


def _connective(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    del edit, cues
    said = " ".join(trace.low[i] for i in inside).replace(" n't", "n't")
    said = said.replace(" 's", "'s").replace(" ’s", "'s").replace("’", "'")
    before = inside[0] - 1
    opens = all(not trace.kept(i) or trace.low[i] == "," for i in range(before + 1))
    loose = before >= 0 and trace.low[before] == ","
    return said in guard("connectives.additive") and (opens or loose)


def _weekday(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    del edit, cues
    said = [trace.low[i] for i in inside]
    days, around = guard("times.weekdays"), guard("times.around")
    if sum(word in days for word in said) != 1:
        return False
    if not all(word in days or word in around for word in said):
        return False
    return not _names_a_day(trace, inside) and not _is_dated(trace, inside)


def _names_a_day(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether it is more than a day: "Black Friday", "the Sunday Times", "Monday's"."""
    before, after = inside[0] - 1, inside[-1] + 1
    if after < len(trace.low) and trace.low[after] in {"'s", "’s", "-", "–"}:
        return True
    if before < 0 or trace.low[inside[0]] in guard("times.around"):
        return False
    if trace.low[before] in guard("names.before_day"):
        return True
    return trace.tokens[before].tag in {"DT", "IN", "JJ", "POS", "PRP$", "TO", "CC"}


def _is_dated(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether it is part of a date or range: "Monday, June 3", "Monday and Tuesday"."""
    following = [
        word for word in trace.low[inside[-1] + 1 : inside[-1] + 3] if word != ","
    ][:1]
    ranges = {"and", "or", "through", "to", "until"}
    after = trace.low[inside[-1] + 1 : inside[-1] + 3]
    ranged = after[:1] and after[0] in ranges and after[-1] in guard("times.weekdays")
    dated = bool(following) and following[0] in guard("times.months")
    before = trace.low[inside[0] - 1] if inside[0] else ""
    return bool(ranged) or dated or before in {"through", "until", "from", "between"}


def _relative_day(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    del edit, cues
    near = guard("times.near")
    before = trace.tokens[inside[0] - 1].tag if inside[0] else ""
    return all(trace.low[i] in near for i in inside) and before not in {
        "IN",
        "TO",
        "DT",
    }


def _filler(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    del edit, cues
    known = guard("fillers.words")
    return len(inside) <= LONGEST_FILLER and all(trace.low[i] in known for i in inside)


def _age(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    del cues
    said = trace.said(edit.span).strip(" ,()")
    if AGE.fullmatch(said) is None:
        return False
    return said.endswith("-old") or _is_fenced(trace, inside)


def _appositive(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    del edit, cues
    tags = [trace.tokens[i].tag for i in inside]
    opens = tags[0] in NOUNS | {"DT", "CD", "JJ", "JJS", "JJR", "PRP$", "RB", "PDT"}
    return (
        opens
        and not _stands_alone(trace, inside)
        and any(tag in NOUNS | {"PRP"} for tag in tags)
        and _is_fenced(trace, inside)
        and not _enumerates(trace, inside)
    )


def _relative_clause(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    del edit, cues
    opening = [trace.low[i] for i in inside[:3]]
    relatives = {"who", "which", "where", "whose", "whom", "when"}
    opens = opening[0] in relatives or bool(
        {"which", "whom", "whose"} & set(opening) and trace.low[inside[0]] != "that"
    )
    return opens and inside[0] > 0 and _is_fenced(trace, inside)


def _participle(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    del edit, cues
    tags = [trace.tokens[i].tag for i in inside]
    opens = tags[0] in {"VBG", "VBN"} or (
        tags[0] == "RB" and tags[1:2] in (["VBG"], ["VBN"])
    )
    keeps = trace.low[inside[0]] in {"according", "including", "given", "compared"}
    return (
        opens
        and not keeps
        and not _stands_alone(trace, inside)
        and _is_fenced(trace, inside)
    )


def _stands_alone(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the words hold a finite verb that no "who" or "that" in them explains."""
    relatives = 0
    for i in inside:
        tag = trace.tokens[i].tag
        if tag in {"WDT", "WP", "WP$", "WRB"} or trace.low[i] in {
            "that",
            "after",
            "as",
        }:
            relatives += 1
        elif tag in FINITE and trace.low[i] not in guard("grammar.participles"):
            if not relatives:
                return True
            relatives -= tag != "MD"
    return False


def _is_fenced(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether commas, dashes or the ends of the sentence stand on both sides."""
    fences = {",", ".", ";", ":", "—", "–", "-", "--", "(", ")", "!", "?"}
    before, after = inside[0] - 1, inside[-1] + 1
    left = before < 0 or trace.low[before] in fences
    right = after >= len(trace.low) or trace.low[after] in fences
    return left and right


def _enumerates(trace: Trace, inside: Sequence[int]) -> bool:
    """Whether the commas around the words are those of a list."""
    after = trace.low[inside[-1] + 1 : inside[-1] + 3]
    if any(word in {"and", "or", "nor", "&"} for word in after):
        return True
    first = trace.tokens[inside[0]].tag
    joins = any(trace.low[i] in {"and", "or"} for i in inside)
    return trace.low[inside[0]] in {"and", "or", "nor"} or (joins and first in NOUNS)


def _adjunct(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    """What hangs on an attribution: a role, an appositive, a place, a "that"."""
    near = [cue for cue in cues if _is_near(trace, cue, inside)]
    if not near:
        return False
    if any(cue.at in inside for cue in cues):
        return _becomes_colon(trace, inside, cues)
    if any(cue.head in inside for cue in near):
        return False
    if _stands_alone(trace, inside) and not _opens_relative(trace, inside):
        return False
    return all(_hangs(trace, part, near) for part in _parts(trace, inside)) and bool(
        edit
    )


def _is_near(trace: Trace, cue: Cue, inside: Sequence[int]) -> bool:
    """Whether nothing but lost words, or where it was said, stands between."""
    own = {cue.at, *cue.speaker}
    first, last = inside[0], inside[-1]
    low, high = min(own), max(own)
    gap = range(high + 1, first) if first > high else range(last + 1, low)
    kept = [i for i in gap if trace.kept(i) and is_word(trace.low[i])]
    if len(kept) <= 1:
        return True
    told = cue.lemma in guard("attribution.addressed")
    return (
        len(kept) <= LONGEST_ADJUNCT
        and (told or trace.tokens[kept[0]].tag in {"IN", "TO"})
        and all(trace.tokens[i].tag in NOMINAL | {"IN", "TO"} for i in kept)
    )


def _becomes_colon(trace: Trace, inside: Sequence[int], cues: Sequence[Cue]) -> bool:
    colons = any(edit.rule == "colon" and edit.kind == "insert" for edit in trace.edits)
    neutral = guard("attribution.neutral")
    lost = [cue for cue in cues if cue.at in inside]
    return (
        colons
        and len(lost) == 1
        and lost[0].lemma in neutral
        and all(i not in inside for i in lost[0].speaker)
        and inside[0] == lost[0].at
    )


def _opens_relative(trace: Trace, inside: Sequence[int]) -> bool:
    return trace.tokens[inside[0]].tag in {"WP", "WDT", "WP$", "WRB"}


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
    first = part[0]
    tag, word = trace.tokens[first].tag, trace.low[first]
    if any(first in cue.speaker or part[-1] in cue.speaker for cue in near):
        return True
    if tag in {"IN", "TO", "RB", "WP", "WDT", "VBG", "VBN"} or word == "that":
        return True
    if tag == "CD":
        return _is_fenced(trace, part)
    if word in guard("times.weekdays") | guard("times.near"):
        return True
    before = trace.low[first - 1] if first else ","
    return before in {",", "(", "—", "–"} and tag in NOUNS | {"DT", "JJ", "PRP$"}


def _title(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    del edit, cues
    role = guard("names.role")
    plain = all(
        trace.tokens[i].tag in NOUNS | {"JJ", "DT"} or trace.low[i] in role
        for i in inside
    )
    return plain and renaming.begins_name(trace, inside[-1] + 1, inside[-1])


def _that(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    if [trace.low[i] for i in inside] != ["that"]:
        return _adjunct(trace, edit, inside, cues) if inside else False
    return any(cue.at < inside[0] for cue in cues)


def _period(trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]) -> bool:
    del inside, cues
    return trace.said(edit.span) in {".", ",", ":", ";"}


def _quote_sentence(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    del cues, edit
    return all(trace.quoted[i] for i in inside)


DROPS: Mapping[str, Callable[[Trace, Edit, list[int], Sequence[Cue]], bool]] = {
    "dateline": _dateline,
    "aside": _aside,
    "connective": _connective,
    "weekday": _weekday,
    "relative-day": _relative_day,
    "filler": _filler,
    "age": _age,
    "appositive": _appositive,
    "relative-clause": _relative_clause,
    "participle": _participle,
    "attribution-adjunct": _adjunct,
    "dash-aside": _dash_aside,
    "quote-sentence": _quote_sentence,
    "title": _title,
    "that": _that,
    "period": _period,
    "comma": _period,
    "colon": _period,
}


# --- moves, replacements, insertions --------------------------------------------------


def _move(trace: Trace, edit: Edit, cues: Sequence[Cue]) -> bool:
    """Whether a speaker and its verb go to the front or the end, and nothing else."""
    inside = trace.inside(edit)
    if edit.at is None or not inside or len(inside) > LONGEST_MOVE:
        return False
    if any(trace.quoted[i] for i in inside):
        return False
    own = [
        cue for cue in cues if cue.at in inside or (cue.head in inside and cue.speaker)
    ]
    if len(own) != 1:
        return False
    return _to_an_end(trace, edit.at) and _belongs(trace, inside, own[0])


def _belongs(trace: Trace, inside: Sequence[int], cue: Cue) -> bool:
    """Whether the words that move are the attribution's own."""
    if cue.at not in inside:
        return all(i in cue.speaker or trace.low[i] == "," for i in inside) or (
            cue.head in inside and not _stands_alone(trace, inside)
        )
    return sum(trace.tokens[i].tag in FINITE for i in inside) <= 1 + any(
        trace.tokens[i].tag in {"WP", "WDT"} for i in inside
    )


def _to_an_end(trace: Trace, at: int) -> bool:
    before = [
        i
        for i, token in enumerate(trace.tokens)
        if token.span.end <= at and _stays(trace, i)
    ]
    after = [
        i
        for i, token in enumerate(trace.tokens)
        if token.span.start >= at and _stays(trace, i)
    ]
    if not any(is_word(trace.low[i]) for i in after):
        return True
    light = {"CC", "RB", ","}
    words = [i for i in before if is_word(trace.low[i])]
    return len(words) <= CASE_ONLY_FRONT and all(
        trace.tokens[i].tag in light for i in words
    )


def _stays(trace: Trace, i: int) -> bool:
    return trace.kept(i) and trace.moved[i] is None


def _replace(trace: Trace, edit: Edit, cues: Sequence[Cue]) -> bool:
    del cues
    said = trace.said(edit.span)
    return REPLACEMENTS[edit.rule](trace, edit, said)


def _capital(trace: Trace, edit: Edit, said: str) -> bool:
    """The case of one first letter, and nothing else."""
    if (
        not said
        or said[0].lower() != edit.text[:1].lower()
        or said[1:] != edit.text[1:]
    ):
        return False
    base, text = trace.sentence.span.start, trace.sentence.text
    place = edit.span.start - base
    if place > 0 and text[place - 1].isalnum():
        return False
    word = next(
        (w for w in trace.words if w.edit is edit or _holds(w, trace, edit)), None
    )
    if word is None:
        return False
    if edit.text[:1].islower():
        return word.tag not in {"NNP", "NNPS"} and word.low != "i"
    before = trace.text[: word.offset].rstrip(" \"“”‘’'([")
    return not before or before.endswith(":")


def _holds(word: object, trace: Trace, edit: Edit) -> bool:
    source = getattr(word, "source", -1)
    return source >= 0 and trace.tokens[source].span.covers(edit.span)


def _mark(trace: Trace, edit: Edit, said: str) -> bool:
    """A comma for a period, or the reverse, in front of a closing quotation mark."""
    closing = edit.span.end - trace.sentence.span.start
    following = trace.sentence.text[closing : closing + 1]
    return (
        {said, edit.text} <= {",", "."}
        and following in {'"', "”", "'", "’"}
        and any(quote.end == edit.span.end + 1 for quote in trace.quotes)
    )


def _quote_mark(trace: Trace, edit: Edit, said: str) -> bool:
    del trace
    marks = {'"', "“", "”", "''", "``", "'", "‘", "’", "„"}
    return said in marks and edit.text in marks


def _short_filler(trace: Trace, edit: Edit, said: str) -> bool:
    del trace
    known, shorts = guard("fillers.words"), guard("fillers.shorts")
    lost, left = said.lower().split(), edit.text.lower().split()
    return (
        len(left) < len(lost) <= LONGEST_FILLER
        and all(word in known for word in lost)
        and all(word in lost or word in shorts or word == "daily" for word in left)
    )


def _tense(trace: Trace, edit: Edit, said: str) -> bool:
    """The forms are looked at in ``meaning``; here only that one word is one word."""
    del trace
    return said.isalpha() and edit.text.isalpha()


REPLACEMENTS: Mapping[str, Callable[[Trace, Edit, str], bool]] = {
    "tense": _tense,
    "capital": _capital,
    "full-name": renaming.replaces,
    "surname": renaming.replaces,
    "pronoun": renaming.replaces,
    "descriptor": renaming.replaces,
    "quote-mark": _quote_mark,
    "comma-to-period": _mark,
    "period-to-comma": _mark,
    "filler": _short_filler,
}


def _insert(trace: Trace, edit: Edit, cues: Sequence[Cue]) -> bool:
    text = edit.text.strip()
    if edit.span or (edit.at is not None and edit.at != edit.span.start):
        return False
    if edit.rule == "full-name":
        return renaming.completes(trace, edit)
    if edit.rule == "period":
        return text == "." and edit.span.end >= trace.sentence.span.end
    if edit.rule == "colon":
        return text in {":", ""} and bool(cues)
    if edit.rule == "quote-mark":
        return text in {'"', "“", "”", "'", "‘", "’"}
    return text in {"", ","}


SHAPES: Mapping[str, Callable[[Trace, Edit, Sequence[Cue]], bool]] = {
    "drop": _drop,
    "move": _move,
    "replace": _replace,
    "insert": _insert,
}
