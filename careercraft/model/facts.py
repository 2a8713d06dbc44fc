"""What the scores beside the skills rest on: typed, small, each with its evidence. Part of the JSON report,
so that `careercraft verify` can recompute every number from the report alone."""

from __future__ import annotations

from msgspec import Struct

from careercraft.model.job import Importance, RelocationKind, Seniority, WorkMode
from careercraft.model.match import Evidence
from careercraft.model.resume import DegreeLevel


class RelevantWork(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One position and how near it is to the posting's kind of work."""

    label: str
    years: float
    relevance: float
    """0..1, from the likeness of titles and shared skills."""
    evidence: tuple[Evidence, ...]


class YearsAsked(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One demand for years, overall (`title` None) or in a kind of work."""

    label: str
    years: float
    found: float | None = None
    """Years the resume shows for it; None when the resume gives no dates."""
    importance: Importance
    evidence: tuple[Evidence, ...]
    found_evidence: tuple[Evidence, ...] = ()


class ExperienceFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    total_years: float | None = None
    """All dated work, overlaps once, internships among it."""
    internship_years: float | None = None
    """The part of it that was internships; it counts towards the years asked only at entry level."""
    part_time_years: float | None = None
    """The part of it that was part-time, in full: the hours are seldom stated."""
    relevant_years: float | None = None
    asked: tuple[YearsAsked, ...] = ()
    work: tuple[RelevantWork, ...] = ()
    job_level: Seniority | None = None
    resume_level: Seniority | None = None
    level_evidence: tuple[Evidence, ...] = ()


class EducationFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    asked_level: DegreeLevel | None = None
    asked_fields: tuple[str, ...] = ()
    or_equivalent: bool = False
    importance: Importance = "must"
    found_level: DegreeLevel | None = None
    found_known: bool = False
    """The resume has an education section or states a degree; when False, the education is unknown."""
    found_none: bool = False
    """It is known that there is no degree: `--what-if -degree`. A resume that names none leaves it open."""
    found_fields: tuple[str, ...] = ()
    """Fields of study as the resume names them."""
    field_match: float | None = None
    """0..1 likeness of the fields; None when either side names none."""
    experience_years: float | None = None
    """Stands in for the degree when the posting takes an equivalent."""
    evidence: tuple[Evidence, ...] = ()
    found_evidence: tuple[Evidence, ...] = ()


class LocationFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    mode: WorkMode | None = None
    job_place: str | None = None
    resume_place: str | None = None
    nearness: float | None = None
    """1 same city, .7 same region, .4 same country, 0 another country; None when either place is unknown."""
    wants_remote: bool | None = None
    """True: at home; False: rather not. From the settings, else from the resume's words."""
    evidence: tuple[Evidence, ...] = ()
    """Of the posting, on the place."""
    found_evidence: tuple[Evidence, ...] = ()
    """Of the resume, on the place."""
    mode_evidence: tuple[Evidence, ...] = ()
    """Of both sides, on the way of working."""
    km: int | None = None
    """As the crow flies, where it is known where both cities lie."""
    office_days: float | None = None
    """Days a week at the place of work, where a hybrid job states them."""
    in_reach: bool | None = None
    """Of remote work tied to a country or region: whether the person lives there."""
    relocation: RelocationKind | None = None
    will_relocate: bool | None = None
    relocation_evidence: tuple[Evidence, ...] = ()
    """Of both sides, as far as both state something."""
    authorized: bool | None = None
    """Whether the person may work there; None when either side says nothing on it."""
    authorization_evidence: tuple[Evidence, ...] = ()


class PayReference(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the kind of work pays in general, where the posting names no pay."""

    title: str
    """The role of the catalogue that the posting's title names."""
    measure: str
    """`median` or a percentile, by the level that is asked: "25th percentile"."""
    amount: float
    """A year, in `currency`."""
    currency: str
    source: str
    """"BLS OEWS May 2024": the year stands in it."""
    soc: str = ""
    """The occupation in the source."""


class SalaryFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    minimum: float | None = None
    """A year, in `currency`."""
    maximum: float | None = None
    currency: str | None = None
    wish: float | None = None
    """A year, in `wish_currency`; None when it can't be compared."""
    evidence: tuple[Evidence, ...] = ()
    wish_currency: str | None = None
    """Where it is another one than `currency`."""
    rate: float | None = None
    """One unit of `currency` in that of the wish, as the person gave it."""
    hours: float | None = None
    """Hours a week that the yearly amounts were reckoned for, where it is part-time work."""
    on_target: bool = False
    """The amounts hold commission or bonus at full target."""
    reference: PayReference | None = None


class CultureValue(Struct, frozen=True, kw_only=True, omit_defaults=True):
    label: str
    """A value or way of working that the posting states."""
    shown: float
    """0..1: how far the person states or shows it; 0 where nothing is said on it."""
    evidence: tuple[Evidence, ...]
    found_evidence: tuple[Evidence, ...] = ()
    opposed: bool = False
    """The person plainly doesn't want it (`wishes.values`)."""
    wished: bool = False
    """It stands among the person's own values (`wishes.values`)."""


class IndustryFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The industry of the posting's employer, and what the resume shows of it."""

    name: str | None = None
    """None where the posting's isn't plain."""
    share: float = 0.0
    """1 for work in it, .5 for work in a near one or for words without work; 0 where the resume shows none, which
    costs nothing."""
    near: str | None = None
    """The near industry that the resume shows instead."""
    years: float | None = None
    """Of the positions that show it; None where none is dated."""
    evidence: tuple[Evidence, ...] = ()
    found_evidence: tuple[Evidence, ...] = ()


class HardFact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A hard requirement that is no skill: work authorization, clearance."""

    text: str
    met: bool | None = None
    """None when the person says nothing on it."""
    evidence: tuple[Evidence, ...]
    found_evidence: tuple[Evidence, ...] = ()


class Facts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    experience: ExperienceFacts = ExperienceFacts()
    education: EducationFacts = EducationFacts()
    location: LocationFacts = LocationFacts()
    salary: SalaryFacts = SalaryFacts()
    culture: tuple[CultureValue, ...] = ()
    hard: tuple[HardFact, ...] = ()
    industry: IndustryFacts = IndustryFacts()
    catalogue_role: bool = False
    """The job is a role, not a posting: it has no place, pay or values to match."""
    resume_quality: float = 1.0
    """0..1: how much of a resume's usual parts were found; feeds the confidence."""
    job_quality: float = 1.0
