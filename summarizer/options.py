"""Everything a user can ask for, in one value; every default is written here, once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, Self, TypedDict, Unpack, get_args

from summarizer.errors import OptionError

Length = Literal["short", "medium", "long"]
Kind = Literal["auto", "text", "html", "markdown"]
Ranker = Literal["lexrank", "lsa", "luhn", "text-rank", "sum-basic", "kl", "reduction"]

CHOICES = {
    "length": get_args(Length),
    "kind": get_args(Kind),
    "ranker": get_args(Ranker),
}

# The smallest value is the least that can still hold a sentence; the largest only
# catches slips of the keyboard.
RANGES = {
    "bullets": (1, 50),
    "max_words": (5, 200),
    "max_chars": (30, 2000),
    "total_words": (5, 5000),
}

WORKERS = (1, 60)
"""How many processes may be asked for; Windows can wait for no more than 63."""

LANGUAGE = re.compile(r"[a-z]{2}")

# Words of an article and the bullets it can carry: magazines and newspapers print 2 to
# 3 over an ordinary story, and one more from about 1,200 words on.
LADDER = ((200, 2), (1200, 3), (2000, 4))
LADDER_TOP = 5

LENGTH_BULLETS: dict[Length, int] = {"short": -1, "medium": 0, "long": 1}
LENGTH_WORDS: dict[Length, float] = {"short": 0.75, "medium": 1.0, "long": 1.35}


class Changes(TypedDict, total=False):
    """The fields of ``Options``, as the keywords of a call."""

    bullets: int | None
    max_words: int | None
    max_chars: int | None
    total_words: int | None
    length: Length | None
    style: str | Path
    title: str | None
    focus: str | None
    language: str
    ranker: Ranker
    kind: Kind
    allow_private: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to make of an article.

    >>> Options(length="tiny")
    Traceback (most recent call last):
    summarizer.errors.OptionError: length: 'tiny' is not one of short, medium, long
    """

    bullets: int | None = None
    """How many bullets; ``None`` lets the article's length and the style decide."""
    max_words: int | None = None
    """The most words a bullet may have; ``None`` leaves it to the style."""
    max_chars: int | None = None
    """The most characters a bullet may have."""
    total_words: int | None = None
    """The most words all bullets together may have."""
    length: Length | None = None
    """A preset: ``short`` is one bullet fewer and shorter ones, ``long`` one more and
    longer ones; ``bullets`` and ``max_words`` go before it."""
    style: str | Path = "lead"
    """The name of a shipped style or the path of one's own TOML file."""
    title: str | None = None
    """The article's title, where the source gives none or a wrong one."""
    focus: str | None = None
    """Words that the choice of sentences leans to."""
    language: str = "en"
    """ISO 639-1 code of the article's language."""
    ranker: Ranker = "lexrank"
    kind: Kind = "auto"
    """What the source is; ``auto`` looks at its name and its first bytes."""
    allow_private: bool = False
    """Whether a URL may lead to a private or loopback address."""

    def __post_init__(self) -> None:
        for field, (least, most) in RANGES.items():
            if getattr(self, field) is not None:
                _check_number(field, getattr(self, field), least, most)
        for field, known in CHOICES.items():
            _check_choice(field, getattr(self, field), known)
        for field in ("title", "focus"):
            _check_words(field, getattr(self, field))
        _check_language("language", self.language)
        _check_style("style", self.style)
        _check_flag("allow_private", self.allow_private)

    def replace(self, **changes: Unpack[Changes]) -> Self:
        """These options with some fields changed, checked again.

        >>> Options(bullets=3).replace(style="wire").bullets
        3

        Raises:
            OptionError: there is no such field, or it cannot have the value.
        """
        unknown = [name for name in changes if name not in self.__slots__]
        if unknown:
            known = ", ".join(self.__slots__)
            raise OptionError(unknown[0], f"there is no such option; known are {known}")
        return replace(self, **changes)


def bullet_count(
    words: int, options: Options, *, within: tuple[int, int] = (2, LADDER_TOP)
) -> int:
    """How many bullets an article of so many words should get.

    ``within`` is the style's fewest and most. The number the user asks for goes before
    everything else.

    >>> [bullet_count(words, Options()) for words in (150, 700, 1500, 4000)]
    [2, 3, 4, 5]
    >>> bullet_count(700, Options(length="short"))
    2
    """
    if options.bullets is not None:
        return options.bullets
    fewest, most = within
    count = next((n for below, n in LADDER if words < below), LADDER_TOP)
    shift = LENGTH_BULLETS[options.length or "medium"]
    if fewest == most:
        return fewest
    return max(1, min(max(count, fewest), most) + shift)


def word_limits(options: Options, *, target: int, most: int) -> tuple[int, int]:
    """The words to aim at and the most a bullet may have, given the style's own two.

    >>> word_limits(Options(length="short"), target=14, most=24)
    (10, 18)
    >>> word_limits(Options(max_words=12), target=14, most=24)
    (12, 12)
    """
    scale = LENGTH_WORDS[options.length or "medium"]
    limit = options.max_words or max(round(most * scale), RANGES["max_words"][0])
    return min(round(target * scale), limit), limit


def check_workers(workers: int) -> None:
    """Nothing if there can be so many processes.

    Raises:
        OptionError: there cannot.
    """
    _check_number("workers", workers, *WORKERS)


def word_budget(options: Options, count: int, *, of_three: int | None) -> int | None:
    """The words that so many bullets should have together, None for no such limit.

    ``of_three`` is what the style gives to three. Who asks for a number of bullets gets
    them, however long they are.

    >>> word_budget(Options(), 4, of_three=54)
    72
    """
    if of_three is None or options.bullets is not None:
        return None
    return round(of_three * count / 3 * LENGTH_WORDS[options.length or "medium"])


def _check_number(field: str, value: object, least: int, most: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        problem = f"{value!r} is not a number"
    elif not least <= value <= most:
        problem = f"{value} is out of range"
    else:
        return
    raise OptionError(field, f"{problem}; give a whole number from {least} to {most}")


def _check_choice(field: str, value: object, known: tuple[str, ...]) -> None:
    if value in known or (value is None and field == "length"):
        return
    raise OptionError(field, f"{value!r} is not one of {', '.join(known)}")


def _check_words(field: str, value: object) -> None:
    if value is not None and not isinstance(value, str):
        raise OptionError(field, f"{value!r} is not text; give words")


def _check_language(field: str, value: object) -> None:
    if not isinstance(value, str) or not LANGUAGE.fullmatch(value):
        message = f"{value!r} is not a language; give two small letters, such as en"
        raise OptionError(field, message)


def _check_style(field: str, value: object) -> None:
    if not isinstance(value, str | Path) or not str(value).strip():
        raise OptionError(field, f"{value!r} is no style; give a name or a path")


def _check_flag(field: str, value: object) -> None:
    if not isinstance(value, bool):
        raise OptionError(field, f"{value!r} is neither True nor False")
