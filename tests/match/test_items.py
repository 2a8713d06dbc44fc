"""Words that name a skill as a whole item of a list, and in no sentence."""

from __future__ import annotations

import pytest
from msgspec import structs

from careercraft.match.surface import SurfaceMatcher
from careercraft.model.skill import Hours, Skill
from careercraft.taxonomy import Taxonomy
from careercraft.taxonomy.index import Compiled, compile_surfaces
from careercraft.taxonomy.merge import merge

SKILL = Skill(
    id="dataviz", name="Data Visualization", kind="technical", items=("visualization", "chart"),
    hours=Hours(beginner=5, intermediate=20, advanced=80, expert=300),
)  # fmt: skip


def taxonomy(*skills: Skill) -> Taxonomy:
    return Taxonomy(Compiled(0, "made up", skills, (), compile_surfaces(skills)))


@pytest.mark.parametrize(
    "text",
    [
        "Visualization",
        "SQL, visualization, statistics",
        "- charts\n- SQL",
        "1. Charts\n2. SQL",
        "SQL/Visualization",
    ],
)
def test_an_item_counts_as_a_whole_item(text: str) -> None:
    (hit,) = SurfaceMatcher(taxonomy(SKILL)).find(text)
    assert (hit.skill_id, hit.tier) == ("dataviz", "alias")


@pytest.mark.parametrize(
    "text",
    [
        "a visualization of the city plan",
        "They see the visualization team daily.",
        "charted waters, deep sea",
    ],
)
def test_in_a_sentence_it_is_a_word(text: str) -> None:
    assert not SurfaceMatcher(taxonomy(SKILL)).find(text)


def test_the_same_word_as_an_alias_counts_in_sentences_too() -> None:
    alias = structs.replace(SKILL, items=(), aliases=("visualization",))
    assert SurfaceMatcher(taxonomy(alias)).find("a visualization of the city plan")


def test_an_alias_goes_before_an_item_and_merging_keeps_items() -> None:
    other = structs.replace(SKILL, id="charts", name="Charts", items=())
    assert taxonomy(SKILL, other).by_surface["chart"] == "dataviz"
    assert taxonomy(SKILL, other).by_surface["charts"] == "charts"
    merged = Taxonomy(merge([taxonomy(SKILL), taxonomy(other)], 0, "both"))
    assert not SurfaceMatcher(merged).find("a visualization of the city plan")
    assert SurfaceMatcher(merged).find("visualization")


def test_what_a_skill_covers_is_found_as_the_skill_and_is_no_alias() -> None:
    skill = structs.replace(SKILL, covers=("heat maps",))
    (hit,) = SurfaceMatcher(taxonomy(skill)).find("They drew a heat map of the city.")
    assert (hit.skill_id, hit.tier) == ("dataviz", "alias")
    assert not SurfaceMatcher(taxonomy(SKILL)).find("They drew a heat map of the city.")
