"""What the flags ask of a plan, as its settings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from msgspec import UNSET

from careercraft.cli import roadmap_values as values
from careercraft.model.plan import PlanSettings
from careercraft.plan.calendar import usual_weekdays
from careercraft.plan.settings import checked


def asked(
    today: date,
    *,
    hours_per_week: float,
    start: str | None,
    deadline: str | None,
    weekdays: str | None,
    holidays: Sequence[str],
    budget: Literal["any", "free"],
    style: Literal["depth", "breadth"],
) -> tuple[PlanSettings, tuple[str, ...]]:
    """The settings but for the focus, and what the person should know of them. Raises UsageError."""
    return checked(
        PlanSettings(
            hours_per_week=hours_per_week,
            start=values.day(start, "--start", today) if start is not None else today.isoformat(),
            weekdays=values.weekdays(weekdays) if weekdays is not None else usual_weekdays(hours_per_week),
            deadline=values.day(deadline, "--deadline", today) if deadline is not None else UNSET,
            holidays=values.periods(holidays, today),
            budget=budget,
            style=style,
        ),
        today,
    )
