"""The most memory that one long article takes, from its text to its bullets.

Run from the folder of the project: python -m tests.benchmarks memory
"""

import tracemalloc
from time import process_time

from summarizer import summarize
from tests.benchmarks.bench_ranking import corpus, made
from tests.benchmarks.timing import versions

SIZES = (1_000, 3_000, 10_000)


def main():
    """A line for each size; traced memory needs only one run, it is always the same."""
    known = corpus()
    summarize(text_of(known, 20))  # loads what is loaded once
    print(versions("nltk"))
    print("sentences  kB of text  peak, MB  peak / text  seconds, not traced")
    for count in SIZES:
        measure(text_of(known, count), count)


def text_of(known, count):
    """So many sentences, five to a paragraph."""
    lines = [sentence.text for sentence in made(known, count)]
    groups = [lines[start : start + 5] for start in range(0, count, 5)]
    return "\n\n".join(" ".join(group) for group in groups)


def measure(text, count):
    """One line of the table."""
    start = process_time()
    summarize(text)
    spent = process_time() - start
    tracemalloc.start()
    summarize(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = len(text.encode())
    print(
        f"{count:9,}  {size / 1e3:10,.0f}  {peak / 1e6:8.1f}  {peak / size:11.1f}"
        f"  {spent:8.2f}",
        flush=True,
    )


if __name__ == "__main__":
    main()
