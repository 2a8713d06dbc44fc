"""Gaps are worth what the scorer says; what only work closes has no hours."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from msgspec import structs

from careercraft.score.card import readiness
from careercraft.score.changes import replaced
from careercraft.score.gaps import (
    OpenEntry,
    Scene,
    is_learnable,
    learning_steps,
    open_entries,
    severity,
    skill_gaps,
    strength_learned,
)
from careercraft.score.steps import taken
from tests.score.builders import SCENES, entry, fuzz, only, scene_of, taxonomy_of


@fuzz
@given(SCENES)
def test_points_are_those_of_scoring_again(scene: Scene) -> None:
    now = readiness(scene.skills, scene.facts, scene.weights)
    items = open_entries(scene, {})
    assert len(items) == len(scene.skills.missing) + len(scene.skills.partial)
    for item in items:
        strength = strength_learned(item.entry) if is_learnable(item.entry) else 1.0
        met = {id(item.entry): structs.replace(item.entry, strength=strength)}
        then = readiness(replaced(scene.skills, met), scene.facts, scene.weights)
        assert item.points == round(then - now, 1)
        assert item.points >= 0
    assert [item.points for item in items] == sorted((item.points for item in items), reverse=True)


def test_a_skill_asked_for_twice_is_learned_once() -> None:
    entries = [entry("A", 1.0), entry("B"), entry("B", importance="preferred", at=50), entry("C", at=90)]
    scene = scene_of(entries, weights=only(skills_match=1.0))
    steps = learning_steps(scene, open_entries(scene, taxonomy_of({"B": 20.0, "C": 10.0})))
    assert [(step.name, len(step.met), step.hours) for step in steps] == [("B", 2, 20.0), ("C", 1, 10.0)]
    after = taken(scene, [steps[0]])
    assert [item.name for item in after.skills.missing] == ["C"]
    assert steps[0].points == round(after.readiness() - scene.readiness(), 1)


def test_hours_lead_to_the_level_asked_less_what_is_shown() -> None:
    taxonomy = taxonomy_of({"A": 60.0})

    def hours(strength: float, **more: str) -> float | None:
        return open_entries(scene_of([entry("A", strength, **more)]), taxonomy)[0].hours  # type: ignore[arg-type]

    assert hours(0.0) == 60.0  # intermediate where no level is asked
    assert hours(0.0, required_level="beginner") == 30.0
    assert hours(0.0, required_level="expert") == 240.0
    assert hours(0.5, tier="related", via="B") == 30.0
    assert hours(0.5, required_level="expert", found_level="advanced") == 120.0  # from the level stated
    assert open_entries(scene_of([entry("Unknown")]), taxonomy)[0].hours is None


@pytest.mark.parametrize(
    "more",
    [
        {"required_years": 4.0, "found_years": 2.0},  # only work closes it
        {"required_years": 4.0},  # named, so nothing to learn: the years are to be told
        {"tier": "implied", "via": "B", "required_years": 4.0},  # whoever has B has it
        {"kind": "soft"},  # a word without a deed
    ],
)
def test_what_learning_does_not_close_has_no_hours(more: dict[str, object]) -> None:
    scene = scene_of([entry("A", 0.6, **more)], weights=only(skills_match=1.0))  # type: ignore[arg-type]
    (item,) = open_entries(scene, taxonomy_of({"A": 60.0}))
    assert (item.hours, item.step) == (None, None)
    assert item.points == 40.0  # it is worth something all the same
    gap = skill_gaps([item])[0]
    assert not isinstance(gap.hours, float)
    assert not isinstance(gap.level, str)


def test_learning_brings_no_years() -> None:
    """A skill with years asked is learned as far as a resume without the years would show it."""
    asked = entry("A", required_years=4.0)
    assert strength_learned(entry("A")) == 1.0
    assert 0.35 < strength_learned(asked) < 1.0
    scene = scene_of([asked], weights=only(skills_match=1.0))
    (item,) = open_entries(scene, taxonomy_of({"A": 60.0}))
    assert item.points == round(100 * strength_learned(asked), 1)
    assert "4 years are asked, of which learning brings none" in skill_gaps([item])[0].reason


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (OpenEntry(entry("A"), 3.0, None, "expert", None), "critical"),
        (OpenEntry(entry("A"), 0.1, None, "expert", None), "major"),
        (OpenEntry(entry("A", hard=True), 0.1, None, "expert", None), "critical"),
        (OpenEntry(entry("A", 0.5), 9.0, None, "expert", None), "major"),
        (OpenEntry(entry("A", 0.5), 0.1, None, "expert", None), "minor"),
        (OpenEntry(entry("A", importance="nice"), 0.1, None, "expert", None), "minor"),
        (OpenEntry(entry("A", importance="nice"), 2.0, None, "expert", None), "major"),
    ],
)
def test_severity(item: OpenEntry, expected: str) -> None:
    assert severity(item) == expected


@fuzz
@given(SCENES)
def test_priorities_go_by_severity_then_points_an_hour(scene: Scene) -> None:
    names = {f"Skill {index}": 10.0 * (index + 1) for index in range(5)}
    gaps = skill_gaps(open_entries(scene, taxonomy_of(names)))
    assert [gap.priority for gap in gaps] == list(range(1, len(gaps) + 1))
    order = {"critical": 0, "major": 1, "minor": 2}
    ranks = [order[gap.severity] for gap in gaps]
    assert ranks == sorted(ranks)
    for first, second in pairwise(gaps):
        if (
            first.severity == second.severity
            and isinstance(first.hours, float)
            and isinstance(second.hours, float)
        ):
            assert first.points / max(first.hours, 1.0) >= second.points / max(second.hours, 1.0)
    assert all(gap.evidence for gap in gaps)


def test_the_reason_says_what_was_found() -> None:
    entries = [
        entry("A"), entry("B", 0.5, "preferred", tier="related", via="Bee"),
        entry("C", 0.5, required_years=4.0, found_years=2.0), entry("D", 0.6, kind="soft"),
        entry("E", 0.6, required_level="expert", found_level="beginner"), entry("F", 0.6, required_years=3.0),
        entry("G", 0.6, source="self", statement="G, now and then"),
    ]  # fmt: skip
    reasons = {gap.name: gap.reason for gap in skill_gaps(open_entries(scene_of(entries), {}))}
    assert reasons == {
        "A": "asked as a must; not found in the resume",
        "B": "preferred; shown in part through Bee",
        "C": "asked as a must; 2 of 4 years, which only work closes",
        "D": "asked as a must; named, but no task shows it",
        "E": "asked as a must; beginner level, expert is asked",
        "F": "asked as a must; the resume tells none of the 3 years",
        "G": "asked as a must; shown in part, as you say",
    }
