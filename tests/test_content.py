"""What a source holds, and of an endless one no more than shows that it is."""

import io
from pathlib import Path

import pytest

from summarizer import content
from summarizer.content import Content
from summarizer.decoding import MAX_BYTES
from summarizer.errors import ReadError


def test_a_file_is_read_whole(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_bytes(b"<rss/>")
    assert content.of_file(path) == Content(str(path), b"<rss/>", path=path)


@pytest.mark.parametrize("name", ["", "nothing.xml", "a\0b"])
def test_what_cannot_be_read_is_told_in_one_line(tmp_path, name):
    with pytest.raises(ReadError, match="cannot be read") as caught:
        content.of_file(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_of_a_stream_without_end_one_byte_too_many_is_taken():
    found = content.of_stream(io.BytesIO(bytes(MAX_BYTES + 9)), name="pipe")
    assert (found.name, len(found.data)) == ("pipe", MAX_BYTES + 1)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_of_a_file_without_end_no_more():
    assert len(content.of_file(Path("/dev/zero")).data) == MAX_BYTES + 1


def test_no_stream_holds_nothing():
    assert content.of_stream(None, name="pipe").data == b""
