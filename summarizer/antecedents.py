"""Whom a pronoun means: the one person it can mean, or nobody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

from summarizer.article import Span, touches
from summarizer.bullet import Edit
from summarizer.dangling import GENDERED, dangling, fits, view
from summarizer.full_names import is_doubtful
from summarizer.lexicon import alternation
from summarizer.looking_back import first_mention, look_back
from summarizer.surroundings import speech_after, speech_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence
    from summarizer.dangling import View
    from summarizer.discourse import Cast, Person

NAME_AHEAD = re.compile(r",\s[A-Z]")
COMPANY = frozenset(
    {"Inc", "Corp", "Corporation", "Co", "Company", "Ltd", "Limited", "PLC"}
)
ELISION = ("'", "’")


def resolve(
    sentence: Sentence,
    cast: Cast,
    sentences: Sequence[Sentence],
    *,
    span: Span | None = None,
) -> tuple[Edit, ...] | None:
    """Edits that put the name in place of the pronoun at ``span``; None when in doubt.

    Without ``span`` it is the first pronoun that has nobody before it in the sentence;
    an empty tuple means that there is none.
    """
    shown = shown_whole(sentence)
    if span is None:
        match = dangling(shown, cast)
        if match is None:
            return _company(sentence, cast, sentences)
        span = shown.span(*match.span())
    person = antecedent(span, sentence, cast, sentences)
    if person is None:
        return None
    name = full_name(person, sentences)
    whole = "\n".join(sentence.text for sentence in sentences)
    if is_doubtful(whole, name, person.surname):
        return None
    text = _in_place(span, sentence, name)
    return None if text is None else (Edit("replace", span, "pronoun", text),)


def antecedent(
    span: Span, sentence: Sentence, cast: Cast, sentences: Sequence[Sentence]
) -> Person | None:
    """The one person whom the pronoun at ``span`` can mean."""
    pronoun = GENDERED.fullmatch(words_of(span, sentence))
    if not pronoun or touches(span, cast.quoted):
        return None
    wanted = "he" if pronoun["he"] else "she"
    at, end = span.start - sentence.span.start, span.end - sentence.span.start
    speaks = bool(
        speech_after().match(sentence.text, end)
        or speech_before().search(sentence.text[:at])
    )
    person = look_back(sentence, wanted, cast, sentences, speaks=speaks)
    if person is None or first_mention(person, sentence, cast):
        # A name in the pronoun's own sentence is somebody else's than the pronoun's.
        return None
    named = any(
        fits(p, wanted) and first_mention(p, sentence, cast) for p in cast.people
    )
    opens = not sentence.text[: span.start - sentence.span.start].strip("\"“‘' ")
    # "Asked where he worked, Crane named a mill": it may well be Crane.
    ahead = named or NAME_AHEAD.search(sentence.text, span.end - sentence.span.start)
    return None if ahead and not opens else person


def full_name(person: Person, sentences: Sequence[Sentence]) -> str:
    """The article's own words for the person: "Ana Vale", or "Mrs. Vale"."""
    start = person.name.start
    home = sentence_at(start, sentences)
    title = person.title
    if title and not person.full and 0 < start - title.end < len("  "):
        start = title.start if words_of(title, home)[0].isupper() else start
    return words_of(Span(start, person.name.end), home)


def words_of(span: Span, sentence: Sentence) -> str:
    """The text of a span that lies in the sentence."""
    base = sentence.span.start
    return sentence.text[span.start - base : span.end - base]


def sentence_at(offset: int, sentences: Sequence[Sentence]) -> Sentence:
    """The sentence that holds the character at ``offset``."""
    at = bisect_right(sentences, offset, key=lambda sentence: sentence.span.start)
    return sentences[max(0, at - 1)]


def shown_whole(sentence: Sentence) -> View:
    """The view of a sentence without edits."""
    return view(iter([(sentence.text, sentence.span)]))


def _in_place(span: Span, sentence: Sentence, name: str) -> str | None:
    """The name in the form that the pronoun has; None where it has no such form."""
    at = span.end - sentence.span.start
    pronoun, after = words_of(span, sentence).lower(), sentence.text[at:]
    if after[:1] in ELISION or pronoun in {"himself", "herself", "hers"}:
        return None
    if pronoun == "his" or (pronoun == "her" and _is_possessive(span, sentence, after)):
        mark = "’" if "’" in sentence.text and "'" not in sentence.text else "'"
        return name + (mark if name.endswith("s") else mark + "s")
    if pronoun == "her" and not re.match(r"[.,;]|$", after):
        return None
    return name


def _is_possessive(span: Span, sentence: Sentence, after: str) -> bool:
    opens = not sentence.text[: span.start - sentence.span.start].strip("\"“‘' ")
    return opens and bool(re.match(r" [a-z0-9]", after))


def _company(
    sentence: Sentence, cast: Cast, sentences: Sequence[Sentence]
) -> tuple[Edit, ...] | None:
    """The company for "It said", when the sentence before is about it alone."""
    match = _it().match(sentence.text)
    if not match:
        return ()
    place = bisect_left(sentences, sentence.span.start, key=lambda s: s.span.start)
    before = sentences[place - 1] if place else None
    named = [
        (body, span)
        for body in cast.organisations
        for span in body.mentions
        if before and before.span.covers(span)
    ]
    if before is None or len(named) != 1:
        return None
    body, span = named[0]
    name = words_of(body.name, sentence_at(body.name.start, sentences))
    if span.start != before.span.start or name.split()[-1].rstrip(".") not in COMPANY:
        return None
    it = Span(sentence.span.start, sentence.span.start + len("It"))
    return (Edit("replace", it, "pronoun", name),)


@cache
def _it() -> re.Pattern[str]:
    return re.compile(rf"It (?:{alternation('pronouns', 'company', 'verbs')})\b")
