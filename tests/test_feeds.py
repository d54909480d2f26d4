"""RSS and Atom become articles; what is wrong with a feed is told in one line each."""

import random
import time
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest

from summarizer import fetching
from summarizer.content import Content
from summarizer.errors import ReadError
from summarizer.feed_entries import MOST_ITEMS
from summarizer.feeds import parse, read_feed

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "cases" / "feeds.toml").read_text(encoding="utf-8"))
GAZETTE = HERE.parent / "corpora" / "feeds" / "gazette.xml"
REAL = Path(__file__).parents[2] / "shared" / "eval" / "feeds"
SECONDS = 15  # for any hostile feed, on a slow and busy machine


def parsed(text):
    return parse(Content("feed.xml", text.encode()))


def rss(inside, before=""):
    return f'{before}<rss version="2.0"><channel>{inside}</channel></rss>'


def item(number, text="A story."):
    return (
        f"<item><title>Story {number}</title><link>https://a.example/{number}</link>"
        f"<description>{text}</description></item>"
    )


def seen(article, key):
    if key == "text":
        return [span.of(article.text) for span in article.paragraphs]
    value = getattr(article, key)
    if key == "published":
        return value.isoformat() if value else ""
    return value.isoformat() if isinstance(value, datetime) else value


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["comment"])
def test_a_feed_is_read_as_in_the_table(case):
    feed = parsed(case["feed"].removeprefix("\n"))
    found = [
        {key: seen(article, key) for key in expected}
        for article, expected in zip(feed, case["items"], strict=True)
    ]
    assert found == case["items"]
    notes = case.get("notes", [])
    if any(article.moment is None for article in feed) and not notes:
        notes = ["without a readable date"]
    assert [part in note for note, part in zip(feed.notes, notes, strict=True)] == [
        True
    ] * len(notes)


def test_a_feed_in_a_file_is_read_whole():
    feed = read_feed(GAZETTE)
    assert feed.title == "The Harbour Gazette"
    assert [article.link for article in feed] == [
        "https://gazette.example/news/ferry-fares",
        "https://gazette.example/news/storm?utm_source=rss&utm_medium=feed",
        "https://gazette.example/photo",
        "https://gazette.example/news/library",
    ]
    assert feed.articles[0].title == "Ferry fares to rise by 8% & passes stay"
    assert len(feed.articles[0].paragraphs) == 4
    assert len(feed.notes) == 2


def test_what_is_older_stays_out_and_what_has_no_date_stays_in():
    feed = read_feed(GAZETTE, since=datetime(2026, 11, 23, 9, tzinfo=UTC))
    assert [article.title for article in feed] == [
        "Photograph of the day",
        "Library to open on Sundays",
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("<html><body><p>Hello.</p></body></html>", "this is no feed"),
        ("", "this is no feed"),
        ("Nothing but words.", "this is no feed"),
        (
            rss(
                item(1),
                '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;">]>',
            ),
            "made of other entities",
        ),
        (
            rss(item(1, "&a;" * 40_000), f'<!DOCTYPE r [<!ENTITY a "{"A" * 100}">]>'),
            "its entities would add 4,000,000 bytes",
        ),
        (rss("<a>" * 100_000), "nested over 5,000 deep"),
        (rss(f"<item {' '.join(f'a{i}=1' for i in range(9999))}/>"), "attributes"),
        (rss(" " * 8_000_000), "larger than 8,000,000 bytes"),
    ],
    ids=["a page", "empty", "text", "laughs", "quadratic", "deep", "wide", "large"],
)
def test_what_is_no_honest_feed_is_refused_in_one_line(data, says):
    start = time.monotonic()
    with pytest.raises(ReadError, match=says) as caught:
        parsed(data)
    assert "\n" not in str(caught.value)
    assert time.monotonic() - start < SECONDS


def test_an_entity_for_a_sign_is_taken():
    feed = parsed(
        rss(
            item(1, "Fares&#160;rise &dash; in May."),
            '<!DOCTYPE r [<!ENTITY dash "-">]>',
        )
    )
    assert "May" in feed.articles[0].text


def test_a_file_named_by_an_entity_is_not_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden words")
    head = f'<!DOCTYPE r [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    feed = parsed(rss(item(1, "It says &x; here."), head))
    assert "hidden" not in feed.articles[0].text


@pytest.mark.parametrize(
    "words",
    ["&lt;b" * 50_000, "&amp;" * 50_000, "&lt;a href=" * 50_000, '"' * 100_000],
)
def test_endless_titles_are_cut_in_linear_time(words):
    start = time.monotonic()
    feed = parsed(rss(f"<item><title>{words}</title><guid>a</guid></item>"))
    assert all(len(article.title or "") <= 300 for article in feed)
    assert time.monotonic() - start < SECONDS


def test_a_feed_that_breaks_the_parser_is_refused_in_one_line(monkeypatch):
    def broken(*_, **__):
        raise AssertionError

    monkeypatch.setattr(feedparser, "parse", broken)
    with pytest.raises(ReadError, match="broke the feed parser"):
        parsed(rss(item(1)))


def test_mutilated_feeds_are_read_or_refused():
    lot, whole = random.Random(1), GAZETTE.read_bytes()
    pieces = [b"<", b"&#x110000;", b"<![if", b"]]>", b"<!--", b"http://[", b"\xff\xfe"]
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(6):
            place = lot.randrange(len(data))
            data[place : place + lot.randrange(30)] = lot.choice(pieces)
        try:
            parse(Content("feed.xml", bytes(data)))
        except ReadError as error:
            assert "broke" not in str(error)  # noqa: PT017 - most raise nothing


def test_only_so_many_items_are_read():
    feed = parsed(rss("".join(map(item, range(MOST_ITEMS + 5)))))
    assert len(feed) == MOST_ITEMS
    assert "2,005 items; the first 2,000 are read" in feed.notes[0]


@pytest.mark.parametrize("source", ["news.xml", "file:///etc/hosts", "<rss></rss>"])
def test_a_string_is_an_address_and_nothing_else(source):
    with pytest.raises(ReadError, match="no address of a feed"):
        read_feed(source)


def test_bytes_and_an_address_give_what_the_file_gives(monkeypatch):
    data, address = GAZETTE.read_bytes(), "https://a.example/feed"
    monkeypatch.setattr(
        fetching, "download", lambda url, **_: fetching.Download(data, url)
    )
    file = read_feed(GAZETTE)
    for source, name in ((data, "feed"), (address, address)):
        feed = read_feed(source)
        assert (feed.name, feed.title) == (name, file.title)
        assert [a.text for a in feed] == [a.text for a in file]


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ReadError, match="cannot be read"):
        read_feed(tmp_path / "none.xml")


@pytest.mark.eval
@pytest.mark.skipif(not REAL.is_dir(), reason="the evaluation data is not here")
def test_every_real_feed_is_read_and_its_troubles_told_in_one_line_each():
    for path in sorted(REAL.iterdir()):
        feed = read_feed(path)
        assert feed.articles or feed.notes
        assert all("\n" not in note for note in feed.notes)


def test_a_feed_is_not_called_ill_formed_for_having_an_address():
    # Each that was fetched was: "ill-formed (no Content-type specified)".
    feed = parse(Content("https://gazette.example/feed.xml", GAZETTE.read_bytes()))
    assert [note for note in feed.notes if "ill-formed" in note] == []


@pytest.mark.parametrize(
    ("charset", "before", "encoding"),
    [
        ("windows-1251", "", "cp1251"),  # only the server says it
        ("iso-8859-1", "", "utf-8"),  # a server's habit: the bytes know better
        ("iso-8859-1", '<?xml version="1.0" encoding="cp1251"?>', "cp1251"),
    ],
)
def test_the_encoding_that_a_server_names_goes_where_the_feed_names_none(
    charset, before, encoding
):
    story = "\u041c\u043e\u0441\u0442 \u0437\u0430\u043a\u0440\u044b\u0442."
    data = rss(item(1, text=story), before=before).encode(encoding)
    feed = parse(Content("https://a.example/feed", data, charset=charset))
    assert story in feed.articles[0].text
