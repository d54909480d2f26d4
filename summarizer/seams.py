"""Where words meet that were apart: doubled, glued, stranded, "a" before a vowel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.trace import Fault, guard, is_word
from summarizer.voices import FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.trace import Trace, Word

NEEDS_MORE = frozenset(
    {"IN", "TO", "DT", "PDT", "CC", "PRP$", "WDT", "WP", "WP$", "MD", "$"}
)

NAMES = frozenset({"NNP", "NNPS"})
ASIDES = frozenset(
    {"age", "appositive", "aside", "attribution-adjunct", "participle",
     "relative-clause"}
)  # fmt: skip
LEADS = frozenset({"IN", "TO", "RB", "VBG", "VBN", "WRB", "CC"})
LOOSE = frozenset(
    {"age", "aside", "comma", "dash-aside", "emphasis", "filler", "name-for-role",
     "place", "surname", "title"}
)  # fmt: skip
"""Rules that take what can stand between "in" or "the" and a noun."""
FAR = 3
"""Words: a lost title or forename lies between two names, a lost clause is longer."""


def check(trace: Trace) -> Iterator[Fault]:
    """What reads wrong at a seam."""
    yield from _seams(trace)
    yield from _articles(trace)


def _seams(trace: Trace) -> Iterator[Fault]:
    """Places where two words meet that were apart in the sentence."""
    for n, (left, right) in enumerate(zip(trace.words, trace.words[1:], strict=False)):
        if left.text == "," and _goes_on(trace, n) and _parts_subject(trace, n):
            yield Fault("stranded", f", {right.text}")
        if left.meets(right):
            continue
        if _glued(trace, left, right):
            yield Fault("glued", f"{left.text}{right.text}")
        if _makes_a_name(left, right):
            yield Fault("name", f"{left.text} {right.text}")
        if left.text in {",", "(", "—", "–"} and right.low in guard("grammar.hanging"):
            yield Fault("stranded", f"{left.text} {right.text}")
        if is_word(left.text):
            yield from _doubled(trace, n, left, right)
            if left.source >= 0 and _cut_behind(trace, left, right):
                yield from _stranded(trace, left, right)


def _goes_on(trace: Trace, comma: int) -> bool:
    """Whether a verb follows, with an adverb or not, or a "that" with what was said."""
    right, *more = trace.words[comma + 1 : comma + 3]
    verb = right.tag == "RB" and bool(more) and more[0].tag in FINITE
    return right.tag in FINITE or verb or right.low == "that"


def _parts_subject(trace: Trace, comma: int) -> bool:
    """Whether a cut left a comma between a verb and its subject.

    "The father, Abel Horn, ‹21,› was" needs it, "Native to the hills, this mouse, ‹...›
    fears" does not.
    """
    at = trace.words[comma].source
    beside = [edit for edit in trace.gone[max(0, at - 1) : at + 2] if edit is not None]
    if at < 0 or not any(edit.rule in ASIDES for edit in beside):
        return False
    opened = [n for n in range(comma) if trace.words[n].text == ","]
    if not opened:
        return True
    named = trace.words[opened[-2] + 1 if len(opened) > 1 else 0 : opened[-1]]
    tags = [word.tag for word in named if is_word(word.text)]
    return not tags or tags[0] in LEADS or "TO" in tags[1:2] or tags[-1] not in NOUNS


def _makes_a_name(left: Word, right: Word) -> bool:
    """Whether two names meet that were apart: "striker Marsh Luz"."""
    names = left.tag in NAMES and right.tag in NAMES
    apart = right.source > left.source >= 0 and left.edit is None is right.edit
    return names and apart and right.source - left.source > FAR


def _glued(trace: Trace, left: Word, right: Word) -> bool:
    together = right.offset == left.offset + len(left.text)
    if not together:
        return False
    if right.low in {"'s", "’s", "'", "’", "n't"}:
        return False
    if left.text[-1] in ",;:" and is_word(right.text):
        return True
    return left.text[-1:].isalnum() and right.text[:1].isalnum() and bool(trace.edits)


def _doubled(trace: Trace, n: int, left: Word, right: Word) -> Iterator[Fault]:
    if left.low == right.low:
        yield Fault("doubled", f"{left.text} {right.text}")
        return
    for size in (2, 3):
        before = [word.low for word in trace.words[max(0, n + 1 - size) : n + 1]]
        after = [word.low for word in trace.words[n + 1 : n + 1 + size]]
        if len(before) == size and before == after:
            yield Fault("doubled", " ".join(before))


def _cut_behind(trace: Trace, left: Word, right: Word) -> bool:
    """Whether something that stood behind the word is no longer there."""
    following = left.source + 1
    if following >= len(trace.tokens):
        return False
    edit = trace.swapped[following]
    if edit is not None and right.edit is edit:
        return False
    return _vanished(trace, following) or right.source != following


def _vanished(trace: Trace, i: int) -> bool:
    return trace.gone[i] is not None or trace.moved[i] is not None


def _stranded(trace: Trace, left: Word, right: Word) -> Iterator[Fault]:
    """A word that waits for another: "through, Sputnik reports"."""
    if left.text == "A" and left.source > 0:  # "Serie A", "hepatitis A"
        return
    if left.tag in FINITE and right.tag in {"VBD", "VBN", "VBG"}:
        return
    if left.tag not in NEEDS_MORE and left.low not in guard("grammar.never_last"):
        return
    written = right.edit is not None and right.edit.kind in {"insert", "replace"}
    if written and is_word(right.text):
        return
    if not is_word(right.text) and right.text not in {'"', "“", "‘", "'", "$", "``"}:
        if not (left.source + 1 < len(trace.low) and _was_fenced(trace, left)):
            yield Fault("stranded", f"{left.text} {right.text}")
        return
    if right.tag in FINITE | {"IN", "CC", "TO", "RP", "POS", "WDT"}:
        if left.low not in guard("grammar.subordinators") and left.tag != "CC":
            yield Fault("stranded", f"{left.text} {right.text}")
        return
    if _needs_object(left) and not _cut_was_a_modifier(trace, left, right):
        yield Fault("stranded", f"{left.text} ... {right.text}")


def _was_fenced(trace: Trace, left: Word) -> bool:
    """Whether the mark behind the word was there in the sentence."""
    return not is_word(trace.low[left.source + 1])


def _needs_object(left: Word) -> bool:
    return (
        left.low not in guard("grammar.subordinators")
        and left.tag
        not in {
            "CC",
            "MD",
        }
        and left.tag in NEEDS_MORE
    )


def _cut_was_a_modifier(trace: Trace, left: Word, right: Word) -> bool:
    """Whether what went is a thing that can stand between "in" or "the" and a noun."""
    following = left.source + 1
    edit = trace.gone[following] or trace.moved[following]
    if edit is None:
        return True
    if edit.rule == "attribution-adjunct" and right.tag in {"NNP", "NNPS"}:
        return True
    return edit.rule in LOOSE or not is_word(trace.low[following])


def _articles(trace: Trace) -> Iterator[Fault]:
    for left, right in zip(trace.words, trace.words[1:], strict=False):
        if left.low not in {"a", "an"} or left.meets(right):
            continue
        if (left.low == "an") != _sounds_open(right.text):
            yield Fault("article", f"{left.text} {right.text}")


def _sounds_open(word: str) -> bool:
    """Whether a word is spoken with a vowel first, so that "an" stands before it."""
    low = word.lower()
    if word[:2].isupper() and not any(c in "AEIOU" for c in word[1:3]):
        return low[0] in guard("grammar.letters")
    if low.startswith(tuple(guard("grammar.silent"))):
        return True
    if low.startswith(tuple(guard("grammar.consonantal"))):
        return False
    return low[0] in "aeiou" or low.startswith(("8", "11-", "18-"))
