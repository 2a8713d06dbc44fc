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
ContractKind = Literal[
    "permanent",
    "fixed_term",
    "temporary",
    "contract",
    "freelance",
    "internship",
    "apprenticeship",
    "seasonal",
    "per_diem",
]
WorkingTime = Literal["full", "part", "either"]
RelocationKind = Literal["offered", "required", "not_offered"]
Sponsorship = Literal["offered", "not_offered"]
CefrLevel = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
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
    on_target: bool = False
    """The amounts hold commission or bonus at full target (OTE)."""
    pro_rata: bool = False
    """The amounts are those of full-time work, paid by the hours worked."""
    payments: int | None = None
    """How many monthly salaries a year has, where stated (13, 14)."""


class Contract(Struct, frozen=True, kw_only=True, omit_defaults=True):
    kind: ContractKind
    months: float | None = None
    """How long, where stated."""
    until: str | None = None
    """Last day as ISO 8601 (a day, a month or a year), where stated."""
    text: Text


class Hours(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Full or part time, the hours of a week and shifts, each where stated."""

    time: WorkingTime | None = None
    minimum: float | None = None
    """A week."""
    maximum: float | None = None
    percent: float | None = None
    """Least share of full time."""
    max_percent: float | None = None
    shifts: Text | None = None
    """Shifts, nights, weekends, on call."""
    text: Text


class Travel(Struct, frozen=True, kw_only=True, omit_defaults=True):
    percent: float | None = None
    """The most that is stated; 0 where the posting says that there is none."""
    text: Text


class Relocation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    kind: RelocationKind
    text: Text


class LanguageAsk(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A language that people speak, asked for."""

    language: str
    """Its English name."""
    fluency: str | None = None
    """In the posting's words: "fluent", "verhandlungssicher"."""
    cefr: CefrLevel | None = None
    """Where the posting states it, not made from words."""
    importance: Importance = "must"
    text: Text


class CredentialAsk(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A licence or certificate asked for."""

    name: str
    """In the posting's words: "CDL", "driver's license", "AWS Certified Developer"."""
    importance: Importance = "must"
    hard: bool = False
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
    """Id of the role that it was made from, or that its title names. The role's skills count only in the former case,
    where they are its statements."""
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
    contract: Contract | None = None
    hours: Hours | None = None
    travel: Travel | None = None
    relocation: Relocation | None = None
    languages: tuple[LanguageAsk, ...] = ()
    credentials: tuple[CredentialAsk, ...] = ()
    sponsorship: Sponsorship | None = None
    """Whether the employer sponsors a visa, where stated."""
    bonus: Text | None = None
    """What comes on top of the pay: "10 % bonus", "uncapped commission"."""
    pay_note: Text | None = None
    """What is said of the pay without an amount: "competitive", "TVöD E 9b", "depending on experience"."""
