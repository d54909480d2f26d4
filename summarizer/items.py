"""One item of a feed -> ``Article``: from what it holds, or from the page it points to.

A feed gives the whole story, a line about it, or nothing but a headline and a link.
The whole story goes first, then the page where it may be fetched, then the line. An
item with none of them is still an article, one without text: its headline is news.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from summarizer import item_texts, links, reading
from summarizer.article import Article
from summarizer.errors import CrashError, SummarizerError

if TYPE_CHECKING:
    from datetime import datetime

    from summarizer.item_texts import Text

    Made: TypeAlias = tuple[Article, SummarizerError | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What a feed says of one story."""

    id: str | None = None
    title: str | None = None
    link: str | None = None
    moment: datetime | None = None
    """When it was published, in UTC."""
    content: Text | None = None
    description: Text | None = None
    publisher: str | None = None

    def __str__(self) -> str:
        return self.title or self.link or self.id or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How the items of a feed are to be read."""

    fetch: bool = False
    """Whether the page of an item is read where the feed holds no more than a line."""
    since: datetime | None = None
    """What was published before is left out."""
    allow_private: bool = False
    language: str = "en"


def article_of(
    item: Item, manner: Manner, *, name: str, publisher: str | None = None
) -> Made:
    """The article that the item gives, and what kept its page from being read.

    ``name`` is what stands for its source where the item has no link, ``publisher`` for
    whom it was taken from.
    """
    problem: SummarizerError | None
    try:
        article, problem = _found(item, manner)
    except Exception as error:  # whatever a text does, it does to no other
        article, problem = None, CrashError(name, f"broke the program ({error!r})")
    if article is None:
        article = Article(text="", paragraphs=(), language=manner.language)
    whole = replace(
        article,
        title=item.title or article.title,
        link=item.link,
        publisher=item.publisher or publisher or links.site(item.link),
        moment=item.moment,
        published=item.moment.date() if item.moment else article.published,
        source=item.link or name,
    )
    return whole, problem


def _found(item: Item, manner: Manner) -> tuple[Article | None, SummarizerError | None]:
    """The whole story where the feed holds it, else the page, else what there is."""
    content, is_cut = item_texts.read(item.content, manner.language)
    page, problem = None, None
    if (content is None or is_cut) and manner.fetch and item.link:
        page, problem = _page(item.link, manner)
    article = page or content
    if article is None:
        article, _ = item_texts.read(item.description, manner.language)
    return article, problem


def _page(link: str, manner: Manner) -> tuple[Article | None, SummarizerError | None]:
    try:
        page = reading.read_url(
            link, language=manner.language, allow_private=manner.allow_private
        )
    except SummarizerError as error:
        return None, error
    return page, None
