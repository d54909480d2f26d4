"""Cuts taken back, where a later bullet leans on what they took.

"Vale won the race" cannot be all when the next bullet opens on "The Swede", and the
sentence went on ", holding off Ola Lind". Each bullet was drafted alone; only here is
it known what stands behind it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from summarizer import drafting
from summarizer.bullet import replay, shown
from summarizer.definites import find_head, find_owner, is_known
from summarizer.lexicon import words
from summarizer.looseness import NAMES
from summarizer.sketches import is_faulty, is_too_long, tagged
from summarizer.stems import stem_set

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.bullet import Bullet, Edit
    from summarizer.desks import Desk

RULES = frozenset(
    {
        "aside", "dash-aside", "appositive", "relative-clause", "participle", "outcome",
        "circumstance", "conjunct", "opening",
    }
)  # fmt: skip
"""Trims that may take somebody or something new."""
ACRONYM = re.compile(r"(?<![\w-])[A-Z]{2,6}(?![\w-])")
NAME = re.compile(r"(?<=[\s(])[A-Z][a-z]")
"""Somebody's or something's name in words that went."""
LONGEST = 38
"""Words up to which a bullet may grow by more than a title."""
LONGER_BY = 6
"""Words by which a bullet may grow longer than its sentence, or than the style's most.
"""


def restored(desk: Desk, bullets: tuple[Bullet, ...]) -> tuple[Bullet, ...]:
    """The bullets, with every cut taken back that took what one of them leans on."""
    written = list(bullets)
    for place in range(1, len(written)):
        for before in range(place):
            told = " ".join(other.text for other in written[:place])
            edits = _kept(desk, written[before], written[place], told)
            if len(edits) < len(written[before].edits):
                written[before] = (
                    edited(desk, written[before], edits) or written[before]
                )
    total = sum(len(bullet.text.split()) for bullet in written)
    if desk.options.total_words is not None and total > desk.options.total_words:
        return bullets
    return tuple(written)


def _kept(desk: Desk, before: Bullet, bullet: Bullet, told: str) -> tuple[Edit, ...]:
    """The edits of an earlier bullet without the cuts that this one cannot spare."""
    return tuple(
        edit
        for edit in before.edits
        if edit.rule not in RULES
        or edit.kind != "drop"
        or not _leans_on(desk, bullet, edit.span.of(desk.article.text), told)
    )


def _leans_on(desk: Desk, bullet: Bullet, gone: str, told: str) -> bool:
    """Whether the bullet speaks of something that only the words that went tell of."""
    tokens = shown(bullet, tagged(bullet.source))
    acronyms = ACRONYM.findall(bullet.text)
    names = (*acronyms, *_opening_name(tokens))
    if any(name in gone and name not in told for name in names):
        return True
    if _opens_by_nation(tokens):
        return NAME.search(gone) is not None
    language = desk.article.language
    new = stem_set(gone, language=language) - stem_set(told, language=language)
    return any(
        not new.isdisjoint(stem_set(tokens[head].text, language=language))
        for head in _heads(tokens)
    )


def _opening_name(tokens: Sequence[Token]) -> Iterator[str]:
    """The last word of the name that a bullet opens on."""
    end = next((n for n, token in enumerate(tokens) if token.tag not in NAMES), 0)
    if end:
        yield tokens[end - 1].text


def _opens_by_nation(tokens: Sequence[Token]) -> bool:
    """Whether it opens on "The Swede"."""
    opening = [token.text for token in tokens[:2]]
    return opening[:1] == ["The"] and opening[-1] in words("pronouns", "nations")


def _heads(tokens: Sequence[Token]) -> Iterator[int]:
    """The places of the nouns with "the", and of whose they are: "the gym's yard"."""
    for at, token in enumerate(tokens[:-1]):
        if token.text.lower() == "the":
            for head in (find_head(tokens, at), find_owner(tokens, at)):
                if head is not None and not is_known(tokens[at + 1 : head + 1]):
                    yield head


def edited(desk: Desk, bullet: Bullet, edits: tuple[Edit, ...]) -> Bullet | None:
    """The bullet with other edits, if it is sound and no longer than may be."""
    text = replay(bullet.source, edits)
    words = len(text.split())
    most = max(desk.style.max_words, len(bullet.source.text.split())) + LONGER_BY
    if words > LONGEST and words - len(bullet.text.split()) > LONGER_BY:
        return None
    draft = drafting.Draft(text, edits, bullet.template, bullet.speaker)
    if words > most or is_too_long(desk.options, draft):
        return None
    if is_faulty(desk, bullet.source, tagged(bullet.source), draft):
        return None
    return replace(bullet, text=text, edits=edits)
