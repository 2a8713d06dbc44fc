"""A resume's text as headings, list items and lines, for writing it in another format."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from careercraft.audit.swap import Sheet
from careercraft.model.document import Document
from careercraft.read.clean import bullet_length


class Block(NamedTuple):
    kind: Literal["heading", "item", "line"]
    text: str
    gap: bool
    """An empty line stands before it."""


def blocks(sheet: Sheet) -> list[Block]:
    """In the order of the text; what takes several lines of one paragraph is one block."""
    found: list[Block] = []
    last = -1
    for block, number in _lines(sheet):
        if found and block.kind == "line" and number == last and not block.gap:
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {block.text}")
        else:
            found.append(block)
        last = number if block.kind != "heading" else -1
    return found


def unwrapped(document: Document) -> str:
    """A document's text; of a text file with every paragraph and list item on one line, since `Document.text` keeps no
    indents, which tell where they go on."""
    if document.format != "text":
        return document.text
    parts: list[str] = []
    block, end = -1, 0
    for line in document.lines:
        gap = "\n\n" in document.text[end : line.span.start]
        parts.append("\n\n" if gap else " " if line.block == block else "\n")
        parts.append(document.quote(line.span))
        block, end = line.block, line.span.end
    return "".join(parts).strip("\n")


def _lines(sheet: Sheet) -> Iterator[tuple[Block, int]]:
    headings = {section.heading.span.start for section in sheet.resume.sections if section.heading}
    end = 0
    for line in sheet.document.lines:
        text = sheet.document.quote(line.span)
        gap = bool(end) and "\n\n" in sheet.text[end : line.span.start]
        end = line.span.end
        whole = bool(headings.intersection(range(line.span.start, line.span.end)))
        length = bullet_length(text) if line.bullet else 0
        if whole:
            yield Block("heading", text.strip(), gap), line.block
        elif length and not any(char.isalnum() for char in text[:length]):
            yield Block("item", text[length:].strip(), gap), line.block
        else:
            yield Block("line", text.strip(), gap), line.block
