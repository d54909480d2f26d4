"""What the article says of somebody beside the name, whole and surely of that person.

Only letters count here, and closed lists of words: of what may stand around such words
in the article, and of what may not be in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.article import Span, touches
from summarizer.full_names import SENTENCE_BEFORE
from summarizer.lexicon import words
from summarizer.told_words import is_known, is_verb, means_more, reporting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.trace import Trace

OWNED = re.compile(r"[A-Z][\w-]{0,30}(?: [A-Z][\w-]{0,30}){0,4}['’]s? ")
"""Whose lawyer it is, by name."""
LONGER = re.compile(r",? (?:[JS]r\b|II\b|III\b|IV\b)| [A-Z]|[-–/&@]|\w")
"""Behind a name: it goes on, or is somebody else's."""
LAST_WORD = re.compile(r"(?P<word>[\w.'’-]{1,40}),?[ \xa0]\Z")
CLOSED = re.compile(r"[.;](?:[\"”’']?\s+[\"“‘]?[A-Z]|\s*\Z|\n)|, (?P<next>\w{1,30})\b")
"""Behind words between commas: the sentence ends, or goes on."""
ASIDE = re.compile(r" \([A-Z][\w .&-]{1,30}\)")
"""Behind the name of a body: its short form."""
ADDED = re.compile(r" who(?:['’]s)? ")
"""Behind "a baker" a relative clause only adds something."""
COMPLEMENT = re.compile(r" (?:of|for|at|in|on|from|with|to)\b")
MOST_IN_FRONT, MOST_BEHIND = 5, 12
LEAST_DEFINITE = 3
"""Words of "the mayor of Odell"; "the victim" means somebody told of before."""
SHORTEST = 3
"""Letters of a word that a sentence may end on; "Inc." is no end."""
REACH = 80
"""Characters before a name that are looked at."""
JOINING = frozenset({"of", "for", "in", "at", "near", "on", "from", "and", "or"})
"""In front of several words they may make them the end of a longer title."""
FENCES = (") ", "-- ", "— ", "– ", '," ', ",” ")
"""Behind these no word of the phrase stands."""


def said_in_front(trace: Trace, said: str, name: str) -> bool:
    """Whether the article has the words in front of the name, whole."""
    head = _head_in_front(said)
    low = head.lower().rstrip(".")
    alone = " " not in said and low in words("portraits", "bare")
    if len(said.split()) > MOST_IN_FRONT or not is_known(low) or alone:
        return False
    if head.rstrip(".") in words("titles", "neutral") or means_more(said):
        return False
    if low in words("portraits", "own") or re.search(r"['’]", said[-2:]):
        return False
    text = trace.article.text
    return any(
        _begins(text[max(0, at - REACH) : at], said)
        and not LONGER.match(text, at + len(said) + 1 + len(name))
        for at in _places(trace, f"{said} {name}")
    )


def _head_in_front(said: str) -> str:
    """The word that says what somebody is: "‹Director› of National Intelligence"."""
    office = said.partition(" of ")[0] if " of " in said else said
    return office.rpartition(" ")[2]


def _begins(before: str, said: str) -> bool:
    """Whether a phrase surely begins behind these words."""
    if not before.strip() or before.endswith(("\n", ")", '"', "“", *FENCES)):
        return True
    if SENTENCE_BEFORE.search(before):
        return True
    last = LAST_WORD.search(before)
    if last is not None and before.rstrip().endswith(","):
        return not is_known(last["word"])
    if last is None or not last["word"].islower():
        return False
    if last["word"] in JOINING and " " in said:
        return last["word"] in {"of", "for"} and _is_apart(before, said)
    return last["word"] in words(
        "portraits", "before"
    ) | reporting() | JOINING or is_verb(last["word"])


def _is_apart(before: str, said: str) -> bool:
    """Whether a phrase behind "of" is no end of a longer title.

    It opens on "former"; or it has capitals throughout, and no capital stands before.
    """
    if said.partition(" ")[0].lower() in words("portraits", "openers"):
        return True
    earlier = LAST_WORD.search(before.rstrip().rpartition(" ")[0] + " ")
    small = earlier is not None and earlier["word"].islower()
    return small and all(word[0].isupper() for word in said.split())


def said_behind(trace: Trace, said: str, name: str) -> bool:
    """Whether the article has the words behind the name, whole."""
    if len(said.split()) > MOST_BEHIND or means_more(said):
        return False
    if not _is_role(said):
        return False
    one = said.startswith(("a ", "an "))
    text = trace.article.text
    return any(
        not is_of_another(text[max(0, at - REACH) : at])
        and _is_closed(text, at + len(name) + len(", ") + len(said), indefinite=one)
        for at in _places(trace, f"{name}, {said}")
    )


def _is_role(said: str) -> bool:
    """Whether the words are a noun phrase that says what somebody is."""
    first, _, rest = said.partition(" ")
    own, bare = words("portraits", "own"), words("portraits", "bare")
    if first in {"a", "an", "the"}:
        core, head = _core(rest)
        known = is_known(head) or head in words("portraits", "people")
        vague = head in own or (core == rest and head in bare) or "'s" in core
        long = first in {"a", "an"} or len(said.split()) >= LEAST_DEFINITE
        return known and long and not vague
    owner = OWNED.match(said)
    _, head = _core(said[owner.end() :] if owner else said)
    return is_known(head) or (owner is not None and head in own)


def _core(said: str) -> tuple[str, str]:
    """The words that say what somebody is, and the last of them in small letters.

    They go up to the first preposition, or to an "and" if no role ends them.
    """
    core = COMPLEMENT.split(said, maxsplit=1)[0]
    if not is_known(core.rpartition(" ")[2]):
        core = core.partition(" and ")[0]
    return core, core.rpartition(" ")[2].lower()


def _is_closed(text: str, end: int, *, indefinite: bool) -> bool:
    """Whether the words behind a name end there: no "mayor of Paris" in Texas."""
    if ASIDE.match(text, end) or (indefinite and ADDED.match(text, end)):
        return True
    match = CLOSED.match(text, end)
    if match is None:
        return False
    following = match["next"]
    if following is None:
        last = re.search(r"\w+\Z", text[max(0, end - REACH) : end])
        return (
            last is not None
            and len(last.group()) >= SHORTEST
            and last.group()
            not in {
                "Inc",
                "Corp",
                "Ltd",
            }
        )
    goes_on = words("portraits", "behind") | reporting()
    return following in goes_on or following.endswith("ed")


def is_of_another(before: str) -> bool:
    """Whether words behind the name may be of a noun before: "the son of Ana Vale"."""
    last = LAST_WORD.search(before)
    return last is not None and (
        last["word"].lower() in {"of", "and", "or", "his", "her", "their"}
        or last["word"].endswith(("'s", "’s", "s'", "s’"))
    )


def _places(trace: Trace, phrase: str) -> Iterator[int]:
    """Where the article has the words, quotations and the case of one letter aside."""
    text = trace.article.text
    for form in dict.fromkeys((phrase, phrase[0].swapcase() + phrase[1:])):
        at = text.find(form)
        while at >= 0:
            span = Span(at, at + len(form))
            if not text[max(0, at - 1) : at].strip('"“( \n\xa0)—–-') and not touches(
                span, trace.cast.quoted
            ):
                yield at
            at = text.find(form, at + 1)
