"""Surnames that are a company's name as well: "Vale, the company"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from summarizer.article import Sentence

FIRM_KINDS = "company|firm|group|maker|chain|agency|carrier|airline|bank|retailer|brand"
FIRM_GOODS = "shares|stock|employees|workers|customers|board|headquarters"
FIRM_WORDS = (", which", *FIRM_KINDS.split("|"), *FIRM_GOODS.split("|"))
"""One of them is in whatever tells that a name is a company's."""


def named_like_firms(
    sentences: Sequence[Sentence], names: frozenset[str]
) -> Iterator[str]:
    """Those of the names that the article gives to a company."""
    for sentence in sentences:
        text = sentence.text
        if any(map(text.__contains__, names)) and any(
            map(text.__contains__, FIRM_WORDS)
        ):
            yield from (match[1] for match in _firm().finditer(text))


@cache
def _firm() -> re.Pattern[str]:
    """A name that a company goes by: "Orvane, the company", "shares of Orvane"."""
    return re.compile(
        rf"(?:[Ss]hares (?:of|in) )?\b([A-Z][\w-]{{2,30}})"
        rf"(?:, (?:which|(?:the|an?) (?:[\w-]{{1,20}} ){{0,3}}(?:{FIRM_KINDS}))\b"
        rf"|['’]s (?:{FIRM_GOODS})\b)"
    )
