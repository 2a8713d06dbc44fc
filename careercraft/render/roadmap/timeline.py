"""Geometry of a plan over its weeks: a bar a skill, colored by phase. It places what it is given and computes no
figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from careercraft.model.plan import Phase
from careercraft.render.roadmap.axis import LEFT, LETTER, RIGHT, WIDTH, Axis, Scale, axis
from careercraft.render.roadmap.lettering import cut, width
from careercraft.render.roadmap.view import DayView, RoadmapView

_LANE, _BAR, _UNDER = 33, 11, 16
_PER_PANEL = 12
"""Lanes of a picture: more would not print on one page."""
_SEVERAL = 7
"""Days between two sessions that are drawn as one stretch."""
_LEAST = 3.0


class Stretch(Struct, frozen=True, kw_only=True):
    phase: Phase
    x: float
    length: float
    said: str


class Lane(Struct, frozen=True, kw_only=True):
    """One skill, or the application; its words stand above its bar."""

    name: str
    """Cut where it is wider than the picture."""
    level: str
    done: bool
    y: int
    bar: int
    """Top of the bar."""
    x: float
    """Of the words."""
    first: float
    last: float
    """The line that joins its stretches."""
    stretches: tuple[Stretch, ...]


class Panel(Struct, frozen=True, kw_only=True):
    title: str
    lanes: tuple[Lane, ...]
    height: int
    description: str


class Piece(Struct, frozen=True):
    """A session in its place."""

    task: str
    phase: Phase
    day: str
    x: float
    end: float


class Row(Struct, frozen=True):
    """What a lane is made of."""

    name: str
    level: str
    done: bool
    pieces: tuple[Piece, ...]


class Timeline(Struct, frozen=True, kw_only=True):
    axis: Axis
    panels: tuple[Panel, ...]
    bar: int
    """Height of a bar."""


def timeline(view: RoadmapView) -> Timeline | None:
    """The pictures of a plan; None for one without a session."""
    days = [day for week in view.weeks for day in week.days]
    if not days:
        return None
    shared = axis(view)
    rows = list(_rows(view, list(_pieces(days, shared.scale))))
    return Timeline(axis=shared, panels=tuple(_panels(rows, shared.bottom)), bar=_BAR)


def _rows(view: RoadmapView, pieces: Sequence[Piece]) -> Iterator[Row]:
    """The skills in their order, then the application; those without a session left have none."""
    named = [(skill.name, f"to {skill.level}", skill.tasks) for skill in view.skills]
    other = tuple(task for task in view.tasks if not task.skill)
    for name, level, tasks in (*named, ("Application", "", other)):
        ids = {task.id for task in tasks}
        own = tuple(piece for piece in pieces if piece.task in ids)
        if own:
            yield Row(name, level, all(task.ended for task in tasks), own)


def _pieces(days: Sequence[DayView], scale: Scale) -> Iterator[Piece]:
    """The sessions in their days, which they share by their hours."""
    for day in days:
        x = scale.at(day.day)
        length = (RIGHT - LEFT) / scale.days
        for session in day.sessions:
            end = x + length * session.value / day.value
            yield Piece(session.task.id, session.task.phase, day.day, x, end)
            x = end


def _lane(row: Row, y: int) -> Lane:
    stretches = tuple(_stretches(row.name, row.pieces))
    first = stretches[0].x
    tick = "✓ " * row.done
    shown = cut(row.name, WIDTH - width(f"{tick} {row.level}", LETTER), LETTER, bold=True)
    words = width(f"{tick}{shown} {row.level}", LETTER, bold=True)
    return Lane(
        name=shown,
        level=row.level,
        done=row.done,
        y=y + 12,
        bar=y + _UNDER,
        x=round(max(min(first, WIDTH - words), 0.0), 1),
        first=first,
        last=max(round(stretch.x + stretch.length, 1) for stretch in stretches),
        stretches=stretches,
    )


def _stretches(name: str, pieces: Sequence[Piece]) -> Iterator[Stretch]:
    """Sessions of the same phase without a longer break between them, as one."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        last = groups[-1][-1] if groups else None
        if last and last.phase == piece.phase and _apart(last.day, piece.day) <= _SEVERAL:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    for first, *rest in groups:
        last = rest[-1] if rest else first
        days = first.day if first.day == last.day else f"{first.day} to {last.day}"
        length = round(max(last.end - first.x, _LEAST), 1)
        yield Stretch(
            phase=first.phase, x=round(first.x, 1), length=length, said=f"{name}, {first.phase}: {days}"
        )


def _apart(first: str, second: str) -> int:
    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def _panels(rows: Sequence[Row], top: int) -> Iterator[Panel]:
    """As few as hold them, about equally full."""
    count = -(-len(rows) // _PER_PANEL)
    size = -(-len(rows) // count)
    for number, begin in enumerate(range(0, len(rows), size), 1):
        lanes = tuple(_lane(row, top + at * _LANE) for at, row in enumerate(rows[begin : begin + size]))
        said = (
            f"{lane.name}: {'; '.join(item.said.split(', ')[-1] for item in lane.stretches)}"
            for lane in lanes
        )
        yield Panel(
            title="What is learned when" + (f", part {number} of {count}" if count > 1 else ""),
            lanes=lanes,
            height=top + _LANE * len(lanes) + 2,
            description=". ".join(said) + ".",
        )
