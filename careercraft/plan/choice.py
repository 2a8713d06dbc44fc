"""Which gaps a plan closes: those in focus, as many as the days hold, and the shortest way to FIT."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from careercraft.model.plan import Basis, Meets
from careercraft.plan.forecast import Forecaster, full, raise_to
from careercraft.plan.needs import Needs
from careercraft.plan.order import by_rate

FOCUS_WORDS = ("all", "must", "fit")


def in_focus(focus: Sequence[str], needs: Needs, shortest: Sequence[str] | None) -> list[str]:
    """Ids of the gaps that are asked for, in the order of `needs`. `shortest` is the shortest way to FIT; where there
    is none, it is all must-haves."""
    gaps = [skill_id for skill_id, need in needs.by_id.items() if need.is_gap]
    must = {skill_id for skill_id in gaps if needs.by_id[skill_id].importance == "must"}
    wanted = {word for word in focus if word not in FOCUS_WORDS}
    if "all" in focus:
        return gaps
    if "fit" in focus:
        wanted |= must if shortest is None else set(shortest)
    if "must" in focus:
        wanted |= must
    return [skill_id for skill_id in gaps if skill_id in wanted]


def shortest_to_fit(basis: Basis, needs: Needs, forecaster: Forecaster) -> list[str] | None:
    """Ids of a small set of gaps that makes the verdict FIT; empty when it is FIT already, None when learning doesn't
    do it. What the posting calls mandatory comes first, then most points an hour."""
    gaps = [skill_id for skill_id, need in needs.by_id.items() if need.is_gap]
    hard = [skill_id for skill_id in gaps if is_mandatory(needs.by_id[skill_id].meets, basis)]
    order = [one for one in by_rate(needs, gaps) if needs.by_id[one].is_gap]
    return fewest(
        hard, order, lambda chosen: _fits(forecaster, needs, chosen), lambda one: _hours(needs, one)
    )


def fewest(
    first: Sequence[str],
    order: Iterable[str],
    enough: Callable[[Sequence[str]], bool],
    hours: Callable[[str], float],
) -> list[str] | None:
    """A small set that is enough, None where all together aren't: `first`, then one after another in their order until
    it is; then what turns out not to be needed goes, the most hours first."""
    chosen, waiting = list(first), [one for one in order if one not in first]
    while not enough(chosen):
        if not waiting:
            return None
        chosen.append(waiting.pop(0))
    for one in sorted(chosen, key=lambda one: (-hours(one), one)):
        fewer = [other for other in chosen if other != one]
        chosen = fewer if enough(fewer) else chosen
    return chosen


def as_many(first: Sequence[str], order: Iterable[str], fits: Callable[[Sequence[str]], bool]) -> list[str]:
    """`first` if it fits whole, then one after another in their order what still fits."""
    kept = list(first) if fits(first) else []
    for one in order:
        if one not in kept and fits([*kept, one]):
            kept = [*kept, one]
    return kept


def with_mandatory(order: Sequence[str], basis: Basis, needs: Needs, forecaster: Forecaster) -> list[str]:
    """The order, in which what is mandatory comes no later than it makes the verdict FIT: a license brings few points
    an hour, and yet without it all the others don't count."""
    hard = [skill_id for skill_id in order if is_mandatory(needs.by_id[skill_id].meets, basis)]
    if not hard or not _fits(forecaster, needs, order):
        return list(order)
    counts = range(len(order) + 1)
    enough = bisect_left(counts, True, key=lambda count: _fits(forecaster, needs, [*order[:count], *hard]))
    sooner = {one for skill_id in hard for one in needs.bundle(skill_id)}
    rest = order[enough:]
    return [
        *order[:enough],
        *(one for one in rest if one in sooner),
        *(one for one in rest if one not in sooner),
    ]


def is_mandatory(meets: Iterable[Meets], basis: Basis) -> bool:
    """Whether the posting calls one of these requirements mandatory, and nothing of it is there."""
    entries = basis.skills.required()
    return any(entries[meet.entry].hard and not entries[meet.entry].strength for meet in meets)


def _fits(forecaster: Forecaster, needs: Needs, chosen: Iterable[str]) -> bool:
    together = {one for skill_id in chosen for one in needs.bundle(skill_id)}
    strengths: dict[int, float] = {}
    for skill_id in sorted(together):
        raise_to(strengths, full(needs.by_id[skill_id].meets))
    return forecaster.predict(strengths).verdict == "FIT"


def _hours(needs: Needs, skill_id: str) -> float:
    return sum(needs.by_id[one].hours for one in needs.bundle(skill_id))


class Hours(Protocol):
    """What sets of gaps take in all, the application among it."""

    def hours(self, chosen: Sequence[str]) -> float:
        """Of a plan of these gaps."""
        ...

    def hours_along(self, order: Sequence[str]) -> float:
        """Of these skills learned in this order: nearly the same, and quickly told."""
        ...

    def hours_apart(self, skills: Iterable[str]) -> float:
        """Of these skills if none brought anything of another: never less, and told at once."""
        ...


def that_fit(
    chosen: Sequence[str], first: Sequence[str], needs: Needs, capacity: float, hours: Hours
) -> list[str]:
    """As many of the chosen gaps as `capacity` hours hold, in the order of `chosen`: `first` if they all fit together,
    then one after another what brings most an hour and still fits."""
    if hours.hours(chosen) <= capacity:
        return list(chosen)
    order = by_rate(needs, chosen)

    def fits(gaps: Sequence[str]) -> bool:
        together = {one for gap in gaps for one in needs.bundle(gap)}
        if hours.hours_apart(together) <= capacity:
            return True
        return hours.hours_along([one for one in order if one in together]) <= capacity

    wanted = [one for one in order if one in chosen]
    kept = as_many([one for one in wanted if one in first], wanted, fits)
    while kept and hours.hours(kept) > capacity:
        kept = kept[:-1]
    return [one for one in chosen if one in set(kept)]
