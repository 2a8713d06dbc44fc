"""Scores and the verdict: part of the JSON contract."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from careercraft.model.match import Evidence

ScoreKey = Literal[
    "skills_match", "experience_match", "education_match", "culture_fit", "location_match", "salary_match",
    "technical_skills", "soft_skills", "domain_knowledge", "readiness", "confidence",
]  # fmt: skip
PART_KEYS: tuple[ScoreKey, ...] = (
    "skills_match", "experience_match", "education_match", "culture_fit", "location_match", "salary_match",
    "technical_skills", "soft_skills", "domain_knowledge",
)  # fmt: skip


class Row(Struct, frozen=True, kw_only=True):
    """One visible part of a score. The points of a score's rows add up to its value (to rounding of the rows
    to two decimals); `of` is what the row could have given."""

    label: str
    points: float
    of: float
    evidence: tuple[Evidence, ...] = ()


class Score(Struct, frozen=True, kw_only=True):
    key: ScoreKey
    value: float | None
    """0 to 100 with one decimal; null when not stated."""
    status: Literal["scored", "not_stated"]
    weight: float
    """Its weight in the readiness (0 for readiness and confidence)."""
    summary: str
    """One line for people."""
    rows: tuple[Row, ...]


class HardRequirement(Struct, frozen=True, kw_only=True):
    text: str
    met: Literal["yes", "no", "unknown"]
    evidence: tuple[Evidence, ...]


class Verdict(Struct, frozen=True, kw_only=True):
    label: Literal["FIT", "UNFIT"]
    readiness: float
    threshold: float
    confidence: float
    interval: tuple[float, float]
    borderline: bool
    reasons: tuple[str, ...]
    hard_requirements: tuple[HardRequirement, ...]


class Scorecard(Struct, frozen=True, kw_only=True):
    scores: tuple[Score, ...]
    """Eleven, in the order of `ScoreKey`."""
    verdict: Verdict

    def by_key(self) -> dict[str, Score]:
        return {score.key: score for score in self.scores}
