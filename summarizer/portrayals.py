"""Words that an edit sets beside a name: the article's own, whole, of that very person.

What may stand around them in the bullet is looked at here, the rest in ``portrayed``.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.portrayed import LONGER, is_of_another, said_behind, said_in_front
from summarizer.told_words import is_known
from summarizer.voices import FINITE, NOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.bullet import Edit
    from summarizer.trace import Trace

FRONT = re.compile(r"(?P<words>\w[\w.'’ -]{1,70}) ")
BEHIND = re.compile(r", (?P<words>\w[\w.'’& -]{2,110}),")
IN_THE_WAY = NOUNS | {"JJ", "JJR", "JJS", "DT", "PRP$", "POS", "CD", "VBN"}
"""What stands in front of a name and tells of it already."""


def portrays(trace: Trace, edit: Edit) -> bool:
    """Whether the article says so of the one beside whom the words come to stand."""
    front, behind = FRONT.fullmatch(edit.text), BEHIND.fullmatch(edit.text)
    found = [n for n, word in enumerate(trace.words) if word.edit is edit]
    if not found or not all(b - a == 1 for a, b in pairwise(found)):
        return False
    if front:
        name = _name_behind(trace, found[-1])
        clear = _is_clear(trace, found[0])
        return name is not None and clear and said_in_front(trace, front["words"], name)
    if behind:
        name = _name_before(trace, found[0])
        return (
            name is not None
            and _goes_on(trace, found[-1])
            and said_behind(trace, behind["words"], name)
        )
    return False


def _name_behind(trace: Trace, last: int) -> str | None:
    """The full name right behind a word of the bullet, if it is one person's."""
    if last + 1 >= len(trace.words):
        return None
    at = trace.words[last + 1].offset
    for name in _full_names(trace):
        end = at + len(name)
        if trace.text.startswith(name, at) and not LONGER.match(trace.text, end):
            return name
    return None


def _name_before(trace: Trace, first: int) -> str | None:
    """The full name right before a word of the bullet, if it is one person's."""
    end = trace.words[first].offset
    for name in _full_names(trace):
        before = trace.text[: max(0, end - len(name))]
        if trace.text[:end].endswith(name) and not before[-1:].isalnum():
            return None if is_of_another(before) else name
    return None


def _full_names(trace: Trace) -> Iterator[str]:
    """The full names that no two people of the article have."""
    names = [p.name.of(trace.article.text) for p in trace.cast.people if p.full]
    yield from (name for name in names if names.count(name) == 1)


def _is_clear(trace: Trace, first: int) -> bool:
    """Whether nothing in front of the words would run together with them."""
    if first == 0:
        return True
    before = trace.words[first - 1]
    if before.text == ",":
        opening = [word.tag in FINITE for word in trace.words[: first - 1]]
        return any(opening) or trace.words[0].tag not in IN_THE_WAY
    return before.tag not in IN_THE_WAY and not is_known(before.low)


def _goes_on(trace: Trace, last: int) -> bool:
    """Whether a verb follows the words, or the bullet ends there."""
    rest = [word for word in trace.words[last + 1 :] if word.text not in {",", "."}]
    return not rest or rest[0].tag in FINITE
