"""Many articles -> one document: each story once, with its bullets and its sources."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import digest_pages, links, pipeline, preheader, same_story
from summarizer.edition import Edition
from summarizer.errors import NothingToSummarizeError
from summarizer.rendering import one_line
from summarizer.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date
    from email.message import EmailMessage
    from typing import Unpack

    from summarizer.article import Article
    from summarizer.edition import EditionChanges
    from summarizer.errors import SummarizerError
    from summarizer.options import Options

CLOCK_SKEW = timedelta(days=1)
"""How far ahead of the clock a date may be: servers give the hour of other zones."""

SHORTEST_PREHEADER = 40
"""Shorter, and mail programs fill the preview with what stands next in the mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Also:
    """Another article on the story of an entry."""

    title: str
    link: str | None
    publisher: str | None

    @property
    def name(self) -> str:
        """What it is called in a row of links."""
        return self.publisher or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One story: the article that tells it, its bullets, and who else tells it."""

    title: str
    """Of the article; the first bullet where it has none."""
    link: str | None
    """http, https or mailto, and nothing else."""
    publisher: str | None
    published: date | None
    summary: Summary | None
    """None where the article has no text that can be summarized."""
    also: tuple[Also, ...] = ()

    @property
    def bullets(self) -> tuple[str, ...]:
        """The bullets, one line each, but for one that is the title already."""
        found = self.summary.bullets if self.summary else ()
        lines = tuple(one_line(bullet.text) for bullet in found)
        return lines[1:] if lines[:1] == (self.title,) else lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """The entries of one issue, in reading order."""

    edition: Edition
    entries: tuple[Entry, ...]
    language: str = "en"
    notes: tuple[str, ...] = ()
    """What its editor should know, one line each."""

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def title(self) -> str:
        """The heading."""
        return one_line(self.edition.title)

    @property
    def date(self) -> date | None:
        """The day it bears."""
        return self.edition.date

    def preheader(self, limit: int = 90) -> str:
        """One line of at most ``limit`` characters, as mail programs preview it."""
        lines = [entry.bullets[0] for entry in self if entry.bullets]
        lines = lines or [entry.title for entry in self]
        line = preheader.fit(lines, limit=limit)
        if len(line) < min(SHORTEST_PREHEADER, limit):
            return preheader.fit([" · ".join(lines)], limit=limit)
        return line

    def to_text(self) -> str:
        """Plain text, wrapped for mail."""
        return digest_pages.render(self, "text")

    def to_markdown(self) -> str:
        """Markdown in which nothing of an article can become markup."""
        return digest_pages.render(self, "markdown")

    def to_html(self) -> str:
        """A whole page for mail programs: inline styles, no script, nothing remote."""
        return digest_pages.render(self, "html")

    def to_json(self) -> str:
        """A JSON object, described in the README under "A digest as JSON"."""
        return digest_pages.json(self)

    def render(self, template: Path) -> str:
        """What one's own Jinja2 template makes of it.

        Raises:
            TemplateError: the template cannot be read or used.
        """
        return digest_pages.render_own(self, template)

    def to_email(self, template: Path | None = None) -> EmailMessage:
        """A mail with the HTML page and its twin in plain text, not yet addressed.

        The page is made by ``template``, if one is given.
        """
        return digest_pages.email(self, template)


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
    issue = Edition(**edition)
    notes: list[str] = []
    dated = list(_dated(_recent(_once(articles, notes), issue), issue, notes))
    groups = (
        same_story.group(dated) if issue.merge else [(i,) for i in range(len(dated))]
    )
    stories = [[dated[i] for i in group] for group in groups]
    chosen = _sorted(stories, issue, options)[: issue.limit]
    entries = _entries(chosen, options, issue, notes)
    languages = Counter(article.language for article in dated)
    return Digest(
        edition=issue,
        entries=tuple(entries),
        language=languages.most_common(1)[0][0] if languages else "en",
        notes=tuple(map(one_line, notes)),
    )


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
            early.append(f"“{_title(article) or _name(article)}”, {when:%Y-%m-%d}")
            yield replace(article, moment=None, published=None)
        else:
            yield article
    if early:
        notes.append(
            f"{_counted(early)} dated in the future; put last, without a date "
            f"(the first: {early[0]})"
        )


def _counted(articles: Sequence[str]) -> str:
    return "1 article" if len(articles) == 1 else f"{len(articles):,} articles"


def _when(article: Article) -> datetime | None:
    if article.moment or not article.published:
        return article.moment
    return datetime.combine(article.published, time(), UTC)


def _sorted(
    stories: Sequence[list[Article]], issue: Edition, options: Options | None
) -> list[list[Article]]:
    """The stories as the edition wants them; ties stay in the order given."""
    if issue.sort == "newest":
        return sorted(stories, key=_age)
    focus = options.focus if options else None
    heads = [story[0] for story in stories]
    weight = same_story.centrality(heads, focus=focus)
    ranked = sorted(
        range(len(stories)), key=lambda i: (-len(_sources(stories[i])), -weight[i])
    )
    return [stories[i] for i in ranked]


def _age(story: Sequence[Article]) -> float:
    when = _when(story[0])
    return -when.timestamp() if when else float("inf")


def _sources(story: Sequence[Article]) -> set[str | None]:
    return {article.publisher or article.source for article in story}


def _entries(
    stories: Sequence[list[Article]],
    options: Options | None,
    issue: Edition,
    notes: list[str],
) -> Iterator[Entry]:
    heads = [story[0] for story in stories]
    results = pipeline.summarize_many(heads, options, workers=issue.workers)
    silent = []
    for story, result in zip(stories, results, strict=True):
        told, summary = _told(story, result, options)
        entry = _entry(story, told, summary)
        if isinstance(result, NothingToSummarizeError) and summary is None:
            silent += [entry.title] if story[0].paragraphs else []
        elif summary is None:
            notes.append(f"{result}; shown by its title")
        yield entry
    if silent:
        notes.append(
            f"{_counted(silent)} without a sentence for a bullet; shown by title "
            f"(the first: “{silent[0]}”)"
        )


def _told(
    story: Sequence[Article],
    result: Summary | SummarizerError,
    options: Options | None,
) -> tuple[Article, Summary | None]:
    """The first article of the story that can be summarized, and its summary."""
    if isinstance(result, Summary):
        return story[0], result
    rest = story[1:]
    for article, other in zip(
        rest, pipeline.summarize_many(rest, options), strict=True
    ):
        if isinstance(other, Summary):
            return article, other
    return story[0], None


def _entry(story: Sequence[Article], told: Article, summary: Summary | None) -> Entry:
    others = [article for article in story if article is not told]
    title = _title(told) or (one_line(summary[0].text) if summary else _name(told))
    return Entry(
        title=title,
        link=links.safe(told.link),
        publisher=_publisher(told),
        published=told.published,
        summary=summary,
        also=tuple(
            Also(
                title=_title(article) or _name(article),
                link=links.safe(article.link),
                publisher=_publisher(article),
            )
            for article in others
        ),
    )


def _title(article: Article) -> str:
    return one_line(article.title or "")


def _name(article: Article) -> str:
    """What an article without a title is called: its site, or its file."""
    source = article.source or "Untitled"
    return links.site(links.safe(source)) or one_line(Path(source).stem)


def _publisher(article: Article) -> str | None:
    return one_line(article.publisher or "") or links.site(article.link)
