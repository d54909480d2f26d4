"""What is wrong with a feed, in one line for each kind of trouble."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from summarizer.rendering import counted, one_line

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.items import Item

KINDS = MappingProxyType(
    {
        "empty": "with neither title, link nor text; left out",
        "link": "with a link that is not http, https or mailto; shown without it",
        "double": "twice; the newer is kept",
        "twin": "with the id of another; both are kept",
        "date": "without a readable date; put last",
        "page": "whose page or text could not be read",
        "unread": "without text; fetch the page, or it is shown by its title",
        "silent": "without text; shown by its title",
    }
)


class Notes:
    """Collects the troubles of one feed and tells each kind once, with its first item.

    >>> notes = Notes("news.xml")
    >>> notes.say("no items in it")
    >>> notes.lines()
    ('news.xml: no items in it',)
    """

    def __init__(self, name: str, *, fetch: bool = False) -> None:
        self._name = name
        self._fetch = fetch
        self._lines: list[str] = []
        self._found: dict[str, list[str]] = {}

    def say(self, line: str) -> None:
        """Keep a line about the feed as a whole."""
        self._lines.append(line)

    def form(self, error: Exception | None) -> None:
        """Keep what the parser says of the XML and its encoding."""
        if error is None:
            return
        says = getattr(error, "getMessage", error.__str__)()
        line = getattr(error, "getLineNumber", lambda: None)()
        where = f"line {line}: " if line else ""
        self.say(f"ill-formed ({where}{says}); read as far as it goes")

    def add(self, kind: str, item: Item, why: str = "") -> None:
        """Count an item under one of the kinds of trouble."""
        named = f"“{item}”" if str(item) else ""
        self._found.setdefault(kind, []).append(why or named)

    def article(self, item: Item, article: Article, problem: Exception | None) -> None:
        """Count what is wrong with the article that an item gave."""
        if item.moment is None:
            self.add("date", item)
        if problem is not None:
            self.add("page", item, str(problem))
        if not article.paragraphs:
            self.add("silent" if self._fetch else "unread", item)

    def lines(self) -> tuple[str, ...]:
        """Everything, one line each, the feed's name in front."""
        counted = (
            _counted(KINDS[kind], self._found[kind])
            for kind in KINDS
            if kind in self._found
        )
        lines = (*self._lines, *counted)
        return tuple(one_line(f"{self._name}: {line}") for line in lines)


def _counted(means: str, named: list[str]) -> str:
    first = next(filter(None, named), "")
    shown = f" (the first: {first})" if first else ""
    return f"{counted(len(named), 'item')} {means}{shown}"
