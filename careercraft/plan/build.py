"""From an analysis to a roadmap: what to learn, in which order, as which tasks, on which days, and what it brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from typing import NamedTuple

from msgspec import UNSET, structs

from careercraft.model.analysis import Analysis
from careercraft.model.plan import (
    SCHEMA,
    Basis,
    PlanEngine,
    PlannedSkill,
    PlanSettings,
    Roadmap,
    Task,
)
from careercraft.plan.application import application_place
from careercraft.plan.basis import basis_of
from careercraft.plan.calendar import hours_up_to
from careercraft.plan.choice import in_focus, shortest_to_fit, that_fit, with_mandatory
from careercraft.plan.dates import dated, empty_forecast, flip_day, without_deadline, works_of
from careercraft.plan.forecast import Forecaster, Predictor
from careercraft.plan.hours import brought
from careercraft.plan.identity import person_of, roadmap_id, target_of
from careercraft.plan.left_out import left_out
from careercraft.plan.needs import Needs, gap_needs, held_skills, with_prerequisites
from careercraft.plan.order import Placed, by_rate, with_shared_hours
from careercraft.plan.schedule import place
from careercraft.plan.tasks import applying, family_of, in_breadth, in_depth, skill_tasks
from careercraft.score.gaps import open_entries
from careercraft.score.steps import Scene
from careercraft.taxonomy import Taxonomy


class Course(NamedTuple):
    """Skills in their order with their tasks, not yet on days."""

    skills: tuple[PlannedSkill, ...]
    tasks: tuple[Task, ...]
    """In the order of work, numbered."""
    predictor: Predictor


class _Planner:
    """What one plan is made from, so that several choices of gaps can be tried."""

    def __init__(
        self, basis: Basis, needs: Needs, taxonomy: Taxonomy, settings: PlanSettings, title: str
    ) -> None:
        self.basis = basis
        self.needs = needs
        self._settings = settings
        self._title = title
        self._family = family_of((entry.id for entry in basis.skills.required()), taxonomy)
        self.forecaster = Forecaster(basis)
        self._orders: dict[tuple[str, ...], list[str]] = {}
        self._shares = cache(partial(brought, taxonomy))
        self._applying = sum(task.hours for task in applying(title, (), self._family))

    def hours(self, chosen: Sequence[str]) -> float:
        """Of all sessions, the application among them."""
        if self._settings.pace == 1.0:
            return self.hours_along(self._order(chosen))
        return sum(work.hours for work in works_of(self.course(chosen).tasks, self._settings.pace))

    def hours_along(self, order: Sequence[str]) -> float:
        """Of these skills learned in this order."""
        placed = with_shared_hours(order, self.needs.by_id, self._shares)
        return (sum(one.hours for one in placed) + self._applying) * self._settings.pace

    def hours_apart(self, skills: Iterable[str]) -> float:
        """Of these skills if none brought anything of another."""
        alone = sum(self.needs.by_id[one].hours for one in skills)
        return (alone + self._applying) * self._settings.pace

    def _order(self, chosen: Sequence[str]) -> list[str]:
        """Asked for the same gaps more than once while a plan is made."""
        key = tuple(chosen)
        if key not in self._orders:
            order = by_rate(self.needs, chosen)
            self._orders[key] = with_mandatory(order, self.basis, self.needs, self.forecaster)
        return self._orders[key]

    def _placed(self, chosen: Sequence[str]) -> list[Placed]:
        return with_shared_hours(self._order(chosen), self.needs.by_id, self._shares)

    def course(self, chosen: Sequence[str]) -> Course:
        settings = self._settings
        placed = self._placed(chosen)
        last: dict[str, str] = {}
        drafts = []
        for one in placed:
            skill = one.need.skill
            first = [last[other] for other in self.needs.before[skill.id] if other in last]
            own = skill_tasks(one, settings.budget, self._family, first)
            last[skill.id] = own[-1].task.id
            drafts.append(own)
        tasks = in_depth(drafts) if settings.style == "depth" else in_breadth(drafts)
        skills = tuple(self._skill(one, last) for one in placed)
        predictor = Predictor(self.basis, skills, tasks, self.forecaster)
        applied = application_place(tasks, skills, predictor)
        begun = {task.skill for task in tasks[:applied]}
        names = [skill.name for skill in skills if skill.why == "gap" and skill.id in begun]
        tasks[applied:applied] = applying(self._title, names, self._family)
        numbered = (structs.replace(task, number=number) for number, task in enumerate(tasks, 1))
        return Course(skills, tuple(numbered), predictor)

    def _skill(self, placed: Placed, planned: dict[str, str]) -> PlannedSkill:
        need = placed.need
        skill = need.skill
        before = self.needs.before
        return PlannedSkill(
            id=skill.id,
            name=skill.name,
            kind=skill.kind,
            family=skill.family,
            why="gap" if need.is_gap else "prerequisite",
            state="weak" if need.weak else "missing",
            importance=need.importance or UNSET,
            level_from=need.level_from or UNSET,
            level=need.level,
            hours=placed.hours,
            hours_alone=need.hours,
            shares_with=placed.shares_with or UNSET,
            points=need.points,
            after=tuple(one for one in before[skill.id] if one in planned),
            needed_for=tuple(one for one in planned if skill.id in before[one]) if not need.is_gap else (),
            meets=need.meets,
        )


def build_roadmap(
    analysis: Analysis,
    taxonomy: Taxonomy,
    settings: PlanSettings,
    created: str,
    notes: Sequence[str] = (),
) -> Roadmap:
    """`settings` as `plan.settings.checked` gives them, with its `notes`; `created` is kept as given.

    Raises UsageError for a brief analysis, ConfigError where prerequisites run in a circle.
    """
    basis, target = basis_of(analysis), target_of(analysis)
    scene = Scene(analysis.skills, analysis.facts, analysis.engine.weights, analysis.engine.threshold)
    items = open_entries(scene, taxonomy.skills)
    needs = with_prerequisites(gap_needs(scene, items, taxonomy), held_skills(analysis, taxonomy), taxonomy)
    planner = _Planner(basis, needs, taxonomy, settings, target.title)
    shortest = shortest_to_fit(basis, needs, planner.forecaster)
    wanted = in_focus(settings.focus, needs, shortest)
    capacity = hours_up_to(settings, planner.hours(wanted))
    chosen = that_fit(wanted, shortest or (), needs, capacity, planner)
    course = planner.course(chosen)
    plan = _undated(analysis, taxonomy, settings, created, basis, course)
    plan = structs.replace(
        plan,
        left_out=left_out(
            analysis.gaps,
            items,
            needs,
            {skill.id for skill in course.skills},
            wanted,
            settings.deadline or "",
        ),
        notes=(*notes, *_notes(plan, needs, shortest)),
    )
    earliest = _earliest(planner, shortest, settings) if shortest else None
    return _on_days(plan, earliest, course.predictor)


def _on_days(plan: Roadmap, earliest: str | None, predictor: Predictor) -> Roadmap:
    """Of an application whose days are too few, what they don't hold is left out."""
    works = works_of(plan.tasks, plan.settings.pace)
    found, unheld = dated(plan, works, earliest=earliest, predictor=predictor)
    if not unheld:
        return found
    gone = {work.task.id for work in unheld}
    tasks = tuple(task for task in plan.tasks if task.id not in gone)
    note = f"The days before the deadline hold {len(tasks)} of {len(plan.tasks)} tasks."
    return _on_days(structs.replace(plan, tasks=tasks, notes=(*plan.notes, note)), earliest, predictor)


def _undated(
    analysis: Analysis, taxonomy: Taxonomy, settings: PlanSettings, created: str, basis: Basis, course: Course
) -> Roadmap:
    now = course.predictor.after(())
    engine = PlanEngine(version=analysis.engine.version, taxonomy=taxonomy.hash)
    return Roadmap(
        schema=SCHEMA,
        id=roadmap_id(analysis.id, settings, engine),
        created=created,
        analysis=analysis.id,
        person=person_of(analysis),
        target=target_of(analysis),
        settings=settings,
        readiness=now.readiness,
        verdict=now.verdict,
        threshold=basis.threshold,
        skills=course.skills,
        strong=tuple(dict.fromkeys(entry.name for entry in analysis.skills.matched)),
        tasks=course.tasks,
        weeks=(),
        forecast=empty_forecast(settings, now),
        basis=basis,
        engine=engine,
    )


def _earliest(planner: _Planner, shortest: Sequence[str], settings: PlanSettings) -> str | None:
    """The day on which the shortest way ends, begun on the same day without a deadline."""
    way = planner.course(shortest)
    sessions = place(works_of(way.tasks, settings.pace), without_deadline(settings)).sessions
    return flip_day(sessions, way.predictor)


def _notes(plan: Roadmap, needs: Needs, shortest: Sequence[str] | None) -> Iterator[str]:
    if plan.verdict == "FIT":
        yield "The verdict is FIT already: apply now, and learn on beside it."
    elif shortest is None:
        yield "Learning alone doesn't make it FIT: years, places or permits are missing too."
    if "fit" in plan.settings.focus and shortest is None:
        yield "There is no set of gaps for --focus fit, so the plan holds the must-haves."
    if not needs.by_id:
        yield "There is no gap that learning closes: what is left is to apply."
    paid = [skill.name for skill in plan.skills if _lacks_resource(plan, skill.id)]
    if plan.settings.budget == "free" and paid:
        yield f"No free resource is known for {', '.join(paid)}."


def _lacks_resource(plan: Roadmap, skill_id: str) -> bool:
    return not any(task.resource for task in plan.tasks if task.skill == skill_id)
