"""Every word list says where it comes from and names each word once."""

import re
from collections import Counter
from pathlib import Path

import pytest

import summarizer
from summarizer import lexicon

FOLDER = Path(summarizer.__file__).parent / "data" / "lexicon"
NAMES = sorted(path.stem for path in FOLDER.glob("*.toml"))


def lists(value, *path):
    """The lists in a table, each with its path."""
    if isinstance(value, list):
        yield ".".join(path), value
    elif hasattr(value, "items"):
        for key, inner in value.items():
            yield from lists(inner, *path, key)


@pytest.mark.parametrize("name", NAMES)
def test_no_list_names_a_word_twice(name):
    twice = {
        path: [word for word, count in Counter(map(str, words)).items() if count > 1]
        for path, words in lists(lexicon.table(name))
    }
    assert {path: words for path, words in twice.items() if words} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_file_names_its_source(name):
    text = (FOLDER / f"{name}.toml").read_text(encoding="utf-8")
    assert re.search(r"^(?:#.*\b)?source(?: =|:)", text, flags=re.MULTILINE)


def test_a_table_is_read_only_and_its_words_are_a_set():
    assert isinstance(lexicon.words("titles", "roles"), frozenset)
    with pytest.raises(TypeError):
        lexicon.table("titles")["roles"] = ()


def test_of_words_that_begin_alike_the_longest_is_tried_first():
    pattern = re.compile(lexicon.alternation("titles", "roles"))
    roles = lexicon.words("titles", "roles")
    assert [pattern.match(role)[0] for role in sorted(roles)] == sorted(roles)
