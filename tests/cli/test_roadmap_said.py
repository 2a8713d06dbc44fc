"""What is said after something was noted, on a plan made by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from careercraft.cli.roadmap_said import after_task
from careercraft.store.roadmap_values import kept_roadmap
from tests.plan.histories import small_plan, told
from tests.plan.worlds import TODAY

PLAN = small_plan()


def said(*rows: Sequence[Any]) -> str:
    """After the last of these rows."""
    events = told(*rows)
    task = next(task for task in PLAN.tasks if task.id == events[-1].task)
    before, after = (kept_roadmap(1, False, PLAN, some) for some in (events[:-1], events))
    return after_task(before, after, task, events[-1], TODAY)


def done(skill: str, **evidence: str) -> list[tuple[Any, ...]]:
    tasks = [task for task in PLAN.tasks if task.skill == skill]
    return [(0, "done", task.id, 0.0, evidence.get(task.kind, "")) for task in tasks]


def test_a_gap_that_is_through_without_a_proof_is_told_and_a_prerequisite_is_not() -> None:
    assert "Sql is through, with nothing yet that shows it" in said(*done("sql"))
    assert "is through" not in said(*done("docker"))


def test_what_is_learned_is_told_once() -> None:
    rows = done("sql", build="a repository")
    assert "Sql is learned" in said(*rows)
    log = (0, "log", rows[0][2], 1.0)
    assert "is learned" not in said(*rows, log)
    assert "is through" not in said(*rows, log)


def test_what_comes_next_is_told_with_its_own_day() -> None:
    sessions = [session for week in PLAN.weeks for session in week.sessions]
    second = PLAN.tasks[1]
    day = next(session.day for session in sessions if session.task == second.id)
    assert day > sessions[0].day
    last = said((0, "done", PLAN.tasks[0].id)).splitlines()[-1]
    assert last == f"next: {second.number} {second.title} ({second.hours:g} h, planned for {day})"
