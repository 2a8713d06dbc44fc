"""A document after reading: its cleaned text, the lines it is made of, and what was left out."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

Format = Literal[
    "pdf",
    "docx",
    "odt",
    "rtf",
    "text",
    "markdown",
    "html",
    "json_resume",
    "linkedin",
    "image",
    "role",
    "description",
]
Severity = Literal["info", "warning", "error"]


class Problem(Struct, frozen=True, kw_only=True):
    """Something a reader or parser noticed and could live with."""

    code: str
    """A stable word for programs, for example `hidden_text`, `no_dates`, `looks_like_resume`."""
    message: str
    severity: Severity = "warning"


class Span(Struct, frozen=True, omit_defaults=True):
    """Where something stands in `Document.text`."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    page: int | None = None
    """From 1; None where the format has no pages."""


class Text(Struct, frozen=True):
    """A piece of text and where it came from. `value` may be tidied (spaces, case of a heading); the span isn't."""

    value: str
    span: Span


class HiddenText(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words a person would not see on the page. They are no part of `Document.text`."""

    text: str
    reason: Literal["color", "tiny", "off_page", "invisible", "covered", "hidden_run", "hidden_element"]
    page: int | UnsetType = UNSET


class Link(Struct, frozen=True):
    """Where a link of the document leads: `https://github.com/jane` behind the word "GitHub"."""

    target: str
    """A web, `mailto:` or `tel:` address, as the file has it."""
    span: Span
    """The linked words; empty, at the end of the line beside it, where an icon or a picture is linked."""


class Line(Struct, frozen=True, kw_only=True):
    """One visual line of the cleaned text, with the typography that tells headings from body."""

    span: Span
    bullet: bool = False
    """Begins with a bullet or list number, which stands in `text` but isn't part of the content."""
    heading: int = 0
    """0 for body; 1.. for a heading that the format itself declares (Markdown #, HTML h1, a DOCX heading style)."""
    size: float = 1.0
    """Font size relative to the document's body size; 1.0 where the format has none."""
    bold: bool = False
    block: int = 0
    """Lines with the same number belong to one paragraph, cell or column block of the layout."""
    indent: float = 0.0
    """Left edge relative to the block's, in body font sizes."""


class Document(Struct, frozen=True, kw_only=True):
    """What `read` gives and `parse` takes."""

    text: str
    """NFC, line breaks as \\n, no control characters; one line of layout a line, blocks parted by an empty line."""
    lines: tuple[Line, ...]
    """In reading order; empty lines have none."""
    name: str
    """The file's name for messages, without its folder; `-` for standard input."""
    hash: str
    """sha256 of the bytes read, in hex."""
    format: Format
    language: str = "en"
    """ISO 639-1 code; `und` when it can't be told."""
    page_count: int = 0
    hidden: tuple[HiddenText, ...] = ()
    problems: tuple[Problem, ...] = ()
    payload: dict[str, Any] | None = None
    """The structured content where the format has it: a JSON Resume, or a page's JSON-LD JobPosting."""
    fields: dict[str, Span] = {}
    """For a JSON Resume: path (`work[0].position`) to where that value stands in `text`."""
    links: tuple[Link, ...] = ()
    """In reading order; of PDF and DOCX only, since the other formats write the address into the text."""
    correction: str | None = None
    """sha256 of the JSON Resume that a person put in place of what was read; `text` is that of it then."""
    profile: str | None = None
    """sha256 of the person's profile, where words of it stand in `text`."""
    profile_from: int | None = None
    """Where in `text` they begin, behind the words of the file; None where all of it is the profile's, or nothing."""

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]
