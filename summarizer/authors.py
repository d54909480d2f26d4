"""Whose opinion an article is: what an editor must not print in the paper's own voice.

An article is taken for an opinion that says so itself, by its title, its address, a
disclaimer, or a note on its author above a text that speaks in the first person; one
that argues all along; and one in which somebody tells of themselves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer import arguing
from summarizer.article import Span, touched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Article, Sentence
    from summarizer.discourse import Quotations

PARTICLE = r"d[aei]|de la|van|von|der|al-[A-Z]\w+"
NAME = rf"(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z][\w.’'-]*|{PARTICLE})){{1,3}})"
DISCLAIMER = re.compile(
    r"(?:opinions?|views?)(?: and views?| or opinions?)? expressed (?:in|by|here)"
    rf"[^.\n]{{0,80}}?\b(?:of|his|hers?|their)\b(?: own)?(?: {NAME})?"
)
NOTE = re.compile(
    rf"^(?:Editor[’']s note|About the author|Author)\W{{1,3}}{NAME}"
    r"(?:, [^,.\n]{2,80},)? (?:is|was|has|hosts|writes|wrote|covers|teaches|serves"
    r"|served|leads|directs|works|represents)\b",
    re.MULTILINE,
)
BYLINE = re.compile(rf"^By {NAME}$", re.MULTILINE)
SELF = re.compile(rf"^{NAME}(?:, [^,.\n]{{2,80}},)? is\b", re.MULTILINE)
"""How a note begins that says no more than it must, beside a disclaimer."""
BIOGRAPHY = re.compile(
    rf"^{NAME}(?:, [^,.\n]{{2,80}},)? is (?:an?|the) (?:[\w’'-]+ ){{0,6}}"
    r"(?:columnist|writer|author|professor|fellow|director|analyst|contributor|editor"
    r"|historian|lecturer|critic)\b[^\n]*\Z",
    re.MULTILINE,
)
LABEL = re.compile(
    r"^(?:Opinion|Commentary|Op-Ed|Column|Editorial|Comment|Viewpoint|Perspective)\s?[:|–—-]"
    r"|[|–—-]\s?(?:Opinion|Commentary|Op-Ed|Column)\b",
    re.IGNORECASE,
)
SECTION = re.compile(
    r"/(?:opinions?|commentary|commentisfree|op-?ed|columns?|columnists?|editorials?"
    r"|viewpoint|perspectives?)(?:/|$)",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b"
)
THE_AUTHOR = "the author"
LEAST_FIRST = 2
"""Words in the first person, outside quotations, that an opinion has at least."""
TELLER = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]e)\b(?![.]\w)")
TELLER_LETTERS = ("I", "my", "My", "me", "Me")
LEAST_TOLD = 150
"""Words of a text whose teller shows."""
MOSTLY_TOLD = 5.0
"""Of a hundred words so many "I" and "me": somebody tells what they lived through.
Seven of 820 articles have as much, one of them an interview without its questions; the
first that reports has 2.9."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who stands behind an opinion piece."""

    name: Span | None
    """In the article; None when the article does not name its author."""


def find_author(
    article: Article, sentences: Sequence[Sentence], quotations: Quotations
) -> Author | None:
    r"""The author of an opinion piece; None for anything else.

    >>> from summarizer.discourse import Quotations
    >>> from summarizer.reading import read
    >>> piece = read("Taxes must rise.\n\nThe views expressed here are of Ann Vale.")
    >>> find_author(piece, (), Quotations()).name.of(piece.text)
    'Ann Vale'
    """
    disclaimer = _disclaimer(article)
    named = next(_names(article, disclaimer), None)
    if disclaimer or _is_labelled(article):
        return Author(named)
    own = _own_words(sentences, quotations)
    count = len(quotations.quotes)
    if named is not None and _is_personal(own, count):
        return Author(named)
    if _is_memory(own) or arguing.argues(own, count):
        return Author(named)
    return None


def written_by(author: str) -> str:
    """What stands behind a claim of the author's.

    >>> written_by("Ann Vale"), written_by(THE_AUTHOR)
    (', writes Ann Vale', ', the author writes')
    """
    return f", {author} writes" if author == THE_AUTHOR else f", writes {author}"


def is_author(article: Article, name: str) -> bool:
    r"""Whether the article names its author so, in full or by surname.

    >>> from summarizer.reading import read
    >>> is_author(read("By Ann Vale\n\nTaxes must rise, I say."), "Ann Vale")
    True
    """
    disclaimer = _disclaimer(article)
    names = [span.of(article.text) for span in _names(article, disclaimer)]
    return any(name in {full, surname_of(full)} for full in names)


def surname_of(author: str) -> str:
    """What the author goes by after the first time."""
    return author if author == THE_AUTHOR else author.rsplit(" ", 1)[-1]


def _names(article: Article, disclaimer: re.Match[str] | None) -> Iterator[Span]:
    """Where the article names its author, the surest place first."""
    found = [disclaimer] if disclaimer and disclaimer["name"] else []
    found += [match for match in _notes(article, own=disclaimer is not None) if match]
    for match in found:
        start, end = match.span("name")
        yield Span(start, end - len(match["name"]) + len(match["name"].rstrip(".")))


def _disclaimer(article: Article) -> re.Match[str] | None:
    return DISCLAIMER.search(article.text) if " expressed " in article.text else None


def _notes(article: Article, *, own: bool) -> Iterator[re.Match[str] | None]:
    """What names the author; a pattern is asked only where its words stand."""
    text = article.text
    if "ditor" in text or "uthor" in text:
        yield NOTE.search(text)
    if "By " in text:
        yield BYLINE.search(text)
    yield BIOGRAPHY.match(text, text.rfind("\n") + 1)
    if own:
        yield SELF.search(text)


def _is_labelled(article: Article) -> bool:
    address = article.link or article.source or ""
    return bool(LABEL.search(article.title or "") or SECTION.search(address))


def _is_personal(own: str, quotations: int) -> bool:
    """Whether the first person speaks in a text that is no report."""
    is_first = len(FIRST_PERSON.findall(own)) >= LEAST_FIRST
    return is_first and arguing.reaches(0, own, quotations)


def _is_memory(own: str) -> bool:
    """Whether one person tells of themselves throughout."""
    count = len(own.split())
    # Letters are counted quicker than words, and there are at least as many.
    most = sum(map(own.count, TELLER_LETTERS))
    if count < LEAST_TOLD or 100 * most < MOSTLY_TOLD * count:
        return False
    return 100 * len(TELLER.findall(own)) >= MOSTLY_TOLD * count


def _own_words(sentences: Sequence[Sentence], quotations: Quotations) -> str:
    """The text of the sentences without the quotations in it."""
    kept = []
    quoted = [quote.span for quote in quotations.quotes]
    for sentence in sentences:
        base, text, at = sentence.span.start, sentence.text, 0
        for quote in touched(sentence.span, quoted):
            kept.append(text[at : max(at, quote.start - base)])
            at = max(at, quote.end - base)
        kept.append(text[at:])
    return " ".join(kept)
