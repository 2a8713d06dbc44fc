"""What only shows when all files are read: double ids, clashing names, dead references, circles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from careercraft.model.skill import Role, Skill
from careercraft.taxonomy.source import Path_, Source
from careercraft.taxonomy.surface import fold

_REFERENCES = ("broader", "implies", "related", "prerequisites")
_ORDERS = ("broader", "implies", "prerequisites")


class Placed(NamedTuple):
    skill: Skill
    source: Source
    at: Path_


class PlacedRole(NamedTuple):
    role: Role
    source: Source


def crosscheck(skills: list[Placed], roles: list[PlacedRole]) -> None:
    """Adds what it finds to the issues of the sources."""
    by_id = _unique_ids(skills)
    _surfaces(skills)
    _references(skills, by_id)
    for relation in _ORDERS:
        _circles(by_id, relation)
    _roles(roles, by_id)


def _unique_ids(skills: Iterable[Placed]) -> dict[str, Placed]:
    by_id: dict[str, Placed] = {}
    for placed in skills:
        first = by_id.setdefault(placed.skill.id, placed)
        if first is not placed:
            where = f"{first.source.file}:{first.source.line(first.at)}"
            placed.source.report(
                (*placed.at, "id"), f"{placed.skill.id!r} stands in {where} too", "duplicate"
            )
    return by_id


def _surfaces(skills: Iterable[Placed]) -> None:
    owners: dict[str, str] = {}
    for skill, source, at in skills:
        for form in (skill.name, *skill.aliases, *skill.covers, *skill.items):
            folded = fold(form)
            owner = owners.setdefault(folded, skill.id)
            if not folded:
                source.report((*at, "aliases"), f"{form!r} has no letters")
            elif owner != skill.id:
                source.report((*at, "aliases"), f"{form!r} names {owner!r} already", "alias-clash")


def _references(skills: Iterable[Placed], by_id: Mapping[str, Placed]) -> None:
    for skill, source, at in skills:
        for relation in _REFERENCES:
            for target in getattr(skill, relation):
                if target not in by_id:
                    source.report((*at, relation), f"{target!r} is no skill", "reference")


def _circles(by_id: Mapping[str, Placed], relation: str) -> None:
    done: set[str] = set()
    told: set[frozenset[str]] = set()
    for start in by_id:
        circle = _find_circle(by_id, relation, start, done)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            placed = by_id[circle[0]]
            message = "runs in a circle: " + " > ".join(circle)
            placed.source.report((*placed.at, relation), message, "circle")


def _find_circle(by_id: Mapping[str, Placed], relation: str, start: str, done: set[str]) -> list[str]:
    """Depth first without recursion; the first circle met from `start`, or nothing."""
    path: list[str] = []
    stack: list[tuple[str, bool]] = [(start, False)]
    while stack:
        skill_id, leaving = stack.pop()
        if leaving:
            path.pop()
            done.add(skill_id)
        elif skill_id in path:
            return [*path[path.index(skill_id) :], skill_id]
        elif skill_id not in done and skill_id in by_id:
            path.append(skill_id)
            stack.append((skill_id, True))
            stack.extend((target, False) for target in getattr(by_id[skill_id].skill, relation))
    return []


def _roles(roles: Iterable[PlacedRole], by_id: Mapping[str, Placed]) -> None:
    known: dict[str, str] = {}
    placed_roles = list(roles)
    for role, source in placed_roles:
        first = known.setdefault(role.id, source.file)
        if first != source.file:
            source.report(("id",), f"{role.id!r} stands in {first} too", "duplicate")
    for role, source in placed_roles:
        for importance in ("must", "preferred", "nice"):
            for asked in getattr(role.skills, importance):
                if asked.id not in by_id:
                    source.report(("skills", importance), f"{asked.id!r} is no skill", "reference")
        for target in role.next:
            if target not in known:
                source.report(("next",), f"{target!r} is no role", "reference")
