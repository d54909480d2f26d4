"""Runs of capitalised words, and what each holds of a title and of a person's name.

There is no tagger here: a run is read by the words around it and the lists in
``data/lexicon/names.toml`` and ``titles.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from summarizer.article import Span
from summarizer.lexicon import alternation, words
from summarizer.name_words import SUFFIXES, forenames, is_title, only_modifies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽ"
PARTICLES = (
    r"de\ la|de\ los|de\ las|van\ der|van\ den|von\ der|de|del|della|dos|das|da|di|du"
    r"|der|den|van|von|bin|ibn|bint|al|el|ter|ten"
)
WORD = rf"""
    (?: (?:[A-Z]\.){{1,4}}                              # J.T.
      | (?:Jr|Sr|St|Inc|Corp|Ltd|Co|Bros|{{titles}})\.                       # Gov.
      | (?:(?:al|el|ul|as|ad|ar|az|an)-)?               # al-Rashid
        [{UPPER}]\w{{0,40}}
        (?: ['’](?!s\b)\w{{1,20}} | -\w{{1,40}} ){{0,4}}  # O'Hara, Jean-Luc
    )
"""
START = re.compile(
    rf"[{UPPER}aeu](?<![\w'’-].)(?:(?<=[{UPPER}])|(?=[ldnrsz]-))", re.DOTALL
)
"""Every letter that a run may start with: a capital, or the "a" of "al-Rashid"."""
PART = re.compile(r"[^\s,]+")
LONGEST = 10
"""Words of a run; longer ones are headlines and lists."""
OPENERS = re.compile(
    r"(?:^|[:–—]\s?|--\s?|\s-\s)[\s\"“‘'(\[*•]*$|[\"“‘(\[]$|\s'$"
    r"|\([A-Z][A-Za-z]{1,10}\)$"
)
CHIEF = ["Chief", "Executive"]
"""A title, where the second word alone is none."""
CLITIC = re.compile(r"['’]")
ARTICLES = frozenset({"The", "A", "An", "I", "If", "In", "On", "At", "And", "But"})
ORDINARY_ENDING = re.compile(r"[a-z]{2}(?:ing|ed|ly)$")
# A sentence with this share of capitals and no other lower-case words than these is a
# headline: its capitals say nothing.
HEADLINE_SHARE, HEADLINE_WORDS = 0.6, 6
LOWER_CASE = re.compile(
    r"\b(?!(?:the|and|for|from|with|over|into|not|but|its)\b)[a-z]{3}"
)


class Word(NamedTuple):
    """A capitalised word, or a particle between two."""

    text: str
    span: Span


class Run(NamedTuple):
    """Capitalised words that stand together, with the text of the sentence around."""

    words: tuple[Word, ...]
    sentence: int
    """The position of its sentence in the sequence that was searched."""
    opening: bool
    """Whether it opens a sentence or quotation: its capital may mean nothing."""
    before: str
    after: str
    previous: str
    """The word right in front, if only a space stands between."""


class Naming(NamedTuple):
    """A run read as a title and a name, each of which may be missing."""

    title: tuple[Word, ...]
    name: tuple[Word, ...]
    run: Run
    core: tuple[str, ...]
    """The words of ``name`` without "Jr." and "II"."""
    doubtful: bool
    """Whether the first word of ``name`` may be an ordinary word with a capital."""


def find_runs(sentences: Sequence[Sentence]) -> list[Run]:
    """The runs of all sentences, in order; headlines are left out.

    >>> from summarizer.article import Sentence, Span
    >>> text = "Later Gov. Ana de la Vale met Bo O'Hara Jr. in Rome."
    >>> runs = find_runs([Sentence(text, Span(0, len(text)), 0, 0)])
    >>> [" ".join(word.text for word in run.words) for run in runs]
    ['Later Gov. Ana de la Vale', "Bo O'Hara Jr.", 'Rome']
    """
    found: list[Run] = []
    for place, sentence in enumerate(sentences):
        runs = list(_runs(sentence, place))
        if not _is_headline(sentence.text, sum(len(run.words) for run in runs)):
            found += runs
    return found


def read(run: Run, lower: frozenset[str]) -> Naming:
    """The title and the name in a run; ``lower`` are the article's lower-case words."""
    left = _without_starters(list(run.words), run, lower)
    start = _name_start(left)
    title, name = tuple(left[:start]), tuple(left[start:])
    doubtful = (
        run.opening
        and not title
        and len(left) == len(run.words)
        and bool(name)
        and name[0].text not in forenames()
    )
    core = tuple([word.text for word in name if word.text not in SUFFIXES])
    return Naming(title, name, run, core, doubtful)


def _is_headline(text: str, capitals: int) -> bool:
    total = text.count(" ") + 1
    return (
        total >= HEADLINE_WORDS
        and capitals >= HEADLINE_SHARE * total
        and not LOWER_CASE.search(text)
    )


def _runs(sentence: Sentence, place: int) -> Iterator[Run]:
    base, text = sentence.span.start, sentence.text
    for start, end in _places(text):
        before = text[max(0, start - 80) : start]
        opening, previous = _beside(before)
        yield Run(
            words=_words(text[start:end], base + start),
            sentence=place,
            opening=opening,
            before=before,
            after=text[end : end + 120],
            previous=previous,
        )


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where the runs stand; what can start none is passed over quickly."""
    pattern, at = _run_pattern(), 0
    while start := START.search(text, at):
        run = pattern.match(text, start.start())
        if run:
            yield run.span()
        at = run.end() if run else start.end()


def _beside(before: str) -> tuple[bool, str]:
    """Whether what follows opens a sentence or quotation, and the word before it."""
    if before.endswith(" ") and before[-2:-1].isalnum():  # as before most runs
        return False, before[:-1].rpartition(" ")[2]
    last = before.rstrip()[-1:]
    if last.isalnum() or last == ",":
        return False, _last_word(before)
    return not last or OPENERS.search(before) is not None, _last_word(before)


def _last_word(before: str) -> str:
    left = before.rstrip(" \xa0\n")
    if not 0 < len(before) - len(left) <= len("  "):
        return ""
    word = left.rpartition(" ")[2]
    return word if word[-1:].isalnum() else ""


def _words(text: str, base: int) -> tuple[Word, ...]:
    if text.isalpha():  # most runs are one word
        return (Word(text, Span(base, base + len(text))),)
    return tuple(
        [
            Word(part.group(), Span(base + part.start(), base + part.end()))
            for part in PART.finditer(text)
        ]
    )


@cache
def _run_pattern() -> re.Pattern[str]:
    titles = "|".join(
        (alternation("titles", "courtesy"), alternation("titles", "abbreviated"))
    )
    word = WORD.replace("{titles}", titles)
    space = r"[ \xa0\n]"
    return re.compile(
        rf"(?<![\w'’-]){word}"
        rf"(?:{space}(?:(?:{PARTICLES}){space}){{0,2}}{word}"
        rf"|,{space}(?:Jr|Sr)\b\.?){{0,{LONGEST - 1}}}",
        re.VERBOSE,
    )


def _without_starters(left: list[Word], run: Run, lower: frozenset[str]) -> list[Word]:
    """The words without a capitalised function word or office name in front."""
    starters = words("names", "starters") if run.opening else ARTICLES
    while left and _without_clitic(left[0].text) in starters:
        left = left[1:]
    if run.opening and len(left) == len(run.words) > 1 and _ordinary(left[0], lower):
        modifies = left[0].text.lower() in words("titles", "modifiers")
        titled = modifies and is_title(left[1].text)
        left = left if titled else left[1:]
    if run.before.endswith(" of "):
        while len(left) > 1 and left[0].text in words("titles", "offices"):
            left = left[1:]
    return left


def _without_clitic(text: str) -> str:
    return text if text.isalpha() else CLITIC.split(text, maxsplit=1)[0]


def _ordinary(word: Word, lower: frozenset[str]) -> bool:
    if word.text in forenames() or is_title(word.text) or "." in word.text:
        return False
    return word.text.lower() in lower or bool(ORDINARY_ENDING.search(word.text))


def _name_start(left: Sequence[Word]) -> int:
    """How many words in front are title: "French President", "Gov."."""
    if len(left) <= 1:
        return 0
    for index in range(len(left) - 2, -1, -1):
        chief = [word.text for word in left[max(0, index - 1) : index + 1]] == CHIEF
        if not (chief or is_title(left[index].text)):
            continue
        follows_forename = index > 0 and left[index - 1].text in forenames()
        rest_is_suffix = all(word.text in SUFFIXES for word in left[index + 1 :])
        if not (follows_forename or rest_is_suffix):
            return index + 1
    skipped = 0
    while skipped < len(left) and only_modifies(left[skipped].text):
        skipped += 1
    named = skipped < len(left) - 1 and left[skipped].text in forenames()
    return skipped if named else 0
