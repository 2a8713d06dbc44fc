"""All eleven scores and the verdict, from typed facts alone. `verify` runs exactly this on a saved report."""

from __future__ import annotations

from collections.abc import Mapping

from careercraft.model.facts import Facts
from careercraft.model.match import SkillMatch
from careercraft.model.score import Score, Scorecard, ScoreKey
from careercraft.score.circumstances import culture_score, salary_score
from careercraft.score.confidence import confidence_score
from careercraft.score.education import education_score
from careercraft.score.experience import experience_score
from careercraft.score.location import location_score
from careercraft.score.readiness import readiness_score
from careercraft.score.skills import coverage, skill_score
from careercraft.score.verdict import make_verdict


def part_scores(skills: SkillMatch, facts: Facts, weights: Mapping[str, float]) -> tuple[Score, ...]:
    """The nine parts of the readiness, in the order of the contract."""

    def of_skills(key: ScoreKey) -> Score:
        weight = weights[key] * coverage(key, skills, facts.industry)
        return skill_score(key, skills, weight, facts.industry)

    return (
        of_skills("skills_match"),
        experience_score(facts.experience, weights["experience_match"]),
        education_score(facts.education, weights["education_match"]),
        culture_score(facts.culture, weights["culture_fit"]),
        location_score(facts.location, weights["location_match"]),
        salary_score(facts.salary, weights["salary_match"]),
        of_skills("technical_skills"),
        of_skills("soft_skills"),
        of_skills("domain_knowledge"),
    )


def readiness(skills: SkillMatch, facts: Facts, weights: Mapping[str, float]) -> float:
    return readiness_score(part_scores(skills, facts, weights)).value or 0.0


def scorecard(skills: SkillMatch, facts: Facts, weights: Mapping[str, float], threshold: float) -> Scorecard:
    """`weights` by score key, as in the settings; `threshold` in points of readiness."""
    parts = part_scores(skills, facts, weights)
    ready = readiness_score(parts)
    sure = confidence_score(parts, skills, facts, ready.value or 0.0, threshold)
    return Scorecard(
        scores=(*parts, ready, sure),
        verdict=make_verdict(parts, ready, sure, skills, facts, threshold),
    )
