"""Ranking alone: ours and sumy's LexRank on the same sentences.

Run from the folder of the project: python -m tests.benchmarks.bench_ranking
"""

import random
import tracemalloc
from statistics import median
from time import perf_counter

from summarizer import furniture, lexrank, ranking, reading, sentences, sumy_rankers
from summarizer.article import Sentence, Span
from summarizer.stems import stems
from tests.benchmarks.timing import CORPORA, ratio, versions

# How many sentences, and how often. Beyond a thousand ours runs alone: sumy's time
# grows with the square of them.
BOTH = ((50, 7), (200, 5), (1_000, 5))
OURS = ((50, 7), (200, 7), (1_000, 5), (3_000, 5), (10_000, 5))
OTHER_WORDS = 0.2  # the share of words that a repeated sentence does not share


def main():
    """Print a table of both and one of ours alone."""
    known = corpus()
    for rank in (ranking.rank, by_sumy):
        rank(made(known, 20))  # loads what is loaded once
    print(versions("sumy", "nltk"))
    print("\nsentences  runs  ours, ms  sumy, ms  sumy/ours min / median / max")
    for count, runs in BOTH:
        compare(made(known, count), runs)
    print("\nthe same on words that are stemmed already, ranking alone")
    for count, runs in BOTH:
        compare(made(known, count), runs, prepare=stemmed, rankers=(walk, matrix))
    print("\nsentences  runs  ours, ms: min / median / max  peak, MB")
    for count, runs in OURS:
        alone(made(known, count), runs)


def corpus():
    """The words of every body sentence of the corpora."""
    articles = [reading.read(path) for path in sorted(CORPORA.glob("[0-9]*.txt"))]
    return [
        sentence.text.split()
        for article in articles
        for sentence in furniture.body(sentences.split(article), article)
    ]


def made(known, count):
    """So many sentences, the same every time; no two alike once they repeat."""
    chance = random.Random(count)
    vocabulary = [word for words in known for word in words]
    found, start = [], 0
    for index in range(count):
        words = list(known[index % len(known)])
        if index >= len(known):
            chance.shuffle(words)
            words = [
                chance.choice(vocabulary) if chance.random() < OTHER_WORDS else word
                for word in words
            ]
        text = " ".join(words)
        found.append(Sentence(text, Span(start, start + len(text)), index, index))
        start += len(text) + 1
    return found


def compare(article, runs, *, prepare=list, rankers=None):
    """One line of the table of both; the two take turns."""
    mine, theirs = rankers or (ranking.rank, by_sumy)
    prepared = prepare(article)
    ours, sumys = [], []
    for _ in range(runs):
        ours.append(seconds(mine, prepared))
        sumys.append(seconds(theirs, prepared))
    print(
        f"{len(article):9,}  {runs:4}  {1000 * median(ours):8.1f}"
        f"  {1000 * median(sumys):8.0f}  {ratio(sumys, ours)}",
        flush=True,
    )


def alone(article, runs):
    """One line of the table of ours; memory is traced in a run of its own."""
    times = [1000 * seconds(ranking.rank, article) for _ in range(runs)]
    tracemalloc.start()
    ranking.rank(article)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    spread = f"{min(times):.1f} / {median(times):.1f} / {max(times):.1f}"
    print(f"{len(article):9,}  {runs:4}  {spread:28}  {peak / 1e6:8.1f}", flush=True)


def by_sumy(article):
    """The scores of sumy's own LexRank, with its stemmer and stop words."""
    return sumy_rankers.rank_with("lex-rank", article)


def stemmed(article):
    """The stems of each sentence: what both rankers start from."""
    return [stems(sentence.text) for sentence in article]


def walk(words):
    """Our walk alone, from a prior that favours nobody."""
    graph = lexrank.Cosines(words)
    lexrank.biased(graph, [1.0] * len(words), teleport=ranking.TELEPORT)


def matrix(words):
    """sumy's LexRank alone, on a document that has its words."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as Line
    from sumy.summarizers.lex_rank import LexRankSummarizer

    lines = [Line(" ".join(sentence), Spaces()) for sentence in words]
    LexRankSummarizer()(ObjectDocumentModel([Paragraph(lines)]), 3)


class Spaces:
    """A tokenizer for text that only has to be split at its spaces."""

    def to_words(self, text):
        """The words between the spaces."""
        return tuple(text.split())


def seconds(rank, article):
    """How long one ranking takes."""
    start = perf_counter()
    rank(article)
    return perf_counter() - start


if __name__ == "__main__":
    main()
