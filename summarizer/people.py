"""Which names are people's: evidence from the words around them, then their mentions.

Two or three capitalised words are somebody's name only when something beside the
capitals says so: a title, a forename, an age, "who", a reporting verb, a later surname.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from summarizer.bearers import add_mentions
from summarizer.lexicon import words
from summarizer.name_words import is_forename, is_name, is_role, is_soft, is_title
from summarizer.namesakes import find_namesakes
from summarizer.persons import Draft, Known
from summarizer.surroundings import (
    core,
    is_bare,
    is_determined,
    is_particle,
    speaks,
    strong_signs,
    title_of,
    whole_span,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.names import Naming, Word

PLACES = frozenset({"in", "at", "near", "outside", "across", "around", "into"})
ENOUGH = 2
"""Points that make two capitalised words a person: one strong or two weak signs."""


def find_people(
    text: str, namings: Sequence[Naming], lower: frozenset[str], taken: frozenset[str]
) -> list[Draft]:
    """Everybody named, with all mentions, in order of the first.

    ``lower`` are the article's lower-case words, ``taken`` the short forms of its
    organisations: a bare one is nobody's surname.
    """
    bare = [naming for naming in namings if is_bare(naming)]
    known = Known(
        text,
        lower,
        taken,
        bare=Counter(whole_span(naming).of(text) for naming in bare),
        spoken=frozenset(naming.core[-1] for naming in bare if speaks(naming)),
        whole=Counter(whole_span(n).of(text) for n in namings if n.name),
    )
    people = _named_in_full(namings, known)
    people += find_namesakes(namings, people, known)
    people += _named_alone(bare, people, known)
    add_mentions(namings, people, known)
    return sorted(people, key=lambda draft: draft.name)


def _named_in_full(namings: Sequence[Naming], known: Known) -> list[Draft]:
    """The people with a full name.

    The rest of a longer name is no other person; nor is a surname known from elsewhere
    with an ordinary word in front: "Follow Vale".
    """
    found = [(n.core, n) for n in namings if _is_person(n, known)]
    rests = {words_[1:] for words_, _ in found}
    certain = {words_ for words_, naming in found if not naming.doubtful}
    surnames = {words_[-1] for words_ in certain}
    people: dict[tuple[str, str], Draft] = {}
    for words_, naming in found:
        stray = (
            naming.doubtful
            and words_ not in certain
            and words_[-1] in surnames
            and not strong_signs(known.text, naming)
        )
        if words_ not in rests and not stray:
            surname = _surname(naming.name, known)
            draft = Draft.of(naming, surname, full=True)
            people.setdefault((words_[0], surname), draft)
    return list(people.values())


def _is_person(naming: Naming, known: Known) -> bool:
    words_ = naming.core
    if len(words_) <= 1 or not is_name(naming.name):
        return False
    strong = strong_signs(known.text, naming)
    forename = is_forename(words_[0])
    weak = _weak_signs(naming, known)
    if is_determined(naming) and not strong:
        return forename and known.bare[words_[-1]] > 0 and not is_soft(naming.name)
    if not strong and naming.run.previous.lower() in PLACES:
        return forename and weak > 0 and not is_soft(naming.name)
    if is_soft(naming.name) or naming.doubtful:
        return strong > 0 or (forename and weak > 0) or weak >= ENOUGH
    return ENOUGH * (strong + forename) + weak >= ENOUGH


def _weak_signs(naming: Naming, known: Known) -> int:
    first, last = naming.core[0], naming.core[-1]
    eastern = first in words("names", "first_surnames") and known.bare[first] > 0
    return speaks(naming) + (known.bare[last] > 0) + (last in known.spoken) + eastern


def _surname(name: Sequence[Word], known: Known) -> str:
    """The part of a full name that stands for it later: the form the article uses."""
    parts = [word for word in name if word.text in core(name)]
    first, last = parts[0].text, parts[-1].text
    if first in words("names", "first_surnames") and not known.bare[last]:
        eastern = first not in words("names", "either") or any(
            re.search(r"-[a-z]", word.text) for word in parts
        )
        if known.bare[first] or eastern:
            return first
    for index in range(1, len(parts) - 1):
        longer = _text(parts[index:], known)
        used = known.whole[longer] and not is_forename(parts[index].text)
        if known.bare[longer] or used:
            return longer
    start = len(parts) - 1
    while start > 1 and is_particle(parts[start - 1].text) and not known.bare[last]:
        start -= 1
    return _text(parts[start:], known)


def _text(name: Sequence[Word], known: Known) -> str:
    return known.text[name[0].span.start : name[-1].span.end]


def _named_alone(
    bare: Sequence[Naming], people: Sequence[Draft], known: Known
) -> list[Draft]:
    """People with one name only, or whose full name the article never gives."""
    seen = {draft.surname for draft in people} | {d.words[0].text for d in people}
    seen |= {draft.surname.rpartition(" ")[2] for draft in people}
    found: dict[str, Draft] = {}
    for naming in bare:
        name = " ".join(naming.core)
        if name not in seen and _stands_alone(naming, name, known):
            found.setdefault(name, Draft.of(naming, name, full=False))
    return list(found.values())


def _stands_alone(naming: Naming, name: str, known: Known) -> bool:
    if not is_name(naming.name) or _is_no_single_name(name):
        return False
    if strong_signs(known.text, naming) and not naming.doubtful:
        return title_of(naming) is not None or name not in known.lower
    word = name.lower() in known.lower or name in known.taken
    return is_forename(name) and speaks(naming) and not word


def _is_no_single_name(name: str) -> bool:
    """Whether the word alone is a month, a title, a role or an acronym."""
    role = is_role(name.lower()) or is_role(name.lower().removesuffix("s"))
    return role or name in words("names", "months") or name.isupper() or is_title(name)
