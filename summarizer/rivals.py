"""Who else a pronoun may mean: unnamed people, and names that are in no cast."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.article import Span, touches
from summarizer.dangling import unnamed
from summarizer.lexicon import alternation, words
from summarizer.name_words import is_name, is_role
from summarizer.names import find_runs, read
from summarizer.surroundings import speech_after

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence
    from summarizer.discourse import Cast, Person
    from summarizer.names import Naming

AUXILIARY = re.compile(
    r"(?:['’]s)? (?:was|is|has|had|did|would|will|could|may|can|does|never|also)\b"
)


def has_rival(
    sentence: Sentence, wanted: str, cast: Cast, *, known: Sequence[Person]
) -> bool:
    """Whether the sentence holds somebody unnamed or unknown who may be meant too."""
    own = [span for person in known for span in _own_words(person)]
    base = sentence.span.start
    for match in unnamed(sentence.text, wanted):
        span = Span(base + match.start(), base + match.end())
        if not touches(span, cast.quoted) and not any(
            span.overlaps(mine) for mine in own
        ):
            return True
    return any(
        not touches(span, cast.quoted) and not any(span.overlaps(mine) for mine in own)
        for span in (*_agents(sentence, wanted), *_unknown(sentence, cast))
    )


def _agents(sentence: Sentence, wanted: str) -> Iterator[Span]:
    """Words that may mean somebody by their ending: "reached the ‹kayaker›"."""
    things = words("pronouns", "people", "things")
    others = words("pronouns", "people", "she" if wanted == "he" else "he")
    for match in _agent().finditer(sentence.text):
        if match["noun"].lower() not in things | others:
            start = sentence.span.start + match.start("noun")
            yield Span(start, start + len(match["noun"]))


@cache
def _agent() -> re.Pattern[str]:
    ending = alternation("pronouns", "people", "agents")
    other = alternation("pronouns", "people", "more")
    return re.compile(
        r"(?:\b(?:[Tt]he|[Aa]n?|[Aa]nother|[Hh]is|[Hh]er|[Tt]heir|[Tt]h(?:is|at)|[Oo]ne)"
        r"|['’]s) "
        r"(?:[\w-]{1,20} ){0,3}?"
        rf"(?P<noun>\w{{1,20}}(?:{ending})|{other})\b(?! [A-Z])"
    )


def _own_words(person: Person) -> Iterator[Span]:
    yield from person.mentions
    yield from person.descriptors
    if person.title:
        yield person.title


def _unknown(sentence: Sentence, cast: Cast) -> Iterator[Span]:
    """Names in the sentence that may be people's and are not in the cast."""
    named = [span for person in cast.people for span in person.mentions]
    named += [span for body in cast.organisations for span in body.mentions]
    for run in find_runs([sentence]):
        naming = read(run, frozenset())
        if not naming.name or not is_name(naming.name):
            continue
        span = Span(naming.name[0].span.start, naming.name[-1].span.end)
        if _likely(naming) and not any(span.overlaps(known) for known in named):
            yield span


def _likely(naming: Naming) -> bool:
    """Whether a name that is in no cast may well be a person's."""
    after = naming.run.after
    speaks = bool(speech_after().match(after) or AUXILIARY.match(after))
    word = naming.name[-1].text
    if naming.doubtful and len(naming.name) == 1:
        # "Prosecutors said", "Neighbor says"
        return speaks and word[-1] != "s" and not is_role(word.lower())
    return speaks or len(naming.name) > 1 or bool(naming.title)
