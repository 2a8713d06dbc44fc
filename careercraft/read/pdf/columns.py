"""Segments of a page to regions in reading order: columns where there are columns, rows where there are rows.

A gutter is a line that no segment of a vertical band crosses, with text on both sides whose right part has
a common left edge. Whether the two sides are columns (read one after the other) or the cells of rows (a date
beside an employer, a label beside its skills) is told by their baselines: cells stand on the baselines of
their neighbours, columns have lines of their own. Programs that set both columns on one grid make them share
their baselines; section names on both sides, or lists, or running text, then still tell columns.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.runs import Shape
from careercraft.read.pdf.segments import Segment
from careercraft.read.section_names import is_section_name

Region = list[Segment]
_MAX_DEPTH = 6
_EDGE = 2.0
"""Points by which left edges of one column may differ."""
_MIN_LINES = 3
_ALIGNED = 0.65
"""Share of the shorter side's lines that stand on baselines of the other."""
_MAX_HEADING_LINES = 3
_MIN_GUTTER = 0.7
"""In font sizes."""
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\bpresent\b|\bcurrent\b", re.I)


class Gutter(NamedTuple):
    x: float
    """Left edge of the right side."""
    start: int
    stop: int
    """The band: segments[start:stop], none of which crosses."""
    weight: int
    """Segments on the thinner side."""


def regions_of(segments: list[Segment], panels: list[Shape], depth: int = 0) -> list[Region]:
    """`segments` sorted from the top; `panels` are coloured areas that hold a column (sidebars)."""
    gutter = (
        _best_gutter(segments, panels) if depth < _MAX_DEPTH and len(segments) >= 2 * _MIN_LINES else None
    )
    if gutter is None:
        return [segments] if segments else []
    band = segments[gutter.start : gutter.stop]
    left = [segment for segment in band if segment.x0 < gutter.x - _EDGE]
    right = [segment for segment in band if segment.x0 >= gutter.x - _EDGE]
    parts = [segments[: gutter.start], *_ordered(left, right), segments[gutter.stop :]]
    return [region for part in parts for region in regions_of(part, panels, depth + 1)]


def _ordered(left: Region, right: Region) -> tuple[Region, Region]:
    """Left before right, unless the document's name stands on the right: then the left is a sidebar."""
    largest_left = max(segment.size for segment in left)
    largest_right = max(segment.size for segment in right)
    usual = sorted(segment.size for segment in (*left, *right))[(len(left) + len(right)) // 2]
    sidebar = largest_right >= 1.6 * usual and largest_right >= 1.25 * largest_left
    return (right, left) if sidebar else (left, right)


def panels_of(shapes: list[Shape], width: float, height: float) -> list[Shape]:
    """Filled areas tall and narrow enough to be a sidebar."""
    return [
        shape
        for shape in shapes
        if shape.color is not None
        and shape.y1 - shape.y0 >= 0.4 * height
        and 0.12 * width <= shape.x1 - shape.x0 <= 0.65 * width
    ]


def _best_gutter(segments: list[Segment], panels: list[Shape]) -> Gutter | None:
    best: Gutter | None = None
    for edge, sure in _candidates(segments, panels):
        for gutter in _bands(segments, edge):
            if best is not None and gutter.weight <= best.weight:
                continue
            found = gutter if sure else _column_gutter(segments, gutter)
            if found is not None and (best is None or found.weight > best.weight):
                best = found
    return best


def _candidates(segments: list[Segment], panels: list[Shape]) -> list[tuple[float, bool]]:
    """Left edges that several segments share; the edges of panels are sure ones."""
    counts: dict[int, list[float]] = {}
    leftmost = min(segment.x0 for segment in segments)
    for segment in segments:
        if segment.x0 > leftmost + 2 * segment.size:
            counts.setdefault(round(segment.x0 / _EDGE), []).append(segment.x0)
    edges = {
        min(xs) for key, xs in counts.items() if len(xs) + len(counts.get(key + 1, ())) >= _MIN_LINES
    }  # fmt: skip
    rightmost = max(segment.x1 for segment in segments)
    sure = {x for panel in panels for x in (panel.x0, panel.x1) if leftmost + _EDGE < x < rightmost - _EDGE}
    return [*((x, True) for x in sorted(sure)), *((x, False) for x in sorted(edges))]


def _bands(segments: list[Segment], edge: float) -> list[Gutter]:
    """Maximal runs of segments that don't cross `edge`, with text on both sides."""
    bands: list[Gutter] = []
    start = left = right = 0
    for index, segment in enumerate(segments):
        if segment.x0 >= edge - _EDGE:
            right += 1
        elif segment.x1 <= edge - _MIN_GUTTER * min(segment.size, 12.0) + _EDGE:
            left += 1
        else:
            bands.append(Gutter(edge, start, index, min(left, right)))
            start, left, right = index + 1, 0, 0
    bands.append(Gutter(edge, start, len(segments), min(left, right)))
    return [band for band in bands if band.weight >= _MIN_LINES]


def _column_gutter(segments: list[Segment], gutter: Gutter) -> Gutter | None:
    """The gutter when columns stand at its sides; None when they are the cells of rows.

    Sides whose lines share their baselines may still be columns; then only the height that both of them fill is.
    """
    left, right = _sides(segments, gutter)
    if left[0].baseline > right[-1].baseline or right[0].baseline > left[-1].baseline:
        return None
    if _aligned_share(*sorted((left, right), key=len)) < _ALIGNED:
        return _without_next_heading(segments, gutter, right[-1].baseline)
    if _are_sectioned(left, right):
        return _below_header(segments, gutter)
    top = max(left[0].baseline, right[0].baseline) - 1
    bottom = min(left[-1].baseline, right[-1].baseline) + 1
    inside = [n for n in range(gutter.start, gutter.stop) if top <= segments[n].baseline <= bottom]
    if not inside:
        return None
    shared = Gutter(gutter.x, inside[0], inside[-1] + 1, gutter.weight)
    return shared if _are_columns(*_sides(segments, shared)) else None


def _are_sectioned(left: list[Segment], right: list[Segment]) -> bool:
    """Sections on both sides: a sidebar and the main column on one grid of baselines."""
    return all(any(is_section_name(segment.text) for segment in _at_edge(side)) for side in (left, right))


def _at_edge(side: list[Segment]) -> list[Segment]:
    edge = min(segment.x0 for segment in side)
    return [segment for segment in side if segment.x0 <= edge + _EDGE]


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
    left = [segment for segment in band if segment.x0 < gutter.x - _EDGE]
    return left, [segment for segment in band if segment.x0 >= gutter.x - _EDGE]


def _are_columns(left: list[Segment], right: list[Segment]) -> bool:
    """Of sides that share their baselines: lists, or running text on both."""
    if min(len(left), len(right)) < _MIN_LINES:
        return False
    if _bullet_share(left) >= 0.5 and _bullet_share(right) >= 0.5:
        return True
    few, many = sorted((left, right), key=len)
    if len(few) < 0.6 * len(many) or max(_date_share(left), _date_share(right)) >= 0.4:
        return False
    return _is_prose(left) and _is_prose(right)


def _aligned_share(few: list[Segment], many: list[Segment]) -> float:
    baselines = [segment.baseline for segment in many]
    hits = sum(
        any(abs(segment.baseline - other) <= 0.15 * segment.size for other in baselines) for segment in few
    )
    return hits / len(few)


def _date_share(segments: list[Segment]) -> float:
    return sum(_DATE.search(segment.text) is not None for segment in segments) / len(segments)


def _bullet_share(segments: list[Segment]) -> float:
    return sum(bullet_length(segment.text) > 0 for segment in segments) / len(segments)


def _is_prose(segments: list[Segment]) -> bool:
    """Lines that mostly fill their column, as running text does."""
    width = max(segment.x1 for segment in segments) - min(segment.x0 for segment in segments)
    filled = sum(segment.x1 - segment.x0 >= 0.6 * width for segment in segments)
    return filled >= 0.5 * len(segments) and width >= 12 * segments[0].size
