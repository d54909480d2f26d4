"""The words of an attribution in a bullet: who, with which verb, in which tense."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer import agreement, backshift, cues
from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.claim_times import is_idle
from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Token
    from summarizer.discourse import Attribution
    from summarizer.slots import Slots

ARTICLES = frozenset({"a", "an", "the"})
POSSESSIVES = ("'s", "’s", "s'", "s’", "'", "’")
SERVING = frozenset({"of", "from", "with"})
"""Words between a name and whom it speaks for."""
LEAST_ROLE = 3
"""Tokens of the shortest role behind a name, its comma included: ", a baker"."""
TIMED = ("last week ", "last month ", "last year ", "last night ", "yesterday ")
"""How a time begins that was read as part of a speaker: "last week Bloomberg"."""


def speaker_words(slots: Slots, said: Attribution) -> Span:
    """The speaker as the bullet names it: no more than the reader needs.

    Whoever the article is about goes by the bare name. Of anybody else the reader wants
    to know what they are: "a spokesman for the port" says more than "Jeff Davis".
    """
    whole = len(slots.statement.sentence.text.split())
    if (
        said.name is None
        or whole <= slots.style.words
        or slots.said(said.name) in words("names", "places")
    ):
        return said.speaker  # "China, the largest producer of steel, said"
    opening = slots.first(said.speaker)
    role = Span(said.speaker.start, said.name.end)
    before = slots.said(Span(said.speaker.start, said.name.start)).rstrip()
    if before.endswith(POSSESSIVES) or (opening is not None and opening.tag == "DT"):
        return said.speaker  # "Mexico's Institute", "the Royal Mint"
    if slots.familiar:
        bare = " " not in slots.said(said.name)
        return said.speaker if bare else said.name
    if _says_what(before):
        return role
    if not all(map(_addresses, before.split())):
        return said.speaker  # a part of the name that nobody knows as one
    return _beside(slots, said) or role


def _says_what(before: str) -> bool:
    """Whether the words in front of a name say what somebody is.

    "Capt." only says how one is addressed, "Mian" is another name.
    """
    known = [word for word in before.split() if not _addresses(word)]
    return any(
        word[:1].islower() or word.lower() in words("cues", "speakers", "titles")
        for word in known
    )


def _addresses(word: str) -> bool:
    return word.lower() in words("cues", "speakers", "address")


def _beside(slots: Slots, said: Attribution) -> Span | None:
    """What the speaker is, where the words behind the name say so.

    With an article of its own it stands for the name; otherwise it follows it.
    """
    if said.name is None or said.name.end >= said.speaker.end:
        return None
    inside = [t for t in slots.tokens if said.speaker.covers(t.span)]
    beside = [t for t in inside if t.span.start >= said.name.end]
    serves = beside[0].text in SERVING
    if not serves and (len(beside) < LEAST_ROLE or beside[0].text != ","):
        return None
    end = next((t.span.start for t in beside[1:] if t.text == ","), said.speaker.end)
    if not serves and beside[1].text.lower() in ARTICLES and not _leans(beside):
        return Span(beside[1].span.start, end)
    return Span(said.speaker.start, end)


def _leans(role: Sequence[Token]) -> bool:
    """Whether a role says too little without the name: "an economist at ‹the bank›"."""
    return any(
        left.text == "the" and right.text.islower()
        for left, right in pairwise(role[2:])
    )


def short_speaker(slots: Slots, said: Attribution) -> tuple[Edit, ...]:
    """Drops for the words of a speaker that the bullet does without."""
    region = said.speaker
    kept = speaker_words(slots, said)
    if _is_called(slots, kept, region):
        kept = region
    if kept != region and "," in slots.said(region):  # an aside closes with a comma
        region = Span(region.start, _over_comma(slots, region.end))
    return rest(slots, region, (kept,))


def _over_comma(slots: Slots, end: int) -> int:
    return end + 1 if slots.said(Span(end, end + 1)) == "," else end


def _is_called(slots: Slots, kept: Span, region: Span) -> bool:
    """Whether a name belongs to what would go: "‹of the charity›, Second Field"."""
    gone = slots.said(Span(kept.end, region.end)) if kept.end < region.end else ""
    behind = slots.said(Span(region.end, region.end + len(", S")))
    return bool(gone) and "," not in gone and behind[:1] == "," and behind[2:].isupper()


def rest(
    slots: Slots,
    region: Span,
    kept: Sequence[Span],
    *,
    said: Attribution | None = None,
) -> tuple[Edit, ...]:
    """Drops for everything in the region that is not kept; one space joins the rest.

    With ``said`` its cue is kept, and what hangs on the cue must be an occasion to go.
    """
    drops, start = [], region.start
    for span in sorted(span for span in kept if region.covers(span)):
        drops.append(_gap(slots, start, span.start, first=start == region.start))
        start = max(start, span.end)
    tail = Span(start, region.end)
    if said is None or (_is_occasion(slots, tail) and is_idle(_texts(slots, tail))):
        drops.append(_gap(slots, start, region.end, first=False))
    return tuple(drop for drop in drops if drop is not None)


def tells_how(slots: Slots, said: Attribution, region: Span) -> bool:
    """Whether words of a region beside the speaker and the verb must stay."""
    loose = [
        token.text
        for token in slots.tokens
        if region.covers(token.span)
        and not said.speaker.covers(token.span)
        and not said.cue.covers(token.span)
    ]
    return not is_idle(loose)


def _texts(slots: Slots, span: Span) -> list[str]:
    return [token.text for token in slots.tokens if span.covers(token.span)]


def _is_occasion(slots: Slots, span: Span) -> bool:
    """Whether what follows the cue only says when and where it was said.

    "told a radio's Human to Hero series" must not lose half of a name.
    """
    tail = slots.said(span).lower().split(maxsplit=1)
    return (
        not tail
        or tail[0][0] in ",:"
        or tail[0].rstrip(",:") in words("drafting", "attribution", "occasions")
    )


def _gap(slots: Slots, start: int, end: int, *, first: bool) -> Edit | None:
    words_between = slots.said(Span(start, end))
    if not words_between.strip():
        return None
    if not first and words_between[-1].isspace():
        end -= 1
    said = slots.statement.attribution
    name = said.name if said is not None else None
    whole = name is not None and Span(start, end).covers(name)
    rule = "name-for-role" if whole else "attribution-adjunct"
    return Edit("drop", Span(start, end), rule)


def tense(slots: Slots, said: Attribution) -> tuple[Edit, ...]:
    """The reporting verb in the present, where the style and the guards allow."""
    if slots.style.tense != "present" or said.tense != "past":
        return ()
    number = agreement.number(slots, said)
    if number is None or _dated(slots, said) or _is_between_two(slots, said):
        return ()
    form = cues.present(slots.said(said.verb), plural=number == "plural")
    if form is None:
        return ()
    if backshift.is_backshifted(slots.statement, slots.tokens):
        return ()
    return (Edit("replace", said.verb, "tense", form),)


def _dated(slots: Slots, said: Attribution) -> bool:
    """Whether the attribution says when: a past that must stay a past."""
    whole, speaker = said.span, said.speaker  # a role "at a bank" dates nothing
    if slots.said(speaker).lower().startswith(TIMED):
        return True
    around = " ".join(
        slots.said(part)
        for part in (
            Span(whole.start, max(whole.start, speaker.start)),
            Span(min(whole.end, speaker.end), whole.end),
        )
    ).lower()
    return any(word.strip(",.").isdigit() for word in around.split()) or any(
        marker in around.split() for marker in words("drafting", "past", "markers")
    )


def _is_between_two(slots: Slots, said: Attribution) -> bool:
    """Whether it was told somebody alone, or said as what somebody was then.

    "Told a cellmate", "said as a candidate".
    """
    behind = [t.text.lower() for t in slots.tokens if t.span.start >= said.verb.end]
    public = words("guards", "attribution", "idle").issuperset(behind[1:2])
    alone = behind[:1] in (["a"], ["an"], ["his"], ["her"], ["him"]) and not public
    return behind[:1] == ["as"] or (said.lemma == "tell" and alone)


def has_day_behind(slots: Slots, said: Attribution) -> bool:
    """Whether a weekday follows that no trim takes: "announced Monday it will"."""
    end = max(said.speaker.end, said.verb.end)
    behind = next((t for t in slots.tokens if t.span.start >= end), None)
    if behind is None or behind.text not in words("trims", "weekday", "days"):
        return False
    return not any(
        edit.span.covers(behind.span) for trim in slots.trims for edit in trim.edits
    )


def is_pronoun(slots: Slots, span: Span) -> bool:
    """Whether the speaker is a pronoun."""
    first = slots.first(span)
    return first is not None and first.tag == "PRP"
