"""Hours left at the end of each week: as planned, and really."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import UNSET

from careercraft.model.plan import Roadmap, Task
from careercraft.model.progress import BurnPoint, Event, TaskState
from careercraft.plan.hours import nearest_quarter
from careercraft.plan.progress import left_hours, since_reset, task_state


def burndown(
    roadmap: Roadmap,
    tasks: Sequence[Task],
    before: Mapping[str, TaskState],
    events: Sequence[Event],
    today: date,
) -> Iterator[BurnPoint]:
    """From the day before the first week on, in hours of the estimates. `tasks` are those to be done, `before` their
    states when this revision was made; the plan's hours are scaled to what was left then."""
    start = (date.fromisoformat(roadmap.settings.start) - timedelta(days=1)).isoformat()
    weeks = [(0, start, start, 0.0), *((one.number, one.first, one.last, one.hours) for one in roadmap.weeks)]
    total = planned = sum(week.hours for week in roadmap.weeks)
    whole = sum(left_hours(task, before[task.id]) for task in tasks)
    lefts = _lefts(tasks, events, [last for _, first, last, _ in weeks if first <= today.isoformat()])
    for number, _, last, hours in weeks:
        planned -= hours
        share = planned / total if total else 0.0
        yield BurnPoint(
            week=number, day=last, planned=nearest_quarter(whole * share), left=next(lefts, UNSET)
        )


def _lefts(tasks: Sequence[Task], events: Iterable[Event], days: Iterable[str]) -> Iterator[float]:
    """At the end of each of these days. What was told late counts on its day, so only the tasks that something was
    told of for the days since the last one are looked at again."""
    told: dict[str, list[Event]] = {}
    for event in since_reset(events):
        told.setdefault(event.task, []).append(event)
    left = {task.id: task.hours for task in tasks}
    seen = ""
    for day in days:
        for task in tasks:
            own = told.get(task.id, [])
            if any(seen < event.day <= day for event in own):
                state = task_state((event for event in own if event.day <= day), task.id)
                left[task.id] = left_hours(task, state)
        seen = day
        yield sum(left.values())
