"""Lines that go on in one another: a paragraph or an item of a list, however its text was broken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from careercraft.model.document import Document, Line

_FULL = 0.7
"""Share of the longest line of its block from which a line is full: what follows it may be its next."""


def paragraphs(document: Document) -> list[list[Line]]:
    """In reading order; every line stands in one."""
    found: list[list[Line]] = []
    for _, block in groupby(document.lines, key=lambda line: line.block):
        lines = list(block)
        width = max(line.span.end - line.span.start for line in lines)
        found += _parts(document.text, lines, _FULL * width)
    return found


def _parts(text: str, lines: list[Line], full: float) -> Iterator[list[Line]]:
    part = [lines[0]]
    for line in lines[1:]:
        last = part[-1]
        begins = (
            line.bullet or line.heading or last.heading or "\n\n" in text[last.span.end : line.span.start]
        )
        short = last.span.end - last.span.start < full and not text[line.span.start].islower()
        if begins or short:
            yield part
            part = []
        part.append(line)
    yield part
