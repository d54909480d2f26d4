"""What to make of many articles together: one value, every default written here."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal, TypedDict, get_args

from summarizer.errors import OptionError

Sort = Literal["newest", "best"]
SORTS = get_args(Sort)

MOST_ENTRIES = 1_000
LONGEST_TITLE = 200
HALF = re.compile("[\ud800-\udfff]")  # of a character; what a broken word becomes
AGO = re.compile(r"(\d{1,5})\s?([hdw])", re.IGNORECASE)
UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


class EditionChanges(TypedDict, total=False):
    """The fields of ``Edition``, as the keywords of a call."""

    title: str
    date: dt.date | None
    sort: Sort
    limit: int | None
    since: datetime | dt.date | None
    now: datetime | None
    merge: bool
    workers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One issue of a digest.

    >>> Edition(sort="oldest")
    Traceback (most recent call last):
    summarizer.errors.OptionError: sort: 'oldest' is not one of newest, best
    """

    title: str = "News digest"
    """The heading, and the subject of a mail."""
    date: dt.date | None = None
    """The day it bears; without one it bears none."""
    sort: Sort = "newest"
    """``best`` puts first what several sources tell, then what shares most with all."""
    limit: int | None = None
    """The most entries, 1 to 1,000."""
    since: datetime | dt.date | None = None
    """What was published before is left out; what bears no date is kept."""
    now: datetime | None = None
    """The moment after which no date can be right; ``date`` stands in for it."""
    merge: bool = True
    """Whether one story from several sources becomes one entry."""
    workers: int = 1
    """How many processes write the bullets, 1 to 60."""

    def __post_init__(self) -> None:
        if self.sort not in SORTS:
            problem = f"{self.sort!r} is not one of {', '.join(SORTS)}"
            raise OptionError(field="sort", message=problem)
        if self.limit is not None and not 1 <= self.limit <= MOST_ENTRIES:
            problem = f"{self.limit} is out of range; give 1 to {MOST_ENTRIES:,}"
            raise OptionError(field="limit", message=problem)
        if not self.title.strip() or len(self.title) > LONGEST_TITLE:
            problem = f"give a heading of 1 to {LONGEST_TITLE} characters"
            raise OptionError(field="title", message=problem)
        if HALF.search(self.title):  # no mail can be made of it
            problem = "this is not UTF-8; give the heading in the terminal's encoding"
            raise OptionError(field="title", message=problem)

    @property
    def start(self) -> datetime | None:
        """``since`` as a moment in UTC."""
        return moment(self.since) if self.since else None

    @property
    def end(self) -> datetime | None:
        """The moment that no article can be from after: ``now``, or the day's end."""
        if self.now:
            return moment(self.now)
        return moment(self.date) + timedelta(days=1) if self.date else None


def moment(value: datetime | dt.date) -> datetime:
    """The value in UTC; a day is its beginning, and a bare time is taken for UTC."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time(), UTC)
    return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def parse_since(words: str, *, now: datetime) -> datetime:
    """The moment that ``words`` name: an ISO date or time, or so long before ``now``.

    >>> noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    >>> [str(parse_since(words, now=noon)) for words in ("24h", "2026-11-20")]
    ['2026-11-23 12:00:00+00:00', '2026-11-20 00:00:00+00:00']

    Raises:
        OptionError: they name none.
    """
    ago = AGO.fullmatch(words.strip())
    try:
        if ago:
            return now - int(ago[1]) * UNITS[ago[2].lower()]
        return moment(datetime.fromisoformat(words.strip()))
    except (ValueError, OverflowError) as error:
        problem = f"{words!r} is no time; give 24h, 7d, or a date such as 2026-11-24"
        raise OptionError(field="since", message=problem) from error


def parse_day(words: str) -> dt.date:
    """The day that an ISO date names.

    >>> parse_day("2026-11-24")
    datetime.date(2026, 11, 24)

    Raises:
        OptionError: it is no date.
    """
    try:
        return dt.date.fromisoformat(words.strip())
    except ValueError as error:
        problem = f"{words!r} is no date; give one such as 2026-11-24"
        raise OptionError(field="date", message=problem) from error
