"""What is to be learned, from where and to which level, and what the person has already."""

from __future__ import annotations

from typing import Any

import pytest

from careercraft.errors import ConfigError
from careercraft.model.plan import PlannedSkill, Roadmap
from careercraft.plan.build import build_roadmap
from careercraft.plan.needs import held_skills
from tests.plan.worlds import CREATED, analysis_of, asked, planned, settings_of, skill, taxonomy_of

LINUX, DOCKER = skill("linux", 10.0), skill("docker", 20.0, prerequisites=("linux",))
KUBERNETES = skill("kubernetes", 40.0, prerequisites=("docker",), related={"nomad": 0.5, "helm": 1.0})
NOMAD, HELM = skill("nomad", 30.0), skill("helm", 10.0)
FLEET = skill("fleet", 20.0, prerequisites=("nomad", "helm"))
ALL = taxonomy_of([LINUX, DOCKER, KUBERNETES, NOMAD, HELM, FLEET])


def of(plan: Roadmap, skill_id: str) -> PlannedSkill:
    return next(one for one in plan.skills if one.id == skill_id)


def test_of_two_requirements_the_higher_level_and_the_lower_start_count() -> None:
    low = asked(DOCKER, 0.6, found_level="beginner", required_level="intermediate")
    high = asked(DOCKER, 0.5, "nice", 100, found_level="intermediate", required_level="advanced")
    for entries in ([low, high], [high, low]):
        found = of(planned(ALL, entries), "docker")
        assert (found.level_from, found.level) == ("beginner", "advanced")


def test_one_requirement_met_in_part_makes_it_weak() -> None:
    half = asked(DOCKER, 0.5, "nice", 100, tier="related")
    assert of(planned(ALL, [asked(DOCKER), half]), "docker").state == "weak"
    assert of(planned(ALL, [asked(DOCKER)]), "docker").state == "missing"


def test_before_the_lowest_level_is_the_lowest_too() -> None:
    assert of(planned(ALL, [asked(KUBERNETES, required_level="beginner")]), "docker").level == "beginner"


def test_what_stands_behind_a_prerequisite_is_needed_in_its_beginnings_alone() -> None:
    plan = planned(ALL, [asked(KUBERNETES, required_level="expert")])
    assert (of(plan, "docker").level, of(plan, "linux").level) == ("advanced", "beginner")


def test_what_is_known_of_its_kind_shortens_a_prerequisite() -> None:
    shown = analysis_of(ALL, [asked(FLEET)], extra=[asked(KUBERNETES, 0.9)])
    plan = build_roadmap(shown, ALL, settings_of(), CREATED)
    nomad, helm = of(plan, "nomad"), of(plan, "helm")
    assert (nomad.why, nomad.state, nomad.level, nomad.hours) == ("prerequisite", "weak", "beginner", 7.5)
    assert (helm.state, helm.hours) == ("weak", 0.5)  # all of it comes with Kubernetes: half an hour is left
    bare = planned(ALL, [asked(FLEET)])
    assert (of(bare, "nomad").state, of(bare, "nomad").hours) == ("missing", 15.0)


@pytest.mark.parametrize(
    ("strength", "tier", "held"),
    [(0.4, "exact", True), (0.4, "related", False), (0.75, "related", True), (0.0, "exact", False)],
)
def test_a_requirement_is_held_where_the_resume_names_it_or_meets_it(
    strength: float, tier: str, held: bool
) -> None:
    more: dict[str, Any] = {"tier": tier}
    analysis = analysis_of(ALL, [asked(NOMAD, strength, **more)])
    assert ("nomad" in held_skills(analysis, ALL)) is held


def test_what_comes_with_a_skill_is_held_with_it() -> None:
    suite = skill("suite", implies=("nomad",))
    taxonomy = taxonomy_of([suite, NOMAD, DOCKER, LINUX])
    assert held_skills(analysis_of(taxonomy, [], extra=[asked(suite, 0.9)]), taxonomy) == {"suite", "nomad"}
    shown = analysis_of(taxonomy, [asked(LINUX)], extra=[asked(DOCKER, 0.9)])
    assert held_skills(shown, taxonomy) == {"docker", "linux"}


def test_a_circle_is_named_without_the_way_to_it() -> None:
    road = skill("road", prerequisites=("egg",))
    egg, hen = skill("egg", prerequisites=("hen",)), skill("hen", prerequisites=("egg",))
    with pytest.raises(ConfigError, match=r"circle: egg -> hen -> egg$"):
        planned(taxonomy_of([road, egg, hen]), [asked(road)])
