"""Sentences of an article: Punkt with our own lexicon, and what it cannot know.

Punkt proposes the ends of sentences. Every place where one could be is then looked at
once more (``boundaries.py``): some of what Punkt proposes is refused (``Gov. | Hale``),
some that it doesn't see is added (``5 p.m. | Shoppers``). A short quotation of several
sentences stays together with the words that say whose it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, partial
from typing import TYPE_CHECKING

from summarizer.article import Sentence, Span
from summarizer.boundaries import cuts
from summarizer.lexicon import words
from summarizer.missing_stops import missing_stops
from summarizer.nltk_loader import punkt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from summarizer.article import Article

# A quotation of several sentences is one unit up to this size: room for "A. B," X said,
# and not more than a reader takes in at once.
UNIT_SENTENCES = 3
UNIT_WORDS = 60

# What stands in front of an item of a list; a dash in front of a small letter goes on.
LIST_MARK = re.compile(
    r"[•▪●◦‣∙■]\s*(?=\w|[\"“‘'$£€])|(?:--|[–—-])\s+(?=[A-Z\d\"“$£€])"
)
BEFORE_BRACKET = (".", "!", "?", '."', '?"', '!"', ".”", "?”", "!”", ".'", ".’")
WORD_CHARACTER = re.compile(r"[^\W_]")
DOUBLE_MARK = re.compile(r"[\"“”„]")
SINGLE_MARK = re.compile(r"['‘’]")
MARK = re.compile(r"[\"“”„'‘’]")
BEFORE_OPENING = re.compile(r"[\s(\[—–\"“„'‘-]")
AFTER_CLOSING = re.compile(r"[\s)\]—–,;:.?!…\"”'’-]")
# What makes a single mark in front of a word an apostrophe: '90s, 'em, 'til.
ELISION = re.compile(r"\d0s|(?:em|til|tis|twas|cause|n)\b", re.IGNORECASE)


def split(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the body paragraphs, in order.

    >>> from summarizer.article import Article
    >>> text = 'Gov. Ann Hale left. "Are you sure?" she asked.'
    >>> article = Article(text=text, paragraphs=(Span(0, len(text)),))
    >>> [sentence.text for sentence in split(article)]
    ['Gov. Ann Hale left.', '"Are you sure?" she asked.']
    """
    found: list[Sentence] = []
    for number, paragraph in enumerate(article.paragraphs):
        for local in _pieces(paragraph.of(article.text)):
            span = Span(paragraph.start + local.start, paragraph.start + local.end)
            found.append(Sentence(span.of(article.text), span, len(found), number))
    return tuple(found)


def _pieces(text: str) -> list[Span]:
    """The sentences of one paragraph, as spans of its text."""
    quotations = _quotations(text)
    openings = {opening for opening, _ in quotations}
    marked = cuts(text, propose=partial(_proposed, text), openings=openings)
    ends = sorted({*marked, *missing_stops(text, quotations)})
    stripped = [
        _stripped(text, start, end)
        for start, end in zip([0, *ends], [*ends, len(text)], strict=True)
    ]
    return _with_quotations_whole(text, _with_words(text, stripped), quotations)


def _proposed(text: str, begin: int, end: int) -> Iterator[int]:
    """Where Punkt would start a sentence between two places where one does."""
    return (begin + start for start, _ in _punkt()(text[begin:end]))


@cache
def _punkt() -> Callable[[str], Iterable[tuple[int, int]]]:
    module = punkt()
    parameters = module.PunktParameters()
    for group in ("titles", "never_final", "months", "may_be_final", "states"):
        parameters.abbrev_types |= words("abbreviations", group)
    parameters.sent_starters |= words("abbreviations", "starters")
    tokenizer = module.PunktSentenceTokenizer(parameters)
    spans: Callable[[str], Iterable[tuple[int, int]]] = tokenizer.span_tokenize
    return spans


def _stripped(text: str, start: int, end: int) -> Span:
    """The piece without blanks at its ends, and without the mark of a list."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end = start + len(piece.strip())
    mark = LIST_MARK.match(text, start, end)
    return _without_odd_bracket(text, mark.end() if mark else start, end)


def _without_odd_bracket(text: str, start: int, end: int) -> Span:
    """The piece without a bracket at its edge whose other half is in another piece."""
    piece = text[start:end]
    if piece[:1] == "(" and ")" not in piece:
        return Span(end - len(piece[1:].lstrip()), end)
    if piece[-1:] == ")" and "(" not in piece and piece[:-1].endswith(BEFORE_BRACKET):
        return Span(start, end - 1)
    return Span(start, end)


def _with_words(text: str, pieces: Iterable[Span]) -> list[Span]:
    """The pieces; one without a letter or a digit belongs to a neighbour."""
    kept: list[Span] = []
    wordless_so_far = True
    for piece in filter(None, pieces):
        wordless = not WORD_CHARACTER.search(text, piece.start, piece.end)
        if kept and (wordless or wordless_so_far):
            kept[-1] = Span(kept[-1].start, piece.end)
        else:
            kept.append(piece)
        wordless_so_far = wordless_so_far and wordless
    return kept


def _with_quotations_whole(
    text: str, pieces: list[Span], quotations: Sequence[tuple[int, int]]
) -> list[Span]:
    """The pieces, with short quotations joined to what else is in their sentence."""
    starts = [piece.start for piece in pieces]
    joined = list(range(len(pieces)))
    for opening, closing in quotations:
        first = joined[bisect_right(starts, opening) - 1]
        last = bisect_right(starts, closing) - 1
        unit = Span(pieces[first].start, pieces[last].end)
        outside = (Span(unit.start, opening), Span(closing + 1, unit.end))
        if (
            last - first in range(1, UNIT_SENTENCES)
            and any(WORD_CHARACTER.search(part.of(text)) for part in outside)
            and len(unit.of(text).split()) <= UNIT_WORDS
        ):
            joined[first : last + 1] = [first] * (last - first + 1)
    return list(_merged(pieces, joined))


def _merged(pieces: list[Span], joined: list[int]) -> Iterator[Span]:
    """One span for all pieces that are joined to the same first one."""
    for number, first in enumerate(joined):
        if number + 1 == len(joined) or joined[number + 1] != first:
            yield Span(pieces[first].start, pieces[number].end)


def _quotations(text: str) -> list[tuple[int, int]]:
    """The offsets of opening and closing marks that make a pair."""
    if not MARK.search(text):
        return []
    doubles = _paired(text, DOUBLE_MARK, _double_role)
    singles = _paired(text, SINGLE_MARK, _single_role)
    return sorted([*doubles, *singles])


def _paired(
    text: str, mark: re.Pattern[str], role: Callable[[str, int], str]
) -> Iterator[tuple[int, int]]:
    opening: int | None = None
    for match in mark.finditer(text):
        part = role(text, match.start())
        if part == "open" or (part == "either" and opening is None):
            opening = match.start()
        elif part in ("close", "either") and opening is not None:
            yield opening, match.start()
            opening = None


def _double_role(text: str, at: int) -> str:
    if text[at] != '"':
        return "close" if text[at] == "”" else "open"
    opens, closes = _looks(text, at)
    if opens == closes:
        return "either"
    return "open" if opens else "close"


def _single_role(text: str, at: int) -> str:
    """What a single mark does; "none" for an apostrophe, or what may be one."""
    opens, closes = _looks(text, at)
    if opens and text[at] != "’":
        return "none" if ELISION.match(text, at + 1) else "open"
    possessive = text[at - 1 : at] == "s"
    return "close" if closes and not possessive and text[at] != "‘" else "none"


def _looks(text: str, at: int) -> tuple[bool, bool]:
    """Whether the mark stands like an opening one, and like a closing one."""
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    opens = bool(BEFORE_OPENING.match(before)) and not after.isspace()
    closes = bool(AFTER_CLOSING.match(after)) and not before.isspace()
    return opens, closes
