"""From what the command line is given to a finished digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import IO, TYPE_CHECKING

from summarizer import digest_making, digest_pages, sources, styles
from summarizer.edition import Edition, moment, parse_day, parse_since
from summarizer.errors import OptionError, SummarizerError
from summarizer.items import Manner
from summarizer.options import check_workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from summarizer.article import Article
    from summarizer.digests import Digest
    from summarizer.edition import Sort
    from summarizer.options import Options
    from summarizer.rendering import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A digest as it is asked for in words."""

    title: str
    day: str | None
    sort: Sort
    limit: int | None
    since: str | None
    fetch: bool
    workers: int
    template: Path | None
    multipart: bool
    form: Format


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an order."""

    document: str
    """Empty where there was nothing to put in it."""
    digest: Digest
    failed: int
    """How many sources could not be read."""

    def report(self) -> str:
        """A page that shows the bullets of the digest beside their articles."""
        from summarizer import report

        summaries = [entry.summary for entry in self.digest if entry.summary]
        return report.page(summaries, title=self.digest.title)


def publish(
    names: Iterable[str],
    order: Order,
    options: Options,
    *,
    piped: IO[bytes],
    tell: Callable[[str], object],
) -> Outcome:
    """The document of an order; ``tell`` hears of every trouble, a line each.

    Raises:
        UsageError: an option, the style or the template cannot be used.
    """
    issue = _edition(order)
    _check(order, options)
    manner = Manner(
        fetch=order.fetch,
        since=issue.start,
        allow_private=options.allow_private,
        language=options.language,
    )
    articles: list[Article] = []
    failed = 0
    for found in sources.gather(names, manner, piped=piped):
        if isinstance(found, SummarizerError):
            failed += 1
            tell(str(found))
            continue
        articles.extend(found)
        for note in found.notes:
            tell(note)
    made = digest_making.make(articles, options, issue)
    for note in made.notes:
        tell(note)
    if not made.entries:
        tell("nothing to put in a digest; give other sources or an earlier --since")
        return Outcome("", made, failed)
    return Outcome(_document(made, order), made, failed)


def _edition(order: Order) -> Edition:
    """The edition; what is old or still to come is judged by its day, or the clock."""
    day = parse_day(order.day) if order.day is not None else None
    now = moment(day) + timedelta(days=1) if day else datetime.now(UTC)
    return Edition(
        title=order.title,
        date=day,
        sort=order.sort,
        limit=order.limit,
        since=None if order.since is None else parse_since(order.since, now=now),
        now=now,
        workers=order.workers,
    )


def _check(order: Order, options: Options) -> None:
    """Refuse what cannot be used before anything is fetched."""
    if order.form != "text" and (order.template or order.multipart):
        message = "goes with neither --template nor --multipart; leave it out"
        raise OptionError(field="format", message=message)
    if order.template:
        digest_pages.check_template(order.template)
    check_workers(order.workers)
    styles.load(options.style)


def _document(made: Digest, order: Order) -> str:
    if order.multipart:
        return made.to_email(order.template).as_string()
    if order.template:
        return made.render(order.template)
    return digest_pages.render(made, order.form)
