"""`careercraft roadmap`: a plan from an analysis, as it was asked for, kept and written."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from careercraft.cli import roadmap_values as values
from careercraft.cli import roadmap_zone
from careercraft.cli.roadmap_source import _other_taxonomy
from careercraft.errors import UsageError
from tests.cli.conftest import CallCli
from tests.conftest import DAY, EXAMPLES, RunCli

RESUME, JOB = EXAMPLES / "resume.pdf", EXAMPLES / "job.txt"


def plan(call_cli: CallCli, *flags: str | Path) -> dict[str, Any]:
    ran = call_cli("roadmap", *flags, "--format", "json", "--no-save")
    assert ran.rc == 0, ran.error
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def days(roadmap: dict[str, Any]) -> list[date]:
    return [
        date.fromisoformat(session["day"])
        for week in roadmap["weeks"]
        for session in week.get("sessions", ())
    ]


def test_from_files_it_keeps_the_analysis_and_the_plan(call_cli: CallCli, home: Path) -> None:
    ran = call_cli("roadmap", "build", "--resume", RESUME, "--job", JOB, "--today", DAY)
    assert ran.rc == 0, ran.error
    assert ran.stdout.lstrip().startswith(b"UNFIT")
    assert "kept as roadmap 1" in ran.error
    assert len(call_cli("history", "list").stdout.splitlines()) == 1
    listed = json.loads(call_cli("roadmap", "list", "--format", "json").stdout)
    assert (listed["number"], listed["state"], listed["done"]) == (1, "planned", 0)
    report = json.loads(call_cli("history", "show", "latest", "--format", "json").stdout)
    shown = json.loads(call_cli("roadmap", "show", "--format", "json").stdout)
    assert shown["analysis"] == report["id"]


@pytest.mark.usefixtures("planned")
def test_alone_it_plans_from_the_latest_analysis(call_cli: CallCli) -> None:
    """`careercraft roadmap` is `roadmap build`, with all its options."""
    alone = plan(call_cli)
    assert alone["analysis"] == plan(call_cli, "--analysis", "1")["analysis"]
    for command in ((), ("build",)):
        ran = call_cli("roadmap", *command, "--hours-per-week", "5", "-f", "json", "--no-save")
        assert json.loads(ran.stdout)["settings"]["hours_per_week"] == 5
    assert b"Commands:" in call_cli("roadmap", "--help").stdout
    assert call_cli("roadmap", "biuld").rc == 2


@pytest.mark.usefixtures("planned")
def test_the_same_plan_is_kept_once(call_cli: CallCli) -> None:
    call_cli("roadmap", "done", "1")
    again = call_cli("roadmap")
    assert "roadmap 1, which you have already" in again.error
    assert "replaced" not in again.error
    second = call_cli("roadmap", "--hours-per-week", "6")
    assert "kept as roadmap 2" in second.error
    assert "what you did stays with roadmap 1" in second.error
    other = call_cli("roadmap", "--hours-per-week", "7")
    assert "roadmap 2 for the same target is replaced" in other.error
    assert "what you did" not in other.error
    states = [
        json.loads(line)["state"] for line in call_cli("roadmap", "list", "-f", "json").stdout.splitlines()
    ]
    assert states == ["planned", "replaced", "replaced"]


def test_of_a_role_and_of_a_wish(call_cli: CallCli, resume: Path) -> None:
    nurse = plan(call_cli, "--resume", resume, "--role", "registered-nurse", "--today", DAY)
    assert nurse["target"]["key"] == "role:registered-nurse"
    baker = plan(call_cli, "--resume", resume, "--describe", "run my own bakery", "--today", DAY)
    assert baker["target"]["key"].startswith("role:")
    assert nurse["tasks"]
    assert baker["tasks"]


def test_of_a_profile(call_cli: CallCli, resume: Path, job: Path) -> None:
    """In place of a resume, and beside one."""
    refused = call_cli("roadmap", "--profile", "--job", job)
    assert (refused.rc, refused.stdout) == (2, b"")
    call_cli("profile", "init", "--from", resume)
    alone = plan(call_cli, "--profile", "--job", job, "--today", DAY)
    assert alone["strong"] == plan(call_cli, "--resume", resume, "--job", job, "--today", DAY)["strong"]
    call_cli("profile", "skills", "add", "Snowflake")
    both = plan(call_cli, "--resume", resume, "--profile", "--job", job, "--today", DAY)
    assert set(both["strong"]) - set(alone["strong"]) == {"Snowflake"}


def test_no_save_keeps_nothing(call_cli: CallCli, home: Path) -> None:
    plan(call_cli, "--resume", RESUME, "--job", JOB, "--today", DAY)
    assert call_cli("roadmap", "list").stdout == b""
    assert call_cli("history", "list").stdout == b""
    assert call_cli("roadmap", "list", "-f", "json").stdout == b""
    assert "there is no roadmap yet" in call_cli("roadmap", "list").error


def test_a_history_that_is_switched_off(call_cli: CallCli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERCRAFT_HISTORY", "false")
    ran = call_cli("roadmap", "--resume", RESUME, "--job", JOB, "--today", DAY)
    assert ran.rc == 0
    assert call_cli("roadmap", "list").stdout == b""


@pytest.mark.usefixtures("planned")
def test_when_it_is_studied(call_cli: CallCli) -> None:
    """Hours, days, holidays and deadline hold in the plan."""
    found = plan(
        call_cli, "--hours-per-week", "6", "--weekdays", "Monday,thu", "--start", "2026-12-01",
        "--deadline", "2027-03-01", "--holidays", "2026-12-24..2027-01-03", "--holidays", "2027-02-01",
    )  # fmt: skip
    studied = days(found)
    assert {day.weekday() for day in studied} == {0, 3}
    assert min(studied) >= date(2026, 12, 1)
    assert max(studied) <= date(2027, 3, 1)
    assert not [day for day in studied if date(2026, 12, 24) <= day <= date(2027, 1, 3)]
    assert date(2027, 2, 1) not in studied
    assert all(week["hours"] <= 6 for week in found["weeks"])
    assert "deadline" in {item["why"] for item in found["left_out"]}


@pytest.mark.usefixtures("planned")
def test_unasked_it_begins_today_with_the_hours_of_the_settings(
    call_cli: CallCli, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert plan(call_cli)["settings"]["hours_per_week"] == 8
    assert plan(call_cli)["settings"]["start"] == DAY
    assert plan(call_cli, "--today", "2026-12-03")["settings"]["start"] == "2026-12-03"
    assert plan(call_cli, "--start", "tomorrow")["settings"]["start"] == "2026-11-21"
    assert plan(call_cli, "--hours-per-week", "2")["settings"]["weekdays"] == ["sat"]
    monkeypatch.setenv("CAREERCRAFT_PLAN_HOURS_PER_WEEK", "4.5")
    assert plan(call_cli)["settings"]["hours_per_week"] == 4.5
    assert plan(call_cli, "--hours-per-week", "3")["settings"]["hours_per_week"] == 3


@pytest.mark.usefixtures("planned")
def test_what_is_in_focus(call_cli: CallCli) -> None:
    whole = plan(call_cli)
    gaps = {skill["id"]: skill for skill in whole["skills"] if skill["why"] == "gap"}
    must = plan(call_cli, "--focus", "must")
    wanted = {one for one, skill in gaps.items() if skill["importance"] == "must"}
    assert {skill["id"] for skill in must["skills"] if skill["why"] == "gap"} == wanted
    assert wanted < set(gaps)
    two = sorted(gaps)[:2]
    names = [gaps[one]["name"] for one in two]
    for flags in (("--focus", ",".join(names)), ("--focus", names[0], "--focus", names[1].upper())):
        found = plan(call_cli, *flags)
        assert sorted(skill["id"] for skill in found["skills"] if skill["why"] == "gap") == two
        assert found["settings"]["focus"] == two
        assert {item["why"] for item in found["left_out"]} >= {"focus"}
    assert plan(call_cli, "--focus", "must,all")["settings"] == whole["settings"]
    assert plan(call_cli, "--focus", "fit")["forecast"]["verdict"] == "FIT"
    assert len(plan(call_cli, "--focus", "fit")["skills"]) < len(whole["skills"])


@pytest.mark.usefixtures("planned")
def test_a_skill_in_focus_that_is_no_gap_is_said(call_cli: CallCli) -> None:
    gap = plan(call_cli)["skills"][0]["name"]
    found = plan(call_cli, "--focus", f"{gap},Python,Welding")
    assert "Python is no gap: the resume shows it." in found["notes"]
    assert "Welding is no gap: the job doesn't ask for it." in found["notes"]
    word = plan(call_cli, "--focus", "MUST,Python")
    assert (word["settings"]["focus"], word["notes"]) == (
        ["must"],
        ["Python is no gap: the resume shows it."],
    )


@pytest.mark.usefixtures("planned")
def test_budget_and_style(call_cli: CallCli) -> None:
    free = plan(call_cli, "--budget", "free")
    assert all(task["resource"]["free"] for task in free["tasks"] if "resource" in task)
    depth, breadth = plan(call_cli), plan(call_cli, "--style", "breadth")
    assert {task["id"] for task in depth["tasks"]} == {task["id"] for task in breadth["tasks"]}
    assert [task["id"] for task in depth["tasks"]] != [task["id"] for task in breadth["tasks"]]


@pytest.mark.usefixtures("planned")
def test_the_same_input_gives_the_same_plan(call_cli: CallCli) -> None:
    first, second = plan(call_cli), plan(call_cli)
    assert first.pop("created")
    second.pop("created")
    assert first == second


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize(
    ("ending", "opening"),
    [
        ("md", b"# "), ("html", b"<!DOCTYPE html>"), ("json", b"{"), ("csv", b"week"),
        ("ics", b"BEGIN:VCALENDAR\r\n"), ("txt", b" UNFIT"),
    ],
)  # fmt: skip
def test_every_format_by_its_ending(call_cli: CallCli, tmp_path: Path, ending: str, opening: bytes) -> None:
    file = tmp_path / f"plan.{ending}"
    ran = call_cli("roadmap", "show", "-o", file)
    assert (ran.rc, ran.stdout) == (0, b""), ran.error
    written = file.read_bytes()
    assert opening.lower() in written[:200].lower()
    if ending == "txt":
        return
    name = {"md": "markdown"}.get(ending, ending)
    assert call_cli("roadmap", "show", "--format", name).stdout == written  # csv to a pipe too


@pytest.mark.usefixtures("planned")
def test_blocks_of_a_calendar_begin_when_asked(call_cli: CallCli, monkeypatch: pytest.MonkeyPatch) -> None:
    def starts(*flags: str) -> set[bytes]:
        ran = call_cli("roadmap", "show", "-f", "ics", *flags)
        assert ran.rc == 0, ran.error
        events = ran.stdout.partition(b"BEGIN:VEVENT")[2]
        return set(re.findall(rb"\nDTSTART[^\r\n]*T(\d{4})00Z?\r", events))

    assert starts("--time-zone", "Europe/Berlin") == {b"1800"}
    assert starts("--time-zone", "Europe/Berlin", "--at", "7:30") == {b"0730"}
    monkeypatch.setenv("CAREERCRAFT_PLAN_AT", "20:15")
    monkeypatch.setenv("CAREERCRAFT_PLAN_TIME_ZONE", "America/New_York")
    assert starts() == {b"2015"}
    assert b"TZID=America/New_York" in call_cli("roadmap", "show", "-f", "ics").stdout
    monkeypatch.setenv("CAREERCRAFT_PLAN_TIME_ZONE", "")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert b"TZID=Asia/Tokyo" in call_cli("roadmap", "show", "-f", "ics").stdout
    monkeypatch.setenv("TZ", "XYZ-3")
    ran = call_cli("roadmap", "show", "-f", "ics")
    assert b"TZID" not in ran.stdout
    assert "no time zone" in ran.error


def test_the_machines_zone(tmp_path: Path) -> None:
    link, text, none = tmp_path / "localtime", tmp_path / "timezone", tmp_path / "none"
    zone = tmp_path / "zoneinfo" / "Europe" / "Paris"
    zone.parent.mkdir(parents=True)
    zone.touch()
    link.symlink_to(zone)
    text.write_text("Europe/Rome\n")
    assert roadmap_zone.machine_zone("", link, text) == "Europe/Paris"
    assert roadmap_zone.machine_zone("", none, text) == "Europe/Rome"
    assert roadmap_zone.machine_zone("", none, none) == ""
    assert roadmap_zone.machine_zone(":/usr/share/zoneinfo/Asia/Tokyo", link, text) == "Asia/Tokyo"
    assert roadmap_zone.machine_zone("CET-1CEST", link, text) == ""
    assert roadmap_zone.machine_zone(":/usr/share/zoneinfo/posix/Asia/Tokyo", none, none) == "Asia/Tokyo"
    with pytest.raises(UsageError, match="no time of the day"):
        roadmap_zone.at("", "18:00")


def test_quiet_says_nothing_beside_the_plan(run_cli: RunCli) -> None:
    ran = run_cli("roadmap", "--resume", RESUME, "--job", JOB, "--today", DAY, "-q")
    assert (ran.rc, ran.error) == (0, "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mon,wed,sat", "mon wed sat"), ("Saturday monday", "mon sat"), ("mon-fri", "mon tue wed thu fri"),
        ("sat-mon", "mon sat sun"), ("weekend", "sat sun"), ("tues, Thurs", "tue thu"), ("su", "sun"),
        ("daily", "mon tue wed thu fri sat sun"), ("wed,wed", "wed"),
    ],
)  # fmt: skip
def test_ways_to_write_weekdays(text: str, expected: str) -> None:
    assert list(values.weekdays(text)) == expected.split()


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2h", 120), ("90m", 90), ("1h30", 90), ("1h 30m", 90), ("1:30", 90), ("2.5", 150), ("2,5", 150),
        ("0.1h", 6), ("20 min", 20), ("2 hours", 120), ("24", 1440), ("1.5H", 90),
    ],
)  # fmt: skip
def test_ways_to_write_hours(text: str, minutes: int) -> None:
    assert values.hours(text) * 60 == minutes
    assert values.hours_and_task([text, "docker"]) == (minutes / 60, "docker")
    assert values.hours_and_task(["docker", text]) == (minutes / 60, "docker")
    apart = text.split()
    if len(apart) == 2:
        assert values.hours_and_task([*apart, "docker", "basics"]) == (minutes / 60, "docker basics")
        assert values.hours_and_task(["docker", "basics", *apart]) == (minutes / 60, "docker basics")
        with pytest.raises(UsageError, match="on which task"):
            values.hours_and_task(apart)


def test_twenty_minutes_three_times_are_an_hour() -> None:
    assert sum(values.hours("20m") for _ in range(3)) == 1
    assert values.hours("0.333h") == values.hours("20m")


@pytest.mark.parametrize("text", ["-0:30", "-1:30", "0.001", "-2h", "0:00", "24:01", "1h60x"])
def test_no_time_worked(text: str) -> None:
    with pytest.raises(UsageError):
        values.hours(text)


def test_of_two_numbers_the_first_is_the_hours() -> None:
    assert values.hours_and_task(["2", "3"]) == (2, "3")
    assert values.hours_and_task(["3", "2h"]) == (2, "3")
    assert values.hours_and_task(["part", "2", "90m"]) == (1.5, "part 2")
    assert values.hours_and_task(["2h", "3h"]) == (2, "3h")


def test_periods_and_slips() -> None:
    today = date.fromisoformat(DAY)
    christmas = values.periods(["2026-12-24..2026-12-26,2026-12-31", "2026-12-31"], today)
    assert [(period.first, period.last) for period in christmas] == [
        ("2026-12-24", "2026-12-26"), ("2026-12-31", "2026-12-31"),
    ]  # fmt: skip
    assert values.slip("1w") == values.slip("7 days") == 7
    assert values.slip("366d") == 366
    for text in ("367d", "53w", "0w"):
        with pytest.raises(UsageError, match="from 1 day to a year"):
            values.slip(text)
    assert values.day("yesterday", "--on", today) == (today - timedelta(1)).isoformat()


def test_a_taxonomy_that_changed_is_told_from_another_one() -> None:
    bench: Any = SimpleNamespace(settings=SimpleNamespace(taxonomy="builtin,ours"))
    assert "has changed since this analysis" in _other_taxonomy(("builtin", "ours"), bench)
    assert "another taxonomy (theirs); give that one" in _other_taxonomy(("theirs",), bench)
