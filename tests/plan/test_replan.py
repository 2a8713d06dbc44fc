"""What is left moves, what is done stays, and no hour is lost or doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from careercraft.errors import UsageError
from careercraft.model.plan import WEEKDAYS, Period, Roadmap
from careercraft.model.progress import Event
from careercraft.plan.build import build_roadmap
from careercraft.plan.hours import quarters
from careercraft.plan.progress import ledger, left_hours, progress_of
from careercraft.plan.replan import Changes, replan
from careercraft.plan.status import pace_of
from tests.plan.histories import histories, small_plan, told
from tests.plan.worlds import (
    CREATED,
    TODAY,
    analyses,
    asked,
    plan_settings,
    planned,
    skill,
    taxonomies,
    taxonomy_of,
)
from tests.score.builders import entry, fuzz

PLAN = small_plan()
IDS = [task.id for task in PLAN.tasks]
NOW = "2026-12-10T18:00:00Z"
DAY = date(2026, 12, 10)


def again(plan: Roadmap = PLAN, events: tuple[Event, ...] = (), today: date = DAY, **changes: Any) -> Roadmap:
    return replan(plan, progress_of(plan, events), today, Changes(**changes), NOW)


def hours_by_task(plan: Roadmap) -> Counter[str]:
    spent: Counter[str] = Counter()
    for week in plan.weeks:
        for session in week.sessions:
            spent[session.task] += session.hours  # type: ignore[assignment]
    return spent


def first_day(plan: Roadmap) -> str:
    return next(session.day for week in plan.weeks for session in week.sessions)


def test_what_is_left_begins_today() -> None:
    events = told((1, "done", IDS[0]), (2, "skip", IDS[1]), (3, "log", IDS[2], 1.0))
    plan = again(events=events)
    assert (plan.revision, plan.created, plan.settings.start) == (2, NOW, "2026-12-10")
    assert (plan.tasks, plan.skills, plan.id) == (PLAN.tasks, PLAN.skills, PLAN.id)
    spent = hours_by_task(plan)
    assert not {IDS[0], IDS[1]} & set(spent)
    assert spent[IDS[2]] == PLAN.tasks[2].hours - 1.0
    assert all(spent[task.id] == task.hours for task in PLAN.tasks[3:])
    assert first_day(plan) == "2026-12-10"
    assert plan.forecast.hours == ledger(PLAN, progress_of(PLAN, events)).left


def test_the_same_input_gives_the_same_plan() -> None:
    events = told((1, "done", IDS[0], 3.0), (3, "log", IDS[2], 1.0))
    assert again(events=events, slip=7) == again(events=events, slip=7)


def test_who_worked_today_goes_on_tomorrow() -> None:
    assert again(events=told((9, "log", IDS[0], 1.0))).settings.start == "2026-12-11"
    assert again(events=told((8, "log", IDS[0], 1.0))).settings.start == "2026-12-10"


def test_a_slip_moves_all_that_is_left() -> None:
    slipped = again(slip=7)
    assert slipped.settings.start == "2026-12-17"
    assert date.fromisoformat(slipped.forecast.finish) == date.fromisoformat(
        again().forecast.finish
    ) + timedelta(7)
    before = date(2026, 11, 20)  # a plan that hasn't begun slips from its own start
    assert again(today=before, slip=7).settings.start == "2026-12-08"
    assert again(today=before).settings.start == PLAN.settings.start
    with pytest.raises(UsageError, match="both say when"):
        again(slip=7, start="2026-12-20")


def test_new_hours_days_and_holidays() -> None:
    off = Period("2026-12-21", "2027-01-03")
    plan = again(hours_per_week=4.0, weekdays=("sun", "mon"), holidays=(off,))
    settings = plan.settings
    assert (settings.hours_per_week, settings.weekdays, settings.holidays) == (4.0, ("mon", "sun"), (off,))
    assert all(week.hours <= 4.0 for week in plan.weeks)
    days = [session.day for week in plan.weeks for session in week.sessions]
    assert {WEEKDAYS[date.fromisoformat(day).weekday()] for day in days} == {"mon", "sun"}
    assert not [day for day in days if off.first <= day <= off.last]
    kept = again(plan)  # the next one leaves it so
    assert (kept.settings.hours_per_week, kept.settings.holidays) == (4.0, (off,))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"hours_per_week": 0.0}, "hours-per-week"),
        ({"hours_per_week": 500.0}, "hours-per-week"),
        ({"hours_per_week": float("nan")}, "hours-per-week"),
        ({"start": "2026-12-01"}, "past"),
        ({"start": "soon"}, "no day"),
        ({"deadline": "2026-12-01"}, "past"),
        ({"deadline": "2026-12-12", "slip": 7}, "before the start"),
        ({"weekdays": ()}, "no day"),
        ({"holidays": (Period("2026-12-01", "2099-12-31"),)}, "no day of study"),
    ],
)
def test_what_no_plan_can_keep(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        again(**changes)


def test_a_deadline_that_has_passed_is_asked_for() -> None:
    plan = small_plan(deadline="2026-12-31")
    with pytest.raises(UsageError, match="2026-12-31") as caught:
        again(plan, today=date(2027, 1, 2))
    assert "--deadline none" in caught.value.hint
    assert not again(plan, today=date(2027, 1, 2), deadline="").settings.deadline
    assert again(plan, today=date(2027, 1, 2), deadline="2027-06-01").settings.deadline == "2027-06-01"


def test_the_last_day_before_a_deadline_counts() -> None:
    plan = again(small_plan(deadline="2026-12-31"), today=date(2026, 12, 31))
    assert {session.day for week in plan.weeks for session in week.sessions} == {"2026-12-31"}


def test_nothing_is_left() -> None:
    with pytest.raises(UsageError, match="nothing is left"):
        again(events=told(*[(1, "done", one) for one in IDS]))


def test_a_deadline_that_does_not_hold_all() -> None:
    """What brings most an hour stays; the rest is named, with its hours, and keeps its tasks without days."""
    plan = again(deadline="2027-01-10")
    (left,) = [one for one in plan.left_out if one.why == "deadline"]
    planned = {task.skill for task in plan.tasks if task.id in hours_by_task(plan) and task.skill}
    assert planned
    assert left.id not in planned
    assert "2027-01-10" in left.reason
    assert left.hours == sum(task.hours for task in plan.tasks if task.skill == left.id)
    assert plan.tasks == PLAN.tasks
    assert plan.forecast.finish <= "2027-01-10"
    assert plan.forecast.earliest_fit
    assert plan.forecast.earliest_fit > "2027-01-10"
    assert plan.forecast.verdict == "UNFIT"


def test_days_that_hold_it_to_the_quarter_hold_it() -> None:
    day: dict[str, Any] = {"weekdays": ("thu",), "deadline": "2026-12-10"}
    airflow = {task.id: task.hours for task in PLAN.tasks if task.skill == "airflow"}
    others = told(*[(1, "done", one) for one in IDS if one not in airflow])
    plan = again(events=others, hours_per_week=sum(airflow.values()), **day)
    assert (hours_by_task(plan), plan.left_out) == (airflow, ())
    short = again(events=others, hours_per_week=sum(airflow.values()) - 0.25, **day)
    assert [left.id for left in short.left_out] == ["airflow"]
    learned = told(*[(1, "done", task.id) for task in PLAN.tasks if task.skill])
    applying = [task for task in PLAN.tasks if not task.skill][:2]
    two = again(events=learned, hours_per_week=sum(task.hours for task in applying), **day)
    assert list(hours_by_task(two)) == [task.id for task in applying]


def test_by_the_hour_two_small_skills_come_before_a_large_one() -> None:
    """Where no set makes it FIT, and the days hold either."""
    large, one, other = skill("large", 24.0), skill("one", 4.0), skill("other", 4.0)
    taxonomy = taxonomy_of([large, one, other])
    entries = [
        asked(large),
        asked(one, 0.0, "nice", 100),
        asked(other, 0.0, "nice", 200),
        entry("Something odd", covered=False, at=300),
        entry("Something else", covered=False, at=400),
    ]
    plan = planned(taxonomy, entries)
    assert plan.forecast.verdict == "UNFIT"
    points = {item.id: item.points for item in plan.skills}
    assert points["large"] > points["one"]
    days = [session for week in plan.weeks for session in week.sessions]
    spent = list(accumulate(session.hours for session in days))
    room = 24.0 + sum(task.hours for task in plan.tasks if not task.skill)
    deadline = next(session.day for session, hours in zip(days, spent, strict=True) if hours >= room)
    tight = again(plan, today=TODAY, deadline=deadline)
    assert [left.id for left in tight.left_out if left.why == "deadline"] == ["large"]


def test_the_shortest_way_to_fit_comes_before_what_brings_more_an_hour() -> None:
    known, long, short = skill("known"), skill("long", 24.0), skill("short", 3.0)
    plan = planned(
        taxonomy_of([known, long, short]),
        [asked(known, 1.0, tier="exact"), asked(long, at=100), asked(short, importance="preferred", at=200)],
    )
    rates = {one.id: one.points / one.hours for one in plan.skills}
    assert rates["short"] > rates["long"]
    hours = sum(task.hours for task in plan.tasks if task.skill != "short")
    days = [session.day for session in (one for week in plan.weeks for one in week.sessions)]
    ends = {day: sum(s.hours for w in plan.weeks for s in w.sessions if s.day <= day) for day in days}
    deadline = next(day for day in days if ends[day] >= hours)
    assert ends[deadline] < hours + 3.0  # it holds the long one or the short one
    tight = again(plan, today=TODAY, deadline=deadline)
    assert [one.id for one in tight.left_out] == ["short"]
    assert tight.forecast.verdict == "FIT"


def test_what_a_replan_left_out_comes_back_with_a_later_deadline() -> None:
    tight = again(deadline="2027-01-10")
    wide = again(tight, deadline="")
    assert wide.left_out == PLAN.left_out
    assert set(hours_by_task(wide)) == set(IDS)
    assert wide.forecast.verdict == "FIT"


def test_days_too_few_for_the_application_hold_whole_tasks() -> None:
    plan = again(deadline="2026-12-11")
    spent = hours_by_task(plan)
    assert all(spent[task.id] == task.hours for task in plan.tasks if task.id in spent)
    (note,) = plan.notes
    assert all(
        str(task.number) in note
        for task in plan.tasks
        if task.phase == "application" and task.id not in spent
    )


def test_a_skill_for_an_earlier_deadline_is_told_of() -> None:
    tight = small_plan(deadline="2027-01-10")
    names = [one.name for one in tight.left_out if one.why == "deadline"]
    plan = again(tight, deadline="")
    assert [one.name for one in plan.left_out if one.why == "deadline"] == names
    assert any(names[0] in note and "roadmap build" in note for note in plan.notes)
    assert again(tight, deadline="2027-06-01").notes == ()


def test_estimates_learn_from_logged_hours() -> None:
    events = told(*[(place, "done", one, 2 * PLAN.tasks[place].hours) for place, one in enumerate(IDS[:4])])
    pace, known = pace_of(PLAN, progress_of(PLAN, events))
    assert known == sum(task.hours for task in PLAN.tasks[:4])
    assert 1.3 < pace < 2.0
    plan = again(events=events)
    assert plan.settings.pace == pace
    assert hours_by_task(plan) == {task.id: quarters(task.hours * pace) for task in PLAN.tasks[4:]}
    assert again(events=events, pace=1.0).settings.pace == 1.0
    assert again(plan).settings.pace == pace  # kept while nothing says otherwise


def test_another_style_keeps_ids_numbers_and_order_of_what_needs_what() -> None:
    plan = again(style="breadth")
    assert sorted(plan.tasks, key=lambda task: task.number) == list(PLAN.tasks)
    assert [task.id for task in plan.tasks] != IDS
    check_order(plan, ())
    assert again(plan, style="depth").tasks == PLAN.tasks
    assert again(plan, style="breadth").tasks == plan.tasks


@fuzz
@given(st.data())
def test_another_style_is_the_plan_that_would_have_been_made(data: st.DataObject) -> None:
    taxonomy = data.draw(taxonomies())
    analysis = data.draw(analyses(taxonomy))
    settings = structs.replace(data.draw(plan_settings(("all",))), deadline=UNSET)
    other = "breadth" if settings.style == "depth" else "depth"
    plan, made = (
        build_roadmap(analysis, taxonomy, structs.replace(settings, style=style), CREATED)
        for style in (settings.style, other)
    )
    found = again(plan, today=TODAY, style=other)
    assert [task.id for task in found.tasks] == [task.id for task in made.tasks]
    assert found.weeks == made.weeks


def test_a_task_opened_again_gets_a_day() -> None:
    done = told((1, "done", IDS[0]))
    plan = again(events=done)
    assert IDS[0] not in hours_by_task(plan)
    back = told((1, "done", IDS[0]), (2, "replan"), (3, "reopen", IDS[0]))
    assert hours_by_task(again(plan, back))[IDS[0]] == PLAN.tasks[0].hours


def test_an_open_prerequisite_gets_days_though_what_needs_it_is_over() -> None:
    docker = {task.id for task in PLAN.tasks if task.skill == "docker"}
    plan = again(events=told(*[(1, "done", one.id) for one in PLAN.tasks if one.skill == "kubernetes"]))
    assert docker <= set(hours_by_task(plan))
    last = again(events=told(*[(1, "done", one) for one in IDS if one not in docker]))
    assert set(hours_by_task(last)) == docker
    # Where the days are too few for it, it is named; what needs it is not planned without it.
    tight = again(events=told(*[(1, "done", one) for one in IDS if one not in docker]), deadline="2026-12-12")
    assert [(left.id, left.why) for left in tight.left_out] == [("docker", "deadline")]


def test_the_readiness_goes_on_from_what_is_done() -> None:
    skill = PLAN.tasks[0].skill
    events = told(*[(1, "done", task.id) for task in PLAN.tasks if task.skill == skill])
    plan = again(events=events)
    assert plan.readiness > PLAN.readiness
    assert plan.weeks[0].readiness >= plan.readiness
    assert plan.forecast.readiness == PLAN.forecast.readiness
    # The day of FIT too, and the shortest way, which passes by what is planned next.
    assert (plan.verdict, plan.forecast.verdict) == ("UNFIT", "FIT")
    assert str(plan.forecast.earliest_fit) < str(plan.forecast.fit_day)
    days = {session.task: session.day for week in plan.weeks for session in week.sessions}
    assert plan.forecast.fit_day == days["kubernetes-practice"]
    learned = again(events=told(*[(1, "done", task.id) for task in PLAN.tasks if task.skill]))
    assert (learned.verdict, learned.forecast.fit_week, learned.forecast.fit_day) == ("FIT", 0, UNSET)


def check_order(plan: Roadmap, ended: Collection[str]) -> None:
    places: dict[str, list[int]] = {}
    sessions = [session for week in plan.weeks for session in week.sessions]
    for place, session in enumerate(sessions):
        places.setdefault(session.task, []).append(place)
    after = {task.id: task.after for task in plan.tasks}
    for one in places:
        for other in after[one]:
            assert other in ended or places[other][-1] < places[one][0]


@st.composite
def stories(draw: st.DrawFn) -> tuple[Roadmap, list[tuple[Roadmap, tuple[Event, ...]]]]:
    """A plan, and what became of it: each revision with all that was told until it was made."""
    taxonomy = draw(taxonomies(6))
    first = build_roadmap(draw(analyses(taxonomy)), taxonomy, draw(plan_settings(("all",))), CREATED)
    plan, events, found = first, (), list[tuple[Roadmap, tuple[Event, ...]]]()
    today = date.fromisoformat(first.settings.start)
    for _ in range(draw(st.integers(1, 3))):
        new = draw(histories(plan, 12))
        shifted = (structs.replace(one, seq=len(events) + one.seq) for one in new)
        events = (*events, *shifted, told((0, "replan"))[0])
        today += timedelta(days=draw(st.integers(0, 20)))
        changes: dict[str, Any] = {
            "slip": draw(st.sampled_from([0, 0, 7])),
            "deadline": draw(st.sampled_from([None, "", (today + timedelta(40)).isoformat()])),
            "style": draw(st.sampled_from([None, "depth", "breadth"])),
            "hours_per_week": draw(st.sampled_from([None, 3.5, 8.0])),
        }
        try:
            plan = again(plan, events, today, **changes)
        except UsageError:  # all done, a deadline that has passed, no day left
            continue
        found.append((plan, events))
    return first, found


@fuzz
@given(stories())
def test_hours_are_kept_through_any_story(
    story: tuple[Roadmap, list[tuple[Roadmap, tuple[Event, ...]]]],
) -> None:
    first, revisions = story
    for plan, events in revisions:
        progress = progress_of(plan, events)
        sums = ledger(plan, progress)
        assert sorted(plan.tasks, key=lambda task: task.number) == list(first.tasks)
        assert sums.planned == sums.done + sums.skipped + sums.credited + sums.left
        assert sums.planned == sum(task.hours for task in first.tasks)
        left = {task.id: left_hours(task, progress.tasks[task.id]) for task in plan.tasks}
        spent = hours_by_task(plan)
        for task, hours in spent.items():
            assert hours == quarters(left[task] * plan.settings.pace)
        out = {one.id for one in plan.left_out}
        for task in plan.tasks:
            if left[task.id] and task.id not in spent:  # named, a need of what is named, or noted
                assert (
                    task.skill in out
                    or any(task.skill in _needs(plan, str(one)) for one in out)
                    or any(str(task.number) in note for note in plan.notes)
                )


def _needs(plan: Roadmap, skill: str) -> set[str]:
    after = {one.id: one.after for one in plan.skills}
    found: set[str] = set()
    waiting = [skill]
    while waiting:
        for other in after.get(waiting.pop(), ()):
            if other not in found:
                found.add(other)
                waiting.append(other)
    return found


@fuzz
@given(stories())
def test_a_replan_keeps_what_every_plan_keeps(
    story: tuple[Roadmap, list[tuple[Roadmap, tuple[Event, ...]]]],
) -> None:
    for plan, events in story[1]:
        states = progress_of(plan, events).tasks
        check_order(plan, {one for one, state in states.items() if state.status in ("done", "skipped")})
        settings = plan.settings
        for week in plan.weeks:
            assert week.hours == sum(session.hours for session in week.sessions) <= settings.hours_per_week
            for session in week.sessions:
                assert settings.start <= session.day <= (settings.deadline or "9")
                assert week.first <= session.day <= week.last
                assert WEEKDAYS[date.fromisoformat(session.day).weekday()] in settings.weekdays
                assert not any(off.first <= session.day <= off.last for off in settings.holidays)
