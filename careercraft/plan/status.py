"""How it goes: what is left against what was planned, the pace, the streak, and when it will be done at that pace."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import accumulate

from msgspec import UNSET, UnsetType, structs

from careercraft.model.plan import WEEKDAYS, PlanSettings, Roadmap, Session, Task
from careercraft.model.progress import Event, Progress, Status, TaskState
from careercraft.plan.burndown import burndown
from careercraft.plan.calendar import is_off, week_days, week_of
from careercraft.plan.dates import flip_day, without_deadline, works_left
from careercraft.plan.forecast import Predictor
from careercraft.plan.hours import nearest_quarter
from careercraft.plan.progress import ledger, left_hours, next_day, plan_state, progress_of, through
from careercraft.plan.schedule import place

_PRIOR_HOURS = 10.0
"""That count as done exactly as estimated, beside those that were: a single task says little."""
_PRIOR_WEEKS = 4
"""That count as gone exactly as planned: a single week says little."""
_SLOWEST, _FASTEST = 2.5, 0.5
_DAY = timedelta(days=1)


def status_of(roadmap: Roadmap, events: Sequence[Event], today: date) -> Status:
    """On this day, by all events of the roadmap."""
    progress = progress_of(roadmap, events)
    states = progress.tasks
    sessions = _to_be_worked(roadmap, states)
    then = _before_revision(roadmap, events).tasks
    placed = _placed(roadmap, then, states)
    sums = ledger(roadmap, progress)
    left = sum(work.hours for work in works_left(placed, states, roadmap.settings.pace))
    worked = sum(session.hours for session in sessions) - left
    pace, pace_hours = pace_of(roadmap, progress)
    drift = _drift(roadmap.settings, sessions, worked, progress.days, today)
    predictor = Predictor(roadmap.basis, roadmap.skills, roadmap.tasks)
    finish, fit_day = _forecast(roadmap, progress, placed, drift, today, predictor)
    now = predictor.after(through(roadmap, progress))
    ended, deadline = [state.status for state in states.values()], roadmap.settings.deadline
    return Status(
        today=today.isoformat(),
        state=plan_state(roadmap, progress),
        week=max(week_of(roadmap.settings, today), 0),
        weeks=len(roadmap.weeks),
        started=progress.started,
        ledger=sums,
        dayless=sums.left - sum(left_hours(task, states[task.id]) for task in placed),
        tasks=len(roadmap.tasks),
        done=ended.count("done"),
        skipped=ended.count("skipped"),
        logged=round(sum(state.logged for state in states.values()), 2),
        burndown=tuple(burndown(roadmap, placed, then, events, today)),
        pace=pace,
        pace_hours=pace_hours,
        speed=_speed(sums.done + sums.credited, progress.started, today),
        asked=roadmap.settings.hours_per_week,
        streak_days=_streak_of_days(roadmap.settings, progress.days, today),
        streak_weeks=_streak_of_weeks(roadmap.settings, progress.days, today),
        ahead_hours=nearest_quarter(worked - _hours_until(sessions, today - _DAY)),
        ahead_days=_days_ahead(sessions, worked, today),
        week_left=_week_left(roadmap.settings, sessions, worked, today),
        drift=drift,
        finish_planned=roadmap.forecast.finish,
        finish=finish,
        past_deadline=bool(deadline and finish and finish > deadline),
        readiness=now.readiness,
        verdict=now.verdict,
        fit_day=fit_day,
        next=_next(roadmap, placed, states),
    )


def pace_of(roadmap: Roadmap, progress: Progress) -> tuple[float, float]:
    """Hours that an hour of the estimates takes, and the hours of estimates that say so.

    Hours logged over hours estimated of the tasks that are done with hours logged, each with ten hours more, so that
    little moves little; between 0.5 and 2.5.
    """
    told = [
        (task.hours, progress.tasks[task.id].logged)
        for task in roadmap.tasks
        if progress.tasks[task.id].status == "done" and progress.tasks[task.id].logged
    ]
    estimated = sum(hours for hours, _ in told)
    return _shrunk(sum(logged for _, logged in told), estimated, _PRIOR_HOURS), estimated


def _next(roadmap: Roadmap, placed: Sequence[Task], states: Mapping[str, TaskState]) -> str | UnsetType:
    """The first one begun, else the first open one, that waits for no other."""
    waiting = {task.id for task in roadmap.tasks if not states[task.id].over}
    ready = [task.id for task in placed if task.id in waiting and waiting.isdisjoint(task.after)]
    begun = [one for one in ready if states[one].status == "started"]
    return next(iter([*begun, *ready]), UNSET)


def _shrunk(took: float, planned: float, prior: float) -> float:
    """How many times as much it took, with `prior` hours on both sides."""
    return round(min(max((took + prior) / (planned + prior), _FASTEST), _SLOWEST), 2)


def _to_be_worked(roadmap: Roadmap, states: Mapping[str, TaskState]) -> list[Session]:
    """By day; those of skipped tasks are gone: to skip is no work, and sets nobody ahead."""
    sessions = (session for week in roadmap.weeks for session in week.sessions)
    return [session for session in sessions if states[session.task].status != "skipped"]


def _before_revision(roadmap: Roadmap, events: Sequence[Event]) -> Progress:
    """When the latest revision was made."""
    replans = [place for place, event in enumerate(events) if event.kind == "replan"]
    return progress_of(roadmap, events[: replans[-1]] if replans else ())


def _placed(roadmap: Roadmap, then: Mapping[str, TaskState], now: Mapping[str, TaskState]) -> list[Task]:
    """The tasks that are to be done, in order: those on days, and those opened again that were through when the latest
    revision was made. What it left out for a deadline has no day and isn't among them."""
    days = {session.task for week in roadmap.weeks for session in week.sessions}
    again = {one for one, state in now.items() if then[one].over and not state.over}
    return [task for task in roadmap.tasks if task.id in days or task.id in again]


def _forecast(
    roadmap: Roadmap,
    progress: Progress,
    placed: Sequence[Task],
    drift: float,
    today: date,
    predictor: Predictor,
) -> tuple[str | UnsetType, str | UnsetType]:
    """The day on which all is done, and that of FIT: what is left goes on the days from today on (tomorrow, once
    something was done today), each hour of the plan taking `drift` hours."""
    works = works_left(placed, progress.tasks, roadmap.settings.pace * drift)
    start = max(next_day(progress, today), date.fromisoformat(roadmap.settings.start)).isoformat()
    placement = place(works, structs.replace(without_deadline(roadmap.settings), start=start))
    flip = flip_day(placement.sessions, predictor, through(roadmap, progress))
    finish = placement.sessions[-1].day if placement.sessions and not placement.left else UNSET
    return finish, flip or UNSET


def _drift(
    settings: PlanSettings, sessions: Sequence[Session], worked: float, days: Sequence[str], today: date
) -> float:
    """The plan's hours up to yesterday, and today's once something was done, by those that were worked."""
    last = today if today.isoformat() in days else today - _DAY
    usual = _PRIOR_WEEKS * settings.hours_per_week
    return _shrunk(_hours_until(sessions, last), max(worked, 0.0), usual)


def _hours_until(sessions: Sequence[Session], day: date) -> float:
    """Planned up to the end of this day."""
    return sum(session.hours for session in sessions if session.day <= day.isoformat())


def _week_left(settings: PlanSettings, sessions: Sequence[Session], worked: float, today: date) -> float:
    _, end = week_days(settings, max(week_of(settings, today), 1))
    return max(nearest_quarter(_hours_until(sessions, end) - worked), 0.0)


def _days_ahead(sessions: Sequence[Session], worked: float, today: date) -> int:
    """Days of study from today on that are through already, less those before it that aren't."""
    sums = list(accumulate(session.hours for session in sessions))
    ends = {session.day: done for session, done in zip(sessions, sums, strict=True)}
    ahead = sum(day >= today.isoformat() and done <= worked for day, done in ends.items())
    return ahead - sum(day < today.isoformat() and done > worked for day, done in ends.items())


def _speed(done: float, started: str | UnsetType, today: date) -> float:
    """A week, since it was started; the first week counts whole from its first day."""
    if started is UNSET:
        return 0.0
    weeks = ((today - date.fromisoformat(started)).days + 1) / 7
    return round(done / max(weeks, 1.0), 2)


def _planned_day(settings: PlanSettings, day: date) -> bool:
    return WEEKDAYS[day.weekday()] in settings.weekdays and not is_off(settings, day)


def _streak_of_days(settings: PlanSettings, days: Sequence[str], today: date) -> int:
    """Back from today, which is not over yet, until a planned day was missed."""
    worked = {date.fromisoformat(day) for day in days}
    day, count = today, 0
    first = min(worked, default=today)
    while day >= first:
        if day in worked:
            count += 1
        elif day != today and _planned_day(settings, day):
            break
        day -= _DAY
    return count


def _streak_of_weeks(settings: PlanSettings, days: Sequence[str], today: date) -> int:
    worked = {_monday(date.fromisoformat(day)) for day in days}
    present = _monday(today)
    week, count = present, 0
    while worked and week >= min(worked):
        if week in worked:
            count += 1
        elif week != present and any(_planned_day(settings, week + _DAY * day) for day in range(7)):
            break
        week -= 7 * _DAY
    return count


def _monday(day: date) -> date:
    return day - _DAY * day.weekday()
