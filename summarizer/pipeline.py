"""The story: from a source to a summary, one stage after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import (
    authors,
    cast,
    choosing,
    drafting,
    faithfulness,
    furniture,
    keywords,
    looseness,
    mentions,
    proof,
    quotes,
    ranking,
    reading,
    reliance,
    sentences,
    statements,
    styles,
    tagging,
    topic,
    trimming,
    weighing,
)
from summarizer.article import Article, Span
from summarizer.bullet import Bullet, replay
from summarizer.errors import CrashError, NothingToSummarizeError, SummarizerError
from summarizer.options import (
    Options,
    bullet_count,
    check_workers,
    word_budget,
    word_limits,
)
from summarizer.stems import stems
from summarizer.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Unpack

    from summarizer.article import Sentence, Token
    from summarizer.bullet import Edit
    from summarizer.discourse import Cast, Quotations, Statement
    from summarizer.options import Changes
    from summarizer.styles import Style

ENGLISH = "en"
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PLAIN_TEMPLATES = ("verbatim-attribution", "bare")

LEADING = 2
"""Sentences in which the reader meets those whom the article is about."""

CANDIDATES = 12
"""How many of the best-ranked sentences are drafted before the choice is made."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that is known of one article while its bullets are written."""

    article: Article
    sentences: tuple[Sentence, ...]
    cast: Cast
    quotations: Quotations
    topic: frozenset[str]
    weights: dict[str, float]
    """How likely each stem is to be in the bullets, from 0 to 1."""
    author: str | None
    """Whose opinion the article is, if it is one."""
    style: Style
    options: Options


def summarize(
    source: str | bytes | Path | Article,
    options: Options | None = None,
    **changes: Unpack[Changes],
) -> Summary:
    """The bullets of one article.

    ``source`` is the article's text, HTML or Markdown, its bytes, the path of its file,
    or an ``Article``. ``changes`` are fields of ``Options``.

    Raises:
        ReadError: the source cannot be read as an article.
        NothingToSummarizeError: it holds no sentence that can stand as a bullet.
        UsageError: an option or the style cannot be used.
    """
    options = (options or Options()).replace(**changes)
    return _read_and_write(source, options, styles.load(options.style))


def summarize_many(
    sources: Iterable[str | bytes | Path | Article],
    options: Options | None = None,
    *,
    workers: int = 1,
    **changes: Unpack[Changes],
) -> Iterator[Summary | SummarizerError]:
    """One summary, or the error that stood in its way, per source; lazy, in order.

    With more than one of ``workers`` so many processes do the work. What comes out is
    the same.

    Raises:
        UsageError: an option or the style cannot be used for any article.
        WorkerError: the processes cannot be started.
    """
    options = (options or Options()).replace(**changes)
    check_workers(workers)
    attempt = partial(_attempt, options=options, style=styles.load(options.style))
    if workers == 1:
        yield from map(attempt, sources)
        return
    from summarizer.workers import in_order

    yield from in_order(attempt, sources, workers=workers, lost=_lost)


def _attempt(
    source: str | bytes | Path | Article, *, options: Options, style: Style
) -> Summary | SummarizerError:
    try:
        return _read_and_write(source, options, style)
    except SummarizerError as error:
        return error
    except Exception as error:
        return CrashError(_name(source), f"broke the program ({error!r})")


def _lost(source: str | bytes | Path | Article, code: int | None) -> CrashError:
    return CrashError(_name(source), f"ended its worker process (exit code {code})")


def _name(source: str | bytes | Path | Article) -> str | None:
    if isinstance(source, Path):
        return str(source)
    return source.source if isinstance(source, Article) else None


def _read_and_write(
    source: str | bytes | Path | Article, options: Options, style: Style
) -> Summary:
    article = reading.read(
        source, kind=options.kind, title=options.title, language=options.language
    )
    return _summary(article, options, _limited(style, options))


def _verbatim(style: Style) -> Style:
    """The style without the edits, which know English only."""
    return replace(style, trims=(), templates=PLAIN_TEMPLATES, tense="source")


def _limited(style: Style, options: Options) -> Style:
    words, most = word_limits(options, target=style.words, most=style.max_words)
    return replace(style, words=words, max_words=most)


def _summary(article: Article, options: Options, style: Style) -> Summary:
    body = furniture.body(sentences.split(article), article)
    scores = _scores(body, article, options)
    if article.language != ENGLISH:
        style = _verbatim(style)
    desk = _desk(article, body, scores, style, options)
    count = bullet_count(_words(body), options, within=style.bullets)
    bullets = choosing.choose(
        _sketches(desk, scores, count),
        _limits(options, style, count),
        weights=desk.weights,
        overlap=partial(ranking.overlap, language=article.language),
        proven=partial(_is_faithful, desk),
    )
    if not bullets:
        raise NothingToSummarizeError(article.source, limited=_is_limited(options))
    bullets, verified = proof.settle(_ways(desk, bullets), article)
    return Summary(
        article=article,
        bullets=bullets,
        style=style.name,
        verified=verified,
        notes=_notes(options, bullets),
        scores=tuple(zip(body, scores, strict=True)),
    )


def _limits(options: Options, style: Style, count: int) -> choosing.Limits:
    return choosing.Limits(
        count=count,
        fewest=options.bullets or 1,
        budget=word_budget(options, count, of_three=style.total_words),
        total_words=options.total_words,
    )


def _is_limited(options: Options) -> bool:
    limits = (options.max_words, options.max_chars, options.total_words)
    return any(limit is not None for limit in limits)


def _words(body: Sequence[Sentence]) -> int:
    return sum(len(sentence.text.split()) for sentence in body)


def _scores(
    body: Sequence[Sentence], article: Article, options: Options
) -> tuple[float, ...]:
    if options.ranker != "lexrank":
        from summarizer import sumy_rankers

        return sumy_rankers.rank_with(options.ranker, body, language=article.language)
    return ranking.rank(
        body, title=article.title, focus=options.focus, language=article.language
    )


def _desk(
    article: Article,
    body: tuple[Sentence, ...],
    scores: Sequence[float],
    style: Style,
    options: Options,
) -> Desk:
    quotations = quotes.find_quotes(article)
    return Desk(
        article=article,
        sentences=body,
        cast=cast.find_cast(article, body, quotations=quotations),
        quotations=quotations,
        topic=topic.topic_words(body, title=article.title, language=article.language),
        weights=_weights(article, body, scores, options),
        author=_author(article, body, quotations),
        style=style,
        options=options,
    )


def _author(
    article: Article, body: tuple[Sentence, ...], quotations: Quotations
) -> str | None:
    author = authors.find_author(article, body, quotations)
    if author is None:
        return None
    return author.name.of(article.text) if author.name else authors.THE_AUTHOR


def _weights(
    article: Article,
    body: tuple[Sentence, ...],
    scores: Sequence[float],
    options: Options,
) -> dict[str, float]:
    """How likely each stem is to be in the bullets; what the user asks for is sure."""
    language = article.language
    words = [stems(sentence.text, language=language) for sentence in body]
    title = stems(article.title or "", language=language)
    asked = stems(options.focus or "", language=language)
    expected = keywords.expected(words, scores, title=title)
    return {**expected, **dict.fromkeys(asked, 1.0)}


def _sketches(
    desk: Desk, scores: Sequence[float], count: int
) -> list[Iterator[choosing.Candidate]]:
    """The drafts of the best-ranked sentences: a dozen, or more until enough are sound.

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


def _drafts(
    desk: Desk, sentence: Sentence, score: float
) -> Iterator[choosing.Candidate]:
    """One sentence's drafts within the limits, best first; none has been checked."""
    tokens = _tagged(sentence)
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
        if not _too_long(desk.options, draft):
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
    fault = mentions.opening_fault(bullet, desk.cast, desk.sentences)
    return choosing.Candidate(
        bullet,
        weighing.worth(
            bullet,
            desk.style,
            fault=fault,
            verbless=not any(token.tag in FINITE for token in tokens),
        ),
        frozenset(stems(bullet.text, language=desk.article.language)),
        manner,
        sound=not weighing.dangles(bullet, fault),
        needs=reliance.find_needs(
            bullet,
            tokens,
            desk.cast,
            desk.sentences,
            language=desk.article.language,
        ),
    )


def _is_faithful(desk: Desk, candidate: choosing.Candidate) -> bool:
    bullet = candidate.bullet
    tokens = _tagged(bullet.source)
    draft = drafting.Draft(bullet.text, bullet.edits, bullet.template, bullet.speaker)
    return not _faults(desk, bullet.source, tokens, draft)


def _is_familiar(desk: Desk, statement: Statement) -> bool:
    """Whether the title or the opening names the one who speaks.

    A spokeswoman quoted five times is still a stranger.
    """
    said = statement.attribution
    if said is None or said.name is None:
        return False
    surname = said.name.of(desk.article.text).rsplit(None, 1)[-1]
    opening = [s.text for s in desk.sentences[:LEADING] if s != statement.sentence]
    return surname in " ".join([desk.article.title or "", *opening])


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


@lru_cache(maxsize=64)
def _tagged(sentence: Sentence) -> tuple[Token, ...]:
    """The sentence's tokens; a dateline does not mislead the tags behind it."""
    end = trimming.dateline_end(sentence.text)
    whole = tagging.tag(sentence)
    if not end:
        return whole
    start = sentence.span.start + end
    rest = replace(
        sentence, text=sentence.text[end:], span=Span(start, sentence.span.end)
    )
    head = tuple(token for token in whole if token.span.end <= start)
    return (*head, *tagging.tag(rest))


def _manner(statement: Statement) -> str:
    if statement.attribution is None:
        return "claim"
    return "quote" if statement.direct else "said"


def _faults(
    desk: Desk, sentence: Sentence, tokens: Sequence[Token], draft: drafting.Draft
) -> bool:
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


def _too_long(options: Options, draft: drafting.Draft) -> bool:
    return (options.max_words is not None and draft.words > options.max_words) or (
        options.max_chars is not None and len(draft.text) > options.max_chars
    )


def _ways(desk: Desk, chosen: tuple[Bullet, ...]) -> Iterator[tuple[Bullet, ...]]:
    """Each bullet with its names planned, as it was chosen, and as its sentence is."""
    for named, bullet in zip(_introduced(desk, chosen), chosen, strict=True):
        plain = replace(
            bullet, text=replay(bullet.source, ()), edits=(), template="verbatim"
        )
        yield (named, bullet) if _is_limited(desk.options) else (named, bullet, plain)


def _introduced(desk: Desk, bullets: tuple[Bullet, ...]) -> tuple[Bullet, ...]:
    """The bullets with their people named in full at first and by surname later."""
    if desk.article.language != ENGLISH:
        return bullets
    plans = mentions.plan(
        [(bullet.source, bullet.edits) for bullet in bullets],
        desk.cast,
        desk.sentences,
    )
    written: list[Bullet] = []
    for bullet, edits in zip(bullets, plans, strict=True):
        named = " ".join(earlier.text for earlier in written)
        written.append(_shorter(desk, _with(desk, bullet, edits), named))
    total = sum(len(bullet.text.split()) for bullet in written)
    if desk.options.total_words is not None and total > desk.options.total_words:
        return bullets
    return tuple(written)


def _shorter(desk: Desk, bullet: Bullet, named: str) -> Bullet:
    """Whoever was named before goes by the surname in what the edits add."""
    surnames = {
        person.name.of(desk.article.text): person.surname for person in desk.cast.people
    }
    edits = tuple(
        replace(edit, text=surnames[edit.text])
        if edit.rule == "pronoun" and edit.text in surnames and edit.text in named
        else _author_again(desk, edit, named)
        for edit in bullet.edits
    )
    shorter = _with(desk, replace(bullet, edits=edits), ())
    return bullet if shorter.text == bullet.text else shorter


def _author_again(desk: Desk, edit: Edit, named: str) -> Edit:
    if edit.rule != "author" or desk.author is None or desk.author not in named:
        return edit
    surname = authors.surname_of(desk.author)
    return replace(edit, text=edit.text.replace(desk.author, surname))


def _with(desk: Desk, bullet: Bullet, more: tuple[Edit, ...]) -> Bullet:
    edits = (*bullet.edits, *more)
    text = replay(bullet.source, edits)
    if text == bullet.text:
        return bullet
    changed = replace(bullet, text=text, edits=edits)
    tokens = _tagged(bullet.source)
    draft = drafting.Draft(text, edits, bullet.template, bullet.speaker)
    if _faults(desk, bullet.source, tokens, draft) or _too_long(desk.options, draft):
        return bullet
    return changed


def _notes(options: Options, bullets: Sequence[Bullet]) -> tuple[str, ...]:
    if options.bullets is None or len(bullets) >= options.bullets:
        return ()
    return (f"asked for {options.bullets} bullets; the article gives {len(bullets)}",)
