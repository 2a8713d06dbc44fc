"""What a language model says it found in the documents, and what of that holds. Part of the JSON contract."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.change import ScoreMove
from careercraft.model.match import Evidence
from careercraft.model.score import Verdict

ProposalKind = Literal["skill", "soft_skill", "years", "requirement", "years_asked"]
"""Of the resume the first three, of the posting the others."""
DropReason = Literal[
    "malformed", "too_many", "not_in_source", "not_telling", "too_long", "unknown_skill", "claim_not_in_quote",
    "years_not_in_quote", "denied", "somebody_else", "two_places", "personal", "nothing_asked", "known", "repeated",
]  # fmt: skip


class Claim(Struct, frozen=True, kw_only=True):
    """One thing that a model says of a document; nothing of it is checked."""

    kind: ProposalKind
    name: str = ""
    """Of the skill; empty for years asked overall."""
    years: float | None = None
    quote: str


class Proposal(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A claim that its quote bears out. It counts only where the person wants that (`--llm-evidence use`)."""

    kind: ProposalKind
    id: str | None = None
    """Of the skill; null for a requirement that the taxonomy doesn't cover, and for years asked overall."""
    name: str
    skill_kind: str | UnsetType = UNSET
    years: float | UnsetType = UNSET
    by: Literal["name", "meaning", "number"]
    """How the quote bears it out."""
    quote: Evidence
    words: Evidence
    """Those of the quote that name or mean it."""


class Proposals(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that one model proposed for one analysis, and what it makes of the numbers."""

    model: str
    """As the person named it."""
    prompts: tuple[str, ...]
    """With their versions: "propose_resume 1"."""
    counted: bool
    """Whether the scores of this report count them."""
    kept: tuple[Proposal, ...]
    dropped: dict[str, int]
    """How many claims were thrown away, by reason."""
    verdict_with: Verdict
    verdict_without: Verdict | UnsetType = UNSET
    """Absent where the report was changed since, by what the person said beside it."""
    scores: tuple[ScoreMove, ...] = ()
    """Those that they move: `before` without them, `after` with them, in the order of the scores."""
