"""Requirements held against the resume. `SkillEntry` and `Evidence` are part of the JSON contract."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.document import Span
from careercraft.model.job import Importance
from careercraft.model.resume import Proficiency

Tier = Literal["exact", "alias", "fuzzy", "implied", "related", "semantic", "stated", "model"]
Source = Literal["document", "self", "model"]
Side = Literal["resume", "job"]
Way = Literal["listed", "used", "repeated", "recent"]


class Evidence(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Words of a document, and where they stand in its `text` (Unicode code points)."""

    document: Side
    quote: str
    start: int
    end: int
    page: int | UnsetType = UNSET
    """From 1; absent where the format has no pages."""


class Mention(Struct, frozen=True, kw_only=True):
    """A skill found in a text."""

    skill_id: str
    span: Span
    tier: Tier
    score: float
    """0..1: 1 for the name or an alias as written; the similarity for fuzzy and semantic hits."""
    probability: float | None = None
    """That a reader would mark these words as a skill here, calibrated; None where nobody asked."""
    deed: bool | None = None
    """Of a soft skill in a bullet: whether the words tell a deed, or only name the skill; None elsewhere."""


class SkillEntry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One requirement of the posting, or (`extra`) one skill of the resume that it does not ask for."""

    id: str | None
    """Of the skill in the taxonomy (of the best alternative, for "A or B"); null when no entry covers it."""
    name: str
    kind: str
    """technical | soft | domain | language | certification | other."""
    strength: float
    """0..1: the share of the requirement that the resume shows."""
    importance: Importance | UnsetType = UNSET
    """Absent for extra skills."""
    mention: str | UnsetType = UNSET
    """The posting's own shortest words for it; absent for extra skills."""
    alternatives: tuple[str, ...] | UnsetType = UNSET
    """Names of the other skills of which one is enough."""
    required_years: float | UnsetType = UNSET
    found_years: float | UnsetType = UNSET
    required_level: Proficiency | UnsetType = UNSET
    found_level: Proficiency | UnsetType = UNSET
    tier: Tier | UnsetType = UNSET
    """How it was found in the resume; absent when it is missing."""
    shown: tuple[Way, ...] | UnsetType = UNSET
    """How the resume shows it: named outside of positions, used in a position or project, in several, in recent ones.
    Absent where it is missing or only meant."""
    via: str | UnsetType = UNSET
    """For implied, related and semantic hits: the name or words of the resume that earned the credit."""
    hard: bool = False
    """The posting calls it mandatory in so many words."""
    source: Source
    statement: str | UnsetType = UNSET
    """Of what the person says beside the resume (`source` self): their words, which stand in no document."""
    job_evidence: tuple[Evidence, ...]
    resume_evidence: tuple[Evidence, ...]


class SkillMatch(Struct, frozen=True, kw_only=True):
    """All requirements by outcome, each list in the posting's order; `extra` by name."""

    matched: tuple[SkillEntry, ...] = ()
    partial: tuple[SkillEntry, ...] = ()
    missing: tuple[SkillEntry, ...] = ()
    extra: tuple[SkillEntry, ...] = ()

    def required(self) -> tuple[SkillEntry, ...]:
        return self.matched + self.partial + self.missing


class Requirement(Struct, frozen=True, kw_only=True):
    """One thing that the posting asks, linked to the taxonomy where it can be."""

    name: str
    kind: str
    importance: Importance
    options: tuple[str, ...]
    """Ids of the skills of which one is enough; empty when no entry covers it."""
    mention: str
    """The posting's shortest words for it."""
    spans: tuple[Span, ...]
    """Where the posting asks for it; the first is the mention's."""
    years: float | None = None
    level: Proficiency | None = None
    hard: bool = False
    proposed: bool = False
    """A language model read it in the posting; the rules didn't."""


class Shown(Struct, frozen=True, kw_only=True):
    """How a resume shows something: what the credit for evidence rests on."""

    listed: bool = False
    """Named outside of positions and projects: in a list, the summary, a certificate. Of a soft skill also in a bullet
    that only claims it or hints at it."""
    entries: int = 0
    """Positions, projects and volunteer work that show it."""
    recent: bool = False
    """One of them goes on or ended a short time ago; False where none is dated."""

    def ways(self) -> tuple[Way, ...]:
        """The same in words."""
        told: tuple[tuple[bool, Way], ...] = (
            (self.listed, "listed"),
            (self.entries > 0, "used"),
            (self.entries > 1, "repeated"),
            (self.recent, "recent"),
        )
        return tuple(way for holds, way in told if holds)


class SkillUse(Struct, frozen=True, kw_only=True):
    """A skill in the resume: where it stands and what that is worth."""

    skill_id: str
    mentions: tuple[Mention, ...]
    shown: Shown
    years: float | None = None
    """Years of the positions that show it; None when none of them has dates."""
    level: Proficiency | None = None
    proposed: bool = False
    """The years are those that a language model read beside it."""
    most: float = 1.0
    """Credit that the way in which it stands there earns at most (`match.proposed_sides`)."""
