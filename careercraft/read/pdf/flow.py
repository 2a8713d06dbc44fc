"""Columns that go on over pages: the main column of every page first, then the sidebars."""

from __future__ import annotations

from itertools import groupby

from careercraft.read.pdf.layout import Row

Region = list[Row]
_EDGE = 6.0
"""Points by which a column's edges may differ from page to page."""
_DEEP = 0.7
"""A column that goes on overleaf ends below this share of the page's height."""
_MIN_SIDE_ROWS = 4


def in_reading_order(rows: list[Row], heights: dict[int, float]) -> list[Row]:
    """`rows` by page and region, as each page by itself would be read."""
    pages = [_regions(list(group)) for _, group in groupby(rows, key=lambda row: row.page)]
    ordered: list[Region] = []
    waiting: list[Region] = []
    main: Region = []
    for regions in pages:
        continued = _continued(regions, main, waiting) if waiting else None
        if continued is not None:
            ordered += continued[0]
            waiting += continued[1]
            continue
        ordered += waiting
        first, waiting, main = _parted(regions, heights[regions[0][0].page])
        ordered += first
    return [row for region in (*ordered, *waiting) for row in region]


def _regions(rows: list[Row]) -> list[Region]:
    return [list(group) for _, group in groupby(rows, key=lambda row: row.region)]


def _parted(regions: list[Region], height: float) -> tuple[list[Region], list[Region], Region]:
    """Regions up to the main column, the sidebar read after it, and the main column; no sidebar when it ends early."""
    start = len(regions)
    while start > 1 and any(_beside(regions[start - 1], earlier) for earlier in regions[: start - 1]):
        start -= 1
    side = regions[start:]
    main = max(regions[:start], key=len)
    long_enough = sum(map(len, side)) >= _MIN_SIDE_ROWS and main[-1].baseline >= _DEEP * height
    if not long_enough or not all(_beside(region, main) for region in side):
        return regions, [], []
    return regions[:start], side, main


def _beside(region: Region, other: Region) -> bool:
    apart = region[0].left >= other[0].right or region[0].right <= other[0].left
    return apart and region[0].baseline <= other[-1].baseline and other[0].baseline <= region[-1].baseline


def _continued(
    regions: list[Region], main: Region, side: list[Region]
) -> tuple[list[Region], list[Region]] | None:
    """A page's regions that go on with either column; None when one of them spans both."""
    mains = [region for region in regions if _within(region, [main])]
    sides = [region for region in regions if _within(region, side)]
    return (mains, sides) if mains and len(mains) + len(sides) == len(regions) else None


def _within(region: Region, column: list[Region]) -> bool:
    left, right = min(part[0].left for part in column), max(part[0].right for part in column)
    return region[0].left >= left - _EDGE and region[0].right <= right + _EDGE
