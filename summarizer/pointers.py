"""Words without a noun that mean something told before: "this", "its", "either way"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from summarizer.article import Token

SINGULAR = frozenset({"NN", "NNP"})
NOUNS = SINGULAR | {"NNS", "NNPS"}
COMMA_OR_WH = frozenset({",", ":", "WDT", "WP", "WRB", "IN"})
MANY = frozenset({"NNS", "NNPS", "CD", "PRP", "PRP$", "WP", "WDT"})
COMMON = frozenset({"NN", "NNS"})
ENTITIES = NOUNS | {"CD", "PRP"}
PAIRING = frozenset({"or", "nor", "and", "two"})
"""They tell of the two that "either" or "both" means."""
STOPS = frozenset({".", ",", ":", "CC"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
PAPERS = frozenset(
    {
        "report",
        "study",
        "survey",
        "poll",
        "statement",
        "interview",
        "document",
        "letter",
    }
)
AHEAD = 6
"""Words from "both" on that may name the two: "both the mill and the pier"."""
COUNTED = frozenset({"two", "three", "four", "five", "six"})
BEHIND_THIS = frozenset({"VBZ", "VBD", "MD", "IN", "TO", ",", "."})
BE = frozenset({"is", "was", "'s", "’s", "seems", "appears"})
"""Behind an "it" that may stand for nothing."""
STARTING = frozenset({"began", "started", "happened", "ended"})
HELPING = frozenset({"would", "will", "has", "may"})
DOING = frozenset({"VB", "VBN"})
EMPTY_DOING = frozenset({"be", "been", "become", "take", "taken", "seem", "emerged"})
"""Behind "it has" they leave it empty: "it has been said"."""
EMPTY_IT = frozenset({"JJ", "JJR", "RB", "DT"})
"""Behind the "it" of "makes it hard to"."""


def find_pointers(
    tokens: Sequence[Token],
    quoted: frozenset[Token],
    people: frozenset[str] = frozenset(),
) -> Iterator[Token]:
    """The words outside quotations that nothing before them in the bullet explains.

    ``people`` are the surnames of the article, of whom none is an "it".
    """
    if CHECKS.keys().isdisjoint(token.text.lower() for token in tokens):
        return
    line = _read(tokens, quoted, people)
    for at, token in enumerate(tokens[:-1]):
        points = CHECKS.get(token.text.lower())
        if points is not None and token not in quoted and points(line, at):
            yield token


@dataclass(frozen=True, slots=True)
class _Line:
    """The bullet's tokens, and where it says what a pronoun may mean."""

    tokens: Sequence[Token]
    named: int
    """The first place of a thing that "it" may stand for."""
    clause: int
    """The end of the first clause, which "this" may sum up."""
    comma: int
    """The last comma."""

    def after(self, at: int) -> Sequence[Token]:
        """The next few tokens."""
        return self.tokens[at + 1 : at + 4]


def _read(
    tokens: Sequence[Token], quoted: frozenset[Token], people: frozenset[str]
) -> _Line:
    def is_thing(tokens: Sequence[Token], at: int) -> bool:
        name = tokens[at : at + 2] if tokens[at].tag == "NNP" else tokens[at : at + 1]
        somebody = any(t.text in people for t in name) and tokens[at] not in quoted
        return not somebody and _is_one_thing(tokens, at)

    return _Line(
        tokens,
        named=_first(tokens, is_thing),
        clause=_first(tokens, _ends_clause, start=_first(tokens, _is_finite)),
        comma=max((i for i, t in enumerate(tokens) if t.tag == ","), default=-1),
    )


def _first(
    tokens: Sequence[Token],
    holds: Callable[[Sequence[Token], int], bool],
    start: int = 0,
) -> int:
    """The first place from the start on where it holds, or the end."""
    places = (at for at in range(start, len(tokens)) if holds(tokens, at))
    return next(places, len(tokens))


def _is_one_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun in the singular stands there, and not in front of another noun."""
    token = tokens[at]
    if token.tag == "NNP":
        return token.text not in words("names", "calendar") | {
            "August",
            "April",
            "June",
        }
    behind = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    time = token.text.lower() in words("pronouns", "demonstrative", "time")
    return token.tag in SINGULAR and behind not in NOUNS and not time


def _is_finite(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].tag in {"VBD", "VBZ", "VBP", "MD"}


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    return token.tag in {",", ":", "CC"} or token.text in {"-", "--", "–", "—"}


def _is_of_nothing(line: _Line, at: int) -> bool:
    """Whether an "its" has no one thing before it."""
    # "For all its fame, the mill is empty": there it points on.
    fronted = line.tokens[0].tag == "IN" and at < line.comma
    return 0 < at <= line.named and not fronted


def _is_it(line: _Line, at: int) -> bool:
    """Whether an "it" means something, and nothing that is named."""
    low, tag = line.tokens[at + 1].text.lower(), line.tokens[at + 1].tag
    if low == "all":
        return any(
            t.text.lower() in STARTING for t in line.after(at)[1:2]
        )  # "it all began in Odell"
    if low in BE:
        behind = [token.tag in COMMON for token in line.after(at)[1:]]
        empty = behind != [True, False]  # "it was cancer."
    elif low in HELPING:
        verb = line.tokens[min(at + 2, len(line.tokens) - 1)]
        empty = verb.tag not in DOING or verb.text.lower() in EMPTY_DOING
    else:
        empty = low in words("pronouns", "expletive", "verbs") or tag in EMPTY_IT
    return (_is_of_nothing(line, at) and not empty) or _has_but_a_subject(line, at)


def _has_but_a_subject(line: _Line, at: int) -> bool:
    """Whether all that an "it" could mean is its own subject: "rain was due to it".

    A second verb may have another subject.
    """
    before = [token.tag for token in line.tokens[:at]]
    verbs = [i for i, tag in enumerate(before) if tag in VERBS | {"MD", "TO"}]
    part = at > 0 and line.tokens[at - 1].text.lower() == "of"  # "all of it"
    if line.tokens[at + 1].tag not in STOPS or not verbs or part or line.clause < at:
        return False
    subject = [i for i in range(verbs[0]) if _is_one_thing(line.tokens, i)]
    inside = set(before[verbs[0] : verbs[-1]])
    told = [tag for tag in before[verbs[-1] :] if tag in ENTITIES]
    same = line.tokens[verbs[-1]].text.lower() in BE
    one = inside.isdisjoint(ENTITIES | COMMA_OR_WH)
    return len(subject) == 1 and one and (same or not told)


def _is_like(line: _Line, at: int) -> bool:
    """Whether a "similar" is like something untold: "under a similar order"."""
    noun, *behind = line.after(at)
    as_ = any(token.text.lower() in {"to", "as", "in", "that"} for token in behind)
    alone = at > 0 and line.tokens[at - 1].text.lower() in {"a", "the", "any"}
    told = any(token.text == noun.text for token in line.tokens[:at])
    return alone and noun.tag == "NN" and not as_ and not told


def _is_no_plural(line: _Line, at: int) -> bool:
    """Whether a "them" has no plural before it: "change starts with them".

    "Vale and her": with a second one they are two.
    """
    many = words("pronouns", "plural") | PAIRING | {"of"}
    return at > 0 and not any(
        token.tag in MANY or token.text.lower() in many for token in line.tokens[:at]
    )


def _is_alone(line: _Line, at: int) -> bool:
    """Whether it is a "this" for what a sentence before told."""
    if line.tokens[at + 1].text == "better":
        return True  # "nobody knows that better"
    determiner = line.tokens[at].tag == "DT" and 0 < at < line.clause
    return determiner and line.tokens[at + 1].tag in BEHIND_THIS


def _is_either(line: _Line, at: int) -> bool:
    """Whether two are meant that the bullet does not name."""
    near = {token.text.lower() for token in line.tokens[: at + AHEAD]}
    determiner = line.tokens[at].tag in {"DT", "PDT"} and PAIRING.isdisjoint(near)
    of_it = any(token.text == "of" for token in line.after(at)[1:2])
    return determiner and line.tokens[at + 1].tag in COMMON and not of_it


def _is_one_of_them(line: _Line, at: int) -> bool:
    """Whether "one" stands for a noun told before: "make one now"."""
    before, following = line.tokens[at - 1], line.tokens[at + 1]
    return at > 0 and before.tag in VERBS and following.tag in {"RB", ".", ","}


def _is_the_same(line: _Line, at: int) -> bool:
    """Whether "the same" ends a clause, or is of a paper: "the same report"."""
    the = at > 0 and line.tokens[at - 1].text.lower() == "the"
    noun, *behind = line.after(at)
    as_ = bool(behind) and behind[0].text.lower() in {"as", "that", "who", "which"}
    told = any(token.text == noun.text for token in line.tokens[:at])
    paper = noun.text.lower() in PAPERS and not as_ and not told
    return the and (noun.tag in STOPS or paper)


def _is_such(line: _Line, at: int) -> bool:
    """Whether "such tales" are like some that the bullet does not tell."""
    noun, *rest = line.after(at)
    as_ = bool(rest) and rest[0].text.lower() == "as"
    free = at > 0 and line.tokens[at - 1].text.lower() not in {"no", "as"}
    told = any(token.tag == "NNS" for token in line.tokens[:at])
    return free and noun.tag == "NNS" and not as_ and not told


def _is_an_example(line: _Line, at: int) -> bool:
    """Whether it is one of many that were told of: "Odell, for example, has"."""
    fenced = at > 1 and line.tokens[at - 2].tag == "," == line.tokens[at + 1].tag
    opens = at == 1 and line.tokens[at + 1].tag == ","
    return (fenced or opens) and line.tokens[at - 1].text.lower() == "for"


def _is_set_against(line: _Line, at: int) -> bool:
    """Whether a "however" between commas has nothing to be set against."""
    fenced = at > 1 and line.tokens[at - 1].tag == "," == line.tokens[at + 1].tag
    before = {token.text.lower() for token in line.tokens[:at]}
    return fenced and before.isdisjoint({";", "but", "while", "although", "though"})


def _is_all_of_them(line: _Line, at: int) -> bool:
    """Whether "all three" stands without the three."""
    after = line.after(at)
    return (
        len(after) > 1
        and after[0].text.lower() in COUNTED
        and after[1].tag not in ENTITIES | {"JJ", "DT", "PRP$"}
        and after[1].text.lower() != "of"
    )


CHECKS: dict[str, Callable[[_Line, int], bool]] = {
    "it": _is_it,
    "its": _is_of_nothing,
    "itself": _is_of_nothing,
    "them": _is_no_plural,
    "their": _is_no_plural,
    "example": _is_an_example,
    "instance": _is_an_example,
    "this": _is_alone,
    "that": _is_alone,
    "either": _is_either,
    "neither": _is_either,
    "both": _is_either,
    "one": _is_one_of_them,
    "same": _is_the_same,
    "such": _is_such,
    "similar": _is_like,
    "however": _is_set_against,
    "all": _is_all_of_them,
}
