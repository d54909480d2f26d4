"""Where and for whom a story was filed: what may go in front of its first words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.bullet import Edit
    from summarizer.trace import Trace
    from summarizer.voices import Cue

DATELINE = re.compile(
    r"""
    \s* (?: [A-Z][\w.'’-]* (?:[ ][A-Z][\w.'’-]*){0,4}       # PORT HARBOR
        (?: ,[ ][A-Z][\w.'’]* (?:[ ][A-Z][\w.'’]*){0,3} ){0,2}  # , Maine
        (?: ,?[ ] (?: [A-Z][a-z]{2,8}\.?[ ]\d{1,2} | \d{1,2}[ ][A-Z][a-z]{2,8} ) )?
    )? \s* (?: \( [A-Z][\w .&/,-]{1,40} \) )?
    \s* [-–—:]{0,2} \s*
    """,
    re.VERBOSE,
)
DASHES = frozenset("-–—")


def is_dateline(
    trace: Trace, edit: Edit, inside: list[int], cues: Sequence[Cue]
) -> bool:
    """Whether the words are a place, a day or an agency in front of the sentence."""
    del cues
    said = trace.said(edit.span)
    return (
        inside[0] <= 1
        and edit.span.start == trace.sentence.span.start
        and DATELINE.fullmatch(said) is not None
        and (
            "(" in said
            or _is_in_capitals(said)
            or _is_torn(trace, said, inside)
            or _is_dashed(said)
        )
    )


def _is_torn(trace: Trace, said: str, inside: Sequence[int]) -> bool:
    """Whether a sentence begins behind a place: "Crail, Maine A day after"."""
    behind = trace.tokens[inside[-1] + 1 : inside[-1] + 2]
    starts = any(token.text in words("datelines", "starts") for token in behind)
    opens = _tells_again(trace, said) or starts
    return opens and ("," in said or _is_known(said))


def _tells_again(trace: Trace, said: str) -> bool:
    """Whether the first words name the region: "Crail, Fife Fife police"."""
    region = said.rpartition(", ")[2].strip()
    return bool(region) and trace.sentence.text[len(said) :].startswith(region)


def _is_dashed(said: str) -> bool:
    """Whether a known place stands before a dash: "Crail, Maine --", "Oslo –"."""
    return said.rstrip()[-1:] in DASHES and _is_known(said)


def _is_known(said: str) -> bool:
    """Whether the words are a city that needs no country, or end in a country."""
    place, _, rest = said.strip(" -–—").partition(", ")
    cities, regions = words("datelines", "cities"), words("datelines", "regions")
    return place in cities or place.title() in cities or rest in regions


def _is_in_capitals(said: str) -> bool:
    """Whether a place in capitals stands before a dash: "CRAIL, Maine --"."""
    place = said.split(maxsplit=1)[0].strip(",.")
    return said.rstrip()[-1:] in DASHES and place.isupper()
