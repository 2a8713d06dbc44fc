"""What is missing, how much it weighs, and what closing it would win.

Points come from the scorer itself: the readiness with the requirement met as far as learning brings it, less the
readiness as it is. Years can't be learned: where years of a skill are asked that nobody shows, learning brings what
the skill earns without them, and where only years are short, the gap has points and no hours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from msgspec import UNSET, structs

from careercraft.match.again import worth
from careercraft.model.advice import Gap
from careercraft.model.match import Shown, SkillEntry
from careercraft.model.resume import Proficiency
from careercraft.model.skill import Skill
from careercraft.score.edits import NAMED_TIERS, is_short_of_years, is_under_level
from careercraft.score.steps import Scene, Step, weighed

__all__ = ["OpenEntry", "Scene", "open_entries", "severity", "skill_gaps"]

_DEFAULT_LEVEL: Proficiency = "intermediate"
_CRITICAL_POINTS, _MAJOR_POINTS = 3.0, 1.5
_WELL_SHOWN = Shown(listed=True, entries=2, recent=True)
SEVERITIES = ("critical", "major", "minor")


class OpenEntry(NamedTuple):
    """A requirement that is not met in full, with what closing it is worth."""

    entry: SkillEntry
    points: float
    hours: float | None
    """None where the taxonomy doesn't know them, and where there is nothing to learn."""
    level: Proficiency
    step: Step | None
    """What learning it does; None where learning does nothing."""


def open_entries(scene: Scene, taxonomy: Mapping[str, Skill]) -> list[OpenEntry]:
    """Missing and partial requirements, most points first."""
    entries = (*scene.skills.missing, *scene.skills.partial)
    steps = weighed(scene, map(_closing, entries))
    found = (_open(entry, step, taxonomy) for entry, step in zip(entries, steps, strict=True))
    return sorted(
        found,
        key=lambda item: (-item.points, item.hours or 0.0, item.entry.name, _place(item.entry)),
    )


def _closing(entry: SkillEntry) -> Step:
    met = structs.replace(entry, strength=strength_learned(entry) if is_learnable(entry) else 1.0)
    return Step(name=entry.name, id=entry.id, met=((entry, met),))


def _open(entry: SkillEntry, step: Step, taxonomy: Mapping[str, Skill]) -> OpenEntry:
    level = entry.required_level if isinstance(entry.required_level, str) else _DEFAULT_LEVEL
    learned = is_learnable(entry)
    hours = _hours(entry, level, taxonomy) if learned else None
    return OpenEntry(entry, step.points, hours, level, step._replace(hours=hours) if learned else None)


def learning_steps(scene: Scene, items: Sequence[OpenEntry]) -> list[Step]:
    """One a skill, whichever number of requirements it meets, most points first; those that win nothing among them."""
    groups: dict[object, list[Step]] = {}
    for item in items:
        if item.step is not None:
            groups.setdefault(item.entry.id or id(item.entry), []).append(item.step)
    steps = [_together(scene, steps) if len(steps) > 1 else steps[0] for steps in groups.values()]
    return sorted(steps, key=lambda step: (-step.points, step.hours or 0.0, step.name))


def _together(scene: Scene, steps: Sequence[Step]) -> Step:
    hours = [step.hours for step in steps if step.hours is not None]
    met = tuple(pair for step in steps for pair in step.met)
    return weighed(scene, [steps[0]._replace(met=met, hours=max(hours) if hours else None)])[0]


def _place(entry: SkillEntry) -> int:
    return entry.job_evidence[0].start if entry.job_evidence else 0


def is_learnable(entry: SkillEntry) -> bool:
    """Whoever names the skill, or one that comes with it, has it: what lacks there is years, deeds or a word."""
    if not entry.strength or is_under_level(entry):
        return True
    return entry.tier not in NAMED_TIERS and entry.tier != "implied"


def strength_learned(entry: SkillEntry) -> float:
    """In full, where no years are asked; else what the skill earns that positions show without the years."""
    if not isinstance(entry.required_years, float):
        return 1.0
    level = entry.required_level or None
    return max(entry.strength, worth(entry, _WELL_SHOWN, entry.found_years or None, level))


def _hours(entry: SkillEntry, level: Proficiency, taxonomy: Mapping[str, Skill]) -> float | None:
    """To the level asked: from the level that the resume states, else less the share that it shows."""
    skill = taxonomy.get(entry.id or "")
    if skill is None:
        return None
    needed = float(getattr(skill.hours, level))
    if is_under_level(entry):
        return round(needed - float(getattr(skill.hours, str(entry.found_level))), 0)
    return round(needed * (1 - entry.strength), 0)


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
    leveled = entry.id is not None and entry.kind != "certification" and item.step is not None
    return Gap(
        id=entry.id if entry.id is not None else UNSET,
        name=entry.name,
        severity=severity(item),  # type: ignore[arg-type]
        priority=place,
        points=item.points,
        hours=item.hours if item.hours is not None else UNSET,
        reason=_reason(entry),
        level=item.level if leveled else UNSET,
        evidence=(*entry.job_evidence, *entry.resume_evidence),
    )


def _reason(entry: SkillEntry) -> str:
    asked = {"must": "asked as a must", "preferred": "preferred", "nice": "nice to have"}[
        str(entry.importance)
    ]
    years = entry.required_years
    wanted = f"; {years:g} years are asked, of which learning brings none" if isinstance(years, float) else ""
    if not entry.strength:
        return f"{asked}; not found in the resume{wanted}"
    if entry.source == "self":
        return f"{asked}; shown in part, as you say{wanted}"
    if is_short_of_years(entry):
        return f"{asked}; {entry.found_years:g} of {years:g} years, which only work closes"
    if is_under_level(entry):
        return f"{asked}; {entry.found_level} level, {entry.required_level} is asked"
    if isinstance(entry.via, str):
        return f"{asked}; shown in part through {entry.via}{wanted}"
    if isinstance(years, float):
        return f"{asked}; the resume tells none of the {years:g} years"
    return f"{asked}; named, but no task shows it"
