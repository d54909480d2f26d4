"""Bullets go into a feed; every other byte of it stays what it was."""

import io
import time
import tomllib
from html import escape
from pathlib import Path
from xml.parsers import expat

import pytest

from summarizer import Options, ReadError, StyleError, feed_filter, feed_guard
from summarizer.feed_filter import filter_feed, pass_on
from summarizer.feed_walk import find_places

from .samples import saying

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "cases" / "feed_filter.toml").read_text(encoding="utf-8"))
CORPORA = sorted((HERE.parent / "corpora").glob("*.txt"))
REAL = HERE.parents[1] / "shared" / "eval" / "feeds"
SECONDS = 15  # on a slow and busy machine
STORY = " ".join(["The mayor of Nordhaven opened the new tram line on Monday."] * 12)
LIST = '<ul class="summarizer"><li>A &amp; B win</li></ul>\n'


@pytest.fixture
def _one_bullet(monkeypatch):
    """Every story has the same bullet, so that the bytes around it can be compared."""
    monkeypatch.setattr(
        feed_filter,
        "summarize_many",
        lambda found, _: (saying("A & B win") for _ in found),
    )


def give(monkeypatch, result):
    """Let this become of every story."""
    monkeypatch.setattr(
        feed_filter, "summarize_many", lambda found, _: (result for _ in found)
    )


ONE_BULLET = pytest.mark.usefixtures("_one_bullet")


def filtered(data, **kwargs):
    done = filter_feed(data, **kwargs)
    return b"".join(done.pieces), done.notes


@ONE_BULLET
@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["comment"])
def test_a_feed_becomes_what_the_table_says(case):
    before, after = (
        case[key].replace("STORY", STORY).encode()
        for key in ("before", "after" if "after" in case else "before")
    )
    found, notes = filtered(before)
    assert found == after
    expected = case.get("notes", [])
    assert len(notes) == len(expected)
    assert all(part in note for part, note in zip(expected, notes, strict=True))


@ONE_BULLET
@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["comment"])
def test_a_second_time_changes_nothing(case):
    once, _ = filtered(case["before"].replace("STORY", STORY).encode())
    assert filtered(once)[0] == once


RSS = "<rss><channel><item><description>{}</description></item></channel></rss>"
ENCODINGS = [
    ("utf-8", b"\xef\xbb\xbf"),
    ("utf-8", b""),
    ("utf-16-le", b"\xff\xfe"),
    ("utf-16-be", b"\xfe\xff"),
    ("utf-16-le", b""),
    ("iso-8859-1", b""),
    ("windows-1252", b""),
    ("koi8-r", b""),
    ("us-ascii", b""),
]


@pytest.mark.parametrize("text", ["{}", "\r\n <![CDATA[{}]]>"], ids=["plain", "cdata"])
@pytest.mark.parametrize(("encoding", "mark"), ENCODINGS)
def test_the_encoding_of_a_feed_is_kept(monkeypatch, encoding, mark, text):
    give(monkeypatch, saying("Ж – ü"))
    name = encoding.removesuffix("-le").removesuffix("-be")
    head = f"<?xml version='1.0' encoding='{name}'?>\r\n<!-- ä – ж -->"
    whole = head + RSS.format(text.format(STORY))
    before = mark + whole.encode(encoding, "replace")
    after, notes = filtered(before)
    assert notes == ()
    place = find_places(before, name="feed").entries[0].places[0].at
    extra = len(after) - len(before)
    assert after[:place] + after[place + extra :] == before
    [entry] = find_places(after, name="feed").entries
    item = feed_filter.markup.plain(entry.places[0].words)
    assert item.startswith("Ж – ü")


@ONE_BULLET
def test_bullets_cannot_end_a_section_or_become_markup(monkeypatch):
    evil = "]]> <script>alert(1)</script> \x00\x1b & \ud83d \ufffe"
    give(monkeypatch, saying(evil))
    for text in ("{}", "<![CDATA[{}]]>"):
        after, notes = filtered(RSS.format(text.format(STORY)).encode())
        assert notes == ()
        [entry] = find_places(after, name="feed").entries
        words = entry.places[0].words
        assert words.startswith('<ul class="summarizer"><li>]]&gt; &lt;script&gt;')
        assert "<script" not in words


def test_a_story_gets_its_own_bullets_and_the_rest_of_the_feed_stays():
    stories = [path.read_text(encoding="utf-8") for path in CORPORA[:3]]
    html = [
        "".join(f"<p>{escape(part)}</p>\n" for part in story.split("\n\n"))
        for story in stories
    ]
    inside = "".join(
        f"<item><description>{escape(text)}</description><guid>{n}</guid></item>"
        for n, text in enumerate(html)
    )
    before = f"<rss><channel>{inside}</channel></rss>".encode()
    after, notes = filtered(before)
    assert notes == ()
    places = find_places(before, name="feed").entries
    extra = find_places(after, name="feed").entries
    grown = [
        (old.words, new.words)
        for a, b in zip(places, extra, strict=True)
        for old, new in zip(a.places, b.places, strict=True)
        if old.words != new.words
    ]
    assert len(grown) == 3
    for old, new in grown:
        bullets, _, rest = new.partition("</ul>\n")
        assert rest == old
        assert 2 <= bullets.count("<li>") <= 5


PROBLEMS = [
    ("not closed", b"<rss><channel><item>", "not well-formed"),
    ("a prefix nobody knows", b"<rss><a:b/></rss>", "not well-formed"),
    ("a letter that is none", b"<rss><item>\xff\xfe</item></rss>", "not well-formed"),
    (
        "an encoding of wide letters",
        b"<?xml version='1.0' encoding='big5'?><rss/>",
        "not well-formed",
    ),
    (
        "an encoding that is none",
        b"<?xml version='1.0' encoding='klingon'?><rss/>",
        "not well-formed",
    ),
    ("a web page", b"<html><body><p>Hello</p></body></html>", "no feed"),
    ("plain text", b"Hello", "not well-formed"),
    ("nothing", b"", "not well-formed"),
    ("zeros", bytes(100), "not well-formed"),
    (
        "entities made of entities",
        b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><rss>&b;</rss>',
        "no honest feed",
    ),
    (
        "a file of the machine",
        b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b"<rss><channel><item><description>&a;</description></item></channel></rss>",
        None,
    ),
    ("a deep one", b"<rss>" + b"<a>" * 50_000, "no honest feed"),
    ("a large one", b"<rss>" + b" " * feed_guard.MAX_BYTES * 2, "larger than"),
]


@pytest.mark.parametrize(
    ("data", "message"), [c[1:] for c in PROBLEMS], ids=[c[0] for c in PROBLEMS]
)
def test_what_is_no_good_feed_goes_through_as_it_is(data, message):
    done = pass_on(io.BytesIO(data))
    assert b"".join(done.pieces) == data
    assert len(done.notes) == 1
    if message is None:
        assert done.problem is None
        assert "no text" in done.notes[0]
        return
    assert isinstance(done.problem, ReadError)
    assert message in done.notes[0]
    assert done.notes[0].endswith("it goes through as it is")


@ONE_BULLET
def test_bullets_that_would_break_the_feed_stay_out(monkeypatch):
    monkeypatch.setattr(feed_filter, "_bullets", lambda *_: b"</item>")
    data = RSS.format(STORY).encode()
    done = pass_on(io.BytesIO(data))
    assert b"".join(done.pieces) == data
    assert done.problem is not None


def test_a_story_that_cannot_be_summarized_stays_and_is_named(monkeypatch):
    error = ReadError("item", "cannot be")
    give(monkeypatch, error)
    data = RSS.format(STORY).encode()
    assert filtered(data) == (
        data,
        ("feed: 1 item stays as it is, cannot be",),
    )


def test_a_style_that_is_none_is_refused():
    with pytest.raises(StyleError):
        pass_on(io.BytesIO(RSS.format(STORY).encode()), Options(style="laed"))
    # It came to light only where an item was long enough to get bullets.
    with pytest.raises(StyleError):
        pass_on(io.BytesIO(RSS.format("Rain.").encode()), Options(style="laed"))


def test_the_language_of_the_feed_goes_before_that_of_the_options(monkeypatch):
    seen = []

    def note(articles, _):
        seen.extend(article.language for article in articles)
        return iter([saying("A")])

    monkeypatch.setattr(feed_filter, "summarize_many", note)
    german = RSS.replace("<item>", "<language>de-AT</language><item>")
    atom = '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><entry><summary>{}'
    for feed in (german, RSS, atom + "</summary></entry></feed>"):
        filter_feed(feed.format(STORY).encode(), Options(language="es"))
    assert seen == ["de", "es", "fr"]


def test_a_reason_is_told_once_with_the_number_of_items():
    items = "".join(f"<item><title>{n}</title></item>" for n in range(3200))
    _, notes = filtered(f"<rss>{items}</rss>".encode())
    assert notes == (
        "feed: 2,000 items stay as they are, no text (the first: “0”)",
        "feed: 1,200 items stay as they are, behind the first 2,000 "
        "(the first: “2000”)",
    )


SENTENCE = "&lt;p&gt;The mayor opened the line.&lt;/p&gt;"
HOSTILE = [
    ("many items", "</description></item><item><description>".join(["a b"] * 50_000)),
    ("a word", "x" * 5_000_000),
    ("brackets", "&lt;" * 500_000),
    ("a story that is a book", SENTENCE * 50_000),
    ("a section of one line", f"<![CDATA[{'The mayor opened the line. ' * 90_000}]]>"),
    ("pictures", "&lt;img src='a'&gt;" * 100_000),
]


@pytest.mark.parametrize("text", [c[1] for c in HOSTILE], ids=[c[0] for c in HOSTILE])
def test_a_hostile_feed_takes_seconds_and_stays(text):
    data = RSS.format(text).encode()
    start = time.monotonic()
    after, notes = filtered(data)
    assert time.monotonic() - start < SECONDS
    assert after == data
    assert notes


@pytest.mark.eval
@pytest.mark.skipif(not REAL.exists(), reason="the evaluation data is not here")
@ONE_BULLET
@pytest.mark.parametrize(
    "path", sorted(REAL.glob("*")) or [None], ids=lambda path: path and path.name
)
def test_a_real_feed_keeps_every_byte(path, monkeypatch):
    monkeypatch.setattr(feed_filter, "SHORTEST", 10)
    before = path.read_bytes()
    done = pass_on(io.BytesIO(before))
    after = b"".join(done.pieces)
    assert all("\n" not in note for note in done.notes)
    if done.problem:
        assert after == before
        return
    expat.ParserCreate().Parse(after.lstrip(), True)
    assert b"".join(pass_on(io.BytesIO(after)).pieces) == after
    places = find_places(before, name="feed")
    written = {
        feed_filter._bullets(saying("A & B win"), place, places.encoding)
        for entry in places.entries
        for place in entry.places
    }
    for text in sorted(written, key=len):
        after = after.replace(text, b"")
    assert after == before
