"""What people ask of plans, drawn with a seed: every style and budget, few and many hours, days off, deadlines."""

from __future__ import annotations

import random
from datetime import date, timedelta

from careercraft.model.plan import WEEKDAYS, Budget, Period, PlanSettings, Style, Weekday
from careercraft.plan.settings import MOST_A_DAY

START = date(2026, 11, 23)
_HOURS = (0.5, 2.0, 5.0, 8.0, 12.5, 20.0, 40.0)
STYLES: tuple[Style, ...] = ("depth", "breadth")
BUDGETS: tuple[Budget, ...] = ("any", "free")


def plain(hours: float = 8.0, style: Style = "depth", budget: Budget = "any") -> PlanSettings:
    days: tuple[Weekday, ...] = ("mon", "wed", "sat")
    return PlanSettings(
        hours_per_week=hours, start=START.isoformat(), weekdays=days, style=style, budget=budget
    )


def drawn(generator: random.Random, *, deadline: bool) -> PlanSettings:
    """Any that `plan.settings.checked` takes; with a deadline within two years where one is asked for."""
    start = START + timedelta(generator.randrange(400))
    chosen = set(generator.sample(WEEKDAYS, generator.randint(1, 7)))
    last = start + timedelta(generator.randint(5, 700))
    return PlanSettings(
        hours_per_week=min(generator.choice(_HOURS), MOST_A_DAY * len(chosen)),
        start=start.isoformat(),
        weekdays=tuple(day for day in WEEKDAYS if day in chosen),
        holidays=tuple(sorted(_period(generator, start) for _ in range(generator.randint(0, 3)))),
        style=generator.choice(STYLES),
        budget=generator.choice(BUDGETS),
        focus=(generator.choice(("all", "all", "must", "fit")),) if deadline else ("all",),
        **({"deadline": last.isoformat()} if deadline else {}),
    )


def _period(generator: random.Random, start: date) -> Period:
    first = start + timedelta(generator.randrange(300))
    return Period(first.isoformat(), (first + timedelta(generator.randrange(21))).isoformat())
