"""Who somebody is, told where a bullet names him first.

A trim that took it away takes it no more; else the article's own words of him come
along, a title or a role in front of the name or a few words between commas behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.article import Sentence, Span
from summarizer.bullet import Edit
from summarizer.lexicon import words
from summarizer.name_words import is_title
from summarizer.portraits import Portrait, portraits
from summarizer.role_words import FINITE
from summarizer.strangers import IN_THE_WAY, TELLING, Stranger, names, strangers
from summarizer.tagging import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.bullet import Bullet
    from summarizer.desks import Desk

RULE = "introduction"
GIVEN_BACK = frozenset(
    {"appositive", "attribution-adjunct", "relative-clause", "title"}
)
"""Rules that may take away who somebody is."""
MOST_GIVEN_BACK = 10
"""Words."""
LAST_WORDS = 2
"""Behind the speaker of a claim: ", Ana Vale ‹says.›"."""
WHO_IS = re.compile(
    r"who (?:(?:is|was) (?:an?|the)|leads|led|runs|ran|heads|headed|chairs|chaired|owns"
    r"|founded|directs|represents|represented|coaches|serves as|works|teaches|studies) "
)


def presentations(desk: Desk, bullet: Bullet, told: str) -> Iterator[tuple[Edit, ...]]:
    """The edits of the bullet with its strangers presented, the best way first.

    ``told`` are the words that the reader has read before.
    """
    for stranger in strangers(desk, bullet, told):
        yield from _given_back(bullet, stranger)
        known = f"{told} {desk.article.title or ''} {bullet.text}"
        for portrait in portraits(stranger.name, desk.sentences, desk.cast.quoted):
            if portrait.text in bullet.text:
                continue
            if _is_understood(desk, portrait, stranger, known):
                yield from _brought(desk, bullet, stranger, portrait)


# --- what a trim took -----------------------------------------------------------------


def _given_back(bullet: Bullet, stranger: Stranger) -> Iterator[tuple[Edit, ...]]:
    """The bullet's edits without the one that took away who somebody is."""
    place = stranger.place
    for edit in bullet.edits:
        if edit.kind != "drop" or edit.rule not in GIVEN_BACK:
            continue
        base = bullet.source.span.start
        said = bullet.source.text[edit.span.start - base : edit.span.end - base]
        moved = any(e.kind == "move" and e.span.overlaps(place) for e in bullet.edits)
        near = 0 <= edit.span.start - place.end <= 1 or (
            0 <= place.start - edit.span.end <= 1
        )
        if moved or not near or len(said.split()) > MOST_GIVEN_BACK:
            continue
        in_front = edit.span.end <= place.start
        if _is_title(said) if in_front else _is_phrase(said):
            yield tuple(other for other in bullet.edits if other is not edit)


def _is_title(said: str) -> bool:
    """Whether the words in front of a name are a title, or a role and whose it is."""
    inner = said.strip()
    tokens = tag(Sentence(inner, Span(0, len(inner)), 0, 0))
    return bool(tokens) and all(
        (token.tag in IN_THE_WAY or token.text in {"of", "and", "for", "'s", "’s"})
        and token.text.lower() != "that"
        for token in tokens
    )


def _is_phrase(said: str) -> bool:
    """Whether it is a noun phrase behind a comma: no "in an interview"."""
    inner = said.strip(", ")
    if WHO_IS.match(inner):
        return True
    tokens = tag(Sentence(inner, Span(0, len(inner)), 0, 0))
    return (
        said.startswith(",")
        and bool(tokens)
        and tokens[0].tag in TELLING - {"WP", "WP$"}
        and not any(token.tag in FINITE or token.text == "," for token in tokens)
        and not any(char.isdigit() for char in inner[:2])
    )


# --- what the article says elsewhere --------------------------------------------------


def _is_understood(
    desk: Desk, portrait: Portrait, stranger: Stranger, known: str
) -> bool:
    """Whether the words name nobody whom the reader doesn't know."""
    for person in desk.cast.people:
        if person is stranger.person:
            continue
        named = person.surname in portrait.text.split() or any(
            word.startswith((person.surname + "'", person.surname + "’"))
            for word in portrait.text.split()
        )
        if named and person.name.of(desk.article.text) not in portrait.text:
            return names(known, person.surname)
    return True


def _brought(
    desk: Desk, bullet: Bullet, stranger: Stranger, portrait: Portrait
) -> Iterator[tuple[Edit, ...]]:
    move = next(
        (e for e in bullet.edits if e.kind == "move" and e.span == stranger.place), None
    )
    if move is None and any(
        e.kind == "move" and e.span.overlaps(stranger.place) for e in bullet.edits
    ):
        return
    if portrait.behind:
        if not _may_follow(stranger, speaks=bullet.speaker == stranger.name):
            return
        at = move.at if move is not None else stranger.place.end
        text = f", {portrait.text},"
    else:
        words_ = _in_case(desk, stranger, portrait)
        if words_ is None or not _may_lead(stranger):
            return
        at = move.at if move is not None else stranger.place.start
        text = f"{words_} "
    if at is None:
        return
    new = Edit("insert", Span(at, at), RULE, text)
    edits = list(bullet.edits)
    beside = 0 if move is None else edits.index(move)
    if portrait.behind:
        beside = len(edits) if move is None else beside + 1
    edits.insert(beside, new)
    yield tuple(edits)


def _may_lead(stranger: Stranger) -> bool:
    """Whether a role may stand in front of the name: no other noun does."""
    before = stranger.before
    return before is None or before.tag not in IN_THE_WAY


def _may_follow(stranger: Stranger, *, speaks: bool) -> bool:
    """Whether words between commas may stand behind the name: no list, no owner."""
    before, after = stranger.before, stranger.after
    if before is not None and before.text.lower() in {"and", "or", "of", "but"}:
        return False
    if before is not None and before.text == ",":
        last = speaks or len(after) == LAST_WORDS
        return last and bool(after) and after[0].tag in FINITE
    return not after or after[0].tag in FINITE or after[0].text == "."


def _in_case(desk: Desk, stranger: Stranger, portrait: Portrait) -> str | None:
    """The words in the case that they need where they come to stand."""
    text = portrait.text
    first, _, rest = text.partition(" ")
    opens = stranger.before is None or (
        stranger.before.tag == "``" and stranger.at <= 1
    )
    if opens or (stranger.before is not None and stranger.before.text == ":"):
        return text[0].upper() + text[1:]
    if not portrait.opens or not text[0].isupper():
        return text
    formal = words("cues", "speakers", "titles") | {"u.s.", "u.k."}
    if first.lower() in formal and is_title(first):
        return text
    if any(f" {first}" in sentence.text for sentence in desk.sentences):
        return text
    small = first.lower()
    if first[1:].islower() and any(f" {small} " in s.text for s in desk.sentences):
        return f"{small} {rest}".strip()
    return None
