"""What somebody knows who has read the bullets of a summary so far."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.antecedents import full_name, sentence_at, words_of
from summarizer.dangling import visible
from summarizer.firms import named_like_firms
from summarizer.introductions import introduction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence, Span
    from summarizer.bullet import Edit
    from summarizer.dangling import View
    from summarizer.discourse import Cast, Person


@dataclass(slots=True)
class Reader:
    """What somebody knows who has read the bullets so far."""

    cast: Cast
    sentences: Sequence[Sentence]
    """The article's, to look names up in."""
    named: set[int] = field(default_factory=set)
    """People (their places in the cast) named in full."""
    titled: set[int] = field(default_factory=set)
    """People whose title has been shown."""
    about: int | None = None
    """The only person in the bullet before."""
    bearers: Counter[str] = field(default_factory=Counter)
    """How many people's names hold a word."""
    bodies: frozenset[str] = frozenset()
    """Short forms of organisations."""
    firms: frozenset[str] = frozenset()
    """Surnames that are a company's name as well."""
    text: str = ""
    """The article's sentences."""

    def __post_init__(self) -> None:
        for person in self.cast.people:
            name = {*self.words_at(person.name).split(), person.surname}
            self.bearers.update(sorted(name))
        self.bodies = frozenset(
            form for body in self.cast.organisations for form in body.short
        )
        self.text = "\n".join(sentence.text for sentence in self.sentences)
        surnames = frozenset(person.surname for person in self.cast.people)
        self.firms = surnames & frozenset(named_like_firms(self.sentences, surnames))

    def words_at(self, span: Span) -> str:
        """The article's text at the span."""
        return words_of(span, sentence_at(span.start, self.sentences))

    def text_before(self, span: Span) -> str:
        """The article's sentences up to the span."""
        return "\n".join(
            sentence.text[: max(0, span.start - sentence.span.start)]
            for sentence in self.sentences
            if sentence.span.start < span.start
        )

    def take_in(self, shown: View, added: Sequence[Edit]) -> None:
        """Remembers what a bullet tells, its new edits included."""
        present = set()
        text = " ".join([shown.text, *(edit.text for edit in added)])
        for place, person in enumerate(self.cast.people):
            spans = [span for _, span in visible(person, shown)]
            named = full_name(person, self.sentences) in text
            if named or any(is_full(self.words_at(span), person) for span in spans):
                self.named.add(place)
            if named or spans:
                present.add(place)
            if (
                person.title
                and place not in self.titled
                and (
                    any(run.covers(person.title) for _, run in shown.runs)
                    or (named and introduction(person, self.sentences) in text)
                )
            ):
                self.titled.add(place)
        self.about = present.pop() if len(present) == 1 else None


def is_full(text: str, person: Person) -> bool:
    """Whether a mention says more than the surname."""
    return len(text) > len(person.surname) and person.surname in text
