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
    articles: Iterable[Article], issue: Edition
) -> tuple[list[Article], list[str]]:
    """The articles of an issue, and what was amiss in one line each.

    Each is there once, none is too old, and none bears a date in the future.
    """
    once, repeated = _once(articles)
    dated, early = _dated(_recent(once, issue), issue)
    return dated, [*repeated, *early]


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


def _once(articles: Iterable[Article]) -> tuple[list[Article], list[str]]:
    """The articles without those whose link was there before, and how many were."""
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
    if not repeated:
        return found, []
    times = "once" if repeated == 1 else f"{repeated:,} times"
    return found, [f"an article came again {times}; each link is shown once"]


def _recent(articles: Iterable[Article], issue: Edition) -> Iterator[Article]:
    for article in articles:
        when = _when(article)
        if not (issue.start and when and when < issue.start):
            yield article


def _dated(
    articles: Iterable[Article], issue: Edition
) -> tuple[list[Article], list[str]]:
    """The articles, those from the future undated, and how many these are."""
    found, early = [], []
    for article in articles:
        when = _when(article)
        if issue.end and when and when > issue.end + CLOCK_SKEW:
            early.append(f"“{title(article) or name(article)}”, {when:%Y-%m-%d}")
            found.append(replace(article, moment=None, published=None))
        else:
            found.append(article)
    if not early:
        return found, []
    count = counted(len(early), "article")
    problem = "dated in the future; put last, without a date"
    return found, [f"{count} {problem} (the first: {early[0]})"]


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
