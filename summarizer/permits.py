"""Which edits may be made at all: a closed list, and the shape that each must have."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from summarizer import cuts, portrayals, renaming, signing, small_cuts
from summarizer.fences import stands_alone
from summarizer.lexicon import words
from summarizer.trace import Fault, guard, is_word
from summarizer.voices import FINITE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarizer.article import Token
    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

CHUNK = re.compile(r"\w+(?:[-'’.,&/:]\w+)*")
DASH_PAIR = re.compile(r"[-–—]{2}")
POSSESSIVE = re.compile(r"['’]s?$")
CASE_ONLY_FRONT = 3
"""Words that may stand before an attribution which moves to the front: "But also"."""
LONGEST_MOVE = 30


def check(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """Edits that are not on the list or don't have the shape their name promises."""
    allowed = {kind: guard(f"rules.{kind}") for kind in SHAPES}
    chunks = [m.span() for m in CHUNK.finditer(trace.sentence.text)]
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
    beside = (text[max(0, offset - 1) : offset + 1] for offset in offsets)
    if any(DASH_PAIR.match(pair) for pair in beside):
        return True
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
        if edit is None or (trace.quoted[i] and edit.rule in cuts.WHOLE):
            continue
        if word in {"?", "!"} and edit.rule not in whole:
            yield Fault("mark", f"{word!r} is gone")


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
            cue.head in inside and not stands_alone(trace, inside)
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
        first = next(i for i, t in enumerate(trace.tokens) if _covers(t, edit))
        common = renaming.is_plain_opener(trace, first)
        place_name = said + word.text[1:] in words("names", "places")
        named = place_name or word.tag in {"NNP", "NNPS"}
        return (common or not named) and word.low != "i"
    before = trace.text[: word.offset].rstrip(" \"“”‘’'([")
    return not before or before.endswith(":")


def _holds(word: object, trace: Trace, edit: Edit) -> bool:
    source = getattr(word, "source", -1)
    return source >= 0 and _covers(trace.tokens[source], edit)


def _covers(token: Token, edit: Edit) -> bool:
    return token.span.covers(edit.span)


def _mark(trace: Trace, edit: Edit, said: str) -> bool:
    """A comma for a period, or the reverse, in front of a closing quotation mark."""
    end = _behind_lost_sentences(trace, edit.span.end)
    closing = end - trace.sentence.span.start
    following = trace.sentence.text[closing : closing + 1]
    return (
        {said, edit.text} <= {",", "."}
        and following in {'"', "”", "'", "’"}
        and any(quote.end == end + 1 for quote in trace.quotes)
    )


def _behind_lost_sentences(trace: Trace, end: int) -> int:
    """Where the quotation goes on when the sentences behind a mark are dropped."""
    lost = (e.span for e in trace.edits if e.rule == "quote-sentence")
    return next((span.end for span in lost if span.start == end), end)


def _quote_mark(trace: Trace, edit: Edit, said: str) -> bool:
    del trace
    marks = {'"', "“", "”", "''", "``", "'", "‘", "’", "„"}
    return said in marks and edit.text in marks


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
    "filler": small_cuts.short_filler,
    "short-name": small_cuts.short_name,
}


INSERTIONS: Mapping[str, Callable[[Trace, Edit], bool]] = {
    "full-name": renaming.completes,
    "author": signing.signs,
    "introduction": portrayals.portrays,
}


def _insert(trace: Trace, edit: Edit, cues: Sequence[Cue]) -> bool:
    text = edit.text.strip()
    if edit.span or (edit.at is not None and edit.at != edit.span.start):
        return False
    own = INSERTIONS.get(edit.rule)
    if own is not None:
        return own(trace, edit)
    if edit.rule == "period":
        return text == "." and edit.span.end >= trace.sentence.span.end
    if edit.rule == "colon":
        return text in {":", ""} and bool(cues)
    if edit.rule == "quote-mark":
        return text in {'"', "“", "”", "'", "‘", "’"}
    return text in {"", ","}


SHAPES: Mapping[str, Callable[[Trace, Edit, Sequence[Cue]], bool]] = {
    "drop": cuts.fits,
    "move": _move,
    "replace": _replace,
    "insert": _insert,
}
