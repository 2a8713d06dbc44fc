"""Gaps are worth what the scorer says; the counterfactuals are the smallest sets that flip the verdict."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from careercraft.model.facts import Facts, HardFact
from careercraft.score.card import readiness
from careercraft.score.gaps import (
    MOST_CHANGES,
    OpenEntry,
    Scene,
    close,
    counterfactuals,
    open_entries,
    severity,
    skill_gaps,
)
from tests.score.builders import (
    FACTS,
    SCENES,
    THRESHOLDS,
    card_of,
    entry,
    entry_lists,
    fuzz,
    only,
    scene_of,
    taxonomy_of,
)

FEW_PARTS = only(skills_match=0.4, experience_match=0.2, technical_skills=0.1, soft_skills=0.1)


def flips(scene: Scene, items: tuple[OpenEntry, ...]) -> bool:
    closed = close(scene.skills, [item.entry for item in items])
    return card_of(scene._replace(skills=closed)).verdict.label == "FIT"


@fuzz
@given(SCENES)
def test_points_are_those_of_scoring_again(scene: Scene) -> None:
    now = readiness(scene.skills, scene.facts, scene.weights)
    items = open_entries(scene, {})
    assert len(items) == len(scene.skills.missing) + len(scene.skills.partial)
    for item in items:
        closed = close(scene.skills, [item.entry])
        assert item.points == round(readiness(closed, scene.facts, scene.weights) - now, 1)
        assert item.points >= 0
    assert [item.points for item in items] == sorted((item.points for item in items), reverse=True)


@fuzz
@given(SCENES)
def test_closing_meets_in_full_and_touches_nothing_else(scene: Scene) -> None:
    everything = close(scene.skills, [*scene.skills.missing, *scene.skills.partial])
    assert (everything.partial, everything.missing) == ((), ())
    assert all(item.strength == 1.0 for item in everything.matched[len(scene.skills.matched) :])
    assert everything.matched[: len(scene.skills.matched)] == scene.skills.matched
    assert close(scene.skills, []) == scene.skills


def smallest_flips(scene: Scene, items: list[OpenEntry]) -> list[tuple[OpenEntry, ...]]:
    """All smallest sets, by trying every one."""
    for size in range(len(items) + 1):
        found = [chosen for chosen in combinations(items, size) if flips(scene, chosen)]
        if found:
            return found
    return []


@fuzz
@given(st.builds(scene_of, entry_lists(most=7), FACTS, st.just(FEW_PARTS), THRESHOLDS))
def test_counterfactuals_are_minimal_and_flip(scene: Scene) -> None:
    hours = taxonomy_of({f"Skill {index}": 10.0 + index for index in range(7)})
    items = open_entries(scene, hours)
    ways = counterfactuals(scene, items)
    if card_of(scene).verdict.label == "FIT":
        assert ways == ()
        return
    expected = smallest_flips(scene, [item for item in items if item.points > 0 or item.entry.hard])
    if expected and len(expected[0]) > MOST_CHANGES:
        return  # no way out; see below
    names = {frozenset(item.entry.name for item in chosen) for chosen in expected}
    found = [frozenset(change.name for change in way.changes) for way in ways]
    assert len(found) == min(3, len(names))
    assert set(found) <= names
    for way in ways:
        chosen = tuple(item for item in items if item.entry.name in {change.name for change in way.changes})
        assert flips(scene, chosen)
        closed = close(scene.skills, [item.entry for item in chosen])
        assert way.readiness == readiness(closed, scene.facts, scene.weights)
        assert way.points == round(way.readiness - readiness(scene.skills, scene.facts, scene.weights), 1)
        # No gap of the set can be left out.
        assert not any(flips(scene, left) for left in combinations(chosen, len(chosen) - 1))


def test_fewest_hours_come_first_and_unknown_hours_count_as_many() -> None:
    entries = [entry("A", 1.0), *(entry(name, at=index + 1) for index, name in enumerate("BCDE"))]
    scene = scene_of(entries, weights=only(skills_match=1.0), threshold=40.0)
    ways = counterfactuals(scene, open_entries(scene, taxonomy_of({"B": 50.0, "C": 20.0, "D": 30.0})))
    assert [[change.name for change in way.changes] for way in ways] == [["C"], ["D"], ["B"]]
    ways = counterfactuals(scene, open_entries(scene, {}))
    assert all(way.hours is UNSET for way in ways)
    assert all(change.hours is UNSET for way in ways for change in way.changes)


def test_unmet_hard_requirements_are_in_every_set() -> None:
    entries = [entry("A", 1.0), entry("B", importance="nice", hard=True), *(entry(name) for name in "CDE")]
    scene = scene_of(entries, weights=only(skills_match=1.0))
    ways = counterfactuals(scene, open_entries(scene, {}))
    assert ways
    assert all("B" in {change.name for change in way.changes} for way in ways)


def test_none_is_given_when_nothing_learnable_flips_it() -> None:
    permit = Facts(hard=(HardFact(text="a permit", met=False, evidence=()),))
    scene = scene_of([entry("A", 1.0), entry("B")], permit, only(skills_match=1.0))
    assert counterfactuals(scene, open_entries(scene, {})) == ()
    # The control: without the permit one gap does it.
    scene = scene_of([entry("A", 1.0), entry("B")], weights=only(skills_match=1.0))
    assert len(counterfactuals(scene, open_entries(scene, {}))) == 1


def test_a_long_list_is_no_way_out() -> None:
    def ways(missing: int) -> int:
        entries = [entry("A", 1.0, "nice"), *(entry(f"B{index}", at=index) for index in range(missing))]
        scene = scene_of(entries, weights=only(skills_match=1.0), threshold=100.0)
        return len(counterfactuals(scene, open_entries(scene, {})))

    assert [ways(MOST_CHANGES), ways(MOST_CHANGES + 1)] == [1, 0]


def test_hours_lead_to_the_level_asked_less_what_is_shown() -> None:
    taxonomy = taxonomy_of({"A": 60.0})

    def hours(strength: float, **more: str) -> float | None:
        return open_entries(scene_of([entry("A", strength, **more)]), taxonomy)[0].hours  # type: ignore[arg-type]

    assert hours(0.0) == 60.0  # intermediate where no level is asked
    assert hours(0.0, required_level="beginner") == 30.0
    assert hours(0.0, required_level="expert") == 240.0
    assert hours(0.5) == 30.0
    assert open_entries(scene_of([entry("Unknown")]), taxonomy)[0].hours is None


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (OpenEntry(entry("A"), 3.0, None, "expert"), "critical"),
        (OpenEntry(entry("A"), 0.1, None, "expert"), "major"),
        (OpenEntry(entry("A", hard=True), 0.1, None, "expert"), "critical"),
        (OpenEntry(entry("A", 0.5), 9.0, None, "expert"), "major"),
        (OpenEntry(entry("A", 0.5), 0.1, None, "expert"), "minor"),
        (OpenEntry(entry("A", importance="nice"), 0.1, None, "expert"), "minor"),
        (OpenEntry(entry("A", importance="nice"), 2.0, None, "expert"), "major"),
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
        entry("C", 0.5, required_years=4.0, found_years=2.0),
    ]  # fmt: skip
    reasons = {gap.name: gap.reason for gap in skill_gaps(open_entries(scene_of(entries), {}))}
    assert reasons == {
        "A": "asked as a must; not found in the resume",
        "B": "preferred; shown in part through Bee",
        "C": "asked as a must; shown in part (2 of 4 years)",
    }
