"""A whole article, warm: from its text to the text of its bullets.

Run from the folder of the project: python -m tests.benchmarks article
"""

from statistics import mean, median
from time import process_time

from summarizer import furniture, reading, sentences, summarize
from tests.benchmarks.peers import find_lede, sumy_lexrank
from tests.benchmarks.timing import CORPORA, ratio, versions

RUNS = 7


def main():
    """A line for each tool: milliseconds of processor time, and the ratio."""
    texts = [
        path.read_text(encoding="utf-8") for path in sorted(CORPORA.glob("[0-9]*.txt"))
    ]
    peers = {"sumy's LexRank, tokenizing included": sumy_lexrank, "lede": find_lede()}
    packages = ["sumy", "nltk"] + (["lede"] if peers["lede"] else [])
    print(versions(*packages))
    size = mean(map(length, texts))
    print(f"{len(texts)} articles of {size:.0f} sentences on average, {RUNS} runs each")
    for name, peer in peers.items():
        if peer is None:
            print(f"{name}: not installed, left out")
        else:
            compare(name, peer, texts)


def length(text):
    """How many sentences of its own the article has."""
    article = reading.read(text)
    return len(furniture.body(sentences.split(article), article))


def ours(text):
    """The bullets as text."""
    return summarize(text).to_text()


def compare(name, peer, texts):
    """One line; the two take turns, and neither is measured cold."""
    theirs, mine = [], []
    for run in range(RUNS + 1):
        times = seconds(peer, texts), seconds(ours, texts)
        if run:
            theirs.append(times[0])
            mine.append(times[1])
    each = [1000 * median(times) / len(texts) for times in (theirs, mine)]
    print(
        f"{name} / ours: {each[0]:.1f} ms / {each[1]:.1f} ms, {ratio(theirs, mine)};"
        f" ours {1000 / each[1]:.0f} articles a second and core",
        flush=True,
    )


def seconds(work, texts):
    """Processor time of one round."""
    start = process_time()
    for text in texts:
        work(text)
    return process_time() - start


if __name__ == "__main__":
    main()
