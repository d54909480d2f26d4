"""Names and pronouns over the bullets of one summary, read in order.

The first bullet that names somebody gives the full name, later ones the surname. What
stands in a quotation, or is dropped by a draft, is never touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.antecedents import antecedent, full_name, resolve, words_of
from summarizer.article import Span, touches
from summarizer.bullet import Edit, pieces
from summarizer.dangling import View, dangling, view, visible
from summarizer.first_bearers import (
    bare_surnames,
    goes_by_forename,
    has_other_forename,
    is_first_bearer,
)
from summarizer.full_names import (
    is_doubtful,
    is_only_miss,
    is_owned,
    keeps_forename,
)
from summarizer.introductions import in_case, introduction
from summarizer.name_parts import is_part
from summarizer.openings import OpeningFault, opening_fault
from summarizer.reader import Reader, is_full

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence
    from summarizer.discourse import Cast, Person

__all__ = ["OpeningFault", "opening_fault", "plan", "resolve"]

JOINED = re.compile(r"[A-Z][\w'’-]{0,30},? and\s\Z")
JOINING = re.compile(r",? and [A-Z]")
"""Around a forename among others: "Bo and Ana and Ed sat down"."""
OWNED = re.compile(
    r"(?:\b(?:his|her|their)|['’]s?) (?:[a-z-]{1,20} ){0,2}[a-z-]{1,20},? \Z"
)
"""In front of a relative: "her sister, Ana"."""
NICKNAME = re.compile(r"\s[\"“‘'(]")
""""Ana ‹"Nan"› Vale"."""
WORD = re.compile(r"[\w'’-]+")
COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss)\.?\s$")
TITLED = re.compile(r"(?:^|\s)[A-Z][\w'’.-]{0,20} $")
"""A capital right in front: a title that the sentence gives itself."""
SURNAME = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+){0,3}")
TITLE_MAY_GO_AFTER = frozenset({"that", "by", "with", "from", "to", "said", "says"})


def plan(
    drafts: Sequence[tuple[Sentence, tuple[Edit, ...]]],
    cast: Cast,
    sentences: Sequence[Sentence],
) -> tuple[tuple[Edit, ...], ...]:
    """Per bullet the edits to add, so that names come in full at first, short later.

    A pronoun with nobody before it becomes a name unless the bullet before is about
    the same person.
    """
    reader = Reader(cast, sentences)
    planned = []
    for sentence, edits in drafts:
        shown = view(pieces(sentence, edits))
        more = (
            *_pronoun(sentence, edits, shown, reader),
            *_names(sentence, shown, reader),
        )
        planned.append(more)
        reader.take_in(shown, more)
    return tuple(planned)


def _pronoun(
    sentence: Sentence, edits: Sequence[Edit], shown: View, reader: Reader
) -> Iterator[Edit]:
    match = dangling(shown, reader.cast)
    span = shown.span(*match.span()) if match else None
    if not span or any(e.kind != "move" and e.span.overlaps(span) for e in edits):
        return
    person = antecedent(span, sentence, reader.cast, reader.sentences)
    if person and reader.cast.people.index(person) != reader.about:
        yield from resolve(sentence, reader.cast, reader.sentences, span=span) or ()


def _names(sentence: Sentence, shown: View, reader: Reader) -> Iterator[Edit]:
    for place, person in enumerate(reader.cast.people):
        if not person.full:
            continue
        alone = _is_unmistakable(person, reader)
        if place not in reader.named:
            ways = [*_named_by_forename(person, sentence, shown, reader)]
            if not alone:
                ways += _named_first(person, sentence, shown, reader)
            yield from sorted(ways, key=lambda edit: edit.span)[:1]
        if not alone:
            continue
        spans = _editable(person, sentence, shown, reader)
        if place in reader.named:
            title_too = place in reader.titled
            if any(reader.words_at(s) == person.surname for s in person.mentions):
                yield from _shortened(spans, person, sentence, title_too=title_too)
        elif spans and not _shows_full(shown, person, reader):
            yield from _expanded(spans[0], person, sentence, shown, reader)


def _named_by_forename(
    person: Person, sentence: Sentence, shown: View, reader: Reader
) -> Iterator[Edit]:
    """The full name of whoever the article goes on to call by the forename."""
    spans = _editable(person, sentence, shown, reader)
    if not spans:
        return
    name = full_name(person, reader.sentences)
    forename = name.split()[0]
    if words_of(spans[0], sentence) != forename:
        return
    before, _, behind = sentence.text.partition(forename)
    listed = JOINED.search(before) or JOINING.match(behind)
    known = NICKNAME.match(behind) or OWNED.search(before)
    if not (listed or known) and goes_by_forename(person, reader.cast, reader.words_at):
        yield Edit("replace", spans[0], "full-name", name)


def _named_first(
    person: Person, sentence: Sentence, shown: View, reader: Reader
) -> Iterator[Edit]:
    """The full name of whoever bears the surname first, before anybody else does."""
    if not _is_no_firm(person, reader):
        return
    for span in bare_surnames(person, sentence, shown):
        if _shows_name(shown, person, reader, span):
            return
        quoted = touches(span, reader.cast.quoted)
        if (
            is_first_bearer(person, span.start, reader.cast.people)
            and not quoted
            and not is_part(span, sentence)
        ):
            yield from _expanded(span, person, sentence, shown, reader)
            return


def _editable(
    person: Person, sentence: Sentence, shown: View, reader: Reader
) -> list[Span]:
    """The mentions that a bullet shows and that may be put another way, in order."""
    return [
        span
        for _, span in sorted(visible(person, shown))
        if not touches(span, reader.cast.quoted)
        and not is_part(span, sentence, polite=_is_miss(span, person, sentence, reader))
    ]


def _is_miss(span: Span, person: Person, sentence: Sentence, reader: Reader) -> bool:
    """Whether it is "Miss Vale", and no other woman of the name can be meant."""
    before = sentence.text[: span.start - sentence.span.start]
    bare = words_of(span, sentence) == person.surname
    return bare and is_only_miss(before, person.surname, reader.text)


def _is_unmistakable(person: Person, reader: Reader) -> bool:
    """Whether nobody and nothing else in the article goes by the surname."""
    return reader.bearers[person.surname] == 1 and _is_no_firm(person, reader)


def _is_no_firm(person: Person, reader: Reader) -> bool:
    return (
        SURNAME.fullmatch(person.surname) is not None
        and person.surname not in reader.bodies
        and person.surname not in reader.firms
    )


def _shows_full(shown: View, person: Person, reader: Reader) -> bool:
    """Whether the bullet as it stands gives the full name anywhere."""
    return full_name(person, reader.sentences) in shown.text or any(
        is_full(reader.words_at(span), person) for _, span in visible(person, shown)
    )


def _shows_name(shown: View, person: Person, reader: Reader, span: Span) -> bool:
    """Whether the bullet gives the full name, or the forename in front of the span."""
    forename = full_name(person, reader.sentences).split()[0]
    place = next(
        at + span.start - run.start for at, run in shown.runs if run.covers(span)
    )
    named = forename in WORD.findall(shown.text[:place])
    return _shows_full(shown, person, reader) or named


def _expanded(
    span: Span, person: Person, sentence: Sentence, shown: View, reader: Reader
) -> Iterator[Edit]:
    """The full name in place of the bare surname."""
    if words_of(span, sentence) != person.surname:
        return
    before = sentence.text[: span.start - sentence.span.start]
    courtesy = COURTESY.search(before)
    start = span.start - (len(courtesy.group()) if courtesy else 0)
    name = full_name(person, reader.sentences)
    if _is_doubtful(person, name, span, reader):
        return
    bare = before[: start - sentence.span.start]
    if (not TITLED.search(before) or courtesy) and not is_owned(bare):
        titled = introduction(person, reader.sentences)
        opens = shown.runs[0][1].start == start
        name = in_case(titled, name, opens=opens, sentences=reader.sentences)
    yield Edit("replace", Span(start, span.end), "full-name", name)


def _is_doubtful(person: Person, name: str, span: Span, reader: Reader) -> bool:
    """Whether the full name may be another's, or hold what is no part of it."""
    if not is_first_bearer(person, span.start, reader.cast.people):
        return is_doubtful(reader.text, name, person.surname)
    before = reader.text_before(span)
    return is_doubtful(before, name, person.surname) or has_other_forename(
        before, name, person.surname
    )


def _shortened(
    spans: Sequence[Span], person: Person, sentence: Sentence, *, title_too: bool
) -> Iterator[Edit]:
    """The surname alone in place of the full name."""
    for span in spans:
        text = words_of(span, sentence)
        if keeps_forename(sentence.text[: span.start - sentence.span.start]):
            continue
        if text.endswith(" " + person.surname):
            title = _title_start(span, person, sentence) if title_too else None
            start = span.start if title is None else title
            yield Edit("drop", Span(start, span.end - len(person.surname)), "surname")
        elif text.startswith(person.surname + " "):
            start = span.start + len(person.surname)
            yield Edit("drop", Span(start, span.end), "surname")


def _title_start(span: Span, person: Person, sentence: Sentence) -> int | None:
    """Where the title in front starts, if it can go with the forename."""
    if person.title is None or span != person.name:
        return None
    before = sentence.text[: person.title.start - sentence.span.start].rstrip()
    if before and before.rsplit(None, 1)[-1] not in TITLE_MAY_GO_AFTER:
        return None
    return person.title.start
