"""Tasks point to resources of their own skill, and to no others."""

from __future__ import annotations

import pytest

from careercraft.model.plan import Budget, TaskKind
from careercraft.model.skill import Hours, Resource, ResourceKind, Skill, SkillKind
from careercraft.plan.resources import choose_resource
from careercraft.taxonomy import load_taxonomy

KINDS: tuple[TaskKind, ...] = ("learn", "practice", "build", "prove", "apply")


def resource(kind: ResourceKind, free: bool = True, title: str = "") -> Resource:
    return Resource(
        title=title or f"The {kind}", url=f"https://example.org/{title or kind}", kind=kind, free=free
    )


def skill(*resources: Resource, kind: SkillKind = "technical") -> Skill:
    return Skill(id="roofing", name="Roofing", kind=kind, hours=Hours(5, 20, 80, 300), resources=resources)


def chosen(one: Skill, kind: TaskKind, part: int = 1, budget: Budget = "any") -> str | None:
    found = choose_resource(one, kind, part, budget)
    return found.kind if found else None


def test_over_the_whole_taxonomy_a_resource_is_the_skills_own_and_within_the_budget() -> None:
    for one in load_taxonomy().skills.values():
        own = {(each.title, each.url, each.kind, each.free) for each in one.resources}
        for kind in KINDS:
            for part in (1, 2, 3):
                found = choose_resource(one, kind, part, "any")
                free = choose_resource(one, kind, part, "free")
                assert found is None or (found.title, found.url, found.kind, found.free) in own
                assert free is None or (free.free and (free.title, free.url, free.kind, free.free) in own)


def test_each_kind_of_task_has_the_fitting_kind() -> None:
    every = skill(
        *(resource(kind) for kind in ("community", "certification", "book", "practice", "course", "docs"))
    )
    found = {kind: chosen(every, kind) for kind in KINDS}
    assert found == {
        "learn": "docs",
        "practice": "practice",
        "build": "docs",
        "prove": "certification",
        "apply": None,
    }


def test_parts_of_learning_go_round_what_there_is() -> None:
    both = skill(resource("book"), resource("docs"), resource("community"))
    assert [chosen(both, "learn", part) for part in (1, 2, 3)] == ["docs", "book", "docs"]


def test_a_lesser_kind_serves_where_nothing_better_is() -> None:
    assert chosen(skill(resource("community")), "learn") == "community"
    assert chosen(skill(resource("certification")), "learn") is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_free_budget_takes_no_paid_one_and_makes_none_up(kind: TaskKind) -> None:
    paid = skill(*(resource(one, free=False) for one in ("docs", "course", "practice", "certification")))
    assert chosen(paid, kind, budget="free") is None
    assert chosen(skill(), kind) is None


def test_a_free_budget_takes_the_free_one_behind_a_paid_one() -> None:
    mixed = skill(resource("docs", free=False), resource("book", free=True))
    assert chosen(mixed, "learn") == "docs"
    assert chosen(mixed, "learn", budget="free") == "book"


def test_a_credential_begins_with_what_it_asks_for() -> None:
    one = skill(resource("course"), resource("certification"), kind="certification")
    assert [chosen(one, "learn", part) for part in (1, 2)] == ["certification", "course"]
    assert chosen(one, "prove") == "certification"
