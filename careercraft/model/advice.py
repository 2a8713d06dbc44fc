"""What to do about the gap: part of the JSON contract."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.match import Evidence


class Strength(Struct, frozen=True, kw_only=True):
    text: str
    points: float
    """Points of readiness that it earns."""
    evidence: tuple[Evidence, ...]


class Gap(Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: str | UnsetType = UNSET
    """Absent for what no taxonomy entry covers."""
    name: str
    severity: Literal["critical", "major", "minor"]
    priority: int
    """1 is to be closed first: by importance, then points per hour."""
    points: float
    """Points of readiness won by closing it, from the scorer itself."""
    hours: float | UnsetType = UNSET
    """Hours of learning from where the resume stands; absent for a skill the taxonomy doesn't know."""
    reason: str
    level: str | UnsetType = UNSET
    """The level the hours lead to."""
    evidence: tuple[Evidence, ...]


class Recommendation(Struct, frozen=True, kw_only=True, omit_defaults=True):
    text: str
    points: float | UnsetType = UNSET
    hours: float | UnsetType = UNSET
    evidence: tuple[Evidence, ...]


class NextStep(Struct, frozen=True, kw_only=True, omit_defaults=True):
    text: str
    command: str | UnsetType = UNSET
    """A careercraft command line, where one does it."""


class LearningResource(Struct, frozen=True, kw_only=True):
    skill: str
    """Id of the skill."""
    name: str
    title: str
    url: str
    kind: str
    free: bool


class CounterfactualChange(Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: str | UnsetType = UNSET
    name: str
    points: float
    hours: float | UnsetType = UNSET


class Counterfactual(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A smallest set of gaps whose closing makes the verdict FIT."""

    changes: tuple[CounterfactualChange, ...]
    points: float
    hours: float | UnsetType = UNSET
    readiness: float
    """What the readiness would be."""


class Advice(Struct, frozen=True, kw_only=True):
    strengths: tuple[Strength, ...] = ()
    gaps: tuple[Gap, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    priority_improvements: tuple[Recommendation, ...] = ()
    learning_resources: tuple[LearningResource, ...] = ()
    counterfactuals: tuple[Counterfactual, ...] = ()
