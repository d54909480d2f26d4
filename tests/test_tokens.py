"""Tokens as the Treebank cuts them, with offsets into the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.tokens import tokenize
from tests.timing import grows_faster

CASES = [
    ("It won't, can’t and didn't.", "It wo n't , ca n’t and did n't ."),
    ("Putin's plan, who's who, they've", "Putin 's plan , who 's who , they 've"),
    ("I'd, we'll, I'm, you’re", "I 'd , we 'll , I 'm , you ’re"),
    ("They cannot go.", "They can not go ."),
    ("It cost $42.5 or £3.5bn, not 2%.", "It cost $ 42.5 or £ 3.5bn , not 2 % ."),
    ("A 3-1 win on 1/2/2024 at 6:21", "A 3-1 win on 1/2/2024 at 6:21"),
    ("In the 1990s or '90s", "In the 1990s or '90s"),
    ("U.S. troops, D.C., and 5 p.m. shows", "U.S. troops , D.C. , and 5 p.m. shows"),
    ("He left the U.S.", "He left the U.S."),
    ("Gov. Hale met Mr. Orr, No. 10.", "Gov. Hale met Mr. Orr , No. 10 ."),
    ("Apex Inc. fell. So did Ann.", "Apex Inc. fell . So did Ann ."),
    ("J. R. Hale chose plan B.", "J. R. Hale chose plan B ."),
    ("the workers' hall", "the workers ' hall"),
    ("O'Brien's 29-year-old ex-aide", "O'Brien 's 29-year-old ex-aide"),
    ("AT&T and/or R&D", "AT&T and/or R&D"),
    ("“Go,” he said -- twice—loudly…", "“ Go , ” he said -- twice — loudly …"),
    ("Wait... now!?", "Wait ... now ! ?"),
    ("See https://example.com/a.B?c, now", "See https://example.com/a.B?c , now"),
    ("Mail ann@example.com or @ann #rain", "Mail ann@example.com or @ann #rain"),
    ("(CNN)Two [sic] men", "( CNN ) Two [ sic ] men"),
    ("Señora Núñez's café", "Señora Núñez 's café"),
    ("'s", "'s"),
    ("", ""),
]  # fmt: skip

HOSTILE = ["a", "a.", "A.\t", "'", "a'", "-", "a-", "1", "1.", "@", "a@", "www.", "n't"]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_text_is_cut_into_tokens(text, expected):
    assert [text[start:end] for start, end in tokenize(text)] == expected.split()


@given(st.text(alphabet="aBn't1.,-$@/’\"() \n", max_size=50))
def test_no_character_is_lost_but_white_space(text):
    offsets = list(tokenize(text))
    found = "".join(text[start:end] for start, end in offsets)
    assert "".join(found.split()) == "".join(text.split())
    assert all(start < end for start, end in offsets)
    assert all(end <= start for (_, end), (start, _) in pairwise(offsets))


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_with_the_length_and_no_faster(unit):
    short, long = (unit * (size // len(unit)) for size in (50_000, 200_000))
    assert not grows_faster(
        lambda text: list(tokenize(text)), short, long, most=9, harmless=0.05
    )
