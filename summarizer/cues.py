"""Reporting verbs and their forms, as ``data/lexicon/cues.toml`` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from summarizer.lexicon import mapping, table

if TYPE_CHECKING:
    from collections.abc import Mapping

Tense = Literal["past", "present"]
Strength = Literal[
    "neutral", "strong", "weak", "factive", "manner", "question", "denial"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A reporting verb."""

    lemma: str
    past: str
    present: str
    """Third person singular."""
    base: str
    """Plural present."""
    strength: Strength
    clause: Literal["bare", "that", "no"]
    """Whether a claim may follow without "that", with it, or only as a quotation."""
    object: Literal["must", "may", "no"] = "no"
    """Whether somebody is told: "told reporters"."""
    claim: bool = True
    """False when the words beside it are not claimed: denials, questions."""
    quote: bool = True
    """Whether it reports quotations."""


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a verb; ``words`` are more than one for "pointed out"."""

    verb: Verb
    tense: Tense
    words: tuple[str, ...]
    plural: bool
    """Whether it is the base form, which only a plural subject takes."""


@cache
def verbs() -> Mapping[str, Verb]:
    """The verbs by lemma."""
    rows = table("cues")["verbs"].items()
    return MappingProxyType({lemma: Verb(lemma=lemma, **row) for lemma, row in rows})


@cache
def forms() -> Mapping[str, tuple[Form, ...]]:
    """The forms by their first word, those of most words first.

    >>> [(form.verb.lemma, form.tense) for form in forms()["pointed"]]
    [('point out', 'past')]
    """
    found: dict[str, list[Form]] = {}
    for verb in verbs().values():
        for form in _forms_of(verb):
            found.setdefault(form.words[0], []).append(form)
    for spelling, lemma in mapping("cues", "spellings").items():
        form = Form(verbs()[lemma], "past", (spelling,), plural=False)
        found.setdefault(spelling, []).append(form)
    ordered = {
        word: tuple(sorted(several, key=lambda form: -len(form.words)))
        for word, several in found.items()
    }
    return MappingProxyType(ordered)


def _forms_of(verb: Verb) -> tuple[Form, ...]:
    past = Form(verb, "past", tuple(verb.past.split()), plural=False)
    third = Form(verb, "present", tuple(verb.present.split()), plural=False)
    base = Form(verb, "present", tuple(verb.base.split()), plural=True)
    return (past, third) if verb.past == verb.base else (past, third, base)


def present(form: str, *, plural: bool = False) -> str | None:
    """The present of a past or present form; None for words that are no cue.

    >>> present("said"), present("told", plural=True), present("pointed out")
    ('says', 'tell', 'points out')
    >>> present("walked") is None
    True
    """
    words = tuple(form.lower().split())
    for candidate in forms().get(words[0], ()) if words else ():
        if candidate.words == words:
            verb = candidate.verb
            return verb.base if plural else verb.present
    return None
