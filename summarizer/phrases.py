"""Noun phrases in a tagged sentence, found from left to right without a parser.

A sentence is read as a ``Line``: its tokens, each quotation folded into one. Phrases
are ranges of token numbers. Every search is bounded, so that reading a sentence takes
time in proportion to its length.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.article import Span, Token
from summarizer.cues import forms
from summarizer.lexicon import words

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
class Phrase:
    """A noun phrase: its core ends with the head, its end takes in what hangs on it."""

    start: int
    core: int
    end: int


@dataclass(frozen=True, slots=True)
class CueWord:
    """A reporting verb at a place in the line."""

    form: Form
    start: int
    end: int


def fold(sentence: Sentence, tokens: Sequence[Token], quotes: Sequence[Quote]) -> Line:
    """The line of a sentence; a capital inside it makes a name of an adverb."""
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
    return Line(
        tuple(folded),
        (*(token.tag for token in folded), *PADDING),
        (*(token.text.lower() for token in folded), *PADDING),
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


def noun_phrase(line: Line, start: int) -> Phrase | None:
    """The longest noun phrase from a token on, up to a comma or a finite verb."""
    core = _core(line, start)
    if core is None:
        return None
    end = core
    while end < min(len(line), start + LONGEST_PHRASE):
        longer = _hanging(line, end)
        if longer is None:
            break
        end = longer
    return Phrase(start, core, end)


def _core(line: Line, start: int) -> int | None:
    """Where the phrase's head ends: a pronoun, or the last noun of a row."""
    if line.tags[start] == "PRP":
        return start + 1
    head = None
    for at in range(start, min(len(line), start + LONGEST_PHRASE)):
        if head is not None and cue_word(line, at):
            break
        tag = line.tags[at]
        if _determiner(line, start, at):
            continue
        if _breaks_core(line, at, head):
            break
        if tag in NOUNS:
            head = at + 1
    return head


def _determiner(line: Line, start: int, at: int) -> bool:
    """Whether a token is the determiner of a phrase: "the", "all the"."""
    if at == start:
        return line.tags[at] in DETERMINERS
    return at == start + 1 and line.tags[start] == "PDT" and line.tags[at] == "DT"


def _breaks_core(line: Line, at: int, head: int | None) -> bool:
    """Whether a token cannot go on with the row of words before a head."""
    tag, low = line.tags[at], line.lows[at]
    if tag in ADVERBS:
        return head is not None or line.tags[at + 1] not in {"JJ", "CD", "VBN", "RB"}
    if tag == "CC":
        return low not in {"and", "&"} or not _joins(line, at, head)
    if tag == QUOTATION:
        return speech_like(line, at) or line.tags[at + 1] not in NOUNS
    return tag not in BEFORE_HEAD or (head is not None and _stands_behind(line, at))


def _stands_behind(line: Line, at: int) -> bool:
    """Whether a token behind a noun is none of its row.

    A participle ("the crew trapped below"), a weekday, or the name in "the people Holt
    says it helped".
    """
    tag, before = line.tags[at], line.tags[at - 1]
    if tag in {"VBN", "VBG"}:
        return line.tags[at + 1] not in NOUNS or before not in NAMES
    if tag == "NNP" and before == "NNS":
        return True
    return line.lows[at] in words("cues", "adjuncts", "weekdays")


def _joins(line: Line, at: int, head: int | None) -> bool:
    """Whether an "and" joins two words of one row: "Smith and Sons", "health and"."""
    return head == at and line.tags[at + 1] in NOUNS | {"JJ"}


def _hanging(line: Line, at: int) -> int | None:
    """The end of a prepositional phrase, a joined noun or a participle at a token."""
    tag, low = line.tags[at], line.lows[at]
    if (tag in {"IN", "TO"} and low in LINKS) or low in {"and", "or"}:
        end = _core(line, at + 1)
        return None if end is None or line.lows[end - 1] in _times() else end
    if tag in {"VBN", "VBG"} and not cue_word(line, at):
        return _participle(line, at)
    return None


def _times() -> frozenset[str]:
    return words("cues", "adjuncts", "weekdays") | words("cues", "adjuncts", "spans")


def _participle(line: Line, at: int) -> int | None:
    """The end of "investigating the crash" when a reporting verb follows it."""
    for end in range(at + 1, min(len(line), at + LONGEST_ASIDE)):
        if cue_word(line, end) and line.tags[end - 1] != "TO":
            return end
        clause = line.lows[end] in words("cues", "openings", "conditions")
        if clause or line.tags[end] in FINITE | {",", ":", QUOTATION, "."}:
            return None
    return None


def speech_like(line: Line, at: int) -> bool:
    """Whether a quotation ends like speech: with a stop, or too long for a title."""
    inner = line.tokens[at].text.rstrip(MARKS)
    return inner.endswith(STOPS) or len(inner) > LONGEST_WORK


def finite_in(line: Line, start: int, end: int) -> bool:
    """Whether a finite verb stands among the tokens."""
    return any(line.tags[at] in FINITE for at in range(start, end))


def opens_clause(line: Line, start: int, end: int) -> bool:
    """Whether a subject and its finite verb open the tokens."""
    at = start
    if line.lows[at] == "there":
        at += 1
    else:
        phrase = noun_phrase(line, at)
        if phrase is None:
            return False
        at = aside(line, phrase.end) or phrase.end
        if line.tags[at] in {"VBN", "VBG"}:
            at = _reduced(line, at) or at
    while at < end and line.tags[at] in ADVERBS:
        at += 1
    return at < end and line.tags[at] in FINITE


def _reduced(line: Line, at: int) -> int | None:
    """The finite verb behind "afforded to clubs", no comma between."""
    for end in range(at + 1, min(len(line), at + LONGEST_CLAUSE)):
        if line.tags[end] in FINITE:
            return end
        if line.tags[end] not in BEFORE_HEAD | DETERMINERS | ADVERBS | {"IN", "TO"}:
            return None
    return None


def aside(line: Line, at: int) -> int | None:
    """The end of ", ... ," at a token, both commas included.

    A clause with a finite verb is one only when a relative pronoun opens it.
    """
    if line.tags[at] != ",":
        return None
    relative = line.lows[at + 1] in RELATIVES or line.lows[at + 2] in RELATIVES
    for end in range(at + 1, min(len(line), at + LONGEST_ASIDE)):
        tag = line.tags[end]
        if tag == "," and end > at + 1:
            return end + 1
        if tag in {":", "."} or (tag in FINITE and not relative):
            return None
    return None
