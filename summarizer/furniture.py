"""What stands around an article and is not part of it: by-lines, captions, promotions.

``is_furniture`` knows a line by its words; ``kept`` also leaves out the headings and
captions among many lines; ``body`` does both for sentences.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from summarizer.lexicon import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Article, Sentence

LONGEST = 700  # characters; no line of furniture seen was longer
LONGEST_TELLTALE = 300  # characters; in a longer line the end says nothing of the rest
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
STRAIGHT = str.maketrans("‘’“”", "''\"\"")
# What a line may be wrapped in: list marks, arrows, brackets, quotation marks.
WRAPPING = " \t.,:;!|>»›<«‹-–—_*•·…[]()\"'↓→←▶►+=#~/"
TERMINAL = re.compile(r"[.!?…][\"'”’)\]»]*$")
OPEN_DOT = re.compile(r"\s\.$")  # how a line without a full stop ends in flat text
CAPTION_LABEL = re.compile(r"^[A-Z'‘“\"][^:.!?]{1,40}: \S")
CREDIT = re.compile(
    r"""^[(\[]?\s?(?:photos?|photograph(?:y|er|s)?|pictures?|images?|credits?|video|
        graphic|illustration|source)\b [^:]{0,20} :""",
    re.IGNORECASE | re.VERBOSE,
)
STAGE_MARK = re.compile(r"^[(\[][A-Z][A-Z .,:'/-]{2,60}[)\]]$")  # (BEGIN VIDEO CLIP)
NUMBERED_MARK = re.compile(r"^\W{0,3}\d{0,3}\W{0,3}$")  # [1], 3., - 30 -
PARENTHESIS = re.compile(
    r"^\((?:reporting|writing|editing|additional|written) .{0,300}\)$", re.IGNORECASE
)
TIMESTAMP = re.compile(
    r"^(?:first |last )?(?:published|updated|posted|modified|created)"
    r"(?:\s?:| (?:at|on)\b|\s?\.?\s?\d).{0,60}$",
    re.IGNORECASE,
)
LONGEST_FRAGMENT = 25  # words; captions of the Daily Mail kind are longer than headings
LONGEST_HEADING = 16
SHORTEST_CLAUSE = 4
NOTE_REACH = 8  # sentences after an "Editor's note" in which it may end


def is_furniture(line: str) -> bool:
    """Whether a whole line or paragraph is known not to be article text.

    >>> is_furniture("Scroll down for video"), is_furniture("He scrolled down.")
    (True, False)
    """
    if len(line) > LONGEST:
        return False
    text = " ".join(line.translate(STRAIGHT).split())
    return (
        NUMBERED_MARK.match(text) is not None
        or _is_known(text)
        or _is_byline(text)
        or _is_date(text)
        or any(p.match(text) for p in (CREDIT, STAGE_MARK, PARENTHESIS, TIMESTAMP))
    )


def kept(lines: Sequence[str]) -> tuple[int, ...]:
    """The places of the lines that are article text.

    Headings and captions are told by their missing full stop, so they are only left
    out among lines that mostly have one.
    """
    known = [is_furniture(line) for line in lines]
    plain = [index for index, is_known in enumerate(known) if not is_known]
    ended = sum(has_end(lines[index]) for index in plain)
    if 2 * ended < len(plain):
        return tuple(plain)
    found = tuple(i for i in plain if not is_heading(lines[i]))
    return found or tuple(plain)


def body(sentences: Sequence[Sentence], article: Article) -> tuple[Sentence, ...]:
    """The sentences that are article text, numbered anew from 0."""
    lines = [_line(sentence, article) for sentence in sentences]
    gone = _notes(lines) | _names_after_by(lines)
    rest = [index for index in range(len(lines)) if index not in gone]
    places = kept([lines[index] for index in rest])
    return tuple(
        replace(sentences[rest[place]], index=index)
        for index, place in enumerate(places)
    )


def has_end(line: str) -> bool:
    """Whether the line ends like a sentence, or with the colon before a quotation."""
    if OPEN_DOT.search(line):
        return False
    return TERMINAL.search(line) is not None or _opens_quotation(line)


def is_heading(line: str) -> bool:
    """Whether a line without a full stop is a heading, a caption or a link."""
    if has_end(line):
        return False
    bare = OPEN_DOT.sub("", line)
    found = WORD.findall(bare[:LONGEST])
    if len(found) < SHORTEST_CLAUSE or _is_title_case(found):
        return True
    if OPEN_DOT.search(line) and CAPTION_LABEL.match(bare):
        return True
    most = LONGEST_FRAGMENT if OPEN_DOT.search(line) else LONGEST_HEADING
    return len(found) <= most or not _has_verb(found)


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


def _is_known(text: str) -> bool:
    lower = text.lower()
    bare = lower.strip(WRAPPING)
    if _pattern("whole").fullmatch(bare) or _pattern("opening").match(bare):
        return True
    if len(text) <= LONGEST_TELLTALE and (
        _pattern("anywhere").search(lower) or _ending().search(bare)
    ):
        return True
    is_link = not has_end(text) and _pattern("link").match(bare) is not None
    return is_link and len(WORD.findall(text)) <= LONGEST_FRAGMENT


@cache
def _pattern(group: str) -> re.Pattern[str]:
    """The phrases of a group, whole words only."""
    return re.compile(rf"(?:{_alternatives(group)})(?!\w)")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives('ending')})$")


def _alternatives(group: str) -> str:
    phrases = sorted(words("furniture", group), key=lambda p: (-len(p), p))
    return "|".join(re.escape(p).replace(r"\*", ".{0,80}") for p in phrases)


def _is_byline(text: str) -> bool:
    bare = text.strip(WRAPPING)
    lower = bare.casefold()
    verbs = sorted(words("furniture", "byline_verbs"), key=len, reverse=True)
    signed = next((verb for verb in verbs if f"{lower} ".startswith(f"{verb} ")), "")
    found = WORD.findall(bare[len(signed) :])
    if len(found) > LONGEST_HEADING or any(not _may_sign(word) for word in found):
        return False
    if signed == "by" or " by" in signed:
        return not _has_date(found)
    roles = words("furniture", "byline_roles")
    return len(found) > 1 and found[-1].casefold() in roles and not has_end(f"{text}x")


def _may_sign(word: str) -> bool:
    allowed = words("furniture", "byline_words") | words("furniture", "byline_roles")
    return not word[0].islower() or word in allowed


def _has_date(found: Sequence[str]) -> bool:
    anchors = words("furniture", "date_anchors")
    return any(word.casefold() in anchors or word[0].isdigit() for word in found)


def _is_date(text: str) -> bool:
    """Whether the line is made of nothing but a date or a time."""
    found = re.findall(r"[^\W\d_]+|\d+", text[:80].lower())
    if len(text) > 80 or not any(word.isdigit() for word in found):  # noqa: PLR2004
        return False
    allowed, anchors = (
        words("furniture", "date_words"),
        words("furniture", "date_anchors"),
    )
    return all(word.isdigit() or word in allowed for word in found) and any(
        word in anchors for word in found
    )


def _line(sentence: Sentence, article: Article) -> str:
    """The sentence with the lone " ." that may follow it in flat text."""
    end = sentence.span.end
    return (
        f"{sentence.text} ." if article.text[end : end + 2] == " ." else sentence.text
    )


def _notes(lines: Sequence[str]) -> set[int]:
    """The places of the sentences that belong to a longer editor's note."""
    ends = tuple(table("furniture")["note_ends"])
    gone: set[int] = set()
    for start, line in enumerate(lines):
        if not line[:14].translate(STRAIGHT).lower().startswith("editor's note"):
            continue
        reach = range(start, min(start + NOTE_REACH, len(lines)))
        last = [i for i in reach if any(end in lines[i].lower() for end in ends)]
        gone.update(range(start, last[-1] + 1) if last else [start])
    return gone


def _names_after_by(lines: Sequence[str]) -> set[int]:
    """The places of the names that a lone "By." left behind."""
    return {
        place + 1
        for place, line in enumerate(lines[:-1])
        if line.strip(WRAPPING) == "By" and _is_byline(f"By {lines[place + 1]}")
    }
