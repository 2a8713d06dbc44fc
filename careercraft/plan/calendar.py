"""Days of study: which they are, and how much fits on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from careercraft.model.plan import WEEKDAYS, Period, PlanSettings, Weekday
from careercraft.plan.hours import QUARTER

_WEEK = 7
LONGEST_YEARS = 10
"""Beyond that no plan goes."""
_USUAL: tuple[tuple[float, tuple[Weekday, ...]], ...] = (
    (2.0, ("sat",)),
    (5.0, ("wed", "sat")),
    (10.0, ("tue", "thu", "sat")),
    (20.0, ("mon", "tue", "thu", "sat")),
    (50.0, ("mon", "tue", "wed", "thu", "fri")),
)
"""Up to so many hours a week, these days, where the person names none."""


class StudyDay(NamedTuple):
    day: date
    hours: float
    week: int
    """From 1."""


def usual_weekdays(hours_per_week: float) -> tuple[Weekday, ...]:
    return next((days for most, days in _USUAL if hours_per_week <= most), WEEKDAYS)


def study_days(settings: PlanSettings) -> Iterator[StudyDay]:
    """From the start to the deadline, or as long as a plan may be; days off are left out with their hours."""
    first = date.fromisoformat(settings.start)
    by_weekday = _by_weekday(settings)
    hours = [by_weekday.get(weekday, 0.0) for weekday in WEEKDAYS]
    off = [_span(period) for period in settings.holidays]
    for count in range((_last(settings, first) - first).days + 1):
        wanted = hours[(first.weekday() + count) % _WEEK]
        if wanted:
            day = first + timedelta(days=count)
            if not _is_off(day, off):
                yield StudyDay(day, wanted, count // _WEEK + 1)


def hours_up_to(settings: PlanSettings, wanted: float) -> float:
    """Hours of the days of study, counted until they hold what is wanted."""
    held = 0.0
    for day in study_days(settings):
        held += day.hours
        if held >= wanted:
            break
    return held


def week_of(settings: PlanSettings, day: date) -> int:
    """From 1; weeks are seven days from the start on."""
    return (day - date.fromisoformat(settings.start)).days // _WEEK + 1


def week_days(settings: PlanSettings, number: int) -> tuple[date, date]:
    """The first and the last day of a week."""
    first = date.fromisoformat(settings.start) + timedelta(days=_WEEK * (number - 1))
    return first, first + timedelta(days=_WEEK - 1)


def is_off(settings: PlanSettings, day: date) -> bool:
    return _is_off(day, [_span(period) for period in settings.holidays])


def _last(settings: PlanSettings, first: date) -> date:
    longest = first + timedelta(days=LONGEST_YEARS * 366)
    return min(longest, date.fromisoformat(settings.deadline)) if settings.deadline else longest


def _by_weekday(settings: PlanSettings) -> dict[Weekday, float]:
    """The week's hours over its days in quarters that add up, the longer ones first; a day may get none."""
    whole, more = divmod(int(settings.hours_per_week / QUARTER), len(settings.weekdays))
    return {weekday: (whole + (place < more)) * QUARTER for place, weekday in enumerate(settings.weekdays)}


def _span(period: Period) -> tuple[date, date]:
    return date.fromisoformat(period.first), date.fromisoformat(period.last)


def _is_off(day: date, off: Sequence[tuple[date, date]]) -> bool:
    return any(first <= day <= last for first, last in off)
