"""How a plan is going, in words: what `careercraft roadmap status` shows, without its layout."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from careercraft.model.plan import Roadmap
from careercraft.model.progress import BurnPoint, Progress, Status
from careercraft.render import wording
from careercraft.render.roadmap.build_weeks import build_tasks
from careercraft.render.roadmap.view import TaskView
from careercraft.render.wording import clean, hours

_MOST_POINTS = 16
_STATES = {"planned": "not begun", "active": "under way", "finished": "finished"}


class PointView(Struct, frozen=True, kw_only=True):
    """Hours left at the end of one week."""

    week: int
    """0 for the start."""
    day: str
    planned: float
    left: float | None
    """None for weeks to come."""
    figures: str
    """ "36 h, planned 38 h"."""
    now: bool


class StatusView(Struct, frozen=True, kw_only=True):
    heading: str
    """The job's title."""
    where: str
    """ "week 2 of 7, under way"."""
    today: str
    fit: bool
    lines: tuple[tuple[str, str], ...]
    """Label and words, in order."""
    share: float
    """0..1 of the plan's hours that are behind, for a bar."""
    points: tuple[PointView, ...]
    """Of the burndown: all of them, or with `most` weeks evenly apart, the present one and the last among them."""
    left_out: int
    """Weeks that were left away."""
    most: float
    """The hours that the longest bar stands for."""
    next: TaskView | None


def build_status(roadmap: Roadmap, progress: Progress, status: Status, *, whole: bool = False) -> StatusView:
    """`whole` shows every week of the burndown."""
    points = [point for point in status.burndown if whole or _shown(point, status)]
    tasks = build_tasks(roadmap, progress)
    behind = status.ledger.planned - status.ledger.left
    return StatusView(
        heading=clean(roadmap.target.title),
        where=_where(status),
        today=status.today,
        fit=status.verdict == "FIT",
        lines=tuple(_lines(roadmap, status)),
        share=behind / status.ledger.planned if status.ledger.planned else 1.0,
        points=tuple(_point(point, status) for point in points),
        left_out=len(status.burndown) - len(points),
        most=max((max(point.planned, point.left or 0.0) for point in status.burndown), default=0.0),
        next=tasks.get(status.next) if status.next else None,
    )


def _shown(point: BurnPoint, status: Status) -> bool:
    apart = -(-len(status.burndown) // _MOST_POINTS)
    last = status.burndown[-1].week
    return point.week % apart == 0 or point.week in (status.week, last)


def _point(point: BurnPoint, status: Status) -> PointView:
    planned = f"planned {hours(point.planned)}"
    left = point.left if isinstance(point.left, float) else None
    return PointView(
        week=point.week,
        day=point.day,
        planned=point.planned,
        left=left,
        figures=planned if left is None else f"{hours(left)}, {planned}",
        now=point.week == status.week > 0,
    )


def _where(status: Status) -> str:
    state = _STATES[status.state]
    if status.state == "finished":
        return state
    if status.week == 0:
        return f"before its first week, {state}"
    if status.week > status.weeks:
        return f"after its last week, {state}"
    return f"week {status.week} of {status.weeks}, {state}"


def _lines(roadmap: Roadmap, status: Status) -> Iterator[tuple[str, str]]:
    yield "Done", ", ".join(_done(status))
    need = wording.number(roadmap.threshold)
    was = wording.score(roadmap.readiness)
    now = wording.score(status.readiness)
    yield "Readiness", f"{was} → {now} by what is done: {status.verdict} (FIT needs {need})"
    if status.state == "finished":
        yield "Pace", _pace(status)
        return
    yield "Forecast", "; ".join(_forecast(status))
    yield "Standing", "; ".join(_standing(roadmap, status))
    yield "Pace", _pace(status)
    yield "Streak", "; ".join(_streak(status))


def _done(status: Status) -> Iterator[str]:
    sums = status.ledger
    yield f"{status.done} of {wording.counted(status.tasks, 'task')}"
    yield f"{hours(sums.done + sums.credited)} of {hours(sums.planned)}"
    if status.skipped:
        yield f"{status.skipped} skipped ({hours(sums.skipped)})"
    dayless = f" ({hours(status.dayless)} of them left out by the plan)" if status.dayless else ""
    yield f"{hours(sums.left)} left{dayless}"


def _forecast(status: Status) -> Iterator[str]:
    if status.fit_day:
        yield f"FIT by {status.fit_day}"
    elif status.verdict == "FIT":
        yield "FIT by what is done already"
    else:
        yield "this plan doesn't lead to FIT"
    if status.finish:
        planned = (
            "as planned" if status.finish == status.finish_planned else f"planned {status.finish_planned}"
        )
        yield f"all done by {status.finish}, {planned}"
    if status.past_deadline:
        yield "that is past the deadline; `careercraft roadmap replan` fits it in"


def _standing(roadmap: Roadmap, status: Status) -> Iterator[str]:
    by = hours(abs(status.ahead_hours))
    days = f" ({wording.counted(abs(status.ahead_days), 'day')} of study)" if status.ahead_days else ""
    if status.ahead_hours < 0:
        yield f"{by} behind the plan{days}"
    else:
        yield f"{by} ahead of the plan{days}" if status.ahead_hours else "as planned"
    yield this_week(roadmap, status)


def this_week(roadmap: Roadmap, status: Status) -> str:
    """What the plan holds until the present week ends; its first day before that."""
    if status.week == 0:
        return f"the first week begins on {roadmap.settings.start}"
    return f"{hours(status.week_left)} left this week" if status.week_left else "nothing left this week"


def _pace(status: Status) -> str:
    known = (
        f"an hour of the estimates takes you {hours(status.pace)} (from {hours(status.pace_hours)} of them)"
    )
    asked = f"planned {hours(status.asked)}"
    speed = f"{hours(status.speed)} of the estimates a week, {asked}" if status.started else f"{asked} a week"
    takes = known if status.pace_hours else "log hours to learn how well the estimates fit you"
    return f"{speed}; {takes}"


def _streak(status: Status) -> Iterator[str]:
    if not (status.streak_days or status.streak_weeks):
        begun = status.done or status.logged
        yield f"{'none now' if begun else 'none yet'}: note something today"
        return
    yield f"{wording.counted(status.streak_days, 'day')} of study without a planned one missed"
    yield f"{wording.counted(status.streak_weeks, 'week')} in a row"
