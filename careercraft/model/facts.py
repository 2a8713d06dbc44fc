"""What the scores beside the skills rest on: typed, small, each with its evidence. Part of the JSON report,
so that `careercraft verify` can recompute every number from the report alone."""

from __future__ import annotations

from msgspec import Struct

from careercraft.model.job import Importance, Seniority, WorkMode
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
    evidence: tuple[Evidence, ...] = ()
    found_evidence: tuple[Evidence, ...] = ()


class SalaryFacts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    minimum: float | None = None
    """A year, in `currency`."""
    maximum: float | None = None
    currency: str | None = None
    wish: float | None = None
    """A year, in the same currency; from the settings."""
    evidence: tuple[Evidence, ...] = ()


class CultureValue(Struct, frozen=True, kw_only=True, omit_defaults=True):
    label: str
    """A value or way of working that the posting states."""
    shown: float
    """0..1: how far the resume shows it."""
    evidence: tuple[Evidence, ...]
    found_evidence: tuple[Evidence, ...] = ()


class HardFact(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A hard requirement that is no skill: work authorization, clearance."""

    text: str
    met: bool | None = None
    """None when the resume says nothing on it."""
    evidence: tuple[Evidence, ...]


class Facts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    experience: ExperienceFacts = ExperienceFacts()
    education: EducationFacts = EducationFacts()
    location: LocationFacts = LocationFacts()
    salary: SalaryFacts = SalaryFacts()
    culture: tuple[CultureValue, ...] = ()
    hard: tuple[HardFact, ...] = ()
    catalogue_role: bool = False
    """The job is a role, not a posting: it has no place, pay or values to match."""
    resume_quality: float = 1.0
    """0..1: how much of a resume's usual parts were found; feeds the confidence."""
    job_quality: float = 1.0
