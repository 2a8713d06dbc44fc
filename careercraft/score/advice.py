"""From the scores to what to do: every line names the words it rests on, none advises to claim what isn't there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import UNSET, structs

from careercraft.match.again import emptied
from careercraft.model.advice import (
    Advice,
    Counterfactual,
    Gap,
    LearningResource,
    NextStep,
    Recommendation,
    Strength,
)
from careercraft.model.document import Problem
from careercraft.model.match import SkillEntry
from careercraft.model.skill import Skill
from careercraft.score.card import part_scores
from careercraft.score.changes import replaced
from careercraft.score.edits import CRUMB
from careercraft.score.edits import edits as edits_of
from careercraft.score.experience import row_label, share
from careercraft.score.gaps import (
    SEVERITIES,
    OpenEntry,
    Scene,
    learning_steps,
    open_entries,
    skill_gaps,
)
from careercraft.score.recommendations import recommendations
from careercraft.score.steps import Step
from careercraft.score.ways import counterfactuals, margin

_CRUMB = 1.5
"""Points under which a gap is not where to begin."""
_STRENGTHS, _IMPROVEMENTS, _RESOURCES = 6, 3, 6


def make_advice(scene: Scene, taxonomy: Mapping[str, Skill], problems: Sequence[Problem] = ()) -> Advice:
    """`problems` are those of the resume."""
    items = open_entries(scene, taxonomy)
    steps = edits_of(scene)
    gaps = all_gaps(scene, items)
    ways = counterfactuals(scene, items, steps)
    shown_better = recommendations(scene, steps)
    return Advice(
        strengths=strengths(scene),
        gaps=gaps,
        recommendations=(*shown_better, *_mending(problems)),
        next_steps=next_steps(scene, gaps, steps, ways),
        priority_improvements=improvements(scene, gaps),
        learning_resources=tuple(_resources(scene, gaps, taxonomy)),
        counterfactuals=ways,
        margin=margin(scene) or UNSET,
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
    without = scene._replace(skills=replaced(scene.skills, {id(entry): emptied(entry)}))
    return round(scene.readiness() - without.readiness(), 1)


def _strength_text(entry: SkillEntry) -> str:
    asked = {"must": "a must here", "preferred": "preferred here", "nice": "a plus here"}.get(
        str(entry.importance), ""
    )
    years = (
        f", {entry.found_years:g} years" if isinstance(entry.found_years, float) and entry.found_years else ""
    )
    via = f" (through {entry.via})" if isinstance(entry.via, str) else ""
    found = " (model)" if entry.source == "model" else ""
    places = len(entry.resume_evidence)
    shown = f"shown in {places} places" if places > 1 else "shown once"
    return f"{entry.name}{via}{found}: {asked}, {shown}{years}"


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
            reason=f"{ask.years:g} years asked, {found:g} found; only work closes it",
            evidence=(*ask.evidence, *ask.found_evidence),
        )


def _mending(problems: Sequence[Problem]) -> Iterator[Recommendation]:
    for problem in problems:
        if problem.severity != "info":
            yield Recommendation(text=f"Mend the resume: {problem.message}", evidence=())


def _worthwhile(scene: Scene, gaps: Sequence[Gap]) -> list[Gap]:
    """Most points an hour first, of what is worth a step at all: crumbs are cheap by the hour. Ways of working come
    after all else: they are shown by deeds, not learned from a page."""
    soft = _soft(scene)
    all_learnable = [gap for gap in _by_skill(scene, gaps) if isinstance(gap.hours, float) and gap.points > 0]
    learnable = [gap for gap in all_learnable if gap.points >= _CRUMB] or all_learnable
    return sorted(learnable, key=lambda gap: (gap.name in soft, *_by_the_hour(gap)))[:_IMPROVEMENTS]


def _soft(scene: Scene) -> frozenset[str]:
    return frozenset(entry.name for entry in scene.skills.required() if entry.kind == "soft")


def _by_skill(scene: Scene, gaps: Sequence[Gap]) -> list[Gap]:
    """A skill that is asked for twice is learned once: the points of both together, as scoring again says, and the
    more hours of both."""
    found: dict[object, list[Gap]] = {}
    for gap in gaps:
        found.setdefault(gap.id or (gap.name, gap.evidence), []).append(gap)
    if len(found) == len(gaps):
        return list(gaps)
    points = {step.id: step.points for step in learning_steps(scene, open_entries(scene, {}))}
    return [_joined(same, points) for same in found.values()]


def _joined(same: Sequence[Gap], points: Mapping[str | None, float]) -> Gap:
    first = same[0]
    if len(same) == 1 or not isinstance(first.id, str) or first.id not in points:
        return first
    return structs.replace(first, points=points[first.id], hours=max(map(_hours, same)) or UNSET)


def _by_the_hour(gap: Gap) -> tuple[float, int]:
    return -gap.points / max(_hours(gap), 1.0), gap.priority


def _hours(gap: Gap) -> float:
    return gap.hours if isinstance(gap.hours, float) else 0.0


def improvements(scene: Scene, gaps: Sequence[Gap]) -> tuple[Recommendation, ...]:
    return tuple(_improvement(gap) for gap in _worthwhile(scene, gaps))


def _improvement(gap: Gap) -> Recommendation:
    level = f" to {gap.level} level" if isinstance(gap.level, str) else ""
    return Recommendation(
        text=f"{gap.name}{level}",
        points=gap.points,
        hours=gap.hours if isinstance(gap.hours, float) else UNSET,
        evidence=gap.evidence,
    )


def next_steps(
    scene: Scene,
    gaps: Sequence[Gap],
    edits: Sequence[Step],
    ways: Sequence[Counterfactual],
) -> tuple[NextStep, ...]:
    """What can be written down today; what to begin to learn; what to do with a gap that is none; where no small set
    of changes does it, where to look instead."""
    far = not ways and scene.card().verdict.label == "UNFIT"
    elsewhere = NextStep(
        text="No small set of changes would make this one fit: see which roles are nearer to what you show",
        command="careercraft roles match RESUME",
    )
    return (*_next_steps(scene, gaps, edits), *((elsewhere,) if far else ()))


def _next_steps(scene: Scene, gaps: Sequence[Gap], edits: Sequence[Step]) -> Iterator[NextStep]:
    if edits and edits[0].points >= CRUMB:
        yield NextStep(text=f"Minutes, {edits[0].points:+.1f} points: {edits[0].edit}")
    soft = _soft(scene)
    first = next(iter(_worthwhile(scene, gaps)), None)
    if first is None:
        return
    yield NextStep(text="Make it a plan, week by week, with dates", command="careercraft roadmap")
    if isinstance(first.id, str):
        yield NextStep(
            text=f"Begin with {first.name}: {first.points:+.1f} points in about {_hours(first):.0f} h",
            command=f"careercraft skills show {first.id}",
        )
    most = max(
        _by_skill(scene, gaps), key=lambda gap: (isinstance(gap.id, str), gap.name not in soft, gap.points)
    )
    yield NextStep(
        text=f"If you have {most.name} already, more or less, say so and see what it does",
        command=f'careercraft reanalyze --add "{most.name}: ..."',
    )


def _resources(
    scene: Scene, gaps: Sequence[Gap], taxonomy: Mapping[str, Skill]
) -> Iterator[LearningResource]:
    """The first one of each skill to be learned, most points an hour first; one that serves two is given once."""
    learnable = sorted(
        (gap for gap in _by_skill(scene, gaps) if isinstance(gap.hours, float)), key=_by_the_hour
    )
    known = [skill for gap in learnable if (skill := taxonomy.get(str(gap.id))) and skill.resources]
    first = {skill.resources[0].url: skill for skill in reversed(known)}
    for skill in [skill for skill in known if first[skill.resources[0].url] is skill][:_RESOURCES]:
        resource = skill.resources[0]
        yield LearningResource(
            skill=skill.id,
            name=skill.name,
            title=resource.title,
            url=resource.url,
            kind=resource.kind,
            free=resource.free,
        )
