"""How each score comes about, in one line. `docs/scoring.md` has the whole of it."""

from __future__ import annotations

from careercraft.model.score import ScoreKey
from careercraft.score.circumstances import LOWEST_PAY
from careercraft.score.skills import FULL_PART, IMPORTANCE_WEIGHT, UNCOVERED_SHARE

_BY_IMPORTANCE = ", ".join(f"{name} {weight:g}" for name, weight in IMPORTANCE_WEIGHT.items())
_OF_SKILLS = (
    f"100 × sum of weight × share ÷ sum of weights; weights: {_BY_IMPORTANCE},"
    f" times {UNCOVERED_SHARE:g} for what the taxonomy doesn't know"
)
_OF_A_KIND = f"{_OF_SKILLS}; it weighs in full in the readiness from {FULL_PART} such requirements on"
_EACH = "each gives its share of its points, and what isn't known leaves the sum"
FORMULAS: dict[ScoreKey, str] = {
    "skills_match": _OF_SKILLS,
    "experience_match": f"years found ÷ years asked, kind of work against kind of work, level against level: {_EACH}",
    "education_match": f"level against level, field against field: {_EACH}",
    "culture_fit": "100 × the mean over the stated values that you speak of: 1 for a shared one, 0 for an unwanted one",
    "location_match": f"the posting's place and way of working against yours: {_EACH}",
    "salary_match": f"100 × (pay ÷ wish − {LOWEST_PAY:g}) ÷ {1 - LOWEST_PAY:.2g}, at least 0 and at most 100",
    "technical_skills": _OF_A_KIND,
    "soft_skills": _OF_A_KIND,
    "domain_knowledge": _OF_A_KIND,
    "readiness": "sum of weight × score ÷ sum of weights, over the parts that are known",
    "confidence": "the chance, in percent, that the verdict stays once what is unknown is known: the sum of its rows;"
    " no part of the readiness",
}
