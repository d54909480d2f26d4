"""The commands beside the main one: each reads flags, calls the library and prints."""

import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from summarizer import flags, output
from summarizer.edition import Edition
from summarizer.errors import OptionError
from summarizer.options import Options
from summarizer.rendering import one_line

if TYPE_CHECKING:
    from summarizer.styles import Style

T = TypeVar("T")
DEFAULTS = Options()
ISSUE = Edition()


class Code(IntEnum):
    """What the process exits with."""

    DONE = 0
    NOTHING = 1
    USAGE = 2
    SOME_FAILED = 3
    INTERRUPTED = 130


SETTINGS = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}
NAMES = {"help_option_names": ["--help", "-h"]}
commands = typer.Typer(**SETTINGS, context_settings=NAMES)  # type: ignore[arg-type]


@commands.command("styles")
def list_styles(
    name: flags.StyleToPrint = None,
    past: flags.PastBullets = None,
    output_path: flags.Output = None,
) -> int:
    """List the styles, print the file of one, or learn one from bullets of the past."""
    from summarizer import styles

    if name == "learn":
        return _learn_style(past, output_path)
    if past:
        message = f"{past} goes with learn: summarizer styles learn {past}"
        raise OptionError(field="PAST", message=message)
    if name:
        output.write([styles.source(name)], output_path)
        return Code.DONE
    output.write(map(_entry, map(styles.load, styles.names())), output_path)
    return Code.DONE


def _entry(style: "Style") -> str:
    lines = "".join(f"  • {line}\n" for line in style.example)
    return f"{style.name}: {style.description}\n{lines}"


def _learn_style(past: Path | None, output_path: Path | None) -> Code:
    from summarizer.learning import learn

    if past is None:
        message = "is missing; give a JSON Lines file or a folder of bullets"
        raise OptionError(field="PAST", message=message)
    learned = learn(past)
    output.write([learned.toml], output_path)
    for note in learned.notes:
        complain(f"{past}: {note}", Code.DONE)
    return Code.DONE


@commands.command("evaluate")
def evaluate_corpus(  # noqa: PLR0913, PLR0917 - a flag each
    corpus: flags.Corpus,
    style: flags.StyleToScore = None,
    bullets: flags.Bullets = DEFAULTS.bullets,
    baselines: flags.Baselines = None,
    compared: flags.Compared = None,
    worst: flags.Worst = 0,
    form: flags.TableFormat = "text",
) -> int:
    """Score summaries and plain baselines against the bullets that editors wrote."""
    from summarizer import scoreboard
    from summarizer.baselines import systems
    from summarizer.evaluation import evaluate

    if compared and style:
        message = "--style and --compare both name what to score; give one of them"
        raise OptionError(field="style", message=message)
    first, against = compared or (style or str(DEFAULTS.style), None)
    options = Options(style=first, bullets=bullets)
    tried = systems(options, against=against, baselines=baselines or ())
    found = evaluate(corpus, systems=tried, watch=_watched)
    for problem in found.problems:
        complain(str(problem), Code.NOTHING)
    render = scoreboard.to_json if form == "json" else scoreboard.text
    output.write([render(found, worst=worst)], None)
    return Code.NOTHING if found.problems else Code.DONE


@commands.command("batch")
@flags.with_options("title", "allow_private")
def run_batch(
    rows: flags.Rows,
    target: flags.BatchOutput = None,
    *,
    workers: flags.Workers = 1,
    resume: flags.Resume = False,
    options: Options,
) -> int:
    """Summarize many articles into a file of JSON lines that can be gone on with."""
    from summarizer import batch, progress

    tally = batch.run(
        sys.stdin.buffer if rows == "-" else Path(rows),
        target,
        options,
        workers=workers,
        resume=resume,
        watch=progress.bar if target or not sys.stdout.isatty() else None,
    )
    if not tally.failed:
        return Code.DONE
    failed = f"{tally.failed} of {tally.rows} rows failed, and each says why"
    return complain(f"{failed}; the first, {tally.first}", Code.SOME_FAILED)


@commands.command("feed-filter")
@flags.with_options("title", "kind", "allow_private")
def filter_feed(options: Options) -> int:
    """Put bullets in front of each story of a feed; standard input to output."""
    if sys.stdin.isatty():
        return complain("give a feed: summarizer feed-filter < feed.xml", Code.USAGE)
    from summarizer.feed_filter import pass_on

    filtered = pass_on(sys.stdin.buffer, options)
    output.write_bytes(filtered.pieces)
    for note in filtered.notes:
        complain(note, Code.DONE)
    return Code.NOTHING if filtered.problem else Code.DONE


@commands.command("digest")
@flags.with_options("title", "kind")
def make_digest(  # noqa: PLR0913 - a flag each
    names: flags.Sources = None,
    *,
    heading: flags.Heading = ISSUE.title,
    day: flags.Day = None,
    sort: flags.Sort = ISSUE.sort,
    limit: flags.Limit = ISSUE.limit,
    since: flags.Since = None,
    fetch: flags.Fetch = False,
    template: flags.Template = None,
    multipart: flags.Multipart = False,
    form: flags.Format = "text",
    output_path: flags.Output = None,
    report_path: flags.Report = None,
    workers: flags.Workers = ISSUE.workers,
    options: Options,
) -> int:
    """Make one document of feeds and articles: each story once, with its bullets."""
    from summarizer import newsletter

    if not names and sys.stdin.isatty():
        message = "name at least one feed or article; see: summarizer digest --help"
        return complain(message, Code.USAGE)
    output.check_apart(report_path, output_path)
    order = newsletter.Order(
        title=heading,
        day=day,
        sort=sort,
        limit=limit,
        since=since,
        fetch=fetch,
        workers=workers,
        template=template,
        multipart=multipart,
        form=form,
    )
    pieces = newsletter.publish(
        names or ["-"],
        order,
        options,
        piped=sys.stdin.buffer,
        tell=lambda line: complain(line, Code.NOTHING),
    )
    output.write(filter(None, [pieces.document]), output_path)
    if report_path and pieces.document:
        output.write([pieces.report()], report_path, field="report")
    return Code.NOTHING if pieces.failed or not pieces.document else Code.DONE


@commands.command("templates")
def list_templates(name: flags.TemplateToPrint = None) -> int:
    """List the templates of a digest, or print one to start your own from."""
    from summarizer import templating

    lines = [templating.source(name)] if name else [f"{n}\n" for n in templating.OURS]
    output.write(lines, None)
    return Code.DONE


def _watched(examples: Sequence[T]) -> Iterable[T]:
    """The examples, behind a progress bar if there is a terminal to show it."""
    if not sys.stderr.isatty():
        yield from examples
        return
    with typer.progressbar(examples, label="Evaluating", file=sys.stderr) as bar:
        yield from bar


def complain(message: str, code: Code) -> Code:
    """One line on standard error; gives the code back."""
    typer.echo(f"summarizer: {one_line(message)}", err=True)
    return code
