"""Hours in quarters, levels by hours, and what one skill brings of another."""

from __future__ import annotations

from itertools import pairwise

import pytest

from careercraft.match.credit import IMPLIED
from careercraft.plan.hours import brought, level_at, quarters, saved
from tests.plan.worlds import skill, taxonomy_of


@pytest.mark.parametrize(
    ("hours", "rounded"), [(0.0, 0.25), (0.37, 0.25), (0.375, 0.5), (1.12, 1.0), (1.13, 1.25), (8.0, 8.0)]
)
def test_to_the_nearest_quarter_and_at_least_one(hours: float, rounded: float) -> None:
    assert quarters(hours) == rounded


@pytest.mark.parametrize(
    ("known", "level"),
    [(4.75, None), (5.0, "beginner"), (10.0, "intermediate"), (39.0, "advanced"), (99.0, "expert")],
)
def test_the_highest_level_that_hours_reach(known: float, level: str | None) -> None:
    assert level_at(skill("sql", 10.0), known) == level


def test_what_comes_with_a_skill_is_brought_by_its_steps() -> None:
    ids = [f"step-{number}" for number in range(len(IMPLIED) + 2)]
    chain = [skill(one, implies=(then,)) for one, then in pairwise(ids)]
    found = brought(taxonomy_of([*chain, skill(ids[-1])]), ids[0])
    assert [found[one] for one in ids[1:]] == [*IMPLIED, IMPLIED[-1]]


@pytest.mark.parametrize("related", [0.05, 0.99])
def test_of_two_ways_the_better_one_counts(related: float) -> None:
    suite = skill("suite", implies=("part",), related={"part": related, "near": 0.3})
    found = brought(taxonomy_of([suite, skill("part"), skill("near")]), "suite")
    assert found == {"part": max(related, IMPLIED[0]), "near": 0.3}
    assert brought(taxonomy_of([suite]), "gone") == {}


def test_the_shorter_of_both_is_shared_and_a_quarter_stays() -> None:
    assert (saved(0.5, 10.0, 40.0), saved(0.5, 40.0, 10.0), saved(1.0, 40.0, 10.0)) == (5.0, 5.0, 7.5)
