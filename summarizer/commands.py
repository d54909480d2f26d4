"""The commands beside the main one: each reads flags, calls the library and prints."""

from enum import IntEnum

import typer

from summarizer import flags, output
from summarizer.rendering import one_line


class Code(IntEnum):
    """What the process exits with."""

    DONE = 0
    NOTHING = 1
    USAGE = 2
    INTERRUPTED = 130


SETTINGS = {
    "add_completion": False,
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}
NAMES = {"help_option_names": ["--help", "-h"]}
commands = typer.Typer(**SETTINGS, context_settings=NAMES)  # type: ignore[arg-type]


@commands.command("styles")
def list_styles(name: flags.StyleToPrint = None) -> int:
    """List the styles with an example each, or print the file of one."""
    from summarizer import styles

    if name:
        output.write([styles.source(name)], None)
        return Code.DONE
    for style in map(styles.load, styles.names()):
        lines = "".join(f"  • {line}\n" for line in style.example)
        output.write([f"{style.name}: {style.description}\n{lines}"], None)
    return Code.DONE


@commands.command("evaluate")
def evaluate_corpus(corpus: flags.Corpus, form: flags.TableFormat = "text") -> int:
    """Score summaries and plain baselines against the bullets that editors wrote."""
    from summarizer.evaluation import evaluate

    table = evaluate(corpus)
    output.write([table.to_json() if form == "json" else table.to_text(), "\n"], None)
    return Code.DONE


def complain(message: str, code: Code) -> Code:
    """One line on standard error; gives the code back."""
    typer.echo(f"summarizer: {one_line(message)}", err=True)
    return code
