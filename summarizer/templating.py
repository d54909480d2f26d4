"""Documents from templates: the only module that knows Jinja2."""

from __future__ import annotations

import traceback
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from summarizer import rendering
from summarizer.errors import OptionError, TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from jinja2 import Environment, Template
    from markupsafe import Markup

Kind = Literal["html", "markdown", "text"]

KINDS: dict[str, Kind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
}
"""What a template's name ends in, but for ".j2"; all else is HTML and escaped so."""

OURS = {
    "html": "templates/digest.html.j2",
    "markdown": "templates/digest.md.j2",
    "text": "templates/digest.txt.j2",
}
"""The templates of a digest, by the names of their formats."""

MISTAKES = (
    *(ArithmeticError, AttributeError, LookupError, RecursionError),
    *(TypeError, ValueError),
)
"""What a template can raise by what it does with its values."""

LONGEST = 1_000_000  # bytes of a template
WIDTH = 72  # columns of plain text in a mail
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def render(name: str, **values: object) -> str:
    """The document that a template of ``summarizer/data`` makes of the values.

    Values are escaped for what the name says it is: Markdown, plain text, or else HTML.
    """
    return _environment(_kind(name)).get_template(name).render(**values)


def render_own(path: Path, **values: object) -> str:
    """The document that somebody's own template makes of the values.

    It runs in a sandbox and may include or extend what lies beside it. The styles of
    HTML are put into its elements.

    Raises:
        TemplateError: it cannot be read, parsed or used, or it asks for a name that
            is not among the values.
    """
    from jinja2 import TemplateError as Jinja2Error

    check_own(path, values)
    try:
        template: Template = _own_environment(path).get_template(path.name)
        document = template.render(**values)
    except (Jinja2Error, *MISTAKES) as error:
        raise TemplateError(str(path), _told(error, path.name)) from error
    return inlined(document) if _kind(path.name) == "html" else document


def inlined(page: str) -> str:
    """The page with the rules of its ``<style>`` in the elements that they are for.

    A ``<style data-css-inline="keep">`` stays, for what only a style sheet can say.
    """
    if "<style" not in page:
        return page
    import css_inline

    return css_inline.CSSInliner(load_remote_stylesheets=False).inline(page)


def check_own(path: Path, names: Iterable[str]) -> None:
    """Nothing if the template can be parsed and asks for no other names than these.

    Raises:
        TemplateError: it cannot be read or parsed, or asks for another name.
    """
    from jinja2 import TemplateError as Jinja2Error
    from jinja2.meta import find_undeclared_variables

    environment = _own_environment(path)
    try:
        asked = find_undeclared_variables(environment.parse(_text(path)))
    except Jinja2Error as error:
        raise TemplateError(str(path), _told(error, str(path))) from error
    unknown = sorted(asked - {*names, *environment.globals})
    if unknown:
        problem = f"{unknown[0]!r} is not known; known are {', '.join(names)}"
        raise TemplateError(str(path), problem)


def source(name: str) -> str:
    """The text of one of the templates of a digest, to start one's own from.

    Raises:
        OptionError: there is none of that name.
    """
    if name not in OURS:
        problem = f"{name!r} is none of {', '.join(OURS)}"
        raise OptionError(field="template", message=problem)
    file = files("summarizer").joinpath("data", *OURS[name].split("/"))
    return file.read_text(encoding="utf-8")


def _told(error: Exception, name: str) -> str:
    """What went wrong, with its line if that is known."""
    line = getattr(error, "lineno", None)
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename.endswith(name)]
    line = line or next(reversed(lines), None)
    what = " ".join(str(error).split()) or type(error).__name__
    return f"line {line}: {what}" if line else what


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
        if len(data) > LONGEST:
            raise TemplateError(str(path), f"larger than {LONGEST:,} bytes")
        return data.decode("utf-8-sig")
    except OSError as error:
        problem = f"cannot be read ({error.strerror}); give another path"
        raise TemplateError(str(path), problem) from error
    except UnicodeError as error:
        raise TemplateError(str(path), "not UTF-8; save it as UTF-8") from error


def _kind(name: str) -> Kind:
    return KINDS.get(Path(name.removesuffix(".j2")).suffix.lower(), "html")


@cache
def _environment(kind: Kind) -> Environment:
    from jinja2 import Environment, PackageLoader

    return _furnished(
        Environment(loader=PackageLoader("summarizer", "data"), **_settings(kind)), kind
    )


def _own_environment(path: Path) -> Environment:
    from jinja2 import FileSystemLoader
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    kind = _kind(path.name)
    loader = FileSystemLoader(path.parent, encoding="utf-8-sig")
    return _furnished(
        ImmutableSandboxedEnvironment(loader=loader, **_settings(kind)), kind
    )


def _settings(kind: Kind) -> dict[str, Any]:
    from jinja2 import StrictUndefined

    return {
        "undefined": StrictUndefined,
        "autoescape": kind == "html",
        "finalize": {"markdown": _markdown, "text": _plain}.get(kind),
        "trim_blocks": True,
        "lstrip_blocks": True,
        "keep_trailing_newline": True,
    }


def _furnished(environment: Environment, kind: Kind) -> Environment:
    """The environment with the filters that every template of a digest may use."""
    environment.filters["day"] = day
    environment.filters["target"] = target
    if kind == "text":
        environment.filters["wrapped"] = wrapped
    return environment


def day(value: date | None, language: str = "en") -> str:
    """A date as a reader of the language knows it; ISO where that is not known.

    >>> from datetime import date
    >>> day(date(2026, 11, 24)), day(date(2026, 11, 24), "de")
    ('24 November 2026', '2026-11-24')
    """
    if value is None:
        return ""
    if language != "en":
        return value.isoformat()[:10]
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def target(address: str) -> Markup:
    """An address as the target of a Markdown link.

    >>> str(target("https://example.org/Rome_(city)"))
    'https://example.org/Rome_%28city%29'
    """
    from markupsafe import Markup

    return Markup(address.replace("(", "%28").replace(")", "%29"))


def wrapped(words: str, first: str = "", rest: str = "") -> Markup:
    r"""The words in lines of 72 columns, ``first`` before them, ``rest`` before others.

    >>> str(wrapped("Fares rise in May.", "* ", "  "))
    '* Fares rise in May.'
    """
    from textwrap import fill

    from markupsafe import Markup

    line = rendering.one_line(str(words))
    return Markup(
        fill(
            line,
            WIDTH,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
    )


def _markdown(value: object) -> object:
    """Every value of a Markdown template, escaped but for what is marked safe."""
    return value if hasattr(value, "__html__") else rendering.escaped(str(value))


def _plain(value: object) -> object:
    return value if hasattr(value, "__html__") else rendering.one_line(str(value))
