"""The counterfactuals are the smallest sets of gaps and edits that flip the verdict; a FIT says how much it bears."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from careercraft.match import credit
from careercraft.match.again import emptied
from careercraft.model.advice import Counterfactual
from careercraft.model.facts import EducationFacts, ExperienceFacts, Facts, HardFact, YearsAsked
from careercraft.model.match import SkillEntry
from careercraft.score.changes import replaced
from careercraft.score.edits import edits
from careercraft.score.gaps import Scene, learning_steps, open_entries
from careercraft.score.steps import Step, taken
from careercraft.score.ways import MOST_CHANGES, change_of, counterfactuals, flips, margin
from tests.score.builders import (
    FACTS,
    IMPORTANCES,
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
WITH_FACTS = only(skills_match=0.4, experience_match=0.3, education_match=0.3)
HOURS = taxonomy_of({f"Skill {index}": 10.0 + index for index in range(7)})


def ways_of(scene: Scene, hours: dict[str, float] | None = None) -> tuple[Counterfactual, ...]:
    items = open_entries(scene, HOURS if hours is None else taxonomy_of(hours))
    return counterfactuals(scene, items, edits(scene))


def steps_of(scene: Scene) -> list[Step]:
    """All that a set may be made of."""
    gaps = learning_steps(scene, open_entries(scene, HOURS))
    return [*(step for step in gaps if step.points > 0 or step.met[0][0].hard), *edits(scene)]


def apart(chosen: Sequence[Step]) -> bool:
    things = [thing for step in chosen for thing in step.touched()]
    return len(things) == len(set(things))


def smallest(scene: Scene) -> list[tuple[Step, ...]]:
    """All smallest sets that flip, by trying every one."""
    steps = steps_of(scene)
    for size in range(len(steps) + 1):
        found = [chosen for chosen in combinations(steps, size) if apart(chosen) and flips(scene, chosen)]
        if found:
            return found
        if size > MOST_CHANGES:
            break
    return []


def names(steps: Sequence[Step]) -> frozenset[tuple[str, object]]:
    return frozenset((step.name, change_of(step).edit) for step in steps)


def check_ways(scene: Scene) -> int:
    """Raises AssertionError unless the sets are all right; gives their number."""
    ways = ways_of(scene)
    if card_of(scene).verdict.label == "FIT":
        assert ways == ()
        return 0
    expected = smallest(scene)
    if not expected or len(expected[0]) > MOST_CHANGES:
        assert ways == ()
        return 0
    sets = {names(chosen): chosen for chosen in expected}
    found = [frozenset((change.name, change.edit) for change in way.changes) for way in ways]
    assert set(found) <= set(sets)  # each flips, and no smaller set does: so none can be left out of it
    assert len(found) == min(3, len(sets))
    hours = [sum(step.hours or 0.0 for step in chosen) for chosen in expected]
    assert [way.hours for way in ways][:1] == [min(hours)] or ways[0].hours is UNSET
    for way, key in zip(ways, found, strict=True):
        after = taken(scene, sets[key])
        assert way.readiness == after.readiness()
        assert way.points == round(after.readiness() - scene.readiness(), 1)
        for size in range(len(sets[key])):
            assert not any(flips(scene, part) for part in combinations(sets[key], size))
    return len(ways)


@fuzz
@given(st.builds(scene_of, entry_lists(most=6), FACTS, st.just(FEW_PARTS), THRESHOLDS))
def test_sets_are_minimal_and_flip(scene: Scene) -> None:
    check_ways(scene)


@st.composite
def shown_lists(draw: st.DrawFn) -> list[SkillEntry]:
    """Requirements shown in ways that an edit may better."""
    ways = st.sampled_from([("listed",), ("used",), ("used", "recent"), UNSET])
    found = []
    for index in range(draw(st.integers(1, 4))):
        strength = draw(st.sampled_from([0.0, 0.6, 0.7, 0.85]))
        more = {}
        if strength:
            more = {"tier": draw(st.sampled_from(["exact", "semantic", "related"])), "shown": draw(ways)}
            if more["tier"] != "exact":
                more["via"] = "other words"
        found.append(
            entry(f"Skill {index}", strength, draw(st.sampled_from(IMPORTANCES)), at=100 * index, **more)  # type: ignore[arg-type]
        )
    return found


@fuzz
@given(st.builds(scene_of, shown_lists(), FACTS, st.just(WITH_FACTS), st.sampled_from([60.0, 80.0, 90.0])))
def test_sets_with_edits_are_minimal_too(scene: Scene) -> None:
    check_ways(scene)


def undated(years: float = 5.0) -> ExperienceFacts:
    ask = YearsAsked(label="relevant work", years=years, found=None, importance="must", evidence=())
    return ExperienceFacts(asked=(ask,))


def test_an_edit_alone_can_flip_it() -> None:
    """Dates that are missing and a field that no degree names: minutes, and no hour of learning."""
    education = EducationFacts(
        asked_level="bachelor", asked_fields=("physics",), found_level="bachelor", found_known=True
    )
    facts = Facts(experience=undated(), education=structs.replace(education, asked_level="master"))
    scene = scene_of([entry("A", 1.0), entry("B")], facts, WITH_FACTS, 65.0)
    assert check_ways(scene) > 0
    way = ways_of(scene)[0]
    assert [change.name for change in way.changes] == ["dates of your positions"]
    assert way.hours == 0.0
    assert way.changes[0].hours is UNSET
    assert "give them" in str(way.changes[0].edit)


def test_edits_come_before_learning_in_sets_of_one_size() -> None:
    entries = [
        entry("A", 1.0),
        entry("B", 0.7, required_years=4.0, shown=("listed",)),
        entry("C", importance="nice"),
    ]
    scene = scene_of(entries, weights=only(skills_match=1.0), threshold=78.0)
    ways = ways_of(scene, {"C": 5.0})
    assert [[change.name for change in way.changes] for way in ways][:1] == [["B"]]
    assert ways[0].hours == 0.0
    assert check_ways(scene) == len(ways)


def test_fewest_hours_come_first_and_unknown_hours_count_as_many() -> None:
    entries = [entry("A", 1.0), *(entry(name, at=index + 1) for index, name in enumerate("BCDE"))]
    scene = scene_of(entries, weights=only(skills_match=1.0), threshold=40.0)
    ways = ways_of(scene, {"B": 50.0, "C": 20.0, "D": 30.0})
    assert [[change.name for change in way.changes] for way in ways] == [["C"], ["D"], ["B"]]
    ways = ways_of(scene, {})
    assert all(way.hours is UNSET for way in ways)
    assert all(change.hours is UNSET for way in ways for change in way.changes)


def test_a_skill_asked_for_twice_is_one_change() -> None:
    entries = [entry("A", 1.0), entry("B"), entry("B", at=50), entry("C", at=90)]
    scene = scene_of(entries, weights=only(skills_match=1.0), threshold=75.0)
    assert [[change.name for change in way.changes] for way in ways_of(scene)] == [["B"]]


def test_unmet_hard_requirements_are_in_every_set() -> None:
    entries = [entry("A", 1.0), entry("B", importance="nice", hard=True), *(entry(name) for name in "CDE")]
    scene = scene_of(entries, weights=only(skills_match=1.0))
    ways = ways_of(scene)
    assert ways
    assert all("B" in {change.name for change in way.changes} for way in ways)


def test_none_is_given_when_nothing_learnable_flips_it() -> None:
    permit = Facts(hard=(HardFact(text="a permit", met=False, evidence=()),))
    assert ways_of(scene_of([entry("A", 1.0), entry("B")], permit, only(skills_match=1.0))) == ()
    # The control: without the permit one gap does it.
    assert len(ways_of(scene_of([entry("A", 1.0), entry("B")], weights=only(skills_match=1.0)))) == 1


def test_years_that_only_work_brings_are_in_no_set() -> None:
    short = entry("B", 0.8, required_years=9.0, found_years=2.0)
    assert ways_of(scene_of([entry("A", 1.0), short], weights=only(skills_match=1.0), threshold=95.0)) == ()


def test_a_long_list_is_no_way_out() -> None:
    def ways(missing: int) -> int:
        entries = [entry("A", 1.0, "nice"), *(entry(f"B{index}", at=index) for index in range(missing))]
        return len(ways_of(scene_of(entries, weights=only(skills_match=1.0), threshold=100.0)))

    assert [ways(MOST_CHANGES), ways(MOST_CHANGES + 1)] == [1, 0]


@fuzz
@given(SCENES)
def test_a_fit_says_what_it_rests_on(scene: Scene) -> None:
    found = margin(scene)
    verdict = card_of(scene).verdict
    if verdict.label != "FIT":
        assert found is None
        return
    assert found is not None
    assert found.points == round(verdict.readiness - scene.threshold, 1) >= 0
    for item in (*scene.skills.matched, *scene.skills.partial):
        without = scene._replace(skills=replaced(scene.skills, {id(item): emptied(item)}))
        assert (card_of(without).verdict.label == "UNFIT") == (item.name in found.falls_without)


def test_a_mandatory_skill_holds_a_fit() -> None:
    entries = [entry("A", 1.0), entry("B", 1.0, "nice", hard=True), entry("C", 1.0, "nice", at=5)]
    found = margin(scene_of(entries, weights=only(skills_match=1.0)))
    assert found is not None
    assert set(found.falls_without) == {"A", "B"}
    assert found.points == 30.0


def test_what_counts_as_matched_is_as_in_the_comparison() -> None:
    scene = scene_of([entry("A", 0.4), entry("B", 1.0)], weights=only(skills_match=1.0))
    for strength in (0.0, credit.PARTIAL, credit.MATCHED, 1.0):
        new = structs.replace(scene.skills.partial[0], strength=strength)
        skills = replaced(scene.skills, {id(scene.skills.partial[0]): new})
        lists = {name: getattr(skills, name) for name in ("matched", "partial", "missing")}
        assert new in lists[credit.outcome(strength)]
        assert sum(map(len, lists.values())) == 2


def test_what_binds_counts_among_the_changes() -> None:
    def ways(missing: int) -> int:
        entries = [
            entry("A", 1.0, "nice"),
            entry("B", hard=True),
            *(entry(f"C{index}", at=9 * index + 9) for index in range(missing)),
        ]
        return len(ways_of(scene_of(entries, weights=only(skills_match=1.0), threshold=100.0)))

    assert [ways(MOST_CHANGES - 1), ways(MOST_CHANGES)] == [1, 0]


def test_a_cheap_gap_among_many_is_searched() -> None:
    """Of ten gaps alike the one with known hours is found, though it is the tenth."""
    entries = [entry("A", 1.0), *(entry(f"G{index}", at=9 * index + 9) for index in range(10))]
    scene = scene_of(entries, weights=only(skills_match=1.0), threshold=15.0)
    assert [change.name for change in ways_of(scene, {"G9": 5.0})[0].changes] == ["G9"]
