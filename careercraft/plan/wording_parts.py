"""How what is to be learned or practiced falls into parts: an overview, the usual, the hard, a review."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest
from typing import NamedTuple

from careercraft.model.plan import TaskKind
from careercraft.model.resume import PROFICIENCY_ORDER, Proficiency
from careercraft.plan.wording_tables import Step, steps

CERTIFICATION = "certification"


class Part(NamedTuple):
    step: Step
    round: int
    """From 1: one step may fill several parts."""
    rounds: int


@cache
def parts_of(
    kind_of_skill: str, kind: TaskKind, level_from: Proficiency | None, level: Proficiency, count: int
) -> tuple[Part, ...]:
    """Exactly `count` parts in an order that makes sense, for learning or practice; the more there are, the finer.

    The main step of each level comes into it first, from the highest down; then the start or review, then the second
    steps. Parts beyond all steps go to further rounds of the same steps, highest level first.
    """
    levels = _levels(kind_of_skill, level_from, level)
    by_level = [steps(kind_of_skill, kind, one) for one in levels]
    start = (
        steps(kind_of_skill, kind, "start") if level_from or kind_of_skill.startswith(CERTIFICATION) else ()
    )
    review = steps(kind_of_skill, kind, "review")
    whole = steps(kind_of_skill, kind, "whole")
    if count == 1 and whole:
        return (Part(whole[0], 1, 1),)
    rows = [[step for step in row if step] for row in zip_longest(*reversed(by_level))]
    first, *others = rows
    ranked = [*first, *start, *review, *(step for row in others for step in row)]
    in_order = [*start, *(step for row in by_level for step in row), *review]
    work = [step for row in rows for step in row]
    return _spread(ranked, in_order, work, count)


def _levels(kind_of_skill: str, level_from: Proficiency | None, level: Proficiency) -> Sequence[Proficiency]:
    """The levels to go through, lowest first; that aimed at alone where nothing lies between."""
    if kind_of_skill.startswith(CERTIFICATION):
        return PROFICIENCY_ORDER[:1]
    end = PROFICIENCY_ORDER.index(level) + 1
    begin = PROFICIENCY_ORDER.index(level_from) + 1 if level_from else 0
    return PROFICIENCY_ORDER[min(begin, end - 1) : end]


def _spread(
    ranked: Sequence[Step], in_order: Sequence[Step], work: Sequence[Step], count: int
) -> tuple[Part, ...]:
    rounds = dict.fromkeys(ranked[:count], 1)
    for place in range(count - len(rounds)):
        rounds[work[place % len(work)]] += 1
    return tuple(
        Part(step, one, rounds[step])
        for step in in_order
        if step in rounds
        for one in range(1, rounds[step] + 1)
    )
