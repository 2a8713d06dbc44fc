"""Several taxonomies as one: the first has the say, the later ones add.

An entry of a later one is the same skill as an earlier entry when its name is one of that entry's names or aliases,
or when both have the same ESCO address. Then its names become aliases of the earlier entry, and it fills what that
one leaves empty. Other entries keep their ids, or get a number where another skill has the id already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from careercraft.model.skill import MatchRule, Role, RoleSkill, RoleSkills, Skill
from careercraft.taxonomy.hours import hours_of
from careercraft.taxonomy.index import Compiled, Surface, Taxonomy
from careercraft.taxonomy.surface import fold

_RELATIONS = ("broader", "implies", "prerequisites")
_FILLED = ("resources", "description", "esco", "onet", "family")


class _Merger:
    def __init__(self) -> None:
        self.skills: dict[str, Skill] = {}
        self.roles: dict[str, Role] = {}
        self.ids: list[dict[str, str]] = []
        """For each part the ids of its skills in the whole."""
        self._forms: dict[str, str] = {}
        self._esco: dict[str, str] = {}

    def add(self, part: Taxonomy) -> None:
        ids: dict[str, str] = {}
        taken = self.skills.keys() | part.skills.keys()
        for skill in part.entries:
            ids[skill.id] = self._twin(skill) or _free(skill.id, self.skills.keys(), taken)
        for skill in part.entries:
            mine = ids[skill.id]
            known = self.skills.get(mine)
            self.skills[mine] = _joined(known, skill, ids) if known else _renamed(skill, ids)
        for skill in part.entries:  # after all of them: within a part nothing is joined
            self._esco.setdefault(skill.esco, ids[skill.id])
            for form in (skill.name, *skill.aliases):
                self._forms.setdefault(fold(form), ids[skill.id])
        self.ids.append(ids)
        self._add_roles(part, ids)

    def _twin(self, skill: Skill) -> str | None:
        return (self._esco.get(skill.esco) if skill.esco else None) or self._forms.get(fold(skill.name))

    def _add_roles(self, part: Taxonomy, ids: Mapping[str, str]) -> None:
        taken = self.roles.keys() | part.roles.keys()
        names: dict[str, str] = {}
        for role in part.roles.values():
            known = self.roles.get(role.id)
            same = known is not None and fold(known.title) == fold(role.title)
            names[role.id] = role.id if same else _free(role.id, self.roles.keys(), taken)
        for role in part.roles.values():
            if names[role.id] not in self.roles:
                self.roles[names[role.id]] = structs.replace(
                    role, id=names[role.id], skills=_asked(role.skills, ids),
                    next=tuple(names.get(later, later) for later in role.next),
                )  # fmt: skip


def merge(parts: Sequence[Taxonomy], version: int, hash: str) -> Compiled:
    """One taxonomy under the hash given; of forms that several claim the first has it."""
    merger = _Merger()
    for part in parts:
        merger.add(part)
    skills = tuple(merger.skills[key] for key in sorted(merger.skills))
    roles = tuple(merger.roles[key] for key in sorted(merger.roles))
    return Compiled(version, hash, skills, roles, _surfaces(parts, merger.ids, skills))


def _surfaces(
    parts: Sequence[Taxonomy], ids: Sequence[Mapping[str, str]], skills: Sequence[Skill]
) -> tuple[Surface, ...]:
    """What was written by hand in any part goes before deeds."""
    at = {skill.id: position for position, skill in enumerate(skills)}
    taken: dict[str, Surface] = {}
    for deed in (False, True):
        for part, names in zip(parts, ids, strict=True):
            for old in part.surfaces:
                if old.deed == deed and old.folded not in taken:
                    position = at[names[part.entries[old.skill].id]]
                    exact = old.exact and fold(skills[position].name) == old.folded
                    taken[old.folded] = Surface(old.folded, position, old.form, exact, deed, old.item)
    return tuple(taken[folded] for folded in sorted(taken))


def _free(wanted: str, used: Iterable[str], taken: Iterable[str]) -> str:
    """The id itself where no other part has it, else the first number that nobody has."""
    if wanted not in used:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _joined(skill: Skill, later: Skill, ids: Mapping[str, str]) -> Skill:
    known = {fold(skill.name), *map(fold, skill.aliases)}
    added: dict[str, str] = {}
    for form in (later.name, *later.aliases):
        if fold(form) and fold(form) not in known:
            added.setdefault(fold(form), form)
    other = _renamed(later, ids)
    filled = {name: getattr(other, name) for name in _FILLED if not getattr(skill, name)}
    if not any(getattr(skill, name) for name in (*_RELATIONS, "related")):
        filled |= {name: getattr(other, name) for name in (*_RELATIONS, "related")}
    if skill.match == MatchRule():
        filled["match"] = later.match
    if skill.hours == hours_of(skill.kind):  # an import's round figure
        filled["hours"] = later.hours
    return structs.replace(skill, aliases=(*skill.aliases, *added.values()), **filled)


def _renamed(skill: Skill, ids: Mapping[str, str]) -> Skill:
    mine = ids[skill.id]
    relations = {
        name: tuple(dict.fromkeys(ids[key] for key in getattr(skill, name) if ids.get(key, mine) != mine))
        for name in _RELATIONS
    }
    related = {ids[key]: share for key, share in skill.related.items() if ids.get(key, mine) != mine}
    return structs.replace(skill, id=mine, related=related, **relations)


def _asked(skills: RoleSkills, ids: Mapping[str, str]) -> RoleSkills:
    def renamed(asked: tuple[RoleSkill, ...]) -> tuple[RoleSkill, ...]:
        found = {ids[item.id]: item for item in reversed(asked)}
        return tuple(structs.replace(item, id=ids[item.id]) for item in asked if found[ids[item.id]] is item)

    return RoleSkills(
        must=renamed(skills.must), preferred=renamed(skills.preferred), nice=renamed(skills.nice)
    )
