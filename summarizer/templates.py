"""Templates: where a bullet puts what is claimed and who claims it.

Each template is a function from the slots a statement fills to the edits that move,
drop and join its parts, or nothing where a slot is empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer import quote_sentences
from summarizer.arguing import restates
from summarizer.article import Span
from summarizer.attributing import (
    TIMED,
    has_day_behind,
    is_pronoun,
    rest,
    short_speaker,
    speaker_words,
    tense,
)
from summarizer.authors import THE_AUTHOR, written_by
from summarizer.bullet import Edit
from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarizer.article import Token
    from summarizer.discourse import Attribution
    from summarizer.slots import Slots

OPENERS = frozenset({"PRP", "PRP$", "WDT", "WP", "WRB", "CC", "TO", "VB", "VBG"})
"""Tags that a claim cannot open with when it moves to the front of a bullet."""

INVERTS = frozenset({"says", "said", "say"})
"""Verbs that read well in front of the speaker's name."""

VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
CLAUSE_WORDS = frozenset({"after", "before", "when", "while", "because", "since", "as"})

LONGEST_SPEAKER = 6
"""Words; a longer speaker keeps its verb behind it: "a spokeswoman for ... said"."""


# --- templates ------------------------------------------------------------------------


def _bare(slots: Slots) -> tuple[Edit, ...] | None:
    return () if slots.statement.attribution is None else None


def _verbatim_attribution(slots: Slots) -> tuple[Edit, ...] | None:
    said = slots.statement.attribution
    if said is None:
        return None
    short = short_speaker(slots, said) if slots.style.trims else ()
    present = () if has_day_behind(slots, said) else tense(slots, said)
    return (*short, *_without_occasion(slots, said), *present)


def _without_occasion(slots: Slots, said: Attribution) -> tuple[Edit, ...]:
    """``CLAIM, X said in a statement`` becomes ``CLAIM, X said``."""
    behind = Span(max(said.speaker.end, said.verb.end), said.span.end)
    neutral = said.lemma in words("drafting", "cues", "neutral")
    if said.place != "end" or not slots.style.trims or not behind or not neutral:
        return ()
    return rest(slots, behind, (), said=said)


def _claim_says_name(slots: Slots) -> tuple[Edit, ...] | None:
    """``X said that CLAIM`` becomes ``CLAIM, said X``."""
    said = slots.statement.attribution
    if said is None or said.lemma == "according to" or not _movable(slots, said):
        return None
    claim = slots.statement.claim[0]
    kept = speaker_words(slots, said)
    if "," in slots.said(kept) and not _may_invert(slots, said):
        return None  # "Ana Vale, head of paint warns"
    end = (
        _insert(claim.end, ","),
        _insert(claim.end, " "),
        *_speaker_and_cue(slots, said, kept, claim.end),
        *_lowered(slots, slots.first(kept)),
    )
    gone = rest(slots, Span(said.span.start, claim.start), (kept, said.cue), said=said)
    return (*end, *gone, *tense(slots, said))


def _speaker_and_cue(
    slots: Slots, said: Attribution, kept: Span, at: int
) -> tuple[Edit, ...]:
    name = Edit("move", kept, "attribution", at=at)
    cue = Edit("move", said.cue, "attribution", at=at)
    pair = (cue, name) if _inverts(slots, said, kept) else (name, cue)
    return (pair[0], _insert(at, " "), pair[1])


def _inverts(slots: Slots, said: Attribution, kept: Span) -> bool:
    """Whether the verb goes in front of the speaker: "says Ana Vale, the mayor"."""
    if is_pronoun(slots, kept) or not _may_invert(slots, said):
        return False
    speaker = slots.said(kept)
    return "," in speaker or len(speaker.split()) <= LONGEST_SPEAKER


def _may_invert(slots: Slots, said: Attribution) -> bool:
    return said.cue == said.verb and slots.said(said.verb).lower() in INVERTS


def _according_to(slots: Slots) -> tuple[Edit, ...] | None:
    """``According to X, CLAIM`` becomes ``CLAIM, according to X``."""
    said = slots.statement.attribution
    if said is None or said.lemma != "according to" or not _movable(slots, said):
        return None
    claim = slots.statement.claim[0]
    first = Span(said.span.start, said.span.start + 1)
    return (
        _insert(claim.end, ","),
        _insert(claim.end, " "),
        Edit("move", said.span, "attribution", at=claim.end),
        Edit("replace", first, "capital", slots.said(first).lower()),
        Edit("drop", Span(said.span.end, claim.start), "that"),
    )


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
        and _is_a_name(slots, said)
        and opening.tag not in OPENERS
        and opening.text.lower() not in words("drafting", "claims", "openers")
        and ending.isalnum()
        and claim.end >= slots.statement.sentence.span.end - 1
        and _has_clause(slots, claim)
        and " that " not in slots.said(claim).lower()
        and not _may_mean_the_speaker(slots, claim)
        and said.span.end <= claim.start
        and not slots.said(said.speaker).lower().startswith(TIMED)
    )


def _may_mean_the_speaker(slots: Slots, claim: Span) -> bool:
    """Whether a "her" in the claim would come before the one it means."""
    plural = False
    for token in slots.tokens:
        if not claim.covers(token.span):
            continue
        word = token.text.lower()
        plural = plural or token.tag in {"NNS", "NNPS"}
        if token.tag == "PRP" and word in {"he", "she", "him", "her"}:
            return True
        if (
            word in {"they", "them", "there"}
            and token.tag in {"PRP", "RB"}
            and not plural
        ):
            return True
    return False


def _is_a_name(slots: Slots, said: Attribution) -> bool:
    """Whether the speaker is a noun phrase and nothing more.

    "The warnings come after several leaders" is a clause that ends in a speaker.
    """
    for token in slots.tokens:
        if said.speaker.covers(token.span):
            if token.tag == ",":
                return True
            if token.tag in VERBS or token.text.lower() in CLAUSE_WORDS:
                return False
    return True


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


def _name_says_claim(slots: Slots) -> tuple[Edit, ...] | None:
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
    return _to_the_front(slots, said)


def _opens_on_pronoun(slots: Slots) -> bool:
    opening = slots.first(slots.statement.claim[0])
    if opening is None or opening.tag not in {"PRP", "PRP$"}:
        return False
    return not any(edit.span.covers(opening.span) for edit in slots.given)


def _name_verb_fragment(slots: Slots) -> tuple[Edit, ...] | None:
    """``CLAIM, X warned, "CLAIM"`` becomes ``X warned CLAIM "CLAIM"``."""
    said = slots.statement.attribution
    if said is None or said.place != "middle" or slots.statement.direct:
        return None
    if not slots.statement.quotes or said.lemma == "according to":
        return None
    return _to_the_front(slots, said)


def _to_the_front(slots: Slots, said: Attribution) -> tuple[Edit, ...] | None:
    claim = slots.statement.claim[0]
    start = _behind_dateline(slots, claim.start)
    opening = slots.first(Span(start, claim.end))
    if opening is None or not opening.text[0].isalnum() or claim.end > said.span.start:
        return None
    if not _is_a_name(slots, said) or _breaks_a_quotation(slots, claim):
        return None
    against = _contrast(slots, opening)
    if against:  # "But such a move, X warned": the contrast would be X's own
        opening = slots.first(Span(against[0].span.end, claim.end))
    if opening is None or opening.tag in {"CC", "IN", "RB"}:
        return None
    kept = speaker_words(slots, said)
    region = Span(claim.end, _behind(slots, said))
    return (
        Edit("move", kept, "attribution", at=start),
        _insert(start, " "),
        Edit("move", said.cue, "attribution", at=start),
        _insert(start, " "),
        *against,
        *rest(slots, region, (kept, said.cue), said=said),
        *_stop(slots, claim),
        *_lowered(slots, opening),
        *tense(slots, said),
    )


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


def _lowered(slots: Slots, opening: Token | None) -> tuple[Edit, ...]:
    """The sentence's first word written small, where it isn't a name."""
    if opening is None or not _opens_sentence(slots, opening):
        return ()
    named = opening.tag in {"NNP", "NNPS"} and not _is_plain_role(opening.text)
    if named or opening.text == "I":
        return ()
    if opening.text in slots.surnames or opening.text in words("names", "places"):
        return ()  # "Australian minister Ana Vale"
    if not opening.text[0].isupper() or opening.text[1:].lower() != opening.text[1:]:
        return ()
    if any(edit.span.covers(opening.span) for edit in slots.given):
        return ()
    first = Span(opening.span.start, opening.span.start + 1)
    return (Edit("replace", first, "capital", opening.text[0].lower()),)


def _is_plain_role(word: str) -> bool:
    """Whether a word in front of a name is no title: "says passenger Ana Vale"."""
    low = word.lower()
    formal = low in words("cues", "speakers", "titles")
    return (
        low in {"police", "former"}
        or (low in words("titles", "roles") and not formal)
        or (low in words("pronouns", "people", "nouns"))
    )


def _opens_sentence(slots: Slots, opening: Token) -> bool:
    """Whether the sentence, or what follows its dateline, opens with the token."""
    start = slots.statement.sentence.span.start
    return opening.span.start <= _behind_dateline(slots, start) + 1


def _behind_dateline(slots: Slots, start: int) -> int:
    """The offset where the news starts of a sentence that starts at the one given."""
    ends = (t.edits[0].span.end for t in slots.trims if t.rule == "dateline")
    return max((start, *ends))


def _quote_speaker(slots: Slots) -> tuple[Edit, ...] | None:
    """``"Q," X said on Monday`` becomes ``"Q," X said``."""
    said = slots.statement.attribution
    if said is None or said.place != "end" or not slots.statement.direct:
        return None
    if slots.statement.claim[0].end > said.span.start:
        return None
    kept = speaker_words(slots, said)
    gone = rest(slots, said.span, (kept, said.cue), said=said)
    return (*gone, *tense(slots, said))


def _one_sentence(slots: Slots) -> tuple[Edit, ...] | None:
    """``"Q. Q. Q," X said`` becomes ``"Q," X said`` where it is too long."""
    length = len(slots.statement.sentence.text.split())
    whole = _quote_speaker(slots)
    if whole is None or length <= slots.style.words:
        return None
    kept = quote_sentences.keep_one(slots)
    return None if kept is None else (*kept, *whole)


def _colon(slots: Slots) -> tuple[Edit, ...] | None:
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
        _insert(claim.start, ": "),
        Edit("replace", first, "capital", opening.text[0].upper()),
    )


def _claim_writes_author(slots: Slots) -> tuple[Edit, ...] | None:
    """``CLAIM`` of an opinion piece becomes ``CLAIM, writes X`` or ``X: CLAIM``."""
    sentence = slots.statement.sentence
    if slots.author is None or slots.statement.attribution is not None:
        return None
    if restates(sentence.text):
        return None
    if slots.author.lower() in sentence.text.lower():
        return None  # a note on the author
    in_front = slots.style.attribution in {"front", "colon"}
    if in_front and slots.author != THE_AUTHOR:
        start = sentence.span.start
        return (Edit("insert", Span(start, start), "author", f"{slots.author}: "),)
    if not sentence.text.endswith(".") or sentence.text[-2:-1] in {".", '"', "”"}:
        return None
    end = sentence.span.end - 1
    text = written_by(slots.author)
    return (Edit("insert", Span(end, end), "author", text),)


TEMPLATES: Mapping[str, Callable[[Slots], tuple[Edit, ...] | None]] = {
    "claim-says-name": _claim_says_name,
    "name-says-claim": _name_says_claim,
    "colon": _colon,
    "quote-sentence": _one_sentence,
    "quote-speaker": _quote_speaker,
    "name-verb-fragment": _name_verb_fragment,
    "according-to": _according_to,
    "verbatim-attribution": _verbatim_attribution,
    "claim-writes-author": _claim_writes_author,
    "bare": _bare,
}


def _insert(at: int, text: str) -> Edit:
    rule = {",": "comma", ": ": "colon", " ": "space"}.get(text, "insert")
    return Edit("insert", Span(at, at), rule, text)
