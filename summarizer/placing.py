"""What each way of placing an attribution needs: where it goes, what turns small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.bullet import Edit
from summarizer.lexicon import words
from summarizer.name_words import is_half_a_place, is_small_opener

if TYPE_CHECKING:
    from summarizer.article import Token
    from summarizer.discourse import Attribution
    from summarizer.slots import Slots

VERBS = frozenset({"VBD", "VBZ", "VBP", "MD"})
OFFICES = frozenset(
    {"sheriff", "constable", "inspector", "detective", "sergeant", "lieutenant",
     "captain", "colonel", "major", "admiral", "commissioner", "superintendent",
     "judge", "justice", "senator", "governor", "mayor", "president"}
)  # fmt: skip
"""Titles that have a capital in front of a name."""
CLAUSE_WORDS = frozenset({"after", "before", "when", "while", "because", "since", "as"})


def is_a_name(slots: Slots, said: Attribution) -> bool:
    """Whether the speaker is a noun phrase and nothing more.

    "The warnings come after several leaders" is a clause that ends in a speaker.
    """
    if _is_half(slots, said):
        return False
    for token in slots.tokens:
        if said.speaker.covers(token.span):
            if token.tag == ",":
                return True
            if token.tag in VERBS or token.text.lower() in CLAUSE_WORDS:
                return False
    return True


def _is_half(slots: Slots, said: Attribution) -> bool:
    """Whether a town stands before a bare role: "the Crail, Maine, ‹police chief›"."""
    opening = slots.first(said.speaker)
    before = [t.tag for t in slots.tokens if t.span.end <= said.speaker.start][-4:]
    bare = said.name is None and opening is not None and opening.tag == "NN"
    return bare and before[1:] == [",", "NNP", ","] and before[0] == "NNP"


def behind_dateline(slots: Slots, start: int) -> int:
    """The offset where the news starts of a sentence that starts at the one given."""
    ends = (t.edits[0].span.end for t in slots.trims if t.rule == "dateline")
    return max((start, *ends))


def lowered(slots: Slots, opening: Token | None) -> tuple[Edit, ...]:
    """The sentence's first word written small, where it isn't a name."""
    if opening is None or not _opens_sentence(slots, opening):
        return ()
    given = any(edit.span.covers(opening.span) for edit in slots.given)
    then = opening.text.startswith("Then-")
    small = then or opening.text[1:].lower() == opening.text[1:]
    if given or not opening.text[0].isupper() or not small or _names(slots, opening):
        return ()
    first = Span(opening.span.start, opening.span.start + 1)
    return (Edit("replace", first, "capital", opening.text[0].lower()),)


def _names(slots: Slots, opening: Token) -> bool:
    """Whether the first word is a name or part of one: "Police Chief Ana Vale"."""
    text, behind = opening.text, _behind(slots, opening)
    if text == "I" or is_half_a_place(text, behind):
        return True
    if behind[:1].isupper() and (text == "Police" or not text.isascii()):
        return True  # "Médecins Sans Frontières"
    if text in words("names", "always_capital"):
        return True
    if text.lower() in OFFICES and behind[:1].isupper():
        return True
    young = opening.tag == "JJ" and behind[:1].islower()  # "Young voters", not Ed Young
    if (text in slots.surnames and not young) or text in words("names", "places"):
        return True  # "Australian minister Ana Vale"
    plain = text.startswith("Then-") or is_small_opener(text, behind)
    return opening.tag in {"NNP", "NNPS"} and not (plain or _is_plain_role(text))


def _behind(slots: Slots, opening: Token) -> str:
    behind = (t.text for t in slots.tokens if t.span.start > opening.span.start)
    return next(behind, "")


def _is_plain_role(word: str) -> bool:
    """Whether a word in front of a name is no title: "says passenger Ana Vale"."""
    low = word.lower()
    formal = low in words("cues", "speakers", "titles")
    return (
        low in {"police", "former", "incumbent"} | words("titles", "written_small")
        or (low in words("titles", "roles") and not formal)
        or (low in words("pronouns", "people", "nouns"))
    )


def _opens_sentence(slots: Slots, opening: Token) -> bool:
    """Whether the sentence, or what follows its dateline, opens with the token."""
    start = slots.statement.sentence.span.start
    return opening.span.start <= behind_dateline(slots, start) + 1


def insert(at: int, text: str) -> Edit:
    """An insertion under the rule that its text belongs to."""
    rule = {",": "comma", ": ": "colon", " ": "space"}.get(text, "insert")
    return Edit("insert", Span(at, at), rule, text)
