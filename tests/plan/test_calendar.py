"""Which days are for study, and how much of a week each holds."""

from __future__ import annotations

from datetime import date

import pytest

from careercraft.model.plan import WEEKDAYS, Period, PlanSettings
from careercraft.plan.calendar import study_days, usual_weekdays, week_days, week_of


def days(**changes: object) -> list[tuple[str, float, int]]:
    usual = {
        "hours_per_week": 8.0,
        "start": "2026-12-01",
        "weekdays": ("tue", "thu", "sat"),
        "deadline": "2026-12-12",
    }
    settings = PlanSettings(**{**usual, **changes})  # type: ignore[arg-type]
    return [(one.day.isoformat(), one.hours, one.week) for one in study_days(settings)]


def test_a_week_holds_its_hours_in_quarters() -> None:
    assert days() == [
        ("2026-12-01", 2.75, 1), ("2026-12-03", 2.75, 1), ("2026-12-05", 2.5, 1),
        ("2026-12-08", 2.75, 2), ("2026-12-10", 2.75, 2), ("2026-12-12", 2.5, 2),
    ]  # fmt: skip


def test_days_off_take_their_hours_along() -> None:
    off = (Period("2026-12-03", "2026-12-08"),)
    assert days(holidays=off) == [("2026-12-01", 2.75, 1), ("2026-12-10", 2.75, 2), ("2026-12-12", 2.5, 2)]


def test_a_week_with_fewer_quarters_than_days_leaves_days_out() -> None:
    assert [day for day, _, _ in days(hours_per_week=0.5, deadline="2026-12-07")] == [
        "2026-12-01",
        "2026-12-03",
    ]


def test_weeks_are_counted_from_the_start() -> None:
    settings = PlanSettings(hours_per_week=8.0, start="2026-12-03", weekdays=("mon",))
    assert [week_of(settings, date(2026, 12, day)) for day in (3, 9, 10)] == [1, 1, 2]
    assert week_days(settings, 2) == (date(2026, 12, 10), date(2026, 12, 16))


def test_the_29th_of_february_and_the_turn_of_the_year() -> None:
    found = days(start="2027-12-30", weekdays=WEEKDAYS, deadline="2028-03-01")
    assert {"2027-12-31", "2028-01-01", "2028-02-29"} <= {day for day, _, _ in found}


def test_no_plan_goes_on_for_ever() -> None:
    assert "2036-11-30" < days(deadline="2999-01-01")[-1][0] < "2037-01-01"  # ten years are whole


@pytest.mark.parametrize(
    ("hours", "count"),
    [(1.0, 1), (2.0, 1), (4.0, 2), (5.0, 2), (8.0, 3), (10.0, 3), (15.0, 4), (20.0, 4), (50.0, 5), (70.0, 7)],
)
def test_more_hours_take_more_days(hours: float, count: int) -> None:
    assert len(usual_weekdays(hours)) == count
