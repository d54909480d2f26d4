"""Quotations: byte for byte, in pairs, whole, not taken back by what is left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from summarizer import cuts
from summarizer.article import Span
from summarizer.quote_pairs import MARKS, pairs
from summarizer.trace import Fault, guard

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Article, Sentence
    from summarizer.bullet import Edit
    from summarizer.trace import Trace

FIRST_WORD = re.compile(r"[\"“‘'(]*\s*(?P<word>[\w'’]+)")
RETRACTION = re.compile(r"[\"“](?:\w+[,.!;:…–—-]|(?![Nn]o\b)\w+)")
"""A quotation that begins with "No," or with another first word than "no"."""
ENDED = re.compile(r"(?:[a-z’'\d][a-z\d]{2}\.|[?!…%])['’)]?$")
"""The end of a sentence; no abbreviation has three small letters before its stop."""
SENTENCE_END = re.compile(r"(?:[a-z]{4}|[a-z] )[.?!]['’)]* [A-Z][a-z]")
POINTER = re.compile(
    r"\b(?:s?he|they|them|him|hers?|his|theirs?|its?|this|these|those|both|neither)\b",
    re.IGNORECASE,
)
"""Words that may mean somebody or something of the sentence before."""
SPOKEN = re.compile(r"[^\W\d_]{2,}")
LEAST_SPEECH = 4
"""Words; shorter quotations are expressions, and nobody takes those back."""
LOOK_BACK = 900
"""Characters; no longer quotation is made into a bullet."""


def check(trace: Trace) -> Iterator[Fault]:
    """Half quotations, altered ones, and ones that the article takes back."""
    sentence, article = trace.sentence, trace.article
    found, balanced = pairs(trace.text)
    if not balanced or not pairs(sentence.text)[1]:
        yield Fault("quotation", "a mark has no partner")
        return
    if found or trace.quotes:
        yield from _altered(trace, found)
        yield from _edited(trace)
    yield from _given_to_nobody(trace.text, found, sentence, article)
    yield from _merged(sentence, trace.quotes)


def check_untouched(sentence: Sentence, article: Article) -> Iterator[Fault]:
    """What keeps a sentence from standing as a bullet exactly as it is."""
    found, balanced = pairs(sentence.text)
    if not any(char.isalnum() for char in sentence.text):
        yield Fault("length", "holds no word")
    if not balanced:
        yield Fault("quotation", "a mark has no partner")
        return
    if sentence.text.count("(") != sentence.text.count(")"):
        yield Fault("punctuation", "a bracket has no partner")
    yield from _given_to_nobody(sentence.text, found, sentence, article)
    start = sentence.span.start
    yield from _merged(sentence, [Span(q.start + start, q.end + start) for q in found])


def _altered(trace: Trace, found: tuple[Span, ...]) -> Iterator[Fault]:
    """Words that are quoted in one place and not in the other."""
    for word in trace.words:
        if word.source < 0 or word.text in MARKS:
            continue
        here = any(q.start < word.offset < q.end - 1 for q in found)
        if here != trace.quoted[word.source]:
            yield Fault("quotation", f"{word.text!r} changed sides of a quotation mark")
            return
    for quote in found:
        content = trace.text[quote.start + 1 : quote.end - 1].rstrip(".,")
        if not any(content in _content(trace, source) for source in trace.quotes):
            yield Fault("quotation", f"not in the sentence: {content!r}")


def _content(trace: Trace, quote: Span) -> str:
    return trace.said(quote)


def _edited(trace: Trace) -> Iterator[Fault]:
    for edit in trace.edits:
        for quote in trace.quotes:
            inner = Span(quote.start + 1, quote.end - 1)
            if edit.at is not None and inner.start < edit.at < inner.end:
                yield Fault("quotation", f"{edit.rule} moves words into a quotation")
            if not _reaches(edit, inner):
                continue
            if not _may_touch(trace, edit, quote, inner):
                yield Fault("quotation", f"{edit.rule} changes a quotation")


def _reaches(edit: Edit, inner: Span) -> bool:
    if edit.kind == "insert":
        return inner.start < edit.span.start < inner.end
    return edit.span.overlaps(inner)


def _may_touch(trace: Trace, edit: Edit, quote: Span, inner: Span) -> bool:
    if edit.kind == "drop" and edit.span.covers(quote):
        return edit.rule in cuts.WHOLE | {"quote-sentence"}
    if edit.kind == "move":
        return False
    if edit.rule in {"comma-to-period", "period-to-comma"}:
        return edit.span.end == inner.end or _ends_what_is_left(trace, edit, inner)
    if edit.kind == "drop" and edit.rule == "quote-sentence":
        return _whole_sentences(trace, edit, inner)
    return False


def _ends_what_is_left(trace: Trace, edit: Edit, inner: Span) -> bool:
    """Whether all sentences behind the mark go, up to the end of the quotation."""
    rest = Span(edit.span.end, inner.end)
    return any(e.rule == "quote-sentence" and e.span == rest for e in trace.edits)


def _whole_sentences(trace: Trace, edit: Edit, inner: Span) -> bool:
    """Whether sentences go from the start or the end of a quotation, harmlessly."""
    within = Span(max(edit.span.start, inner.start), min(edit.span.end, inner.end))
    before = trace.said(Span(inner.start, within.start)).rstrip()
    after = trace.said(Span(within.end, inner.end)).strip()
    dropped = trace.said(within).strip()
    if (not before and not after) or _hangs(trace, inner):
        return False
    if not after.strip(".,") and before:
        return ENDED.search(before) is not None and not _opens(dropped, "takes_back")
    ends = ENDED.search(dropped) is not None
    return not before and ends and not _opens(after, "leans_back")


def _hangs(trace: Trace, inner: Span) -> bool:
    """Whether what is kept means what was said before it, or is half a sentence."""
    gone = [
        e.span for e in trace.edits if e.rule == "quote-sentence" and e.kind == "drop"
    ]
    starts = [span.end for span in gone if span.start <= inner.start < span.end]
    start = max(starts, default=inner.start)
    ends = [span.start for span in gone if start < span.start < inner.end]
    kept = trace.said(Span(start, min(ends, default=inner.end))).strip()
    half = _opens(kept, "subordinate") and "," not in kept.rstrip(",")
    return half or (start > inner.start and POINTER.search(kept) is not None)


def _opens(text: str, kind: str) -> bool:
    match = FIRST_WORD.match(text)
    if match is None:
        return False
    word, listed = match["word"].lower().replace("’", "'"), guard(f"quotations.{kind}")
    return word in listed or (word != "i" and word.split("'")[0] in listed)


def _given_to_nobody(
    text: str, found: Sequence[Span], sentence: Sentence, article: Article
) -> Iterator[Fault]:
    """Words of somebody's that the bullet gives to nobody, or that were taken back."""
    if found and not _has_words_outside(text, found):
        yield Fault("quotation", "nobody says it")
    if _is_inside_a_longer_one(sentence, article):
        yield Fault("quotation", "the sentence is part of a longer quotation")
    if found and _is_retracted(found[-1].of(text), sentence, article):
        yield Fault("quotation", "the next words take it back")


def _has_words_outside(text: str, found: Sequence[Span]) -> bool:
    """Whether a word in small letters is among them: no dateline speaks."""
    ends = [0, *(quote.end for quote in found)]
    starts = [*(quote.start for quote in found), len(text)]
    return any(
        word == word.lower()
        for end, start in zip(ends, starts, strict=True)
        for word in SPOKEN.findall(text, end, start)
    )


def _is_inside_a_longer_one(sentence: Sentence, article: Article) -> bool:
    """Whether the last mark before the sentence opens a quotation."""
    text, start = article.text, sentence.span.start
    if sentence.text[:1] in MARKS:
        return False
    floor = max(0, start - LOOK_BACK, _paragraph_start(article, start))
    at = max(text.rfind(mark, floor, start) for mark in '"“”')
    if at < 0:
        return False
    if text[at] in "“”":
        return text[at] == "“"
    before = text[at - 1] if at > floor else " "
    return (before.isspace() or before in "([—–") and not text[at + 1].isspace()


def _paragraph_start(article: Article, offset: int) -> int:
    at = bisect_right(article.paragraphs, offset, key=attrgetter("start")) - 1
    return article.paragraphs[at].start if at >= 0 else 0


def _is_retracted(quotation: str, sentence: Sentence, article: Article) -> bool:
    """Whether the speaker takes it back with the next words: "No, five"."""
    if len(quotation.split()) < LEAST_SPEECH:
        return False
    end = sentence.span.end
    following = article.text[end : end + 40].lstrip()
    return RETRACTION.match(following) is not None and _opens(following, "retracts")


def _merged(sentence: Sentence, quotes: Sequence[Span]) -> Iterator[Fault]:
    """Two sentences in one bullet, outside quotations."""
    for match in SENTENCE_END.finditer(sentence.text):
        at = sentence.span.start + match.start()
        if not any(quote.start <= at < quote.end for quote in quotes):
            yield Fault("merged", "holds more than one sentence")
            return
