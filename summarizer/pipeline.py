"""The story: from a source to a summary, one stage after the other."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import (
    choosing,
    desks,
    furniture,
    introducing,
    proof,
    ranking,
    reading,
    sentences,
    sketches,
    styles,
)
from summarizer.article import Article
from summarizer.errors import CrashError, NothingToSummarizeError, SummarizerError
from summarizer.options import Options, bullet_count, check_workers, word_budget
from summarizer.summary import Summary
from summarizer.taking import ENOUGH_LATER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Unpack

    from summarizer.bullet import Bullet
    from summarizer.options import Changes
    from summarizer.styles import Style


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
    return _summary(article, options, desks.limited(style, options))


def _summary(article: Article, options: Options, style: Style) -> Summary:
    body = furniture.body(sentences.split(article), article)
    scores = desks.score(body, article, options)
    desk = desks.open_desk(article, body, scores, style, options)
    words = sum(len(sentence.text.split()) for sentence in body)
    count = bullet_count(words, options, within=style.bullets)
    bullets = choosing.choose(
        sketches.sketches(desk, scores, count),
        _limits(options, style, count),
        weights=desk.weights,
        overlap=partial(ranking.overlap, language=article.language),
        proven=partial(sketches.is_faithful, desk),
    )
    if not bullets:
        limited = desks.is_limited(options)
        raise NothingToSummarizeError(article.source, limited=limited)
    bullets, verified = proof.settle(introducing.ways(desk, bullets), article)
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
        fewest=options.bullets or min(count, style.bullets[0]),
        budget=word_budget(options, count, of_three=style.total_words),
        total_words=options.total_words,
        enough_later=ENOUGH_LATER[style.brevity],
    )


def _notes(options: Options, bullets: Sequence[Bullet]) -> tuple[str, ...]:
    if options.bullets is None or len(bullets) >= options.bullets:
        return ()
    return (f"asked for {options.bullets} bullets; the article gives {len(bullets)}",)
