"""experience_match: years against years, kind of work against kind of work, level against level."""

from __future__ import annotations

from collections.abc import Iterator

from careercraft.model.facts import ExperienceFacts, YearsAsked
from careercraft.model.job import SENIORITY_ORDER, Importance
from careercraft.model.score import Score
from careercraft.score.rows import Part, scored

_YEARS, _KIND, _LEVEL = 60.0, 25.0, 15.0
"""Weights of the three questions; what isn't known leaves the sum."""
_ASK_WEIGHT: dict[Importance, float] = {"must": 1.0, "preferred": 0.5, "nice": 0.25}
_LEVEL_BELOW = (1.0, 0.6, 0.3, 0.1, 0.0)
"""Share by the number of levels under the one asked; being over it costs nothing."""
_RELEVANT = 0.5
"""Relevance of a position from which its rank counts in full."""


def experience_score(facts: ExperienceFacts, weight: float) -> Score:
    parts = [*_years(facts), *_kind(facts), *_level(facts)]
    return scored(
        "experience_match", parts, weight, _summary(facts), "no years, level or kind of work to compare"
    )


def _years(facts: ExperienceFacts) -> Iterator[Part]:
    known = [ask for ask in facts.asked if ask.found is not None]
    total = sum(_ASK_WEIGHT[ask.importance] for ask in known)
    for ask in known:
        portion = _YEARS * _ASK_WEIGHT[ask.importance] / total
        yield Part(row_label(ask), share(ask), portion, ask.found_evidence or ask.evidence)


def share(ask: YearsAsked) -> float:
    """Found over asked, at most 1; 1 when 0 are asked."""
    if ask.years <= 0:
        return 1.0
    return min(1.0, (ask.found or 0.0) / ask.years)


def row_label(ask: YearsAsked) -> str:
    return f"{ask.label}: {ask.found or 0:g} of {ask.years:g} years"


def _kind(facts: ExperienceFacts) -> Iterator[Part]:
    if facts.work:
        best = max(facts.work, key=lambda work: work.relevance)
        yield Part(f"Kind of work: {best.label}", best.relevance, _KIND, best.evidence)


def _level(facts: ExperienceFacts) -> Iterator[Part]:
    if facts.job_level and facts.resume_level:
        below = SENIORITY_ORDER.index(facts.job_level) - SENIORITY_ORDER.index(facts.resume_level)
        label = f"Level: {facts.resume_level}, asked {facts.job_level}"
        if below < 0:
            label += " (over it: nothing is lost)"
        share = round(_LEVEL_BELOW[max(0, below)] * _relevance(facts), 3)
        yield Part(label, share, _LEVEL, facts.level_evidence)


def _relevance(facts: ExperienceFacts) -> float:
    """How far a rank says something of this work: a head chef is no senior nurse."""
    best = max((work.relevance for work in facts.work), default=0.0)
    return min(1.0, best / _RELEVANT)


def _summary(facts: ExperienceFacts) -> str:
    if facts.relevant_years is None:
        return "positions without dates"
    asked = max((ask.years for ask in facts.asked), default=None)
    found = f"{facts.relevant_years:.1f} relevant years"
    if facts.total_years is not None and facts.total_years > facts.relevant_years:
        found += f" of {facts.total_years:.1f}"
    return f"{found}, {asked:g} asked" if asked is not None else found
