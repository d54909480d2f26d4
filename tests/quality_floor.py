"""The floor under the quality of the bullets of ``corpora/``: measured, kept, renewed.

    python -m tests.quality_floor                 # what is measured beside the floor
    python -m tests.quality_floor --raise         # raise it where it is better
    python -m tests.quality_floor --lower REASON  # lower it where it is worse

A floor is a little below what was measured, so that a change that does neither good nor
harm passes. It never goes down unless somebody says why.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tomllib
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.baselines import System, clean_lead, systems
from summarizer.evaluation import evaluate
from summarizer.options import Options

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.evaluation import Row

    Figures = Mapping[str, Mapping[str, float]]

CORPORA = Path(__file__).parent.parent / "corpora"
FILE = Path(__file__).parent / "quality-floor.toml"
STYLES = ("lead", "cnn", "wire")
FIRST = System("first", clean_lead, limit=0)

MORE_IS_BETTER = ("rouge1", "rouge2", "rouge_lsum", "above_first")
"""Of all other figures, less is better."""
SLACK = {
    **dict.fromkeys(MORE_IS_BETTER, 0.5),
    "words": 1.0,
    **dict.fromkeys(
        ("half_quotation", "altered_quotation", "new_number", "new_word"), 0.0
    ),
}
ONE_BULLET = 1.2
"""The slack of other faults, in points: one bullet of some 90 of the corpora."""

HEAD = """\
# What the bullets of corpora/ must reach: ROUGE F1 and its lead over the first three
# sentences at least, words an article and the percentages of bullets with a fault at
# most. Written by: python -m tests.quality_floor --raise (or --lower REASON)
"""
HOW_TO_LOWER = "if that is meant to be: python -m tests.quality_floor --lower REASON"


@dataclass(frozen=True, slots=True)
class Floor:
    """What is pinned, for which articles, and why it was ever lowered."""

    corpora: str
    """The digest of the articles."""
    figures: Figures
    """For each style its figures, each the least or the most that passes."""
    lowered: tuple[Mapping[str, str], ...] = ()


# --- measuring ------------------------------------------------------------------------


def measure(corpora: Path = CORPORA) -> Figures:
    """The figures of each style on the articles of a folder."""
    ours = [systems(Options(style=style))[0] for style in STYLES]
    found = evaluate(corpora, systems=[*ours, FIRST])
    first = found.row(FIRST.name).rouge()["rouge1"].mean
    return {style: _figures(found.row(style), first) for style in STYLES}


def _figures(row: Row, first: float) -> Mapping[str, float]:
    rouge = {name: interval.mean for name, interval in row.rouge().items()}
    faults = {name: rate for name, rate in row.faults().items() if name != "any"}
    above = {"above_first": rouge["rouge1"] - first}
    return {**rouge, **above, "words": row.shape()["total_words"], **faults}


def digest(corpora: Path = CORPORA) -> str:
    """The digest of the names and bytes of the articles, whatever ends their lines."""
    found = sha256()
    for path in sorted(corpora.glob("*.txt")):
        data = path.read_bytes().replace(b"\r\n", b"\n")
        found.update(f"{path.name}\0{len(data)}\0".encode() + data)
    return f"sha256:{found.hexdigest()}"


# --- comparing ------------------------------------------------------------------------


def problems(floor: Floor, measured: Figures, articles: str) -> list[str]:
    """What is wrong, a line each; nothing where the floor holds.

    ``articles`` is the digest of the articles that were measured.
    """
    if floor.corpora != articles:
        return [
            "corpora/ is not what the floor was set on: look at the figures "
            "(python -m tests.quality_floor), then set it anew by --lower REASON"
        ]
    return [
        f"{style} {name}: {value:.2f} is {miss:.2f} {_side(name)} of {least:.1f}"
        for style, name, value, least in _pairs(floor, measured)
        if (miss := _miss(name, value, least)) > 0
    ]


def _side(name: str) -> str:
    return "below the floor" if name in MORE_IS_BETTER else "above the ceiling"


def _miss(name: str, value: float, pinned: float) -> float:
    """How far a figure falls short of what is pinned; negative where it is better."""
    return pinned - value if name in MORE_IS_BETTER else value - pinned


def _pairs(floor: Floor, measured: Figures) -> Iterator[tuple[str, str, float, float]]:
    for style, figures in measured.items():
        for name, value in figures.items():
            worst = -math.inf if name in MORE_IS_BETTER else math.inf
            yield style, name, value, floor.figures.get(style, {}).get(name, worst)


# --- renewing -------------------------------------------------------------------------


def raised(floor: Floor, measured: Figures) -> Floor:
    """The floor with every figure that is better than it needs to be set anew."""
    changed: dict[str, dict[str, float]] = {}
    for style, name, value, pinned in _pairs(floor, measured):
        new = _pinned(name, value)
        better = _miss(name, new, pinned) < 0
        changed.setdefault(style, {})[name] = new if better else pinned
    return replace(floor, figures=changed)


def lowered(floor: Floor, measured: Figures, articles: str, reason: str) -> Floor:
    """The floor with every figure that it refuses set anew, and why on record.

    For other articles than before all figures are set anew.
    """
    anew = floor.corpora != articles
    changed: dict[str, dict[str, float]] = {}
    moved: list[str] = []
    for style, name, value, pinned in _pairs(floor, measured):
        miss = anew or _miss(name, value, pinned) > 0
        changed.setdefault(style, {})[name] = _pinned(name, value) if miss else pinned
        if miss and not anew:
            moved.append(f"{style} {name} {pinned} to {changed[style][name]}")
    entry = {"reason": reason, "figures": "; ".join(moved) or "all, on other articles"}
    return Floor(articles, changed, (*floor.lowered, entry))


def _pinned(name: str, value: float) -> float:
    """A figure with its slack, rounded away from what was measured."""
    slack = SLACK.get(name, ONE_BULLET)
    if name in MORE_IS_BETTER:
        return math.floor(10 * (value - slack)) / 10
    return math.ceil(10 * (value + slack)) / 10 if value + slack else 0.0


# --- the file and the command ---------------------------------------------------------


def load(path: Path = FILE) -> Floor:
    """The floor that the file holds."""
    whole = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floor(whole["corpora"], whole["figures"], tuple(whole.get("lowered", ())))


def save(floor: Floor, path: Path = FILE) -> None:
    """Write the floor to the file."""
    lines = [HEAD, f"corpora = {json.dumps(floor.corpora)}"]
    for style, figures in floor.figures.items():
        lines.append(f"\n[figures.{style}]")
        lines += [f"{name} = {value}" for name, value in figures.items()]
    for entry in floor.lowered:
        lines.append("\n[[lowered]]")
        lines += [f"{key} = {json.dumps(value)}" for key, value in entry.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(words: Sequence[str], *, corpora: Path = CORPORA, path: Path = FILE) -> int:
    """Run the command; 1 where the floor does not hold."""
    wanted = _arguments(words)
    floor = load(path) if path.exists() else Floor(digest(corpora), {})
    measured, articles = measure(corpora), digest(corpora)
    if wanted.lower is not None:
        floor = lowered(floor, measured, articles, wanted.lower)
        save(floor, path)
    for style, name, value, pinned in _pairs(floor, measured):
        print(f"{style:5} {name:18} {value:7.2f}  {pinned:6.1f}")
    wrong = problems(floor, measured, articles)
    if wrong:
        print("", *wrong, HOW_TO_LOWER, sep="\n", file=sys.stderr)
        return 1
    if wanted.higher:
        save(raised(floor, measured), path)
    return 0


def _arguments(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.quality_floor")
    either = parser.add_mutually_exclusive_group()
    either.add_argument(
        "--raise", dest="higher", action="store_true", help="raise what is better"
    )
    either.add_argument(
        "--lower", metavar="REASON", type=_reason, help="lower what is worse"
    )
    return parser.parse_args(words)


def _reason(text: str) -> str:
    if not text.strip():
        message = "say why, so that the next reader knows"
        raise argparse.ArgumentTypeError(message)
    return text.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
