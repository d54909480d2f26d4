"""Whether the edits left a sentence in good order: its marks, its length, its ends.

Only what the edits did is blamed. A fault that the sentence had before stays the
article's own.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from summarizer import lexicon, seams
from summarizer.name_words import is_half_a_place
from summarizer.renaming import is_plain_opener, is_plain_role
from summarizer.trace import NOT_FOUND, Fault, guard, is_word
from summarizer.voices import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.bullet import Edit
    from summarizer.trace import Trace, Word

LEAST_WORDS = 4
PROPER = frozenset({"NNP", "NNPS"})
COMMON = frozenset({"NN", "NNS", "JJ"})
DOUBLED = (
    re.compile(r"[,;:]\s*[,;:]"),
    re.compile(r"[,;:]\s*[.?!](?!\.)"),
    re.compile(r"(?<![.\w])\.\s?\.(?!\.)|(?<=\w)\.\.(?!\.)"),
    re.compile(r"[,.]\s?[\"”’']{1,2}\s?[,.]"),
    re.compile(r"[\"”] [\"“](?=\w)"),
    re.compile(r"[.?!][\"”’]\s?[.,](?!\.)"),
    re.compile(r"\(\s*\)|\[\s*\]"),
    re.compile(r"\s[,;:.?!](?!\d|\.\.)"),
    re.compile(r"[?!]\s?[,.](?![.\w])"),
    re.compile(r"(?:--|[–—])\s?(?:--|[–—,.;:!?])"),
    re.compile(r"\.[\"”’'] \w+"),
)
OPEN_END = re.compile(r"[,;:–—(-]$")
BRACKETS = (("(", ")"), ("[", "]"))


def check(trace: Trace) -> Iterator[Fault]:
    """What is out of order in an edited sentence."""
    if not trace.edits:
        return
    yield from _punctuation(trace)
    yield from _length(trace)
    yield from _opening(trace)
    yield from _capital_inside(trace)
    yield from _small_names(trace)
    yield from seams.check(trace)
    yield from _ending(trace)


def _punctuation(trace: Trace) -> Iterator[Fault]:
    for pattern in DOUBLED:
        match = pattern.search(trace.text)
        if match and match.group() not in trace.sentence.text:
            yield Fault("punctuation", f"leaves {match.group()!r}")
    if OPEN_END.search(trace.text) and not OPEN_END.search(trace.sentence.text):
        yield Fault("punctuation", f"ends on {trace.text[-1]!r}")
    for opening, closing in BRACKETS:
        depth = trace.text.count(opening) - trace.text.count(closing)
        before = trace.sentence.text.count(opening) - trace.sentence.text.count(closing)
        if depth != before and depth:
            yield Fault("punctuation", f"a {opening!r} has no partner")
    if any(_leaves_a_dash(trace, edit) for edit in trace.edits):
        yield Fault("punctuation", "half a pair of dashes is left")
        return
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


def _leaves_a_dash(trace: Trace, edit: Edit) -> bool:
    """Whether a drop takes the first of two dashes and not the second."""
    end = edit.span.end - trace.sentence.span.start
    behind = trace.sentence.text[end:].lstrip()[:2]
    ahead = trace.said(edit.span).strip()[:2]
    marks = ("—", "–", "--", "- ")
    return (
        edit.kind == "drop"
        and ahead.startswith(marks)
        and behind.startswith(marks)
        and not trace.said(edit.span).rstrip().endswith(("-", "–", "—"))
    )


def _length(trace: Trace) -> Iterator[Fault]:
    if sum(is_word(word.text) for word in trace.words) < LEAST_WORDS:
        yield Fault("length", f"fewer than {LEAST_WORDS} words")


def _opening(trace: Trace) -> Iterator[Fault]:
    first = next((word for word in trace.words if is_word(word.text)), None)
    if first is None:
        return
    if first.source < 0 and first.edit is not None and first.edit.rule == "author":
        led = (n for n, word in enumerate(trace.words) if word.text == ":")
        colon = next(led, len(trace.words))
        rest = (w for w in trace.words[colon:] if is_word(w.text))
        first = next(rest, first)
    small = first.text[:1].islower() and not any(c.isupper() for c in first.text[1:3])
    if small and not _opened_small(trace, first):
        yield Fault("capital", f"opens on {first.text!r}")
    if _opens_sentence(trace, first):
        return
    if (first.tag in FINITE | {"CC", "WDT", "POS", "RP"} and first.edit is None) or (
        first.low in {"of", "than", "to"} and first.source >= 0
    ):
        yield Fault("opening", f"opens on {first.text!r}")


def _is_surname(trace: Trace, text: str) -> bool:
    """Whether somebody in the article is called so: "Hughes" is no plural."""
    return any(person.surname == text for person in trace.cast.people)


def _capital_inside(trace: Trace) -> Iterator[Fault]:
    """The sentence's first word in mid-bullet with its capital still on."""
    words = (i for i, word in enumerate(trace.low) if is_word(word))
    first = next((i for i in words if not _is_dateline(trace.gone[i])), None)
    if first is None or trace.quoted[first]:
        return
    common = is_plain_opener(trace, first)
    text = trace.tokens[first].text
    if trace.tokens[first].tag in PROPER and not (common or _is_small(trace, first)):
        return
    named = any(
        text in lexicon.words("names", key) for key in ("places", "always_capital")
    )
    if named or _is_surname(trace, text):
        return
    place = next((n for n, w in enumerate(trace.words) if w.source == first), 0)
    word, before = trace.words[place], trace.words[:place]
    led = any(is_word(other.text) for other in before) and before[-1].text != ":"
    if led and word.text[:1].isupper() and word.low != "i":
        yield Fault("capital", f"{word.text!r} in mid-sentence")


def _is_small(trace: Trace, first: int) -> bool:
    """Whether the article writes the word small elsewhere, and no name goes on."""
    behind = trace.tokens[first + 1 : first + 2]
    alone = all(token.text.islower() for token in behind)
    small = rf"(?<=[a-z,] ){re.escape(trace.low[first])}\b"
    return alone and re.search(small, trace.article.text) is not None


def _small_names(trace: Trace) -> Iterator[Fault]:
    """A country or its people with a small letter: "NATO says ‹estonian› radar"."""
    places = lexicon.words("names", "places") | lexicon.words("names", "always_capital")
    for word, behind in zip_longest(trace.words, trace.words[1:]):
        text = trace.tokens[word.source].text if word.source >= 0 else ""
        if not text[:1].isupper() or not word.text[:1].islower():
            continue
        half = behind is not None and is_half_a_place(word.low, behind.text)
        alone = word.tag in PROPER | COMMON and _is_called(trace, text)
        if text in places or half or alone or _may_be_a_body(trace, word):
            yield Fault("capital", f"{word.text!r} is a name")


def _may_be_a_body(trace: Trace, word: Word) -> bool:
    """Whether a plural with nothing beside it may be a name: "said ‹barclays›".

    Ordinary is one for people, or one that the article writes small elsewhere.
    """
    at, low = word.source, word.low
    if word.tag != "NNS" or not any(
        t.tag in FINITE for t in trace.tokens[at + 1 : at + 2]
    ):
        return False
    known = low in lexicon.words("guards", "attribution", "plural")
    if known or is_plain_role(low.removesuffix("s")):
        return False
    small = rf"(?<![\w'’-]){re.escape(low)}\b"
    return re.search(small, trace.article.text) is None


def _is_called(trace: Trace, text: str) -> bool:
    """Whether the word alone is a name in mid-sentence: "scored ‹City›'s goal"."""
    alone = rf"[a-z,] {re.escape(text)}(?!-)\b(?! [A-Z&])"
    return re.search(alone, trace.article.text) is not None


def _is_dateline(edit: Edit | None) -> bool:
    return edit is not None and edit.rule == "dateline"


def _opened_small(trace: Trace, first: Word) -> bool:
    return _opens_sentence(trace, first) and not trace.sentence.text[:1].isupper()


def _opens_sentence(trace: Trace, first: Word) -> bool:
    """Whether the bullet opens on the sentence's own first word."""
    if first.source < 0:
        return False
    led = (trace.gone[i] for i in range(first.source) if is_word(trace.low[i]))
    return all(map(_is_dateline, led))


def _ending(trace: Trace) -> Iterator[Fault]:
    last = next((word for word in reversed(trace.words) if is_word(word.text)), None)
    if last is None or last.source == NOT_FOUND:
        return
    behind = trace.low[last.source + 1 :]
    ended = any(map(is_word, behind)) and is_word(behind[0])
    if ended and (
        last.low in guard("grammar.never_last") or last.tag in seams.NEEDS_MORE
    ):
        yield Fault("stranded", f"ends on {last.text!r}")
