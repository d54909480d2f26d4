"""What an article itself says of somebody in a few words beside the name.

In front of it a title or a role, "Chelsea goalkeeper Ana Vale"; behind it an
apposition, "Ana Vale, a lawyer for the port, said".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.article import Span, touches
from summarizer.lexicon import words
from summarizer.name_words import is_role, is_title
from summarizer.tagging import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
IN_FRONT = NOUNS | {"JJ", "JJR", "JJS"}
FINITE = frozenset({"VBD", "VBZ", "MD"})
PARTICIPLES = frozenset(
    {"acting", "leading", "managing", "ranking", "retired", "visiting"}
)
JOINING = frozenset(
    {"of", "for", "in", "at", "near", "on", "from", "and", "or", "&", "/"}
)
"""Behind these a role may be the end of a longer one: "Friends of Odell spokesman"."""
NO_START = frozenset({"DT", "PRP$", "POS", "CD", "PDT", "VBN", "$", "#"}) | IN_FRONT
MOST_IN_FRONT, MOST_BEHIND = 5, 9
"""Words."""
LEAST_DEFINITE = 3
"""Words of "the mayor of Odell"; "the victim" means somebody told of before."""
MOST_PLACES = 6
"""Places where a name is looked up."""
COMPLEMENT = frozenset({"of", "for", "at", "in", "on", "from", "with", "to", "and"})
OFFICES = frozenset({"Gov.", "Sen.", "Rep."})
LONGER = re.compile(r"(?:,? (?:[JS]r\b|II\b|III\b|IV\b)| [A-Z]|[-–/&@])")
"""Behind a name: it goes on."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A few words of the article about one whom it names in full."""

    text: str
    behind: bool
    """Whether they stand behind the name, between commas."""
    opens: bool = False
    """Whether they open a sentence, and may owe their capital to that."""


def portraits(
    name: str, sentences: Sequence[Sentence], quoted: Sequence[Span]
) -> tuple[Portrait, ...]:
    """What the article says of whoever has the name, the most telling first."""
    found = list(_found(name, sentences, quoted))
    return tuple(sorted(dict.fromkeys(found), key=_rank))


def _rank(portrait: Portrait) -> int:
    """A role of several words or an office first, a mere "Sgt." or "writer" last."""
    if portrait.behind:
        return 1
    office = portrait.text in OFFICES or (
        portrait.text[0].isupper() and not portrait.text.endswith(".")
    )
    return 0 if " " in portrait.text or office else 2


def _found(
    name: str, sentences: Sequence[Sentence], quoted: Sequence[Span]
) -> Iterator[Portrait]:
    places = 0
    for sentence in sentences:
        at = sentence.text.find(name)
        if at < 0:
            continue
        start = sentence.span.start + at
        span = Span(start, start + len(name))
        places += 1
        if places > MOST_PLACES:
            return
        if touches(span, quoted) or LONGER.match(sentence.text, at + len(name)):
            continue
        tokens = tag(sentence)
        first = next((i for i, t in enumerate(tokens) if t.span.start == start), None)
        last = next((i for i, t in enumerate(tokens) if t.span.end == span.end), None)
        if first is not None and last is not None:
            yield from _in_front(sentence, tokens, first)
            yield from _behind(sentence, tokens, first, last)


def _in_front(
    sentence: Sentence, tokens: Sequence[Token], name: int
) -> Iterator[Portrait]:
    start = _run(tokens, name)
    head = name - 1
    if start == name or is_title(tokens[name].text):
        return
    if start > 1 and tokens[start - 1].text == "of" and _is_office(tokens, start, name):
        head = start - 2
        start = _run(tokens, head) if head else head
    row = tokens[start:name]
    if not 0 < len(row) <= MOST_IN_FRONT or not _is_whole(tokens, start, name):
        return
    if not _says_what(tokens[head].text, alone=len(row) == 1) or _is_split(row):
        return
    text = _text(sentence, row)
    if not _has_never(row) and not any(char in text for char in '"“”()[]'):
        yield Portrait(text, behind=False, opens=start == 0 and not _is_proper(row[0]))


def _is_proper(token: Token) -> bool:
    """Whether a word that opens a sentence has its capital everywhere."""
    low = token.text.lower()
    return (
        token.tag == "NNP"
        and not _is_known(token.text)
        and low not in words("titles", "modifiers")
    )


def _run(tokens: Sequence[Token], end: int) -> int:
    """Where the row of nouns and adjectives that ends there begins."""
    start = end
    while start and _may_be_in_front(tokens[start - 1], tokens[start]):
        start -= 1
    return start


def _may_be_in_front(token: Token, following: Token) -> bool:
    return (
        following.span.start - token.span.end == 1
        and (token.tag in IN_FRONT or token.text.lower() in PARTICIPLES)
        and not token.text[0].isdigit()
    )


def _is_split(row: Sequence[Token]) -> bool:
    """Whether a small word in front of a title is no part of it: "show Maj. Vale"."""
    titled = row[-1].text[0].isupper() and row[0].text[0].islower()
    small = [token.text for token in row if token.text[0].islower()]
    known = words("titles", "modifiers")
    return titled and not all(_is_known(word) or word in known for word in small)


def _is_office(tokens: Sequence[Token], start: int, name: int) -> bool:
    """Whether it is "Director ‹of› National Intelligence", with capitals."""
    capitals = start < name and all(t.text[0].isupper() for t in tokens[start:name])
    return capitals and is_title(tokens[start - 2].text)


def _is_whole(tokens: Sequence[Token], start: int, name: int) -> bool:
    """Whether nothing before the row belongs to it."""
    if start == 0:
        return True
    before = tokens[start - 1]
    low = before.text.lower()
    if low in JOINING:
        joined = low in {"and", "or", "&", "/"}
        plain = not joined or (start > 1 and tokens[start - 2].tag in {"NNP", ","})
        return plain and name - start == 1
    if low == ",":
        item = tokens[start - 2].text.lower() if start > 1 else ""
        stacked = tokens[start].tag == "JJ" and tokens[start - 2].tag in {"JJ", "CD"}
        return not _is_known(item) and not stacked
    small = before.text.islower() or not before.text[0].isalpha() or start == 1
    return small and before.tag not in NO_START


def _says_what(head: str, *, alone: bool) -> bool:
    """Whether the word says what somebody is, and not only whose."""
    low = head.lower().rstrip(".")
    if low in words("portraits", "own") or (
        alone and low in words("portraits", "bare")
    ):
        return False
    if head.rstrip(".") in words("titles", "neutral"):
        return False
    return _is_known(head)


def _is_known(head: str) -> bool:
    low = head.lower()
    if low.startswith("co-"):
        return low in words("portraits", "heads")
    return (
        is_title(head)
        or is_role(low)
        or low in words("portraits", "heads")
        or low.endswith("ologist")
    )


def _has_never(row: Sequence[Token]) -> bool:
    """Whether a word means something told elsewhere, or a number is among them."""
    never = words("portraits", "never")
    return any(
        token.text.lower() in never
        or token.text.lower().startswith("then-")
        or token.text in words("names", "calendar")
        or any(char.isdigit() for char in token.text)
        for token in row
    )


def _behind(
    sentence: Sentence, tokens: Sequence[Token], first: int, last: int
) -> Iterator[Portrait]:
    end = _end(tokens, last + 1)
    if end is None or _may_be_of_another(tokens, first):
        return
    row = tokens[last + 2 : end]
    if not _is_apposition(row) or _has_never(row):
        return
    yield Portrait(_text(sentence, row), behind=True)


def _end(tokens: Sequence[Token], comma: int) -> int | None:
    """Where the words behind the comma close: at a stop, or where a verb follows."""
    if comma >= len(tokens) or tokens[comma].text != ",":
        return None
    for at in range(comma + 1, min(len(tokens), comma + 2 + MOST_BEHIND)):
        text = tokens[at].text
        if text in {".", ";"}:
            return at
        if text == ",":
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            goes_on = following is not None and (
                following.tag in FINITE
                or following.text.lower() in words("portraits", "behind")
            )
            return at if goes_on else None
        if tokens[at].tag in FINITE or (
            not text[0].isalnum() and text not in {"'s", "’s"}
        ):
            return None
    return None


def _may_be_of_another(tokens: Sequence[Token], first: int) -> bool:
    """Whether the apposition may be that of a noun before: "the son of Ana Vale"."""
    start = _run(tokens, first)
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
    known = _is_known(head) or head.lower() in words("portraits", "people")
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
    return complete and _says_what(head, alone=len(row) == 1)


def _names_another(token: Token, following: Token) -> bool:
    """Whether a role stands in front of another name: "philanthropist Bo"."""
    return (
        token.text.islower()
        and _is_known(token.text)
        and following.tag in {"NNP", "NNPS"}
    )


def _core(row: Sequence[Token]) -> Sequence[Token]:
    """The words up to the first preposition."""
    end = next((i for i, t in enumerate(row) if t.text in COMPLEMENT and i), len(row))
    return row[:end]


def _text(sentence: Sentence, row: Sequence[Token]) -> str:
    base = sentence.span.start
    return sentence.text[row[0].span.start - base : row[-1].span.end - base]
