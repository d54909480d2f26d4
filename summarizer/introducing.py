"""The chosen bullets with their people introduced: in full at first, short later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer import authors, drafting, mentions, presenting
from summarizer.bullet import replay
from summarizer.desks import ENGLISH, is_limited
from summarizer.restoring import edited, restored
from summarizer.sketches import is_faulty, is_too_long, tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.bullet import Bullet, Edit
    from summarizer.desks import Desk

MOST_PRESENTED = 2
"""People whom one bullet presents."""


def ways(desk: Desk, chosen: tuple[Bullet, ...]) -> Iterator[tuple[Bullet, ...]]:
    """Each bullet with its names planned, as it was chosen, and as its sentence is."""
    chosen = restored(desk, chosen)
    introduced = _introduced(desk, chosen)
    presented = _presented(desk, introduced)
    for told, named, bullet in zip(presented, introduced, chosen, strict=True):
        plain = replace(
            bullet, text=replay(bullet.source, ()), edits=(), template="verbatim"
        )
        found = dict.fromkeys((told, named, bullet))
        yield tuple(found) if is_limited(desk.options) else (*found, plain)


def _introduced(desk: Desk, bullets: tuple[Bullet, ...]) -> tuple[Bullet, ...]:
    """The bullets with their people named in full at first and by surname later."""
    if desk.article.language != ENGLISH:
        return bullets
    plans = mentions.plan(
        [(bullet.source, bullet.edits) for bullet in bullets],
        desk.cast,
        desk.sentences,
    )
    written: list[Bullet] = []
    for bullet, edits in zip(bullets, plans, strict=True):
        named = " ".join(earlier.text for earlier in written)
        written.append(_shorter(desk, _with(desk, bullet, edits), named))
    total = sum(len(bullet.text.split()) for bullet in written)
    if desk.options.total_words is not None and total > desk.options.total_words:
        return bullets
    return tuple(written)


def _presented(desk: Desk, bullets: tuple[Bullet, ...]) -> tuple[Bullet, ...]:
    """The bullets with those whom nobody knows presented where they come first."""
    if desk.article.language != ENGLISH or not desk.style.trims:
        return bullets
    written: list[Bullet] = []
    for bullet in bullets:
        before = " ".join(earlier.text for earlier in written)
        made = bullet
        for _ in range(MOST_PRESENTED):
            ways_ = presenting.presentations(desk, made, before)
            better = (edited(desk, made, edits) for edits in ways_)
            following = next((b for b in better if b is not None), None)
            if following is None:
                break
            made = following
        written.append(made)
    total = sum(len(bullet.text.split()) for bullet in written)
    if desk.options.total_words is not None and total > desk.options.total_words:
        return bullets
    return tuple(written)


def _shorter(desk: Desk, bullet: Bullet, named: str) -> Bullet:
    """Whoever was named before goes by the surname in what the edits add."""
    surnames = {
        person.name.of(desk.article.text): person.surname for person in desk.cast.people
    }
    edits = tuple(
        replace(edit, text=surnames[edit.text])
        if edit.rule == "pronoun" and edit.text in surnames and edit.text in named
        else _author_again(desk, edit, named)
        for edit in bullet.edits
    )
    shorter = _with(desk, replace(bullet, edits=edits), ())
    return bullet if shorter.text == bullet.text else shorter


def _author_again(desk: Desk, edit: Edit, named: str) -> Edit:
    if edit.rule != "author" or desk.author is None or desk.author not in named:
        return edit
    surname = authors.surname_of(desk.author)
    return replace(edit, text=edit.text.replace(desk.author, surname))


def _with(desk: Desk, bullet: Bullet, more: tuple[Edit, ...]) -> Bullet:
    edits = (*bullet.edits, *more)
    text = replay(bullet.source, edits)
    if text == bullet.text:
        return bullet
    changed = replace(bullet, text=text, edits=edits)
    tokens = tagged(bullet.source)
    draft = drafting.Draft(text, edits, bullet.template, bullet.speaker)
    if is_faulty(desk, bullet.source, tokens, draft) or is_too_long(
        desk.options, draft
    ):
        return bullet
    return changed
