"""Whether what stands at both sides of a gutter is two columns, or the cells of rows."""

from __future__ import annotations

import re
from itertools import pairwise

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.runs import Shape
from careercraft.read.pdf.segment import Segment
from careercraft.read.section_names import is_section_name

EDGE = 2.0
"""Points by which left edges of one column may differ."""
MIN_LINES = 3
_WIDER = 6.0
"""Font sizes by which other lines of a column may begin before those that end at its right edge."""
_GAP = 2.0
"""Distance of two groups of lines, in font sizes."""
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|(?<!\w)['’‘]\d\d\b|(?<![\w/.])(?:0?[1-9]|1[0-2])/\d\d(?![\w/])|\b(?:present|current|today|now|heute|actualidad|presente|aujourd['’]hui|oggi|heden)\b",
    re.I,
)


def is_dated(text: str) -> bool:
    """Whether there is a year, or a word for today, in a line."""
    return _DATE.search(text) is not None


def are_entries(left: list[Segment], right: list[Segment]) -> bool:
    """Without sections on either side, each group of lines on the right begins on a line of the left.

    A single group does when it begins with a date.
    """
    if any(is_section_name(segment.text) for segment in (*left, *right)):
        return False
    starts = [
        after for before, after in pairwise(right) if after.baseline - before.baseline > _GAP * after.size
    ]
    dated = _DATE.search(right[0].text) is not None
    return (bool(starts) or dated) and aligned_share([right[0], *starts], left) == 1.0


def are_sectioned(left: list[Segment], right: list[Segment]) -> bool:
    """Sections on both sides: a sidebar and the main column on one grid of baselines."""
    return all(any(is_section_name(segment.text) for segment in _at_edge(side)) for side in (left, right))


def _at_edge(side: list[Segment]) -> list[Segment]:
    left, right = min(segment.x0 for segment in side), max(segment.x1 for segment in side)
    at_left = [segment for segment in side if segment.x0 <= left + EDGE]
    if not any(segment.x1 >= right - EDGE for segment in at_left):
        return at_left
    return [segment for segment in side if segment.x0 <= left + EDGE or segment.x1 >= right - EDGE]


def are_columns(left: list[Segment], right: list[Segment]) -> bool:
    """Of sides that share their baselines: lists, or running text on both."""
    if min(len(left), len(right)) < MIN_LINES:
        return False
    if _bullet_share(left) >= 0.5 and _bullet_share(right) >= 0.5:
        return True
    few, many = sorted((left, right), key=len)
    if len(few) < 0.6 * len(many) or max(date_share(left), date_share(right)) >= 0.4:
        return False
    return _is_prose(left) and _is_prose(right)


def aligned_share(few: list[Segment], many: list[Segment]) -> float:
    baselines = [segment.baseline for segment in many]
    hits = sum(
        any(abs(segment.baseline - other) <= 0.15 * segment.size for other in baselines) for segment in few
    )
    return hits / len(few)


def date_share(segments: list[Segment]) -> float:
    """Share of dates among the lines that are no headings."""
    lines = [segment.text for segment in segments]
    lines = [text for text in lines if _DATE.search(text) or not (text.isupper() or is_section_name(text))]
    return sum(_DATE.search(text) is not None for text in lines) / len(lines) if lines else 0.0


def _bullet_share(segments: list[Segment]) -> float:
    return sum(bullet_length(segment.text) > 0 for segment in segments) / len(segments)


def _is_prose(segments: list[Segment]) -> bool:
    """Lines that mostly fill their column and go on from one to the next, as running text does."""
    if not any(_goes_on(segment.text) for segment in segments):
        return False
    width = max(segment.x1 for segment in segments) - min(segment.x0 for segment in segments)
    filled = sum(segment.x1 - segment.x0 >= 0.6 * width for segment in segments)
    return filled >= 0.5 * len(segments) and width >= 12 * segments[0].size


def _goes_on(text: str) -> bool:
    return text[:1].islower() or text.endswith((",", "-", "&")) or text.count(",") > 1


def ragged_edges(segments: list[Segment]) -> list[float]:
    """Left edges of a column whose lines end at one edge, from the first of its section names on.

    The second one is that of wider lines in it which end elsewhere.
    """
    leftmost = min(segment.x0 for segment in segments)
    for name in segments:
        if not is_section_name(name.text):
            continue
        below = [segment for segment in segments if segment.baseline >= name.baseline]
        column = [
            segment
            for segment in below
            if abs(segment.x1 - name.x1) <= EDGE and segment.x0 > leftmost + 2 * segment.size
        ]
        lines = [
            segment for segment in column if not (is_section_name(segment.text) or is_dated(segment.text))
        ]
        if len(lines) < max(MIN_LINES, len(column) - len(lines)):
            continue
        if len({round(segment.x0 / EDGE) for segment in column}) < MIN_LINES:
            continue
        edge = min(segment.x0 for segment in column)
        wider = [
            s.x0 for s in below if edge - _WIDER * s.size < s.x0 < edge - EDGE and edge < s.x1 <= name.x1
        ]
        return [edge, min(wider)] if wider else [edge]
    return []


def panels_of(shapes: list[Shape], width: float, height: float) -> list[Shape]:
    """Filled areas tall and narrow enough to be a sidebar."""
    return [
        shape
        for shape in shapes
        if shape.color is not None
        and shape.y1 - shape.y0 >= 0.4 * height
        and 0.12 * width <= shape.x1 - shape.x0 <= 0.65 * width
    ]
