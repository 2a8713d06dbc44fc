"""A plan that goes on after another analysis of its target."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from careercraft.errors import UsageError
from careercraft.model.match import SkillEntry
from careercraft.model.plan import Period, Roadmap
from careercraft.model.progress import Event
from careercraft.plan.build import build_roadmap
from careercraft.plan.learned import best, said
from careercraft.plan.progress import learned, progress_of
from careercraft.plan.update import from_today, updated
from tests.plan.worlds import (
    CREATED,
    analyses,
    analysis_of,
    asked,
    planned,
    settings_of,
    skill,
    taxonomies,
    taxonomy_of,
)
from tests.score.builders import fuzz

LATER = date(2026, 12, 21)
ONE, TWO, THREE = skill("one", 10.0), skill("two", 20.0, prerequisites=("one",)), skill("three", 30.0)
ALL = taxonomy_of([ONE, TWO, THREE])


def events(*told: tuple[str, str], evidence: str = "") -> tuple[Event, ...]:
    """`("done", "one-learn")` and so on."""
    return tuple(
        Event(seq=seq, at=CREATED, day="2026-12-10", kind=kind, task=task, evidence=evidence)  # type: ignore[arg-type]
        for seq, (kind, task) in enumerate(told, 1)
    )


def all_done(plan: Roadmap, skill_ids: Iterable[str], evidence: str = "") -> tuple[Event, ...]:
    tasks = [("done", task.id) for task in plan.tasks if task.skill in set(skill_ids)]
    return events(*tasks, evidence=evidence)


def again(old: Roadmap, told: tuple[Event, ...], entries: list[SkillEntry], today: date = LATER) -> Roadmap:
    return updated(old, told, analysis_of(ALL, entries), ALL, today, CREATED)


def test_a_closed_gap_goes_and_what_was_done_of_it_stays() -> None:
    old = planned(ALL, [asked(ONE), asked(THREE, at=100)])
    told = all_done(old, ["one"])
    new = again(old, told, [asked(ONE, 1.0), asked(THREE, at=100)])
    assert [one.id for one in new.skills] == ["one", "three"]
    assert {task.id for task in new.tasks if task.skill == "one"} == {task.task for task in told}
    days = {session.task for week in new.weeks for session in week.sessions}
    assert not days & {task.task for task in told}
    assert min(session.day for week in new.weeks for session in week.sessions) >= LATER.isoformat()


def test_a_closed_gap_that_was_never_begun_leaves_nothing() -> None:
    old = planned(ALL, [asked(ONE), asked(THREE, at=100)])
    new = again(old, (), [asked(ONE, 1.0), asked(THREE, at=100)])
    assert [one.id for one in new.skills] == ["three"]


def test_a_new_gap_gets_new_numbers() -> None:
    old = planned(ALL, [asked(THREE)])
    new = again(old, all_done(old, ["three"]), [asked(THREE, 1.0), asked(TWO, at=100)])
    assert [one.id for one in new.skills] == ["three", "one", "two"]
    numbers = {task.id: task.number for task in old.tasks}
    for task in new.tasks:
        assert task.number == numbers.get(task.id, task.number)
        assert (task.number > max(numbers.values())) == (task.id not in numbers)
    assert len({task.number for task in new.tasks}) == len(new.tasks)


def test_a_skill_that_was_begun_keeps_its_tasks_though_fewer_hours_would_do_now() -> None:
    old = planned(ALL, [asked(THREE)])
    first = old.tasks[0]
    half = [asked(THREE, 0.5, tier="related", via="Else")]
    kept = again(old, events(("done", first.id)), half)
    assert [task.hours for task in kept.tasks if task.skill] == [
        task.hours for task in old.tasks if task.skill
    ]
    assert kept.skills[0].hours == 30.0
    fresh = again(old, (), half)
    assert fresh.skills[0].hours == 15.0


def test_a_skill_begins_after_the_last_task_of_what_it_needs() -> None:
    old = planned(ALL, [asked(ONE)])
    told = events(("done", old.tasks[0].id))
    new = again(old, told, [asked(ONE), asked(TWO, at=100)])
    one = [task.id for task in old.tasks if task.skill == "one"]
    first = next(task for task in new.tasks if task.skill == "two")
    assert [task.id for task in new.tasks if task.skill == "one"] == one  # as they were
    assert first.after == (one[-1],)


def test_of_closed_gaps_no_order_is_left_behind() -> None:
    old = planned(ALL, [asked(TWO)])
    told = events(("done", next(task.id for task in old.tasks if task.skill == "two")))
    new = again(old, told, [asked(TWO, 1.0), asked(THREE, at=100)])
    assert [(one.id, one.after) for one in new.skills] == [("two", ()), ("three", ())]


def test_numbers_that_are_taken_are_not_given_again() -> None:
    old = planned(ALL, [asked(ONE), asked(THREE, at=100)])
    last = old.tasks[-1]
    fewer = again(old, events(("done", last.id)), [asked(ONE, 1.0), asked(THREE, at=100)])
    assert max(task.number for task in fewer.tasks) == last.number > len(fewer.tasks)
    more = again(fewer, events(("done", last.id)), [asked(TWO), asked(THREE, at=100)])
    assert len({task.number for task in more.tasks}) == len(more.tasks)
    new = [task.number for task in more.tasks if task.skill == "two"]
    assert new
    assert min(new) > last.number


def test_what_was_asked_goes_on_from_today_or_from_its_own_start() -> None:
    coming = settings_of(start="2027-01-05", deadline="2027-03-01")
    assert from_today(coming, LATER) == (coming, ())
    today = settings_of(weekdays=("mon",), deadline=LATER.isoformat())  # a Monday, and the last day
    assert from_today(today, LATER)[0].deadline == LATER.isoformat()
    off = settings_of(holidays=(Period("2026-12-20", "2026-12-26"),), deadline="2026-12-18")
    found, notes = from_today(off, LATER)
    assert (found.start, found.deadline) == (LATER.isoformat(), UNSET)
    assert [word in note for word, note in zip(("has passed", "days off"), notes, strict=True)] == [True] * 2


def test_it_is_the_next_revision_of_the_same_plan() -> None:
    old = planned(ALL, [asked(THREE)])
    new = again(old, (), [asked(THREE)])
    assert (new.id, new.revision) == (old.id, 2)
    assert new.settings.start == LATER.isoformat()


def test_a_deadline_that_has_passed_counts_no_more() -> None:
    old = planned(ALL, [asked(THREE)], deadline="2026-12-19")
    new = again(old, (), [asked(THREE)])
    assert not new.settings.deadline
    assert any("2026-12-19" in note for note in new.notes)


def test_with_nothing_left_it_is_a_plan_without_days() -> None:
    old = planned(ALL, [asked(ONE)])
    told = events(*(("done", task.id) for task in old.tasks))
    new = again(old, told, [asked(ONE, 1.0)])
    assert new.weeks == ()
    assert new.revision == 2
    assert (new.forecast.hours, new.forecast.finish, new.phases) == (0.0, LATER.isoformat(), ())


def test_what_is_left_of_a_skill_stays_where_the_deadline_would_not_hold_it_anew() -> None:
    old = planned(ALL, [asked(THREE)], deadline="2027-01-20")
    *others, last = [task.id for task in old.tasks if task.skill]
    told = events(*(("done", task) for task in others))
    new = again(old, told, [asked(THREE)], date(2027, 1, 7))
    assert [task.id for task in new.tasks if task.skill] == [*others, last]
    assert {session.task for week in new.weeks for session in week.sessions} >= {last}
    assert (new.settings.deadline, new.left_out) == ("2027-01-20", ())
    tight = again(old, (), [asked(THREE)], date(2027, 1, 7))
    assert [(left.id, left.why) for left in tight.left_out] == [("three", "deadline")]


def test_a_gap_that_comes_back_is_to_be_learned_again() -> None:
    entries = [asked(THREE), asked(ONE, at=100)]
    old = planned(ALL, entries)
    first, *others = [task.id for task in old.tasks if task.skill == "three"]
    told = events(("done", first))
    closed = again(old, told, [asked(THREE, 1.0), asked(ONE, at=100)])
    assert [task.id for task in closed.tasks if task.skill == "three"] == [first]
    back = again(closed, told, entries)
    assert [task.id for task in back.tasks if task.skill == "three"] == [first, *others]
    assert first not in {session.task for week in back.weeks for session in week.sessions}


def test_a_gap_that_only_years_close_is_named_though_a_part_of_it_was_done() -> None:
    """The resume names it by now; the plan keeps what was done of it, and says why there is no more."""
    old = planned(ALL, [asked(THREE), asked(ONE, at=100)])
    told = events(("done", next(task.id for task in old.tasks if task.skill == "three")))
    used = asked(THREE, 0.6, required_years=5.0, found_years=1.0)
    new = again(old, told, [used, asked(ONE, at=100)])
    assert [one.id for one in new.skills] == ["three", "one"]
    assert [(left.id, left.why) for left in new.left_out] == [("three", "years")]


def test_a_brief_analysis_is_refused() -> None:
    brief = structs.replace(analysis_of(ALL, [asked(ONE)]), documents=UNSET, resume=UNSET, job=UNSET)
    with pytest.raises(UsageError):
        updated(planned(ALL, [asked(ONE)]), (), brief, ALL, LATER, CREATED)


@fuzz
@given(st.data())
def test_order_and_prerequisites_hold_after_an_update(data: st.DataObject) -> None:
    taxonomy = data.draw(taxonomies())
    old = build_roadmap(data.draw(analyses(taxonomy)), taxonomy, settings_of(), CREATED)
    done = (
        data.draw(st.lists(st.sampled_from([task.id for task in old.tasks]), unique=True))
        if old.tasks
        else []
    )
    told = events(*(("done", task) for task in done))
    new = updated(old, told, data.draw(analyses(taxonomy)), taxonomy, LATER, CREATED)
    ids = {task.id for task in new.tasks}
    places = {task.id: place for place, task in enumerate(new.tasks)}
    assert len(ids) == len(new.tasks) == len({task.number for task in new.tasks})
    for task in new.tasks:
        assert ids.issuperset(task.after)
        assert all(places[other] < places[task.id] for other in task.after)
    by_skill = {one.id for one in new.skills}
    assert all(by_skill.issuperset(one.after) for one in new.skills)
    assert {task.skill for task in new.tasks if task.skill} == by_skill
    scheduled = {session.task for week in new.weeks for session in week.sessions}
    assert not scheduled & set(done)


# what was learned


def test_what_was_learned_is_said_with_its_level_and_roadmap() -> None:
    plan = planned(ALL, [asked(ONE)])
    told = all_done(plan, ["one"], evidence="https://example.org/work")
    (addition,) = best([said(plan, learned(plan, progress_of(plan, told), 3))])
    assert addition.text == "One: intermediate, learned by roadmap 3"
    assert (addition.note, addition.created) == ("https://example.org/work", "2026-12-10")


def test_a_certificate_has_no_level_and_a_colon_in_a_name_is_avoided() -> None:
    card = skill("card", 10.0, kind="certification")
    odd = structs.replace(skill("odd-name", 10.0), name="Odd: Name")
    for one, text in (
        (card, "Card: learned by roadmap 1"),
        (odd, "odd-name: intermediate, learned by roadmap 1"),
    ):
        plan = planned(taxonomy_of([one]), [structs.replace(asked(one), id=one.id)])
        told = all_done(plan, [one.id], evidence="scan.pdf")
        (addition,) = best([said(plan, learned(plan, progress_of(plan, told), 1))])
        assert addition.text == text


def test_of_several_roadmaps_the_highest_level_counts() -> None:
    low = planned(ALL, [asked(ONE, required_level="beginner")])
    high = planned(ALL, [asked(ONE, required_level="advanced")])
    found = [
        said(plan, learned(plan, progress_of(plan, all_done(plan, ["one"], evidence="x")), number))
        for number, plan in ((1, high), (2, low))
    ]
    assert [item.text for item in best(found)] == ["One: advanced, learned by roadmap 1"]
    again = said(high, learned(high, progress_of(high, all_done(high, ["one"], evidence="newer")), 3))
    assert [item.note for item in best([*found, again])] == ["newer"]


def test_what_the_resume_shows_meanwhile_was_not_learned_by_its_first_task() -> None:
    """The rest of its tasks went with the gap; a book about it is no proof of the level planned."""
    old = planned(ALL, [asked(THREE), asked(ONE, at=100)])
    told = events(("done", next(task.id for task in old.tasks if task.skill == "three")), evidence="a book")
    new = again(old, told, [asked(THREE, 1.0), asked(ONE, at=100)])
    assert learned(new, progress_of(new, told), 1) == ()


def test_without_evidence_nothing_was_learned() -> None:
    plan = planned(ALL, [asked(ONE)])
    assert learned(plan, progress_of(plan, all_done(plan, ["one"])), 1) == ()
