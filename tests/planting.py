"""Honest drafts of invented sentences, and faults planted in them.

A fault is planted in two ways: into the text of the bullet, as a slip of the pen, and
through edits, as a rule with a mistake in it would make them, under every name that
such a rule could have.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.article import Article, Sentence, Span
from summarizer.bullet import Edit, replay
from summarizer.discourse import Cast, Organisation, Person
from summarizer.lexicon import words
from summarizer.tagging import tag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from summarizer.article import Token

CASES = Path(__file__).parent / "cases"

DROPPING = (
    "filler", "weekday", "relative-day", "aside", "appositive", "relative-clause",
    "participle", "attribution-adjunct", "connective", "title", "that", "age",
    "dateline", "dash-aside", "quote-sentence", "period", "opening", "circumstance",
    "outcome", "conjunct", "who-is", "emphasis", "place",
)  # fmt: skip
"""Names under which a rule with a mistake could drop words."""
WRITING = (
    "filler", "full-name", "surname", "pronoun", "tense", "capital", "quote-mark",
    "short-name",
)  # fmt: skip
"""Names under which one could write words."""
STRANGER = "Boris Kettle"
"""Somebody who is in every article and said nothing."""
WORD = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True, slots=True)
class Draft:
    """A bullet as it is put before the verifier."""

    sentence: Sentence
    edits: tuple[Edit, ...]
    text: str
    article: Article
    cast: Cast
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """A sentence with its article, and what is known of it."""

    draft: Draft
    """The sentence verbatim."""
    honest: tuple[tuple[Edit, ...], ...]
    facts: dict[str, str] = field(default_factory=dict)

    def find(self, words: str, start: int = 0) -> Span:
        """Where the words stand."""
        text, base = self.draft.sentence.text, self.draft.sentence.span.start
        at = text.index(words, start)
        return Span(base + at, base + at + len(words))


def drafted(case: Mapping[str, Any]) -> Draft:
    """A draft from the words of a case."""
    before, after = case.get("before", ""), case.get("after", "")
    article, sentence = _article(case["text"], before, after)
    made = tuple(read_edit(line, sentence) for line in case.get("edits", ()))
    people, orgs = case.get("people", ()), case.get("orgs", ())
    return Draft(
        sentence=sentence,
        edits=made,
        text=replay(sentence, made),
        article=article,
        cast=_cast(article.text, people, orgs, case),
        tokens=tuple(tag(sentence)),
    )


def _article(text: str, before: str, after: str) -> tuple[Article, Sentence]:
    opening = f"{STRANGER} slept. The town was quiet. {STRANGER} is a clockmaker."
    parts = [opening, before, text, after or "The market opens at nine."]
    whole, spans, at = "", [], 0
    for part in parts:
        if not part:
            continue
        at = len(whole)
        whole += part + "\n\n"
        spans.append((part, Span(at, at + len(part))))
    span = next(span for part, span in spans if part is text)
    article = Article(text=whole.rstrip(), paragraphs=tuple(s for _, s in spans))
    return article, Sentence(text, span, 3, 1 + bool(before))


def _cast(
    text: str,
    people: Iterable[str],
    orgs: Iterable[str],
    case: Mapping[str, Any],
) -> Cast:
    named, titles = [STRANGER, *people], case.get("titles", {})
    forenames = case.get("forenames", ())
    return Cast(
        people=tuple(
            _person(text, name, titles.get(name), by_forename=name in forenames)
            for name in named
        ),
        organisations=tuple(_organisation(text, name) for name in orgs),
    )


def _person(
    text: str, name: str, title: str | None, *, by_forename: bool = False
) -> Person:
    surname = name.rsplit(maxsplit=1)[-1]
    short = f"{surname}|{name.split(maxsplit=1)[0]}" if by_forename else surname
    at = text.index(name)
    found = re.finditer(rf"(?:{name}|\b(?:{short})\b)", text)
    mentions = tuple(Span(*match.span()) for match in found)
    return Person(
        name=Span(at, at + len(name)),
        surname=surname,
        title=Span(at - len(title) - 1, at - 1) if title else None,
        full=" " in name,
        mentions=mentions,
    )


def _organisation(text: str, name: str) -> Organisation:
    at = text.index(name)
    first = name.split(maxsplit=1)[0]
    return Organisation(name=Span(at, at + len(name)), short=(first,))


def read_edit(line: str, sentence: Sentence) -> Edit:
    """The edit that a case writes as "kind|rule|words|text"."""
    kind, rule, words, *rest = line.split("|")
    value = rest[0] if rest else ""
    if kind == "insert":
        at = _place(words, sentence)
        return Edit("insert", Span(at, at), rule, value)
    span = _find(words, sentence)
    if kind == "move":
        return Edit("move", span, rule, at=_place(value, sentence))
    return Edit("drop" if kind == "drop" else "replace", span, rule, value)


def _place(words: str, sentence: Sentence) -> int:
    if words == "^":
        return sentence.span.start
    if words == "$$":
        return sentence.span.end
    if words == "$":
        return sentence.span.start + len(sentence.text.rstrip(".!?"))
    return _find(words, sentence).start


def _find(words: str, sentence: Sentence) -> Span:
    """Where the words stand; of "read ‹the› law" only the marked ones."""
    plain = words.replace("‹", "").replace("›", "")
    at = sentence.span.start + sentence.text.index(plain)
    if "‹" not in words:
        return Span(at, at + len(plain))
    start, end = words.index("‹"), words.index("›") - 1
    return Span(at + start, at + end)


@cache
def materials() -> tuple[Material, ...]:
    """The sentences of ``cases/planting.toml``."""
    rows = tomllib.loads((CASES / "planting.toml").read_text(encoding="utf-8"))
    return tuple(_material(row) for row in rows["sentence"])


def _material(row: dict) -> Material:
    draft = drafted(row)
    honest = tuple(
        tuple(read_edit(line, draft.sentence) for line in edits)
        for edits in row["honest"]
    )
    facts = {key: value for key, value in row.items() if isinstance(value, str)}
    return Material(draft, honest, facts)


def honest() -> Iterator[Draft]:
    """Every sentence as it is, and every draft that its case calls honest."""
    for material in materials():
        yield material.draft
        for edits in material.honest:
            yield edited(material.draft, edits)


def edited(draft: Draft, edits: tuple[Edit, ...]) -> Draft:
    """The draft with other edits and the text that they make."""
    return replace(draft, edits=edits, text=replay(draft.sentence, edits))


# --- planting -------------------------------------------------------------------------


def planted() -> Iterator[tuple[str, str, Draft]]:
    """Every planted fault: its kind, how it was planted, and the draft."""
    for kind, plant in PLANTS.items():
        for material in materials():
            for how, draft in plant(material):
                if draft.text not in _truths(material):
                    yield kind, how, draft


@cache
def _truths(material: Material) -> frozenset[str]:
    """What may be printed of a sentence."""
    honestly = {edited(material.draft, edits).text for edits in material.honest}
    return frozenset({material.draft.text, *honestly})


def _bases(material: Material) -> Iterator[tuple[Edit, ...]]:
    """The edits that a fault is added to: none, and the longest honest draft's."""
    yield ()
    longest = max(material.honest, key=len, default=())
    if longest:
        yield longest


def by_edit(material: Material, *faulty: Edit) -> Iterator[tuple[str, Draft]]:
    """The fault alone, and among honest edits that leave its words alone."""
    for base in _bases(material):
        clear = all(not edit.span.overlaps(bad.span) for edit in base for bad in faulty)
        if clear:
            names = "+".join(f"{edit.kind} {edit.rule}" for edit in faulty)
            yield names, edited(material.draft, (*base, *faulty))


def by_text(material: Material, old: str, new: str) -> Iterator[tuple[str, Draft]]:
    for base in _bases(material):
        draft = edited(material.draft, base)
        if old in draft.text:
            yield "text", replace(draft, text=draft.text.replace(old, new, 1))


def dropped(material: Material, words: str) -> Iterator[tuple[str, Draft]]:
    """The words dropped under every name, and left out of the text."""
    span = material.find(words)
    wider = Span(span.start, span.end + 1)
    for rule in DROPPING:
        yield from by_edit(material, Edit("drop", span, rule))
        yield from by_edit(material, Edit("drop", wider, rule))
    yield from by_text(material, words + " ", "")


def written(material: Material, span: Span, text: str) -> Iterator[tuple[str, Draft]]:
    """The words written over under every name."""
    for rule in WRITING:
        yield from by_edit(material, Edit("replace", span, rule, text))


def _swapped_speaker(material: Material) -> Iterator[tuple[str, Draft]]:
    speaker = material.facts.get("speaker")
    if speaker is None:
        return
    span = material.find(speaker)
    for other in (STRANGER, "Kettle", "Gus Marlow", "the clockmaker"):
        yield from written(material, span, other)
        yield from by_text(material, speaker, other)
        front = Span(span.start, span.start)
        inserted = Edit("insert", front, "full-name", other + " ")
        yield from by_edit(material, Edit("drop", span, "title"), inserted)
    yield from _moved_elsewhere(material, span)
    yield from _torn(material)


def _moved_elsewhere(material: Material, speaker: Span) -> Iterator[tuple[str, Draft]]:
    """Another noun moves in front of the verb, or the speaker to another place."""
    sentence = material.draft.sentence
    for token in material.draft.tokens:
        if token.tag in {"NNS", "NNP"} and not token.span.overlaps(speaker):
            yield from by_edit(
                material,
                Edit("drop", speaker, "attribution-adjunct"),
                Edit("move", token.span, "attribution", at=speaker.start),
            )
            yield from by_edit(
                material, Edit("move", speaker, "attribution", at=token.span.start)
            )
    end = sentence.span.end - 1
    if speaker.end < end:
        yield from by_edit(material, Edit("move", speaker, "attribution", at=end))


def _torn(material: Material) -> Iterator[tuple[str, Draft]]:
    """A part of the attribution moves, or words beside it move along."""
    said = material.find(material.facts["attribution"])
    sentence = material.draft.sentence
    places = (sentence.span.start, sentence.span.end - 1)
    tokens = material.draft.tokens
    own = [i for i, token in enumerate(tokens) if said.covers(token.span)]
    spans = [(own[0], i) for i in own[:-1]] + [(i, own[-1]) for i in own[1:]]
    spans += [(max(0, own[0] - n), own[-1]) for n in (1, 2, 4) if own[0] > n]
    for first, last in spans:
        span = Span(tokens[first].span.start, tokens[last].span.end)
        for at in places:
            space = Edit("insert", Span(at, at), "space", " ")
            move = Edit("move", span, "attribution", at=at)
            if not span.start <= at <= span.end:
                yield from by_edit(material, space, move, space)


def _changed_digit(material: Material) -> Iterator[tuple[str, Draft]]:
    text, base = material.draft.sentence.text, material.draft.sentence.span.start
    for match in re.finditer(r"\d", text):
        digit = Span(base + match.start(), base + match.end())
        other = str((int(match.group()) + 3) % 10)
        yield from written(material, digit, other)
        for rule in ("filler", "age", "aside", "weekday"):
            yield from by_edit(material, Edit("drop", digit, rule))
        yield from by_text(
            material, text[match.start() :][:6], other + text[match.end() :][:5]
        )
    for match in re.finditer(r"[\d.,]*\d", text):
        number = Span(base + match.start(), base + match.end())
        for rule in ("filler", "weekday", "title", "that", "attribution-adjunct"):
            yield from by_edit(material, Edit("drop", number, rule))


def _listed(material: Material, kind: str) -> Iterator[str]:
    """The words of the sentence that a list in ``guards.toml`` names."""
    text = material.draft.sentence.text
    for token in material.draft.tokens:
        own = text[token.span.start - material.draft.sentence.span.start :][
            : len(token.span)
        ]
        if own.lower() in words("guards", kind) and token.tag != "NNP":
            yield own


def _dropped_not(material: Material) -> Iterator[tuple[str, Draft]]:
    for word in _listed(material, "negations"):
        yield from dropped(material, word)
        yield from written(material, material.find(word), "")
        yield from _around(material, word)


def _around(material: Material, word: str) -> Iterator[tuple[str, Draft]]:
    """The word goes with its neighbours, as when a rule takes a chunk too many."""
    text, base = material.draft.sentence.text, material.draft.sentence.span.start
    spans = [match.span() for match in WORD.finditer(text)]
    at = text.index(word)
    n = next((i for i, (start, end) in enumerate(spans) if start <= at < end), None)
    if n is None:
        return
    for first, last in ((n - 1, n), (n, n + 1), (n - 1, n + 2), (n, n + 3)):
        if first >= 0 and last < len(spans):
            span = Span(base + spans[first][0], base + spans[last][1])
            for rule in ("appositive", "relative-clause", "participle", "aside"):
                yield from by_edit(material, Edit("drop", span, rule))


LIMIT = re.compile(
    r"(?:at least|at most|more than|fewer than|less than|up to|nearly|about|roughly|"
    r"as many as|as low as|as much as|some|only|between|almost|within)"
    r"(?=[\s$£€]*[\w]*\d)",
    re.IGNORECASE,
)


def _cut_limit(material: Material) -> Iterator[tuple[str, Draft]]:
    for match in LIMIT.finditer(material.draft.sentence.text):
        yield from dropped(material, match.group())
        yield from written(material, material.find(match.group()), "exactly")
        for word in match.group().split():
            yield from dropped(material, word)


QUOTED = re.compile(r"[\"“]([^\"”]+)[\"”]")


def _altered_quotation(material: Material) -> Iterator[tuple[str, Draft]]:
    text, base = material.draft.sentence.text, material.draft.sentence.span.start
    for match in QUOTED.finditer(text):
        start, end = match.span(1)
        inner = list(WORD.finditer(text, start, end))
        for mark in (match.start(), match.end() - 1):
            span = Span(base + mark, base + mark + 1)
            for rule in DROPPING:
                yield from by_edit(material, Edit("drop", span, rule))
            yield from by_edit(material, Edit("replace", span, "quote-mark", ""))
        for word in inner:
            span = Span(base + word.start(), base + word.end())
            wider = Span(span.start, span.end + 1)
            for rule in ("filler", "quote-sentence", "weekday", "appositive"):
                yield from by_edit(material, Edit("drop", span, rule))
                yield from by_edit(material, Edit("drop", wider, rule))
            yield from by_edit(material, Edit("replace", span, "filler", "so"))
            at = Span(span.end, span.end)
            if word is not inner[-1]:
                yield from by_edit(material, Edit("insert", at, "comma", ","))
                yield from by_edit(material, Edit("insert", at, "quote-mark", '"'))
            yield from by_text(material, word.group(), word.group() + "s")
        yield from by_text(material, match.group(1), match.group(1)[4:])


def _merged(material: Material) -> Iterator[tuple[str, Draft]]:
    """The sentence runs on into the next one."""
    draft, article = material.draft, material.draft.article
    sentence = draft.sentence
    behind = (p for p in article.paragraphs if p.start > sentence.span.end)
    following = next(behind, None)
    if following is None:
        return
    reach = Span(sentence.span.start, following.end)
    gap = Span(sentence.span.end - 1, following.start)
    both = Sentence(reach.of(article.text), reach, sentence.index, sentence.paragraph)
    tokens = (*draft.tokens, *_shifted(article, following))
    for text in (" ", ", ", " and ", "; ", ": ", ". "):
        for rule in ("filler", "comma-to-period", "period-to-comma", "quote-mark"):
            edits = (Edit("replace", gap, rule, text),)
            yield (
                f"replace {rule}",
                Draft(both, edits, replay(both, edits), article, draft.cast, tokens),
            )
        yield (
            "text",
            replace(
                draft, text=draft.text.rstrip(".") + text + following.of(article.text)
            ),
        )
    for rule in DROPPING:
        edits = (Edit("drop", gap, rule),)
        yield (
            f"drop {rule}",
            Draft(both, edits, replay(both, edits), article, draft.cast, tokens),
        )
    pulled = Edit("move", following, "attribution", at=gap.start)
    yield "reach", edited(draft, (pulled,))


def _shifted(article: Article, span: Span) -> tuple[Token, ...]:
    return tuple(tag(Sentence(span.of(article.text), span, 0, 0)))


PRESENT = {
    "said": ("says", "say"), "told": ("tells", "tell"), "wrote": ("writes", "write"),
    "warned": ("warns", "warn"), "reported": ("reports", "report"),
    "was": ("is",), "were": ("are",), "had": ("has", "have"), "fell": ("falls", "fall"),
    "resigned": ("resigns",), "began": ("begins",), "killed": ("kills", "kill"),
    "caused": ("causes",), "scored": ("scores",),
    "drank": ("drinks",), "took": ("takes", "take"), "could": ("can",),
    "seized": ("seizes", "seize"), "sold": ("sells", "sell"), "joined": ("joins",),
    "agreed": ("agrees",), "paid": ("pays",), "voted": ("votes",), "denied": ("deny",),
    "lost": ("loses",), "called": ("calls",), "built": ("builds",),
}  # fmt: skip


def _past_tense(material: Material) -> Iterator[tuple[str, Draft]]:
    """A past fact told as present; a reporting verb only where it is dated."""
    dated = material.facts.get("dated", "")
    reports = {"said", "told", "wrote", "warned", "reported", "denied", "called"}
    for token in material.draft.tokens:
        old = token.span.of(material.draft.article.text)
        if token.tag not in {"VBD", "VBN", "MD"} or (old in reports and old != dated):
            continue
        for new in PRESENT.get(old, ()):
            for rule in ("tense", "filler", "capital"):
                yield from by_edit(material, Edit("replace", token.span, rule, new))
            yield from by_text(material, f" {old} ", f" {new} ")


def _wrong_name(material: Material) -> Iterator[tuple[str, Draft]]:
    """A name of somebody else, of nobody, or made of words that aren't names."""
    text = material.draft.article.text
    for person in material.draft.cast.people:
        surname = person.surname
        for span in person.mentions:
            if not material.draft.sentence.span.covers(span):
                continue
            for wrong in (
                STRANGER, f"Boris {surname}", f"While {surname}", f"In {surname}",
                f"{surname} {surname}", "Kettle", f"Dr. {surname}",
                f"{span.of(text)} Kettle", surname[:-1], surname.upper(),
            ):  # fmt: skip
                if wrong == span.of(text):
                    continue
                yield from written(material, span, wrong)
                yield from by_text(material, span.of(text), wrong)
            for added in ("Boris ", "The ", "While ", surname + " ", "Kettle "):
                at = Span(span.start, span.start)
                yield from by_edit(material, Edit("insert", at, "full-name", added))
            first = Span(span.start, span.start + len(span.of(text).split()[0]))
            if first != span:
                for rule in ("title", "filler", "attribution-adjunct", "age"):
                    yield from by_edit(material, Edit("drop", first, rule))
                last = Span(first.end, span.end)
                yield from by_edit(material, Edit("drop", last, "surname"))
                yield from by_edit(material, Edit("drop", first, "surname"))


FOREIGN_ROLES = ("Admiral", "chief plumber", "former", "Odell", "wife", "the")
FOREIGN_APPOSITIONS = ("a plumber", "the head of the mint", "who won", "her brother")
"""Words that no article says of anybody it names."""
CAPITALS = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")


def _wrong_introduction(material: Material) -> Iterator[tuple[str, Draft]]:
    """What nobody says of somebody, what is said of another, or half of what is."""
    text, sentence = material.draft.article.text, material.draft.sentence
    names = {person.name.of(text) for person in material.draft.cast.people}
    spans = [m.span() for name in sorted(names) for m in re.finditer(name, text)]
    others = [
        text[max(0, start - 24) : start].rsplit(None, 2)[-2:] for start, _ in spans
    ]
    roles = {*FOREIGN_ROLES, *(" ".join(words_) for words_ in others if words_)}
    behind = {*FOREIGN_APPOSITIONS, *_halves(material)}
    for match in CAPITALS.finditer(sentence.text):
        start, end = (sentence.span.start + at for at in match.span())
        for role in sorted(roles | behind):
            if f"{role} {match.group()}" not in text and role.strip():
                front = Edit("insert", Span(start, start), "introduction", f"{role} ")
                yield from by_edit(material, front)
            if f"{match.group()}, {role}," not in text:
                for words_ in (f", {role},", f", {role}", f" {role},"):
                    rear = Edit("insert", Span(end, end), "introduction", words_)
                    yield from by_edit(material, rear)


def _halves(material: Material) -> Iterator[str]:
    """What honest introductions say, a word short at either end or in the middle."""
    for edits in material.honest:
        for edit in edits:
            if edit.rule == "introduction":
                said = edit.text.strip(" ,").split()
                for at in range(len(said)):
                    yield " ".join(said[:at] + said[at + 1 :])
                    yield " ".join(said[:at])
                    yield " ".join(said[at + 1 :])


def _lost_hedge(material: Material) -> Iterator[tuple[str, Draft]]:
    for kind in ("hedges", "conditions", "contrasts", "causes"):
        for word in _listed(material, kind):
            yield from dropped(material, word)
            yield from written(material, material.find(word), "")
            yield from _around(material, word)


def _nobody(material: Material) -> Iterator[tuple[str, Draft]]:
    """The attribution goes: all of it, the speaker, or the verb."""
    said = material.facts.get("attribution")
    if said is None:
        return
    span, speaker = material.find(said), material.find(material.facts["speaker"])
    sentence = material.draft.sentence
    behind = sentence.text[span.end - sentence.span.start :]
    comma = len(behind) - len(behind.lstrip(", "))
    spans = {
        "attribution": span,
        "attribution and comma": Span(span.start, span.end + comma),
        "speaker": speaker,
    }
    if material.draft.sentence.text[:1] != said[:1]:
        spans["comma and attribution"] = Span(span.start - 2, span.end)
    for how, gone in spans.items():
        for rule in DROPPING:
            for name, draft in by_edit(material, Edit("drop", gone, rule)):
                yield f"{how}: {name}", draft
    yield from by_text(material, said, "")


def _wrong_number(material: Material) -> Iterator[tuple[str, Draft]]:
    """One who "say", several who "says"."""
    other = {"says": "say", "say": "says", "tells": "tell", "tell": "tells"}
    right = {
        (edit.span, edit.text)
        for edits in material.honest
        for edit in edits
        if edit.rule == "tense"
    }
    for span, text in sorted(right):
        if text in other:
            yield from by_edit(material, Edit("replace", span, "tense", other[text]))


def _comma_left(material: Material) -> Iterator[tuple[str, Draft]]:
    """What stood between two commas goes, and one stays in front of the verb."""
    asides = {
        edit for edits in material.honest for edit in edits if edit.kind == "drop"
    }
    for edit in sorted(asides, key=lambda edit: (edit.span, edit.rule)):
        said = edit.span.of(material.draft.article.text)
        behind = [t for t in material.draft.tokens if t.span.start >= edit.span.end]
        told = behind and behind[0].tag not in {"IN", "CC"}
        if told and said.startswith(",") and said.endswith(","):
            for span in (
                Span(edit.span.start, edit.span.end - 1),
                Span(edit.span.start + 1, edit.span.end),
            ):
                yield from by_edit(material, Edit("drop", span, edit.rule))


def _emptied(material: Material) -> Iterator[tuple[str, Draft]]:
    """The predicate goes from a claim in front of its report: "The waiter, said X"."""
    said = material.facts.get("attribution")
    end = material.find(said).start if said else 0
    verbs = [
        token.span.start
        for token in material.draft.tokens
        if token.tag in {"VBD", "VBZ", "VBP", "MD"} and token.span.end < end
    ]
    text, base = material.draft.sentence.text, material.draft.sentence.span.start
    quoted = '"' in text or "“" in text or "‘" in text
    if not verbs or quoted or text[end - base - 2 : end - base] != ", ":
        return
    for close in (end - 2, end):
        for rule in DROPPING:
            yield from by_edit(material, Edit("drop", Span(verbs[0], close), rule))


PLANTS: dict[str, Callable[[Material], Iterator[tuple[str, Draft]]]] = {
    "swapped speaker": _swapped_speaker,
    "changed digit": _changed_digit,
    "dropped not": _dropped_not,
    "limit cut": _cut_limit,
    "altered quotation": _altered_quotation,
    "sentences merged": _merged,
    "tense of a past fact": _past_tense,
    "wrong full name": _wrong_name,
    "wrong introduction": _wrong_introduction,
    "lost hedge": _lost_hedge,
    "claim given to nobody": _nobody,
    "wrong number": _wrong_number,
    "comma left": _comma_left,
    "predicate lost": _emptied,
}
