"""Trims at the end of a claim: how it came about, and what is added."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summarizer import reasons, scopes
from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.datelines import dateline_end
from summarizer.lexicon import words
from summarizer.looseness import FINITE, NOUNS, claim_close, claim_end
from summarizer.payload import may_go

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

LEAST_HEAD = 6
"""Words that must be left of a claim."""
LONGEST_MARKER = 4
_NONE: frozenset[str] = frozenset()
SUBJECTS = frozenset({*NOUNS, "DT", "PRP", "PRP$", "CD", "JJ", "EX"})
BINDING = frozenset({"IN", "TO", "CC", "DT", "MD", "JJR", "RBR", "$"})
MEASURING = frozenset({"CD", "JJ", "JJR", "RB"})


@dataclass(frozen=True, slots=True)
class Tail:
    """The last tokens of a claim, from ``start`` up to ``end``, and what they leave."""

    view: View
    start: int
    end: int

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words that would go."""
        return self.view.tokens[self.start : self.end]

    @property
    def head(self) -> tuple[Token, ...]:
        """What would be left of the claim, without who says it."""
        view = self.view
        begin = view.sentence.span.start + dateline_end(view.sentence.text)
        return tuple(
            token
            for token in view.tokens[: self.start]
            if token.span.start >= begin and not view.touches(token.span)
        )

    @property
    def fenced(self) -> bool:
        """Whether a comma stands in front."""
        return self.view.tokens[self.start - 1].text == ","

    @property
    def span(self) -> Span:
        """The characters that would go, with the comma or space in front."""
        tokens = self.view.tokens
        before, last = tokens[self.start - 1].span, tokens[self.end - 1].span.end
        closes = self.end == claim_end(self.view)
        return Span(
            before.start if self.fenced else before.end,
            claim_close(self.view) if closes else last,
        )


def circumstance(view: View) -> Iterator[tuple[Edit, ...]]:
    """``after a chase through Elbe``: how an event came about; the last one first."""
    whole = end = claim_end(view)
    opening = _first_words()
    for at in range(end - 1, LEAST_HEAD - 1, -1):
        if view.tokens[at].text.lower() not in opening:
            continue
        marker = _marker(view.tokens, at, end)
        if not marker:
            continue
        tail = Tail(view, _with_measure(view.tokens, at), end)
        reach = Tail(view, tail.start, whole).span
        past = tail.fenced and tail.start < at  # ", a day after"
        if not _opens_rightly(tail, marker, at) or (is_grave(tail) and not past):
            continue
        cause = marker in words("trims", "circumstance", "causes")
        why = cause or marker in {"as", "when"}
        if why and (reasons.tells_why(tail.head) or _is_a_deed(tail.head)):
            continue
        may = may_go(view, reach, past=past, cause=cause)
        if may and _hangs_loose(tail, marker):
            yield (Edit("drop", tail.span, "circumstance"),)
            end = tail.start - tail.fenced


def _is_a_deed(head: Sequence[Token]) -> bool:
    """Whether somebody hurt somebody, for which the tail may be the reason."""
    deeds = words("trims", "scope", "deeds")
    verb = scopes.main_verb(head)
    return verb is not None and head[verb].text.lower() in deeds


def _marker(tokens: Sequence[Token], at: int, end: int) -> str:
    """The words at ``at`` that open a circumstance; empty when none do."""
    low = [token.text.lower() for token in tokens[at : min(end, at + LONGEST_MARKER)]]
    known = _markers("events", "settings")
    if tokens[at - 1].text == ",":
        known = _markers("events", "settings", "additions")
    sizes = range(len(low), 0, -1)
    return next((m for n in sizes if (m := " ".join(low[:n])) in known), "")


@cache
def _markers(*kinds: str) -> frozenset[str]:
    return frozenset().union(*(words("trims", "circumstance", kind) for kind in kinds))


@cache
def _first_words() -> frozenset[str]:
    """What every marker begins with one of: most words open none."""
    known = _markers("events", "settings", "additions")
    return frozenset(marker.partition(" ")[0] for marker in known)


def _with_measure(tokens: Sequence[Token], at: int) -> int:
    """Where "two days after" begins, or "shortly after"."""
    near = words("trims", "circumstance", "near")
    times = words("trims", "circumstance", "times")
    start = at
    if tokens[start - 1].text.lower() in near:
        return start - 1
    if tokens[start - 1].text.lower() not in times:
        return start
    start -= 1
    while start > 1 and _measures(tokens[start - 1]):
        start -= 1
    return start


def _measures(token: Token) -> bool:
    """Whether the word says how long: "less than ‹two› years after"."""
    return token.tag in MEASURING or token.text.lower() in {"a", "an", "than"}


def _opens_rightly(tail: Tail, marker: str, at: int) -> bool:
    """Whether the marker is what it looks like, and not "named after" or "as many"."""
    before = tail.view.tokens[tail.start - 1]
    inner = tail.view.tokens[at + len(marker.split()) : tail.end]
    bound = _is_bound(tail) or before.tag in BINDING
    if not inner or bound or reasons.is_undone(inner):
        return False
    if marker in words("trims", "circumstance", "additions"):
        bound = marker == "with" and (
            scopes.ends_an_aside(tail.head) or _follows_a_clause(tail.head)
        )
        bound = bound or _counts_on(tail, marker) or _is_a_term(tail, marker)
        return not (bound or _goes_on_behind(inner) or _holds_the_verb(inner))
    if marker in {"as", "when"}:
        return is_clause(inner) and not (
            _compares(tail) or reasons.goes_on(inner) or reasons.reports(inner)
        )
    dated = tail.fenced and tail.start < at  # ", just weeks before the anniversary"
    if marker in {"before", "by"} and not dated:
        # "was found guilty before being cleared": what came next may undo it.
        return marker == "by" and inner[0].tag == "VBG" and not _is_an_answer(inner[0])
    if marker == "following":
        noun = tail.view.tokens[tail.start - 2] if tail.fenced else before
        return noun.tag in NOUNS and inner[0].tag not in {"PRP", "VBG"}
    return True


def _is_bound(tail: Tail) -> bool:
    """Whether the word in front belongs to the opening: "the ‹day› after"."""
    other, before = (t.text for t in tail.view.tokens[tail.start - 2 : tail.start])
    if before in words("trims", "weekday", "parts"):
        return other not in words("trims", "weekday", "days") | {"this"}
    return before.lower() in words("trims", "circumstance", "binding")


def _is_an_answer(verb: Token) -> bool:
    """Whether the words are what was said: "answered the mother ‹by saying›"."""
    return verb.text.lower() in words("trims", "participle", "late")


def _counts_on(tail: Tail, marker: str) -> bool:
    """Whether a count goes on: "killed 12 people, ‹as well as nine at sea›"."""
    more = marker not in {"with", "including", "such as"}
    return more and any(token.tag == "CD" for token in tail.tokens)


def _follows_a_clause(head: Sequence[Token]) -> bool:
    """Whether a "where" or "who" stands in between: "in Elbe, where it is, ‹with›"."""
    commas = [n for n, token in enumerate(head[:-1]) if token.text == ","]
    opening = head[commas[-1] + 1 : commas[-1] + 2] if commas else ()
    return any(token.tag in scopes.RELATIVES for token in opening)


def _is_a_term(tail: Tail, marker: str) -> bool:
    """Whether a "with" tells on what terms: "will sail, ‹with pilots on board›"."""
    return marker == "with" and any(token.tag == "MD" for token in tail.head)


def _goes_on_behind(tokens: Sequence[Token]) -> bool:
    """Whether the sentence goes on behind what is added: ", including maps, ‹from›"."""
    resuming = FINITE | {"IN", "TO", "WDT", "WP", "VBG", "VBN", "VB"}
    behind = [tokens[n + 1 :] for n, t in enumerate(tokens) if t.text == ","]
    parts = (part[1:] if part[:1] and part[0].tag == "CC" else part for part in behind)
    return any(part and part[0].tag in resuming for part in parts) or any(
        map(is_clause, behind)
    )


def _holds_the_verb(tokens: Sequence[Token]) -> bool:
    """Whether the claim's own verb is among them: "including one he has ‹will go›"."""
    owned = sum(t.tag in scopes.RELATIVES or t.text == "that" for t in tokens)
    return sum(token.tag in FINITE for token in tokens) > owned + 1


def is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a subject and its verb begin here."""
    verb = next((n for n, token in enumerate(tokens) if token.tag in FINITE), 0)
    subject = tokens[:verb]
    if not verb or tokens[0].tag not in SUBJECTS or not _has_no_comma(subject):
        return False
    if any(t.tag in scopes.RELATIVES or t.text.lower() == "that" for t in subject[1:]):
        return False
    return tokens[verb - 1].tag != "PRP" or verb == 1  # "a manager ‹he› admires"


def _has_no_comma(tokens: Sequence[Token]) -> bool:
    return all(token.text != "," for token in tokens)


def _compares(tail: Tail) -> bool:
    """Whether an "as" in front belongs with this one, or a verb asks for it."""
    asking = words("trims", "circumstance", "asking")
    return any(token.text.lower() in asking | {"as"} for token in tail.head)


def _hangs_loose(tail: Tail, marker: str) -> bool:
    """Whether the claim in front stays whole and true without the tail."""
    head = tail.head
    verb = scopes.main_verb(head)
    if verb is None or count_words(head) < LEAST_HEAD:
        return False
    last = head[-1 - tail.fenced]
    if last.tag in FINITE | {"TO", "IN", "VBG"} or not last.text[0].isalnum():
        return False
    denied = any(token.text.lower() in words("guards", "negations") for token in head)
    if tail.fenced and denied and marker in {"before", "after", "when", "as"}:
        return False  # "denied the attack, two days ‹before the shelling›"
    if tail.fenced:
        told = marker not in {"as", "when"} or not scopes.is_under_way(head, verb)
        return told and not (marker == "when" and _is_to_come(head))
    if marker in words("trims", "circumstance", "settings"):
        ahead = words("trims", "scope", "ahead") if marker != "following" else _NONE
        return scopes.is_free(head, but=ahead) and scopes.is_single_clause(head, verb)
    strict = marker in {"as", "when", "before"}
    fits = scopes.tells_an_event if strict else scopes.goes_on
    return (
        fits(head, verb)
        and scopes.is_free(head)
        and scopes.is_single_clause(head, verb)
    )


def _is_to_come(head: Sequence[Token]) -> bool:
    """Whether a "when" is a condition: "a deal will be made, ‹when all is solved›"."""
    return any(token.tag == "MD" for token in head)


def is_grave(tail: Tail) -> bool:
    """Whether only the tail tells of a death or the like: that is the news."""
    grave = words("trims", "scope", "grave")
    gone, left = (
        any(token.text.lower() in grave for token in part)
        for part in (tail.tokens, tail.head)
    )
    return gone and not left


def count_words(tokens: Sequence[Token]) -> int:
    """How many of the tokens are no marks."""
    return sum(token.text[0].isalnum() for token in tokens)
