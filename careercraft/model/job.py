"""A posting as understood: what is asked, how strongly, and where it says so."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from careercraft.model.document import Problem, Text
from careercraft.model.resume import DegreeLevel, Proficiency

Importance = Literal["must", "preferred", "nice"]
Seniority = Literal["intern", "junior", "mid", "senior", "lead"]
WorkMode = Literal["onsite", "hybrid", "remote"]
Period = Literal["hour", "day", "week", "month", "year"]
StatementKind = Literal["requirement", "duty", "about", "benefit", "value", "meta"]
SENIORITY_ORDER: tuple[Seniority, ...] = ("intern", "junior", "mid", "senior", "lead")


class Statement(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One sentence or list item of the posting."""

    text: Text
    kind: StatementKind
    importance: Importance
    """Of what it asks; a duty counts as `preferred`, anything else that asks nothing as `nice`."""
    label: Text | None = None
    """The words before a colon at the head of a list item ("Diagnostics: able to run ..."), when short."""
    years: float | None = None
    """Least years stated in the statement."""
    max_years: float | None = None
    level: Proficiency | None = None
    hard: bool = False
    """The posting calls it mandatory in so many words ("must hold", "is required to", "mandatory")."""
    skill_ids: tuple[str, ...] = ()
    """Set when the posting was made from a role: the skill is known, not linked from text."""


class Salary(Struct, frozen=True, kw_only=True, omit_defaults=True):
    minimum: float | None = None
    maximum: float | None = None
    currency: str | None = None
    """ISO 4217."""
    period: Period
    text: Text


class EducationAsk(Struct, frozen=True, kw_only=True, omit_defaults=True):
    level: DegreeLevel
    fields: tuple[str, ...] = ()
    or_equivalent: bool = False
    importance: Importance = "must"
    text: Text


class ExperienceAsk(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Years asked overall or in a kind of work, apart from years asked of one skill."""

    years: float
    max_years: float | None = None
    title: str | None = None
    """The kind of work, in the posting's words: "Systems Administrator", "a similar role"; None for overall."""
    importance: Importance = "must"
    text: Text


class Job(Struct, frozen=True, kw_only=True, omit_defaults=True):
    title: Text | None = None
    level: Seniority | None = None
    role: str | None = None
    """Id of the role it was made from or matched to."""
    company: Text | None = None
    location: Text | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    work_mode: WorkMode | None = None
    work_mode_text: Text | None = None
    employment: Text | None = None
    salary: Salary | None = None
    education: tuple[EducationAsk, ...] = ()
    experience: tuple[ExperienceAsk, ...] = ()
    statements: tuple[Statement, ...] = ()
    work_authorization: Text | None = None
    clearance: Text | None = None
    values: tuple[Text, ...] = ()
    benefits: tuple[Text, ...] = ()
    problems: tuple[Problem, ...] = ()
