"""Names and pronouns over the bullets of one summary, read in order.

The first bullet that names somebody gives the full name, later ones the surname. What
stands in a quotation, or is dropped by a draft, is never touched.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from summarizer.antecedents import antecedent, full_name, resolve, sentence_at, words_of
from summarizer.article import Span, touches
from summarizer.bullet import Edit, pieces
from summarizer.dangling import View, dangling, view, visible
from summarizer.full_names import is_doubtful, is_owned, keeps_forename
from summarizer.introductions import introduction
from summarizer.lexicon import words
from summarizer.name_words import is_role, is_title
from summarizer.openings import OpeningFault, opening_fault
from summarizer.surroundings import opens_claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence
    from summarizer.discourse import Cast, Person

__all__ = ["OpeningFault", "opening_fault", "plan", "resolve"]

COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss)\.?\s$")
WORD_BEFORE = re.compile(r"([\w'’.-]{1,40})\s$")
WORD_AFTER = re.compile(r"\s([\w'’-]{1,40})")
TITLED = re.compile(r"(?:^|\s)[A-Z][\w'’.-]{0,20} $")
"""A capital right in front: a title that the sentence gives itself."""
DETERMINED = re.compile(
    r"\b(?:the|an?|this|that|every|any|no|n[eé]e|formerly|aka|born)\s$", re.IGNORECASE
)
"""In front of a name that says which thing is meant, or is no longer somebody's: "the
Vale fight", "née Vale"."""
HYPHENS = frozenset("-/&")
NICKNAMED = re.compile(r"[^\W_][\"”’']\s*\Z")
"""In front of a name: the end of a nickname that belongs to it, and no quotation's."""
FAMILY = re.compile(r"\b(?:Mrs|Miss|Ms)\.?\s$")
"""Which woman of that name is meant, a mother or her daughter, no rule can tell."""
FIRM_KINDS = "company|firm|group|maker|chain|agency|carrier|airline|bank|retailer|brand"
FIRM_GOODS = "shares|stock|employees|workers|customers|board|headquarters"
FIRM_WORDS = (", which", *FIRM_KINDS.split("|"), *FIRM_GOODS.split("|"))
"""One of them is in whatever tells that a name is a company's."""
SURNAME = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+){0,3}")
TITLE_MAY_GO_AFTER = frozenset({"that", "by", "with", "from", "to", "said", "says"})


@dataclass(slots=True)
class _Reader:
    """What somebody knows who has read the bullets so far."""

    cast: Cast
    sentences: Sequence[Sentence]
    """The article's, to look names up in."""
    named: set[int] = field(default_factory=set)
    """People (their places in the cast) named in full."""
    titled: set[int] = field(default_factory=set)
    """People whose title has been shown."""
    about: int | None = None
    """The only person in the bullet before."""
    bearers: Counter[str] = field(default_factory=Counter)
    """How many people's names hold a word."""
    bodies: frozenset[str] = frozenset()
    """Short forms of organisations."""
    firms: frozenset[str] = frozenset()
    """Surnames that are a company's name as well."""
    text: str = ""
    """The article's sentences."""

    def __post_init__(self) -> None:
        for person in self.cast.people:
            name = {*self.words_at(person.name).split(), person.surname}
            self.bearers.update(sorted(name))
        self.bodies = frozenset(
            form for body in self.cast.organisations for form in body.short
        )
        self.text = "\n".join(sentence.text for sentence in self.sentences)
        surnames = frozenset(person.surname for person in self.cast.people)
        self.firms = surnames & frozenset(_named_like_firms(self.sentences, surnames))

    def words_at(self, span: Span) -> str:
        """The article's text at the span."""
        return words_of(span, sentence_at(span.start, self.sentences))

    def take_in(self, shown: View, added: Sequence[Edit]) -> None:
        """Remembers what a bullet tells, its new edits included."""
        present = set()
        text = " ".join([shown.text, *(edit.text for edit in added)])
        for place, person in enumerate(self.cast.people):
            spans = [span for _, span in visible(person, shown)]
            named = full_name(person, self.sentences) in text
            if named or any(is_full(self.words_at(span), person) for span in spans):
                self.named.add(place)
            if named or spans:
                present.add(place)
            if (
                person.title
                and place not in self.titled
                and (
                    any(run.covers(person.title) for _, run in shown.runs)
                    or introduction(person, self.sentences) in text
                )
            ):
                self.titled.add(place)
        self.about = present.pop() if len(present) == 1 else None


def plan(
    drafts: Sequence[tuple[Sentence, tuple[Edit, ...]]],
    cast: Cast,
    sentences: Sequence[Sentence],
) -> tuple[tuple[Edit, ...], ...]:
    """Per bullet the edits to add, so that names come in full at first, short later.

    A pronoun with nobody before it becomes a name unless the bullet before is about
    the same person.
    """
    reader = _Reader(cast, sentences)
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


def is_full(text: str, person: Person) -> bool:
    """Whether a mention says more than the surname."""
    return len(text) > len(person.surname) and person.surname in text


def _pronoun(
    sentence: Sentence, edits: Sequence[Edit], shown: View, reader: _Reader
) -> Iterator[Edit]:
    match = dangling(shown, reader.cast)
    span = shown.span(*match.span()) if match else None
    if not span or any(e.kind != "move" and e.span.overlaps(span) for e in edits):
        return
    person = antecedent(span, sentence, reader.cast, reader.sentences)
    if person and reader.cast.people.index(person) != reader.about:
        yield from resolve(sentence, reader.cast, reader.sentences, span=span) or ()


def _names(sentence: Sentence, shown: View, reader: _Reader) -> Iterator[Edit]:
    for place, person in enumerate(reader.cast.people):
        if not person.full or not _is_unmistakable(person, reader):
            continue
        spans = _editable(person, sentence, shown, reader)
        if place in reader.named:
            title_too = place in reader.titled
            if any(reader.words_at(s) == person.surname for s in person.mentions):
                yield from _shortened(spans, person, sentence, title_too=title_too)
        elif spans and not _shows_full(shown, person, reader):
            yield from _expanded(spans[0], person, sentence, reader)


def _editable(
    person: Person, sentence: Sentence, shown: View, reader: _Reader
) -> list[Span]:
    """The mentions that a bullet shows and that may be put another way, in order."""
    return [
        span
        for _, span in sorted(visible(person, shown))
        if not touches(span, reader.cast.quoted) and not _is_part(span, sentence)
    ]


@cache
def _firm() -> re.Pattern[str]:
    """A name that a company goes by: "Orvane, the company", "shares of Orvane"."""
    return re.compile(
        rf"(?:[Ss]hares (?:of|in) )?\b([A-Z][\w-]{{2,30}})"
        rf"(?:, (?:which|(?:the|an?) (?:[\w-]{{1,20}} ){{0,3}}(?:{FIRM_KINDS}))\b"
        rf"|['’]s (?:{FIRM_GOODS})\b)"
    )


def _named_like_firms(
    sentences: Sequence[Sentence], names: frozenset[str]
) -> Iterator[str]:
    for sentence in sentences:
        text = sentence.text
        if any(map(text.__contains__, names)) and any(
            map(text.__contains__, FIRM_WORDS)
        ):
            yield from (match[1] for match in _firm().finditer(text))


def _is_unmistakable(person: Person, reader: _Reader) -> bool:
    """Whether nobody and nothing else in the article goes by the surname."""
    return (
        SURNAME.fullmatch(person.surname) is not None
        and reader.bearers[person.surname] == 1
        and person.surname not in reader.bodies
        and person.surname not in reader.firms
    )


def _shows_full(shown: View, person: Person, reader: _Reader) -> bool:
    """Whether the bullet as it stands gives the full name anywhere."""
    return full_name(person, reader.sentences) in shown.text or any(
        is_full(reader.words_at(span), person) for _, span in visible(person, shown)
    )


def _expanded(
    span: Span, person: Person, sentence: Sentence, reader: _Reader
) -> Iterator[Edit]:
    """The full name in place of the bare surname."""
    if words_of(span, sentence) != person.surname:
        return
    before = sentence.text[: span.start - sentence.span.start]
    courtesy = COURTESY.search(before)
    start = span.start - (len(courtesy.group()) if courtesy else 0)
    name = full_name(person, reader.sentences)
    if is_doubtful(reader.text, name, person.surname):
        return
    bare = before[: start - sentence.span.start]
    if (not TITLED.search(before) or courtesy) and not is_owned(bare):
        titled = introduction(person, reader.sentences)
        at_start = start == sentence.span.start
        name = _in_case(titled, name, at_start=at_start, sentences=reader.sentences)
    yield Edit("replace", Span(start, span.end), "full-name", name)


def _in_case(
    titled: str, name: str, *, at_start: bool, sentences: Sequence[Sentence]
) -> str:
    """The titled name, unless its first letter would be wrong where it stands."""
    if at_start:
        return name if titled[:1].islower() else titled
    first = titled.split(" ", 1)[0]
    proper = not first[:1].isupper() or any(f" {first}" in s.text for s in sentences)
    return titled if proper else name


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


def _is_part(span: Span, sentence: Sentence) -> bool:
    """Whether the name belongs to a longer one or stands like an adjective."""
    base = sentence.span.start
    before, after = sentence.text[: span.start - base], sentence.text[span.end - base :]
    if before[-1:] in HYPHENS or after[:1] in HYPHENS:
        return True
    if DETERMINED.search(before) and not opens_claim(before):
        return True
    if NICKNAMED.search(before) or FAMILY.search(before):
        return True
    following = WORD_AFTER.match(after)
    return (following is not None and _continues(following[1])) or _follows_a_name(
        before
    )


def _continues(word: str) -> bool:
    return word[0].isupper() or word in words("names", "attributive") or is_role(word)


def _follows_a_name(before: str) -> bool:
    """Whether a capitalised word that is no title stands in front."""
    previous = WORD_BEFORE.search(before)
    if previous is None or not previous[1][0].isupper():
        return False
    opens = not before[: previous.start()].strip("\"“‘' ")
    return not (
        is_title(previous[1]) or (opens and previous[1] in words("names", "starters"))
    )
