"""The content words of a text as stems: what ranking compares sentences by."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import lexicon, nltk_loader
from summarizer.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Callable

WORD = re.compile(
    r"""
    (?: [^\W\d_] \. ){2,}                  # initials: U.S., J.R.R.
  | \d+ (?: [.,] \d+ )* \w*                # figures: 2026, 1,500, 3.5bn
  | [^\W\d_]+ (?: ' [^\W\d_]+ )*        # words: rain, don't
    """,
    re.VERBOSE,
)


def stems(text: str, *, language: str = "en") -> list[str]:
    """The stems of the words that carry meaning, in order.

    >>> stems("The U.S. was selling 1,500 tractors.")
    ['u.s.', 'sell', '1,500', 'tractor']
    """
    stem = _stem(language)
    return [found for word in words(text) if (found := stem(word))]


def words(text: str) -> list[str]:
    """Every word and figure, in lower case and in order.

    >>> words("“We’ll pay $3.5bn,” it said.")
    ["we'll", 'pay', '3.5bn', 'it', 'said']
    """
    return WORD.findall(text.replace("’", "'").lower())


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
    """
    names = lexicon.mapping("languages", "names")
    if code not in names:
        known = ", ".join(sorted(names))
        field, message = "language", f"{code!r} is not known; give one of {known}"
        raise OptionError(field, message)
    return names[code]


@cache
def _stem(language: str) -> Callable[[str], str]:
    """What turns a lower-cased word into its stem, or a stop word into nothing."""
    stop = stop_words(language)
    reduce = nltk_loader.stemmer(language_name(language))

    def stem(word: str) -> str:
        return "" if word in stop else reduce(word)

    return stem
