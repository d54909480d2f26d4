"""One line for the preview of a mail: whole bullets, or the first one cut."""

from __future__ import annotations

import re
import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

from summarizer.errors import OptionError

if TYPE_CHECKING:
    from collections.abc import Iterable

ELLIPSIS = "…"
LIMITS = (20, 500)

ENDED = re.compile(r"[.?!…][\"'”’)\]]*$")

# Unicode's bidirectional controls: what opens a stretch, and what must close it.
BIDI_CLOSERS = MappingProxyType(
    dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c")
    | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
)
ZERO_WIDTH_JOINER = "\u200d"
SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"


def fit(bullets: Iterable[str], *, limit: int) -> str:
    """As many whole bullets as fit, or the first one cut between two words.

    >>> fit(["The bridge is shut until spring.", "Ferries are free."], limit=40)
    'The bridge is shut until spring.'
    >>> fit(["The bridge is shut until spring."], limit=22)
    'The bridge is shut…'

    Raises:
        OptionError: no line can be so short or so long.
    """
    least, most = LIMITS
    if not least <= limit <= most:
        message = f"{limit} is out of range; give a whole number from {least} to {most}"
        raise OptionError(field="limit", message=message)
    line = ""
    for bullet in bullets:
        longer = _joined(line, bullet)
        if len(longer) > limit:
            return line or _cut(bullet, limit)
        line = longer
    return line


def _joined(line: str, bullet: str) -> str:
    if not line:
        return bullet
    return f"{line}{' ' if ENDED.search(line) else ' · '}{bullet}"


def _cut(words: str, limit: int) -> str:
    """The words cut to the limit, an ellipsis and bidirectional closers included."""
    for room in range(limit - len(ELLIPSIS), 0, -1):
        head = _head(words, room)
        line = f"{head}{ELLIPSIS}{_closers(head)}"
        if len(line) <= limit:
            return line
    return ELLIPSIS


def _head(words: str, room: int) -> str:
    """The longest beginning that ends between two words; failing that, two letters."""
    end = words.rfind(" ", 0, room + 1)
    if end > 0:
        return words[:end].rstrip(" ,;:–—-")
    while room > 1 and (_leans(words[room]) or words[room - 1] == ZERO_WIDTH_JOINER):
        room -= 1
    return words[:room]


def _leans(character: str) -> bool:
    """Whether the character is part of the one before it: an accent, a skin tone."""
    return (
        unicodedata.category(character).startswith("M")
        or character == ZERO_WIDTH_JOINER
        or character in SKIN_TONES
    )


def _closers(words: str) -> str:
    open_ones: list[str] = []
    for character in words:
        if character in BIDI_CLOSERS:
            open_ones.append(BIDI_CLOSERS[character])
        elif open_ones and character == open_ones[-1]:
            open_ones.pop()
    return "".join(reversed(open_ones))
