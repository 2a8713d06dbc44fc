"""Tables and entries in columns whose cells go over several lines: read row by row, and each cell whole.

    Acme Corp of        Senior engineer      2019 – 2022
    North America
    Beta Ltd            Engineer in the      2016 – 2019
                        test laboratory

A grid is a run of blocks, parted by gaps or rules that go through all of its columns, whose cells begin on one
baseline. It is only looked for where lines of type would join what doesn't belong together. Cells of a line or a
wrapped one become one line of the row; longer ones follow it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.runs import Box
from careercraft.read.pdf.segment import Segment
from careercraft.read.section_names import is_section_name

Region = list[Segment]
_GAP = 1.3
"""How much farther than usual two lines stand apart between blocks."""
_TOP = 0.35
"""Font sizes by which the first baselines of a block's cells may differ."""
_BETWEEN = 0.6
"""Least distance of two columns, in font sizes."""
_LABEL = 60
"""Letters of a cell whose wrapped lines are made one."""
_STACKED = (4, 30)
"""Lines, and letters in each, of what is stacked beside an entry: place, dates, duration."""
_GOES_ON = re.compile(r"(?:[,&/(–-]|\b(?:and|or|of|the|a|an|in|for|to|with|und|et|y|e|de|of|en))\Z")
_OPEN_DATE = re.compile(r"\d\s*(?:[-–—]|to|bis|à|al?)\Z")


class _Column(NamedTuple):
    left: float
    right: float


class _Grid(NamedTuple):
    start: int
    stop: int
    """The blocks."""
    columns: list[_Column]


def grids_parted(segments: Region, rules: list[Box], *, least: int) -> list[tuple[Region, bool]] | None:
    """`segments`, sorted from the top, as parts of which those that are a grid have their reading order.

    None when there is no grid of `least` columns.
    """
    blocks = blocks_of(segments, rules)
    grids = _grids(blocks, _GAP * _pitch(segments)) if len(blocks) > 1 else []
    grids = [grid for grid in grids if len(grid.columns) >= least]
    if not grids:
        return None
    parts: list[tuple[Region, bool]] = []
    at = 0
    for grid in grids:
        before = [segment for block in blocks[at : grid.start] for segment in block]
        parts += [(before, False)] if before else []
        parts.append((_in_order(blocks[grid.start : grid.stop], grid.columns), True))
        at = grid.stop
    rest = [segment for block in blocks[at:] for segment in block]
    return [*parts, (rest, False)] if rest else parts


def blocks_of(segments: Region, rules: list[Box]) -> list[Region]:
    pitch = _pitch(segments)
    left, right = min(segment.x0 for segment in segments), max(segment.x1 for segment in segments)
    lines = sorted(
        rule[1]
        for rule in rules
        if rule[3] - rule[1] <= 3 and min(rule[2], right) - max(rule[0], left) > 0.1 * (right - left)
    )
    blocks: list[Region] = [[segments[0]]]
    for before, segment in pairwise(segments):
        step = segment.baseline - before.baseline
        top = segment.baseline - 0.6 * segment.size
        if step > _GAP * pitch or any(before.baseline < line < top for line in lines if step > 0):
            blocks.append([])
        blocks[-1].append(segment)
    return blocks


def _pitch(segments: Region) -> float:
    """The usual distance of a line to the next one under it."""
    steps: list[float] = []
    for index, segment in enumerate(segments):
        for other in segments[index + 1 : index + 12]:
            step = other.baseline - segment.baseline
            if step > 0.5 * segment.size and other.x0 < segment.x1 and segment.x0 < other.x1:
                if step < 3 * segment.size:
                    steps.append(step)
                break
    steps.sort()
    return steps[len(steps) // 3] if steps else 1.2 * segments[0].size


def _grids(blocks: list[Region], gap: float) -> list[_Grid]:
    grids: list[_Grid] = []
    start = 0
    while start < len(blocks) - 1:
        grid = _grid_from(blocks, start, gap)
        if grid is not None:
            grids.append(grid)
        start = grid.stop if grid is not None else start + 1
    return grids


def _grid_from(blocks: list[Region], start: int, gap: float) -> _Grid | None:
    """The longest run of blocks from `start` with the same columns, when it is a grid."""
    columns = columns_of(blocks[start])
    if len(columns) < 2:
        return None
    stop = start
    inside: Region = []
    while stop < len(blocks):
        joint = columns_of([*inside, *blocks[stop]])
        cells = _cells(blocks[stop], joint)
        if len(joint) < len(columns) or len(joint) > len(columns) + 1 or not _is_row(cells, gap):
            break
        inside += blocks[stop]
        columns, stop = joint, stop + 1
    run = blocks[start:stop]
    if len(run) < 2 or not _is_grid([_cells(block, columns) for block in run], columns):
        return None
    return _Grid(start, stop, columns)


def columns_of(segments: Region) -> list[_Column]:
    columns: list[_Column] = []
    for segment in sorted(segments, key=lambda segment: segment.x0):
        if columns and segment.x0 < columns[-1].right + _BETWEEN * segment.size:
            columns[-1] = _Column(columns[-1].left, max(columns[-1].right, segment.x1))
        else:
            columns.append(_Column(segment.x0, segment.x1))
    return columns


def _cells(block: Region, columns: list[_Column]) -> list[Region]:
    """The block's segments by column; a column may have none."""
    cells: list[Region] = [[] for _ in columns]
    for segment in block:
        index = next(
            n for n in range(len(columns) - 1, -1, -1) if segment.x0 >= columns[n].left - 0.1 or n == 0
        )
        cells[index].append(segment)
    return cells


def _is_row(cells: list[Region], gap: float) -> bool:
    """Cells in the first column and another, which begin on one baseline and have no gaps in themselves."""
    if not cells[0] or sum(map(bool, cells)) < 2:
        return False
    if any(after.baseline - before.baseline > gap for cell in cells for before, after in pairwise(cell)):
        return False
    top = min(cell[0].baseline for cell in cells if cell)
    return all(cell[0].baseline - top <= _TOP * cell[0].size for cell in cells if cell)


def _is_grid(rows: list[list[Region]], columns: list[_Column]) -> bool:
    named = [[is_section_name(cell[0].text) for cell in cells if cell] for cells in rows]
    if any(is_section_name(segment.text) for cells in rows for cell in cells for segment in cell[1:]):
        return False
    if any(bullet_length(segment.text) for cells in rows for cell in cells[:-1] for segment in cell):
        return False
    if any(any(names[1:]) for names in named) and not all(all(names) for names in named):
        return False
    return any(_reads_wrong(cells, columns) for cells in rows)


def _reads_wrong(cells: list[Region], columns: list[_Column]) -> bool:
    """Whether lines of type would join, or part, what the cells hold."""
    later = [
        (segment, index, _continues(before, segment, _width_end(columns, index), strict=True))
        for index, cell in enumerate(cells)
        for before, segment in pairwise(cell)
        if segment.baseline - before.baseline > 0.5 * segment.size
    ]
    last = max(index for index, cell in enumerate(cells) if cell)
    for segment, index, continues in later:
        if not continues and not bullet_length(segment.text):
            continue
        if index < last and continues:
            return True
        if any(
            other is not segment
            and at != index
            and abs(other.baseline - segment.baseline) <= _TOP * segment.size
            for other, at, _ in later
        ):
            return True
    return False


def _width_end(columns: list[_Column], index: int) -> float:
    """Where the column's lines may end."""
    if index + 1 < len(columns):
        return max(columns[index].right, columns[index + 1].left - 10.0)
    return columns[index].right


def _continues(before: Segment, segment: Segment, end: float, *, strict: bool) -> bool:
    """Whether a cell's line goes on with the one before: its first word would not have fitted there."""
    if bullet_length(segment.text) or abs(before.size - segment.size) > 0.5:
        return False
    if _OPEN_DATE.search(before.text):
        return True
    first = segment.runs[0]
    if before.x1 + 0.25 * segment.size + (first.x1 - first.x0) <= end:
        return False
    if segment.text[:1].islower() or _GOES_ON.search(before.text):
        return True
    return not strict and before.runs[-1].style == first.style


def _in_order(blocks: list[Region], columns: list[_Column]) -> Region:
    order: Region = []
    for block in blocks:
        order += _row_in_order(_cells(block, columns), columns)
    return order


def _row_in_order(cells: list[Region], columns: list[_Column]) -> Region:
    """Cells of one line first, then the others, line by line.

    A cell of several lines begins on the line of a single short one (a date, a label) before it. What is stacked
    at its right goes before its second line.
    """
    for index, cell in enumerate(cells):
        for segment in cell:
            segment.edges = (columns[index].left, _width_end(columns, index))
    filled = [_merged(cell, _width_end(columns, index)) for index, cell in enumerate(cells) if cell]
    longest = max(range(len(filled)), key=lambda index: (_letters(filled[index]), -index))
    before, body, after = filled[:longest], filled[longest], filled[longest + 1 :]
    if len(body) == 1 or not all(_is_stack(cell) for cell in after):
        return _singles_first(filled)
    if after:
        top = [cell[0] for cell in (body, *after)]
        rest = [segment for cell in after for segment in cell[1:]]
        return [*_singles_first(before), *top, *rest, *body[1:]]
    return _singles_first(filled)


def _singles_first(cells: list[Region]) -> Region:
    single = [cell for cell in cells if len(cell) == 1]
    longer = [cell for cell in cells if len(cell) > 1]
    if len(single) > 1 or (single and len(cells[0]) > 1):
        for cell in longer:
            cell[0].starts_row = True
    return [segment for cell in (*single, *longer) for segment in cell]


def _letters(cell: Region) -> int:
    return sum(len(segment.text) for segment in cell)


def _is_stack(cell: Region) -> bool:
    lines, letters = _STACKED
    return len(cell) <= lines and all(len(segment.text) <= letters for segment in cell)


def _merged(cell: Region, end: float) -> Region:
    """The cell with its wrapped lines joined when it has few words."""
    if _letters(cell) > _LABEL or any(bullet_length(segment.text) for segment in cell):
        return cell
    merged = [cell[0]]
    before = cell[0]
    for segment in cell[1:]:
        if _continues(before, segment, end, strict=False):
            last = merged[-1]
            right, under = max(last.x1, segment.x1), segment.baseline - last.baseline
            runs = [*last.runs, *segment.runs]
            merged[-1] = Segment(runs, last.x0, right, last.baseline, last.size, last.edges, under)
        else:
            merged.append(segment)
        before = segment
    return merged
