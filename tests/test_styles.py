import tomllib
from pathlib import Path

import pytest

from summarizer import styles
from summarizer.errors import StyleError
from summarizer.styles import TEMPLATES, TRIMS, Style

RIGHT = {"description": "House style.", "templates": ["bare"]}
CASES = tomllib.loads(
    Path(__file__).with_name("cases").joinpath("styles.toml").read_text("utf-8")
)["case"]


def test_the_shipped_styles_are_these():
    assert styles.names() == ("brief", "cnn", "lead", "plain", "wire")


@pytest.mark.parametrize("name", styles.names())
def test_a_shipped_style_loads_under_its_own_name_and_has_an_example(name):
    style = styles.load(name)
    assert style.name == name
    assert style.example


@pytest.mark.parametrize("name", styles.names())
def test_an_example_keeps_to_its_style(name):
    style = styles.load(name)
    for bullet in style.example:
        assert len(bullet.split()) <= style.max_words
        assert bullet.endswith((".", "”")) == style.period
    assert len(style.example) <= style.bullets[1]


@pytest.mark.parametrize("name", styles.names())
def test_a_style_states_all_it_decides_so_that_its_file_can_be_copied(name):
    stated = tomllib.loads(styles.source(name))
    assert set(styles.KEYS) - set(stated) <= {"trims", "bullets"}


def test_every_trim_and_every_template_is_wanted_by_a_shipped_style():
    loaded = [styles.load(name) for name in styles.names()]
    assert {trim for style in loaded for trim in style.trims} == set(TRIMS)
    wanted = {template for style in loaded for template in style.templates}
    assert wanted == set(TEMPLATES)


def test_plain_cuts_nothing():
    assert styles.load("plain").trims == ()


def test_the_least_a_style_must_say():
    assert styles.parse(RIGHT, "desk/house.toml") == Style(
        name="house", description="House style.", templates=("bare",)
    )


@pytest.mark.parametrize(
    ("value", "bullets"), [(3, (3, 3)), ([2, 4], (2, 4)), ([1, 1], (1, 1))]
)
def test_bullets_are_one_number_or_a_range(value, bullets):
    assert styles.parse(RIGHT | {"bullets": value}, "x.toml").bullets == bullets


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_style_that_does_not_hold_together_is_refused(case):
    with pytest.raises(StyleError) as caught:
        styles.parse(RIGHT | case["set"], "house.toml")
    assert (caught.value.path, caught.value.key) == ("house.toml", case["key"])
    assert case["message"] in str(caught.value)


@pytest.mark.parametrize("key", ["description", "templates"])
def test_a_style_without_what_it_must_have_is_refused(key):
    with pytest.raises(StyleError, match=f"{key}: is missing"):
        styles.parse({k: v for k, v in RIGHT.items() if k != key}, "house.toml")


def test_a_style_of_ones_own_comes_from_a_path(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text("\ufeff" + styles.source("wire"), encoding="utf-8")
    for given in (path, str(path)):
        assert styles.load(given).name == "house"
        assert styles.load(given).templates == styles.load("wire").templates


def test_a_name_near_a_shipped_style_is_suggested():
    with pytest.raises(StyleError, match=r"did you mean lead\?.*brief, cnn, lead"):
        styles.load("laed")


@pytest.mark.parametrize("name", ["../styles/lead", "lead.toml", "desk\\lead"])
def test_what_looks_like_a_path_is_never_a_shipped_style(name):
    with pytest.raises(StyleError, match="cannot be read"):
        styles.load(name)


def test_a_file_that_is_not_toml_says_where(tmp_path):
    path = tmp_path / "house.toml"
    path.write_text("period = yes", encoding="utf-8")
    with pytest.raises(StyleError, match=r"TOML: does not parse: .*line 1"):
        styles.load(path)


def test_a_file_that_is_not_utf8_says_so(tmp_path):
    path = tmp_path / "house.toml"
    path.write_bytes(b'description = "caf\xe9"')
    with pytest.raises(StyleError, match="not UTF-8"):
        styles.load(path)


def test_a_folder_is_no_style(tmp_path):
    with pytest.raises(StyleError, match="cannot be read"):
        styles.load(tmp_path)
