"""A digest looked at as a mail program shows it: at two widths, in light and dark."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from summarizer import digest, read_feed
from summarizer.article import Article

from .browser import CONTRAST

PHONE, DESKTOP = 375, 1024
FEEDS = sorted((Path(__file__).parent.parent / "corpora" / "feeds").glob("*.xml"))
LEAST_CONTRAST = 4.5  # of WCAG 2 at level AA
LONG = Article(text="", paragraphs=(), title="m" * 300, link="https://a.example/long")


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    articles = [article for path in FEEDS for article in read_feed(path)]
    arabic = replace(LONG, title="م" * 60, link=None, language="ar")
    made = digest(
        [*articles, LONG, arabic], title="Port Callan today", date=date(2026, 11, 24)
    )
    path = tmp_path_factory.mktemp("digest") / "today.html"
    path.write_text(made.to_html(), encoding="utf-8")
    return path


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_page_is_read_without_effort(chromium, page, width, dark):
    chromium.open(page, width=width, dark=dark)
    assert chromium.js("document.documentElement.scrollWidth") <= width
    least, words = chromium.js(CONTRAST)
    assert least >= LEAST_CONTRAST, words
    assert chromium.js("document.querySelector('.sheet').offsetWidth") <= 600
    assert chromium.js("document.querySelector('.preheader').offsetHeight") == 0
    assert chromium.js("performance.getEntriesByType('resource').length") == 0


def test_the_dark_page_is_dark(chromium, page):
    color = "getComputedStyle(document.querySelector('.sheet')).backgroundColor"
    chromium.open(page, width=PHONE, dark=False)
    assert chromium.js(color) == "rgb(255, 254, 251)"
    chromium.open(page, width=PHONE, dark=True)
    assert chromium.js(color) == "rgb(28, 30, 33)"
