"""Whether the edits left a sentence: its seams, its verb, its commas and its marks.

Only what the edits did is blamed. A fault that the sentence had before stays the
article's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.trace import NOT_FOUND, Fault, guard, is_word
from summarizer.voices import FINITE, NOUNS, find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.trace import Trace, Word

LEAST_WORDS = 4
PAIR = 2
"""Chunks: a subject and what a comma parts from it."""
MOST_CHUNKS = 3
"""More chunks than these in front of a verb are a list."""
CLOSING = frozenset({'"', "”", "''"})
NEEDS_MORE = frozenset(
    {"IN", "TO", "DT", "PDT", "CC", "PRP$", "WDT", "WP", "WP$", "MD", "$"}
)
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
DOUBLED = (
    re.compile(r"[,;:]\s*[,;:]"),
    re.compile(r"[,;:]\s*[.?!](?!\.)"),
    re.compile(r"(?<![.\w])\.\s?\.(?!\.)|(?<=\w)\.\.(?!\.)"),
    re.compile(r"[,.]\s?[\"”’']\s?[,.]"),
    re.compile(r"\(\s*\)|\[\s*\]"),
    re.compile(r"\s[,;:.?!](?!\d|\.\.)"),
    re.compile(r"[?!]\s?[,.](?![.\w])"),
    re.compile(r"[,;:–—(]\s*$"),
)
BRACKETS = (("(", ")"), ("[", "]"))


def check(trace: Trace) -> Iterator[Fault]:
    """Everything that makes an edited sentence hard to read."""
    if not trace.edits:
        return
    yield from _punctuation(trace)
    yield from _length(trace)
    yield from _opening(trace)
    yield from _seams(trace)
    yield from _articles(trace)
    yield from _ending(trace)
    yield from _main_verb(trace)
    yield from _commas(trace)
    yield from _splices(trace)


# --- marks ----------------------------------------------------------------------------


def _punctuation(trace: Trace) -> Iterator[Fault]:
    for pattern in DOUBLED:
        match = pattern.search(trace.text)
        if match and match.group() not in trace.sentence.text:
            yield Fault("punctuation", f"leaves {match.group()!r}")
    for opening, closing in BRACKETS:
        depth = trace.text.count(opening) - trace.text.count(closing)
        before = trace.sentence.text.count(opening) - trace.sentence.text.count(closing)
        if depth != before and depth:
            yield Fault("punctuation", f"a {opening!r} has no partner")
    dashes = [w for w in trace.words if set(w.text) <= set("–—-") and w.text != "-"]
    lost = [
        i
        for i, word in enumerate(trace.low)
        if set(word) <= set("–—-") and word != "-" and not trace.kept(i)
    ]
    if len(dashes) == 1 and len(lost) == 1:
        dropped = trace.gone[lost[0]]
        if dropped is not None and dropped.rule not in {"dateline", "connective"}:
            yield Fault("punctuation", "half a pair of dashes is left")


def _length(trace: Trace) -> Iterator[Fault]:
    if sum(is_word(word.text) for word in trace.words) < LEAST_WORDS:
        yield Fault("length", f"fewer than {LEAST_WORDS} words")


# --- both ends ------------------------------------------------------------------------


def _opening(trace: Trace) -> Iterator[Fault]:
    first = next((word for word in trace.words if is_word(word.text)), None)
    if first is None:
        return
    small = first.text[:1].islower() and not any(c.isupper() for c in first.text[1:3])
    if small and not _opened_small(trace, first):
        yield Fault("capital", f"opens on {first.text!r}")
    if _opens_sentence(trace, first):
        return
    if (first.tag in FINITE | {"CC", "WDT", "POS", "RP"} and first.edit is None) or (
        first.low in {"of", "than", "to"} and first.source >= 0
    ):
        yield Fault("opening", f"opens on {first.text!r}")


def _opened_small(trace: Trace, first: Word) -> bool:
    return _opens_sentence(trace, first) and not trace.sentence.text[:1].isupper()


def _opens_sentence(trace: Trace, first: Word) -> bool:
    """Whether the bullet opens on the sentence's own first word."""
    return first.source >= 0 and not any(is_word(w) for w in trace.low[: first.source])


def _ending(trace: Trace) -> Iterator[Fault]:
    last = next((word for word in reversed(trace.words) if is_word(word.text)), None)
    if last is None or last.source == NOT_FOUND:
        return
    ended = any(is_word(word) for word in trace.low[last.source + 1 :])
    if ended and (last.low in guard("grammar.never_last") or last.tag in NEEDS_MORE):
        yield Fault("stranded", f"ends on {last.text!r}")


# --- seams ----------------------------------------------------------------------------


def _seams(trace: Trace) -> Iterator[Fault]:
    """Places where two words meet that were apart in the sentence."""
    for n, (left, right) in enumerate(zip(trace.words, trace.words[1:], strict=False)):
        if _neighbours(left, right):
            continue
        if _glued(trace, left, right):
            yield Fault("glued", f"{left.text}{right.text}")
        if left.text in {",", "(", "—", "–"} and right.low in guard("grammar.hanging"):
            yield Fault("stranded", f"{left.text} {right.text}")
        if is_word(left.text):
            yield from _doubled(trace, n, left, right)
            if left.source >= 0 and _cut_behind(trace, left, right):
                yield from _stranded(trace, left, right)


def _neighbours(left: Word, right: Word) -> bool:
    return left.source >= 0 and right.source == left.source + 1


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
    loose = {"title", "filler", "age", "aside", "dash-aside", "comma"}
    if edit.rule == "attribution-adjunct" and right.tag in {"NNP", "NNPS"}:
        return True
    return edit.rule in loose or not is_word(trace.low[following])


# --- a and an -------------------------------------------------------------------------


def _articles(trace: Trace) -> Iterator[Fault]:
    for left, right in zip(trace.words, trace.words[1:], strict=False):
        if left.low not in {"a", "an"} or _neighbours(left, right):
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


# --- the main verb --------------------------------------------------------------------


def _main_verb(trace: Trace) -> Iterator[Fault]:
    """A bullet without a finite verb of its own, or one cut off from its subject."""
    if not any(edit.kind in {"drop", "move"} for edit in trace.edits):
        return
    lost = any(
        trace.tokens[i].tag.startswith("VB") and trace.gone[i] is not None
        for i in range(len(trace.tokens))
    )
    main = find_main_verb(_source_words(trace))
    if main is not None and _is_clipped(trace, main):
        yield Fault("verb", f"{trace.low[main]!r} is cut from its subject")
    own = [(word.low, word.tag) for word in trace.words]
    if find_main_verb(own) is not None or _has_cue(trace):
        return
    if lost or main is not None:
        yield Fault("verb", "no finite verb of its own")


def _is_clipped(trace: Trace, verb: int) -> bool:
    """Whether the main verb of the sentence went as part of a lesser clause."""
    edit = trace.gone[verb]
    lesser = {"relative-clause", "appositive", "participle", "connective", "title"}
    return edit is not None and edit.rule in lesser


def _has_cue(trace: Trace) -> bool:
    """Whether a quotation stands with its verb: that is a sentence."""
    if not trace.quotes or '"' not in trace.text.replace("“", '"').replace("'", '"'):
        return False
    return any(trace.kept(c.at) and c.speaker for c in find_cues(trace))


Plain = tuple[str, str]


def _source_words(trace: Trace) -> list[Plain]:
    return [(trace.low[i], token.tag) for i, token in enumerate(trace.tokens)]


def find_main_verb(words: Sequence[Plain]) -> int | None:
    """The index of the first finite verb that no subordinate clause owns.

    >>> find_main_verb([("who", "WP"), ("ran", "VBD"), ("fell", "VBD")])
    2
    """
    owed, skipping = 0, False
    fresh, begun = True, False
    for i, (word, tag) in enumerate(words):
        if word in {",", "--", "—", "–", ";", ":", "(", ")"}:
            skipping, fresh, owed = False, True, 0
            continue
        if fresh and _opens_aside(words, i) and (begun or tag != "WP"):
            skipping = True
        spoken = any(char.isalnum() for char in word)
        fresh, begun = fresh and not spoken, begun or spoken
        if skipping:
            continue
        if tag in RELATIVES or (word == "that" and tag in {"IN", "WDT"}):
            owed += 1
        elif tag in FINITE:
            if not owed and not _second_of_pair(words, i):
                return i
            owed = max(0, owed - 1)
    return None


def _opens_aside(words: Sequence[Plain], i: int) -> bool:
    """Whether a chunk between commas opens like a subordinate one."""
    word, tag = words[i]
    if word in guard("grammar.openers") or tag in RELATIVES | {"VBG", "VBN"}:
        return True
    following = words[i + 1] if i + 1 < len(words) else ("", "")
    if tag == "RB" and following[1] in {"VBG", "VBN"}:
        return True
    return tag == "IN" and following[1] in {"WDT", "WP", "WP$"}


def _second_of_pair(words: Sequence[Plain], i: int) -> bool:
    """Whether the verb goes on from another: "... who shot and killed ..."."""
    return (
        i > 1
        and words[i - 1][0] in {"and", "or"}
        and words[i - 2][1] in FINITE
        and any(tag in RELATIVES for _, tag in words[: i - 2])
    )


# --- commas ---------------------------------------------------------------------------


def _commas(trace: Trace) -> Iterator[Fault]:
    """A comma between subject and verb, or one of a pair that lost the other."""
    turned = [cue for cue in find_cues(trace) if cue.inverted]
    inverted = {cue.at for cue in turned}
    named = {cue.speaker[-1] for cue in turned if cue.speaker}
    for n, (left, right) in enumerate(zip(trace.words, trace.words[1:], strict=False)):
        if left.text == "," and not _neighbours(left, right):
            said = right.source in inverted
            if _verb_at(trace, n + 1) and not said and not _closes_a_pair(trace, n):
                yield Fault("comma", f"a comma before {right.text!r}")
        if (
            _neighbours(left, right)
            or not is_word(left.text)
            or not is_word(right.text)
        ):
            continue
        served = left.source in named and _verb_at(trace, n + 1)
        if served or _lost_its_comma(trace, left, right, n) or _runs_on(trace, left, n):
            yield Fault("comma", f"no comma before {right.text!r}")
        if _verb_at(trace, n + 1) and _opens_a_pair(trace, n + 1):
            yield Fault("comma", f"a comma opens what nothing closes: {right.text!r}")


def _verb_at(trace: Trace, n: int) -> bool:
    """Whether a verb stands here, an adverb in front of it or not."""
    words = trace.words[n : n + 2]
    if words and words[0].edit is not None and words[0].edit.kind == "move":
        return False
    if words and words[0].tag == "RB" and len(words) > 1:
        return words[1].tag in FINITE
    return bool(words) and words[0].tag in FINITE


def _segments(trace: Trace, end: int) -> list[list[Word]]:
    """The chunks between commas up to a word, outside quotations."""
    found: list[list[Word]] = [[]]
    for word in trace.words[:end]:
        quoted = word.source >= 0 and trace.quoted[word.source]
        if quoted and word.text in CLOSING:
            found = [[]]
        elif word.text == "," and not quoted:
            found.append([])
        elif word.text in {";", ":", "—", "–", "--"} and not quoted:
            found = [[]]
        else:
            found[-1].append(word)
    return found


def _is_phrase(segment: Sequence[Word]) -> bool:
    """Whether a chunk is a bare noun phrase: it could be a subject or an appositive."""
    if not segment:
        return False
    first = segment[0]
    if first.tag in {"IN", "RB", "VBG", "VBN", "TO", "WRB", "CC", "WDT", "WP", "VB"}:
        return False
    if any(word.tag in FINITE or word.low in {"and", "or"} for word in segment):
        return False
    return any(word.tag in NOUNS | {"PRP"} for word in segment)


def _closes_a_pair(trace: Trace, comma: int) -> bool:
    """Whether the comma in front of a verb closes what another one opened."""
    segments = _segments(trace, comma)
    while len(segments) > 1 and not _is_phrase(segments[0]):
        segments.pop(0)
    paired, many = len(segments) % 2 == 0, len(segments) > MOST_CHUNKS
    return paired or many or not _is_phrase(segments[0])


def _opens_a_pair(trace: Trace, verb: int) -> bool:
    segments = _segments(trace, verb)
    while len(segments) > 1 and not _is_phrase(segments[0]):
        segments.pop(0)
    return len(segments) == PAIR and all(map(_is_phrase, segments))


def _lost_its_comma(trace: Trace, left: Word, right: Word, n: int) -> bool:
    """Whether a chunk that stood behind a comma now runs on from another."""
    if right.source < 1 or trace.low[right.source - 1] != ",":
        return False
    if right.edit is not None and right.edit.kind == "move":
        return False
    if _verb_at(trace, n + 1) or left.source < 0:
        return False
    if right.tag in {"RB", "VB", "TO"} or trace.quoted[right.source]:
        return False
    if right.tag == "IN" and right.low != "according":
        return False
    between = trace.words[: n + 1]
    return any(is_word(word.text) for word in between)


def _runs_on(trace: Trace, left: Word, n: int) -> bool:
    """Whether the comma that closed an appositive went away with a day behind it.

    "her daughter, Ida Horn, on Monday at noon" without its ", on Monday".
    """
    comma = left.source + 1
    if left.source < 0 or trace.low[comma : comma + 1] != (",",):
        return False
    edit = trace.gone[comma]
    if edit is None or edit.rule not in {"weekday", "relative-day"}:
        return False
    chunks = _segments(trace, n + 1)
    return len(chunks) > 1 and _is_phrase(chunks[-1]) and not _verb_at(trace, n + 1)


def _splices(trace: Trace) -> Iterator[Fault]:
    """Two whole clauses that nothing but a comma joins, because of an edit."""
    cues = {cue.at for cue in find_cues(trace)}
    for n, word in enumerate(trace.words):
        if word.text != "," or n == 0 or n + 1 >= len(trace.words):
            continue
        left, right = trace.words[n - 1], trace.words[n + 1]
        if _neighbours(word, right) and _neighbours(left, word):
            continue
        if word.source >= 0 and trace.quoted[word.source]:
            continue
        if _is_clause(trace, n + 1, cues) and _stands(trace, n):
            yield Fault("splice", f"two clauses joined at {right.text!r}")


def _is_clause(trace: Trace, start: int, cues: set[int]) -> bool:
    """Whether a clause of its own begins here that is no attribution."""
    first = trace.words[start]
    if first.tag not in NOUNS | {"DT", "PRP", "PRP$", "CD", "JJ", "EX"}:
        return False
    moved = first.edit is not None and first.edit.kind == "move"
    for word in trace.words[start:]:
        if word.text in {",", ";", ":"} or word.low in guard("grammar.openers"):
            return False
        if moved and word.low in {"has", "have", "had"}:
            continue
        if word.tag in FINITE:
            swapped = word.edit is not None and word.edit.rule == "tense"
            return word.source not in cues and not swapped
    return False


def _stands(trace: Trace, end: int) -> bool:
    """Whether what stands before the comma is a clause of its own."""
    words = [(word.low, word.tag) for word in trace.words[:end]]
    return find_main_verb(words) is not None
