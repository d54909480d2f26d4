"""Names that an edit puts in: the article's own, letter by letter, the right ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Span
    from summarizer.bullet import Edit
    from summarizer.discourse import Organisation, Person
    from summarizer.trace import Trace

POSSESSIVE = re.compile(r"['’]s?$")
PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she",
    "it": "it", "its": "it", "they": "they", "them": "they", "their": "they",
}  # fmt: skip
LOOK_BACK = 700
"""Characters before a pronoun in which its antecedent is looked for: about the two
sentences before it and its own."""
SENTENCES_BACK = 2
SENTENCE_END = re.compile(r"[.?!][\"”’)]?\s+(?=[\"“‘(]?[A-Z])|\n")


def replaces(trace: Trace, edit: Edit, said: str) -> bool:
    """Whether a name stands for the same one in the words it replaces."""
    new, old = POSSESSIVE.sub("", edit.text), POSSESSIVE.sub("", said)
    if bool(POSSESSIVE.search(edit.text)) < bool(POSSESSIVE.search(said)):
        return False
    if old.lower() in PRONOUNS:
        return _stands_for(trace, edit, new, old.lower())
    if not _possessive_agrees(edit.text, said):
        return False
    return any(_names(trace, person, new, old) for person in trace.cast.people) or any(
        new == org.name.of(trace.article.text)
        and (old in org.short or old.lower() in _heads(org))
        for org in trace.cast.organisations
    )


def _possessive_agrees(new: str, old: str) -> bool:
    return bool(POSSESSIVE.search(new)) == bool(POSSESSIVE.search(old))


def _heads(org: Organisation) -> set[str]:
    """The name as a plain noun: "the company" for one called no more than that."""
    return {f"the {short.lower()}" for short in org.short}


def _names(trace: Trace, person: Person, new: str, old: str) -> bool:
    """Whether both are ways in which the article names this one person."""
    full = person.name.of(trace.article.text)
    titled = _titled(trace, person)
    described = {span.of(trace.article.text) for span in person.descriptors}
    described |= {text[:1].swapcase() + text[1:] for text in described}
    if not _unique(trace, person):
        return False
    ways = {full, titled, person.surname, *described}
    mentions = {span.of(trace.article.text) for span in person.mentions}
    return new in ways and old in ways | mentions


def _titled(trace: Trace, person: Person) -> str:
    text = trace.article.text
    if person.title is None or person.title.end > person.name.start:
        return person.name.of(text)
    return text[person.title.start : person.name.end]


def _unique(trace: Trace, person: Person) -> bool:
    """Whether nobody else in the article has the surname."""
    same = [other for other in trace.cast.people if other.surname == person.surname]
    return len(same) == 1


def _stands_for(trace: Trace, edit: Edit, new: str, pronoun: str) -> bool:
    """Whether the pronoun can only mean the one who is named."""
    kind = PRONOUNS[pronoun]
    window = _window(trace, edit.span.start)
    people = [
        person
        for person in trace.cast.people
        if kind in {"he", "she"} and person.pronoun in {None, kind} and window(person)
    ]
    bodies = [
        org
        for org in trace.cast.organisations
        if kind in {"it", "they"} and window(org)
    ]
    if len(people) + len(bodies) != 1:
        return False
    if bodies:
        return new == bodies[0].name.of(trace.article.text)
    return new in set(_ways(trace, people[0]))


def _ways(trace: Trace, person: Person) -> Iterator[str]:
    yield person.name.of(trace.article.text)
    yield _titled(trace, person)
    if _unique(trace, person):
        yield person.surname


class _Window:
    """The words just before a pronoun, and who is named there."""

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end

    def __call__(self, named: Person | Organisation) -> bool:
        spans: tuple[Span, ...] = (named.name, *named.mentions)
        return any(self.start <= s.start and s.end <= self.end for s in spans)


def _window(trace: Trace, offset: int) -> _Window:
    text, start = trace.article.text, trace.sentence.span.start
    floor = max(0, start - LOOK_BACK)
    ends = [m.end() for m in SENTENCE_END.finditer(text, floor, start)]
    if not ends:
        return _Window(floor, offset)
    back = ends[-SENTENCES_BACK - 1] if len(ends) > SENTENCES_BACK else floor
    return _Window(back, offset)


def completes(trace: Trace, edit: Edit) -> bool:
    """Whether words put in front of a name make it a fuller name of the article."""
    base, at = trace.sentence.span.start, edit.span.start
    added = edit.text.strip()
    rest = trace.sentence.text[at - base :]
    if not added:
        return False
    for person in trace.cast.people:
        for full in (person.name.of(trace.article.text), _titled(trace, person)):
            tail = full[len(added) :].lstrip()
            if full.startswith(added) and tail and rest.startswith(tail):
                follows = rest[len(tail) : len(tail) + 1]
                return not follows.isalnum() and _unique(trace, person)
    return False


def begins_name(trace: Trace, index: int, last_lost: int) -> bool:
    """Whether a whole name begins at the token, and no part of it is lost before."""
    if index >= len(trace.tokens):
        return False
    base, text = trace.sentence.span.start, trace.sentence.text
    here = trace.tokens[index].span.start - base
    lost = trace.tokens[last_lost].span.start - base
    begins = False
    for person in trace.cast.people:
        full = person.name.of(trace.article.text)
        at = text.find(full, max(0, lost - len(full)))
        while 0 <= at <= here:
            if at <= lost < here < at + len(full):
                return False
            at = text.find(full, at + 1)
        begins = begins or _stands_at(text, here, (full, person.surname))
    return begins


def _stands_at(text: str, at: int, names: Sequence[str]) -> bool:
    return any(
        text.startswith(name, at) and not text[at + len(name) :][:1].isalnum()
        for name in names
    )
