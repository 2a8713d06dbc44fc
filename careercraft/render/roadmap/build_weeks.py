"""Tasks, weeks and blocks of study of a plan, in words: part of `build`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from careercraft.model.advice import LearningResource
from careercraft.model.plan import WEEKDAYS, PlanResource, Roadmap, Session, Task, Week
from careercraft.model.progress import Progress, TaskState
from careercraft.render import wording
from careercraft.render.build_skills import build_resource
from careercraft.render.roadmap import view
from careercraft.render.view import ResourceView
from careercraft.render.wording import clean, hours

Tasks = Mapping[str, view.TaskView]


def weekday(day: str) -> str:
    """ "Mon"."""
    return WEEKDAYS[date.fromisoformat(day).weekday()].title()


def build_tasks(roadmap: Roadmap, progress: Progress | None) -> dict[str, view.TaskView]:
    """By id, in the plan's order."""
    states = progress.tasks if progress else {}
    names = {skill.id: clean(skill.name) for skill in roadmap.skills}
    numbers = {task.id: task.number for task in roadmap.tasks}
    weeks: dict[str, list[int]] = {task.id: [] for task in roadmap.tasks}
    for week in roadmap.weeks:
        for id in dict.fromkeys(session.task for session in week.sessions):
            weeks[id].append(week.number)
    return {
        task.id: _task(task, states.get(task.id, TaskState()), names, numbers, weeks[task.id])
        for task in roadmap.tasks
    }


def _task(
    task: Task, state: TaskState, names: Mapping[str, str], numbers: Mapping[str, int], weeks: Sequence[int]
) -> view.TaskView:
    skill = names.get(task.skill or "", "")
    return view.TaskView(
        number=task.number,
        id=clean(task.id),
        title=clean(task.title),
        phase=task.phase,
        hours=hours(task.hours),
        status=state.status,
        skill=skill,
        level=task.level or "",
        resource=_resource(task.resource, skill) if task.resource else None,
        check=clean(task.check),
        milestone=clean(task.milestone or ""),
        after=tuple(numbers[id] for id in task.after if id in numbers),
        evidence=clean(state.evidence),
        said=", ".join(_said(state)),
        weeks=tuple(weeks),
    )


def _said(state: TaskState) -> Iterator[str]:
    if state.over:
        why = f" ({clean(state.why)})" if state.why else ""
        yield (f"{state.status} on {state.ended}" if state.ended else state.status) + why
    elif state.status == "started":
        yield "begun"
    if state.logged:
        yield f"{hours(state.logged)} logged"


def _resource(resource: PlanResource, skill: str) -> ResourceView:
    return build_resource(
        LearningResource(
            skill="",
            name=skill,
            title=resource.title,
            url=resource.url,
            kind=resource.kind,
            free=resource.free,
        )
    )


def build_weeks(
    roadmap: Roadmap, tasks: Tasks, titles: Mapping[str, str], today: str
) -> tuple[view.WeekView, ...]:
    parts = Counter(session.task for week in roadmap.weeks for session in week.sessions)
    met: Counter[str] = Counter()
    return tuple(_week(week, roadmap, tasks, titles, today, parts, met) for week in roadmap.weeks)


def _week(
    week: Week,
    roadmap: Roadmap,
    tasks: Tasks,
    titles: Mapping[str, str],
    today: str,
    parts: Mapping[str, int],
    met: Counter[str],
) -> view.WeekView:
    held = groupby(week.sessions, key=lambda session: session.day)
    days = [_day(day, [_session(item, tasks, parts, met) for item in items]) for day, items in held]
    return view.WeekView(
        number=week.number,
        first=week.first,
        last=week.last,
        phase=titles[week.phase] if week.phase else "",
        phase_key=week.phase or None,
        goal=clean(week.goal),
        hours=hours(week.hours),
        days=tuple(days),
        tasks=tuple(tasks[id] for id in dict.fromkeys(session.task for session in week.sessions)),
        finishes=tuple(tasks[id].number for id in week.finishes if id in tasks),
        milestone=clean(week.milestone or ""),
        readiness=wording.score(week.readiness),
        points=week.readiness,
        verdict=week.verdict,
        flips=week.number == roadmap.forecast.fit_week,
        deadline=week.first <= (roadmap.settings.deadline or "") <= week.last,
        now=week.first <= today <= week.last,
    )


def _session(session: Session, tasks: Tasks, parts: Mapping[str, int], met: Counter[str]) -> view.SessionView:
    met[session.task] += 1
    return view.SessionView(
        task=tasks[session.task],
        part=met[session.task],
        parts=parts[session.task],
        hours=hours(session.hours),
        value=session.hours,
    )


def next_block(weeks: Sequence[view.WeekView], today: str) -> view.DayView | None:
    """What is open of the first block from today on; where nothing is left from today on, of the first of all."""
    blocks = [open for week in weeks for day in week.days if (open := _open(day))]
    return next((day for day in blocks if day.day >= today), blocks[0] if blocks else None)


def _open(day: view.DayView) -> view.DayView | None:
    kept = [item for item in day.sessions if not item.task.ended]
    return _day(day.day, kept) if kept else None


def _day(day: str, sessions: Sequence[view.SessionView]) -> view.DayView:
    value = sum(item.value for item in sessions)
    return view.DayView(
        day=day, weekday=weekday(day), sessions=tuple(sessions), hours=hours(value), value=value
    )
