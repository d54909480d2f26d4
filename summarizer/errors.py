"""What can go wrong, in one tree; every message says what to do.

SummarizerError
├── UsageError            an option or a style that cannot be used
│   ├── OptionError
│   └── StyleError
├── ReadError             a source that cannot be read
│   └── FetchError        a URL that cannot be fetched
├── NothingToSummarizeError
└── MissingExtraError     an optional package is not installed
"""

from __future__ import annotations


class SummarizerError(Exception):
    """The base of every error this package raises on purpose."""


class UsageError(SummarizerError):
    """An option, style or template that cannot be used as it is."""


class OptionError(UsageError):
    """An option outside its range; ``field`` names it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")
        self.field = field


class StyleError(UsageError):
    """A style file that does not hold together; ``path`` and ``key`` say where."""

    def __init__(self, path: str, key: str, message: str) -> None:
        super().__init__(f"style {path}, {key}: {message}")
        self.path = path
        self.key = key


class ReadError(SummarizerError):
    """A source that cannot be read as an article; ``source`` names it."""

    def __init__(self, source: str, message: str) -> None:
        super().__init__(f"{source}: {message}")
        self.source = source


class FetchError(ReadError):
    """A URL that could not, or must not, be fetched."""


class NothingToSummarizeError(SummarizerError):
    """An article without a sentence that can stand as a bullet.

    ``limited`` says that sentences were there and none fitted the limits asked for.
    """

    def __init__(self, source: str | None = None, *, limited: bool = False) -> None:
        where = source or "the article"
        if limited:
            advice = "no sentence fits the limits; allow more words or characters"
        else:
            advice = (
                "nothing to summarize; give an article with at least one whole sentence"
            )
        super().__init__(f"{where}: {advice}")
        self.source = source
        self.limited = limited


class MissingExtraError(SummarizerError):
    """An optional package is not installed; ``extra`` brings it."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(
            f"{package} is not installed; run: pip install 'summarizer[{extra}]'"
        )
        self.package = package
        self.extra = extra
