"""How it goes on a day: burndown, pace, streak, forecast, and what is next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from careercraft.model.plan import Period, Roadmap
from careercraft.model.progress import Event, Status
from careercraft.plan.progress import progress_of
from careercraft.plan.replan import Changes, replan
from careercraft.plan.status import pace_of, status_of
from tests.plan.histories import histories, small_plan, told
from tests.plan.worlds import TODAY
from tests.score.builders import fuzz

PLAN = small_plan()
"""Tuesdays, Thursdays and Saturdays from Tuesday 2026-12-01 on: 2.75, 2.75 and 2.5 hours."""
IDS = [task.id for task in PLAN.tasks]
HOURS = [task.hours for task in PLAN.tasks]
SESSIONS = [session for week in PLAN.weeks for session in week.sessions]


def at(after: int, *rows: Sequence[Any], plan: Roadmap = PLAN) -> Status:
    """So many days after the start."""
    return status_of(plan, told(*rows), TODAY + timedelta(days=after))


def on_time(days: int) -> list[tuple[Any, ...]]:
    """All that the plan holds for its first days, told on its day: each session logged, each task done at its end."""
    last = {session.task: place for place, session in enumerate(SESSIONS)}
    rows: list[tuple[Any, ...]] = []
    for place, session in enumerate(SESSIONS):
        after = (date.fromisoformat(session.day) - TODAY).days
        if after < days:
            rows.append(
                (after, "done" if last[session.task] == place else "log", session.task, session.hours)
            )
    return rows


def test_before_it_begins() -> None:
    found = at(-10)
    assert (found.state, found.week, found.started) == ("planned", 0, UNSET)
    assert (found.ledger.left, found.ledger.planned) == (sum(HOURS), sum(HOURS))
    assert (found.tasks, found.done, found.skipped, found.logged) == (len(IDS), 0, 0, 0.0)
    assert (found.pace, found.drift, found.speed, found.ahead_hours, found.ahead_days) == (
        1.0,
        1.0,
        0.0,
        0.0,
        0,
    )
    assert (found.streak_days, found.streak_weeks) == (0, 0)
    assert found.finish == found.finish_planned == PLAN.forecast.finish
    assert (found.readiness, found.verdict) == (PLAN.readiness, PLAN.verdict)
    assert found.fit_day == PLAN.forecast.fit_day
    assert found.next == IDS[0]
    assert found.week_left == PLAN.weeks[0].hours
    assert {point.left for point in found.burndown} == {UNSET}


def test_who_keeps_to_the_plan_ends_when_it_ends() -> None:
    found = at(21, *on_time(21))
    assert (found.ahead_hours, found.ahead_days, found.pace, found.drift) == (0.0, 0, 1.0, 1.0)
    assert found.finish == PLAN.forecast.finish
    assert found.fit_day == PLAN.forecast.fit_day
    assert (found.speed, found.asked) == (pytest.approx(24 / 22 * 7, abs=0.01), 8.0)
    assert [(point.week, point.planned, point.left) for point in found.burndown[:4]] == [
        (0, sum(HOURS), sum(HOURS)),
        (1, sum(HOURS) - 8, sum(HOURS) - 8),
        (2, sum(HOURS) - 16, sum(HOURS) - 16),
        (3, sum(HOURS) - 24, sum(HOURS) - 24),
    ]
    assert found.burndown[4].left == sum(HOURS) - 24
    assert found.burndown[5].left is UNSET
    assert found.burndown[-1].planned == 0.0
    assert (found.streak_days, found.streak_weeks) == (9, 3)


def test_who_stops_ends_later_and_is_told_by_how_much() -> None:
    found = at(21, *on_time(7))
    assert (found.week, found.ahead_hours, found.ahead_days) == (4, -16.0, -6)
    assert found.drift == round((24 + 32) / (8 + 32), 2)
    assert isinstance(found.finish, str)
    assert found.finish > PLAN.forecast.finish
    assert isinstance(found.fit_day, str)
    assert found.fit_day > PLAN.forecast.fit_day  # type: ignore[operator]
    assert found.week_left == 24.0
    assert [point.left for point in found.burndown[1:4]] == [sum(HOURS) - 8] * 3


def test_what_is_told_late_counts_on_its_day() -> None:
    rows = [(9, "log", IDS[0], 1.0), (2, "log", IDS[0], 2.0), (10, "skip", IDS[-1]), (3, "done", IDS[1])]
    found = at(21, *rows)
    whole = sum(HOURS)
    assert [point.left for point in found.burndown[:4]] == [
        whole,
        whole - 2.0 - HOURS[1],
        whole - 3.0 - HOURS[1] - HOURS[-1],
        whole - 3.0 - HOURS[1] - HOURS[-1],
    ]
    again = at(21, *rows, (12, "reset"), (15, "done", IDS[1]))
    assert [point.left for point in again.burndown[:4]] == [whole, whole, whole, whole - HOURS[1]]


def test_a_day_that_is_not_over_is_not_missed() -> None:
    assert at(0).ahead_hours == 0.0
    assert at(1).ahead_hours == -SESSIONS[0].hours
    assert (at(0).ahead_days, at(1).ahead_days) == (0, -1)


def test_a_day_that_is_through_is_a_day_ahead() -> None:
    assert at(0, *on_time(1)).ahead_days == 1
    assert at(1, *on_time(1)).ahead_days == 0
    assert at(0, (0, "log", SESSIONS[0].task, SESSIONS[0].hours - 0.25)).ahead_days == 0


def test_who_is_fast_is_ahead() -> None:
    found = at(1, (0, "done", IDS[0]), (0, "done", IDS[1]), (0, "done", IDS[2]))
    assert found.ahead_hours == sum(HOURS[:3]) - SESSIONS[0].hours
    assert found.ahead_days > 0
    assert found.week_left == 0.0
    assert isinstance(found.finish, str)
    assert found.finish < PLAN.forecast.finish


def test_to_skip_sets_nobody_ahead() -> None:
    """The days of what is skipped are free until the next replan; the forecast moves by its hours alone."""
    rest = at(21, *on_time(21), (20, "skip", IDS[-1]))
    assert (rest.ahead_hours, rest.ahead_days, rest.drift) == (0.0, 0, 1.0)
    assert isinstance(rest.finish, str)
    assert rest.finish < PLAN.forecast.finish
    first = at(0, (0, "skip", IDS[0]))
    assert (first.ahead_hours, first.drift, first.ledger.skipped) == (0.0, 1.0, HOURS[0])
    assert first.week_left == PLAN.weeks[0].hours - HOURS[0]


def test_a_day_of_work_says_little_of_the_months_to_come() -> None:
    whole = SESSIONS[0].hours
    assert at(0, (0, "log", SESSIONS[0].task, whole)).drift == 1.0
    assert at(0, (0, "log", SESSIONS[0].task, whole)).finish == PLAN.forecast.finish
    assert at(0, (0, "done", IDS[0]), (0, "done", IDS[1])).drift > 0.8


def test_the_pace_comes_from_what_was_done_with_hours() -> None:
    plan = structs.replace(PLAN, tasks=tuple(structs.replace(task, hours=10.0) for task in PLAN.tasks))

    def pace(*rows: Sequence[Any]) -> tuple[float, float]:
        return pace_of(plan, progress_of(plan, told(*rows)))

    assert pace() == (1.0, 0)
    assert pace((1, "done", IDS[0]), (1, "log", IDS[1], 5.0), (1, "skip", IDS[2])) == (1.0, 0)
    assert pace((1, "done", IDS[0], 20.0)) == (1.5, 10.0)
    assert pace((1, "done", IDS[0], 20.0), (1, "done", IDS[1], 10.0)) == (round(40 / 30, 2), 20.0)
    assert pace((1, "done", IDS[0], 0.5)) == (round(10.5 / 20, 2), 10.0)
    assert pace(*[(1, "done", one, 24.0) for one in IDS] * 5)[0] == 2.5
    assert pace(*[(1, "done", one, 0.25) for one in IDS])[0] == 0.5


def test_hours_count_once() -> None:
    found = at(3, (0, "log", IDS[0], 1.25), (1, "done", IDS[0], 1.0), (1, "log", IDS[1], 1.0))
    assert (found.logged, found.done) == (3.25, 1)
    assert found.ledger.done == HOURS[0]
    assert found.ledger.credited == 1.0


@pytest.mark.parametrize(
    ("worked", "today", "days", "weeks"),
    [
        ((), 0, 0, 0),
        ((0,), 0, 1, 1),
        ((0,), 1, 1, 1),
        ((0,), 2, 1, 1),  # Thursday isn't over
        ((0,), 3, 0, 1),  # Thursday was missed
        ((0, 2, 4), 4, 3, 1),
        ((0, 2, 4), 5, 3, 1),
        ((0, 2, 4), 7, 3, 1),  # Tuesday isn't over
        ((0, 2, 4), 8, 0, 1),
        ((0, 1, 2, 3, 4), 4, 5, 1),  # days that weren't asked count
        ((0, 4), 4, 1, 1),
        ((0, 2, 4, 7, 9), 9, 5, 2),
        ((0, 7, 14), 14, 1, 3),
        ((0, 14), 14, 1, 1),  # a week without
        ((0,), 12, 0, 1),
        ((0,), 13, 0, 0),
    ],
)
def test_the_streak(worked: Sequence[int], today: int, days: int, weeks: int) -> None:
    found = at(today, *[(day, "log", IDS[0], 0.25) for day in worked])
    assert (found.streak_days, found.streak_weeks) == (days, weeks)


def test_days_off_break_no_streak() -> None:
    off = Period("2026-12-05", "2026-12-20")
    plan = small_plan(holidays=(off,))
    rows = [(day, "log", IDS[0], 0.25) for day in (0, 2, 21, 23)]
    found = at(23, *rows, plan=plan)
    assert (found.streak_days, found.streak_weeks) == (4, 2)
    assert at(23, *rows).streak_days == 2


def test_a_deadline_in_danger() -> None:
    plan = small_plan(deadline=PLAN.forecast.finish)
    assert not at(0, plan=plan).past_deadline
    assert at(14, plan=plan).past_deadline


def test_what_is_next() -> None:
    assert at(1, (0, "done", IDS[0])).next == IDS[1]
    assert at(1, (0, "skip", IDS[0])).next == IDS[1]
    by_id = {task.id: task for task in PLAN.tasks}
    other = next(task for task in PLAN.tasks if task.skill != PLAN.tasks[0].skill and not task.after)
    assert at(1, (0, "begin", other.id)).next == other.id  # what is begun comes first
    blocked = next(task for task in PLAN.tasks if task.after)
    assert at(1, (0, "begin", blocked.id)).next != blocked.id
    assert by_id[str(at(1, (0, "begin", blocked.id)).next)].after == ()
    assert at(1, *[(0, "done", one) for one in IDS]).next is UNSET


def test_when_all_is_done() -> None:
    found = at(5, *[(3, "done", one, 0.0, "x") for one in IDS])
    assert (found.state, found.ledger.left, found.finish, found.fit_day) == ("finished", 0.0, UNSET, UNSET)
    assert (found.readiness, found.verdict) == (PLAN.forecast.readiness, "FIT")
    assert found.week_left == 0.0


def test_what_is_skipped_brings_no_readiness() -> None:
    found = at(5, *[(3, "skip", one) for one in IDS])
    assert (found.state, found.skipped) == ("finished", len(IDS))
    assert (found.readiness, found.verdict) == (PLAN.readiness, "UNFIT")


def test_after_a_replan_it_counts_from_there() -> None:
    rows = [*on_time(7), (21, "replan")]
    today = TODAY + timedelta(days=21)
    plan = replan(PLAN, progress_of(PLAN, told(*rows)), today, Changes(), "x")
    found = status_of(plan, told(*rows), today)
    assert (found.week, found.ahead_hours, found.ahead_days, found.drift) == (1, 0.0, 0, 1.0)
    assert found.ledger.planned == sum(HOURS)
    assert found.burndown[0].planned == found.burndown[0].left == sum(HOURS) - 8
    assert found.finish == plan.forecast.finish


def test_of_several_revisions_the_last_one_counts() -> None:
    rows = [(1, "done", IDS[0]), (2, "replan"), (3, "log", IDS[1], 2.0), (4, "replan")]
    today = TODAY + timedelta(days=4)
    plan = replan(PLAN, progress_of(PLAN, told(*rows)), today, Changes(), "x")
    found = status_of(plan, told(*rows), today)
    assert found.burndown[0].planned == found.burndown[0].left == sum(HOURS) - HOURS[0] - 2.0
    assert (found.ahead_hours, found.drift) == (0.0, 1.0)


def test_the_forecast_keeps_the_pace_of_the_plan() -> None:
    plan = small_plan(pace=1.5)
    found = at(-10, plan=plan)
    assert found.finish == plan.forecast.finish > PLAN.forecast.finish
    assert found.fit_day == plan.forecast.fit_day


def test_what_takes_longer_than_any_plan_has_no_last_day() -> None:
    plan = small_plan(hours_per_week=0.5)
    plan = structs.replace(plan, tasks=tuple(structs.replace(task, hours=20.0) for task in plan.tasks))
    assert at(0, plan=plan).finish is UNSET


def test_a_task_opened_again_is_to_be_done() -> None:
    rows = [(0, "done", IDS[0]), (1, "replan"), (2, "reopen", IDS[0])]
    today = TODAY + timedelta(days=2)
    plan = replan(PLAN, progress_of(PLAN, told(*rows[:1])), today, Changes(), "x")
    found = status_of(plan, told(*rows), today)
    assert found.next == IDS[0]
    assert found.burndown[1].left == sum(HOURS)
    assert found.drift == 1.0  # nobody was slow: there is more to do
    assert found.finish >= plan.forecast.finish  # type: ignore[operator]


def test_what_a_deadline_left_out_is_not_next() -> None:
    today = TODAY + timedelta(days=1)
    plan = replan(PLAN, progress_of(PLAN, ()), today, Changes(deadline="2027-01-10"), "x")
    days = {session.task for week in plan.weeks for session in week.sessions}
    done = told((0, "replan"), *[(1, "done", one) for one in days])
    found = status_of(plan, done, today)
    assert (found.next, found.finish) == (UNSET, UNSET)
    assert found.ledger.left == sum(task.hours for task in PLAN.tasks if task.id not in days)
    assert found.dayless == found.ledger.left > 0
    assert status_of(plan, done[:1], today).dayless == found.dayless
    assert status_of(PLAN, (), today).dayless == 0
    assert found.state == "active"


@fuzz
@given(histories(PLAN), st.integers(-5, 120))
def test_figures_hold_together(events: tuple[Event, ...], after: int) -> None:
    today = TODAY + timedelta(days=after)
    found = status_of(PLAN, events, today)
    assert found == status_of(PLAN, events, today)
    assert 0.5 <= found.pace <= 2.5
    assert 0.5 <= found.drift <= 2.5
    assert (found.finish is UNSET) == (found.next is UNSET) == (found.state == "finished")
    assert found.finish is UNSET or found.finish >= max(today.isoformat(), PLAN.settings.start)
    assert found.fit_day is UNSET or found.finish is not UNSET
    lefts = [point.left for point in found.burndown]
    known = [left for left in lefts if left is not UNSET]
    assert lefts[: len(known)] == known  # of the past and the present, then no more
    if known and all(event.day <= today.isoformat() for event in events) and found.week <= found.weeks:
        assert known[-1] == found.ledger.left
    plans = [point.planned for point in found.burndown]
    assert plans == sorted(plans, reverse=True)
