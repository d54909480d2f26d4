"""Whether a claim stays true when what goes with it is taken away.

"Nobody was hurt when the roof fell" does not say that nobody was hurt. A claim that
counts, compares, denies, wishes or speaks of what always happens leans on its
circumstances; the report of one event does not.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.lexicon import words
from summarizer.looseness import FINITE, NOUNS, reporting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token

RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
COMPARING = frozenset({"JJR", "JJS", "RBR", "RBS"})
SUPERLATIVES = frozenset({"JJS", "RBS"})
BEING = frozenset({"was", "were", "is", "are", "'s", "’s"})
HAVING = frozenset({"has", "have", "had"})
LEAST = frozenset({"least", "most"})
MORE = frozenset({"more", "less", "fewer"})
ABOUT = frozenset({"nearly", "almost"})
PARTICIPLES = frozenset({"VBN", "VBD", "VBG"})


def main_verb(tokens: Sequence[Token]) -> int | None:
    """The index of the first finite verb that no "who" or "that" before it owns.

    None when there is none, or when the words open on a subordinate clause.
    """
    owed = 0
    for at, token in enumerate(tokens):
        if at == 0 and token.text.lower() in words("trims", "scope", "subordinators"):
            return None
        if token.tag in RELATIVES or token.text.lower() == "that":
            owed += 1
        elif token.text == ",":
            owed = 0
        elif token.tag in FINITE:
            if not owed:
                return at
            owed -= 1
    return None


def is_denied(front: Sequence[Token]) -> bool:
    """Whether a denial or a habit reaches what follows: "will not resign ‹this week›".

    What is denied in a report ends with it: "did not sink, he said ‹on Monday›".
    """
    denying = words("guards", "reach", "denying")
    return any(token.text.lower() in denying for token in _clause(front))


def is_ranked(front: Sequence[Token]) -> bool:
    """Whether it is the most, the first or all of what follows.

    "The biggest march ‹this month›", "two of the three mills ‹in Elbe›".
    """
    clause = [*_clause(front)][::-1]
    ranking = words("guards", "reach", "ranking")
    return any(
        token.text.lower() in ranking
        or (token.tag in SUPERLATIVES and before.text.lower() != "at")
        or (token.tag == "CD" and before.text.lower() == "the")
        for before, token in pairwise((clause[0], *clause) if clause else ())
    )


def _clause(front: Sequence[Token]) -> Iterator[Token]:
    """The last of the words, back to where their clause begins, without a "who"."""
    begins = words("guards", "reach", "clauses")
    commas = [at for at, token in enumerate(front) if token.text == ","]
    asides = [
        range(left, right + 1)
        for left, right in pairwise(commas)
        if front[left + 1].text in words("guards", "reach", "relatives")
    ]
    for at in range(len(front) - 1, -1, -1):
        if any(at in aside for aside in asides):
            continue
        low = front[at].text.lower()
        if low in begins or low in reporting():
            return
        yield front[at]


def ends_an_aside(tokens: Sequence[Token]) -> bool:
    """Whether the last comma ends an apposition: "charged Crane, a felon‹,› with"."""
    commas = [at for at, token in enumerate(tokens) if token.text == ","]
    if len(commas) < len(",,") or commas[-1] != len(tokens) - 1 or not commas[-2]:
        return False
    inner = tokens[commas[-2] + 1 : -1]
    return (
        bool(inner)
        and tokens[commas[-2] - 1].tag in NOUNS
        and inner[0].tag in NOUNS | {"DT", "CD", "JJ", "PRP$"}
        and not any(token.tag in FINITE | {"CC"} for token in inner)
    )


def is_free(tokens: Sequence[Token], *, but: frozenset[str] = frozenset()) -> bool:
    """Whether no word counts, compares, denies, wishes or generalizes, save ``but``."""
    leaning = words("trims", "scope", "leaning")
    leaning = leaning - but if but else leaning
    return not any(
        (token.text.lower() in leaning or token.tag in COMPARING)
        and not _sizes_a_number(tokens, at)
        for at, token in enumerate(tokens)
    )


def _sizes_a_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word only says how sure a number is: "at ‹least› 18"."""
    low = [token.text.lower() for token in tokens[max(0, at - 1) : at + 2]]
    before, word = ("", low[0]) if at == 0 else (low[0], low[1])
    behind = tokens[at + 1 : at + 3]
    if word in MORE and behind and behind[0].text.lower() == "than":
        behind = behind[1:]
    elif word == "than":
        return before in MORE and bool(behind) and behind[0].tag == "CD"
    elif not (word in ABOUT or (word in LEAST and before == "at")):
        return False
    return bool(behind) and behind[0].tag == "CD"


def is_single_clause(tokens: Sequence[Token], verb: int) -> bool:
    """Whether no other clause begins behind the verb."""
    return not any(
        token.tag in RELATIVES | FINITE or token.text.lower() == "that"
        for token in tokens[verb + 1 :]
    )


def tells_an_event(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb tells of one thing that happened: "was shot", "has fled".

    A state ("was nine", "were asleep"), a habit ("closes") and what was going on
    ("was walking") are none.
    """
    word, kind = tokens[verb].text.lower(), _next_verb(tokens, verb)
    if word in words("trims", "scope", "unfinished"):
        return False
    if word in BEING:
        return kind in {"VBN", "VBD"}
    if word in HAVING:
        return kind in {"VBN", "VBD"} or word == "had"
    return tokens[verb].tag == "VBD"


def goes_on(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb tells of an event or of what goes on: "are hunting"."""
    being = tokens[verb].text.lower() in BEING
    return tells_an_event(tokens, verb) or (
        being and _next_verb(tokens, verb) in PARTICIPLES
    )


def is_under_way(tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb tells what was going on: "was walking when"."""
    being = tokens[verb].text.lower() in BEING
    return being and _next_verb(tokens, verb) == "VBG"


def _next_verb(tokens: Sequence[Token], verb: int) -> str:
    """The tag of the first word behind the verb that is no adverb."""
    behind = (token.tag for token in tokens[verb + 1 :] if token.tag != "RB")
    return next(behind, "")
