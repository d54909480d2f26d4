"""A claim weighed in two parts: what a trim would take and what it would leave."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from summarizer import scopes
from summarizer.lexicon import words
from summarizer.looseness import VIEWS_KEPT
from summarizer.stems import WORD, forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from summarizer.article import Span, Token
    from summarizer.looseness import View

WEIGHTY = 0.3
"""From which likelihood on a word carries a claim that has no name or figure."""
LONGEST_PLACE = 5
"""Words of "in Port Eddon", with marks."""
NAMING = frozenset({"NNP", "NNPS", "CD"})


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


def load_of(view: View, *spans: Span) -> Load:
    """The claim, without who says it, weighed in two parts."""
    known = _known(view)
    kept = [(t, stems) for t, stems in _claim(view) if not _covered(t.span, spans)]
    rest = [token for token, _ in kept]
    verb = scopes.main_verb(rest)
    quoted = _quoted(view, spans)
    words_gone = " ".join(map(view.words, spans))
    left = {*chain.from_iterable(stems for _, stems in kept), *quoted}
    behind = (stems for _, stems in kept[verb or 0 :])
    predicate = {*chain.from_iterable(behind), *quoted}
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


@lru_cache(maxsize=VIEWS_KEPT)
def _claim(view: View) -> tuple[tuple[Token, tuple[str, ...]], ...]:
    """The tokens without those of who says it, each with its stems."""
    known = _known(view)
    return tuple(
        (token, tuple(_stems(_low(token.text), known)))
        for token in view.tokens
        if not view.touches(token.span)
    )


def _stems(low: str, known: Mapping[str, str]) -> Iterator[str]:
    for word in (low,) if low.isalpha() else WORD.findall(low):
        if stem := known.get(word):
            yield stem


def _low(text: str) -> str:
    return text.replace("’", "'").lower()


def _weight(weights: Mapping[str, float], stems: Iterable[str]) -> float:
    return sum(weights.get(stem, 0.0) for stem in sorted(stems))
