"""A source is known by its content, and one that is bad costs no other."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from summarizer import digest, fetching, reading
from summarizer.errors import (
    CrashError,
    FetchError,
    NothingToSummarizeError,
    ReadError,
)
from summarizer.feeds import Feed, read_feed
from summarizer.items import Manner
from summarizer.sources import gather

FEEDS = Path(__file__).parent.parent / "corpora" / "feeds"
STORY = "Ferry fares in Port Callan will rise by 8% in January, the board said.\n"
PAGE = (
    '<!DOCTYPE html><html><head><link href="https://a.example/1" rel="canonical">'
    '<meta property="og:site_name" content="The &lt;Post&gt;">'
    "<title>Fares rise</title></head><body><article><h1>Fares rise</h1>"
    f"<p>{STORY}</p><p>Passes stay at 62 pounds.</p></article></body></html>"
)
OPML = (
    '<?xml version="1.0"?><opml version="2.0"><body><outline text="News">'
    '<outline type="rss" xmlUrl="https://a.example/feed"/>'
    '<outline type="rss" xmlUrl="https://b.example/feed"/>'
    '<outline type="rss" xmlUrl="https://a.example/feed"/>'
    '<outline type="rss" xmlUrl="file:///etc/hosts"/>'
    "</outline></body></opml>"
)


@pytest.fixture
def net(monkeypatch):
    """Addresses and what they give; all others cannot be fetched."""
    pages, asked = {}, []

    def download(url, *, limits):
        asked.append((url, limits.allow_private))
        if url not in pages:
            raise FetchError(url, "the server answered 404; check the address")
        data = pages[url]
        return fetching.Download(
            data if isinstance(data, bytes) else data.encode(), url
        )

    monkeypatch.setattr(fetching, "download", download)
    pages["asked"] = asked
    return pages


def only(found):
    (one,) = found
    return one


def of(path, manner=None, piped=None):
    return list(gather([str(path)], manner or Manner(), piped=piped))


def texts(article):
    return [span.of(article.text) for span in article.paragraphs]


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("", "feed.xml"),
        ("", "feed.txt"),
        ("\ufeff", "feed"),
        (
            '<?xml version="1.0"?>\n<!-- <html> -->\n<?xml-stylesheet href="a"?>',
            "a.html",
        ),
        ('<!DOCTYPE rss PUBLIC "-//N//DTD 0.91//EN" "http://a.example/x.dtd">', "feed"),
        ("\n\n", "feed.rss"),
    ],
)
def test_a_feed_is_known_by_its_content(tmp_path, before, name):
    path = tmp_path / name
    text = (FEEDS / "gazette.xml").read_text(encoding="utf-8").split("\n", 1)[1]
    path.write_text(before + text, encoding="utf-8")
    assert [article.title for article in only(of(path))] == [
        article.title for article in read_feed(FEEDS / "gazette.xml")
    ]


def test_a_page_gives_its_own_address_and_its_site(tmp_path):
    path = tmp_path / "saved.html"
    path.write_text(PAGE, encoding="utf-8")
    article = only(only(of(path)))
    assert (article.title, article.link) == ("Fares rise", "https://a.example/1")
    assert (article.publisher, article.source) == ("The <Post>", str(path))


def test_a_text_has_no_link(tmp_path):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    article = only(only(of(path)))
    assert texts(article) == [STORY.strip()]
    assert (article.link, article.publisher) == (None, None)


def test_a_page_at_an_address_is_linked(net):
    net["https://a.example/news"] = PAGE
    article = only(only(of("https://a.example/news")))
    assert article.link == "https://a.example/news"
    assert net["asked"] == [("https://a.example/news", False)]


def test_standard_input_may_be_anything():
    feed = (FEEDS / "post.xml").read_bytes()
    assert len(only(of("-", piped=io.BytesIO(feed)))) == 2
    assert len(only(of("-", piped=io.BytesIO(STORY.encode())))) == 1
    rows = f"{json.dumps({'text': STORY})}\n" * 2
    assert len(of("-", piped=io.BytesIO(rows.encode()))) == 2


def test_endless_standard_input_is_refused():
    class Endless(io.RawIOBase):
        def read(self, size=-1):
            assert size > 0
            return b"<rss>" * (size // 5 + 1)

    error = only(of("-", piped=Endless()))
    assert isinstance(error, ReadError)
    assert "larger than 8,000,000 bytes" in str(error)


def test_a_list_of_feeds_gives_each_feed_once(net, tmp_path):
    net["https://a.example/feed"] = (FEEDS / "post.xml").read_bytes()
    path = tmp_path / "feeds.opml"
    path.write_text(OPML, encoding="utf-8")
    feed, error = of(path, Manner(allow_private=True))
    assert len(feed) == 2
    assert isinstance(error, FetchError)
    assert net["asked"] == [
        ("https://a.example/feed", True),
        ("https://b.example/feed", True),
    ]


def test_a_list_in_a_list_is_not_followed(net):
    net["https://a.example/feeds"] = OPML
    net["https://a.example/feed"] = OPML
    for error in of("https://a.example/feeds"):
        assert isinstance(error, ReadError)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<opml><body/></opml>", "no feed in this OPML"),
        ("<opml><body>", "ill-formed"),
        (
            '<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><opml/>',
            "made of other entities",
        ),
        (
            "<opml>"
            + "".join(f'<outline xmlUrl="https://{n}.example"/>' for n in range(501))
            + "</opml>",
            "501 feeds",
        ),
    ],
    ids=["empty", "ill-formed", "bomb", "endless"],
)
def test_a_list_without_use_is_told(tmp_path, text, says):
    path = tmp_path / "feeds.opml"
    path.write_text(text, encoding="utf-8")
    assert says in str(only(of(path)))


def test_rows_bring_what_is_known_of_each(tmp_path):
    path = tmp_path / "rows.jsonl"
    rows = [
        {
            "text": STORY,
            "title": "Fares",
            "url": "https://a.example/1",
            "publisher": "The Post",
            "published": "2026-11-24T09:00:00+01:00",
        },
        {"text": STORY, "url": "javascript:alert(1)", "date": "soon"},
        {"nothing": 1},
        [1],
    ]
    lines = [json.dumps(row) for row in rows]
    path.write_text("\n".join([*lines, "{half"]), encoding="utf-8")
    first, second, *bad = of(path)
    article = only(first)
    assert (article.title, article.link) == ("Fares", "https://a.example/1")
    assert article.publisher == "The Post"
    assert article.moment == datetime(2026, 11, 24, 8, tzinfo=UTC)
    assert (only(second).link, only(second).moment) == (None, None)
    assert [str(error).split(": ")[0] for error in bad] == [
        f"{path}:{number}" for number in (3, 4, 5)
    ]


def test_half_a_character_in_a_row_does_not_keep_a_digest_from_being_written(tmp_path):
    # Scrapers cut texts in the middle of an emoji; the digest of a hundred other
    # stories then ended in a UnicodeEncodeError.
    half = "Fares \ud83d rise"
    row = {"text": f"{half}. {STORY}", "title": half, "publisher": half}
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps({**row, "url": f"https://a.example/{half}"}))
    letter = digest([only(found) for found in of(path)])
    for page in (letter.to_text(), letter.to_html(), letter.to_email().as_string()):
        assert "Fares rise" in page
        assert page.encode()


def test_a_folder_gives_its_files_by_name_and_hides_hidden_ones(tmp_path):
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "a.xml").write_bytes((FEEDS / "post.xml").read_bytes())
    (tmp_path / "c.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / ".hidden.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "d.png").write_bytes(b"x")
    feed, story, error = of(tmp_path)
    assert (len(feed), len(story)) == (2, 1)
    assert "a PDF" in str(error)


@pytest.mark.parametrize("name", ["missing.xml", "", "\0"])
def test_what_is_not_there_is_told(tmp_path, name):
    found = of(tmp_path / name if name else tmp_path)
    assert isinstance(only(found), ReadError)


def test_a_page_without_a_sentence_is_told_with_its_name(tmp_path):
    path = tmp_path / "empty.txt"
    path.write_text("\n", encoding="utf-8")
    error = only(of(path))
    assert isinstance(error, NothingToSummarizeError)
    assert str(path) in str(error)


def test_one_bad_source_does_not_keep_the_others_out(tmp_path):
    names = [str(tmp_path / "none"), str(FEEDS / "post.xml"), "http://", "ftp://a/b"]
    kinds = [isinstance(found, Feed) for found in gather(names)]
    assert kinds == [False, True, False, False]


def test_a_source_or_an_item_that_breaks_the_program_costs_itself(
    monkeypatch, tmp_path
):
    def broken(text, **given):
        if "Fares" in text or "Ferry" in text:
            message = "no\nway"
            raise RuntimeError(message)
        return whole(text, **given)

    whole = reading.read
    monkeypatch.setattr(reading, "read", broken)
    (tmp_path / "a.txt").write_text(f"Fares. {STORY}", encoding="utf-8")
    error, feed = gather([str(tmp_path / "a.txt"), str(FEEDS / "post.xml")])
    assert isinstance(error, CrashError)
    assert [bool(article.paragraphs) for article in feed] == [False, True]
    assert "broke the program" in feed.notes[0]


def test_a_page_is_fetched_for_an_item_that_holds_no_story(monkeypatch):
    asked = []

    def page(url, **given):
        asked.append((url, given))
        if url.endswith("photo"):
            raise FetchError(url, "the server answered 404; check the address")
        return reading.read(f"Whole story\n\n{STORY}")

    monkeypatch.setattr(reading, "read_url", page)
    feed = read_feed(FEEDS / "gazette.xml", fetch=True, allow_private=True)
    assert sorted(url for url, _ in asked) == [
        "https://gazette.example/news/library",
        "https://gazette.example/news/storm?utm_source=rss&utm_medium=feed",
        "https://gazette.example/photo",
    ]
    assert all(given["allow_private"] for _, given in asked)
    assert texts(feed.articles[3]) == [STORY.strip()]
    assert feed.articles[3].title == "Library to open on Sundays"
    assert texts(feed.articles[2]) == []
    assert [note for note in feed.notes if "404" in note] == [
        f"{FEEDS / 'gazette.xml'}: 1 item whose page or text could not be read "
        "(the first: https://gazette.example/photo: the server answered 404; "
        "check the address)"
    ]


def test_nothing_is_fetched_unless_it_is_asked_for(monkeypatch):
    monkeypatch.setattr(reading, "read_url", None)
    assert len(read_feed(FEEDS / "gazette.xml")) == 4


def test_a_story_that_is_too_old_is_not_fetched(monkeypatch):
    monkeypatch.setattr(reading, "read_url", None)
    since = datetime(2027, 1, 1, tzinfo=UTC)
    feed = read_feed(FEEDS / "post.xml", fetch=True, since=since)
    assert len(feed) == 0
