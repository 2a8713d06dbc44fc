"""What is missing, what closing it would win, and which smallest sets would turn the verdict.

Points come from the scorer itself: the readiness with the requirement met in full, less the readiness as it is.
Requirements add to the readiness independently of each other, so the points of a set are the sum of its points;
the sets are checked by scoring again all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from msgspec import UNSET, structs

from careercraft.model.advice import Counterfactual, CounterfactualChange, Gap
from careercraft.model.facts import Facts
from careercraft.model.match import SkillEntry, SkillMatch
from careercraft.model.resume import Proficiency
from careercraft.model.skill import Skill
from careercraft.score.card import readiness, scorecard

_DEFAULT_LEVEL: Proficiency = "intermediate"
_CRITICAL_POINTS, _MAJOR_POINTS = 3.0, 1.5
_SEARCHED = 14
"""Gaps with the most points among which sets are looked for."""
_ROUNDING = 0.25
"""Most by which the points of one gap can be off, since every score is rounded to one decimal: sets whose points
miss the threshold by more need not be scored."""
_SHOWN = 3
MOST_CHANGES = 5
SEVERITIES = ("critical", "major", "minor")


class OpenEntry(NamedTuple):
    """A requirement that is not met in full, with what closing it is worth."""

    entry: SkillEntry
    points: float
    hours: float | None
    level: Proficiency


class Scene(NamedTuple):
    """All that a score is made from."""

    skills: SkillMatch
    facts: Facts
    weights: Mapping[str, float]
    threshold: float


def open_entries(scene: Scene, taxonomy: Mapping[str, Skill]) -> list[OpenEntry]:
    """Missing and partial requirements, most points first."""
    now = readiness(scene.skills, scene.facts, scene.weights)
    found = []
    for entry in (*scene.skills.missing, *scene.skills.partial):
        then = readiness(close(scene.skills, [entry]), scene.facts, scene.weights)
        level = entry.required_level if isinstance(entry.required_level, str) else _DEFAULT_LEVEL
        found.append(OpenEntry(entry, round(then - now, 1), _hours(entry, level, taxonomy), level))
    return sorted(
        found,
        key=lambda item: (-item.points, item.hours or 0.0, item.entry.name, _place(item.entry)),
    )


def _place(entry: SkillEntry) -> int:
    return entry.job_evidence[0].start if entry.job_evidence else 0


def close(skills: SkillMatch, entries: Iterable[SkillEntry]) -> SkillMatch:
    """The same match with these requirements met in full."""
    closed = {id(entry) for entry in entries}
    met = tuple(
        structs.replace(entry, strength=1.0)
        for entry in (*skills.partial, *skills.missing)
        if id(entry) in closed
    )
    return SkillMatch(
        matched=skills.matched + met,
        partial=tuple(entry for entry in skills.partial if id(entry) not in closed),
        missing=tuple(entry for entry in skills.missing if id(entry) not in closed),
        extra=skills.extra,
    )


def _hours(entry: SkillEntry, level: Proficiency, taxonomy: Mapping[str, Skill]) -> float | None:
    """To the level asked, less the share that the resume shows."""
    skill = taxonomy.get(entry.id or "")
    return None if skill is None else round(getattr(skill.hours, level) * (1 - entry.strength), 0)


def skill_gaps(items: Sequence[OpenEntry]) -> tuple[Gap, ...]:
    """By severity, then points per hour; an unknown number of hours counts as many."""
    ranked = sorted(
        items,
        key=lambda item: (SEVERITIES.index(severity(item)), -_rate(item), -item.points, item.entry.name),
    )
    return tuple(_gap(item, place) for place, item in enumerate(ranked, 1))


def severity(item: OpenEntry) -> str:
    entry = item.entry
    must = entry.importance == "must"
    if must and not entry.strength and (entry.hard or item.points >= _CRITICAL_POINTS):
        return "critical"
    if (must and not entry.strength) or item.points >= _MAJOR_POINTS:
        return "major"
    return "minor"


def _rate(item: OpenEntry) -> float:
    return item.points / max(item.hours if item.hours is not None else 200.0, 1.0)


def _gap(item: OpenEntry, place: int) -> Gap:
    entry = item.entry
    return Gap(
        id=entry.id if entry.id is not None else UNSET,
        name=entry.name,
        severity=severity(item),  # type: ignore[arg-type]
        priority=place,
        points=item.points,
        hours=item.hours if item.hours is not None else UNSET,
        reason=_reason(entry),
        level=item.level if entry.id is not None and entry.kind != "certification" else UNSET,
        evidence=(*entry.job_evidence, *entry.resume_evidence),
    )


def _reason(entry: SkillEntry) -> str:
    asked = {"must": "asked as a must", "preferred": "preferred", "nice": "nice to have"}[
        str(entry.importance)
    ]
    if not entry.strength:
        return f"{asked}; not found in the resume"
    years = ""
    if isinstance(entry.required_years, float) and isinstance(entry.found_years, float):
        years = f" ({entry.found_years:g} of {entry.required_years:g} years)"
    via = f" through {entry.via}" if isinstance(entry.via, str) else ""
    return f"{asked}; shown in part{via}{years}"


def counterfactuals(scene: Scene, items: Sequence[OpenEntry]) -> tuple[Counterfactual, ...]:
    """The smallest sets of gaps whose closing makes the verdict FIT, fewest hours first; none when it is FIT
    already, or when that would take more than MOST_CHANGES: a list of ten is no way out."""
    card = scorecard(scene.skills, scene.facts, scene.weights, scene.threshold)
    if card.verdict.label == "FIT":
        return ()
    binding = [item for item in items if _is_unmet_hard(item)]
    free = [item for item in items if not _is_unmet_hard(item) and item.points > 0][:_SEARCHED]
    for size in range(max(0, MOST_CHANGES - len(binding)) + 1):
        # `free` is sorted by points and points add up, so when the first ones don't do, no others of that size do.
        if _flips(scene, (*binding, *free[:size])):
            return tuple(_of_size(scene, card.verdict.readiness, binding, free, size))
    return ()


def _of_size(
    scene: Scene, now: float, binding: list[OpenEntry], free: list[OpenEntry], size: int
) -> list[Counterfactual]:
    needed = scene.threshold - now - _ROUNDING * (size + len(binding))
    sets = ((*binding, *chosen) for chosen in combinations(free, size))
    near = [chosen for chosen in sets if sum(item.points for item in chosen) >= needed]
    found: list[Counterfactual] = []
    for chosen in sorted(near, key=_cost):
        if len(found) < _SHOWN and _flips(scene, chosen):
            found.append(_counterfactual(scene, now, chosen))
    return found


def _is_unmet_hard(item: OpenEntry) -> bool:
    return item.entry.hard and not item.entry.strength and item.entry.id is not None


def _flips(scene: Scene, chosen: Sequence[OpenEntry]) -> bool:
    closed = close(scene.skills, [item.entry for item in chosen])
    return scorecard(closed, scene.facts, scene.weights, scene.threshold).verdict.label == "FIT"


def _cost(chosen: Sequence[OpenEntry]) -> tuple[float, float, tuple[str, ...]]:
    hours = sum(item.hours if item.hours is not None else 500.0 for item in chosen)
    return hours, -sum(item.points for item in chosen), tuple(item.entry.name for item in chosen)


def _counterfactual(scene: Scene, now: float, chosen: Sequence[OpenEntry]) -> Counterfactual:
    then = readiness(close(scene.skills, [item.entry for item in chosen]), scene.facts, scene.weights)
    known = [item.hours for item in chosen if item.hours is not None]
    return Counterfactual(
        changes=tuple(
            CounterfactualChange(
                id=item.entry.id if item.entry.id is not None else UNSET,
                name=item.entry.name,
                points=item.points,
                hours=item.hours if item.hours is not None else UNSET,
            )
            for item in chosen
        ),
        points=round(then - now, 1),
        hours=sum(known) if len(known) == len(chosen) else UNSET,
        readiness=then,
    )
