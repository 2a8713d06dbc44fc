"""The JSON contract `careercraft.analysis/1`: what `analyze --format json`, the history and a batch line hold.

Names here are public: adding an optional field is a minor change, anything else a new schema number.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.advice import (
    Counterfactual,
    Gap,
    LearningResource,
    Margin,
    NextStep,
    Recommendation,
    Strength,
)
from careercraft.model.change import SelfStated, WhatIf
from careercraft.model.chat import Usage
from careercraft.model.document import HiddenText, Problem
from careercraft.model.facts import Facts
from careercraft.model.job import Job
from careercraft.model.match import Side, SkillMatch
from careercraft.model.proposed import Proposals
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
    profile_from: int | UnsetType = UNSET
    """Where in `text` the words of the person's profile begin, which stand in no file: what is cited from there on is
    their own statement. Absent where none do."""


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


GuardKind = Literal["hidden", "injection", "repeated", "stuffed", "pasted"]


class LeftOut(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A passage that a guard took out before anything was counted (docs/guards.md)."""

    kind: GuardKind
    document: Side
    quote: str
    """Its words, shortened to some 300 characters. They stand no longer in the document's `text`."""
    words: int
    """How many in all."""
    page: int | UnsetType = UNSET
    reason: str
    """One sentence, without its full stop."""
    readiness_if_counted: float | UnsetType = UNSET
    """What the readiness would be if all passages of this kind counted; absent where no readiness follows then."""


class NarrativeFlag(Struct, frozen=True, kw_only=True):
    quote: str
    reason: str


class Narrative(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Prose by a model, labelled with its name; never a source of numbers."""

    model: str
    text: str
    """What of it holds, as far as it can be checked: what contradicts the analysis or makes facts up is out."""
    flags: tuple[NarrativeFlag, ...]
    """Sentences of the text that the analysis doesn't bear out, though it doesn't contradict them."""
    prompt: str | UnsetType = UNSET
    """With its version: "narrative 1"."""
    dropped: dict[str, int] = {}
    """How many sentences were taken out, by reason."""
    cut: bool = False
    """It ends before the model was done: the call failed, was interrupted, or reached its limit."""


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
    margin: Margin | UnsetType = UNSET
    """Of a FIT: how much it bears."""
    what_if: WhatIf | UnsetType = UNSET
    """What `--what-if` was asked; nothing else in the report knows of it."""
    self_stated: tuple[SelfStated, ...] = ()
    """What the person says beside the resume, in the order in which they said it; it counts."""
    correction: str | UnsetType = UNSET
    """sha256 of the JSON Resume that the person put in place of the resume as it was read."""
    profile: str | UnsetType = UNSET
    """sha256 of the person's profile, where it stands in place of a resume file or completes one."""
    guards: tuple[LeftOut, ...] = ()
    """What was left out of the documents, and what it would have been worth."""
    documents: Documents | UnsetType = UNSET
    """Absent in a brief batch line, like the next two."""
    resume: dict[str, Any] | UnsetType = UNSET
    """As JSON Resume."""
    job: Job | UnsetType = UNSET
    proposals: Proposals | UnsetType = UNSET
    """What a language model found that the rules missed, where one was asked."""
    narrative: Narrative | UnsetType = UNSET
    usage: Usage | UnsetType = UNSET
    """Of the language model, for this report; what it cost."""
