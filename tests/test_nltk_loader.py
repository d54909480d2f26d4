"""What the contained loader brings, and that it leaves no trace.

Each case runs in a process of its own, since it is about what is imported there.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

LOAD = "import summarizer.nltk_loader as l; l.punkt(), l.perceptron(), l.snowball()"


def run(*lines: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", "\n".join(lines)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_the_loader_imports_no_nltk():
    found = "[m for m in sys.modules if m.startswith(('nltk', 'numpy'))]"
    assert run("import sys, summarizer.nltk_loader", f"print({found})") == "[]"


@pytest.mark.parametrize(
    "package", ["nltk", "numpy", "scipy", "ssl", "http", "sqlite3", "requests"]
)
def test_the_three_modules_bring_no(package: str):
    line = f"print([m for m in sys.modules if m.split('.')[0] == {package!r}])"
    assert run("import sys", LOAD, line) == "[]"


def test_the_three_modules_bring_few_others():
    lines = ("import sys", "b = len(sys.modules)", LOAD, "print(len(sys.modules) - b)")
    assert int(run(*lines)) < 150


def test_the_three_classes_work():
    line = (
        "p = l.punkt(); t = p.PunktSentenceTokenizer(p.PunktParameters())",
        "g = l.perceptron().PerceptronTagger(load=False)",
        "g.model.classes = {'NN'}",
        "print(t.tokenize('It rained. It snowed.'), g.tag(['rain']))",
        "print(l.stemmer()('rains'))",
        "print(isinstance(t, p.PunktSentenceTokenizer))",
    )
    assert run(LOAD, *line) == "\n".join(
        ["['It rained.', 'It snowed.'] [('rain', 'NN')]", "rain", "True"]
    )


def test_a_match_may_take_its_time():
    # A paragraph of 1 MB of "Mr. Mr. Mr." ran into nltk's limit of 5 seconds; on a slow
    # machine a shorter one does.
    guards = "[getattr(m, 'redos', None) for m in l._loaded.values()]"
    line = f"print({{getattr(guard, 'DEFAULT_TIMEOUT', None) for guard in {guards}}})"
    assert run(LOAD, line) == "{None}"


AFTERWARDS = {
    "nltk itself": (
        "import nltk",
        "print(nltk.__file__.endswith('__init__.py'), callable(nltk.accuracy))",
        "nltk.data.find, nltk.corpus.stopwords, nltk.FreqDist('ab').most_common()",
        "nltk.tokenize.word_tokenize, nltk.tag.PerceptronTagger(load=False)",
        "print(nltk.tokenize.wordpunct_tokenize('Rain, again.'))",
        "print(nltk.stem.SnowballStemmer('english').stem('raining'))",
    ),
    "sumy": (
        "from sumy.summarizers.lex_rank import LexRankSummarizer",
        "from sumy.nlp.stemmers import Stemmer",
        "print(Stemmer('english')('raining'))",
    ),
    "numpy": ("import numpy", "print(numpy.arange(3).sum())"),
    "pickles of nltk's own objects": (
        "import pickle",
        "from nltk.tokenize.punkt import PunktParameters",
        "print(type(pickle.loads(pickle.dumps(PunktParameters()))) is PunktParameters)",
    ),
}


@pytest.mark.parametrize("name", AFTERWARDS)
def test_a_later_import_works_as_if_nothing_had_been(name: str):
    if name in ("sumy", "numpy"):
        pytest.importorskip(name)
    assert run(LOAD, *AFTERWARDS[name]) == run(*AFTERWARDS[name])


def test_nltk_that_is_there_already_is_used():
    lines = (
        "import nltk",
        LOAD,
        "from nltk.tokenize import punkt",
        "print(l.punkt() is punkt, nltk.tokenize.punkt is punkt)",
    )
    assert run(*lines) == "True True"


def test_numpy_that_is_there_already_stays():
    pytest.importorskip("numpy")
    lines = ("import sys, numpy", LOAD, "print(sys.modules['numpy'] is numpy)")
    assert run(*lines) == "True"


def test_a_plain_import_is_the_fallback():
    lines = (
        "import sys",
        "from summarizer import nltk_loader as l",
        "l.PARENTS = ('nltk', 'nltk.of_another_age')",
        "print(l.punkt().PunktSentenceTokenizer().tokenize('A. B.'))",
        "print(l.punkt() is sys.modules['nltk.tokenize.punkt'])",
    )
    assert run(*lines).endswith("True")


def test_many_threads_get_one_module():
    lines = (
        "from concurrent.futures import ThreadPoolExecutor",
        "from summarizer import nltk_loader as l",
        "with ThreadPoolExecutor(8) as pool:",
        "    found = list(pool.map(lambda _: l.punkt(), range(32)))",
        "print(len({id(module) for module in found}))",
    )
    assert run(*lines) == "1"


def test_stems_are_kept_up_to_a_bound():
    from summarizer.nltk_loader import STEMS_KEPT, stemmer

    stem = stemmer()
    assert stem("Talks") == stem("talks") == "talk"
    assert stem.cache_info().maxsize == STEMS_KEPT
    assert stemmer() is stem
