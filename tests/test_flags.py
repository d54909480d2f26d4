"""The flags of the options: one for each field, with the field's default."""

import dataclasses

import pytest
import typer

from summarizer import flags
from summarizer.options import Options

FIELDS = [field.name for field in dataclasses.fields(Options)]


def app(*left_out):
    """A command line that gives its options back, and the value of its own flag."""
    made = typer.Typer(add_completion=False)

    @made.command()
    @flags.with_options(*left_out)
    def command(path: flags.Output = None, *, options: Options):
        """Do something."""
        return options, path

    return made


def test_every_field_of_the_options_has_a_flag():
    assert list(flags.OF_OPTIONS) == FIELDS


def test_without_flags_the_options_are_the_default_ones():
    assert app()([], standalone_mode=False) == (Options(), None)


def test_a_flag_sets_its_field_and_no_other():
    words = ["--bullets", "2", "--style", "wire", "--from", "html", "--allow-private"]
    options, _ = app()(words, standalone_mode=False)
    assert options == Options(bullets=2, style="wire", kind="html", allow_private=True)


@pytest.mark.parametrize("field", FIELDS)
def test_a_field_that_is_left_out_has_no_flag(field):
    names = {param.name for param in typer.main.get_command(app(field)).params}
    assert names == {"path", *FIELDS} - {field}
