"""What ships: enough of it, in the right places, and usable."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

import pytest

from careercraft.errors import UsageError
from careercraft.model.skill import Skill
from careercraft.taxonomy import Taxonomy, load_taxonomy


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


@pytest.fixture(scope="module")
def asked(taxonomy: Taxonomy) -> list[Skill]:
    """The skills that roles ask for, by id."""
    of_roles = [role.skills for role in taxonomy.roles.values()]
    ids = {skill.id for skills in of_roles for skill in (*skills.must, *skills.preferred, *skills.nice)}
    return [taxonomy.skills[id] for id in sorted(ids)]


def test_there_is_enough_of_it(taxonomy: Taxonomy) -> None:
    assert len(taxonomy.skills) >= 2_500
    assert sum(1 + len(skill.aliases) for skill in taxonomy.entries) >= 9_000
    assert len({skill.family for skill in taxonomy.entries}) >= 27
    assert len(taxonomy.roles) >= 150
    assert len({role.family for role in taxonomy.roles.values()}) >= 25
    assert sum(role.salary is not None for role in taxonomy.roles.values()) >= 150


def test_codes_have_the_form_of_their_source_and_each_esco_concept_one_skill(taxonomy: Taxonomy) -> None:
    esco = [skill.esco for skill in taxonomy.entries if skill.esco]
    assert [code for code in esco if not code.startswith("http://data.europa.eu/esco/skill/")] == []
    assert len(set(esco)) == len(esco) >= 800
    onet = [skill.onet for skill in taxonomy.entries if skill.onet]
    assert [code for code in onet if not re.fullmatch(r"[1-5](\.[A-Z])(\.\w+)*|\d{8}", code)] == []
    assert len(onet) >= 500


def test_every_kind_is_there(taxonomy: Taxonomy) -> None:
    kinds = {skill.kind for skill in taxonomy.entries}
    assert kinds == {"technical", "soft", "domain", "language", "certification"}


def test_every_role_asks_for_something(taxonomy: Taxonomy) -> None:
    assert [role.id for role in taxonomy.roles.values() if len(role.skills.must) < 3] == []


def test_resources_are_addresses_of_pages(taxonomy: Taxonomy) -> None:
    urls = [resource.url for skill in taxonomy.entries for resource in skill.resources]
    assert [url for url in urls if not url.startswith(("https://", "http://")) or " " in url] == []


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("Python", "python"),
        ("k8s", "kubernetes"),
        ("Kubernetes", "kubernetes"),
        ("c++", "cpp"),
        ("C#", "csharp"),
    ],
)
def test_look_up_by_name_and_alias(taxonomy: Taxonomy, written: str, id: str) -> None:
    found = taxonomy.find(written)
    assert found is not None
    assert found.id in {id, written.lower(), id.replace("cpp", "c-plus-plus").replace("csharp", "c-sharp")}


def test_java_is_not_javascript(taxonomy: Taxonomy) -> None:
    java, script = taxonomy.find("Java"), taxonomy.find("JavaScript")
    assert java is not None
    assert script is not None
    assert java.id != script.id
    assert taxonomy.find("Jav") is None


def test_unknown_role_suggests_the_nearest(taxonomy: Taxonomy) -> None:
    with pytest.raises(UsageError) as caught:
        taxonomy.role("registered-nurs")
    assert "registered-nurse" in caught.value.hint


def test_implied_skills_never_hold_the_skill_itself(taxonomy: Taxonomy) -> None:
    for skill in taxonomy.entries:
        implied = taxonomy.implied(skill.id)
        assert skill.id not in implied
        assert list(implied.values()) == sorted(implied.values())
        assert set(implied) <= set(taxonomy.skills)


def leads_back(first: Mapping[str, Iterable[str]]) -> list[str]:
    """The first circle among skills and what comes before or along with each; nothing where there is none."""
    try:
        TopologicalSorter(first).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_what_comes_before_or_along_never_leads_back(taxonomy: Taxonomy) -> None:
    """The check of the files looks at each relation alone; a plan walks all of them."""
    assert (
        leads_back(
            {skill.id: (*skill.prerequisites, *skill.implies, *skill.broader) for skill in taxonomy.entries}
        )
        == []
    )


def test_a_circle_through_two_relations_is_seen() -> None:
    assert leads_back({"docker": ["containers"], "containers": ["docker"], "linux": []}) != []


def test_few_things_have_to_come_first(taxonomy: Taxonomy) -> None:
    assert [
        skill.id for skill in taxonomy.entries if len(set(skill.prerequisites)) != len(skill.prerequisites)
    ] == []
    assert [skill.id for skill in taxonomy.entries if len(skill.prerequisites) > 3] == []
    assert sum(len(skill.prerequisites) for skill in taxonomy.entries) >= 1_600


@pytest.mark.parametrize(
    ("skill", "first"),
    [
        ("acls", "ecg"),
        ("actuarial-science", "probability"),
        ("advanced-practice", "pathophysiology"),
        ("auditing", "accounting"),
        ("cake-decorating", "baking"),
        ("chemical-peels", "salon-sanitation"),
        ("ci-cd", "git"),
        ("cnc-programming", "cnc-machining"),
        ("early-childhood-education", "child-development"),
        ("embedded-systems", "c"),
        ("fashion-design", "sewing"),
        ("heat-pump-service", "epa-608"),
        ("insulin-administration", "injections"),
        ("kubernetes", "docker"),
        ("laboratory-techniques", "laboratory-safety"),
        ("litigation", "civil-procedure"),
        ("real-estate-sales", "real-estate-license"),
        ("roofing", "fall-protection"),
        ("truck-driving", "drivers-license"),
        ("wetland-delineation", "plant-identification"),
    ],
)
def test_what_has_to_come_first(taxonomy: Taxonomy, skill: str, first: str) -> None:
    assert first in taxonomy.skills[skill].prerequisites


@pytest.mark.parametrize(
    "skill",
    ["customer-service", "data-entry", "filing", "german", "microsoft-word", "photography", "teamwork"],
)
def test_what_anyone_can_begin_needs_nothing_first(taxonomy: Taxonomy, skill: str) -> None:
    assert taxonomy.skills[skill].prerequisites == ()


def test_most_of_what_roles_ask_for_can_be_learned_from_something(asked: list[Skill]) -> None:
    assert sum(bool(skill.resources) for skill in asked) >= 0.85 * len(asked)
    assert sum(any(resource.free for resource in skill.resources) for skill in asked) >= 0.6 * len(asked)


def test_every_line_of_work_has_free_things_to_learn_from(asked: list[Skill]) -> None:
    free = {skill.family for skill in asked for resource in skill.resources if resource.free}
    assert {skill.family for skill in asked} - free == set()


def test_no_skill_names_a_resource_twice(taxonomy: Taxonomy) -> None:
    doubled = [
        skill.id
        for skill in taxonomy.entries
        if len({resource.url for resource in skill.resources}) != len(skill.resources)
    ]
    assert doubled == []
    assert [
        skill.id for skill in taxonomy.entries for resource in skill.resources if not resource.title.strip()
    ] == []
