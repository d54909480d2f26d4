"""What announces a list, and headings of guides: "Here are five reasons:"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.article import Article, Sentence

LIST_INTRODUCTION = re.compile(
    r"^(?:so |and |but )?here(?: are (?:some|a few|several|a couple|two|three|four"
    r"|five|six|seven|eight|nine|ten|\d{1,3}|the (?:top|best|key|main|biggest|latest)"
    r"|\w+ (?:things|ways|reasons|tips|facts|questions|examples))"
    r"|(?: is|'s) (?:a (?:quick |brief )?(?:look|list)|what|how|why|everything))\b"
    r"[^.:?!]{0,200}[.:]$|^here are [^.:?!]{3,120}:(?: \.)?$",
    re.IGNORECASE,
)
LIST_ITEM = re.compile(r"1[.)] \S")
LIST_MARK = re.compile(r"(?:[•▪●◦‣∙■]|--)\s*$")
QUOTATION_MARKS = ('"', "“", "'", "‘")
ANNOUNCED = re.compile(
    r"\b(?:the following|as follows|such as|these [a-z]{3,20}|a few of them)\b"
    r"[^.:]{0,80}:(?: \.)?$"
)
WHERE_TO = re.compile(
    r"^(?:where|what|how|when) to [a-z]{2,12}: [^.?!]{1,60}\.?$", re.IGNORECASE
)


def list_heads(
    lines: Sequence[str], sentences: Sequence[Sentence], article: Article
) -> set[int]:
    """The places of lines that announce a list: "The top ten bridges:".

    The first line may say what the whole article is about, and in front of a quotation
    stands its speaker.
    """
    return {
        place
        for place in range(1, len(lines) - 1)
        if lines[place].rstrip(" .").endswith(":")
        and not lines[place + 1].startswith(QUOTATION_MARKS)
        and (ANNOUNCED.search(lines[place]) or _is_item(sentences[place + 1], article))
    }


def _is_item(sentence: Sentence, article: Article) -> bool:
    """Whether a sentence stands behind the mark of a list, or is its number one."""
    before = article.text[max(0, sentence.span.start - 4) : sentence.span.start]
    return bool(LIST_ITEM.match(sentence.text) or LIST_MARK.search(before))
