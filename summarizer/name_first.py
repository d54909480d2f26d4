"""Templates that open with whoever speaks: ``X warned CLAIM "CLAIM"``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.attributing import rest, speaker_words, tells_how, tense
from summarizer.bullet import Edit
from summarizer.lexicon import words
from summarizer.placing import behind_dateline, insert, is_a_name, lowered

if TYPE_CHECKING:
    from summarizer.article import Token
    from summarizer.discourse import Attribution
    from summarizer.slots import Slots


UNFIT = frozenset({"CC", "IN", "RB", "VBN"})
"""Tags that a claim cannot open with behind its cue."""
LEADING = frozenset({"Contrary", "Due", "Thanks", "Prior", "Unlike", "Owing"})
"""Words of other tags that open a phrase: "Contrary to reports, nobody was hurt"."""


def name_says_claim(slots: Slots) -> tuple[Edit, ...] | None:
    """``CLAIM, X said`` becomes ``X said CLAIM`` where the style asks.

    Behind somebody's name "he" would be somebody else than it was before.
    """
    said = slots.statement.attribution
    if said is None or said.place != "end" or slots.statement.direct:
        return None
    if slots.style.attribution != "front" or _opens_on_pronoun(slots):
        return None
    if said.lemma == "according to" or said.lemma in words("drafting", "cues", "rear"):
        return None
    if said.lemma in words("drafting", "cues", "that"):
        return None  # "The board announces a rise in fares is off"
    return _to_the_front(slots, said)


def name_verb_fragment(slots: Slots) -> tuple[Edit, ...] | None:
    """``CLAIM, X warned, "CLAIM"`` becomes ``X warned CLAIM "CLAIM"``."""
    said = slots.statement.attribution
    if said is None or said.place != "middle" or slots.statement.direct:
        return None
    if not slots.statement.quotes or said.lemma == "according to":
        return None
    return _to_the_front(slots, said)


def _opens_on_pronoun(slots: Slots) -> bool:
    opening = slots.first(slots.statement.claim[0])
    if opening is None or opening.tag not in {"PRP", "PRP$"}:
        return False
    return not any(edit.span.covers(opening.span) for edit in slots.given)


def _to_the_front(slots: Slots, said: Attribution) -> tuple[Edit, ...] | None:
    claim = slots.statement.claim[0]
    start = behind_dateline(slots, claim.start)
    opening = slots.first(Span(start, claim.end))
    if opening is None or not opening.text[0].isalnum() or claim.end > said.span.start:
        return None
    if not is_a_name(slots, said) or _breaks_a_quotation(slots, claim):
        return None
    if _goes_on(slots, said):
        return None
    against = _contrast(slots, opening)
    if against:  # "But such a move, X warned": the contrast would be X's own
        opening = slots.first(Span(against[0].span.end, claim.end))
    if opening is None or opening.tag in UNFIT or opening.text in LEADING:
        return None
    kept = speaker_words(slots, said)
    region = Span(claim.end, _behind(slots, said))
    if tells_how(slots, said, region):
        return None
    return (
        Edit("move", kept, "attribution", at=start),
        insert(start, " "),
        Edit("move", said.cue, "attribution", at=start),
        insert(start, " "),
        *against,
        *rest(slots, region, (kept, said.cue), said=said),
        *_stop(slots, claim),
        *lowered(slots, opening),
        *tense(slots, said),
    )


def _goes_on(slots: Slots, said: Attribution) -> bool:
    """Whether words behind the verb would run into the claim: "said in May ‹it›"."""
    behind = slots.first(Span(said.verb.end, said.cue.end))
    return behind is not None and behind.tag in {"IN", "TO"}


def _breaks_a_quotation(slots: Slots, claim: Span) -> bool:
    """Whether a comma inside a quotation would be left in front of the next words."""
    ends = slots.said(Span(claim.end - 2, claim.end)) in {',"', ",”", ",'", ",’"}
    return ends and len(slots.statement.claim) > 1


def _stop(slots: Slots, claim: Span) -> tuple[Edit, ...]:
    """A full stop for the comma in front of the mark that ends a bullet now."""
    inner = Span(claim.end - 2, claim.end - 1)
    if slots.said(Span(inner.start, claim.end)) not in {',"', ",”"}:
        return ()
    if len(slots.statement.claim) > 1:
        return ()
    return (Edit("replace", inner, "comma-to-period", "."),)


def _contrast(slots: Slots, opening: Token) -> tuple[Edit, ...]:
    """The drop of a "but" that opens, if the style trims it."""
    trims = (t for t in slots.trims if t.rule == "contrast")
    edits = next((trim.edits for trim in trims), ())
    return edits if any(edit.span.covers(opening.span) for edit in edits) else ()


def _behind(slots: Slots, said: Attribution) -> int:
    """The offset where the rest goes on after an attribution in the middle."""
    rest = [span.start for span in slots.statement.claim if span.start >= said.span.end]
    return rest[0] if rest else said.span.end
