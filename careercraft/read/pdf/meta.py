"""Stacked side cells: place, dates and duration beside an entry, one under the other.

    Acme Corp, Engineer                 Springfield
    • Built the thing                   2019 – 2022

The second cell stands on the baseline of a list item that it has nothing to do with. It is moved to a row of
its own behind the row that the stack begins on. On the left (`2019 –` over `present`) it goes on with the
first cell.
"""

from __future__ import annotations

from msgspec import Struct

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.segment import Segment

Cells = list[Segment]
_ALIGNED = 2.5
"""Points by which the edges of one stack may differ."""
_HANGING = 4.0
"""Farthest that the text of a list item stands from its bullet, in font sizes."""
_SHORT = 40
"""Letters of a date or a place; more beside a cell are the rest of its line, behind a wide space."""
_LEADING = 1.5
"""Largest distance of a cell's wrapped lines, in font sizes."""
_MARGIN = 3.0
"""What is left free before the next cell at most, in font sizes."""
_PITCH = 2.0
"""Largest distance of two cells of a stack, in font sizes."""


def rewrapped(rows: list[Cells]) -> list[Cells]:
    """Rows whose first cell goes on under itself, beside nothing, with that line taken into the cell.

    Bachelor of Engineering, Cracow University of      2011 – 2015
    Technology
    """
    result: list[Cells] = []
    end = 0.0
    for row in rows:
        if result and len(row) == 1 and _goes_on_under(result[-1], end, row[0]):
            first = result[-1][0]
            row[0].runs[0].glued = first.text.endswith(("-", "–"))
            first.under = row[0].baseline - first.baseline
            first.runs.extend(row[0].runs)
        else:
            result.append(row)
        end = row[0].x1
    return result


def entries_parted(rows: list[Cells]) -> list[Cells]:
    """Two entries that share a row, each with its date behind it; the second date may stand in the next row, and
    so on.

    University of Bradford    2013 – 2016    Leeds City College
    2011 – 2013               Bradford School
    2004 – 2011
    """
    result: list[Cells] = []
    waiting: Cells | None = None
    for row in rows:
        begins = _is_date(row[0].text) and not any(_is_date(cell.text) for cell in row[1:]) and len(row) <= 2
        cut = _second_entry(result[-1]) if result and begins else 0
        if begins and (cut or waiting is not None):
            row[0].starts_cell = True
            last = result.pop()
            result += [last[:cut]] if cut else []
            result.append([*last[cut:], row[0]])
            waiting = row[1:] or None
            result += [waiting] if waiting else []
        elif waiting is not None and len(row) == 1 and _is_under(row[0], waiting[0]):
            waiting[0].runs.extend(row[0].runs)
            waiting[0].under = row[0].baseline - waiting[0].baseline
        else:
            waiting = None
            result.append(row)
    return result


def _is_under(cell: Segment, above: Segment) -> bool:
    return (
        abs(cell.x0 - above.x0) <= 1.0
        and cell.baseline - above.baseline - above.under <= _LEADING * cell.size
        and cell.runs[0].style == above.runs[-1].style
    )


def _second_entry(row: Cells) -> int:
    """Index of the last of the cells name, date, name; 0 for any other row."""
    dates = [_is_date(cell.text) for cell in row]
    return 2 if dates == [False, True, False] and not bullet_length(row[2].text) else 0


def _goes_on_under(above: Cells, end: float, cell: Segment) -> bool:
    """Its first word would not have fitted before the cell beside it, after the `end` of the line above."""
    if len(above) < 2 or bullet_length(cell.text) or above[0].starts_row or len(above[-1].text) > _SHORT:
        return False
    first, word = above[0], cell.runs[0]
    style = first.runs[-1].style
    return (
        0 < cell.baseline - first.baseline - first.under <= _LEADING * cell.size
        and abs(cell.x0 - first.x0) <= 1.0
        and abs(cell.size - first.runs[-1].size) < 0.5
        and (style.font, style.color) == (word.style.font, word.style.color)
        and end + (word.x1 - word.x0) > above[1].x0 - _MARGIN * cell.size
        and (_is_lower(cell, first) or any(_is_date(other.text) for other in above[1:]))
        and not (first.text.endswith((".", ":")) or _is_date(first.text) or _is_date(cell.text))
    )


def _is_lower(cell: Segment, first: Segment) -> bool:
    """A list item's second line has small letters whatever stands beside its first."""
    return cell.text[:1].islower() and not bullet_length(first.text)


def _is_date(text: str) -> bool:
    return sum(map(str.isdigit, text)) >= 4


class _Stack(Struct):
    anchor: Cells
    last_right: Segment
    last_left: Segment
    moved: list[Cells]


def unstacked(rows: list[Cells]) -> list[Cells]:
    """`rows` from the top, each with its cells from the left."""
    result: list[Cells] = []
    stack: _Stack | None = None
    item: Segment | None = None
    for row in rows:
        item = _open_item(row, item)
        rest = _without_stacked(row, stack, item) if stack is not None and item is not None else None
        if rest is not None:
            if rest:
                result.append(rest)
            continue
        result = _closed(result, stack)
        stack = _Stack(row, row[-1], row[0], []) if len(row) > 1 else None
        result.append(row)
    return _closed(result, stack)


def _closed(result: list[Cells], stack: _Stack | None) -> list[Cells]:
    if stack is not None and stack.moved:
        at = next(index for index in range(len(result) - 1, -1, -1) if result[index] is stack.anchor) + 1
        result[at:at] = stack.moved
    return result


def _open_item(row: Cells, item: Segment | None) -> Segment | None:
    """The list item that a row begins or goes on with; its first cell."""
    for cell in row[:2]:
        if bullet_length(cell.text):
            return cell
    if item is not None and any(0.3 < (cell.x0 - item.x0) / item.size < _HANGING for cell in row[:2]):
        return item
    return None


def _without_stacked(row: Cells, stack: _Stack, item: Segment) -> Cells | None:
    """The row without the cell that belongs to the stack; None when there is no such cell."""
    right, left = row[-1], row[0]
    if right.x0 > item.x0 + item.size and _on(stack.last_right, right, right_edge=True):
        stack.moved.append([right])
        stack.last_right = right
        return row[:-1]
    if len(row) > 1 and left.x1 < item.x0 and _on(stack.last_left, left, right_edge=False):
        stack.anchor[0].runs.extend(left.runs)
        stack.last_left = left
        return row[1:]
    return None


def _on(above: Segment, cell: Segment, *, right_edge: bool) -> bool:
    same_edge = abs(cell.x0 - above.x0) <= _ALIGNED or (right_edge and abs(cell.x1 - above.x1) <= _ALIGNED)
    return same_edge and 0 <= cell.baseline - above.baseline <= _PITCH * cell.size
