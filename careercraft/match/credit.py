"""How much of a requirement one finding shows, 0 to 1. All the numbers of the comparison stand here."""

from __future__ import annotations

from typing import Literal

from careercraft.model.match import Requirement, Shown, SkillUse
from careercraft.model.resume import PROFICIENCY_ORDER

MATCHED = 0.7
"""Strength from which a requirement counts as matched."""
PARTIAL = 0.35
"""Strength from which it counts as met in part; less is no help to anybody and counts as missing."""
NAMED = 0.85
"""Named in a list or a summary and nowhere else: anybody can write a list."""
USE = 0.06
"""On top, for a position or project that shows it."""
BOTH = 0.03
"""On top, for what is used and named outside of positions too, where a reader looks for it."""
REPEATED = 0.03
"""On top, for a second position or project that shows it."""
RECENT = 0.03
"""On top, for one that goes on or ended in the last years (`shown.RECENT_YEARS`). All together make 1."""
SOFT_WORD = 0.6
"""A soft skill that is only named: "team player" is a word, a deed is evidence. Met in part, that is."""
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
"""No more than NAMED, so that naming a skill never earns less than meaning it."""
UNDATED_SHARE = 0.6
"""Of a requirement with years, when the resume shows the skill but no years for it, as for 0 years: leaving the dates
out never pays. The rest grows with the years."""
LEVEL_STEP = 0.2
"""Lost for each level under the one asked, where both are stated."""


def evidence(shown: Shown, kind: str) -> float:
    """0.85 to 1: how well the resume shows a skill that it names."""
    if kind in _HELD:
        return 1.0
    if kind == "soft":
        return 1.0 if shown.entries else SOFT_WORD
    used = shown.entries > 0
    steps = (
        USE * used,
        BOTH * (used and shown.listed),
        REPEATED * (shown.entries > 1),
        RECENT * shown.recent,
    )
    return round(NAMED + sum(steps), 3)


def of_use(use: SkillUse, kind: str) -> float:
    """As `evidence`, and no more than the way in which it stands there earns."""
    return min(use.most, evidence(use.shown, kind))


def direct(use: SkillUse, requirement: Requirement) -> float:
    """Whoever names the skill has it in part at least, however few the years: it is never "not found"."""
    earned = of_use(use, requirement.kind) * _years(use.years, requirement) * _level(use, requirement)
    return max(PARTIAL, round(earned, 3))


def stated(shown: Shown, requirement: Requirement) -> float:
    """The requirement's own words stand in the resume; they say nothing of the years asked."""
    return round(evidence(shown, requirement.kind) * _years(None, requirement), 3)


def implied(steps: int, use: SkillUse, requirement: Requirement) -> float:
    """Of a skill that comes with `use`, the years too; no less than in part."""
    share = IMPLIED[min(steps, len(IMPLIED)) - 1]
    return max(PARTIAL, round(share * of_use(use, requirement.kind) * _years(use.years, requirement), 3))


def related(share: float) -> float:
    return round(min(share, 1.0) * RELATED_CEILING, 3)


def likeness(similarity: float, shared: float, words: int) -> float:
    """Of a phrase of so many telling words to a text: the encoder's similarity, and `shared`, the share of the words
    that stand there. Two signals, weighted as a logistic regression on held-out folds found (docs/matching.md)."""
    return similarity + SHARED_WORDS[words > 2] * shared


def semantic(alike: float, shown: Shown, requirement: Requirement) -> float:
    """0 under the floor, then a straight line; words say nothing of the years asked, and never more than a name."""
    if alike < SEMANTIC_FLOOR:
        return 0.0
    part = min(1.0, (alike - SEMANTIC_FLOOR) / (SEMANTIC_TOP - SEMANTIC_FLOOR))
    earned = min(PARTIAL + part * (SEMANTIC_CEILING - PARTIAL), evidence(shown, requirement.kind))
    return max(PARTIAL, round(earned * _years(None, requirement), 3))


def outcome(strength: float) -> Literal["matched", "partial", "missing"]:
    if strength >= MATCHED:
        return "matched"
    return "partial" if strength >= PARTIAL else "missing"


def _years(found: float | None, requirement: Requirement) -> float:
    if not requirement.years:
        return 1.0
    return UNDATED_SHARE + (1 - UNDATED_SHARE) * min(1.0, (found or 0.0) / requirement.years)


def _level(use: SkillUse, requirement: Requirement) -> float:
    if use.level is None or requirement.level is None:
        return 1.0
    short = PROFICIENCY_ORDER.index(requirement.level) - PROFICIENCY_ORDER.index(use.level)
    return 1.0 - LEVEL_STEP * max(0, short)
