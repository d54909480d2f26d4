"""How somebody is named at first: in full, with the title the article gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.antecedents import full_name, sentence_at, words_of
from summarizer.article import Span
from summarizer.full_names import is_torn
from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence
    from summarizer.discourse import Person

OWNED = re.compile(
    r"(?:['’]s?|\b(?:his|her|their|its|our|my|your|the|a|an|former|then|late|,))$",
    re.IGNORECASE,
)
LONGEST_TITLE = 4
"""Words."""


def introduction(person: Person, sentences: Sequence[Sentence]) -> str:
    """The full name with the short title that the article gives with it at first.

    A title behind "his" or "the firm's" is somebody's own and stays away.
    """
    name = full_name(person, sentences)
    if person.title is None or not person.full:
        return name
    home = sentence_at(person.title.start, sentences)
    whole = Span(person.title.start, person.name.end)
    if not home.span.covers(whole) or person.title.end + 1 != person.name.start:
        return name
    before = home.text[: person.title.start - home.span.start].rstrip()
    owned = bool(OWNED.search(before)) or is_torn(before)
    title = words_of(person.title, home)
    long = len(title.split()) > LONGEST_TITLE
    counted = any(map(str.isdigit, title))
    known = owned or long or counted or _is_empty(title)
    return name if known else words_of(whole, home)


def in_case(
    titled: str, name: str, *, opens: bool, sentences: Sequence[Sentence]
) -> str:
    """The titled name, unless its first letter would be wrong where it stands.

    ``opens`` tells whether it is to open a bullet.
    """
    if opens:
        return name if titled[:1].islower() else titled
    first = titled.split(" ", 1)[0]
    proper = not first[:1].isupper() or any(f" {first}" in s.text for s in sentences)
    return titled if proper else name


def _is_empty(title: str) -> bool:
    """Whether a title of one word only says whose, or next to nothing."""
    return title in words("titles", "dependent") or title in words("portraits", "own")
