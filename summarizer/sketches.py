"""Sketches of bullets: the drafts of the best-ranked sentences, and their worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from summarizer import (
    choosing,
    drafting,
    faithfulness,
    generalities,
    looseness,
    mentions,
    reliance,
    statements,
    tagging,
    trimming,
    unknown,
    weighing,
)
from summarizer.article import Span
from summarizer.bullet import Bullet
from summarizer.desks import ENGLISH
from summarizer.stems import stem_set
from summarizer.verbless import lacks_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence, Token
    from summarizer.bullet import Edit
    from summarizer.desks import Desk
    from summarizer.discourse import Statement
    from summarizer.options import Options
    from summarizer.reliance import Need

LONGEST_HEADING = 5
"""Words without a verb that are a heading or a label, and no sentence."""

LEADING = 2
"""Sentences in which the reader meets those whom the article is about."""

CANDIDATES = 7
"""How many of the best-ranked sentences are drafted before the choice is made. Of 6 to
12, the number that kept ROUGE and the first human bullet on the mean of four article
sets; each more costs a fortieth of an article's time."""


def sketches(
    desk: Desk, scores: Sequence[float], count: int
) -> list[Iterator[choosing.Candidate]]:
    """The drafts of the best-ranked sentences: seven, or more until enough are sound.

    Only the first of each is made before the choice asks for more.
    """
    ranked = sorted(desk.sentences, key=lambda s: (-scores[s.index], s.index))
    found: list[Iterator[choosing.Candidate]] = []
    sound = 0
    for drafted, sentence in enumerate(ranked):
        if drafted >= CANDIDATES and sound >= 2 * count:
            break
        drafts = _drafts(desk, sentence, scores[sentence.index])
        first = next(drafts, None)
        if first is not None:
            found.append(chain((first,), drafts))
            sound += first.sound
    return found


def is_faithful(desk: Desk, candidate: choosing.Candidate) -> bool:
    """Whether a candidate passes the verifier."""
    bullet = candidate.bullet
    tokens = tagged(bullet.source)
    draft = drafting.Draft(bullet.text, bullet.edits, bullet.template, bullet.speaker)
    return not is_faulty(desk, bullet.source, tokens, draft)


def is_faulty(
    desk: Desk, sentence: Sentence, tokens: Sequence[Token], draft: drafting.Draft
) -> bool:
    """Whether the verifier has something against a draft."""
    return bool(
        faithfulness.verify(
            sentence,
            draft.edits,
            draft.text,
            article=desk.article,
            tokens=tokens,
            cast=desk.cast,
        )
    )


def is_too_long(options: Options, draft: drafting.Draft) -> bool:
    """Whether a draft goes over a length that the user set."""
    return (options.max_words is not None and draft.words > options.max_words) or (
        options.max_chars is not None and len(draft.text) > options.max_chars
    )


@lru_cache(maxsize=64)
def tagged(sentence: Sentence) -> tuple[Token, ...]:
    """The sentence's tokens; a dateline does not mislead the tags behind it."""
    end = trimming.dateline_end(sentence.text)
    if not end:
        return tagging.tag(sentence)
    start = sentence.span.start + end
    rest = replace(
        sentence, text=sentence.text[end:], span=Span(start, sentence.span.end)
    )
    return (*tagging.tag_head(sentence, end), *tagging.tag(rest))


def _drafts(
    desk: Desk, sentence: Sentence, score: float
) -> Iterator[choosing.Candidate]:
    """One sentence's drafts within the limits, best first; none has been checked."""
    if desk.author and sentence.text.startswith(f"{desk.author} "):
        return  # "Ana Vale is a baker in Odell": who writes, and no part of the text
    tokens = tagged(sentence)
    statement = statements.read_statement(sentence, desk.quotations, tokens)
    if not statement.balanced or (statement.direct and not statement.attribution):
        return
    trims = trimming.find_trims(
        looseness.view(statement, tokens, desk.topic, desk.weights), desk.style.trims
    )
    drafts = drafting.draft(
        statement,
        tokens,
        trims,
        desk.style,
        given=_given(desk, sentence, statement),
        familiar=_is_familiar(desk, statement),
        surnames=frozenset(person.surname for person in desk.cast.people),
        author=desk.author,
    )
    for draft in drafts:
        if not is_too_long(desk.options, draft):
            bullet = Bullet(
                text=draft.text,
                source=sentence,
                edits=draft.edits,
                template=draft.template,
                score=score,
                speaker=draft.speaker,
            )
            yield _weighed(desk, bullet, _manner(statement), tokens)


def _weighed(
    desk: Desk, bullet: Bullet, manner: str, tokens: Sequence[Token]
) -> choosing.Candidate:
    language = desk.article.language
    fault = mentions.opening_fault(bullet, desk.cast, desk.sentences)
    answer = _behind(desk, bullet.source)
    lacks = frozenset(
        generalities.find_lacks(
            bullet,
            tokens,
            desk.weights,
            language=language,
            answer=answer if desk.author else None,
        )
    )
    if generalities.is_taken_back(bullet.text, answer):
        lacks |= {"rebutted"}
    short = len(bullet.source.text.split()) <= LONGEST_HEADING
    english = language == ENGLISH
    heading = ("verbless" in lacks and short) or (
        english and lacks_verb(bullet.source, tokens)
    )
    return choosing.Candidate(
        bullet,
        weighing.worth(bullet, desk.style, fault=fault, lacks=lacks),
        stem_set(bullet.text, language=language),
        manner,
        telling=not lacks & {"general", "timeless"} and not weighing.is_chat(bullet),
        sound=not heading and not weighing.dangles(bullet, fault),
        needs=_Needs(desk, bullet, tokens),
    )


@dataclass(slots=True, eq=False)
class _Needs:
    """What a bullet takes for known, found when it is first asked for."""

    desk: Desk
    bullet: Bullet
    tokens: Sequence[Token]
    found: tuple[Need, ...] | None = None

    def __call__(self) -> tuple[Need, ...]:
        if self.found is None:
            desk, bullet = self.desk, self.bullet
            cast, sentences, title = desk.cast, desk.sentences, desk.article.title or ""
            language = desk.article.language
            self.found = (
                *reliance.find_needs(
                    bullet, self.tokens, cast, sentences, language=language
                ),
                *unknown.unknown_speaker(bullet, cast, sentences, title),
                *unknown.unknown_opener(bullet, cast, sentences, title),
                *unknown.unknown_patient(bullet),
            )
        return self.found


def _behind(desk: Desk, sentence: Sentence) -> str:
    """The next sentence; empty behind the last."""
    return "".join(
        s.text for s in desk.sentences[sentence.index + 1 : sentence.index + 2]
    )


def _is_familiar(desk: Desk, statement: Statement) -> bool:
    """Whether the title or the opening names the one who speaks.

    A spokeswoman quoted five times is still a stranger.
    """
    said = statement.attribution
    if said is None or said.name is None:
        return False
    name = said.name.of(desk.article.text)
    surname = name.rsplit(None, 1)[-1]
    bearers = sum(person.surname == surname for person in desk.cast.people)
    known = name if bearers > 1 else surname  # of two Vales the father is a stranger
    opening = [s.text for s in desk.sentences[:LEADING] if s != statement.sentence]
    return known in " ".join([desk.article.title or "", *opening])


def _given(desk: Desk, sentence: Sentence, statement: Statement) -> tuple[Edit, ...]:
    """The names for pronouns that every draft puts in, that of the speaker first."""
    if desk.article.language != ENGLISH:
        return ()
    said = statement.attribution
    if said is not None and said.speaker.of(desk.article.text).lower() in {"he", "she"}:
        named = mentions.resolve(sentence, desk.cast, desk.sentences, span=said.speaker)
        if named:
            return named
    return mentions.resolve(sentence, desk.cast, desk.sentences) or ()


def _manner(statement: Statement) -> str:
    if statement.attribution is None:
        return "claim"
    return "quote" if statement.direct else "said"
