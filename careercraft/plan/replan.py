"""A plan goes on: what is done stays, what is left moves onto the days from today on, at the pace that was learned."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate

from msgspec import UNSET, Struct, structs

from careercraft.errors import UsageError
from careercraft.model.plan import LeftOut, Period, PlanSettings, Roadmap, Style, Task, Weekday
from careercraft.model.progress import Progress
from careercraft.plan.calendar import study_days
from careercraft.plan.choice import as_many, fewest, is_mandatory
from careercraft.plan.dates import dated, flip_day, without_deadline, works_left
from careercraft.plan.forecast import Predictor
from careercraft.plan.left_out import too_long
from careercraft.plan.progress import left_hours, next_day, through
from careercraft.plan.reorder import reordered
from careercraft.plan.schedule import Work, place
from careercraft.plan.settings import checked
from careercraft.plan.status import pace_of


class Changes(Struct, frozen=True, kw_only=True):
    """What the plan asks from now on; None leaves it as it is."""

    hours_per_week: float | None = None
    weekdays: tuple[Weekday, ...] | None = None
    holidays: tuple[Period, ...] | None = None
    """All of them, those that were known among them."""
    deadline: str | None = None
    """Empty for none any more."""
    style: Style | None = None
    start: str | None = None
    """The first day for what is left; today, or tomorrow when something was done today."""
    slip: int = 0
    """Days by which all that is left moves."""
    pace: float | None = None
    """In place of the learned one."""


def replan(roadmap: Roadmap, progress: Progress, today: date, changes: Changes, created: str) -> Roadmap:
    """The next revision: the same tasks with their ids, numbers and estimates, what is left of them on new days.

    Its sessions take the hours left of each open task times the pace, in quarters. Where a deadline doesn't hold them
    all, what brings the least an hour is left out, named, and its tasks stay without days for a later replan.
    Raises UsageError when nothing is left, and for settings that no plan can keep.
    """
    if not any(left_hours(task, progress.tasks[task.id]) for task in roadmap.tasks):
        raise UsageError(
            "nothing is left to plan: every task is done or skipped",
            "`careercraft analyze` shows where you stand; `careercraft roadmap reopen` opens a task again",
        )
    settings, notes = checked(_settings(roadmap, progress, today, changes), today)
    if changes.style and changes.style != roadmap.settings.style:
        roadmap = structs.replace(
            roadmap, tasks=reordered(roadmap.skills, roadmap.tasks, roadmap.basis, changes.style)
        )
    left = _Left(roadmap, progress, settings)
    kept = left.that_fit()
    works, unheld = left.held(left.works(kept))
    done = through(roadmap, progress)
    now = left.predictor.after(done)
    plan = structs.replace(
        roadmap,
        created=created,
        revision=roadmap.revision + 1,
        settings=settings,
        readiness=now.readiness,
        verdict=now.verdict,
        left_out=(*_never_planned(roadmap), *left.left_out(kept)),
    )
    plan, _ = dated(plan, works, done, left.earliest_fit(), left.predictor)
    return structs.replace(plan, notes=(*notes, *_notes(plan, unheld)))


def _settings(roadmap: Roadmap, progress: Progress, today: date, changes: Changes) -> PlanSettings:
    old = roadmap.settings
    if changes.start and changes.slip:
        raise UsageError("a start and a slip both say when to go on", "give one of --start and --slip")
    start = max(date.fromisoformat(old.start), next_day(progress, today)) + timedelta(days=changes.slip)
    deadline = old.deadline if changes.deadline is None else changes.deadline or UNSET
    first = changes.start or start.isoformat()
    if changes.deadline is None and deadline and deadline < first:
        raise UsageError(
            f"the deadline, {deadline}, lies before {first}, when the plan goes on",
            "give a later --deadline, or --deadline none",
        )
    pace, known = pace_of(roadmap, progress)
    given = {
        name: getattr(changes, name)
        for name in ("hours_per_week", "weekdays", "holidays", "style")
        if getattr(changes, name) is not None
    }
    pace = changes.pace or (pace if known else old.pace)
    return structs.replace(old, **given, start=first, deadline=deadline, pace=pace)


class _Left:
    """What is left of a plan, skill by skill, and which of it the days hold."""

    def __init__(self, roadmap: Roadmap, progress: Progress, settings: PlanSettings) -> None:
        self._settings = settings
        self._basis = roadmap.basis
        self._capacity = sum(day.hours for day in study_days(settings))
        self._done = through(roadmap, progress)
        self.predictor = Predictor(roadmap.basis, roadmap.skills, roadmap.tasks)
        self._works = works_left(roadmap.tasks, progress.tasks, settings.pace)
        self._skills = {skill.id: skill for skill in roadmap.skills}
        open_ = {work.task.skill for work in self._works}
        needed = {other for skill in roadmap.skills if skill.id in open_ for other in skill.after}
        self._gaps = [
            skill
            for skill in roadmap.skills  # a prerequisite of what is over already would have no day otherwise
            if skill.id in open_ and (skill.why == "gap" or skill.id not in needed)
        ]

    def works(self, kept: Collection[str]) -> list[Work]:
        """Of these skills with what they need, and of the application; in the order of work."""
        wanted = self._with_needs(kept)
        return [work for work in self._works if not work.task.skill or work.task.skill in wanted]

    def that_fit(self) -> list[str]:
        """Ids of the gaps that the days hold: all, or the shortest way to FIT if that fits, and then one after another
        what brings most an hour."""
        everything = [skill.id for skill in self._gaps]
        if self._fits(everything):
            return everything
        return as_many(self._shortest or (), self._by_rate(), self._fits)

    def held(self, works: Sequence[Work]) -> tuple[list[Work], list[Task]]:
        """Those that the days hold whole, and the tasks of an application for which they are too few."""
        sums = accumulate(work.hours for work in works)
        count = sum(hours <= self._capacity for hours in sums)
        return list(works[:count]), [work.task for work in works[count:]]

    def left_out(self, kept: Collection[str]) -> Iterator[LeftOut]:
        """The gaps that the days don't hold."""
        planned = self._with_needs(kept)
        for skill in self._gaps:
            if skill.id not in planned:
                hours = sum(work.hours for work in self._works if work.task.skill == skill.id)
                yield LeftOut(
                    name=skill.name,
                    id=skill.id,
                    why="deadline",
                    reason=too_long(self._settings.deadline or ""),
                    points=skill.points,
                    hours=hours,
                )

    def earliest_fit(self) -> str | None:
        """The day of FIT on the shortest way without a deadline; None where it is FIT, or learning doesn't do it."""
        shortest = self._shortest
        if not shortest:
            return None
        settings = without_deadline(self._settings)
        sessions = place([work for work in self.works(shortest) if work.task.skill], settings).sessions
        return flip_day(sessions, self.predictor, self._done)

    @cached_property
    def _shortest(self) -> list[str] | None:
        """Gaps that make it FIT: what is mandatory, then the best by the hour."""
        hard = [skill.id for skill in self._gaps if is_mandatory(skill.meets, self._basis)]
        return fewest(hard, self._by_rate(), self._is_fit, self._hours)

    def _is_fit(self, kept: Collection[str]) -> bool:
        done = self._done | {work.task.id for work in self.works(kept) if work.task.skill}
        return self.predictor.after(done).verdict == "FIT"

    def _by_rate(self) -> list[str]:
        """Most points for an hour first, else in the order of the plan."""
        return [one.id for one in sorted(self._gaps, key=lambda one: -one.points / self._hours(one.id))]

    def _hours(self, skill_id: str) -> float:
        """Of it and what it needs."""
        return sum(work.hours for work in self.works([skill_id]) if work.task.skill)

    def _fits(self, kept: Collection[str]) -> bool:
        """Whether the days hold these, and the application."""
        return sum(work.hours for work in self.works(kept)) <= self._capacity

    def _with_needs(self, kept: Collection[str]) -> set[str]:
        found: set[str] = set()
        waiting = list(kept)
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting.extend(other for other in self._skills[one].after if other in self._skills)
        return found


def _never_planned(roadmap: Roadmap) -> Iterator[LeftOut]:
    """What was left out when the plan was made; what a replan left out is decided anew."""
    planned = {skill.id for skill in roadmap.skills}
    return (one for one in roadmap.left_out if one.id not in planned or one.why != "deadline")


def _notes(plan: Roadmap, unheld: Sequence[Task]) -> Iterator[str]:
    if unheld:
        numbers = ", ".join(str(task.number) for task in unheld)
        yield f"The days before the deadline don't hold these tasks: {numbers}."
    waiting = [one.name for one in _never_planned(plan) if one.why == "deadline"]
    if waiting and not plan.settings.deadline:
        yield (
            f"{', '.join(waiting)} had no room before the first deadline and isn't in this plan;"
            " `careercraft roadmap build` makes one that holds it."
        )
