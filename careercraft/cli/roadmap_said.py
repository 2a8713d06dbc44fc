"""What is said after something was noted: what it did, what is left this week, what it brings and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from careercraft.plan.progress import learned, left_hours
from careercraft.plan.status import status_of
from careercraft.render.roadmap.status import this_week
from careercraft.render.wording import hours

if TYPE_CHECKING:
    from careercraft.model.plan import Roadmap, Task
    from careercraft.model.progress import Event, EventKind, Status
    from careercraft.store.roadmap_values import KeptRoadmap

_DID = {"done": "done", "skip": "skipped", "reopen": "open again", "begin": "begun"}


def after_plan(kept: KeptRoadmap, kind: EventKind, day: str, today: date) -> str:
    """Of the whole plan: lines that end in a line break."""
    lines = [f"roadmap {kept.number} begins {'anew' if kind == 'reset' else f'on {day}'}"]
    first = kept.roadmap.settings.start
    if kind == "start" and day > first:
        lines.append(f"it was planned from {first} on: `careercraft roadmap replan` moves what is left")
    return _lines([*lines, _next(kept, _status(kept, today))])


def after_task(before: KeptRoadmap, after: KeptRoadmap, task: Task, event: Event, today: date) -> str:
    """Of one task: lines that end in a line break."""
    then, now = _status(before, today), _status(after, today)
    news = [*_skills(before, after, task), *_verdict(then, now)]
    return _lines([_did(after, task, event), _stand(after.roadmap, now), *news, _next(after, now)])


def _lines(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _status(kept: KeptRoadmap, today: date) -> Status:
    return status_of(kept.roadmap, kept.events, today)


def _did(kept: KeptRoadmap, task: Task, event: Event) -> str:
    logged = kept.progress.tasks[task.id].logged
    spent = f"{hours(logged)} logged, {hours(task.hours)} planned" if logged else hours(task.hours)
    name = f"{task.number} {task.title}"
    if event.kind == "log":
        return f"logged {hours(event.hours)}: {name} ({spent})"
    return f"{_DID[event.kind]}: {name} ({spent})"


def _stand(roadmap: Roadmap, status: Status) -> str:
    return f"{this_week(roadmap, status)}; readiness about {status.readiness:.1f} ({status.verdict})"


def _skills(before: KeptRoadmap, after: KeptRoadmap, task: Task) -> Iterator[str]:
    """One that counts from now on, or one that is through with nothing to show."""
    known = {one.id for one in learned(before.roadmap, before.progress, before.number)}
    now = {one.id: one.name for one in learned(after.roadmap, after.progress, after.number)}
    for skill_id, name in now.items():
        if skill_id not in known:
            yield f"{name} is learned: `careercraft analyze` counts it from now on, marked as your own word"
    skill = next((one for one in after.roadmap.skills if one.id == task.skill), None)
    if skill is None or skill.why != "gap" or skill.id in now:
        return
    own = [one for one in after.roadmap.tasks if one.skill == skill.id]
    if all(after.progress.tasks[one.id].over for one in own):
        how = f"careercraft roadmap done {own[-1].number} --evidence LINK"
        yield f"{skill.name} is through, with nothing yet that shows it; to count it in your analyses: {how}"


def _verdict(then: Status, now: Status) -> Iterator[str]:
    if then.verdict != now.verdict and now.verdict == "FIT":
        yield "with this the verdict would be FIT: time to update your resume and to apply"
    elif then.verdict != now.verdict:
        yield "without this the verdict would be UNFIT again"


def _next(kept: KeptRoadmap, status: Status) -> str:
    task = next((one for one in kept.roadmap.tasks if one.id == status.next), None)
    if task is None:
        return "nothing is left to do: analyze your new resume to see where you stand"
    sessions = (session for week in kept.roadmap.weeks for session in week.sessions)
    day = next((session.day for session in sessions if session.task == task.id), "")
    left = hours(left_hours(task, kept.progress.tasks[task.id]))
    return f"next: {task.number} {task.title} ({left}{f', planned for {day}' if day else ''})"
