"""Geometry of the readiness over the weeks of a plan, on the timeline's scale of days."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from msgspec import Struct

from careercraft.render.roadmap.axis import LEFT, Scale, Tick
from careercraft.render.roadmap.view import RoadmapView

_TOP, _BOTTOM, HEIGHT = 24, 142, 156
_NEED = 90
"""Width of the words on the threshold, with some air."""
_MOST_DOTS = 40
"""Weeks of which each has its own dot."""


class Dot(Struct, frozen=True):
    x: float
    y: float
    said: str
    fit: bool


class Curve(Struct, frozen=True, kw_only=True):
    line: str
    """Points of a polyline: the beginning, then the end of each week."""
    area: str
    dots: tuple[Dot, ...]
    grid: tuple[Tick, ...]
    """`x` holds the height."""
    threshold: float
    need: str
    need_x: float
    need_y: float
    first: Tick
    """Words at the beginning: `x` holds the height."""
    last_x: float
    last: Tick
    height: int
    bottom: int
    description: str


def curve(view: RoadmapView, scale: Scale) -> Curve:
    """Readiness before the first week and at the end of each, against the line that FIT needs."""
    threshold = view.need
    values = [view.points, *(week.points for week in view.weeks)]
    low = max(floor((min(*values, threshold) - 4) / 10) * 10, 0)
    high = min(ceil((max(*values, threshold) + 4) / 10) * 10, 100)

    def height(value: float) -> float:
        return round(_BOTTOM - (_BOTTOM - _TOP) * (value - low) / (high - low), 1)

    xs = [float(LEFT), *(scale.at(week.last, 1) for week in view.weeks)]
    points = [f"{x},{height(value)}" for x, value in zip(xs, values, strict=True)]
    step = 10 if high - low <= 50 else 20
    under = view.points < threshold
    need_x, need_y = _need(xs, [week.flips for week in view.weeks], under)
    return Curve(
        line=" ".join(points),
        area=" ".join([f"{LEFT},{_BOTTOM}", *points, f"{xs[-1]},{_BOTTOM}"]),
        dots=_dots(view, xs, [height(value) for value in values]),
        grid=tuple(Tick(height(value), str(value)) for value in range(low, high + 1, step)),
        threshold=height(threshold),
        need=f"FIT needs {view.threshold}",
        need_x=need_x,
        need_y=height(threshold) + need_y,
        first=Tick(_beside(height(values[0]), under), view.readiness),
        last_x=xs[-1],
        last=Tick(height(values[-1]) + 4, view.weeks[-1].readiness),
        height=HEIGHT,
        bottom=_BOTTOM,
        description=_said(view),
    )


def _need(xs: Sequence[float], flips: Sequence[bool], under: bool) -> tuple[float, float]:
    """Where the words on the threshold begin, and how far from its line: at its beginning, unless the curve comes
    through there soon; then behind that week, on the side that the curve has left."""
    soon = next((x for x, flip in zip(xs[1:], flips, strict=True) if flip and x < LEFT + _NEED), None)
    if soon is not None:
        return soon + 9, 14
    return LEFT + 5.0, -5 if under else 14


def _beside(y: float, under: bool) -> float:
    """Where the first value stands: away from the threshold's line, unless it would leave the picture."""
    return y + 16 if under and y + 16 < _BOTTOM else y - 12


def _dots(view: RoadmapView, xs: list[float], ys: list[float]) -> tuple[Dot, ...]:
    """One a week while they can be told apart; always the one that turns the verdict."""
    few = len(view.weeks) <= _MOST_DOTS
    return tuple(
        Dot(x, y, f"end of week {week.number}: {week.readiness}", week.flips)
        for week, x, y in zip(view.weeks, xs[1:], ys[1:], strict=True)
        if week.flips or few
    )


def _said(view: RoadmapView) -> str:
    ends = (f"week {week.number}: {week.readiness}" for week in view.weeks)
    return f"At the start {view.readiness}; {'; '.join(ends)}. FIT needs {view.threshold}."
