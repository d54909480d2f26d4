"""A small summary made by hand, for the tests of everything that shows one."""

from dataclasses import replace

from summarizer.article import Article, Sentence, Span
from summarizer.bullet import Bullet, Edit, replay
from summarizer.summary import Summary

FIRST = "On Monday, Mayor Ilse Brandt said the harbour bridge would stay shut."
SECOND = "Two ferries & a tram will carry commuters <free of charge>."
TEXT = f"{FIRST}\n\n{SECOND}"
ARTICLE = Article(
    text=TEXT,
    paragraphs=(Span(0, len(FIRST)), Span(len(FIRST) + 2, len(TEXT))),
    title="Bridge *shut*",
    source="bridge.txt",
)
LEAD = Sentence(FIRST, Span(0, len(FIRST)), 0, 0)
NEXT = Sentence(SECOND, Span(len(FIRST) + 2, len(TEXT)), 1, 1)
EDITS = (
    Edit("drop", Span(0, 11), "weekday"),
    Edit("replace", Span(29, 33), "present-tense", "says"),
)
SUMMARY = Summary(
    article=ARTICLE,
    bullets=(
        Bullet(
            text=replay(LEAD, EDITS),
            source=LEAD,
            edits=EDITS,
            template="name-says-claim",
            score=1.0,
            speaker="Mayor Ilse Brandt",
        ),
        Bullet(text=SECOND, source=NEXT, edits=(), template="bare", score=2 / 3),
    ),
    style="lead",
    verified=True,
    notes=("asked for 3 bullets; the article gives 2",),
    version="1.2.3",
)


def saying(*texts):
    """The same summary with these bullets."""
    bullet = SUMMARY.bullets[1]
    return replace(SUMMARY, bullets=tuple(replace(bullet, text=t) for t in texts))
