"""The part of a page that a text object may paint on, by pdfium."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

from careercraft.read.pdf import pdfium_calls as calls
from careercraft.read.pdf.runs import Box

_MAX_SEGMENTS = 12
"""A path with more is no box; what it leaves open isn't worked out."""


def clip_of(item: int, place: Callable[[float, float], tuple[float, float]]) -> Box | None:
    """What all of an object's clipping boxes leave open, on the displayed page; None without one.

    `place` brings a point of the object's space there.
    """
    path = calls.clip_path(item)
    found: Box | None = None
    for index in range(calls.count_clips(path)):
        box = _box(path, index, place)
        if box is not None:
            found = box if found is None else _common(found, box)
    return found


def is_open(clip: Box, x: float, y: float) -> bool:
    return clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3]


def _common(one: Box, other: Box) -> Box:
    return max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])


def _box(path: int, index: int, place: Callable[[float, float], tuple[float, float]]) -> Box | None:
    count = calls.count_clip_segments(path, index)
    if not 0 < count <= _MAX_SEGMENTS:
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    points = [
        place(x.value, y.value)
        for number in range(count)
        if calls.segment_point(calls.clip_segment(path, index, number), x, y)
    ]
    xs, ys = [across for across, _ in points], [down for _, down in points]
    return (min(xs), min(ys), max(xs), max(ys)) if points else None
