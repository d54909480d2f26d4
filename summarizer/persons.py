"""People while the evidence about them is gathered: the values of ``people``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from summarizer.article import Span
from summarizer.surroundings import title_of

if TYPE_CHECKING:
    from collections import Counter

    from summarizer.names import Naming, Word


@dataclass(slots=True)
class Draft:
    """A person while the evidence is gathered."""

    words: tuple[Word, ...]
    surname: str
    full: bool
    title: Span | None
    heads: set[str] = field(default_factory=set)
    """Head nouns of titles and appositives, in lower case."""
    words_of_title: set[str] = field(default_factory=set)
    descriptors: list[Span] = field(default_factory=list)
    mentions: list[tuple[int, Span]] = field(default_factory=list)
    """Sentence position and span."""

    @classmethod
    def of(cls, naming: Naming, surname: str, *, full: bool) -> Draft:
        """The person of a first mention, without any evidence yet."""
        return cls(naming.name, surname, full=full, title=title_of(naming))

    @property
    def name(self) -> Span:
        """All words of the name."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def forename(self) -> str:
        """The first word of a full name; empty for a bare one."""
        return self.words[0].text if self.full else ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the article tells of its capitalised words taken together."""

    text: str
    lower: frozenset[str]
    """The words it also writes without a capital."""
    taken: frozenset[str]
    """Short forms of organisations."""
    bare: Counter[str]
    """How often a name stands without a forename."""
    spoken: frozenset[str]
    """Bare names beside a reporting verb."""
    whole: Counter[str]
    """How often a name stands as it is."""
