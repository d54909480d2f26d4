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
    from collections.abc import Mapping


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
def mapping(name: str, *path: str) -> Mapping[str, str]:
    """The table of words at ``path`` in the lexicon ``name``, read-only."""
    found: Any = table(name)
    for key in path:
        found = found[key]
    return MappingProxyType(dict(found))


@cache
def alternation(name: str, *path: str) -> str:
    """The words at ``path`` as a regular-expression alternation, longest first."""
    import re

    ordered = sorted(words(name, *path), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered)
