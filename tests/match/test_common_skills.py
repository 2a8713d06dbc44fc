"""Skills of all trades."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from careercraft.match.common_skills import common_skills
from tests.match.parts import built_in, tiny_taxonomy


def catalogue(families: int, asking: int) -> Any:
    """So many families of one role; `asking` of them ask for Excel, all for their own trade."""
    roles = {}
    for index in range(families):
        needs = [SimpleNamespace(id=f"trade-{index}")]
        needs += [SimpleNamespace(id="excel")] if index < asking else []
        skills = SimpleNamespace(must=needs, preferred=(), nice=())
        roles[str(index)] = SimpleNamespace(family=f"family {index}", skills=skills)
    return SimpleNamespace(entries=[SimpleNamespace(id="patience", kind="soft")], roles=roles)


def test_a_quarter_of_the_families_makes_a_skill_common() -> None:
    assert common_skills(catalogue(12, 3)) == {"patience", "excel"}
    assert common_skills(catalogue(12, 2)) == {"patience"}


def test_a_small_catalogue_tells_only_the_soft_ones() -> None:
    assert common_skills(catalogue(7, 7)) == {"patience"}
    assert common_skills(catalogue(8, 8)) == {"patience", "excel"}
    assert common_skills(tiny_taxonomy()) == {"problem-solving"}


def test_the_built_in_ones() -> None:
    found = common_skills(built_in().taxonomy)
    assert {skill.id for skill in built_in().taxonomy.entries if skill.kind == "soft"} < found
    assert "microsoft-excel" in found
    assert "python" not in found
