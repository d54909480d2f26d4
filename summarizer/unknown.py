"""People who go by one name that tells a stranger nothing: "Vale tweeted".

Whoever the cast knows in full comes in full; of the others nobody knows who speaks. A
paper or a firm has one name only, and is no stranger.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.antecedents import full_name
from summarizer.full_names import is_doubtful
from summarizer.lexicon import alternation, union, words
from summarizer.looseness import reporting
from summarizer.reliance import Need
from summarizer.stems import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence
    from summarizer.bullet import Bullet
    from summarizer.discourse import Cast

NAME = re.compile(r"[A-Z][a-z][\w'’-]*")
OPENS = re.compile(r"(?P<name>[A-Z][a-z][\w'’-]{1,30}) (?P<verb>[a-z]{3,20})\b")
"""A bullet that opens on a name and its verb."""
SUBJECT = re.compile(r"(?P<name>[A-Z][a-z][\w-]{1,30})(?:['’]s?)? [a-z]")
"""A bullet that opens on a name of one word, or on whose something is."""
OF_OTHERS = re.compile(
    r"\b(?:spokes(?:wo)?man|spokesperson|doctor|nurse|lawyer|attorney|detective|officer"
    r"|sheriff)\b[^\"“”.]{0,60}\b(?:said|says)(?: that)? (?:he|she) (?:was|is|had|has)"
    r"\b",
    re.IGNORECASE,
)
MERE = re.compile(
    r"(?:^A|\b(?:says?|said) a) spokes(?:wo)?man(?: (?:said|says)\b|[.]?$)"
)
LISTS = ("places", "other", "organisations", "calendar", "starters", "never_surnames")


def unknown_speaker(
    bullet: Bullet, cast: Cast, sentences: Sequence[Sentence], title: str
) -> tuple[Need, ...]:
    """The need to know a speaker of whom neither article nor title tells another name.

    ``title`` is the article's: whom it names the reader has met.
    """
    name = bullet.speaker or _opening_speaker(bullet.text) or ""
    if not NAME.fullmatch(name) or name in title or _is_no_person(name):
        return ()
    bodies = (short for body in cast.organisations for short in body.short)
    if name in bodies or any(p.surname == name and p.full for p in cast.people):
        return ()
    bare = any(p.surname == name and not p.full for p in cast.people)
    if not bare and not _has_another_name(name, sentences):
        return ()
    return (Need(frozenset(stems(name)), leading=True),)


def unknown_patient(bullet: Bullet) -> tuple[Need, ...]:
    """The need to know of whom somebody speaks who speaks for others.

    "A hospital spokeswoman, Ana Vale, said she was in stable condition": who was?
    Neither is it told for whom a mere "spokeswoman" speaks.
    """
    if OF_OTHERS.search(bullet.text) or MERE.search(bullet.text):
        return (Need(frozenset(), leading=True),)
    return ()


def unknown_opener(
    bullet: Bullet, cast: Cast, sentences: Sequence[Sentence], title: str
) -> tuple[Need, ...]:
    """The need to know whom a bullet opens on by one name: "Vale's brother left".

    Whose full name the article tells surely comes in full, and needs nothing.
    """
    found = SUBJECT.match(bullet.text)
    name = found["name"] if found else ""
    if not name or name in title or _is_no_person(name):
        return ()
    bearers = [p for p in cast.people if p.full and p.surname == name]
    text = "\n".join(sentence.text for sentence in sentences)
    for person in bearers:
        full = full_name(person, sentences)
        if len(bearers) == 1 and full in text and not is_doubtful(text, full, name):
            return ()
    bare = any(p.surname == name for p in cast.people)
    told = bare and (_has_another_name(name, sentences) or _is_kin(name, sentences))
    if not bearers and not told:
        return ()
    return (Need(frozenset(stems(name)), leading=True),)


def _has_another_name(name: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a word with a capital stands before the name in one of the sentences."""
    texts = [sentence.text for sentence in sentences if f" {name}" in sentence.text]
    if not texts:
        return False
    named = re.compile(
        rf"[a-zA-Z,] [\"“‘']?(?!The\b)[A-Z][\w’'-]+[\"”’']? {re.escape(name)}(?!\w)"
    )
    return any(map(named.search, texts))


def _opening_speaker(text: str) -> str | None:
    found = OPENS.match(text)
    return found["name"] if found and found["verb"] in reporting() else None


def _is_no_person(name: str) -> bool:
    low = name.lower()
    roles = union(("titles", "roles"), ("pronouns", "people", "nouns"))
    plural = low.removesuffix("s") in roles or low in words("pronouns", "plural")
    return plural or low in roles or any(name in words("names", k) for k in LISTS)


def _is_kin(name: str, sentences: Sequence[Sentence]) -> bool:
    """Whether the article brings the name in as a relative's: "her son, Bo, left"."""
    kin = alternation("titles", "kin")
    brought = re.compile(rf"\b(?:{kin}),? {re.escape(name)}(?!\w)")
    return any(brought.search(s.text) for s in sentences if f" {name}" in s.text)
