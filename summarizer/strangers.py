"""Whom a bullet names in full, without a word of who it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.article import Sentence, Span
from summarizer.bullet import pieces
from summarizer.dangling import view, visible
from summarizer.portraits import LONGER
from summarizer.role_words import FINITE, NOUNS, is_known
from summarizer.tagging import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.bullet import Bullet
    from summarizer.desks import Desk
    from summarizer.discourse import Person

IN_THE_WAY = NOUNS | {"JJ", "JJR", "JJS", "DT", "PRP$", "POS", "CD", "VBN"}
"""Tags in front of a name of words that tell of it."""
TELLING = frozenset({"DT", "PRP$", "WP", "WP$", "JJ", "JJS", "NN", "NNS", "NNP"})
"""Tags behind "Ana Vale," that begin who she is."""
RELATIVE = frozenset({"WP", "WP$", "WDT"})
NAMING = frozenset({"full-name", "pronoun"})


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody whom a bullet names in full, and of whom it doesn't say who it is."""

    person: Person
    name: str
    at: int
    """Where the name stands in the bullet."""
    place: Span
    """The words in the article that stand there, or that the name stands for."""
    before: Token | None
    after: tuple[Token, ...]


def strangers(desk: Desk, bullet: Bullet, told: str) -> tuple[Stranger, ...]:
    """Whom the bullet is the first to name, and says nothing of, in its order."""
    new = tuple(_new(desk, bullet, told))
    if not new:
        return ()
    shown = view(pieces(bullet.source, bullet.edits))
    tokens = tag(Sentence(bullet.text, Span(0, len(bullet.text)), 0, 0))
    found: list[Stranger] = []
    for person, name, at in new:
        spans = [span for _, span in sorted(visible(person, shown))]
        spans = [s for s in spans if s.of(desk.article.text) == name]
        spans += [
            edit.span
            for edit in bullet.edits
            if edit.rule in NAMING and name in edit.text
        ]
        before = [t for t in tokens if t.span.end <= at][-1:]
        after = tuple(t for t in tokens if t.span.start >= at + len(name))
        if not spans or LONGER.match(bullet.text, at + len(name)):
            continue
        first = before[0] if before else None
        stranger = Stranger(person, name, at, spans[0], first, after)
        if not _is_described(stranger, tokens):
            found.append(stranger)
    return tuple(sorted(found, key=lambda stranger: stranger.at))


def _new(desk: Desk, bullet: Bullet, told: str) -> Iterator[tuple[Person, str, int]]:
    """Everybody whom the bullet is the first to name in full, with name and place."""
    for person in desk.cast.people:
        name = person.name.of(desk.article.text)
        at = bullet.text.find(name) if person.full else -1
        if at >= 0 and not names(told, person.surname):
            yield person, name, at


def names(told: str, surname: str) -> bool:
    """Whether the words hold the surname."""
    if surname not in told:
        return False
    return re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", told) is not None


def _is_described(stranger: Stranger, tokens: Sequence[Token]) -> bool:
    """Whether the bullet says who it is, beside the name."""
    before, after = stranger.before, stranger.after
    if before is not None and (before.tag in IN_THE_WAY or is_known(before.text)):
        return True
    if before is not None and before.text == "," and tokens[0].tag in IN_THE_WAY:
        front = [t for t in tokens if t.span.end <= before.span.start]
        if not any(token.tag in FINITE | {"VBP"} for token in front):
            return True  # "A baker, Ana Vale ..."
    texts = [token.text.lower() for token in after[:3]]
    if texts[:1] == ["of"] or texts[:1] == ["("]:
        return True
    if texts[:1] in (["is"], ["was"]) and texts[1:2] and texts[1] in {"a", "an", "the"}:
        return True
    if len(after) <= 1 or after[0].text not in {",", "--", "—", "–"}:
        return False
    close = (n for n, token in enumerate(after) if n and token.text in {",", "."})
    chunk = after[1 : next(close, len(after))]
    verbs = (token.tag for token in chunk if token.tag in FINITE | RELATIVE)
    goes_on = next(verbs, None) in FINITE
    telling = chunk[0].tag in TELLING or chunk[0].text == "one"
    return telling and not goes_on
