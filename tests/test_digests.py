"""Many articles become one document: each story once, in order, and nothing is lost."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_string, policy
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from summarizer import pipeline
from summarizer.article import Article
from summarizer.digest_making import digest
from summarizer.errors import NothingToSummarizeError, OptionError, StyleError
from summarizer.feeds import read_feed
from summarizer.options import Options
from summarizer.reading import read
from tests.fresh import for_every_hash_seed

FEEDS = sorted((Path(__file__).parent.parent / "corpora" / "feeds").glob("*.xml"))
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
FARES = (
    "Ferry fares in Port Callan will rise by 8% in January, the harbour board said.\n\n"
    "Chairwoman Ingrid Solheim said fuel cost 1.4 million pounds more than last year."
)
AGAIN = (
    "The harbour board raises ferry fares in Port Callan by 8% from January.\n\n"
    "Fuel costs 1.4 million pounds more than last year, Ingrid Solheim said."
)
BOOK = (
    "Workers have found a lighthouse keeper's logbook of 1871 behind a cupboard.\n\n"
    "The museum will show it from May, said its director, Tomas Aubry."
)
EVIL = '<script>alert(1)</script>**"><img src=x onerror=alert(1)>[a](javascript:b)'
EMPTY = Article(text="", paragraphs=())


def article(text, title, **changes):
    return replace(read(text, title=title), **changes)


FIRST = article(
    FARES,
    "Fares rise",
    link="https://gazette.example/fares",
    publisher="The Gazette",
    moment=NOON,
)
SECOND = article(
    AGAIN,
    "Ferry to cost 8% more",
    link="https://post.example/ferry",
    publisher="The Post",
    moment=NOON - timedelta(hours=2),
)
THIRD = article(
    BOOK,
    "Logbook found",
    link="https://post.example/book",
    publisher="The Post",
    moment=NOON - timedelta(hours=1),
)
ALL = (FIRST, SECOND, THIRD)


def titles(found):
    return [entry.title for entry in found]


def from_feeds(**edition):
    articles = [article for path in FEEDS for article in read_feed(path)]
    return digest(articles, title="Port Callan", date=date(2026, 11, 24), **edition)


class Elements(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.words = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)


def test_a_story_of_two_sources_is_one_entry():
    found = digest(ALL)
    assert titles(found) == ["Fares rise", "Logbook found"]
    (other,) = found.entries[0].also
    assert (other.name, other.link) == ("The Post", "https://post.example/ferry")
    assert other.title == "Ferry to cost 8% more"


def test_the_source_named_first_tells_the_story():
    assert titles(digest([SECOND, FIRST])) == ["Ferry to cost 8% more"]


def test_stories_can_be_left_apart():
    assert len(digest(ALL, merge=False)) == 3


def test_newest_comes_first_and_what_has_no_date_last():
    undated = replace(FIRST, moment=None)
    assert titles(digest([undated, THIRD])) == ["Logbook found", "Fares rise"]


def test_a_day_without_an_hour_counts_from_its_beginning():
    today = replace(THIRD, moment=None, published=NOON.date())
    assert titles(digest([today, FIRST])) == ["Fares rise", "Logbook found"]


def test_what_several_sources_tell_is_best():
    assert titles(digest([THIRD, FIRST, SECOND], sort="best"))[0] == "Fares rise"


def test_the_limit_counts_stories():
    assert titles(digest([THIRD, FIRST, SECOND], limit=1)) == ["Fares rise"]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (NOON - timedelta(minutes=30), ["Fares rise"]),
        (date(2026, 11, 24), ["Fares rise", "Logbook found"]),
        (date(2026, 11, 25), []),
    ],
)
def test_what_is_older_is_left_out(since, expected):
    assert titles(digest([FIRST, THIRD], since=since)) == expected


def test_what_has_no_date_is_never_too_old():
    undated = replace(FIRST, moment=None, published=None)
    assert titles(digest([undated], since=NOON)) == ["Fares rise"]


@pytest.mark.parametrize("clock", [{"now": NOON}, {"date": NOON.date()}])
def test_a_date_in_the_future_is_told_and_puts_nothing_first(clock):
    early = replace(THIRD, moment=NOON + timedelta(days=400))
    found = digest([early, FIRST], **clock)
    assert titles(found) == ["Fares rise", "Logbook found"]
    assert found.entries[1].published is None
    assert found.notes == (
        "1 article dated in the future; put last, without a date "
        "(the first: “Logbook found”, 2027-12-29)",
    )


def test_some_hours_ahead_are_no_future():
    early = replace(THIRD, moment=NOON + timedelta(hours=20))
    assert digest([early], now=NOON).notes == ()


def test_without_a_clock_no_date_is_too_late():
    early = replace(THIRD, moment=NOON + timedelta(days=400))
    assert digest([early]).notes == ()


def test_one_link_in_two_feeds_is_one_entry():
    again = replace(FIRST, publisher="Planet", link=f"{FIRST.link}?utm_source=planet")
    found = digest([replace(EMPTY, link=FIRST.link), FIRST, again], merge=False)
    assert titles(found) == ["Fares rise"]
    assert found.notes == ("an article came again 2 times; each link is shown once",)


def test_an_article_without_text_keeps_its_title_and_link():
    photo = replace(EMPTY, title="Photograph", link="https://gazette.example/photo")
    (entry,) = digest([photo])
    assert (entry.title, entry.link) == ("Photograph", photo.link)
    assert (entry.bullets, entry.summary) == ((), None)
    assert entry.publisher == "gazette.example"


def test_where_the_first_source_has_no_text_another_tells_the_story():
    told = article(AGAIN, "Fares rise", publisher="The Post")
    mute = replace(EMPTY, title=AGAIN.splitlines()[0], publisher="The Gazette")
    found = digest([mute, told])
    assert len(found) == 1
    assert found.entries[0].publisher == "The Post"
    assert [also.publisher for also in found.entries[0].also] == ["The Gazette"]


def test_a_story_is_told_by_its_first_article_that_can_be_summarized(monkeypatch):
    write = pipeline._read_and_write

    def choosy(source, *rest):
        if source.publisher == FIRST.publisher:
            raise NothingToSummarizeError
        return write(source, *rest)

    monkeypatch.setattr(pipeline, "_read_and_write", choosy)
    (entry,) = digest([FIRST, SECOND])
    assert entry.publisher == "The Post"
    assert entry.bullets
    assert [also.publisher for also in entry.also] == ["The Gazette"]


def test_articles_without_a_fitting_sentence_are_shown_and_counted_in_one_line():
    found = digest([FIRST, THIRD], Options(max_words=5))
    assert [(entry.title, entry.bullets) for entry in found] == [
        ("Fares rise", ()),
        ("Logbook found", ()),
    ]
    assert found.notes == (
        "2 articles without a sentence for a bullet; shown by title "
        "(the first: “Fares rise”)",
    )


def test_an_article_that_breaks_the_program_is_shown_and_told(monkeypatch):
    def broken(*_):
        message = "no\nway"
        raise RuntimeError(message)

    monkeypatch.setattr(pipeline, "_read_and_write", broken)
    found = digest([FIRST])
    assert titles(found) == ["Fares rise"]
    assert len(found.notes) == 1
    assert "\n" not in found.notes[0]


def test_an_article_without_a_title_has_its_first_bullet_for_one():
    (entry,) = digest([read(FARES)])
    assert entry.title == entry.summary[0].text
    assert entry.title not in entry.bullets
    assert "/" not in entry.title


def test_no_article_makes_an_empty_digest():
    found = digest([])
    assert (len(found), found.notes) == (0, ())
    assert '"entries": []' in found.to_json()
    assert "<h1" in found.to_html()


@pytest.mark.parametrize(
    ("edition", "field"),
    [
        ({"sort": "oldest"}, "sort"),
        ({"limit": 0}, "limit"),
        ({"limit": 1001}, "limit"),
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
    ],
)
def test_what_an_edition_cannot_be_is_refused_by_name(edition, field):
    with pytest.raises(OptionError) as caught:
        digest(ALL, **edition)
    assert caught.value.field == field


def test_a_wrong_style_is_an_error_and_no_note():
    with pytest.raises(StyleError):
        digest(ALL, Options(style="nonesuch"))


def test_two_processes_write_the_same():
    assert digest(ALL, workers=2).to_json() == digest(ALL).to_json()


def test_the_preheader_has_forty_to_ninety_characters():
    assert 40 <= len(digest(ALL).preheader()) <= 90
    short = [replace(EMPTY, title=f"Item {n}") for n in range(20)]
    assert 40 <= len(digest(short, merge=False).preheader()) <= 90


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_every_format_names_every_story_with_its_link(form):
    document = getattr(from_feeds(), f"to_{form}")()
    for word in (
        "Port Callan",
        "Photograph of the day",
        "https://gazette.example/photo",
        "https://post.example/2026/ferry-fares",
        "The Callan Post",
        "Ferry fares to rise by 8%",
    ):
        assert word in document


def test_the_text_is_wrapped_for_mail():
    for line in from_feeds().to_text().splitlines():
        assert len(line) <= 72 or "https://" in line


def test_nothing_of_an_article_becomes_markup():
    evil = article(
        f"{BOOK}\n\n{EVIL}", EVIL, link="javascript:alert(1)", publisher=EVIL
    )
    again = article(FARES, EVIL, link='https://a.example/"><script>', publisher=EVIL)
    found = digest([evil, again], title=EVIL, merge=False)
    page = Elements(found.to_html())
    tags = {tag for tag, _ in page.found}
    assert tags <= {
        *("html", "head", "meta", "title", "style", "body", "div", "table", "tbody"),
        *("tr", "td", "h1", "h2", "a", "p", "ul", "li"),
    }
    assert not [key for _, given in page.found for key in given if key[:2] == "on"]
    links = [given["href"] for tag, given in page.found if tag == "a"]
    assert links == ["https://a.example/%22%3E%3Cscript%3E"]
    shown = Elements(MarkdownIt().render(found.to_markdown()))
    assert {tag for tag, _ in shown.found} <= {"h1", "h2", "p", "em", "ul", "li", "a"}
    assert [given["href"] for tag, given in shown.found if tag == "a"] == links


def test_the_html_is_safe_for_mail_programs():
    page = from_feeds().to_html()
    elements = Elements(page)
    assert not {"script", "img", "link", "iframe", "form"} & {
        t for t, _ in elements.found
    }
    assert "url(" not in page
    assert "@import" not in page
    for tag, given in elements.found:
        if tag in {"td", "h1", "h2", "ul", "li", "a"}:
            assert "style" in given or given.get("class") == "", (tag, given)
    assert "prefers-color-scheme: dark" in page
    assert 'name="color-scheme" content="light dark"' in page
    assert page.index("display: none") < page.index("<h1")


def test_the_json_says_what_the_readme_says():
    found = json.loads(from_feeds().to_json())
    assert list(found) == [
        *("schema", "version", "title", "date", "language"),
        *("preheader", "notes", "entries"),
    ]
    assert found["date"] == "2026-11-24"
    for entry in found["entries"]:
        assert list(entry) == [
            *("title", "link", "publisher", "published", "also", "summary")
        ]


def test_the_mail_holds_both_parts():
    found = from_feeds()
    mail = message_from_string(found.to_email().as_string(), policy=policy.default)
    assert mail["Subject"] == "Port Callan"
    assert mail["Date"].datetime == datetime(2026, 11, 24, tzinfo=UTC)
    assert mail.get_body(("plain",)).get_content() == found.to_text()
    assert mail.get_body(("html",)).get_content().strip() == found.to_html().strip()
    assert max(map(len, found.to_email().as_string().splitlines())) < 999


def test_a_mail_without_a_date_bears_none_and_its_subject_stays_one_line():
    mail = digest(ALL, title="Today\r\nBcc: all@a.example").to_email()
    assert mail["Date"] is None
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Today Bcc: all@a.example"


PROGRAM = """
import sys
from pathlib import Path
from summarizer import digest, read_feed
articles = [a for path in sys.argv[1:] for a in read_feed(Path(path))]
found = digest(articles, sort="best")
sys.stdout.write(found.to_email().as_string() + found.to_json() + found.to_markdown())
"""


def test_the_same_articles_make_the_same_bytes_whatever_the_hash_seed():
    assert len(for_every_hash_seed(PROGRAM, *FEEDS)) == 1
