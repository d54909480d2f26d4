"""Sentences that say only that somebody would not say anything."""

from __future__ import annotations

import re

DECLINED = r"(?:declined|refused) (?:to )?(?:immediately |further )?comment\b"
OUT_OF_REACH = (
    r"(?:reach|reached|available) (?:immediately )?for (?:further )?comment\b"
)
NO_ANSWER = (
    r"(?:not|n['’]t|yet to)(?: immediately| yet)?"
    r" (?:(?:respond|reply)(?:ed)? to|replied to|return(?:ed)?|answer(?:ed)?)\b"
    r".{0,50}\b(?:comment|requests?|inquir(?:y|ies)|calls?|e-?mails?|messages?"
    r"|questions)\b"
)
SILENCE = re.compile(rf"{DECLINED}|{OUT_OF_REACH}|{NO_ANSWER}")
ASKED = ("comment", "request", "inquir", "call", "mail", "message", "question")
TOLD = re.compile(r"[\"“]|\b(?:said|says|told|but|after|because)\b")
"""In front of the silence: there is something to report after all."""
GOES_ON = re.compile(
    r"\b(?:but|saying|said|says|because|wh\w{1,5}|that|and|if|how|urged)\b"
)
MOST_BEFORE = 12  # words
MOST_AFTER = 10


def is_no_comment(line: str) -> bool:
    """Whether a sentence tells nothing but that somebody gave no comment.

    >>> is_no_comment("The bank declined to comment on the arrest.")
    True
    >>> is_no_comment("The bank declined to comment but shut its doors.")
    False
    """
    # One of the words is in whatever the pattern finds; most lines have none.
    found = SILENCE.search(line) if any(map(line.__contains__, ASKED)) else None
    if found is None:
        return False
    before, after = line[: found.start()], line[found.end() :]
    is_short = len(before.split()) <= MOST_BEFORE and len(after.split()) <= MOST_AFTER
    return is_short and not TOLD.search(before) and not GOES_ON.search(after)
