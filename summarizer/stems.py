"""The content words of a text as stems: what ranking compares sentences by."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import lexicon, nltk_loader
from summarizer.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

WORD = re.compile(
    r"""
    [^\W\d_]{2,} (?: ' [^\W\d_]+ )*        # words: rain, don't
  | (?: [^\W\d_] \. ){2,}                  # initials: U.S., J.R.R.
  | \d+ (?: [.,] \d+ )* \w*                # figures: 2026, 1,500, 3.5bn
  | [^\W\d_] (?: ' [^\W\d_]+ )*            # words of one letter: a, o'clock
    """,
    re.VERBOSE,
)
PLAIN_WORD = re.compile(
    WORD.pattern.replace(r"[^\W\d_]", "[a-z]"), re.VERBOSE | re.ASCII
)
"""The same of small ASCII letters, in two thirds of the time."""

TEXTS_KEPT = 256
"""Texts whose words are kept: the sentences of an article, which several stages ask
for, and its bullets; less than 1 MB."""
MOST_REMEMBERED = 65_536
"""Words of one language whose stems are kept: the vocabulary of some thousand articles,
about 8 MB when full."""


def stems(text: str, *, language: str = "en") -> list[str]:
    """The stems of the words that carry meaning, in order.

    >>> stems("The U.S. was selling 1,500 tractors.")
    ['u.s.', 'sell', '1,500', 'tractor']
    """
    return list(_stemmed(text, language))


@lru_cache(maxsize=TEXTS_KEPT)
def stem_set(text: str, *, language: str = "en") -> frozenset[str]:
    """The stems of the words that carry meaning, each once.

    >>> sorted(stem_set("The tractor and other tractors were sold."))
    ['sold', 'tractor']
    """
    return frozenset(_stemmed(text, language))


@lru_cache(maxsize=TEXTS_KEPT)
def _stemmed(text: str, language: str) -> tuple[str, ...]:
    known = _stems(language)
    return tuple([stem for word in words(text) if (stem := known[word])])


def forms(text: str, *, language: str = "en") -> dict[str, str]:
    """The words that carry meaning, each with its stem, in the order of the first.

    >>> forms("The U.S. was selling tractors to sell.")
    {'u.s.': 'u.s.', 'selling': 'sell', 'tractors': 'tractor', 'sell': 'sell'}
    """
    known = _stems(language)
    return {word: stem for word in words(text) if (stem := known[word])}


def spellings(
    texts: Iterable[str], stems: Container[str], *, language: str = "en"
) -> frozenset[str]:
    """The words of the texts, in lower case, that have one of the stems.

    >>> sorted(spellings(["He was selling tractors.", "Sell!"], {"sell"}))
    ['sell', 'selling']
    """
    known = _stems(language)
    written = set(chain.from_iterable(map(words, texts)))
    return frozenset([word for word in written if known[word] in stems])


@lru_cache(maxsize=TEXTS_KEPT)
def words(text: str) -> tuple[str, ...]:
    """Every word and figure, in lower case and in order.

    >>> words("“We’ll pay $3.5bn,” it said.")
    ("we'll", 'pay', '3.5bn', 'it', 'said')
    """
    low = text.replace("’", "'").lower()
    return tuple((PLAIN_WORD if low.isascii() else WORD).findall(low))


@cache
def stop_words(language: str = "en") -> frozenset[str]:
    """The words that say nothing by themselves, as sumy lists them.

    The list is read as a file of the installed package, which is not imported.
    """
    name = language_name(language)
    spec = find_spec("sumy")
    places = spec.submodule_search_locations if spec else None
    if not places:
        raise ModuleNotFoundError("sumy", name="sumy")  # noqa: EM101 - as import does
    path = Path(places[0], "data", "stopwords", f"{name}.txt")
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.rstrip().lower() for line in lines if line)


def language_name(code: str) -> str:
    """The English name of a language that can be ranked.

    >>> language_name("sv")
    'swedish'

    Raises:
        OptionError: it is none of them.
    """
    names = lexicon.mapping("languages", "names")
    if code not in names:
        known = ", ".join(sorted(names))
        field, message = "language", f"{code!r} is not known; give one of {known}"
        raise OptionError(field, message)
    return names[code]


@cache
def _stems(language: str) -> _Stems:
    return _Stems(language)


class _Stems(dict[str, str]):
    """From a lower-cased word to its stem, from a stop word to nothing; remembered."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._stop = stop_words(language)
        self._reduce = nltk_loader.stemmer(language_name(language))

    def __missing__(self, word: str) -> str:
        if len(self) >= MOST_REMEMBERED:
            self.clear()
        stem = self[word] = "" if word in self._stop else self._reduce(word)
        return stem
