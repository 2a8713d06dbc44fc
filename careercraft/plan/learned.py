"""What was learned with roadmaps, as statements that count in the next analyses of the same person."""

from __future__ import annotations

from collections.abc import Iterable

from careercraft.model.correction import Addition
from careercraft.model.plan import Roadmap
from careercraft.model.progress import Learned
from careercraft.model.resume import PROFICIENCY_ORDER

_LEVELS: tuple[str, ...] = PROFICIENCY_ORDER
_HELD = "certification"


def said(roadmap: Roadmap, learned: Iterable[Learned]) -> dict[str, tuple[Learned, Addition]]:
    """By the id of the skill: what `reanalyze --add` would be told, in words that name the roadmap. The evidence is
    the note, and the day stands for when it was said."""
    kinds = {skill.id: skill.kind for skill in roadmap.skills}
    return {item.id: (item, _addition(item, kinds[item.id])) for item in learned}


def best(found: Iterable[dict[str, tuple[Learned, Addition]]]) -> tuple[Addition, ...]:
    """Of several roadmaps of one person, oldest first: each skill once, at the highest level that it was learned to."""
    chosen: dict[str, tuple[Learned, Addition]] = {}
    for items in found:
        for skill_id, item in items.items():
            old = chosen.get(skill_id)
            if old is None or _LEVELS.index(item[0].level) >= _LEVELS.index(old[0].level):
                chosen[skill_id] = item
    return tuple(addition for _, addition in chosen.values())


def _addition(item: Learned, kind: str) -> Addition:
    name = item.id if ":" in item.name else item.name  # a colon ends the name in such a statement
    level = "" if kind == _HELD else f"{item.level}, "
    return Addition(
        text=f"{name}: {level}learned by roadmap {item.roadmap}", note=item.evidence, created=item.day
    )
