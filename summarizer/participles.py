"""Trims of what hangs on a participle: what somebody did meanwhile or brought about."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.clauses import (
    RESUMING,
    Chunk,
    chunks,
    cut,
    head_stands,
    in_front,
    tells_whose_word,
    to_the_end,
)
from summarizer.lexicon import union, words
from summarizer.looseness import FINITE, NOUNS, VIEWS_KEPT
from summarizer.payload import may_go

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.bullet import Edit
    from summarizer.looseness import View

PHRASE = NOUNS | {"DT", "JJ", "JJS", "CD", "VBN", "PRP$", "POS"}
SHOWING = FINITE | {"VB", "VBG"}
"""Tags of a verb that may want to know what somebody was doing."""


def participle(view: View) -> Iterator[tuple[Edit, ...]]:
    """``, singing songs``: what somebody did meanwhile."""
    for chunk, first in _participles(view):
        tail = chunk.last and _may_end(chunk)
        middle = chunk.after is not None and chunk.after.tag in FINITE
        if first not in words("trims", "participle", "late") and (tail or middle):
            yield (cut(view, chunk, "participle"),)


def outcome(view: View) -> Iterator[tuple[Edit, ...]]:
    """``, forcing a vote``: what somebody said or brought about by it."""
    for chunk, first in _participles(view):
        if chunk.last and first in words("trims", "participle", "late"):
            yield (cut(view, chunk, "outcome"),)


@lru_cache(maxsize=VIEWS_KEPT)
def _participles(view: View) -> tuple[tuple[Chunk, str], ...]:
    """Chunks that open on a participle and may go, and that word in lower case."""
    return tuple(_found(view))


def _found(view: View) -> Iterator[tuple[Chunk, str]]:
    kept = union(("trims", "participle", "keep"), ("trims", "participle", "fixed"))
    for chunk in chunks(view):
        opening = _without_adverb(chunk.tokens)
        if not opening or opening[0].tag not in {"VBG", "VBN"}:
            continue
        whole = chunk
        if not chunk.last and chunk.after and chunk.after.tag not in RESUMING:
            whole = to_the_end(view, chunk)
        if opening[0].text.lower() in kept or _has_clause(whole.tokens):
            continue
        if _is_the_verb(in_front(view, whole), opening[0]):
            continue
        if _in_a_row(whole.tokens) or _is_noun(opening):
            continue
        if tells_whose_word(whole):
            continue
        middle = whole.after is not None and whole.after.tag in FINITE
        if middle and _gives_the_name(in_front(view, whole), opening):
            continue
        if whole.last and _belongs(view, whole):
            continue
        past = opening[0].tag == "VBN" and not whole.last
        if may_go(view, whole.span, past=past) and head_stands(view, whole):
            yield whole, opening[0].text.lower()


def _is_the_verb(head: Sequence[Token], word: Token) -> bool:
    """Whether a "whose" waits for its verb: "whose singer, who is 30, ‹left›"."""
    places = [n for n, token in enumerate(head) if token.tag in {"WP$", "WP", "WDT"}]
    owner = next((n for n in places if head[n].tag == "WP$"), None)
    if word.tag != "VBN" or owner is None:
        return False
    verbs = sum(token.tag in FINITE for token in head[owner:])
    return verbs < sum(n >= owner for n in places)


def _gives_the_name(head: Sequence[Token], opening: Sequence[Token]) -> bool:
    """Whether only the participle has a name: "this mammal, ‹known as the pika›,"."""
    word = opening[0].text.lower()
    sold = word in words("guards", "sequels", "selling")
    as_ = [token.text for token in opening[1:2]] == ["as"]
    if not (sold and as_) and word not in words("guards", "sequels", "naming"):
        return False
    noun = list(takewhile(lambda token: token.tag in PHRASE, reversed(head)))
    return not any(token.tag in {"NNP", "NNPS"} for token in noun)


def _joins(comma: Token, word: Token) -> bool:
    """Whether a second clause may begin behind the two: ", and"."""
    return comma.text == "," and word.text.lower() in {"and", "but", "while"}


def _belongs(view: View, chunk: Chunk) -> bool:
    """Whether the claim in front is none without the participle."""
    return (
        _is_complement(view, chunk)
        or _ends_a_list(view, chunk)
        or _is_predicate(view, chunk)
    )


def _without_adverb(tokens: Sequence[Token]) -> Sequence[Token]:
    """The chunk from its participle on: "thereby ‹restricting›", "this time ‹...›"."""
    low = [token.text.lower() for token in tokens[:2]]
    if low == ["this", "time"]:
        return tokens[2:]
    return tokens[1:] if tokens[0].tag == "RB" else tokens


def _is_complement(view: View, chunk: Chunk) -> bool:
    """Whether it belongs to a verb of showing: "shows Vale, a clerk, ‹running›"."""
    head = in_front(view, chunk)
    near = (n for n in range(len(head) - 1, -1, -1) if head[n].tag in SHOWING)
    verb = next(near, None)
    return (
        verb is not None
        and any(token.text == "," for token in head[verb:])
        and head[verb].text.lower() in words("trims", "participle", "showing")
    )


def _is_predicate(view: View, chunk: Chunk) -> bool:
    """Whether no other verb is the subject's: "the guild, pleading need, ‹called›"."""
    head = in_front(view, chunk)
    past = next(t for t in chunk.tokens if t.tag in {"VBG", "VBN"}).tag == "VBN"
    if head and head[0].text.lower() in words("trims", "scope", "subordinators"):
        comma = next((n for n, token in enumerate(head) if token.text == ","), 0)
        head = head[comma + 1 :]
    joined = [n for n, (a, b) in enumerate(pairwise(head)) if _joins(a, b)]
    head = head[joined[-1] + 2 :] if joined else head
    return past and scopes.main_verb(head) is None


def _ends_a_list(view: View, chunk: Chunk) -> bool:
    """Whether verbs in a row lead up to it: "hit the ground, spun, ‹losing›".

    So they do behind a colon, "of two crimes: stealing bread, ‹selling it›", and in
    "filmed shaking, ‹lifting and dropping the lamps›".
    """
    head = in_front(view, chunk)
    if any(a.text == ":" and b.tag == "VBG" for a, b in pairwise(head)):
        return True
    joined = any(token.text == "and" for token in chunk.tokens[:2])
    if joined and any(token.text.endswith("ing") for token in head[-1:]):
        return True
    verb = scopes.main_verb(head)
    return verb is not None and any(
        comma.text == "," and token.tag == head[verb].tag
        for comma, token in pairwise(head[verb:])
    )


def _is_noun(opening: Sequence[Token]) -> bool:
    """``, positioning of the boats``."""
    return len(opening) > 1 and opening[1].text.lower() == "of"


def _in_a_row(tokens: Sequence[Token]) -> bool:
    """Whether the words go on to the last item of a list: ", and"."""
    return any(
        comma.text == "," and token.text.lower() in {"and", "or"}
        for comma, token in pairwise(tokens)
    )


def _has_clause(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb stands that no "who" or "that" explains."""
    begin = 3 if tokens[0].text.lower() == "having" else 0  # "having also ‹reached›"
    return scopes.main_verb(tokens[begin:]) is not None


def _may_end(chunk: Chunk) -> bool:
    """Whether the participle adds to what is said: "singing", "dressed in"."""
    opening = _without_adverb(chunk.tokens)
    if opening[0].tag == "VBG":
        return True
    return len(opening) > 1 and opening[1].tag in {"IN", "TO"}
