"""Whether commas still come in pairs, and none stands between subject and verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.predicates import find_main_verb
from summarizer.trace import Fault, guard, is_word
from summarizer.voices import FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.trace import Trace, Word
    from summarizer.voices import Cue

LEADING = frozenset({"dateline", "connective"})
"""Rules that take a comma of nobody's."""
PAIR = 2
"""Chunks: a subject and what a comma parts from it."""
MOST_CHUNKS = 3
"""More chunks than these in front of a verb are a list."""
JOINING = frozenset(
    {"while", "and", "but", "that", "as", "when", "although", "whereas"}
)
"""In front of a subject, none of it."""
CLOSING = frozenset({'"', "”", "''"})


def check(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A comma between subject and verb, or one of a pair that lost the other."""
    if not trace.edits:
        return
    yield from _before_the_main_verb(trace)
    turned = [cue for cue in cues if cue.inverted]
    inverted = {cue.at for cue in turned}
    verb_of = {cue.speaker[-1]: cue.at for cue in turned if cue.speaker}
    for n, (left, right) in enumerate(zip(trace.words, trace.words[1:], strict=False)):
        if left.text == "," and not left.meets(right):
            said = right.source in inverted
            if _verb_at(trace, n + 1) and not said and not _closes_a_pair(trace, n):
                yield Fault("comma", f"a comma before {right.text!r}")
        if left.meets(right) or not is_word(left.text) or not is_word(right.text):
            continue
        if _is_name_written_out(trace, left, right):
            continue
        own = verb_of.get(left.source, right.source)
        served = own != right.source and _verb_at(trace, n + 1)
        if served or _lost_its_comma(trace, left, right, n) or _runs_on(trace, left, n):
            yield Fault("comma", f"no comma before {right.text!r}")
        reports = any(right.source == cue.at for cue in cues)
        torn = not reports and _opens_by_participle(trace, n + 1)
        pair = torn or _opens_a_pair(trace, n + 1)
        if _verb_at(trace, n + 1) and pair:
            yield Fault("comma", f"a comma opens what nothing closes: {right.text!r}")


def _is_name_written_out(trace: Trace, left: Word, right: Word) -> bool:
    """Whether a name stands where the sentence has a shorter one, before this word."""
    edit = left.edit
    if edit is None or edit.kind != "replace" or right.source < 1:
        return False
    before = trace.tokens[right.source - 1]
    return edit.rule == "full-name" and before.span.end == edit.span.end


def _before_the_main_verb(trace: Trace) -> Iterator[Fault]:
    """Commas that lost their partners, or a subject lost between them."""
    verb = _claim_verb(trace)
    if verb is None or trace.words[verb].edit is not None:
        return
    before = trace.words[:verb]
    until = trace.words[verb].source
    taken = [i for i in range(until) if trace.low[i] == "," and not trace.quoted[i]]
    kept = {word.source for word in before if word.text == ","}
    if all(i in kept or _is_led_away(trace, i) for i in taken):
        return
    if trace.words[verb - 1].text == ",":
        if not _closes_a_pair(trace, verb - 1):
            yield Fault("comma", f"a comma before {trace.words[verb].text!r}")
    elif _opens_a_pair(trace, verb):
        yield Fault("comma", f"half a pair before {trace.words[verb].text!r}")


def _claim_verb(trace: Trace) -> int | None:
    """The place of the main verb, words that moved left out."""
    own = [
        n
        for n, word in enumerate(trace.words)
        if word.source >= 0 and trace.moved[word.source] is None
    ]
    words = [trace.words[n] for n in own]
    verb = find_main_verb([(word.low, word.tag) for word in words])
    return None if verb is None else own[verb]


def _is_led_away(trace: Trace, comma: int) -> bool:
    """Whether the comma went with words that no subject follows."""
    edit = trace.gone[comma]
    return edit is not None and edit.rule in LEADING


def _verb_at(trace: Trace, n: int) -> bool:
    """Whether a verb stands here, an adverb in front of it or not."""
    words = trace.words[n : n + 2]
    if words and words[0].source >= 0 and trace.moved[words[0].source] is not None:
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
    if [word.tag for word in segment] in ([], ["CD"]):
        return bool(segment)
    first = segment[0]
    if first.low in guard("times.near") and first.low not in {"the", "last"}:
        return False
    if segment[-1].low in {"later", "earlier", "ago"}:
        return False
    if first.tag in {"IN", "RB", "VBG", "VBN", "TO", "WRB", "CC", "WDT", "WP", "VB"}:
        return False
    if any(word.tag in FINITE or word.low in {"and", "or"} for word in segment):
        return False
    return any(word.tag in NOUNS | {"PRP"} for word in segment)


def _closes_a_pair(trace: Trace, comma: int) -> bool:
    """Whether the comma in front of a verb closes what another one opened."""
    segments = _segments(trace, comma)
    if any(word.low == "that" for word in segments[-1][1:]):
        return False  # "arguing that one man, had left"
    while len(segments) > 1 and not _is_phrase(segments[0]):
        segments.pop(0)
    paired, many = len(segments) % 2 == 0, len(segments) > MOST_CHUNKS
    return paired or many or not _is_phrase(segments[0])


def _opens_a_pair(trace: Trace, verb: int) -> bool:
    segments = _segments(trace, verb)
    while len(segments) > 1 and not _is_phrase(segments[0]):
        segments.pop(0)
    return len(segments) == PAIR and all(map(_is_phrase, segments))


def _opens_by_participle(trace: Trace, verb: int) -> bool:
    """Whether a subject inside the claim lost the comma that closes its participle.

    "Police said the gunman, identified as Kyle Horn had fled".
    """
    segments = _segments(trace, verb)
    if len(segments) < PAIR:
        return False
    subject, aside = segments[-PAIR:]
    finite = [n for n, word in enumerate(subject) if word.tag in FINITE]
    subject = subject[finite[-1] + 1 :] if finite else subject
    while subject and subject[0].low in JOINING:
        subject = subject[1:]
    participle = bool(aside) and aside[0].tag in {"VBN", "VBG"}
    named = bool(finite) and _is_phrase(aside)
    still = all(word.tag not in FINITE for word in aside)
    return _is_phrase(subject) and still and (participle or named)


def _lost_its_comma(trace: Trace, left: Word, right: Word, n: int) -> bool:
    """Whether a chunk that stood behind a comma now runs on from another."""
    if right.source < 1 or trace.low[right.source - 1] != ",":
        return False
    comma = trace.gone[right.source - 1]
    aged = comma is not None and comma.rule == "age" and right.tag == "CC"
    renamed = comma is not None and comma.rule in {"name-for-role", "place"}
    if aged or renamed or trace.moved[right.source] is not None:
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
