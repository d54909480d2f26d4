"""Templates run in a sandbox, escape what they print, and fail in one line."""

import re
from datetime import date
from pathlib import Path

import pytest

from summarizer import digest_pages, templating
from summarizer.article import Article
from summarizer.digest_making import digest
from summarizer.errors import OptionError, TemplateError

EVIL = "<b>3 *stars*</b>\nBcc: a"
LETTER = digest(
    [Article(text="", paragraphs=(), title=EVIL, link="https://a.example/x_(1)")],
    title="Today",
    date=date(2026, 11, 24),
)


@pytest.fixture
def template(tmp_path):
    def write(text, name="house.html.j2"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("house.html.j2", "&lt;b&gt;3 *stars*&lt;/b&gt; Bcc: a"),
        ("house.j2", "&lt;b&gt;3 *stars*&lt;/b&gt; Bcc: a"),
        ("house.md.j2", "\\<b\\>3 \\*stars\\*\\</b\\> Bcc: a"),
        ("house.txt.j2", "<b>3 *stars*</b> Bcc: a"),
    ],
)
def test_values_are_escaped_for_what_the_name_says(template, name, expected):
    text = "{% for entry in entries %}{{ entry.title }}{% endfor %}"
    assert LETTER.render(template(text, name)) == expected


def test_what_a_template_says_itself_stays_as_it_is(template):
    path = template("**{{ title }}** {{ '<br>' | safe }}", "house.md.j2")
    assert LETTER.render(path) == "**Today** <br>"


def test_an_address_can_be_a_target_and_a_date_be_read(template):
    path = template(
        "[x]({{ entries[0].link | target }}), {{ date | day }}, {{ date | day('fr') }}",
        "house.md.j2",
    )
    assert LETTER.render(path) == (
        "[x](https://a.example/x_%281%29), 24 November 2026, 2026-11-24"
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{{ titel }}", "'titel' is not known; known are title, date, entries"),
        ("{% if false %}{{ nope }}{% endif %}", "'nope' is not known"),
        ("a\n{{ entries[0].nope }}", "line 2: .*no attribute 'nope'"),
        ("{{ title | nope }}", "line 1: No filter named 'nope'"),
        ("\n{% for %}", "line 2: "),
        ("{{ 1 / 0 }}", "division"),
        ("{{ title + 1 }}", "line 1: "),
        ("{{ entries[99].title }}", "no element 99"),
        ("{% include 'nothing.j2' %}", "nothing.j2"),
        ("{% include '../secret.j2' %}", "secret.j2"),
        ("{{ title.__class__.__mro__ }}", "unsafe"),
        ("{{ ''.__class__ }}", "unsafe"),
        ("{% for _ in range(999999) %}x{% endfor %}", "range"),
        ("{{ entries.__getattribute__('x') }}", "unsafe"),
    ],
)
def test_what_a_template_cannot_do_is_told_in_one_line(template, text, says):
    with pytest.raises(TemplateError) as caught:
        LETTER.render(template(text))
    message = str(caught.value)
    assert re.search(says, message), message
    assert "\n" not in message


def test_an_unknown_name_is_told_before_there_is_a_digest(template):
    with pytest.raises(TemplateError, match="'entrys' is not known"):
        digest_pages.check_template(template("{% for e in entrys %}{% endfor %}"))


def test_names_that_a_template_makes_itself_are_known(template):
    text = "{% set n = 1 %}{% macro m(x) %}{{ x }}{% endmacro %}{{ m(n) }}"
    assert LETTER.render(template(text)) == "1"


def test_a_template_may_bring_its_parts(template):
    template("<p>{{ title }}</p>", "part.html.j2")
    assert LETTER.render(template("{% include 'part.html.j2' %}")) == "<p>Today</p>"


@pytest.mark.parametrize("name", ["none.j2", "."])
def test_a_template_that_cannot_be_read_is_told(tmp_path, name):
    with pytest.raises(TemplateError, match="cannot be read"):
        LETTER.render(tmp_path / name)


def test_a_template_in_another_encoding_is_told(tmp_path):
    path = tmp_path / "house.j2"
    path.write_bytes("café".encode("utf-16"))
    with pytest.raises(TemplateError, match="not UTF-8"):
        LETTER.render(path)


def test_an_endless_template_is_refused(template):
    with pytest.raises(TemplateError, match="larger than"):
        LETTER.render(template("x" * (templating.LONGEST + 1)))


def test_the_styles_of_a_page_go_into_its_elements(template):
    page = LETTER.render(
        template(
            "<html><head><style>p { color: red }</style>"
            '<style data-css-inline="keep">@media print { p { color: black } }</style>'
            "</head><body><p>{{ title }}</p></body></html>"
        )
    )
    assert '<p style="color: red;">Today</p>' in page
    assert "@media print" in page
    assert page.count("<style") == 1


def test_no_style_sheet_is_fetched(template):
    page = '<link rel="stylesheet" href="http://127.0.0.1:9/x.css"><style></style><p>x'
    assert "<p>x" in LETTER.render(template(page))


@pytest.mark.parametrize("name", templating.OURS)
def test_our_templates_work_as_ones_own(template, name):
    file = {"html": "a.html.j2", "markdown": "a.md.j2", "text": "a.txt.j2"}[name]
    path = template(templating.source(name), file)
    digest_pages.check_template(path)
    assert LETTER.render(path) == digest_pages.render(LETTER, name)


def test_a_template_that_is_not_ours_is_told():
    with pytest.raises(OptionError, match="'word' is none of html, markdown, text"):
        templating.source("word")


def test_the_templates_lie_where_the_package_looks():
    folder = Path(templating.__file__).parent / "data"
    assert all((folder / path).is_file() for path in templating.OURS.values())
