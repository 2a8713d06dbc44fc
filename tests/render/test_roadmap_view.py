"""What a plan says, before any layout."""

from __future__ import annotations

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from careercraft.model.plan import Roadmap
from careercraft.model.progress import Progress, TaskState
from careercraft.render.roadmap.build import build
from tests.render.sample_roadmap import engineer, engineer_progress, nurse


def forecast(roadmap: Roadmap, **changes: object) -> Roadmap:
    return replace(roadmap, forecast=replace(roadmap.forecast, **changes))


def test_the_flip_names_week_and_day() -> None:
    view = build(engineer())
    assert view.flip == "FIT in week 6 of 7 (2027-01-09)"
    assert view.outlook == "46 h in 7 weeks, to 2027-01-18; readiness 61.4 → 71.7"
    assert [week.number for week in view.weeks if week.flips] == [6]


@pytest.mark.parametrize(("changes", "words"), [
    ({"fit_week": 0}, "FIT already"),
    ({}, "UNFIT to the end: FIT needs 70"),
    ({"readiness": 74.0}, "UNFIT to the end: a mandatory requirement stays unmet"),
])  # fmt: skip
def test_other_outcomes_are_said(changes: dict[str, object], words: str) -> None:
    assert build(forecast(nurse(), **changes)).flip == words


def test_the_earliest_day_is_told_where_it_is_news() -> None:
    earliest = build(nurse()).earliest
    assert earliest == "Without a deadline and with the shortest way first, FIT is possible by 2027-01-23."
    free = replace(nurse(), settings=replace(nurse().settings, deadline=UNSET))
    assert build(free).earliest == "With the shortest way first, FIT is possible by 2027-01-23."
    assert build(forecast(nurse(), earliest_fit=UNSET)).earliest == ""
    same_week, week_before = "2027-01-06", "2026-12-30"
    assert build(forecast(engineer(), earliest_fit=same_week)).earliest == ""
    assert week_before in build(forecast(engineer(), earliest_fit=week_before)).earliest
    assert build(forecast(engineer(), fit_week=0, earliest_fit=week_before)).earliest == ""


def test_skills_say_where_they_stand_and_what_they_share() -> None:
    docker, kubernetes, airflow = build(engineer(), engineer_progress()).skills
    assert (docker.state, docker.levels, docker.why) == (
        "weak",
        "beginner → intermediate",
        "needed for Kubernetes",
    )
    assert (kubernetes.shares, kubernetes.weeks, kubernetes.why) == (
        "24 h without Docker",
        "weeks 2–5",
        "must",
    )
    assert [skill.status for skill in (docker, kubernetes, airflow)] == ["done", "started", "started"]


def test_settings_are_told_in_words() -> None:
    settings = replace(
        nurse().settings, focus=("wound-care", "fit"), budget="free", style="breadth", pace=1.25
    )
    assert build(replace(nurse(), settings=settings)).asked == (
        "6 h a week", "Sat", "from 2026-11-28", "to 2026-12-31 at the latest", "Wound care, only what makes it FIT",
        "free resources", "in breadth", "at your pace (1.25 h for an hour of the estimates)",
    )  # fmt: skip


def test_next_is_the_first_block_with_something_open() -> None:
    assert build(nurse()).next.day == "2026-11-28"  # type: ignore[union-attr]
    view = build(engineer(), engineer_progress(), today="2026-12-09")
    assert view.next is not None
    assert (view.next.day, view.next.hours) == ("2026-12-09", "0.75 h")  # the other part of that day is done
    assert [session.part for session in view.next.sessions] == [1]


def test_after_the_last_day_what_is_still_open_comes_next() -> None:
    view = build(engineer(), engineer_progress(), today="2027-06-01")
    assert view.next is not None
    assert view.next.day == "2026-12-09"


def test_nothing_comes_next_when_all_is_over() -> None:
    done = Progress(tasks={task.id: TaskState(status="done", ended="2026-12-24") for task in nurse().tasks})
    view = build(nurse(), done)
    assert view.next is None
    assert view.counts == "4 of 4 tasks done"
    assert {skill.status for skill in view.skills} == {"done"}


def test_counts_are_told_once_something_is_done() -> None:
    todo = Progress(tasks={task.id: TaskState() for task in nurse().tasks})
    assert build(nurse(), todo).counts == ""
    assert build(engineer(), engineer_progress()).counts == "2 of 11 tasks done, 1 begun, 1 skipped"


def test_a_plan_without_weeks_can_be_told() -> None:
    found = forecast(nurse(), fit_week=0, weeks=0, hours=0.0)
    empty = build(replace(found, weeks=(), tasks=(), skills=(), phases=()))
    assert (empty.weeks, empty.next, empty.counts) == ((), None, "")


def test_reasons_for_a_skip_are_told() -> None:
    states = {
        "wound-care-practice-1": TaskState(status="skipped", ended="2026-12-12", why="no [ward]\x1b[31m")
    }
    tasks = build(nurse(), Progress(tasks=states)).tasks
    assert tasks[2].said == "skipped on 2026-12-12 (no [ward])"


def test_parts_of_a_task_are_counted_over_the_weeks() -> None:
    view = build(engineer())
    parts = [
        (week.number, session.part, session.parts)
        for week in view.weeks for day in week.days for session in day.sessions if session.task.number == 10
    ]  # fmt: skip
    assert parts == [(6, 1, 3), (7, 2, 3), (7, 3, 3)]
