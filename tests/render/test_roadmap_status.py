"""How a plan is going, in a terminal."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec import UNSET
from msgspec.structs import replace
from rich.cells import cell_len

from careercraft.model.progress import BurnPoint
from careercraft.render.roadmap import render_status
from tests.render.sample_roadmap import engineer, engineer_progress, engineer_status, hostile

COLOR = re.compile("\x1b\\[[0-9;]*m")


def shown(changes: dict[str, Any] | None = None, **more: Any) -> str:
    status = replace(engineer_status(), **(changes or {}))
    return render_status(engineer(), engineer_progress(), status, number=3, **more)


def test_every_figure_is_told() -> None:
    text = " ".join(shown().split())
    for words in (
        "week 2 of 7, under way", "roadmap 3, 2026-12-13",
        "2 of 11 tasks, 12.5 h of 46 h, 1 skipped (3 h), 30.5 h left",
        "61.4 → 61.4 by what is done: UNFIT (FIT needs 70)", "FIT by 2027-01-13",
        "all done by 2027-01-23, planned 2027-01-18", "0.75 h behind the plan (1 day of study)",
        "3.5 h left this week", "7.25 h of the estimates a week, planned 8 h",
        "an hour of the estimates takes you 1.05 h", "2 days of study without a planned one missed",
        "2 weeks in a row", "3 Learn Kubernetes, part 1 of 2: pods and services (6 h)",
        "careercraft roadmap done 3",
    ):  # fmt: skip
        assert words in text


def bars(text: str) -> list[str]:
    return re.findall(r"20\d\d-\d\d-\d\d  ([█░│]*) ", text)


def test_the_bars_are_as_long_as_the_hours() -> None:
    start, first, present, *later = bars(shown())
    assert set(start) == {"█"}
    assert "│" in first  # more is left than planned
    assert first.index("│") == pytest.approx(len(start) * 38 / 46, abs=1)
    assert len(first) == pytest.approx(len(start) * 40 / 46, abs=1)
    assert len(present) < len(first)
    assert [set(bar) for bar in later[:-1]] == [{"░"}] * (len(later) - 1)
    assert later[-1] == ""


@pytest.mark.parametrize(("changes", "words"), [
    ({"dayless": 8.0}, "30.5 h left (8 h of them left out by the plan)"),
    ({"past_deadline": True}, "past the deadline; `careercraft roadmap replan` fits it in"),
    ({"fit_day": UNSET}, "this plan doesn't lead to FIT"),
    ({"fit_day": UNSET, "verdict": "FIT"}, "FIT by what is done already"),
    ({"finish": "2027-01-18"}, "all done by 2027-01-18, as planned"),
    ({"ahead_hours": 2.0, "ahead_days": 2}, "2 h ahead of the plan (2 days of study)"),
    ({"ahead_hours": 0.0, "ahead_days": 0}, "as planned"),
    ({"week_left": 0.0}, "nothing left this week"),
    ({"pace_hours": 0.0}, "log hours to learn"),
    ({"streak_days": 0, "streak_weeks": 0}, "none now"),
    ({"streak_days": 0, "streak_weeks": 0, "done": 0, "logged": 0.0}, "none yet"),
    ({"week": 0, "state": "planned", "started": UNSET}, "before its first week, not begun"),
    ({"week": 0}, "the first week begins on 2026-12-01"),
    ({"week": 9}, "after its last week, under way"),
    ({"state": "finished", "next": UNSET}, "analyze your new resume"),
])  # fmt: skip
def test_other_states_are_told(changes: dict[str, Any], words: str) -> None:
    assert words in " ".join(shown(changes).split())
    assert words not in " ".join(shown().split())


def test_a_long_burndown_is_cut_unless_all_is_asked_for() -> None:
    points = tuple(BurnPoint(week=n, day="2026-12-01", planned=60.0 - n) for n in range(61))
    changes = {"burndown": points, "week": 17, "weeks": 60}
    weeks = [int(number) for number in re.findall(r"^ +(?:> )?(\d+)  20", shown(changes), re.MULTILINE)]
    assert len(weeks) <= 18
    assert {0, 17, 60} <= set(weeks)
    assert f"+{61 - len(weeks)} more weeks; --full shows them" in shown(changes)
    assert len(bars(shown(changes, full=True))) == 61


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_no_line_is_wider_than_asked(width: int, encoding: str) -> None:
    lines = shown(width=width, encoding=encoding).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert all(line.encode(encoding) for line in lines if line)


def test_color_changes_no_word() -> None:
    assert [line.rstrip() for line in COLOR.sub("", shown(color=True)).splitlines()] == shown().splitlines()


def test_hostile_words_stay_words() -> None:
    text = render_status(hostile(), engineer_progress(), engineer_status())
    assert "\x1b" not in text
    assert "<script>alert(1)</script>" in text


def test_a_long_title_leaves_room_for_how_it_goes() -> None:
    target = replace(
        engineer().target, title="Registered Nurse for Cardiac Intensive Care (nights and weekends)"
    )
    long = replace(engineer(), target=target)
    for width in (60, 80):
        first = render_status(long, engineer_progress(), engineer_status(), number=3, width=width).split(
            "\n"
        )[0]
        assert "…: week 2 of 7, under way" in first
        assert cell_len(first) <= width
