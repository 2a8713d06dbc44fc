"""confidence: how likely it is, in percent, that the verdict stays once what is unknown is known.

No part of the readiness. The tables are fitted where that can be counted: `training/fit_confidence.py` hides a fifth
of the facts of 600 pairs again and again and sees how often the verdict given is that of the whole documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from careercraft.model.facts import Facts
from careercraft.model.match import SkillMatch, Tier
from careercraft.model.score import HardRequirement, Score
from careercraft.score.readiness import unknown_parts
from careercraft.score.rows import Part, scored, total
from careercraft.score.skills import entry_weight
from careercraft.score.verdict import hard_requirements

DISTANCE, SPEAKING, KNOWN, ASKED, MATCHING, READING = 50.0, 20.0, 10.0, 5.0, 5.0, 10.0
"""Points of the six rows, 100 in all; the first two are what the experiment can tell most of."""
Table = tuple[tuple[float, float], ...]
"""Points of readiness from the threshold, and what they earn of DISTANCE; straight lines between the two."""
ABOVE: Table = ((0, 25), (5, 45), (10, 50))
"""Of a FIT."""
BELOW: Table = ((0, 10), (10, 25), (20, 40), (30, 45), (40, 50))
"""Of an UNFIT: what a document leaves out would raise it more often than lower it."""
UNMET = 20.0
"""Points under the threshold for which a mandatory requirement counts that is plainly unmet, at least."""
SPEAKS = (0.2, 0.6)
"""Shares of the requirements, by weight, from which those that speak for a verdict earn something, and all."""
ENOUGH = 8
"""Requirements from which one more or less changes little."""
_SURENESS: dict[Tier, float] = {
    "exact": 1.0, "alias": 1.0, "stated": 1.0, "fuzzy": 0.8, "implied": 0.8, "related": 0.6,
    "semantic": 0.4, "model": 0.4,
}  # fmt: skip
_NAMED = 3
"""Mandatory requirements named in the row."""


def confidence_score(
    parts: Sequence[Score], skills: SkillMatch, facts: Facts, readiness: float, threshold: float
) -> Score:
    hard = hard_requirements(skills, facts)
    unmet = [item.text for item in hard if item.met == "no"]
    rows = [
        _distance_part(parts, unmet, readiness, threshold),
        Part("A mandatory requirement speaks for it", 1.0, SPEAKING)
        if unmet
        else _speaking_part(skills, readiness >= threshold),
        _known_part(parts, facts, hard, readiness >= threshold),
        _asked_part(len(skills.required())),
        Part("How surely words were matched", sureness(skills), MATCHING),
        Part("How well both documents were read", (facts.resume_quality + facts.job_quality) / 2, READING),
    ]
    score = scored("confidence", rows, 0.0, "", "")
    return Score(
        key="confidence",
        value=score.value,
        status="scored",
        weight=0.0,
        summary=_summary(score),
        rows=score.rows,
    )


def distance(readiness: float, threshold: float, unmet: bool) -> float:
    """Points of readiness by which the verdict is what it is; `unmet`: a mandatory requirement plainly is."""
    return max(threshold - readiness, UNMET) if unmet else abs(readiness - threshold)


def points(table: Table, away: float) -> float:
    """What a distance earns, on the lines between the table's points."""
    for (start, low), (end, high) in pairwise(table):
        if away < end:
            return low + (high - low) * (away - start) / (end - start)
    return table[-1][1]


def sureness(skills: SkillMatch) -> float:
    """Mean over the requirements, by weight; what wasn't found rests on no match."""
    weights = [(entry_weight(entry), entry.tier) for entry in skills.required()]
    weight = sum(part for part, _ in weights)
    sure = sum(part * (_SURENESS[tier] if isinstance(tier, str) else 1.0) for part, tier in weights)
    return sure / weight if weight else 0.0


def _distance_part(parts: Sequence[Score], unmet: Sequence[str], readiness: float, threshold: float) -> Part:
    """What is plainly unmet and mandatory decides whatever the readiness is; of nothing known there is no distance."""
    table = ABOVE if readiness >= threshold and not unmet else BELOW
    earned = points(table, distance(readiness, threshold, bool(unmet)))
    if not unmet and all(part.value is None or not part.weight for part in parts):
        earned = 0.0
    label = f"Distance from the threshold of {threshold:g}"
    return Part(f"Mandatory and not shown: {_names(unmet)}" if unmet else label, earned / DISTANCE, DISTANCE)


def _speaking_part(skills: SkillMatch, fit: bool) -> Part:
    """Of a FIT the share of the requirements that is shown, of an UNFIT the rest: one that rests on many missing
    requirements stays, one that rests on years alone turns with a position that was left out."""
    weights = [(entry_weight(entry), entry.strength) for entry in skills.required()]
    weight = sum(part for part, _ in weights)
    shown = sum(part * strength for part, strength in weights) / weight if weight else float(not fit)
    speaking = shown if fit else 1 - shown
    least, most = SPEAKS
    share = min(1.0, max(0.0, (speaking - least) / (most - least)))
    return Part(f"Requirements that speak for it: {100 * speaking:.0f} %", share, SPEAKING)


def _known_part(parts: Sequence[Score], facts: Facts, hard: Sequence[HardRequirement], reached: bool) -> Part:
    """Weight of the known parts over that of the known and of the unknown ones that matter; of a FIT, which could fall
    with them, times the share of the mandatory requirements that are no open question."""
    found = sum(part.weight for part in parts if part.value is not None)
    unknown = sum(part.weight for part in unknown_parts(parts, facts))
    share = found / (found + unknown) if found else 0.0
    open_ones = [item.text for item in hard if item.met == "unknown"]
    if not open_ones or not reached or any(item.met == "no" for item in hard):
        return Part("How much was known", share, KNOWN)
    settled = 1 - len(open_ones) / len(hard)
    return Part(f"How much was known; mandatory and open: {_names(open_ones)}", share * settled, KNOWN)


def _asked_part(count: int) -> Part:
    return Part(f"Requirements found: {count}", min(1.0, count / ENOUGH), ASKED)


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _summary(score: Score) -> str:
    weakest = min(score.rows, key=lambda row: row.points / row.of if row.of else 1.0)
    stays = f"such a verdict stays in about {total(score.rows):.0f} of 100 cases"
    return f"{stays}; weakest: {weakest.label[0].lower()}{weakest.label[1:]}"
