"""Whether a bullet has a finite verb of its own, and no two clauses run together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.trace import Fault, guard
from summarizer.voices import FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace, Word
    from summarizer.voices import Cue

Plain = tuple[str, str]
"""A word in lower case and its tag."""

BESIDE = frozenset({"dateline", "period"})
"""Rules whose cuts stand outside the sentence: no verb can go with them."""
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})


def check(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A bullet without a predicate, or with one too many."""
    if trace.edits:
        yield from _main_verb(trace, cues)
        yield from _emptied(trace, cues)
        yield from _bare_verbs(trace, cues)
        yield from _splices(trace, cues)


def _main_verb(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A bullet without a finite verb of its own, or one cut off from its subject."""
    taken = {edit.rule for edit in trace.edits if edit.kind in {"drop", "move"}}
    if taken <= BESIDE:
        return
    lost = any(
        token.tag.startswith("VB") and not _is_owned(edit, token.tag)
        for token, edit in zip(trace.tokens, trace.gone, strict=True)
    )
    main = find_main_verb(_source_words(trace))
    if main is not None and _is_clipped(trace, main):
        yield Fault("verb", f"{trace.low[main]!r} is cut from its subject")
    own = [(word.low, word.tag) for word in trace.words]
    if find_main_verb(own) is not None or _has_cue(trace, cues):
        return
    if lost or main is not None:
        yield Fault("verb", "no finite verb of its own")


def _emptied(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A claim in front of its report that lost its verb: "The waiter, said Vale"."""
    for cue in cues:
        start, end = min({cue.at, *cue.speaker}), max({cue.at, *cue.speaker})
        if trace.fate(cue.at) is not None or trace.low[max(0, start - 1)] != ",":
            continue
        claim = [word for word in trace.words if 0 <= word.source < start]
        rest = [word for word in trace.words if word.source > end]
        if any(trace.quoted[word.source] for word in claim) or _is_said(rest):
            continue
        lost = any(
            trace.gone[i] is not None and trace.tokens[i].tag.startswith("VB")
            for i in range(start)
        )
        if lost and not _is_said(claim):
            yield Fault(
                "verb", f"nothing is left of what {trace.low[cue.at]!r} reports"
            )


def _is_said(words: Sequence[Word]) -> bool:
    """Whether the words have a main verb."""
    return find_main_verb([(word.low, word.tag) for word in words]) is not None


def _is_owned(edit: Edit | None, tag: str) -> bool:
    """Whether nothing took the verb, or a rule that takes it with its own clause.

    A participle may be the verb of the sentence with a wrong tag: "called".
    """
    if edit is not None and edit.rule == "participle":
        return tag != "VBN"
    return edit is None or edit.rule in {"appositive", "relative-clause"}


def _is_clipped(trace: Trace, verb: int) -> bool:
    """Whether the main verb of the sentence went as part of a lesser clause."""
    edit = trace.gone[verb]
    lesser = {"relative-clause", "appositive", "participle", "connective", "title"}
    return edit is not None and edit.rule in lesser


def _has_cue(trace: Trace, cues: Sequence[Cue]) -> bool:
    """Whether a quotation stands with its verb: that is a sentence."""
    if not trace.quotes or '"' not in trace.text.replace("“", '"').replace("'", '"'):
        return False
    return any(trace.kept(c.at) and c.speaker for c in cues)


def _source_words(trace: Trace) -> list[Plain]:
    return [(trace.low[i], token.tag) for i, token in enumerate(trace.tokens)]


def find_main_verb(words: Sequence[Plain]) -> int | None:
    """The index of the first finite verb that no subordinate clause owns.

    >>> find_main_verb([("who", "WP"), ("ran", "VBD"), ("fell", "VBD")])
    2
    """
    owed, skipping = 0, False
    fresh, begun = True, False
    commas = [i for i, (word, _) in enumerate(words) if word == ","]
    for i, (word, tag) in enumerate(words):
        if word in {",", "--", "—", "–", ";", ":", "(", ")"}:
            skipping, fresh, owed = False, True, 0
            continue
        if fresh and _opens_aside(words, i) and (begun or tag != "WP"):
            fenced = bool(commas) and commas[-1] > i
            skipping = fenced or not _is_gerund(words, i)
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
    following = words[i + 1] if i + 1 < len(words) else ("", "")
    if tag == "VBG" and following[1] in {"NN", "NNS"}:  # "howling winds ripped"
        return not any(later in FINITE for _, later in words[i + 2 : i + 4])
    if word in guard("grammar.openers") or tag in RELATIVES | {"VBG", "VBN"}:
        return True
    if tag == "RB" and following[1] in {"VBG", "VBN"}:
        return True
    return tag == "IN" and following[1] in {"WDT", "WP", "WP$"}


def _is_gerund(words: Sequence[Plain], i: int) -> bool:
    """Whether an "-ing" opens here, a preposition before it or not."""
    return any(tag == "VBG" for _, tag in words[i : i + 2])


def _second_of_pair(words: Sequence[Plain], i: int) -> bool:
    """Whether the verb goes on from another: "... who shot and killed ..."."""
    return (
        i > 1
        and words[i - 1][0] in {"and", "or"}
        and words[i - 2][1] in FINITE
        and any(tag in RELATIVES for _, tag in words[: i - 2])
    )


def _bare_verbs(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """A verb behind a cut that no noun before it can be the subject of."""
    inverted = {cue.at for cue in cues if cue.inverted}
    for n, (left, right) in enumerate(pairwise(trace.words), start=1):
        if left.meets(right) or right.tag not in FINITE or right.source in inverted:
            continue
        if left.low in guard("attribution.auxiliaries") or _was_a_day(trace, left):
            continue
        if right.edit is not None and right.edit.kind != "replace":
            continue
        if right.source >= 0 and trace.moved[right.source] is not None:
            continue
        subjects = NOUNS | {"PRP", "DT", "EX", "CD", "WDT", "WP"}
        if not any(word.tag in subjects for word in _since_verb(trace, n)):
            yield Fault("verb", f"nothing before {right.text!r} is its subject")


def _was_a_day(trace: Trace, left: Word) -> bool:
    """Whether a day stood between two verbs: "the jet that crashed ‹Monday› was"."""
    behind = left.source + 1
    edit = trace.gone[behind] if 0 < behind < len(trace.gone) else None
    day = edit is not None and edit.rule in {"weekday", "relative-day"}
    return day and any(
        trace.tokens[i].tag in RELATIVES or trace.low[i] == "that"
        for i in range(behind)
    )


def _since_verb(trace: Trace, end: int) -> Iterator[Word]:
    """The words before an offset, back to the verb before them."""
    for word in reversed(trace.words[:end]):
        if word.tag in FINITE:
            return
        yield word


def _splices(trace: Trace, cues: Sequence[Cue]) -> Iterator[Fault]:
    """Two whole clauses that nothing but a comma joins, because of an edit."""
    reports = {cue.at for cue in cues}
    for n, word in enumerate(trace.words):
        if word.text != "," or n == 0 or n + 1 >= len(trace.words):
            continue
        left, right = trace.words[n - 1], trace.words[n + 1]
        if left.meets(word) and right.edit is not None and right.edit.kind == "replace":
            continue  # a name written out in a list
        if word.meets(right) and (left.meets(word) or _lost_little(trace, word)):
            continue
        if word.source >= 0 and trace.quoted[word.source]:
            continue
        if _is_clause(trace, n + 1, reports) and _stands(trace, n):
            yield Fault("splice", f"two clauses joined at {right.text!r}")


def _lost_little(trace: Trace, comma: Word) -> bool:
    """Whether only a day or a filler went in front of the sentence's own comma."""
    edit = trace.gone[comma.source - 1] if comma.source > 0 else None
    return edit is not None and edit.rule in {"weekday", "relative-day", "filler"}


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
