"""The report page as text; tests/test_report_in_browser.py looks at it."""

import re
from base64 import b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from summarizer import cli, report, summarize
from summarizer.article import Article, Sentence, Span
from summarizer.bullet import Bullet

from .samples import ARTICLE, SECOND, SUMMARY, TEXT

CORPORA = sorted((Path(__file__).parent.parent / "corpora").glob("*.txt"))
VOID = {"input", "link", "meta"}


class Page(HTMLParser):
    """The elements of a page and the text in each, as a browser would build them."""

    def __init__(self, html):
        super().__init__()
        self.open, self.elements, self.mistakes = [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, "text": "", **dict(attrs)}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop()["tag"] != tag:
            self.mistakes.append(tag)

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, tag, **wanted):
        return [
            element
            for element in self.elements
            if element["tag"] == tag
            and all(element.get(k.rstrip("_")) == v for k, v in wanted.items())
        ]

    def by_id(self, name):
        (found,) = [e for e in self.elements if e.get("id") == name]
        return found


def policy(page):
    (meta,) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    return meta["content"]


def saying(text):
    """A summary of an article that is this one sentence, word for word."""
    span = Span(0, len(text))
    sentence = Sentence(text, span, 0, 0)
    return replace(
        SUMMARY,
        article=Article(text=text, paragraphs=(span,), title=text, source=text),
        bullets=(Bullet(text, sentence, (), "verbatim", 1.0),),
        scores=((sentence, 1.0),),
        notes=(text,),
    )


@pytest.mark.parametrize("path", CORPORA[::6], ids=lambda path: path.stem)
def test_every_link_leads_to_one_place_and_back(path):
    page = Page(report.page([summarize(path)]))
    assert page.mistakes == []
    assert page.open == []
    ids = [element["id"] for element in page.elements if "id" in element]
    assert len(ids) == len(set(ids))
    links = [a["href"][1:] for a in page.all("a") if a["href"].startswith("#")]
    assert set(links) <= set(ids)
    for card in page.all("li", class_="card"):
        (source,) = page.all("mark", **{"data-pair": card["data-pair"]})
        assert {card["id"], source["id"]} <= set(links)


@pytest.mark.parametrize("path", CORPORA[::6], ids=lambda path: path.stem)
def test_the_article_stands_there_whole(path):
    summary = summarize(path)
    html = report.page([replace(summary, bullets=())])
    (article,) = Page(html).all("article")
    words = " ".join(
        span.of(summary.article.text) for span in summary.article.paragraphs
    )
    assert article["text"].split()[1:] == words.split()


def test_the_bullets_are_in_it_word_for_word_and_in_order():
    page = Page(report.page([SUMMARY]))
    shown = [p["text"] for p in page.all("p", class_="bullet")]
    assert shown == [bullet.text for bullet in SUMMARY]


def test_edits_stand_in_the_source_sentence_with_the_names_of_their_rules():
    html = report.page([SUMMARY])
    source = Page(html).by_id("a1-s1")
    assert source["text"].replace("\n", "") == (
        "1 [dropped: On Monday, ] weekdayMayor Ilse Brandt"
        "  [dropped: said]  [put in: says] present-tense the harbour bridge would "
        "stay shut."
    )


def test_what_was_done_is_also_said_beside_the_bullet():
    page = Page(report.page([SUMMARY]))
    (changes,) = page.all("ul", class_="changes")
    assert " ".join(changes["text"].split()) == (
        "dropped On Monday weekday replaced said → by says present-tense"
    )
    assert "Word for word" in page.by_id("a1-b2")["text"]


def test_heat_goes_by_the_score_and_the_score_is_told():
    first, second = SUMMARY.bullets
    second = replace(second, score=0.42)
    scores = ((first.source, 1.0), (second.source, 0.42))
    summary = replace(SUMMARY, bullets=(first, second), scores=scores)
    page = Page(report.page([summary]))
    assert page.by_id("a1-s1")["class"] == "source heat-4"
    assert page.by_id("a1-s2")["class"] == "source heat-3"
    assert "Sentence 2 of 2 score 0.42, rank 2" in page.by_id("a1-b2")["text"]
    page = Page(report.page([replace(summary, bullets=(first,))]))
    (other,) = page.all("span", title="score 0.42, rank 2")
    assert other["text"] == SECOND


def test_two_bullets_of_one_sentence_share_their_source():
    twice = replace(SUMMARY, bullets=(SUMMARY.bullets[0], SUMMARY.bullets[0]))
    page = Page(report.page([twice]))
    assert {a["href"] for a in page.all("a", class_="back")} == {"#a1-b1", "#a1-b2"}
    assert page.by_id("a1-b2")["data-pair"] == "a1-1"


HOSTILE = [
    "<script>alert(1)</script> & <b onclick='x'>bold</b>.",
    "</style></title></script><img src=x onerror=alert(1)>.",
    "\"'><a href=javascript:alert(1)>x</a> {{ 7 * 7 }} {% raw %}.",
    "<!-- no comment --> <![CDATA[ no data ]]> &lt;.",
    "Left \u202e thgir \u2066 inside.",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_an_article_says_stays_text(text):
    plain = report.page([saying("Nothing.")])
    html = report.page([saying(text)])
    page = Page(html)
    assert page.mistakes == []
    tags = [element["tag"] for element in page.elements]
    assert tags == [element["tag"] for element in Page(plain).elements]
    assert page.by_id("a1-s1")["text"] == f"1{text}"
    assert page.all("p", class_="bullet")[0]["text"] == text


def test_characters_that_no_page_can_hold_become_others():
    html = report.page([saying("A\x00bell\x07 and half \ud83d a face\x85.")])
    assert Page(html).by_id("a1-s1")["text"] == "1A bell  and half \ufffd a face ."
    html.encode("utf-8")


@pytest.mark.parametrize(
    ("source", "is_link"),
    [
        ("https://example.org/a?b=1&c=%22", True),
        ("HTTP://example.org/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("bridge.txt", False),
    ],
)
def test_only_addresses_of_the_web_become_links(source, is_link):
    summary = replace(SUMMARY, article=replace(ARTICLE, source=source))
    outside = [
        a["href"]
        for a in Page(report.page([summary])).all("a")
        if not a["href"].startswith("#")
    ]
    assert outside == ([source] if is_link else [])


def test_the_policy_lets_in_this_page_s_style_and_script_only():
    page = Page(report.page([SUMMARY]))
    assert policy(page).startswith("default-src 'none';")
    assert "unsafe" not in policy(page)
    for tag in ("style", "script"):
        (element,) = page.all(tag)
        digest = b64encode(sha256(element["text"].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy(page)
    handlers = [k for e in page.elements for k in e if k.startswith("on")]
    assert handlers == []
    assert not any("style" in element for element in page.elements)


def test_nothing_is_asked_of_the_network():
    html = report.page([SUMMARY])
    assert not re.search(r"url\(|@import|\bsrc=|fetch|https?:", html)


def test_the_head_says_where_from_when_and_how_long():
    article = replace(
        ARTICLE, source="https://a.example/1", published=date(2026, 11, 3)
    )
    summary = replace(SUMMARY, article=article, verified=False)
    page = Page(report.page([summary]))
    assert page.all("h1")[0]["text"] == "Bridge *shut*"
    assert " ".join(page.all("p", class_="facts")[0]["text"].split()) == (
        "https://a.example/1 · 2026-11-03 · 2 bullets, 21 of 23 words · style lead · "
        "not checked"
    )
    assert page.all("p", class_="note")[0]["text"] == SUMMARY.notes[0]


def test_several_articles_make_one_page_with_an_index():
    page = Page(report.page([SUMMARY, SUMMARY, SUMMARY], title="Monday <1>"))
    assert [h["text"] for h in page.all("h1")] == ["Monday <1>"]
    assert len(page.all("section", class_="story")) == 3
    (index,) = page.all("nav")
    assert index["text"].count("Bridge *shut*") == 3
    assert {"#a1", "#a2", "#a3"} <= {a["href"] for a in page.all("a")}


def test_one_article_needs_no_index_and_none_is_a_page_as_well():
    assert Page(report.page([SUMMARY])).all("nav") == []
    assert "No articles" in report.page([])


def test_the_same_summaries_give_the_same_bytes():
    assert report.page([SUMMARY]) == report.page(iter([SUMMARY]))


def test_another_language_is_marked_as_such():
    arabic = replace(SUMMARY, article=replace(ARTICLE, language="ar"))
    bullet = Page(report.page([arabic])).all("p", class_="bullet")[0]
    assert (bullet["lang"], bullet["dir"]) == ("ar", "rtl")


def test_a_megabyte_in_one_paragraph_makes_a_page():
    sentence = "The <b>bridge</b> is shut. "
    text = sentence * (1_000_000 // len(sentence))
    spans = [
        Span(start, start + len(sentence) - 1)
        for start in range(0, len(text), len(sentence))
    ]
    scores = tuple(
        (Sentence(span.of(text), span, n, 0), 1 / (n + 1))
        for n, span in enumerate(spans)
    )
    article = Article(text=text, paragraphs=(Span(0, len(text)),))
    bullets = (Bullet(scores[0][0].text, scores[0][0], (), "bare", 1.0),)
    summary = replace(SUMMARY, article=article, bullets=bullets, scores=scores)
    assert report.page([summary]).count("&lt;b&gt;") == len(spans) + 1


def test_text_between_sentences_is_not_lost():
    assert TEXT.count("\n\n") == 1
    late = replace(SUMMARY, bullets=(SUMMARY.bullets[1],), scores=())
    (article,) = Page(report.page([late])).all("article")
    assert "On Monday, Mayor Ilse Brandt said" in article["text"]


# --- the command line -----------------------------------------------------------------


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """A function that runs the command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(*words):
        code = cli.run([str(word) for word in words])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def test_the_bullets_are_printed_as_ever_and_the_page_is_written(run):
    plain = run(CORPORA[0])
    assert run(CORPORA[0], "--report", "out.html") == plain
    html = Path("out.html").read_text(encoding="utf-8")
    assert html == report.page([summarize(CORPORA[0])])


def test_one_page_holds_all_articles_that_gave_bullets(run):
    code, _, err = run(CORPORA[0], "missing.txt", CORPORA[1], "--report", "out.html")
    assert code == cli.Code.NOTHING
    assert "missing.txt" in err
    page = Page(Path("out.html").read_text(encoding="utf-8"))
    assert len(page.all("section", class_="story")) == 2


def test_no_page_is_written_when_there_are_no_bullets(run):
    assert run("missing.txt", "--report", "out.html")[0] == cli.Code.NOTHING
    assert not Path("out.html").exists()


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (
            "no/such/folder/out.html",
            "report: no/such/folder/out.html cannot be written",
        ),
        ("same.txt", "report: needs a file of its own, not that of --output"),
    ],
)
def test_a_page_that_cannot_be_written_is_one_clear_line(run, path, message):
    code, _, err = run(CORPORA[0], "--output", "same.txt", "--report", path)
    assert code == cli.Code.USAGE
    assert message in err
    assert err.count("\n") == 1
