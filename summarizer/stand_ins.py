"""Who a pronoun stands for, if it can be nobody else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer import full_names
from summarizer.article import Span
from summarizer.discourse import Organisation
from summarizer.lexicon import alternation, words
from summarizer.trace import guard
from summarizer.voices import find_cues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.bullet import Edit
    from summarizer.discourse import Person
    from summarizer.trace import Trace

PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she",
    "it": "it", "its": "it", "they": "they", "them": "they", "their": "they",
}  # fmt: skip
LOOK_BACK = 1500
"""Characters before a pronoun in which its antecedent is looked for; about ten
sentences."""
SENTENCES_BACK = 2
SENTENCE_END = re.compile(r"[.?!][\"”’)]?\s+(?=[\"“‘(]?[A-Z])|\n")

OPENING = re.compile(
    r"(?:^|(?<=[.?!\n\"”] )|(?<=\n))(?P<word>[A-Z][a-z]\w{1,40}) [a-z]"
)


def stands_for(trace: Trace, edit: Edit, new: str, pronoun: str) -> bool:
    """Whether the pronoun can only mean the one who is named."""
    kind = PRONOUNS[pronoun]
    if not _leads(trace, edit):
        return False
    for start in _windows(trace):
        near = list(_fitting(trace, kind, Span(start, edit.span.start)))
        if near:
            named = new in set(_ways(trace, near[0]))
            window = Span(start, edit.span.start)
            alone = (
                len(near) == 1
                and not _has_unnamed(trace, kind, window, near[0])
                and not _has_stranger(trace, window)
            )
            return alone and named and _acts(trace, near[0], window)
    return False


def _leads(trace: Trace, edit: Edit) -> bool:
    """Whether nobody else in its sentence can be meant: a first noun, or a speaker.

    "The suspect fled, but he died" leads back to the suspect; "Although he is angry,
    Vale left" leads on to Vale.
    """
    at = next((i for i, t in enumerate(trace.tokens) if t.span == edit.span), None)
    if at is None:
        return False
    reach = trace.sentence.span if at else Span(edit.span.end, edit.span.end)
    named = any(
        reach.covers(span) for person in trace.cast.people for span in person.mentions
    )
    if named and not _speaks(trace, at):
        return False
    if at and _leads_on(trace, at):
        return False
    nouns = {"NN", "NNP", "PRP"}
    things = guard("times.measures") | guard("attribution.plural")
    people = [
        i
        for i, token in enumerate(trace.tokens[:at])
        if token.tag in nouns
        and token.text not in words("names", "places")
        and trace.low[i] not in things
    ]
    return _speaks(trace, at) or not people


def _leads_on(trace: Trace, at: int) -> bool:
    """Whether a name follows behind a comma: "Asked where he worked, Crane left"."""
    rest = range(at + 1, len(trace.low) - 1)
    return any(
        trace.low[i] == "," and trace.tokens[i + 1].tag in {"NNP", "NNPS"}
        for i in rest
        if not trace.quoted[i]
    )


def _speaks(trace: Trace, at: int) -> bool:
    return any(cue.head == at for cue in find_cues(trace))


def _fitting(trace: Trace, kind: str, window: Span) -> Iterator[Person | Organisation]:
    """Everybody named in the window whom the pronoun fits."""
    for person in trace.cast.people:
        fits = kind in {"he", "she"} and person.pronoun in {None, kind}
        if fits and _is_named(person, window):
            yield person
    for body in trace.cast.organisations:
        if kind in {"it", "they"} and _is_named(body, window):
            yield body


def _has_unnamed(
    trace: Trace, kind: str, window: Span, named: Person | Organisation
) -> bool:
    """Whether a woman without a name may be the "she": "the woman, Choi said"."""
    if isinstance(named, Organisation) or kind not in {"he", "she"}:
        return False
    own = [*named.descriptors, *((named.title,) if named.title else ())]
    text = window.of(trace.article.text)
    for match in _unnamed(kind).finditer(text):
        found = Span(window.start + match.start(), window.start + match.end())
        if not any(span.overlaps(found) for span in own):
            return True
    return False


def _has_stranger(trace: Trace, window: Span) -> bool:
    """Whether a sentence opens on a name that nobody in the cast has: "Moe left"."""
    text, cast = trace.article.text, trace.cast
    known = [span for person in cast.people for span in person.mentions]
    known += [span for body in cast.organisations for span in body.mentions]
    for match in OPENING.finditer(text, window.start, window.end):
        word, at = match["word"], Span(*match.span("word"))
        listed = any(word in words("names", k) for k in ("places", "starters"))
        day = word in words("names", "calendar")
        if listed or day or any(span.overlaps(at) for span in known):
            continue
        if re.search(rf"[a-z,] {word}\b", text):
            return True
    return False


@cache
def _unnamed(kind: str) -> re.Pattern[str]:
    nouns = alternation("pronouns", "people", kind)
    return re.compile(
        rf"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat) (?:[\w-]{{1,20}} ){{0,3}}(?:{nouns})\b"
    )


def _acts(trace: Trace, named: Person | Organisation, window: Span) -> bool:
    """Whether somebody is more than an owner there: not only "Vale's plan"."""
    text = trace.article.text
    return any(
        window.covers(span) and text[span.end : span.end + 2] not in {"'s", "’s"}
        for span in (named.name, *named.mentions)
    )


def _is_named(named: Person | Organisation, window: Span) -> bool:
    return any(window.covers(span) for span in (named.name, *named.mentions))


def _ways(trace: Trace, person: Person | Organisation) -> Iterator[str]:
    if isinstance(person, Organisation):
        yield person.name.of(trace.article.text)
        return
    if not is_doubtful(trace, person):
        yield person.name.of(trace.article.text)
        yield titled(trace, person)
    if is_unique(trace, person):
        yield person.surname


def _windows(trace: Trace) -> Iterator[int]:
    """Where the words before a pronoun begin: two sentences back, then ever farther."""
    text, start = trace.article.text, trace.sentence.span.start
    floor = max(0, start - LOOK_BACK)
    ends = [match.end() for match in SENTENCE_END.finditer(text, floor, start)]
    yield from reversed(ends[:-SENTENCES_BACK])
    yield floor


def titled(trace: Trace, person: Person) -> str:
    """The name with the title that stands before it at first."""
    text = trace.article.text
    if person.title is None or person.title.end > person.name.start:
        return person.name.of(text)
    before = text[max(0, person.title.start - LOOK_BACK) : person.title.start]
    if full_names.is_torn(before):
        return person.name.of(text)
    return text[person.title.start : person.name.end]


def is_doubtful(trace: Trace, person: Person) -> bool:
    """Whether the full name may be another's than whom the bare surname means."""
    text = trace.article.text
    return full_names.is_doubtful(text, person.name.of(text), person.surname)


def is_unique(trace: Trace, person: Person) -> bool:
    """Whether nobody else in the article has the surname."""
    same = [other for other in trace.cast.people if other.surname == person.surname]
    return len(same) == 1
