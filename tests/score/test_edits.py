"""An edit writes down what may be true already: what, where, and what it would win; it never asks for a claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from msgspec import structs

from careercraft.match.again import worth
from careercraft.match.experience import RELEVANT
from careercraft.model.facts import EducationFacts, ExperienceFacts, Facts, RelevantWork, YearsAsked
from careercraft.model.match import Evidence, Shown
from careercraft.score import edits as module
from careercraft.score.edits import edits
from careercraft.score.gaps import Scene
from careercraft.score.steps import Step, taken
from tests.score.builders import SCENES, entry, fuzz, only, scene_of

SKILLS_ONLY = only(skills_match=1.0)
EDUCATION = EducationFacts(
    asked_level="bachelor", asked_fields=("physics",), found_level="bachelor", found_known=True
)


def edits_of(facts: Facts | None = None, **more: object) -> list[Step]:
    weights = SKILLS_ONLY if facts is None else only(experience_match=0.5, education_match=0.5)
    return edits(scene_of([entry("Python", **more)], facts, weights))  # type: ignore[arg-type]


@fuzz
@given(SCENES)
def test_points_are_those_of_scoring_again_and_each_says_what_to_write(scene: Scene) -> None:
    found = edits(scene)
    assert [step.points for step in found] == sorted((step.points for step in found), reverse=True)
    for step in found:
        assert step.points == round(taken(scene, [step]).readiness() - scene.readiness(), 1) > 0
        assert step.edit
        assert step.hours == 0.0
    touched = {entry.name for step in found for entry, _ in step.met}
    assert not touched & {item.name for item in scene.skills.missing}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"strength": 0.85, "shown": ("listed",)}, "stands in no position: write the task in which you used it"),
        ({"strength": 0.91, "shown": ("used",)}, "stands in a bullet and not among your skills"),
        ({"strength": 0.7, "required_years": 4.0, "shown": ("listed",)}, "with their dates: 4 years are asked"),
        ({"strength": 0.6, "kind": "soft", "shown": ("listed",)}, "write a deed that shows it"),
        ({"strength": 0.5, "tier": "semantic", "via": "wrote scripts"}, "If “wrote scripts” means Python"),
        ({"strength": 0.7, "tier": "implied", "via": "Django"}, "Django brings Python along: name Python too"),
        ({"strength": 0.7, "source": "self", "statement": "Python, 2 y"}, "You say “Python, 2 y”, the resume doesn't"),
    ],
)  # fmt: skip
def test_each_kind(more: dict[str, object], words: str) -> None:
    (step,) = edits_of(**more)
    assert words in step.edit
    assert step.met[0][1].strength > step.met[0][0].strength


@pytest.mark.parametrize(
    "more",
    [
        {"strength": 1.0, "shown": ("listed", "used", "repeated", "recent")},
        # Too few years and too low a level are no matter of wording.
        {"strength": 0.8, "required_years": 5.0, "found_years": 4.0, "shown": ("listed",)},
        {"strength": 0.8, "required_level": "expert", "found_level": "advanced", "shown": ("listed",)},
        # A neighbor is another thing (see recommendations), and one word means too much or nothing.
        {"strength": 0.5, "tier": "related", "via": "Java"},
        {"strength": 0.5, "tier": "semantic", "via": "scripts"},
        {"strength": 0.9, "kind": "language", "shown": ("listed",)},  # its place is a list
        {"strength": 0.0},
    ],
)
def test_nothing_to_write(more: dict[str, object]) -> None:
    assert edits_of(**more) == []


def test_what_two_requirements_ask_is_written_once() -> None:
    entries = [entry("Python", 0.85, at=at, shown=("listed",)) for at in (0, 50)]
    (step,) = edits(scene_of(entries, weights=SKILLS_ONLY))
    assert len(step.met) == 2


def test_an_edit_is_worth_what_the_matcher_would_give() -> None:
    (step,) = edits_of(strength=0.85, shown=("listed",))
    old, new = step.met[0]
    assert new.strength == worth(old, Shown(listed=True, entries=1)) > old.strength
    (step,) = edits_of(strength=0.91, shown=("used",))
    assert step.met[0][1].strength == worth(step.met[0][0], Shown(listed=True, entries=1))


def position(label: str, years: float, relevance: float = 0.9) -> RelevantWork:
    piece = Evidence(document="resume", quote=label, start=len(label), end=2 * len(label))
    return RelevantWork(label=label, years=years, relevance=relevance, evidence=(piece,))


def ask(years: float, found: float | None) -> YearsAsked:
    return YearsAsked(label="relevant work", years=years, found=found, importance="must", evidence=())


def test_a_position_without_dates() -> None:
    works = (position("Nurse, Mercy", 2.0), position("Nurse, Inn", 0.0), position("Cook, Bar", 0.0, 0.1))
    facts = Facts(experience=ExperienceFacts(relevant_years=2.0, asked=(ask(4.5, 2.0),), work=works))
    (step,) = edits_of(facts, strength=1.0)
    assert step.name == "dates of Nurse, Inn"  # the cook's years would not count
    assert "If it lasted 2.5 years or more" in step.edit
    assert step.experience is not None
    assert step.experience.asked[0].found == 4.5
    assert step.evidence == works[1].evidence
    met = structs.replace(facts.experience, asked=(ask(2.0, 2.0),))
    assert edits_of(structs.replace(facts, experience=met), strength=1.0) == []


def test_no_position_with_dates() -> None:
    facts = Facts(
        experience=ExperienceFacts(
            asked=(ask(3.0, None), ask(0.0, None)), work=(position("Nurse", 0.0, 0.5),)
        )
    )
    (step,) = edits_of(facts, strength=1.0)
    assert step.name == "dates of your positions"
    assert "come to 3 years" in step.edit


def test_the_field_of_a_degree() -> None:
    lower = structs.replace(EDUCATION, found_level="associate")
    (step,) = edits_of(Facts(education=lower), strength=1.0)
    assert step.edit == "Your associate degree names no field: if it is physics or near to it, write it down."
    for other in (
        structs.replace(lower, found_fields=("history",)),  # it is named, and in another language perhaps
        structs.replace(lower, asked_fields=()),
        structs.replace(lower, field_match=0.3),
    ):
        assert edits_of(Facts(education=other), strength=1.0) == []


def test_a_degree_that_is_not_named() -> None:
    none = structs.replace(EDUCATION, found_level=None, or_equivalent=True, experience_years=3.0)
    (step,) = edits_of(Facts(education=none), strength=1.0)
    assert step.edit.startswith("If you hold a bachelor's degree or a higher one, write it down")
    assert edits_of(Facts(education=structs.replace(none, found_none=True)), strength=1.0) == []


def test_what_is_relevant_is_as_in_the_comparison() -> None:
    assert module._RELEVANT == RELEVANT
