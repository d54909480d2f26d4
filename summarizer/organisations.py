"""The companies, agencies and bodies that an article names, with their short forms."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.discourse import Organisation
from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Article
    from summarizer.names import Naming, Word

JOINED = re.compile(r" (?:of|for|on)(?: the)? ")
"""What joins a head to its complement: "Department of the Interior"."""
AND = re.compile(r" (?:and|&) ")
ACRONYM = re.compile(r" ?\(([A-Z][A-Z&-]{1,8})s?\)")
GAP = 10
"""Characters between two runs that are looked at."""
SHORTEST = 2
"""Words a name must have more of to have a shorter form that is more than a word."""
THE_NOUN = re.compile(r"the (?<!\wthe )([a-z]{3,30})\b")


@dataclass(slots=True)
class _Unit:
    """One or more runs that make up one capitalised phrase."""

    words: list[Word]
    joined: bool = False

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)


@dataclass(slots=True)
class _Draft:
    name: Span
    short: list[str]
    mentions: list[Span] = field(default_factory=list)


def find_organisations(
    article: Article, namings: Sequence[Naming]
) -> tuple[Organisation, ...]:
    """Every body named in full at least once, in order, with all its mentions."""
    units = list(_units(article.text, namings))
    written = [unit.span.of(article.text) for unit in units]
    alone = set(written)
    nouns = {
        noun
        for paragraph in article.paragraphs
        for noun in THE_NOUN.findall(paragraph.of(article.text))
    }
    drafts: dict[str, _Draft] = {}
    for unit, name in zip(units, written, strict=True):
        if name not in drafts and _is_organisation(unit):
            short = _short_forms(article.text, unit, alone, nouns)
            drafts[name] = _Draft(unit.span, list(short))
    _add_mentions(units, written, drafts)
    return tuple(
        Organisation(draft.name, tuple(draft.short), tuple(draft.mentions))
        for draft in drafts.values()
    )


def _units(text: str, namings: Sequence[Naming]) -> Iterator[_Unit]:
    """The capitalised phrases without titles, joined over "of" and "for"."""
    current: _Unit | None = None
    for naming in namings:
        if naming.title or not naming.name:
            continue
        unit = _Unit(list(naming.name))
        if current and _continues(text, current, unit):
            current.words += unit.words
            current.joined = True
            continue
        if current:
            yield current
        current = unit
    if current:
        yield current


def _continues(text: str, first: _Unit, second: _Unit) -> bool:
    end = first.words[-1].span.end
    if not text.startswith(" ", end) or second.words[0].text in words(
        "names", "calendar"
    ):
        return False
    gap = text[end : min(end + GAP, second.words[0].span.start)]
    if first.joined and AND.fullmatch(gap):
        return bool(ACRONYM.match(text, second.words[-1].span.end))
    return bool(JOINED.fullmatch(gap)) and any(
        word.text in words("names", "organisations") for word in first.words
    )


def _is_organisation(unit: _Unit) -> bool:
    if len(unit.words) <= 1:
        return False
    heads = words("names", "organisations")
    return any(word.text.rstrip(".") in heads for word in unit.words)


def _short_forms(
    text: str, unit: _Unit, alone: set[str], nouns: set[str]
) -> Iterator[str]:
    """Acronym, the name without its suffix, and the head noun, as far as used."""
    given = ACRONYM.match(text, unit.span.end)
    initials = "".join(word.text[0] for word in unit.words if word.text[0].isupper())
    if given:
        yield given[1]
    elif len(unit.words) > SHORTEST and initials in alone:
        yield initials
    names = [word.text for word in unit.words]
    if names[-1].rstrip(".") in words("names", "suffixes") and not unit.joined:
        if len(names) > SHORTEST and " ".join(names[:-1]) in alone:
            yield " ".join(names[:-1])
        if not _is_common(names[0]):
            yield names[0]
    head = names[0] if unit.joined else names[-1]
    if head in words("names", "organisations") and head.lower() in nouns:
        yield head.lower()


def _is_common(name: str) -> bool:
    """Whether the word alone means a place or a direction: "West", "Malaysia"."""
    return name in words("names", "places") or name in words("names", "other")


def _add_mentions(
    units: Sequence[_Unit], written: Sequence[str], drafts: dict[str, _Draft]
) -> None:
    by_form: dict[str, _Draft | None] = {}
    for name, draft in drafts.items():
        for form in (name, *draft.short):
            by_form[form] = draft if by_form.get(form, draft) is draft else None
    for unit, form in zip(units, written, strict=True):
        found = by_form.get(form)
        if found:
            found.mentions.append(unit.span)
