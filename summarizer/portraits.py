"""What an article itself says of somebody in a few words beside the name.

In front of it a title or a role, "Chelsea goalkeeper Ana Vale"; behind it an
apposition, "Ana Vale, a lawyer for the port, said".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.appositions import apposition
from summarizer.article import Span, touches
from summarizer.lexicon import words
from summarizer.name_words import is_title
from summarizer.role_words import (
    IN_FRONT,
    has_never,
    is_known,
    phrase,
    row_start,
    says_what,
)
from summarizer.tagging import tag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence, Token

JOINING = frozenset(
    {"of", "for", "in", "at", "near", "on", "from", "and", "or", "&", "/"}
)
"""Behind these a role may be the end of a longer one: "Friends of Odell spokesman"."""
NO_START = frozenset({"DT", "PRP$", "POS", "CD", "PDT", "VBN", "$", "#"}) | IN_FRONT
MOST_IN_FRONT = 5
"""Words."""
MOST_PLACES = 6
"""Places where a name is looked up."""
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
            row = apposition(tokens, first, last)
            if row:
                yield Portrait(phrase(sentence, row), behind=True)


def _in_front(
    sentence: Sentence, tokens: Sequence[Token], name: int
) -> Iterator[Portrait]:
    start = row_start(tokens, name)
    head = name - 1
    if start == name or is_title(tokens[name].text):
        return
    if start > 1 and tokens[start - 1].text == "of" and _is_office(tokens, start, name):
        head = start - 2
        start = row_start(tokens, head) if head else head
    row = tokens[start:name]
    if not 0 < len(row) <= MOST_IN_FRONT or not _is_whole(tokens, start, name):
        return
    if not says_what(tokens[head].text, alone=len(row) == 1) or _is_split(row):
        return
    text = phrase(sentence, row)
    if not has_never(row) and not any(char in text for char in '"“”()[]'):
        yield Portrait(text, behind=False, opens=start == 0 and not _is_proper(row[0]))


def _begins(tokens: Sequence[Token], start: int, name: int) -> bool:
    """Whether no longer title ends on the words behind an "of" or a "for".

    "fans of ‹former singer› Ana Vale", "the office of ‹Odell Gov.› Ana Vale".
    """
    row = tokens[start:name]
    if tokens[start - 1].text not in {"of", "for"}:
        return False
    if row[0].text in words("portraits", "openers"):
        return True
    small = start > 1 and tokens[start - 2].text.islower()
    return small and is_title(row[-1].text) and all(t.text[0].isupper() for t in row)


def _is_proper(token: Token) -> bool:
    """Whether a word that opens a sentence has its capital everywhere."""
    low = token.text.lower()
    return (
        token.tag == "NNP"
        and not is_known(token.text)
        and low not in words("titles", "modifiers")
    )


def _is_split(row: Sequence[Token]) -> bool:
    """Whether a small word in front of a title is no part of it: "show Maj. Vale"."""
    titled = row[-1].text[0].isupper() and row[0].text[0].islower()
    small = [token.text for token in row if token.text[0].islower()]
    known = words("titles", "modifiers")
    return titled and not all(is_known(word) or word in known for word in small)


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
    if low in JOINING and _begins(tokens, start, name):
        return True
    if low in JOINING:
        joined = low in {"and", "or", "&", "/"}
        plain = not joined or (start > 1 and tokens[start - 2].tag in {"NNP", ","})
        return plain and name - start == 1
    if low == ",":
        item = tokens[start - 2].text.lower() if start > 1 else ""
        stacked = tokens[start].tag == "JJ" and tokens[start - 2].tag in {"JJ", "CD"}
        return not is_known(item) and not stacked
    small = before.text.islower() or not before.text[0].isalpha() or start == 1
    return small and before.tag not in NO_START
