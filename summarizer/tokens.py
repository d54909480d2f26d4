"""The words and marks of a sentence as the Penn Treebank cuts them, with offsets."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator

CLITIC = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
LONGEST_CLITIC = 3
TWO_IN_ONE = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3}
DIVIDED = frozenset({*TWO_IN_ONE, *map(str.capitalize, TWO_IN_ONE)})
DIVISIBLE = frozenset({"plain", "word", "stop", "number"})
SHORT = ("titles", "months", "may_be_final", "states", "never_final")

TOKEN = re.compile(
    r"""
    (?P<plain>[A-Z]?[a-z]+(?=[ ,]))  # most words: nothing below would have more of it
  | (?P<address>  # sites, mail addresses, handles
        https?://[^\s"“”<>]{1,400}(?<![.,;:!?)'’])
      | www\.[^\s"“”<>]{1,200}(?<![.,;:!?)'’])
      | [\w.+-]{1,64}+@[\w-]{1,64}(?:\.[\w-]{1,64})+
      | [@#]\w+
    )
  | (?P<letters>  # U.S., p.m., J.R.R.; an initial in front of a name
        (?:[^\W\d_]\.){2,}
      | [A-Z]\.(?=\s+[A-Z])
    )
  | (?P<year>['’]\d0s\b)
  | (?P<elided>['’](?:em|til|tis|twas|cause|s)\b)
  | (?P<number>  # 42.5, 1,000, 6:21, 2/3, 3.5bn, 1990s, 29-year-old
        \d+(?:[.,:/]\d+)*(?:[^\W\d_]+)?(?:[-–][^\W_]+)*(?:['’]s\b)?
    )
  | (?P<word>[^\W_]+(?:[-'’.&/_][^\W_]+)*)
    (?P<stop>\.(?=[\s,;:)]))?  # belongs to the word if it is an abbreviation
  | (?P<dots>\.{2,}|(?:\.\ ){2}\.)
  | (?P<dash>--+)
  | (?P<mark>``|''|\S)
    """,
    re.VERBOSE,
)


def tokenize(text: str) -> Iterator[tuple[int, int]]:
    """The offsets where each token starts and ends, in order.

    >>> text = "It won’t cost Hale's firm $3.5bn."
    >>> [text[start:end] for start, end in tokenize(text)]
    ['It', 'wo', 'n’t', 'cost', 'Hale', "'s", 'firm', '$', '3.5bn', '.']
    """
    for match in TOKEN.finditer(text):
        kind, (start, end) = match.lastgroup, match.span()
        if kind == "plain" and match[0] not in DIVIDED:
            yield start, end
        elif kind == "stop" and not _abbreviated(match):
            yield from _parts(match["word"], start)
            yield end - 1, end
        elif kind in DIVISIBLE:
            yield from _parts(match.group(), start)
        else:
            yield start, end


def _abbreviated(match: re.Match[str]) -> bool:
    """Whether the stop belongs to the word: ``Gov. Hale``, ``No. 10``."""
    word = match["word"].lower()
    if word in words("abbreviations", "before_number"):
        return match.string[match.end() : match.end() + 2].strip()[:1].isdigit()
    return word.rpartition("-")[2] in _abbreviations()


def _parts(word: str, start: int) -> tuple[tuple[int, int], ...]:
    """The word, in two where the Treebank makes two of it."""
    end = start + len(word)
    cut = start + TWO_IN_ONE.get(word.lower(), 0)
    if "'" in word or "’" in word:
        clitic = CLITIC.search(word, max(0, len(word) - LONGEST_CLITIC))
        cut = start + clitic.start() if clitic else cut
    return ((start, cut), (cut, end)) if cut > start else ((start, end),)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset().union(*(words("abbreviations", group) for group in SHORT))
