"""Phrases of furniture: where they may stand, and what ends them."""

import pytest

from summarizer.telltales import begins, ends, holds, is_one

CASES = [
    (is_one("whole", "advertisement"), True, "all of it"),
    (is_one("whole", "advertisements"), False, "more than it"),
    (is_one("whole", "comments (12"), True, "a star for what changes"),
    (begins("opening", "follow ann hale on x"), True, "a star within"),
    (begins("opening", "follow ann hale on xylophone"), False, "half a word"),
    (begins("opening", "they read more"), False, "not at the beginning"),
    (begins("opening", "© 2026 port harbor news"), True, "one letter is enough"),
    (begins("opening", ""), False, "nothing"),
    (holds("anywhere", "hi. by clicking ok you agree."), True, "within the line"),
    (ends("credit", "ann hale/reuters", before="/"), True, "behind a stroke"),
    (ends("credit", "ann hale of reuters", before="/"), False, "behind a word"),
    (ends("credit", "reuters/ann hale", before=""), False, "not at the end"),
    (ends("credit", "", before=""), False, "nothing at all"),
]


@pytest.mark.parametrize(
    ("found", "expected"), [case[:2] for case in CASES], ids=[case[2] for case in CASES]
)
def test_a_phrase_is_found_where_it_belongs(found, expected):
    assert found is expected
