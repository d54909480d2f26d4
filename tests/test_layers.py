"""Who may import whom: a stage knows the values and its own parts, no other stage."""

import ast
from functools import cache
from pathlib import Path

import pytest

import summarizer

PACKAGE = Path(summarizer.__file__).parent
MODULES = sorted(path.stem for path in PACKAGE.glob("*.py"))

# furniture is not among them: what a line of no news looks like is said there once, for
# reading and for whoever looks at sentences later.
STAGES = {
    "reading",
    "sentences",
    "tagging",
    "ranking",
    "cast",
    "statements",
    "trimming",
    "mentions",
    "drafting",
    "faithfulness",
    "proof",
    "choosing",
    "rendering",
}

ONLY_KNOWN_TO = {
    "charset_normalizer": ["decoding"],
    "css_inline": ["templating"],
    "feedparser": ["feeds"],
    "jinja2": ["templating"],
    "markdown_it": ["pages"],
    "markupsafe": ["templating"],
    "nltk": ["nltk_loader"],
    "rouge_score": ["rouge"],
    "sumy": ["sumy_rankers"],
    "tqdm": ["progress"],
    "trafilatura": ["pages"],
    "typer": ["cli", "commands", "flags"],
}

VALUES = ("article", "bullet", "discourse", "errors")

# What is built around the pipeline, each with the others that it may know.
AROUND = {
    "batch": {"answers", "batch", "output", "progress", "rows"},
    "digest": {
        *("digest_making", "digest_order", "digest_pages", "digests", "edition"),
        *("newsletter", "opml", "same_story", "sources"),
    },
    "evaluation": {
        *("baselines", "evaluation", "examples", "faults", "losses", "originals"),
        *("resampling", "rouge", "scoreboard", "shape"),
    },
    "feed filter": {"feed_filter", "feed_places", "feed_walk"},
    "feeds": {
        *("content", "feed_entries", "feed_guard", "feed_notes", "feeds"),
        *("item_texts", "items", "links", "markup"),
    },
    "lines": {"jsonl"},
    "learning": {"habits", "learning", "past_bullets"},
    "report": {"edit_marks", "report", "stories"},
    "templates": {"templating"},
}
MAY_KNOW = {
    "batch": {"lines"},
    "evaluation": {"lines"},
    "learning": {"lines"},
    "digest": {"batch", "feeds", "report", "templates"},
    "feed filter": {"feeds"},
    "report": {"feeds", "templates"},
}
COMMAND_LINE = {"__main__", "cli", "commands", "flags"}


@cache
def imports(module):
    """Every module that this one imports, at its top or inside a function."""
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
    return tuple(_imported(tree))


def _imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(module):
    names = [name.split(".") for name in imports(module)]
    own = {name[1] for name in names if name[0] == "summarizer" and len(name) > 1}
    return own & set(MODULES)


def reached_from(module):
    seen, waiting = set(), [module]
    while waiting:
        for name in own_imports(waiting.pop()):
            if name not in seen:
                seen.add(name)
                waiting.append(name)
    return seen


@pytest.mark.parametrize("stage", sorted(STAGES & set(MODULES)))
def test_a_stage_reaches_no_other_stage(stage):
    assert reached_from(stage) & (STAGES - {stage}) == set()


@pytest.mark.parametrize("value", VALUES)
def test_a_value_knows_only_values(value):
    assert reached_from(value) <= set(VALUES)


def test_every_module_is_the_pipelines_or_of_one_family_around_it():
    around = [module for family in AROUND.values() for module in family]
    pipeline = {"__init__", "pipeline", *reached_from("pipeline")}
    assert sorted([*around, *pipeline, *COMMAND_LINE]) == sorted(MODULES)


@pytest.mark.parametrize("family", sorted(AROUND))
def test_a_family_around_the_pipeline_knows_few_others(family):
    known = set().union(*(own_imports(module) for module in AROUND[family]))
    others = {
        name for name, modules in AROUND.items() if modules & known and name != family
    }
    assert others <= MAY_KNOW.get(family, set())
    assert not known & COMMAND_LINE


@pytest.mark.parametrize("package", sorted(ONLY_KNOWN_TO))
def test_few_modules_know_a_third_party_package(package):
    knowing = [
        module
        for module in MODULES
        if any(name.split(".")[0] == package for name in imports(module))
    ]
    assert set(knowing) <= set(ONLY_KNOWN_TO[package])
