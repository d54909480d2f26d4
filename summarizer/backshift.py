"""Whether a claim tells in the past what its speaker put in the present.

"I expect to win" becomes "she said she expected to win". With "says" in front the past
would be a time of its own: "she says she expected to win". What happened once bears
either: "police say the man fled".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Token
    from summarizer.discourse import Statement

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBORDINATE = frozenset({"WDT", "WP", "WP$", "WRB"})
ADVERBS = frozenset({"RB", "RBR", "RBS"})
MARKS = frozenset({",", "--", "–", "—"})
BEING = frozenset({"was", "were"})
CONDITIONAL = frozenset({"would", "could", "might"})
DENYING = frozenset({"not", "n't", "n’t"})


def is_backshifted(statement: Statement, tokens: Sequence[Token]) -> bool:
    """Whether the first verb of an indirect claim is a state or wish put in the past.

    A quotation is never: it stands as it was spoken.
    """
    if statement.direct or _opens_on_a_quote(statement):
        return False
    claim = [token for token in tokens if _is_indirect(statement, token)]
    if _is_a_condition(claim):
        return True
    at = _first_verb(claim)
    return at is not None and _shifts(claim, at)


def _is_a_condition(claim: Sequence[Token]) -> bool:
    """Whether it tells what would be: "unless it answered she would sue"."""
    low = {token.text.lower() for token in claim}
    present = any(token.tag in {"VBZ", "VBP"} for token in claim)  # "if it agrees"
    conditional = not low.isdisjoint(CONDITIONAL)
    return conditional and not present and not low.isdisjoint({"if", "unless"})


def _opens_on_a_quote(statement: Statement) -> bool:
    """Whether the claim's own first words are quoted: "said ‘it is late’ for it"."""
    starts = {part.start for part in statement.claim}
    return any(quote.span.start in starts for quote in statement.quotes)


def _is_indirect(statement: Statement, token: Token) -> bool:
    return any(part.covers(token.span) for part in statement.claim) and not any(
        quote.span.covers(token.span) for quote in statement.quotes
    )


def _first_verb(claim: Sequence[Token]) -> int | None:
    """The first finite verb that no "who", "when" or inner "that" owns."""
    owed = 0
    for at, token in enumerate(claim):
        low = token.text.lower()
        if token.tag in FINITE:
            if not owed:
                return at
            owed -= 1
        elif at and (token.tag in SUBORDINATE or low == "that"):
            owed += 1
        elif low in words("trims", "scope", "subordinators"):
            owed += _opens_a_clause(claim[at:])
    return None


def _opens_a_clause(claim: Sequence[Token]) -> bool:
    """Whether a verb follows before the next mark, unlike in "after the raid,"."""
    for token in claim[1:]:
        if token.text in MARKS:
            return False
        if token.tag in FINITE:
            return True
    return False


def _shifts(claim: Sequence[Token], at: int) -> bool:
    word = claim[at].text.lower()
    behind = [token for token in claim[at + 1 :] if token.tag not in ADVERBS]
    if word in BEING:
        return not behind or _is_a_state(behind[0])
    if word in words("drafting", "past", "backshifted_by_not"):
        behind_it = [token.text.lower() for token in claim[at + 1 : at + 3]]
        return not DENYING.isdisjoint(behind_it[:1]) or behind_it == ["no", "longer"]
    return word in words("drafting", "past", "backshifted")


def _is_a_state(token: Token) -> bool:
    """Whether what follows "was" is no deed: not "was ‹arrested›"."""
    deed = token.tag in {"VBN", "VBD"}
    return not deed or token.text.lower() in words("drafting", "past", "states")
