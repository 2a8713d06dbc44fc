"""The advice of a saved report against its own skills and facts: what each gap, strength and way out is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec
from msgspec import UNSET

from careercraft.model.advice import Counterfactual, CounterfactualChange, Gap, Recommendation
from careercraft.model.analysis import Analysis
from careercraft.score.advice import all_gaps, improvements, next_steps, strengths
from careercraft.score.card import scorecard
from careercraft.score.gaps import OpenEntry, Scene, close, open_entries
from careercraft.score.visibility import hidden_skills, near_names


class Mismatch(NamedTuple):
    where: str
    """Path in the report, as `scores.skills_match`."""
    message: str


def verify_advice(analysis: Analysis) -> Iterator[Mismatch]:
    scene = Scene(analysis.skills, analysis.facts, analysis.engine.weights, analysis.engine.threshold)
    items = open_entries(scene, {})
    yield from _gaps(analysis.gaps, all_gaps(scene, items))
    # These follow from the gaps as saved, with their hours.
    yield from _same("strengths", analysis.strengths, strengths(scene))
    yield from _same("next_steps", analysis.next_steps, next_steps(analysis.gaps))
    yield from _same("priority_improvements", analysis.priority_improvements, improvements(analysis.gaps))
    yield from _recommendations(analysis.recommendations, (*near_names(items), *hidden_skills(scene)))
    for index, way in enumerate(analysis.counterfactuals):
        yield from _way_out(f"counterfactuals[{index}]", way, scene, items)


def _gaps(saved: Iterable[Gap], recomputed: Iterable[Gap]) -> Iterator[Mismatch]:
    """All but the hours, the level they lead to and the order, which need the taxonomy."""
    held = {(gap.name, gap.evidence): gap for gap in saved}
    for gap in recomputed:
        old = held.pop((gap.name, gap.evidence), None)
        if old is None:
            yield Mismatch(f"gaps.{gap.name}", f"is missing; computed again it is worth {gap.points} points")
            continue
        for field in ("id", "points", "severity", "reason"):
            if getattr(old, field) != getattr(gap, field):
                yield Mismatch(f"gaps.{gap.name}.{field}", _says(getattr(old, field), getattr(gap, field)))
    for name, _ in held:
        yield Mismatch(f"gaps.{name}", "doesn't follow from the skills and facts")


def _same(path: str, saved: tuple[object, ...], recomputed: tuple[object, ...]) -> Iterator[Mismatch]:
    if saved != recomputed:
        yield Mismatch(path, _says(saved, recomputed))


def _recommendations(saved: Iterable[Recommendation], worth: Iterable[Recommendation]) -> Iterator[Mismatch]:
    """Those without points mend the document; the others are among those worth something."""
    known = {(item.text, item.points) for item in worth}
    texts = {text for text, _ in known}
    for index, item in enumerate(saved):
        if (item.text, item.points) not in known and (item.points is not UNSET or item.text in texts):
            yield Mismatch(
                f"recommendations[{index}].points", f"nothing is worth {short(item.points)} points so"
            )


def _way_out(path: str, way: Counterfactual, scene: Scene, items: Iterable[OpenEntry]) -> Iterator[Mismatch]:
    left = list(items)
    chosen = []
    for change in way.changes:
        item = next((item for item in left if _is(item, change)), None)
        if item is None:
            yield Mismatch(f"{path}.changes", f"no gap {change.name} is worth {change.points} points")
            return
        left = [other for other in left if other is not item]
        chosen.append(item.entry)
    now = scorecard(scene.skills, scene.facts, scene.weights, scene.threshold).verdict.readiness
    then = scorecard(close(scene.skills, chosen), scene.facts, scene.weights, scene.threshold).verdict
    if then.label != "FIT":
        yield Mismatch(path, f"doesn't make it FIT; the readiness would be {then.readiness}")
    for field, value in (("readiness", then.readiness), ("points", round(then.readiness - now, 1))):
        if getattr(way, field) != value:
            yield Mismatch(f"{path}.{field}", _says(getattr(way, field), value))


def _is(item: OpenEntry, change: CounterfactualChange) -> bool:
    entry_id = change.id if isinstance(change.id, str) else None
    return (item.entry.id, item.entry.name, item.points) == (entry_id, change.name, change.points)


def _says(saved: object, recomputed: object) -> str:
    return f"is {short(saved)}, computed again it is {short(recomputed)}"


def short(value: object) -> str:
    """A value in a message: JSON, cut."""
    text = "nothing" if value is UNSET else msgspec.json.encode(value).decode()
    return text if len(text) <= 60 else text[:57] + "..."
