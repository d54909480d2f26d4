"""Which names are people's: evidence from the words around them, then their mentions.

Two or three capitalised words are somebody's name only when something beside the
capitals says so: a title, a forename, an age, "who", a reporting verb, a later surname.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.lexicon import alternation, words
from summarizer.names import (
    PARTICLES,
    SUFFIXES,
    Naming,
    Word,
    is_forename,
    is_name,
    is_soft,
    is_title,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

AGE = re.compile(
    r",? \(?(?:aged? )?\d{1,3}[,.;)]|, who(?:se|m)?\b| who (?:is|was|has|had)\b"
)
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "every", "another", "no"})
PLACES = frozenset({"in", "at", "near", "outside", "across", "around", "into"})
WORD_BEFORE = re.compile(r"([\w'’-]{1,40})[ \xa0]$")
LAST_PARTICLES = frozenset(PARTICLES.replace("\\ ", "|").split("|"))
PARTICLE_BEFORE = re.compile(rf"(?<!\w)((?:{PARTICLES})[ \xa0])$".replace("\\ ", " "))
APPOSITION = re.compile(
    r"(?:, \d{1,3})?, (?P<phrase>[^,;:.()\"“”]{3,90})(?P<end>,(?! and\b| or\b)|[.;]|$)"
)
COMPLEMENT = re.compile(
    r"\s(?:of|for|at|in|on|from|with|who|which|that|to|and|by|about|whose|based)\b"
)
NO_APPOSITION = re.compile(
    r"^(?:he|she|it|they|we|you|i|my|our|your|is|was|who|when|while|as|but|and|or|if"
    r"|said|says)\b|\b(?:said|says|told|became|becomes|is|was|are|were|had|has)\b"
    r"|\b(?:Mr|Mrs|Ms|Dr|St)$",
    re.IGNORECASE,
)
CAPITAL_PARTICLES = frozenset(
    {"Van", "Von", "De", "Del", "La", "Le", "Bin", "Di", "Da", "Dos", "El", "St."}
)
ENOUGH = 2
"""Points that make two capitalised words a person: one strong or two weak signs."""


@dataclass(slots=True)
class Draft:
    """A person while the evidence is gathered."""

    words: tuple[Word, ...]
    surname: str
    full: bool
    title: Span | None
    heads: set[str] = field(default_factory=set)
    """Head nouns of titles and appositives, in lower case."""
    words_of_title: set[str] = field(default_factory=set)
    descriptors: list[Span] = field(default_factory=list)
    mentions: list[tuple[int, Span]] = field(default_factory=list)
    """Sentence position and span."""

    @property
    def name(self) -> Span:
        """All words of the name."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def forename(self) -> str:
        """The first word of a full name; empty for a bare one."""
        return self.words[0].text if self.full else ""


def find_people(
    text: str, namings: Sequence[Naming], lower: frozenset[str], taken: frozenset[str]
) -> list[Draft]:
    """Everybody named, with all mentions, in order of the first.

    ``taken`` are the short forms of organisations: a bare one is nobody's surname.
    """
    bare = Counter(_bare_text(text, naming) for naming in namings if _is_bare(naming))
    spoken = {_text(text, n.name) for n in namings if _is_bare(n) and _speaks(n)}
    whole = Counter(_text(text, naming.name) for naming in namings)
    found = [naming for naming in namings if _is_person(text, naming, bare, spoken)]
    people = _named_in_full(text, found, bare, whole)
    _share_surnames(text, namings, people)
    surnames = {draft.surname for draft in people.values()} | {
        draft.words[0].text for draft in people.values()
    }
    for naming in namings:
        if _is_bare(naming) and _stands_alone(text, naming, surnames, lower, taken):
            key = ("", " ".join(_core(naming.name)))
            people.setdefault(key, _draft(naming, key[1], full=False))
    _add_mentions(text, namings, list(people.values()), lower, taken)
    return sorted(people.values(), key=lambda draft: draft.name)


def title_of(naming: Naming) -> Span | None:
    """The title or role in front of the name, its own modifiers included."""
    first = (naming.title or naming.name)[0]
    start = first.span.start if naming.title else None
    end = naming.title[-1].span.end if naming.title else None
    if first is not naming.run.words[0] or not naming.run.previous:
        return None if start is None or end is None else Span(start, end)
    before = naming.run.before
    origin = first.span.start - len(before)
    while match := WORD_BEFORE.search(before):
        role = match[1] in words("titles", "roles")
        if not role and (start is None or not _modifies(match[1])):
            break
        start = origin + match.start(1)
        end = end or origin + match.end(1)
        before = before[: match.start(1)]
    return None if start is None or end is None else Span(start, end)


def apposition_of(naming: Naming) -> tuple[str, Span] | None:
    """The head noun and the span of ", president of the union," behind the name."""
    match = APPOSITION.match(naming.run.after)
    if not match:
        return None
    phrase = match["phrase"].rstrip()
    noun = COMPLEMENT.split(phrase, maxsplit=1)[0]
    head = noun.rsplit(None, 1)[-1].lower()
    if head not in words("titles", "roles") or NO_APPOSITION.search(phrase):
        return None
    start = naming.run.words[-1].span.end + match.start("phrase")
    return head, Span(start, start + len(phrase))


@cache
def speech_before() -> re.Pattern[str]:
    """A reporting verb right in front of a name."""
    return re.compile(rf"\b(?:{alternation('names', 'speech')})\s$")


@cache
def speech_after() -> re.Pattern[str]:
    """A reporting verb right behind a name, or behind its apposition."""
    verbs = alternation("names", "speech")
    return re.compile(
        rf"(?:,[^,]{{1,90}},)? (?:(?:also|later|then|has|had|himself|herself) )?"
        rf"(?:{verbs})\b"
    )


def _modifies(text: str) -> bool:
    if text.endswith(("'s", "’s", "'", "’")) or text in words("names", "starters"):
        return False
    if text in words("names", "calendar"):
        return False
    return (
        text in words("titles", "modifiers")
        or text[:1].isupper()
        or bool(re.fullmatch(r"\d{1,3}-year-old", text))
    )


def _speaks(naming: Naming) -> bool:
    return bool(
        speech_after().match(naming.run.after)
        or (
            naming.run.words[0] in (*naming.title[:1], *naming.name[:1])
            and speech_before().search(naming.run.before)
        )
    )


def _core(name: Sequence[Word]) -> list[str]:
    return [word.text for word in name if word.text not in SUFFIXES]


def _text(text: str, name: Sequence[Word]) -> str:
    return text[name[0].span.start : name[-1].span.end] if name else ""


def _is_bare(naming: Naming) -> bool:
    """Whether it is a name without a forename, not used like an adjective."""
    name = naming.name
    if not name or not (len(_core(name)) == 1 or name[0].text in CAPITAL_PARTICLES):
        return False
    follower = re.match(r"['’]?s? ([\w'’]{1,30})", naming.run.after)
    possessive = naming.run.after[:2] in {"'s", "’s"}
    thing = (
        follower is not None
        and not possessive
        and follower[1] in words("names", "attributive")
    )
    determined = not naming.title and naming.run.previous.lower() in DETERMINERS
    return not thing and not determined


def _bare_text(text: str, naming: Naming) -> str:
    return bare_span(naming).of(text)


def bare_span(naming: Naming) -> Span:
    """The name with the particles in front of it: "de la Cruz"."""
    start, end = naming.name[0].span.start, naming.name[-1].span.end
    if naming.name[0] is naming.run.words[0] and naming.run.previous in LAST_PARTICLES:
        particle = PARTICLE_BEFORE.search(naming.run.before)
        start -= len(particle[1]) if particle else 0
    return Span(start, end)


def _is_person(text: str, naming: Naming, bare: Counter[str], spoken: set[str]) -> bool:
    core = _core(naming.name)
    if len(core) == 1 or not core or not is_name(naming.name):
        return False
    strong = _strong_signs(text, naming)
    known = is_forename(core[0])
    weak = _speaks(naming) + bool(bare[core[-1]]) + (core[-1] in spoken)
    weak += core[0] in words("names", "first_surnames") and bool(bare[core[0]])
    if naming.run.previous.lower() in DETERMINERS and not strong:
        return False
    if not strong and naming.run.previous.lower() in PLACES:
        return known and weak > 0 and not is_soft(naming.name)
    if is_soft(naming.name) or naming.doubtful:
        return strong > 0 or (known and weak > 0) or weak >= ENOUGH
    return ENOUGH * (strong + known) + weak >= ENOUGH


def _strong_signs(text: str, naming: Naming) -> int:
    signs = bool(AGE.match(naming.run.after)) + (apposition_of(naming) is not None)
    signs += naming.name[-1].text in SUFFIXES and naming.name[-1].text[0] in "JS"
    title = title_of(naming)
    if title is None or title.of(text) in words("titles", "doubtful"):
        return signs
    return signs + any(map(_is_role, title.of(text).split()))


def _is_role(word: str) -> bool:
    return is_title(word) or word in words("titles", "roles")


def _named_in_full(
    text: str, namings: Sequence[Naming], bare: Counter[str], whole: Counter[str]
) -> dict[tuple[str, str], Draft]:
    """The people with a full name, by forename and surname.

    The rest of a longer name is no other person; nor is a surname known from elsewhere
    with an ordinary word in front: "Following Vale".
    """
    cores = [tuple(_core(naming.name)) for naming in namings]
    rests = {core[1:] for core in cores}
    certain = {
        core for core, naming in zip(cores, namings, strict=True) if not naming.doubtful
    }
    surnames = {core[-1] for core in certain}
    people: dict[tuple[str, str], Draft] = {}
    for core, naming in zip(cores, namings, strict=True):
        stray = naming.doubtful and core not in certain and core[-1] in surnames
        if core not in rests and not stray:
            surname = _surname(text, naming.name, bare, whole)
            people.setdefault((core[0], surname), _draft(naming, surname, full=True))
    return people


def _draft(naming: Naming, surname: str, *, full: bool) -> Draft:
    return Draft(naming.name, surname, full=full, title=title_of(naming))


def _surname(
    text: str, name: Sequence[Word], bare: Counter[str], whole: Counter[str]
) -> str:
    """The part of a full name that stands for it later: the form the article uses."""
    core = [word for word in name if word.text not in SUFFIXES]
    first, last = core[0].text, core[-1].text
    if first in words("names", "first_surnames") and not bare[last]:
        eastern = first not in words("names", "either") or any(
            re.search(r"-[a-z]", word.text) for word in core
        )
        if bare[first] or eastern:
            return first
    for index in range(1, len(core) - 1):
        longer = _text(text, core[index:])
        if bare[longer] or (whole[longer] and not is_forename(core[index].text)):
            return longer
    start = len(core) - 1
    while start > 1 and _is_particle(core[start - 1].text) and not bare[last]:
        start -= 1
    return _text(text, core[start:])


def _is_particle(text: str) -> bool:
    return text[0].islower() or text in CAPITAL_PARTICLES


def _stands_alone(
    text: str,
    naming: Naming,
    surnames: set[str],
    lower: frozenset[str],
    taken: frozenset[str],
) -> bool:
    """Whether a single name without a full form anywhere is a person's."""
    name = _text(text, naming.name)
    if name in surnames or not is_name(naming.name) or _is_no_single_name(name):
        return False
    if _strong_signs(text, naming) and not naming.doubtful:
        return title_of(naming) is not None or name not in lower
    return (
        is_forename(name)
        and _speaks(naming)
        and name.lower() not in lower
        and name not in taken
    )


def _is_no_single_name(name: str) -> bool:
    """Whether the word alone is a month, a title, a role or an acronym."""
    roles = words("titles", "roles")
    return (
        name in words("names", "months")
        or name.isupper()
        or is_title(name)
        or name.lower() in roles
        or name.lower().removesuffix("s") in roles
    )


def _share_surnames(
    text: str, namings: Sequence[Naming], people: dict[tuple[str, str], Draft]
) -> None:
    """Adds the first of "Bo and Ana Vale", so that "Vale" stays ambiguous."""
    by_start = {draft.words[0].span.start: draft for draft in list(people.values())}
    for first, second in pairwise(namings):
        draft = by_start.get(second.name[0].span.start) if second.name else None
        if draft is None or not draft.full or len(first.name) != 1:
            continue
        between = text[first.name[0].span.end : second.name[0].span.start]
        if between in {" and ", " & "} and is_forename(first.name[0].text):
            key = (first.name[0].text, draft.surname)
            people.setdefault(key, _draft(first, draft.surname, full=False))


def _add_mentions(
    text: str,
    namings: Iterable[Naming],
    people: Sequence[Draft],
    lower: frozenset[str],
    taken: frozenset[str],
) -> None:
    full = {(draft.forename, _core(draft.words)[-1]): draft for draft in people}
    short = _by_short_name(people)
    for naming in namings:
        core = _core(naming.name)
        draft = full.get((core[0], core[-1])) if len(core) > 1 else None
        span = bare_span(naming) if core else Span(0, 0)
        if draft is None and _is_bare(naming):
            draft = short.get(span.of(text)) or short.get(core[-1])
            if draft and not _may_be_bare(naming, draft, lower, taken):
                draft = None
        elif draft is None and len(core) > 1:
            draft = short.get(span.of(text))
        if draft:
            draft.mentions.append((naming.run.sentence, span))


def _by_short_name(people: Sequence[Draft]) -> dict[str, Draft | None]:
    """Surnames and forenames that only one person bears."""
    short: dict[str, Draft | None] = {}
    for draft in people:
        for form in dict.fromkeys((draft.surname, draft.words[0].text)):
            short[form] = None if form in short else draft
    return short


def _may_be_bare(
    naming: Naming, draft: Draft, lower: frozenset[str], taken: frozenset[str]
) -> bool:
    """Whether the bare name is the person's and not a word, a place or a company."""
    word = naming.name[-1].text
    if naming.title:
        return not _other_gender(naming, draft)
    if word in taken:
        return False
    if word in words("names", "places") or word in words("names", "other"):
        return _speaks(naming)
    if naming.run.opening and word.lower() in lower:
        return _speaks(naming) or naming.run.after[:2] in {"'s", "’s"}
    return True


def _other_gender(naming: Naming, draft: Draft) -> bool:
    """Whether "Mrs. Vale" can't be the Vale of the draft, called Bo."""
    title = naming.title[-1].text.rstrip(".")
    return (
        title in words("titles", "she") and draft.forename in words("names", "male")
    ) or (title in words("titles", "he") and draft.forename in words("names", "female"))
