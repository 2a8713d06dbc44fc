"""Rows of a word processor's table as lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from careercraft.read.section_names import is_main_section, is_section_name
from careercraft.read.word_lines import Paragraph, Piece, RunStyle

_SHORT_CELL = 45
"""Characters. A date, a place or a label is shorter than this."""
_MUCH_LARGER = 1.5
_MOST_CELLS = 40
"""Of a row that is one line."""

Cells = list[list[Paragraph]]


def joined_rows(rows: list[Cells]) -> Iterator[Paragraph]:
    """The lines of a table whose cells all hold text."""
    labels = [_text(row[0][0]) for row in rows if len(row) == 2 and len(row[0]) == 1]
    sections = sum(map(is_section_name, labels)) > 1 and any(map(is_main_section, labels))
    for row in rows:
        yield from _joined_row(row, sections)


def _joined_row(cells: Cells, sections: bool) -> Iterator[Paragraph]:
    """A row of short cells is one line; a short cell beside a long one goes with its first line.

    `sections`: the table's left column holds the names of sections.
    """
    if len(cells) == 2 and not _is_heading(cells[0], cells[1], sections) and _go_together(cells[0], cells[1]):
        left, right = cells
        yield _beside(left[0], right[0])
        yield from left[1:]
        yield from right[1:]
    elif 2 < len(cells) <= _MOST_CELLS and all(len(cell) == 1 and _is_short(cell[0]) for cell in cells):
        yield reduce(_beside, (cell[0] for cell in cells))
    else:
        for cell in _name_first(cells):
            yield from cell


def _name_first(cells: Cells) -> Cells:
    """A row of a sidebar and the document's name, in much larger type, from the name on."""
    if len(cells) != 2 or _largest(cells[1][:1]) < _MUCH_LARGER * _largest(cells[0]):
        return cells
    return cells[::-1]


def _largest(paragraphs: list[Paragraph]) -> float:
    return max(
        (piece.style.size or 0.0 for paragraph in paragraphs for line in paragraph.lines for piece in line),
        default=0.0,
    )


def _go_together(left: list[Paragraph], right: list[Paragraph]) -> bool:
    if left[0].marker or right[0].marker:
        return False
    return (len(right) == 1 and _is_short(right[0])) or (len(left) == 1 and _is_short(left[0]))


def _is_short(paragraph: Paragraph) -> bool:
    return len(paragraph.lines) == 1 and sum(len(piece.text) for piece in paragraph.lines[0]) <= _SHORT_CELL


def _is_heading(left: list[Paragraph], right: list[Paragraph], sections: bool) -> bool:
    """A section's name in a column of its own."""
    text = _text(left[0])
    if left[0].heading > 0 or (text.isupper() and len(text) > 5 and not any(map(str.isdigit, text))):
        return True
    return is_section_name(text) and (
        sections or (is_main_section(text) and (len(right) > 1 or not _is_short(right[0])))
    )


def _text(paragraph: Paragraph) -> str:
    return "".join(piece.text for piece in paragraph.lines[0]).strip()


def _beside(left: Paragraph, right: Paragraph) -> Paragraph:
    gap = Piece("  ", left.lines[0][-1].style if left.lines[0] else RunStyle())
    lines = [[*left.lines[0], gap, *right.lines[0]], *left.lines[1:], *right.lines[1:]]
    return Paragraph(lines, left.base, left.marker, left.level, left.heading)
