"""Plain text of any layout -> clean blocks, one line each.

A block is a paragraph, a heading or a list item; list items begin with a mark.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.lexicon import alternation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028]")
SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Soft hyphens, zero-width characters, direction marks, controls, lone surrogates. The
# joiner stays where it holds an emoji together.
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
# [1], [edit], [citation needed]: marks of the page, glued to the text.
REFERENCE = re.compile(
    r"\[(?:\d{1,3}|[a-z]|note \d{1,3}|edit|citation needed|clarification needed)\]"
)
RUN = re.compile(r" {2,}")
# A lone " . " between a word and a small letter: a line was broken there.
# The sign comes first in the pattern, for texts are searched quicker by a sign.
BROKEN_LINE = re.compile(
    r" \. (?:(?<=[\w,;–-] \. )(?=[a-z])|(?<=, \. )(?=\S)"
    r"|(?<=\bon \. )(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\d))"
)
BULLET = re.compile(r"[•▪●◦‣∙■*·–—-]\s+(?=\S)|•(?=\S)|\d{1,2}[.)]\s+(?=\S)")
# Flags, rockets and warning signs in front of a paragraph.
SYMBOLS = re.compile(
    "[\u2600-\u27bf\U0001f1e6-\U0001faff]"
    "[\u2600-\u27bf\U0001f1e6-\U0001faff\u200d\ufe0f ]{0,20}(?=\\S)"
)
ENDED = re.compile(r"[.!?…:][\"'”’)\]»]*$")
WORD_BREAK = re.compile(r"\w-$")
MOST_WRAPPED = 120  # characters; nobody wraps lines wider than that by hand
PER_LINE = 0.6  # of the lines of a block end like a sentence: each is a paragraph
ROOM = 3  # characters left on a line that could have taken the next word
INDENT = 2


def clean(text: str) -> str:
    r"""The same text with one kind of line end and space, and nothing invisible.

    >>> clean('cafe\u0301\u00a0\u200bnews\r\n')
    'café news\n'
    """
    if _is_plain(text):
        return REFERENCE.sub("", text)
    text = LINE_ENDS.sub("\n", text.replace("\u2029", "\n\n"))
    text = INVISIBLE.sub("", SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", REFERENCE.sub("", text))


def _is_plain(text: str) -> bool:
    """Whether there is nothing else to change: ASCII that prints, and line feeds."""
    return text.isascii() and text.replace("\n", "").isprintable()


def one_line(text: str) -> str:
    """Clean text as one line, runs of spaces as one, broken lines mended."""
    text = text.strip()
    text = RUN.sub(" ", text) if "  " in text else text
    if " . " not in text:
        return text
    return _after_joining().sub(r"\1 ", BROKEN_LINE.sub(" ", text))


def blocks(text: str) -> list[str]:
    r"""The blocks of clean text, in order.

    >>> blocks("The council\nvoted.\n\n- Roads\n- Schools")
    ['The council voted.', '- Roads', '- Schools']
    """
    groups = _groups(text.split("\n"))
    return [one_line(block) for group in groups for block in _split(group)]


def mark_length(block: str) -> int:
    """How many characters the list mark in front of a block takes; 0 without one.

    >>> mark_length("• Rates fall"), mark_length("1. Rates fall"), mark_length("Rates")
    (2, 3, 0)
    """
    found = BULLET.match(block)
    return found.end() if found else 0


def symbols_length(block: str) -> int:
    """How many characters the pictures in front of a block take; 0 without one."""
    found = SYMBOLS.match(block)
    return found.end() if found else 0


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines between blank lines."""
    group: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            group.append(line.rstrip())
        elif group:
            yield group
            group = []


def _split(group: Sequence[str]) -> Iterator[str]:
    """The blocks of lines without a blank line between them."""
    each_alone = _is_line_a_paragraph(group)
    width = max(map(len, group))
    block = group[0]
    for before, line in pairwise(group):
        if each_alone or _starts_block(before, line, width=width):
            yield block
            block = line
        elif WORD_BREAK.search(before) and line.strip()[:1].islower():
            block += line.strip()
        else:
            block += f" {line.strip()}"
    yield block


def _is_line_a_paragraph(group: Sequence[str]) -> bool:
    if any(mark_length(line.strip()) for line in group):
        return False
    before = group[:-1]
    ended = sum(ENDED.search(line) is not None for line in before)
    wide = sum(len(line) > MOST_WRAPPED for line in group)
    return 2 * wide > len(group) or (bool(before) and ended >= PER_LINE * len(before))


def _starts_block(before: str, line: str, *, width: int) -> bool:
    if mark_length(line.strip()):
        return True
    in_list = mark_length(before.strip()) > 0
    indent, indent_before = _indent(line), _indent(before)
    ended = ENDED.search(before) is not None
    if in_list:
        return ended and indent <= indent_before
    if indent >= indent_before + INDENT and ended:
        return True
    # A line that ends a sentence with room for more was ended on purpose.
    first_word = len(line.split(maxsplit=1)[0])
    return ended and len(before) + 1 + first_word + ROOM < width


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


@cache
def _after_joining() -> re.Pattern[str]:
    words = alternation("furniture", "joining")
    return re.compile(rf"\b({words}) \. (?=[^\s.])")
