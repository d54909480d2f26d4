"""Who is in the article and who says what: the values of ``cast`` and ``statements``.

Every field is a span of ``Article.text`` wherever it can be, so that a name or a
quotation cannot be misspelled on its way into a bullet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from summarizer.article import Sentence, Span

Pronoun = Literal["he", "she", "they", "it"]
Place = Literal["front", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it, and the words that say so; never one without the other."""

    speaker: Span
    """The noun phrase of the speaker, titles and role included, no comma at its ends:
    "Russian leader Vladimir Putin", "a police spokesman", "she"."""
    name: Span | None
    """The bare name inside ``speaker`` ("Vladimir Putin"), if it holds one."""
    cue: Span
    """The reporting words next to the speaker: "says", "told reporters", "according
    to", "said in a statement"."""
    verb: Span
    """The finite verb inside the cue; for "according to" the whole cue."""
    lemma: str
    """The verb's key in ``data/lexicon/cues.toml``: "say", "tell", "according to"."""
    tense: Literal["past", "present", "none"]
    span: Span
    """All that belongs to the attribution and may move as one, from its first to its
    last character, with time and place adjuncts ("Putin told reporters on Tuesday") but
    without the commas, marks and "that" which join it to the claim."""
    place: Place
    """Where it stands: before the claim, inside it, or after it."""
    inverted: bool = False
    """Whether the verb stands before the speaker ("said Putin")."""
    tail: Span | None = None
    """What hangs on the attribution after its comma and is no part of the claim
    ("adding that ...", "referring to ..."): it may be dropped but not moved alone."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation, its marks included."""

    span: Span
    content: Span
    """What stands between the marks."""


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one article, and where its marks cannot be trusted."""

    quotes: tuple[Quote, ...] = ()
    """In order, none inside another. One that runs on over paragraphs gives a part for
    each; all but the last part have no closing mark, so that ``content`` ends with
    ``span``."""
    unsafe: tuple[Span, ...] = ()
    """Where a mark has no partner: whole paragraphs, or the words around the mark when
    the paragraph is long."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence read as a claim somebody may stand behind."""

    sentence: Sentence
    claim: tuple[Span, ...]
    """What is claimed, without the attribution and the punctuation that joins them; two
    spans when the attribution stands in the middle."""
    quotes: tuple[Quote, ...] = ()
    attribution: Attribution | None = None
    direct: bool = False
    """Whether the claim is nothing but quotation."""
    balanced: bool = True
    """False when a quotation mark has no partner in the sentence, or all of it is the
    middle of a longer quotation: then nothing of it may be edited."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the article names in full at least once, or by surname only."""

    name: Span
    """The first full mention ("Vladimir Putin"), titles left out."""
    surname: str
    full: bool
    """Whether ``name`` is a full name, not a bare surname."""
    title: Span | None = None
    """A title or role in front of the first full mention: "Russian leader", "Gov."."""
    descriptors: tuple[Span, ...] = ()
    """Noun phrases that the article itself uses for this person and nobody else:
    "the Russian leader", "a 29-year-old nurse"."""
    pronoun: Pronoun | None = None
    """The pronoun that the article's own words give evidence for."""
    mentions: tuple[Span, ...] = ()
    """Every mention by name, in order."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A company, agency or body that the article names."""

    name: Span
    short: tuple[str, ...] = ()
    """Short forms used later: acronym, first word, head noun."""
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody and everything named in one article."""

    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    quoted: tuple[Span, ...] = ()
    """Where nothing may be edited: quotations and what stands around odd marks."""
