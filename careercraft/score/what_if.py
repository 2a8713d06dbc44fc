"""What changes would make of the scores and the verdict, beside what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercraft.match import credit
from careercraft.match.again import same_requirement
from careercraft.model.change import Change, RequirementMove, ScoreMove, WhatIf
from careercraft.model.match import SkillEntry, SkillMatch
from careercraft.model.score import Score
from careercraft.score.changes import apply
from careercraft.score.steps import Scene


def tried(scene: Scene, changes: Sequence[Change]) -> WhatIf:
    """All changes together, on the scene as it is."""
    skills, facts = apply(scene.skills, scene.facts, changes)
    before, after = scene.card(), scene._replace(skills=skills, facts=facts).card()
    return WhatIf(
        changes=tuple(changes),
        verdict=after.verdict,
        scores=tuple(moved_scores(before.scores, after.scores)),
        requirements=tuple(_moved_requirements(scene.skills, skills)),
    )


def moved_scores(before: Sequence[Score], after: Sequence[Score]) -> Iterator[ScoreMove]:
    for old, new in zip(before, after, strict=True):
        if old.value != new.value:
            yield ScoreMove(key=old.key, before=old.value, after=new.value)


def _moved_requirements(before: SkillMatch, after: SkillMatch) -> Iterator[RequirementMove]:
    old = sorted(before.required(), key=_place)
    left = list(after.required())
    for entry in old:
        new = next((other for other in left if same_requirement(entry, other)), None)
        if new is None:
            continue
        left.remove(new)
        if new.strength != entry.strength:
            yield RequirementMove(
                name=new.name,
                before=credit.outcome(entry.strength),
                after=credit.outcome(new.strength),
                strength_before=entry.strength,
                strength_after=new.strength,
            )


def _place(entry: SkillEntry) -> int:
    return entry.job_evidence[0].start if entry.job_evidence else 0
