"""What a corpus gives, and which line is to blame where it gives nothing."""

import json

import pytest

from summarizer import jsonl
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


def test_one_editor_may_write_a_list_or_a_text_with_a_bullet_a_line(tmp_path):
    row = {"article": FERRY, "highlights": "\n".join([BULLETS[0], "", BULLETS[1]])}
    (example,) = read_corpus(corpus(tmp_path, json.dumps(row)))
    assert example.references == (tuple(BULLETS),)


@pytest.mark.parametrize("key", ["highlights", "references"])
def test_every_editor_has_a_reference(tmp_path, key):
    row = {"article": FERRY, "title": "A ferry", key: [BULLETS, ["It stops", ""]]}
    path = corpus(tmp_path, json.dumps(row))
    (example,) = read_corpus(str(path))
    assert example.name == f"{path}:1"
    assert example.article.title == "A ferry"
    assert example.references == (tuple(BULLETS), ("It stops",))


def test_an_example_without_a_name_is_called_by_its_place(tmp_path):
    row = {"id": None, "article": FERRY, "highlights": BULLETS}
    (example,) = read_corpus(corpus(tmp_path, json.dumps(row)))
    assert example.name.endswith("small.jsonl:1")


BAD_LINES = [
    ("no JSON", "{'article': 1}"),
    ("no UTF-8", b'{"article": "\xff\xfe"}'),
    ("no object", "[1, 2]"),
    ("no highlights", json.dumps({"article": FERRY})),
    ("empty highlights", json.dumps({"article": FERRY, "highlights": []})),
    ("an editor without one", json.dumps({"article": FERRY, "highlights": [[]]})),
    ("empty bullets", json.dumps({"article": FERRY, "highlights": [" ", ""]})),
    ("a text of nothing", json.dumps({"article": FERRY, "highlights": " \n "})),
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
def test_a_bad_line_is_named_and_the_rest_still_comes(tmp_path, line):
    path = corpus(tmp_path, GOOD, "", line, GOOD)
    found = read_corpus(path)
    assert [example.name for example in found] == ["ferry", "ferry"]
    (problem,) = found.problems
    assert problem.source == f"{path}:3"
    assert str(problem).startswith(f"{path}:3: ")
    assert "\n" not in str(problem)


def test_a_folder_gives_what_has_lead_bullets(tmp_path):
    body = "The ferry to Skarholm stopped on Monday.\n\nIts engine had failed."
    (tmp_path / "b.txt").write_text(f"• Ferry stops\n• Engine fails\n\n{body}\n")
    (tmp_path / "a.txt").write_text(f"{body}\n")
    (tmp_path / "README.md").write_text("• Not an article")
    found = read_corpus(tmp_path)
    (example,) = found
    assert (found.name, len(found)) == (tmp_path.name, 1)
    assert example.name == "b"
    assert example.references == (("Ferry stops", "Engine fails"),)
    (problem,) = found.problems
    assert problem.source == str(tmp_path / "a.txt")


STORY = f"""SKARHOLM (NP) -- {FERRY}

The harbour master said that nine days
would pass before it sails again.

@highlight

Skarholm ferry stops

@highlight

Engine failed off
the pier

@highlight

"""


def test_a_story_has_its_highlights_below(tmp_path):
    (tmp_path / "0a1b.story").write_text(STORY, encoding="utf-8")
    (example,) = read_corpus(tmp_path)
    assert example.name == "0a1b"
    assert example.references == (tuple(BULLETS),)
    assert "highlight" not in example.article.text
    assert "would pass before it sails" in example.article.text


def test_one_article_is_a_corpus_too(tmp_path):
    (tmp_path / "0a1b.story").write_text(STORY, encoding="utf-8")
    (example,) = read_corpus(tmp_path / "0a1b.story")
    assert example.references == (tuple(BULLETS),)
    with pytest.raises(ReadError, match=r"gone\.txt: no such file"):
        read_corpus(tmp_path / "gone.txt")


BAD_STORIES = [
    ("no highlights", FERRY),
    ("an empty one", f"{FERRY}\n\n@highlight\n\n"),
    ("no article", f"@highlight\n\n{BULLETS[0]}\n"),
    ("no text", "\0\1\2" * 50),
    ("a highlight in the line", f"{FERRY} @highlight {BULLETS[0]}"),
]


@pytest.mark.parametrize(
    "story", [story for _, story in BAD_STORIES], ids=[name for name, _ in BAD_STORIES]
)
def test_a_bad_story_is_named_and_the_rest_still_comes(tmp_path, story):
    (tmp_path / "bad.story").write_text(story, encoding="utf-8")
    (tmp_path / "good.story").write_text(STORY, encoding="utf-8")
    found = read_corpus(tmp_path)
    assert [example.name for example in found] == ["good"]
    assert [problem.source for problem in found.problems] == [
        str(tmp_path / "bad.story")
    ]


def test_what_is_not_there_or_empty_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"gone\.jsonl: cannot be read"):
        read_corpus(tmp_path / "gone.jsonl")
    with pytest.raises(ReadError, match="holds no article"):
        read_corpus(tmp_path)


def test_where_nothing_can_be_used_the_first_problem_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"small\.jsonl:1: is not an object"):
        read_corpus(corpus(tmp_path, "{", "["))


def test_a_line_that_is_too_long_is_named_and_the_rest_still_comes(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(jsonl, "LONGEST", 1000)
    long = json.dumps({"article": "x" * 2000, "highlights": ["One."]})
    short = json.dumps({"article": "The mill opens.", "highlights": ["A mill opens."]})
    found = read_corpus(corpus(tmp_path, long, short))
    assert [example.references for example in found] == [(("A mill opens.",),)]
    [problem] = found.problems
    assert "longer than" in str(problem)


def test_a_line_without_an_end_is_no_corpus(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonl, "LONGEST", 1000)
    monkeypatch.setattr(jsonl, "ENDLESS", 5000)
    path = tmp_path / "device"
    path.write_bytes(bytes(20_000))
    with pytest.raises(ReadError, match="a line without an end; give JSON Lines"):
        read_corpus(path)
