"""What ships: enough of it, in the right places, and usable."""

from __future__ import annotations

import re

import pytest

from careercraft.errors import UsageError
from careercraft.taxonomy import Taxonomy, load_taxonomy


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


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
