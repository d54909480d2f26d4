"""What stands between commas behind a name: "Ana Vale, a lawyer for the port, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lexicon import words
from summarizer.role_words import (
    FINITE,
    IN_FRONT,
    has_never,
    is_known,
    row_start,
    says_what,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Token

MOST = 12
"""Words."""
INDEFINITE = frozenset({"a", "an"})
"""Behind these a relative clause only adds: "a baker ‹who sang›"."""
LEAST_DEFINITE = 3
"""Words of "the mayor of Odell"; "the victim" means somebody told of before."""
COMPLEMENT = frozenset({"of", "for", "at", "in", "on", "from", "with", "to", "and"})


def apposition(tokens: Sequence[Token], first: int, last: int) -> Sequence[Token]:
    """The words that say who is named by the tokens from ``first`` to ``last``."""
    end = _end(tokens, last + 1)
    if end is None or _may_be_of_another(tokens, first):
        return ()
    row = tokens[last + 2 : end]
    return row if _is_apposition(row) and not has_never(row) else ()


def _end(tokens: Sequence[Token], comma: int) -> int | None:
    """Where the words behind the comma close: at a stop, or where a verb follows."""
    if comma >= len(tokens) or tokens[comma].text != ",":
        return None
    for at in range(comma + 1, min(len(tokens), comma + 2 + MOST)):
        text = tokens[at].text
        if text in {".", ";", "("}:
            return at
        if text == ",":
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            goes_on = following is not None and (
                following.tag in FINITE
                or following.text.lower() in words("portraits", "behind")
            )
            return at if goes_on else None
        if text.lower() == "who" and tokens[comma + 1].text.lower() in INDEFINITE:
            return at
        if tokens[at].tag in FINITE or (
            not text[0].isalnum() and text not in {"'s", "’s"}
        ):
            return None
    return None


def _may_be_of_another(tokens: Sequence[Token], first: int) -> bool:
    """Whether the apposition may be that of a noun before: "the son of Ana Vale"."""
    start = row_start(tokens, first)
    before = tokens[start - 1] if start else None
    return before is not None and (
        before.text.lower() in {"of", "and", "or"} or before.tag in {"POS", "PRP$"}
    )


def _is_apposition(row: Sequence[Token]) -> bool:
    """Whether the words are a noun phrase that says what somebody is."""
    if not row or any(token.tag in FINITE | {"VBP"} for token in row):
        return False
    opens = IN_FRONT | {"DT", "VBG"}
    if row[0].tag not in opens or any(map(_names_another, row, row[1:])):
        return False
    opening = row[0].text.lower()
    core = _core(row)
    head = core[-1].text
    known = is_known(head) or head.lower() in words("portraits", "people")
    if opening in {"a", "an", "the"}:
        owned = any(token.tag == "POS" for token in core)
        long = opening != "the" or len(row) >= LEAST_DEFINITE
        vague = len(core) == len(row) and head.lower() in words("portraits", "bare")
        own = head.lower() in words("portraits", "own")
        return known and long and not owned and not own and not vague
    if any(token.tag == "POS" for token in core):
        named = row[0].tag in {"NNP", "NNPS"}
        return named and (known or head.lower() in words("portraits", "own"))
    complete = len(row) > len(core) or len(core) > 1
    return complete and says_what(head, alone=len(row) == 1)


def _names_another(token: Token, following: Token) -> bool:
    """Whether a role stands in front of another name: "philanthropist Bo"."""
    return (
        token.text.islower()
        and is_known(token.text)
        and following.tag in {"NNP", "NNPS"}
    )


def _core(row: Sequence[Token]) -> Sequence[Token]:
    """The words up to the first preposition, or to an "and" if no role ends them."""
    ends = [i for i, t in enumerate(row) if t.text in COMPLEMENT and i]
    core = row[: next((i for i in ends if row[i].text != "and"), len(row))]
    return core if is_known(core[-1].text) else row[: next(iter(ends), len(row))]
