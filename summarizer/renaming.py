"""Names that an edit puts in: the article's own, letter by letter, the right ones."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from summarizer import full_names
from summarizer.article import Span
from summarizer.first_bearers import (
    goes_by_forename,
    has_other_forename,
    is_first_bearer,
)
from summarizer.full_names import is_owned, keeps_forename
from summarizer.lexicon import union, words
from summarizer.name_words import is_small_opener
from summarizer.stand_ins import PRONOUNS, is_doubtful, is_unique, stands_for, titled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.bullet import Edit
    from summarizer.discourse import Organisation, Person
    from summarizer.trace import Trace

POSSESSIVE = re.compile(r"['’]s?$")
COURTESIES = {"Mr": "he", "Mrs": "she", "Ms": "she", "Miss": "she"}
FIRM = 4
"""Words behind a name in which the "&" of a firm is looked for."""


def replaces(trace: Trace, edit: Edit, said: str) -> bool:
    """Whether a name stands for the same one in the words it replaces."""
    new, old = POSSESSIVE.sub("", edit.text), POSSESSIVE.sub("", said)
    if bool(POSSESSIVE.search(edit.text)) < bool(POSSESSIVE.search(said)):
        return False
    if old.lower() in PRONOUNS:
        return stands_for(trace, edit, new, old.lower())
    if not _possessive_agrees(edit.text, said):
        return False
    if "&" in trace.low and _in_a_firm(trace, edit):
        return False
    if _stacks_roles(trace, edit, new):
        return False
    at = edit.span.start
    return any(
        _names(trace, person, new, old, at) for person in trace.cast.people
    ) or any(
        new == org.name.of(trace.article.text)
        and (old in org.short or old.lower() in _heads(org))
        for org in trace.cast.organisations
    )


def _stacks_roles(trace: Trace, edit: Edit, new: str) -> bool:
    """Whether a title comes to stand behind a role: "champion ‹mayor Ana Vale›"."""
    before = [t for t in trace.tokens if t.span.end <= edit.span.start][-1:]
    noun = bool(before) and before[0].tag in {"NN", "NNS", "NNP"}
    start = trace.sentence.span.start
    behind_noun = noun or is_owned(trace.said(Span(start, edit.span.start)))
    people, bodies = trace.cast.people, trace.cast.organisations
    spans = [person.name for person in people] + [body.name for body in bodies]
    bare = {span.of(trace.article.text) for span in spans}
    return behind_noun and new not in bare and " " in new


def _in_a_firm(trace: Trace, edit: Edit) -> bool:
    """Whether the name is part of a longer one: "Crane, Lund & Sons"."""
    behind = [t for t in trace.tokens if t.span.start >= edit.span.end][:FIRM]
    return any(token.text == "&" for token in behind)


def _possessive_agrees(new: str, old: str) -> bool:
    return bool(POSSESSIVE.search(new)) == bool(POSSESSIVE.search(old))


def _heads(org: Organisation) -> set[str]:
    """The name as a plain noun: "the company" for one called no more than that."""
    return {f"the {short.lower()}" for short in org.short}


def _names(trace: Trace, person: Person, new: str, old: str, at: int) -> bool:
    """Whether both are ways in which the article names this one person."""
    full = person.name.of(trace.article.text)
    whole = titled(trace, person)
    described = {span.of(trace.article.text) for span in person.descriptors}
    described |= {text[:1].swapcase() + text[1:] for text in described}
    if not _is_alone(trace, person, old, at):
        return False
    if full in new and old != full.split()[0] and _is_doubtful(trace, person, at):
        return False
    if _is_family(trace, person, old):
        return False
    ways = {full, whole, person.surname, *described}
    mentions = {span.of(trace.article.text) for span in person.mentions}
    return new in ways and (old in ways | mentions or _is_polite(person, old))


def _is_family(trace: Trace, person: Person, old: str) -> bool:
    """Whether "Miss" or "Mrs" stands there, and may mean a sister or a mother."""
    courtesy, _, surname = old.partition(" ")
    polite = COURTESIES.get(courtesy.rstrip(".")) == "she" and bool(surname)
    text = trace.article.text
    return polite and not full_names.is_only_miss(f"{courtesy} ", person.surname, text)


def _is_alone(trace: Trace, person: Person, old: str, at: int) -> bool:
    """Whether what stands there can be nobody else of the name."""
    said = partial(Span.of, text=trace.article.text)
    if old == said(person.name).split()[0] and old != person.surname:
        return goes_by_forename(person, trace.cast, said)
    first = is_first_bearer(person, at, trace.cast.people)
    return is_unique(trace, person) or (first and old == person.surname)


def _is_doubtful(trace: Trace, person: Person, at: int) -> bool:
    """Whether the full name may be another's than whom the bare surname means there."""
    if not is_first_bearer(person, at, trace.cast.people):
        return is_doubtful(trace, person)
    before = trace.article.text[:at]
    name = person.name.of(trace.article.text)
    return full_names.is_doubtful(before, name, person.surname) or has_other_forename(
        before, name, person.surname
    )


def _is_polite(person: Person, words: str) -> bool:
    """Whether the words are "Miss" or "Mr" and the surname of this very person."""
    courtesy, _, surname = words.partition(" ")
    kind = COURTESIES.get(courtesy.rstrip("."))
    return surname == person.surname and kind is not None and kind == person.pronoun


def completes(trace: Trace, edit: Edit) -> bool:
    """Whether words put in front of a name make it a fuller name of the article."""
    base, at = trace.sentence.span.start, edit.span.start
    added = edit.text.strip()
    rest = trace.sentence.text[at - base :]
    if not added:
        return False
    for person in trace.cast.people:
        for full in (person.name.of(trace.article.text), titled(trace, person)):
            tail = full[len(added) :].lstrip()
            if full.startswith(added) and tail and rest.startswith(tail):
                follows = rest[len(tail) : len(tail) + 1]
                return not follows.isalnum() and is_unique(trace, person)
    return False


def shortens(trace: Trace, edit: Edit) -> bool:
    """Whether what a drop takes leaves the surname of a name of the article."""
    rest = trace.sentence.text[edit.span.end - trace.sentence.span.start :]
    for person in trace.cast.people:
        lost = trace.said(edit.span)
        wholes = {person.name.of(trace.article.text), titled(trace, person)}
        stays = rest.startswith(person.surname) and not keeps_forename(
            trace.said(Span(trace.sentence.span.start, edit.span.start))
        )
        ends = not rest[len(person.surname) :][:1].isalnum()
        if stays and ends and lost + person.surname in wholes:
            return is_unique(trace, person)
    return False


def begins_name(trace: Trace, index: int, last_lost: int) -> bool:
    """Whether a whole name begins at the token, and no part of it is lost before."""
    if index >= len(trace.tokens):
        return False
    base, text = trace.sentence.span.start, trace.sentence.text
    here = trace.tokens[index].span.start
    if any(_splits(span, trace.tokens[last_lost].span, here) for span in _named(trace)):
        return False
    for person in trace.cast.people:
        for name in (person.name.of(trace.article.text), person.surname):
            end = here + len(name)
            if (
                text.startswith(name, here - base)
                and not text[end - base :][:1].isalnum()
            ):
                return not _modifies(trace, end)
    return _looks_full(trace, index, last_lost)


def _looks_full(trace: Trace, index: int, last_lost: int) -> bool:
    """Whether a role in small letters, or a title, stands before two capitals."""
    role = trace.low[last_lost].rstrip(".")
    plain = trace.tokens[last_lost].tag == "NN" or role in titles()
    name = trace.tokens[index : index + 3]
    full = len(name) > 1 and all(token.tag == "NNP" for token in name[:2])
    return plain and full and (len(name) < 3 or name[2].tag not in {"NN", "NNS"})  # noqa: PLR2004


def _named(trace: Trace) -> Iterator[Span]:
    """Where the sentence names somebody, as far as the article's cast knows."""
    base = trace.sentence.span.start
    for person in trace.cast.people:
        yield from (s for s in person.mentions if trace.sentence.span.covers(s))
        full = person.name.of(trace.article.text)
        at = trace.sentence.text.find(full)
        while at >= 0:
            yield Span(base + at, base + at + len(full))
            at = trace.sentence.text.find(full, at + 1)


def _splits(name: Span, lost: Span, here: int) -> bool:
    return name.start <= lost.start and lost.end <= here < name.end


def _modifies(trace: Trace, end: int) -> bool:
    """Whether the name only says which thing is meant: "a Calder University lab"."""
    following = next((t for t in trace.tokens if t.span.start >= end), None)
    return following is not None and following.tag in {"NN", "NNS"}


@cache
def titles() -> frozenset[str]:
    """Titles and roles in lower case, without their dots."""
    lists = ("courtesy", "abbreviated", "roles")
    return frozenset(
        word.lower().rstrip(".") for name in lists for word in words("titles", name)
    )


def is_plain_role(low: str) -> bool:
    """Whether a word in front of a name is written small: "passenger Ana Vale"."""
    formal = low in words("cues", "speakers", "titles")
    known = union(("titles", "roles"), ("pronouns", "people", "nouns"))
    small = low in {"former", "incumbent"} or low in words("titles", "written_small")
    return small or (low in known and not formal)


def is_plain_opener(trace: Trace, first: int) -> bool:
    """Whether the word that opens a sentence is no name, whatever its tag."""
    low, behind = trace.low[first], trace.tokens[first + 1 : first + 2]
    return (
        is_plain_role(low)
        or low in words("guards", "attribution", "plural")
        or any(is_small_opener(low, token.text) for token in behind)
    )
