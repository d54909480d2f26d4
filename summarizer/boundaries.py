"""The places in a paragraph where a sentence may end, and which of them it ends at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summarizer.boundary_rules import RULES
from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

# A mark that may end a sentence, the marks it closes, and white space or, where the
# space was forgotten, whatever a sentence can start with.
CANDIDATE = re.compile(
    r"""
    (?P<mark>[.?!…]{1,8})
    (?P<closers>["'”’»)\]}]{0,4})
    (?P<gap>\s+|(?=[A-Z"'“‘]))
    """,
    re.VERBOSE,
)
RIGHT = re.compile(
    r"""
    (?P<opening>["'“‘«(\[`]{0,4})
    (?P<word>[^\s,;:.?!…"“”»()\[\]|]{0,40})
    """,
    re.VERBOSE,
)
LEFT_REACH = 40
OPENING_MARKS = "\"'“‘«([—–"

QUOTATION_MARKS = frozenset("\"'“”‘’»")

DOUBTED = (
    "titles",
    "before_rank",
    "never_final",
    "before_number",
    "months",
    "may_be_final",
    "states",
    "only_with_capital",
    "clock",
    "never_last",
)
"""The words behind which a stop may mean something else."""
SHORTEST_PLAIN = 2
BEGINNING = re.compile(r"[\"“'‘]?[A-Z]")


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place between two words where a sentence may end."""

    text: str
    mark: str
    closers: str
    left: str
    """The word before the mark, with stops inside it but none at its end."""
    opening: str
    """Quotation marks and brackets before the word behind."""
    right: str
    """The word behind, without what stands before and after it."""
    lone: bool
    """Whether white space stands before the mark."""
    begun: int
    """The offset where the sentence before the mark starts."""
    end: int
    """The offset behind the mark."""
    cut: int
    """The offset behind the marks it closes: the sentence would end here."""
    start: int
    """The offset where the next sentence would start."""

    @property
    def low(self) -> str:
        """The word before the mark in lower case."""
        return self.left.lower()

    @property
    def glued(self) -> bool:
        """Whether no white space stands between the two words."""
        return self.start == self.cut

    @property
    def starter(self) -> bool:
        """Whether the word behind is one that often starts a sentence."""
        return self.right[:1].isupper() and self.right.lower() in words(
            "abbreviations", "starters"
        )

    @property
    def quoted(self) -> bool:
        """Whether the mark stands at the end of a quotation."""
        return not QUOTATION_MARKS.isdisjoint(self.closers)


def cuts(
    text: str,
    *,
    propose: Callable[[int, int], Iterator[int]],
    openings: Collection[int],
) -> Iterator[int]:
    """The offsets in ``text`` where one sentence ends and the next begins.

    ``propose`` gives the offsets where Punkt starts a sentence between two places, in
    order; it is only asked where no rule has a word to say. ``openings`` are those of
    the marks that open a quotation.
    """
    begun = 0
    doubted: list[re.Match[str]] = []
    for match in CANDIDATE.finditer(text):
        if match.end() == len(text):
            break
        if _ends_plainly(text, match):
            yield from _judged(text, doubted, (begun, match.end()), propose, openings)
            yield match.end("closers")
            begun, doubted = match.end(), []
        else:
            doubted.append(match)
    yield from _judged(text, doubted, (begun, len(text)), propose, openings)


def _judged(
    text: str,
    doubted: Sequence[re.Match[str]],
    stretch: tuple[int, int],
    propose: Callable[[int, int], Iterator[int]],
    openings: Collection[int],
) -> Iterator[int]:
    """Those of the places between two sure ends that are ends as well."""
    begun, last = stretch
    proposed: Iterator[int] | None = None
    start = -1
    for match in doubted:
        boundary = _boundary(text, match, begun, openings)
        verdict = _verdict(boundary)
        if verdict is None:
            proposed = propose(*stretch) if proposed is None else proposed
            while start < boundary.end:
                start = next(proposed, last)
            verdict = start <= boundary.start
        if verdict:
            begun = boundary.start
            yield boundary.cut


def _ends_plainly(text: str, match: re.Match[str]) -> bool:
    """Whether an ordinary word, a stop, a space and a capital stand there.

    No rule has a word to say of that, and Punkt always finds an end.
    """
    stop, start = match.span()
    if not text.startswith(". ", stop) or start != stop + 2:
        return False
    before = text.rfind(" ", max(0, stop - LEFT_REACH), stop)
    left = text[before + 1 : stop] if before >= 0 else ""
    return (
        BEGINNING.match(text, start) is not None
        and len(left) >= SHORTEST_PLAIN
        and left.isascii()
        and left.isalpha()
        and left.lower() not in _doubted()
    )


@cache
def _doubted() -> frozenset[str]:
    known = (words("abbreviations", group) for group in DOUBTED)
    return frozenset(word.lower() for word in frozenset({"By"}).union(*known))


def _boundary(
    text: str, match: re.Match[str], begun: int, openings: Collection[int]
) -> Boundary:
    start, cut, closers = match.end(), match.end("closers"), match["closers"]
    if closers and start == cut and cut - 1 in openings:
        start, cut, closers = start - 1, cut - 1, closers[:-1]
    behind = RIGHT.match(text, start)
    before = text[max(0, match.start() - LEFT_REACH) : match.start()]
    words_before = before.split()
    return Boundary(
        text=text,
        mark=match["mark"],
        closers=closers,
        left=words_before[-1].lstrip(OPENING_MARKS) if words_before else "",
        opening=behind["opening"] if behind else "",
        right=behind["word"] if behind else "",
        lone=before[-1:].isspace(),
        begun=begun,
        end=match.end("mark"),
        cut=cut,
        start=start,
    )


def _verdict(boundary: Boundary) -> bool | None:
    """Whether a sentence ends here; None when no rule has a word to say."""
    for rule in RULES:
        verdict = rule(boundary)
        if verdict is not None:
            return verdict
    return None
