"""The timeline and the readiness under it: everything at its day, in the frame, and nothing over its neighbor."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from msgspec.structs import replace

from careercraft.model.plan import Period, Roadmap
from careercraft.render.roadmap.axis import LEFT, LETTER, RIGHT, WIDTH, Axis, axis
from careercraft.render.roadmap.build import build
from careercraft.render.roadmap.curve import Curve, curve
from careercraft.render.roadmap.lettering import cut, width, wrapped
from careercraft.render.roadmap.timeline import Timeline, timeline
from careercraft.render.roadmap.view import RoadmapView
from tests.render.sample_roadmap import all_roadmaps, engineer, engineer_progress, nurse
from tests.render.sample_roadmap_sizes import all_sizes, forty, one_week

TODAY = "2026-12-14"
VIEWS = {
    name: build(roadmap, progress, 1, TODAY)
    for name, (roadmap, progress) in (all_roadmaps() | all_sizes()).items()
    if roadmap.weeks
}


def drawn(view: RoadmapView) -> Timeline:
    found = timeline(view)
    assert found
    return found


def axis_of(roadmap: Roadmap, today: str = "") -> Axis:
    return axis(build(roadmap, None, None, today))


@pytest.mark.parametrize("name", VIEWS)
def test_it_stays_in_its_frame(name: str) -> None:
    found = drawn(VIEWS[name])
    for panel in found.panels:
        for lane in panel.lanes:
            assert 0 <= lane.x <= WIDTH
            assert lane.y < lane.bar <= panel.height - found.bar
            assert all(LEFT <= item.x < item.x + item.length <= RIGHT + 3 for item in lane.stretches)
    for mark in found.axis.marks:
        assert LEFT <= mark.x <= RIGHT
        assert 0 <= mark.words <= mark.words + width(mark.label, LETTER, bold=True) <= WIDTH + 0.1
        assert mark.level < found.axis.top
    for off in found.axis.off:
        assert LEFT <= off.x < off.x + off.length <= RIGHT + 0.1


@pytest.mark.parametrize("name", VIEWS)
def test_every_session_is_drawn_at_its_day(name: str) -> None:
    view = VIEWS[name]
    found = drawn(view)
    lanes = {lane.name: lane for panel in found.panels for lane in panel.lanes}
    for day in (day for week in view.weeks for day in week.days):
        begin, end = found.axis.scale.at(day.day), found.axis.scale.at(day.day, 1)
        for session in day.sessions:
            stretches = lanes[session.task.skill or "Application"].stretches
            assert any(
                item.phase == session.task.phase and item.x < end + 0.2 and item.x + item.length > begin - 0.2
                for item in stretches
            )


@pytest.mark.parametrize("name", VIEWS)
def test_stretches_of_a_lane_do_not_cover_each_other(name: str) -> None:
    for panel in drawn(VIEWS[name]).panels:
        for lane in panel.lanes:
            for first, second in pairwise(lane.stretches):
                # What is shorter than three is drawn that long, to be seen at all.
                assert first.x + first.length <= max(second.x, first.x + 3.1) + 0.2


def test_a_break_is_seen_as_one() -> None:
    lane = drawn(VIEWS["engineer"]).panels[0].lanes[1]
    assert lane.name == "Kubernetes"
    assert [item.phase for item in lane.stretches] == ["core", "applied", "applied", "proof"]
    assert [item.said for item in lane.stretches][1:3] == [
        "Kubernetes, applied: 2026-12-19",
        "Kubernetes, applied: 2027-01-04",
    ]
    assert (lane.first, lane.last) == (
        lane.stretches[0].x,
        round(lane.stretches[-1].x + lane.stretches[-1].length, 1),
    )


def test_a_skill_is_ticked_once_all_of_it_is_over() -> None:
    def ticked(name: str) -> list[bool]:
        return [lane.done for panel in drawn(VIEWS[name]).panels for lane in panel.lanes]

    assert ticked("engineer") == [True, False, False, False]
    assert all(ticked("finished"))
    assert not any(ticked("nurse"))


def test_many_lanes_are_several_pictures() -> None:
    panels = drawn(VIEWS["forty"]).panels
    assert [len(panel.lanes) for panel in panels] == [10, 10, 10, 10]
    assert panels[1].title == "What is learned when, part 2 of 4"
    assert len({lane.y for panel in panels for lane in panel.lanes}) == 10
    skills = forty().skills[:13]
    kept = {task.id for task in forty().tasks if task.skill in {skill.id for skill in skills}}
    weeks = tuple(
        replace(week, sessions=tuple(item for item in week.sessions if item.task in kept), finishes=())
        for week in forty().weeks
    )
    thirteen = drawn(build(replace(forty(), skills=skills, weeks=weeks)))
    assert [len(panel.lanes) for panel in thirteen.panels] == [7, 6]
    assert [panel.title for panel in drawn(VIEWS["nurse"]).panels] == ["What is learned when"]


def test_a_name_wider_than_the_picture_is_cut() -> None:
    long, *others = engineer().skills
    plan = replace(engineer(), skills=(replace(long, name="Long name " * 30), *others))
    lane, *_ = drawn(build(plan, engineer_progress())).panels[0].lanes
    assert lane.name.endswith("…")
    assert lane.x + width(f"✓ {lane.name} {lane.level}", LETTER, bold=True) <= WIDTH * 1.02
    assert lane.stretches[0].said.startswith("Long name " * 29)


def test_days_and_marks_are_at_their_place() -> None:
    found = axis_of(engineer(), TODAY)
    assert found.scale.at("2026-12-01") == LEFT
    assert found.scale.at("2027-01-18", 1) == RIGHT
    assert [(mark.kind, mark.label, mark.x) for mark in found.marks] == [
        ("today", "today", found.scale.at(TODAY)),
        ("fit", "FIT in week 6", found.scale.at("2027-01-10")),
    ]
    assert [(off.said, off.x) for off in found.off] == [
        ("days off: 2026-12-21 to 2027-01-03", found.scale.at("2026-12-21"))
    ]


@pytest.mark.parametrize("today", ["", "2026-11-30", "2027-09-01"])
def test_a_day_far_away_is_not_drawn(today: str) -> None:
    found = axis_of(engineer(), today)
    assert [mark.kind for mark in found.marks] == ["fit"]
    assert found.scale.days == 49


def test_the_picture_reaches_to_a_deadline_that_is_near() -> None:
    assert [mark.kind for mark in axis_of(nurse()).marks] == ["deadline"]
    assert axis_of(nurse()).scale.days == 34
    assert [mark.kind for mark in axis_of(engineer()).marks] == ["fit"]


def test_labels_that_would_touch_stand_on_lines_of_their_own() -> None:
    crowded = replace(engineer(), settings=replace(engineer().settings, deadline="2027-01-09"))
    marks = axis_of(crowded, "2027-01-09").marks
    assert {mark.kind for mark in marks} == {"today", "fit", "deadline"}
    assert len({mark.level for mark in marks}) == 3
    assert axis_of(crowded, "2027-01-09").top > axis_of(engineer()).top


@pytest.mark.parametrize("weeks", [1, 2, 5, 11, 26, 53, 104, 250, 520])
def test_numbers_and_months_can_be_read(weeks: int) -> None:
    view = build(one_week())
    first = date(2026, 11, 25)
    week = view.weeks[0]
    days = [(first + timedelta(7 * at), first + timedelta(7 * at + 6)) for at in range(weeks)]
    made = tuple(
        replace(week, number=at, first=begin.isoformat(), last=end.isoformat())
        for at, (begin, end) in enumerate(days, 1)
    )
    found = axis(replace(view, weeks=made))
    for labels in (found.ticks, found.months):
        assert labels
        ends = [(label.x, label.x + width(label.label, LETTER)) for label in labels]
        assert all(end < begin for (_, end), (begin, _) in pairwise(ends))
        assert ends[-1][1] <= WIDTH
    assert found.months[0].label == "Nov 2026" or found.months[0].label[-4:].isdigit()
    assert found.ticks[0].label == "1"


def test_holidays_are_cut_to_the_picture() -> None:
    settings = replace(
        engineer().settings,
        holidays=(
            Period("2026-11-01", "2026-12-02"),
            Period("2027-01-18", "2027-12-31"),
            Period("2030-01-01", "2030-01-02"),
        ),
    )
    off = axis_of(replace(engineer(), settings=settings)).off
    assert [item.said for item in off] == [
        "days off: 2026-11-01 to 2026-12-02",
        "days off: 2027-01-18 to 2027-12-31",
    ]
    assert off[0].x == LEFT
    assert round(off[1].x + off[1].length, 1) == RIGHT


def curve_of(view: RoadmapView) -> Curve:
    return curve(view, axis(view).scale)


@pytest.mark.parametrize("name", VIEWS)
def test_the_curve_goes_through_every_week(name: str) -> None:
    view = VIEWS[name]
    found = curve_of(view)
    points = [tuple(map(float, point.split(","))) for point in found.line.split()]
    heights = {float(line.label): line.x for line in found.grid}
    (low, bottom), (high, top) = min(heights.items()), max(heights.items())
    assert len(points) == len(view.weeks) + 1
    values = [view.points, *(week.points for week in view.weeks)]
    for (x, y), value in zip(points, values, strict=True):
        assert LEFT <= x <= RIGHT
        assert abs(y - (bottom + (top - bottom) * (value - low) / (high - low))) < 0.1
    assert abs(found.threshold - (bottom + (top - bottom) * (view.need - low) / (high - low))) < 0.1
    assert [before < after for (before, _), (after, _) in pairwise(points)] == [True] * len(view.weeks)
    assert 0 < found.first.x < found.height
    assert f"FIT needs {view.threshold}" in found.description


def test_the_week_that_turns_the_verdict_has_its_dot() -> None:
    assert [dot.said for dot in curve_of(VIEWS["engineer"]).dots if dot.fit] == ["end of week 6: 71.7"]
    assert len(curve_of(VIEWS["engineer"]).dots) == 7
    assert len(curve_of(VIEWS["forty"]).dots) == 1
    assert not any(dot.fit for dot in curve_of(VIEWS["nurse"]).dots)


@pytest.mark.parametrize("now", [0.0, 3.0, 69.9, 70.0, 70.1, 99.0, 100.0])
def test_words_stay_off_the_line_of_the_threshold(now: float) -> None:
    weeks = tuple(replace(week, readiness=now) for week in engineer().weeks)
    found = curve_of(build(replace(engineer(), readiness=now, weeks=weeks)))
    assert abs(found.first.x - found.need_y) >= 11
    assert 11 <= found.first.x < found.height
    assert 11 <= found.need_y < found.height


def test_words_of_the_threshold_stay_off_the_dot_that_turns_the_verdict() -> None:
    found = engineer()
    weeks = tuple(
        replace(found.weeks[0], number=number, first=f"2027-{number:02}-01", last=f"2027-{number:02}-07")
        for number in range(1, 13)
    )
    for turns in (1, 2, 9):
        forecast = replace(found.forecast, fit_week=turns, weeks=12)
        drawing = curve_of(build(replace(found, weeks=weeks, forecast=forecast)))
        (dot,) = [dot for dot in drawing.dots if dot.fit]
        assert not drawing.need_x - 6 < dot.x < drawing.need_x + 80
        assert (drawing.need_x < dot.x) == (turns == 9)


def test_the_day_that_is_shown_is_the_plans_own() -> None:
    found = build(forty())
    assert found.fit_day == forty().forecast.fit_day
    assert build(nurse()).fit_day == ""


def test_words_are_measured_and_cut() -> None:
    assert width("mmmm", 10) > width("nnnn", 10) > width("iiii", 10)
    assert width("数据", 10) > width("ab", 10)
    assert cut("short", 100, 10) == "short"
    assert cut("a rather long name", 50, 10).endswith("…")
    assert width(cut("a rather long name", 50, 10), 10) <= 50
    assert cut("word", 2, 10) == ""


def test_words_are_wrapped_and_the_rest_is_cut() -> None:
    assert wrapped("one two", 200, 10, most=2) == ("one two",)
    assert wrapped("one two three", 45, 10, most=2)[0] == "one two"
    lines = wrapped("Supercalifragilistic and more and more", 60, 10, most=2)
    assert len(lines) == 2
    assert all(line.endswith("…") and width(line, 10) <= 60 for line in lines)
