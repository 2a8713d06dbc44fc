"""The frozen taxonomy that the rest of the program asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from careercraft.errors import UsageError
from careercraft.model.skill import Role, Skill
from careercraft.taxonomy.deeds import deeds
from careercraft.taxonomy.surface import fold, number_variants


class Surface(Struct, frozen=True, array_like=True):
    """One way to write a skill."""

    folded: str
    skill: int
    """Position of the skill in `Taxonomy.skills`."""
    form: str
    """As written in the taxonomy; its capitals count where the skill's rule says so."""
    exact: bool
    """The name itself, not an alias."""
    deed: bool = False
    """Made from a name or alias by `deeds`; gives way to what was written by hand."""
    item: bool = False
    """Counts as a whole item of a list, or as a whole phrase, and nowhere else."""


class Compiled(Struct, frozen=True, array_like=True):
    """What the cache file holds."""

    version: int
    source_hash: str
    skills: tuple[Skill, ...]
    roles: tuple[Role, ...]
    surfaces: tuple[Surface, ...]


class Taxonomy:
    """Skills and roles by id, their surface forms, and the closures of their relations. Read-only."""

    def __init__(self, compiled: Compiled) -> None:
        self.hash = compiled.source_hash
        """Changes with any byte of the files it was read from."""
        self.entries = compiled.skills
        self.surfaces = compiled.surfaces
        self.skills: dict[str, Skill] = {skill.id: skill for skill in compiled.skills}
        self.roles: dict[str, Role] = {role.id: role for role in compiled.roles}

    @cached_property
    def forms(self) -> dict[str, Surface]:
        """Folded name or alias to its surface, sorted."""
        return {surface.folded: surface for surface in self.surfaces}

    @cached_property
    def by_surface(self) -> Mapping[str, str]:
        """Folded name or alias to skill id."""
        return _Ids(self.forms, self.entries)

    def find(self, name: str) -> Skill | None:
        """The skill of this id, name or alias."""
        if name in self.skills:
            return self.skills[name]
        found = self.by_surface.get(fold(name))
        return self.skills[found] if found else None

    def role(self, role_id: str) -> Role:
        """Raises UsageError with the nearest ids when there is none."""
        if role_id in self.roles:
            return self.roles[role_id]
        from rapidfuzz import process

        near = [
            str(name) for name, _, _ in process.extract(role_id, sorted(self.roles), limit=3, score_cutoff=60)
        ]
        hint = f"did you mean {', '.join(near)}?" if near else "`careercraft roles list` shows them all"
        raise UsageError(f"there is no role {role_id!r}", hint)

    def implied(self, skill_id: str) -> dict[str, int]:
        """All that whoever has the skill has too, with the number of steps: its `implies` and `broader`,
        followed upwards. Nearest first, ties by id."""
        steps: dict[str, int] = {}
        front = [skill_id]
        depth = 0
        while front:
            depth += 1
            front = sorted({up for low in front for up in self._up(low)} - steps.keys() - {skill_id})
            steps.update(dict.fromkeys(front, depth))
        return steps

    def _up(self, skill_id: str) -> Iterator[str]:
        skill = self.skills.get(skill_id)
        if skill is not None:
            yield from skill.implies
            yield from skill.broader


class _Ids(Mapping[str, str]):
    """Looked up when asked: a dict of all would take longer to make than a short analysis has."""

    def __init__(self, forms: Mapping[str, Surface], entries: Sequence[Skill]) -> None:
        self._forms = forms
        self._entries = entries

    def __getitem__(self, form: str) -> str:
        return self._entries[self._forms[form].skill].id

    def __iter__(self) -> Iterator[str]:
        return iter(self._forms)

    def __len__(self) -> int:
        return len(self._forms)

    def __contains__(self, form: object) -> bool:
        return form in self._forms


def compile_surfaces(skills: Sequence[Skill]) -> tuple[Surface, ...]:
    """Names first, then aliases, what is covered, items, their plurals and singulars, and the deeds that they tell; the
    first to claim a form has it."""
    taken: dict[str, Surface] = {}
    for kind in ("name", "aliases", "covers", "items"):
        for position, skill in enumerate(skills):
            for form in (skill.name,) if kind == "name" else getattr(skill, kind):
                folded = fold(form)
                if folded:
                    surface = Surface(folded, position, form, kind == "name", item=kind == "items")
                    taken.setdefault(folded, surface)
    for surface in list(taken.values()):
        if not skills[surface.skill].match.case:
            for variant in number_variants(surface.folded):
                other = Surface(variant, surface.skill, surface.form, False, item=surface.item)
                taken.setdefault(variant, other)
    for surface in list(taken.values()):
        plain = not surface.item and not skills[surface.skill].match.case
        if plain and fold(surface.form) == surface.folded:
            for deed in deeds(surface.folded):
                taken.setdefault(deed, Surface(deed, surface.skill, deed, False, True))
    return tuple(taken[folded] for folded in sorted(taken))
