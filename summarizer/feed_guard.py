"""What a feed may ask of the machine that reads it, checked before it is parsed.

Entities are the names for other text that a document may declare; a few lines of them
can stand for gigabytes. The limits are far above what feeds have, and far below what
would hurt.
"""

from __future__ import annotations

import re

from summarizer.decoding import MAX_BYTES
from summarizer.errors import ReadError

MOST_DEPTH = 5_000  # elements in one another; ill-formed feeds leave hundreds open
MOST_ATTRIBUTES = 1_000  # in one tag; a hundred thousand take minutes to parse
MOST_GROWTH = 1_000_000  # bytes that a feed's own entities may add to it

ROOT = re.compile(rb"<[A-Za-z_]")
ENTITY = re.compile(rb"<!ENTITY\s{1,20}(\S{1,200})\s{1,20}(?:\"([^\"]*)\"|'([^']*)')")
REFERENCE = re.compile(rb"&([^;&#\s]{1,200});")
NESTED = re.compile(rb"[&%][^;&#\s]{1,200};")
TOKEN = re.compile(
    rb"<!\[CDATA\[|\]\]>|<(?P<close>/)?[A-Za-z_][^<>]*?(?P<empty>/)?>", re.DOTALL
)
STANDARD = frozenset({b"&lt;", b"&gt;", b"&amp;", b"&quot;", b"&apos;"})


def check(data: bytes, *, source: str) -> None:
    """Nothing if the feed may be parsed.

    Raises:
        ReadError: it is too large, too deep, or made to grow without end.
    """
    if len(data) > MAX_BYTES:
        problem = f"larger than {MAX_BYTES:,} bytes; give a shorter feed"
        raise ReadError(source, problem)
    # Without the zeros between the letters of UTF-16 and UTF-32.
    plain = data.replace(b"\0", b"")
    trick = _entities(plain) or _nesting(plain)
    if trick:
        raise ReadError(source, f"{trick}; this is no honest feed and is not read")


def _entities(data: bytes) -> str | None:
    root = ROOT.search(data)
    head = data[: root.start()] if root else data
    sizes: dict[bytes, int] = {}
    for name, double, single in ENTITY.findall(head):
        value = double or single
        if set(NESTED.findall(value)) - STANDARD:
            return "its entities are made of other entities"
        sizes[name] = len(value)
    growth = sum(sizes.get(name, 0) for name in REFERENCE.findall(data))
    if sizes and growth > MOST_GROWTH:
        return f"its entities would add {growth:,} bytes"
    return None


def _nesting(data: bytes) -> str | None:
    depth, in_text = 0, False
    for token in TOKEN.finditer(data):
        if token[0] == b"<![CDATA[":
            in_text = True
        elif token[0] == b"]]>":
            in_text = False
        elif in_text:
            continue
        elif token[0].count(b"=") > MOST_ATTRIBUTES:
            return f"a tag of it has over {MOST_ATTRIBUTES:,} attributes"
        elif token["empty"]:
            continue
        elif token["close"]:
            depth = max(0, depth - 1)
        else:
            depth += 1
        if depth > MOST_DEPTH:
            return f"its elements are nested over {MOST_DEPTH:,} deep"
    return None
