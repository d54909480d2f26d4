"""The README says what the program does, and its code runs."""

import json
import re
from pathlib import Path

import pytest
import typer

from summarizer import styles
from summarizer.cli import Code, app, commands, run

from .samples import SUMMARY

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)


def blocks(language):
    return [code for name, code in BLOCKS if name == language]


def flags():
    for parameter in typer.main.get_command(app).params:
        yield from (flag for flag in parameter.opts if flag.startswith("-"))


def setup_commands():
    return [
        line for code in blocks("sh") for line in code.splitlines() if "venv &&" in line
    ]


@pytest.mark.parametrize("flag", sorted(flags()))
def test_every_option_is_in_the_readme(flag):
    assert f"`{flag}`" in README


@pytest.mark.parametrize("command", commands.registered_commands, ids=lambda c: c.name)
def test_every_command_is_in_the_readme_and_in_the_help(command, capsys):
    run(["--help"])
    assert f"  {command.name} " in capsys.readouterr().out
    assert f"`summarizer {command.name}`" in README


@pytest.mark.parametrize("code", Code)
def test_every_exit_code_is_in_the_readme_and_in_the_help(code, capsys):
    run(["--help"])
    assert re.search(rf"^ +{code:d}  \w", capsys.readouterr().out, flags=re.MULTILINE)
    assert f"\n| {code:d} |" in README


@pytest.mark.parametrize("name", styles.names())
def test_the_table_of_styles_is_what_the_files_say(name):
    style = styles.load(name)
    row = f"| `{name}` | {style.description} | {style.words} | {style.max_words} |"
    assert row in README.splitlines()


def keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from keys(inner)


@pytest.mark.parametrize("key", sorted(set(keys(json.loads(SUMMARY.to_json())))))
def test_every_key_of_the_json_is_in_the_readme(key):
    section = README.split("### JSON")[1].split("\n## ")[0]
    assert f"`{key}`" in section


def test_the_python_in_the_readme_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    namespace = {}
    for code in blocks("python"):
        exec(compile(code, "README.md", "exec"), namespace)
    assert '<ul class="summarizer">' in capsys.readouterr().out


@pytest.mark.parametrize("session", blocks("console"))
def test_a_session_in_the_readme_prints_what_stands_there(session, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    command, _, expected = session.removeprefix("$ summarizer ").partition("\n")
    assert run(command.split()) == Code.DONE
    assert capsys.readouterr().out == expected


def test_the_test_command_of_the_readme_is_what_the_checks_run():
    install, test = setup_commands()
    assert install.endswith(".txt")
    assert test.endswith("pytest")
    assert test in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_article_that_the_readme_summarizes_is_there():
    article = setup_commands()[0].split()[-1]
    assert (ROOT / article).is_file()
    assert f"$ summarizer {article}\n" in README
