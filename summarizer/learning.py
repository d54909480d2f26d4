"""A style file from a newsletter's own bullets, with the evidence beside every line.

``habits.py`` counts; here the counts become decisions, and the decisions a file that
``--style`` takes.
"""

from __future__ import annotations

import json
import tomllib
from dataclasses import dataclass
from textwrap import fill
from typing import TYPE_CHECKING

from summarizer import __version__, past_bullets, style_values, styles
from summarizer.errors import ReadError
from summarizer.habits import Habits, measure
from summarizer.rendering import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from summarizer.styles import Style

LEAST = 20
"""Bullets; fewer say more about their articles than about the house."""

LEAST_SAYINGS = 5
"""Attributions; where there are fewer, who says it stays as the article has it."""

UNDECIDED = (0.4, 0.6)
"""Shares between these are told as mixed, beside the decision for the larger half."""

OFTEN = 0.1
"""From this share on a house keeps its weekdays, or its ages; most print 4% and 6%."""

SELDOM = 0.02
"""Below this share a house doesn't quote."""

MODELS = {"front": "cnn", "end": "lead", "colon": "wire"}
"""The shipped style that each place of the attribution takes its templates from."""

IN_PLACE = ("quote-sentence", "quote-speaker", "verbatim-attribution", "bare")
QUOTING = frozenset({"quote-sentence", "quote-speaker", "name-verb-fragment"})


@dataclass(frozen=True, slots=True)
class Learned:
    """A style, the file that says it, and what its reader should know."""

    style: Style
    toml: str
    notes: tuple[str, ...]
    """What the bullets leave open: "bullets with and without a full stop are mixed"."""


def learn(source: str | Path) -> Learned:
    """The house style of past bullets, read from JSON Lines or a folder.

    Raises:
        ReadError: the source cannot be read, or holds too few bullets.
    """
    past = past_bullets.read(source)
    habits = measure(past.sets)
    if habits.bullets < LEAST:
        found = f"holds too few bullets ({habits.bullets})"
        problem = f"{found}; give at least {LEAST} to learn from"
        raise ReadError(str(source), problem)
    name = one_line(past.name)
    toml = "".join(f"{line}\n" for line in _lines(name, habits))
    style = styles.parse(tomllib.loads(toml), past.name)
    return Learned(style, toml, tuple(_notes(habits, past.left_out)))


# --- the decisions --------------------------------------------------------------------


def _place(habits: Habits) -> str:
    """Where most attributions stand, or "source" where there is no most."""
    known = {place: habits.places[place] for place in MODELS}
    total = sum(habits.places.values())
    best = max(known, key=lambda place: known[place])
    return best if total >= LEAST_SAYINGS and 2 * known[best] > total else "source"


def _tense(habits: Habits) -> str:
    present, past = _tenses(habits)
    enough = present + past >= LEAST_SAYINGS
    return "present" if enough and present > past else "source"


def _tenses(habits: Habits) -> tuple[int, int]:
    """How many reporting verbs stand in the present, and how many in the past."""
    return habits.tenses.get("present", 0), habits.tenses.get("past", 0)


def _templates(habits: Habits) -> tuple[str, ...]:
    place = _place(habits)
    found = styles.load(MODELS[place]).templates if place in MODELS else IN_PLACE
    if habits.quoting < SELDOM * habits.bullets:
        return tuple(name for name in found if name not in QUOTING)
    return found


def _trims(habits: Habits) -> tuple[str, ...]:
    kept = {
        "weekday": habits.weekdays >= OFTEN * habits.bullets,
        "age": habits.ages >= OFTEN * habits.bullets,
    }
    return tuple(name for name in styles.load("lead").trims if not kept.get(name))


def _quantile(values: Sequence[int], share: float) -> int:
    """The value that ``share`` of the sorted values do not pass."""
    return values[min(len(values) - 1, max(0, round(share * len(values)) - 1))]


# --- the file -------------------------------------------------------------------------


def _lines(name: str, habits: Habits) -> Iterator[str]:
    yield _comment(
        f"Learned by summarizer {__version__} from {name}: {habits.bullets} bullets in "
        f"{len(habits.sizes)} sets. Change what you know better."
    )
    yield f"\ndescription = {_text(_description(name, habits))}\n"
    yield from _length_lines(habits)
    stops = _share(habits.stops, habits.stops + habits.open_ends)
    yield _comment(
        f"Of the bullets without ? or ! at the end {stops} have a full stop."
    )
    yield f"period = {'true' if habits.stops > habits.open_ends else 'false'}\n"
    yield from _saying_lines(habits)
    weekdays, ages = _share_of(habits.weekdays, habits), _share_of(habits.ages, habits)
    yield _comment(
        f"{weekdays} of the bullets name a weekday and {ages} an age; what is common "
        "is not cut."
    )
    yield f"trims = {_list(_trims(habits))}"


def _length_lines(habits: Habits) -> Iterator[str]:
    sizes, lengths = habits.sizes, habits.lengths
    yield _comment(
        f"Bullets in a set: {_quantile(sizes, 0.5)} in the middle, {sizes[0]} to "
        f"{sizes[-1]} in all; four of five sets lie within these."
    )
    ends = [
        min(_quantile(sizes, share), style_values.MOST_BULLETS) for share in (0.1, 0.9)
    ]
    yield f"bullets = {ends}\n"
    yield _comment(
        f"Words: half of the bullets have {_quantile(lengths, 0.25)} to "
        f"{_quantile(lengths, 0.75)}, 19 of 20 have no more than max_words; "
        "three bullets together have no more than total_words in nine of ten sets."
    )
    yield f"words = {_quantile(lengths, 0.5)}"
    yield f"max_words = {_quantile(lengths, 0.95)}"
    together = min(_quantile(habits.together, 0.9), style_values.MOST_WORDS)
    yield f"total_words = {together}\n"


def _saying_lines(habits: Habits) -> Iterator[str]:
    present, past = _tenses(habits)
    yield _comment(f"Reporting verbs: {present} in the present, {past} in the past.")
    yield f"tense = {_text(_tense(habits))}\n"
    places = ", ".join(f"{name} {count}" for name, count in habits.places.items())
    yield _comment(f"Where it is told who says it: {places}.")
    yield f"attribution = {_text(_place(habits))}\n"
    yield _comment(
        f"{_share_of(habits.quoting, habits)} of the bullets hold a quotation, "
        f"{_share_of(habits.spoken, habits)} are one with who says it; "
        f"{_share_of(habits.numbers, habits)} hold a number."
    )
    yield f"templates = {_list(_templates(habits))}\n"


def _description(name: str, habits: Habits) -> str:
    words = _quantile(habits.lengths, 0.5)
    stop = "a full stop" if habits.stops > habits.open_ends else "no full stop"
    tense = "present tense" if _tense(habits) == "present" else "the article's tense"
    return f"As in {name}: about {words} words, {stop}, {tense}."


def _comment(text: str) -> str:
    return fill(text, width=88, initial_indent="# ", subsequent_indent="# ")


def _share_of(part: int, habits: Habits) -> str:
    return _share(part, habits.bullets)


def _share(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "0%"


def _text(value: str) -> str:
    """The value as a TOML string: as in JSON, but for one more character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _list(names: Sequence[str]) -> str:
    lines = "".join(f"  {_text(name)},\n" for name in names)
    return f"[\n{lines}]"


# --- what stays open ------------------------------------------------------------------


def _notes(habits: Habits, left_out: int) -> Iterator[str]:
    if left_out:
        line = "line or file holds" if left_out == 1 else "lines or files hold"
        verb = "is" if left_out == 1 else "are"
        yield f"{left_out} {line} no bullets and {verb} left out"
    ended = habits.stops + habits.open_ends
    mixed = 2 * habits.mixed_sets > len(habits.sizes)
    if mixed or _is_undecided(habits.stops, ended):
        share = _share(habits.stops, ended)
        yield f"full stops are mixed ({share} of the bullets have one); look at: period"
    present, past = _tenses(habits)
    if present + past < LEAST_SAYINGS:
        yield "few bullets tell who says it; look at: tense, attribution"
    elif _is_undecided(present, present + past):
        share = _share(present, present + past)
        yield f"tenses are mixed ({share} in the present); look at: tense"


def _is_undecided(part: int, whole: int) -> bool:
    low, high = UNDECIDED
    return whole > 0 and low <= part / whole <= high
