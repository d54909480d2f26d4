"""Trims at the end of a claim: what else somebody did, or what else happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.bullet import Edit
from summarizer.lexicon import words
from summarizer.looseness import FINITE, NAMES, claim_end
from summarizer.payload import may_go
from summarizer.sequels import follows_up
from summarizer.tails import LEAST_HEAD, Tail, count_words, is_clause, is_grave

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

LEAST_OBJECT = 2
"""Words between a verb and the "and" of the next one."""
LONGEST_SUBJECT = 8
"""Words of a second subject, in which its verb must follow."""

SHARING = frozenset({"VBD", "VBN", "VBZ", "VBP", "VB", "VBG"})
"""Verbs without an object of their own in front of an "and"."""


def conjunct(view: View) -> Iterator[tuple[Edit, ...]]:
    """``and fled to Elbe`` or ``, and he fled``: what else somebody did."""
    end = claim_end(view)
    for at in range(end - 1, LEAST_HEAD - 1, -1):
        if view.tokens[at].text != "and":
            continue
        tail = Tail(view, at, end)
        if view.tokens[at - 1].tag in SHARING or is_grave(tail):
            continue  # "shot and killed a man": one object for both
        if follows_up(tail.tokens) or _owns_up(tail) or _goes_on(tail):
            continue
        if _adds_a_verb(tail) and _stands_before(tail) and may_go(view, tail.span):
            yield (Edit("drop", tail.span, "conjunct"),)
            end = tail.start - tail.fenced


def _lists(tokens: Sequence[Token]) -> bool:
    """Whether a comma stands that does not set off a name: "in Elbe, Ohio, early"."""
    commas = [n for n, token in enumerate(tokens) if token.text == ","]
    return any(
        n + 1 < len(tokens) and tokens[n + 1].tag not in NAMES for n in commas[::2]
    )


def _adds_a_verb(tail: Tail) -> bool:
    """Whether a verb follows, or behind a comma a subject and its verb."""
    inner = tail.tokens[1:]
    verb = next((token for token in inner if token.tag != "RB"), None)
    if verb is None:
        return False
    if verb.tag in FINITE:
        past = tail.fenced and verb.tag in {"VBD", "MD"}
        return past or _is_verb_like(verb, tail.head)
    return tail.fenced and is_clause(inner[: LONGEST_SUBJECT + 1])


def _goes_on(tail: Tail) -> bool:
    """Whether it tells more of the same, or what came of it.

    "and rehired ‹200 of them›", "and was heading home ‹when a fire broke out›".
    """
    return any(token.text.lower() in {"them", "when"} for token in tail.tokens)


def _owns_up(tail: Tail) -> bool:
    """Whether the claim denies or refuses one thing and the "and" grants another."""
    negations = words("guards", "negations")
    return any(token.text.lower() in negations for token in tail.head)


def _is_verb_like(verb: Token, head: Sequence[Token]) -> bool:
    """Whether the word goes on from the first verb: no "films and ‹resorts›"."""
    first = scopes.main_verb(head)
    sure = verb.text.lower() in scopes.BEING | scopes.HAVING
    return first is not None and (sure or verb.tag == head[first].tag)


def _stands_before(tail: Tail) -> bool:
    """Whether one whole clause stands in front, and no list that the "and" ends."""
    head = tail.head[:-1] if tail.fenced else tail.head
    verb = scopes.main_verb(head)
    if verb is None or count_words(head) < LEAST_HEAD:
        return False
    paired = words("trims", "conjunct", "paired")
    shared = not (tail.fenced and is_clause(tail.tokens[1 : LONGEST_SUBJECT + 2]))
    return (
        len(head) - verb > LEAST_OBJECT
        and scopes.is_single_clause(head, verb)
        and (scopes.is_free(head[:verb]) or not shared)
        and not _lists(head[verb:])
        and not any(token.text.lower() in paired for token in head)
        and head[-1].tag not in FINITE | {"IN", "TO", "DT"}
    )
