"""How a skill's hours fall into tasks: which kinds of work, how many parts, in which order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import pytest

from careercraft.plan.needs import Need
from careercraft.plan.order import Placed
from careercraft.plan.tasks import Draft, family_of, in_breadth, skill_tasks
from tests.plan.worlds import skill, taxonomy_of


def drafts(
    hours: float, kind: str = "technical", gap: bool = True, name: str = "one", first: Sequence[str] = ()
) -> list[Draft]:
    importance = "must" if gap else None
    need = Need(skill(name, hours, kind), "intermediate", None, hours, False, 1.0, importance)  # type: ignore[arg-type]
    return skill_tasks(Placed(need, hours), "any", "", first)


def by_kind(hours: float, kind: str = "technical", gap: bool = True) -> dict[str, list[float]]:
    tasks = [draft.task for draft in drafts(hours, kind, gap)]
    return {str(key): [task.hours for task in group] for key, group in groupby(tasks, lambda task: task.kind)}


@pytest.mark.parametrize(
    ("hours", "kind", "gap", "kinds"),
    [
        (0.25, "technical", True, "learn"),
        (0.5, "technical", True, "learn prove"),
        (1.75, "technical", True, "learn prove"),
        (2.0, "technical", True, "learn build prove"),
        (7.75, "technical", True, "learn build prove"),
        (8.0, "technical", True, "learn practice build prove"),
        (1.75, "certification", True, "learn prove"),
        (2.0, "certification", True, "learn practice prove"),
        (1.75, "technical", False, "learn"),
        (2.0, "technical", False, "learn practice"),
    ],
)
def test_a_short_skill_has_fewer_kinds_of_work(hours: float, kind: str, gap: bool, kinds: str) -> None:
    found = by_kind(hours, kind, gap)
    assert list(found) == kinds.split()
    assert sum(map(sum, found.values())) == hours
    assert min(map(min, found.values())) >= 0.25


def test_a_proof_takes_six_hours_at_most_and_the_rest_goes_before_it() -> None:
    found = {kind: sum(hours) for kind, hours in by_kind(100.0).items()}
    assert found == {"learn": 40.0, "practice": 25.0, "build": 29.0, "prove": 6.0}
    assert {kind: sum(hours) for kind, hours in by_kind(20.0, gap=False).items()} == {
        "learn": 12.0,
        "practice": 8.0,
    }


def test_parts_are_about_equal_and_the_longer_ones_first() -> None:
    assert by_kind(22.5)["learn"] == [4.5, 4.5]
    assert by_kind(50.0)["build"] == [6.25, 6.25]
    assert by_kind(43.0)["learn"] == [5.75, 5.75, 5.75]
    assert by_kind(44.0)["learn"] == [6.0, 5.75, 5.75]


def test_nobody_ticks_off_fifty_parts_of_the_same() -> None:
    learning = by_kind(4000.0)["learn"]
    assert len(learning) == 20
    assert sum(learning) == 1600.0


def test_after_twelve_parts_they_grow_longer() -> None:
    assert len(by_kind(240.0)["learn"]) == 12
    assert len(by_kind(400.0)["learn"]) == 12 + 3


def test_tasks_follow_each_other_and_what_comes_before_the_skill() -> None:
    tasks = [draft.task for draft in drafts(20.0, first=("other-prove",))]
    assert [task.after for task in tasks] == [("other-prove",), *((task.id,) for task in tasks[:-1])]


def test_side_by_side_goes_by_kind_part_and_the_order_of_skills() -> None:
    one, two = drafts(40.0, name="one"), drafts(40.0, name="two")
    found = [task.id for task in in_breadth([two, one])]
    assert found[:4] == ["two-learn-1", "one-learn-1", "two-learn-2", "one-learn-2"]
    last = one[-1].task.id
    waits = in_breadth([drafts(4.0, name="next", first=(last,)), one])
    assert [task.id for task in waits][-4:-2] == [last, "next-learn"]


def test_the_field_of_most_skills_is_that_of_the_job() -> None:
    nursing = [skill(f"care-{number}", family="healthcare") for number in range(2)]
    tongues = [skill(f"tongue-{number}", kind="language", family="languages") for number in range(3)]
    talks = [skill(f"talk-{number}", kind="soft", family="soft-skills") for number in range(3)]
    taxonomy = taxonomy_of([*nursing, *tongues, *talks, skill("sql", family="data-ai")])
    assert family_of([*taxonomy.skills, None, "unknown"], taxonomy) == "healthcare"
    assert family_of(["care-0", "sql"], taxonomy) == "data-ai"  # as many of both: by name
    assert family_of(["tongue-0", "talk-0"], taxonomy) == ""
