"""A plan's tasks onto days, and what follows from that: weeks, phases, the forecast."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import UNSET, structs

from careercraft.model.plan import Forecast, PlanSettings, Roadmap, Session, Task, Week
from careercraft.model.progress import TaskState
from careercraft.plan.forecast import Prediction, Predictor
from careercraft.plan.hours import quarters
from careercraft.plan.progress import left_hours
from careercraft.plan.schedule import Work, endings, phase_sums, place, weeks_of


def works_of(tasks: Iterable[Task], pace: float) -> list[Work]:
    """Each with its estimate, stretched by the pace."""
    return [Work(task, quarters(task.hours * pace)) for task in tasks]


def works_left(tasks: Iterable[Task], states: Mapping[str, TaskState], pace: float) -> list[Work]:
    """Each that is open, with what is left of its estimate."""
    left = ((task, left_hours(task, states[task.id])) for task in tasks)
    return [Work(task, quarters(hours * pace)) for task, hours in left if hours]


def dated(
    plan: Roadmap,
    works: Sequence[Work],
    done: Collection[str] = (),
    earliest: str | None = None,
    predictor: Predictor | None = None,
) -> tuple[Roadmap, tuple[Work, ...]]:
    """The plan with these works on its days, and those that the days didn't hold. `done` are ids of tasks done before;
    `earliest` is the earliest day of FIT on the shortest way; `predictor` is the plan's own, where there is one."""
    predictor = predictor or Predictor(plan.basis, plan.skills, plan.tasks)
    placement = place(works, plan.settings)
    tasks = {task.id: task for task in plan.tasks}
    weeks = weeks_of(placement.sessions, tasks, plan.settings, plan.skills, predictor, done)
    now = predictor.after(done)
    flip = flip_day(placement.sessions, predictor, done)
    days = [day for day in (earliest, flip) if day is not None]
    forecast = structs.replace(
        _forecast(plan.settings, weeks, now),
        fit_week=_week_of(flip, weeks, now),
        fit_day=flip or UNSET,
        earliest_fit=min(days, default=UNSET),
    )
    plan = structs.replace(plan, weeks=weeks, phases=phase_sums(weeks, tasks), forecast=forecast)
    return plan, placement.left


def flip_day(sessions: Sequence[Session], predictor: Predictor, done: Collection[str] = ()) -> str | None:
    """The day on which the verdict turns FIT; None where it is already, or never does."""
    ends = endings(sessions)
    first, *later = predictor.along(ends.values(), done)
    if first.verdict == "FIT":
        return None
    turned = (place for place, then in zip(ends, later, strict=True) if then.verdict == "FIT")
    return next((sessions[place].day for place in turned), None)


def without_deadline(settings: PlanSettings) -> PlanSettings:
    return structs.replace(settings, deadline=UNSET)


def empty_forecast(settings: PlanSettings, now: Prediction) -> Forecast:
    """Of a plan without sessions."""
    return Forecast(hours=0.0, weeks=0, finish=settings.start, readiness=now.readiness, verdict=now.verdict)


def _forecast(settings: PlanSettings, weeks: Sequence[Week], now: Prediction) -> Forecast:
    if not weeks:
        return empty_forecast(settings, now)
    return Forecast(
        hours=sum(week.hours for week in weeks),
        weeks=len(weeks),
        finish=weeks[-1].sessions[-1].day,
        readiness=weeks[-1].readiness,
        verdict=weeks[-1].verdict,
    )


def _week_of(day: str | None, weeks: Sequence[Week], now: Prediction) -> int:
    if day is None:
        return 0 if now.verdict == "FIT" else UNSET  # type: ignore[return-value]
    return next(week.number for week in weeks if week.first <= day <= week.last)
