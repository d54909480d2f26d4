"""Nouns that tell of the same thing: "the plane" after "Flight 12"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summarizer.lexicon import table
from summarizer.stems import stems

if TYPE_CHECKING:
    from collections.abc import Mapping


def find_kin(found: frozenset[str], language: str) -> frozenset[str]:
    """The stems and those of their kin."""
    groups = _groups(language)
    kin = [groups[stem] for stem in found if stem in groups]
    return found.union(*kin) if kin else found


@cache
def _groups(language: str) -> Mapping[str, frozenset[str]]:
    """The stems of a group for each of its stems."""
    groups = [
        frozenset(stems(" ".join(group), language=language))
        for group in table("kin")["groups"]
    ]
    return {stem: group for group in groups for stem in group}
