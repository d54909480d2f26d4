"""Trims of words that a claim can spare: a "that", a "who was", what lends colour."""

from __future__ import annotations

from itertools import pairwise, starmap
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.lexicon import mapping, words
from summarizer.looseness import FINITE, NAMES, NOUNS, last_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Token
    from summarizer.looseness import View

SUBJECTS = frozenset({*NOUNS, "DT", "PRP", "PRP$", "CD", "JJ", "EX"})
"""Tags that open the clause behind a "that"."""
APART = frozenset({"DT", "PRP", "PRP$", "EX"})
"""What opens a clause and runs into no noun before it: "told CNN ‹voters›" would."""
TOLD = frozenset({*NOUNS, "DT", "PRP", "PRP$"})
"""Tags of whom somebody tells it: "told ‹the court› that"."""
MOST_TOLD = 3
LONGEST_OCCASION = 5
"""Words of "in a long phone interview"."""
BEING = frozenset({"is", "was", "are", "were"})
DONE = frozenset({"VBN", "VBD"})
GOING_ON = frozenset({"IN", "TO"})
"""Tags behind a participle that has more to say."""
DEFINITE = frozenset(
    {"the", "this", "these", "his", "her", "its", "their", "'s", "’s", "'", "’"}
)
"""In front of a phrase whose noun is known without its adjective."""
VOWELS = "aeiou"


def short_name(view: View) -> Iterator[tuple[Edit, ...]]:
    """``the United States``: names that a reader knows by their letters."""
    known = mapping("trims", "short_names", "letters")
    for first, second, behind in zip(
        view.tokens, view.tokens[1:], view.tokens[2:], strict=False
    ):
        short = known.get(f"{first.text} {second.text}")
        if short and behind.tag not in NAMES | {"POS"} and behind.text[0].isalnum():
            span = Span(first.span.start, second.span.end)
            yield (Edit("replace", span, "short-name", short),)


def that(view: View) -> Iterator[tuple[Edit, ...]]:
    """``said that the mill`` where one claim follows."""
    tokens = view.tokens
    for at in range(1, len(tokens) - 1):
        if (
            tokens[at].text == "that"
            and tokens[at].tag == "IN"
            and tokens[at + 1].tag in SUBJECTS
            and _meets(tokens[at], tokens[at + 1])
            and (
                _reports(tokens[:at])
                or (tokens[at + 1].tag in APART and _is_told(tokens[:at]))
            )
            and not _adds_a_claim(tokens[at + 1 :])
        ):
            yield (_without(view, at, at + 1, "that"),)


def _reports(tokens: Sequence[Token]) -> bool:
    """Whether the words end on a verb that needs no "that"."""
    return tokens[-1].text.lower() in words("trims", "that", "verbs")


def _is_told(tokens: Sequence[Token]) -> bool:
    """Whether the words end on who is told: "told ‹the court›"."""
    telling = words("trims", "that", "telling")
    for size in range(1, MOST_TOLD + 1):
        if len(tokens) <= size or tokens[-size].tag not in TOLD:
            return False
        if tokens[-size - 1].text.lower() in telling:
            return True
    return False


def _adds_a_claim(tokens: Sequence[Token]) -> bool:
    """Whether a second "that" follows, which the first one pairs with."""
    return any(
        first.tag in {"CC", ","} and second.text == "that"
        for first, second in pairwise(tokens)
    )


def occasion(view: View) -> Iterator[tuple[Edit, ...]]:
    """``Vale said in a statement`` at the end: the occasion tells nothing."""
    end = last_word(view.tokens)
    known = words("trims", "occasion", "nouns")
    if not view.frozen or not end or view.tokens[end - 1].text not in known:
        return
    for start in range(max(1, end - LONGEST_OCCASION), end - 2):
        opening = tuple(token.text for token in view.tokens[start : start + 2])
        rest = view.tokens[start - 1 : end]
        if (
            opening[0] in {"in", "at", "during"}
            and opening[1] in {"a", "an", "its", "his", "her", "their"}
            and view.reports(rest[0].span)
            and all(starmap(_meets, pairwise(rest)))
        ):
            yield (_without(view, start, end, "attribution-adjunct"),)
            return


def who_is(view: View) -> Iterator[tuple[Edit, ...]]:
    """``a baker who was named in the will``: the participle says it alone."""
    tokens = view.tokens
    for at in range(1, len(tokens) - 3):
        if tokens[at].tag not in {"WP", "WDT"} or tokens[at - 1].tag not in NOUNS:
            continue
        if tokens[at + 1].text not in BEING:
            continue
        if tokens[at + 2].text == "not":
            continue  # "a baker in Odell ‹who was› not named"
        done = at + 2 + (tokens[at + 2].tag == "RB")
        rest = tokens[done + 1 :]
        if (
            tokens[done].tag in DONE
            and rest
            and rest[0].tag in GOING_ON
            and all(map(_meets, tokens[at - 1 : done], tokens[at : done + 1]))
            and not _goes_on(rest)
        ):
            yield (_without(view, at, at + 2, "who-is"),)


CONTRASTING = frozenset({"ones", "others", "other", "whereas", "small", "smaller"})
"""With them an adjective tells which are meant: "the gifted ones"."""
WHO = frozenset({"that", "who", "which"})


def _goes_on(tokens: Sequence[Token]) -> bool:
    """Whether a second verb of the clause follows: "who was named and ‹has› left"."""
    if any(a.tag == "CC" and b.text in WHO for a, b in pairwise(tokens)):
        return True  # "a firm that is based in Odell, ‹and that› owns mills"
    for first, second in pairwise(tokens):
        if first.text == ",":
            return second.tag == "CC"
        if first.tag == "CC" and second.tag in FINITE | {"RB", "VBN"}:
            return True
    return False


def emphasis(view: View) -> Iterator[tuple[Edit, ...]]:
    """``the iconic pier``, ``an extremely old``: words that only lend colour."""
    contrasted = any(token.text in CONTRASTING for token in view.tokens)
    for at in range(1, len(view.tokens) - 1):
        word = view.tokens[at].text
        if word in view.topic or contrasted:
            continue
        if word in words("trims", "emphasis", "adverbs"):
            fits = _only_adds(view.tokens, at)
        else:
            fits = word in words("trims", "emphasis", "adjectives") and _praises(
                view.tokens, at
            )
        if fits and _keeps_article(view.tokens, at) and not _is_denied(view.tokens, at):
            yield (_without(view, at, at + 1, "emphasis"),)


def _is_denied(tokens: Sequence[Token], at: int) -> bool:
    """Whether a denial may reach the word: "not for his ‹brutal› acts".

    Of one thing it doesn't say which: "did not sell the ‹iconic› pier".
    """
    if tokens[at + 1].tag == "NN":
        return False
    negations = words("guards", "negations")
    return not negations.isdisjoint(token.text.lower() for token in tokens[:at])


def _only_adds(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adverb stands in front of what it strengthens, and nothing else."""
    before, after = tokens[at - 1], tokens[at + 1]
    held = words("trims", "emphasis", "holding")
    return (
        held.isdisjoint(token.text.lower() for token in tokens[at - 1 : at])
        and before.tag not in {"RB", "CC"}
        and after.text not in words("trims", "emphasis", "wanting")
        and (
            after.tag in {"VBN", "VBD", "VBG", "VB"}
            or (after.tag == "JJ" and _describes(tokens, at))
        )
        and _meets(before, tokens[at])
        and _meets(tokens[at], after)
    )


def _describes(tokens: Sequence[Token], at: int) -> bool:
    """Whether the adjective tells what is so, not which is meant: "very old houses"."""
    behind = tokens[at + 2 : at + 3]
    attached = bool(behind) and behind[0].tag in {*NOUNS, "JJ", ","}
    return not attached or tokens[at - 1].text.lower() in {"a", "an"}


def _praises(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective stands inside a phrase that is known without it."""
    before, after = tokens[at - 1], tokens[at + 1]
    return (
        before.text.lower() in DEFINITE
        and after.tag in {"NN", "NNS"}
        and after.text not in words("trims", "emphasis", "terms")
        and _meets(before, tokens[at])
        and _meets(tokens[at], after)
    )


def _keeps_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "a" or "an" in front fits what follows."""
    before = tokens[at - 1].text.lower()
    if before not in {"a", "an"}:
        return True
    vowels = [tokens[n].text[0].lower() in VOWELS for n in (at, at + 1)]
    return vowels[0] == vowels[1] == (before == "an")


def _meets(left: Token, right: Token) -> bool:
    """Whether no quotation stands between two words."""
    return right.span.start - left.span.end <= 1


def _without(view: View, start: int, end: int, rule: str) -> Edit:
    """A drop of some tokens with the space in front of them."""
    tokens = view.tokens
    span = Span(tokens[start - 1].span.end, tokens[end - 1].span.end)
    return Edit("drop", span, rule)
