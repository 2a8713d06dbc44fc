"""Segments of a page to regions in reading order: columns where there are columns, rows where there are rows.

A gutter is a line that no segment of a vertical band crosses, with text on both sides whose right part has
a common left edge. Whether the two sides are columns (read one after the other) or the cells of rows (a date
beside an employer, a label beside its skills) is told by their baselines: cells stand on the baselines of
their neighbours, columns have lines of their own. Programs that set both columns on one grid make them share
their baselines; section names on both sides, or lists, or running text, then still tell columns.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.cards import cards_whole
from careercraft.read.pdf.column_signs import (
    EDGE,
    MIN_LINES,
    aligned_share,
    are_columns,
    are_entries,
    are_sectioned,
    date_share,
    is_dated,
    ragged_edges,
)
from careercraft.read.pdf.grid import grids_parted
from careercraft.read.pdf.labels import label_rows
from careercraft.read.pdf.runs import Box, Shape
from careercraft.read.pdf.segment import Segment
from careercraft.read.pdf.side_names import parted_at_names
from careercraft.read.section_names import is_main_section, is_section_name

Region = list[Segment]
Part = tuple[Region, bool]
"""Segments, and whether they have their reading order already."""
_MAX_DEPTH = 6
_ALIGNED = 0.65
"""Share of the shorter side's lines that stand on baselines of the other."""
_DATES = 0.7
"""Share of dates among the lines of a side that belongs to the rows of the other."""
_MAX_HEADING_LINES = 3
_MIN_GUTTER = 0.7
"""In font sizes."""


class Gutter(NamedTuple):
    x: float
    """Left edge of the right side."""
    start: int
    stop: int
    """The band: segments[start:stop], none of which crosses."""
    weight: int
    """Segments on the thinner side."""


def regions_of(
    segments: list[Segment], panels: list[Shape], rules: list[Box], depth: int = 0
) -> list[Region]:
    """`segments` sorted from the top; `panels` are coloured areas that hold a column (sidebars).

    A region of a table comes cell by cell.
    """
    if depth >= _MAX_DEPTH or len(segments) < 2 * MIN_LINES:
        return [cards_whole(segments)] if segments else []
    gutter = _best_gutter(segments, _panel_edges(segments, panels), sure=True)
    if gutter is None:
        edges = _shared_edges(segments)
        parts = (
            _at_side_names(segments, edges)
            or grids_parted(segments, rules, least=3)
            or _with_labels(segments, edges)
            or grids_parted(segments, rules, least=2)
        )
        if parts is not None:
            return [
                region
                for part, is_ordered in parts
                for region in ([part] if is_ordered else regions_of(part, panels, rules, depth + 1))
            ]
        ragged = _best_gutter(segments, ragged_edges(segments), sure=False)
        gutter = ragged or _best_gutter(segments, edges, sure=False)
    if gutter is None:
        return [cards_whole(segments)]
    band = segments[gutter.start : gutter.stop]
    left = [segment for segment in band if segment.x0 < gutter.x - EDGE]
    right = [segment for segment in band if segment.x0 >= gutter.x - EDGE]
    sides = [segments[: gutter.start], *_ordered(left, right), segments[gutter.stop :]]
    return [region for part in sides for region in regions_of(part, panels, rules, depth + 1)]


def _ordered(left: Region, right: Region) -> tuple[Region, Region]:
    """Left before right, unless the document's name stands on the right: then the left is a sidebar."""
    largest_left = max(segment.size for segment in left)
    largest_right = max(segment.size for segment in right)
    usual = sorted(segment.size for segment in (*left, *right))[(len(left) + len(right)) // 2]
    sidebar = largest_right >= 1.6 * usual and largest_right >= 1.25 * largest_left
    return (right, left) if sidebar else (left, right)


def _at_side_names(segments: list[Segment], edges: list[float]) -> list[Part] | None:
    """The parts around and in a band whose left side holds section names alone."""
    for edge in edges:
        for band in sorted(_bands(segments, edge, 1), key=lambda band: -band.weight):
            parts = parted_at_names(*_sides(segments, band))
            if parts is not None:
                return _around(segments, band, [(part, False) for part in parts])
    return None


def _with_labels(segments: list[Segment], edges: list[float]) -> list[Part] | None:
    """The parts around and in a band whose left side holds labels."""
    for edge in edges:
        for band in sorted(_bands(segments, edge), key=lambda band: -band.weight):
            rows = label_rows(*_sides(segments, band))
            if rows is not None:
                return _around(segments, band, [(rows, True)])
    return None


def _around(segments: list[Segment], band: Gutter, parts: list[Part]) -> list[Part]:
    outside = [(segments[: band.start], False), *parts, (segments[band.stop :], False)]
    return [part for part in outside if part[0]]


def _best_gutter(segments: list[Segment], edges: list[float], *, sure: bool) -> Gutter | None:
    """`sure`: the edges are those of a panel, so that there are columns at their sides."""
    best: Gutter | None = None
    for edge in edges:
        bands = _bands(segments, edge)
        for gutter in bands if sure else _cut_at_headings(segments, bands):
            if best is not None and gutter.weight <= best.weight:
                continue
            found = gutter if sure else _column_gutter(segments, gutter)
            if found is not None and (best is None or found.weight > best.weight):
                best = found
    return best


def _panel_edges(segments: list[Segment], panels: list[Shape]) -> list[float]:
    leftmost = min(segment.x0 for segment in segments)
    rightmost = max(segment.x1 for segment in segments)
    edges = {x for panel in panels for x in (panel.x0, panel.x1)}
    return sorted(x for x in edges if leftmost + EDGE < x < rightmost - EDGE)


def _shared_edges(segments: list[Segment]) -> list[float]:
    """Left edges that several segments share."""
    counts: dict[int, list[float]] = {}
    leftmost = min(segment.x0 for segment in segments)
    for segment in segments:
        if segment.x0 > leftmost + 2 * segment.size:
            counts.setdefault(round(segment.x0 / EDGE), []).append(segment.x0)
    return sorted(
        {min(xs) for key, xs in counts.items() if len(xs) + len(counts.get(key + 1, ())) >= MIN_LINES}
    )


def _bands(segments: list[Segment], edge: float, least: int = MIN_LINES) -> list[Gutter]:
    """Maximal runs of segments that don't cross `edge`, with text on both sides."""
    bands: list[Gutter] = []
    start = left = right = 0
    for index, segment in enumerate(segments):
        if segment.x0 >= edge - EDGE:
            right += 1
        elif segment.x1 <= edge - _MIN_GUTTER * min(segment.size, 12.0) + EDGE:
            left += 1
        else:
            bands.append(Gutter(edge, start, index, min(left, right)))
            start, left, right = index + 1, 0, 0
    bands.append(Gutter(edge, start, len(segments), min(left, right)))
    return [band for band in bands if band.weight >= least]


def _cut_at_headings(segments: list[Segment], bands: list[Gutter]) -> Iterator[Gutter]:
    """Bands between the section names that stand alone, where only one side of a band has section names.

    Columns have section names on both sides. What has them on one is rows or small columns under each of them.
    """
    for band in bands:
        left, right = _sides(segments, band)
        named = _largest_names(left, right)
        cuts = named[0] or named[1]
        if named[0] and named[1]:
            yield _from_names(segments, band, named)
            continue
        if not all(_stands_alone(cut, right if named[0] else left) for cut in cuts):
            yield band
            continue
        at = [n for n in range(band.start, band.stop) if any(segments[n] is cut for cut in cuts)]
        for start, stop in pairwise([band.start, *at, band.stop]):
            part = _part(segments, band, start, stop)
            if part.weight >= MIN_LINES:
                yield part


def _from_names(segments: list[Segment], band: Gutter, named: list[list[Segment]]) -> Gutter:
    """Without the dates of entries above two columns whose first names stand in one row."""
    left, right = (names[0].baseline for names in named)
    start = next(n for n in range(band.start, band.stop) if segments[n].baseline >= min(left, right) - 1)
    above = band._replace(stop=start)
    dates = _sides(segments, above)[1]
    if abs(left - right) > 1 or not dates or not all(is_dated(date.text) for date in dates):
        return band
    return _part(segments, band, start, band.stop)


def _part(segments: list[Segment], band: Gutter, start: int, stop: int) -> Gutter:
    part = band._replace(start=start, stop=stop)
    return part._replace(weight=min(map(len, _sides(segments, part))))


def _largest_names(left: list[Segment], right: list[Segment]) -> list[list[Segment]]:
    """Section names on either side, without those in smaller type: "Languages" may be a group of skills."""
    named = [[segment for segment in side if is_section_name(segment.text)] for side in (left, right)]
    names = [name for side in named for name in side]
    sure = [name for name in names if is_main_section(name.text)] or names
    size = max((name.size for name in sure), default=0.0)
    return [[name for name in side if abs(name.size - size) <= 0.05 * size] for side in named]


def _stands_alone(heading: Segment, others: list[Segment]) -> bool:
    """Nothing on the other side stands at a heading's height."""
    top, bottom = heading.baseline - heading.size, heading.baseline + 0.3 * heading.size
    return not any(other.baseline > top and other.baseline - 0.7 * other.size < bottom for other in others)


def _column_gutter(segments: list[Segment], gutter: Gutter) -> Gutter | None:
    """The gutter when columns stand at its sides; None when they are the cells of rows.

    Sides whose lines share their baselines may still be columns; then only the height that both of them fill is.
    """
    left, right = _sides(segments, gutter)
    if left[0].baseline > right[-1].baseline or right[0].baseline > left[-1].baseline:
        return None
    if max(date_share(left), date_share(right)) >= _DATES and not are_sectioned(left, right):
        return None
    if are_entries(left, right):
        return None
    if aligned_share(*sorted((left, right), key=len)) < _ALIGNED:
        return _without_next_heading(segments, gutter, right[-1].baseline)
    if are_sectioned(left, right):
        return _below_header(segments, gutter)
    top = max(left[0].baseline, right[0].baseline) - 1
    bottom = min(left[-1].baseline, right[-1].baseline) + 1
    inside = [n for n in range(gutter.start, gutter.stop) if top <= segments[n].baseline <= bottom]
    if not inside:
        return None
    shared = Gutter(gutter.x, inside[0], inside[-1] + 1, gutter.weight)
    return _to_end_of_list(segments, shared, gutter.stop) if are_columns(*_sides(segments, shared)) else None


def _to_end_of_list(segments: list[Segment], gutter: Gutter, stop: int) -> Gutter:
    """With the items of the longer of two lists side by side."""
    end = gutter.stop
    while end < stop and bullet_length(segments[end].text) and bullet_length(segments[end - 1].text):
        end += 1
    return gutter._replace(stop=end)


def _below_header(segments: list[Segment], gutter: Gutter) -> Gutter:
    """Without the name and its lines, which stand alone above the columns, on one side."""
    left, right = _sides(segments, gutter)
    top = max(left[0].baseline, right[0].baseline) - 1
    start = next(n for n in range(gutter.start, gutter.stop) if segments[n].baseline >= top)
    header = segments[gutter.start : start]
    return (
        gutter if any(is_section_name(segment.text) for segment in header) else gutter._replace(start=start)
    )


def _without_next_heading(segments: list[Segment], gutter: Gutter, bottom: float) -> Gutter:
    """Short lines on the left between the end of the columns and a line across the page begin what follows.

    They are known by a gap before them, or by the end of a list.
    """
    if gutter.stop == len(segments):
        return gutter
    for at in range(max(gutter.start + 1, gutter.stop - _MAX_HEADING_LINES), gutter.stop):
        before, line = segments[at - 1], segments[at]
        if line.baseline > bottom + 1 and (
            line.baseline - before.baseline > 1.5 * line.size
            or (bullet_length(before.text) and not bullet_length(line.text))
        ):
            return gutter._replace(stop=at)
    return gutter


def _sides(segments: list[Segment], gutter: Gutter) -> tuple[list[Segment], list[Segment]]:
    band = segments[gutter.start : gutter.stop]
    left = [segment for segment in band if segment.x0 < gutter.x - EDGE]
    return left, [segment for segment in band if segment.x0 >= gutter.x - EDGE]
