"""Faults planted in what the pipeline really drafts of our own articles.

Every draft of every article that the verifier accepts is a base: a fault is planted in
its sentence, and in the draft beside its own edits.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from summarizer import faithfulness, quotes, statements, summarize
from summarizer.article import Span
from summarizer.bullet import Edit
from tests.planting import (
    DROPPING,
    PLANTS,
    QUOTED,
    Draft,
    Material,
    by_edit,
    by_text,
    dropped,
    edited,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CORPORA = sorted((Path(__file__).parent.parent / "corpora").glob("[0-9]*.txt"))
AGE = re.compile(r", \d\d(?=[,.])")
"""An age may go with its comma; that is no fault."""
BULLETS = 12
"""As many as are asked for, so that many sentences are drafted."""
NOUN = frozenset({"NN", "NNS", "NNP", "NNPS"})


@cache
def materials(path: Path) -> tuple[Material, ...]:
    """The sentences that the pipeline drafts of an article, with the sound drafts."""
    seen: dict[int, list[Draft]] = {}
    verify = faithfulness.verify

    def recorded(sentence: Any, edits: Any, text: str, **known: Any) -> Any:
        faults = verify(sentence, edits, text, **known)
        if not faults:
            draft = Draft(
                sentence, tuple(edits), text,
                known["article"], known["cast"], tuple(known["tokens"]),
            )  # fmt: skip
            seen.setdefault(sentence.index, []).append(draft)
        return faults

    with patch.object(faithfulness, "verify", recorded):
        for style in ("lead", "cnn"):
            summarize(path, style=style, bullets=BULLETS)
    return tuple(_material(drafts) for _, drafts in sorted(seen.items()))


def _material(drafts: list[Draft]) -> Material:
    plain = edited(drafts[0], ())
    honest = tuple(dict.fromkeys(draft.edits for draft in drafts if draft.edits))
    return Material(plain, honest, _facts(plain))


def _facts(draft: Draft) -> dict[str, str]:
    """Who speaks, if the statement of the sentence says so."""
    found = statements.read_statement(
        draft.sentence, quotes.find_quotes(draft.article), draft.tokens
    ).attribution
    if found is None:
        return {}
    text = draft.article.text
    return {
        "speaker": found.speaker.of(text),
        "attribution": found.span.of(text).strip(" ,"),
    }


def planted(path: Path) -> Iterator[tuple[str, str, Draft]]:
    """Every fault planted in one article: its kind, how, and the draft."""
    for material in materials(path):
        truths = {edited(material.draft, edits).text for edits in material.honest}
        truths.add(material.draft.text)
        truths.add(AGE.sub("", material.draft.text))
        for kind, plant in {**PLANTS, **MORE}.items():
            for how, draft in plant(material):
                if draft.text not in truths:
                    yield kind, how, draft


# --- more kinds of fault --------------------------------------------------------------

CONDITION = re.compile(
    r"\b(?:if|unless|until|provided|whether|because|although|even though|despite|only)"
    r"\b[^,.;\"“”]*",
    re.IGNORECASE,
)
STANDING = re.compile(
    r"\b(?:former|acting|interim|deputy|vice|alleged|suspected|would-be|not only|only"
    r"|so-called|unofficial|possible|proposed|planned|potential|first|second|third"
    r"|partly|mostly|largely)\b(?= \w)",
    re.IGNORECASE,
)
UNITS = {
    "million": "billion", "billion": "million", "hundred": "thousand",
    "thousand": "million", "percent": "percentage points", "percentage points": "%",
    "hours": "days", "days": "weeks", "weeks": "months", "months": "years",
    "years": "months", "miles": "feet", "feet": "miles", "June": "July", "May": "March",
    "January": "June", "$": "£", "£": "$", "tons": "pounds", "a.m.": "p.m.",
    "p.m.": "a.m.", "half": "third", "dozen": "score", "first": "third",
}  # fmt: skip
TURNS = re.compile(r"(?:, )?\b(?:but|and|because|which|if|unless|so|or|when|that)\b|,")


def _lost_condition(material: Material) -> Iterator[tuple[str, Draft]]:
    """A condition, a reason or a limit goes as a clause."""
    base = material.draft.sentence.span.start
    for match in CONDITION.finditer(material.draft.sentence.text):
        start, end = base + match.start(), base + match.end()
        for span in (Span(start, end), Span(max(base, start - 2), end)):
            for rule in DROPPING:
                yield from by_edit(material, Edit("drop", span, rule))


def _lost_standing(material: Material) -> Iterator[tuple[str, Draft]]:
    """A word that says what somebody no longer, not yet or only perhaps is."""
    for match in STANDING.finditer(material.draft.sentence.text):
        yield from dropped(material, match.group())


def _other_unit(material: Material) -> Iterator[tuple[str, Draft]]:
    text, base = material.draft.sentence.text, material.draft.sentence.span.start
    for unit, other in UNITS.items():
        edge = r"\b" if unit[0].isalpha() else ""
        for match in re.finditer(rf"{edge}{re.escape(unit)}(?!\w)", text):
            span = Span(base + match.start(), base + match.end())
            yield from written(material, span, other)
            yield from by_text(material, f" {unit}", f" {other}")
            for rule in DROPPING:
                if unit not in {"May", "first", "$", "£"}:
                    yield from by_edit(material, Edit("drop", span, rule))


def _lost_partner(material: Material) -> Iterator[tuple[str, Draft]]:
    """One of two who did or said it together."""
    tokens = material.draft.tokens
    for left, joint, right in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if joint.text != "and" or not {left.tag, right.tag} <= NOUN:
            continue
        for span in (
            Span(left.span.end, right.span.end),
            Span(left.span.start, right.span.start),
        ):
            for rule in DROPPING:
                yield from by_edit(material, Edit("drop", span, rule))


def _told_question(material: Material) -> Iterator[tuple[str, Draft]]:
    """A question that becomes a fact."""
    text, base = material.draft.sentence.text, material.draft.sentence.span.start
    for match in re.finditer(r"\?", text):
        mark = Span(base + match.start(), base + match.end())
        for rule in (*DROPPING, "quote-sentence"):
            yield from by_edit(material, Edit("drop", mark, rule))
        yield from written(material, mark, ".")
        yield from by_text(material, "?", ".")


def _cut_quotation(material: Material) -> Iterator[tuple[str, Draft]]:
    """A quotation that ends before its "but", or opens behind it."""
    text, base = material.draft.sentence.text, material.draft.sentence.span.start
    for match in QUOTED.finditer(text):
        start, end = match.span(1)
        for turn in TURNS.finditer(text, start + 1, end - 2):
            tail = Span(base + turn.start(), base + end)
            short = Span(base + turn.start(), base + end - 1)
            head = Span(base + start, base + turn.end() + 1)
            for span in (tail, short, head):
                for rule in ("quote-sentence", "appositive", "aside", "participle"):
                    yield from by_edit(material, Edit("drop", span, rule))


def _longer_quotation(material: Material) -> Iterator[tuple[str, Draft]]:
    """A quotation mark that moves over words that nobody said so."""
    text, base = material.draft.sentence.text, material.draft.sentence.span.start
    for match in QUOTED.finditer(text):
        for mark in (match.start(), match.end() - 1):
            span = Span(base + mark, base + mark + 1)
            for token in material.draft.tokens[::5]:
                at = Span(token.span.start, token.span.start)
                again = Edit("insert", at, "quote-mark", text[mark])
                for rule in ("quote-mark", "filler", "quote-sentence"):
                    yield from by_edit(material, Edit("drop", span, rule), again)
                gone = Edit("replace", span, "quote-mark", "")
                yield from by_edit(material, gone, again)


MORE: dict[str, Callable[[Material], Iterator[tuple[str, Draft]]]] = {
    "lost condition": _lost_condition,
    "lost standing": _lost_standing,
    "other unit": _other_unit,
    "lost partner": _lost_partner,
    "question told as a fact": _told_question,
    "quotation cut at its turn": _cut_quotation,
    "longer quotation": _longer_quotation,
}
