"""Every gap that a plan doesn't close is named, with the reason."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from careercraft.model.advice import Gap
from careercraft.model.plan import LeftOut
from careercraft.plan.calendar import LONGEST_YEARS
from careercraft.plan.needs import Needs
from careercraft.score.gaps import OpenEntry


def left_out(
    gaps: Sequence[Gap],
    items: Sequence[OpenEntry],
    needs: Needs,
    planned: Collection[str],
    chosen: Collection[str],
    deadline: str,
) -> tuple[LeftOut, ...]:
    """By the priority of the gaps. `chosen` are the ids in focus, `planned` those that the plan holds."""
    still = {(item.entry.id, item.entry.name): item for item in items if item.step is None}
    known = {(item.entry.id, item.entry.name) for item in items}
    found = (_one(gap, still, known, needs, planned, chosen, deadline) for gap in gaps)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _one(
    gap: Gap,
    still: dict[tuple[str | None, str], OpenEntry],
    known: Collection[tuple[str | None, str]],
    needs: Needs,
    planned: Collection[str],
    chosen: Collection[str],
    deadline: str,
) -> LeftOut | None:
    skill_id = gap.id or None
    key = (skill_id, gap.name)
    if key not in known:
        return _left(gap, "years", "years can't be learned, only worked")
    if skill_id in planned:
        return None
    if key in still and skill_id not in needs.by_id:
        return _left(gap, *_nothing(still[key]))
    if skill_id is None or skill_id not in needs.by_id:
        return _left(
            gap, "unknown", "the taxonomy doesn't know it, so there are no hours and no resource for it"
        )
    if skill_id not in chosen:
        return _left(gap, "focus", "it isn't in the focus of this plan")
    return _left(gap, "deadline", too_long(deadline))


def _nothing(item: OpenEntry) -> tuple[str, str]:
    if isinstance(item.entry.required_years, float):
        return "years", "the resume names it; the years asked can't be learned, only worked"
    return "nothing_to_learn", "the resume names it: a deed or a clearer word in the resume closes it"


def too_long(deadline: str) -> str:
    """Why hours found no day; without a deadline ("") a plan ends after some years."""
    end = f"before the deadline, {deadline}" if deadline else f"into the next {LONGEST_YEARS} years"
    return f"its hours don't fit {end}"


def _left(gap: Gap, why: str, reason: str) -> LeftOut:
    return LeftOut(
        name=gap.name,
        id=gap.id,
        why=why,  # type: ignore[arg-type]
        reason=reason,
        points=gap.points,
        hours=gap.hours,
    )
