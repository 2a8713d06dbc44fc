"""In which order to learn: prerequisites first, then most readiness an hour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from careercraft.plan.hours import quarters, saved
from careercraft.plan.needs import Need, Needs


class Placed(NamedTuple):
    """A need at its place, with the hours that are left of it there."""

    need: Need
    hours: float
    shares_with: str | None = None


def by_rate(needs: Needs, chosen: Iterable[str]) -> list[str]:
    """Ids of the chosen gaps, each after what it needs; of all that is left, first what brings most points an hour,
    what has to come before it reckoned in."""
    wanted = set(chosen)
    left = dict.fromkeys(skill_id for skill_id in needs.by_id if skill_id in wanted)
    bundles = {skill_id: needs.bundle(skill_id) for skill_id in left}
    placed: dict[str, None] = {}
    merits = {skill_id: _merit(skill_id, bundles[skill_id], needs) for skill_id in left}
    while left:
        best = min(left, key=merits.__getitem__)
        fresh = set(bundles[best]).difference(placed)
        placed |= dict.fromkeys(bundles[best])
        for skill_id in bundles[best]:
            left.pop(skill_id, None)
        for skill_id in left:  # of the others, only what shares something with it is worth another sum
            if not fresh.isdisjoint(bundles[skill_id]):
                rest = [one for one in bundles[skill_id] if one not in placed]
                merits[skill_id] = _merit(skill_id, rest, needs)
    return list(placed)


def _merit(skill_id: str, bundle: list[str], needs: Needs) -> tuple[float, float, float, str]:
    """The smaller, the sooner."""
    hours = sum(needs.by_id[one].hours for one in bundle)
    points = sum(needs.by_id[one].points for one in bundle)
    return -round(points / hours, 6), -points, hours, needs.by_id[skill_id].skill.name


def with_shared_hours(
    order: Iterable[str], needs: Mapping[str, Need], shares: Callable[[str], Mapping[str, float]]
) -> list[Placed]:
    """Each with what an earlier one saves: the one that saves most. `shares` is what one brings of others."""
    placed: list[Placed] = []
    for skill_id in order:
        need = needs[skill_id]
        best, earlier = 0.0, None
        for other in placed:
            part = shares(other.need.skill.id).get(skill_id, 0.0)
            less = saved(part, other.need.hours, need.hours) if part else 0.0
            if less > best:
                best, earlier = less, other.need.skill.id
        hours = quarters(need.hours - best)
        placed.append(Placed(need, hours, earlier if hours < need.hours else None))
    return placed
