"""What is taken for bullets so far, and what each other draft would add to it."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from summarizer.choosing import Candidate
    from summarizer.reliance import Need

SENTENCE = 6.0
"""What the rank of the best sentence counts for, in words that are sure to be printed.
Of 0 to 12 it matters little to ROUGE; of 30 sets that differ at 12, blind readers
chose 7."""

SAME = 0.5
"""Overlap from which two bullets repeat each other. From the redundancy cut-offs that
pay in the literature (cosine 0.5 to 0.6)."""

MANNER_AGAIN = 0.85
"""What a bullet keeps of its worth for each one chosen that speaks in its manner. Set
so that the showcase articles get a quotation beside two claims."""

ENOUGH = 1.0
"""The number of words likely to be printed, in sum, that a bullet must hold to count in
full: "That was then." and its kind hold fewer."""

ENOUGH_LATER = {"firm": 1.0, "soft": 2.0}
"""The same of every bullet but the first and quotations, by the style's brevity. Of
393 of them that readers marked, those that hold less than 2 were bad three times as
often as the others: side details, and remarks about something untold. Of 1 to 3; from
3 on ROUGE falls, and where long ones lose much, from 1 on."""

LITTLE = 0.2
"""The share of what the bullets before it brought on average that a bullet must bring;
from 0.3 on ROUGE falls."""

FRESH = 0.4
"""The number of words likely to be printed, in sum, that no bullet before has and that
the next one must bring to count in full: the others say what is told, or next to
nothing. Of 0.3 to 1.4; from 0.7 on ROUGE falls."""

LEAST_PART = 4
"""Letters of a noun that counts as told by a longer one."""

UNTOLD_SUBJECT, UNTOLD, LEAST_LEFT = 0.25, 0.75, 0.1
"""What a bullet keeps of its worth for something that it takes for known and that no
bullet before tells: when it is about that, when it only names it, and at least. Set by
reading what two strangers could not make sense of."""

OPENING, BEHIND = 3, 0.65
"""How many sentences open an article, and what a bullet from behind them keeps of its
worth: it leans on what the reader doesn't see three times as often. By ROUGE and by
blind comparison, of 0.5 to 1; no more than a prior."""

STEP, APART = 3, 0.8
"""From how many sentences behind the last bullet on such a one loses once more, and
what it keeps then. By blind comparison, of 0.6 to 1."""

DIGITS = 9
"""Values closer than this are equal, whatever the order of the additions was."""


def _is_told(need: Need, told: frozenset[str]) -> bool:
    """Whether words told tell of it: "drawbridge" tells of "the bridge"."""
    return any(
        word == stem or (len(stem) >= LEAST_PART and word.endswith(stem))
        for stem in need.stems
        for word in told
    )


def _order(draft: Candidate, value: float) -> tuple[float, int]:
    """What comes first by its worth, and of equals by its place in the article."""
    return (-round(value, DIGITS), draft.bullet.source.index)


class Taken:
    """The drafts taken so far, and what each of the others would add to them."""

    def __init__(
        self, weights: Mapping[str, float], *, enough_later: float = ENOUGH
    ) -> None:
        self.taken: list[Candidate] = []
        self._weights = weights
        self._enough_later = enough_later
        self._sums: dict[frozenset[str], float] = {}
        self._told: frozenset[str] = frozenset()
        self._brought = 0.0

    def pool(self, waiting: Mapping[int, Candidate]) -> list[int]:
        """What can be taken; drafts that cannot stand alone only where none can."""
        sound = [at for at, draft in waiting.items() if draft.sound]
        return sound or ([] if self.taken else list(waiting))

    def best(self, waiting: Mapping[int, Candidate], pool: Sequence[int]) -> int:
        """What is taken first: what adds most, and of equals what comes first.

        What a draft takes for known is only asked of those that may still win.
        """
        (_, place), *others = sorted(
            (_order(waiting[at], self._hope(waiting[at])), at) for at in pool
        )
        best = (_order(waiting[place], self.value(waiting[place])), place)
        for hope, at in others:
            if hope > best[0]:
                break
            best = min(best, (_order(waiting[at], self.value(waiting[at])), at))
        return best[1]

    def value(self, draft: Candidate) -> float:
        """What a draft would add to those that are taken."""
        return self._hope(draft) * self._leaning(draft)

    def _hope(self, draft: Candidate) -> float:
        """What it would add if it took nothing for known."""
        again = sum(other.manner == draft.manner for other in self.taken)
        new = self._printed(draft.stems - self._told)
        later = self.taken and draft.manner != "quote"
        enough = self._enough_later if later else ENOUGH
        says = min(1.0, self._printed(draft.stems) / enough)
        worth = SENTENCE * draft.bullet.score + new
        if self.taken:
            says *= min(1.0, new / FRESH)
        kept = draft.kept * self._near(draft.bullet.source.index)
        return worth * says * kept * MANNER_AGAIN**again

    def _near(self, place: int) -> float:
        """What a draft keeps for how far it is from the opening and what is taken."""
        if place < OPENING:
            return 1.0
        near = range(place - STEP, place)
        apart = all(other.bullet.source.index not in near for other in self.taken)
        return BEHIND * APART if apart else BEHIND

    def _leaning(self, draft: Candidate) -> float:
        """What is left of a draft that takes for known what no bullet before tells."""
        place = draft.bullet.source.index
        before = [other for other in self.taken if other.bullet.source.index < place]
        if any(other.bullet.source.index == place - 1 for other in before):
            return 1.0
        told = frozenset[str]().union(*(other.stems for other in before))
        left = 1.0
        for need in draft.needs():
            if not _is_told(need, told):
                left *= UNTOLD_SUBJECT if need.leading else UNTOLD
        return max(left, LEAST_LEFT)

    def leans(self, draft: Candidate) -> bool:
        """Whether it is about something that no bullet before tells."""
        return self._leaning(draft) <= UNTOLD_SUBJECT

    def printed(self, draft: Candidate) -> float:
        """How many of a draft's words are likely to be printed, in sum."""
        return self._printed(draft.stems)

    def _printed(self, stems: frozenset[str]) -> float:
        """How many of the words are likely to be printed, in sum."""
        known = self._sums.get(stems)
        if known is None:
            weights = self._weights
            known = fsum([weights[stem] for stem in stems if stem in weights])
            self._sums[stems] = known
        return known

    def is_little(self, draft: Candidate) -> bool:
        """Whether it would add next to nothing beside those that are taken."""
        usual = self._brought / max(1, len(self.taken))
        return self.value(draft) < LITTLE * usual

    def words(self, draft: Candidate) -> int:
        """How long all would be with the draft."""
        return draft.words + sum(other.words for other in self.taken)

    def repeats(self, draft: Candidate, overlap: Callable[[str, str], float]) -> bool:
        """Whether the draft says what one of those taken says."""
        texts = [other.bullet.text for other in self.taken]
        return any(overlap(draft.bullet.text, text) >= SAME for text in texts)

    def take(self, draft: Candidate) -> None:
        """Make the draft a bullet."""
        self._brought += self.value(draft)
        self._told |= draft.stems
        self.taken.append(draft)
