"""Looking back for the one person that the sentences before a pronoun are about.

It looks back at most over a chain of sentences about the same person and gives up at
the first doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from summarizer.article import Span, touches
from summarizer.dangling import CAPITAL, GENDERED, fits
from summarizer.lexicon import words
from summarizer.rivals import has_rival
from summarizer.surroundings import speech_after, speech_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence
    from summarizer.discourse import Cast, Person

FARTHEST = 6
"""Sentences looked back over, those of the chain and whole quotations included."""
EMPTY = 1
"""Sentences about nobody that may stand between."""
WORD = re.compile(r"[\w'’-]+")
FIRST = frozenset({"the", "a", "an", "this", "one", "another", "their", "its"})
"""What a claim about others may begin with: "said ‹the› dog barked until he woke"."""
LONGEST_CUE = 4
"""Words that may stand beside a quotation and the name of whoever speaks."""
FRONT = re.compile(
    r"(?:[^,\"“”]{0,80},\s)?[\s\"“”'‘’(]*"
    r"(?:(?:but|and|so|yet|meanwhile|then|also|the|a|an|now|for|later|former),?\s)?$",
    re.IGNORECASE,
)
OPENING_NAME = re.compile(r"([A-Z][a-z]\w{1,40}) [a-z]")


def look_back(
    sentence: Sentence,
    wanted: str,
    cast: Cast,
    sentences: Sequence[Sentence],
    *,
    speaks: bool = False,
) -> Person | None:
    """The one person whom the sentences before are about, if "he" can mean only one.

    ``speaks`` tells that "he" says something: then it is whoever spoke before.
    """
    place = bisect_left(sentences, sentence.span.start, key=lambda s: s.span.start)
    if _in_open_quotation(place, sentences):
        return None
    empty = 0
    for before in reversed(sentences[max(0, place - FARTHEST) : place]):
        if _all_quoted(before, cast):
            continue
        present = [p for p in cast.people if first_mention(p, before, cast)]
        if present:
            if _opens_on_stranger(before, cast, sentences):
                return None
            person = _only(present, before, wanted, cast)
            other = person and not speaks and _tells_of_others(person, before, cast)
            return None if other else person
        if has_rival(before, wanted, cast, known=()) or _names_others(before, cast):
            return None
        if not _has_pronoun(before, wanted, cast):
            empty += 1
        if empty > EMPTY:
            return None
    return None


def _in_open_quotation(place: int, sentences: Sequence[Sentence]) -> bool:
    """Whether the paragraph before leaves a quotation open: who speaks is unknown."""
    if place == 0 or sentences[place - 1].paragraph == sentences[place].paragraph:
        return False
    marks = {'"': 0, "“": 0, "”": 0}
    for sentence in reversed(sentences[max(0, place - FARTHEST) : place]):
        if sentence.paragraph != sentences[place - 1].paragraph:
            break
        for mark in marks:
            marks[mark] += sentence.text.count(mark)
    return marks['"'] % 2 == 1 or marks["“"] > marks["”"]


def _opens_on_stranger(
    sentence: Sentence, cast: Cast, sentences: Sequence[Sentence]
) -> bool:
    """Whether its first word is a name that the cast doesn't know.

    "Fromme left in May, Ana Vale said", when Fromme goes by her nickname elsewhere.
    """
    match = OPENING_NAME.match(sentence.text)
    if not match or any(
        match[1] in words("names", kind) for kind in ("places", "calendar", "starters")
    ):
        return False
    first = Span(sentence.span.start, sentence.span.start + 1)
    known = [
        *(span for person in cast.people for span in person.mentions),
        *(span for body in cast.organisations for span in body.mentions),
    ]
    if any(span.covers(first) for span in known):
        return False
    return any(f" {match[1]}" in other.text for other in sentences)


def _names_others(sentence: Sentence, cast: Cast) -> bool:
    """Whether a capital in mid-sentence may be somebody who is not in the cast.

    "So were Jonah's wrists tied or his hands?"
    """
    base = sentence.span.start
    bodies = [span for body in cast.organisations for span in body.mentions]
    for match in CAPITAL.finditer(sentence.text):
        word = match.group()
        span = Span(base + match.start(), base + match.end())
        opens = not sentence.text[: match.start()].strip("\"“‘' ")
        known = any(
            word in words("names", kind) for kind in ("places", "calendar", "starters")
        )
        inside = any(span.overlaps(body) for body in bodies)
        if not (opens or known or inside or touches(span, cast.quoted)):
            return True
    return False


def _only(
    present: Sequence[Person], sentence: Sentence, wanted: str, cast: Cast
) -> Person | None:
    """The person the sentence is about, if nobody else fits."""
    fitting = [person for person in present if fits(person, wanted)]
    if len(fitting) != 1 or fitting[0].pronoun != wanted:
        return None
    person = fitting[0]
    if not _is_subject(person, sentence, cast):
        return None
    if _speaks_of_another(person, sentence, wanted, cast):
        return None
    return None if has_rival(sentence, wanted, cast, known=present) else person


def _speaks_of_another(
    person: Person, sentence: Sentence, wanted: str, cast: Cast
) -> bool:
    """Whether a "she" stands before the name: "she sold soap then, Choi said"."""
    span = first_mention(person, sentence, cast)
    base = sentence.span.start
    return span is not None and any(
        match[wanted] and base + match.end() <= span.start
        for match in GENDERED.finditer(sentence.text)
        if not touches(Span(base + match.start(), base + match.end()), cast.quoted)
    )


def _tells_of_others(person: Person, sentence: Sentence, cast: Cast) -> bool:
    """Whether the person only reports, and of something else than of themselves.

    "The sheriff said the trader had lied. ‹He› will pay a fine." Who will?
    """
    span = first_mention(person, sentence, cast)
    if span is None:
        return False
    base = sentence.span.start
    verb = speech_after().match(sentence.text, span.end - base)
    if verb is None and not speech_before().search(sentence.text[: span.start - base]):
        return False
    reach = (verb.end(), len(sentence.text)) if verb else (0, span.start - base)
    claim = [
        match[0].lower()
        for match in WORD.finditer(sentence.text, *reach)
        if not touches(Span(base + match.start(), base + match.end()), cast.quoted)
    ]
    first = next((word for word in claim if word in FIRST or GENDERED.match(word)), "")
    return first in FIRST or (not first and len(claim) > LONGEST_CUE)


def first_mention(person: Person, sentence: Sentence, cast: Cast) -> Span | None:
    """The person's first mention in the sentence outside quotations."""
    for span in person.mentions:
        if sentence.span.covers(span) and not touches(span, cast.quoted):
            return span
    return None


def _is_subject(person: Person, sentence: Sentence, cast: Cast) -> bool:
    """Whether the person opens the sentence or stands beside a reporting verb."""
    span = first_mention(person, sentence, cast)
    if span is None:
        return False
    start = span.start
    if person.title and span == person.name:
        start = min(start, person.title.start)
    before = sentence.text[: start - sentence.span.start]
    after = sentence.text[span.end - sentence.span.start :]
    if after.startswith(("'s", "’s", "'", "’ ")):
        return False
    return bool(
        FRONT.match(before)
        or speech_before().search(before)
        or speech_after().match(after)
    )


def _all_quoted(sentence: Sentence, cast: Cast) -> bool:
    """Whether nothing but marks stands outside quotations."""
    left = list(sentence.text)
    for quote in cast.quoted:
        start = max(0, quote.start - sentence.span.start)
        end = max(0, min(len(left), quote.end - sentence.span.start))
        left[start:end] = " " * max(0, end - start)
    return not any(character.isalnum() for character in left)


def _has_pronoun(sentence: Sentence, wanted: str, cast: Cast) -> bool:
    base = sentence.span.start
    return any(
        match[wanted]
        for match in GENDERED.finditer(sentence.text)
        if not touches(Span(base + match.start(), base + match.end()), cast.quoted)
    )
