"""Templates that open with the claim: ``CLAIM, said X``, ``CLAIM, according to X``.

The colon stands here as well: it needs a claim that could open a bullet.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.attributing import (
    TIMED,
    is_pronoun,
    rest,
    speaker_words,
    tells_how,
    tense,
)
from summarizer.bullet import Edit
from summarizer.lexicon import words
from summarizer.placing import insert, is_a_name, lowered

if TYPE_CHECKING:
    from summarizer.discourse import Attribution
    from summarizer.slots import Slots

OPENERS = frozenset({"PRP", "PRP$", "WDT", "WP", "WRB", "CC", "TO", "VB", "VBG"})
"""Tags that a claim cannot open with when it moves to the front of a bullet."""

INVERTS = frozenset({"says", "said", "say"})
"""Verbs that read well in front of the speaker's name."""

ASIDE_OF_TIME = re.compile(
    r", (?:last|this|in|on|two|three|years|months|weeks|days|hours)\b"
)
"""A time that was read as part of a speaker: "the minister, last year,"."""

LONGEST_SPEAKER = 6
"""Words; a longer speaker keeps its verb behind it: "a spokeswoman for ... said"."""


def claim_says_name(slots: Slots) -> tuple[Edit, ...] | None:
    """``X said that CLAIM`` becomes ``CLAIM, said X``."""
    said = slots.statement.attribution
    if said is None or said.lemma == "according to" or not _movable(slots, said):
        return None
    claim = slots.statement.claim[0]
    kept = speaker_words(slots, said)
    if "," in slots.said(kept) and not _may_invert(slots, said):
        return None  # "Ana Vale, head of paint warns"
    end = (
        insert(claim.end, ","),
        insert(claim.end, " "),
        *_speaker_and_cue(slots, said, kept, claim.end),
        *lowered(slots, slots.first(kept)),
    )
    gone = rest(slots, Span(said.span.start, claim.start), (kept, said.cue), said=said)
    return (*end, *gone, *tense(slots, said))


def according_to(slots: Slots) -> tuple[Edit, ...] | None:
    """``According to X, CLAIM`` becomes ``CLAIM, according to X``."""
    said = slots.statement.attribution
    if said is None or said.lemma != "according to" or not _movable(slots, said):
        return None
    claim = slots.statement.claim[0]
    first = Span(said.span.start, said.span.start + 1)
    return (
        insert(claim.end, ","),
        insert(claim.end, " "),
        Edit("move", said.span, "attribution", at=claim.end),
        Edit("replace", first, "capital", slots.said(first).lower()),
        Edit("drop", Span(said.span.end, claim.start), "that"),
    )


def colon(slots: Slots) -> tuple[Edit, ...] | None:
    """``X said that CLAIM`` becomes ``X: CLAIM``, for neutral verbs only."""
    said = slots.statement.attribution
    if said is None or said.lemma not in words("drafting", "cues", "neutral"):
        return None
    if not _movable(slots, said):
        return None
    kept = speaker_words(slots, said)
    claim = slots.statement.claim[0]
    opening = slots.first(claim)
    if opening is None or not opening.text[0].isalnum():
        return None
    first = Span(opening.span.start, opening.span.start + 1)
    return (
        *rest(slots, Span(said.span.start, claim.start), (kept,)),
        insert(claim.start, ": "),
        Edit("replace", first, "capital", opening.text[0].upper()),
    )


def _speaker_and_cue(
    slots: Slots, said: Attribution, kept: Span, at: int
) -> tuple[Edit, ...]:
    name = Edit("move", kept, "attribution", at=at)
    cue = Edit("move", said.cue, "attribution", at=at)
    pair = (cue, name) if _inverts(slots, said, kept) else (name, cue)
    return (pair[0], insert(at, " "), pair[1])


def _inverts(slots: Slots, said: Attribution, kept: Span) -> bool:
    """Whether the verb goes in front of the speaker: "says Ana Vale, the mayor"."""
    if is_pronoun(slots, kept) or not _may_invert(slots, said):
        return False
    speaker = slots.said(kept)
    return "," in speaker or len(speaker.split()) <= LONGEST_SPEAKER


def _may_invert(slots: Slots, said: Attribution) -> bool:
    return said.cue == said.verb and slots.said(said.verb).lower() in INVERTS


def _movable(slots: Slots, said: Attribution) -> bool:
    """Whether a claim behind its attribution can open the bullet."""
    statement = slots.statement
    if said.place != "front" or statement.direct or len(statement.claim) != 1:
        return False
    claim = statement.claim[0]
    opening = slots.first(claim)
    ending = slots.said(claim)[-1:]
    return (
        opening is not None
        and not _leading_words(slots, said)
        and is_a_name(slots, said)
        and opening.tag not in OPENERS
        and opening.text.lower() not in words("drafting", "claims", "openers")
        and ending.isalnum()
        and claim.end >= slots.statement.sentence.span.end - 1
        and _has_clause(slots, claim)
        and " that " not in slots.said(claim).lower()
        and not _may_mean_the_speaker(slots, claim)
        and not _is_commented(slots, claim)
        and not _is_on_terms(slots, said)
        and said.span.end <= claim.start
        and not tells_how(slots, said, Span(said.span.start, claim.start))
        and not slots.said(said.speaker).lower().startswith(TIMED)
        and not ASIDE_OF_TIME.search(slots.said(said.speaker))
    )


def _may_mean_the_speaker(slots: Slots, claim: Span) -> bool:
    """Whether a "her" in the claim would come before the one it means."""
    plural = False
    for token in slots.tokens:
        if not claim.covers(token.span):
            continue
        word = token.text.lower()
        plural = plural or token.tag in {"NNS", "NNPS"}
        if token.tag == "PRP" and word in {"he", "she", "him", "her", "them"}:
            return True
        if word in {"they", "there"} and token.tag in {"PRP", "RB"} and not plural:
            return True
    return False


def _is_on_terms(slots: Slots, said: Attribution) -> bool:
    """Whether it matters how it was said: "‹Citing two clerks›, the Courier said"."""
    opening = slots.first(said.span)
    before = opening is not None and opening.span.end < said.speaker.start
    return before and opening is not None and opening.tag == "VBG"


def _is_commented(slots: Slots, claim: Span) -> bool:
    """Whether the writer has the last word: "..., ‹a date that records contradict›"."""
    tokens = [token for token in slots.tokens if claim.covers(token.span)]
    comma = max((n for n, t in enumerate(tokens) if t.text == ","), default=0)
    behind = tokens[comma + 1 :] if comma else []
    if [t.text for t in behind[:1]] == ["something"]:
        return True  # "something that records don't bear out"
    return [t.text for t in behind[:1]] in (["a"], ["an"]) and any(
        token.tag in {"VBN", "WDT", "WP"} or token.text == "that" for token in behind
    )


def _leading_words(slots: Slots, said: Attribution) -> bool:
    """Whether the sentence has a word of its own in front of the attribution.

    A dateline or an additive connective may stand there: a trim takes it. So may a
    contrast where a comma follows the attribution: "However, Vale said, it sank".
    """
    start = slots.statement.sentence.span.start
    behind = slots.said(Span(said.span.end - 1, said.span.end + 1))
    taken = {"dateline", "connective", *({"contrast"} if "," in behind else ())}
    before = [
        edit.span for trim in slots.trims for edit in trim.edits if trim.rule in taken
    ]
    gone = max((span.end for span in before), default=start)
    return bool(slots.said(Span(gone, said.span.start)).strip()) and (
        gone < said.span.start
    )


def _has_clause(slots: Slots, claim: Span) -> bool:
    """Whether a noun stands in front of the claim's first finite verb."""
    for token in slots.tokens:
        if claim.covers(token.span):
            if token.tag in {"VBD", "VBZ", "VBP", "MD"}:
                return token.span.start > claim.start
            if token.tag in {"TO", "VB"}:
                return False
    return False
