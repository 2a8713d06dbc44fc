"""What may be true already but doesn't show: near words, and skills that only stand in a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercraft.model.advice import Recommendation
from careercraft.model.match import SkillEntry, SkillMatch
from careercraft.model.resume import PROFICIENCY_ORDER
from careercraft.score.card import readiness
from careercraft.score.gaps import OpenEntry, Scene, close


def near_names(items: Sequence[OpenEntry]) -> tuple[Recommendation, ...]:
    """For what a neighboring skill shows in part, in the order of `items`. Only an "if": nobody is told to claim it."""
    return tuple(
        Recommendation(
            text=f"If your work with {item.entry.via} included {item.entry.name}, say so by that name in the bullet.",
            points=item.points,
            evidence=item.entry.resume_evidence[:1],
        )
        for item in items
        if isinstance(item.entry.via, str) and item.points > 0 and item.entry.kind != "certification"
    )


def hidden_skills(scene: Scene) -> tuple[Recommendation, ...]:
    """For skills that are named but not worth all they could be, most points first."""
    return tuple(
        Recommendation(text=_show_text(entry), points=points, evidence=entry.resume_evidence[:1])
        for points, entry in sorted(_hidden(scene), key=lambda pair: (-pair[0], pair[1].name))
    )


def _hidden(scene: Scene) -> Iterator[tuple[float, SkillEntry]]:
    now = readiness(scene.skills, scene.facts, scene.weights)
    for entry in scene.skills.matched:
        if _shows_too_little(entry):
            points = round(_with_full(scene, entry) - now, 1)
            if points > 0:
                yield points, entry


def _shows_too_little(entry: SkillEntry) -> bool:
    """Too few years or too low a level are no matter of wording, and a certificate only stands in lists."""
    named = entry.strength < 1.0 and entry.tier in {"exact", "alias"} and entry.kind != "certification"
    return named and not _short_of_years(entry) and not _under_level(entry)


def _short_of_years(entry: SkillEntry) -> bool:
    asked, found = entry.required_years, entry.found_years
    return isinstance(asked, float) and isinstance(found, float) and found < asked


def _under_level(entry: SkillEntry) -> bool:
    asked, found = entry.required_level, entry.found_level
    if not isinstance(asked, str) or not isinstance(found, str):
        return False
    return PROFICIENCY_ORDER.index(found) < PROFICIENCY_ORDER.index(asked)


def _with_full(scene: Scene, entry: SkillEntry) -> float:
    rest = SkillMatch(
        matched=tuple(other for other in scene.skills.matched if other is not entry),
        partial=(*scene.skills.partial, entry),
        missing=scene.skills.missing,
    )
    return readiness(close(rest, [entry]), scene.facts, scene.weights)


def _show_text(entry: SkillEntry) -> str:
    if isinstance(entry.required_years, float) and not isinstance(entry.found_years, float):
        return (
            f"Name {entry.name} in the positions in which you used it, with their dates:"
            f" {entry.required_years:g} years are asked."
        )
    return (
        f"{entry.name} only stands in a list: name a task in which you used it, in the position where it was."
    )
