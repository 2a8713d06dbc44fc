"""A plan as a table for a spreadsheet: one line a session, figures as numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from careercraft.render.compare_csv import guarded
from careercraft.render.roadmap.view import DayView, RoadmapView, SessionView

_HEAD = ("week", "goal", "day", "weekday", "phase", "number", "task_id", "task", "skill", "level", "hours", "status",
         "resource", "url", "check", "milestone", "readiness", "verdict", "left_out", "reason")  # fmt: skip


def render(view: RoadmapView) -> str:
    """RFC 4180, with a header. A week off is a line without a task; a task without a day in this revision has no week;
    what is left out stands at the end, with its reason. `readiness` and `verdict` are those at the week's end."""
    target = io.StringIO()
    writer = csv.DictWriter(target, _HEAD, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in _rows(view))
    return target.getvalue()


Row = dict[str, str | float]


def _cell(value: str | float) -> str | float:
    return guarded(value) if isinstance(value, str) else value


def _rows(view: RoadmapView) -> Iterator[Row]:
    for task in (*view.before, *view.unplanned):
        yield {
            "number": task.number, "task_id": task.id, "task": task.title, "skill": task.skill, "level": task.level,
            "status": task.status, "check": task.check, "milestone": task.milestone,
        }  # fmt: skip
    for week in view.weeks:
        whole: Row = {
            "week": week.number, "goal": week.goal, "readiness": week.points, "verdict": week.verdict,
        }  # fmt: skip
        if not week.days:
            yield {"day": week.first} | whole | {"hours": 0.0}
        for day in week.days:
            for session in day.sessions:
                yield whole | _session(day, session)
    for item in view.left_out:
        yield {"left_out": item.name, "reason": item.reason}


def _session(day: DayView, session: SessionView) -> Row:
    task = session.task
    resource = task.resource
    return {
        "day": day.day, "weekday": day.weekday, "phase": task.phase, "number": task.number, "task_id": task.id,
        "task": session.title, "skill": task.skill, "level": task.level, "hours": session.value, "status": task.status,
        "resource": resource.title if resource else "", "url": resource.url if resource else "", "check": task.check,
        "milestone": task.milestone,
    }  # fmt: skip
