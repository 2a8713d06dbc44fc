"""The JSON contract `careercraft.analysis/1`: what `analyze --format json`, the history and a batch line hold.

Names here are public: adding an optional field is a minor change, anything else a new schema number.
"""

from __future__ import annotations

from typing import Any

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.advice import (
    Counterfactual,
    Gap,
    LearningResource,
    NextStep,
    Recommendation,
    Strength,
)
from careercraft.model.document import HiddenText, Problem
from careercraft.model.facts import Facts
from careercraft.model.job import Job
from careercraft.model.match import SkillMatch
from careercraft.model.score import Score, Verdict

SCHEMA = "careercraft.analysis/1"


class AnalyzedDocument(Struct, frozen=True, kw_only=True):
    name: str
    """The file's name without its folder; `-` for standard input."""
    text: str
    hash: str
    """sha256 of the bytes read."""
    format: str
    language: str
    hidden: tuple[HiddenText, ...]
    problems: tuple[Problem, ...]


class Documents(Struct, frozen=True, kw_only=True):
    resume: AnalyzedDocument
    job: AnalyzedDocument


class Engine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What made the numbers. Two analyses with equal inputs, day and engine are equal."""

    version: str
    taxonomy: str
    """Hash of the taxonomy and roles."""
    encoder: str
    """Fingerprint of the encoder."""
    settings: str
    """Hash of the settings that can move a number."""
    today: str
    """The day that "present" means, YYYY-MM-DD."""
    threshold: float
    weights: dict[str, float]
    taxonomy_names: tuple[str, ...] = ()
    """As the person chose them, in the order in which they were merged; the hash alone tells what was in them."""


class NarrativeFlag(Struct, frozen=True, kw_only=True):
    quote: str
    reason: str


class Narrative(Struct, frozen=True, kw_only=True):
    """Prose by a model, labelled with its name; never a source of numbers."""

    model: str
    text: str
    flags: tuple[NarrativeFlag, ...]


class Analysis(Struct, frozen=True, kw_only=True, omit_defaults=True):
    schema: str
    id: str
    """Content hash of inputs, settings, day and engine."""
    created: str
    """When it ran, UTC, ISO 8601: the only field that may differ between two runs."""
    verdict: Verdict
    scores: tuple[Score, ...]
    skills: SkillMatch
    strengths: tuple[Strength, ...]
    gaps: tuple[Gap, ...]
    recommendations: tuple[Recommendation, ...]
    next_steps: tuple[NextStep, ...]
    priority_improvements: tuple[Recommendation, ...]
    learning_resources: tuple[LearningResource, ...]
    counterfactuals: tuple[Counterfactual, ...]
    facts: Facts
    engine: Engine
    correction: str | UnsetType = UNSET
    """sha256 of the JSON Resume that the person put in place of the resume as it was read."""
    documents: Documents | UnsetType = UNSET
    """Absent in a brief batch line, like the next two."""
    resume: dict[str, Any] | UnsetType = UNSET
    """As JSON Resume."""
    job: Job | UnsetType = UNSET
    narrative: Narrative | UnsetType = UNSET
