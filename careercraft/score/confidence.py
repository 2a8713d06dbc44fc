"""confidence: how likely the verdict would stay if what is unknown were known. No part of the readiness.

Four questions: how much was known, how far the readiness is from the threshold, how surely words were matched,
how well both documents were read.
"""

from __future__ import annotations

from collections.abc import Sequence

from careercraft.model.facts import Facts
from careercraft.model.match import SkillMatch, Tier
from careercraft.model.score import Score
from careercraft.score.readiness import unknown_parts
from careercraft.score.rows import Part, scored, total
from careercraft.score.skills import entry_weight

_KNOWN, _DISTANCE, _MATCHING, _READING = 30.0, 30.0, 20.0, 20.0
_FAR = 20.0
"""Points from the threshold at which the distance leaves no doubt."""
_SURENESS: dict[Tier, float] = {
    "exact": 1.0, "alias": 1.0, "stated": 1.0, "fuzzy": 0.8, "implied": 0.8, "related": 0.6,
    "semantic": 0.4, "model": 0.4,
}  # fmt: skip
_SURE_MISSING = 0.8
"""That nothing was found is a little less sure than a name that stands there."""


def confidence_score(
    parts: Sequence[Score], skills: SkillMatch, facts: Facts, readiness: float, threshold: float
) -> Score:
    known = sum(part.weight for part in parts if part.value is not None)
    unknown = sum(part.weight for part in unknown_parts(parts, facts))
    rows = [
        Part("How much was known", known / (known + unknown) if known else 0.0, _KNOWN),
        Part(
            f"Distance from the threshold of {threshold:g}",
            min(1.0, abs(readiness - threshold) / _FAR),
            _DISTANCE,
        ),
        Part("How surely words were matched", sureness(skills), _MATCHING),
        Part("How well both documents were read", (facts.resume_quality + facts.job_quality) / 2, _READING),
    ]
    score = scored("confidence", rows, 0.0, "", "")
    return Score(
        key="confidence",
        value=score.value,
        status="scored",
        weight=0.0,
        summary=_summary(score),
        rows=score.rows,
    )


def sureness(skills: SkillMatch) -> float:
    """Mean over the requirements, by weight."""
    weights = [(entry_weight(entry), entry.tier) for entry in skills.required()]
    weight = sum(part for part, _ in weights)
    sure = sum(part * (_SURENESS[tier] if isinstance(tier, str) else _SURE_MISSING) for part, tier in weights)
    return sure / weight if weight else 0.0


def _summary(score: Score) -> str:
    weakest = min(score.rows, key=lambda row: row.points / row.of if row.of else 1.0)
    return f"{total(score.rows):.0f} of 100; weakest: {weakest.label[0].lower()}{weakest.label[1:]}"
