"""The readiness of many states of one scene, in which requirements are met more or less far.

The scorer's own arithmetic (`rows`, `skills`, `readiness`), without the rows: what doesn't depend on requirements is
scored once, and of each requirement only its share is asked again. A plan asks for hundreds of states.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from careercraft.match.credit import PARTIAL
from careercraft.model.score import ScoreKey
from careercraft.score.card import part_scores
from careercraft.score.readiness import readiness_of
from careercraft.score.rows import points, portions, value_of
from careercraft.score.skills import KINDS, skill_parts

if TYPE_CHECKING:
    from careercraft.score.steps import Scene


class _Part(NamedTuple):
    """One of the four scores over requirements."""

    weight: float
    rows: list[float]
    """Points of each, as it is."""
    owners: dict[int, list[tuple[int, float]]]
    """Position in `required()` to the rows that it has, each with its portion of 100 points."""


class Gauge:
    def __init__(self, scene: Scene) -> None:
        self._entries = scene.skills.required()
        self._threshold = scene.threshold
        self._refused = any(fact.met is False for fact in scene.facts.hard)
        self._hard = [
            place for place, entry in enumerate(self._entries) if entry.hard and entry.id is not None
        ]
        self._known: list[tuple[float, float] | _Part] = []
        places = {id(entry): place for place, entry in enumerate(self._entries)}
        for part in part_scores(scene.skills, scene.facts, scene.weights):
            if part.value is None or part.weight <= 0:
                continue
            rows = [row.points for row in part.rows]
            owners = _owners(part.key, scene, places) if part.key in KINDS else None
            self._known.append(
                (part.weight, fsum(rows)) if owners is None else _Part(part.weight, rows, owners)
            )

    def readiness(self, strengths: Mapping[int, float]) -> float:
        """To one decimal, with the requirements at these positions of `required()` met so far, and the others as they
        are."""
        return readiness_of([(weight, value_of(earned)) for weight, earned in self._parts(strengths)])

    def exact(self, strengths: Mapping[int, float]) -> float:
        """Before anything but rows is rounded."""
        parts = self._parts(strengths)
        weight = sum(weight for weight, _ in parts)
        return sum(weight * earned for weight, earned in parts) / weight if weight else 0.0

    def _parts(self, strengths: Mapping[int, float]) -> list[tuple[float, float]]:
        """Weight and points of each part that is known."""
        return [
            (part.weight, _points(part, strengths)) if isinstance(part, _Part) else part
            for part in self._known
        ]

    def is_fit(self, readiness: float, strengths: Mapping[int, float]) -> bool:
        """The verdict's rule: at or over the threshold, and nothing mandatory plainly unmet."""
        if readiness < self._threshold or self._refused:
            return False
        met = (strengths.get(place, self._entries[place].strength) for place in self._hard)
        return all(strength >= PARTIAL for strength in met)


def _owners(key: ScoreKey, scene: Scene, places: Mapping[int, int]) -> dict[int, list[tuple[int, float]]]:
    entries = [entry for entry in scene.skills.required() if entry.kind in KINDS[key]]
    parts = skill_parts(key, entries, scene.facts.industry)
    counted = [(place, part) for place, part in enumerate(parts) if part.weight > 0]
    shares = portions([part for _, part in counted])
    found: dict[int, list[tuple[int, float]]] = {}
    for row, ((place, _), portion) in enumerate(zip(counted, shares, strict=True)):
        if place < len(entries):  # what comes behind them is the industry
            found.setdefault(places[id(entries[place])], []).append((row, portion))
    return found


def _points(part: _Part, strengths: Mapping[int, float]) -> float:
    rows = part.rows.copy()
    for owner, strength in strengths.items():
        for row, portion in part.owners.get(owner, ()):
            rows[row] = points(portion, strength)
    return fsum(rows)
