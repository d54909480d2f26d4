"""What a bullet takes for known: "the drill", "those marches", "the TV star".

A noun with "the" that the article brought in before means nothing to a reader who has
not read that sentence. The choice asks whether a bullet before tells of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.article import touched, touches
from summarizer.bullet import shown
from summarizer.lexicon import words
from summarizer.pointers import find_pointers
from summarizer.stems import stems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizer.article import Sentence, Token
    from summarizer.bullet import Bullet
    from summarizer.discourse import Cast

POINTING = frozenset({"this", "that", "these", "those"})
ARTICLES = frozenset({"the"}) | POINTING
NOUNS = frozenset({"NN", "NNS"})
NAMES = frozenset({"NNP", "NNPS"})
INNER = NOUNS | {"JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS", "RB"}
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LIKENING = frozenset({"such", "similar"})
"""Like what was told before."""
AFTERWARDS = re.compile(
    r"(?:Soon|Afterwards?|In the beginning),|Then [A-Z]"
    r"|In the (?:days|weeks|months|years) since,"
    r"|(?:[\w-]{1,12} ){1,3}(?:minute|hour|day|week|month|year|decade|centur)"
    r"(?:y|ies|s)? (?:later|earlier|before that|after that)\b"
)
"""After what was told before: "Two weeks later, ..."."""
NAME = re.compile(r"(?<=[a-z,] )[A-Z]\w+")
"""A word with a capital inside a sentence."""
IDENTIFYING = frozenset({"of", "that", "who", "which", "whose", "where", "to", "for"})
"""What follows a noun that says itself which one is meant."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that the reader must have heard of."""

    stems: frozenset[str]
    """Any of these words in a bullet before tells of it; none does when it is empty."""
    leading: bool
    """Whether the bullet is about it: it stands before the first verb."""


def find_needs(
    bullet: Bullet,
    tokens: Sequence[Token],
    cast: Cast,
    sentences: Sequence[Sentence],
    *,
    language: str = "en",
) -> tuple[Need, ...]:
    """What the bullet, as edited, takes for known; ``tokens`` are its sentence's."""
    told = shown(bullet, tokens)
    regions = touched(bullet.source.span, cast.quoted)
    spoken = (
        [token for token in told if touches(token.span, regions)] if regions else []
    )
    quoted = frozenset(spoken)
    kept = [token for token in told if token not in quoted] if quoted else told
    earlier = sentences[: bullet.source.index]
    people = partial(_surnames, cast)
    pointers = find_pointers(told, quoted)
    found = (
        *(Need(frozenset(), leading=True) for _ in pointers),
        *_needs(kept, earlier, people, language, opens=bullet.source.index == 0),
        *(
            Need(named - people(), leading=True)
            for _ in _places(kept)
            if (named := _named(earlier, language))
        ),
    )
    linked = _opens_on_link(bullet.text)
    return (Need(frozenset(), leading=True), *found) if linked else found


def _opens_on_link(text: str) -> bool:
    """Whether it is like something told before, or comes after it."""
    return (
        text.split(" ", 1)[0].lower() in LIKENING or AFTERWARDS.match(text) is not None
    )


def _surnames(cast: Cast) -> frozenset[str]:
    return frozenset(stem for person in cast.people for stem in stems(person.surname))


def _needs(
    tokens: Sequence[Token],
    earlier: Sequence[Sentence],
    people: Callable[[], frozenset[str]],
    language: str,
    *,
    opens: bool,
) -> Iterator[Need]:
    verb = next((i for i, t in enumerate(tokens) if t.tag in FINITE), len(tokens))
    if _counts_alone(tokens):
        yield Need(frozenset(), leading=True)
    nouns: list[str] = []
    for at, token in enumerate(tokens):
        word = token.text.lower()
        if token.tag in NOUNS:
            nouns.append(token.text)
        if word == "there" and token.tag == "RB":
            yield Need(frozenset(), leading=False)
        if word not in ARTICLES or token.tag not in {"DT", "IN", "WDT"}:
            continue
        if opens and word == "the":
            continue
        if _is_by_nation(tokens, at):
            yield Need(people(), leading=at < verb)
        head = _head(tokens, at)
        if head is None or _is_known(tokens[at + 1 : head + 1]):
            continue
        found = frozenset(stems(tokens[head].text, language=language))
        shows = word in POINTING and token.tag == "DT"
        if not found.isdisjoint(stems(" ".join(nouns), language=language)):
            continue
        if _is_person(tokens[head].text):
            yield Need(found | people(), leading=at < verb)
        elif _points_back(tokens[head].text) or _is_told(found, earlier, language):
            yield Need(found, leading=shows or at < verb)
        elif shows:
            yield Need(frozenset(), leading=True)


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


def _is_told(found: frozenset[str], earlier: Sequence[Sentence], language: str) -> bool:
    """Whether an earlier sentence tells of it."""
    return any(
        not found.isdisjoint(stems(sentence.text, language=language))
        for sentence in earlier
    )


def _counts_alone(tokens: Sequence[Token]) -> bool:
    """Whether it opens on "One stands ...", "Not all were": of whom nobody knows."""
    words_ = [token for token in tokens if token.text[0].isalnum()]
    lows = [token.text.lower() for token in words_[:2]]
    opens = 1 if lows in (["the", "one"], ["the", "ones"], ["not", "all"]) else 0
    behind = FINITE | {"VBN", "IN", "WDT", "WP"} if lows[:1] == ["the"] else FINITE
    return (
        len(words_) > opens + 1
        and (opens == 1 or lows[0] in words("pronouns", "counting"))
        and words_[opens + 1].tag in behind
    )


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


def _points_back(noun: str) -> bool:
    """Whether the noun nearly always means something told before: "the incident"."""
    return noun.lower() in words("pronouns", "definite", "anaphoric")


def _head(tokens: Sequence[Token], at: int) -> int | None:
    """The noun that the article belongs to, unless its phrase says which one it is."""
    end = at + 1
    while end < len(tokens) and tokens[end].tag in INNER:
        end += 1
    if _is_verb(tokens, end - 1):
        end -= 1
    head = end - 1
    if head <= at or not _is_noun(tokens[head]):
        return None
    following = tokens[end] if end < len(tokens) else None
    if following is not None and (
        following.tag in NAMES or following.text.lower() in IDENTIFYING
    ):
        return None
    return head


def _is_verb(tokens: Sequence[Token], at: int) -> bool:
    """Whether what looks like a participle is the verb: "the woman needed a coat"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        tokens[at].tag == "VBN"
        and following is not None
        and following.tag in {"DT", "PRP", "PRP$", "NN", "NNS", "NNP"}
    )


def _is_noun(token: Token) -> bool:
    """Whether it is a noun, or an adjective for a person: "the female"."""
    return token.tag in NOUNS or token.text.lower() in {"male", "female"}


def _is_known(phrase: Sequence[Token]) -> bool:
    """Whether everybody knows which one: "the government", "this season's race"."""
    first, noun = phrase[0].text.lower(), phrase[-1].text.lower()
    times = words("pronouns", "demonstrative", "time")
    return noun in words("pronouns", "known") or noun in times or first in times


def _is_person(noun: str) -> bool:
    low = noun.lower()
    return (
        low in words("pronouns", "people", "nouns")
        or low in words("titles", "roles")
        or low in {"male", "female"}
    )
