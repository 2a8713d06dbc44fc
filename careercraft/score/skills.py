"""skills_match, technical_skills, soft_skills, domain_knowledge: requirements by weight and strength.

value = 100 * sum(weight * strength) / sum(weight) over the requirements that count.
"""

from __future__ import annotations

from collections.abc import Sequence

from careercraft.model.facts import IndustryFacts
from careercraft.model.job import Importance
from careercraft.model.match import SkillEntry, SkillMatch
from careercraft.model.score import Score, ScoreKey
from careercraft.score.rows import Part, scored

IMPORTANCE_WEIGHT: dict[Importance, float] = {"must": 3.0, "preferred": 1.5, "nice": 0.75}
UNCOVERED_SHARE = 0.5
"""Of a requirement that no taxonomy entry covers: it counts less, since it is compared by its words alone."""

NO_INDUSTRY = IndustryFacts()
FULL_PART = 3
"""Requirements of a kind from which its own score has its full weight in the readiness."""
KINDS: dict[ScoreKey, tuple[str, ...]] = {
    "skills_match": ("technical", "soft", "domain", "language", "certification", "other"),
    "technical_skills": ("technical", "certification"),
    "soft_skills": ("soft",),
    "domain_knowledge": ("domain",),
}
_WORDS: dict[ScoreKey, str] = {
    "skills_match": "requirements",
    "technical_skills": "technical skills",
    "soft_skills": "soft skills",
    "domain_knowledge": "subjects",
}


def skill_score(
    key: ScoreKey, skills: SkillMatch, weight: float, industry: IndustryFacts = NO_INDUSTRY
) -> Score:
    """One of the four scores over requirements; `not_stated` when the posting asks nothing of the kind."""
    entries = [entry for entry in skills.required() if entry.kind in KINDS[key]]
    parts = skill_parts(key, entries, industry)
    return scored(
        key, parts, weight, _summary(key, entries, skills), f"the posting asks for no {_WORDS[key]}"
    )


def skill_parts(key: ScoreKey, entries: Sequence[SkillEntry], industry: IndustryFacts) -> list[Part]:
    """One a requirement, in their order; then the industry, where it counts."""
    parts = [
        Part(entry.name, entry.strength, entry_weight(entry), entry.resume_evidence or entry.job_evidence)
        for entry in entries
    ]
    return parts + (_industry(industry) if key == "domain_knowledge" else [])


def coverage(key: ScoreKey, skills: SkillMatch, industry: IndustryFacts = NO_INDUSTRY) -> float:
    """Share of its weight that a part has by the number of its requirements: one soft skill is no full part. The
    industry counts where no subject is asked; beside subjects it doesn't add to their weight, so that showing it never
    makes a low score heavier."""
    if key == "skills_match":
        return 1.0
    asked: float = sum(1 for entry in skills.required() if entry.kind in KINDS[key])
    if key == "domain_knowledge" and not asked:
        asked = industry.share
    return round(min(1.0, asked / FULL_PART), 3)


def _industry(industry: IndustryFacts) -> list[Part]:
    """What the resume shows of the posting's industry, with all its points: a near one has half the weight, and what
    isn't shown is no row. So to show it never lowers the score, and what isn't known costs nothing."""
    if not industry.name or not industry.share:
        return []
    label = f"Industry: {industry.name}" + (f" ({industry.near} is near)" if industry.near else "")
    weight = IMPORTANCE_WEIGHT["preferred"] * industry.share
    return [Part(label, 1.0, weight, industry.found_evidence or industry.evidence)]


def entry_weight(entry: SkillEntry) -> float:
    """0 for what isn't asked."""
    importance = entry.importance
    weight = IMPORTANCE_WEIGHT[importance] if isinstance(importance, str) else 0.0
    return weight * (UNCOVERED_SHARE if entry.id is None else 1.0)


def _summary(key: ScoreKey, entries: Sequence[SkillEntry], skills: SkillMatch) -> str:
    if not entries:
        return "the posting's industry"
    matched, partly = (
        len(set(map(id, entries)) & set(map(id, found))) for found in (skills.matched, skills.partial)
    )
    part = f", {partly} in part" if partly else ""
    return f"{matched} of {len(entries)} {_WORDS[key]}{part}"
