"""A page's visible runs to draft lines in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from careercraft.read.clean import bullet_length, clean_line
from careercraft.read.colors import WHITE
from careercraft.read.pdf.bidi import has_rtl, in_logical_order, is_rtl, mirrored
from careercraft.read.pdf.column_signs import panels_of
from careercraft.read.pdf.columns import regions_of
from careercraft.read.pdf.date_stacks import stacks_closed
from careercraft.read.pdf.fonts import font_name
from careercraft.read.pdf.header import header_parted
from careercraft.read.pdf.headings import headings_joined, side_headings_parted
from careercraft.read.pdf.links import add_icons, linked_words
from careercraft.read.pdf.meta import entries_parted, rewrapped, unstacked
from careercraft.read.pdf.runs import PageRuns, Run
from careercraft.read.pdf.segment import Segment
from careercraft.read.pdf.segments import CELL_GAP, is_bullet_only, segments_of

_BAND_WIDTH = 0.9
_SMALL_CAPS = 1.5
"""How much larger than small capitals the true ones are at most; an initial is larger still."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Row(NamedTuple):
    """One visual line of a region."""

    text: str
    page: int
    region: int
    """Number of its region in the document."""
    x0: float
    x1: float
    baseline: float
    bottom: float
    """Its last baseline, where the wrapped lines of a table's cell were made one."""
    size: float
    bold: bool
    bullet: bool
    text_x: float
    """Left edge of the text after the bullet."""
    cell_x: float
    """Left edge of its last cell."""
    left: float
    right: float
    """Edges of the region."""
    first_word: float
    """Width of the first word, for telling whether it would have fitted on the line before."""
    fonts: tuple[str, str]
    """Of its first and its last word."""
    links: list[tuple[str, str]]
    """Linked words, "" for an icon, and where they lead."""


def page_rows(page: PageRuns, runs: list[Run], first_region: int) -> list[Row]:
    """Upright text by region, then text at other angles, each angle turned upright for itself."""
    upright = [run for run in runs if run.angle == 0]
    from_right = is_rtl(upright)
    if from_right:
        page, upright = mirrored(page, upright)
    panels = panels_of(page.shapes, page.width, page.height)
    segments = stacks_closed(segments_of(upright, page.dots, page.rules))
    if from_right or any(has_rtl(run.text) for run in upright):
        for segment in segments:
            segment.runs = in_logical_order(segment.runs, from_right=from_right)
    regions = [
        region
        for whole in _below_band(segments, page)
        for part in (header_parted(whole) if page.number == 1 and not panels else [whole])
        for region in regions_of(part, panels, page.rules)
    ]
    for angle in sorted({run.angle for run in runs} - {0}):
        turned = segments_of([_turned(run, page) for run in runs if run.angle == angle])
        regions.append(turned)
    rows = [
        row
        for number, region in enumerate(regions, first_region)
        for row in _region_rows(region, page, number)
    ]
    if page.links:
        add_icons(page.links, rows)
    return rows


def _below_band(segments: list[Segment], page: PageRuns) -> list[list[Segment]]:
    """What stands in a coloured band across the top of the page, and the rest."""
    ends = [
        shape.y1
        for shape in page.shapes
        if shape.color not in (None, WHITE)
        and shape.x1 - shape.x0 >= _BAND_WIDTH * page.width
        and shape.y0 <= 0.1 * page.height
        and shape.y1 <= 0.45 * page.height
    ]
    end = max(ends, default=0.0)
    inside = [segment for segment in segments if segment.baseline < end]
    return [inside, [segment for segment in segments if segment.baseline >= end]]


def _turned(run: Run, page: PageRuns) -> Run:
    """The run as it would lie with the page turned so that its text is upright."""
    match run.angle:
        case 90:
            x0, x1, baseline = run.y0, run.y1, page.width - run.x0
        case 180:
            x0, x1, baseline = page.width - run.x1, page.width - run.x0, page.height - run.y0
        case 270:
            x0, x1, baseline = page.height - run.y1, page.height - run.y0, run.x1
        case _:  # a slanted watermark: no better order than the stream's
            x0, x1, baseline = run.x0, run.x1, run.y1
    return Run(
        run.text,
        x0,
        baseline - run.size,
        x1,
        baseline,
        baseline,
        run.size,
        run.style,
        run.order,
        0,
        run.glued,
    )


def _region_rows(region: list[Segment], page: PageRuns, number: int) -> list[Row]:
    left = min((segment.x0 for segment in region), default=0.0)
    right = max((segment.x1 for segment in region), default=0.0)
    return [
        row
        for cells in side_headings_parted(
            unstacked(headings_joined(entries_parted(rewrapped(list(_by_row(region)))), left, right))
        )
        if (row := _row(cells, page, number, left, right)) is not None
    ]


def _by_row(segments: list[Segment]) -> Iterable[list[Segment]]:
    """Segments on one baseline, from left to right. `segments` come from the top, in a table cell by cell."""
    row: list[Segment] = []
    for segment in segments:
        apart = row and abs(segment.baseline - row[0].baseline) > 0.4 * min(segment.size, row[0].size)
        if apart or (row and segment.starts_row):
            yield sorted(row, key=lambda cell: cell.x0)
            row = []
        row.append(segment)
    if row:
        yield sorted(row, key=lambda cell: cell.x0)


def _row(cells: list[Segment], page: PageRuns, region: int, left: float, right: float) -> Row | None:
    text = clean_line(_joined(cells)).strip()
    if not text:
        return None
    runs = [run for cell in cells for run in cell.runs]
    marker = bullet_length(text)
    leading = _leading(cells).runs
    letters = sum(len(run.text) for run in leading)
    baseline = max(cells, key=lambda cell: len(cell.runs)).baseline
    left, right = cells[-1].edges or (left, right)
    first = runs[1] if marker and len(runs) > 1 and bullet_length(runs[0].text + " x") else runs[0]
    return Row(
        text=text,
        page=page.number,
        region=region,
        x0=cells[0].x0,
        x1=cells[-1].x1,
        baseline=baseline,
        bottom=baseline + max(cell.under for cell in cells),
        size=_main_size(leading),
        bold=sum(len(run.text) for run in leading if run.style.bold) >= 0.6 * letters,
        bullet=marker > 0,
        text_x=first.x0 if marker else cells[0].x0,
        cell_x=cells[-1].x0,
        left=left,
        right=right,
        first_word=first.x1 - first.x0,
        fonts=(_font(first), _font(runs[-1])),
        links=linked_words(runs, page.links) if page.links else [],
    )


def _font(run: Run) -> str:
    """Its name, and whether it is made bold by painting."""
    return font_name(run.style.font) + ("*" if run.style.bold else "")


def _leading(cells: list[Segment]) -> Segment:
    """The cell whose type tells what the row is: the first that is no bullet and no date."""
    return next(
        (cell for cell in cells if not is_bullet_only(cell) and not _YEAR.search(cell.text)), cells[0]
    )


def _joined(cells: list[Segment]) -> str:
    """Cells of a row with two spaces between them, so that a reader still sees where they part."""
    parts = [cells[0].text]
    for previous, cell in pairwise(cells):
        wide = cell.x0 - previous.x1 > CELL_GAP * min(cell.size, previous.size) and not is_bullet_only(
            previous
        )
        parts.append("  " if wide or cell.starts_cell else " ")
        parts.append(cell.text)
    return "".join(parts)


def _main_size(runs: list[Run]) -> float:
    if len({run.size for run in runs}) == 1:
        return runs[0].size
    lengths: dict[float, int] = {}
    for run in runs:
        lengths[run.size] = lengths.get(run.size, 0) + len(run.text)
    main = max(lengths, key=lambda size: (lengths[size], size))
    largest = max(lengths)
    small_caps = main < largest <= _SMALL_CAPS * main and all(
        run.text[:1].isupper() or not run.text[:1].isalpha() for run in runs if run.size == largest
    )
    return largest if small_caps and any(run.glued for run in runs) else main
