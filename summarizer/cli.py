"""The command line: flags -> Options -> summarize -> render -> print."""

import gc
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from summarizer import flags, output
from summarizer.commands import NAMES, SETTINGS, Code, commands, complain
from summarizer.errors import (
    CrashError,
    OptionError,
    ReadError,
    SummarizerError,
    UsageError,
)
from summarizer.options import Options
from summarizer.rendering import RENDERERS, explanation, several

if TYPE_CHECKING:
    from summarizer.article import Article
    from summarizer.rendering import Format
    from summarizer.summary import Summary


EPILOG = """\b
More commands, each with its own --help:
  styles [NAME]    list the styles, print the file of one, or learn one
  evaluate CORPUS  score summaries against reference bullets
  batch INPUT      summarize JSON Lines or a folder, in several processes
  digest SOURCE    make one document of feeds and articles
  templates [NAME] list the templates of a digest, or print one
  feed-filter      put bullets into a feed, from standard input to output
A file that has the name of a command is given as ./styles.

\b
Exit codes:
    0  done
    1  nothing to summarize, or an article that cannot be read
    2  an option or a style that cannot be used
    3  some rows of a batch failed
  130  interrupted"""

app = typer.Typer(**SETTINGS, context_settings=NAMES)  # type: ignore[arg-type]

# The base of all errors about flags. typer, which has moved it about between versions,
# exports only this grandchild; what matters here is that both can ``format_message``.
FlagError: type[typer.BadParameter] = typer.BadParameter.__mro__[2]


def main() -> None:
    """Run the command line and exit."""
    code = run(sys.argv[1:])
    # Python would look for garbage once more, which takes a seventh of a short run.
    gc.freeze()
    sys.exit(code)


def run(words: Sequence[str]) -> int:
    """The exit code of one run; the first word may name a command."""
    _open_what_is_closed()
    _use_utf8()
    names = [command.name for command in commands.registered_commands]
    chosen = commands if words[:1] and words[0] in names else app
    try:
        result = chosen(list(words), prog_name="summarizer", standalone_mode=False)
    except SummarizerError as error:
        return complain(str(error), _code_of(error))
    except FlagError as error:
        problem = error.format_message().rstrip(".")
        return complain(f"{problem}; see: summarizer --help", Code.USAGE)
    except (KeyboardInterrupt, typer.Abort):
        return Code.INTERRUPTED
    except OSError as error:  # of the help and the version, which typer prints itself
        output.give_up_printing()
        return complain(f"cannot go on ({error.strerror or error})", Code.USAGE)
    return int(result or Code.DONE)


@app.command(epilog=EPILOG)
@flags.with_options()
def summarize(  # noqa: PLR0913 - a flag each
    context: typer.Context,
    articles: flags.Articles = None,
    *,
    options: Options,
    form: flags.Format = "text",
    output_path: flags.Output = None,
    explain: flags.Explain = False,
    report_path: flags.Report = None,
    version: flags.Version = False,  # noqa: ARG001
) -> int:
    """Turn news articles into the few bullet points an editor would put on top."""
    sources = articles or _piped(context)
    _check(sources, options, form=form, explain=explain)
    output.check_apart(report_path, output_path)
    return _publish(
        sources,
        options,
        form=form,
        explain=explain,
        path=output_path,
        report_path=report_path,
    )


def _check(
    sources: Sequence[str], options: Options, *, form: "Format", explain: bool
) -> None:
    from summarizer import styles

    styles.load(options.style)  # a wrong one is told even where no article can be read
    if explain and form != "text":
        message = "goes with --format text; JSON holds the edits without it"
        raise OptionError(field="explain", message=message)
    if options.title and len(sources) > 1:
        message = "belongs to one article; name one ARTICLE at a time"
        raise OptionError(field="title", message=message)


def _publish(  # noqa: PLR0913 - what to print, how and where
    sources: Sequence[str],
    options: Options,
    *,
    form: "Format",
    explain: bool,
    path: Path | None,
    report_path: Path | None,
) -> Code:
    failures: list[SummarizerError] = []
    render = explanation if explain else RENDERERS[form]
    summaries = _summaries(sources, options, failures)
    reported: list[Summary] = []
    if report_path:
        summaries = _kept(summaries, reported)
    if len(sources) > 1:
        output.write(several(summaries, form, render), path)
    else:
        output.write(map(render, summaries), path)
    if report_path and reported:
        from summarizer import report

        output.write([report.page(reported)], report_path, field="report")
    return Code.NOTHING if failures else Code.DONE


def _kept(
    summaries: Iterable["Summary"], reported: list["Summary"]
) -> Iterator["Summary"]:
    """The summaries as they come; the report gets them all at the end."""
    for summary in summaries:
        reported.append(summary)
        yield summary


def _piped(context: typer.Context) -> list[str]:
    """Standard input as the only source; on a terminal, the help and exit code 2."""
    if sys.stdin.isatty():
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(Code.USAGE)
    return ["-"]


def _summaries(
    sources: Iterable[str], options: Options, failures: list[SummarizerError]
) -> Iterator["Summary"]:
    """The summaries that can be made; an article that cannot be one is a failure."""
    from summarizer.pipeline import summarize as pipeline

    for source in sources:
        try:
            summary = pipeline(_read(source, options), options)
        except UsageError:
            raise
        except Exception as error:  # whatever an article does, it does to no other
            failures.append(_failure(source, error))
            complain(str(failures[-1]), Code.NOTHING)
            continue
        for note in summary.notes:
            complain(f"{source}: {note}", Code.DONE)
        yield summary


def _failure(source: str, error: Exception) -> SummarizerError:
    if isinstance(error, SummarizerError):
        return error
    return CrashError(source, f"broke the program ({error!r})")


def _read(source: str, options: Options) -> "Article":
    from summarizer import links, reading
    from summarizer.decoding import MAX_BYTES

    kind, title, language = options.kind, options.title, options.language
    if links.is_web(source):
        return reading.read_url(
            source,
            allow_private=options.allow_private,
            kind=kind,
            title=title,
            language=language,
        )
    _refuse_no_file(source)
    piped = source == "-"
    content = sys.stdin.buffer.read(MAX_BYTES + 1) if piped else Path(source)
    return reading.read(content, kind=kind, title=title, language=language)


def _refuse_no_file(source: str) -> None:
    """Say what else a word may have been meant for that names no file."""
    if source == "-" or os.path.lexists(source):
        return
    if "://" in source:
        message = "only http and https addresses are fetched; give one, or a file"
        raise ReadError(source, message)
    from difflib import get_close_matches

    names = [str(command.name) for command in commands.registered_commands]
    meant = get_close_matches(source, names, n=1)
    if meant:
        message = f"no such file and no such command; did you mean {meant[0]}?"
        raise ReadError(source, message)


def _code_of(error: SummarizerError) -> Code:
    return Code.USAGE if isinstance(error, UsageError) else Code.NOTHING


def _open_what_is_closed() -> None:
    """Streams where the shell gave none (``<&-``, ``>&-``): nothing comes, none goes.

    They take the place of the closed ones, so that no file is opened there.
    """
    if sys.stdin is None:
        nothing = os.open(os.devnull, os.O_RDONLY)
        sys.stdin = os.fdopen(nothing, encoding="utf-8")
    if sys.stdout is None:
        # Nothing can be written to what is open for reading: an error, as it should be.
        only_read = os.open(os.devnull, os.O_RDONLY)
        sys.stdout = os.fdopen(only_read, "w", encoding="utf-8")


def _use_utf8() -> None:
    """Bullets hold curly quotes; they are UTF-8 even where the locale is plain C."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
