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
    """A gap to close, or an edit of the resume."""

    id: str | UnsetType = UNSET
    name: str
    points: float
    """Of this change by itself."""
    hours: float | UnsetType = UNSET
    """Of learning; absent for an edit, which takes minutes, and for a skill the taxonomy doesn't know."""
    edit: str | UnsetType = UNSET
    """What to write into the resume, if it is true; absent for a gap."""
    evidence: tuple[Evidence, ...] = ()


class Counterfactual(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A smallest set of gaps and edits that makes the verdict FIT."""

    changes: tuple[CounterfactualChange, ...]
    points: float
    hours: float | UnsetType = UNSET
    """Of learning: 0 where all changes are edits; absent where those of a gap are unknown."""
    readiness: float
    """What the readiness would be."""


class Margin(Struct, frozen=True, kw_only=True):
    """How much a FIT bears."""

    points: float
    """Of readiness over the threshold."""
    falls_without: tuple[str, ...]
    """The requirements met of which each, taken away by itself, would make it UNFIT, in the posting's order."""


class Advice(Struct, frozen=True, kw_only=True):
    strengths: tuple[Strength, ...] = ()
    gaps: tuple[Gap, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    priority_improvements: tuple[Recommendation, ...] = ()
    learning_resources: tuple[LearningResource, ...] = ()
    counterfactuals: tuple[Counterfactual, ...] = ()
    margin: Margin | UnsetType = UNSET
    """Of a FIT."""
