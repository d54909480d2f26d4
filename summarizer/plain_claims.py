"""What stands in front of a tail: whether it holds without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.predicates import find_main_verb
from summarizer.trace import guard
from summarizer.voices import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.trace import Trace
    from summarizer.voices import Cue

COMPARING = frozenset({"JJR", "JJS", "RBR", "RBS"})
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
MEASURING = frozenset(
    {("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"),
     ("fewer", "than")}
)  # fmt: skip
"""Pairs of words that say in front of a number how sure it is."""
ROUNDING = frozenset({"nearly", "almost"})


def head_of(
    trace: Trace, inside: Sequence[int], cues: Sequence[Cue]
) -> list[tuple[str, str]]:
    """What stands before the words, without those who say it."""
    said = {i for cue in cues for i in (cue.at, *cue.speaker)}
    kept = [i for i in range(inside[0]) if i not in said and trace.kept(i)]
    while kept and trace.low[kept[-1]] == ",":
        kept.pop()
    return [(trace.low[i], trace.tokens[i].tag) for i in kept]


def is_plain(head: Sequence[tuple[str, str]], but: frozenset[str]) -> bool:
    """Whether one clause stands there, with no word that leans on what follows."""
    verb = find_main_verb(head)
    leaning = guard("circumstances.leaning") - but
    return (
        verb is not None
        and not any(
            (word in leaning or tag in COMPARING) and not _measures(head, i)
            for i, (word, tag) in enumerate(head)
        )
        and not any(map(opens_a_clause, head[verb + 1 :]))
    )


def opens_a_clause(plain: tuple[str, str]) -> bool:
    """Whether a word belongs to a clause of its own, behind the main verb."""
    word, tag = plain
    return tag in RELATIVES | FINITE or word == "that"


def _measures(head: Sequence[tuple[str, str]], i: int) -> bool:
    """Whether a word only belongs to a number: "at ‹least› 18 people"."""
    words = [word for word, _ in head]
    for start in (i - 1, i):
        pair = tuple(words[max(start, 0) : start + 2])
        if pair in MEASURING:
            return [tag for _, tag in head[start + 2 : start + 3]] == ["CD"]
    following = [tag for _, tag in head[i + 1 : i + 2]]
    return words[i] in ROUNDING and following == ["CD"]
