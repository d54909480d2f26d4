"""Why a bullet cannot stand alone.

Its opening leans on another sentence, or a pronoun has nobody before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from summarizer.article import Span, touches
from summarizer.bullet import pieces
from summarizer.lexicon import alternation, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence
    from summarizer.bullet import Bullet
    from summarizer.discourse import Cast, Person

Kind = Literal[
    "pronoun", "demonstrative", "contrast", "additive", "reference", "definite"
]

GENDERED = re.compile(
    r"\b(?:(?P<he>he|him|his|himself)|(?P<she>she|her|hers|herself))\b", re.IGNORECASE
)
START = re.compile(r"[\s\-–—*•:;,.]*")
NEUTRAL = re.compile(r"(they|it|their|its|them|theirs)\b", re.IGNORECASE)
FRONTED = re.compile(
    r"(?:in|with|for|after|before|despite|to|at|on|by|from|of|among|like|because of"
    r"|according to|without|under|against)\s"
    r"(it|him|them|this|that|these|those|their|its)\b(?=[,\s])",
    re.IGNORECASE,
)
THE = re.compile(
    r"(?P<the>the|this|that|these|those)\s(?P<rest>(?:[a-z][\w'’-]{0,30}\s?){0,3})",
    re.IGNORECASE,
)
IDENTIFIED = re.compile(r"\s?(?:of|that|who|which|whose|to|behind|between)\b")
POSSESSIVE = re.compile(r"(?:his|her)\s[a-z]")
NOUN_PHRASE = re.compile(r"\b(?:[Tt]he|[Aa]n?)\s[\w-]{2,30}\s")
"""Whoever it is: a possessive behind it may be his or hers."""
INDEFINITE = re.compile(
    r"\b(?:an?|another|two|three|several|some)(?: [\w-]{1,30}){0,2}$", re.IGNORECASE
)
CAPITAL = re.compile(r"(?<![\w'’-])[^\W\d_a-z]\w{1,40}")


@dataclass(frozen=True, slots=True)
class OpeningFault:
    """Why a bullet can't stand alone, and the words that show it."""

    kind: Kind
    span: Span
    """In the article."""
    hard: bool
    """Whether the reader is lost; otherwise the bullet only leans on another."""

    @property
    def mendable(self) -> bool:
        """Whether dropping ``span`` mends it."""
        return self.kind == "additive"


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


def opening_fault(
    bullet: Bullet, cast: Cast, sentences: Sequence[Sentence]
) -> OpeningFault | None:
    """What keeps the bullet, as edited, from standing alone; None when nothing does."""
    shown = view(pieces(bullet.source, bullet.edits))
    at = _opening(shown)
    found = None
    if not _quoted(shown, at, cast):
        found = _linked(shown, at) or _pointing(shown, at)
    if found is None or not found.hard:
        match = dangling(shown, cast)
        if match:
            found = OpeningFault("pronoun", shown.span(*match.span()), hard=True)
    if found is None and not _quoted(shown, at, cast):
        found = _definite(shown, at, bullet.source, sentences)
    return found


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
        if _quoted(shown, match.start(), cast):
            continue
        wanted = "he" if match["he"] else "she"
        if _somebody(shown, match.start(), wanted, cast):
            return None
        return None if _named_after(shown, match, wanted, cast) else match
    return None


def fits(person: Person, wanted: str) -> bool:
    """Whether the pronoun may mean the person."""
    return person.pronoun in (wanted, None)


def unnamed(text: str, wanted: str) -> Iterator[re.Match[str]]:
    """Nouns for people without a name whom ``wanted`` may mean: "the suspect"."""
    other = "she" if wanted == "he" else "he"
    against = words("pronouns", "people", other) | words("titles", other)
    for match in _people_nouns().finditer(text):
        if match.group() not in against:
            yield match


def visible(person: Person, shown: View) -> Iterator[tuple[int, Span]]:
    """The person's mentions that the view shows, with their positions in its text."""
    for at, run in shown.runs:
        for span in person.mentions:
            if run.covers(span):
                yield at + span.start - run.start, span


def inside(span: Span, cast: Cast) -> bool:
    """Whether the span touches a quotation."""
    return touches(span, cast.quoted)


def _opening(shown: View) -> int:
    match = START.match(shown.text)
    return match.end() if match else 0


def _quoted(shown: View, at: int, cast: Cast) -> bool:
    return inside(shown.span(at, at + 1), cast)


def _linked(shown: View, at: int) -> OpeningFault | None:
    """A linking word or a phrase that points back."""
    match = _links().match(shown.text, at)
    if not match:
        return None
    span = shown.span(match.start(), match.end())
    if match["contrast"]:
        return OpeningFault("contrast", span, hard=True)
    if match["additive"]:
        return OpeningFault("additive", span, hard=False)
    return OpeningFault("reference", span, hard=bool(match["hard"]))


@cache
def _links() -> re.Pattern[str]:
    so = alternation("pronouns", "additive", "not_after_so")
    return re.compile(
        rf"""
        (?P<contrast>(?:{_spaced("contrast", "bare")})\b
          |(?:{_spaced("contrast", "comma")})(?=,))
        |(?P<additive>(?:so\b(?![ -](?:{so})\b))
          |(?!so\b)(?:{_spaced("additive", "bare")})\b
          |(?:{_spaced("additive", "comma")})(?=,))
        |(?P<hard>(?:{_spaced("reference", "hard")})(?!\w))
        |(?P<soft>(?:{_spaced("reference", "soft")})(?!\w))
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _spaced(*path: str) -> str:
    return alternation("pronouns", *path).replace("'", "['’]")


def _pointing(shown: View, at: int) -> OpeningFault | None:
    """They, it, this and their kind at the opening."""
    fronted = FRONTED.match(shown.text, at)
    if fronted and not _points_at_time(shown.text, fronted.end()):
        return OpeningFault("pronoun", shown.span(*fronted.span(1)), hard=True)
    neutral = NEUTRAL.match(shown.text, at)
    if neutral:
        if neutral[1].lower() == "it" and _expletive().match(shown.text, neutral.end()):
            return None
        return OpeningFault("pronoun", shown.span(*neutral.span()), hard=True)
    match = THE.match(shown.text, at)
    if not match or match["the"].lower() == "the":
        return None
    return _demonstrative(shown, match)


def _demonstrative(shown: View, match: re.Match[str]) -> OpeningFault | None:
    following = match["rest"].split()
    span = shown.span(*match.span("the"))
    if _points_at_time(shown.text, match.end("the")) or following[:1] == ["who"]:
        return None
    alone = not following or following[0] in words("pronouns", "demonstrative", "verbs")
    if alone and not shown.text[match.end("the") + 1 :][:1].islower():
        return None
    return OpeningFault("demonstrative", span, hard=alone)


def _points_at_time(text: str, at: int) -> bool:
    following = text[at : at + 60].split()
    return bool(following) and following[0].lower().strip(",.") in words(
        "pronouns", "demonstrative", "time"
    )


@cache
def _expletive() -> re.Pattern[str]:
    """What follows an "it" that stands for nothing."""
    after = alternation("pronouns", "expletive", "after_it")
    verbs = alternation("pronouns", "expletive", "verbs")
    return re.compile(
        rf"(?:['’]s| is| was| will be| has been| may be| would be| could be| isn['’]t"
        rf"| wasn['’]t) (?:(?:very|not|still|also|far from|widely) )?(?:{after})\b"
        rf"| (?:{verbs})\b"
    )


def _definite(
    shown: View, at: int, sentence: Sentence, sentences: Sequence[Sentence]
) -> OpeningFault | None:
    """A noun with "the" that an earlier sentence brought in."""
    match = THE.match(shown.text, at)
    earlier = [other for other in sentences if other.span < sentence.span]
    if not match or not earlier:
        return None
    for noun in re.finditer(r"[\w'’-]+", match["rest"]):
        end = match.start("rest") + noun.end()
        if IDENTIFIED.match(shown.text, end):
            return None
        if noun.group() in words("pronouns", "definite", "anaphoric") or _brought_in(
            noun.group(), earlier
        ):
            return OpeningFault("definite", shown.span(match.start(), end), hard=False)
    return None


def _brought_in(noun: str, earlier: Sequence[Sentence]) -> bool:
    """Whether "a fire" stands before "the fire"."""
    for sentence in earlier:
        at = sentence.text.find(f" {noun}")
        if at > 0 and INDEFINITE.search(sentence.text[max(0, at - 60) : at]):
            return True
    return False


def _somebody(shown: View, before: int, wanted: str, cast: Cast) -> bool:
    """Whether anybody stands before the position whom the pronoun may mean."""
    named = False
    for person in cast.people:
        for at, _ in visible(person, shown):
            if at < before:
                if fits(person, wanted):
                    return True
                named = True
    front = shown.text[:before]
    if any(True for _ in unnamed(front, wanted)):
        return True
    if POSSESSIVE.match(shown.text, before) and NOUN_PHRASE.search(front):
        return True
    return not named and any(
        _may_be_a_name(match, cast, shown) for match in CAPITAL.finditer(front)
    )


def _may_be_a_name(match: re.Match[str], cast: Cast, shown: View) -> bool:
    word = match.group()
    if any(word in words("names", key) for key in ("starters", "places", "calendar")):
        return False
    span = shown.span(*match.span())
    return not any(span.overlaps(m) for o in cast.organisations for m in o.mentions)


def _named_after(shown: View, match: re.Match[str], wanted: str, cast: Cast) -> bool:
    """Whether the name follows a fronted phrase: "In her speech, Ana Vale said"."""
    comma = shown.text.find(",", match.end())
    if comma < 0 or not _is_fronted(shown.text, match.start()):
        return False
    following = shown.text[comma : comma + 60]
    if any(True for _ in unnamed(following, wanted)):
        return True
    return any(
        fits(person, wanted) and comma < at <= comma + 60
        for person in cast.people
        for at, _ in visible(person, shown)
    )


def _is_fronted(text: str, at: int) -> bool:
    """Whether the pronoun stands behind a preposition or conjunction that opens."""
    first = text[:at].split()
    return bool(first) and first[0].lower() in {
        *("in", "after", "before", "when", "while", "as", "with", "despite", "since"),
        *("during", "at", "on", "for", "by", "although", "though", "from", "to", "if"),
        *(
            "until",
            "throughout",
            "according",
            "amid",
            "given",
            "following",
            "because",
            "unlike",
            "like",
            "under",
            "of",
            "once",
        ),
    }


@cache
def _people_nouns() -> re.Pattern[str]:
    nouns = "|".join(
        (alternation("pronouns", "people", "nouns"), alternation("titles", "roles"))
    )
    return re.compile(rf"(?<![\w-])(?:{nouns})(?![\w-])")
