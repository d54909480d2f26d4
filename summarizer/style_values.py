"""Values of a style's file, checked one by one before any of them is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from summarizer.errors import StyleError

if TYPE_CHECKING:
    from collections.abc import Collection

T = TypeVar("T")

MOST_BULLETS = 50
MOST_WORDS = 200
TYPE_NAMES = {bool: "true or false", int: "a whole number", str: "text", list: "a list"}


def listed(
    path: str, key: str, value: object, known: Collection[str] | None
) -> tuple[str, ...]:
    """The texts of a list that is not empty, each once and each known."""
    items = typed(path, key, value, list)
    if not items:
        raise StyleError(path, key, "is an empty list; fill it or leave the key out")
    for item in items:
        typed(path, key, item, str)
        if known is not None and item not in known:
            raise StyleError(path, key, unknown(key.removesuffix("s"), item, known))
    if len(set(items)) < len(items):
        raise StyleError(path, key, "names one thing twice; name each once")
    return tuple(items)


def choice(path: str, key: str, value: object, known: tuple[str, ...]) -> str:
    """One of the words that are known."""
    text = typed(path, key, value, str)
    if text not in known:
        raise StyleError(path, key, unknown("value", text, known))
    return text


def ends(path: str, value: object) -> tuple[int, int]:
    """The fewest and the most; one number is both."""
    given = value if isinstance(value, list) else [value, value]
    numbers = [number(path, "bullets", end, MOST_BULLETS) for end in given]
    if len(numbers) != 2 or numbers[0] > numbers[1]:  # noqa: PLR2004
        message = "give one number, or the fewest and the most, such as [2, 4]"
        raise StyleError(path, "bullets", message)
    return numbers[0], numbers[1]


def number(path: str, key: str, value: object, most: int) -> int:
    """A whole number from 1 to ``most``."""
    found = typed(path, key, value, int)
    if not 1 <= found <= most:
        message = f"{found} is out of range; give a whole number from 1 to {most}"
        raise StyleError(path, key, message)
    return found


def typed(path: str, key: str, value: object, kind: type[T]) -> T:
    """The value, if it is of that kind."""
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise StyleError(path, key, f"{value!r} is not {TYPE_NAMES[kind]}")
    return value


def unknown(what: str, word: str, known: Collection[str]) -> str:
    """What to say of a word that is not known, with the nearest that is."""
    from difflib import get_close_matches

    near = get_close_matches(word, known, n=1)
    guess = f" (did you mean {near[0]}?)" if near else ""
    return f"there is no {what} {word!r}{guess}; known are {', '.join(known)}"
