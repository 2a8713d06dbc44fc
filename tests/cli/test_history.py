"""`careercraft history`: what is kept, compared, given out and deleted."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from careercraft.store import open_profiles, open_roadmaps
from tests.cli import texts
from tests.cli.conftest import CallCli, without_created
from tests.conftest import DAY, Ran, RunCli
from tests.plan.histories import small_plan


@pytest.fixture
def two_runs(call_cli: CallCli, resume: Path, job: Path) -> None:
    """Run 1, and run 2 with a resume that knows Snowflake too."""
    call_cli("analyze", resume, job, "--today", DAY)
    resume.write_text(texts.RESUME.replace("in Tableau", "in Tableau and Snowflake"), encoding="utf-8")
    call_cli("analyze", resume, job, "--today", DAY)


def rows(call_cli: CallCli) -> list[dict[str, Any]]:
    return [json.loads(line) for line in call_cli("history", "list", "--format", "json").stdout.splitlines()]


@pytest.mark.usefixtures("two_runs")
def test_list(call_cli: CallCli) -> None:
    """Newest first, each with its time and versions."""
    found = rows(call_cli)
    assert [row["run"] for row in found] == [2, 1]
    assert len({row["id"] for row in found}) == 2
    for row in found:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", row["created"])
        assert (row["resume_name"], row["job_title"]) == ("resume.txt", "Senior Data Analyst")
        assert row["engine_version"]
    shown = call_cli("history", "list").stdout.decode().splitlines()
    assert [line.split()[0] for line in shown] == ["2", "1"]
    assert len(call_cli("history", "list", "--limit", "1").stdout.splitlines()) == 1
    assert len(call_cli("history", "list", "--limit", "0").stdout.splitlines()) == 2


def test_an_empty_history(call_cli: CallCli) -> None:
    ran = call_cli("history", "list")
    assert (ran.rc, ran.stdout) == (0, b"")
    assert "empty" in ran.error
    assert call_cli("history", "list", "--format", "json").stdout == b""
    assert call_cli("history", "export").stdout == b""
    assert refused(call_cli("history", "show", "1")) == 2
    assert refused(call_cli("history", "show", "latest")) == 2


def refused(ran: Ran) -> int:
    assert ran.stdout == b""
    assert ran.error.startswith("error: ")
    assert "\nhint: " in ran.error
    return ran.rc


def test_the_same_analysis_twice_is_two_runs_of_one_id(call_cli: CallCli, resume: Path, job: Path) -> None:
    for _ in range(2):
        call_cli("analyze", resume, job, "--today", DAY)
    first, second = rows(call_cli)
    assert first["id"] == second["id"]
    assert (first["run"], second["run"]) == (2, 1)
    assert "nothing" in call_cli("history", "diff", "1", "2").stdout.decode()


@pytest.mark.usefixtures("two_runs")
def test_show_by_number_id_beginning_and_latest(call_cli: CallCli) -> None:
    second, first = rows(call_cli)
    for key, row in (("1", first), (first["id"], first), (first["id"][:6], first), ("latest", second)):
        report = json.loads(call_cli("history", "show", key, "--format", "json").stdout)
        assert report["id"] == row["id"]
    assert call_cli("history", "show", "2").stdout.lstrip().startswith((b"FIT", b"UNFIT"))
    for key in ("9", "0", "-1", "abc", "%%%%", "____", first["id"] + "0", ""):
        assert refused(call_cli("history", "show", "--", key)) == 2


def test_what_is_kept_is_the_whole_report(call_cli: CallCli, resume: Path, job: Path, tmp_path: Path) -> None:
    """And it still holds."""
    report = call_cli("analyze", resume, job, "--today", DAY, "--format", "json").stdout
    kept = call_cli("history", "show", "latest", "--format", "json").stdout
    assert kept == report
    file = tmp_path / "kept.json"
    file.write_bytes(kept)
    assert call_cli("verify", file).rc == 0


@pytest.mark.usefixtures("two_runs")
def test_diff_names_the_side_and_what_changed(call_cli: CallCli) -> None:
    found = json.loads(call_cli("history", "diff", "1", "2", "--format", "json").stdout)
    assert found["causes"] == ["resume"]
    assert {"name": "Snowflake", "before": "missing", "after": "matched"} in found["skills"]
    changed = {change["key"]: change for change in found["scores"]}
    assert changed["skills_match"]["before"] < changed["skills_match"]["after"]
    shown = call_cli("history", "diff", "1").stdout.decode()
    assert "run 1 to run 2; differs in: resume" in shown
    assert "Snowflake" in shown


CAUSES = {
    "posting": ({}, True),
    "day": ({"CAREERCRAFT_TODAY": "2020-01-01"}, False),
    "settings": ({"CAREERCRAFT_THRESHOLD": "50"}, False),
}


@pytest.mark.parametrize("cause", CAUSES)
def test_every_cause(
    call_cli: CallCli, resume: Path, job: Path, monkeypatch: pytest.MonkeyPatch, cause: str
) -> None:
    monkeypatch.setenv("CAREERCRAFT_TODAY", DAY)
    call_cli("analyze", resume, job)
    variables, other_job = CAUSES[cause]
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    if other_job:
        job.write_text(texts.JOB + "- Kafka\n")
    call_cli("analyze", resume, job)
    assert json.loads(call_cli("history", "diff", "1", "2", "--format", "json").stdout)["causes"] == [cause]


@pytest.mark.usefixtures("two_runs")
def test_export_is_batch_lines_without_a_pair(call_cli: CallCli, tmp_path: Path) -> None:
    exported = call_cli("history", "export").stdout
    first, second = (without_created(line) for line in exported.splitlines())
    assert [first["id"], second["id"]] == [row["id"] for row in reversed(rows(call_cli))]
    assert "pair" not in first
    assert "documents" in first
    out = tmp_path / "all.jsonl"
    assert call_cli("history", "export", "-o", out).stdout == b""
    assert out.read_bytes() == exported
    assert out.stat().st_mode & 0o777 == 0o600
    assert call_cli("history", "export", "2").stdout == exported.splitlines(keepends=True)[1]


@pytest.mark.usefixtures("two_runs")
def test_delete(call_cli: CallCli) -> None:
    assert call_cli("history", "delete", "1").rc == 0
    assert [row["run"] for row in rows(call_cli)] == [2]
    assert refused(call_cli("history", "delete", "1")) == 2


@pytest.mark.usefixtures("two_runs")
def test_delete_all_or_none(call_cli: CallCli) -> None:
    assert refused(call_cli("history", "delete", "1", "7")) == 2
    assert len(rows(call_cli)) == 2


@pytest.mark.usefixtures("two_runs")
def test_purge_asks_first(call_cli: CallCli, home: Path) -> None:
    assert refused(call_cli("history", "purge")) == 2
    assert len(rows(call_cli)) == 2
    ran = call_cli("history", "purge", "--yes")
    assert (ran.rc, ran.stdout) == (0, b"")
    assert "2" in ran.error
    assert list((home / "data").iterdir()) == []
    assert rows(call_cli) == []


def test_purge_spares_roadmaps_unless_asked(call_cli: CallCli, home: Path) -> None:
    """Weeks of work go only with a flag; what stays is said, with the way to delete it."""
    with open_roadmaps() as roadmaps:
        roadmaps.add(small_plan())
    assert "all your roadmaps" not in call_cli("history", "purge").error
    kept = call_cli("history", "purge", "--yes")
    assert kept.error == "deleted 0 run(s)\n1 roadmap(s) stay; `history purge --roadmaps` deletes them too\n"
    with open_roadmaps() as roadmaps:
        assert len(roadmaps.rows()) == 1
    assert "and all your roadmaps" in call_cli("history", "purge", "--roadmaps").error
    gone = call_cli("history", "purge", "--yes", "--roadmaps")
    assert gone.error == "deleted 0 run(s) and 1 roadmap(s)\n"
    assert list((home / "data").iterdir()) == []


def test_purge_spares_profiles(call_cli: CallCli) -> None:
    with open_profiles() as profiles:
        profiles.put("default", "{}", "made", "2026-12-01T09:00:00Z", None)
    ran = call_cli("history", "purge", "--yes", "--roadmaps")
    assert ran.error == "deleted 0 run(s)\n1 profile(s) stay; `careercraft profile delete` deletes one\n"
    with open_profiles() as profiles:
        assert profiles.names() == ["default"]


def test_numbers_are_not_used_again(call_cli: CallCli, resume: Path, job: Path) -> None:
    call_cli("analyze", resume, job)
    call_cli("history", "delete", "1")
    call_cli("analyze", resume, job)
    assert [row["run"] for row in rows(call_cli)] == [2]


def garbage(file: Path) -> None:
    file.write_bytes(b"this is no database at all, but long enough to be read as one. " * 100)


def a_folder(file: Path) -> None:
    file.mkdir()


def torn(file: Path) -> None:
    """A real database with its middle overwritten."""
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("create table analyses (run integer primary key, report text)")
        database.executemany("insert into analyses (report) values (?)", [("x" * 3000,)] * 20)
    data = bytearray(file.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    file.write_bytes(data)


def another_program(file: Path) -> None:
    """A database of somebody else with a table of our name."""
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("create table analyses (recipe text)")


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("pragma user_version = 999")


@pytest.mark.parametrize(
    "spoil", [garbage, a_folder, torn, another_program, newer], ids=lambda spoil: spoil.__name__
)
def test_an_unreadable_database(
    run_cli: RunCli, tmp_path: Path, resume: Path, job: Path, home: Path, spoil: Any
) -> None:
    """Nothing is analyzed and nothing written; the hint says how to go on without it; the file is left alone."""
    file = home / "data" / "history.db"
    file.parent.mkdir()
    spoil(file)
    content = file.read_bytes() if file.is_file() else b""
    report = tmp_path / "report.html"
    for arguments in (("analyze", resume, job, "-o", report), ("history", "list")):
        ran = run_cli(*arguments)
        assert refused(ran) == 5
        assert len(ran.error.splitlines()) == 2
        assert "history.db" in ran.error
    assert not report.exists()
    assert (file.read_bytes() if file.is_file() else b"") == content
    assert run_cli("analyze", resume, job, "--no-history", "-o", report).rc == 0


def test_a_home_that_is_a_file(run_cli: RunCli, tmp_path: Path, resume: Path, job: Path) -> None:
    place = tmp_path / "home"
    place.write_text("")
    assert refused(run_cli("analyze", resume, job, env={"CAREERCRAFT_HOME": str(place)})) in {5, 6}


def test_a_history_file_of_ones_own(call_cli: CallCli, tmp_path: Path, resume: Path, job: Path, home: Path,
                                    monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("CAREERCRAFT_HISTORY_FILE", str(tmp_path / "deep" / "mine.db"))
    call_cli("analyze", resume, job)
    assert (tmp_path / "deep" / "mine.db").is_file()
    assert not (home / "data").exists()
    assert len(rows(call_cli)) == 1


def test_switched_off_by_a_setting(call_cli: CallCli, resume: Path, job: Path, home: Path,
                                   monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("CAREERCRAFT_HISTORY", "false")
    call_cli("analyze", resume, job)
    assert not (home / "data").exists()


def test_diff_alone_compares_the_last_two_runs(
    call_cli: CallCli, resume: Path, job: Path, other_job: Path
) -> None:
    assert refused(call_cli("history", "diff")) == 2
    for posting in (job, other_job):
        call_cli("analyze", resume, posting, "--today", DAY)
    alone, told = (call_cli("history", "diff", *arguments) for arguments in ((), ("1", "2")))
    assert alone.rc == 0
    assert alone.stdout == told.stdout
