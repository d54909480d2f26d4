"""All that is known of one article before its first bullet is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer import authors, cast, keywords, quotes, ranking, topic
from summarizer.options import word_limits
from summarizer.stems import stems

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Article, Sentence
    from summarizer.discourse import Cast, Quotations
    from summarizer.options import Options
    from summarizer.styles import Style

ENGLISH = "en"
PLAIN_TEMPLATES = ("verbatim-attribution", "bare")


@dataclass(frozen=True, slots=True)
class Desk:
    """All that is known of one article while its bullets are written."""

    article: Article
    sentences: tuple[Sentence, ...]
    cast: Cast
    quotations: Quotations
    topic: frozenset[str]
    weights: dict[str, float]
    """How likely each stem is to be in the bullets, from 0 to 1."""
    author: str | None
    """Whose opinion the article is, if it is one."""
    style: Style
    options: Options


def open_desk(
    article: Article,
    body: tuple[Sentence, ...],
    scores: Sequence[float],
    style: Style,
    options: Options,
) -> Desk:
    """The desk of an article whose body sentences are ranked.

    Articles in other languages than English get a style without edits.
    """
    if article.language != ENGLISH:
        style = _verbatim(style)
    quotations = quotes.find_quotes(article)
    return Desk(
        article=article,
        sentences=body,
        cast=cast.find_cast(article, body, quotations=quotations),
        quotations=quotations,
        topic=topic.topic_words(body, title=article.title, language=article.language),
        weights=_weights(article, body, scores, options),
        author=_author(article, body, quotations),
        style=style,
        options=options,
    )


def score(
    body: Sequence[Sentence], article: Article, options: Options
) -> tuple[float, ...]:
    """The rank of every sentence, 0 to 1, by the ranker that the options name."""
    if options.ranker != "lexrank":
        from summarizer import sumy_rankers

        return sumy_rankers.rank_with(options.ranker, body, language=article.language)
    return ranking.rank(
        body, title=article.title, focus=options.focus, language=article.language
    )


def limited(style: Style, options: Options) -> Style:
    """The style with the lengths that the options ask for."""
    words, most = word_limits(options, target=style.words, most=style.max_words)
    return replace(style, words=words, max_words=most)


def _verbatim(style: Style) -> Style:
    """The style without the edits, which know English only."""
    return replace(style, trims=(), templates=PLAIN_TEMPLATES, tense="source")


def is_limited(options: Options) -> bool:
    """Whether the user set a length that no bullet may go over."""
    limits = (options.max_words, options.max_chars, options.total_words)
    return any(limit is not None for limit in limits)


def _author(
    article: Article, body: tuple[Sentence, ...], quotations: Quotations
) -> str | None:
    author = authors.find_author(article, body, quotations)
    if author is None:
        return None
    return author.name.of(article.text) if author.name else authors.THE_AUTHOR


def _weights(
    article: Article,
    body: tuple[Sentence, ...],
    scores: Sequence[float],
    options: Options,
) -> dict[str, float]:
    """How likely each stem is to be in the bullets; what the user asks for is sure."""
    language = article.language
    words = [stems(sentence.text, language=language) for sentence in body]
    title = stems(article.title or "", language=language)
    asked = stems(options.focus or "", language=language)
    expected = keywords.expected(words, scores, title=title)
    return {**expected, **dict.fromkeys(asked, 1.0)}
