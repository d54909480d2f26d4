"""Drafts of one bullet, best first: a template's moves, then as many trims as it takes.

A template says where the attribution stands. The style lists the templates in order of
preference; those whose slots the statement fills each give a draft, and behind every
draft stand plainer ones, down to the sentence as it is, for the verifier to fall back
on.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from summarizer import quote_marks
from summarizer.article import Span
from summarizer.attributing import speaker_words
from summarizer.bullet import Edit, pieces, replay
from summarizer.slots import Slots
from summarizer.templates import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.bullet import Trim
    from summarizer.discourse import Statement
    from summarizer.styles import Style

ALWAYS = frozenset(
    {
        *("dateline", "connective", "contrast", "weekday", "relative-day", "filler"),
        *("short-name", "that", "who-is", "emphasis"),
    }
)
"""Trims that cost the reader nothing and are made at any length."""

NAMING = frozenset({"full-name", "pronoun", "surname", "descriptor"})
"""Edits that put in how somebody is called."""

OPINION = "claim-writes-author"


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal for one bullet."""

    text: str
    edits: tuple[Edit, ...]
    template: str
    speaker: str | None = None

    @property
    def words(self) -> int:
        """Its length in words."""
        return len(self.text.split())


def draft(  # noqa: PLR0913 - all that is known of a sentence
    statement: Statement,
    tokens: Sequence[Token],
    trims: Sequence[Trim],
    style: Style,
    *,
    given: tuple[Edit, ...] = (),
    familiar: bool = False,
    surnames: frozenset[str] = frozenset(),
    author: str | None = None,
) -> Iterator[Draft]:
    """The drafts of one sentence, best first; the last is the sentence verbatim.

    ``familiar`` tells whether the article is about the one who speaks, ``author`` whose
    opinion it is: nothing that nobody else says then stands without their name.
    """
    slots = Slots(statement, tokens, style, trims, given, familiar, surnames, author)
    if author and statement.attribution is None and OPINION in style.templates:
        yield from _opinions(slots, given, trims)
        return
    for name in style.templates:
        moves = TEMPLATES[name](slots)
        if moves is not None:
            yield from _shortened(slots, name, (*moves, *given), trims)
    if given:
        yield _finished(slots, "verbatim", given)
    yield _finished(slots, "verbatim", ())


def _opinions(
    slots: Slots, given: tuple[Edit, ...], trims: Sequence[Trim]
) -> Iterator[Draft]:
    moves = TEMPLATES[OPINION](slots)
    if moves is not None:
        yield from _shortened(slots, OPINION, (*given, *moves), trims)


def _shortened(
    slots: Slots, template: str, moves: tuple[Edit, ...], trims: Sequence[Trim]
) -> Iterator[Draft]:
    """The template with the trims that its length asks for, then with ever fewer."""
    chosen = _wanted_trims(slots, moves, trims)
    past = tuple(edit for edit in moves if edit.rule != "tense")
    for made in _ever_fewer(chosen):
        edits = tuple(edit for trim in made for edit in trim.edits)
        yield _finished(slots, template, (*moves, *edits))
        if past != moves and len(made) == len(chosen):
            # A verb that must stay in the past costs the reader no trim.
            yield _finished(slots, template, (*past, *edits))


def _ever_fewer(chosen: Sequence[Trim]) -> Iterator[Sequence[Trim]]:
    """All the trims; all but one or two, which may be at fault; then the first ones."""
    yield chosen
    for lost in (1, 2):
        for at in combinations(range(len(chosen) - 1, -1, -1), lost):
            yield [trim for n, trim in enumerate(chosen) if n not in at]
    for count in range(len(chosen) - 3, -1, -1):
        yield chosen[:count]


def _wanted_trims(
    slots: Slots, moves: tuple[Edit, ...], trims: Sequence[Trim]
) -> list[Trim]:
    sentence, target = slots.statement.sentence, slots.style.words
    length = len(replay(sentence, moves).split())
    chosen: list[Trim] = []
    for trim in trims:
        if not (trim.rule in ALWAYS or length > target) or _clash(trim.edits, moves):
            continue
        within = (other.saved for other in chosen if _holds(trim.edits, other.edits))
        length -= trim.saved - sum(within)
        chosen.append(trim)
    return sorted(chosen, key=lambda trim: trim.rule not in ALWAYS)


def _holds(outer: Sequence[Edit], inner: Sequence[Edit]) -> bool:
    """Whether one trim takes all that another takes."""
    return all(any(a.span.covers(b.span) for a in outer) for b in inner)


def _clash(trim: Sequence[Edit], moves: Sequence[Edit]) -> bool:
    return any(
        mine.span.overlaps(other.span)
        and not _along(mine, other)
        and not _names_inside(mine, other)
        for mine in trim
        for other in moves
    )


def _along(mine: Edit, other: Edit) -> bool:
    """Whether a trim lies wholly inside words that a template moves."""
    return (
        other.kind == "move"
        and other.span != mine.span
        and (other.span.covers(mine.span))
    )


def _names_inside(mine: Edit, other: Edit) -> bool:
    """Whether words go that somebody would have been named in."""
    return other.rule in NAMING and mine.span.covers(other.span)


# --- finishing ------------------------------------------------------------------------


def _finished(slots: Slots, template: str, edits: tuple[Edit, ...]) -> Draft:
    """The draft with its capital and its final mark as the style wants them."""
    edits = _ordered(edits)
    if template != "verbatim":
        edits = (*edits, *_marks(slots, edits))
    edits = (*edits, *_capital(slots, edits))
    text = replay(slots.statement.sentence, edits)
    final = _final_mark(slots, text)
    if final:
        edits = (*edits, *final)
        text = replay(slots.statement.sentence, edits)
    return Draft(text, edits, template, _speaker(slots, edits))


def _marks(slots: Slots, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The style's quotation marks, where they are not dropped."""
    gone = [edit.span for edit in edits if edit.kind == "drop"]
    return tuple(
        edit
        for edit in quote_marks.restyled(slots)
        if not any(span.covers(edit.span) for span in gone)
    )


def _ordered(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """Without what another edit takes away."""
    drops = [edit.span for edit in edits if edit.kind == "drop"]
    kept: list[Edit] = []
    for edit in edits:
        inside = edit.kind in {"drop", "replace"} and any(
            span != edit.span and span.covers(edit.span) for span in drops
        )
        again = any(o.kind == "drop" and o.span == edit.span for o in kept)
        if not inside and not again:
            kept.append(edit)
    return tuple(kept)


def _speaker(slots: Slots, edits: tuple[Edit, ...]) -> str | None:
    said = slots.statement.attribution
    if said is None:
        return slots.author if any(e.rule == "author" for e in edits) else None
    if any(edit.rule == "name-for-role" for edit in edits):
        return slots.said(speaker_words(slots, said))
    return slots.said(said.name or said.speaker)


def _capital(slots: Slots, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """A capital for the first letter of the bullet."""
    for text, span in pieces(slots.statement.sentence, edits):
        place = next((i for i, char in enumerate(text) if char.isalnum()), None)
        if place is None:
            continue
        if span is None and text.endswith(": "):
            continue  # "Ana Vale: ‹w›hen the rain came"
        if span is None or not text[place].islower() or _camel(text[place:]):
            return ()
        first = Span(span.start + place, span.start + place + 1)
        return (Edit("replace", first, "capital", text[place].upper()),)
    return ()


def _camel(text: str) -> bool:
    """Whether a word is written small on purpose: iPhone, eBay."""
    return len(text) > 1 and text[1].isupper()


def _final_mark(slots: Slots, text: str) -> tuple[Edit, ...]:
    """What gives the text the end that the style wants."""
    sentence = slots.statement.sentence
    if text.endswith(" .") and sentence.text.endswith(" ."):
        end = sentence.span.end - (1 if slots.style.period else 0)
        return (Edit("drop", Span(sentence.span.end - 2, end), "period"),)
    if slots.style.period:
        if text and text[-1] not in ".!?…" and text[-2:-1] not in {".", "!", "?"}:
            end = sentence.span.end
            return (Edit("insert", Span(end, end), "period", "."),)
        return ()
    if text.endswith(".") and not text.endswith("..") and sentence.text.endswith("."):
        if _abbreviation(sentence.text):
            return ()
        end = sentence.span.end
        return (Edit("drop", Span(end - 1, end), "period"),)
    return ()


def _abbreviation(text: str) -> bool:
    """Whether the final stop belongs to the last word: "the U.S.", not "$3.10."."""
    last = text.rsplit(maxsplit=1)[-1]
    return any(
        char == "." and last[at - 1].isalpha() for at, char in enumerate(last[:-1])
    )
