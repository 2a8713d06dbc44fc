"""The advice of a saved report against its own skills and facts: what each gap, strength and way out is worth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec
from msgspec import UNSET, UnsetType, structs

from careercraft.model.advice import Counterfactual, CounterfactualChange, Gap, Recommendation
from careercraft.model.analysis import Analysis
from careercraft.score.advice import all_gaps, improvements, next_steps, strengths
from careercraft.score.edits import edits
from careercraft.score.gaps import learning_steps, open_entries
from careercraft.score.recommendations import recommendations
from careercraft.score.steps import Scene, Step, taken
from careercraft.score.ways import change_of, margin
from careercraft.score.what_if import tried


class Mismatch(NamedTuple):
    where: str
    """Path in the report, as `scores.skills_match`."""
    message: str


def verify_advice(analysis: Analysis) -> Iterator[Mismatch]:
    scene = Scene(analysis.skills, analysis.facts, analysis.engine.weights, analysis.engine.threshold)
    items = open_entries(scene, {})
    steps = edits(scene)
    worth = recommendations(scene, steps)
    yield from _gaps(analysis.gaps, all_gaps(scene, items))
    # These follow from the gaps as saved, with their hours.
    yield from _same("strengths", analysis.strengths, strengths(scene))
    steps_told = next_steps(scene, analysis.gaps, steps, analysis.counterfactuals)
    yield from _same("next_steps", analysis.next_steps, steps_told)
    yield from _same(
        "priority_improvements", analysis.priority_improvements, improvements(scene, analysis.gaps)
    )
    yield from _recommendations(analysis.recommendations, worth)
    yield from _same("margin", analysis.margin, margin(scene) or UNSET)
    ways = [*learning_steps(scene, items), *steps]
    for index, way in enumerate(analysis.counterfactuals):
        yield from _way_out(f"counterfactuals[{index}]", way, scene, ways)


def verify_what_if(analysis: Analysis) -> Iterator[Mismatch]:
    """What `--what-if` was told, from its own changes."""
    if isinstance(analysis.what_if, UnsetType):
        return
    scene = Scene(analysis.skills, analysis.facts, analysis.engine.weights, analysis.engine.threshold)
    yield from _same("what_if", analysis.what_if, tried(scene, analysis.what_if.changes))


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


def _same(path: str, saved: object, recomputed: object) -> Iterator[Mismatch]:
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


def _way_out(path: str, way: Counterfactual, scene: Scene, steps: Iterable[Step]) -> Iterator[Mismatch]:
    left = list(steps)
    chosen = []
    for change in way.changes:
        step = next((step for step in left if _is(step, change)), None)
        if step is None:
            yield Mismatch(f"{path}.changes", f"no gap or edit {change.name} is worth {change.points} points")
            return
        left = [other for other in left if not other.touched() & step.touched()]
        chosen.append(step)
    then = taken(scene, chosen).card().verdict
    if then.label != "FIT":
        yield Mismatch(path, f"doesn't make it FIT; the readiness would be {then.readiness}")
    points = round(then.readiness - scene.readiness(), 1)
    for field, value in (("readiness", then.readiness), ("points", points)):
        if getattr(way, field) != value:
            yield Mismatch(f"{path}.{field}", _says(getattr(way, field), value))


def _is(step: Step, change: CounterfactualChange) -> bool:
    """All but the hours, which need the taxonomy."""
    return structs.replace(change_of(step), hours=UNSET) == structs.replace(change, hours=UNSET)


def _says(saved: object, recomputed: object) -> str:
    return f"is {short(saved)}, computed again it is {short(recomputed)}"


def short(value: object) -> str:
    """A value in a message: JSON, cut."""
    text = "nothing" if value is UNSET else msgspec.json.encode(value).decode()
    return text if len(text) <= 60 else text[:57] + "..."
