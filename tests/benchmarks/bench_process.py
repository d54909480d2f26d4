"""Whole processes: an article by us and by sumy, and our help beside a bare typer's.

Run from the folder of the project: python -m tests.benchmarks process
"""

import os
import subprocess
import sys
import tempfile
from statistics import median
from time import perf_counter

from tests.benchmarks.timing import CORPORA, ratio, versions

ARTICLE = CORPORA / "01-kittredge-bridge.txt"
RUNS = 7
# sumy as it is meant to be used, but for its tokenizer, whose data is a download.
SUMY = r"""
import re, sys
from pathlib import Path
from sumy.nlp.stemmers import Stemmer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

class Tokenizer:
    def to_sentences(self, text):
        return re.split(r"(?<=[.!?])\s+", text)
    def to_words(self, text):
        return re.findall(r"\w+", text)

parser = PlaintextParser.from_string(Path(sys.argv[1]).read_text("utf-8"), Tokenizer())
summarizer = LexRankSummarizer(Stemmer("english"))
summarizer.stop_words = get_stop_words("english")
for sentence in summarizer(parser.document, 3):
    print(sentence)
"""
TYPER = """
import typer
app = typer.Typer(add_completion=False, rich_markup_mode=None)
@app.command()
def main(name: str = "") -> None:
    print(name)
app()
"""


def main():
    """Print a line for each pair of processes."""
    ours = [sys.executable, "-m", "summarizer"]
    code = [sys.executable, "-c"]
    print(versions("sumy", "nltk", "typer"))
    print(f"\n{RUNS} runs each, in turns; medians and the ratio min / median / max")
    with tempfile.TemporaryDirectory() as cache:
        # As installed: every module compiled once, whoever wrote it.
        os.environ["PYTHONPYCACHEPREFIX"] = cache
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        compare("sumy/ours, article", [*code, SUMY, ARTICLE], [*ours, ARTICLE])
        compare("import nltk/ours, article", [*code, "import nltk"], [*ours, ARTICLE])
        compare("ours/typer, --help", [*ours, "--help"], [*code, TYPER, "--help"])


def compare(name, slow, fast):
    """One line: how long each takes, and how many times as long the first."""
    seconds(slow), seconds(fast)  # writes and reads what is cached on disk
    slows, fasts = [], []
    for _ in range(RUNS):
        slows.append(seconds(slow))
        fasts.append(seconds(fast))
    times = f"{1000 * median(slows):5.0f} ms / {1000 * median(fasts):5.0f} ms"
    print(f"{name}: {times}  {ratio(slows, fasts)}", flush=True)


def seconds(command):
    """How long the process takes, which must not fail."""
    start = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - start


if __name__ == "__main__":
    main()
