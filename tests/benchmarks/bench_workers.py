"""Many articles in one process and in two: how many times as fast the two are.

Run from the folder of the project, on a machine with nothing else to do:
python -m tests.benchmarks.bench_workers [ARTICLES [RUNS]]
"""

import os
import sys
from statistics import median
from time import perf_counter

from summarizer import Summary, summarize_many
from tests.benchmarks.timing import CORPORA, ratio, versions

ARTICLES = 2000
RUNS = 5


def main(count=ARTICLES, runs=RUNS):
    """Print how long one and two workers take, and the ratio."""
    texts = list(articles(count))
    print(f"{versions('nltk')}; {os.cpu_count()} processors")
    seconds(texts[:50], workers=1)  # reads the tables
    ones, twos = [], []
    for _ in range(runs):
        ones.append(seconds(texts, workers=1))
        twos.append(seconds(texts, workers=2))
        print(f"  {ones[-1]:.1f} s / {twos[-1]:.1f} s", flush=True)
    print(f"{count} articles: {median(ones):.1f} s / {median(twos):.1f} s")
    print(f"one worker/two, {runs} runs, min / median / max: {ratio(ones, twos)}")


def articles(count):
    """So many different articles: those of the corpora, their paragraphs turned."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPORA.glob("*.txt"))]
    for number in range(count):
        head, *body = texts[number % len(texts)].split("\n\n")
        turn = number // len(texts) % len(body)
        yield "\n\n".join([head, *body[turn:], *body[:turn]])


def seconds(texts, workers):
    """How long the summaries take; nearly all must come."""
    start = perf_counter()
    made = sum(isinstance(s, Summary) for s in summarize_many(texts, workers=workers))
    assert made > 0.95 * len(texts)
    return perf_counter() - start


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
