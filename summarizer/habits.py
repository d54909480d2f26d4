"""How a newsletter writes its bullets: what can be counted in those of the past."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer import quotes, statements, tagging
from summarizer.article import Article, Sentence, Span
from summarizer.lexicon import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.article import Token
    from summarizer.discourse import Statement

DIGIT = re.compile(r"\d")
AGE = re.compile(r", \d{1,3},|\b\d{1,3}-year-old\b")
MARK = re.compile(r"[\"“”]|(?<!\w)['‘](?=\w)")
FULL_STOP = re.compile(r"\.[\"”'’)\]]*$")
SHOUTED_END = re.compile(r"[?!…][\"”'’)\]]*$")
COLON = re.compile(r"(?P<speaker>[^:]{2,60}): (?=[\"“'‘]?[A-Z])")
SPEAKER_WORDS = 5
"""The most that stand in front of a colon when they are somebody who speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """The counts of all that a style has a word for."""

    sizes: tuple[int, ...]
    """Of the sets, in bullets, from the smallest."""
    lengths: tuple[int, ...]
    """Of the bullets, in words, from the shortest."""
    together: tuple[int, ...]
    """The words of three bullets, of each set in proportion, from the fewest."""
    stops: int
    """How many bullets end with a full stop."""
    open_ends: int
    """How many end with no mark at all."""
    mixed_sets: int
    """How many sets hold some of both."""
    tenses: Mapping[str, int]
    """Of the reporting verbs: "past" and "present"."""
    places: Mapping[str, int]
    """Of the attributions: "front", "middle", "end" and "colon"."""
    quoting: int
    """How many bullets hold a quotation mark."""
    spoken: int
    """How many are a quotation and who says it."""
    numbers: int
    """How many hold a digit."""
    weekdays: int
    ages: int

    @property
    def bullets(self) -> int:
        """How many there are."""
        return len(self.lengths)


def measure(sets: Sequence[Sequence[str]]) -> Habits:
    """What can be counted in sets of bullets; there must be at least one."""
    bullets = [bullet for each in sets for bullet in each]
    read = [pair for each in sets for pair in _read(each)]
    sayings = [statement for statement, _ in read if statement.attribution]
    places = Counter(_place(statement, tokens) for statement, tokens in read)
    return Habits(
        sizes=tuple(sorted(map(len, sets))),
        lengths=tuple(sorted(len(bullet.split()) for bullet in bullets)),
        together=tuple(sorted(map(_words_of_three, sets))),
        stops=sum(map(_is_stopped, bullets)),
        open_ends=sum(map(_is_open, bullets)),
        mixed_sets=sum(_is_mixed(each) for each in sets),
        tenses=Counter(s.attribution.tense for s in sayings if s.attribution),
        places={place: places[place] for place in ("front", "middle", "end", "colon")},
        quoting=sum(MARK.search(bullet) is not None for bullet in bullets),
        spoken=sum(statement.direct for statement in sayings),
        numbers=sum(DIGIT.search(bullet) is not None for bullet in bullets),
        weekdays=sum(map(_names_a_weekday, bullets)),
        ages=sum(AGE.search(bullet) is not None for bullet in bullets),
    )


def _words_of_three(bullets: Sequence[str]) -> int:
    return round(3 * sum(len(bullet.split()) for bullet in bullets) / len(bullets))


def _is_stopped(bullet: str) -> bool:
    return FULL_STOP.search(bullet) is not None


def _is_open(bullet: str) -> bool:
    return not _is_stopped(bullet) and SHOUTED_END.search(bullet) is None


def _is_mixed(bullets: Sequence[str]) -> bool:
    return any(map(_is_stopped, bullets)) and any(map(_is_open, bullets))


def _names_a_weekday(bullet: str) -> bool:
    days = table("trims")["weekday"]["days"]
    return any(word.strip(",.;:'’\"") in days for word in bullet.split())


# --- who says it ----------------------------------------------------------------------


def _read(bullets: Sequence[str]) -> Iterator[tuple[Statement, tuple[Token, ...]]]:
    """Each bullet as a statement, with its tokens."""
    spans, start = [], 0
    for bullet in bullets:
        spans.append(Span(start, start + len(bullet)))
        start += len(bullet) + 1
    article = Article(text="\n".join(bullets), paragraphs=tuple(spans))
    quotations = quotes.find_quotes(article)
    for number, span in enumerate(spans):
        sentence = Sentence(span.of(article.text), span, number, number)
        tokens = tagging.tag(sentence)
        yield statements.read_statement(sentence, quotations, tokens), tokens


def _place(statement: Statement, tokens: Sequence[Token]) -> str | None:
    """Where the bullet says who says it, if it does."""
    if statement.attribution is not None:
        return statement.attribution.place
    found = COLON.match(statement.sentence.text)
    if found is None:
        return None
    end = statement.sentence.span.start + found.end("speaker")
    before = [token for token in tokens if token.span.end <= end]
    return "colon" if _may_speak(before) else None


def _may_speak(tokens: Sequence[Token]) -> bool:
    """Whether the words before a colon are a name or a body: no verb, no number."""
    tags = {token.tag for token in tokens}
    plain = not any(tag.startswith(("VB", "CD", "W", "MD")) for tag in tags)
    return plain and "NNP" in tags and len(tokens) <= SPEAKER_WORDS
