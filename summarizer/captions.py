"""Headings and captions, told by their shape: no full stop, no verb, capitals.

In flat text a line without a full stop ends with a lone " .", which says the same.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
POSE = r"[A-Z][^:.!?\"“”‘]{3,70}ing [^:.!?\"“”‘]{2,50}"  # the mayor arriving at court
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
LOOKED_AT = 700  # characters of a line; headings and captions are shorter
TERMINAL = re.compile(r"[.!?…][\"'”’)\]»]*$")
SIGNED = re.compile(r"[\"”] ?(?:--|–|—) ?[A-Z][^\"“”]{1,60}$")  # "..." -- Mara Holt
SIDE = r"(?:far |bottom |top |second from )?(?:left|right|cent(?:er|re)|middle)"
SIDES = re.compile(
    rf"\({SIDE}(?![-\w])|[A-Z][\w'’-]{{0,25}}(?:, \d{{1,3}})?, {SIDE}(?:,|\.$)"
)
SIDE_WORDS = ("left", "right", "cent", "middle")
POINTING = re.compile(
    r"^(?:Above|Below|Pictured|Left|Right|Top|Bottom|Seen here)(?: left| right)?"
    r"(?:, | (?:above|below|here|with)\b)"
)
IS_PICTURED = re.compile(
    r"\b(?:is|are) (?:(?:pictured|seen|shown) (?:here|above|below)"
    r"|pictured (?:left|right|after|before|with|at|during))\b"
)
SHOWN_WORDS = ("pictured", "seen", "shown")
WHO = re.compile(r"\b(?:who|which|that)\b|[\"“”]")
NICKNAME = re.compile(r" [\"“]\w{2,15}[\"”] (?=[A-Z])")  # Mara "Bridget" Holt
LABEL_WORDS = r"[A-Z][\w'’&-]{0,25}(?:,? [\w'’&-]{1,25}){0,4}"
LABEL = re.compile(
    rf"^(?P<label>{LABEL_WORDS}|['‘“\"]{LABEL_WORDS}['’”\"]|{POSE}): ['‘“\"]?[A-Z0-9]"
)
PAST = re.compile(
    r"\b(?:last (?:week|month|year)|(?:in|on|,) (?:[A-Z][a-z]{2,8} )?(?:\d{1,2}, )?"
    r"(?:19|20)\d\d|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
PAST_WORDS = ("last ", "19", "20", "day")
OPEN_DOT = re.compile(r"\s\.$")  # how a line without a full stop ends in flat text
CAPTION_LABEL = re.compile(rf"^(?:[A-Z'‘“\"][^:.!?]{{1,40}}|{POSE}): \S")
SURE_ENDS = (".", "!", "?", "…")
TAIL = 80  # characters; the end of a line is told by fewer
LONGEST_HEADING = 16
SHORTEST_SENTENCE = 10  # words; shorter ones without a full stop are captions
SHORTEST_CLAUSE = 4
LONGEST_HEADLINE = 15  # words of a link that lacks every article and pronoun
FEWEST_LABELS = 2  # captions with a label in an article that has pictures
# The marks of a page that prints its pictures' captions between the sentences.
PAGE_MARK = re.compile(
    r"^(?:scroll down for|published:|updated:|last updated at|by ?\. )", re.IGNORECASE
)
LONGEST_SCENE = 30  # words
# What a picture shows, as only its caption tells it: "A diver works around the bow".
SHOWS = re.compile(
    r"(?:An?|Two|Three) (?:[\w'’-]{1,20} ){1,4}?"
    r"(?:sits?|stands?|lies?|walks?|works?|looks?|waits?|poses?|smiles?|guards?|patrols?"
    r"|search(?:es)?|inspects?|examines?)(?= )"
)


def has_end(line: str) -> bool:
    """Whether the line ends like a sentence, or as a quotation begins or is signed."""
    if line[-1:] in SURE_ENDS and not line[-2:-1].isspace():
        return True
    tail = line[-TAIL:]
    if OPEN_DOT.search(tail):
        return False
    return bool(TERMINAL.search(tail) or SIGNED.search(tail)) or _opens_quotation(line)


def is_heading(line: str) -> bool:
    """Whether a line without a full stop is a heading, a caption or a link."""
    if has_end(line):
        return False
    spaced = OPEN_DOT.search(line) is not None
    bare = OPEN_DOT.sub("", line[:LOOKED_AT])
    found = WORD.findall(bare)
    if is_bare(line) or (spaced and (_has_any_label(bare) or _is_headline(found))):
        return True
    if spaced and len(found) >= SHORTEST_SENTENCE and _has_verb(found):
        return False
    return len(found) <= LONGEST_HEADING or not _has_verb(found)


def is_bare(line: str) -> bool:
    """Whether the line is too short for a sentence, or in title case."""
    found = WORD.findall(line[:LOOKED_AT])
    return len(found) < SHORTEST_CLAUSE or _is_title_case(found)


def has_label(line: str) -> bool:
    """Whether the line begins like a caption, "In custody: ..."; not "He said: ..."."""
    found = CAPTION_LABEL.match(line)
    return found is not None and not _has_verb(WORD.findall(found[0]))


def is_picture_line(text: str) -> bool:
    """Whether a whole sentence does nothing but say who or what a picture shows."""
    if _holds(text, SIDE_WORDS) and SIDES.search(text):
        return True
    if POINTING.match(text) or _is_scene(text):
        return True
    shown = _holds(text, SHOWN_WORDS) and IS_PICTURED.search(text)
    if shown and not WHO.search(text):
        return True
    if "pictured" not in text.lower():
        return False
    rest = [word for word in WORD.findall(text) if word.lower() != "pictured"]
    return has_label(text) or not _has_verb(rest)


def _holds(text: str, letters: Sequence[str]) -> bool:
    """Whether a pattern may find anything: most lines have none of its words."""
    return any(map(text.__contains__, letters))


def labelled(lines: Sequence[str]) -> set[int]:
    """The places of captions that begin with a label, in an article with pictures.

    A speaker's name comes back; the label of a caption stands once, or twice where the
    page tells that its captions are in the text.
    """
    is_page = any(PAGE_MARK.match(line) for line in lines)
    found = {
        place: match["label"]
        for place, line in enumerate(lines)
        if ": " in line and (match := LABEL.match(line))
    }
    names = list(found.values())
    once = {
        place
        for place, label in found.items()
        if names.count(label) <= 1 + is_page
        and not label.isupper()
        and _names_nobody(label)
        and (
            has_label(lines[place]) or (is_page and _is_catchword(label, lines[place]))
        )
    }
    if len(once) > len(lines) // 2:
        return set()
    if is_page:
        return once | {i for i, line in enumerate(lines) if _shows(line)}
    shows = any(OPEN_DOT.search(lines[i]) or is_picture_line(lines[i]) for i in once)
    return once if shows and len(once) >= FEWEST_LABELS else set()


def _is_catchword(label: str, line: str) -> bool:
    """Whether a label is terse as no clause is: "Ferry makes three: Reyes bought"."""
    is_clause = label.split(maxsplit=1)[0].lower() in words(
        "furniture", "not_in_headlines"
    )
    is_speaker = line[len(label) + 2 :].startswith(("'", "‘", '"', "“"))
    return not is_clause and not is_speaker


def _shows(line: str) -> bool:
    """Whether a sentence has no verb but that of a picture: "A diver works on it"."""
    found = SHOWS.match(line)
    if found is None or WHO.search(line):
        return False
    rest = [word.lower() for word in WORD.findall(line[found.end() : LOOKED_AT])]
    before = WORD.findall(found[0])[:-1]
    is_lone = words("furniture", "verbs").isdisjoint([*before, *rest])
    return is_lone and len(before) + len(rest) <= LONGEST_SCENE


def _has_any_label(line: str) -> bool:
    """The same for a line without a full stop, whose label may hold a verb."""
    found = LABEL.match(line)
    if found is None:
        return has_label(line)
    return _names_nobody(found["label"])


def _names_nobody(label: str) -> bool:
    """Whether no word of the label introduces a speaker: "Added Mara Holt"."""
    return words("furniture", "label_reports").isdisjoint(label.lower().split())


def _is_headline(found: Sequence[str]) -> bool:
    """Whether the words are those of a link to another story: "Holt sells old boat"."""
    lower = {word.translate(STRAIGHT).lower() for word in found}
    is_terse = lower.isdisjoint(words("furniture", "not_in_headlines"))
    return len(found) <= LONGEST_HEADLINE and (is_terse or found[:1] == ["How"])


def _is_scene(text: str) -> bool:
    """Whether a sentence tells in the present what a picture of some past day shows."""
    if not _holds(text, PAST_WORDS) or not PAST.search(text):
        return False
    if WHO.search(NICKNAME.sub(" ", text)):
        return False
    found = WORD.findall(text[:LOOKED_AT])
    if len(found) > LONGEST_SCENE:
        return False
    shown = words("furniture", "caption_verbs")
    return any(word in shown for word in found[1:10]) and not _has_verb(
        [word for word in found if word not in shown]
    )


def _opens_quotation(line: str) -> bool:
    return line.endswith(":") and len(WORD.findall(line[:200])) > SHORTEST_CLAUSE


def _is_title_case(found: Sequence[str]) -> bool:
    long = [word for word in found if len(word) > 3]  # noqa: PLR2004
    capitals = sum(not word[0].islower() for word in long)
    return len(long) > 1 and 4 * capitals >= 3 * len(long)


def _has_verb(found: Sequence[str]) -> bool:
    lower = [word.translate(STRAIGHT).casefold() for word in found]
    verbs = words("furniture", "verbs")
    return any(word in verbs for word in lower) or any(
        word.endswith("ed") and len(word) > SHORTEST_CLAUSE for word in lower[1:]
    )
