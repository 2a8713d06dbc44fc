"""The roles of the catalogue that fit a resume: the JSON contract `careercraft.role_match/1`."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.advice import Counterfactual
from careercraft.model.analysis import Engine
from careercraft.model.job import Seniority
from careercraft.model.skill import RoleSalary

SCHEMA = "careercraft.role_match/1"


class RoleFit(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One role in its place; the figures are those of `analyze --role`."""

    rank: int
    """From 1: FIT before UNFIT, then by readiness, confidence, skills match and id."""
    id: str
    title: str
    level: Seniority
    family: str
    label: Literal["FIT", "UNFIT"]
    borderline: bool
    readiness: float
    interval: tuple[float, float]
    confidence: float
    scores: dict[str, float | None]
    """The nine parts of the readiness by key; null when not stated."""
    missing_musts: tuple[str, ...]
    """Those worth the most points of readiness first."""
    years_asked: float | UnsetType = UNSET
    years_found: float | UnsetType = UNSET
    """Of relevant work; absent where the resume gives no dates."""
    way_out: Counterfactual | UnsetType = UNSET
    """The smallest set of changes that makes it FIT; absent for a FIT and where none is small."""
    salary: RoleSalary | UnsetType = UNSET
    """What the occupation pays, a year, with source and year: a reference, no part of any score."""


class RoleMatch(Struct, frozen=True, kw_only=True, omit_defaults=True):
    schema: str
    resume: str
    """Name of the file."""
    candidate: str | None
    threshold: float
    family: str | None
    """The one that was asked for; null for all."""
    compared: int
    """Roles that were held against the resume."""
    fits: int
    """How many of these are FIT."""
    roles: tuple[RoleFit, ...]
    """The best of them, the first one first."""
    engine: Engine
