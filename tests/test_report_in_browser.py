"""What a person does with the report page: look, point, follow links, tap, print."""

from dataclasses import replace
from pathlib import Path

import pytest

from summarizer import reading, report, sentences, summarize
from summarizer.article import Article, Sentence, Span
from summarizer.bullet import Bullet, Edit, replay

from . import browser
from .samples import ARTICLE, SUMMARY

PHONE, DESKTOP = 375, 1280
WIDTHS = pytest.mark.parametrize("width", [PHONE, DESKTOP])
SCHEMES = pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
CORPORA = sorted((Path(__file__).parent.parent / "corpora").glob("*.txt"))
MISHAPS = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")

IN_VIEW = """(() => {{
  const box = document.querySelector("{0}").getBoundingClientRect();
  return box.top >= 0 && box.top < innerHeight;
}})()"""


def edit(kind, words, rule, text="", before=None):
    """An edit of the article at these words; moved words go in front of others."""
    start = BRIDGE.text.index(words)
    at = None if before is None else BRIDGE.text.index(before)
    return Edit(kind, Span(start, start + len(words)), rule, text, at)


BRIDGE = reading.read(CORPORA[0], title="Drawbridge may close this winter")
SENTENCES = sentences.split(BRIDGE)
FIRST, SECOND, _, FOURTH, *_ = SENTENCES
EDITED = {
    FIRST: (
        edit("move", "the state's transportation", "attribution", before="Maine's"),
        edit("replace", "said on", "tense", "says"),
        edit("drop", " Tuesday", "weekday"),
    ),
    SECOND: (),
    FOURTH: (edit("drop", ", which opened in 1938", "relative-clause"),),
}


@pytest.fixture(scope="module")
def one(tmp_path_factory):
    """A page of one article with cuts, a move and a word in place of others."""
    path = tmp_path_factory.mktemp("report") / "one.html"
    summary = replace(
        SUMMARY,
        article=BRIDGE,
        bullets=tuple(
            Bullet(replay(sentence, edits), sentence, edits, "bare", 1.0)
            for sentence, edits in EDITED.items()
        ),
        scores=tuple((each, 1 / (each.index + 1)) for each in SENTENCES),
    )
    path.write_text(report.page([summary]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def several(tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "several.html"
    summaries = [summarize(path) for path in CORPORA[1:4]]
    path.write_text(report.page(summaries, title="Monday"), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A page of an article that wants to be a page itself."""
    text = (
        "<script>document.title = 'taken'</script></style><img src=//example.org/x "
        "onerror=\"document.title='taken'\"> \u202eThe bridge is shut " + "m" * 3000
    )
    span = Span(0, len(text))
    sentence = Sentence(text, span, 0, 0)
    summary = replace(
        SUMMARY,
        article=Article(text=text, paragraphs=(span,), title=text, source="//" + text),
        bullets=(Bullet(text, sentence, (), "verbatim", 1.0),),
    )
    path = tmp_path_factory.mktemp("report") / "hostile.html"
    path.write_text(report.page([summary, summary]), encoding="utf-8")
    return path


def lit(chromium):
    """The ids of what is highlighted by the script."""
    return chromium.js("[...document.querySelectorAll('.lit')].map((n) => n.id)")


def color(chromium, selector):
    return chromium.js(
        f"getComputedStyle(document.querySelector('{selector}')).backgroundColor"
    )


@SCHEMES
@WIDTHS
@pytest.mark.parametrize("page", ["one", "several", "hostile"])
def test_the_page_opens_without_a_complaint_and_asks_nobody(
    chromium, request, page, width, dark
):
    path = request.getfixturevalue(page)
    chromium.open(path, width=width, dark=dark, touch=width == PHONE)
    assert chromium.seen(*MISHAPS) == []
    asked = [
        event["params"]["request"]["url"]
        for event in chromium.seen("Network.requestWillBeSent")
    ]
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
    assert "taken" not in chromium.js("document.title")
    assert chromium.js("document.documentElement.scrollWidth") <= width


@SCHEMES
@WIDTHS
def test_all_text_can_be_read(chromium, one, width, dark):
    chromium.open(one, width=width, dark=dark)
    assert chromium.js(browser.CONTRAST)[0] >= 4.5, chromium.js(browser.CONTRAST)
    everything = "document.querySelectorAll('[data-pair]')"
    chromium.js(f"{everything}.forEach((node) => node.classList.add('lit'))")
    assert chromium.js(browser.CONTRAST)[0] >= 4.5, chromium.js(browser.CONTRAST)


@WIDTHS
def test_bullets_stand_beside_the_article_or_on_a_phone_above_it(chromium, one, width):
    chromium.open(one, width=width, touch=width == PHONE)
    boxes = [
        chromium.js(
            f"(() => {{ const box = document.querySelector('{selector}')"
            ".getBoundingClientRect(); return [box.left, box.right, box.top]; })()"
        )
        for selector in (".bullets", ".text")
    ]
    (_, right, top), (left, _, text_top) = boxes
    if width == PHONE:
        assert text_top > top
    else:
        assert left > right
        assert abs(text_top - top) < 4


def test_pointing_at_a_bullet_lights_its_source_and_back(chromium, one):
    chromium.open(one, width=DESKTOP)
    plain = color(chromium, "#a1-s1")
    chromium.hover("#a1-b1 .bullet")
    assert sorted(lit(chromium)) == ["a1-b1", "a1-s1"]
    assert color(chromium, "#a1-s1") == color(chromium, "#a1-b1") != plain
    chromium.hover("#a1-s2")
    assert sorted(lit(chromium)) == ["a1-b2", "a1-s2"]
    chromium.leave()
    assert lit(chromium) == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@WIDTHS
def test_a_link_leads_to_the_source_and_another_back(chromium, one, width, script):
    chromium.open(one, width=width, height=600, touch=width == PHONE, script=script)
    for link, target in [("#a1-b3 a", "#a1-s3"), ("#a1-s3 a", "#a1-b3")]:
        chromium.click(link)
        assert chromium.js("location.hash") == target
        assert chromium.js(IN_VIEW.format(target))
        assert chromium.js("'#' + document.activeElement.id") == target
        assert color(chromium, target) == "rgb(255, 240, 168)"
        assert color(chromium, target[:-1] + "1") != "rgb(255, 240, 168)"
        assert sorted(lit(chromium)) == (["a1-b3", "a1-s3"] if script else [])


def test_it_works_by_keyboard_alone(chromium, one):
    chromium.open(one, width=DESKTOP)
    chromium.press("Tab")
    assert chromium.js("document.activeElement.className") == "skip"
    assert chromium.js(IN_VIEW.format(".skip"))
    chromium.press("Enter")
    chromium.press("Tab")
    assert chromium.js("document.activeElement.getAttribute('href')") == "#a1-s1"
    outline = "getComputedStyle(document.activeElement).outlineStyle"
    assert chromium.js(outline) == "solid"
    assert sorted(lit(chromium)) == ["a1-b1", "a1-s1"]
    chromium.press("Enter")
    assert chromium.js("document.activeElement.id") == "a1-s1"
    chromium.press("Tab")
    assert chromium.js("document.activeElement.getAttribute('href')") == "#a1-b1"
    chromium.press("Escape")
    assert lit(chromium) == []


def test_a_tap_lights_both_until_the_next_one(chromium, one):
    chromium.open(one, width=PHONE, height=700, touch=True)
    chromium.tap("#a1-s2")
    assert sorted(lit(chromium)) == ["a1-b2", "a1-s2"]
    chromium.tap("#a1-b1 .bullet")
    assert sorted(lit(chromium)) == ["a1-b1", "a1-s1"]
    chromium.tap(".title")
    assert lit(chromium) == []


def test_what_is_tapped_is_large_enough_for_a_finger(chromium, several):
    chromium.open(several, width=PHONE, touch=True)
    smallest = chromium.js(
        "Math.min(...[...document.querySelectorAll('main a, label, nav a')]"
        ".map((node) => node.getBoundingClientRect().height))"
    )
    assert smallest >= 22  # CSS pixels


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_edits_and_scores_can_be_put_away(chromium, one, script):
    chromium.open(one, width=DESKTOP, script=script)
    assert "attribution" in chromium.js("document.querySelector('#a1-s1').innerText")
    chromium.click("#show-edits")
    shown = chromium.js("document.querySelector('#a1-s1').innerText")
    assert shown.removeprefix("1").strip() == FIRST.text
    assert color(chromium, "#a1-s1") != "rgba(0, 0, 0, 0)"
    chromium.click("#show-heat")
    assert color(chromium, "#a1-s1") == "rgba(0, 0, 0, 0)"


def test_a_screen_reader_hears_landmarks_names_and_edits(chromium, several):
    chromium.open(several, width=DESKTOP)
    nodes = chromium.ask("Accessibility.getFullAXTree")["nodes"]
    heard = [
        (node["role"]["value"], node.get("name", {}).get("value", ""))
        for node in nodes
        if not node["ignored"]
    ]
    roles = [role for role, _ in heard]
    for landmark in ("banner", "main", "navigation", "contentinfo"):
        assert roles.count(landmark) == 1
    assert ("heading", "Monday") in heard
    assert roles.count("article") == 3
    assert {"deletion", "mark"} <= set(roles)
    assert all(name for role, name in heard if role in {"link", "checkbox", "region"})
    assert any("[dropped:" in name for _, name in heard)


def test_the_index_leads_to_each_article(chromium, several):
    chromium.open(several, width=PHONE, touch=True)
    chromium.click("nav li:nth-child(3) a")
    assert chromium.js("location.hash") == "#a3"
    assert chromium.js(IN_VIEW.format("#a3"))


def test_an_override_of_direction_ends_with_its_sentence(chromium, tmp_path):
    """Bullet and label stay left to right whatever the article's marks say."""
    text = "Left \u202ethgir."
    span = Span(0, len(text))
    sentence = Sentence(text, span, 0, 0)
    article = replace(ARTICLE, text=text, paragraphs=(span,), title=text)
    bullet = Bullet(text, sentence, (), "verbatim", 1.0)
    path = tmp_path / "bidi.html"
    summary = replace(SUMMARY, article=article, bullets=(bullet,))
    path.write_text(report.page([summary]), encoding="utf-8")
    chromium.open(path, width=DESKTOP)
    lefts = chromium.js(
        "(() => { const link = document.querySelector('.card .facts a');"
        "const range = document.createRange(); const node = link.firstChild;"
        "return [0, 5].map((at) => { range.setStart(node, at);"
        "range.setEnd(node, at + 1); return range.getBoundingClientRect().left; });"
        "})()"
    )
    assert lefts[0] < lefts[1]


def test_on_paper_everything_is_there_but_the_switches(chromium, one, tmp_path):
    chromium.open(one, width=DESKTOP)
    chromium.media(medium="print")
    shown = "document.querySelector('{}').getClientRects().length > 0"
    assert not chromium.js(shown.format(".view"))
    assert not chromium.js(shown.format(".skip"))
    for selector in (".card", ".source", "del", ".rule"):
        assert chromium.js(shown.format(selector))
    assert chromium.js(browser.CONTRAST)[0] >= 4.5
    chromium.printed(tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
