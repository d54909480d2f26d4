"""Why a bullet cannot stand alone.

Its opening leans on another sentence, or a pronoun has nobody before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from summarizer.brought_in import is_brought_in
from summarizer.bullet import pieces
from summarizer.dangling import View, dangling, is_quoted, view
from summarizer.fragments import is_fragment, is_question, unmet_plural
from summarizer.lexicon import alternation, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence, Span
    from summarizer.bullet import Bullet
    from summarizer.discourse import Cast

Kind = Literal[
    "pronoun",
    "demonstrative",
    "contrast",
    "additive",
    "reference",
    "definite",
    "fragment",
    "question",
]

START = re.compile(r"[\s\-–—*•:;,.]*")
NEUTRAL = re.compile(r"(they|it|their|its|them|theirs)\b", re.IGNORECASE)
FRONTED = re.compile(
    r"(?:in|with|for|after|before|despite|to|at|on|by|from|of|among|like|because of"
    r"|according to|without|under|against|beyond|behind|beneath|around|between|through"
    r"|during|since|into|onto|over|above|as)\s"
    r"(it|him|them|this|that|these|those|their|its)\b(?=[,\s])",
    re.IGNORECASE,
)
OWNED_BEHIND = re.compile(r"\s[a-z][^,;]{2,90}, (?:the|an?|[A-Z][\w'’-]{1,30})\s")
"""What follows "With its": things, and behind a comma whose they are."""
THE = re.compile(
    r"(?P<the>(?i:the|this|that|these|those))(?:\s|(?=['’]s\s))"
    r"(?P<rest>(?:[a-z][\w'’-]{0,30}\s?){0,3})"
)
TELLS_OF = re.compile(r"The [a-z]{3,20}: ")
"""Of what it is the definition, the verdict or the result stands before."""
ELLIPSIS = re.compile(
    r"\b(?:he|she|they|it|someone|somebody|nobody|one|others) (?:had|would|did|could"
    r"|will|does|do|has|was|were|is|are)(?: not|n['’]t)?(?:, (?:said|says?)\b|[.]?$)",
    re.IGNORECASE,
)
"""A verb left out that the sentence before has: "Vale said she would"."""
JOINED = re.compile(r"\b(?:than|as|but|and|so|if|when|what|how|whether|who|that|;)\b")
"""What may hold the verb that is left out."""
IDENTIFIED = re.compile(r"\s?(?:of|that|who|which|whose|to|behind|between)\b")


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


def opening_fault(
    bullet: Bullet, cast: Cast, sentences: Sequence[Sentence]
) -> OpeningFault | None:
    """What keeps the bullet, as edited, from standing alone; None when nothing does."""
    shown = view(_without_author(pieces(bullet.source, bullet.edits)))
    at = _opening(shown)
    found = _broken(shown, at, cast)
    if found is None and not is_quoted(shown, at, cast):
        found = _linked(shown, at) or _pointing(shown, at)
    left_out = ELLIPSIS.search(shown.text)
    if left_out and not JOINED.search(shown.text, 0, left_out.start()):
        return OpeningFault("reference", shown.span(*left_out.span()), hard=True)
    if found is None or not found.hard:
        match = dangling(shown, cast) or unmet_plural(shown, cast)
        if match:
            found = OpeningFault("pronoun", shown.span(*match.span()), hard=True)
    if found is None and not is_quoted(shown, at, cast):
        found = _definite(shown, at, bullet.source, sentences)
    return found


def _without_author(
    parts: Iterator[tuple[str, Span | None]],
) -> Iterator[tuple[str, Span | None]]:
    """The runs of a bullet without its author in front: "‹Ann Vale: ›She walks"."""
    for number, (text, span) in enumerate(parts):
        if number or span is not None or not text.endswith(": "):
            yield text, span


def _broken(shown: View, at: int, cast: Cast) -> OpeningFault | None:
    """A question, or half a sentence."""
    span = shown.span(at, at + 1)
    if is_question(shown, cast):
        return OpeningFault("question", span, hard=True)
    if is_fragment(shown, at, cast):
        return OpeningFault("fragment", span, hard=True)
    return None


def _opening(shown: View) -> int:
    match = START.match(shown.text)
    return match.end() if match else 0


def _linked(shown: View, at: int) -> OpeningFault | None:
    """A linking word or a phrase that points back."""
    match = _links().match(shown.text, at) or TELLS_OF.match(shown.text, at)
    if not match:
        return None
    if match.re is TELLS_OF:
        return OpeningFault("reference", shown.span(*match.span()), hard=True)
    span = shown.span(match.start(), match.end())
    if match["contrast"]:
        return OpeningFault("contrast", span, hard=True)
    if match["additive"]:
        # "So lesbian couples marry there": it follows from what was told.
        so = match["additive"] == "So" and shown.text[match.end() : match.end() + 1]
        return OpeningFault("additive", span, hard=so == " ")
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
        |(?P<hard>(?:{_spaced("reference", "hard")})(?![\w-]))
        |(?P<soft>(?:{_spaced("reference", "soft")})(?!\w))
        """,
        re.IGNORECASE | re.VERBOSE,
    )


def _spaced(*path: str) -> str:
    return alternation("pronouns", *path).replace("'", "['’]")


def _pointing(shown: View, at: int) -> OpeningFault | None:
    """They, it, this and their kind at the opening."""
    fronted = FRONTED.match(shown.text, at)
    if fronted and not (
        _points_at_time(shown.text, fronted.end()) or _is_owned(shown.text, fronted)
    ):
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


def _is_owned(text: str, fronted: re.Match[str]) -> bool:
    """Whether the owner follows: "With its long piers, the town of Odell is dear"."""
    owner = fronted[1].lower() in {"its", "their"}
    return owner and OWNED_BEHIND.match(text, fronted.end()) is not None


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
    if following[:1] == ["may"]:
        return False  # the month has a capital
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
        r"| wasn['’]t) (?:(?:very|not|still|also|now|never|far from|widely) )?"
        rf"(?:{after})\b"
        rf"| (?:{verbs})\b"
        r"| was (?:only )?(?:(?:in|on|at|after|during)\b|(?:[\w-]{1,20} ){1,3}ago\b)"
        r"[^,;]{0,50} that\b"  # "It was a year ago this month that"
    )


def _definite(
    shown: View, at: int, sentence: Sentence, sentences: Sequence[Sentence]
) -> OpeningFault | None:
    """A noun with "the" that an earlier sentence brought in."""
    match = THE.match(shown.text, at)
    if not match:
        return None
    start = sentence.span.start
    earlier = [other for other in sentences if other.span.start < start]
    if not earlier:
        return None
    for noun in re.finditer(r"[\w'’-]+", match["rest"]):
        end = match.start("rest") + noun.end()
        if IDENTIFIED.match(shown.text, end):
            return None
        if noun.group() in words("pronouns", "definite", "anaphoric") or is_brought_in(
            noun.group(), earlier
        ):
            return OpeningFault("definite", shown.span(match.start(), end), hard=False)
    return None
