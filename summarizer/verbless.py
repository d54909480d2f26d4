"""Whether a sentence is no more than a noun with what hangs on it: it tells nothing.

"A woman of 29, remembered by her mother for her songs." has no verb of its own. A
tagger takes many a verb for a noun ("draw", "features"), so that only what can hold no
verb at all counts.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from summarizer.datelines import dateline_end

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence, Token

BREAKS = frozenset({",", "--", "—", "–", ";", ":", "...", "…"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
OPENS = NOUNS | {"DT", "PDT", "CD", "JJ", "RB"}
RELATIVES = frozenset({"WDT", "WP", "WP$", "WRB"})
OBJECTS = frozenset({"DT", "PRP", "PRP$", "PDT", "RP", "TO", "RB", "EX"})
"""What a noun cannot stand right before, and a verb can: "Vale ‹features› a gym"."""
SAYING = frozenset({"said", "says", "announced", "claimed", "claims"})
ANNOUNCED = frozenset({"announced", "reported", "claimed", "revealed", "said"})
MARKS = '"“‘'
FIXED = frozenset({"according", "including", "based", "following", "given"})


def lacks_verb(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether no verb stands but in a "who" or a last participle."""
    begin = sentence.span.start + dateline_end(sentence.text)
    told = [token for token in tokens if token.span.start >= begin]
    claimed = _claimed(told)
    empty = bool(claimed) and all(_is_bare(c) or _is_of_it(c) for c in claimed)
    return empty or _hangs_on_a_noun(sentence, _chunks(told))


def _is_of_it(chunk: Sequence[Token]) -> bool:
    """Whether a preposition opens it and no verb stands there: ", of Odell college"."""
    return chunk[0].tag == "IN" and not any(t.tag in VERBS for t in chunk)


def _before_the_aim(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words up to a "to win", unless a verb follows that has a subject."""
    tags = [token.tag for token in tokens]
    aims = (n for n, pair in enumerate(pairwise(tags)) if pair == ("TO", "VB"))
    aim = next(aims, len(tags))
    return tokens if FINITE & set(tags[aim:]) else tokens[:aim]


def _hangs_on_a_noun(sentence: Sentence, chunks: Sequence[Sequence[Token]]) -> bool:
    if not chunks or chunks[0][0].tag not in OPENS or _points(chunks[0][0]):
        return False
    *front, last = chunks
    if _only_tells_which(chunks):
        return True
    if any(token.tag in RELATIVES or _points(token) for c in front for token in c):
        return False
    if not all(map(_is_bare, front)):
        return False
    quoted = any(mark in sentence.text for mark in MARKS)
    relative = any(token.tag in RELATIVES for token in last)
    if relative:
        return not quoted and not _points(last[0]) and _is_bare(last)
    opened = sentence.text[: last[0].span.start - sentence.span.start]
    return bool(front) and not any(mark in opened for mark in MARKS) and _hangs(last)


def _claimed(tokens: Sequence[Token]) -> list[list[Token]]:
    """What is said or announced, where a "that" or "it was announced" shows it."""
    low = [token.text.lower() for token in tokens]
    end = len(low) - (low[-1:] == ["."])
    end -= low[end - 1 : end] in (["today"], ["yesterday"])
    if low[end - 4 : end - 1] == [",", "it", "was"] and low[end - 1] in ANNOUNCED:
        return _chunks(_before_the_aim(tokens[: end - 4]))
    that = low.index("that") if "that" in low else 0
    verbs = [low[n] for n, token in enumerate(tokens[:that]) if token.tag in VERBS]
    if SAYING.isdisjoint(verbs[-1:]) or tokens[that].tag not in {"IN", "WDT"}:
        return []
    return _chunks(tokens[that + 1 :])


def _only_tells_which(chunks: Sequence[Sequence[Token]]) -> bool:
    """Whether all that follows the noun begins with "who" or "which"."""
    noun, *clauses = chunks
    return (
        len(clauses) > 1
        and _is_bare(noun)
        and not any(token.tag in RELATIVES for token in noun)
        and all(clause[0].tag in RELATIVES for clause in clauses)
    )


def _points(token: Token) -> bool:
    return token.text.lower() == "that"


def _chunks(tokens: Sequence[Token]) -> list[list[Token]]:
    """The words between the marks, without the marks."""
    chunks: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in BREAKS:
            chunks.append([])
        elif token.text.isalnum() or any(map(str.isalnum, token.text)):
            chunks[-1].append(token)
    return [chunk for chunk in chunks if chunk]


def _is_bare(chunk: Sequence[Token]) -> bool:
    """Whether nothing in it can be a verb outside its own "who"."""
    owed, inside = 0, False
    # "A Skarholm ‹college student›": behind an article it is no "Vale ‹cut› the rope".
    determined = chunk[0].text.lower() in {"a", "an"}
    verbs_behind_a_name = {"NNS"} if determined else {"NN", "NNS"}
    tags = [token.tag for token in chunk]
    one = determined and "NNS" not in takewhile(lambda tag: tag != "VBP", tags)
    verbs = zip(tags, tags[1:], tags[2:], strict=False)
    if any(a in NOUNS and (b, c) == ("NNS", "IN") for a, b, c in verbs):
        return False  # "his work ‹centers› on"
    for left, right in pairwise([*chunk, chunk[-1]]):
        if left.tag in RELATIVES or (inside and _points(left)):
            owed, inside = owed + 1, True
        elif left.tag == "VBP" and right.tag == "NN" and one and not inside:
            continue  # "A Skarholm ‹graduate› student": one of them doesn't "graduate"
        elif left.tag in FINITE:
            if not owed:
                return False
            owed -= 1
        to = left.tag == "TO" and right.tag not in NOUNS | {"DT"}
        verb = not inside and (left.tag.startswith("V") or to)
        if verb and left.tag not in FINITE:
            return False
        if left.tag in NOUNS and right.tag in OBJECTS:
            return False
        if left.tag in {"NNP", "NNPS"} and right.tag in verbs_behind_a_name:
            return False  # "Vale ‹draws› for a paper"
    return True


def _hangs(chunk: Sequence[Token]) -> bool:
    """Whether it is a participle with its words."""
    first, *rest = chunk
    if first.tag == "VBG":
        # "The league, pointing to a study that smoking leads boys to drink."
        that = next((i for i, token in enumerate(rest) if _points(token)), len(rest))
        rest = rest[:that]
    return (
        first.tag in {"VBN", "VBG"}
        and first.text.lower() not in FIXED
        and bool(rest)
        and _is_bare(rest)
    )
