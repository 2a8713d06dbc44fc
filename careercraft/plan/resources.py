"""Which of a skill's own resources a task points to. Nothing is made up: without a fitting one there is none."""

from __future__ import annotations

from careercraft.model.plan import Budget, PlanResource, TaskKind
from careercraft.model.skill import Resource, ResourceKind, Skill

Tiers = tuple[tuple[ResourceKind, ...], ...]
_WANTED: dict[TaskKind, Tiers] = {
    "learn": (("docs", "course", "book"), ("practice", "community")),
    "practice": (("practice", "course", "docs", "book"),),
    "build": (("docs", "community"),),
    "prove": (("certification",),),
}
"""Kinds of resources, best first; a later tier serves where the earlier ones have none."""
_OF_CREDENTIALS: dict[TaskKind, Tiers] = {
    **_WANTED,
    "learn": (("certification", "course", "book", "docs"), ("practice", "community")),
    "practice": (("practice", "course", "book", "certification"),),
}
"""What a credential asks for stands where it is given: that comes first."""


def choose_resource(skill: Skill, kind: TaskKind, part: int, budget: Budget) -> PlanResource | None:
    """The resource for part `part` (from 1) of a skill's tasks of this kind; `free` takes free ones alone.

    The parts of learning go round all that fit, best kind first; other tasks keep to the best.
    """
    tiers = (_OF_CREDENTIALS if skill.kind == "certification" else _WANTED).get(kind, ())
    usable = [one for one in skill.resources if one.free or budget == "any"]
    fitting = next(
        filter(None, ([one for kind in tier for one in usable if one.kind == kind] for tier in tiers)), None
    )
    if fitting is None:
        return None
    return _planned(fitting[(part - 1) % len(fitting)] if kind == "learn" else fitting[0])


def _planned(resource: Resource) -> PlanResource:
    return PlanResource(title=resource.title, url=resource.url, kind=resource.kind, free=resource.free)
