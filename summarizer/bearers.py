"""Which bare names mean which person: the mentions of everybody in the cast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lexicon import words
from summarizer.surroundings import core, is_bare, speaks, whole_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.names import Naming
    from summarizer.persons import Draft, Known

POSSESSIVE = ("'s", "’s")


def add_mentions(
    namings: Sequence[Naming], people: Sequence[Draft], known: Known
) -> None:
    """Gives every person of ``people`` all mentions by name, in order."""
    for naming, draft in _mentioned(namings, people, known):
        draft.mentions.append((naming.run.sentence, whole_span(naming)))


def _mentioned(
    namings: Sequence[Naming], people: Sequence[Draft], known: Known
) -> Iterator[tuple[Naming, Draft]]:
    full = {(draft.forename, core(draft.words)[-1]): draft for draft in people}
    short = _by_short_name(people)
    for naming in namings:
        words_ = naming.core
        draft = full.get((words_[0], words_[-1])) if len(words_) > 1 else None
        if draft is None and words_:
            whole = whole_span(naming).of(known.text)
            draft = short.get(whole) or short.get(whole[:1].lower() + whole[1:])
            alone = short.get(words_[-1])
            if draft is None and alone and is_bare(naming):
                draft = alone
            if len(words_) == 1 and draft and not _may_be_bare(naming, known):
                continue
        if draft:
            yield naming, draft


def _by_short_name(people: Sequence[Draft]) -> dict[str, Draft | None]:
    """Surnames and forenames that only one person bears."""
    short: dict[str, Draft | None] = {}
    for draft in people:
        for form in dict.fromkeys((draft.surname, draft.words[0].text)):
            short[form] = None if form in short else draft
    return short


def _may_be_bare(naming: Naming, known: Known) -> bool:
    """Whether the bare name is the person's and not a word, a place or a company."""
    word = naming.name[-1].text
    if not is_bare(naming):
        return False
    if naming.title:
        return True
    if word in known.taken:
        return False
    if word in words("names", "places") or word in words("names", "other"):
        return speaks(naming)
    if naming.run.opening and word.lower() in known.lower:
        return speaks(naming) or naming.run.after.startswith(POSSESSIVE)
    return True
