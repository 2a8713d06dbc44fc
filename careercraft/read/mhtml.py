"""A page that a browser saved as one file (MHTML): the HTML part of its MIME archive."""

from __future__ import annotations

import email
import email.policy
from email.message import Message

from careercraft.errors import InputError
from careercraft.model.document import Document
from careercraft.read.assemble import Source
from careercraft.read.decode import decode
from careercraft.read.html import declared_encoding, read_html


def read_mhtml(data: bytes, source: Source) -> Document:
    """Raises `InputError` when there is no page in it, or none with text that a reader would see."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    part = _page(message)
    if part is None:
        raise InputError(
            f"{source.name} holds no web page", "save the page again in the browser, as HTML or one file"
        )
    content = part.get_payload(decode=True)
    page = content if isinstance(content, bytes) else b""
    charset = part.get_content_charset() or declared_encoding(page)
    return read_html(_decoded(page, charset, source.name), source)


def _page(message: Message) -> Message | None:
    """The part that the archive names as its start, else the first; frames and ads come after it."""
    start = message.get_param("start")
    pages = [
        part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")
    ]
    named = (part for part in pages if start and part.get("Content-ID") == start)
    return next(named, pages[0] if pages else None)


def _decoded(page: bytes, charset: str | None, name: str) -> str:
    try:
        return page.decode(charset) if charset else decode(page, name)
    except (LookupError, UnicodeDecodeError):
        return decode(page, name)
