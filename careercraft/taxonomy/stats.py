"""What `careercraft taxonomy stats` counts: how much is known of each family."""

from __future__ import annotations

from msgspec import Struct, structs

from careercraft.model.skill import Skill
from careercraft.taxonomy.index import Taxonomy

TOTAL = "total"


class FamilyCounts(Struct, kw_only=True):
    """One row; skills with something are counted once each."""

    family: str
    skills: int = 0
    forms: int = 0
    """Names and aliases."""
    with_resource: int = 0
    with_esco: int = 0
    with_onet: int = 0
    roles: int = 0


def count_families(taxonomy: Taxonomy) -> list[FamilyCounts]:
    """Families of skills and roles by name, then the total."""
    found: dict[str, FamilyCounts] = {}
    for skill in taxonomy.entries:
        _count(found.setdefault(skill.family, FamilyCounts(family=skill.family)), skill)
    for role in taxonomy.roles.values():
        found.setdefault(role.family, FamilyCounts(family=role.family)).roles += 1
    rows = [found[family] for family in sorted(found)]
    return [*rows, _total(rows)]


def _count(row: FamilyCounts, skill: Skill) -> None:
    row.skills += 1
    row.forms += 1 + len(skill.aliases)
    row.with_resource += bool(skill.resources)
    row.with_esco += bool(skill.esco)
    row.with_onet += bool(skill.onet)


def _total(rows: list[FamilyCounts]) -> FamilyCounts:
    names = [name for name in structs.asdict(FamilyCounts(family="")) if name != "family"]
    return FamilyCounts(family=TOTAL, **{name: sum(getattr(row, name) for row in rows) for name in names})
