"""What a corpus is scored on: the bullets in a style, and what is simpler than they."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from summarizer import furniture, pipeline, ranking, sentences, styles, sumy_rankers
from summarizer.errors import NothingToSummarizeError, OptionError
from summarizer.options import Options, word_limits
from summarizer.trimming import dateline_end

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.article import Article, Sentence

SENTENCES = 3
"""How many sentences a baseline takes, unless the number of bullets is asked for."""
# The likeness from which a sentence repeats another. None is 0.6 ROUGE-1 worse, 0.5 is
# 0.4 worse, on the mean of four news sets.
REPEATS = 0.3


@dataclass(frozen=True, slots=True)
class System:
    """Whatever makes the lines of a summary from an article."""

    name: str
    write: Callable[[Article], Sequence[str]]
    limit: int
    """The most words that one of its lines should have."""


def systems(
    options: Options, *, against: str | None = None, baselines: Sequence[str] = ()
) -> tuple[System, ...]:
    """The bullets that ``options`` ask for, then the baselines.

    ``against`` is a second style to write in; ``baselines`` are names of sumy's
    rankers, beside our own and the first sentences.

    Raises:
        UsageError: a style or a ranker is not known.
    """
    kinds = [options]
    if against is not None:
        kinds.append(options.replace(style=against))
    ours = [_ours(kind) for kind in kinds]
    count, limit = options.bullets or SENTENCES, ours[0].limit
    simpler = {
        f"first {count}": partial(clean_lead, count=count),
        f"ranker, {count} verbatim": partial(ranked, count=count),
    }
    for name in baselines:
        if name not in sumy_rankers.RANKERS:
            known = ", ".join(sorted(sumy_rankers.RANKERS))
            raise OptionError(field="baseline", message=f"{name!r} is none of {known}")
        simpler[f"sumy {name}, {count}"] = partial(
            sumy_ranked, ranker=name, count=count
        )
    return (*ours, *(System(name, write, limit) for name, write in simpler.items()))


def _ours(options: Options) -> System:
    style = styles.load(options.style)
    _, limit = word_limits(options, target=style.words, most=style.max_words)
    return System(str(options.style), partial(bullets, options=options), limit)


def bullets(article: Article, *, options: Options | None = None) -> list[str]:
    """What the whole pipeline makes; nothing is a summary too."""
    try:
        return [bullet.text for bullet in pipeline.summarize(article, options)]
    except NothingToSummarizeError:
        return []


def ranked(article: Article, *, count: int = SENTENCES) -> list[str]:
    """Our ranker's best sentences, verbatim, none repeating another."""
    body = _body(article)
    scores = ranking.rank(body, title=article.title, language=article.language)
    chosen: list[Sentence] = []
    for sentence in _by_score(body, scores):
        if not any(
            ranking.overlap(sentence.text, other.text, language=article.language)
            >= REPEATS
            for other in chosen
        ):
            chosen.append(sentence)
        if len(chosen) == count:
            break
    return _read(chosen)


def sumy_ranked(
    article: Article, *, ranker: str = "lex-rank", count: int = SENTENCES
) -> list[str]:
    """The best sentences by one of sumy's rankers, on the same sentences and words."""
    body = _body(article)
    scores = sumy_rankers.rank_with(ranker, body, language=article.language)
    return _read(_by_score(body, scores)[:count])


def clean_lead(article: Article, *, count: int = SENTENCES) -> list[str]:
    """The first body sentences, without dateline."""
    return _read(_body(article)[:count])


@lru_cache(maxsize=1)
def _body(article: Article) -> Sequence[Sentence]:
    """The sentences of the article; every baseline starts from them."""
    return furniture.body(sentences.split(article), article)


def _by_score(body: Sequence[Sentence], scores: Sequence[float]) -> list[Sentence]:
    return [body[i] for i in sorted(range(len(body)), key=lambda i: (-scores[i], i))]


def _read(chosen: Sequence[Sentence]) -> list[str]:
    """The sentences in the article's order, without dateline."""
    ordered = sorted(chosen, key=lambda sentence: sentence.index)
    return [sentence.text[dateline_end(sentence.text) :] for sentence in ordered]
