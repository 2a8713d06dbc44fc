"""A table of one's own: id, name and aliases; kind, family, description and esco where it has them."""

from __future__ import annotations

import typing
from pathlib import Path

from careercraft.model.skill import Skill, SkillKind
from careercraft.taxonomy.hours import hours_of
from careercraft.taxonomy.importers.parts import Imported, aliases_of
from careercraft.taxonomy.importers.rows import Row, fault, read_rows

_KINDS: tuple[SkillKind, ...] = typing.get_args(SkillKind)


def read_table(file: Path) -> Imported:
    """Ids and names are kept as they stand; aliases are parted by `|` or line breaks."""
    skills: dict[str, Skill] = {}
    lines: dict[str, int] = {}
    for row in read_rows(file, ("id", "name", "aliases")):
        skill = _skill(row)
        if skill.id in skills:
            where = f"column id: {skill.id!r} stands in line {lines[skill.id]} too"
            raise fault(file, row.line, where, "give each skill an id of its own")
        skills[skill.id] = skill
        lines[skill.id] = row.line
    if not skills:
        raise fault(file, 2, "column 1: there is no skill", "write one a row")
    return Imported(tuple(skills.values()))


def _skill(row: Row) -> Skill:
    name = row.need("name")
    kind = _kind(row)
    return Skill(
        id=row.need("id"), name=name, kind=kind, hours=hours_of(kind), aliases=aliases_of(name, row.get("aliases")),
        description=row.get("description"), family=row.get("family"), esco=row.get("esco"),
    )  # fmt: skip


def _kind(row: Row) -> SkillKind:
    found = row.get("kind") or "technical"
    for kind in _KINDS:
        if kind == found:
            return kind
    raise fault(row.file, row.line, f"column kind: {found!r} is no kind of skill", f"use {', '.join(_KINDS)}")
