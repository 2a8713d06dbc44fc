"""The scale of days that the pictures of a plan share: weeks, months, days off, and the days that matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from careercraft.render.roadmap.lettering import width
from careercraft.render.roadmap.view import RoadmapView, WeekView

WIDTH = 800
LEFT, RIGHT = 28, 764
LETTER = 12.0
_LEVEL, _HEIGHT = 15, 32
_STEPS = (1, 2, 4, 8, 13, 26, 52, 104, 208)
_TICK_ROOM, _MONTH_ROOM = 26, 60
_MONTH_STEPS = (1, 2, 3, 4, 6, 12)
_DAYS_A_MONTH = 30.4
_BEYOND = 4 / 3
"""How far the picture reaches past the plan, for a deadline or for today, as a share of its length."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

MarkKind = Literal["today", "fit", "deadline"]


class Mark(Struct, frozen=True, kw_only=True):
    kind: MarkKind
    label: str
    x: float
    words: float
    """Where its label begins."""
    level: int
    """Baseline of its label."""


class Tick(Struct, frozen=True):
    x: float
    label: str


class Off(Struct, frozen=True, kw_only=True):
    x: float
    length: float
    said: str


class Scale(Struct, frozen=True):
    """Days to x."""

    start: date
    days: int

    def at(self, day: str, after: int = 0) -> float:
        """The beginning of a day, or of one some days later."""
        gone = (date.fromisoformat(day) - self.start).days + after
        return round(LEFT + (RIGHT - LEFT) * gone / self.days, 1)

    def shows(self, day: str) -> bool:
        """Whether there is a day, and it falls in."""
        return bool(day) and 0 <= (date.fromisoformat(day) - self.start).days < self.days


class Axis(Struct, frozen=True, kw_only=True):
    scale: Scale
    ticks: tuple[Tick, ...]
    """Numbers of weeks."""
    months: tuple[Tick, ...]
    marks: tuple[Mark, ...]
    off: tuple[Off, ...]
    top: int
    """Where it begins: under the labels of the marks."""
    bottom: int


def axis(view: RoadmapView) -> Axis:
    """Of a plan that has weeks."""
    scale = _scale(view)
    marks = tuple(_marks(view, scale))
    top = max((mark.level for mark in marks), default=-8) + 8
    return Axis(
        scale=scale,
        ticks=tuple(_ticks(view.weeks, scale)),
        months=tuple(_months(scale)),
        marks=marks,
        off=tuple(_off(view.holidays, scale)),
        top=top,
        bottom=top + _HEIGHT,
    )


def _scale(view: RoadmapView) -> Scale:
    start = date.fromisoformat(view.weeks[0].first)
    length = (date.fromisoformat(view.weeks[-1].last) - start).days + 1
    more = [(date.fromisoformat(day) - start).days + 1 for day in (view.deadline, view.today) if day]
    return Scale(start, max([length, *(days for days in more if days <= length * _BEYOND)]))


def _marks(view: RoadmapView, scale: Scale) -> Iterator[Mark]:
    """Labels that would touch stand on lines of their own."""
    wanted: list[tuple[MarkKind, str, float]] = []
    if scale.shows(view.today):
        wanted.append(("today", "today", scale.at(view.today)))
    if scale.shows(view.fit_day):
        week = next((week.number for week in view.weeks if week.flips), 0)
        wanted.append(("fit", f"FIT in week {week}", scale.at(view.fit_day, 1)))
    if scale.shows(view.deadline):
        wanted.append(("deadline", "deadline", scale.at(view.deadline, 1)))
    levels: list[float] = []
    """How far to the right each line of labels is taken."""
    for kind, label, x in sorted(wanted, key=lambda item: item[2]):
        room = width(label, LETTER, bold=True)
        words = round(min(x, WIDTH - room), 1)
        level = next((at for at, taken in enumerate(levels) if taken <= words), len(levels))
        levels[level : level + 1] = [words + room + 6]
        yield Mark(kind=kind, label=label, x=x, words=words, level=11 + level * _LEVEL)


def _ticks(weeks: Sequence[WeekView], scale: Scale) -> Iterator[Tick]:
    """Numbers of weeks, as many as can be read."""
    room = (RIGHT - LEFT) * 7 / scale.days
    step = next((step for step in _STEPS if step * room >= _TICK_ROOM), _STEPS[-1])
    for week in weeks[::step]:
        yield Tick(scale.at(week.first), str(week.number))


def _months(scale: Scale) -> Iterator[Tick]:
    """Where months begin, evenly as many as can be read; the year at the first one and each January."""
    room = (RIGHT - LEFT) / scale.days * _DAYS_A_MONTH
    step = next((step for step in _MONTH_STEPS if step * room >= _MONTH_ROOM), _MONTH_STEPS[-1])
    last = scale.start + timedelta(days=scale.days - 1)
    found: list[tuple[float, date]] = []
    day = (scale.start.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day <= last:
        x = scale.at(day.isoformat())
        if (day.month - 1) % step == 0 and x <= WIDTH - _MONTH_ROOM:
            found.append((x, day))
        day = (day + timedelta(days=32)).replace(day=1)
    if not found or found[0][0] >= LEFT + _MONTH_ROOM:
        found.insert(0, (LEFT, scale.start))
    for number, (x, day) in enumerate(found):
        year = f" {day.year}" if number == 0 or day.month == 1 else ""
        yield Tick(x, _MONTHS[day.month - 1] + year)


def _off(holidays: Sequence[tuple[str, str]], scale: Scale) -> Iterator[Off]:
    """Holidays, as far as they fall into the picture."""
    end = (scale.start + timedelta(days=scale.days - 1)).isoformat()
    start = scale.start.isoformat()
    for begin, until in holidays:
        first, last = max(begin, start), min(until, end)
        if first <= last:
            x = scale.at(first)
            said = f"days off: {begin}" + (f" to {until}" if until != begin else "")
            yield Off(x=x, length=round(scale.at(last, 1) - x, 1), said=said)
