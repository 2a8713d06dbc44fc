"""What to write down: the edits worth most, the neighbors that may be the thing itself, what the posting wants to know.

Nothing here is to be learned, and nothing is to be claimed: each is an "if", or asks for what only the owner knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from careercraft.match.again import worth
from careercraft.model.advice import Recommendation
from careercraft.model.match import Shown, SkillEntry
from careercraft.score.edits import CRUMB
from careercraft.score.steps import Scene, Step, weighed

_EDITS, _NEIGHBORS, _UNTOLD = 5, 3, 2


def recommendations(scene: Scene, edits: Sequence[Step]) -> tuple[Recommendation, ...]:
    """Most points first: an edit takes minutes, whichever it is. Then what may have been done and isn't told at all,
    then questions, which have no points."""
    worthwhile = [step for step in edits if step.points >= CRUMB]
    steps = [*worthwhile[:_EDITS], *neighbors(scene)[:_NEIGHBORS]]
    ranked = [*sorted(steps, key=lambda step: (-step.points, step.name)), *untold(scene)[:_UNTOLD]]
    told = (Recommendation(text=step.edit, points=step.points, evidence=step.evidence) for step in ranked)
    return (*told, *_to_be_told(scene))


def neighbors(scene: Scene) -> list[Step]:
    """Requirements shown in part by another skill, most points first."""
    found = weighed(scene, (_neighbor(entry) for entry in scene.skills.required() if _is_neighbor(entry)))
    return sorted((step for step in found if step.points > 0), key=lambda step: (-step.points, step.name))


def _is_neighbor(entry: SkillEntry) -> bool:
    """Nobody has a license by holding another one."""
    return entry.tier == "related" and isinstance(entry.via, str) and entry.kind != "certification"


def _neighbor(entry: SkillEntry) -> Step:
    text = f"If your work with {entry.via} included {entry.name}, say so by that name in the bullet."
    strength = max(entry.strength, worth(entry, Shown(entries=1)))
    return Step(
        name=entry.name,
        id=entry.id,
        met=((entry, structs.replace(entry, strength=strength)),),
        edit=text,
        evidence=entry.resume_evidence[:1],
    )


def untold(scene: Scene) -> list[Step]:
    """Ways of working that the posting asks for by name and no deed of the resume shows, most points first."""
    missing = [entry for entry in scene.skills.missing if entry.kind == "soft" and entry.id is not None]
    found = weighed(scene, map(_untold, missing))
    return sorted((step for step in found if step.points > 0), key=lambda step: (-step.points, step.name))


def _untold(entry: SkillEntry) -> Step:
    return Step(
        name=entry.name,
        id=entry.id,
        met=((entry, structs.replace(entry, strength=worth(entry, Shown(entries=1)))),),
        edit=f"If a position of yours took {entry.name}, tell in its bullet what you did: it is asked for by name.",
        evidence=entry.job_evidence[:1],
    )


def _to_be_told(scene: Scene) -> Iterator[Recommendation]:
    """What the posting makes a condition, or compares, and the resume is silent on."""
    for fact in scene.facts.hard:
        if fact.met is None:
            yield Recommendation(
                text=f"If this holds for you, say so, since the resume doesn't: “{fact.text}”",
                evidence=fact.evidence[:1],
            )
    place = scene.facts.location
    if place.job_place and place.mode != "remote" and not place.resume_place:
        yield Recommendation(
            text=f"The job is in {place.job_place}, and the resume names no place: say where you live, or that you"
            " would move.",
            evidence=place.evidence[:1],
        )
