"""From the scores to what to do: every line names the words it rests on, none advises to claim what isn't there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import UNSET, structs

from careercraft.model.advice import (
    Advice,
    Gap,
    LearningResource,
    NextStep,
    Recommendation,
    Strength,
)
from careercraft.model.document import Problem
from careercraft.model.match import SkillEntry, SkillMatch
from careercraft.model.skill import Skill
from careercraft.score.card import part_scores, readiness
from careercraft.score.experience import row_label, share
from careercraft.score.gaps import SEVERITIES, OpenEntry, Scene, counterfactuals, open_entries, skill_gaps
from careercraft.score.visibility import hidden_skills, near_names

_CRUMB = 1.5
"""Points under which a gap is not where to begin."""
_STRENGTHS, _IMPROVEMENTS, _RESOURCES, _NAMES_TO_SAY = 6, 3, 6, 3


def make_advice(scene: Scene, taxonomy: Mapping[str, Skill], problems: Sequence[Problem] = ()) -> Advice:
    """`problems` are those of the resume."""
    items = open_entries(scene, taxonomy)
    gaps = all_gaps(scene, items)
    shown_better = (*near_names(items)[:_NAMES_TO_SAY], *hidden_skills(scene)[:_NAMES_TO_SAY])
    return Advice(
        strengths=strengths(scene),
        gaps=gaps,
        recommendations=(*shown_better, *_mending(problems)),
        next_steps=next_steps(gaps),
        priority_improvements=improvements(gaps),
        learning_resources=tuple(_resources(gaps, taxonomy)),
        counterfactuals=counterfactuals(scene, items),
    )


def all_gaps(scene: Scene, items: Sequence[OpenEntry]) -> tuple[Gap, ...]:
    """Skills and years by severity; within one severity the skills, which can be learned, come first."""
    found = (*skill_gaps(items), *_years_gaps(scene))
    ranked = sorted(found, key=lambda gap: SEVERITIES.index(gap.severity))
    return tuple(structs.replace(gap, priority=place) for place, gap in enumerate(ranked, 1))


def strengths(scene: Scene) -> tuple[Strength, ...]:
    """What earns the most points of readiness, with the deed."""
    earned = {id(entry): _earned(scene, entry) for entry in scene.skills.matched}
    ranked = sorted(scene.skills.matched, key=lambda entry: (-earned[id(entry)], entry.name))
    return tuple(
        Strength(text=_strength_text(entry), points=earned[id(entry)], evidence=entry.resume_evidence)
        for entry in ranked[:_STRENGTHS]
    )


def _earned(scene: Scene, entry: SkillEntry) -> float:
    """The readiness less what it would be without this skill."""
    without = SkillMatch(
        matched=tuple(other for other in scene.skills.matched if other is not entry),
        partial=scene.skills.partial,
        missing=(*scene.skills.missing, _emptied(entry)),
    )
    now = readiness(scene.skills, scene.facts, scene.weights)
    return round(now - readiness(without, scene.facts, scene.weights), 1)


def _emptied(entry: SkillEntry) -> SkillEntry:
    return SkillEntry(
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        strength=0.0,
        importance=entry.importance,
        source=entry.source,
        job_evidence=entry.job_evidence,
        resume_evidence=(),
    )


def _strength_text(entry: SkillEntry) -> str:
    asked = {"must": "a must here", "preferred": "preferred here", "nice": "a plus here"}.get(
        str(entry.importance), ""
    )
    years = (
        f", {entry.found_years:g} years" if isinstance(entry.found_years, float) and entry.found_years else ""
    )
    via = f" (through {entry.via})" if isinstance(entry.via, str) else ""
    places = len(entry.resume_evidence)
    shown = f"shown in {places} places" if places > 1 else "shown once"
    return f"{entry.name}{via}: {asked}, {shown}{years}"


def _years_gaps(scene: Scene) -> Iterator[Gap]:
    """Years can't be learned, only worked; they are named so that nobody looks for them in the skills."""
    short = [ask for ask in scene.facts.experience.asked if ask.found is not None and share(ask) < 1]
    parts = part_scores(scene.skills, scene.facts, scene.weights)
    total = sum(part.weight for part in parts if part.value is not None)
    experience = next(part for part in parts if part.key == "experience_match")
    for ask in short:
        row = next((row for row in experience.rows if row.label == row_label(ask)), None)
        lost = (row.of - row.points) * experience.weight / total if row and total else 0.0
        found = ask.found or 0.0
        yield Gap(
            name=f"{ask.years:g} years: {ask.label}",
            severity="major" if ask.importance == "must" and share(ask) < 0.7 else "minor",
            priority=0,
            points=round(lost, 1),
            reason=f"{ask.years:g} years asked, {found:g} found",
            evidence=(*ask.evidence, *ask.found_evidence),
        )


def _mending(problems: Sequence[Problem]) -> Iterator[Recommendation]:
    for problem in problems:
        if problem.severity != "info":
            yield Recommendation(text=f"Mend the resume: {problem.message}", evidence=())


def _worthwhile(gaps: Sequence[Gap]) -> list[Gap]:
    """Most points an hour first, of what is worth a step at all: crumbs are cheap by the hour."""
    all_learnable = [gap for gap in gaps if isinstance(gap.hours, float) and gap.points > 0]
    learnable = [gap for gap in all_learnable if gap.points >= _CRUMB] or all_learnable
    return sorted(learnable, key=lambda gap: (-gap.points / max(_hours(gap), 1.0), gap.priority))[
        :_IMPROVEMENTS
    ]


def _hours(gap: Gap) -> float:
    return gap.hours if isinstance(gap.hours, float) else 0.0


def improvements(gaps: Sequence[Gap]) -> tuple[Recommendation, ...]:
    return tuple(_improvement(gap) for gap in _worthwhile(gaps))


def _improvement(gap: Gap) -> Recommendation:
    level = f" to {gap.level} level" if isinstance(gap.level, str) else ""
    return Recommendation(
        text=f"{gap.name}{level}",
        points=gap.points,
        hours=gap.hours if isinstance(gap.hours, float) else UNSET,
        evidence=gap.evidence,
    )


def next_steps(gaps: Sequence[Gap]) -> tuple[NextStep, ...]:
    return tuple(_next_steps(gaps))


def _next_steps(gaps: Sequence[Gap]) -> Iterator[NextStep]:
    first = next((gap for gap in _worthwhile(gaps)), None)
    if first is not None and isinstance(first.id, str):
        yield NextStep(
            text=f"Begin with {first.name}: {first.points:+.1f} points in about {_hours(first):.0f} h",
            command=f"careercraft skills show {first.id}",
        )
    yield NextStep(
        text="After each change, analyze again and see what it did", command="careercraft history list"
    )


def _resources(gaps: Sequence[Gap], taxonomy: Mapping[str, Skill]) -> Iterator[LearningResource]:
    given = 0
    for gap in gaps:
        skill = taxonomy.get(gap.id) if isinstance(gap.id, str) else None
        if skill and skill.resources and given < _RESOURCES:
            resource = skill.resources[0]
            given += 1
            yield LearningResource(
                skill=skill.id,
                name=skill.name,
                title=resource.title,
                url=resource.url,
                kind=resource.kind,
                free=resource.free,
            )
