"""Roles of the catalogue by how well a resume fits them."""

from __future__ import annotations

from msgspec import UNSET

from careercraft.model.analysis import Analysis
from careercraft.model.role_match import RoleFit
from careercraft.model.score import PART_KEYS, Scorecard
from careercraft.model.skill import Role
from careercraft.score.comparison import missing_musts


def role_place(card: Scorecard, role_id: str) -> tuple[object, ...]:
    """Sorts the best first; the id parts what is equal."""
    verdict = card.verdict
    skills = card.by_key()["skills_match"].value or 0.0
    return verdict.label != "FIT", -verdict.readiness, -verdict.confidence, -skills, role_id


def role_fit(rank: int, role: Role, analysis: Analysis) -> RoleFit:
    """The role with what keeps the resume from it."""
    verdict, asked = analysis.verdict, analysis.facts.experience.asked
    years = max(asked, key=lambda ask: ask.years, default=None)
    return RoleFit(
        rank=rank,
        id=role.id,
        title=role.title,
        level=role.level,
        family=role.family,
        label=verdict.label,
        borderline=verdict.borderline,
        readiness=verdict.readiness,
        interval=verdict.interval,
        confidence=verdict.confidence,
        scores={score.key: score.value for score in analysis.scores if score.key in PART_KEYS},
        missing_musts=missing_musts(analysis),
        years_asked=years.years if years else UNSET,
        years_found=years.found if years and years.found is not None else UNSET,
        way_out=analysis.counterfactuals[0] if analysis.counterfactuals else UNSET,
        salary=role.salary if role.salary is not None else UNSET,
    )
