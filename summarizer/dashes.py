"""Trims of what dashes set off: in mid-sentence, or behind one at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.lexicon import words
from summarizer.looseness import FINITE, NAMES, NOUNS, claim_close, claim_end, last_word
from summarizer.payload import may_go

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

PAIR = 2
LEAST_HEAD = 6
"""Words that must be left in front of a single dash."""
LONGEST_WEIGHED = 12
"""Words in front of a dash in which an "a" would announce what it tells."""
CONCEDING = frozenset(
    {"though", "although", "albeit", "if", "unless", "even", "however", "not"}
)
"""What limits a claim: "a small -- ‹though growing› -- part"."""
SUBJECTS = NOUNS | NAMES | {"DT", "PRP", "PRP$", "CD", "JJ", "JJR", "EX"}
LEADING = frozenset({"IN", "TO", "WRB", "VB", "VBG", "VBN"})
SAYING = frozenset({"according", "words"})
"""Words of whose word it is: "in the ‹words› of the mayor"."""
MARKS = frozenset({"--", "–", "—"})


def dash_aside(view: View) -> Iterator[tuple[Edit, ...]]:
    """``-- closed since May --``, or what a single dash adds at the end."""
    dashes = [token for token in view.tokens if not token.text.strip("-–—")]
    if len(dashes) == PAIR:
        yield from _between(view, Span(dashes[0].span.start, dashes[1].span.end))
    elif len(dashes) == 1 and dashes[0].text in MARKS:
        yield from _behind(view, view.tokens.index(dashes[0]))


def _between(view: View, span: Span) -> Iterator[tuple[Edit, ...]]:
    inside = view.inside(span)[1:-1]
    head = [token for token in view.tokens if token.span.end <= span.start]
    if inside and inside[0].tag in scopes.RELATIVES and not scopes.is_free(head):
        return  # "only half of the crews -- ‹who had trained› -- came home"
    behind = next((t for t in view.tokens if t.span.start >= span.end), None)
    if _joins(head, behind) or (inside and inside[0].text.lower() in CONCEDING):
        return
    if may_go(view, span) and _only_adds(inside):
        yield (Edit("drop", span, "dash-aside"),)


def _joins(head: Sequence[Token], behind: Token | None) -> bool:
    """Whether the second dash parts two clauses, or what leads from the claim.

    "At the start of the fair -- the year's first -- prices rose" needs a mark there.
    """
    if behind is None or behind.tag not in SUBJECTS:
        return False
    first = next((n for n, t in enumerate(head) if t.text[0].isalnum()), 0)
    leads = bool(head) and head[first].tag in LEADING
    parted = any(token.text == "," for token in head)
    return not any(token.tag in FINITE for token in head) or (leads and not parted)


def _only_adds(tokens: Sequence[Token]) -> bool:
    """Whether the words describe: no name, no second thing, no clause, no source.

    "The man they rely on -- ‹Tom Vale› -- failed" says who it was.
    """
    naming = NAMES | {"CD", "DT", "CC"}
    return (
        bool(tokens)
        and tokens[0].tag not in FINITE | {"CC"}
        and any(token.tag != "RB" for token in tokens)  # "nobody left -- ‹voluntarily›"
        and not all(token.tag in naming for token in tokens)
        and not any(token.text.lower() in SAYING for token in tokens)
        and scopes.main_verb(tokens) is None
    )


def _behind(view: View, at: int) -> Iterator[tuple[Edit, ...]]:
    """``-- including two schools``: what is added behind the whole claim."""
    tokens, end = view.tokens, claim_end(view)
    head, tail = tokens[:at], tokens[at + 1 : end]
    if end != last_word(tokens) or not head or not tail:
        return
    verb = scopes.main_verb(head)
    whole = verb is not None and len(head) - verb > 1 and len(head) >= LEAST_HEAD
    span = Span(head[-1].span.end, claim_close(view))
    if whole and _adds(head, tail) and may_go(view, span):
        yield (Edit("drop", span, "dash-aside"),)


def _adds(head: Sequence[Token], tail: Sequence[Token]) -> bool:
    """Whether the words behind a dash add to what was told, and do not tell it.

    "The digger found a treasure -- ‹a bronze bell›" says only then what was found.
    """
    first = tail[0].text.lower()
    binding = words("trims", "participle", "fixed")
    known = first in words("trims", "dash", "additions") or (
        tail[0].tag == "VBG" and first not in binding
    )
    if first in {"one", "some"}:
        known = known and [token.text.lower() for token in tail[1:2]] == ["of"]
    renames = tail[0].tag in {"DT", "PRP$"} and head[-1].tag in NAMES
    subject = scopes.main_verb(tail)
    return (
        (known or renames)
        and head[-1].tag in NOUNS | {"RB", "VBN", "PRP", "CD", "JJ"}
        and subject is None
    )
