"""Trims of what stands between commas: relative clauses, ages, and how they go."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer import reasons, scopes
from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.datelines import dateline_end
from summarizer.guarding import is_loose
from summarizer.lexicon import union, words
from summarizer.looseness import (
    FINITE,
    NAMES,
    NOUNS,
    VIEWS_KEPT,
    claim_close,
    claim_end,
    last_word,
    reporting,
)
from summarizer.payload import may_go

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

RELATIVE = frozenset({"who", "which", "where", "whose", "whom"})
MORE = NOUNS | {"DT", "PRP$", "CD"}
"""What opens another item of a list."""
COUNTING = frozenset(
    {"all", "both", "most", "mostly", "many", "some", "half", "fewer", "more", "none",
     "nearly", "almost", "about", "few", "several"}
)  # fmt: skip
"""How an aside begins that says how many of them: "the eight, ‹mostly adults›, who"."""
LONGEST = 12
"""Words before a clause in which a "those" waits for it."""
JOINING = frozenset(
    {"while", "and", "but", "that", "as", "when", "although", "whereas"}
)
"""In front of a subject, none of it."""
RESUMING = FINITE | {"VBN", "VB", "RB"}
OCCASIONS = (
    "in an interview",
    "at a news",
    "in a statement",
    "in a post",
    "in a letter",
)
AGE = re.compile(r"\d{1,2}|1[01]\d")
ASIDE = 1
"""By how many words more of the topic may go than stay with what only adds to a noun.
Of -1 to 2, the largest that left ROUGE where it was on four article sets."""
LEAST_HEAD = 5
"""Words that must be left of a sentence after a trim."""


APPOSED = frozenset({"NN", "NNS", "JJ", "DT", "PRP$", "CD"})


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
    """Whether the claim ends here: at a final mark, or where its speaker follows."""


@lru_cache(maxsize=VIEWS_KEPT)
def chunks(view: View) -> tuple[Chunk, ...]:
    """What stands behind each comma up to the next, or to the end of the claim."""
    commas = [
        i
        for i, token in enumerate(view.tokens)
        if token.text == "," and not view.touches(token.span)
    ]
    ends = [*commas, last_word(view.tokens)][1:]
    limit = claim_end(view)
    return tuple(
        _chunk(view, start, end, last=end == limit)
        for start, end in zip(commas, ends, strict=True)
        if end > start + 1 and (end == limit or _ends_clean(view, end))
    )


def _ends_clean(view: View, end: int) -> bool:
    """Whether the chunk's last word stands at a mark, not before a quotation."""
    at = view.tokens[end - 1].span.end - view.sentence.span.start
    behind = view.sentence.text[at:].lstrip()[:1]
    return not behind or behind in ",.!?;"


def _chunk(view: View, start: int, end: int, *, last: bool) -> Chunk:
    tokens = view.tokens
    closed = end < len(tokens) and tokens[end].text == "," and not last
    after = tokens[end + 1] if closed and end + 1 < len(tokens) else None
    return Chunk(
        tokens=tuple(tokens[start + 1 : end]),
        span=Span(
            tokens[start].span.start,
            claim_close(view) if last else tokens[end - 1].span.end,
        ),
        before=tokens[start - 1] if start else None,
        after=after,
        closing=tokens[end].span if closed else Span(0, 0),
        last=last,
    )


def age(view: View) -> Iterator[tuple[Edit, ...]]:
    """``Lena Ortiz, 34, was pulled``: the ages behind names, all of them or none."""
    ages = [c for c in chunks(view) if len(c.tokens) == 1 and _is_age(c.tokens[0])]
    placed = any(_is_placed(view, chunk) for chunk in ages)
    if len(ages) > 1 and any(_closes_another(view, chunk) for chunk in ages):
        return  # "two sons, Max, ‹19,› and Leo, ‹16,› by his wife"
    if ages and all(map(_may_go_unaged, ages)) and not placed:
        yield tuple(cut(view, chunk, "age") for chunk in ages)


def _is_age(token: Token) -> bool:
    return AGE.fullmatch(token.text) is not None


def _may_go_unaged(chunk: Chunk) -> bool:
    behind_noun = chunk.before is not None and chunk.before.tag in NOUNS
    return behind_noun and chunk.after is not None and not _apposes(chunk.after)


def _is_placed(view: View, chunk: Chunk) -> bool:
    """Whether the aside goes on behind the age: "Horn, ‹33,› of Elm Street, had"."""
    if chunk.after is None or chunk.after.text not in {"of", "from"}:
        return False
    behind = view.tokens[view.tokens.index(chunk.after) :]
    verb = next((n for n, token in enumerate(behind) if token.tag in FINITE), 0)
    return sum(token.text == "," for token in behind[:verb]) == 1


def _apposes(token: Token) -> bool:
    """Whether it tells who somebody is: "Vale, 89, ‹first› cousin to the king"."""
    return token.tag in APPOSED or token.text == "first"


def relative_clause(view: View) -> Iterator[tuple[Edit, ...]]:
    """``, who has led the party,``: a clause that only adds."""
    for chunk in chunks(view):
        if not _opens_relative(chunk) or not _has_finite(chunk.tokens):
            continue
        if chunk.after is not None and chunk.after.tag in {"IN", "TO", "RP"}:
            continue  # "carried Ida, who had fainted, ‹off› the bus"
        if tells_whose_word(chunk) or tells_who_died(view, chunk):
            continue
        if chunk.after is not None and chunk.after.text.lower() == "not":
            continue  # "the police, who said he was a witness, ‹not a suspect›"
        resumed = chunk.after is not None and chunk.after.tag in RESUMING
        whole = chunk if chunk.last or resumed else to_the_end(view, chunk)
        head = view.tokens[: view.tokens.index(chunk.tokens[0])]
        if reasons.tells_what(chunk.tokens, head) or reasons.is_bound(
            chunk.tokens[0], head
        ):
            continue
        if whole is not chunk and _holds_what_they_did(view, whole):
            continue
        if _tells_which(head):
            continue
        if whole is not chunk and chunk.after is not None and chunk.after.tag == "CD":
            continue  # "stopped the train, which was full, ‹20 metres short of it›"
        if whole.last and _holds_more(view, chunk, whole):
            continue
        past = resumed and not chunk.last and not _tells_where(chunk)
        may = may_go(view, whole.span, slack=ASIDE, past=past)
        if may and head_stands(view, whole):
            yield (cut(view, whole, "relative-clause"),)


def tells_who_died(view: View, chunk: Chunk) -> bool:
    """Whether it tells who somebody was of whom only the death follows."""
    last = view.tokens.index(chunk.tokens[-1])
    behind = [token.text.lower() for token in view.tokens[last + 1 : last + 4]]
    return not {"died", "dies", "dead"}.isdisjoint(behind)


def tells_whose_word(chunk: Chunk) -> bool:
    """Whether it tells of a speaker whose word it is, or why to doubt it.

    "Andrew Ford, ‹quoting police›, said", "a clerk, ‹who was paid by the mill›, said".
    """
    if chunk.after is None or chunk.after.text.lower() not in reporting():
        return False
    low = [token.text.lower() for token in chunk.tokens]
    tainting = union(
        ("guards", "attribution", "tainting"), ("guards", "attribution", "relaying")
    )
    return not tainting.isdisjoint(low) or low[:2] == ["speaking", "for"]


def _tells_which(head: Sequence[Token]) -> bool:
    """Whether the clause tells which are meant, or what of a list's last item.

    "those of them, fewer than half, ‹who sued›", "the eight, mostly adults, ‹who were
    at home›", "energy, which has doubled, and staff, ‹who are hard to find›".
    """
    parts = _parted(head)[:-1]
    before, last = parts[:-1], parts[-1] if parts else []
    near = head[-LONGEST:]
    those = any(
        a.text.lower() == "those" and not {b.tag, c.tag} & NAMES
        for a, b, c in zip(near, near[1:], near[2:], strict=False)
    )
    counted = bool(last) and last[0].text.lower() in COUNTING
    clauses = any(part[0].tag in scopes.RELATIVES for part in before if part)
    listed = bool(last) and last[0].tag == "CC" and clauses
    return those or (counted and bool(before)) or listed


def to_the_end(view: View, chunk: Chunk) -> Chunk:
    """The chunk with all that follows it: a clause with commas of its own."""
    first = view.tokens.index(chunk.tokens[0])
    rest = view.tokens[first : claim_end(view)]
    if not rest:  # behind the claim, in what tells who says it
        return chunk
    span = Span(chunk.span.start, claim_close(view))
    return replace(
        chunk, tokens=rest, span=span, after=None, closing=Span(0, 0), last=True
    )


def in_front(view: View, chunk: Chunk) -> list[Token]:
    """The tokens in front of a chunk and of the mark that fences it off."""
    return [t for t in view.tokens if t.span.end <= chunk.span.start]


def _holds_what_they_did(view: View, chunk: Chunk) -> bool:
    """Whether a "with" before needs it: "with Vale, who led, ‹coming in third›"."""
    head = in_front(view, chunk)
    near = [t.text.lower() for t in head if t.tag not in NOUNS]
    done = any(a.text == "," and b.tag == "VBG" for a, b in pairwise(chunk.tokens))
    return done and "with" in near


def _holds_more(view: View, chunk: Chunk, whole: Chunk) -> bool:
    """Whether behind the clause comes more of what it stands in.

    "a goal from Vale, who scored twice, ‹and Horn›", "called Elbe, where she was born,
    ‹a "nice town"›", "the diver Ida Vale, who won; ‹and the boxer Tom Horn›".
    """
    rest = whole.tokens[len(chunk.tokens) :]
    listed = any(
        first.text == "," and second.tag == "CC" and third.tag in MORE
        for first, second, third in zip(rest, rest[1:], rest[2:], strict=False)
    )
    behind = Span(chunk.span.end, whole.span.end)
    quoted = any(behind.covers(quote) for quote in view.quotes)
    ends = any(token.text == ";" for token in whole.tokens)
    return listed or quoted or ends or _holds_the_report(whole.tokens)


def _holds_the_report(tokens: Sequence[Token]) -> bool:
    """Whether the clause runs into who says it: "Vale, who was there ‹told› CNN"."""
    verbs = [n for n, token in enumerate(tokens) if token.tag in FINITE]
    return any(
        tokens[n].text.lower() in reporting() and tokens[n - 1].tag in NOUNS
        for n in verbs[1:]
        if not any(
            t.tag in {"CC", ",", *scopes.RELATIVES} for t in tokens[verbs[0] : n]
        )
    )


def _opens_relative(chunk: Chunk) -> bool:
    if chunk.tokens[0].text == "WHO":
        return False  # the World Health Organization
    opening = [token.text.lower() for token in chunk.tokens[:2]]
    if opening[0] in RELATIVE:
        return True
    prepositional = chunk.tokens[0].tag == "IN" and len(opening) > 1
    return prepositional and opening[1] in {"which", "whom"}


def _tells_where(chunk: Chunk) -> bool:
    """Whether it tells what happened at a place: "Elbe, ‹where a ship sank,›"."""
    return chunk.tokens[0].text.lower() == "where"


def attribution_adjunct(view: View) -> Iterator[tuple[Edit, ...]]:
    """A chunk about where and when something was said: ", in an interview ...,"."""
    for chunk in chunks(view):
        opening = " ".join(token.text.lower() for token in chunk.tokens[:3])
        if opening.startswith(OCCASIONS) and chunk.after and is_loose(view, chunk.span):
            yield (cut(view, chunk, "attribution-adjunct"),)


def cut(view: View, chunk: Chunk, rule: str) -> Edit:
    """The chunk goes with the comma before it, and with the one behind it if any.

    The one behind stays where it also closes an appositive that stands before:
    "The father, Abel Horn, ‹21,› was".
    """
    end = chunk.closing.end or chunk.span.end
    if chunk.closing and _closes_another(view, chunk):
        end = chunk.closing.start
    return Edit("drop", Span(chunk.span.start, end), rule)


def _closes_another(view: View, chunk: Chunk) -> bool:
    """Whether a subject and what is set off behind it stand before the chunk."""
    begin = view.sentence.span.start + dateline_end(view.sentence.text)
    end = chunk.span.start
    head = [t for t in view.tokens if begin <= t.span.start and t.span.end <= end]
    *before, between = _parted(head)
    listed = any(t.text in {"and", "or"} for t in between) and between[0].tag in NAMES
    if not before or listed or _has_finite(between) or _is_inner(between):
        return False
    if not between:  # a quotation: "the book, "The Salt Road", ‹which sold well,› has"
        return bool(view.frozen)
    if between[0].tag == "VBN" and all(token.tag == "CD" for token in before[-1]):
        return False  # "Tom Crane, 61, freed Ana Vale, ‹38›": the verb
    fronted = before[0][:1] and before[0][0].tag in {"IN", "TO"}
    inside = before[1:] if fronted and not _has_finite(before[0]) else before
    return any(_is_noun_phrase(_subject(part)) for part in inside)


def _is_inner(part: Sequence[Token]) -> bool:
    """Whether the part is no aside but holds a subject of its own.

    "saying that one man, ‹who was ill,› left", "some of whom, ‹led by Horn,› left", "to
    be shut before the rains, ‹which are long,› come".
    """
    if not part:
        return False
    opens = part[0].tag in {"TO", *scopes.RELATIVES}
    return (
        opens
        or part[-1].tag in scopes.RELATIVES
        or any(token.text == "that" for token in part)
    )


def _parted(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens between commas."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.text == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _subject(tokens: Sequence[Token]) -> Sequence[Token]:
    """What may be a subject at the end of a part: "Police said ‹the gunman›"."""
    said = [n for n, token in enumerate(tokens) if token.tag in FINITE]
    rest = tokens[said[-1] + 1 :] if said else tokens
    while rest and (rest[0].text.lower() in JOINING or rest[0].tag in {"IN", "TO"}):
        rest = rest[1:]
    timed = bool(rest) and rest[-1].text.lower() in words(
        "trims", "circumstance", "times"
    )
    return () if timed else rest


def _is_noun_phrase(tokens: Sequence[Token]) -> bool:
    return (
        bool(tokens)
        and tokens[0].tag not in {"IN", "TO", "RB", "VBG", "VBN", "WRB", "CC"}
        and not any(token.tag == "TO" for token in tokens[1:2])  # "Native to the hills"
        and tokens[-1].tag in NOUNS
        and not _has_finite(tokens)
        and not any(token.text in {"(", ")", "--", "—"} for token in tokens)
    )


def _has_finite(tokens: Sequence[Token]) -> bool:
    return any(token.tag in FINITE for token in tokens)


def head_stands(view: View, chunk: Chunk) -> bool:
    """Whether enough of a clause is left: words, a finite verb, and a sound seam."""
    head = in_front(view, chunk)
    left = [token for token in view.outside(chunk.span) if token.text[0].isalnum()]
    verbs = _has_finite(head) if chunk.last else _has_finite(view.outside(chunk.span))
    return len(left) >= LEAST_HEAD and verbs
