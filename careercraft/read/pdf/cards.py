"""Small columns under names that stand in one row: groups of skills, languages with their levels, references.

Languages       Frameworks      Operations
Python, Go      Django          Kafka, Terraform
"""

from __future__ import annotations

import re

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.segment import Segment
from careercraft.read.section_names import is_section_name

Region = list[Segment]
_EDGE = 1.5
"""Points by which left edges may differ."""
_INDENT = 1.2
"""How far the lines under a name may be indented, in font sizes."""
_BETWEEN = 10.0
"""Points between two cards."""
_SMALLER = 0.97
_MAX_LINES = 24
_DATE = re.compile(r"(?:19|20)\d\d")


def cards_whole(region: Region) -> Region:
    """The region's segments, sorted from the top, with the lines of each card together."""
    rows = _rows(region)
    order: Region = []
    at = 0
    while at < len(rows):
        columns = _card_columns(rows, at)
        if columns is None:
            order += rows[at]
            at += 1
        else:
            for column in columns:
                column[0].starts_row = True
                width = columns[1][0].x0 - columns[0][0].x0 - _BETWEEN
                for cell in column:
                    cell.edges = (column[0].x0, max(column[0].x0 + width, cell.x1))
                order += column
            at += 1 + max(_height(rows, at, column) for column in columns)
    return order


def _rows(region: Region) -> list[Region]:
    rows: list[Region] = []
    for segment in region:
        if rows and abs(segment.baseline - rows[-1][0].baseline) <= 0.4 * min(segment.size, rows[-1][0].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda segment: segment.x0) for row in rows]


def _height(rows: list[Region], at: int, column: Region) -> int:
    """Rows that the column goes down below its name."""
    members = {id(segment) for segment in column}
    return sum(any(id(segment) in members for segment in row) for row in rows[at + 1 :])


def _card_columns(rows: list[Region], at: int) -> list[Region] | None:
    """The cards under the row of names at `at`; None when it is no such row."""
    names = rows[at]
    if len(names) < 2 or not _are_names(names):
        return None
    columns: list[Region] = [[name] for name in names]
    before = names[0]
    for row in rows[at + 1 : at + 1 + _MAX_LINES]:
        if row[0].baseline - before.baseline > 2 * before.size or not all(
            _is_lesser(cell, names[0]) for cell in row
        ):
            break
        placed = _placed(row, names)
        if placed is None:
            break
        for index, cell in placed:
            columns[index].append(cell)
        before = row[0]
    filled = [column for column in columns if len(column) > 1]
    if len(filled) < 2 or not all(_begins_under(column) for column in filled):
        return None
    dated = [any(_DATE.search(cell.text) for cell in column) for column in columns]
    return columns if dated[0] or not any(dated) else None


def _are_names(names: Region) -> bool:
    first = names[0]
    alike = all(
        abs(name.size - first.size) < 0.2 and name.runs[0].style.bold == first.runs[0].style.bold
        for name in names
    )
    plain = not any(bullet_length(name.text) or any(map(str.isdigit, name.text)) for name in names)
    return alike and plain and not all(is_section_name(name.text) for name in names)


def _is_lesser(cell: Segment, name: Segment) -> bool:
    """Smaller than the name, or of the same size and set otherwise, but not bold where the name isn't."""
    one, other = cell.runs[0].style, name.runs[0].style
    if cell.size < _SMALLER * name.size:
        return True
    differs = (one.font, one.color) != (other.font, other.color)
    return differs and cell.size <= name.size + 0.1 and other.bold >= one.bold


def _placed(row: Region, names: Region) -> list[tuple[int, Segment]] | None:
    """Each cell with the index of its column; None when one crosses into the next."""
    placed: list[tuple[int, Segment]] = []
    for cell in row:
        index = max((n for n, name in enumerate(names) if name.x0 <= cell.x0 + _EDGE), default=None)
        if index is None or (index + 1 < len(names) and cell.x1 > names[index + 1].x0 - 2):
            return None
        placed.append((index, cell))
    return placed


def _begins_under(column: Region) -> bool:
    name, first = column[:2]
    return abs(first.x0 - name.x0) <= _INDENT * first.size and abs(first.x1 - name.x1) > 0.5
