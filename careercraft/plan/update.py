"""A plan after another analysis of the same target: gaps that are closed go, new ones come, what is done stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import UNSET, structs

from careercraft.model.analysis import Analysis
from careercraft.model.plan import PlannedSkill, PlanSettings, Roadmap, Task
from careercraft.model.progress import Event, Progress
from careercraft.plan.build import build_roadmap
from careercraft.plan.dates import dated, without_deadline
from careercraft.plan.progress import left_hours, progress_of, through, whole
from careercraft.plan.reorder import reordered
from careercraft.plan.replan import Changes, replan
from careercraft.plan.settings import checked
from careercraft.taxonomy import Taxonomy


def updated(
    old: Roadmap,
    events: Sequence[Event],
    analysis: Analysis,
    taxonomy: Taxonomy,
    today: date,
    created: str,
) -> Roadmap:
    """The next revision of a plan, from an analysis of today.

    A skill that was begun keeps its tasks with their ids, numbers and estimates; what is new gets new numbers. Of a gap
    that is closed, what was done stays and the rest goes. What a deadline holds is told by what is left, not by what a
    new plan would take. Raises UsageError as `replan` does.
    """
    progress = progress_of(old, events)
    settings, notes = from_today(old.settings, today)
    fresh = build_roadmap(analysis, taxonomy, without_deadline(settings), created, notes)
    merged = structs.replace(_merged(old, fresh, progress), settings=settings)
    states = progress_of(merged, events)
    if not any(left_hours(task, states.tasks[task.id]) for task in merged.tasks):
        plan, _ = dated(structs.replace(merged, revision=old.revision + 1), (), through(merged, states))
        return plan
    found = replan(merged, states, today, Changes(), created)
    return structs.replace(found, notes=tuple(dict.fromkeys((*fresh.notes, *found.notes))))


def from_today(settings: PlanSettings, today: date) -> tuple[PlanSettings, tuple[str, ...]]:
    """What was asked of the plan, from today on; a deadline that has passed is none any more."""
    deadline, notes = settings.deadline, tuple[str, ...]()
    start = max(settings.start, today.isoformat())
    if deadline and deadline < start:
        deadline, notes = UNSET, (f"The deadline, {deadline}, has passed and counts no more.",)
    settings, more = checked(structs.replace(settings, start=start, deadline=deadline), today)
    return settings, (*notes, *more)


def _merged(old: Roadmap, fresh: Roadmap, progress: Progress) -> Roadmap:
    cut = {skill.id for skill in old.skills if not whole(skill, old.tasks)}
    begun = {task.id for task in old.tasks if task.skill not in cut and _is_begun(task, progress)}
    still = {skill.id for skill in fresh.skills}
    kept = {skill.id: skill for skill in old.skills if skill.id not in still}
    done = [task for task in old.tasks if task.skill in kept and progress.tasks[task.id].over]
    groups = {key: _group(key, old, fresh, begun) for key in ("", *(skill.id for skill in fresh.skills))}
    tasks = [
        *(structs.replace(task, after=()) for task in done),
        *(task for skill in fresh.skills for task in _after_others(skill, groups)),
        *groups[""],
    ]
    skills = (
        *(
            structs.replace(skill, meets=(), after=())
            for skill in kept.values()
            if any(task.skill == skill.id for task in done)
        ),
        *(
            structs.replace(skill, hours=sum(task.hours for task in groups[skill.id]))
            for skill in fresh.skills
        ),
    )
    ordered = reordered(skills, tasks, fresh.basis, fresh.settings.style)
    return structs.replace(
        fresh, id=old.id, revision=old.revision, skills=skills, tasks=_numbered(ordered, old), weeks=()
    )


def _is_begun(task: Task, progress: Progress) -> bool:
    state = progress.tasks[task.id]
    return state.status != "todo" or state.logged > 0


def _group(key: str, old: Roadmap, fresh: Roadmap, begun: set[str]) -> list[Task]:
    """The tasks of a skill, or of the application: as they were where one was begun, else as they are now, also where
    an earlier update took some of them out: the gap is back, and those that are left don't close it."""
    before = [task for task in old.tasks if (task.skill or "") == key]
    return (
        before
        if any(task.id in begun for task in before)
        else [task for task in fresh.tasks if (task.skill or "") == key]
    )


def _after_others(skill: PlannedSkill, groups: dict[str, list[Task]]) -> list[Task]:
    """The first task of a skill follows the last one of each that it needs, whichever plan they are from."""
    first, *rest = groups[skill.id]
    needed = tuple(groups[other][-1].id for other in skill.after)
    return [structs.replace(first, after=needed), *rest]


def _numbered(tasks: Sequence[Task], old: Roadmap) -> tuple[Task, ...]:
    """With the numbers that they had, and new ones behind all that were ever given."""
    known = {task.id: task.number for task in old.tasks}
    new = max(known.values(), default=0)
    found = []
    for task in tasks:
        if task.id not in known:
            new += 1
        found.append(structs.replace(task, number=known.get(task.id, new)))
    return tuple(found)
