"""Who says it, found again from the tokens alone: reporting verbs and their subjects.

Less is asked here than when a bullet is written: only which words must stay together.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.lexicon import table
from summarizer.trace import guard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from summarizer.trace import Trace

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
HEADS = NOUNS | {"PRP", "WP", "DT", "CD", "JJ"}
NOMINAL = NOUNS | {
    "DT", "PDT", "JJ", "JJR", "JJS", "CD", "PRP", "PRP$", "POS", "FW", "VBN", "VBG",
    "WP",
}  # fmt: skip
MODIFIED = frozenset({"DT", "IN", "JJ", "PRP$", "CC", "POS", "TO", "CD", ",", "("})
"""Tags before a participle that stands in front of a noun: "the alleged theft"."""
OPENING_MARKS = frozenset({'"', "“", "”", "''", "``", "'", "‘", "’"})
ENDS = frozenset({",", ".", ";", ":", "—", "–", "--", "-", "!", "?", "(", ")"})


class Cue(NamedTuple):
    """A reporting verb outside quotations."""

    at: int
    lemma: str
    speaker: tuple[int, ...]
    """The tokens of its subject; empty when none was found next to it."""
    head: int
    """The token that the subject is named by; -1 without a subject."""
    inverted: bool


@cache
def forms() -> Mapping[str, str]:
    """Every finite form of a reporting verb and its lemma."""
    found: dict[str, str] = {}
    for lemma, entry in table("cues")["verbs"].items():
        for key in ("base", "present", "past"):
            form = entry.get(key, lemma if key == "base" else "")
            if form and " " not in form:
                found.setdefault(form, lemma)
    return found


def present_of(past: str) -> tuple[str, str] | None:
    """The third person and the base form of a past reporting verb."""
    lemma = forms().get(past)
    if lemma is None:
        return None
    entry = table("cues")["verbs"][lemma]
    if entry["past"] != past:
        return None
    return entry["present"], entry.get("base", lemma)


def find_cues(trace: Trace) -> tuple[Cue, ...]:
    """The reporting verbs of the sentence, those inside quotations left out."""
    known = forms()
    found = []
    for i, word in enumerate(trace.low):
        if word == "according" and i + 1 < len(trace.low) and not trace.quoted[i]:
            found.append(_according(trace, i))
        elif word in known and _speaks(trace, i) and _finite(trace, i):
            found.append(_cue(trace, i, known[word]))
    return tuple(found)


def _speaks(trace: Trace, i: int) -> bool:
    """Whether the word is nobody else's, and no "continue ‹to rise›"."""
    goes_on = forms()[trace.low[i]] == "continue"
    return not trace.quoted[i] and not (goes_on and trace.low[i + 1 : i + 2] == ("to",))


def _finite(trace: Trace, i: int) -> bool:
    tag = trace.tokens[i].tag
    if tag in {"VBD", "VBZ", "VBP"}:
        return True
    at = i - 1
    while at >= 0 and trace.tokens[at].tag == "RB":
        at -= 1
    if tag != "VBN" or at < 0 or trace.tokens[at].tag in MODIFIED:
        return False
    before = next((w for w in reversed(trace.low[max(0, i - 2) : i])), "")
    return before not in guard("attribution.auxiliaries")


def _according(trace: Trace, i: int) -> Cue:
    speaker = tuple(_phrase_after(trace, i + 2))
    return Cue(i, "according to", speaker, _head(trace, speaker), inverted=True)


def _cue(trace: Trace, i: int, lemma: str) -> Cue:
    inverted = lemma not in guard("attribution.never_inverted") and (
        _is_inverted(trace, i)
    )
    speaker = _phrase_after(trace, i + 1) if inverted else _subject(trace, i)
    return Cue(i, lemma, tuple(speaker), _head(trace, speaker), inverted)


def _is_inverted(trace: Trace, i: int) -> bool:
    """Whether the subject stands behind the verb: "..., said Vale"."""
    before = trace.low[i - 1] if i else ","
    if before not in OPENING_MARKS and before not in {",", "—", "–"}:
        return False
    phrase = _phrase_after(trace, i + 1)
    if not any(trace.tokens[n].tag in NOUNS | {"PRP"} for n in phrase):
        return False
    if before in OPENING_MARKS:
        return True
    behind = phrase[-1] + 1
    return behind >= len(trace.low) or trace.low[behind] in ENDS | OPENING_MARKS


def _phrase_after(trace: Trace, start: int) -> list[int]:
    """The noun phrase that begins at ``start``."""
    found: list[int] = []
    inside = guard("attribution.inside")
    for i in range(start, len(trace.tokens)):
        token, word = trace.tokens[i], trace.low[i]
        follows = bool(found) and (word in inside or word in {"and", "&"})
        timed = word in guard("times.weekdays")
        if trace.quoted[i] or timed or not (token.tag in NOMINAL or follows):
            break
        found.append(i)
    while found and trace.tokens[found[-1]].tag not in HEADS:
        found.pop()
    return found


def _subject(trace: Trace, i: int) -> list[int]:
    """The noun phrase in front of a verb, over adverbs and one chunk in commas."""
    at = _over_adverbs(trace, i - 1)
    if at >= 0 and trace.tokens[at].tag == "CC":
        return []
    if at >= 0 and trace.low[at] in {",", ")", "—", "–"}:
        opening = {",": ",", ")": "("}.get(trace.low[at], trace.low[at])
        at = _back_to(trace, at - 1, opening)
    return _phrase_before(trace, at)


def _over_adverbs(trace: Trace, at: int) -> int:
    between = guard("attribution.between")
    while at >= 0 and (trace.low[at] in between or trace.tokens[at].tag == "RB"):
        at -= 1
    return at


def _back_to(trace: Trace, at: int, mark: str) -> int:
    while at >= 0 and not (trace.low[at] == mark and not trace.quoted[at]):
        at -= 1
    return at - 1


def _phrase_before(trace: Trace, at: int) -> list[int]:
    found: list[int] = []
    inside = guard("attribution.inside")
    while at >= 0 and not trace.quoted[at]:
        token, word = trace.tokens[at], trace.low[at]
        if not (token.tag in NOMINAL or word in inside or word in {"and", "&"}):
            break
        if found and token.tag == "WP":
            break
        found.append(at)
        at -= 1
    found.reverse()
    while found and trace.tokens[found[0]].tag not in NOMINAL:
        found.pop(0)
    while found and trace.tokens[found[-1]].tag not in HEADS:
        found.pop()
    return found


def _head(trace: Trace, phrase: list[int] | tuple[int, ...]) -> int:
    """The last noun before a preposition: what the phrase is named by."""
    head = -1
    for i in phrase:
        if trace.tokens[i].tag in {"IN", "TO", "CC"} and head >= 0:
            return head
        if trace.tokens[i].tag in HEADS and trace.tokens[i].tag not in {"DT", "JJ"}:
            head = i
    return head if head >= 0 or not phrase else phrase[-1]
