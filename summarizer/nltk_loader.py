"""Three classes of nltk, without the rest of nltk.

``import nltk`` runs an ``__init__`` that imports some 240 modules, and scipy where it
is installed. Only three classes are needed here, and they do their work in memory. So
their modules are imported under parents whose ``__init__`` is never run, beside
placeholders for what they import but do not use here. Afterwards every trace is taken
out of ``sys.modules`` again: a later ``import nltk``, by sumy or by the user, is a
first one and gets the true package.

Where nltk is imported already, or anything goes other than expected, the classes come
from a plain import.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PUNKT = "nltk.tokenize.punkt"
PERCEPTRON = "nltk.tag.perceptron"
SNOWBALL = "nltk.stem.snowball"

# Imported as they are found, but never executed.
PARENTS = ("nltk", "nltk.tokenize", "nltk.tag", "nltk.stem")

# Imported by the modules above for training, files and downloads only.
UNUSED = (
    "nltk.corpus",
    "nltk.data",
    "nltk.metrics",
    "nltk.pathsec",
    "nltk.picklesec",
    "nltk.probability",
    "nltk.tokenize.util",
)
# Taken along by the perceptron, for confidences that nobody asks it for.
UNWANTED = ("numpy",)

# How many words keep their stem: more than the vocabulary of a long article, and about
# 2 MB when full.
STEMS_KEPT = 16_384

_lock = RLock()
_loaded: dict[str, ModuleType] = {}


def punkt() -> ModuleType:
    """The module ``nltk.tokenize.punkt``."""
    return _load(PUNKT)


def perceptron() -> ModuleType:
    """The module ``nltk.tag.perceptron``."""
    return _load(PERCEPTRON)


def snowball() -> ModuleType:
    """The module ``nltk.stem.snowball``."""
    return _load(SNOWBALL)


@cache
def stemmer(language: str = "english") -> Callable[[str], str]:
    """A function from a word to its stem, which is in lower case.

    >>> stem = stemmer()
    >>> stem("Negotiations"), stem("negotiated")
    ('negoti', 'negoti')
    """
    stem: Callable[[str], str] = snowball().SnowballStemmer(language).stem
    return lru_cache(maxsize=STEMS_KEPT)(stem)


def _load(name: str) -> ModuleType:
    with _lock:
        if name not in _loaded:
            _loaded[name] = _contained(name) or import_module(name)
        return _loaded[name]


def _contained(name: str) -> ModuleType | None:
    """The module without the rest of nltk; None where a plain import is better."""
    if "nltk" in sys.modules:
        return None
    try:
        with _stand_ins():
            return _without_clock(import_module(name))
    except Exception:  # whatever it was, the plain import is left
        return None


def _without_clock(module: ModuleType) -> ModuleType:
    """The module with patterns that take the time they need.

    From 3.10 on nltk gives up on a match after 5 seconds. Its patterns are linear, so
    that strikes only a very long text, and a slow machine sooner than a fast one.
    """
    guard = getattr(module, "redos", None)
    if guard is not None:
        guard.DEFAULT_TIMEOUT = None
    return module


@contextmanager
def _stand_ins() -> Iterator[None]:
    """``sys.modules`` with parents and placeholders, put back at the end."""
    absent = [name for name in UNWANTED if name not in sys.modules]
    try:
        for name in PARENTS:
            sys.modules[name] = _unexecuted(name)
        for name in UNUSED:
            sys.modules[name] = _Placeholder(name)
        for name in absent:
            sys.modules[name] = None  # type: ignore[assignment]
        yield
    finally:
        for name in [n for n in sys.modules if n.partition(".")[0] == "nltk"]:
            del sys.modules[name]
        for name in absent:
            sys.modules.pop(name, None)


def _unexecuted(name: str) -> ModuleType:
    spec = find_spec(name)
    if spec is None:
        raise ModuleNotFoundError(name)
    return module_from_spec(spec)


class _Placeholder(ModuleType):
    """A module with every name in it, each of them ``None``."""

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)
