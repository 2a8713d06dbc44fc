"""Several postings for one resume: the JSON contract `careercraft.comparison/1`."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.advice import Counterfactual
from careercraft.model.analysis import Engine

SCHEMA = "careercraft.comparison/1"


class ComparedPosting(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One posting in its place. All figures are those of its own analysis."""

    rank: int
    """From 1: FIT before UNFIT, then by readiness, confidence, skills match, title and file."""
    file: str
    """Its name without the folder; of a role "role ID"."""
    title: str | None
    company: str | None
    analysis: str
    """Id of the analysis, as `history show` takes it."""
    label: Literal["FIT", "UNFIT"]
    borderline: bool
    readiness: float
    interval: tuple[float, float]
    confidence: float
    scores: dict[str, float | None]
    """The nine parts of the readiness by key; null when not stated."""
    missing_musts: tuple[str, ...]
    """Names of the must-haves that the resume doesn't show, those worth the most points of readiness first."""
    hard_unmet: tuple[str, ...]
    hard_unknown: tuple[str, ...]
    """Hard requirements plainly unmet, and those on which the resume says nothing."""
    way_out: Counterfactual | UnsetType = UNSET
    """The smallest set of changes that makes it FIT; absent for a FIT and where none is small."""


class CommonGap(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A requirement that several postings ask for and the resume doesn't show in full."""

    id: str | None
    """Of the skill; null for what no taxonomy entry covers."""
    name: str
    missing_in: tuple[int, ...]
    partial_in: tuple[int, ...]
    """Ranks of the postings."""
    must_in: tuple[int, ...]
    """Those of both lists that call it a must."""
    makes_fit: tuple[int, ...]
    """Ranks of the postings that closing it, and nothing else, makes FIT: from the scorer itself."""
    points: float
    """Readiness that closing it wins in these postings, on average."""
    hours: float | UnsetType = UNSET
    """Of learning, to the highest level that one of them asks; absent where it is unknown."""


class UnreadPosting(Struct, frozen=True, kw_only=True):
    """A file that is no part of the comparison, and why."""

    file: str
    """As it was given."""
    code: str
    message: str
    hint: str


class Comparison(Struct, frozen=True, kw_only=True):
    schema: str
    resume: str
    """Name of the file."""
    candidate: str | None
    threshold: float
    postings: tuple[ComparedPosting, ...]
    """The best first."""
    common_gaps: tuple[CommonGap, ...]
    """Those that make the most postings FIT first, then those that stand in the most, then by points."""
    unread: tuple[UnreadPosting, ...]
    """In the order given."""
    engine: Engine | None
    """What made the numbers; null when no posting could be read."""
