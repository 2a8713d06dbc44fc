"""FIT or UNFIT, with the reasons a person would ask for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from careercraft.model.facts import Facts
from careercraft.model.match import SkillEntry, SkillMatch
from careercraft.model.score import HardRequirement, Score, Verdict
from careercraft.score.readiness import TITLES, interval, unknown_parts

_NAMED = 4
"""Missing skills named in one reason."""


def make_verdict(
    parts: Sequence[Score], ready: Score, sure: Score, skills: SkillMatch, facts: Facts, threshold: float
) -> Verdict:
    """FIT at or over the threshold with no hard requirement plainly unmet."""
    readiness = ready.value or 0.0
    hard = hard_requirements(skills, facts)
    low, high = interval(parts, facts, ready)
    fit = readiness >= threshold and not any(item.met == "no" for item in hard)
    return Verdict(
        label="FIT" if fit else "UNFIT",
        readiness=readiness,
        threshold=threshold,
        confidence=sure.value or 0.0,
        interval=(low, high),
        borderline=low < threshold <= high,
        reasons=tuple(_reasons(readiness, threshold, hard, skills, parts, facts)),
        hard_requirements=hard,
    )


def hard_requirements(skills: SkillMatch, facts: Facts) -> tuple[HardRequirement, ...]:
    """Skills and licences that the posting calls mandatory, then permits and clearances."""
    named = [_hard_skill(entry, skills) for entry in skills.required() if entry.hard]
    met: dict[bool | None, Literal["yes", "no", "unknown"]] = {True: "yes", False: "no", None: "unknown"}
    others = [
        HardRequirement(text=fact.text, met=met[fact.met], evidence=(*fact.found_evidence, *fact.evidence))
        for fact in facts.hard
    ]
    return (*named, *others)


def _hard_skill(entry: SkillEntry, skills: SkillMatch) -> HardRequirement:
    """In part is not plainly unmet, and neither is what no taxonomy entry covers."""
    if entry in skills.matched:
        return HardRequirement(text=entry.name, met="yes", evidence=entry.resume_evidence)
    unmet = entry in skills.missing and entry.id is not None
    return HardRequirement(text=entry.name, met="no" if unmet else "unknown", evidence=entry.job_evidence)


def _reasons(
    readiness: float,
    threshold: float,
    hard: Sequence[HardRequirement],
    skills: SkillMatch,
    parts: Sequence[Score],
    facts: Facts,
) -> Iterator[str]:
    distance = abs(round(readiness - threshold, 1))
    if readiness >= threshold:
        yield f"readiness {readiness:.1f} reaches the threshold of {threshold:g}"
    else:
        yield f"readiness {readiness:.1f} is {distance:.1f} short of the threshold of {threshold:g}"
    unmet = [item.text for item in hard if item.met == "no"]
    if unmet:
        yield f"mandatory and not shown: {_names(unmet)}"
    missing = [entry.name for entry in skills.missing if entry.importance == "must"]
    if missing:
        yield f"must-haves not found: {_names(missing)}"
    matched = [entry.name for entry in skills.matched if entry.importance == "must"]
    if matched:
        yield f"must-haves shown: {_names(matched)}"
    unknown = [TITLES[part.key].lower() for part in unknown_parts(parts, facts)]
    if unknown:
        yield f"not known: {_names(unknown)}"


def _names(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
