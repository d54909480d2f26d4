"""Speakers with their reporting words: "the mayor told reporters on Tuesday".

``attribution_at`` reads one from a given token on; what is claimed, and whether the
attribution holds the whole sentence, is for ``statements`` to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from summarizer.adjuncts import adjuncts, participle_end, prepositional, time_end
from summarizer.cues import forms
from summarizer.lexicon import table, words
from summarizer.lines import ADVERBS, FINITE, NAMES, QUOTATION, cue_word
from summarizer.phrases import noun_phrase
from summarizer.speakers import speaker_before, speaker_behind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from summarizer.cues import Verb
    from summarizer.lines import CueWord, Line, Range
    from summarizer.phrases import Phrase
    from summarizer.speakers import Speaker

MOST_ADVERBS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An attribution as ranges of tokens."""

    place: Range
    speaker: Range
    name: Range | None
    cue: Range
    verb: Range
    lemma: str
    reporting: CueWord | None
    """None for "according to" and its kind."""
    inverted: bool = False
    settled: bool = True
    """Whether all adjuncts are surely the attribution's own: times and occasions."""

    @property
    def kind(self) -> Verb | None:
        """The reporting verb, if there is one."""
        return self.reporting.form.verb if self.reporting else None


def may_attribute(line: Line) -> bool:
    """Whether any word stands there that every attribution needs one of."""
    return not _cue_words().isdisjoint(line.lows)


@cache
def _cue_words() -> frozenset[str]:
    return frozenset({*forms(), *_phrases("front"), *_phrases("end")})


def attribution_at(line: Line, at: int) -> Found | None:
    """The attribution that starts at a token, whatever its order of words."""
    return (
        phrase_first(line, at, "end") or speaker_first(line, at) or verb_first(line, at)
    )


def phrase_first(line: Line, at: int, place: str) -> Found | None:
    """A cue without a verb, "according to" and its kind, with its speaker."""
    for cue, parts in _phrases(place).get(line.lows[at], ()):
        end = at + len(parts)
        if line.lows[at:end] != parts:
            continue
        speaker = speaker_behind(line, end)
        if speaker is None or not _quotable(line, speaker, cue):
            return None
        after, settled = adjuncts(line, speaker.after)
        if line.tags[after] in {"VBN", "VBG"}:
            after = participle_end(line, after) or after
        return Found(
            place=(at, after),
            speaker=speaker.place,
            name=speaker.name,
            cue=(at, end),
            verb=(at, end),
            lemma=cue,
            reporting=None,
            settled=settled,
        )
    return None


@cache
def _phrases(place: str) -> Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]:
    """The cues without a verb, each with its words, by the first of these."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for cue in table("cues")["phrases"][place]:
        parts = tuple(cue.split())
        found.setdefault(parts[0], []).append((cue, parts))
    return found


def _quotable(line: Line, speaker: Speaker, cue: str) -> bool:
    start, end = speaker.place
    if cue == "per" and not (line.tags[start] in NAMES or line.lows[start] == "the"):
        return False
    measures = words("cues", "phrases", "measures")
    return not any(
        line.lows[at] in measures for at in range(start, min(end, start + 3))
    )


def speaker_first(line: Line, at: int) -> Found | None:
    """Speaker, then verb: "the mayor said"."""
    speaker = speaker_before(line, at)
    if speaker is None:
        return None
    start = _past_adverbs(line, speaker.after)
    word = cue_word(line, start) if start is not None else None
    if word is None or not word.form.verb.claim or _agrees_not(line, speaker, word):
        return None
    return _with_what_follows(line, at, speaker, word)


def _agrees_not(line: Line, speaker: Speaker, word: CueWord) -> bool:
    """Whether a base form follows a singular speaker: no finite verb then."""
    singular = {"NN", "NNP"}
    alone = speaker.place[1] - speaker.place[0] == 1
    head = line.tags[speaker.place[1] - 1]
    return word.form.plural and alone and head in singular


def _with_what_follows(
    line: Line, at: int, speaker: Speaker, word: CueWord
) -> Found | None:
    told = _told(line, word)
    if told is None:
        return None
    end, settled = adjuncts(line, told)
    return Found(
        place=(at, end),
        speaker=speaker.place,
        name=speaker.name,
        cue=(word.start, _cue_end(line, told)),
        verb=(word.start, word.start + 1),
        lemma=word.form.verb.lemma,
        reporting=word,
        settled=settled,
    )


def verb_first(line: Line, at: int) -> Found | None:
    """Verb, then speaker: "said Mara Holt, the mayor of Eddon"."""
    word = cue_word(line, at)
    if word is None or not word.form.verb.claim or word.form.verb.object == "must":
        return None
    quoted = line.tags[at - 1] == QUOTATION
    if line.tags[at] == "VBN" and line.lows[at] != "said" and not quoted:
        return None
    speaker = speaker_behind(line, word.end)
    if speaker is None or _bare_noun(line, speaker):
        return None
    end, settled = adjuncts(line, speaker.after)
    return Found(
        place=(at, end),
        speaker=speaker.place,
        name=speaker.name,
        cue=(word.start, word.end),
        verb=(word.start, word.start + 1),
        lemma=word.form.verb.lemma,
        reporting=word,
        inverted=True,
        settled=settled,
    )


def _bare_noun(line: Line, speaker: Speaker) -> bool:
    """Whether the speaker is a thing without an article: "said goodbye"."""
    start, end = speaker.place
    common = all(line.tags[at] in {"NN", "JJ", "VBG"} for at in range(start, end))
    return common and line.lows[end - 1] not in words("cues", "speakers", "bare")


# --- what stands between, and behind --------------------------------------------------


def _past_adverbs(line: Line, at: int) -> int | None:
    """The token behind adverbs and a weekday; None when one of them denies the verb."""
    for _ in range(MOST_ADVERBS):
        if line.lows[at] in words("cues", "adverbs", "blocking"):
            return None
        when = time_end(line, at)
        if line.tags[at] in ADVERBS:
            at += 1
        elif when is not None:
            at = when
        else:
            break
    return at


def _told(line: Line, word: CueWord) -> int | None:
    """The end of the verb and of those who are told; None when it needs them."""
    wants = word.form.verb.object
    if wants == "no":
        return word.end
    phrase = noun_phrase(line, word.end)
    if phrase is None or line.tags[phrase.end] in FINITE:
        return None if wants == "must" else word.end
    end = _listener_end(line, phrase)
    return end if wants == "must" or _claim_follows(line, end) else word.end


def _listener_end(line: Line, phrase: Phrase) -> int:
    """The end of who is told; times and places behind are none of it."""
    if line.lows[phrase.core] != "of":
        return phrase.core
    group = noun_phrase(line, phrase.core + 1)
    return group.core if group else phrase.core


def _claim_follows(line: Line, at: int) -> bool:
    """Whether what stands behind "warned residents" can be what they were warned of."""
    if line.lows[at] in {"that", ",", ":"}:
        return True
    return line.tags[at] in {"DT", "PRP", "IN", QUOTATION}


def _cue_end(line: Line, at: int) -> int:
    """The end of the cue, "in a statement" taken in."""
    end = prepositional(line, at)
    if line.lows[at] in {"in", "at", "during", "on"} and end is not None:
        place = range(at, end)
        if any(line.lows[i] in words("cues", "adjuncts", "occasions") for i in place):
            return end
    return at
