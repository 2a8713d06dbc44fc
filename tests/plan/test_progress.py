"""What was told becomes the state of a plan: what may follow what, whose hours are kept, what counts as learned."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from careercraft.errors import UsageError
from careercraft.model.plan import Roadmap
from careercraft.model.progress import Event, EventKind, TaskState
from careercraft.plan.progress import (
    check_event,
    check_plan_event,
    find_task,
    learned,
    ledger,
    left_hours,
    plan_state,
    progress_of,
    task_state,
    through,
)
from tests.plan.histories import histories, small_plan, told
from tests.score.builders import fuzz

PLAN = small_plan()
IDS = [task.id for task in PLAN.tasks]
FIRST = PLAN.tasks[0]
TODO, STARTED = TaskState(), TaskState(status="started", logged=1.0)
DONE = TaskState(status="done", ended="2026-12-02", evidence="here")
SKIPPED = TaskState(status="skipped", ended="2026-12-02")


def of_skill(skill: str) -> list[str]:
    return [task.id for task in PLAN.tasks if task.skill == skill]


def test_a_story_from_start_to_end() -> None:
    first, second, third, *_ = IDS
    events = told(
        (1, "start"),
        (1, "log", first, 2.0),
        (3, "done", first, 1.5, "notes"),
        (3, "begin", second),
        (4, "skip", third, 0.0, "known"),
    )
    progress = progress_of(PLAN, events)
    assert progress.started == "2026-12-02"
    assert progress.days == ("2026-12-02", "2026-12-04")
    assert list(progress.tasks) == IDS
    assert progress.tasks[first] == TaskState(status="done", logged=3.5, ended="2026-12-04", evidence="notes")
    assert progress.tasks[second] == TaskState(status="started")
    assert progress.tasks[third] == TaskState(status="skipped", ended="2026-12-05", why="known")
    assert plan_state(PLAN, progress) == "active"


def test_without_a_start_the_first_work_is_it() -> None:
    progress = progress_of(PLAN, told((5, "log", IDS[1], 1.0), (2, "done", IDS[0])))
    assert progress.started == "2026-12-03"
    assert progress_of(PLAN, ()).started is UNSET
    assert progress_of(PLAN, told((1, "start"))).started == "2026-12-02"
    assert progress_of(PLAN, told((1, "log", IDS[0], 1.0), (3, "start"))).started == "2026-12-04"
    assert plan_state(PLAN, progress_of(PLAN, ())) == "planned"


def test_a_plan_is_finished_when_nothing_is_open() -> None:
    events = told(*[(1, "skip" if place % 2 else "done", one) for place, one in enumerate(IDS)])
    assert plan_state(PLAN, progress_of(PLAN, events)) == "finished"
    assert plan_state(PLAN, progress_of(PLAN, events[:-1])) == "active"


def test_a_reset_makes_all_before_it_count_for_nothing() -> None:
    before = [(1, "start"), (1, "done", IDS[0], 3.0, "x"), (2, "log", IDS[1], 2.0), (2, "replan")]
    assert progress_of(PLAN, told(*before, (3, "reset"))) == progress_of(PLAN, ())
    after = progress_of(PLAN, told(*before, (3, "reset"), (4, "log", IDS[1], 1.0)))
    assert (after.tasks[IDS[1]].logged, after.started) == (1.0, "2026-12-05")


def test_reopened_is_begun_where_hours_were_logged() -> None:
    events = told(
        (1, "done", IDS[0], 2.0, "x"), (2, "reopen", IDS[0]), (1, "done", IDS[1]), (2, "reopen", IDS[1])
    )
    states = progress_of(PLAN, events).tasks
    assert (states[IDS[0]], states[IDS[1]]) == (TaskState(status="started", logged=2.0), TaskState())


def test_evidence_told_later_moves_no_day() -> None:
    events = told((1, "done", IDS[0]), (9, "done", IDS[0], 0.0, "https://example.org/x"))
    progress = progress_of(PLAN, events)
    assert progress.tasks[IDS[0]].ended == "2026-12-02"
    assert progress.tasks[IDS[0]].evidence == "https://example.org/x"
    assert progress_of(PLAN, (*events, events[0])).tasks == progress.tasks  # nothing told takes nothing back
    assert progress.days == ("2026-12-02",)


@pytest.mark.parametrize(
    ("state", "kind", "evidence", "write", "said"),
    [
        (TODO, "begin", "", True, ""),
        (TODO, "done", "", True, ""),
        (TODO, "skip", "", True, ""),
        (TODO, "log", "", True, ""),
        (TODO, "reopen", "", False, "is open"),
        (STARTED, "begin", "", False, "already started"),
        (STARTED, "done", "", True, ""),
        (STARTED, "reopen", "", False, "is open"),
        (DONE, "done", "", False, "already done"),
        (DONE, "done", "here", False, "already done"),
        (DONE, "done", "there", True, "the evidence is noted"),
        (DONE, "log", "", True, ""),
        (DONE, "reopen", "", True, ""),
        (SKIPPED, "skip", "", False, "already skipped"),
        (SKIPPED, "done", "", True, "it counts again"),
        (SKIPPED, "begin", "", True, "it counts again"),
        (SKIPPED, "log", "", True, "stays skipped"),
        (SKIPPED, "reopen", "", True, ""),
    ],
)
def test_what_may_follow_what(
    state: TaskState, kind: EventKind, evidence: str, write: bool, said: str
) -> None:
    hours = 2.0 if kind in ("log", "done") else 0.0
    step = check_event(state, kind, "Learn SQL", hours=hours, evidence=evidence)
    assert step.write is write
    assert said in step.said
    assert bool(said) == bool(step.said)
    twice = kind == "done" and state is DONE
    assert step.hours == (hours if write and not twice else 0.0)
    assert ("roadmap log" in step.said) is twice


@pytest.mark.parametrize("kind", ["skip", "begin"])
def test_what_is_done_is_opened_first(kind: EventKind) -> None:
    with pytest.raises(UsageError, match="already done") as caught:
        check_event(DONE, kind, "Learn SQL")
    assert "reopen" in caught.value.hint


@pytest.mark.parametrize("hours", [0.0, -1.0, 24.5, math.nan, math.inf, 0.001])
def test_hours_that_cannot_be_logged(hours: float) -> None:
    with pytest.raises(UsageError, match="can't be logged"):
        check_event(TODO, "log", "Learn SQL", hours=hours)


def test_a_minute_is_enough_and_a_day_the_most() -> None:
    assert check_event(TODO, "log", "Learn SQL", hours=1 / 60).hours == 1 / 60
    assert check_event(TODO, "log", "Learn SQL", hours=24.0).hours == 24.0


def test_a_plan_is_started_once() -> None:
    events = told((1, "start"))
    assert check_plan_event((), "start").write
    step = check_plan_event(events, "start")
    assert (step.write, "2026-12-02" in step.said) == (False, True)
    assert check_plan_event(told((1, "start"), (2, "reset")), "start").write


def test_what_holds_nothing_is_not_reset() -> None:
    assert check_plan_event(told((1, "log", IDS[0], 1.0)), "reset").write
    assert not check_plan_event(told((1, "replan")), "reset").write
    assert not check_plan_event(told((1, "start"), (1, "reset")), "reset").write


@pytest.mark.parametrize(
    ("key", "found"),
    [
        (str(FIRST.number), FIRST.id),
        (FIRST.id, FIRST.id),
        (f" {FIRST.id.upper()} ", FIRST.id),
        ("airflow-pro", "airflow-prove"),
        (FIRST.title, FIRST.id),
        (PLAN.tasks[-1].title.upper(), PLAN.tasks[-1].id),
    ],
)
def test_a_task_by_what_people_type(key: str, found: str) -> None:
    assert find_task(PLAN, key).id == found


@pytest.mark.parametrize("key", ["0", "99", "", "  ", "haskell", "٣", "-1", "9" * 40])
def test_no_such_task(key: str) -> None:
    with pytest.raises(UsageError, match="has no task") as caught:
        find_task(PLAN, key)
    assert "roadmap show" in caught.value.hint


def test_words_that_several_tasks_have() -> None:
    with pytest.raises(UsageError, match="tasks go by 'kubernetes'") as caught:
        find_task(PLAN, "kubernetes")
    assert all(str(task.number) in caught.value.hint for task in PLAN.tasks if task.skill == "kubernetes")
    assert " more" not in caught.value.hint  # five are all


def test_the_beginning_of_several_ids_and_many_tasks() -> None:
    with pytest.raises(UsageError, match="2 tasks go by 'kubernetes-learn'"):
        find_task(PLAN, "kubernetes-learn")
    with pytest.raises(UsageError, match=f"{len(IDS)} tasks go by 'e'") as caught:
        find_task(PLAN, "e")
    assert caught.value.hint.endswith(f"; and {len(IDS) - 5} more")


@pytest.mark.parametrize("key", ["kubernets lern", "lean kubernetse", "kubernetes-lern", "KUBERNETES learnn"])
def test_a_slip_of_the_pen_gets_near_names(key: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_task(PLAN, key)
    meant = [task for task in PLAN.tasks if task.skill == "kubernetes" and task.kind == "learn"]
    assert len(meant) > 1
    assert f"did you mean {'; '.join(f'{task.number} {task.title}' for task in meant)}? " in caught.value.hint


def test_nothing_near_is_no_name() -> None:
    with pytest.raises(UsageError) as caught:
        find_task(PLAN, "kubernetes haskell")
    assert "did you mean" not in caught.value.hint


@pytest.mark.parametrize(
    ("logged", "left"),
    [(0.0, 4.0), (0.2, 4.0), (0.25, 3.75), (3.0, 1.0), (3.75, 0.5), (40.0, 0.5), (sum([1 / 6] * 6), 3.0)],
)
def test_an_open_task_keeps_some_hours(logged: float, left: float) -> None:
    task = structs.replace(FIRST, hours=4.0)
    assert left_hours(task, TaskState(status="started", logged=logged)) == left
    assert left_hours(task, structs.replace(DONE, logged=logged)) == 0.0
    assert left_hours(task, structs.replace(SKIPPED, logged=logged)) == 0.0
    assert left_hours(structs.replace(task, hours=0.25), TaskState(status="started", logged=logged)) <= 0.25


@fuzz
@given(histories(PLAN))
def test_no_hour_is_lost_whatever_is_told(events: tuple[Event, ...]) -> None:
    progress = progress_of(PLAN, events)
    sums = ledger(PLAN, progress)
    assert sums.planned == sum(task.hours for task in PLAN.tasks)
    assert sums.planned == sums.done + sums.skipped + sums.credited + sums.left
    assert min(sums.done, sums.skipped, sums.credited, sums.left) >= 0
    assert (sums.left == 0) == (plan_state(PLAN, progress) == "finished")


@fuzz
@given(histories(PLAN), st.sampled_from(IDS))
def test_a_task_alone_says_the_same_as_the_whole(events: tuple[Event, ...], task: str) -> None:
    own = [event for event in events if event.task in ("", task)]
    assert task_state(own, task) == progress_of(PLAN, events).tasks[task]


def learned_ids(events: tuple[Event, ...], plan: Roadmap = PLAN) -> list[str]:
    return [one.id for one in learned(plan, progress_of(plan, events), 7)]


def test_a_skill_counts_once_all_is_done_with_evidence() -> None:
    ids = of_skill("sql")
    events = told(*[(place, "done", one, 0.0, "https://example.org/sql") for place, one in enumerate(ids)])
    assert learned_ids(events) == ["sql"]
    assert learned_ids(events[:-1]) == []
    (one,) = learned(PLAN, progress_of(PLAN, events), 7)
    assert (one.name, one.roadmap, one.evidence) == ("Sql", 7, "https://example.org/sql")
    assert one.level == next(skill.level for skill in PLAN.skills if skill.id == "sql")
    assert one.day == events[-1].day


def test_a_skill_without_evidence_does_not_count() -> None:
    events = told(*[(1, "done", one) for one in of_skill("sql")])
    assert learned_ids(events) == []
    late = told(
        *[(1, "done", one) for one in of_skill("sql")], (2, "done", of_skill("sql")[-1], 0.0, "a talk")
    )
    assert learned_ids(late) == ["sql"]


def test_the_last_proof_stands_for_the_skill() -> None:
    rows = [(place, "done", one, 0.0, f"proof {place}") for place, one in enumerate(of_skill("sql"))]
    (one,) = learned(PLAN, progress_of(PLAN, told(*rows)), 7)
    assert one.evidence == f"proof {len(rows) - 1}"


def test_of_a_prerequisite_the_last_task_shows_it() -> None:
    *others, last = of_skill("docker")
    assert next(task.kind for task in PLAN.tasks if task.id == last) == "practice"
    assert learned_ids(told(*[(1, "done", one) for one in others], (1, "done", last, 0.0, "x"))) == ["docker"]


def test_evidence_of_reading_alone_does_not_count() -> None:
    first, *rest = of_skill("sql")
    events = told((1, "done", first, 0.0, "a book"), *[(1, "done", one) for one in rest])
    assert learned_ids(events) == []


def test_a_skipped_proof_needs_another_one() -> None:
    *others, last = of_skill("sql")
    assert learned_ids(told((1, "skip", last, 0.0, "no"), *[(1, "done", one) for one in others])) == []
    built = next(task.id for task in PLAN.tasks if task.skill == "sql" and task.kind == "build")
    shown = told((1, "skip", last), *[(1, "done", one, 0.0, "x" if one == built else "") for one in others])
    assert learned_ids(shown) == ["sql"]
    assert learned_ids(told(*[(1, "skip", one, 0.0, "known") for one in of_skill("sql")])) == []


def test_reopened_it_counts_no_more() -> None:
    rows = [(1, "done", one, 0.0, "x") for one in of_skill("sql")]
    assert learned_ids(told(*rows, (2, "reopen", of_skill("sql")[0]))) == []


def test_who_skips_on_the_way_knows_it_and_who_skips_all_does_not() -> None:
    first, *others = of_skill("sql")
    assert through(PLAN, progress_of(PLAN, told((1, "skip", first)))) == {first}
    last = told((1, "skip", others[-1]))
    assert through(PLAN, progress_of(PLAN, last)) == set()
    assert through(PLAN, progress_of(PLAN, told(*[(1, "skip", one) for one in of_skill("sql")]))) == set()
    both = told((1, "skip", first), (1, "done", others[0]))
    assert through(PLAN, progress_of(PLAN, both)) == {first, others[0]}
