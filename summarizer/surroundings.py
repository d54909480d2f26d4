"""What stands around a name: its title, its apposition, a reporting verb, an age."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.lexicon import alternation, words
from summarizer.name_words import SUFFIXES, is_role, is_title
from summarizer.names import PARTICLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.names import Naming, Word

AGE = re.compile(
    r",? \(?(?:aged? )?\d{1,3}[,.;)]|, who(?:se|m)?\b| who (?:is|was|has|had)\b"
)
DETERMINERS = frozenset({"the", "a", "an", "this", "that", "every", "another", "no"})
CLAIM = re.compile(
    r"(?<![\w'’-])(?!(?:of|in|on|at|by|for|from|with|to|about|like|than|and|or|but)\s)"
    r"[\w'’-]{2,30}\sthat\s$",
    re.IGNORECASE,
)
"""A "that" which opens a claim: "said that", "the news that", but not "of that"."""
WORD_BEFORE = re.compile(r"([\w'’-]{1,40})[ \xa0]$")
NAMED = re.compile(
    r"\b(?:man|woman|boy|girl|teen|teenager|student|suspect|gunman|victim|driver|him|her"
    r"|himself|herself|person|somebody|someone)(?: was)?"
    r" (?:named|called|identified as)\s$"
    r"|\b(?:real|full|birth) name (?:is|was)\s$"
)
"""In front of somebody's name: "a man named", "whose real name was"."""
LONGEST_NAMING = 60
BLANKS = (" ", "\xa0", "\n")
LONGEST_BEFORE = 42  # characters of what the pattern finds
FOLLOWER = re.compile(r" ([\w'’]{1,30})")
LAST_PARTICLES = frozenset(PARTICLES.replace("\\ ", "|").split("|"))
PARTICLE_BEFORE = re.compile(rf"(?<!\w)((?i:{PARTICLES})[ \xa0])$".replace("\\ ", " "))
"""The first of them has a capital at the head of a sentence: "De la Cruz"."""
CAPITAL_PARTICLES = frozenset(
    {"Van", "Von", "De", "Del", "La", "Le", "Bin", "Di", "Da", "Dos", "El", "St."}
)
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


def title_of(naming: Naming) -> Span | None:
    """The title or role in front of the name, its own modifiers included."""
    first = (naming.title or naming.name)[0]
    start = first.span.start if naming.title else None
    end = naming.title[-1].span.end if naming.title else None
    touches = first is naming.run.words[0] and naming.run.previous
    before = naming.run.before if touches else ""
    origin = first.span.start - len(before)
    while match := _word_before(before):
        if not is_role(match[1]) and (start is None or not _modifies(match[1])):
            break
        start = origin + match.start(1)
        end = end or origin + match.end(1)
        before = before[: match.start(1)]
    return None if start is None or end is None else Span(start, end)


def _word_before(before: str) -> re.Match[str] | None:
    """The word that the text ends on, in front of its last blank."""
    if not before.endswith(BLANKS):
        return None
    start = before.rfind(" ", 0, -2) + 1
    return WORD_BEFORE.search(before, max(start, len(before) - LONGEST_BEFORE))


def apposition_of(naming: Naming) -> tuple[str, Span] | None:
    """The head noun and the span of ", president of the union," behind the name."""
    match = APPOSITION.match(naming.run.after)
    if not match:
        return None
    phrase = match["phrase"].rstrip()
    noun = COMPLEMENT.split(phrase, maxsplit=1)[0]
    head = " ".join(noun.split()).rpartition(" ")[2].lower()
    if not is_role(head) or NO_APPOSITION.search(phrase):
        return None
    start = naming.run.words[-1].span.end + match.start("phrase")
    return head, Span(start, start + len(phrase))


def strong_signs(text: str, naming: Naming) -> int:
    """How many of title, age, apposition, "Jr." and "named" say that it is a person."""
    signs = bool(AGE.match(naming.run.after)) + (apposition_of(naming) is not None)
    signs += naming.name[-1].text in SUFFIXES and naming.name[-1].text[0] in "JS"
    signs += _is_called(naming)
    title = title_of(naming)
    if title is None or title.of(text) in words("titles", "doubtful"):
        return signs
    return signs + any(
        is_title(word) or is_role(word) for word in title.of(text).split()
    )


def _is_called(naming: Naming) -> bool:
    """Whether the words in front say that a name comes: "his uncle", "a man named"."""
    if (naming.title or naming.name)[0] is not naming.run.words[0]:
        return False
    before = naming.run.before
    near = before[-LONGEST_NAMING:]
    return NAMED.search(near) is not None or _kin().search(near) is not None


@cache
def _kin() -> re.Pattern[str]:
    """A relative at the end of the text: "her uncle, "."""
    return re.compile(rf"(?<![\w'’-])(?:{alternation('titles', 'kin')}),?\s$")


def speaks(naming: Naming) -> bool:
    """Whether a reporting verb stands beside the name."""
    if speech_after().match(naming.run.after):
        return True
    first = (naming.title or naming.name)[0]
    return first is naming.run.words[0] and naming.run.previous in words(
        "names", "speech"
    )


@cache
def speech_before() -> re.Pattern[str]:
    """A reporting verb right in front of a name, but not one of addressing."""
    addressing = alternation("pronouns", "speech", "addressing")
    verbs = alternation("names", "speech")
    return re.compile(rf"\b(?!(?:{addressing})\b)(?:{verbs})\s$")


@cache
def speech_after() -> re.Pattern[str]:
    """A reporting verb right behind a name, or behind its apposition."""
    verbs = alternation("names", "speech")
    return re.compile(
        rf"(?:,[^,]{{1,90}},)? (?:(?:also|later|then|has|had|himself|herself) )?"
        rf"(?:{verbs})\b"
    )


def core(name: Sequence[Word]) -> tuple[str, ...]:
    """The words of a name without "Jr." and "II"."""
    return tuple(word.text for word in name if word.text not in SUFFIXES)


def is_particle(text: str) -> bool:
    """Whether the word belongs to the surname behind it: "van", "De"."""
    return text[0].islower() or text in CAPITAL_PARTICLES


def is_bare(naming: Naming) -> bool:
    """Whether it is a name without a forename, not used like an adjective."""
    name = naming.name
    if not name or not (len(naming.core) == 1 or name[0].text in CAPITAL_PARTICLES):
        return False
    follower = FOLLOWER.match(naming.run.after)
    if follower and follower[1] in words("names", "attributive"):
        return False
    return bool(naming.title) or not is_determined(naming)


def is_determined(naming: Naming) -> bool:
    """Whether a word in front says which one is meant: "the Vale", "that Vale"."""
    run = naming.run
    opens = run.words[0].text.lower()  # "The Mary Ellen sank"
    return opens in DETERMINERS or (
        run.previous.lower() in DETERMINERS and not opens_claim(run.before)
    )


def opens_claim(before: str) -> bool:
    """Whether the text ends on a "that" which opens a claim."""
    return CLAIM.search(before, max(0, len(before) - LONGEST_BEFORE)) is not None


def whole_span(naming: Naming) -> Span:
    """The name with the particles in front of it: "de la Cruz"."""
    start, end = naming.name[0].span.start, naming.name[-1].span.end
    if naming.name[0] is naming.run.words[0] and naming.run.previous in LAST_PARTICLES:
        particle = PARTICLE_BEFORE.search(naming.run.before)
        start -= len(particle[1]) if particle else 0
    return Span(start, end)


def _modifies(text: str) -> bool:
    """Whether the word in front of a title may belong to it."""
    if text.endswith(("'s", "’s", "'", "’")) or text in words("names", "starters"):
        return False
    if text in words("names", "calendar"):
        return False
    return (
        text in words("titles", "modifiers")
        or text[:1].isupper()
        or bool(re.fullmatch(r"\d{1,3}-year-old", text))
    )
