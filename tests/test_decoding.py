"""Bytes of any encoding become text; other files are refused with a way out."""

import codecs
import gzip

import pytest

from summarizer.decoding import decode
from summarizer.errors import ReadError
from summarizer.reading import read

TEXT = "The café’s “old” bridge – 300 m – closed on Monday. " * 5


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
    ],
    ids=["utf-8", "mark", "utf-16", "be-mark", "le", "be", "utf-32", "cp1252"],
)
def test_an_encoding_is_told(data):
    assert decode(data, source="a") == TEXT


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ('<meta charset="iso-8859-2"><p>Łódź'.encode("iso-8859-2"), None, "Łódź"),
        ("<meta charset=latin1>“Café”".encode("cp1252"), None, "“Café”"),
        ("<meta charset=latin1>Café".encode(), None, "Café"),
        ("<meta charset=nonsense>Café".encode("cp1252"), None, "Café"),
        ("<meta charset=shift_jis>橋".encode("shift_jis"), None, "橋"),
        ("<meta charset=iso-2022-jp>橋".encode("iso-2022-jp"), None, "橋"),
        ("Łódź".encode("iso-8859-2"), "iso-8859-2", "Łódź"),
        ("The café".encode("cp1252"), "utf-8", "The café"),
    ],
)
def test_a_declared_encoding_is_followed_where_it_fits(data, charset, text):
    assert decode(data, source="a", charset=charset).endswith(text)


def test_a_character_cut_at_the_end_is_forgiven():
    assert decode("“The café".encode()[:-1], source="a") == "“The caf"


def test_other_alphabets_are_guessed():
    text = "Мост в порту закрыли в понедельник после бури, сказал мэр города. " * 5
    assert decode(text.encode("koi8-r"), source="a") == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "pdftotext"),
        (b"PK\x03\x04\x14\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (gzip.compress(b"The bridge closed."), "gzip"),
        (b"{\\rtf1 The bridge", "RTF"),
        (bytes(range(256)) * 20, "binary"),
        (b"\x00" * 4000, "binary"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00" * 50, "binary"),
    ],
)
def test_what_is_not_text_is_refused_in_one_line(data, said):
    with pytest.raises(ReadError, match=said) as raised:
        read(data)
    assert "\n" not in str(raised.value)


def test_one_stray_zero_byte_is_no_reason_to_refuse():
    assert decode(b"The bridge\x00 closed.", source="a").startswith("The bridge")
