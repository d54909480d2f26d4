"""Many articles -> one document: each story once, with its bullets and its sources."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from summarizer import digest_order, links, pipeline
from summarizer.digests import Also, Digest, Entry
from summarizer.edition import Edition
from summarizer.errors import NothingToSummarizeError
from summarizer.rendering import counted, one_line
from summarizer.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Unpack

    from summarizer.article import Article
    from summarizer.edition import EditionChanges
    from summarizer.errors import SummarizerError
    from summarizer.options import Options


def digest(
    articles: Iterable[Article],
    options: Options | None = None,
    **edition: Unpack[EditionChanges],
) -> Digest:
    """One document of many articles.

    ``options`` says how the bullets are written, ``edition`` are fields of ``Edition``.
    An article without text, or one that cannot be summarized, keeps its place with its
    title; ``notes`` says so.

    Raises:
        UsageError: an option or the style cannot be used.
    """
    return make(articles, options, Edition(**edition))


def make(
    articles: Iterable[Article], options: Options | None, issue: Edition
) -> Digest:
    """The digest of one issue; ``digest`` says the rest."""
    chosen, amiss = digest_order.chosen(articles, issue)
    focus = options.focus if options else None
    stories = digest_order.stories(chosen, issue, focus=focus)
    entries, silent = _entries(stories, options, issue)
    languages = Counter(article.language for article in chosen)
    return Digest(
        edition=issue,
        entries=tuple(entries),
        language=languages.most_common(1)[0][0] if languages else "en",
        notes=tuple(map(one_line, [*amiss, *silent])),
    )


def _entries(
    stories: Sequence[list[Article]], options: Options | None, issue: Edition
) -> tuple[list[Entry], list[str]]:
    """One entry a story, and a line for each reason why some have no bullets."""
    entries, notes, silent = [], [], []
    results = _results([story[0] for story in stories], options, issue)
    for story, result in zip(stories, results, strict=True):
        told, summary = _told(story, result, options)
        entry = _entry(story, told, summary)
        if summary is None and isinstance(result, NothingToSummarizeError):
            silent.append(entry.title)
        elif summary is None and result is not None:
            notes.append(f"{result}; shown by its title")
        entries.append(entry)
    if silent:
        problem = "without a sentence for a bullet; shown by title"
        count = counted(len(silent), "article")
        notes.append(f"{count} {problem} (the first: “{silent[0]}”)")
    return entries, notes


def _results(
    heads: Sequence[Article], options: Options | None, issue: Edition
) -> Iterator[Summary | SummarizerError | None]:
    """What each article gives; nothing for one without text."""
    whole = [head for head in heads if head.paragraphs]
    results = pipeline.summarize_many(whole, options, workers=issue.workers)
    for head in heads:
        yield next(results) if head.paragraphs else None


def _told(
    story: Sequence[Article],
    result: Summary | SummarizerError | None,
    options: Options | None,
) -> tuple[Article, Summary | None]:
    """The first article of the story that can be summarized, and its summary."""
    if isinstance(result, Summary):
        return story[0], result
    rest = [article for article in story[1:] if article.paragraphs]
    others = pipeline.summarize_many(rest, options)
    for article, other in zip(rest, others, strict=True):
        if isinstance(other, Summary):
            return article, other
    return story[0], None


def _entry(story: Sequence[Article], told: Article, summary: Summary | None) -> Entry:
    others = [article for article in story if article is not told]
    title = digest_order.title(told)
    if not title:
        title = one_line(summary[0].text) if summary else digest_order.name(told)
    return Entry(
        title=title,
        link=links.safe(told.link),
        publisher=_publisher(told),
        published=told.published,
        summary=summary,
        also=tuple(
            Also(
                title=digest_order.title(article) or digest_order.name(article),
                link=links.safe(article.link),
                publisher=_publisher(article),
            )
            for article in others
        ),
    )


def _publisher(article: Article) -> str | None:
    return one_line(article.publisher or "") or links.site(article.link)
