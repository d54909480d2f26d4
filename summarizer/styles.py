"""Styles: what a bullet should look like, as data in ``data/styles/*.toml``.

The file name is the style's name. Everything is checked when the file is read, so that
a slip of the pen fails there and never in a summary.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar, get_args

from summarizer.errors import StyleError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

Tense = Literal["source", "present"]
Place = Literal["end", "front", "colon", "source"]
Quotes = Literal["source", "straight", "curly", "single"]

TRIMS = (
    "dateline",
    "aside",
    "connective",
    "contrast",
    "weekday",
    "relative-day",
    "filler",
    "age",
    "appositive",
    "relative-clause",
    "participle",
    "attribution-adjunct",
    "dash-aside",
    "opening",
    "outcome",
    "circumstance",
    "conjunct",
)
"""Every trim a style may ask for."""

TEMPLATES = (
    "claim-says-name",
    "name-says-claim",
    "colon",
    "quote-sentence",
    "quote-speaker",
    "name-verb-fragment",
    "according-to",
    "claim-writes-author",
    "verbatim-attribution",
    "bare",
)
"""Every template a style may name."""

T = TypeVar("T")

HOME = ("data", "styles")
MOST_BULLETS = 50
MOST_WORDS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How bullets are to read."""

    name: str
    description: str
    templates: tuple[str, ...]
    """In order of preference: the first that the sentence can fill wins."""
    trims: tuple[str, ...] = ()
    """In the order they are tried: what costs the reader least comes first."""
    bullets: tuple[int, int] = (2, 5)
    """The fewest and the most; how long the article is decides between them."""
    words: int = 14
    """The number of words a bullet should have."""
    max_words: int = 24
    """The number of words it may have."""
    total_words: int | None = None
    """The number of words that three bullets may have together; with more or fewer
    bullets in proportion. None sets no such limit."""
    tense: Tense = "source"
    """Of the reporting verb."""
    attribution: Place = "source"
    """Where the speaker stands."""
    period: bool = True
    """Whether a bullet ends with a full stop."""
    quotes: Quotes = "source"
    """What quotation marks look like."""
    example: tuple[str, ...] = ()
    """A few invented bullets in this style."""


CHOICES = {
    "tense": get_args(Tense),
    "attribution": get_args(Place),
    "quotes": get_args(Quotes),
}
LISTS = {"trims": TRIMS, "templates": TEMPLATES, "example": None}
KEYS = tuple(field.name for field in fields(Style) if field.name != "name")
REQUIRED = ("description", "templates")


def names() -> tuple[str, ...]:
    """The shipped styles, in the order of the alphabet."""
    found = (
        Path(entry.name) for entry in files("summarizer").joinpath(*HOME).iterdir()
    )
    return tuple(sorted(path.stem for path in found if path.suffix == ".toml"))


def load(name_or_path: str | Path) -> Style:
    """The shipped style of that name, or one's own from a path.

    Whatever holds a path separator or ends in ``.toml`` is a path.

    >>> load("lead").period
    True
    """
    if not _is_path(name_or_path):
        return _shipped(str(name_or_path))
    return parse(_toml(source(name_or_path), str(name_or_path)), name_or_path)


def source(name_or_path: str | Path) -> str:
    """The TOML text of a style.

    Raises:
        StyleError: there is none of that name, or its file cannot be read.
    """
    if not _is_path(name_or_path):
        return _shipped_text(str(name_or_path))
    path = Path(name_or_path)
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        message = f"cannot be read ({error.strerror}); give the path of a TOML file"
        raise StyleError(str(path), "file", message) from error
    except UnicodeDecodeError as error:
        message = "is not UTF-8; save it as UTF-8 text"
        raise StyleError(str(path), "file", message) from error


def parse(mapping: Mapping[str, object], path: str | Path) -> Style:
    """The style that a mapping describes; ``path`` names it in messages.

    >>> parse({"description": "House.", "templates": ["bare"]}, "house.toml").name
    'house'

    Raises:
        StyleError: a key is missing or not known, or its value cannot be.
    """
    where = str(path)
    for key in mapping:
        if key not in KEYS:
            raise StyleError(where, key, _unknown("key", key, KEYS))
    for key in REQUIRED:
        if key not in mapping:
            raise StyleError(where, key, "is missing; every style must have it")
    values = {key: _value(where, key, mapping[key]) for key in KEYS if key in mapping}
    style = Style(name=Path(path).stem, **values)  # type: ignore[arg-type]
    if style.words > style.max_words:
        raise StyleError(where, "words", f"is more than max_words, {style.max_words}")
    return style


def _is_path(name_or_path: str | Path) -> bool:
    text = str(name_or_path)
    return (
        isinstance(name_or_path, Path)
        or text.endswith(".toml")
        or any(separator in text for separator in "/\\")
    )


@cache
def _shipped(name: str) -> Style:
    return parse(_toml(_shipped_text(name), name), f"{name}.toml")


def _shipped_text(name: str) -> str:
    if name not in names():
        hint = "; for a style of your own give a path that ends in .toml"
        raise StyleError(name, "name", _unknown("style", name, names()) + hint)
    entry = files("summarizer").joinpath(*HOME, f"{name}.toml")
    return entry.read_text(encoding="utf-8")


def _toml(text: str, path: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StyleError(path, "TOML", f"does not parse: {error}") from error


def _value(path: str, key: str, value: object) -> object:
    if key in LISTS:
        return _list(path, key, value, LISTS[key])
    if key in CHOICES:
        return _choice(path, key, value, CHOICES[key])
    if key == "bullets":
        return _range(path, value)
    if key in ("words", "max_words", "total_words"):
        return _number(path, key, value, MOST_WORDS)
    if key == "period":
        return _typed(path, key, value, bool)
    return _typed(path, key, value, str)


def _list(
    path: str, key: str, value: object, known: Collection[str] | None
) -> tuple[str, ...]:
    items = _typed(path, key, value, list)
    if not items:
        raise StyleError(path, key, "is an empty list; fill it or leave the key out")
    for item in items:
        _typed(path, key, item, str)
        if known is not None and item not in known:
            raise StyleError(path, key, _unknown(key.removesuffix("s"), item, known))
    if len(set(items)) < len(items):
        raise StyleError(path, key, "names one thing twice; name each once")
    return tuple(items)


def _choice(path: str, key: str, value: object, known: tuple[str, ...]) -> str:
    text = _typed(path, key, value, str)
    if text not in known:
        raise StyleError(path, key, _unknown("value", text, known))
    return text


def _range(path: str, value: object) -> tuple[int, int]:
    ends = value if isinstance(value, list) else [value, value]
    numbers = [_number(path, "bullets", end, MOST_BULLETS) for end in ends]
    if len(numbers) != 2 or numbers[0] > numbers[1]:  # noqa: PLR2004
        message = "give one number, or the fewest and the most, such as [2, 4]"
        raise StyleError(path, "bullets", message)
    return numbers[0], numbers[1]


def _number(path: str, key: str, value: object, most: int) -> int:
    number = _typed(path, key, value, int)
    if not 1 <= number <= most:
        message = f"{number} is out of range; give a whole number from 1 to {most}"
        raise StyleError(path, key, message)
    return number


TYPE_NAMES = {bool: "true or false", int: "a whole number", str: "text", list: "a list"}


def _typed(path: str, key: str, value: object, kind: type[T]) -> T:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise StyleError(path, key, f"{value!r} is not {TYPE_NAMES[kind]}")
    return value


def _unknown(what: str, word: str, known: Collection[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    guess = f" (did you mean {near[0]}?)" if near else ""
    return f"there is no {what} {word!r}{guess}; known are {', '.join(known)}"
