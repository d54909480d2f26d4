"""Two thousand articles by one worker and by two, and with broken ones among them.

Run from the folder of the project: python -m tests.benchmarks many
"""

import random
from statistics import median
from time import perf_counter

from summarizer import SummarizerError, reading, summarize_many
from tests.benchmarks.timing import CORPORA, ratio, versions

ARTICLES = 2_000
BROKEN = 100
RUNS = 5


def main():
    """The ratio of one worker's time to that of two, and what broken rows cost."""
    texts = articles(ARTICLES)
    print(versions("nltk"))
    one, two = [], []
    for _ in range(RUNS):
        one.append(seconds(texts, 1))
        two.append(seconds(texts, 2))
    print(
        f"{ARTICLES:,} articles, one worker / two: {median(one):.1f} s /"
        f" {median(two):.1f} s, {ratio(one, two)}",
        flush=True,
    )
    lost(texts)


def articles(count):
    """So many texts of the corpora's paragraphs, no two in the same order."""
    bodies = [reading.read(path) for path in sorted(CORPORA.glob("[0-9]*.txt"))]
    chance = random.Random(count)
    found = []
    for index in range(count):
        body = bodies[index % len(bodies)]
        paragraphs = [span.of(body.text) for span in body.paragraphs]
        first, rest = paragraphs[:2], paragraphs[2:]
        chance.shuffle(rest)
        found.append("\n\n".join([*first, *rest]))
    return found


def seconds(texts, workers):
    """Wall time, processes started and ended included."""
    start = perf_counter()
    for _ in summarize_many(texts, workers=workers):
        pass
    return perf_counter() - start


def lost(texts):
    """With every twentieth text nothing but noise, all others still come."""
    step = len(texts) // BROKEN
    rows = ["?!" if index % step == 0 else text for index, text in enumerate(texts)]
    results = list(summarize_many(rows, workers=2))
    errors = sum(isinstance(result, SummarizerError) for result in results)
    print(f"with {BROKEN} broken rows: {len(results)} results, {errors} errors")


if __name__ == "__main__":
    main()
