"""An evaluation as tables for a terminal, or as JSON for tools."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from summarizer import __version__
from summarizer.faults import FAULTS
from summarizer.rendering import MARK, counted, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from summarizer.evaluation import Evaluation, Row
    from summarizer.resampling import Difference, Interval

FIGURES = {"rouge1": "R1", "rouge2": "R2", "rouge_lsum": "RLsum"}
SHAPE = {
    "bullets": "bullets",
    "total_words": "words",
    "words": "words each",
    "characters": "characters",
    "shortened": "shortened",
    "attributed": "attributed",
    "quoted": "quoted",
    "digits": "digits",
    "empty": "empty",
}
PERCENT = ("shortened", "attributed", "quoted", "digits")
WHOLE = ("empty",)


def text(evaluation: Evaluation, *, worst: int = 0) -> str:
    """The tables, one below the other.

    ``worst`` is how many articles to print that the first system does worst on.
    """
    articles = counted(len(evaluation.examples), "article")
    parts = [
        f"{evaluation.corpus}: {articles}",
        _table("ROUGE F1, 95%", [_rouge_row(row) for row in evaluation.rows]),
        *_differences(evaluation),
        _table("Shape", _shape_rows(evaluation)),
        _table("Faults, % of bullets", _fault_rows(evaluation)),
    ]
    if worst:
        parts.append(_worst(evaluation, worst))
    return "\n\n".join(parts) + "\n"


def to_json(evaluation: Evaluation, *, worst: int = 0) -> str:
    """The same as one JSON object."""
    whole: dict[str, object] = {
        "schema": 1,
        "version": __version__,
        "corpus": evaluation.corpus,
        "articles": len(evaluation.examples),
        "skipped": [str(problem) for problem in evaluation.problems],
        "systems": {row.system: _figures(row) for row in evaluation.rows},
        "editors": _measures(evaluation.editors),
        "differences": {
            row.system: _gaps(evaluation, row) for row in evaluation.rows[1:]
        },
    }
    if worst:
        whole["worst"] = [_one(evaluation, i) for i in evaluation.worst(worst)]
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


# --- the tables -----------------------------------------------------------------------


def _table(title: str, rows: Sequence[Mapping[str, str]]) -> str:
    """Columns as wide as what they hold; the first value of a row is its name."""
    heads = [title, *list(rows[0])[1:]]
    cells = [heads, *(list(row.values()) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(
            [line[0].ljust(widths[0])]
            + [
                cell.rjust(width)
                for cell, width in zip(line[1:], widths[1:], strict=True)
            ]
        ).rstrip()
        for line in cells
    )


def _all(evaluation: Evaluation) -> tuple[Row, ...]:
    return (*evaluation.rows, evaluation.editors)


def _rouge_row(row: Row) -> dict[str, str]:
    found = row.rouge()
    return {"": row.system} | {
        head: _interval(found[name]) for name, head in FIGURES.items()
    }


def _interval(found: Interval) -> str:
    return f"{found.mean:.1f} ({found.low:.1f}-{found.high:.1f})"


def _shape_rows(evaluation: Evaluation) -> list[dict[str, str]]:
    shapes = {row.system: row.shape() for row in _all(evaluation)}
    return [
        {"": head}
        | {system: _cell(name, found[name]) for system, found in shapes.items()}
        for name, head in SHAPE.items()
    ]


def _cell(name: str, value: float) -> str:
    if name in WHOLE:
        return f"{value:.0f}"
    return f"{value:.0f}%" if name in PERCENT else f"{value:.1f}"


def _fault_rows(evaluation: Evaluation) -> list[dict[str, str]]:
    rates = {row.system: row.faults() for row in _all(evaluation)}
    return [
        {"": name.replace("_", " ")}
        | {system: f"{found[name]:.1f}" for system, found in rates.items()}
        for name in (*FAULTS, "any")
    ]


def _differences(evaluation: Evaluation) -> Iterator[str]:
    """How far the first system is above each other one, and on how many articles."""
    first, *others = evaluation.rows
    if others:
        rows = [_difference_row(other.system, first.less(other)) for other in others]
        yield _table(f"{first.system} less ...", rows)


def _difference_row(name: str, found: Mapping[str, Difference]) -> dict[str, str]:
    gaps = {head: _gap(found[figure].gap) for figure, head in FIGURES.items()}
    one = found["rouge1"]
    shares = {"R1 won": f"{100 * one.won:.0f}%", "equal": f"{100 * one.tied:.0f}%"}
    return {"": name, **gaps, **shares}


def _gap(found: Interval) -> str:
    return f"{found.mean:+.1f} ({found.low:+.1f} to {found.high:+.1f})"


def _worst(evaluation: Evaluation, count: int) -> str:
    found = evaluation.worst(count)
    head = f"The {len(found)} lowest of {evaluation.rows[0].system}"
    return "\n".join([head, *(_article(evaluation, i) for i in found)])


def _article(evaluation: Evaluation, index: int) -> str:
    example = evaluation.examples[index]
    ours = evaluation.rows[0].summaries[index]
    lines = [f"\n{one_line(example.name)}  {ours.score.mean:.1f}", "  editors"]
    lines += [f"    {MARK} {one_line(line)}" for line in example.references[0]]
    lines.append(f"  {evaluation.rows[0].system}")
    for line, faults in zip(ours.lines, ours.faults, strict=True):
        named = f"  [{', '.join(faults).replace('_', ' ')}]" if faults else ""
        lines.append(f"    {MARK} {one_line(line)}{named}")
    return "\n".join(lines)


# --- JSON -----------------------------------------------------------------------------


def _figures(row: Row) -> dict[str, object]:
    rouge = {name: _ends(found) for name, found in row.rouge().items()}
    return {**rouge, **_measures(row)}


def _measures(row: Row) -> dict[str, object]:
    return {"shape": _rounded(row.shape()), "faults": _rounded(row.faults())}


def _ends(found: Interval) -> dict[str, float]:
    return _rounded({"mean": found.mean, "low": found.low, "high": found.high})


def _gaps(evaluation: Evaluation, other: Row) -> dict[str, object]:
    return {
        name: {**_ends(found.gap), **_rounded({"won": found.won, "tied": found.tied})}
        for name, found in evaluation.rows[0].less(other).items()
    }


def _rounded(found: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 2) for name, value in found.items()}


def _one(evaluation: Evaluation, index: int) -> dict[str, object]:
    ours = evaluation.rows[0].summaries[index]
    return {
        "name": evaluation.examples[index].name,
        "score": round(ours.score.mean, 2),
        "references": evaluation.examples[index].references,
        "bullets": [
            {"text": line, "faults": faults}
            for line, faults in zip(ours.lines, ours.faults, strict=True)
        ],
    }
