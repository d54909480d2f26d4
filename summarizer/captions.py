"""Headings and captions, told by their shape: no full stop, no verb, capitals.

In flat text a line without a full stop ends with a lone " .", which says the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
LOOKED_AT = 700  # characters of a line; headings and captions are shorter
TERMINAL = re.compile(r"[.!?…][\"'”’)\]»]*$")
SIGNED = re.compile(r"[\"”] ?(?:--|–|—) ?[A-Z][^\"“”]{1,60}$")  # "..." -- Mara Holt
OPEN_DOT = re.compile(r"\s\.$")  # how a line without a full stop ends in flat text
CAPTION_LABEL = re.compile(r"^[A-Z'‘“\"][^:.!?]{1,40}: \S")
TAIL = 80  # characters; the end of a line is told by fewer
LONGEST_HEADING = 16
SHORTEST_SENTENCE = 10  # words; shorter ones without a full stop are captions
SHORTEST_CLAUSE = 4


def has_end(line: str) -> bool:
    """Whether the line ends like a sentence, or as a quotation begins or is signed."""
    tail = line[-TAIL:]
    if OPEN_DOT.search(tail):
        return False
    return bool(TERMINAL.search(tail) or SIGNED.search(tail)) or _opens_quotation(line)


def is_heading(line: str) -> bool:
    """Whether a line without a full stop is a heading, a caption or a link."""
    if has_end(line):
        return False
    spaced = OPEN_DOT.search(line) is not None
    bare = OPEN_DOT.sub("", line[:LOOKED_AT])
    found = WORD.findall(bare)
    if is_bare(line) or (spaced and has_label(bare)):
        return True
    if spaced and len(found) >= SHORTEST_SENTENCE and _has_verb(found):
        return False
    return len(found) <= LONGEST_HEADING or not _has_verb(found)


def is_bare(line: str) -> bool:
    """Whether the line is too short for a sentence, or in title case."""
    found = WORD.findall(line[:LOOKED_AT])
    return len(found) < SHORTEST_CLAUSE or _is_title_case(found)


def has_label(line: str) -> bool:
    """Whether the line begins like a caption, "In custody: ..."; not "He said: ..."."""
    found = CAPTION_LABEL.match(line)
    return found is not None and not _has_verb(WORD.findall(found[0]))


def is_picture_line(text: str) -> bool:
    """Whether a whole sentence does nothing but say who is pictured."""
    if "pictured" not in text.lower():
        return False
    rest = [word for word in WORD.findall(text) if word.lower() != "pictured"]
    return has_label(text) or not _has_verb(rest)


def _opens_quotation(line: str) -> bool:
    return line.endswith(":") and len(WORD.findall(line[:200])) > SHORTEST_CLAUSE


def _is_title_case(found: Sequence[str]) -> bool:
    long = [word for word in found if len(word) > 3]  # noqa: PLR2004
    capitals = sum(not word[0].islower() for word in long)
    return len(long) > 1 and 4 * capitals >= 3 * len(long)


def _has_verb(found: Sequence[str]) -> bool:
    lower = [word.translate(STRAIGHT).casefold() for word in found]
    verbs = words("furniture", "verbs")
    return any(word in verbs for word in lower) or any(
        word.endswith("ed") and len(word) > SHORTEST_CLAUSE for word in lower[1:]
    )
