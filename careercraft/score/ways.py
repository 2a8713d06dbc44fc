"""The smallest sets of gaps and edits that make the verdict FIT; and how much a FIT bears.

By search over the scorer itself. Requirements add to the readiness independently of each other, and a part that becomes
known only lessens what they add: so the sum of what the steps win by themselves bounds what they win together, and
only sets whose sum reaches the threshold are scored again. Every set given was scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from msgspec import UNSET

from careercraft.match.again import emptied
from careercraft.model.advice import Counterfactual, CounterfactualChange, Margin
from careercraft.score.changes import replaced
from careercraft.score.gaps import OpenEntry, learning_steps
from careercraft.score.gauge import Gauge
from careercraft.score.steps import Scene, Step, taken
from careercraft.score.verdict import hard_requirements

_SEARCHED, _EDITS_SEARCHED = 14, 6
"""Gaps and edits with the most points among which sets are looked for."""
_ROUNDING = 0.15
"""Most by which rounding can lift a readiness over what exact gains add up to."""
_SHOWN = 3
MOST_CHANGES = 5
_UNKNOWN_HOURS = 500.0

Set = tuple[Step, ...]


def counterfactuals(
    scene: Scene, items: Sequence[OpenEntry], edits: Sequence[Step]
) -> tuple[Counterfactual, ...]:
    """The smallest sets that make the verdict FIT, fewest hours of learning first; none when it is FIT already, or
    when that would take more than MOST_CHANGES: a list of ten is no way out."""
    if scene.card().verdict.label == "FIT":
        return ()
    gaps = learning_steps(scene, items)
    binding = tuple(step for step in gaps if _is_unmet_hard(step))
    if _still_bound(taken(scene, binding)):
        return ()  # a permit is refused, say
    bound = _touched(binding)
    free = [step for step in gaps if step not in binding and step.points > 0][:_SEARCHED]
    free += [step for step in edits if not step.touched() & bound][:_EDITS_SEARCHED]
    lacking = scene.threshold - Gauge(taken(scene, binding)).exact({}) - _ROUNDING
    for size in range(max(0, MOST_CHANGES - len(binding)) + 1):
        found = _of_size(scene, binding, free, size, lacking)
        if found:
            return found
    return ()


def _of_size(
    scene: Scene, binding: Set, free: Sequence[Step], size: int, lacking: float
) -> tuple[Counterfactual, ...]:
    """`lacking` points at least, before they are rounded, are to be won beside what binds."""
    if sum(sorted((step.exact for step in free), reverse=True)[:size]) < lacking:
        return ()
    near = (
        (*binding, *chosen)
        for chosen in combinations(free, size)
        if sum(step.exact for step in chosen) >= lacking and _apart(chosen)
    )
    found: list[Counterfactual] = []
    for chosen in sorted(near, key=_cost):
        if len(found) < _SHOWN and flips(scene, chosen):
            found.append(_counterfactual(scene, chosen))
    return tuple(found)


def _touched(steps: Iterable[Step]) -> frozenset[object]:
    return frozenset(thing for step in steps for thing in step.touched())


def _apart(chosen: Set) -> bool:
    return len(_touched(chosen)) == sum(len(step.touched()) for step in chosen)


def _is_unmet_hard(step: Step) -> bool:
    return any(entry.hard and not entry.strength and entry.id is not None for entry, _ in step.met)


def _still_bound(scene: Scene) -> bool:
    return any(item.met == "no" for item in hard_requirements(scene.skills, scene.facts))


def flips(scene: Scene, chosen: Sequence[Step]) -> bool:
    return taken(scene, chosen).card().verdict.label == "FIT"


def _cost(chosen: Set) -> tuple[float, float, tuple[str, ...]]:
    hours = sum(step.hours if step.hours is not None else _UNKNOWN_HOURS for step in chosen)
    return hours, -sum(step.points for step in chosen), tuple(step.name for step in chosen)


def _counterfactual(scene: Scene, chosen: Set) -> Counterfactual:
    then = taken(scene, chosen).readiness()
    known = [step.hours for step in chosen if step.hours is not None]
    return Counterfactual(
        changes=tuple(change_of(step) for step in chosen),
        points=round(then - scene.readiness(), 1),
        hours=sum(known) if len(known) == len(chosen) else UNSET,
        readiness=then,
    )


def change_of(step: Step) -> CounterfactualChange:
    learned = step.hours is not None and not step.edit
    return CounterfactualChange(
        id=step.id if step.id is not None else UNSET,
        name=step.name,
        points=step.points,
        hours=step.hours if learned and step.hours is not None else UNSET,
        edit=step.edit or UNSET,
        evidence=step.evidence,
    )


def margin(scene: Scene) -> Margin | None:
    """Of a FIT; None for an UNFIT."""
    verdict = scene.card().verdict
    if verdict.label != "FIT":
        return None
    return Margin(points=round(verdict.readiness - scene.threshold, 1), falls_without=tuple(_pillars(scene)))


def _pillars(scene: Scene) -> Iterator[str]:
    met = (*scene.skills.matched, *scene.skills.partial)
    for entry in sorted(met, key=lambda item: item.job_evidence[0].start if item.job_evidence else 0):
        without = replaced(scene.skills, {id(entry): emptied(entry)})
        if scene._replace(skills=without).card().verdict.label != "FIT":
            yield entry.name
