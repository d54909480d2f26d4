"""Articles on one story are found, and no others; what several share comes first."""

import json
import random
import time
import tomllib
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from summarizer import feeds, reading, sentences
from summarizer.article import Article, Span
from summarizer.same_story import centrality, group

HERE = Path(__file__).parent
CORPORA = HERE.parent / "corpora"
EVAL = HERE.parents[1] / "shared" / "eval"
JUDGED = tomllib.loads((HERE / "cases" / "same_story.toml").read_text(encoding="utf-8"))
FILES = ("cnn-dev", "paragraphs-dev", "dailymail-dev", "titled-dev")
ROUND_UP = ("Student News", "today's show")  # one page on many stories tells none
LEAST_WORDS = 250
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)

PRECISION = 0.95
RECALL = 0.8

FARES = (
    "Ferry fares in Port Callan will rise by 8% in January, the harbour board said. "
    "Chairwoman Ingrid Solheim said fuel cost 1.4 million pounds more than last year."
)
AGAIN = (
    "The harbour board raises ferry fares in Port Callan by 8% from January. Fuel "
    "costs 1.4 million pounds more, chairwoman Ingrid Solheim said."
)
PROTEST = (
    "Islanders stood before the harbour board's door in Port Callan with empty fuel "
    "cans to protest. A fisherman, Per Haugen, called the ferry their only road."
)
OTHER = (
    "Workers have found a lighthouse keeper's logbook of 1871 behind a cupboard. The "
    "museum will show it from May, said its director, Tomas Aubry."
)


def article(text, **changes):
    whole = Article(text=text, paragraphs=(Span(0, len(text)),))
    return replace(whole, **changes)


def halves(text):
    words = text.split()
    middle = len(words) // 2
    return [article(" ".join(words[:middle])), article(" ".join(words[middle:]))]


def told_twice(whole):
    """Two articles on one story: every other sentence of one, and the rest."""
    texts = [sentence.text for sentence in sentences.split(whole)]
    return [article(" ".join(texts[start::2])) for start in (0, 1)]


def pairs(groups):
    return {pair for found in groups for pair in combinations(found, 2)}


def test_one_story_of_two_sources_is_one():
    assert group([article(FARES), article(OTHER), article(AGAIN)]) == [(0, 2), (1,)]


def test_no_article_and_one_article_are_grouped():
    assert group([]) == []
    assert group([article(FARES)]) == [(0,)]


def test_articles_without_words_are_alone():
    assert group([article(""), article(""), article("It is.")]) == [(0,), (1,), (2,)]


@pytest.mark.parametrize(
    ("publishers", "expected"),
    [
        (("The Gazette", "The Gazette"), [(0,), (1,)]),
        (("The Gazette", "The Post"), [(0, 1)]),
        ((None, None), [(0, 1)]),
    ],
    ids=["one keeps his articles apart", "two do not", "nobody knows whose"],
)
def test_whose_the_articles_are_counts(publishers, expected):
    first, second = publishers
    found = [article(FARES, publisher=first), article(PROTEST, publisher=second)]
    assert group(found) == expected


def test_an_update_by_one_publisher_is_one_story():
    first = article(FARES, publisher="The Gazette")
    second = article(f"{FARES} Passes stay.", publisher="The Gazette")
    assert group([first, second]) == [(0, 1)]


@pytest.mark.parametrize(("days", "expected"), [(3, [(0, 1)]), (4, [(0,), (1,)])])
def test_more_than_three_days_apart_they_are_two(days, expected):
    later = NOON + timedelta(days=days)
    assert (
        group([article(FARES, moment=NOON), article(AGAIN, moment=later)]) == expected
    )


def test_a_day_without_an_hour_is_near_every_hour_of_it():
    found = [
        article(FARES, moment=NOON),
        article(AGAIN, published=date(2026, 11, 27)),
    ]
    assert group(found) == [(0, 1)]


def test_the_same_articles_are_grouped_the_same_in_any_order():
    found = [article(FARES), article(OTHER), article(AGAIN)]
    turned = [tuple(sorted(2 - i for i in its)) for its in group(found[::-1])]
    assert sorted(turned) == group(found)


def test_what_shares_most_weighs_most():
    weights = centrality([article(OTHER), article(FARES), article(AGAIN)])
    assert weights[0] < min(weights[1:])
    assert sum(weights) == pytest.approx(1)


def test_the_focus_draws_the_weight():
    weights = centrality(
        [article(OTHER), article(FARES), article(AGAIN)], focus="lighthouse logbook"
    )
    assert weights[0] == max(weights)


def test_nothing_weighs_nothing():
    assert centrality([]) == []


def test_a_thousand_articles_take_seconds():
    words = [f"word{i}" for i in range(3_000)]
    lot = random.Random(1)
    found = [article(" ".join(lot.choices(words, k=200))) for _ in range(1_000)]
    start = time.monotonic()
    group(found)
    assert time.monotonic() - start < 30


def test_the_two_feeds_of_the_corpus_share_one_story():
    found = [
        article
        for name in ("gazette", "post")
        for article in feeds.read_feed(CORPORA / "feeds" / f"{name}.xml")
    ]
    assert [its for its in group(found) if len(its) > 1] == [(0, 4)]


def test_our_own_articles_told_twice_are_found():
    whole = [reading.read(path) for path in sorted(CORPORA.glob("[0-9]*.txt"))]
    found = [part for one in whole for part in told_twice(one)]
    true = {(i, i + 1) for i in range(0, len(found), 2)}
    joined = pairs(group(found))
    assert len(joined & true) >= RECALL * len(true)
    assert len(joined & true) >= PRECISION * len(joined)


@cache
def rows():
    """The dev articles that are one story, by file and row."""
    found = {}
    for name in FILES:
        text = (EVAL / f"{name}.jsonl").read_text(encoding="utf-8")
        for number, line in enumerate(text.splitlines()):
            row = json.loads(line)
            words = row["article"]
            is_round_up = any(mark in words[:600] for mark in ROUND_UP)
            if not is_round_up and len(words.split()) > LEAST_WORDS:
                found[f"{name}:{number}"] = (row.get("title"), words)
    return found


def digests(lot, events, *, count=25, cut=8, alone=20):
    """Digests of about 40 articles, with the story that each article is known to tell.

    Two events with two articles each, the two halves of eight articles, and twenty
    articles drawn by lot.
    """
    every = rows()
    for number in range(count):
        its_events = events[2 * number : 2 * number + 2]
        told = [
            (name, f"event {i}") for i, pair in enumerate(its_events) for name in pair
        ]
        used = {name for pair in its_events for name in pair}
        drawn = [
            name for name in lot.sample(sorted(every), cut + alone) if name not in used
        ]
        whole = [*told, *((name, name) for name in drawn[cut:])]
        found = [
            (article(every[name][1], title=every[name][0]), name, story)
            for name, story in whole
        ]
        for name in drawn[:cut]:
            found += [(half, name, name) for half in halves(every[name][1])]
        yield found


def on_one_subject(one, other):
    """Whether nobody can say that the two articles tell different stories."""
    texts = [" ".join(filter(None, rows()[name])) for name in (one, other)]
    return any(
        all(text.count(subject) > 1 for text in texts) for subject in JUDGED["subjects"]
    )


@pytest.mark.eval
@pytest.mark.skipif(not EVAL.is_dir(), reason="the evaluation data is not here")
def test_pairs_of_real_articles_are_found_and_hardly_any_others():
    """Halves of one article, two articles on one event, and unrelated articles."""
    lot = random.Random(1)
    events = [pair for pair in JUDGED["events"] if all(name in rows() for name in pair)]
    lot.shuffle(events)
    right = wrong = missed = lost_events = 0
    for found in digests(lot, events):
        joined = pairs(group([one for one, _, _ in found]))
        for one, other in combinations(range(len(found)), 2):
            is_one = found[one][2] == found[other][2]
            is_joined = (one, other) in joined
            right += is_one and is_joined
            missed += is_one and not is_joined
            lost_events += is_one and not is_joined and "event" in found[one][2]
            wrong += (
                is_joined
                and not is_one
                and not on_one_subject(found[one][1], found[other][1])
            )
    print(f"right {right}, wrong {wrong}, missed {missed}, of events {lost_events}")
    assert right / (right + wrong) >= PRECISION
    assert right / (right + missed) >= RECALL
    assert lost_events <= 1
