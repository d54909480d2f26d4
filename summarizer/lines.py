"""A tagged sentence with each quotation folded into one token, and its reporting verbs.

Parts of a line are ranges of token numbers. Every search in one is bounded, so that
reading a sentence takes time in proportion to its length.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.article import Span, Token
from summarizer.cues import forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence
    from summarizer.cues import Form
    from summarizer.discourse import Quote

Range = tuple[int, int]
"""Numbers of tokens, the second not included."""

QUOTATION = "QUOTE"
"""The tag of a folded quotation."""
MARKS = "\"“”'‘’`"
STOPS = (",", ".", "?", "!", "…", "-", "—", "–", ";")
"""What ends a quotation that words of attribution may follow at once."""
PADDING = ("", "", "", "")
LONGEST_PHRASE = 30
LONGEST_ASIDE = 25
LONGEST_CLAUSE = 12
LONGEST_WORK = 40
"""Characters of a title of a work that may stand before a noun: the "Dawn" star."""

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMES = frozenset({"NNP", "NNPS"})
ADVERBS = frozenset({"RB", "RBR"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
DETERMINERS = frozenset({"DT", "PDT", "PRP$"})
BEFORE_HEAD = NOUNS | {
    "JJ", "JJR", "JJS", "CD", "VBN", "VBG", "POS", "FW", "$", "#", "HYPH", "&", "SYM",
}  # fmt: skip
LINKS = frozenset({
    "of", "for", "from", "at", "in", "with", "on", "to", "against", "near", "behind",
    "between", "inside", "outside", "across", "around", "within", "under", "including",
    "by", "about", "into",
})  # fmt: skip
RELATIVES = frozenset({"who", "which", "whose", "whom", "where"})
FORMS_OF_SAY = frozenset({"said", "says", "told"})


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens of a sentence, every quotation folded into one."""

    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    lows: tuple[str, ...]
    """Lower-case words; both end with empty ones, so that one may look ahead."""

    def __len__(self) -> int:
        return len(self.tokens)

    def span(self, start: int, end: int) -> Span:
        """What the tokens from ``start`` up to ``end`` cover."""
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)


@dataclass(frozen=True, slots=True)
class CueWord:
    """A reporting verb at a place in the line."""

    form: Form
    start: int
    end: int


def fold(sentence: Sentence, tokens: Sequence[Token], quotes: Sequence[Quote]) -> Line:
    """The line of a sentence; a capital inside it makes a name of an adverb."""
    if not quotes:
        return _line([*tokens[:1], *map(_named, tokens[1:])])
    base = sentence.span.start
    folded: list[Token] = []
    waiting = list(reversed(quotes))
    for token in tokens:
        while waiting and waiting[-1].span.end <= token.span.start:
            waiting.pop()
        if not (waiting and waiting[-1].span.overlaps(token.span)):
            folded.append(_named(token) if folded else token)
        elif not folded or folded[-1].span != waiting[-1].span:
            span = waiting[-1].span
            text = sentence.text[span.start - base : span.end - base]
            folded.append(Token(text, QUOTATION, span))
    return _line(folded)


def _line(folded: Sequence[Token]) -> Line:
    return Line(
        tuple(folded),
        (*[token.tag for token in folded], *PADDING),
        (*[token.text.lower() for token in folded], *PADDING),
    )


def _named(token: Token) -> Token:
    """The token, tagged as a name if it has a capital and was taken for an adverb."""
    wrong = token.tag in {"RB", "VB", "UH"} and token.text[:1].isupper()
    return Token(token.text, "NNP", token.span) if wrong else token


def cue_word(line: Line, at: int) -> CueWord | None:
    """The reporting verb that starts at a token, by its spelling and its tag."""
    for form in forms().get(line.lows[at], ()):
        end = at + len(form.words)
        if line.lows[at:end] == form.words and _verb_like(line, at, form):
            return CueWord(form, at, end)
    return None


def _verb_like(line: Line, at: int, form: Form) -> bool:
    tag = line.tags[at]
    if line.lows[at] in FORMS_OF_SAY:
        return tag != "VBG"
    if form.plural:
        return tag in {"VBP", "VB"}
    return tag in {"VBD", "VBZ", "VBN"} or _verb_by_place(line, at)


def _verb_by_place(line: Line, at: int) -> bool:
    """Whether a form that was tagged as a noun can only be the verb of a name.

    "Mara Holt states that ..." and `"...," Mara Holt notes.`
    """
    first = at
    while first and line.tags[first - 1] == "NNP":
        first -= 1
    if first == at or line.tags[at] not in {"NN", "NNS"}:
        return False
    ends = line.tags[at + 1] in {".", ",", ""} or line.tags[at + 1] == "NNS"
    quoted = first > 0 and line.tags[first - 1] == QUOTATION
    return line.lows[at + 1] == "that" or (ends and quoted)


def speech_like(line: Line, at: int) -> bool:
    """Whether a quotation ends like speech: with a stop, or too long for a title."""
    inner = line.tokens[at].text.rstrip(MARKS)
    return inner.endswith(STOPS) or len(inner) > LONGEST_WORK


def finite_in(line: Line, start: int, end: int) -> bool:
    """Whether a finite verb stands among the tokens."""
    return any(line.tags[at] in FINITE for at in range(start, end))
