"""What no plan can keep is refused before any work is done."""

from __future__ import annotations

from typing import Any

import pytest

from careercraft.errors import UsageError
from careercraft.model.plan import Period, PlanSettings
from careercraft.plan.settings import checked
from tests.plan.worlds import TODAY

USUAL: dict[str, Any] = {"hours_per_week": 8.0, "start": "2026-12-01", "weekdays": ("sat", "mon")}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"hours_per_week": 0.0}, "nothing gets done"),
        ({"hours_per_week": -3.0}, "nothing gets done"),
        ({"hours_per_week": float("nan")}, "nothing gets done"),
        ({"hours_per_week": float("inf")}, "nothing gets done"),
        ({"hours_per_week": 500.0}, "nobody can keep"),
        ({"hours_per_week": 40.0, "weekdays": ("sat",)}, "40 hours a day"),
        ({"weekdays": ()}, "names no day"),
        ({"start": "2026-11-30"}, "lies in the past"),
        ({"start": "soon"}, "'soon' is no day"),
        ({"deadline": "2026-11-30"}, "lies in the past"),
        ({"start": "2026-12-20", "deadline": "2026-12-10"}, "before the start"),
        ({"deadline": "2026-13-01"}, "is no day"),
        ({"holidays": (Period("2026-12-20", "2026-12-10"),)}, "ends before it begins"),
        ({"holidays": (Period("2026-12-01", "2099-12-31"),)}, "no day of study"),
        ({"deadline": "2026-12-04", "weekdays": ("sun",)}, "no day of study"),
        ({"hours_per_week": 0.49}, "nothing gets done"),
        ({"hours_per_week": 80.5}, "nobody can keep"),
        ({"hours_per_week": 14.25, "weekdays": ("sat",)}, "14.2 hours a day"),
        ({"hours_per_week": 20.0, "weekdays": ("sat", "sat")}, "20 hours a day"),
    ],
)
def test_refused(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(UsageError, match=words) as refused:
        checked(PlanSettings(**{**USUAL, **changes}), TODAY)
    assert refused.value.hint


@pytest.mark.parametrize(
    "changes",
    [
        {"hours_per_week": 0.5},
        {"hours_per_week": 80.0, "weekdays": ("mon", "tue", "wed", "thu", "fri", "sat")},
        {"hours_per_week": 14.0, "weekdays": ("sat",)},
        {"start": "2026-12-05", "deadline": "2026-12-05"},
        {"holidays": (Period("2026-12-05", "2026-12-05"),)},
    ],
)
def test_the_most_and_the_least_are_kept(changes: dict[str, Any]) -> None:
    checked(PlanSettings(**{**USUAL, **changes}), TODAY)


def test_the_same_wish_has_one_form() -> None:
    off = (
        Period("2027-01-01", "2027-01-02"),
        Period("2026-12-24", "2026-12-26"),
        Period("2026-12-24", "2026-12-26"),
    )
    settings, notes = checked(PlanSettings(**USUAL, holidays=off), TODAY)
    assert settings.weekdays == ("mon", "sat")
    assert notes == ()
    assert settings.holidays == (Period("2026-12-24", "2026-12-26"), Period("2027-01-01", "2027-01-02"))


def test_a_start_on_a_day_off_is_told() -> None:
    off = (Period("2026-12-01", "2026-12-06"),)
    _, notes = checked(PlanSettings(**USUAL, holidays=off), TODAY)
    assert notes == ("2026-12-01 is one of your days off: the first session is on 2026-12-07.",)


def test_a_first_session_long_after_the_start_is_told() -> None:
    off = (Period("2026-12-02", "2026-12-20"),)
    _, notes = checked(PlanSettings(**USUAL, holidays=off), TODAY)
    assert notes == ("The first session is on 2026-12-21, 20 days after the start.",)
    week = {**USUAL, "weekdays": ("tue",), "holidays": (Period("2026-12-02", "2026-12-02"),)}
    assert checked(PlanSettings(**week), TODAY)[1] == ()
    _, notes = checked(PlanSettings(**{**week, "start": "2026-12-02", "holidays": ()}), TODAY)
    assert notes == ()  # six days
    later = {**week, "start": "2026-12-02", "weekdays": ("wed",), "holidays": off[:0]}
    assert checked(PlanSettings(**later), TODAY)[1] == ()
