"""Documents with typography, for what plain text can't show: sizes, bold, indents, blocks."""

from __future__ import annotations

from typing import NamedTuple

from careercraft.model.document import Document, Line, Link, Span
from careercraft.model.resume import Resume
from careercraft.parse import parse_resume

Links = dict[str, str]


class Set(NamedTuple):
    """One line as it is set. `gap` puts an empty line before it."""

    text: str
    size: float = 1.0
    bold: bool = False
    gap: bool = False
    indent: float = 0.0
    block: int | None = None


def document(*lines: Set | str, links: Links | None = None) -> Document:
    """A PDF page of these lines; `links` give the target behind a word."""
    text, placed = "", []
    for number, line in enumerate(Set(item) if isinstance(item, str) else item for item in lines):
        text += ("\n" if text else "") + ("\n" if line.gap and text else "")
        span = Span(len(text), len(text) + len(line.text), 1)
        text += line.text
        block = number if line.block is None else line.block
        bullet = line.text.startswith("• ")
        placed.append(
            Line(span=span, bullet=bullet, size=line.size, bold=line.bold, block=block, indent=line.indent)
        )
    found = tuple(
        Link(target, Span(text.index(words), text.index(words) + len(words), 1))
        for words, target in (links or {}).items()
    )
    return Document(
        text=text, lines=tuple(placed), name="resume.pdf", hash="", format="pdf", page_count=1, links=found
    )


def parse(*lines: Set | str, links: Links | None = None) -> Resume:
    return parse_resume(document(*lines, links=links))


def heading(text: str) -> Set:
    return Set(text, size=1.5, bold=True, gap=True)


TOP = (Set("Ada Brown", size=2.0, bold=True), Set("ada@example.org"))
