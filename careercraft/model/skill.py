"""Entries of the taxonomy and the roles, as validated data."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from careercraft.model.job import Seniority
from careercraft.model.resume import DegreeLevel, Proficiency

SkillKind = Literal["technical", "soft", "domain", "language", "certification"]
ResourceKind = Literal["docs", "course", "book", "practice", "certification", "community"]


class Hours(Struct, frozen=True, forbid_unknown_fields=True):
    """Hours of learning from zero to each level, increasing."""

    beginner: float
    intermediate: float
    advanced: float
    expert: float


class Resource(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    title: str
    url: str
    kind: ResourceKind
    free: bool = False


class MatchRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """For names that are also words (Go, Excel, Spring)."""

    case: bool = False
    """The capitals must be as written."""
    context: tuple[str, ...] = ()
    """One of these words must stand near, unless the name is an item of a skills list."""


class Skill(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    name: str
    kind: SkillKind
    hours: Hours
    aliases: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    """Parts and kinds of it without an entry of their own ("satellite imagery" of remote sensing): found as it."""
    items: tuple[str, ...] = ()
    """Words too general for running text ("visualization"): they name the skill as a whole item of a list alone."""
    broader: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    related: dict[str, float] = {}
    """Id to the share of this skill's competence that carries over, 0..1."""
    prerequisites: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    match: MatchRule = MatchRule()
    description: str = ""
    esco: str = ""
    """URI in ESCO."""
    onet: str = ""
    """In O*NET: of skills, knowledge and abilities the element's id, of technologies their UNSPSC commodity."""
    family: str = ""
    """The folder it was read from."""


class RoleSkill(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    level: Proficiency


class RoleSkills(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    must: tuple[RoleSkill, ...] = ()
    preferred: tuple[RoleSkill, ...] = ()
    nice: tuple[RoleSkill, ...] = ()


class RoleEducation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    level: DegreeLevel | Literal["none"]
    fields: tuple[str, ...] = ()
    required: bool = False


class RoleYears(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    min: float
    max: float | None = None


class RoleSalary(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Yearly pay percentiles in `currency`."""

    soc: str
    year: int
    currency: str
    median: float
    source: str
    p10: float | None = None
    p25: float | None = None
    p75: float | None = None
    p90: float | None = None


class Role(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    id: str
    title: str
    level: Seniority
    family: str
    summary: str
    skills: RoleSkills
    alternate_titles: tuple[str, ...] = ()
    education: RoleEducation | None = None
    years: RoleYears | None = None
    salary: RoleSalary | None = None
    onet: str = ""
    esco: str = ""
    next: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()
