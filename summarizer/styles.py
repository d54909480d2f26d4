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
from typing import TYPE_CHECKING, Literal, get_args

from summarizer import style_values
from summarizer.errors import StyleError
from summarizer.style_values import MOST_WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

Tense = Literal["source", "present"]
Place = Literal["end", "front", "colon", "source"]
Quotes = Literal["source", "straight", "curly", "single"]
Brevity = Literal["firm", "soft"]

TRIMS = (
    "dateline",
    "aside",
    "connective",
    "contrast",
    "weekday",
    "relative-day",
    "filler",
    "short-name",
    "that",
    "who-is",
    "emphasis",
    "place",
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

HOME = ("data", "styles")


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
    brevity: Brevity = "firm"
    """Whether a long sentence loses against a short one that tells less."""
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
    "brevity": get_args(Brevity),
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
            raise StyleError(where, key, style_values.unknown("key", key, KEYS))
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
        raise StyleError(
            name, "name", style_values.unknown("style", name, names()) + hint
        )
    entry = files("summarizer").joinpath(*HOME, f"{name}.toml")
    return entry.read_text(encoding="utf-8")


def _toml(text: str, path: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StyleError(path, "TOML", f"does not parse: {error}") from error


def _value(path: str, key: str, value: object) -> object:
    if key in LISTS:
        return style_values.listed(path, key, value, LISTS[key])
    if key in CHOICES:
        return style_values.choice(path, key, value, CHOICES[key])
    if key == "bullets":
        return style_values.ends(path, value)
    if key in ("words", "max_words", "total_words"):
        return style_values.number(path, key, value, MOST_WORDS)
    if key == "period":
        return style_values.typed(path, key, value, bool)
    return style_values.typed(path, key, value, str)
