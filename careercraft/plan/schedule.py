"""Tasks onto days: each as soon as its turn comes, none on a day off, no week over its hours."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from msgspec import UNSET

from careercraft.model.plan import PHASES, Phase, PhaseSum, PlannedSkill, PlanSettings, Session, Task, Week
from careercraft.plan.calendar import StudyDay, study_days, week_days, week_of
from careercraft.plan.forecast import Prediction, Predictor
from careercraft.plan.wording_goals import week_goal, week_milestone


class Work(NamedTuple):
    """A task and the hours to be spent on it, in quarters."""

    task: Task
    hours: float


class Placement(NamedTuple):
    sessions: tuple[Session, ...]
    left: tuple[Work, ...]
    """What the days didn't hold, in order."""


def place(works: Sequence[Work], settings: PlanSettings) -> Placement:
    """In the given order, day after day; a task that a day doesn't hold goes on the next one."""
    sessions: list[Session] = []
    waiting = [work for work in works if work.hours > 0]
    turn = 0
    for day in study_days(settings):
        if turn == len(waiting):
            break
        turn = _fill(day, waiting, turn, sessions)
    return Placement(tuple(sessions), tuple(waiting[turn:]))


def _fill(day: StudyDay, waiting: list[Work], turn: int, sessions: list[Session]) -> int:
    """Fills the day; gives the place of the task that is next."""
    free = day.hours
    while free > 0 and turn < len(waiting):
        work = waiting[turn]
        taken = min(free, work.hours)
        sessions.append(Session(day=day.day.isoformat(), task=work.task.id, hours=taken))
        free -= taken
        waiting[turn] = work._replace(hours=work.hours - taken)
        turn += not waiting[turn].hours
    return turn


def weeks_of(
    sessions: Sequence[Session],
    tasks: Mapping[str, Task],
    settings: PlanSettings,
    skills: Sequence[PlannedSkill],
    predictor: Predictor,
    done: Iterable[str] = (),
) -> tuple[Week, ...]:
    """From the first week to the last that holds a session. `done` are ids of tasks that were done before."""
    names = {skill.id: skill.name for skill in skills}
    ends = endings(sessions)
    filled = {number: list(group) for number, group in _by_week(list(enumerate(sessions)), settings)}
    predictions = predictor.along(ends.values(), done)
    now = next(predictions)
    begun: set[str] = set()
    weeks = []
    for number in range(1, max(filled, default=0) + 1):
        own = filled.get(number, [])
        finished = [ends[place] for place, _ in own if place in ends]
        for _ in finished:
            now = next(predictions)
        weeks.append(_week(number, [one for _, one in own], finished, tasks, settings, names, now, begun))
        begun.update(one.task for _, one in own)
    return tuple(weeks)


def endings(sessions: Sequence[Session]) -> dict[int, str]:
    """Position of the last session of each task, in order."""
    last = {session.task: place for place, session in enumerate(sessions)}
    return {place: task for task, place in sorted(last.items(), key=itemgetter(1))}


def _by_week(
    sessions: Sequence[tuple[int, Session]], settings: PlanSettings
) -> Iterator[tuple[int, Iterable[tuple[int, Session]]]]:
    return groupby(sessions, key=lambda item: week_of(settings, date.fromisoformat(item[1].day)))


def _week(
    number: int,
    sessions: Sequence[Session],
    finished: Sequence[str],
    tasks: Mapping[str, Task],
    settings: PlanSettings,
    names: Mapping[str, str],
    then: Prediction,
    begun: Collection[str],
) -> Week:
    first, last = week_days(settings, number)
    worked = [tasks[one] for one in dict.fromkeys(session.task for session in sessions)]
    return Week(
        number=number,
        first=first.isoformat(),
        last=last.isoformat(),
        phase=_phase(sessions, tasks) if sessions else UNSET,
        goal=week_goal(worked, names, finished, begun),
        hours=sum((session.hours for session in sessions), 0.0),
        sessions=tuple(sessions),
        finishes=tuple(finished),
        milestone=week_milestone(worked, names, finished) or UNSET,
        readiness=then.readiness,
        verdict=then.verdict,
    )


def _phase(sessions: Sequence[Session], tasks: Mapping[str, Task]) -> Phase:
    hours = dict.fromkeys(PHASES, 0.0)
    for session in sessions:
        hours[tasks[session.task].phase] += session.hours
    return max(PHASES, key=lambda phase: hours[phase])


def phase_sums(weeks: Sequence[Week], tasks: Mapping[str, Task]) -> tuple[PhaseSum, ...]:
    """Of the phases that have sessions, in their order."""
    found: dict[Phase, list[tuple[int, float]]] = {}
    for week in weeks:
        for session in week.sessions:
            found.setdefault(tasks[session.task].phase, []).append((week.number, session.hours))
    return tuple(
        PhaseSum(
            phase=phase,
            hours=sum(hours for _, hours in found[phase]),
            first_week=found[phase][0][0],
            last_week=found[phase][-1][0],
        )
        for phase in PHASES
        if phase in found
    )
