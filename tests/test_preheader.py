import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import OptionError
from summarizer.preheader import LIMITS, fit

FITS = [
    # label, bullets, limit, line
    ("no bullets", [], 90, ""),
    ("one", ["The bridge is shut."], 90, "The bridge is shut."),
    (
        "whole bullets only",
        ["The bridge is shut.", "Ferries are free.", "Trams run late."],
        45,
        "The bridge is shut. Ferries are free.",
    ),
    (
        "bullets without a full stop get a dot between them",
        ["The bridge is shut", "Ferries are free"],
        90,
        "The bridge is shut · Ferries are free",
    ),
    (
        "a full stop inside the quotation mark is one",
        ["“The bridge is shut.”", "Ferries are free."],
        90,
        "“The bridge is shut.” Ferries are free.",
    ),
    (
        "cut between words",
        ["The bridge is shut until spring."],
        22,
        "The bridge is shut…",
    ),
    ("exactly", ["The bridge is shut.."], 20, "The bridge is shut.."),
    (
        "no comma before the ellipsis",
        ["The old bridge, which rusted, is shut."],
        31,
        "The old bridge, which rusted…",
    ),
    ("one long word", ["x" * 40], 20, "x" * 19 + "…"),
    ("accents stay on their letters", ["e\u0301" * 30], 20, "e\u0301" * 9 + "…"),
    (
        "a family stays together or goes together",
        ["x" * 18 + "\U0001f469\u200d\U0001f467"],
        20,
        "x" * 18 + "…",
    ),
    (
        "what a cut leaves open is closed",
        ["Says \u2067שלום עולם וכל השאר כאן\u2069 today in town."],
        24,
        "Says \u2067שלום עולם וכל…\u2069",
    ),
]


@pytest.mark.parametrize(
    ("bullets", "limit", "line"),
    [case[1:] for case in FITS],
    ids=[case[0] for case in FITS],
)
def test_a_line_holds_what_fits(bullets, limit, line):
    assert fit(bullets, limit=limit) == line


@pytest.mark.parametrize("limit", [LIMITS[0] - 1, LIMITS[1] + 1, 0, -5])
def test_a_limit_out_of_range_is_refused(limit):
    with pytest.raises(OptionError, match=r"limit: .*20 to 500"):
        fit(["The bridge is shut."], limit=limit)


@given(st.lists(st.text(min_size=1), max_size=4), st.integers(*LIMITS))
def test_a_line_is_never_longer_than_its_limit(bullets, limit):
    assert len(fit(bullets, limit=limit)) <= limit
