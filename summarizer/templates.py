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
    has_day_behind,
    rest,
    short_speaker,
    speaker_words,
    tense,
)
from summarizer.authors import THE_AUTHOR, written_by
from summarizer.bullet import Edit
from summarizer.claim_first import according_to, claim_says_name, colon
from summarizer.lexicon import words
from summarizer.name_first import name_says_claim, name_verb_fragment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from summarizer.discourse import Attribution
    from summarizer.slots import Slots


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
    "claim-says-name": claim_says_name,
    "name-says-claim": name_says_claim,
    "colon": colon,
    "quote-sentence": _one_sentence,
    "quote-speaker": _quote_speaker,
    "name-verb-fragment": name_verb_fragment,
    "according-to": according_to,
    "verbatim-attribution": _verbatim_attribution,
    "claim-writes-author": _claim_writes_author,
    "bare": _bare,
}
