"""Word lists from ``data/lexicon/*.toml``, loaded once into frozen tables.

Every list or the file that holds it says where it comes from in a ``source`` key or a
comment.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@cache
def table(name: str) -> Mapping[str, Any]:
    """The whole of ``data/lexicon/<name>.toml``, read-only."""
    data = files("summarizer").joinpath("data", "lexicon", f"{name}.toml")
    return MappingProxyType(tomllib.loads(data.read_text(encoding="utf-8")))


@cache
def words(name: str, *path: str) -> frozenset[str]:
    """The list of words at ``path`` in the lexicon ``name``."""
    found: Any = table(name)
    for key in path:
        found = found[key]
    return frozenset(found)


@cache
def union(*lists: tuple[str, ...]) -> frozenset[str]:
    """The words of several lists together, each told by its lexicon and path."""
    return frozenset().union(*(words(*path) for path in lists))


@cache
def mapping(name: str, *path: str) -> Mapping[str, str]:
    """The table of words at ``path`` in the lexicon ``name``, read-only."""
    found: Any = table(name)
    for key in path:
        found = found[key]
    return MappingProxyType(dict(found))


@cache
def alternation(name: str, *path: str) -> str:
    """The words at ``path`` as a regular-expression alternation, longest first."""
    return any_of(words(name, *path))


def any_of(known: Iterable[str]) -> str:
    """An alternation of words, longest first, that is quick to see that none comes.

    >>> any_of(["may", "march", "june"])
    'm(?:arch|ay)|j(?:une)'
    """
    import re

    groups: dict[str, list[str]] = {}
    for word in sorted(known, key=lambda word: (-len(word), word)):
        groups.setdefault(word[:1].lower(), []).append(word)
    found: list[str] = []
    for group in groups.values():
        first, *others = {word[:1] for word in group}
        if others:  # in both cases, and which comes first counts where case does not
            found.extend(map(re.escape, group))
        else:
            rests = "|".join(re.escape(word[1:]) for word in group)
            found.append(f"{re.escape(first)}(?:{rests})")
    return "|".join(found)
