"""An analysis in a few hundred words of JSON: all that a model is told when it puts the analysis into words.

Everything is picked, nothing computed. What doesn't fit goes from the end of the longest lists, and the sheet says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import UNSET

from careercraft.llm.tokens import count_tokens
from careercraft.model.advice import Counterfactual, Gap, Strength
from careercraft.model.analysis import Analysis
from careercraft.model.match import SkillEntry

_MOST = 12
"""Entries of each list to begin with."""
_QUOTE = 160


def fact_sheet(analysis: Analysis, tokens: int) -> str:
    """JSON that takes no more than so many tokens where that can be. The same analysis gives the same bytes."""
    most = _MOST
    text = _encoded(analysis, most)
    while count_tokens(text) > tokens and most > 1:
        most -= 1
        text = _encoded(analysis, most)
    return text


def _encoded(analysis: Analysis, most: int) -> str:
    return msgspec.json.format(msgspec.json.encode(dict(_facts(analysis, most))), indent=0).decode()


def _facts(analysis: Analysis, most: int) -> Iterator[tuple[str, Any]]:
    verdict, skills = analysis.verdict, analysis.skills
    yield "job", _job(analysis)
    yield (
        "verdict",
        {
            "label": verdict.label,
            "readiness": verdict.readiness,
            "needed_for_FIT": verdict.threshold,
            "confidence_percent": verdict.confidence,
            "readiness_could_be": list(verdict.interval),
            "reasons": list(verdict.reasons[:most]),
        },
    )
    yield (
        "scores_0_to_100",
        {score.key: "not stated" if score.value is None else score.value for score in analysis.scores},
    )
    asked = len(skills.required())
    yield "counts", {"requirements": asked, "matched": len(skills.matched), "missing": len(skills.missing)}
    for name in ("missing", "partial", "matched"):
        entries = getattr(skills, name)
        yield name, [_entry(entry) for entry in entries[:most]]
        if len(entries) > most:
            yield f"{name}_not_listed_here", len(entries) - most
    yield "also_in_resume", [entry.name for entry in skills.extra[:most]]
    yield "strengths", [_strength(item) for item in analysis.strengths[:most]]
    yield "gaps_by_priority", [_gap(gap) for gap in analysis.gaps[:most]]
    yield "ways_to_FIT", [_way(way) for way in analysis.counterfactuals[:3]]
    yield "recommendations", [item.text for item in analysis.recommendations[:most]]
    yield "experience", _experience(analysis, most)
    yield "education", _education(analysis)


def _job(analysis: Analysis) -> dict[str, Any]:
    if analysis.job is UNSET:
        return {}
    job = analysis.job
    return _known(
        title=job.title.value if job.title else None, company=job.company.value if job.company else None
    )


def _entry(entry: SkillEntry) -> dict[str, Any]:
    return _known(
        skill=entry.name,
        importance=entry.importance or None,
        years_asked=entry.required_years or None,
        years_shown=entry.found_years or None,
        close_to_it=entry.via or None,
        resume_says=entry.resume_evidence[0].quote[:_QUOTE] if entry.resume_evidence else None,
        you_say=entry.statement or None,
    )


def _strength(item: Strength) -> dict[str, Any]:
    return _known(text=item.text, points=item.points)


def _gap(gap: Gap) -> dict[str, Any]:
    return _known(
        skill=gap.name,
        severity=gap.severity,
        points=gap.points,
        hours=gap.hours or None,
        to_level=gap.level or None,
    )


def _way(way: Counterfactual) -> dict[str, Any]:
    return _known(
        changes=[change.name for change in way.changes],
        points=way.points,
        hours=way.hours or None,
        readiness_then=way.readiness,
    )


def _experience(analysis: Analysis, most: int) -> dict[str, Any]:
    facts = analysis.facts.experience
    return _known(
        years_in_all=facts.total_years,
        relevant_years=facts.relevant_years,
        years_asked=[_known(what=ask.label, years=ask.years, shown=ask.found) for ask in facts.asked],
        positions=[_known(position=work.label, years=work.years) for work in facts.work[:most]],
    )


def _education(analysis: Analysis) -> dict[str, Any]:
    facts = analysis.facts.education
    schools = [] if analysis.resume is UNSET else analysis.resume.get("education", [])
    return _known(
        asked=facts.asked_level,
        found=facts.found_level,
        fields=list(facts.found_fields),
        schools=[
            item["institution"] for item in schools if isinstance(item, dict) and item.get("institution")
        ],
    )


def _known(**fields: Any) -> dict[str, Any]:
    """Without what is empty or unknown."""
    return {name: value for name, value in fields.items() if value not in (None, UNSET, "", [])}
