import json
import re
from dataclasses import replace
from html import unescape
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarizer.rendering import RENDERERS, Format, explanation, several

from .samples import ARTICLE, SECOND, SUMMARY, saying

LEAD_TEXT = "Mayor Ilse Brandt says the harbour bridge would stay shut."


def test_text_is_one_line_a_bullet():
    assert SUMMARY.to_text() == f"• {LEAD_TEXT}\n• {SECOND}\n"


def test_html_is_an_escaped_list_with_the_offsets_of_the_source():
    assert SUMMARY.to_html() == (
        '<ul class="summarizer">\n'
        f'  <li data-start="0" data-end="69">{LEAD_TEXT}</li>\n'
        '  <li data-start="71" data-end="130">'
        "Two ferries &amp; a tram will carry commuters &lt;free of charge&gt;.</li>\n"
        "</ul>\n"
    )


def test_json_is_as_documented():
    assert json.loads(SUMMARY.to_json()) == {
        "schema": 1,
        "version": "1.2.3",
        "fingerprint": SUMMARY.fingerprint,
        "title": "Bridge *shut*",
        "source": "bridge.txt",
        "style": "lead",
        "verified": True,
        "notes": ["asked for 3 bullets; the article gives 2"],
        "bullets": [
            {
                "text": LEAD_TEXT,
                "score": 1.0,
                "template": "name-says-claim",
                "speaker": "Mayor Ilse Brandt",
                "source": {
                    "text": SUMMARY[0].source.text,
                    "start": 0,
                    "end": 69,
                    "index": 0,
                    "paragraph": 0,
                },
                "edits": [
                    {
                        "kind": "drop",
                        "rule": "weekday",
                        "start": 0,
                        "end": 11,
                        "text": "",
                        "at": None,
                    },
                    {
                        "kind": "replace",
                        "rule": "present-tense",
                        "start": 29,
                        "end": 33,
                        "text": "says",
                        "at": None,
                    },
                ],
            },
            {
                "text": SECOND,
                "score": 0.666667,
                "template": "bare",
                "speaker": None,
                "source": {
                    "text": SECOND,
                    "start": 71,
                    "end": 130,
                    "index": 1,
                    "paragraph": 1,
                },
                "edits": [],
            },
        ],
    }


def test_json_keeps_letters_as_they_are():
    assert '"text": "Müllers “Brücke”"' in saying("Müllers “Brücke”").to_json()


def test_an_explanation_shows_source_score_and_edits():
    assert SUMMARY.explain() == (
        f"• {LEAD_TEXT}\n"
        "  score 1.000, sentence 1, characters 0-69, template name-says-claim\n"
        f"  source: {SUMMARY[0].source.text}\n"
        "  drop (weekday): On Monday,\n"
        "  replace (present-tense): said -> says\n"
        "\n"
        f"• {SECOND}\n"
        "  score 0.667, sentence 2, characters 71-130, template bare\n"
        f"  source: {SECOND}\n"
        "  no edits\n"
    )


MARKUP = [
    ("plain words", "The bridge is shut.", "The bridge is shut."),
    ("emphasis", "A *new* bridge_s _name_", r"A \*new\* bridge\_s \_name\_"),
    ("year that opens a list", "1986. A good year", r"1986\. A good year"),
    ("number that opens a list", "3) Ferries", r"3\) Ferries"),
    ("figure inside", "Fares rose 3.5% to 4", "Fares rose 3.5% to 4"),
    ("rule", "--- shut", r"\--- shut"),
    ("heading", "# shut", r"\# shut"),
    ("link", "[shut](http://x.test)", r"\[shut\](http://x.test)"),
    ("tag", "<b>shut</b>", r"\<b\>shut\</b\>"),
    ("entity", "R&amp;D and R&D", r"R\&amp;D and R&D"),
    ("code", "the `old` bridge", r"the \`old\` bridge"),
    ("backslash", r"a\*b", r"a\\\*b"),
    ("line break", "shut\nuntil\r\nspring", "shut until spring"),
]


@pytest.mark.parametrize(
    ("text", "escaped"), [case[1:] for case in MARKUP], ids=[case[0] for case in MARKUP]
)
def test_markdown_escapes_what_would_be_markup(text, escaped):
    assert saying(text).to_markdown() == f"- {escaped}\n"


def shown(markdown):
    page = MarkdownIt().render(markdown)
    items = re.findall(r"<li>(.*?)</li>", page, flags=re.DOTALL)
    return [unescape(item) for item in items]


VISIBLE = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"])
    | st.sampled_from("*_`#+-=>[]()!&;<~|.0123456789 "),
    min_size=1,
)


@given(VISIBLE)
def test_a_reader_of_the_markdown_sees_the_bullet(text):
    text = " ".join(text.split()) or "x"
    assert shown(saying(text).to_markdown()) == [text]


@given(VISIBLE)
def test_a_reader_of_the_page_sees_the_bullet(text):
    text = text.strip() or "x"
    found = re.findall(r">(.*)</li>", saying(text).to_html())
    assert [unescape(item) for item in found] == [text]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_no_control_character_gets_out(form):
    out = RENDERERS[form](saying("shut\x1b[31m\x00 until\x07 spring"))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", out)


def test_every_format_has_a_renderer():
    assert tuple(RENDERERS) == get_args(Format)


def test_a_summary_without_bullets_renders_too():
    empty = saying()
    assert (empty.to_text(), empty.to_markdown()) == ("", "")
    assert empty.to_html() == '<ul class="summarizer">\n</ul>\n'
    assert json.loads(empty.to_json())["bullets"] == []


UNTITLED = replace(SUMMARY, article=replace(ARTICLE, title=None))

HEADINGS = [
    ("text", "Bridge *shut*\n• ", "\n\nbridge.txt\n• "),
    ("markdown", "## Bridge \\*shut\\*\n\n- ", "\n\n## bridge.txt\n\n- "),
    ("html", "<h2>Bridge *shut*</h2>\n<ul", "</ul>\n\n<h2>bridge.txt</h2>\n<ul"),
]


@pytest.mark.parametrize(("form", "opening", "second"), HEADINGS)
def test_several_summaries_stand_under_their_headings(form, opening, second):
    page = "".join(several([SUMMARY, UNTITLED], form, RENDERERS[form]))
    assert page.startswith(opening)
    assert page.count(second) == 1


@pytest.mark.parametrize("count", [0, 1, 3])
def test_several_summaries_are_one_json_array(count):
    page = "".join(several([SUMMARY] * count, "json", RENDERERS["json"]))
    assert json.loads(page) == [json.loads(SUMMARY.to_json())] * count


def test_several_explanations_stand_under_headings_too():
    page = "".join(several([SUMMARY], "text", explanation))
    assert page == f"Bridge *shut*\n{SUMMARY.explain()}"
