"""Text, HTML, Markdown and files become articles; what cannot be read says why."""

import json
import os
import re
import time
import tomllib
from collections import Counter
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from summarizer.article import Article, Span
from summarizer.errors import NothingToSummarizeError, OptionError, ReadError
from summarizer.layout import blocks, clean
from summarizer.reading import detect, read

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "reading.toml").read_text(encoding="utf-8")
)["case"]
PAGES = Path(__file__).parents[2] / "shared" / "eval" / "html"
SENTENCE = "The bridge in Port Harbor closed on Monday. "
# Pieces from which hostile input is made: none may take more than linear time.
HOSTILE = ['"', ",", "A", "A ", "\n", " \n", "- a\n", ". ", "1.\n", "[", "[x](", " . a"]


def paragraphs(article):
    return [span.of(article.text) for span in article.paragraphs]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["comment"])
def test_an_article_is_read_as_in_the_table(case):
    article = read(case["text"], kind=case.get("kind", "auto"))
    assert paragraphs(article) == case["paragraphs"]
    assert article.title == case.get("title")
    assert list(article.lead_bullets) == case.get("bullets", [])
    if "published" in case:
        assert article.published == date.fromisoformat(case["published"])


def test_the_table_is_long_enough():
    assert len(CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["comment"])
def test_reading_its_own_text_again_changes_no_character(case):
    text = read(case["text"], kind=case.get("kind", "auto")).text
    assert "\n\n".join(blocks(clean(text))) == text


def test_an_article_comes_back_as_it_is():
    article = Article(text="It fell.", paragraphs=(Span(0, 8),))
    assert read(article) is article
    assert read(article, title="Bridge").title == "Bridge"


def test_a_given_title_wins_and_is_not_read_twice():
    article = read("Bridge closes\n\nIt closed on Monday.", title="Bridge closes")
    assert article.title == "Bridge closes"
    assert paragraphs(article) == ["It closed on Monday."]


def test_language_and_source_are_kept(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(SENTENCE)
    article = read(path, language="de")
    assert (article.language, article.source) == ("de", str(path))
    assert read(SENTENCE).source is None


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.md", "The *old* bridge closed.", "The old bridge closed."),
        ("a.html", "The <b>old</b> bridge closed.", "The old bridge closed."),
        ("a.txt", "<p>The bridge</p><p>closed.</p>", "closed."),
        ("a", "The *old* bridge closed.", "The *old* bridge closed."),
    ],
)
def test_a_suffix_names_the_kind_of_a_file(tmp_path, name, text, kind):
    path = tmp_path / name
    path.write_text(text)
    assert paragraphs(read(path))[-1] == kind


@pytest.mark.parametrize(
    ("source", "error", "said"),
    [
        ("", NothingToSummarizeError, "nothing to summarize"),
        (" \n\u200b ", NothingToSummarizeError, "nothing to summarize"),
        (b"", NothingToSummarizeError, "nothing to summarize"),
        ("...", NothingToSummarizeError, "nothing to summarize"),
        ("Scroll down for video", NothingToSummarizeError, "nothing to summarize"),
        ("<html><body></body></html>", NothingToSummarizeError, "nothing"),
        ("story.txt", ReadError, "a Path to read a file"),
        ("https://example.org/story", ReadError, "a Path to read a file"),
        (Path("/no/such/story.txt"), ReadError, "no such file"),
        (Path("/"), ReadError, "folder"),
        (Path("a\0b"), ReadError, "cannot be read"),
        ('<?xml version="1.0"?><rss version="2.0"><a/></rss>', ReadError, "feed"),
        ("\x01\x02\x03\x04\x05" * 9 + "words", ReadError, "binary"),
        # They ended in a TypeError, or as an article without a sentence.
        (None, ReadError, "NoneType: is no article; give text"),
        ([SENTENCE], ReadError, "list: is no article; give text"),
        # What has no end was read until the memory was full.
        (Path("/dev/zero"), ReadError, "larger than 8,000,000 bytes"),
        (b"It rained. " * 800_000, ReadError, "larger than 8,000,000 bytes"),
    ],
)
def test_what_cannot_be_read_says_what_to_do_in_one_line(source, error, said):
    with pytest.raises(error, match=said) as raised:
        read(source)
    assert "\n" not in str(raised.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_told(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(SENTENCE)
    path.chmod(0)
    with pytest.raises(ReadError, match="may not be read"):
        read(path)


def test_an_unknown_kind_names_the_known():
    with pytest.raises(OptionError, match="markdown"):
        read(SENTENCE, kind="pdf")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><p>x", "html"),
        ("\n <!-- page --><html>", "html"),
        ("Rain<br>and<br/>snow", "html"),
        ("# Rain", "markdown"),
        ("Rain\n====\n\nIt rained.", "markdown"),
        ("See [this](https://example.org).", "markdown"),
        ("It rained.\n----------\nThe end.", "text"),
        ("#1 in the charts", "text"),
        ("He said <laughs> no.", "text"),
    ],
)
def test_the_kind_is_told_by_content(text, kind):
    assert detect(text) == kind


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_no_time(piece):
    text = "The bridge closed.\n\n" + piece * (300_000 // len(piece))
    started = time.process_time()
    read(text, kind="text")
    detect(text)
    assert time.process_time() - started < 5


def page_words(text):
    return Counter(re.findall(r"\w+", text.lower()))


def headline(text):
    return re.sub(r"\W+", " ", text.lower()).strip()


@pytest.mark.eval
def test_real_pages_are_read():
    manifest = PAGES / "manifest.json"
    if not manifest.exists():
        pytest.skip("the evaluation data is not beside the project")
    recalls, precisions, titles = [], [], 0
    for page in json.loads(manifest.read_text(encoding="utf-8")):
        told = json.loads((PAGES / page["expected"]).read_text(encoding="utf-8"))
        article = read(PAGES / page["file"])
        sections = (s["paragraphs"] for s in told["body"]["sections"])
        wanted = page_words(" ".join(chain(told["body"]["summary"], *sections)))
        got = page_words(" ".join(paragraphs(article)))
        recalls.append((wanted & got).total() / wanted.total())
        precisions.append((wanted & got).total() / got.total())
        titles += headline(article.title or "") == headline(told["title"])
    assert sum(recalls) / len(recalls) >= 0.97
    assert min(recalls) >= 0.85
    assert sum(precisions) / len(precisions) >= 0.98
    assert titles >= 26
