"""How much of a requirement one finding shows, 0 to 1. All the numbers of the comparison stand here."""

from __future__ import annotations

from typing import Literal

from careercraft.model.match import Requirement, SkillUse
from careercraft.model.resume import PROFICIENCY_ORDER

MATCHED = 0.7
"""Strength from which a requirement counts as matched."""
PARTIAL = 0.35
"""Strength from which it counts as met in part; less is no help to anybody and counts as missing."""
USED = 1.0
LISTED = 0.9
"""Named in a list or a summary, but in no position or project."""
_HELD = frozenset({"certification", "language"})
"""Kinds that one has rather than uses: their place is a list, so standing there is all that is asked."""
IMPLIED = (0.9, 0.8, 0.75)
"""By the number of steps up `implies` and `broader`; further steps count as the last."""
RELATED_CEILING = 0.46
"""Of a related skill with share 1: help, but not the thing itself."""
SEMANTIC_FLOOR, SEMANTIC_TOP = 0.68, 0.92
"""Likenesses between which a phrase earns PARTIAL to SEMANTIC_CEILING."""
SHARED_WORDS = (0.2, 0.5)
"""Added to a similarity for words in common, times their share: for a phrase of two telling words, and of more."""
SEMANTIC_CEILING = 0.75
UNDATED_SHARE = 0.9
"""Of a requirement with years, when the resume shows the skill but no years for it."""
LEVEL_STEP = 0.2
"""Lost for each level under the one asked, where both are stated."""


def direct(use: SkillUse, requirement: Requirement) -> float:
    """Whoever names the skill has it in part at least, however few the years: it is never "not found"."""
    shown = (
        _use(use.used or requirement.kind in _HELD)
        * _years(use.years, requirement)
        * _level(use, requirement)
    )
    return max(PARTIAL, shown)


def stated(used: bool, years: float | None = None) -> float:
    """The requirement's own words stand in the resume; they say nothing of the years asked."""
    return round(_use(used) * (UNDATED_SHARE if years else 1.0), 3)


def _use(used: bool) -> float:
    return USED if used else LISTED


def implied(steps: int, use: SkillUse, requirement: Requirement) -> float:
    """Of a skill that comes with `use`, the years too; no less than in part."""
    share = IMPLIED[min(steps, len(IMPLIED)) - 1]
    return max(PARTIAL, round(share * _years(use.years, requirement), 3))


def related(share: float) -> float:
    return round(min(share, 1.0) * RELATED_CEILING, 3)


def likeness(similarity: float, shared: float, words: int) -> float:
    """Of a phrase of so many telling words to a text: the encoder's similarity, and `shared`, the share of the words
    that stand there. Two signals, weighted as a logistic regression on held-out folds found (docs/matching.md)."""
    return similarity + SHARED_WORDS[words > 2] * shared


def semantic(alike: float) -> float:
    """0 under the floor, then a straight line."""
    if alike < SEMANTIC_FLOOR:
        return 0.0
    part = min(1.0, (alike - SEMANTIC_FLOOR) / (SEMANTIC_TOP - SEMANTIC_FLOOR))
    return round(PARTIAL + part * (SEMANTIC_CEILING - PARTIAL), 3)


def outcome(strength: float) -> Literal["matched", "partial", "missing"]:
    if strength >= MATCHED:
        return "matched"
    return "partial" if strength >= PARTIAL else "missing"


def _years(found: float | None, requirement: Requirement) -> float:
    if not requirement.years:
        return 1.0
    if found is None:
        return UNDATED_SHARE
    return min(1.0, found / requirement.years)


def _level(use: SkillUse, requirement: Requirement) -> float:
    if use.level is None or requirement.level is None:
        return 1.0
    short = PROFICIENCY_ORDER.index(requirement.level) - PROFICIENCY_ORDER.index(use.level)
    return 1.0 - LEVEL_STEP * max(0, short)
