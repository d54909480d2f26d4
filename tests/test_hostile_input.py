"""Text made to be slow: twice as much of it takes at most about twice as long.

Every pattern of every module is run over the same few characters again and again, and
so is the whole way from a text to its bullets.
"""

import contextlib
import importlib
import inspect
import pkgutil
import re
from itertools import chain
from pathlib import Path

import pytest

import summarizer
from summarizer import SummarizerError, summarize
from tests.timing import grows_faster

UNITS = {
    "quotes": '"',
    "opening quotes": "“",
    "quotations": "“a” ",
    "single quotes": "'a ",
    "apostrophes": "’",
    "commas": ",",
    "words with commas": "a, ",
    "said": "said ",
    "somebody said": "Ann Vale said ",
    "the mayor said that": "the mayor said that ",
    "capitals": "A",
    "capitalised words": "Ab ",
    "initials": "A.",
    "marks": "?! ",
    "stops": ". ",
    "digits": "1",
    "figures": "1,",
    "opening brackets": "(",
    "square brackets": "[",
    "links": "[a](",
    "newlines": "\n",
    "spaces": " ",
    "dashes": "-",
    "spaced dashes": " - ",
    "small letters": "a",
    "hyphens": "a-",
    "joined names": "Aa'",
    "tags": "<p",
    "stars": "*",
    "small words": "ab ",
    "of the": "Of the ",
}
MOST = 2.5
"""How many times as long twice the text may take."""
ANCHORED = {"match", "fullmatch"}


# --- patterns -------------------------------------------------------------------------

SIZE = 2_000
"""Characters; beyond what any pattern's bounds reach."""
HARMLESS = 0.03
"""Seconds for twice as much; a pattern that is not linear takes longer."""


def patterns(module):
    """The patterns of a module, those in tables and those made when asked for too."""
    for name, value in sorted(vars(module).items()):
        found = [value]
        if isinstance(value, tuple):
            found = chain.from_iterable(
                v if isinstance(v, tuple) else [v] for v in value
            )
        elif is_maker(value, module):
            found = [value()]
        for each in found:
            if isinstance(each, re.Pattern) and isinstance(each.pattern, str):
                yield name, each


def is_maker(value, module):
    made = getattr(value, "__wrapped__", None)
    if not inspect.isfunction(made) or made.__module__ != module.__name__:
        return False
    signature = inspect.signature(made)
    return "Pattern" in str(signature.return_annotation) and not signature.parameters


MODULES = [module.name for module in pkgutil.iter_modules(summarizer.__path__)]
MODULES.remove("__main__")
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in sorted(Path(summarizer.__file__).parent.glob("*.py"))
)


USES = {}
for used_name, use in re.findall(r"\b(\w+)(?:\(\))?\.([a-z]\w+)", SOURCE):
    USES.setdefault(used_name, set()).add(use)


def runner(name, pattern):
    """How the pattern is used: at one place, or along the whole text."""
    if name in USES and USES[name] <= ANCHORED:
        return pattern.match
    return lambda text: sum(1 for _ in pattern.finditer(text))


@pytest.mark.parametrize("name", MODULES)
def test_no_pattern_takes_more_than_linear_time(name):
    module = importlib.import_module(f"summarizer.{name}")
    slow = [
        f"{name} on {kind}"
        for name, pattern in patterns(module)
        for kind, unit in UNITS.items()
        if grows_faster(
            runner(name, pattern),
            (unit * SIZE)[:SIZE],
            (unit * SIZE * 2)[: SIZE * 2],
            most=MOST,
            harmless=HARMLESS,
        )
    ]
    assert slow == []


# --- the whole way --------------------------------------------------------------------

WHOLE = 12_500
"""Characters of the shorter text; at a hundred thousand nothing looks different."""
WHOLE_HARMLESS = 0.15


def bullets(text):
    """Summarize, whatever comes of it."""
    with contextlib.suppress(SummarizerError):
        summarize(text)


@pytest.mark.parametrize("kind", UNITS)
def test_twice_the_text_takes_at_most_about_twice_as_long(kind):
    story = "The harbour bridge will stay shut, Mayor Ilse Brandt said on Monday. "
    unit = UNITS[kind]
    short, long = (story + (unit * size)[:size] for size in (WHOLE, 2 * WHOLE))
    assert not grows_faster(bullets, short, long, most=MOST, harmless=WHOLE_HARMLESS)
