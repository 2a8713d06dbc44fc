"""Events become the state of a plan, the sum of its hours, and the skills that were learned with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from difflib import get_close_matches
from math import floor

from msgspec import UNSET, Struct, structs

from careercraft.errors import UsageError
from careercraft.model.plan import PlannedSkill, Roadmap, Task
from careercraft.model.progress import Event, EventKind, Learned, Ledger, PlanState, Progress, TaskState

_LEAST = 0.5
"""Hours that an open task keeps however many were logged: who isn't done needs some more."""
_MOST_A_DAY = 24.0
_WORD = re.compile(r"[^\W\d_]+")
_SHOWS = ("build", "prove")
"""Kinds of tasks whose evidence shows a skill; that of a skill's last task does so too."""


class Step(Struct, frozen=True, kw_only=True):
    """What an event may do."""

    write: bool
    """False: it is so already, and there is nothing to write."""
    said: str = ""
    """What the person should know of it, a sentence without its full stop."""
    hours: float = 0.0
    """To write; fewer than told where they would count twice."""


def progress_of(roadmap: Roadmap, events: Iterable[Event]) -> Progress:
    """What the events come to, in their order. Total: events that no store would have taken count by their words,
    and those of tasks that the plan doesn't hold any more count as days of work only."""
    states = {task.id: TaskState() for task in roadmap.tasks}
    said, began, days = "", set[str](), set[str]()
    for event in since_reset(events):
        if event.kind == "start":
            said = event.day
        elif event.kind in ("begin", "log", "done"):
            began.add(event.day)
        before = states.get(event.task, TaskState())
        if event.kind == "log" or (event.kind == "done" and before.status != "done"):
            days.add(event.day)
        if event.task in states:
            states[event.task] = _after(before, event)
    return Progress(started=said or min(began, default=UNSET), tasks=states, days=tuple(sorted(days)))


def since_reset(events: Iterable[Event]) -> list[Event]:
    """The events that count: those after the last `reset`."""
    found: list[Event] = []
    for event in events:
        if event.kind == "reset":
            found.clear()
        else:
            found.append(event)
    return found


def task_state(events: Iterable[Event], task: str) -> TaskState:
    """Of one task, from its own events and those of the whole plan."""
    state = TaskState()
    for event in since_reset(events):
        if event.task == task:
            state = _after(state, event)
    return state


def _after(state: TaskState, event: Event) -> TaskState:
    logged = state.logged + event.hours
    if event.kind == "done":
        ended = state.ended if state.status == "done" else event.day
        evidence = event.evidence or state.evidence
        return TaskState(status="done", logged=logged, ended=ended, evidence=evidence)
    if event.kind == "skip":
        return TaskState(status="skipped", logged=logged, ended=event.day, why=event.evidence)
    if event.kind == "log" and state.over:
        return structs.replace(state, logged=logged)
    if event.kind == "begin" or logged:
        return TaskState(status="started", logged=logged)
    return TaskState()


def check_event(
    state: TaskState, kind: EventKind, title: str, *, hours: float = 0.0, evidence: str = ""
) -> Step:
    """May this follow, for a task in this state? Raises UsageError where it may not."""
    _check_hours(kind, hours)
    status = state.status
    if kind == "done" and status == "done":
        if not evidence or evidence == state.evidence:
            more = "; `roadmap log` adds hours" if hours else ""
            return Step(write=False, said=f"“{title}” is already done{more}")
        more = ", the hours aren't: `roadmap log` adds them" if hours else ""
        return Step(write=True, said=f"“{title}” was done already; the evidence is noted{more}")
    if kind in ("skip", "begin") and status == "done":
        raise UsageError(f"“{title}” is already done", "`careercraft roadmap reopen` opens it again")
    if (kind, status) in (("skip", "skipped"), ("begin", "started")):
        return Step(write=False, said=f"“{title}” is already {status}")
    if kind == "reopen" and not state.over:
        return Step(write=False, said=f"“{title}” is open")
    if status == "skipped" and kind in ("done", "begin"):
        return Step(write=True, hours=hours, said=f"“{title}” was skipped before; it counts again")
    if status == "skipped" and kind == "log":
        return Step(write=True, hours=hours, said=f"“{title}” stays skipped; its hours are noted")
    return Step(write=True, hours=hours)


def check_plan_event(events: Sequence[Event], kind: EventKind) -> Step:
    """May the whole plan be started or reset?"""
    live = [event for event in since_reset(events) if event.kind != "replan"]
    if kind == "reset":
        return Step(write=bool(live), said="" if live else "nothing was noted since it was made or reset")
    begun = next((event.day for event in live if event.kind == "start"), "")
    if not begun:
        return Step(write=True)
    return Step(write=False, said=f"it was started on {begun} already; `roadmap replan` moves what is left")


def _check_hours(kind: EventKind, hours: float) -> None:
    least = 0.0 if kind != "log" else 1 / 60
    if not least <= hours <= _MOST_A_DAY:  # also where hours is no number
        raise UsageError(
            f"{hours:g} hours can't be logged at once", "give some minutes to 24 h: 2h, 90m, 1h30"
        )


def find_task(roadmap: Roadmap, key: str) -> Task:
    """By number, id, a beginning of the id that only one has, or words of its title. Raises UsageError."""
    word = key.strip().casefold()
    by_id = {task.id: task for task in roadmap.tasks}
    if word in by_id:
        return by_id[word]
    if word.isascii() and word.isdigit():
        numbered = [task for task in roadmap.tasks if task.number == int(word[:9])]
        return _only(roadmap, key, numbered)
    begins = [task for task in roadmap.tasks if word and task.id.startswith(word)]
    if len(begins) == 1:
        return begins[0]
    words = word.split()
    if len(words) > 1 and all(one.isdigit() for one in words):
        raise UsageError(f"{key!r} are several tasks", f"tell them one by one, {words[0]} first")
    titled = [task for task in roadmap.tasks if words and all(w in task.title.casefold() for w in words)]
    return _only(roadmap, key, titled or begins)


def _only(roadmap: Roadmap, key: str, found: Sequence[Task]) -> Task:
    if len(found) == 1:
        return found[0]
    if found:
        names = "; ".join(f"{task.number} {task.title}" for task in found[:5])
        more = f"; and {len(found) - 5} more" if len(found) > 5 else ""
        raise UsageError(f"{len(found)} tasks go by {key!r}", f"give the number: {names}{more}")
    named = "; ".join(f"{task.number} {task.title}" for task in _near(roadmap, key)[:3])
    hint = f"did you mean {named}? " if named else ""
    raise UsageError(f"the plan has no task {key!r}", f"{hint}`careercraft roadmap show --full` lists them")


def _near(roadmap: Roadmap, key: str) -> list[Task]:
    """The tasks that have all words of the key, each taken for the word of a title or an id that is most like it."""
    words = {task.id: set(_WORD.findall(f"{task.title} {task.id}".casefold())) for task in roadmap.tasks}
    known = sorted(set[str]().union(*words.values()))
    meant = [get_close_matches(word, known, 1, 0.7) for word in _WORD.findall(key.casefold())]
    if not meant or not all(meant):
        return []
    return [task for task in roadmap.tasks if words[task.id].issuperset(word for (word,) in meant)]


def left_hours(task: Task, state: TaskState) -> float:
    """Of the estimate, in quarters of an hour: 0 once it is done or skipped, and never 0 before."""
    if state.over:
        return 0.0
    return max(task.hours - floor(state.logged * 4 + 1e-6) / 4, min(task.hours, _LEAST))


def ledger(roadmap: Roadmap, progress: Progress) -> Ledger:
    """Where the hours of all tasks stand."""
    done = skipped = credited = left = 0.0
    for task in roadmap.tasks:
        state = progress.tasks[task.id]
        if state.status == "done":
            done += task.hours
        elif state.status == "skipped":
            skipped += task.hours
        else:
            rest = left_hours(task, state)
            left, credited = left + rest, credited + task.hours - rest
    planned = sum(task.hours for task in roadmap.tasks)
    return Ledger(planned=planned, done=done, skipped=skipped, credited=credited, left=left)


def plan_state(roadmap: Roadmap, progress: Progress) -> PlanState:
    """Where the whole plan stands."""
    if all(progress.tasks[task.id].over for task in roadmap.tasks):
        return "finished"
    return "active" if progress.started is not UNSET else "planned"


def learned(roadmap: Roadmap, progress: Progress, number: int) -> tuple[Learned, ...]:
    """The skills that may count in the next analysis: all their tasks are done or skipped, and one that shows the
    skill (built, proven, or its last) is done with evidence. In the order of learning."""
    found = []
    for skill in roadmap.skills:
        shown = _shown(skill, roadmap, progress)
        if shown is None:
            continue
        state, days = shown
        found.append(
            Learned(
                id=skill.id, name=skill.name, level=skill.level, evidence=state.evidence, roadmap=number,
                day=max(days),
            )
        )  # fmt: skip
    return tuple(found)


def _shown(skill: PlannedSkill, roadmap: Roadmap, progress: Progress) -> tuple[TaskState, list[str]] | None:
    """The state of the last task that shows it, and the days on which its tasks ended."""
    tasks = [task for task in roadmap.tasks if task.skill == skill.id]
    states = [progress.tasks[task.id] for task in tasks]
    if not whole(skill, tasks) or not all(state.over for state in states):
        return None
    proofs = [
        state
        for task, state in zip(tasks, states, strict=True)
        if state.status == "done" and state.evidence and (task.kind in _SHOWS or task is tasks[-1])
    ]
    days = [state.ended for state in states if isinstance(state.ended, str)]
    return (proofs[-1], days) if proofs else None


def next_day(progress: Progress, today: date) -> date:
    """The first one for what is left: today, or tomorrow once something was done today."""
    return today + timedelta(days=today.isoformat() in progress.days)


def whole(skill: PlannedSkill, tasks: Iterable[Task]) -> bool:
    """Are all its tasks among these? An update of the plan leaves only what was done of a gap that is closed."""
    return sum(task.hours for task in tasks if task.skill == skill.id) >= skill.hours


def through(roadmap: Roadmap, progress: Progress) -> frozenset[str]:
    """Ids of the tasks that count as done in a prediction: those done, and those skipped where a later task of the same
    skill is done or still open: who goes on knows it already. A skill that was only skipped brings nothing."""
    found, goes_on = set[str](), set[str]()
    for task in reversed(roadmap.tasks):
        status = progress.tasks[task.id].status
        skill = task.skill or task.id
        if status == "done" or (status == "skipped" and skill in goes_on):
            found.add(task.id)
        if status != "skipped":
            goes_on.add(skill)
    return frozenset(found)
