"""What a swap is: the same resume with one thing changed, and the resume that it is held against."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from msgspec import Struct

from careercraft.model.document import Document, Span
from careercraft.model.resume import Resume

Kind = Literal[
    "name", "gender", "age", "nationality", "personal", "photo", "address", "phone", "dates", "sections", "bullets",
    "spelling", "format",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "name", "gender", "age", "nationality", "personal", "photo", "address", "phone", "dates", "sections", "bullets",
    "spelling", "format",
)  # fmt: skip
"""In the order of the table."""


class Paper(Struct, frozen=True):
    """A resume as a file."""

    data: bytes
    name: str


class Swap(Struct, frozen=True, kw_only=True):
    """One change that must move no score."""

    kind: Kind
    what: str
    """For people: "Ana Ruiz -> Jamal Washington"."""
    after: Paper
    before: Paper | None = None
    """What it is held against; None for the resume's text as it stands."""
    promised: bool = True
    """False where the layout itself no longer tells what it told."""


class Sheet(Struct, frozen=True):
    """A resume as text with what was understood of it: what swaps are made from."""

    document: Document
    resume: Resume

    @property
    def text(self) -> str:
        return self.document.text


class Edit(NamedTuple):
    """Code points of a text, and what stands there afterwards."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made; of two that overlap the first counts."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits):
        if edit.start < done:
            continue
        parts += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*parts, text[done:]))


def as_text(text: str) -> Paper:
    return Paper(text.encode(), "resume.txt")


def inside(span: Span, spans: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in spans)


def line_at(document: Document, position: int) -> int:
    """Index of the line that holds this code point, or the last one before it."""
    found = 0
    for index, line in enumerate(document.lines):
        if line.span.start > position:
            break
        found = index
    return found
