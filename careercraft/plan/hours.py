"""Hours of learning: in quarters, so that sums are exact."""

from __future__ import annotations

from careercraft.match.credit import IMPLIED
from careercraft.model.resume import PROFICIENCY_ORDER, Proficiency
from careercraft.model.skill import Hours, Skill
from careercraft.taxonomy import Taxonomy

QUARTER = 0.25
LEAST = 0.5
"""Hours of the smallest skill of a plan."""
_KEPT = 0.25
"""Share of a skill's hours that stays, however much of it another one brings."""


def quarters(hours: float) -> float:
    """To the nearest quarter of an hour, at least one; halves go up."""
    return max(QUARTER, int(hours / QUARTER + 0.5) * QUARTER)


def nearest_quarter(hours: float) -> float:
    """Of any sum or difference; 0 stays 0."""
    return round(hours / QUARTER) * QUARTER


def to_level(hours: Hours, level: Proficiency) -> float:
    return float(getattr(hours, level))


def level_at(skill: Skill, known: float) -> Proficiency | None:
    """The highest level that this many hours of learning reach."""
    reached = [level for level in PROFICIENCY_ORDER if to_level(skill.hours, level) <= known]
    return reached[-1] if reached else None


def brought(taxonomy: Taxonomy, skill_id: str) -> dict[str, float]:
    """Share (0..1) of every other skill that whoever learned this one has: what comes with it by the number of steps,
    as the scorer reckons, or the share that the taxonomy states for related skills."""
    skill = taxonomy.skills.get(skill_id)
    found = dict(skill.related) if skill is not None else {}
    for other, steps in taxonomy.implied(skill_id).items():
        found[other] = max(found.get(other, 0.0), IMPLIED[min(steps, len(IMPLIED)) - 1])
    return found


def saved(share: float, first: float, second: float) -> float:
    """Hours of a second skill that need not be learned again after `first` hours of another one: the share of the
    shorter of both, and never so much that less than a quarter of the second is left."""
    return min(share * min(first, second), second * (1 - _KEPT))
