"""Who says what in a sentence: the attribution outside its quotations, and the claim.

Precision before recall: where the marks don't pair, two readings are left or the claim
might not be all the speaker's, the statement has no attribution.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from summarizer.claims import quoted, stop
from summarizer.discourse import Attribution, Statement
from summarizer.lines import fold
from summarizer.readings import readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Sentence, Span, Token
    from summarizer.discourse import Quotations, Quote
    from summarizer.lines import Line
    from summarizer.readings import Reading


def read_statement(
    sentence: Sentence, quotations: Quotations, tokens: Sequence[Token]
) -> Statement:
    """The sentence as a claim, and its attribution if that is certain."""
    quotes = _quotes_in(sentence.span, quotations)
    whole = (sentence.span,)
    if not _balanced(sentence.span, quotes, quotations):
        return Statement(sentence, whole, quotes, balanced=False)
    line = fold(sentence, tokens, quotes)
    reading = _certain(list(readings(line)))
    if reading is None:
        return Statement(sentence, whole, quotes, direct=quoted(line, 0, stop(line)))
    return Statement(
        sentence,
        tuple(line.span(*part) for part in reading.claim),
        quotes,
        _attribution(line, reading),
        direct=all(quoted(line, *part) for part in reading.claim),
    )


def _quotes_in(span: Span, quotations: Quotations) -> tuple[Quote, ...]:
    """The quotations that share a character with the span."""
    quotes = quotations.quotes
    first = bisect_right(quotes, span.start, key=lambda quote: quote.span.end)
    last = bisect_left(quotes, span.end, key=lambda quote: quote.span.start)
    return quotes[first:last]


def _balanced(span: Span, quotes: tuple[Quote, ...], quotations: Quotations) -> bool:
    unsafe = quotations.unsafe
    at = bisect_right(unsafe, span.start, key=lambda region: region.end)
    if at < len(unsafe) and unsafe[at].overlaps(span):
        return False
    return all(
        span.covers(quote.span) and quote.content.end < quote.span.end
        for quote in quotes
    )


def _attribution(line: Line, reading: Reading) -> Attribution:
    found = reading.found
    return Attribution(
        speaker=line.span(*found.speaker),
        name=line.span(*found.name) if found.name else None,
        cue=line.span(*found.cue),
        verb=line.span(*found.verb),
        lemma=found.lemma,
        tense=found.reporting.form.tense if found.reporting else "none",
        span=line.span(*found.place),
        place=reading.place,
        inverted=found.inverted,
        tail=line.span(*reading.tail) if reading.tail else None,
    )


def _certain(found: list[Reading]) -> Reading | None:
    """The only reading; of two, the one at the end whose claim holds the other."""
    match found:
        case [only]:
            return only
        case [inner, outer] if (inner.place, outer.place) == ("front", "end"):
            return outer if outer.found.place[0] >= inner.found.place[1] else None
        case [first, *others] if all(_same(first, other) for other in others):
            return first if first.found.place[0] == 1 else None
    return None


def _same(one: Reading, other: Reading) -> bool:
    """Whether two readings share a verb: a role behind the name was read as one."""
    return one.found.verb == other.found.verb
