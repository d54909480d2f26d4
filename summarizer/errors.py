"""What can go wrong, in one tree; every message says what to do.

SummarizerError
├── UsageError            an option or a style that cannot be used
│   ├── OptionError
│   ├── StyleError
│   └── TemplateError
├── ReadError             a source that cannot be read
│   └── FetchError        a URL that cannot be fetched
├── NothingToSummarizeError
├── CrashError            an article that broke the program or its worker process
├── WorkerError           processes that cannot be started
└── MissingExtraError     an optional package is not installed
"""

from __future__ import annotations


class SummarizerError(Exception):
    """The base of every error this package raises on purpose."""

    def __reduce__(self) -> tuple[object, ...]:
        # An error travels between processes as its words and fields; pickle's own way
        # would call ``__init__`` with the finished message.
        return _restored, (type(self), self.args), self.__dict__


def _restored(kind: type[SummarizerError], args: tuple[object, ...]) -> SummarizerError:
    error = kind.__new__(kind)
    error.args = args
    return error


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


class TemplateError(UsageError):
    """A template of one's own that cannot be used; ``path`` names it."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"template {path}: {message}")
        self.path = path


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


class CrashError(SummarizerError):
    """An article that broke the program, or the process that worked on it."""

    def __init__(self, source: str | None, cause: str) -> None:
        where = source or "the article"
        super().__init__(f"{where}: {cause}; leave it out, and report it with its text")
        self.source = source


class WorkerError(SummarizerError):
    """The processes asked for cannot be started."""

    def __init__(self, cause: str) -> None:
        super().__init__(
            f"worker processes cannot be started ({cause}); use workers=1, or, in a "
            'script, call it under: if __name__ == "__main__"'
        )


class MissingExtraError(SummarizerError):
    """An optional package is not installed; ``extra`` brings it."""

    def __init__(self, package: str, extra: str) -> None:
        advice = f"run: pip install {package} (or the extra '{extra}')"
        super().__init__(f"{package} is not installed; {advice}")
        self.package = package
        self.extra = extra
