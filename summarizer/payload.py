"""How much of a sentence's news goes with a trim, and how much stays.

The news is weighed by the words: how likely each is to be printed by an editor. What
frames it may go; "The jet had a close call, ‹skidding off a snowy runway›" may not be
cut down to its frame.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.guarding import is_loose
from summarizer.lexicon import words
from summarizer.loads import load_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from summarizer.article import Span, Token
    from summarizer.loads import Load
    from summarizer.looseness import View

ENOUGH_WORDS = 10
"""Words that a claim must keep for more than a small part of it to go."""
LONG_CLAIM = 24
"""Words from which on a claim is too long for a bullet, so that more of it may go."""
LEAST_WORDS = 7
"""Words that must be left of a claim."""
SUM = re.compile(r"[$£€%]|\d[-–]\d|^(?:per ?cent|dollars|euros|pounds)$")


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much of a claim's expected weight a trim may take."""

    share: float
    """Of the whole."""
    over_predicate: float
    """How many times the weight of the predicate that stays."""
    over_long_predicate: float
    """The same where a long claim is left."""
    density: float
    """How much a word that goes may weigh, next to a word that stays."""


CAUSE = 0.36
"""Of a claim's weight, what may go with words that may be its cause: "after", "when".
Of those tails in four article sets that took more, most took the point."""
PAST = 0.25
"""The same where it tells of a death or the like that was news before."""
USUAL = Allowance(0.45, 1.5, 2.5, 0.9)
LARGE = Allowance(0.6, 2.0, 3.0, 1.5)
"""For a claim that is too long. Both set by reading and by ROUGE, which neither
moves."""


def may_go(  # noqa: PLR0913 - what is known of the span
    view: View,
    span: Span,
    *,
    slack: int = 0,
    past: bool = False,
    who: bool = False,
    cause: bool = False,
) -> bool:
    """Whether the claim stays whole, true and worth telling without the span.

    ``slack`` is by how many words more of the topic may go than stay. What is ``past``
    was news before: it may tell of a death that the claim does not tell of. What tells
    ``who`` somebody is goes from a long claim no sooner than from another, and what may
    be the ``cause`` only where it weighs little.
    """
    return is_loose(view, span, slack=slack) and spares_news(
        view, span, past=past, who=who, cause=cause
    )


def spares_news(
    view: View,
    span: Span,
    *,
    past: bool = False,
    who: bool = False,
    cause: bool = False,
) -> bool:
    """Whether the claim without the span still tells what it told."""
    if not view.weights:
        return True
    load = load_of(view, span)
    grave = _is_grave(view, span)
    summed = _is_sum(view, span) and load.length <= LONG_CLAIM
    if summed or (cause and load.share > (PAST if grave else CAUSE)):
        return False
    most = LARGE if _is_long(load) and not (who or _is_sum(view, span)) else USUAL
    return (past or not grave) and (
        (_is_small(load, most) or _is_thin(load, most))
        and load.length >= LEAST_WORDS
        and load.carried
        and not load.light
    )


def leave_news(view: View, spans: Sequence[Span]) -> bool:
    """Whether the claim without all the spans still tells what it told."""
    if not view.weights:
        return True
    load = load_of(view, *spans)
    fair = _is_small(load, LARGE) or _is_thin(load, LARGE)
    enough = load.length >= LEAST_WORDS and load.carried
    return fair and enough and not load.light


def _is_small(load: Load, most: Allowance) -> bool:
    """Whether little of the claim goes."""
    return (
        load.share <= most.share and load.gone <= most.over_predicate * load.predicate
    )


def _is_thin(load: Load, most: Allowance) -> bool:
    """Whether many words go that tell less, word for word, than the many that stay."""
    return (
        load.length >= ENOUGH_WORDS
        and load.gone * load.length <= most.density * load.left * load.lost
        and load.gone <= most.over_long_predicate * load.predicate
    )


def _is_long(load: Load) -> bool:
    """Whether a claim is too long, and long enough for a bullet without the trim."""
    return load.length + load.lost > LONG_CLAIM and load.length >= ENOUGH_WORDS


def _is_sum(view: View, span: Span) -> bool:
    """Whether only the span tells of money, of a share or a score: "won ‹2-1›"."""
    return _only(view, span, lambda token: SUM.search(token.text) is not None)


def _is_grave(view: View, span: Span) -> bool:
    """Whether only the span tells of a death or the like: that is the news."""
    grave = words("trims", "scope", "grave")
    return _only(view, span, lambda token: token.text.lower() in grave)


def _only(view: View, span: Span, told: Callable[[Token], bool]) -> bool:
    """Whether a token of the span is such, and none of the others."""
    return any(map(told, view.inside(span))) and not any(map(told, view.outside(span)))
