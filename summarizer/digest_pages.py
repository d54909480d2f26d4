"""A digest as text, Markdown, HTML, JSON or a mail: strings nobody has printed yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer import __version__, rendering, templating

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from summarizer.digests import Also, Digest, Entry
    from summarizer.rendering import Format

SCHEMA = 1
"""The version of the JSON; it goes up when a key changes its meaning or goes away."""

NAMES = ("title", "date", "entries", "preheader", "language", "version")
"""What a template may ask for."""


def render(digest: Digest, form: Format) -> str:
    """The digest by the template of that name."""
    if form == "json":
        return json(digest)
    page = templating.render(templating.OURS[form], **values(digest))
    return templating.inlined(page) if form == "html" else page


def render_own(digest: Digest, template: Path) -> str:
    """The digest by a template of one's own.

    Raises:
        TemplateError: the template cannot be read or used.
    """
    return templating.render_own(template, **values(digest))


def check_template(template: Path) -> None:
    """Nothing if the template can be used, as far as that shows before it is.

    Raises:
        TemplateError: it cannot be read, parsed, or asks for what there is not.
    """
    templating.check_own(template, NAMES)


def values(digest: Digest) -> dict[str, Any]:
    """What a template may ask for, by name."""
    found = (
        digest.title,
        digest.date,
        digest.entries,
        digest.preheader() if digest.entries else "",
        digest.language,
        __version__,
    )
    return dict(zip(NAMES, found, strict=True))


def email(digest: Digest, template: Path | None = None) -> EmailMessage:
    """A mail of both parts: the same digest gives the same bytes.

    It bears the date of the digest, if that has one. Sender and receivers are added by
    whoever sends it.

    Raises:
        TemplateError: the template cannot be read or used.
    """
    from email.message import EmailMessage
    from email.utils import format_datetime
    from hashlib import sha256

    from summarizer.edition import moment

    plain = render(digest, "text")
    page = render_own(digest, template) if template else render(digest, "html")
    message = EmailMessage()
    message["Subject"] = digest.title
    if digest.date:
        message["Date"] = format_datetime(moment(digest.date))
    message.set_content(plain, cte="quoted-printable")
    message.add_alternative(page, subtype="html", cte="quoted-printable")
    # The library would draw the boundary by lot.
    content = f"{plain}\0{page}".encode("utf-8", "surrogatepass")
    message.set_boundary(f"digest-{sha256(content).hexdigest()[:32]}")
    return message


def json(digest: Digest) -> str:
    """A JSON object over several lines, keys always in the same order."""
    from json import dumps

    record = {
        "schema": SCHEMA,
        "version": __version__,
        "title": digest.title,
        "date": digest.date.isoformat() if digest.date else None,
        "language": digest.language,
        "preheader": digest.preheader() if digest.entries else "",
        "notes": list(digest.notes),
        "entries": [_entry(entry) for entry in digest],
    }
    return dumps(record, ensure_ascii=False, indent=2) + "\n"


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title,
        "link": entry.link,
        "publisher": entry.publisher,
        "published": entry.published.isoformat() if entry.published else None,
        "also": [_also(also) for also in entry.also],
        "summary": rendering.record(entry.summary) if entry.summary else None,
    }


def _also(also: Also) -> dict[str, Any]:
    return {"title": also.title, "link": also.link, "publisher": also.publisher}
