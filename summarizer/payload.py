"""How much of a sentence's news goes with a trim, and how much stays.

The news is weighed by the words: how likely each is to be printed by an editor. What
frames it may go; "The jet had a close call, ‹skidding off a snowy runway›" may not be
cut down to its frame.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.guarding import is_loose
from summarizer.lexicon import words
from summarizer.looseness import VIEWS_KEPT
from summarizer.stems import WORD, forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from summarizer.article import Span, Token
    from summarizer.looseness import View

ENOUGH_WORDS = 10
"""Words that a claim must keep for more than a small part of it to go."""
LONG_CLAIM = 24
"""Words from which on a claim is too long for a bullet, so that more of it may go."""
LEAST_WORDS = 7
"""Words that must be left of a claim."""
WEIGHTY = 0.3
"""From which likelihood on a word carries a claim that has no name or figure."""
LONGEST_PLACE = 5
"""Words of "in Port Eddon", with marks."""
NAMING = frozenset({"NNP", "NNPS", "CD"})
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


@dataclass(frozen=True, slots=True)
class Load:
    """What a trim takes and leaves of a claim, weighed by its words."""

    gone: float
    left: float
    predicate: float
    """Of what is left, from the verb on."""
    length: int
    """Words left of the claim."""
    lost: int
    """Words that would go."""
    carried: bool
    """Whether a name, a figure or a weighty word is left."""
    light: bool
    """Whether what is left only frames what goes: "had a close call"."""

    @property
    def share(self) -> float:
        """How much of the claim's weight would go, of 1."""
        whole = self.gone + self.left
        return self.gone / whole if whole else 0.0


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
    gone, left = (
        any(SUM.search(token.text) for token in part)
        for part in (view.inside(span), view.outside(span))
    )
    return gone and not left


def _is_grave(view: View, span: Span) -> bool:
    """Whether only the span tells of a death or the like: that is the news."""
    grave = words("trims", "scope", "grave")
    gone, left = (
        any(token.text.lower() in grave for token in part)
        for part in (view.inside(span), view.outside(span))
    )
    return gone and not left


def load_of(view: View, *spans: Span) -> Load:
    """The claim, without who says it, weighed in two parts."""
    known = _known(view)
    claim = [token for token in view.tokens if not view.touches(token.span)]
    rest = [token for token in claim if not _covered(token.span, spans)]
    verb = scopes.main_verb(rest)
    quoted = _quoted(view, spans)
    words_gone = " ".join(map(view.words, spans))
    left = {*_stems(rest, known), *quoted}
    predicate = {*_stems(rest[verb or 0 :], known), *quoted}
    gone = {known.get(word, "") for word in WORD.findall(_low(words_gone))}
    return Load(
        gone=_weight(view.weights, gone - left),
        left=_weight(view.weights, left),
        predicate=_weight(view.weights, predicate),
        length=sum(token.text[0].isalnum() for token in rest) + len(quoted),
        lost=len(words_gone.split()),
        carried=any(token.tag in NAMING for token in rest) or _is_weighty(view, left),
        light=verb is not None
        and _is_light(rest[verb:])
        and not _is_weighty(view, predicate),
    )


def _is_weighty(view: View, stems: Iterable[str]) -> bool:
    return any(view.weights.get(stem, 0) >= WEIGHTY for stem in stems)


def _is_light(predicate: Sequence[Token]) -> bool:
    """Whether a verb that says little by itself has no name or figure behind it.

    Where somebody was says little with a name, too: "was in Elbe".
    """
    spoken = [token for token in predicate if token.tag not in {"MD", "RB"}]
    if not spoken or spoken[0].text.lower() not in words("trims", "payload", "light"):
        return False
    behind = spoken[1:]
    if behind and behind[0].tag in {"VBN", "VBG"}:
        return False
    placed = bool(behind) and behind[0].tag == "IN" and len(behind) <= LONGEST_PLACE
    return placed or not any(token.tag in NAMING for token in behind)


@lru_cache(maxsize=VIEWS_KEPT)
def _known(view: View) -> Mapping[str, str]:
    return forms(view.sentence.text)


def _covered(part: Span, spans: Sequence[Span]) -> bool:
    return any(span.covers(part) for span in spans)


def _quoted(view: View, spans: Sequence[Span]) -> list[str]:
    """The stems of the quotations that stay."""
    spoken = (part for part in view.quotes if not _covered(part, spans))
    return [
        known
        for part in spoken
        for word in WORD.findall(_low(view.words(part)))
        if (known := _known(view).get(word))
    ]


def _stems(tokens: Iterable[Token], known: Mapping[str, str]) -> set[str]:
    return {
        stem
        for low in [_low(token.text) for token in tokens]
        for word in ((low,) if low.isalpha() else WORD.findall(low))
        if (stem := known.get(word))
    }


def _low(text: str) -> str:
    return text.replace("’", "'").lower()


def _weight(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    return sum(weights.get(stem, 0.0) for stem in sorted(stems))
