"""Who and what an article names, with what it says about each.

People and bodies are found by ``people`` and ``organisations``; here they get their
descriptors and the pronoun that the text gives evidence for.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from summarizer.article import Span, touches
from summarizer.dangling import holds_unnamed
from summarizer.discourse import Cast, Person
from summarizer.lexicon import alternation, words
from summarizer.names import find_runs, read
from summarizer.organisations import find_organisations
from summarizer.people import find_people
from summarizer.quotes import find_quotes
from summarizer.surroundings import apposition_of, title_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Article, Sentence
    from summarizer.discourse import Pronoun, Quotations
    from summarizer.names import Naming
    from summarizer.persons import Draft

LOWER = re.compile(r"\b[a-z]{2,40}\b")
PRONOUN = re.compile(
    r"\b(?:(he|him|his|himself)|(she|her|hers|herself))\b", re.IGNORECASE
)
OVERRULES = 3
"""Agreements in the text that outweigh a forename; with fewer we don't know."""


def find_cast(
    article: Article,
    sentences: Sequence[Sentence],
    *,
    quotations: Quotations | None = None,
) -> Cast:
    """Everybody and every body named in ``sentences``, in order of the first mention.

    ``quotations`` are the article's, looked for here where they are not given.

    >>> from summarizer.article import Article, Sentence
    >>> text = "Nurse Ana Vale said she will not sign."
    >>> whole = Span(0, len(text))
    >>> cast = find_cast(Article(text=text, paragraphs=(whole,)),
    ...                  [Sentence(text, whole, 0, 0)])
    >>> [(p.name.of(text), p.surname, p.pronoun) for p in cast.people]
    [('Ana Vale', 'Vale', 'she')]
    """
    lower = frozenset(chain.from_iterable(LOWER.findall(s.text) for s in sentences))
    found = (read(run, lower) for run in find_runs(sentences))
    namings = [naming for naming in found if naming.name]
    organisations = find_organisations(article, namings)
    taken = frozenset(short for body in organisations for short in body.short)
    drafts = find_people(article.text, namings, lower, taken)
    quoted = _quoted(quotations or find_quotes(article))
    _describe(article.text, namings, drafts)
    _find_descriptors(sentences, drafts, quoted)
    votes = _votes(sentences, drafts, quoted)
    people = tuple(_person(draft, votes[place]) for place, draft in enumerate(drafts))
    return Cast(people, organisations, quoted)


def _quoted(found: Quotations) -> tuple[Span, ...]:
    return tuple(sorted([*(quote.span for quote in found.quotes), *found.unsafe]))


def _person(draft: Draft, votes: int) -> Person:
    return Person(
        name=draft.name,
        surname=draft.surname,
        full=draft.full,
        title=draft.title,
        descriptors=tuple(sorted(draft.descriptors)),
        pronoun=_pronoun(draft, votes),
        mentions=tuple(span for _, span in draft.mentions),
    )


def _describe(text: str, namings: Sequence[Naming], drafts: Sequence[Draft]) -> None:
    """Adds head nouns and appositive descriptors from every mention."""
    owner = {(s.start, s.end): draft for draft in drafts for _, s in draft.mentions}
    for naming in namings:
        draft = owner.get((naming.name[0].span.start, naming.name[-1].span.end))
        if draft is None:
            continue
        title = title_of(naming)
        if title:
            draft.heads |= {word.rstrip(".").lower() for word in title.of(text).split()}
            draft.words_of_title |= set(title.of(text).split())
        found = apposition_of(naming)
        if found:
            draft.heads.add(found[0])
            draft.words_of_title |= set(found[1].of(text).split())
            draft.descriptors.append(found[1])


@cache
def _definite() -> re.Pattern[str]:
    """A definite noun phrase that ends in a role: "the Russian leader"."""
    roles = alternation("titles", "roles")
    return re.compile(
        rf"\b[Tt]he (?P<front>(?:[\w-]{{1,30}} ){{0,3}}?)(?P<role>{roles})\b"
        r"(?! of\b|['’-]| [A-Z])"
    )


def _find_descriptors(
    sentences: Sequence[Sentence], drafts: Sequence[Draft], quoted: Sequence[Span]
) -> None:
    """Adds later definite descriptors whose head noun only one person bears."""
    bearers: dict[str, list[Draft]] = {}
    for draft in drafts:
        for head in sorted(draft.heads):
            bearers.setdefault(head, []).append(draft)
    for sentence in sentences:
        if not any(map(sentence.text.__contains__, bearers)):
            continue
        for match in _definite().finditer(sentence.text):
            found = bearers.get(match["role"], [])
            start = sentence.span.start + match.start()
            span = Span(start, start + len(match.group()))
            if (
                len(found) == 1
                and span > found[0].name
                and found[0].words_of_title.issuperset(match["front"].split())
                and not touches(span, quoted)
            ):
                found[0].descriptors.append(span)


def _votes(
    sentences: Sequence[Sentence], drafts: Sequence[Draft], quoted: Sequence[Span]
) -> list[int]:
    """Per person: how often "he" agrees with it minus how often "she" does."""
    present: dict[int, dict[int, int]] = {}
    for person, draft in enumerate(drafts):
        for place, span in draft.mentions:
            if not touches(span, quoted):
                present.setdefault(place, {}).setdefault(person, span.end)
    votes = [0] * len(drafts)
    for place, people in present.items():
        if len(people) == 1:
            [(person, end)] = people.items()
            votes[person] += _first_pronoun(sentences[place], end, quoted)
            following = place + 1
            if _has_others(sentences[place], end):
                continue
            if following < len(sentences) and following not in present:
                votes[person] += _first_pronoun(sentences[following], 0, quoted)
    return votes


def _has_others(sentence: Sentence, end: int) -> bool:
    """Whether the next sentence's "she" may be somebody else's.

    An unnamed woman is in the sentence, or a "she" before the name: "she left, Choi
    said".
    """
    front = sentence.text[: max(0, end - sentence.span.start)]
    return PRONOUN.search(front) is not None or holds_unnamed(front)


def _first_pronoun(sentence: Sentence, after: int, quoted: Sequence[Span]) -> int:
    """1 for "he", -1 for "she", 0 when there is none outside quotations."""
    base = sentence.span.start
    for match in PRONOUN.finditer(sentence.text, max(0, after - base)):
        if not touches(Span(base + match.start(), base + match.end()), quoted):
            return 1 if match[1] else -1
    return 0


def _pronoun(draft: Draft, votes: int) -> Pronoun | None:
    told = _told(draft)
    if told:
        return told
    expected = _expected(draft)
    if votes * expected < 0 and abs(votes) < OVERRULES:
        return None
    votes = votes or expected
    if not votes:
        return None
    return "he" if votes > 0 else "she"


def _expected(draft: Draft) -> int:
    """What the forename alone makes likely: 1 for he, -1 for she."""
    first = draft.words[0].text if draft.full or draft.title is None else ""
    return (first in words("names", "male")) - (first in words("names", "female"))


def _told(draft: Draft) -> Pronoun | None:
    """What a title or a role says: "Mrs.", "actress"."""
    he = draft.heads & _lower("he")
    she = draft.heads & _lower("she")
    if bool(he) == bool(she):
        return None
    return "he" if he else "she"


@cache
def _lower(pronoun: str) -> frozenset[str]:
    return frozenset(word.lower() for word in words("titles", pronoun))
