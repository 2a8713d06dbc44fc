"""What a person may ask of a plan, checked before any work is done."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from msgspec import structs

from careercraft.errors import UsageError
from careercraft.model.plan import WEEKDAYS, PlanSettings
from careercraft.plan.calendar import LONGEST_YEARS, is_off, study_days

LEAST_HOURS, MOST_HOURS, MOST_A_DAY = 0.5, 80.0, 14.0


def checked(settings: PlanSettings, today: date) -> tuple[PlanSettings, tuple[str, ...]]:
    """The settings in their one form (weekdays from Monday on, days off by date), and what the person should know of
    them, in whole sentences. Raises UsageError for what no plan can keep."""
    _check_hours(settings)
    start = _day("--start", settings.start)
    if start < today:
        raise UsageError(f"--start {start} lies in the past", "leave it out to begin today")
    if settings.deadline:
        _check_deadline(_day("--deadline", settings.deadline), start, today)
    for period in settings.holidays:
        if _day("--holidays", period.first) > _day("--holidays", period.last):
            raise UsageError(
                f"--holidays {period.first}..{period.last} ends before it begins", "the earlier day first"
            )
    settings = structs.replace(
        settings,
        weekdays=tuple(day for day in WEEKDAYS if day in settings.weekdays),
        holidays=tuple(sorted(set(settings.holidays))),
    )
    return settings, tuple(_notes(settings, start))


def _check_hours(settings: PlanSettings) -> None:
    hours = settings.hours_per_week
    if not math.isfinite(hours) or hours < LEAST_HOURS:
        raise UsageError(
            f"--hours-per-week {hours:g}: nothing gets done in that", "half an hour is the least; 8 is usual"
        )
    if hours > MOST_HOURS:
        raise UsageError(
            f"--hours-per-week {hours:g}: nobody can keep that up", f"{MOST_HOURS:g} is the most; 8 is usual"
        )
    if not settings.weekdays:
        raise UsageError("--weekdays names no day", "as --weekdays mon,wed,sat")
    days = len(set(settings.weekdays))
    if hours / days > MOST_A_DAY:
        raise UsageError(
            f"{hours:g} hours on {days} day{'s' * (days > 1)} a week are {hours / days:.3g} hours a day",
            "name more --weekdays or fewer --hours-per-week",
        )


def _check_deadline(deadline: date, start: date, today: date) -> None:
    if deadline < today:
        raise UsageError(f"--deadline {deadline} lies in the past", "give a day to come, or leave it out")
    if deadline < start:
        raise UsageError(f"--deadline {deadline} lies before the start, {start}", "one of both has to move")


def _notes(settings: PlanSettings, start: date) -> Iterator[str]:
    first = next(study_days(settings), None)
    if first is None:
        end = settings.deadline or f"{LONGEST_YEARS} years from now"
        raise UsageError(
            f"between {start} and {end} there is no day of study",
            "look at --weekdays, --holidays and --deadline",
        )
    if is_off(settings, start):
        yield f"{start} is one of your days off: the first session is on {first.day}."
    elif (first.day - start).days >= 7:
        yield f"The first session is on {first.day}, {(first.day - start).days} days after the start."


def _day(flag: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{flag} {text!r} is no day", "write it as 2026-12-01") from None
