"""Which articles a digest is made of, and in which order their stories stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import links, same_story
from summarizer.edition import moment
from summarizer.rendering import counted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from summarizer.article import Article
    from summarizer.edition import Edition

CLOCK_SKEW = timedelta(days=1)
"""How far ahead of the clock a date may be: servers give the hour of other zones."""


def chosen(
    articles: Iterable[Article], issue: Edition, notes: list[str]
) -> list[Article]:
    """The articles of an issue: each once, none too old, none from the future.

    What was amiss is added to ``notes``.
    """
    return list(_dated(_recent(_once(articles, notes), issue), issue, notes))


def stories(
    articles: Sequence[Article], issue: Edition, *, focus: str | None = None
) -> list[list[Article]]:
    """The stories of an issue, in its order and up to its limit.

    The articles of each stand in the order given, but those without text last.
    """
    alone = [(i,) for i in range(len(articles))]
    groups = same_story.group(articles) if issue.merge else alone
    found = [[articles[i] for i in group] for group in groups]
    told = [sorted(story, key=lambda its: not its.paragraphs) for story in found]
    return _sorted(told, issue, focus)[: issue.limit]


def title(article: Article) -> str:
    """The headline in one line; empty where there is none."""
    return one_line(article.title or "")


def name(article: Article) -> str:
    """What an article without a title is called: its site, or its file."""
    source = article.source or "Untitled"
    return links.site(links.safe(source)) or one_line(Path(source).stem)


def _once(articles: Iterable[Article], notes: list[str]) -> Iterator[Article]:
    """The articles without those whose link was there before."""
    seen: dict[str, Article] = {}
    found: list[Article] = []
    repeated = 0
    for article in articles:
        key = links.key(article.link) if article.link else ""
        if key and key in seen:
            repeated += 1
            if seen[key].paragraphs or not article.paragraphs:
                continue
            found[found.index(seen[key])] = article
        else:
            found.append(article)
        if key:
            seen[key] = article
    if repeated:
        times = "once" if repeated == 1 else f"{repeated:,} times"
        notes.append(f"an article came again {times}; each link is shown once")
    return iter(found)


def _recent(articles: Iterable[Article], issue: Edition) -> Iterator[Article]:
    for article in articles:
        when = _when(article)
        if not (issue.start and when and when < issue.start):
            yield article


def _dated(
    articles: Iterable[Article], issue: Edition, notes: list[str]
) -> Iterator[Article]:
    """The articles, those from the future without their date."""
    early = []
    for article in articles:
        when = _when(article)
        if issue.end and when and when > issue.end + CLOCK_SKEW:
            early.append(f"“{title(article) or name(article)}”, {when:%Y-%m-%d}")
            yield replace(article, moment=None, published=None)
        else:
            yield article
    if early:
        notes.append(
            f"{counted(len(early), 'article')} dated in the future; put last, without "
            f"a date (the first: {early[0]})"
        )


def _when(article: Article) -> datetime | None:
    when = article.moment or article.published
    return moment(when) if when else None


def _sorted(
    found: Sequence[list[Article]], issue: Edition, focus: str | None
) -> list[list[Article]]:
    """The stories as the edition wants them; ties stay in the order given."""
    if issue.sort == "newest":
        return sorted(found, key=_age)
    weight = same_story.centrality([story[0] for story in found], focus=focus)
    ranked = sorted(
        range(len(found)), key=lambda i: (-len(_sources(found[i])), -weight[i])
    )
    return [found[i] for i in ranked]


def _age(story: Sequence[Article]) -> float:
    when = _when(story[0])
    return -when.timestamp() if when else float("inf")


def _sources(story: Sequence[Article]) -> set[str | None]:
    return {article.publisher or article.source for article in story}
