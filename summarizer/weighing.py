"""What speaks for and against a draft beside the rank of its sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING, Literal, Protocol

from summarizer.relays import is_relay, knows_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summarizer.bullet import Bullet
    from summarizer.styles import Style

Lack = Literal["verbless", "general", "timeless", "hollow", "rebutted"]
"""No finite verb was found; nothing happens; next to nothing is quoted of what the
article is about; or the next sentence of an opinion takes it back."""

LENGTH_PENALTY = {"firm": 0.7, "soft": 0.5}
"""By the style's brevity, the power with which a bullet loses worth for words over the
target. Of 0.2 to 1.0, with the power for overlong ones: what kept both ROUGE and short
bullets on the mean of four article sets, and what editors chose who saw the sets that
differ, blind. They would rather have the news in 35 words than a side detail in 15."""

OVERLONG = {"firm": 4.0, "soft": 1.0}
"""The power with which a draft pays for words over the style's most. Of 0.3 to 4."""

FACTORS = {
    "dangling": 0.01,  # opens on a pronoun or a contrast nobody can resolve
    "leaning": 0.6,  # opens on "the study", "such moves"
    "first-person": 0.2,  # the author's own voice, outside quotation marks
    "contrast": 0.45,  # stood against a sentence that the reader doesn't see
    "echo": 0.3,  # "Hale's remarks come after ...": which remarks?
    "no-reply": 0.2,  # "could not be reached for comment"
    "relay": 0.2,  # "The paper reported the news.": what news?
    "verdict": 0.4,  # "Sadly, ...", "it is time to ...": the writer's, not the news
    "verbless": 0.4,  # "A girl, cheering on runners"; taggers err, so no more than that
    "short": 0.5,  # "There are nine inns.": true, and no news
    "chat": 0.5,  # "Many people struggle these days": what comes before the news
    "general": 0.5,  # "Sharing is a wonderful thing.": always so, and no news
    "timeless": 0.3,  # "Four girls chat in a side room.": the news comes later
    "rebutted": 0.3,  # "The mill says it is safe." "Yet it has burned down twice."
    "hollow": 0.2,  # '"I was stunned," Hale says.': so what?
    "label": 0.2,  # "Divided: The pair ...", a caption with its catchword
}
"""What a draft keeps of its worth with each fault. Set by reading the dev articles."""

TEXTS_KEPT = 4
"""A draft is looked at from one side after the other, and then never again."""

QUOTED = re.compile(r"[\"“][^\"“”]{0,600}[\"”]?|[‘'][^‘’]{0,600}['’](?=[\s,.]|$)")
FIRST_PERSON = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|of mine|[Ww]e|[Uu]s|[Oo]urs?|[Yy]ou|[Yy]ours?)\b(?![.]\w)"
)
"""The writer's voice, or one that speaks to the reader."""


LONG_QUOTE = 16
SHORT_QUOTE = 2.5
QUOTE_PENALTY = 1.5
"""A quotation cannot be trimmed: a short one says it better and gains by the factor,
one longer than that many words loses with the power. Set by reading."""

FRAGMENT = 2.2
"""What a draft gains that names who says it and quotes the heart of it."""

LABEL = re.compile(
    r"[\[(•]|\d{1,3}[.)] |[A-Z][\w'’-]{0,20}(?: [\w'’-]{1,20}){0,3}: [A-Z]"
    r"|[\"“][^\"“”]{2,60}[\"”] [\"“]"
)
"""How a caption or a line of a list begins, or a heading in quotation marks that ran
into the quotation below it."""
ECHO = re.compile(
    r"(?:[A-Z][\w-]{0,20} ){0,2}[A-Z][\w-]{0,20}(?:['’]s|s['’]) (?:latest |new )?"
    r"(?:comments?|remarks?|words|warnings?|statements?|announcement|calls?|claims?"
    r"|message|letter|decision|move|visit)"
    r" (?:comes?|came|echo(?:es|ed)?|follow(?:s|ed)?|prompted|drew|sparked)\b"
)
LATER = re.compile(
    r"(?:[A-Z][\w-]{0,20} (?:[a-z-]{1,20} ){0,3})"
    r"(?:later|earlier|before|afterwards?|then|ago|soon),? (?:he|she|they|it)\b"
    r"|(?:If|When|Once|Until|Unless|Because|Since) (?:he|she|they|it)\b"
)
ITSELF = re.compile(
    r"(?!It\b|(?:The|These|Those|Some|Many|All|Most) [a-z]{2,20}[^s\W]s\b"
    r"|[^,\"“”]{2,60} (?:are|were|have)\b)"
    r"[A-Z][^\"“”]{10,300}, it \w{3,12}[.]?$"
)
"""A body that reports of itself: "The bank has cut its rate, it says."; several, such
as "the tankers", are no "it"."""
SHORTEST = 6
"""Words from which on a sentence is likely to say something."""
NO_REPLY = re.compile(
    r"\b(?:did|could|was|were|has|have|had)(?: not|n['’]t) (?:been )?(?:immediately )?"
    r"(?:be reached|respond|return|reply|replied|comment|available)"
    r"|\b(?:declined|refused) (?:to comment|to be interviewed|comment)\b"
    r"|\bcould(?: not|n['’]t) (?:immediately )?reach\b.{2,90} for comment\b"
)
VERDICT = re.compile(
    r"(?:Sadly|Regrettably|Unfortunately|Thankfully|Luckily|Hopefully|Frankly|Clearly"
    r"|Of course|Score one|Enough)\b"
)
TIME_FOR = re.compile(r"[^\"“”]*\b(?:it is|it['’]s|is it) (?:high )?time (?:for|to)\b")
CHAT = re.compile(
    r"(?:Here(?:['’]s| is| are)|The year was|It was an? |Things|Step|The next time"
    r"|Do not|Don['’]t|Imagine|Forget|Share|Think|Picture this|Experience how"
    r"|For anyone|On any other|In a world|In an age|Gone are|Once upon|Like it or not"
    r"|Love it or|Say what you|Make no mistake|Brace yourself|Call it|Remember|Meet"
    r"|(?:Each|Every) (?:year|week|day), people|At issue|One thing is"
    r"|It(?:['’]s| is) no (?:wonder|secret|surprise)"
    r"|It(?:['’]s| is| was) not the first time"
    r"|Some (?:said|say|argued?|thought|think|called|wondered?)"
    r"|There(?:['’]s| is) an? (?:controversy|debate|storm|battle) (?:brew|rag)ing"
    r"|There(?:['’]s| is| are| was| were) (?:a |some)?(?:things?|lots?|plenty|many)"
    r"|(?:Many|Some|Most|A lot of|Plenty of) (?:people|of us))\b"
    r"|[^\"“”]{4,200} for you[.!]?$"
    r"|[^\"“”,]{2,40} (?:knows? how to|questions? (?:swirl|linger|remain))\b"
    r"|Questions (?:swirl|linger|remain)\b"
    r"|[^\"“”]{2,40}, here comes?\b"
    r"|[^\"“”]{2,90} (?:learn(?:ed|t) (?:a|the) (?:valuable|hard|painful|costly)"
    r"|(?:is|are) (?:clearly )?doing something right|wast(?:es?|ed) no time"
    r"|breaks? down (?:the|how|what|why)|it(?:['’]s| is) a (?:truth|fact of life)"
    r"|d(?:id|oes)(?:n['’]t| not) end (?:there|with))\b"
    r"|[^\"“”]{2,60} (?:ma[dk]es? an? (?:[\w-]{2,15} )?discovery"
    r"|(?:is|are|was|were) everywhere|had (?:other|different) (?:plans|ideas)"
    r"|(?:is|are) (?:nothing|not) new|isn['’]t new"
    r"|(?:is|was)(?: not|n['’]t) (?:just|only|merely) \w{3,20})[.]$"
)
"""How features begin that come to the point later."""
SPEAKING = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|[Yy]our?)\b(?![.]\w)")
ADDRESS = 40
"""Letters from the start in which a "you" or "we" is what the bullet is about."""
NARRATOR = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b(?![.]\w)")
SPEAKING_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who"})


class OpeningFault(Protocol):
    """What keeps a bullet from standing alone."""

    @property
    def hard(self) -> bool:
        """Whether no reader could make sense of it."""


def worth(
    bullet: Bullet,
    style: Style,
    *,
    fault: OpeningFault | None,
    lacks: Iterable[Lack] = (),
) -> float:
    """What a draft keeps of its sentence's score, 1 for an ordinary one.

    ``fault`` is what its opening lacks, if anything, ``lacks`` what all of it lacks.
    """
    kept = _length_kept(bullet, style) * prod(FACTORS[lack] for lack in lacks)
    if ECHO.match(bullet.text):
        kept *= FACTORS["echo"]
    if dangles(bullet, fault):
        kept *= FACTORS["dangling"]
    elif fault is not None:
        kept *= FACTORS["leaning"]
    if any(edit.rule == "contrast" for edit in bullet.edits):
        kept *= FACTORS["contrast"]
    if LABEL.match(bullet.text):
        kept *= FACTORS["label"]
    unquoted = _unquoted(bullet.text)
    if FIRST_PERSON.search(unquoted):
        kept *= FACTORS["first-person"]
    if NO_REPLY.search(unquoted) or knows_nothing(unquoted):
        kept *= FACTORS["no-reply"]
    if is_relay(bullet.text):
        kept *= FACTORS["relay"]
    if VERDICT.match(bullet.text) or (
        " time " in bullet.text and TIME_FOR.match(bullet.text)
    ):
        kept *= FACTORS["verdict"]
    elif _chats(bullet.text):
        kept *= FACTORS["chat"]
    return kept


def is_chat(bullet: Bullet) -> bool:
    """Whether the writer speaks of himself or to the reader, and tells no news yet."""
    unquoted = _unquoted(bullet.text)
    addressed = SPEAKING.search(unquoted, 0, ADDRESS) is not None
    return addressed or _chats(unquoted)


def _length_kept(bullet: Bullet, style: Style) -> float:
    """What is left for its length, and for the words of others that it holds."""
    length = len(bullet.text.split())
    kept = length_factor(length, style.words, LENGTH_PENALTY[style.brevity])
    kept *= length_factor(length, style.max_words, OVERLONG[style.brevity])
    if bullet.template.startswith("quote-"):
        short = length <= LONG_QUOTE
        kept *= SHORT_QUOTE if short else (LONG_QUOTE / length) ** QUOTE_PENALTY
    elif length < SHORTEST:
        kept *= FACTORS["short"]
    if bullet.template == "name-verb-fragment":
        kept *= FRAGMENT
    return kept


def dangles(bullet: Bullet, fault: OpeningFault | None) -> bool:
    """Whether no reader could make sense of the bullet alone."""
    pronoun = (bullet.speaker or "").lower() in SPEAKING_PRONOUNS
    return (
        (fault is not None and fault.hard)
        or (pronoun and not _resolved(bullet) and not ITSELF.match(bullet.text))
        or LATER.match(bullet.text) is not None
        or NARRATOR.search(_unquoted(bullet.text)) is not None
    )


@lru_cache(maxsize=TEXTS_KEPT)
def _unquoted(text: str) -> str:
    return QUOTED.sub("", text)


@lru_cache(maxsize=TEXTS_KEPT)
def _chats(text: str) -> bool:
    return CHAT.match(text) is not None


def _resolved(bullet: Bullet) -> bool:
    return any(edit.rule == "pronoun" for edit in bullet.edits)


def length_factor(words: int, target: int, penalty: float) -> float:
    """What a draft is worth for its length: 1 up to the target, then ever less.

    >>> length_factor(10, 14, 0.7), round(length_factor(28, 14, 0.7), 2)
    (1.0, 0.62)
    """
    return min(1.0, (target / words) ** penalty) if words else 0.0
