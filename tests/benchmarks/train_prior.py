"""The weights of the ranker's prior, trained on articles with bullets.

Run from the folder of the project, with sets of articles as JSON Lines:

    python -m tests.benchmarks.train_prior FILE.jsonl ... [--write]

It prints ROUGE-1 of three sentences by cross-validation and with each set left out,
then the weights; --write puts them into summarizer/data/lexicon/prior.toml.

The target is, for each article, the three sentences that together come nearest to the
editor's bullets (picked one by one by ROUGE-1). The weights are those of a softmax over
an article's sentences, with an L2 penalty on standardized features; small sets count
more, so that no layout is drowned. numpy comes with sumy[lexrank].

The weights of keywords.py are trained next to them: a logistic model of whether a stem
of the article is in the bullets, on the ranks that the written prior gives.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rouge_score.tokenizers import DefaultTokenizer

import summarizer
from summarizer import furniture, keywords, lexrank, prior, ranking, sentences
from summarizer.examples import read_corpus
from summarizer.stems import stems

PENALTY = 0.03  # of 0.003 to 0.3; it matters little
FOLDS = 5
CHOSEN = 3
STEPS = 7  # of Newton's method; it is still after five
WORD_PENALTY, WORD_STEPS = 1e-4, 12
LEXICON = Path(summarizer.__file__).parent / "data" / "lexicon" / "prior.toml"


@dataclass
class Case:
    """One article, ready to be scored again and again."""

    corpus: str
    words: list  # the stems of each sentence
    rows: np.ndarray  # its features
    counts: np.ndarray  # sentence by reference word
    lengths: np.ndarray
    reference: np.ndarray
    trigrams: list
    best: list  # the sentences of the target
    stems: np.ndarray  # the features of its stems
    printed: np.ndarray  # whether each of them is in the bullets


def main(arguments):
    """Train, report, and write if asked."""
    files = [argument for argument in arguments if argument != "--write"]
    if not files:
        sys.exit(__doc__)
    cases = [case for file in files for case in load(file)]
    names = list(dict.fromkeys(case.corpus for case in cases))
    print("R1 of three sentences".ljust(28), "mean ", *names)
    report("first three", cases, [list(range(CHOSEN)) for _ in cases])
    report("cross-validated", cases, cross_validated(cases))
    report("with that set left out", cases, left_out(cases))
    weights = fit(cases)
    for name, weight in zip(prior.FEATURES, weights, strict=True):
        print(f"{name} = {weight:.3f}")
    of_words = fit_words(cases)
    for name, weight in of_words.items():
        print(f"[words] {name} = {weight:.2f}")
    if "--write" in arguments:
        write(dict(zip(prior.FEATURES, weights, strict=True)), of_words)


def load(file):
    """The cases of one set."""
    for example in read_corpus(file):
        article = example.article
        body = furniture.body(sentences.split(article), article)
        if body:
            lines = "\n".join(example.references[0])
            yield case(Path(file).stem, article, body, lines)


def case(corpus, article, body, lines):
    """What scoring needs of one article."""
    tokenizer = DefaultTokenizer(use_stemmer=True)
    reference, bullets = tokenizer.tokenize(lines), set(stems(lines))
    words = [stems(sentence.text) for sentence in body]
    ahead = lexrank.Cosines(words).ahead()
    rows = prior.features(body, words, ahead, title=stems(article.title or ""))
    scores = ranking.rank(body, title=article.title)
    found = keywords.features(words, scores, title=stems(article.title or ""))
    tokens = [tokenizer.tokenize(sentence.text) for sentence in body]
    wanted = Counter(reference)
    bags = [Counter(each) for each in tokens]
    made = Case(
        corpus=corpus,
        words=words,
        rows=np.array(list(rows)),
        counts=np.array([[bag[word] for word in wanted] for bag in bags]),
        lengths=np.array([len(each) for each in tokens]),
        reference=np.array(list(wanted.values())),
        trigrams=[set(zip(t, t[1:], t[2:], strict=False)) for t in tokens],
        best=[],
        stems=np.array(list(found.values())).reshape(-1, len(keywords.FEATURES)),
        printed=np.array([stem in bullets for stem in found], float),
    )
    made.best = oracle(made)
    return made


def rouge(case, chosen):
    """ROUGE-1 F1, in points."""
    chosen = [index for index in chosen if index < len(case.lengths)]
    shared = np.minimum(case.counts[chosen].sum(0), case.reference).sum()
    return 200 * shared / (case.lengths[chosen].sum() + case.reference.sum())


def oracle(case):
    """The sentences that are nearest to the reference, picked one by one."""
    chosen, best = [], 0.0
    for _ in range(CHOSEN):
        rest = [i for i in range(len(case.lengths)) if i not in chosen]
        score, index = max(
            ((rouge(case, [*chosen, i]), -i) for i in rest), default=(0, 0)
        )
        if score <= best:
            break
        best, chosen = score, [*chosen, -index]
    return chosen


def fit(cases):
    """The weights, by Newton's method on the mean cross-entropy."""
    rows = np.concatenate([case.rows for case in cases])
    sizes = np.array([len(case.rows) for case in cases])
    starts = np.cumsum(sizes) - sizes
    owner = np.repeat(np.arange(len(cases)), sizes)
    target = np.concatenate([wanted(case) for case in cases])
    worth = importance(cases)
    scale = rows.std(0) + 1e-9
    rows = (rows - rows.mean(0)) / scale
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        sums = rows @ weights
        sums = np.exp(sums - np.maximum.reduceat(sums, starts)[owner])
        shares = sums / np.add.reduceat(sums, starts)[owner]
        slope = rows.T @ ((shares - target) * worth[owner]) + PENALTY * weights
        means = np.add.reduceat(rows * shares[:, None], starts, axis=0)
        bend = rows.T @ (rows * (shares * worth[owner])[:, None])
        bend -= (means * worth[:, None]).T @ means
        bend += PENALTY * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return weights / scale


def fit_words(cases):
    """The weights of the logistic model of printed stems, by Newton's method."""
    rows = np.concatenate([case.stems for case in cases])
    printed = np.concatenate([case.printed for case in cases])
    sizes = np.array([len(case.printed) for case in cases])
    worth = np.repeat(importance(cases) / np.maximum(1, sizes), sizes)
    mean, scale = rows.mean(0), rows.std(0) + 1e-9
    rows = np.column_stack([(rows - mean) / scale, np.ones(len(rows))])
    weights = np.zeros(rows.shape[1])
    for _ in range(WORD_STEPS):
        shares = 1 / (1 + np.exp(-rows @ weights))
        bend = (rows * (shares * (1 - shares) * worth)[:, None]).T @ rows
        bend += WORD_PENALTY * np.eye(len(weights))
        slope = rows.T @ ((shares - printed) * worth) + WORD_PENALTY * weights
        weights -= np.linalg.solve(bend, slope)
    found = weights[:-1] / scale
    base = weights[-1] - found @ mean
    return {"base": base, **dict(zip(keywords.FEATURES, found, strict=True))}


def wanted(case):
    """An equal share for each sentence of the target."""
    hits = np.isin(np.arange(len(case.rows)), case.best).astype(float)
    return hits / max(1.0, hits.sum())


def importance(cases):
    """What each article counts for: the square root of its set's fair share."""
    sizes = Counter(case.corpus for case in cases)
    worth = np.array([sizes[case.corpus] ** -0.5 for case in cases])
    return worth / worth.sum()


def pick(case, weights):
    """The best sentences after the walk, none with a trigram of another."""
    sums = case.rows @ weights
    start = np.exp(sums - sums.max()).tolist()
    graph = lexrank.Cosines(case.words)
    ranks = lexrank.biased(graph, start, teleport=ranking.TELEPORT)
    chosen, seen = [], set()
    for index in sorted(range(len(ranks)), key=lambda i: (-ranks[i], i)):
        if case.trigrams[index] & seen:
            continue
        chosen.append(index)
        seen |= case.trigrams[index]
        if len(chosen) == CHOSEN:
            break
    return chosen


def cross_validated(cases):
    """For each article the choice by weights that haven't seen it."""
    fold = np.zeros(len(cases), int)
    for name in {case.corpus for case in cases}:
        places = [i for i, case in enumerate(cases) if case.corpus == name]
        np.random.default_rng(0).shuffle(places)
        for order, place in enumerate(places):
            fold[place] = order % FOLDS
    return by_group(cases, fold.tolist())


def left_out(cases):
    """For each article the choice by weights that haven't seen its set."""
    groups = [case.corpus for case in cases]
    return by_group(cases, groups) if len(set(groups)) > 1 else []


def by_group(cases, groups):
    """For each article the choice by weights trained on the other groups."""
    weights = {
        group: fit([c for c, its in zip(cases, groups, strict=True) if its != group])
        for group in dict.fromkeys(groups)
    }
    return [pick(c, weights[its]) for c, its in zip(cases, groups, strict=True)]


def report(name, cases, choices):
    """One line: the mean over the sets, then each set."""
    if not choices:
        return
    scores = {}
    for case, chosen in zip(cases, choices, strict=True):
        scores.setdefault(case.corpus, []).append(rouge(case, chosen))
    means = [np.mean(each) for each in scores.values()]
    print(name.ljust(28), f"{np.mean(means):.2f}", *(f"{mean:.2f}" for mean in means))


def write(weights, of_words):
    """Put the weights where the ranker reads them."""
    head, mark, words = LEXICON.read_text(encoding="utf-8").partition("[words]\n")
    for name, weight in weights.items():
        head = re.sub(rf"(?m)^{name} = .*$", f"{name} = {weight:.3f}", head)
    for name, weight in of_words.items():
        words = re.sub(rf"(?m)^{name} = .*$", f"{name} = {weight:.2f}", words)
    LEXICON.write_text(head + mark + words, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
