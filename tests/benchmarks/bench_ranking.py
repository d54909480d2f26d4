"""Ranking sentences: ours and sumy's LexRank on the same ones.

The first table goes from sentences to scores: each makes words and stems of them by its
own tokenizer and stemmer, and ours asks its prior as well. The second is the ranking
alone, from the same stemmed words. Times are the processor's, so that other processes
count little; what ours remembers of a text is forgotten before each run.

Run from the folder of the project: python -m tests.benchmarks ranking
"""

import random
import tracemalloc
from statistics import median
from time import process_time

from summarizer import furniture, lexrank, ranking, reading, sentences, stems
from summarizer.article import Sentence, Span
from tests.benchmarks.peers import sumy_lexrank_of
from tests.benchmarks.timing import CORPORA, ratio, versions

# How many sentences, and how often.
SIZES = ((50, 7), (200, 5), (1_000, 5), (3_000, 5), (10_000, 5))
LONGEST = 60.0
"""Seconds of all runs of sumy's, whose time grows with the square of the sentences."""
OTHER_WORDS = 0.2  # the share of words that a repeated sentence does not share


def main():
    """Print a table of both from text, one of both from stems, and our memory."""
    known = corpus()
    for rank in (ranking.rank, sumy_lexrank_of):
        rank(made(known, 20))  # loads what is loaded once
    print(versions("sumy", "nltk"))
    print("\nfrom text")
    print("sentences  runs  ours, ms  sumy, ms  sumy/ours min / median / max")
    table(known, list, ranking.rank, sumy_lexrank_of)
    print("\nfrom stems, the ranking alone")
    table(known, stemmed, walk, matrix)
    print("\nsentences  ours from text, peak MB")
    for count, _ in SIZES:
        memory(made(known, count))


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


def table(known, prepare, mine, theirs):
    """A line for each size; sumy only as far as it can go in a minute."""
    spent = 0.0
    for place, (count, runs) in enumerate(SIZES):
        prepared = prepare(made(known, count))
        growth = (count / SIZES[place - 1][0]) ** 2 if place else 0.0
        ours, sumys = [], []
        for _ in range(runs):
            ours.append(seconds(mine, prepared))
            if spent * growth * runs < LONGEST:
                sumys.append(seconds(theirs, prepared))
        other = (
            f"{1000 * median(sumys):8.0f}  {ratio(sumys, ours)}"
            if sumys
            else (f"left out: about {spent * growth:,.0f} s a run")
        )
        print(f"{count:9,}  {runs:4}  {1000 * median(ours):8.1f}  {other}", flush=True)
        spent = median(sumys) if sumys else spent * growth


def memory(article):
    """One line of the table of memory, traced in a run of its own."""
    tracemalloc.start()
    ranking.rank(article)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"{len(article):9,}  {peak / 1e6:8.1f}", flush=True)


def stemmed(article):
    """The stems of each sentence: what both rankers start from."""
    return [stems.stems(sentence.text) for sentence in article]


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
    """Processor time of one ranking."""
    stems.words.cache_clear()
    stems._stemmed.cache_clear()
    start = process_time()
    rank(article)
    return process_time() - start


if __name__ == "__main__":
    main()
