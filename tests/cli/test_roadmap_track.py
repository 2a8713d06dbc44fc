"""`careercraft roadmap start|done|skip|log|...`: what was done is kept, shown and planned on with."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CallCli
from tests.conftest import DAY, Ran, RunCli, cli_environment

pytestmark = pytest.mark.usefixtures("planned")


def shown(call_cli: CallCli, *flags: str) -> dict[str, Any]:
    ran = call_cli("roadmap", "show", *flags, "-f", "json")
    assert ran.rc == 0, ran.error
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def states(call_cli: CallCli) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = shown(call_cli)["progress"]["tasks"]
    return found


def told(ran: Ran) -> str:
    assert ran.rc == 0, ran.error
    return ran.stdout.decode()


def skill_tasks(call_cli: CallCli) -> tuple[str, list[dict[str, Any]]]:
    """The name of the first gap of the plan, and its tasks."""
    plan = shown(call_cli)
    skill = next(skill for skill in plan["skills"] if skill["why"] == "gap")
    return skill["name"], [task for task in plan["tasks"] if task.get("skill") == skill["id"]]


def test_start(call_cli: CallCli) -> None:
    assert "begins on 2026-11-19" in told(call_cli("roadmap", "start", "--on", "yesterday"))
    again = call_cli("roadmap", "start")
    assert (again.rc, again.stdout) == (0, b"")
    later = call_cli("roadmap", "start", "--on", "2026-12-01").error
    assert "`careercraft roadmap replan --start 2026-12-01` moves the plan there" in later
    assert "started on 2026-11-19 already" in again.error
    assert json.loads(call_cli("roadmap", "list", "-f", "json").stdout)["state"] == "active"


def test_a_late_start_is_said(call_cli: CallCli, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "replan" not in told(call_cli("roadmap", "start"))
    call_cli("roadmap", "reset", "--yes")
    monkeypatch.setenv("CAREERCRAFT_TODAY", "2026-12-09")
    assert "roadmap replan" in told(call_cli("roadmap", "start"))


def test_done_says_what_it_brings_and_what_is_next(call_cli: CallCli) -> None:
    first, second = shown(call_cli)["tasks"][:2]
    lines = told(call_cli("roadmap", "done", "1", "--hours", "90m")).splitlines()
    assert lines[0].startswith(f"done: 1 {first['title']} (1.5 h logged, ")
    assert re.fullmatch(r"[\d.]+ h left this week; readiness about \d+\.\d \(UNFIT\)", lines[1])
    assert lines[-1].startswith(f"next: 2 {second['title']} (")
    sessions = [one for week in shown(call_cli)["weeks"] for one in week.get("sessions", ())]
    day = next(one["day"] for one in sessions if one["task"] == second["id"])
    assert lines[-1].endswith(f"planned for {day})")
    state = states(call_cli)[first["id"]]
    assert (state["status"], state["logged"], state["ended"]) == ("done", 1.5, DAY)


def test_a_task_by_number_id_and_words(call_cli: CallCli) -> None:
    tasks = shown(call_cli)["tasks"]
    told(call_cli("roadmap", "done", tasks[0]["id"]))
    told(call_cli("roadmap", "done", *tasks[1]["title"].upper().split()))
    told(call_cli("roadmap", "done", "3"))
    found = states(call_cli)
    assert [found[task["id"]]["status"] for task in tasks[:4]] == ["done", "done", "done", "todo"]


def test_skip_begin_reopen(call_cli: CallCli) -> None:
    ids = [task["id"] for task in shown(call_cli)["tasks"]]
    assert told(call_cli("roadmap", "skip", "1", "--why", " known\nfrom  school ")).startswith("skipped: 1 ")
    assert told(call_cli("roadmap", "begin", "2")).startswith("begun: 2 ")
    found = states(call_cli)
    assert (found[ids[0]]["status"], found[ids[0]]["why"]) == ("skipped", "known from school")
    assert found[ids[1]]["status"] == "started"
    assert told(call_cli("roadmap", "reopen", "1")).startswith("open again: 1 ")
    assert states(call_cli)[ids[0]]["status"] == "todo"
    assert call_cli("roadmap", "reopen", "1").error.startswith("note: ")


@pytest.mark.parametrize("words", [("2h", "1"), ("1", "2h"), ("120m", "1"), ("1", "2:00"), ("2", "1")])
def test_log_in_either_order(call_cli: CallCli, words: tuple[str, ...]) -> None:
    first = shown(call_cli)["tasks"][0]["id"]
    assert told(call_cli("roadmap", "log", *words)).startswith("logged 2 h: 1 ")
    told(call_cli("roadmap", "log", "20m", "1", "--on", "2026-11-18"))
    assert states(call_cli)[first]["logged"] == pytest.approx(2 + 1 / 3)
    assert shown(call_cli)["progress"]["days"] == ["2026-11-18", DAY]


def test_done_twice_is_said_and_counts_once(call_cli: CallCli) -> None:
    told(call_cli("roadmap", "done", "1", "--hours", "1h"))
    before = shown(call_cli)
    again = call_cli("roadmap", "done", "1", "--hours", "1h")
    assert (again.rc, again.stdout) == (0, b"")
    assert "already done" in again.error
    assert shown(call_cli) == before


def test_a_skill_counts_once_something_shows_it(call_cli: CallCli) -> None:
    name, tasks = skill_tasks(call_cli)
    for task in tasks[:-1]:
        assert "learned" not in told(call_cli("roadmap", "done", task["id"]))
    last = tasks[-1]["id"]
    bare = told(call_cli("roadmap", "done", last))
    assert f"{name} is through, with nothing yet that shows it" in bare
    assert f"roadmap done {tasks[-1]['number']} --evidence LINK" in bare
    proven = told(call_cli("roadmap", "done", last, "--evidence", "https://example.org/work"))
    assert f"{name} is learned: `careercraft analyze` counts it" in proven
    assert states(call_cli)[last]["evidence"] == "https://example.org/work"
    assert "is learned" not in told(call_cli("roadmap", "log", "1h", last))  # said once
    told(call_cli("roadmap", "done", last, "--evidence", " two\n lines "))
    assert states(call_cli)[last]["evidence"] == "two lines"


def test_the_verdict_that_turns_is_said(call_cli: CallCli) -> None:
    """Once, with the task that does it; and again when it is taken back."""
    assert call_cli("roadmap", "--focus", "fit").rc == 0
    plan = shown(call_cli)
    turned = []
    for task in plan["tasks"]:
        said = told(call_cli("roadmap", "done", task["id"]))
        if "the verdict would be FIT" in said:
            turned.append(task["id"])
            assert "UNFIT again" in told(call_cli("roadmap", "reopen", task["id"]))
            assert "would be FIT: time to" in told(call_cli("roadmap", "done", task["id"]))
    assert len(turned) == 1
    assert call_cli("roadmap", "list").stdout.split()[1] == b"finished"
    assert "nothing is left to do" in said


def test_status(call_cli: CallCli, monkeypatch: pytest.MonkeyPatch) -> None:
    told(call_cli("roadmap", "done", "1"))
    found = json.loads(told(call_cli("roadmap", "status", "--format", "json")))
    assert (found["done"], found["tasks"]) == (1, len(shown(call_cli)["tasks"]))
    assert found["ledger"]["done"] + found["ledger"]["left"] == found["ledger"]["planned"]
    screen = told(call_cli("roadmap", "status"))
    assert "next" in screen.lower()
    late = json.loads(told(call_cli("roadmap", "status", "--today", "2027-01-20", "-f", "json")))
    assert late["ahead_hours"] < 0 <= found["ahead_hours"]


def test_replan_moves_what_is_left(call_cli: CallCli, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shown(call_cli)
    told(call_cli("roadmap", "done", "1"))
    monkeypatch.setenv("CAREERCRAFT_TODAY", "2026-12-10")
    ran = call_cli("roadmap", "replan", "--hours-per-week", "6", "--weekdays", "sun,mon", "-f", "json")
    after = json.loads(told(ran))
    assert "revision 2" in ran.error
    ends = (before["forecast"]["finish"], after["forecast"]["finish"])
    assert f"it ends on {ends[1]} in place of {ends[0]}" in ran.error
    assert f"it ends on {ends[1]}, as before" in call_cli("roadmap", "replan").error
    assert (after["id"], after["revision"]) == (before["id"], 2)
    assert after["tasks"] == before["tasks"]
    sessions = [session for week in after["weeks"] for session in week.get("sessions", ())]
    assert before["tasks"][0]["id"] not in {session["task"] for session in sessions}
    assert min(session["day"] for session in sessions) >= "2026-12-10"
    assert after["settings"]["weekdays"] == ["mon", "sun"]
    assert states(call_cli)[before["tasks"][0]["id"]]["status"] == "done"


def test_replan_again_and_again(call_cli: CallCli) -> None:
    def replanned(*flags: str) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(told(call_cli("roadmap", "replan", *flags, "-f", "json")))
        return found["settings"]

    assert replanned("--slip", "1w")["start"] == "2026-11-27"
    assert replanned("--start", "2026-12-01")["start"] == "2026-12-01"
    off = {"first": "2026-12-24", "last": "2026-12-26"}
    assert replanned("--holidays", "2026-12-24..2026-12-26")["holidays"] == [off]
    assert len(replanned("--holidays", "2027-01-01")["holidays"]) == 2
    assert replanned("--holidays", "none", "--holidays", "2026-12-24..2026-12-26")["holidays"] == [off]
    assert replanned("--deadline", "2027-02-01")["deadline"] == "2027-02-01"
    assert "deadline" not in replanned("--deadline", "none")
    assert replanned("--style", "breadth")["style"] == "breadth"


def test_a_calendar_written_again_after_a_replan(call_cli: CallCli) -> None:
    """The same blocks by the same names, with a higher number; those that are gone are called off."""

    def calendar() -> bytes:
        return call_cli("roadmap", "show", "-f", "ics", "--time-zone", "Europe/Berlin").stdout

    first = calendar()
    assert calendar() == first
    call_cli("roadmap", "replan", "--slip", "2d")
    second = calendar()
    uids = set(re.findall(rb"\nUID:([^\r\n]+)", first))
    assert uids
    assert uids <= set(re.findall(rb"\nUID:([^\r\n]+)", second))
    assert b"STATUS:CANCELLED" not in first
    assert b"STATUS:CANCELLED" in second
    assert set(re.findall(rb"\nSEQUENCE:(\d+)", second)) == {b"1"}


def test_reset_asks_and_forgets(call_cli: CallCli) -> None:
    told(call_cli("roadmap", "done", "1"))
    refused = call_cli("roadmap", "reset")
    assert (refused.rc, refused.stdout) == (2, b"")
    assert "--yes" in refused.error
    assert told(call_cli("roadmap", "reset", "--yes")).startswith("roadmap 1 begins anew\n")
    assert {state["status"] for state in states(call_cli).values()} == {"todo"}


def test_delete_asks_and_deletes(call_cli: CallCli) -> None:
    assert call_cli("roadmap", "delete", "1").rc == 2
    assert call_cli("roadmap", "show").rc == 0
    whole = shown(call_cli)["id"]
    assert call_cli("roadmap", "delete", whole[:3], "--yes").rc == 2  # too short to be meant
    assert call_cli("roadmap", "delete", "1", whole[:8], "--yes").error == "deleted roadmap 1\n"
    assert call_cli("roadmap", "show", "1").rc == 2
    assert call_cli("roadmap", "list").stdout == b""


def test_each_command_takes_a_roadmap(call_cli: CallCli) -> None:
    """By number, id or its beginning; unasked it is the newest that isn't finished."""
    call_cli("roadmap", "--focus", "must")
    assert shown(call_cli)["number"] == 2
    for key in ("1", shown(call_cli, "1")["id"], shown(call_cli, "1")["id"][:6]):
        assert shown(call_cli, "--roadmap", key)["number"] == 1
    assert shown(call_cli, "1", "--roadmap", "1")["number"] == 1
    told(call_cli("roadmap", "done", "1", "--roadmap", "1"))
    told(call_cli("roadmap", "log", "1h", "2", "--roadmap", "1"))
    told(call_cli("roadmap", "skip", "3", "--roadmap", "1"))
    told(call_cli("roadmap", "start", "1"))
    assert "roadmap 1 is planned anew" in call_cli("roadmap", "replan", "--roadmap", "1").error
    assert shown(call_cli, "2")["progress"]["days"] == []
    assert len(shown(call_cli, "1")["progress"]["days"]) == 1
    twice = call_cli("roadmap", "show", "1", "--roadmap", "2")
    assert (twice.rc, twice.stdout) == (2, b"")


def test_two_terminals_lose_nothing(home: Path, call_cli: CallCli) -> None:
    """Eight processes at once: each task is ticked once, each hour counts."""
    count = 4
    commands = [("log", "15m", "1") for _ in range(count)] + [("done", str(n)) for n in range(2, 2 + count)]
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "careercraft", "roadmap", *command],
            env=cli_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        for command in commands
    ]  # fmt: skip
    assert [process.wait(60) for process in running] == [0] * len(commands)
    for process in running:
        process.communicate()
    found = list(states(call_cli).values())
    assert found[0]["logged"] == count / 4
    assert [state["status"] for state in found[1 : 1 + count]] == ["done"] * count


def test_it_works_without_its_analysis(call_cli: CallCli, home: Path) -> None:
    """The history purged, the plan goes on; a new plan from that analysis is refused in plain words."""
    report = json.loads(call_cli("history", "show", "1", "--format", "json").stdout)
    assert call_cli("history", "purge", "--yes").rc == 0
    assert call_cli("history", "list").stdout == b""
    told(call_cli("roadmap", "done", "1"))
    told(call_cli("roadmap", "status"))
    told(call_cli("roadmap", "show"))
    told(call_cli("roadmap", "replan"))
    for flags in ((), ("--analysis", "1"), ("--analysis", report["id"])):
        ran = call_cli("roadmap", "build", *flags)
        assert (ran.rc, ran.stdout) == (2, b"")
        assert "no analysis" in ran.error
    assert json.loads(call_cli("roadmap", "list", "-f", "json").stdout)["done"] == 1


def test_light_commands_work_without_a_taxonomy(run_cli: RunCli, tmp_path: Path) -> None:
    """They need the kept plan alone."""
    nowhere = {"CAREERCRAFT_TAXONOMY": str(tmp_path / "none")}
    for command in (("list",), ("done", "1"), ("log", "1h", "2"), ("status",), ("show",), ("replan",)):
        ran = run_cli("roadmap", *command, env=nowhere)
        assert ran.rc == 0, ran.error
    assert run_cli("roadmap", "build", env=nowhere).rc == 6  # else the loop above would prove nothing
