"""One view-model for every format that people read: the words of a report, without its layout.

Numbers are formatted here and computed nowhere: each comes from the analysis as it is. All text is cleaned
of control characters, on one line, and still to be escaped by the format that shows it.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from careercraft.model.match import Side
from careercraft.render.passages import DocumentView


class QuoteView(Struct, frozen=True, kw_only=True):
    text: str
    side: Side
    where: str
    """"p. 2", or empty where the format has no pages."""
    anchor: str
    """Id of its place among the documents of the report; empty when it has none."""


class RowView(Struct, frozen=True, kw_only=True):
    label: str
    points: str
    of: str
    value: float
    """Points again, for drawing; `most` the same for `of`."""
    most: float
    quotes: tuple[QuoteView, ...]


class ScoreView(Struct, frozen=True, kw_only=True):
    key: str
    name: str
    value: float | None
    """For drawing only."""
    shown: str
    stated: bool
    weight: str
    """Empty for readiness and confidence, which have none."""
    summary: str
    rows: tuple[RowView, ...]


class WayView(Struct, frozen=True, kw_only=True):
    """A set of changes that makes it FIT."""

    text: str
    changes: tuple[str, ...]
    """Each with its own points and hours, an edit with what to write; empty for a single gap, which `text` has told."""


class VerdictView(Struct, frozen=True, kw_only=True):
    label: str
    fit: bool
    borderline: bool
    readiness: str
    confidence: str
    low: str
    high: str
    threshold: str
    reasons: tuple[str, ...]
    ways_out: tuple[WayView, ...]
    """The first one first."""
    margin: str
    """How much a FIT bears, in a sentence; empty for an UNFIT."""


class MoveView(Struct, frozen=True, kw_only=True):
    name: str
    before: str
    after: str


class WhatIfView(Struct, frozen=True, kw_only=True):
    """What changes that were only asked about would make of it."""

    changes: tuple[str, ...]
    before: str
    """ "UNFIT 61.2"; `after` likewise."""
    after: str
    scores: tuple[MoveView, ...]
    requirements: tuple[MoveView, ...]


class HardView(Struct, frozen=True, kw_only=True):
    text: str
    met: str
    quotes: tuple[QuoteView, ...]


class SkillView(Struct, frozen=True, kw_only=True):
    name: str
    kind: str
    importance: str
    """must | preferred | nice; empty for a skill that isn't asked for."""
    mention: str
    """The posting's words, when they are not the name itself."""
    alternatives: str
    """"Looker or Tableau"; empty when there are none."""
    strength: float
    share: str
    how: str
    via: str
    asked: str
    """"5 years, advanced"; empty when nothing is stated. `found` likewise."""
    found: str
    found_years: str
    statement: str
    """What the person says of it beside the resume; it stands in no document."""
    hard: bool
    points: str
    hours: str
    """What closing the gap wins and costs; empty where the advice has no figure."""
    job_quotes: tuple[QuoteView, ...]
    resume_quotes: tuple[QuoteView, ...]


class GapView(Struct, frozen=True, kw_only=True):
    name: str
    severity: str
    priority: str
    points: str
    hours: str
    level: str
    reason: str
    quotes: tuple[QuoteView, ...]


class AdviceView(Struct, frozen=True, kw_only=True):
    """A strength, an improvement or a recommendation."""

    text: str
    points: str
    hours: str
    quotes: tuple[QuoteView, ...]


class StepView(Struct, frozen=True, kw_only=True):
    text: str
    command: str


class ResourceView(Struct, frozen=True, kw_only=True):
    skill: str
    title: str
    url: str
    link: bool
    """Whether `url` is one that may be followed: http or https."""
    kind: str
    free: bool


class ProposalView(Struct, frozen=True, kw_only=True):
    name: str
    """With its years, where it is about years."""
    what: str
    quotes: tuple[QuoteView, ...]


class ProposalsView(Struct, frozen=True, kw_only=True):
    """What a model found that the rules missed."""

    model: str
    counted: bool
    effect: str
    """A sentence: whether they count, and what they would make of the verdict."""
    moves: tuple[MoveView, ...]
    """Of the scores: without them, with them."""
    items: tuple[ProposalView, ...]
    dropped: str
    """A sentence on what was thrown away; empty where nothing was."""


class ParagraphView(Struct, frozen=True, kw_only=True):
    kind: Literal["heading", "item", "text"]
    text: str


class NarrativeView(Struct, frozen=True, kw_only=True):
    model: str
    paragraphs: tuple[ParagraphView, ...]
    flags: tuple[tuple[str, str], ...]
    """Quotes of the narrative that the analysis doesn't bear out, and why."""
    left_out: str
    """A sentence on what was taken out; empty where nothing was."""


class Report(Struct, frozen=True, kw_only=True):
    title: str
    company: str
    candidate: str
    files: tuple[str, ...]
    """The names of resume and posting, where the report holds the documents."""
    verdict: VerdictView
    what_if: WhatIfView | None
    hard: tuple[HardView, ...]
    scores: tuple[ScoreView, ...]
    missing: tuple[SkillView, ...]
    partial: tuple[SkillView, ...]
    matched: tuple[SkillView, ...]
    extra: tuple[SkillView, ...]
    strengths: tuple[AdviceView, ...]
    gaps: tuple[GapView, ...]
    improvements: tuple[AdviceView, ...]
    recommendations: tuple[AdviceView, ...]
    """Without those that are improvements already."""
    next_steps: tuple[StepView, ...]
    resources: tuple[ResourceView, ...]
    notes: tuple[str, ...]
    """What was odd about the documents: hidden text, problems."""
    proposals: ProposalsView | None
    narrative: NarrativeView | None
    asked: str
    """The language model that was asked something for this report; empty where none was."""
    use: str
    """Its prompts, and what it took: tokens and dollars."""
    today: str
    engine: tuple[tuple[str, str], ...]
    documents: tuple[DocumentView, ...]
