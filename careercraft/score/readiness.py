"""readiness: the weighted mean of the parts that are known; and what it could be with the unknown ones.

readiness = sum(weight * value) / sum(weight) over the known parts. For the interval each unknown part is put
once at 0 and once at 100. A part that the posting doesn't ask for is not unknown: it plays no role.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from careercraft.model.facts import Facts
from careercraft.model.score import Score, ScoreKey
from careercraft.score.rows import Part, points, portions, scored, value_of

TITLES: dict[ScoreKey, str] = {
    "skills_match": "Skills match",
    "experience_match": "Experience match",
    "education_match": "Education match",
    "culture_fit": "Culture fit",
    "location_match": "Location match",
    "salary_match": "Salary match",
    "technical_skills": "Technical skills",
    "soft_skills": "Soft skills",
    "domain_knowledge": "Domain knowledge",
    "readiness": "Readiness",
    "confidence": "Confidence",
}
_ALWAYS_THERE: frozenset[ScoreKey] = frozenset(
    {"experience_match", "culture_fit", "location_match", "salary_match"}
)
"""Every job has a place, pay, a way of working and a need of experience, stated or not."""
_OF_AN_EMPLOYER: frozenset[ScoreKey] = frozenset({"culture_fit", "location_match", "salary_match"})
"""What a role of the catalogue doesn't have."""


def readiness_score(parts: Sequence[Score]) -> Score:
    known = [part for part in parts if part.value is not None and part.weight > 0]
    rows = [Part(TITLES[part.key], (part.value or 0.0) / 100, part.weight) for part in known]
    return scored(
        "readiness", rows, 0.0, f"weighted mean of {len(known)} known parts", "nothing could be compared"
    )


def readiness_of(known: Sequence[tuple[float, float]]) -> float:
    """The same of (weight, value) pairs, as a number; 0 for none."""
    parts = [Part("", value / 100, weight) for weight, value in known]
    return value_of(
        fsum(points(portion, part.share) for part, portion in zip(parts, portions(parts), strict=True))
    )


def unknown_parts(parts: Sequence[Score], facts: Facts) -> list[Score]:
    """Those that matter for this job and couldn't be scored."""
    return [part for part in parts if part.value is None and _matters(part.key, facts)]


def _matters(key: ScoreKey, facts: Facts) -> bool:
    if key == "education_match":
        return facts.education.asked_level is not None
    return key in _ALWAYS_THERE and not (facts.catalogue_role and key in _OF_AN_EMPLOYER)


def interval(parts: Sequence[Score], facts: Facts, ready: Score) -> tuple[float, float]:
    """Readiness with all unknown parts at 0 and at 100, to one decimal; `ready` always lies within."""
    known = sum(part.weight for part in parts if part.value is not None)
    unknown = sum(part.weight for part in unknown_parts(parts, facts))
    if ready.value is None or not known:
        return 0.0, 100.0
    low = ready.value * known / (known + unknown)
    return round(low, 1), round(low + 100 * unknown / (known + unknown), 1)
