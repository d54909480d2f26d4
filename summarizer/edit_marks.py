"""A source sentence as an editor marks it up: what was struck, put in and moved.

The marks hold both texts. Without what was put in they are the sentence, letter by
letter; without what was taken out they are the bullet before its seams are tidied.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from summarizer.article import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.article import Sentence
    from summarizer.bullet import Edit


@dataclass(frozen=True, slots=True)
class Mark:
    """One run of words and what became of them."""

    text: str
    state: Literal["kept", "out", "in"] = "kept"
    edit: Edit | None = None
    """The edit that took the words out or put them in."""
    inner: tuple[Mark, ...] = ()
    """Moved words at their new place, with the edits that were made on the way."""

    @property
    def is_worded(self) -> bool:
        """Whether the run is more than marks or a letter, so that a label pays."""
        return is_worded(self.text)


def marks(sentence: Sentence, edits: Sequence[Edit]) -> tuple[Mark, ...]:
    """The sentence's words in order, each run marked with its edit.

    >>> from summarizer.article import Sentence
    >>> from summarizer.bullet import Edit
    >>> sentence = Sentence("On Monday, it rained.", Span(0, 21), 0, 0)
    >>> edits = (Edit("drop", Span(0, 11), "weekday"),
    ...          Edit("replace", Span(11, 12), "capital", "I"))
    >>> [(mark.state, mark.text) for mark in marks(sentence, edits)]
    [('out', 'On Monday, '), ('out', 'i'), ('in', 'I'), ('kept', 't rained.')]
    """
    carried = [edit for edit in edits if any(_carries(move, edit) for move in edits)]
    outer = [edit for edit in edits if not _among(edit, carried)]
    return tuple(_joined(_walk(sentence, sentence.span, outer, carried)))


def is_worded(text: str) -> bool:
    """Whether the text is more than marks or one letter."""
    return sum(char.isalnum() for char in text) > 1


def _among(edit: Edit, edits: Iterable[Edit]) -> bool:
    return any(edit is other for other in edits)


def _carries(move: Edit, edit: Edit) -> bool:
    """Whether ``edit`` changes words that ``move`` takes along."""
    if move.kind != "move" or move is edit:
        return False
    if edit.kind == "insert":
        return move.span.start < edit.span.start < move.span.end
    return move.span.covers(edit.span)


def _walk(
    sentence: Sentence, region: Span, edits: Sequence[Edit], carried: Sequence[Edit]
) -> Iterator[Mark]:
    """The runs of a region; words that go out are marked where they stood."""
    offsets = _offsets(region, edits)
    done = region.start
    for start, end in zip(offsets, [*offsets[1:], region.end], strict=True):
        for edit in edits:
            if edit.kind == "drop" or _target(edit) != start:
                continue
            if edit.kind == "replace" and edit.span.end > done:
                old = Span(max(done, start), edit.span.end)
                yield Mark(_words(sentence, old), "out", edit)
                done = old.end
            yield _put_in(sentence, edit, carried)
        run = Span(max(done, start), end)
        if run:
            gone = _taken_by(run.start, edits)
            yield Mark(_words(sentence, run), "out" if gone else "kept", gone)
            done = run.end


def _offsets(region: Span, edits: Sequence[Edit]) -> list[int]:
    """Where something begins or ends, in order."""
    found = {region.start, region.end}
    for edit in edits:
        found.update((edit.span.start, edit.span.end, _target(edit)))
    return sorted(found)


def _target(edit: Edit) -> int:
    return edit.span.start if edit.at is None else edit.at


def _put_in(sentence: Sentence, edit: Edit, carried: Sequence[Edit]) -> Mark:
    if edit.kind != "move":
        return Mark(edit.text, "in", edit)
    own = [other for other in carried if _carries(edit, other)]
    inner = tuple(_joined(_walk(sentence, edit.span, own, ())))
    return Mark(_words(sentence, edit.span), "in", edit, inner)


def _taken_by(offset: int, edits: Sequence[Edit]) -> Edit | None:
    for edit in edits:
        if edit.kind != "insert" and edit.span.start <= offset < edit.span.end:
            return edit
    return None


def _words(sentence: Sentence, span: Span) -> str:
    base = sentence.span.start
    return sentence.text[span.start - base : span.end - base]


def _joined(found: Iterable[Mark]) -> Iterator[Mark]:
    """Neighbours with one fate as one run."""
    last: Mark | None = None
    for mark in found:
        if (
            last is not None
            and last.state == mark.state != "in"
            and (last.edit is mark.edit)
        ):
            last = replace(last, text=last.text + mark.text)
            continue
        if last is not None:
            yield last
        last = mark
    if last is not None:
        yield last
