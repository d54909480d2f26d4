"""What stands around an article and is not part of it: by-lines, captions, promotions.

``is_furniture`` knows a line by its words; ``kept`` also leaves out the headings and
captions among many lines; ``body`` does both for sentences.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.article import Sentence
from summarizer.bylines import WRAPPING, biographies, is_byline, is_contribution
from summarizer.captions import (
    OPEN_DOT,
    STRAIGHT,
    WORD,
    has_end,
    has_label,
    is_bare,
    is_heading,
    is_picture_line,
    labelled,
)
from summarizer.datelines import is_mere_dateline
from summarizer.interviews import unnamed
from summarizer.lexicon import table, words
from summarizer.listings import LIST_INTRODUCTION, WHERE_TO, list_heads
from summarizer.no_comment import is_no_comment
from summarizer.telltales import begins, ends, holds, is_one

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Article

LONGEST = 700  # characters; no line of furniture seen was longer
LINES_KEPT = 256  # a paragraph of one sentence is asked for twice
LONGEST_TELLTALE = 300  # characters; in a longer line the end says nothing of the rest
QUOTES = "\"'"
CREDIT = re.compile(
    r"^[(\[]?(?:photo|photograph(?:y|er)?|picture|image|credit|video|graphic|illustration"
    r"|source)s?(?: credits?| courtesy| source| by)?\s?:",
    re.IGNORECASE,
)
CREDIT_TAIL = re.compile(
    r"\((?:[Pp]hoto|[Pp]icture|[Ii]mage|[Cc]redit)s?:[^()]{0,60}\)?$"
)
COUNTER = re.compile(
    r"^\d[\d.,]{0,9} (?:view )?(?:comment|share|like|view)s?$", re.IGNORECASE
)
STAGE_MARK = re.compile(r"^[(\[][A-Z][A-Z .,:'/-]{2,60}[)\]]$")  # (BEGIN VIDEO CLIP)
UPDATE_MARK = re.compile(
    r"^(?:\([A-Z][\w ]{1,30}\)\s?)?"
    r"\[(?:breaking|previous|original|latest|new|posted|updated?)\b[^\[\]]{0,80}\]?"
    r"(?: \.)?$",
    re.IGNORECASE,
)
LINKED_QUESTION = re.compile(
    r"^(?:opinion|analysis|read|watch|more|video|photo|gallery|related|explainer|blog"
    r"|review|quiz|poll|interactive|map|exclusive|listen|see also|fact check)s?"
    r": .{5,150}\?$",
    re.IGNORECASE,
)
TELEPHONE = re.compile(r"\+\d{1,3} \d[\d ]{6,14}\d\b")
TIME_CODE = re.compile(r"^[(\[]\d{1,2}:\d{2}(?::\d{2})?[)\]] \S")  # of a recording
NUMBERED_MARK = re.compile(r"^\W{0,3}\d{0,3}\W{0,3}$")  # [1], 3., - 30 -
DESK_NOTE = re.compile(
    r"^\((?:reporting|writing|editing|additional|written) .{0,300}\)$", re.IGNORECASE
)
TIMESTAMP = re.compile(
    r"^(?:first |last )?(?:published|updated|posted|modified|created)\s?:.{0,60}$",
    re.IGNORECASE,
)
BREAK = r"(?:^|[/|(:–—-]\s?)"  # where the name of an agency may follow
MENU = re.compile(
    r"[A-Z][\w' -]{2,40} [-–—] (?:Learn|Consider how|Find out|Discover|Explore|Hear"
    r"|See (?:how|what|why)|Check out|Meet the)\b"
)  # "Bridge repairs - Learn about the cost."
WHOLE_LINES = (
    MENU,
    NUMBERED_MARK,
    CREDIT,
    STAGE_MARK,
    UPDATE_MARK,
    TIME_CODE,
    LINKED_QUESTION,
    LIST_INTRODUCTION,
    WHERE_TO,
    DESK_NOTE,
    TIMESTAMP,
    COUNTER,
)
SHOUTED = re.compile(r"^[^a-z]{12,}$")
LONGEST_LINK = 25  # words
LONGEST_DATE = 80  # characters
NOTE_REACH = 8  # sentences after an "Editor's note" in which it may end


def is_furniture(line: str) -> bool:
    """Whether a whole line or paragraph is known not to be article text.

    >>> is_furniture("Scroll down for video"), is_furniture("He scrolled down.")
    (True, False)
    """
    return len(line) <= LONGEST and _is_furniture(line)


@lru_cache(maxsize=LINES_KEPT)
def _is_furniture(line: str) -> bool:
    straight = line if line.isascii() else line.translate(STRAIGHT)
    text = " ".join(straight.split())
    return (
        _is_known(text)
        or is_byline(text)
        or is_contribution(text)
        or is_picture_line(text)
        or CREDIT_TAIL.search(text) is not None
        or (len(text) <= LONGEST_TELLTALE and TELEPHONE.search(text) is not None)
        or _is_date(text)
        or _whole_line().match(text) is not None
    )


@cache
def _whole_line() -> re.Pattern[str]:
    """All patterns of whole lines as one: a line is looked at once."""
    ways = ((p.pattern, "i" if p.flags & re.IGNORECASE else "") for p in WHOLE_LINES)
    return re.compile("|".join(f"(?{flag}:{pattern})" for pattern, flag in ways))


def kept(lines: Sequence[str]) -> tuple[int, ...]:
    """The places of the lines that are article text.

    Headings and captions are told by their missing full stop, so the longer ones are
    only left out among lines that mostly have one.
    """
    plain = [index for index, line in enumerate(lines) if not is_furniture(line)]
    open_ended = [i for i in plain if not has_end(lines[i])]
    spaced = sum(OPEN_DOT.search(lines[i]) is not None for i in open_ended)
    is_punctuated = 2 * (len(open_ended) - spaced) <= len(plain) - spaced
    told = is_heading if is_punctuated else is_bare
    gone = {i for i in open_ended if told(lines[i])} | _shouted(lines, plain)
    return tuple(i for i in plain if i not in gone) or tuple(plain)


def body(sentences: Sequence[Sentence], article: Article) -> tuple[Sentence, ...]:
    """The sentences that are article text, numbered anew from 0."""
    lines = [_line(sentence, article) for sentence in sentences]
    gone = _notes(lines) | _names_after_by(lines) | _captions(lines) | labelled(lines)
    gone |= biographies(lines) | list_heads(lines, sentences, article)
    gone |= unnamed(lines)
    gone |= {i for i, line in enumerate(lines) if _tells_nothing(line)}
    rest = [index for index in range(len(lines)) if index not in gone]
    places = kept([lines[index] for index in rest])
    stays = [sentences[rest[place]] for place in places]
    return tuple(
        [
            s if s.index == index else Sentence(s.text, s.span, index, s.paragraph)
            for index, s in enumerate(stays)
        ]
    )


def _tells_nothing(line: str) -> bool:
    return is_mere_dateline(line) or is_no_comment(line)


def _shouted(lines: Sequence[str], plain: Sequence[int]) -> set[int]:
    """The places of lines in capitals among lines that are not."""
    found = {i for i in plain if SHOUTED.match(lines[i][:LONGEST])}
    spoken = {i for i in found if lines[i][:1] in "\"“'‘"}
    return found - spoken if 2 * len(found) < len(plain) else set()


def _is_known(text: str) -> bool:
    lower = text.lower()
    bare = lower.strip(WRAPPING)
    if is_one("whole", bare):
        return True
    is_quoted = text[0] in QUOTES
    if not is_quoted and begins("opening", bare):
        return True
    if len(text) <= LONGEST_TELLTALE and _tells(lower, bare):
        return True
    if is_quoted or has_end(text) or len(WORD.findall(text)) > LONGEST_LINK:
        return False
    return begins("link", bare) or ends("credit", bare, before=BREAK)


def _tells(lower: str, bare: str) -> bool:
    return holds("anywhere", lower) or ends("ending", bare, before=r"(?<!\w)")


def _is_date(text: str) -> bool:
    """Whether the line is made of nothing but a date or a time."""
    if len(text) > LONGEST_DATE:
        return False
    found = re.findall(r"[^\W\d_]+|\d+", text.lower())
    named = {word for word in found if not word.isdigit()}
    if len(named) == len(set(found)):
        return False
    is_anchored = not named.isdisjoint(words("furniture", "date_anchors"))
    return is_anchored and named <= words("furniture", "date_words")


def _line(sentence: Sentence, article: Article) -> str:
    """The sentence with the lone " ." that may follow it in flat text."""
    after = article.text[sentence.span.end : sentence.span.end + 2]
    return f"{sentence.text} ." if after == " ." else sentence.text


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
        if line.strip(WRAPPING) == "By" and is_byline(f"By {lines[place + 1]}")
    }


def _captions(lines: Sequence[str]) -> set[int]:
    """The places of captions of two sentences: a label first, no full stop last."""
    return {
        place
        for place, (line, after) in enumerate(pairwise(lines))
        if OPEN_DOT.search(after) and has_end(line) and has_label(line)
    }
