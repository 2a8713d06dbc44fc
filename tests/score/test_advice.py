"""The advice names what is there, asks only for what may be true, and never tells anybody to claim a skill."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from careercraft.match.again import emptied
from careercraft.model.document import Problem
from careercraft.model.facts import ExperienceFacts, Facts, HardFact, LocationFacts, YearsAsked
from careercraft.model.resume import Proficiency
from careercraft.model.skill import Resource
from careercraft.score.advice import _CRUMB, make_advice
from careercraft.score.card import readiness
from careercraft.score.changes import replaced
from careercraft.score.gaps import Scene
from tests.score.builders import SCENES, card_of, entry, fuzz, only, scene_of, taxonomy_of

HOURS = taxonomy_of({f"Skill {index}": 10.0 + index for index in range(8)})
SKILLS_ONLY = only(skills_match=1.0)


@fuzz
@given(SCENES)
def test_strengths_are_matched_skills_with_what_they_earn(scene: Scene) -> None:
    advice = make_advice(scene, HOURS)
    matched = {item.name: item for item in scene.skills.matched}
    now = readiness(scene.skills, scene.facts, scene.weights)
    for strength in advice.strengths:
        name = next(
            name for name in matched if strength.text.startswith(f"{name}:") or f"{name} (" in strength.text
        )
        assert strength.evidence == matched[name].resume_evidence
        without = replaced(scene.skills, {id(matched[name]): emptied(matched[name])})
        assert strength.points == round(now - readiness(without, scene.facts, scene.weights), 1)
    points = [strength.points for strength in advice.strengths]
    assert points == sorted(points, reverse=True)
    assert len(points) == min(6, len(matched))


@fuzz
@given(SCENES)
def test_no_skill_that_is_not_matched_is_spoken_of_as_had(scene: Scene) -> None:
    """Of what the resume doesn't name at all nothing is to be written down; of what it names in part, only if so."""
    advice = make_advice(scene, HOURS)
    absent = {item.name for item in scene.skills.partial}
    spoken = [item.text for item in (*advice.strengths, *advice.recommendations)]
    for text in spoken:
        named = {name for name in absent if re.search(rf"\b{re.escape(name)}\b", text)}
        assert not named or re.search(r"^If |you used it|a deed that shows it", text)
    missing = {item.name for item in scene.skills.missing}
    named = [text for text in spoken for name in missing if re.search(rf"\b{re.escape(name)}\b", text)]
    assert all(text.startswith("If a position of yours took") for text in named)


def test_a_near_skill_gives_an_if() -> None:
    near = entry("Kotlin", 0.5, tier="related", via="Java")
    advice = make_advice(scene_of([near], weights=SKILLS_ONLY), {})
    assert [item.text for item in advice.recommendations] == [
        "If your work with Java included Kotlin, say so by that name in the bullet."
    ]
    # Worth what naming it earns, which is less than learning all of it.
    assert 0 < advice.recommendations[0].points < advice.gaps[0].points  # type: ignore[operator]
    assert advice.recommendations[0].evidence == near.resume_evidence


def test_problems_of_the_resume_are_to_be_mended_but_notes_are_not() -> None:
    problems = [
        Problem(code="no_dates", message="no dates were found"),
        Problem(code="note", message="a note", severity="info"),
    ]
    texts = [item.text for item in make_advice(scene_of([]), {}, problems).recommendations]
    assert texts == ["Mend the resume: no dates were found"]


def test_years_that_are_missing_are_gaps_without_hours() -> None:
    def ask(years: float, found: float | None) -> YearsAsked:
        return YearsAsked(label="relevant work", years=years, found=found, importance="must", evidence=())

    facts = Facts(
        experience=ExperienceFacts(relevant_years=2.0, asked=(ask(8, 2), ask(4, 2), ask(2, 2), ask(9, None)))
    )
    scene = scene_of([entry("A", 1.0)], facts)
    gaps = make_advice(scene, {}).gaps
    assert [(gap.name, gap.hours, gap.id) for gap in gaps] == [
        ("8 years: relevant work", UNSET, UNSET), ("4 years: relevant work", UNSET, UNSET),
    ]  # fmt: skip
    # Each is worth the points of its own row in the readiness.
    card = card_of(scene).by_key()
    weight = next(row.of for row in card["readiness"].rows if row.label == "Experience match") / 100
    lost = [round((row.of - row.points) * weight, 1) for row in card["experience_match"].rows[:2]]
    assert [gap.points for gap in gaps] == pytest.approx(lost, abs=0.1)
    assert gaps[0].points > gaps[1].points > 0


@fuzz
@given(SCENES)
def test_improvements_are_the_gaps_with_most_points_an_hour(scene: Scene) -> None:
    advice = make_advice(scene, HOURS)
    learnable = [gap for gap in advice.gaps if isinstance(gap.hours, float) and gap.points > 0]
    worth_a_step = [gap for gap in learnable if gap.points >= _CRUMB] or learnable
    soft = {item.name for item in scene.skills.required() if item.kind == "soft"}
    ordered = sorted(worth_a_step, key=lambda gap: (gap.name in soft, -gap.points / max(gap.hours, 1.0)))  # type: ignore[type-var,operator]
    rates = [gap.points / max(gap.hours, 1.0) for gap in ordered if isinstance(gap.hours, float)]
    found = [item.points / max(item.hours, 1.0) for item in advice.priority_improvements]  # type: ignore[type-var,operator]
    assert found == rates[:3]
    begun = [step for step in advice.next_steps if step.text.startswith("Begin with")]
    assert [str(step.command).startswith("careercraft skills show skill-") for step in begun] == [
        True
    ] * bool(rates)


def test_what_is_asked_for_twice_is_learned_once() -> None:
    entries = [entry("A", 1.0), entry("B"), entry("B", importance="preferred", at=50)]
    scene = scene_of(entries, weights=SKILLS_ONLY)
    advice = make_advice(scene, taxonomy_of({"B": 20.0}))
    (improvement,) = advice.priority_improvements
    assert len(advice.gaps) == 2
    assert improvement.hours == 20.0
    assert improvement.points == pytest.approx(sum(gap.points for gap in advice.gaps), abs=0.1)


def test_next_steps_begin_with_what_takes_minutes() -> None:
    told = entry("A", 0.7, required_years=4.0, shown=("listed",))
    scene = scene_of([told, entry("B", at=9)], weights=SKILLS_ONLY)
    texts = [step.text for step in make_advice(scene, taxonomy_of({"B": 20.0})).next_steps]
    assert texts[0].startswith("Minutes, +")
    assert texts[1].startswith("Make it a plan")
    assert texts[2].startswith("Begin with B: ")
    assert texts[3].startswith("If you have B already")


def test_silence_on_a_condition_or_a_place_is_asked_about() -> None:
    facts = Facts(
        hard=(
            HardFact(text="a work permit", evidence=()),
            HardFact(text="a clearance", met=False, evidence=()),
        ),
        location=LocationFacts(mode="onsite", job_place="Leeds"),
    )
    texts = [item.text for item in make_advice(scene_of([], facts), {}).recommendations]
    assert len(texts) == 2
    assert texts[0] == "If this holds for you, say so, since the resume doesn't: “a work permit”"
    assert "The job is in Leeds" in texts[1]
    remote = structs.replace(facts, hard=(), location=structs.replace(facts.location, mode="remote"))
    assert make_advice(scene_of([], remote), {}).recommendations == ()


def test_resources_are_the_taxonomys() -> None:
    link = Resource(title="Docs", url="https://example.org/", kind="docs", free=True)
    taxonomy = {
        key: structs.replace(skill, resources=(link,))
        for key, skill in taxonomy_of({"A": 5.0, "B": 5.0}).items()
    }
    scene = scene_of([entry("A"), entry("B", 1.0), entry("C")], weights=SKILLS_ONLY)
    found = make_advice(scene, taxonomy).learning_resources
    assert [(item.skill, item.title, item.url, item.free) for item in found] == [
        ("a", "Docs", "https://example.org/", True)
    ]
    both = scene_of([entry("A"), entry("B")], weights=SKILLS_ONLY)
    assert len(make_advice(both, taxonomy).learning_resources) == 1  # the same page serves both


@fuzz
@given(SCENES, st.randoms(use_true_random=False))
def test_the_same_scene_gives_the_same_advice(scene: Scene, order: object) -> None:
    again = Scene(scene.skills, scene.facts, dict(reversed(scene.weights.items())), scene.threshold)
    assert make_advice(again, dict(reversed(HOURS.items()))) == make_advice(scene, HOURS)


LEVELS: tuple[Proficiency, ...] = ("beginner", "expert")


@pytest.mark.parametrize("level", LEVELS)
def test_improvements_name_the_level(level: Proficiency) -> None:
    scene = scene_of([entry("A", required_level=level)], weights=SKILLS_ONLY)
    assert make_advice(scene, taxonomy_of({"A": 40.0})).priority_improvements[0].text == f"A to {level} level"


def test_a_way_of_working_that_is_missing_is_to_be_told_if_so() -> None:
    scene = scene_of([entry("Patience", kind="soft"), entry("Go", at=30)], weights=SKILLS_ONLY)
    advice = make_advice(scene, taxonomy_of({"Patience": 10.0, "Go": 90.0}))
    assert [item.text for item in advice.recommendations] == [
        "If a position of yours took Patience, tell in its bullet what you did: it is asked for by name."
    ]
    # It isn't what to learn first, however cheap.
    assert [item.text.split()[0] for item in advice.priority_improvements] == ["Go", "Patience"]


def test_where_no_few_changes_do_it_other_roles_are_named() -> None:
    def commands(missing: int) -> list[object]:
        entries = [entry("A", 1.0), *(entry(f"B{index}", at=9 * index) for index in range(missing))]
        scene = scene_of(entries, weights=SKILLS_ONLY, threshold=100.0)
        return [step.command for step in make_advice(scene, {}).next_steps]

    assert "careercraft roles match RESUME" in commands(9)
    assert "careercraft roles match RESUME" not in commands(2)
    assert commands(0) == []


def test_of_a_skill_asked_for_twice_the_more_hours_count_and_the_points_of_both() -> None:
    entries = [
        entry("A", 1.0),
        entry("B", required_level="beginner"),
        entry("B", importance="preferred", at=50, required_level="expert"),
    ]
    scene = scene_of(entries, weights=SKILLS_ONLY)
    advice = make_advice(scene, taxonomy_of({"B": 20.0}))
    (improvement,) = advice.priority_improvements
    assert {gap.hours for gap in advice.gaps} == {10.0, 80.0}
    assert improvement.hours == 80.0
    assert improvement.points == pytest.approx(sum(gap.points for gap in advice.gaps), abs=0.1)
