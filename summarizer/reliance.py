"""What a bullet takes for known: "the drill", "those marches", "the TV star".

A noun with "the" that the article brought in before means nothing to a reader who has
not read that sentence. The choice asks whether a bullet before tells of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.article import touched, touches
from summarizer.brought_in import is_brought_in
from summarizer.bullet import shown
from summarizer.counted import (
    FINITE,
    counts_alone,
    opens_on_members,
    opens_on_the_two,
)
from summarizer.definites import (
    POINTING,
    TEXTS,
    find_head,
    find_owner,
    is_known,
    is_person,
    points_back,
)
from summarizer.kin import find_kin
from summarizer.leaning import NAMING, find_others, leans, opens_on_link
from summarizer.lexicon import words
from summarizer.pointers import find_pointers
from summarizer.stems import stem_set, stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence, Token
    from summarizer.bullet import Bullet
    from summarizer.discourse import Cast

ARTICLES = frozenset({"the"}) | POINTING
FIRST_OPENINGS = 3
"""Sentences of an article in which "another storm" is the news itself."""
FIRM = re.compile(
    r"(?P<name>[A-Z][\w-]{2,30}) (?:said|says|announced)(?: on [A-Z]\w{2,8}day)?"
    r"(?: that)? it (?:would|will|had|has|plans|expects)\b"
)
"""How a company speaks: "Orvane said on Monday that it would close"."""
BY_AGE = frozenset({"younger", "older", "elder"})
OF_IT = re.compile(
    r"[\"“‘'](?:This|That|These|Those|They|He|She)(?:['’](?:s|re|d|ll|ve))?\s(?!who\b)"
)
"""How a quotation opens of which the reader must know what is spoken of."""
OWNED_SPEAKER = re.compile(
    r"[\"”’'] (?:says?|said|adds?|added|writes?|wrote) (?:its|their)\b"
)
"""A speaker behind a quotation who is somebody's: '..., says ‹its› leader'."""
NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
"""A word with a capital inside a sentence."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that the reader must have heard of."""

    stems: frozenset[str]
    """Any of these words in a bullet before tells of it; none does when it is empty."""
    leading: bool
    """Whether the bullet is about it: it stands before the first verb, or the article
    brought it in as new."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What the article told before the bullet's sentence, and whom it knows."""

    earlier: Sequence[Sentence]
    cast: Cast
    language: str

    @property
    def people(self) -> frozenset[str]:
        """The stems of all surnames."""
        return frozenset[str]().union(*(stem_set(p.surname) for p in self.cast.people))

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text in its language."""
        return stem_set(text, language=self.language)

    @property
    def told(self) -> frozenset[str]:
        """The stems of all that the article told before."""
        return frozenset[str]().union(*(self.stems(s.text) for s in self.earlier))

    def tells(self, found: frozenset[str]) -> bool:
        """Whether an earlier sentence holds one of the stems."""
        return any(
            not found.isdisjoint(self.stems(sentence.text)) for sentence in self.earlier
        )


def find_needs(
    bullet: Bullet,
    tokens: Sequence[Token],
    cast: Cast,
    sentences: Sequence[Sentence],
    *,
    language: str = "en",
) -> tuple[Need, ...]:
    """What the bullet, as edited, takes for known; ``tokens`` are its sentence's."""
    told = _in_order(bullet, shown(bullet, tokens))
    regions = touched(bullet.source.span, cast.quoted)
    spoken = (
        [token for token in told if touches(token.span, regions)] if regions else []
    )
    quoted = frozenset(spoken)
    kept = [token for token in told if token not in quoted] if quoted else told
    earlier = sentences[: bullet.source.index]
    ground = _Ground(earlier, cast, language)
    surnames = frozenset(person.surname for person in cast.people)
    firm = FIRM.match(bullet.source.text)  # a body speaks, whose founder is named too
    people = surnames - {firm["name"]} if firm else surnames
    pointers = find_pointers(told, quoted, people)
    found = (
        *(Need(frozenset(), leading=True) for _ in pointers),
        *_needs(kept, ground, opens=bullet.source.index == 0),
        *(
            Need(named - ground.people, leading=True)
            for _ in _places(kept)
            if (named := _named(earlier, language))
        ),
    )
    if bullet.template.startswith("quote-") and OWNED_SPEAKER.search(bullet.text):
        found = (Need(frozenset(), leading=True), *found)
    if _quotes_of_it(bullet):
        found = (Need(ground.told, leading=True), *found)
    linked = opens_on_link(bullet.text)
    return (Need(frozenset(), leading=True), *found) if linked else found


def _in_order(bullet: Bullet, tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens as the bullet has them: who speaks may have moved behind the claim."""
    moves = [edit for edit in bullet.edits if edit.kind == "move"]
    if not moves:
        return tokens

    def place(token: Token) -> int:
        found = (e.at for e in moves if e.at is not None and e.span.covers(token.span))
        return next(found, token.span.start)

    return sorted(tokens, key=place)


def _quotes_of_it(bullet: Bullet) -> bool:
    """Whether somebody speaks of what was told: '"This is great," says Vale'."""
    return bullet.template.startswith("quote-") and OF_IT.match(bullet.text) is not None


def _needs(tokens: Sequence[Token], ground: _Ground, *, opens: bool) -> Iterator[Need]:
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), len(tokens))
    yield from _counted(tokens, ground)
    if tokens and tokens[0].text == "Each":
        yield from _meant(tokens, 0, ground, set(), leading=True)
    others = find_others(tokens)
    if others is not None and len(ground.earlier) >= FIRST_OPENINGS:
        yield Need(ground.stems(others.text), leading=True)
    seen: set[str] = set()
    waiting: list[str] = []
    for at, token in enumerate(tokens):
        word = token.text.lower()
        if token.tag in NAMING:
            waiting.append(token.text)
        if leans(tokens, at):
            yield Need(frozenset(), leading=False)
        if word not in ARTICLES or token.tag not in {"DT", "IN", "WDT"}:
            continue
        if opens and word == "the":
            continue
        if _is_by_nation(tokens, at):
            yield Need(ground.people, leading=at < verb)
        if _is_by_age(tokens, at):
            yield Need(ground.stems(tokens[at + 2].text), leading=True)
        for noun in waiting:
            seen.update(find_kin(ground.stems(noun), ground.language))
        waiting.clear()
        yield from _owned(tokens, at, ground, seen, leading=at < verb)
        yield from _meant(tokens, at, ground, seen, leading=at < verb)


def _counted(tokens: Sequence[Token], ground: _Ground) -> Iterator[Need]:
    """Some or all of those of whom only the article tells, at the opening."""
    if counts_alone(tokens):
        yield Need(frozenset(), leading=True)
    if ground.earlier and opens_on_the_two(tokens):
        yield Need(ground.told, leading=True)
    if ground.earlier and opens_on_members(tokens):
        yield Need(ground.stems(ground.earlier[0].text), leading=True)


def _meant(
    tokens: Sequence[Token],
    at: int,
    ground: _Ground,
    seen: set[str],
    *,
    leading: bool,
) -> Iterator[Need]:
    """The thing that the article stands for, if nothing tells which one it is."""
    head = find_head(tokens, at)
    if head is None or is_known(tokens[at + 1 : head + 1]):
        return
    noun, word = tokens[head].text, tokens[at].text.lower()
    if at and noun.lower() in TEXTS:
        return  # "wrote in the report"
    shows = word in POINTING and tokens[at].tag == "DT"
    found = ground.stems(noun)
    if found & seen:
        return
    if is_person(noun):
        yield Need(found | ground.people, leading=leading)
    elif points_back(noun) or ground.tells(found):
        new = word == "the" and is_brought_in(noun, ground.earlier)
        yield Need(found, leading=shows or leading or new)
    elif shows:
        yield Need(frozenset(), leading=True)
    elif ground.earlier and _opens_bare(tokens, at, head):
        yield Need(found, leading=True)


def _opens_bare(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether it opens on a noun with no more than "the": "The pleas failed".

    A sum is news whatever it is of: "The loss may come to $87 million".
    """
    behind = tokens[head + 1 : head + 2]
    bare = at == 0 and head == 1 and bool(behind) and behind[0].tag in FINITE
    return bare and not any(token.tag == "CD" for token in tokens)


def _owned(
    tokens: Sequence[Token],
    at: int,
    ground: _Ground,
    seen: set[str],
    *,
    leading: bool,
) -> Iterator[Need]:
    """The one whose it is: "the hospital's roof"."""
    owner = find_owner(tokens, at)
    if owner is None or is_known(tokens[at + 1 : owner + 1]):
        return
    noun = tokens[owner].text
    found = ground.stems(noun)
    if found & seen or not (points_back(noun) or ground.tells(found)):
        return
    if is_person(noun):
        found |= ground.people
    yield Need(found, leading=leading)


def _named(before: Sequence[Sentence], language: str) -> frozenset[str]:
    """What may be the name of a place in the sentences before."""
    return frozenset(
        stem
        for sentence in before
        for name in NAME.findall(sentence.text)
        if name not in words("names", "calendar")
        for stem in stems(name, language=language)
    )


def _places(tokens: Sequence[Token]) -> Iterator[Token]:
    """Each "the city" in front of which the bullet has no name."""
    for the, token in pairwise(tokens):
        if token.text[0].isupper():
            return
        if the.text.lower() == "the" and token.text in words("pronouns", "local"):
            yield token


def _is_by_nation(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is no more than "the Australian" or "the Scot"."""
    places, nations = words("names", "places"), words("pronouns", "nations")
    named = at + 1
    while named < len(tokens) and tokens[named].text.islower():
        if tokens[named].tag not in {"JJ", "JJS", "VBN"}:
            return False
        named += 1
    if named + 1 >= len(tokens):
        return False
    name, following = tokens[named], tokens[named + 1]
    alone = following.tag in FINITE | {"VBN", "RB"} or following.text == ","
    nation = name.text in places or name.text in nations
    one = not name.text.endswith("s")  # "the Australians" are everybody
    return alone and nation and one and tokens[at].text.lower() == "the"


def _is_by_age(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is told from another of the name: "the younger Vale"."""
    words_ = [token.text for token in tokens[at + 1 : at + 3]]
    return len(words_) > 1 and words_[0] in BY_AGE and words_[1][0].isupper()
