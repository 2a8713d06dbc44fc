"""What a person might have more or less of: changes of what a resume shows, and what they did.

A change holds all that applying it takes (what comes with a skill, how near it is to others), so that a report can be
computed again from itself. `match.changes` makes changes from words, `score.changes` applies them.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType

from careercraft.model.facts import Facts
from careercraft.model.match import SkillEntry
from careercraft.model.resume import DegreeLevel, Proficiency
from careercraft.model.score import Verdict


class Brought(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A skill that comes with another one (`steps` up from it) or is near to it (`share`)."""

    id: str
    name: str
    steps: int = 0
    share: float = 0.0


class AddSkill(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="add_skill"):
    text: str
    """As the person wrote it."""
    id: str | None
    """None for a requirement that no taxonomy entry covers, named by its own words."""
    name: str
    skill_kind: str
    level: Proficiency | UnsetType = UNSET
    years: float | UnsetType = UNSET
    own: bool = False
    """The person's own statement: it earns what an item of a skills list earns. Else it earns as much as a skill
    that a recent position and a list show."""
    brings: tuple[Brought, ...] = ()


class RemoveSkill(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="remove_skill"
):
    text: str
    id: str | None
    name: str
    leaves: tuple[SkillEntry, ...] = ()
    """The requirements that rested on it, as the rest of the resume shows them."""


class ChangeDegree(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="change_degree"
):
    text: str
    level: DegreeLevel | None
    """None is no degree at all."""
    field: str | UnsetType = UNSET
    field_match: float | UnsetType = UNSET
    """0..1 likeness to the fields asked."""


class ChangeYears(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="change_years"
):
    text: str
    years: float
    """Of relevant work; under 0 for fewer."""


class ChangeWishes(
    Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind", tag="change_wishes"
):
    """Another place, another wish for pay or for remote work."""

    text: str
    facts: Facts
    """Of which place, pay and hard requirements count."""


Change = AddSkill | RemoveSkill | ChangeDegree | ChangeYears | ChangeWishes


class ScoreMove(Struct, frozen=True, kw_only=True):
    key: str
    before: float | None
    after: float | None


class RequirementMove(Struct, frozen=True, kw_only=True):
    name: str
    before: str
    """matched | partial | missing."""
    after: str
    strength_before: float
    strength_after: float


class WhatIf(Struct, frozen=True, kw_only=True):
    """What all the changes together would make of the verdict. Nothing of it counts in the rest of the report."""

    changes: tuple[Change, ...]
    verdict: Verdict
    scores: tuple[ScoreMove, ...]
    """Those that would move, in the order of the scores."""
    requirements: tuple[RequirementMove, ...]
    """Those that would move, in the posting's order."""


class SelfStated(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the person says beside the resume. It stands in no document."""

    text: str
    note: str | UnsetType = UNSET
    id: str | None
    """Of the skill that it was taken for."""
    name: str
    level: Proficiency | UnsetType = UNSET
    years: float | UnsetType = UNSET
