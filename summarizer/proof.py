"""The last look at a summary: its bullets in reading order beside the article's text.

A second opinion that shares little with the first. ``faithfulness`` judges a draft by
its tags and its edits; here only letters count, of the bullets as they will be printed.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from summarizer.authors import is_author
from summarizer.bullet import replay
from summarizer.lexicon import mapping, table, union
from summarizer.quote_pairs import pairs
from summarizer.trace import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from summarizer.article import Article, Sentence, Span
    from summarizer.bullet import Bullet, Edit

WORD = re.compile(r"\w+")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
POSSESSIVE = re.compile(r"['’]s?$")
SPACES = re.compile(r"\s+")
PART_OF_NAME = 2
"""Words of a name that are looked at beside what is told of somebody."""
MAY = re.compile(r"\bMay(?=\.? \d)")
"""The month is no hedge."""
WHOLE = frozenset(
    {"appositive", "aside", "connective", "dash-aside", "participle", "quote-sentence",
     "relative-clause"}
)  # fmt: skip
"""Rules that take a claim of its own; a "not" inside it may go along."""


def settle(
    ways: Iterable[Sequence[Bullet]], article: Article
) -> tuple[tuple[Bullet, ...], bool]:
    """One bullet for each of the places, and whether all of them are proven.

    ``ways`` holds, per place in reading order, the ways in which its sentence can be
    told, best first; the first that is proven is taken, or else the last.
    """
    settled: list[Bullet] = []
    verified = True
    for choices in ways:
        proven = (b for b in choices if not prove(b, settled, article))
        bullet = next(proven, None)
        verified = verified and bullet is not None
        settled.append(choices[-1] if bullet is None else bullet)
    return tuple(settled), verified


def prove(
    bullet: Bullet, before: Sequence[Bullet], article: Article
) -> tuple[Fault, ...]:
    """What the article does not bear out in a bullet; empty when it is proven.

    ``before`` are the bullets that the reader has read by then, in their order.
    """
    sentence = bullet.source
    if sentence.text != sentence.span.of(article.text):
        return (Fault("source", "the sentence is not in the article"),)
    if bullet.text != replay(sentence, bullet.edits):
        return (Fault("replay", "the text is not what the edits make of the sentence"),)
    return (
        *_placed(bullet, before),
        *_added(bullet, article),
        *_counted(bullet),
        *_quoted(bullet),
        *_unguarded(bullet),
        *_unnamed(bullet, before),
    )


def _placed(bullet: Bullet, before: Sequence[Bullet]) -> Iterator[Fault]:
    """A bullet out of the article's order, or a sentence told twice."""
    if before and bullet.source.span.start <= before[-1].source.span.start:
        yield Fault("order", "stands behind a later sentence")


def _added(bullet: Bullet, article: Article) -> Iterator[Fault]:
    """Words that neither the sentence, the article's names nor a closed list holds."""
    written: Counter[str] = Counter()
    for edit in bullet.edits:
        if not WORD.search(edit.text):
            continue
        said = _said(bullet.source, edit.span)
        if edit.rule == "author" and _is_authors(edit.text, article):
            written.update(_words(edit.text))
            continue
        told = edit.rule == "introduction"
        if told and not _is_beside(edit, bullet, article):
            yield Fault("words", f"{edit.text!r} is not said of whoever is named")
        if not told and not _may_add(edit.text, said, article):
            yield Fault("words", f"{edit.text!r} is not the article's")
        written.update(_words(edit.text))
    written.update(_words(bullet.source.text))
    counts = Counter(_words(bullet.text))
    for word in sorted([word for word, n in counts.items() if n > written[word]]):
        yield Fault("words", f"{word!r} is not the sentence's")


def _is_beside(edit: Edit, bullet: Bullet, article: Article) -> bool:
    """Whether words stand beside the same name in the bullet and in the article."""
    words_ = edit.text.strip(" ,")
    found = re.finditer(rf"(?<!\w){re.escape(words_)}(?!\w)", bullet.text)
    for match in found:
        if edit.text.startswith(","):
            name = bullet.text[: match.start()].rstrip(", ").split(" ")[-PART_OF_NAME:]
            said = f"{' '.join(name)}, {words_}"
        else:
            name = bullet.text[match.end() :].split()[:PART_OF_NAME]
            said = f"{words_} {POSSESSIVE.sub('', ' '.join(name)).rstrip('.,:;')}"
        forms = {said, said[0].swapcase() + said[1:]}
        capital = len(name) == PART_OF_NAME and all(part[0].isupper() for part in name)
        if capital and any(_holds_words(article.text, form) for form in forms):
            return True
    return False


def _is_authors(text: str, article: Article) -> bool:
    """Whether a claim is given to the one whose article it is."""
    name = text.removeprefix(", writes ").removesuffix(": ")
    return text == ", the author writes" or is_author(article, name)


def _may_add(new: str, said: str, article: Article) -> bool:
    """Whether the words are others for the same, or a name as the article has it."""
    if new.lower() == said.lower() or new.lower() in _presents(said.lower()):
        return True
    wordy = [mapping("guards", "fillers", kind) for kind in ("phrases", "counting")]
    if any(short.get(said.lower()) == new.lower() for short in wordy):
        return True
    if mapping("guards", "short_names", "letters").get(said) == new:
        return True
    name = POSSESSIVE.sub("", new.strip())
    capital = any(char.isupper() for char in name)
    return capital and _holds_words(article.text, name)


def _holds_words(text: str, name: str) -> bool:
    """Whether the name stands in the text, whole words only, opening capital or not."""
    for form in (name, name[0].upper() + name[1:]):
        at = text.find(form)
        while at >= 0:
            beside = text[max(0, at - 1) : at] + text[at + len(form) :][:1]
            if not any(char.isalnum() for char in beside):
                return True
            at = text.find(form, at + 1)
    return False


@cache
def _presents(past: str) -> tuple[str, ...]:
    """The present forms of a reporting verb in the past."""
    for lemma, entry in table("cues")["verbs"].items():
        if entry.get("past") == past:
            return (entry.get("present", ""), entry.get("base", lemma))
    return ()


def _counted(bullet: Bullet) -> Iterator[Fault]:
    """Numbers that are not the sentence's."""
    found = Counter(NUMBER.findall(bullet.text))
    known = Counter(NUMBER.findall(bullet.source.text)) if found else found
    for number in sorted(found - known):
        yield Fault("number", f"{number} is not in the sentence")


def _quoted(bullet: Bullet) -> Iterator[Fault]:
    """Quotations that are not the sentence's, letter by letter."""
    found, balanced = pairs(bullet.text)
    if not balanced:
        yield Fault("quotation", "a mark has no partner")
    source = SPACES.sub(" ", bullet.source.text)
    for quote in found:
        words_said = bullet.text[quote.start + 1 : quote.end - 1].rstrip(".,")
        if words_said not in source:
            yield Fault("quotation", f"not in the sentence: {words_said!r}")


def _unguarded(bullet: Bullet) -> Iterator[Fault]:
    """A "not" or a "reportedly" that went without its whole clause."""
    guards = union(("guards", "negations"), ("guards", "hedges"))
    for edit in bullet.edits:
        if edit.kind in {"insert", "move"} or edit.rule in WHOLE:
            continue
        said = MAY.sub("", _said(bullet.source, edit.span)).lower()
        if edit.kind == "replace" and edit.text.lower() in _presents(said):
            continue
        for word in _words(said):
            if word in guards and _loses(bullet, word) and not _reports(edit, word):
                yield Fault("guard", f"{edit.rule} takes {word!r}")


def _loses(bullet: Bullet, word: str) -> bool:
    """Whether the sentence has the word more often than the bullet."""
    return _words(bullet.source.text).count(word) > _words(bullet.text).count(word)


def _reports(edit: Edit, word: str) -> bool:
    """Whether the word is the verb of an attribution that a colon stands for."""
    return word == "reported" and edit.rule == "attribution-adjunct"


def _unnamed(bullet: Bullet, before: Sequence[Bullet]) -> Iterator[Fault]:
    """A surname left alone by an edit, though no bullet has named its bearer yet."""
    told = " ".join(earlier.text for earlier in before)
    for edit in bullet.edits:
        surname = _left_alone(edit, bullet.source)
        if surname and not _is_full_in(told, surname):
            yield Fault("name", f"{surname!r} has not been named in full before")


def _left_alone(edit: Edit, sentence: Sentence) -> str:
    """The surname that an edit leaves without its forename; "" for no such edit."""
    if edit.kind == "replace" and edit.rule == "pronoun":
        name = POSSESSIVE.sub("", edit.text.strip())
        return "" if " " in name else name
    if edit.kind != "drop" or edit.rule != "surname":
        return ""
    start = sentence.span.start
    if _said(sentence, edit.span)[-1:].isspace():
        match = WORD.match(sentence.text, edit.span.end - start)
        return match.group() if match else ""
    return sentence.text[: edit.span.start - start].rpartition(" ")[2]


def _is_full_in(told: str, surname: str) -> bool:
    if surname not in told:
        return False
    name = re.escape(surname)
    return re.search(rf"[A-Z][\w.'’-]* {name}\b|\b{name} [A-Z]", told) is not None


def _said(sentence: Sentence, span: Span) -> str:
    start = sentence.span.start
    return sentence.text[span.start - start : span.end - start]


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())
