"""What is always so: "Sharing is a wonderful thing." An editor prints what happened."""

from __future__ import annotations

import re
from math import fsum
from typing import TYPE_CHECKING

from summarizer.bullet import shown
from summarizer.cues import forms, present
from summarizer.lexicon import words
from summarizer.stems import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.article import Token
    from summarizer.bullet import Bullet
    from summarizer.weighing import Lack

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NEWS = frozenset({"NNP", "NNPS", "CD", "VBD", "SYM"})
"""A name, a figure, or what was done."""
QUOTES = frozenset('"“”‘')
HAVING = frozenset({"have", "has", "'ve", "’ve", "'s", "’s"})
BEING = frozenset({"is", "are", "'re", "’re", "'s", "’s", "been", "was", "were"})
SOON = frozenset({"will", "'ll", "’ll", "today", "yesterday", "tomorrow", "tonight"})
REBUTTAL = re.compile(
    r"(?:Yet|Nonetheless|Nevertheless|Not so|Wrong|In (?:reality|truth)"
    r"|The (?:truth|reality|fact) is|That(?: is|['’]s) (?:not|wrong|untrue|nonsense))\b"
)
"""How an author turns against what others say."""
DENIAL = re.compile(
    r"(?:Yet|But) (?:it|that|this|he|she|they|nothing) "
    r"(?:was|were|is|are|did|does|had|could)(?:n['’]t| not| anything but)\b"
    r"|(?:Not so|Wrong|Nothing of the sort|Far from it)\b"
)
"""A sentence that says that the one before is not so."""
OPENS_AT_FIRST = re.compile(r"(?:At first|Initially),? (?!glance|sight)")
AT_FIRST = re.compile(
    r"\b(?:at first|initially|(?:first|originally) (?:thought|believed|said|told))\b"
)
SINCE_THEN = re.compile(r"\b(?:but|later|before|until|then|now)\b")
AFTERWARDS = re.compile(
    r"(?:But|However|Yet|Later|Then|Now"
    r"|It (?:later |then |has since )?(?:emerged|turned)"
    r"|(?:\w{1,12} ){0,2}(?:hour|day|week|month|year)s? later)\b",
    re.IGNORECASE,
)
"""What came after "at first"."""
SHORT_ANSWER = 10
"""Words of a sentence that does no more than deny."""
QUOTATION = re.compile(r"[\"“‘']([^\"“”]{0,600}?)[\"”’'](?=[\s,.]|$)")
LEAST_SAID = 0.3
"""The number of words likely to be printed, in sum, that a quotation must hold to say
something. Set by reading 400 sets: below it hardly one did."""
FEW_SAID = 5
"""Words that make no sentence where none is a verb."""
LEAST_TOLD = 2.6
"""The number of words likely to be printed, in sum, from which on an opening that tells
of no event says what the article is about. Set by reading 80 of them."""
NEAR = 3
"""Words between which an auxiliary and its verb stand."""


def find_lacks(
    bullet: Bullet,
    tokens: Sequence[Token],
    weights: Mapping[str, float],
    *,
    language: str,
    answer: str | None = None,
) -> Iterator[Lack]:
    """What keeps the bullet from telling news; ``tokens`` are its sentence's.

    ``answer`` is the next sentence of an opinion that is told as its author's. That may
    argue from what is so; what others say it may take back at once.
    """
    if answer is not None and REBUTTAL.match(answer) and _reports(tokens):
        yield "rebutted"
    if not any(token.tag in FINITE for token in tokens):
        yield "verbless"
    if is_general(bullet, tokens):
        yield "general"
    opens = bullet.source.index == 0 and answer is None
    if opens and is_timeless(bullet, tokens) and is_thin(bullet, weights, language):
        yield "timeless"
    empty = quotes_no_sentence(bullet, tokens)
    if empty or is_hollow(bullet, weights, language=language):
        yield "hollow"


def is_taken_back(text: str, answer: str) -> bool:
    """Whether the next sentence says at once that it is not so: "But it wasn't.".

    So it may say of what was so "at first", and no longer is; what opens on that only
    leads up to the news.
    """
    denied = len(answer.split()) <= SHORT_ANSWER and DENIAL.match(answer)
    passed = AT_FIRST.search(text) and AFTERWARDS.match(answer)
    past = (passed or OPENS_AT_FIRST.match(text)) and not SINCE_THEN.search(text)
    return bool(denied or past)


def _reports(tokens: Sequence[Token]) -> bool:
    """Whether somebody says or thinks it."""
    return any(
        token.tag in FINITE and token.text.lower() in forms() for token in tokens
    )


def is_general(bullet: Bullet, tokens: Sequence[Token]) -> bool:
    """Whether the bullet names nobody and tells of nothing that happens at a time.

    Whoever is quoted or reported may speak as he likes; ``tokens`` are the sentence's.
    """
    if bullet.speaker or not QUOTES.isdisjoint(bullet.text):
        return False
    kept = shown(bullet, tokens)
    return not any(_is_news(kept, at) for at in range(len(kept)))


def is_timeless(bullet: Bullet, tokens: Sequence[Token]) -> bool:
    """Whether the bullet tells what is so, not what happened, will happen or was said.

    So features open: "In a side room at the mill, four girls chat and giggle."
    """
    if bullet.speaker or not QUOTES.isdisjoint(bullet.text):
        return False
    kept = shown(bullet, tokens)
    return not any(_is_dated(kept, at) for at in range(len(kept)))


def is_thin(bullet: Bullet, weights: Mapping[str, float], language: str) -> bool:
    """Whether the bullet holds few of the words that are likely to be printed."""
    said = frozenset(stems(bullet.text, language=language))
    return fsum(weights.get(stem, 0.0) for stem in said) < LEAST_TOLD


def is_hollow(bullet: Bullet, weights: Mapping[str, float], *, language: str) -> bool:
    """Whether a quotation holds hardly a word that is likely to be printed."""
    if not bullet.template.startswith("quote-"):
        return False
    match = QUOTATION.match(bullet.text)
    said = stems(match[1], language=language) if match else []
    return match is not None and fsum(weights.get(s, 0.0) for s in said) < LEAST_SAID


def quotes_no_sentence(bullet: Bullet, tokens: Sequence[Token]) -> bool:
    """Whether it is a few quoted words without a verb: '"The right mill," Hale says.'.

    They answer what a sentence before said; ``tokens`` are the sentence's.
    """
    if not bullet.template.startswith("quote-"):
        return False
    match = QUOTATION.match(bullet.text)
    if match is None or len(match[1].split()) > FEW_SAID:
        return False
    return not any(
        token.text in match[1] and (token.tag.startswith("V") or token.tag == "MD")
        for token in tokens
    )


def _is_dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word tells of something that is done at a time."""
    token, low = tokens[at], tokens[at].text.lower()
    if token.tag in {"VBD", "CD"} or low in words("news", "times"):
        return True
    if token.tag in {"VBZ", "VBP"}:
        after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
        planned = low in BEING and after in words("news", "planned")
        return planned or present(low) is not None
    before = {t.text.lower() for t in tokens[max(0, at - NEAR) : at]}
    return token.tag in {"VBN", "VBG"} and not (HAVING | BEING).isdisjoint(before)


def _is_news(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    named = at > 0 and token.text[0].isupper() and token.text != "I"
    if named or token.tag in NEWS or token.text.lower() in SOON:
        return True
    before = {t.text.lower() for t in tokens[max(0, at - NEAR) : at]}
    done = token.tag == "VBN" and not HAVING.isdisjoint(before)
    return done or (token.tag == "VBG" and not BEING.isdisjoint(before))
