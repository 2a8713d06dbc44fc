"""education_match: the degree and its field, or the experience that may stand for it."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.model.facts import EducationFacts
from careercraft.model.resume import DEGREE_ORDER, DegreeLevel
from careercraft.model.score import Score
from careercraft.score.rows import Part, scored

_LEVEL, _FIELD = 75.0, 25.0
_ONE_BELOW, _FAR_BELOW = 0.5, 0.2
STUDY_YEARS: dict[DegreeLevel, float] = {
    "high_school": 0, "certificate": 1, "associate": 2, "bachelor": 4, "master": 6, "doctorate": 9,
}  # fmt: skip
_YEARS_FOR_ONE = 3.0
"""Years of work that stand for one of study: the rule of US immigration law (8 CFR 214.2(h)(4)(iii)(D)(5))."""
NAMES: dict[DegreeLevel, str] = {
    "high_school": "high school", "certificate": "certificate", "associate": "associate degree",
    "bachelor": "bachelor's degree", "master": "master's degree", "doctorate": "doctorate",
}  # fmt: skip


def education_score(facts: EducationFacts, weight: float) -> Score:
    return scored("education_match", list(_parts(facts)), weight, _summary(facts), _silence(facts))


def _parts(facts: EducationFacts) -> Iterator[Part]:
    if facts.asked_level is None:
        return
    evidence = facts.found_evidence or facts.evidence
    by_work = facts.or_equivalent and facts.experience_years is not None
    if facts.found_level or facts.found_none or by_work:
        yield Part(
            f"Level: {_found(facts)}, asked {NAMES[facts.asked_level]}", level_share(facts), _LEVEL, evidence
        )
    if facts.field_match is not None:
        yield Part(f"Field: asked {', '.join(facts.asked_fields)}", facts.field_match, _FIELD, evidence)


def level_share(facts: EducationFacts) -> float:
    """1 at or over the degree asked; else half, a fifth, or what the experience makes up where that is allowed."""
    if facts.asked_level is None:
        return 1.0
    asked = DEGREE_ORDER.index(facts.asked_level)
    held = DEGREE_ORDER.index(facts.found_level) if facts.found_level else -1
    if held >= asked:
        return 1.0
    by_degree = 0.0 if held < 0 else _ONE_BELOW if held == asked - 1 else _FAR_BELOW
    return max(by_degree, _equivalent(facts)) if facts.or_equivalent else by_degree


def _equivalent(facts: EducationFacts) -> float:
    if facts.asked_level is None:
        return 1.0
    held = STUDY_YEARS[facts.found_level] if facts.found_level else 0.0
    needed = (STUDY_YEARS[facts.asked_level] - held) * _YEARS_FOR_ONE
    return round(min(1.0, (facts.experience_years or 0.0) / needed), 3) if needed > 0 else 1.0


def _found(facts: EducationFacts) -> str:
    return NAMES[facts.found_level] if facts.found_level else "no degree found"


def _summary(facts: EducationFacts) -> str:
    asked = NAMES[facts.asked_level] if facts.asked_level else ""
    equivalent = " or equivalent" if facts.or_equivalent else ""
    return f"{_found(facts)}; asked: {asked}{equivalent}"


def _silence(facts: EducationFacts) -> str:
    if facts.asked_level is None:
        return "the posting asks for no degree"
    return "the resume names no degree" if facts.found_known else "the resume shows no education"
