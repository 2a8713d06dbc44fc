"""A page's visible runs to draft lines in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from careercraft.read.clean import bullet_length, clean_line
from careercraft.read.pdf.columns import panels_of, regions_of
from careercraft.read.pdf.headings import side_headings_parted
from careercraft.read.pdf.meta import unstacked
from careercraft.read.pdf.runs import PageRuns, Run
from careercraft.read.pdf.segments import CELL_GAP, Segment, is_bullet_only, segments_of


class Row(NamedTuple):
    """One visual line of a region."""

    text: str
    page: int
    region: int
    """Number of its region in the document."""
    x0: float
    x1: float
    baseline: float
    size: float
    bold: bool
    bullet: bool
    text_x: float
    """Left edge of the text after the bullet."""
    left: float
    right: float
    """Edges of the region."""
    first_word: float
    """Width of the first word, for telling whether it would have fitted on the line before."""


def page_rows(page: PageRuns, runs: list[Run], first_region: int) -> list[Row]:
    """Upright text by region, then text at other angles, each angle turned upright for itself."""
    upright = [run for run in runs if run.angle == 0]
    panels = panels_of(page.shapes, page.width, page.height)
    regions = regions_of(segments_of(upright, page.dots), panels)
    for angle in sorted({run.angle for run in runs} - {0}):
        turned = segments_of([_turned(run, page) for run in runs if run.angle == angle])
        regions.append(turned)
    return [
        row
        for number, region in enumerate(regions, first_region)
        for row in _region_rows(region, page, number)
    ]


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
        for cells in side_headings_parted(unstacked(list(_by_row(region))))
        if (row := _row(cells, page.number, number, left, right)) is not None
    ]


def _by_row(segments: list[Segment]) -> Iterable[list[Segment]]:
    """Segments on one baseline, from left to right. `segments` come sorted from the top."""
    row: list[Segment] = []
    for segment in segments:
        if row and segment.baseline - row[0].baseline > 0.4 * min(segment.size, row[0].size):
            yield sorted(row, key=lambda cell: cell.x0)
            row = []
        row.append(segment)
    if row:
        yield sorted(row, key=lambda cell: cell.x0)


def _row(cells: list[Segment], page: int, region: int, left: float, right: float) -> Row | None:
    text = clean_line(_joined(cells)).strip()
    if not text:
        return None
    runs = [run for cell in cells for run in cell.runs]
    marker = bullet_length(text)
    letters = sum(len(run.text) for run in runs)
    first = runs[1] if marker and len(runs) > 1 and bullet_length(runs[0].text + " x") else runs[0]
    return Row(
        text=text,
        page=page,
        region=region,
        x0=cells[0].x0,
        x1=cells[-1].x1,
        baseline=max(cells, key=lambda cell: len(cell.runs)).baseline,
        size=_main_size(runs),
        bold=sum(len(run.text) for run in runs if run.style.bold) >= 0.6 * letters,
        bullet=marker > 0,
        text_x=first.x0 if marker else cells[0].x0,
        left=left,
        right=right,
        first_word=first.x1 - first.x0,
    )


def _joined(cells: list[Segment]) -> str:
    """Cells of a row with two spaces between them, so that a reader still sees where they part."""
    parts = [cells[0].text]
    for previous, cell in pairwise(cells):
        wide = cell.x0 - previous.x1 > CELL_GAP * min(cell.size, previous.size) and not is_bullet_only(
            previous
        )
        parts.append("  " if wide else " ")
        parts.append(cell.text)
    return "".join(parts)


def _main_size(runs: list[Run]) -> float:
    if len({run.size for run in runs}) == 1:
        return runs[0].size
    lengths: dict[float, int] = {}
    for run in runs:
        lengths[run.size] = lengths.get(run.size, 0) + len(run.text)
    return max(lengths, key=lambda size: (lengths[size], size))
