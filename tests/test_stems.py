"""Words to stems, without importing sumy."""

import subprocess
import sys

import pytest

from summarizer.errors import OptionError
from summarizer.stems import language_name, stems, stop_words

CASES = [
    ("", []),
    ("The and of", []),
    ("Prices rose 12% to $3.5bn in 2026.", ["price", "rose", "12", "3.5bn", "2026"]),
    ("U.S. farmers", ["u.s.", "farmer"]),
    ("The mayor’s plan isn’t ready", ["mayor", "plan", "readi"]),
    ("rain-soaked", ["rain", "soak"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_content_words_become_stems(text, expected):
    assert stems(text) == expected


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "it", "pt", "sv"])
def test_every_listed_language_has_a_stemmer_and_stop_words(language):
    assert len(stop_words(language)) > 50
    assert stems("Amsterdam", language=language)


def test_an_unknown_language_is_refused_with_the_known_ones():
    with pytest.raises(OptionError, match="give one of ar, de, en"):
        language_name("xx")


def test_stems_are_made_without_importing_sumy():
    code = (
        "import sys; from summarizer.stems import stems; stems('falling rain');"
        "assert not [m for m in sys.modules if m.split('.')[0] == 'sumy']"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
