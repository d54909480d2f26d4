"""What a corpus gives, and which line is to blame where it gives nothing."""

import json

import pytest

from summarizer.errors import ReadError
from summarizer.examples import read_corpus

FERRY = "The ferry to Skarholm stopped on Monday. Its engine had failed off the pier."
BULLETS = ["Skarholm ferry stops", "Engine failed off the pier"]
GOOD = json.dumps({"id": "ferry", "article": FERRY, "highlights": BULLETS})


def corpus(folder, *lines):
    path = folder / "small.jsonl"
    path.write_bytes(
        b"\n".join(x if isinstance(x, bytes) else x.encode() for x in lines)
    )
    return path


def test_a_line_is_an_example(tmp_path):
    (example,) = read_corpus(corpus(tmp_path, GOOD, ""))
    assert example.name == "ferry"
    assert example.article.text == FERRY
    assert example.references == (tuple(BULLETS),)


def test_every_editor_has_a_reference(tmp_path):
    row = {"article": FERRY, "title": "A ferry", "highlights": [BULLETS, ["It stops"]]}
    path = corpus(tmp_path, json.dumps(row))
    (example,) = read_corpus(str(path))
    assert example.name == f"{path}:1"
    assert example.article.title == "A ferry"
    assert example.references == (tuple(BULLETS), ("It stops",))


BAD_LINES = [
    ("no JSON", "{'article': 1}"),
    ("no UTF-8", b'{"article": "\xff\xfe"}'),
    ("no object", "[1, 2]"),
    ("no highlights", json.dumps({"article": FERRY})),
    ("empty highlights", json.dumps({"article": FERRY, "highlights": []})),
    ("an editor without one", json.dumps({"article": FERRY, "highlights": [[]]})),
    ("a text for a list", json.dumps({"article": FERRY, "highlights": "It stops"})),
    ("numbers", json.dumps({"article": FERRY, "highlights": [1]})),
    ("a number for an article", json.dumps({"article": 7, "highlights": BULLETS})),
    ("an empty article", json.dumps({"article": " ", "highlights": BULLETS})),
    (
        "a number for a title",
        json.dumps({"article": FERRY, "title": 7, "highlights": BULLETS}),
    ),
    ("nested without end", "[" * 100_000),
]


@pytest.mark.parametrize(
    "line", [line for _, line in BAD_LINES], ids=[name for name, _ in BAD_LINES]
)
def test_a_bad_line_is_named_in_one_line(tmp_path, line):
    path = corpus(tmp_path, GOOD, "", line)
    with pytest.raises(ReadError) as caught:
        read_corpus(path)
    assert str(caught.value).startswith(f"{path}:3: ")
    assert "\n" not in str(caught.value)


def test_a_folder_gives_what_has_lead_bullets(tmp_path):
    body = "The ferry to Skarholm stopped on Monday.\n\nIts engine had failed."
    (tmp_path / "b.txt").write_text(f"• Ferry stops\n• Engine fails\n\n{body}\n")
    (tmp_path / "a.txt").write_text(f"{body}\n")
    (tmp_path / "README.md").write_text("• Not an article")
    (example,) = read_corpus(tmp_path)
    assert example.name == "b"
    assert example.references == (("Ferry stops", "Engine fails"),)


def test_what_is_not_there_or_empty_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"gone\.jsonl: cannot be read"):
        read_corpus(tmp_path / "gone.jsonl")
    with pytest.raises(ReadError, match="holds no article"):
        read_corpus(tmp_path)
