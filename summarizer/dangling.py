"""Pronouns that have nobody before them in an edited sentence.

A ``View`` is the sentence as a draft leaves it, with the way back into the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summarizer.article import Span, touches
from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.discourse import Cast, Person

GENDERED = re.compile(
    r"\b(?:(?P<he>he|him|his|himself)|(?P<she>she|her|hers|herself))\b", re.IGNORECASE
)
POSSESSIVE = re.compile(r"(?:his|her)\s[a-z]")
NOUN_PHRASE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s(?!(?:wo)?men\b|people\b|children\b)[\w-]{1,29}[^\W_s]\s"
)
"""Whoever it is: a possessive behind it may be his or hers."""
RELATIVE = re.compile(r"\s(?:(?:that|who|whom)\s)?")
"""Between a noun and the pronoun of a clause that says which one is meant."""
DASH = re.compile(r"\s(?:--|[–—])\s")
FRONT_END = re.compile(rf",|{DASH.pattern}")
REACH = 60
"""Characters behind a fronted phrase in which the name must stand."""
LONGEST_MEASURE = 6
"""Words of "more than two and a half years after"."""
ARTICLE = re.compile(r"\b(?:[Tt]h(?:e|is|at)|[Aa]n?)\s\Z")
NOUN = re.compile(r"\s[a-z]")
WORD = re.compile(r"[\w-]+")
CAPITAL = re.compile(r"(?<![\w'’-])[^\W\d_a-z]\w{1,40}")


@dataclass(frozen=True, slots=True)
class View:
    """A bullet's text with the place in the article of each of its runs."""

    text: str
    runs: tuple[tuple[int, Span], ...]
    """Position in ``text`` and article span."""

    def span(self, start: int, end: int) -> Span:
        """The article's span of a stretch of ``text``; empty for added words."""
        for at, run in self.runs:
            if at <= start < at + len(run):
                offset = run.start + start - at
                return Span(offset, min(run.end, offset + end - start))
        return Span(0, 0)


def view(parts: Iterator[tuple[str, Span | None]]) -> View:
    """The text of ``parts`` and where each comes from."""
    text, runs = "", []
    for piece, span in parts:
        if span is not None:
            runs.append((len(text), span))
        text += piece
    return View(text, tuple(runs))


def dangling(shown: View, cast: Cast) -> re.Match[str] | None:
    """The first he or she outside quotations that nobody before it can be meant by."""
    for match in GENDERED.finditer(shown.text):
        if is_quoted(shown, match.start(), cast):
            continue
        wanted = "he" if match["he"] else "she"
        if _somebody(shown, match.start(), wanted, cast):
            return None
        return None if _named_after(shown, match, wanted, cast) else match
    return None


def visible(person: Person, shown: View) -> Iterator[tuple[int, Span]]:
    """The person's mentions that the view shows, with their positions in its text."""
    for at, run in shown.runs:
        start, end = run.start, run.end
        for span in person.mentions:
            if start <= span.start and span.end <= end:
                yield at + span.start - start, span


def fits(person: Person, wanted: str) -> bool:
    """Whether the pronoun may mean the person."""
    return person.pronoun in (wanted, None)


def unnamed(text: str, wanted: str) -> Iterator[re.Match[str]]:
    """Nouns for people without a name whom ``wanted`` may mean: "the suspect"."""
    nouns = _people_nouns(wanted)
    for match in WORD.finditer(text):
        if match[0] in nouns:
            yield match


def holds_unnamed(text: str) -> bool:
    """Whether a noun for a person without a name stands in the text."""
    return not _all_people_nouns().isdisjoint(WORD.findall(text))


def is_quoted(shown: View, at: int, cast: Cast) -> bool:
    """Whether the character of the view stands in a quotation."""
    return touches(shown.span(at, at + 1), cast.quoted)


def _somebody(shown: View, before: int, wanted: str, cast: Cast) -> bool:
    """Whether anybody stands before the position whom the pronoun may mean."""
    named = False
    for person in cast.people:
        for at, span in visible(person, shown):
            if at < before and not _only_says_which(shown.text, at, at + len(span)):
                if fits(person, wanted):
                    return True
                named = True
    front = shown.text[:before]
    if any(not _is_object(front, noun) for noun in unnamed(front, wanted)):
        return True
    if POSSESSIVE.match(shown.text, before) and NOUN_PHRASE.search(front):
        return True
    return not named and any(
        _may_be_a_name(match, cast, shown) for match in CAPITAL.finditer(front)
    )


def _only_says_which(text: str, start: int, end: int) -> bool:
    """Whether a name stands between an article and its noun: "the Vale inquiry"."""
    return (
        ARTICLE.search(text, max(0, start - 6), start) is not None
        and NOUN.match(text, end) is not None
    )


def _is_object(front: str, noun: re.Match[str]) -> bool:
    """Whether the pronoun right behind does something to the one meant by the noun.

    "The president she once pointed a gun at".
    """
    return RELATIVE.fullmatch(front, noun.end()) is not None


def _may_be_a_name(match: re.Match[str], cast: Cast, shown: View) -> bool:
    word = match.group()
    if match.start() == 0 and not CAPITAL.match(shown.text, match.end() + 1):
        return False  # any word opens with a capital there
    if _only_says_which(shown.text, *match.span()):
        return False
    if any(word in words("names", key) for key in ("starters", "places", "calendar")):
        return False
    span = shown.span(*match.span())
    return not any(span.overlaps(m) for o in cast.organisations for m in o.mentions)


def _named_after(shown: View, match: re.Match[str], wanted: str, cast: Cast) -> bool:
    """Whether the name follows a fronted phrase: "In her speech, Ana Vale said"."""
    end = _front_end(shown.text, match.end())
    if end < 0 or not _is_fronted(shown.text, match.start()):
        return False
    following = shown.text[end : end + REACH]
    if any(True for _ in unnamed(following, wanted)):
        return True
    return any(
        fits(person, wanted) and end <= at <= end + REACH
        for person in cast.people
        for at, _ in visible(person, shown)
    )


def _front_end(text: str, at: int) -> int:
    """Where what is fronted ends: at a comma, or behind an aside between dashes."""
    stop = FRONT_END.search(text, at)
    if stop is None:
        return -1
    if stop.group() == ",":
        return stop.start()
    close = DASH.search(text, stop.end())
    return close.end() if close else -1


def _is_fronted(text: str, at: int) -> bool:
    """Whether the pronoun stands behind a preposition or conjunction that opens.

    Words that say how long may come before it: "More than 20 years after his death".
    """
    front = [word.lower() for word in text[:at].split()]
    if not front:
        return False
    if front[0] in words("pronouns", "fronting", "opens"):
        return True
    if len(front) == 1:
        return front[0] in words("pronouns", "fronting", "inverts")
    measures = words("pronouns", "fronting", "measures")
    return (
        front[-1] in words("pronouns", "fronting", "times")
        and len(front) <= LONGEST_MEASURE
        and all(word in measures or word.isdigit() for word in front[:-1])
    )


@cache
def _all_people_nouns() -> frozenset[str]:
    return _people_nouns("he") | _people_nouns("she")


@cache
def _people_nouns(wanted: str) -> frozenset[str]:
    """The nouns for people whom ``wanted`` may mean: no "actress" for a "he"."""
    other = "she" if wanted == "he" else "he"
    against = words("pronouns", "people", other) | words("titles", other)
    return (words("pronouns", "people", "nouns") | words("titles", "roles")) - against
