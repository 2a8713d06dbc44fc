"""What holds of every plan, whatever the posting, the resume and the days."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from careercraft.model.analysis import Analysis
from careercraft.model.plan import WEEKDAYS, Roadmap
from careercraft.plan.build import build_roadmap
from careercraft.plan.hours import quarters
from careercraft.plan.needs import held_skills
from careercraft.taxonomy import Taxonomy
from tests.plan.worlds import CREATED, analyses, plan_settings, taxonomies
from tests.score.builders import fuzz


class World(NamedTuple):
    taxonomy: Taxonomy
    analysis: Analysis
    plan: Roadmap

    def __repr__(self) -> str:
        """Short: the whole of it takes hypothesis minutes to write."""
        skills = [(skill.id, skill.after, skill.hours) for skill in self.plan.skills]
        return f"World({self.plan.settings}, {skills})"


@st.composite
def worlds(draw: st.DrawFn) -> World:
    taxonomy = draw(taxonomies())
    analysis = draw(analyses(taxonomy))
    return World(taxonomy, analysis, build_roadmap(analysis, taxonomy, draw(plan_settings()), CREATED))


def _sessions(plan: Roadmap) -> list[tuple[str, str, float]]:
    return [(one.day, one.task, one.hours) for week in plan.weeks for one in week.sessions]


@fuzz
@given(worlds())
def test_no_task_begins_before_what_it_needs_has_ended(world: World) -> None:
    _, _, plan = world
    places: dict[str, list[int]] = {}
    for place, (_, task, _) in enumerate(_sessions(plan)):
        places.setdefault(task, []).append(place)
    for task in plan.tasks:
        for other in task.after:
            assert places[other][-1] < places[task.id][0]


@fuzz
@given(worlds())
def test_all_of_a_prerequisite_comes_before_the_skill(world: World) -> None:
    taxonomy, _, plan = world
    order = {skill.id: place for place, skill in enumerate(plan.skills)}
    numbers: dict[str, list[int]] = {}
    for task in plan.tasks:
        if task.skill:
            numbers.setdefault(task.skill, []).append(task.number)
    for skill_id in order:
        for other in taxonomy.skills[skill_id].prerequisites:
            if other in order:
                assert order[other] < order[skill_id]
                assert max(numbers[other]) < min(numbers[skill_id])


@fuzz
@given(worlds())
def test_a_prerequisite_is_planned_or_held(world: World) -> None:
    taxonomy, analysis, plan = world
    there = {skill.id for skill in plan.skills} | held_skills(analysis, taxonomy)
    for skill in plan.skills:
        assert there.issuperset(taxonomy.skills[skill.id].prerequisites)


@fuzz
@given(worlds())
def test_no_week_over_its_hours_and_none_on_a_day_off(world: World) -> None:
    _, _, plan = world
    settings = plan.settings
    phases = {task.id: task.phase for task in plan.tasks}
    worked: dict[str, list[tuple[int, float]]] = {}
    for week in plan.weeks:
        assert week.hours == sum(session.hours for session in week.sessions) <= settings.hours_per_week
        own: Counter[str] = Counter()
        for session in week.sessions:
            own[phases[session.task]] += session.hours  # type: ignore[assignment]
            worked.setdefault(phases[session.task], []).append((week.number, session.hours))
            assert week.first <= session.day <= week.last
            assert WEEKDAYS[date.fromisoformat(session.day).weekday()] in settings.weekdays
            assert not any(off.first <= session.day <= off.last for off in settings.holidays)
            assert settings.start <= session.day <= (settings.deadline or "9")
        assert own[week.phase or ""] == max(own.values(), default=0.0)
    assert plan.forecast.hours == sum(week.hours for week in plan.weeks)
    assert {one.phase: (one.first_week, one.last_week, one.hours) for one in plan.phases} == {
        phase: (rows[0][0], rows[-1][0], sum(hours for _, hours in rows)) for phase, rows in worked.items()
    }


@fuzz
@given(worlds())
def test_a_skill_earns_more_and_more_and_never_less_than_is_there(world: World) -> None:
    _, _, plan = world
    entries = plan.basis.skills.required()
    for meets in (one for skill in plan.skills for one in skill.meets):
        assert entries[meets.entry].strength <= meets.core <= meets.applied <= meets.proof


@fuzz
@given(worlds())
def test_every_task_gets_its_hours(world: World) -> None:
    _, _, plan = world
    spent: Counter[str] = Counter()
    for _, task, hours in _sessions(plan):
        spent[task] += hours  # type: ignore[assignment]
    learned = [task for task in plan.tasks if task.skill]
    assert {task.id: spent[task.id] for task in learned} == {
        task.id: quarters(task.hours * plan.settings.pace) for task in learned
    }
    for skill in plan.skills:
        assert sum(task.hours for task in learned if task.skill == skill.id) == skill.hours


@fuzz
@given(worlds())
def test_a_plan_is_never_longer_than_its_skills_one_by_one(world: World) -> None:
    _, _, plan = world
    assert all(skill.hours <= skill.hours_alone for skill in plan.skills)
    for skill in plan.skills:
        assert (skill.hours < skill.hours_alone) == bool(skill.shares_with)


@fuzz
@given(worlds())
def test_every_gap_is_planned_or_named_as_left_out(world: World) -> None:
    _, analysis, plan = world
    named = {skill.id for skill in plan.skills} | {left.id for left in plan.left_out}
    words = {left.name for left in plan.left_out}
    for gap in analysis.gaps:
        assert (gap.id in named) if gap.id else (gap.name in words)


@fuzz
@given(worlds())
def test_tasks_have_their_own_ids_numbers_and_titles(world: World) -> None:
    _, _, plan = world
    numbers = [task.number for task in plan.tasks]
    assert numbers == sorted(set(numbers))
    for name in ("id", "title"):
        assert len({getattr(task, name) for task in plan.tasks}) == len(plan.tasks)


@fuzz
@given(worlds())
def test_resources_are_the_skills_own_and_free_where_asked(world: World) -> None:
    taxonomy, _, plan = world
    for task in plan.tasks:
        if task.resource:
            known = taxonomy.skills[task.skill or ""].resources
            assert task.resource.url in {one.url for one in known}
            assert task.resource.free or plan.settings.budget == "any"


@fuzz
@given(worlds())
def test_readiness_never_falls_and_the_verdict_turns_in_the_week_that_is_named(
    world: World,
) -> None:
    _, analysis, plan = world
    values = [plan.readiness, *(week.readiness for week in plan.weeks)]
    assert values == sorted(values)
    assert values[0] == analysis.verdict.readiness
    assert plan.verdict == analysis.verdict.label
    turned = [week.number for week in plan.weeks if week.verdict == "FIT"]
    if plan.verdict == "FIT":
        assert plan.forecast.fit_week == 0
    else:
        assert (plan.forecast.fit_week or None) == (turned[0] if turned else None)


@fuzz
@given(st.data())
def test_the_same_input_gives_the_same_plan(data: st.DataObject) -> None:
    taxonomy = data.draw(taxonomies())
    analysis = data.draw(analyses(taxonomy))
    settings = data.draw(plan_settings())
    first, second = (
        msgspec.json.encode(build_roadmap(analysis, taxonomy, settings, CREATED)) for _ in range(2)
    )
    assert first == second
    assert msgspec.json.encode(msgspec.json.decode(first, type=Roadmap)) == first


@fuzz
@given(worlds())
def test_a_plan_holds_no_words_of_the_documents(world: World) -> None:
    _, _, plan = world
    assert b'"quote"' not in msgspec.json.encode(plan)
