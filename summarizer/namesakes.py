"""Whoever else bears a surname: without them a bare one would seem unmistakable."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.lexicon import mapping, words
from summarizer.name_words import is_forename, is_name, is_role, is_title
from summarizer.persons import Draft
from summarizer.surroundings import (
    apposition_of,
    core,
    is_bare,
    is_determined,
    title_of,
    whole_span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.names import Naming
    from summarizer.persons import Known


def find_namesakes(
    namings: Sequence[Naming], people: Sequence[Draft], known: Known
) -> list[Draft]:
    """People who have no sign of their own but a surname that others have.

    They are the first of "Bo and Ana Vale", unknown forenames in front of a known
    surname, and those whose title cannot be the known person's: "Mrs. Vale".
    """
    surnames = {draft.surname for draft in people}
    seen = {(draft.words[0].text, draft.surname) for draft in people}
    # The rest of a longer name: "Pietro Bianchi" of "Marco Pietro Bianchi".
    rests = {core(draft.words)[1:] for draft in people}
    found: dict[tuple[str, str], Draft] = {}
    for naming, surname in _candidates(namings, people, known):
        words_ = naming.core
        key = (words_[0], surname)
        rest = len(words_) > 1 and words_ in rests
        if surname in surnames and key not in seen and not rest:
            full = len(words_) > 1
            found.setdefault(key, Draft.of(naming, surname, full=full))
    return list(found.values())


def _candidates(
    namings: Sequence[Naming], people: Sequence[Draft], known: Known
) -> Iterator[tuple[Naming, str]]:
    """Namings of somebody else, with the surname they bear."""
    by_surname = {draft.surname: draft for draft in people if draft.full}
    roles = None
    for first, second in pairwise([*namings, *namings[-1:]]):
        words_ = first.core
        if len(words_) > 1 and _is_somebody(first, known):
            yield first, words_[-1]
        elif _is_pair(first, second, known):
            yield first, second.core[-1]
        elif len(words_) == 1 and first.title and is_bare(first):
            draft = by_surname.get(words_[0])
            if draft is None:
                continue
            roles = _roles(namings, known) if roles is None else roles
            if _is_other(first, draft, roles[draft.forename, words_[0]]):
                yield first, words_[0]


def _is_somebody(naming: Naming, known: Known) -> bool:
    """Whether two words of which the second is a surname are a name."""
    if is_determined(naming):
        return False
    place = len(naming.name) == len(("Bristol", "Palin")) and (
        naming.name[0].text in words("names", "places")
    )
    if not is_name(naming.name) and not place:
        return False
    return not naming.doubtful or known.whole[whole_span(naming).of(known.text)] > 1


def _is_pair(first: Naming, second: Naming, known: Known) -> bool:
    """Whether they are "Bo" and "Ana Vale" in "Bo and Ana Vale"."""
    if len(first.name) != 1 or len(second.core) <= 1:
        return False
    between = known.text[first.name[0].span.end : second.name[0].span.start]
    return between in {" and ", " & "} and is_forename(first.name[0].text)


def _roles(
    namings: Sequence[Naming], known: Known
) -> defaultdict[tuple[str, str], set[str]]:
    """The roles and titles given beside each full name."""
    roles: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for naming in namings:
        words_ = naming.core
        if len(words_) <= 1:
            continue
        title, found = title_of(naming), apposition_of(naming)
        given = set(_role_words(title.of(known.text))) if title else set()
        roles[words_[0], words_[-1]] |= given | ({found[0]} if found else set())
    return roles


def _role_words(title: str) -> Iterator[str]:
    long = mapping("titles", "long")
    for word in title.split():
        bare = word.rstrip(".")
        if bare not in words("titles", "neutral") and (is_title(word) or is_role(word)):
            yield long.get(bare, bare.lower())


def _is_other(naming: Naming, draft: Draft, roles: set[str]) -> bool:
    """Whether the title in front of the surname can't be the draft's."""
    title = naming.title[-1].text.rstrip(".")
    he, she = words("titles", "he"), words("titles", "she")
    if (title in she and draft.forename in words("names", "male")) or (
        title in he and draft.forename in words("names", "female")
    ):
        return True
    given = set(_role_words(" ".join(word.text for word in naming.title)))
    if not given:
        return False
    # Without any role of the known person: who comes first by title is introduced.
    return not given & roles if roles else naming.name[0].span < draft.name
