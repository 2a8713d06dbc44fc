"""The roadmap suite: each check finds its fault in a plan that was spoiled by hand, and none in one that wasn't."""

from __future__ import annotations

import random
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from benchmarks import __main__ as command
from benchmarks import roadmap, roadmap_order, roadmap_writes
from benchmarks.fit_bench import FitBench
from benchmarks.roadmap_checks import CHECKS, Case, faults, pairs
from benchmarks.roadmap_moves import Move, held_skills, holds, judged, read_moves
from benchmarks.roadmap_settings import START, drawn, plain
from careercraft.model.plan import Period, PlanResource, Roadmap
from careercraft.plan.build import build_roadmap
from careercraft.plan.calendar import study_days
from careercraft.plan.settings import checked
from careercraft.taxonomy import load_taxonomy

MOVE = Move("systems-administrator", "devops-engineer")
_SOFTWARE = {
    "software",
    "data-ai",
    "cloud-infrastructure",
    "security",
    "networks-support",
    "hardware-embedded",
}


@pytest.fixture(scope="module")
def bench() -> FitBench:
    return FitBench()


@pytest.fixture(scope="module")
def case(bench: FitBench) -> Case:
    analysis = judged(MOVE, bench)
    plan = build_roadmap(analysis, bench.taxonomy, plain(), roadmap_order.CREATED)
    return Case(plan, analysis, bench.taxonomy, held_skills(bench.taxonomy.role(MOVE.start)))


def test_there_are_thirty_moves_over_all_families_and_few_into_software() -> None:
    roles = load_taxonomy().roles
    moves = read_moves()
    assert len(moves) == len(set(moves)) == 30
    assert all(move.start != move.goal for move in moves)
    families = [{roles[key].family for key in move} for move in moves]
    assert set().union(*families) == {role.family for role in roles.values()}
    assert sum(bool(both & _SOFTWARE) for both in families) <= 6


def test_a_resume_of_a_role_shows_its_skills_and_nothing_else_of_it(bench: FitBench) -> None:
    role = bench.taxonomy.role("line-cook")
    found = judged(Move(role.id, role.id), bench).skills
    shown = {entry.id for entry in (*found.matched, *found.partial) if entry.tier in ("exact", "alias")}
    assert shown == set(held_skills(role))
    assert {entry.id for entry in found.missing} <= {item.id for item in role.skills.nice}


def test_a_skill_is_held_at_its_level_and_under_it_and_through_what_brings_it_along() -> None:
    taxonomy = load_taxonomy()
    low, high = next(
        (skill.id, skill.implies[0])
        for skill in taxonomy.entries
        if skill.implies and skill.implies[0] != skill.id
    )
    assert holds({low: "advanced"}, low, "advanced", taxonomy) == low
    assert holds({low: "advanced"}, low, "beginner", taxonomy) == low
    assert holds({low: "intermediate"}, low, "advanced", taxonomy) is None
    assert holds({low: "advanced"}, high, "advanced", taxonomy) == low
    assert holds({low: "beginner"}, high, "advanced", taxonomy) is None
    assert holds({high: "expert"}, low, "beginner", taxonomy) is None


def test_a_plan_as_it_is_built_has_no_fault(case: Case) -> None:
    assert faults(case) == {name: [] for name in CHECKS}
    assert any(right for _, _, right in pairs(case))


def _backwards(plan: Roadmap) -> Roadmap:
    weeks = [replace(week, sessions=week.sessions[::-1]) for week in plan.weeks]
    return replace(plan, weeks=tuple(weeks[::-1]))


def _without_first(plan: Roadmap) -> Roadmap:
    """What others need goes."""
    first = {before for skill in plan.skills for before in skill.after}
    return replace(plan, skills=tuple(skill for skill in plan.skills if skill.id not in first))


def _other_resource(plan: Roadmap) -> Roadmap:
    used = PlanResource(title="A book", url="https://example.org/book", kind="book", free=True)
    return replace(plan, tasks=(replace(plan.tasks[0], resource=used), *plan.tasks[1:]))


def _twice(name: str) -> Callable[[Roadmap], Roadmap]:
    def spoiled(plan: Roadmap) -> Roadmap:
        first, second, *others = plan.tasks
        return replace(plan, tasks=(first, replace(second, **{name: getattr(first, name)}), *others))

    return spoiled


def _asked(**settings: Any) -> Callable[[Roadmap], Roadmap]:
    return lambda plan: replace(plan, settings=replace(plan.settings, **settings))


def _forecast(**values: Any) -> Callable[[Roadmap], Roadmap]:
    return lambda plan: replace(plan, forecast=replace(plan.forecast, **values))


def _lost_session(plan: Roadmap) -> Roadmap:
    first, *others = plan.weeks
    return replace(plan, weeks=(replace(first, sessions=first.sessions[1:]), *others))


def _falling(plan: Roadmap) -> Roadmap:
    first, *others = plan.weeks
    return replace(plan, weeks=(replace(first, readiness=plan.readiness - 0.1), *others))


def _longer(plan: Roadmap) -> Roadmap:
    first, *others = plan.skills
    return replace(plan, skills=(replace(first, hours=first.hours_alone + 0.25), *others))


def _both(plan: Roadmap) -> Roadmap:
    one = replace(plan.left_out[0], id=plan.skills[-1].id)
    return replace(plan, left_out=(*plan.left_out, one))


@pytest.mark.parametrize(
    ("check", "spoil"),
    [
        ("order", _backwards),
        ("prerequisites", _without_first),
        ("resources", _other_resource),
        ("duplicates", _twice("id")),
        ("duplicates", _twice("title")),
        ("duplicates", _twice("number")),
        ("gaps", lambda plan: replace(plan, skills=plan.skills[:-1])),
        ("gaps", lambda plan: replace(plan, left_out=())),
        ("gaps", _both),
        ("weeks", _asked(hours_per_week=7.75)),
        ("weeks", _asked(weekdays=("mon", "wed"))),
        ("weeks", _asked(holidays=(Period("2026-11-25", "2026-11-25"),))),
        ("weeks", _asked(deadline="2026-12-01")),
        ("weeks", _asked(start="2026-11-24")),
        ("weeks", _lost_session),
        ("weeks", _forecast(hours=1.0)),
        ("readiness", _falling),
        ("readiness", _forecast(readiness=99.9)),
        ("readiness", _forecast(fit_week=1)),
        ("readiness", _forecast(fit_day="2027-01-01", earliest_fit="2027-01-02")),
        ("readiness", lambda plan: replace(plan, readiness=0.0)),
        ("serial", _longer),
    ],
)
def test_each_check_finds_its_fault(case: Case, check: str, spoil: Callable[[Roadmap], Roadmap]) -> None:
    assert faults(case._replace(plan=spoil(case.plan)))[check]


def test_what_is_held_may_not_be_planned(case: Case) -> None:
    skill = case.plan.skills[0]
    found = faults(case._replace(held={skill.id: skill.level}))
    assert found["held"] == [f"{skill.id} ({skill.level}) is planned, and held ({skill.level})"]


def test_a_free_plan_names_nothing_that_costs(case: Case) -> None:
    task, used = next(
        (task, task.resource) for task in case.plan.tasks if isinstance(task.resource, PlanResource)
    )
    tasks = tuple(
        replace(one, resource=replace(used, free=False)) if one.id == task.id else one
        for one in case.plan.tasks
    )
    plan = replace(case.plan, tasks=tasks)
    costs = f"{task.id}: {used.title} costs money"
    assert costs in faults(case._replace(plan=_asked(budget="free")(plan)))["resources"]
    assert costs not in faults(case._replace(plan=plan))["resources"]


def test_made_up_roles_ask_for_every_skill_with_prerequisites() -> None:
    taxonomy = load_taxonomy()
    wanted = roadmap_order.all_pairs(taxonomy)
    unnamed = {item.id for role in _roles("neighbors") for item in _items(role)}
    assert {after for _, after in wanted} == unnamed
    named = [{item.id for item in _items(role)} for role in _roles("mixed")]
    assert all(any({before, after} <= asked for asked in named) for before, after in wanted)
    assert {level for role in _roles("mixed") for level in {item.level for item in _items(role)}} == {
        "beginner", "intermediate", "advanced",
    }  # fmt: skip


def _roles(name: str) -> list[Any]:
    return [role for role in roadmap_order.roles(load_taxonomy()) if role.id.startswith(name)]


def _items(role: Any) -> tuple[Any, ...]:
    return (*role.skills.must, *role.skills.preferred, *role.skills.nice)


def test_a_pair_in_no_plan_is_a_miss(bench: FitBench, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = next(skill for skill in bench.taxonomy.entries if skill.prerequisites)
    pair, unknown = (asked.prerequisites[0], asked.id), ("first-of-all", asked.id)
    monkeypatch.setattr(roadmap_order, "roles", lambda taxonomy: [roadmap_order.role_of("one", [asked.id])])
    monkeypatch.setattr(roadmap_order, "all_pairs", lambda taxonomy: {pair, unknown})
    figures, (bar, others), told = roadmap_order.run(bench)
    assert (figures["pairs"], figures["pairs_in_no_plan"]) == (2, 1)
    assert figures["right"] == figures["held_in_plans"] > 0
    assert list(told) == [f"in no plan: {asked.id} after first-of-all"]
    assert (bar["met"], others["met"]) == (False, True)


def test_drawn_settings_are_such_as_may_be_asked() -> None:
    generator = random.Random(1)
    found = [drawn(generator, deadline=bool(turn % 2)) for turn in range(200)]
    for settings in found:
        if next(study_days(settings), None):  # days off may leave none before the deadline
            assert checked(settings, START)[0].hours_per_week == settings.hours_per_week
    assert {bool(settings.deadline) for settings in found} == {True, False}
    assert {settings.style for settings in found} == {"depth", "breadth"}
    assert len({settings.weekdays for settings in found}) > 20
    again = random.Random(1)
    assert found == [drawn(again, deadline=bool(turn % 2)) for turn in range(200)]


def test_the_moves_part_counts_plans_and_faults(
    bench: FitBench, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(roadmap, "_settings", lambda generator: [plain()])
    figures, (bar,), told = roadmap.moves_part(bench, [MOVE], show=True)
    assert (figures["moves"], figures["plans"], list(told)) == (1, 1, [])
    assert bar["met"]
    assert 0 < figures["with_free_resource"] <= figures["with_resource"] <= 1
    assert "systems-administrator -> devops-engineer" in capsys.readouterr().out

    def spoiled(*arguments: Any) -> Roadmap:
        return _longer(build_roadmap(*arguments))

    monkeypatch.setattr(roadmap, "build_roadmap", spoiled)
    figures, (bar,), told = roadmap.moves_part(bench, [MOVE])
    assert figures["faults"]["serial"] == len(list(told)) == 1
    assert not bar["met"]


def test_told_writes_are_all_there_and_a_lost_one_is_found(case: Case, tmp_path: Path) -> None:
    figures, (bar,), lost = roadmap_writes.run(case.plan, writes=80)
    assert (figures["writes"], lost, bar["met"]) == (80, [], True)

    file = tmp_path / "history.db"
    with roadmap_writes.Roadmaps(file) as kept:
        number = kept.add(case.plan)
    writer = roadmap_writes.Writer(file, number, range(0, 8, 2))
    writer.run()
    assert [told.turn for told in writer.told] == [0, 2, 4, 6]
    assert writer.faults == roadmap_writes.checked(file, writer.told) == []
    with sqlite3.connect(file) as connection:
        connection.execute("delete from roadmap_events where seq = ?", [writer.told[1].seq])
    connection.close()
    (found,) = roadmap_writes.checked(file, writer.told)
    assert "told as ('log', " in found
    assert found.endswith("and is None")


def test_a_suite_without_data_of_others_needs_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = []
    monkeypatch.setattr(roadmap, "run", lambda data, arguments: ran.append(data) or {})
    monkeypatch.setattr(sys, "argv", ["benchmarks", "roadmap"])
    assert command.main() == 0
    assert ran == [None]
    monkeypatch.setattr(sys, "argv", ["benchmarks", "first"])
    with pytest.raises(SystemExit):
        command.main()
    assert "needs --data" in capsys.readouterr().err
