"""News articles to the few bullet points an editor would put on top."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.article import Article, Sentence, Span
    from summarizer.bullet import Bullet, Edit
    from summarizer.digest_making import digest
    from summarizer.digests import Digest, Entry
    from summarizer.edition import Edition
    from summarizer.errors import (
        CrashError,
        FetchError,
        MissingExtraError,
        NothingToSummarizeError,
        OptionError,
        ReadError,
        StyleError,
        SummarizerError,
        TemplateError,
        UsageError,
        WorkerError,
    )
    from summarizer.feeds import Feed, read_feed
    from summarizer.options import Options
    from summarizer.pipeline import summarize, summarize_many
    from summarizer.reading import read, read_url
    from summarizer.styles import Style
    from summarizer.summary import Summary

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Bullet",
    "CrashError",
    "Digest",
    "Edit",
    "Edition",
    "Entry",
    "Feed",
    "FetchError",
    "MissingExtraError",
    "NothingToSummarizeError",
    "OptionError",
    "Options",
    "ReadError",
    "Sentence",
    "Span",
    "Style",
    "StyleError",
    "SummarizerError",
    "Summary",
    "TemplateError",
    "UsageError",
    "WorkerError",
    "digest",
    "read",
    "read_feed",
    "read_url",
    "summarize",
    "summarize_many",
]

# Where the public names live. They are fetched when first asked for, so that
# ``--help`` and a program that only catches an error don't pay for the whole pipeline.
HOMES = {
    "article": ("Article", "Sentence", "Span"),
    "bullet": ("Bullet", "Edit"),
    "digest_making": ("digest",),
    "digests": ("Digest", "Entry"),
    "edition": ("Edition",),
    "errors": tuple(name for name in __all__ if name.endswith("Error")),
    "feeds": ("Feed", "read_feed"),
    "options": ("Options",),
    "pipeline": ("summarize", "summarize_many"),
    "reading": ("read", "read_url"),
    "styles": ("Style",),
    "summary": ("Summary",),
}

if not TYPE_CHECKING:  # a type checker reads the imports above

    def __getattr__(name: str) -> object:
        for home, names in HOMES.items():
            if name in names:
                value: object = getattr(import_module(f"{__name__}.{home}"), name)
                globals()[name] = value
                return value
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
