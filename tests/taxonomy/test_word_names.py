"""Imported names that are words: when they count."""

from __future__ import annotations

import pytest

from careercraft.match.surface import SurfaceMatcher
from careercraft.model.skill import MatchRule, Skill
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.stored import compile_imported
from tests.taxonomy.test_named import made


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    skills = (
        made("communicate", "communicate"), made("zx", "zq"), made("harbor", "Harbor"),
        made("welding", "resistance welding", "weld parts"), made("python", "python"), made("go", "Go"),
    )  # fmt: skip
    return Taxonomy(compile_imported(skills, ()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We communicate openly with each other.", set()),
        ("Skills: plan, communicate, listen", {"communicate"}),
        ("Boats lay in the harbor at night.", set()),
        ("We run a registry with Harbor and others.", {"harbor"}),
        ("a zq b", set()),
        ("sound knowledge of zq", {"zx"}),
        ("resistance welding of frames", {"welding"}),
        ("We go there by boat.", set()),
    ],
)
def test_words_need_company_or_capitals(taxonomy: Taxonomy, text: str, expected: set[str]) -> None:
    assert {hit.skill_id for hit in SurfaceMatcher(taxonomy).find(text)} == expected


def test_what_the_built_in_taxonomy_knows_has_its_rule(taxonomy: Taxonomy) -> None:
    assert taxonomy.skills["python"].match == MatchRule()
    assert taxonomy.skills["go"].match.context


def test_names_stay_as_they_are_and_rules_too(taxonomy: Taxonomy) -> None:
    own = MatchRule(context=("boat",))
    skill = Skill(id="a", name="anchor", kind="technical", hours=taxonomy.skills["go"].hours, match=own)
    assert compile_imported((skill,), ()).skills == (skill,)
    assert [skill.name for skill in taxonomy.entries] == [
        "communicate", "Go", "Harbor", "python", "resistance welding", "zq"
    ]  # fmt: skip
