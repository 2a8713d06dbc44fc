"""A resume as understood. Everything carries its span; what isn't stated is None or empty."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from careercraft.model.document import Problem, Span, Text

DegreeLevel = Literal["high_school", "certificate", "associate", "bachelor", "master", "doctorate"]
Proficiency = Literal["beginner", "intermediate", "advanced", "expert"]
Employment = Literal["full_time", "part_time", "internship", "contract", "volunteer"]
SectionKind = Literal[
    "header", "summary", "work", "education", "projects", "skills", "certifications", "languages",
    "publications", "awards", "volunteer", "references", "interests", "other",
]  # fmt: skip
DEGREE_ORDER: tuple[DegreeLevel, ...] = (
    "high_school", "certificate", "associate", "bachelor", "master", "doctorate",
)  # fmt: skip
LanguageLevel = Literal[
    "A1", "A2", "B1", "B2", "C1", "C2", "basic", "intermediate", "advanced", "fluent", "native",
]  # fmt: skip
"""A level of the CEFR where one is stated, else the word that comes nearest to what is."""
PROFICIENCY_ORDER: tuple[Proficiency, ...] = ("beginner", "intermediate", "advanced", "expert")


class PartialDate(Struct, frozen=True, order=True):
    """A date with the precision the document gives: month and day are None where unstated."""

    year: int
    month: int | None = None
    day: int | None = None


class DateRange(Struct, frozen=True, kw_only=True):
    """A period. `current` means the end is open ("present"); a single date has start None and an end."""

    start: PartialDate | None
    end: PartialDate | None
    current: bool = False
    span: Span
    seasonal: bool = False
    """Only the months from that of `start` to that of `end` count in each year ("Summers 2015 – 2017")."""


class Work(Struct, frozen=True, kw_only=True):
    title: Text | None = None
    employer: Text | None = None
    location: Text | None = None
    dates: DateRange | None = None
    employment: Employment | None = None
    """None when unstated (taken as full-time for years of experience)."""
    bullets: tuple[Text, ...] = ()
    span: Span
    share: float | None = None
    """Of full time, where stated: 0.5 of "50 %", of "20 h/week" the hours over 40."""


class Education(Struct, frozen=True, kw_only=True):
    institution: Text | None = None
    degree: Text | None = None
    level: DegreeLevel | None = None
    area: Text | None = None
    """Field of study."""
    dates: DateRange | None = None
    grade: Text | None = None
    span: Span


class Project(Struct, frozen=True, kw_only=True):
    name: Text | None = None
    dates: DateRange | None = None
    bullets: tuple[Text, ...] = ()
    span: Span
    technologies: tuple[Text, ...] = ()
    """As listed for it ("Python, PostgreSQL"), in the order of the document."""


class Certification(Struct, frozen=True, kw_only=True):
    name: Text
    issuer: Text | None = None
    dates: DateRange | None = None


class SkillItem(Struct, frozen=True, kw_only=True):
    """One entry of a skills list, as listed."""

    text: Text
    level: Proficiency | None = None
    years: float | None = None


class SkillGroup(Struct, frozen=True, kw_only=True):
    name: Text | None = None
    items: tuple[SkillItem, ...] = ()


class LanguageItem(Struct, frozen=True, kw_only=True):
    name: Text
    fluency: Text | None = None
    """As stated: a CEFR level or words."""
    level: LanguageLevel | None = None


class Section(Struct, frozen=True, kw_only=True):
    """A part of the document under one heading; the heading of the header part is None."""

    kind: SectionKind
    heading: Text | None = None
    span: Span
    """The whole section with its heading."""


class Resume(Struct, frozen=True, kw_only=True):
    name: Text | None = None
    headline: Text | None = None
    email: Text | None = None
    phones: tuple[Text, ...] = ()
    links: tuple[Text, ...] = ()
    location: Text | None = None
    city: str | None = None
    region: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    summary: Text | None = None
    work: tuple[Work, ...] = ()
    education: tuple[Education, ...] = ()
    projects: tuple[Project, ...] = ()
    certifications: tuple[Certification, ...] = ()
    skills: tuple[SkillGroup, ...] = ()
    languages: tuple[LanguageItem, ...] = ()
    publications: tuple[Text, ...] = ()
    awards: tuple[Text, ...] = ()
    volunteer: tuple[Work, ...] = ()
    references: tuple[Text, ...] = ()
    interests: tuple[Text, ...] = ()
    other: tuple[Text, ...] = ()
    sections: tuple[Section, ...] = ()
    problems: tuple[Problem, ...] = ()
