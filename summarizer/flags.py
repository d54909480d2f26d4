"""The flags of the command line: what each is called and what its help says.

Defaults are not among them; those are in ``Options``.
"""

import inspect
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal, TypeAlias

import typer

from summarizer import __version__, edition, options, rendering

Command: TypeAlias = Callable[..., int]


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it so
    if wanted:
        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


Articles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ARTICLE",
        help="Files, URLs, or - for standard input; none is needed when it is piped.",
        show_default=False,
    ),
]
Bullets = Annotated[
    int | None, typer.Option("--bullets", "-n", help="How many bullets.")
]
MaxWords = Annotated[int | None, typer.Option(help="The most words of a bullet.")]
MaxChars = Annotated[int | None, typer.Option(help="The most characters of a bullet.")]
TotalWords = Annotated[int | None, typer.Option(help="The most words of all bullets.")]
Length = Annotated[
    options.Length | None, typer.Option("--length", help="Fewer and shorter, or more.")
]
Style = Annotated[
    str, typer.Option("--style", "-s", help="A style's name, or a TOML file.")
]
Format = Annotated[
    rendering.Format, typer.Option("--format", "-f", help="What to print.")
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file.")
]
Explain = Annotated[
    bool, typer.Option("--explain", help="Show source, score and edits of each bullet.")
]
Report = Annotated[
    Path | None, typer.Option("--report", help="Also write a page to look at.")
]
Title = Annotated[str | None, typer.Option(help="The article's title.")]
Focus = Annotated[str | None, typer.Option(help="Words the choice should lean to.")]
Language = Annotated[str, typer.Option(help="The article's language, two letters.")]
Ranker = Annotated[
    options.Ranker, typer.Option("--ranker", help="What ranks the sentences.")
]
From = Annotated[options.Kind, typer.Option("--from", help="What the article is.")]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Let URLs lead to private addresses.")
]
Version = Annotated[
    bool,
    typer.Option(
        "--version", help="Print the version.", callback=_version, is_eager=True
    ),
]
StyleToPrint = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME", help="Print the file of this style; or the word learn."
    ),
]
PastBullets = Annotated[
    Path | None,
    typer.Argument(
        metavar="PAST",
        help="With learn: a JSON Lines file or a folder of bullets to learn from.",
    ),
]

Corpus = Annotated[
    Path,
    typer.Argument(
        metavar="CORPUS",
        help="A JSON Lines file with article and highlights on each line, or a folder "
        "of articles with lead bullets or of .story files.",
    ),
]
StyleToScore = Annotated[
    str | None, typer.Option("--style", "-s", help="The style to score; else lead.")
]
Baselines = Annotated[
    list[str] | None,
    typer.Option(
        "--baseline", metavar="RANKER", help="One of sumy's rankers to score as well."
    ),
]
Compared = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--compare", metavar="STYLE STYLE", help="Score two styles, article by article."
    ),
]
Worst = Annotated[
    int, typer.Option("--worst", min=0, help="Print so many of the lowest articles.")
]
TableFormat = Annotated[
    Literal["text", "json"], typer.Option("--format", "-f", help="What to print.")
]
Rows = Annotated[
    str,
    typer.Argument(
        metavar="INPUT",
        help="A JSON Lines file with text, article or html on each line, a folder of "
        "articles, or - for such lines on standard input.",
    ),
]
BatchOutput = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help="Write to this file, a line of JSON for each article."
    ),
]
Workers = Annotated[int, typer.Option("--workers", "-w", help="How many processes.")]
Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SOURCE",
        help="Feeds, lists of feeds (OPML), articles, folders, JSON Lines; as files, "
        "URLs, or - for standard input.",
        show_default=False,
    ),
]
Heading = Annotated[str, typer.Option("--title", help="The heading of the digest.")]
Day = Annotated[
    str | None, typer.Option("--date", help="The day it bears, as 2026-11-24.")
]
Sort = Annotated[
    edition.Sort, typer.Option("--sort", help="What comes first in the digest.")
]
Limit = Annotated[int | None, typer.Option("--limit", help="The most entries.")]
Since = Annotated[
    str | None,
    typer.Option("--since", help="Leave out what is older: 24h, 7d, or a date."),
]
Fetch = Annotated[
    bool, typer.Option("--fetch", help="Read the pages that short items point to.")
]
Template = Annotated[
    Path | None, typer.Option("--template", help="A Jinja2 template of your own.")
]
Multipart = Annotated[
    bool, typer.Option("--multipart", help="A mail (.eml) with text and HTML.")
]
TemplateToPrint = Annotated[
    str | None, typer.Argument(metavar="NAME", help="Print this template.")
]
Resume = Annotated[
    bool,
    typer.Option("--resume", help="Keep what --output holds, and go on."),
]

OF_OPTIONS = MappingProxyType(
    {
        "bullets": Bullets,
        "max_words": MaxWords,
        "max_chars": MaxChars,
        "total_words": TotalWords,
        "length": Length,
        "style": Style,
        "title": Title,
        "focus": Focus,
        "language": Language,
        "ranker": Ranker,
        "kind": From,
        "allow_private": AllowPrivate,
    }
)
"""The flag of each field of ``Options``."""


def with_options(*left_out: str) -> Callable[[Command], Command]:
    """A command whose parameter ``options`` is filled from flags, one for each field.

    Fields that are ``left_out`` have no flag and keep their defaults.
    """
    names = [name for name in OF_OPTIONS if name not in left_out]

    def decorate(command: Command) -> Command:
        @wraps(command)
        def flagged(**given: object) -> int:
            fields = {name: given.pop(name) for name in names}
            return command(**given, options=options.Options(**fields))  # type: ignore[arg-type]

        # typer makes the flags of what the signature says.
        flagged.__signature__ = _flagged(command, names)  # type: ignore[attr-defined]
        return flagged

    return decorate


def _flagged(command: Command, names: list[str]) -> inspect.Signature:
    """The command's signature with flags in the place of ``options``."""
    defaults = options.Options()
    found: list[inspect.Parameter] = []
    for parameter in inspect.signature(command).parameters.values():
        if parameter.name != "options":
            found.append(parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY))
            continue
        found.extend(
            inspect.Parameter(
                name,
                inspect.Parameter.KEYWORD_ONLY,
                default=getattr(defaults, name),
                annotation=OF_OPTIONS[name],
            )
            for name in names
        )
    return inspect.Signature(found, return_annotation=int)
