"""Whether a text argues or reports, by the words it is made of."""

from __future__ import annotations

import re
from functools import cache

from summarizer.lexicon import alternation, words

VOICE = re.compile(r"\b(?:i|my|we|our|us|ourselves)\b")
READER = re.compile(r"\byou(?:r|rs|rself)?\b")
LEAST_WORDS = 300
"""A shorter text shows too little."""
LEAST_SCORE = 1.5
"""Per hundred words. On 820 articles, 78 of them opinions, 53 of these and one news
feature score as much; the other news stays below, with set after set held out."""
MOST_VOICE, MOST_QUESTIONS = 3.0, 1.0
"""Of a hundred words; more of it makes memories and quizzes, no argument."""


def argues(own: str, quotations: int) -> bool:
    """Whether a text without its quotations, so many of them, is an argument.

    >>> argues("We must not build it. " * 80, 0), argues("He said so. " * 120, 0)
    (True, False)
    """
    count = len(own.split())
    return count >= LEAST_WORDS and reaches(LEAST_SCORE, own, quotations)


def reaches(least: float, own: str, quotations: int) -> bool:
    """Whether so many more words in a hundred argue than report.

    Questions and "we" speak for an opinion, "you" for a guide, quotations for a report.
    """
    text = own.lower().replace("’", "'")
    share = 100 / max(len(own.split()), 1)
    argument = _count("argument", text) * share
    questions = min(text.count("?") * share, MOST_QUESTIONS)
    at_most = argument + questions + MOST_VOICE / 3
    if at_most - quotations * share / 2 < least:
        return False
    report = (_count("report", text) + quotations) * share
    if at_most - report / 2 < least:
        return False  # as most news does, whoever speaks in it
    voice = min(len(VOICE.findall(text)) * share, MOST_VOICE)
    reader = len(READER.findall(text)) * share
    return argument + questions + voice / 3 - reader - report / 2 >= least


def restates(sentence: str) -> bool:
    """Whether a sentence says again what somebody else may have said.

    >>> restates("In other words, the ferry is dear."), restates("The ferry is dear.")
    (True, False)
    """
    text = sentence.lower().lstrip("-–— ")
    return text.startswith(tuple(words("opinions", "restating")))


def _count(kind: str, text: str) -> int:
    return len(_pattern(kind).findall(text))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternation('opinions', kind)})\b")
