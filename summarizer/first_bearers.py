"""Whose a bare name is that two people share, or that is no surname.

"Vale was killed" is Ana where it stands behind "Ana Vale" and in front of "her brother
Bo Vale"; "Ana" is she where the article goes on to call her so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.article import Span, touches
from summarizer.full_names import INITIALS, ends_a_sentence
from summarizer.lexicon import words
from summarizer.name_words import SUFFIXES, is_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizer.article import Sentence
    from summarizer.dangling import View
    from summarizer.discourse import Cast, Person

PLACE = re.compile(r"(?<!\w)(?i:in|at|near|outside|across|around|into)\s\Z")
TOLD_APART = re.compile(r"\b(?:[Tt]he|[Aa]n?) [a-z-]{2,20} \Z")
REACH_BACK = 60
REACH = 10
"""Characters in front of a name that tell whether it is a place's."""
OFTEN = 2
"""Times that somebody is called by the forename in an article that goes by it."""
COURTESY = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Master|Lord|Lady)\.?\s\Z")
"""It tells a husband from his wife, and no rule knows which of them it means."""


def is_first_bearer(person: Person, start: int, people: Sequence[Person]) -> bool:
    """Whether of all who share the surname only the person is named before ``start``.

    Whoever bears it alone shares it with nobody.
    """
    others = [o for o in people if o != person and o.surname == person.surname]
    mentioned = [other.name for other in others]
    mentioned += [
        span for o in others for span in o.mentions if len(span) > len(o.surname)
    ]
    return (
        person.full
        and person.name.end <= start
        and bool(others)
        and all(span.start > start for span in mentioned)
    )


def goes_by_forename(person: Person, cast: Cast, said: Callable[[Span], str]) -> bool:
    """Whether the article calls the person, and nobody else, by the forename alone.

    It must do so behind the full name, more than once and outside quotations; ``said``
    gives the article's words.
    """
    forename, *others = said(person.name).split()
    alone = [span for span in person.mentions if said(span) == forename]
    told = [span for span in alone if not touches(span, cast.quoted)]
    shared = any(
        forename in said(other.name).split() for other in cast.people if other != person
    )
    listed = any(forename in words("names", key) for key in ("places", "other"))
    listed |= any(PLACE.search(said(_before(span))) for span in alone)
    return (
        person.full
        and others == [person.surname]
        and len(told) >= OFTEN
        and person.name.start < min(alone).start
        and not shared
        and not listed
    )


def _before(span: Span) -> Span:
    return Span(max(0, span.start - REACH), span.start)


def bare_surnames(person: Person, sentence: Sentence, shown: View) -> Iterator[Span]:
    """Where the sentence has the bare surname, as far as the view shows it."""
    pattern = rf"(?<![\w'’&/-]){re.escape(person.surname)}(?![\w&/-])"
    for match in re.finditer(pattern, sentence.text):
        start = sentence.span.start + match.start()
        span = Span(start, start + len(match.group()))
        visible = any(run.covers(span) for _, run in shown.runs)
        if visible and not COURTESY.search(sentence.text[: match.start()]):
            yield span


def has_other_forename(before: str, name: str, surname: str) -> bool:
    """Whether another name stands in front of the surname: "the Henry Vale mill".

    "Ty" is no other than "Tyler"; a title or a word that opens is no name. Words that
    end on "the elder" tell another apart without naming him.
    """
    if TOLD_APART.search(before[-REACH_BACK:]):
        return True
    own = {part[:INITIALS] for part in name.split() if part not in SUFFIXES}
    front = rf"(?<![\w@#-])([A-Z][\w.'’-]{{0,30}}) {re.escape(surname)}(?!\w)"
    return any(
        word[:INITIALS] not in own
        and not is_title(word)
        and not ends_a_sentence(word)
        and word not in words("names", "starters")
        for word in re.findall(front, before)
    )
