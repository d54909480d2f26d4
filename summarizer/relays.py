"""Bullets that pass on no more than that there is news.

What was said is the news; that a station told it, or how somebody came to speak of it,
is for the newsroom.
"""

from __future__ import annotations

import re

TELLERS = r"[^,;:\"“”]{2,70}"
PASSED_ON = (
    r"(?:also )?(?:wasted no time in )?"
    r"(?:tweeting|sharing|reported|shared|shares|announced|broke|tweeted|tweets"
    r"|confirmed|delivered|revealed|posted|spread|hailed|welcomed) "
    r"(?:(?:the|her|his|their|its|this) )?"
    r"(?:(?:happy|good|bad|sad|big|exciting|tragic|joyful|heartbreaking) )?news"
    r"(?: of [^,;\"“”]{2,60}?)?"
    r"(?: (?:on|with|via|in|to|at|through|from) [^,;]{2,60})?"
)
FIRST_TOLD = (
    r"(?:was|were) first (?:reported|published|broadcast) (?:in|by|on) [^,;]{2,60}"
)
COPIED = (
    r"(?:posted|released|published|carried|reprinted|ran) (?:an? |the )?"
    r"[\w' ’]{0,30}\b(?:transcript|story|article)"
    r" (?:on|to|from|of|in) [^,;]{2,60}"
)
SPOKEN = (
    r"(?:recently |also |later )?(?:spoke|speaks|talked|talks|chatted|opened up"
    r"|sat down|sits down) (?:to|with) "
    r"(?:CNN|reporters|journalists|the [A-Z][\w ]{2,40}|[A-Z]\w+(?: [A-Z]\w+){0,2})"
    r"(?: about [^,;\"“”]{2,60})?"
)
UNNAMED = (
    r"(?:spoke|speaks|talked|asked|requested|insisted|agreed to (?:speak|talk))"
    r"[^,;\"“”]{0,40}\b(?:anonymity|anonymously"
    r"|not (?:to )?be (?:named|identified))\b[^,;]*"
)
RELAY = re.compile(
    rf"{TELLERS} (?:{PASSED_ON}|{FIRST_TOLD}|{COPIED}|{SPOKEN}|{UNNAMED})\.?\Z"
)
DETAIL = r"(?:give|provide|offer) (?:any )?(?:more |further )?details?"
ASKED = r"(?:when|whether|what|which|how|why|who|where|if)"
UNKNOWING = re.compile(
    r"\bneither confirm(?:s|ed)? n?or den(?:y|ies|ied)\b"
    r"|\b(?:was|were|is|are) (?:unaware|not aware) of [^,;]{2,60}\.?\Z"
    r"|\b(?:said|says) (?:he|she|they) (?:did|does|do)(?: not|n['’]t) know"
    rf"(?= {ASKED}\b|[.]?\Z)"
    r"|\b(?:did|do|does|would|could)(?: not|n['’]t) (?:immediately |yet )?"
    rf"(?:say|specify|elaborate|disclose|reveal|{DETAIL})"
    rf"(?: on\b| about\b| {ASKED}\b|[.,]|\Z)"
)
"""Somebody does not know, or won't tell."""


def is_relay(text: str) -> bool:
    """Whether the text passes on no news but that there is some.

    >>> is_relay("A station in Odell reported the news.")
    True
    >>> is_relay("A station in Odell reported that the mill burned.")
    False
    """
    return RELAY.match(text) is not None


def knows_nothing(text: str) -> bool:
    """Whether somebody only does not know or does not tell.

    What follows a "but" may be news.

    >>> knows_nothing("The mayor said he didn't know when the mill would open.")
    True
    """
    return " but " not in text and UNKNOWING.search(text) is not None
