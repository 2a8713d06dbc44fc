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
from careercraft.read.pdf.segments import Segment

Cells = list[Segment]
_ALIGNED = 2.5
"""Points by which the edges of one stack may differ."""
_HANGING = 4.0
"""Farthest that the text of a list item stands from its bullet, in font sizes."""
_PITCH = 2.0
"""Largest distance of two cells of a stack, in font sizes."""


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
    return same_edge and cell.baseline - above.baseline <= _PITCH * cell.size
