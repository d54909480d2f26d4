"""Documents from templates: the only module that knows Jinja2."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def render(name_or_source: str, **values: object) -> str:
    """The document that a template of ``summarizer/data`` makes of the values.

    A name ends in ``.j2``; all else is the text of a template itself. Values are
    escaped for HTML, but in templates whose name doesn't hold ``.html``.
    """
    environment = _environment()
    if name_or_source.endswith(".j2"):
        return environment.get_template(name_or_source).render(**values)
    return environment.from_string(name_or_source).render(**values)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("summarizer", "data"),
        undefined=StrictUndefined,
        autoescape=lambda name: name is None or ".html" in name,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
