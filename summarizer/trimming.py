"""Edits that shorten a sentence: a closed list of safe trims, each with its guards.

A trim takes away only what hangs loose: a dateline, an aside, a weekday, a clause
between commas. None touches a quotation, an attribution, a negation, a hedge, a
condition or a limit, and none may cut the news: a chunk that holds a topic word, the
only figure or the only name of the sentence stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.bullet import Edit, Trim
from summarizer.lexicon import alternation, mapping, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from summarizer.article import Sentence, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
RELATIVE = frozenset({"who", "which", "where", "whose", "whom"})
LEAST_HEAD = 5
"""Words that must be left of a sentence after a trim."""

DATELINE = re.compile(
    r"""
    (?: [A-Z][\w.'’-]*(?:[ ][A-Z][\w.'’-]*){0,4}   # PORT HARBOR, Kuala Lumpur
        (?: ,[ ][A-Z][\w.'’]*(?:[ ][A-Z][\w.'’]*){0,2} )?   # , Maine
        [ ]? )?
    (?: \( (?:[A-Z][\w.&-]*)(?:[ ][A-Z][\w.&-]*){0,3} \) [ ]? (?:[-–—]{1,2})? [ ]? )
    |
    (?: [A-Z][A-Z.'’-]+(?:[ ][A-Z][A-Z.'’-]+){0,3}      # all capitals, then a dash
        (?: ,[ ][A-Z][\w.'’]*(?:[ ][A-Z][\w.'’]*){0,2} )?
        [ ]? [-–—]{1,2} [ ] )
    """,
    re.VERBOSE,
)
PARENTHESIS = re.compile(r"\s?\([^()]{1,200}\)")
YEAR_OR_COUNT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class View:
    """A sentence as the trims see it: tokens outside quotations, and what must stay."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    frozen: tuple[Span, ...]
    """Spans that nothing may touch: quotations and attributions."""
    topic: frozenset[str]
    """Lower-case words that carry the article's news."""

    def touches(self, span: Span) -> bool:
        """Whether the span reaches into something that must stay."""
        return any(span.overlaps(other) for other in self.frozen)

    def words(self, span: Span) -> str:
        """The sentence's own words in the span."""
        base = self.sentence.span.start
        return self.sentence.text[span.start - base : span.end - base]

    def inside(self, span: Span) -> tuple[Token, ...]:
        """The tokens that lie in the span."""
        return tuple(token for token in self.tokens if span.covers(token.span))

    def outside(self, span: Span) -> tuple[Token, ...]:
        """The tokens that do not lie in the span."""
        return tuple(token for token in self.tokens if not span.covers(token.span))


def find_trims(view: View, wanted: Sequence[str]) -> tuple[Trim, ...]:
    """The trims that the sentence allows, in the order in which ``wanted`` names them.

    Trims of one rule come left to right; two trims never overlap.
    """
    found: list[Trim] = []
    for rule in wanted:
        for edits in RULES[rule](view):
            if edits and not _clashes(edits, found):
                found.append(Trim(rule, edits, _saved(view, edits)))
    return tuple(found)


def _clashes(edits: tuple[Edit, ...], found: Sequence[Trim]) -> bool:
    return any(
        mine.span.overlaps(other.span)
        for trim in found
        for other in trim.edits
        for mine in edits
    )


def _saved(view: View, edits: tuple[Edit, ...]) -> int:
    return sum(
        len(view.words(edit.span).split()) - len(edit.text.split()) for edit in edits
    )


# --- openings -------------------------------------------------------------------------


def _dateline(view: View) -> Iterator[tuple[Edit, ...]]:
    match = DATELINE.match(view.sentence.text)
    if match and len(view.sentence.text[match.end() :].split()) > LEAST_HEAD:
        yield (_drop(view, match.start(), match.end(), "dateline"),)


def _connective(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    match = _connective_pattern().match(text)
    if match and len(text[match.end() :].split()) >= LEAST_HEAD:
        yield (_drop(view, 0, match.end(), "connective"),)


@cache
def _connective_pattern() -> re.Pattern[str]:
    bare = alternation("trims", "connective", "bare")
    every = alternation("trims", "connective", "additive")
    return re.compile(rf"(?:(?:{every}),|(?:{bare})(?=\s))\s+(?=\S)", re.IGNORECASE)


# --- days and fillers -----------------------------------------------------------------


def _weekday(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    for match in _weekday_pattern().finditer(text):
        if _weekday_hangs_loose(view, match):
            start, end = match.span("cut")
            yield (_drop(view, start, end, "weekday"),)


@cache
def _weekday_pattern() -> re.Pattern[str]:
    days = alternation("trims", "weekday", "days")
    parts = alternation("trims", "weekday", "parts")
    return re.compile(
        rf"(?P<cut>(?P<lead>,?\s|^)(?:(?:on|early|late|last|this)\s){{0,2}}"
        rf"(?:{days})(?:\s(?:{parts}))?)(?P<after>[\s,.;]|$)(?P<next>\S{{0,12}})",
        re.IGNORECASE,
    )


def _weekday_hangs_loose(view: View, match: re.Match[str]) -> bool:
    """Whether the weekday is an adjunct: not a subject, a name, a range or a date."""
    text = view.sentence.text
    before = text[: match.start("cut")].split()
    phrase = match.group("cut").split()
    after = match.group("next")
    if not before:  # "On Monday, ..." or "Monday's ...": only with its comma
        return False
    ranges = words("trims", "weekday", "ranges")
    names = words("trims", "weekday", "names")
    if before[-1].lower() in ranges or before[-1] in names:
        return False
    if after.lower().strip(",.") in ranges or after[:1].isdigit():
        return False
    if after[:1].isupper() and match.group("after").isspace() and len(phrase) == 1:
        return False  # "the Sunday Times"
    previous = _token_before(view, match.start("cut"))
    prepositional = phrase[0].strip(",").lower() == "on"
    if not prepositional and previous and previous.tag in {"DT", "JJ", "IN", "POS"}:
        return False  # "the Friday deadline", "by Friday"
    if after.startswith(("-", "'", "’")):
        return False
    if not prepositional and _modifies_a_noun(view, match.end("cut")):
        return False
    return True


def _modifies_a_noun(view: View, offset: int) -> bool:
    following = _token_after(view, offset)
    return following is not None and following.tag in NOUNS


def _relative_day(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    for match in _relative_day_pattern().finditer(text):
        before = text[: match.start()].split()
        if before and before[-1].lower() not in words("trims", "weekday", "ranges"):
            previous = _token_before(view, match.start())
            if previous is None or previous.tag in {"IN", "TO", "DT"}:
                continue
            yield (_drop(view, match.start(), match.end(), "relative-day"),)


@cache
def _relative_day_pattern() -> re.Pattern[str]:
    known = alternation("trims", "relative_day", "words")
    return re.compile(rf",?\s(?:{known})(?=[,.;]|$)", re.IGNORECASE)


def _filler(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    phrases = mapping("trims", "filler", "phrases")
    for match in _filler_pattern().finditer(text):
        short = phrases[match.group().lower()]
        start, end = match.span()
        if match.group()[0].isupper():
            continue
        if short:
            yield (Edit("replace", _span(view, start, end), "filler", short),)
        else:
            yield (_drop(view, start, end, "filler"),)
    yield from _adverbs(view)


def _adverbs(view: View) -> Iterator[tuple[Edit, ...]]:
    known = words("trims", "filler", "adverbs")
    for before, token, after in zip(
        view.tokens, view.tokens[1:], view.tokens[2:], strict=False
    ):
        if token.text in known and before.tag in NOUNS | {"PRP", "MD", "VBZ", "VBD"}:
            if after.tag.startswith("VB"):
                yield (Edit("drop", token.span, "filler"),)


@cache
def _filler_pattern() -> re.Pattern[str]:
    phrases = sorted(mapping("trims", "filler", "phrases"), key=lambda p: (-len(p), p))
    known = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"\b(?:{known})\b", re.IGNORECASE)


# --- asides ---------------------------------------------------------------------------


def _aside(view: View) -> Iterator[tuple[Edit, ...]]:
    text = view.sentence.text
    for match in PARENTHESIS.finditer(text):
        inside = match.group().strip(" ()")
        rest = text[: match.start()] + text[match.end() :]
        claims = words("trims", "aside", "keep") & {w.lower() for w in inside.split()}
        new_figure = YEAR_OR_COUNT.search(inside) and not YEAR_OR_COUNT.search(rest)
        if match.start() > 0 and not claims and not new_figure:
            yield (_drop(view, match.start(), match.end(), "aside"),)


def _dash_aside(view: View) -> Iterator[tuple[Edit, ...]]:
    """A pair of dashes in mid-sentence; a single one often carries the news."""
    dashes = [token for token in view.tokens if set(token.text) <= set("-–—")]
    if len(dashes) != 2:  # noqa: PLR2004 - a pair
        return
    span = Span(dashes[0].span.start, dashes[1].span.end)
    if _may_go(view, span) and not _holds_finite_without_subject(view, span):
        yield (Edit("drop", span, "dash-aside"),)


def _holds_finite_without_subject(view: View, span: Span) -> bool:
    inside = view.inside(span)
    return len(inside) > 1 and inside[1].tag in FINITE


# --- clauses between commas -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Chunk:
    """The tokens between two commas; the span takes in the comma before it."""

    tokens: tuple[Token, ...]
    span: Span
    before: Token | None
    after: Token | None
    """The token behind the closing comma; None at the end of the sentence."""
    closing: Span
    """The comma that closes it, or an empty span."""
    last: bool
    next_to: int
    """How many more commas follow."""


def _chunks(view: View) -> tuple[Chunk, ...]:
    commas = [
        i
        for i, token in enumerate(view.tokens)
        if token.text == "," and not view.touches(token.span)
    ]
    ends = [*commas[1:], _last_word(view.tokens)]
    return tuple(
        _chunk(view.tokens, start, end, len(commas) - n - 1)
        for n, (start, end) in enumerate(zip(commas, ends, strict=True))
        if end > start + 1
    )


def _last_word(tokens: Sequence[Token]) -> int:
    """The index behind the last token that is not a final mark."""
    end = len(tokens)
    while end and tokens[end - 1].text in {".", "!", "?"}:
        end -= 1
    return end


def _chunk(tokens: Sequence[Token], start: int, end: int, more: int) -> Chunk:
    closed = end < len(tokens) and tokens[end].text == ","
    after = tokens[end + 1] if closed and end + 1 < len(tokens) else None
    return Chunk(
        tokens=tuple(tokens[start + 1 : end]),
        span=Span(tokens[start].span.start, tokens[end - 1].span.end),
        before=tokens[start - 1] if start else None,
        after=after,
        closing=tokens[end].span if closed else Span(0, 0),
        last=not closed,
        next_to=more,
    )


def _age(view: View) -> Iterator[tuple[Edit, ...]]:
    for chunk in _chunks(view):
        words_in = [token.text for token in chunk.tokens]
        if len(words_in) == 1 and words_in[0].isdigit() and len(words_in[0]) <= 2:
            if chunk.before and chunk.before.tag in NOUNS and chunk.after:
                yield (_cut(chunk, "age"),)


def _relative_clause(view: View) -> Iterator[tuple[Edit, ...]]:
    for chunk in _chunks(view):
        if not _opens_relative(chunk) or not _has_finite(chunk.tokens):
            continue
        if chunk.last or (chunk.after and chunk.after.tag in FINITE | {"VBN", "RB"}):
            if _may_go(view, chunk.span) and _head_stands(view, chunk):
                yield (_cut(chunk, "relative-clause"),)


def _opens_relative(chunk: Chunk) -> bool:
    opening = [token.text.lower() for token in chunk.tokens[:2]]
    if opening[0] in RELATIVE:
        return True
    prepositional = chunk.tokens[0].tag == "IN" and len(opening) > 1
    return prepositional and opening[1] in {"which", "whom"}


def _appositive(view: View) -> Iterator[tuple[Edit, ...]]:
    for chunk in _chunks(view):
        if not _looks_appositive(chunk) or not _may_go(view, chunk.span):
            continue
        if _in_a_list(view, chunk):
            continue
        if chunk.after and chunk.after.tag in FINITE and _named_in_full(view, chunk):
            yield (_cut(chunk, "appositive"),)


def _looks_appositive(chunk: Chunk) -> bool:
    opening = chunk.tokens[0]
    return (
        opening.tag in {"DT", "CD", "JJ", "JJS", "PRP$", "RB", *NOUNS}
        and not _has_finite(chunk.tokens)
        and any(token.tag in NOUNS for token in chunk.tokens)
        and not any(token.text == ":" for token in chunk.tokens)
    )


def _in_a_list(view: View, chunk: Chunk) -> bool:
    """Whether the commas around the chunk are those of an enumeration."""
    tail = view.tokens[view.tokens.index(chunk.tokens[-1]) + 1 :][:3]
    near = [token.text.lower() for token in (*chunk.tokens[:1], *tail)]
    return bool({"and", "or", "nor"} & set(near))


def _named_in_full(view: View, chunk: Chunk) -> bool:
    """Whether what stands before the comma is a full name, not a bare surname."""
    before = [token for token in view.tokens if token.span.end <= chunk.span.start]
    return len(before) > 1 and all(t.tag in {"NNP", "NNPS"} for t in before[-2:])


def _participle(view: View) -> Iterator[tuple[Edit, ...]]:
    keep = words("trims", "participle", "keep")
    for chunk in _chunks(view):
        opening = chunk.tokens[0]
        if opening.tag not in {"VBG", "VBN"} or opening.text.lower() in keep:
            continue
        if _has_finite(chunk.tokens) or not _may_go(view, chunk.span):
            continue
        tail = chunk.last and opening.tag == "VBG"
        middle = chunk.after is not None and chunk.after.tag in FINITE
        if (tail or middle) and _head_stands(view, chunk):
            yield (_cut(chunk, "participle"),)


def _attribution_adjunct(view: View) -> Iterator[tuple[Edit, ...]]:
    """A chunk about where and when something was said: ", in an interview ...,"."""
    for chunk in _chunks(view):
        opening = " ".join(token.text.lower() for token in chunk.tokens[:3])
        if opening.startswith(("in an interview", "in a interview", "at a news")):
            if chunk.after and _may_go(view, chunk.span):
                yield (_cut(chunk, "attribution-adjunct"),)


def _cut(chunk: Chunk, rule: str) -> Edit:
    """The chunk goes with the comma before it, and with the one behind it if any."""
    return Edit(
        "drop", Span(chunk.span.start, chunk.closing.end or chunk.span.end), rule
    )


def _has_finite(tokens: Sequence[Token]) -> bool:
    return any(token.tag in FINITE for token in tokens)


def _head_stands(view: View, chunk: Chunk) -> bool:
    """Whether enough of a clause is left: words, a finite verb, and a sound seam."""
    head = [token for token in view.tokens if token.span.end <= chunk.span.start]
    left = [token for token in view.outside(chunk.span) if token.text[0].isalnum()]
    verbs = _has_finite(head) if chunk.last else _has_finite(view.outside(chunk.span))
    return len(left) >= LEAST_HEAD and verbs


# --- guards ---------------------------------------------------------------------------


def _may_go(view: View, span: Span) -> bool:
    """Whether nothing in the span is news, a claim's guard or somebody's word."""
    inside, outside = view.inside(span), view.outside(span)
    return (
        not view.touches(span)
        and not _guarded(inside)
        and not _is_topic(view, inside, outside)
        and not _holds_the_only(inside, outside, _is_figure)
        and not _holds_the_only(inside, outside, _is_name)
    )


def _guarded(tokens: Sequence[Token]) -> bool:
    return any(token.text.lower() in _guards() for token in tokens)


@cache
def _guards() -> frozenset[str]:
    return frozenset().union(
        *(words("guards", key) for key in ("negations", "hedges", "conditions"))
    )


def _is_topic(view: View, inside: Sequence[Token], outside: Sequence[Token]) -> bool:
    left = {token.text.lower() for token in outside}
    return any(
        token.text.lower() in view.topic and token.text.lower() not in left
        for token in inside
    )


def _holds_the_only(
    inside: Sequence[Token], outside: Sequence[Token], kind: Callable[[Token], bool]
) -> bool:
    return any(map(kind, inside)) and not any(map(kind, outside))


def _is_figure(token: Token) -> bool:
    return token.tag == "CD"


def _is_name(token: Token) -> bool:
    return token.tag in {"NNP", "NNPS"}


def _drop(view: View, start: int, end: int, rule: str) -> Edit:
    return Edit("drop", _span(view, start, end), rule)


def _span(view: View, start: int, end: int) -> Span:
    base = view.sentence.span.start
    return Span(base + start, base + end)


def _token_before(view: View, offset: int) -> Token | None:
    place = view.sentence.span.start + offset
    before = [token for token in view.tokens if token.span.end <= place]
    return before[-1] if before else None


def _token_after(view: View, offset: int) -> Token | None:
    place = view.sentence.span.start + offset
    return next((token for token in view.tokens if token.span.start >= place), None)


RULES: Mapping[str, Callable[[View], Iterator[tuple[Edit, ...]]]] = {
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
    "attribution-adjunct": _attribution_adjunct,
    "dash-aside": _dash_aside,
}
