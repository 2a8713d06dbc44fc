"""Dates at the right of an entry that are broken over lines, or that hang beside its lines instead of on them.

    Grade 5 Teacher, Rideau Heights      September 2021
    • Teach a class of 27                  – Present
                                           5 years

Such a stack is one cell on the entry's first line. It stands alone in its place: what has a line above or
below it is part of a column.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from careercraft.read.clean import bullet_length
from careercraft.read.pdf.column_signs import is_dated
from careercraft.read.pdf.segment import Segment, merged

Region = list[Segment]
_SHORT = 24
_MAX_LINES = 5
_PITCH = 2.2
"""Largest distance of two lines of a stack, in font sizes."""
_ALONE = 2.4
"""Font sizes above and below a stack in which nothing stands."""
_UNDER = 0.6
"""Share of the shorter of two lines of a stack that stands over or under the other."""
_WORDS = 12
_BESIDE = 1.0
"""Farthest baseline of the line that a stack belongs to, in font sizes."""
_ROW = 0.4
"""Distance of baselines under which two cells are on one line anyway, in font sizes."""
_BROKEN = re.compile(r"\s*[-–—]|.*[-–—]\s*\Z", re.DOTALL)


def stacks_closed(segments: Region) -> Region:
    """`segments` and the result are sorted from the top, then from the left."""
    baselines = [segment.baseline for segment in segments]
    closed: list[Segment] = []
    gone: set[int] = set()
    for segment in segments:
        if id(segment) in gone or len(segment.text) > _SHORT or not is_dated(segment.text):
            continue
        start = bisect_left(baselines, segment.baseline - _ALONE * segment.size)
        stop = bisect_right(baselines, segment.baseline + (_MAX_LINES + 1) * _PITCH * segment.size)
        near = [other for other in segments[start:stop] if other is not segment]
        stack = _stack(segment, near)
        line = _line_beside(stack, near)
        if line is not None and _hangs(stack, line):
            gone.update(map(id, stack))
            date = merged(stack)
            date.baseline = line.baseline
            closed.append(date)
    if not closed:
        return segments
    rest = [segment for segment in segments if id(segment) not in gone]
    return sorted([*rest, *closed], key=lambda segment: (segment.baseline, segment.x0))


def _stack(first: Segment, near: Region) -> Region:
    """The date and what goes on with it under it: dashes, the other date, how long it was."""
    stack = [first]
    for other in near:
        step = other.baseline - stack[-1].baseline
        if step <= _ROW * first.size or not _overlap(first, other):
            continue
        if step > _PITCH * first.size or len(stack) == _MAX_LINES or not _goes_on(first, other):
            break
        stack.append(other)
    return stack


def _goes_on(first: Segment, other: Segment) -> bool:
    text = other.text
    is_date = any(map(str.isdigit, text)) or is_dated(text) or _BROKEN.match(text) is not None
    is_duration = len(text) <= _WORDS and text[:1].islower()  # "a year"
    shared = min(first.x1, other.x1) - max(first.x0, other.x0)
    under = shared >= _UNDER * min(first.x1 - first.x0, other.x1 - other.x0)
    return under and len(text) <= _SHORT and (is_date or is_duration)


def _line_beside(stack: Region, near: Region) -> Segment | None:
    """The line at the left that the stack hangs beside; None where the stack isn't alone at the right of everything."""
    first, last = stack[0], stack[-1]
    left = min(line.x0 for line in stack)
    right = max(line.x1 for line in stack)
    lines: Region = []
    for other in near:
        if any(other is line for line in stack):
            continue
        inside = first.baseline - first.size < other.baseline < last.baseline + _ROW * last.size
        if inside and other.x1 > left - _ROW * first.size:
            return None
        below = other.baseline - last.baseline
        if other.x0 < right and other.x1 > left and below < _ALONE * last.size:
            return None
        if abs(other.baseline - first.baseline) <= _BESIDE * first.size and not bullet_length(other.text):
            lines.append(other)
    return min(lines, key=lambda line: (abs(line.baseline - first.baseline), line.baseline), default=None)


def _hangs(stack: Region, line: Segment) -> bool:
    """A period that is broken over lines, or a date beside no line of its own."""
    if any(_BROKEN.match(part.text) for part in stack) and len(stack) > 1:
        return True
    return abs(stack[0].baseline - line.baseline) > _ROW * min(stack[0].size, line.size)


def _overlap(one: Segment, other: Segment) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1
