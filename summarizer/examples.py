"""Articles with the bullets that editors wrote for them, read from a corpus."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import jsonl, reading
from summarizer.decoding import decode
from summarizer.errors import ReadError, SummarizerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from summarizer.article import Article

References = tuple[tuple[str, ...], ...]

FORM = (
    "is not an object with 'article', a text, and 'highlights', a list of texts "
    "(or 'references', a list of such lists)"
)
NO_BULLETS = "has no bullets to compare with; give some on top, or take the file away"
HIGHLIGHT = "@highlight"


@dataclass(frozen=True, slots=True)
class Example:
    """An article and what editors made of it."""

    name: str
    article: Article
    references: References
    """One tuple of bullets for each editor."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The examples of a corpus, and what stood between them that is none."""

    name: str
    examples: tuple[Example, ...]
    problems: tuple[ReadError, ...] = ()
    """One for each line or file that could not be used; its ``source`` says which."""

    def __iter__(self) -> Iterator[Example]:
        return iter(self.examples)

    def __len__(self) -> int:
        return len(self.examples)


def read_corpus(corpus: str | Path) -> Corpus:
    """The examples in a JSON Lines file, in an article, or in a folder of them.

    A line holds ``article``, ``highlights`` (a list of bullets, or a text with one a
    line) and, where there are such, ``title`` and ``id``. Several editors are several
    lists, in ``highlights`` or in ``references``.

    Articles are ``.txt`` files with lead bullets, and ``.story`` files with
    ``@highlight`` lines below, in the manner of CNN/DailyMail.

    Raises:
        ReadError: the corpus cannot be read, or holds nothing that can be used.
    """
    path = Path(corpus)
    try:
        found = list(_found(path))
    except OSError as error:
        problem = f"cannot be read ({error.strerror}); give a folder or a .jsonl file"
        raise ReadError(str(path), problem) from error
    problems = tuple(each for each in found if isinstance(each, ReadError))
    examples = tuple(each for each in found if isinstance(each, Example))
    if examples:
        return Corpus(path.name or str(path), examples, problems)
    if problems:
        raise problems[0]
    raise ReadError(str(path), "holds no article with bullets to compare with")


def _found(path: Path) -> Iterator[Example | ReadError]:
    if path.is_dir():
        return _files(sorted(path.iterdir()))
    return _files([path]) if path.suffix.lower() in FILES else _lines(path)


def _files(paths: Iterable[Path]) -> Iterator[Example | ReadError]:
    for file in paths:
        read = FILES.get(file.suffix.lower())
        if read is not None:
            yield _tried(str(file), partial(read, file))


def _lines(path: Path) -> Iterator[Example | ReadError]:
    with path.open("rb") as stream:
        for row in jsonl.lines(stream):
            place = f"{path}:{row.number}"
            if row.problem:
                yield ReadError(place, row.problem)
            else:
                yield _tried(place, partial(_row, place, row.content))


def _tried(place: str, read: Callable[[], Example]) -> Example | ReadError:
    try:
        return read()
    except ReadError as error:
        return error if error.source == place else ReadError(place, str(error))
    except SummarizerError as error:
        return ReadError(place, str(error))
    except OSError as error:
        return ReadError(place, f"cannot be read ({error.strerror})")


def _lead(file: Path) -> Example:
    """A file in the format of the seed: lead bullets, then the article."""
    article = reading.read(file)
    if not article.lead_bullets:
        raise ReadError(str(file), NO_BULLETS)
    return Example(file.stem, article, (article.lead_bullets,))


def _story(file: Path) -> Example:
    """A CNN/DailyMail story: the article, then ``@highlight`` above each bullet."""
    lines = decode(file.read_bytes(), source=str(file)).splitlines()
    marks = [i for i, line in enumerate(lines) if line.strip() == HIGHLIGHT]
    parts = [
        " ".join(" ".join(lines[start + 1 : end]).split())
        for start, end in pairwise([*marks, len(lines)])
    ]
    bullets = tuple(filter(None, parts))
    if not bullets:
        raise ReadError(str(file), f"has no {HIGHLIGHT} line with a bullet below it")
    article = reading.read("\n".join(lines[: marks[0]]), kind="text")
    return Example(file.stem, article, (bullets,))


FILES: dict[str, Callable[[Path], Example]] = {".txt": _lead, ".story": _story}


def _row(place: str, line: bytes) -> Example:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ReadError(place, FORM) from error
    if not isinstance(row, dict) or not isinstance(row.get("article"), str):
        raise ReadError(place, FORM)
    references = _references(row.get("references", row.get("highlights")))
    title = row.get("title")
    if not references or not isinstance(title, str | None):
        raise ReadError(place, FORM)
    article = reading.read(row["article"], title=title)
    name = row.get("id")
    return Example(place if name is None else str(name), article, references)


def _references(value: object) -> References:
    """One tuple of bullets for each editor; nothing where one has none."""
    if isinstance(value, str):
        value = [value.splitlines()]
    if not isinstance(value, list):
        return ()
    several = all(isinstance(each, list) for each in value)
    editors = [_bullets(each) for each in (value if several else [value])]
    return tuple(editors) if all(editors) else ()


def _bullets(value: list[object]) -> tuple[str, ...]:
    """The bullets of one editor; none if one is no text."""
    texts = [bullet for bullet in value if isinstance(bullet, str)]
    if len(texts) < len(value):
        return ()
    return tuple(text.strip() for text in texts if text.strip())
