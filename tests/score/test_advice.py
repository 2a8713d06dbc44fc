"""The advice names what is there, asks only for what may be true, and never tells anybody to claim a skill."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, structs

from careercraft.match import credit
from careercraft.model.document import Problem
from careercraft.model.facts import ExperienceFacts, Facts, YearsAsked
from careercraft.model.match import SkillMatch
from careercraft.model.resume import Proficiency
from careercraft.model.skill import Resource
from careercraft.score.advice import _CRUMB, make_advice
from careercraft.score.card import readiness
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
        without = SkillMatch(
            matched=tuple(item for item in scene.skills.matched if item.name != name),
            partial=scene.skills.partial,
            missing=(*scene.skills.missing, structs.replace(matched[name], strength=0.0)),
        )
        assert strength.points == round(now - readiness(without, scene.facts, scene.weights), 1)
    points = [strength.points for strength in advice.strengths]
    assert points == sorted(points, reverse=True)
    assert len(points) == min(6, len(matched))


@fuzz
@given(SCENES)
def test_no_skill_that_is_not_matched_is_spoken_of_as_had(scene: Scene) -> None:
    """A strength and a plain request to show a skill are for matched ones; for others there is only an "if"."""
    advice = make_advice(scene, HOURS)
    absent = {item.name for item in (*scene.skills.missing, *scene.skills.partial)}
    spoken = [item.text for item in (*advice.strengths, *advice.recommendations)]
    for text in spoken:
        named = {name for name in absent if re.search(rf"\b{re.escape(name)}\b", text)}
        assert not named or text.startswith("If your work with")
    missing = {item.name for item in scene.skills.missing}
    assert not [text for text in spoken for name in missing if re.search(rf"\b{re.escape(name)}\b", text)]


def recommendations(**more: object) -> list[str]:
    item = entry("Python", tier="exact", **more)  # type: ignore[arg-type]
    scene = scene_of([item, entry("Other")], weights=SKILLS_ONLY)
    return [found.text for found in make_advice(scene, {}).recommendations]


def test_a_skill_that_only_stands_in_a_list_should_be_shown() -> None:
    assert recommendations(strength=credit.LISTED)[0].startswith("Python only stands in a list: name a task")
    assert recommendations(strength=1.0) == []


def test_undated_years_ask_for_dates() -> None:
    texts = recommendations(strength=credit.UNDATED_SHARE, required_years=4.0)
    assert len(texts) == 1
    assert "with their dates: 4 years are asked" in texts[0]


@pytest.mark.parametrize(
    "more",
    [
        {"strength": 0.8, "required_years": 5.0, "found_years": 4.0},
        {"strength": 0.8, "required_level": "expert", "found_level": "advanced"},
    ],
)
def test_what_is_short_is_no_matter_of_wording(more: dict[str, object]) -> None:
    """ "Date your positions" would be wrong for somebody whose dated positions add up to too little."""
    assert recommendations(**more) == []


def test_a_near_skill_gives_an_if() -> None:
    near = entry("Kotlin", 0.5, tier="related", via="Java")
    advice = make_advice(scene_of([near], weights=SKILLS_ONLY), {})
    assert [item.text for item in advice.recommendations] == [
        "If your work with Java included Kotlin, say so by that name in the bullet."
    ]
    assert advice.recommendations[0].points == advice.gaps[0].points
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
    rates = [gap.points / max(gap.hours, 1.0) for gap in worth_a_step if isinstance(gap.hours, float)]
    found = [item.points / max(item.hours, 1.0) for item in advice.priority_improvements]  # type: ignore[type-var,operator]
    assert found == sorted(rates, reverse=True)[:3]
    first = advice.next_steps[0]
    if rates:
        assert isinstance(first.command, str)
        assert first.command.startswith("careercraft skills show skill-")
    assert advice.next_steps[-1].command == "careercraft history list"


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
