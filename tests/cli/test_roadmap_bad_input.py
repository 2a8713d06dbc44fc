"""What no plan can be made of, and what can't be told of one: a clear word, the right exit code, nothing lost."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from careercraft.plan.settings import LEAST_HOURS, MOST_HOURS
from tests.cli.conftest import CallCli
from tests.cli.test_bad_input import refused
from tests.conftest import DAY, EXAMPLES


def kept(home: Path) -> list[tuple[object, ...]]:
    """Every row of every plan and event."""
    with closing(sqlite3.connect(home / "data" / "history.db")) as database:
        tables = ("analyses", "roadmaps", "roadmap_plans", "roadmap_events")
        return [row for table in tables for row in database.execute(f"select * from {table}")]


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ("--hours-per-week 0", "--hours-per-week 0"),
        ("--hours-per-week -3", "--hours-per-week -3"),
        ("--hours-per-week 500", "--hours-per-week 500"),
        ("--hours-per-week nan", "--hours-per-week nan"),
        ("--hours-per-week 40 --weekdays sat", "40 hours on 1 day a week"),
        ("--deadline 2026-11-19", "in the past"),
        ("--deadline 2027-01-01 --start 2027-02-01", "before the start"),
        ("--deadline soon", "'soon' is no day"),
        ("--deadline 2027-02-30", "is no day"),
        ("--start 2026-13-01", "is no day"),
        ("--start 9999-12-31", "too far away"),
        ("--start 2020-01-01", "in the past"),
        ("--weekdays someday", "no weekday 'someday'"),
        ("--weekdays t", "no weekday 't'"),
        ("--weekdays ,", "names no day"),
        ("--weekdays mon-", "no weekday ''"),
        ("--holidays 2026-12-26..2026-12-24", "ends before it begins"),
        ("--holidays christmas", "'christmas' is no day"),
        ("--holidays 2026-11-01..2040-01-01", "no day of study"),
        ("--holidays 2026-11-01..2026-12-31 --deadline 2026-12-31", "no day of study"),
        ("--focus Kubernets", "no skill 'Kubernets'"),
        ("--focus Python", "Python is no gap: the resume shows it"),
        ("--focus ,", "--focus names no gap"),
        ("--analysis 77", "no analysis '77'"),
        ("--analysis latest --resume x.pdf --role nurse", "--analysis"),
        ("--job job.txt", "--resume is missing"),
        ("--role data-engineer", "--resume is missing"),
        ("--resume resume.pdf", "what is the plan to lead to?"),
        ("--resume resume.pdf --job job.txt --role data-engineer", "one thing"),
        ("--resume - --job -", "standard input"),
        ("-o plan.pdf", "plan.pdf tells no format"),
        ("-f ics --time-zone Mars/Olympus", "no time zone 'Mars/Olympus'"),
        ("-f ics --time-zone ../../etc/passwd", "no time zone"),
        ("-f ics --at 25:00", "'25:00' is no time"),
        ("--today someday", "--today 'someday'"),
    ],
)
def test_flags_that_no_plan_can_keep(call_cli: CallCli, planned: Path, flags: str, words: str) -> None:
    before = kept(planned)
    refused(call_cli("roadmap", *flags.split()), 2, words)
    refused(call_cli("roadmap", "build", *flags.split()), 2, words)
    assert kept(planned) == before


@pytest.mark.parametrize(
    "flags",
    [("--hours-per-week", "many"), ("--budget", "5"), ("--style", "x"), ("--format", "pdf"), ("--what",)],
)
def test_what_the_command_line_itself_refuses(
    call_cli: CallCli, planned: Path, flags: tuple[str, ...]
) -> None:
    ran = call_cli("roadmap", *flags)
    assert (ran.rc, ran.stdout) == (2, b"")
    assert flags[0] in ran.error


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("done 999", "no task '999'"),
        ("done zzzz", "no task 'zzzz'"),
        ("done 1 2", "'1 2' are several tasks"),
        ("done -- -1", "no task '-1'"),
        ("done 1 --on 2026-11-21", "still to come"),
        ("done 1 --on never", "'never' is no day"),
        ("done 1 --hours 0", "must be over 0"),
        ("done 1 --hours lots", "'lots' is no time"),
        ("log 0 1", "must be over 0"),
        ("log 0h 1", "must be over 0"),
        ("log -2h 1", "must be over 0"),
        ("log nan 1", "must be over 0"),
        ("log 25h 1", "more than a day has"),
        ("log 1", "how long and on which task"),
        ("log 2h", "how long and on which task"),
        ("log some time", "no time in 'some time'"),
        ("log 2 hours", "how long and on which task"),
        ("log 2h -- -1", "no task '-1'"),
        ("log 2h 999", "no task '999'"),
        ("skip 999", "no task '999'"),
        ("reopen 999", "no task '999'"),
        ("done 1 --roadmap 9", "no roadmap '9'"),
        ("show 9", "no roadmap '9'"),
        ("status xyz", "no roadmap 'xyz'"),
        ("start 9", "no roadmap '9'"),
        ("replan 9", "no roadmap '9'"),
        ("delete 9 --yes", "no roadmap '9'"),
        ("delete 1", "delete removes roadmap 1"),
        ("reset", "reset forgets"),
        ("show 1 --roadmap 2", "roadmap 1 or 2"),
        ("replan --slip soon", "no length of time"),
        ("replan --slip 0d", "from 1 day to a year"),
        ("replan --slip 1w --start 2026-12-24", "slip"),
        ("replan --hours-per-week 0", "--hours-per-week 0"),
        ("replan --deadline 2020-01-01", "in the past"),
        ("replan --weekdays someday", "no weekday"),
        ("replan --holidays 2026-11-01..2040-01-01", "no day of study"),
    ],
)
def test_what_cant_be_told_of_a_plan(call_cli: CallCli, planned: Path, command: str, words: str) -> None:
    before = kept(planned)
    refused(call_cli("roadmap", *command.split()), 2, words)
    assert kept(planned) == before


def test_words_that_several_tasks_share(call_cli: CallCli, planned: Path) -> None:
    plan = json.loads(call_cli("roadmap", "show", "-f", "json").stdout)
    skill = next(skill for skill in plan["skills"] if skill["why"] == "gap")
    ran = call_cli("roadmap", "done", skill["name"])
    refused(ran, 2, "tasks go by")
    assert "give the number: " in ran.error


def test_an_ended_task_is_not_skipped(call_cli: CallCli, planned: Path) -> None:
    call_cli("roadmap", "done", "1")
    before = kept(planned)
    refused(call_cli("roadmap", "skip", "1"), 2, "already done")
    assert kept(planned) == before


def test_nothing_to_plan_from(call_cli: CallCli) -> None:
    for command in ((), ("build",), ("build", "--analysis", "1")):
        ran = call_cli("roadmap", *command)
        refused(ran, 2, "no analysis to plan from yet")
        assert "hint: careercraft analyze resume.pdf job.txt first" in ran.error


@pytest.mark.parametrize(
    "command", ["show", "start", "done 1", "log 1h 1", "status", "replan", "reset --yes"]
)
def test_no_roadmap_yet(call_cli: CallCli, command: str) -> None:
    ran = call_cli("roadmap", *command.split())
    refused(ran, 2, "no roadmap yet")
    assert "`careercraft roadmap` makes one" in ran.error


def test_a_resume_or_posting_that_isnt_there(call_cli: CallCli, home: Path) -> None:
    refused(call_cli("roadmap", "--resume", "none.pdf", "--job", EXAMPLES / "job.txt"), 3, "none.pdf")
    refused(call_cli("roadmap", "--resume", EXAMPLES / "resume.pdf", "--job", "none.txt"), 3, "none.txt")
    unknown = call_cli("roadmap", "--resume", EXAMPLES / "resume.pdf", "--role", "data-enginer")
    refused(unknown, 2, "no role 'data-enginer'")
    assert call_cli("roadmap", "list").stdout == b""


def test_a_start_on_a_holiday_moves_the_first_session(call_cli: CallCli, planned: Path) -> None:
    """It is said, and the plan is made."""
    flags = ("--start", "2026-12-24", "--holidays", "2026-12-24..2027-01-01", "--weekdays", "mon-fri")
    ran = call_cli("roadmap", *flags, "-f", "json")
    assert ran.rc == 0
    plan = json.loads(ran.stdout)
    sessions = [session["day"] for week in plan["weeks"] for session in week.get("sessions", ())]
    assert min(sessions) == "2027-01-04"
    assert any("2026-12-24" in note and "2027-01-04" in note for note in plan["notes"])
    assert "2027-01-04" in call_cli("roadmap", "show").stdout.decode()


def test_a_deadline_that_holds_nothing_names_what_is_left_out(call_cli: CallCli, planned: Path) -> None:
    ran = call_cli("roadmap", "--deadline", "2026-11-21", "--hours-per-week", "2", "-f", "json")
    assert ran.rc == 0, ran.error
    plan = json.loads(ran.stdout)
    assert {item["why"] for item in plan["left_out"]} >= {"deadline"}
    assert sum(week["hours"] for week in plan["weeks"]) <= 2


def test_a_resume_without_gaps(call_cli: CallCli, tmp_path: Path) -> None:
    """The way to the application is left."""
    resume, job = tmp_path / "resume.txt", tmp_path / "job.txt"
    resume.write_text(
        "Ada Moss\nada@example.org\n\nExperience\nData Analyst, Tidewater Transit\nJan 2019 - Present\n"
        "- Built reports in SQL and Python\n\nEducation\nBSc Statistics, 2018\n\nSkills\nPython, SQL\n"
    )
    job.write_text("Data Analyst\nHarborline\n\nRequirements\n- SQL\n- Python\n")
    ran = call_cli("roadmap", "--resume", resume, "--job", job, "--today", DAY, "-f", "json")
    assert ran.rc == 0, ran.error
    plan = json.loads(ran.stdout)
    assert {task["phase"] for task in plan["tasks"]} == {"application"}
    assert plan["verdict"] == "FIT"
    assert any("FIT already" in note for note in plan["notes"])


def test_a_circle_in_a_taxonomy_of_ones_own(
    call_cli: CallCli, tmp_path: Path, resume: Path, job: Path
) -> None:
    """Found before anything is planned or kept."""
    folder = tmp_path / "skills" / "trades"
    folder.mkdir(parents=True)
    (folder / "trades.yaml").write_text(
        "\n".join(
            f"- id: {one}\n  name: {one.title()}\n  kind: technical\n  prerequisites: [{other}]\n"
            "  hours: {beginner: 10, intermediate: 20, advanced: 40, expert: 80}\n"
            for one, other in (("filing", "turning"), ("turning", "milling"), ("milling", "filing"))
        )
    )
    ran = call_cli(
        "roadmap", "--resume", resume, "--job", job, "--taxonomy", tmp_path / "skills", "--today", DAY
    )
    assert (ran.rc, ran.stdout) == (6, b"")
    assert "circle" in ran.error
    assert call_cli("roadmap", "list").stdout == b""


def test_a_file_that_cant_be_written(call_cli: CallCli, planned: Path, tmp_path: Path) -> None:
    """The plan is kept nevertheless, and is there when it is asked for again."""
    ran = call_cli("roadmap", "show", "-o", tmp_path / "none" / "plan.html")
    refused(ran, 5, "there is no folder")
    refused(call_cli("roadmap", "--hours-per-week", "5", "-o", tmp_path, "-f", "csv"), 5, "is a folder")
    assert "which you have already" in call_cli("roadmap", "--hours-per-week", "5", "-f", "csv").error


def test_a_setting_that_is_wrong(call_cli: CallCli, planned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value, flags in (
        ("HOURS_PER_WEEK", "0", ()),
        ("TIME_ZONE", "Mars/Olympus", ("-f", "ics")),
        ("AT", "noon", ("-f", "ics")),
    ):
        with monkeypatch.context() as patch:
            patch.setenv(f"CAREERCRAFT_PLAN_{name}", value)
            refused(call_cli("roadmap", *flags), 6, f"plan.{name.lower()}")


@pytest.mark.parametrize("hours", [LEAST_HOURS, MOST_HOURS])
def test_what_may_be_asked_may_be_set(
    call_cli: CallCli, planned: Path, monkeypatch: pytest.MonkeyPatch, hours: float
) -> None:
    monkeypatch.setenv("CAREERCRAFT_PLAN_HOURS_PER_WEEK", str(hours))
    assert call_cli("roadmap", "--no-save").rc == 0


def test_a_database_of_an_older_version(call_cli: CallCli, planned: Path) -> None:
    """One without roadmaps gets them, and keeps its analyses."""
    with closing(sqlite3.connect(planned / "data" / "history.db")) as database:
        tables = [row[0] for row in database.execute("select name from sqlite_master where type = 'table'")]
        for table in tables:
            if table.startswith(("roadmap", "profile", "chat")):
                database.execute(f"drop table {table}")
        database.execute("pragma user_version = 3")
        database.commit()
    assert "no roadmap yet" in call_cli("roadmap", "list").error
    assert "kept as roadmap 1" in call_cli("roadmap").error
    assert call_cli("roadmap", "done", "1").rc == 0


def test_a_database_of_a_newer_version(call_cli: CallCli, planned: Path) -> None:
    with closing(sqlite3.connect(planned / "data" / "history.db")) as database:
        database.execute("pragma user_version = 99")
    for command in ("list", "show", "done 1", "status", "replan", "build"):
        refused(call_cli("roadmap", *command.split()), 5, "newer careercraft")


def test_a_plan_that_cant_be_read(call_cli: CallCli, planned: Path) -> None:
    """It is listed, and the way out is named."""
    with closing(sqlite3.connect(planned / "data" / "history.db")) as database:
        database.execute("update roadmap_plans set plan = '{\"schema\": 1}'")
        database.commit()
    assert call_cli("roadmap", "list").stdout.split()[:2] == [b"1", b"unreadable"]
    for command in ("show", "done 1", "log 1h 1", "status", "replan"):
        ran = call_cli("roadmap", *command.split())
        refused(ran, 5, "roadmap 1 can't be read")
        assert "roadmap delete 1" in ran.error
    assert call_cli("roadmap", "delete", "1", "--yes").rc == 0
    assert call_cli("roadmap", "list").stdout == b""
