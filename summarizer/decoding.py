"""Bytes of any encoding -> text, or an error that says what to give instead."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import ReadError

# First bytes of what people hand over by mistake; the publicly documented file
# signatures of each format.
SIGNATURES = {
    b"%PDF-": "a PDF; give its text (pdftotext makes it)",
    b"PK\x03\x04": "a zip or an office document; give its text, HTML or Markdown",
    b"\xd0\xcf\x11\xe0": "an old office document; give its text, HTML or Markdown",
    b"{\\rtf": "an RTF document; save it as plain text first",
    b"\x1f\x8b": "compressed with gzip; unpack it first",
    b"\xfd7zXZ": "compressed with xz; unpack it first",
    b"7z\xbc\xaf": "a 7z archive; unpack it first",
    b"\x89PNG": "an image; give the article's text",
    b"\xff\xd8\xff": "an image; give the article's text",
    b"GIF8": "an image; give the article's text",
    b"\x7fELF": "a program; give the article's text",
}
# The four-byte marks come first: the UTF-32 one begins like the UTF-16 one.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,3}=\s{0,3}["']?([\w.:-]{2,40})""")
DECLARED_WITHIN = 4096  # the HTML standard looks no further than 1024
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
MOST_CONTROL = 0.01  # a stray control character is a slip, one in a hundred is not text
HIGH = re.compile(rb"[\x80-\xff]")
FEW_HIGH = 3
MOST_HIGH = 0.1  # English in cp1252 has under 2% of bytes above 127, accents included
MAX_BYTES = 8_000_000
"""The most that is taken for one article or feed: more than any book holds. Of some
hundred news pages the heaviest has 3 MB; the feed of a podcast of ten years has 5."""
TOO_LARGE = f"larger than {MAX_BYTES:,} bytes; give the article alone"
BINARY = "not text but binary data; give text, HTML or Markdown"


def decode(data: bytes, *, source: str, charset: str | None = None) -> str:
    """The text that ``data`` holds.

    A byte-order mark decides first, then valid UTF-8, then ``charset`` (from a
    header) or what the page itself declares, then cp1252, then a guess.

    >>> decode("A café in Nice".encode("cp1252"), source="example")
    'A café in Nice'

    Raises:
        ReadError: it is no text, or larger than ``MAX_BYTES``.
    """
    if len(data) > MAX_BYTES:
        raise ReadError(source, TOO_LARGE)
    _refuse_other_formats(data, source)
    text = _decoded(data, charset)
    if text is None or is_garbage(text):
        raise ReadError(source, BINARY)
    return text


def is_garbage(text: str) -> bool:
    """Whether too many characters of ``text`` are none that a text holds."""
    sample = text[:100_000]
    return len(CONTROL.findall(sample)) > max(3, MOST_CONTROL * len(sample))


def _refuse_other_formats(data: bytes, source: str) -> None:
    for signature, what in SIGNATURES.items():
        if data.startswith(signature):
            raise ReadError(source, f"this is {what}")


def _decoded(data: bytes, charset: str | None) -> str | None:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    bare = _utf_16_without_mark(data)
    if bare:
        return data.decode(bare, errors="replace")
    declared = charset or _declared(data)
    text = None if data.isascii() and declared else _strict(data, "utf-8")
    if text is None and declared:
        text = _strict(data, declared)
    return text if text is not None else _guessed(data)


def _utf_16_without_mark(data: bytes) -> str | None:
    """Latin letters in UTF-16 have a zero in every other byte."""
    sample = data[:4000]
    half = len(sample) // 2
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    if half and odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if half and even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    head = data[:DECLARED_WITHIN]
    found = DECLARED.search(head) if head.lstrip()[:1] == b"<" else None
    return found[1].decode("ascii", errors="replace") if found else None


def _strict(data: bytes, encoding: str) -> str | None:
    """The decoded text, a character cut in half at the very end forgiven."""
    try:
        name = codecs.lookup(encoding).name
        # Browsers read Latin-1 and ASCII as cp1252, and pages are written for them.
        name = "cp1252" if name in {"iso8859-1", "ascii"} else name
        decoder = codecs.getincrementaldecoder(name)("strict")
        text = decoder.decode(data)
    except (LookupError, UnicodeError, TypeError, AttributeError):
        return None
    # Where the cut one would be the only odd byte, it is a letter of another encoding.
    return None if decoder.getstate()[0] and text.isascii() else text


def _guessed(data: bytes) -> str | None:
    sample = data[:100_000]
    high = len(HIGH.findall(sample))
    western = _strict(data, "cp1252")
    if western is not None and high <= max(FEW_HIGH, MOST_HIGH * len(sample)):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is not None:
        return str(best)
    return data.decode("cp1252", errors="replace")
