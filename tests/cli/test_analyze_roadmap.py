"""A target is analyzed again while its roadmap isn't finished; what was learned with it counts from then on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from careercraft.match import credit
from careercraft.store import open_roadmaps
from tests.cli.conftest import CallCli
from tests.cli.test_history import refused
from tests.cli.test_reanalyze import entry_of
from tests.conftest import DAY

LATER = "2026-12-21"
SKILL = "Snowflake"


@pytest.fixture
def plan(call_cli: CallCli, resume: Path, job: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The roadmap of an analysis, as JSON; a month passes after it was made."""
    assert call_cli("analyze", resume, job, "--today", DAY).rc == 0
    ran = call_cli("roadmap", "--today", DAY, "--format", "json")
    assert ran.rc == 0, ran.error
    monkeypatch.setenv("CAREERCRAFT_TODAY", LATER)
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def analyzed(call_cli: CallCli, *arguments: str | Path, day: str = LATER) -> tuple[dict[str, Any], str]:
    """The report and what was said beside it."""
    ran = call_cli("analyze", *arguments, "--today", day, "--format", "json")
    assert ran.rc == 0, ran.error
    return json.loads(ran.stdout), ran.error


def learn(
    call_cli: CallCli, plan: dict[str, Any], name: str, evidence: str = "https://example.org/dags"
) -> None:
    skill_id = next(skill["id"] for skill in plan["skills"] if skill["name"] == name)
    for task in plan["tasks"]:
        if task.get("skill") == skill_id:
            told = ("--evidence", evidence) if evidence else ()
            assert call_cli("roadmap", "done", task["number"], *told).rc == 0


def test_it_says_that_there_is_one_and_leaves_it(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path
) -> None:
    _, said = analyzed(call_cli, resume, job)
    assert "roadmap 1 leads there: 0 of" in said
    assert "--roadmap update" in said
    assert "roadmap 1 stays" not in said
    with open_roadmaps() as kept:
        assert kept.get("1").roadmap.revision == 1


def test_another_posting_or_person_has_no_part_in_it(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, other_resume: Path, job: Path, other_job: Path
) -> None:
    assert "roadmap" not in analyzed(call_cli, resume, other_job)[1]
    assert "roadmap" not in analyzed(call_cli, other_resume, job)[1]


def test_quiet_says_nothing(call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path) -> None:
    assert analyzed(call_cli, resume, job, "--quiet")[1] == ""


def test_what_was_learned_counts_and_is_labeled(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path
) -> None:
    before, _ = analyzed(call_cli, resume, job)
    assert entry_of(before, SKILL)[0] == "missing"
    learn(call_cli, plan, SKILL)
    after, said = analyzed(call_cli, resume, job)
    where, entry = entry_of(after, SKILL)
    assert (where, entry["source"], entry["strength"]) == ("matched", "self", credit.NAMED)
    assert entry["statement"].startswith(f"{SKILL}: ")
    assert "learned by roadmap 1" in entry["statement"]
    assert after["self_stated"][0]["note"] == "https://example.org/dags"
    assert after["verdict"]["readiness"] > before["verdict"]["readiness"]
    assert "learned by roadmap 1" in said


def test_it_counts_for_other_postings_and_files_of_the_same_person_too(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path, tmp_path: Path
) -> None:
    learn(call_cli, plan, SKILL)
    newer = tmp_path / "newer.txt"
    newer.write_text(resume.read_text(encoding="utf-8") + "\n\nINTERESTS\nChess\n", encoding="utf-8")
    assert entry_of(analyzed(call_cli, newer, job)[0], SKILL)[0] == "matched"


def test_it_counts_for_nobody_else(
    call_cli: CallCli, plan: dict[str, Any], other_resume: Path, job: Path
) -> None:
    learn(call_cli, plan, SKILL)
    report, said = analyzed(call_cli, other_resume, job)
    assert "self_stated" not in report
    assert "learned" not in said


def test_without_evidence_it_does_not_count(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path
) -> None:
    learn(call_cli, plan, SKILL, evidence="")
    assert entry_of(analyzed(call_cli, resume, job)[0], SKILL)[0] == "missing"


def test_no_corrections_reads_the_file_as_it_stands(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path
) -> None:
    learn(call_cli, plan, SKILL)
    assert "self_stated" not in analyzed(call_cli, resume, job, "--no-corrections")[0]


def test_batch_and_verify_agree(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path, tmp_path: Path
) -> None:
    learn(call_cli, plan, SKILL)
    report, _ = analyzed(call_cli, resume, job)
    file = tmp_path / "report.json"
    file.write_text(json.dumps(report), encoding="utf-8")
    assert call_cli("verify", file).rc == 0
    out = tmp_path / "out.jsonl"
    arguments = (resume, "--job", job, "--output", out, "--today", LATER, "--jobs", 1)
    assert call_cli("batch", *arguments).rc == 0
    line = json.loads(out.read_text(encoding="utf-8").splitlines()[0])
    assert json.dumps(line).count("learned by roadmap 1") > 0


def test_history_diff_shows_the_effect(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path
) -> None:
    analyzed(call_cli, resume, job)
    learn(call_cli, plan, SKILL)
    analyzed(call_cli, resume, job)
    told = call_cli("history", "diff", "2", "3").stdout.decode()
    assert "statements" in told
    assert SKILL in told


def test_update_closes_what_was_learned_and_goes_on(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path
) -> None:
    learn(call_cli, plan, SKILL)
    _, said = analyzed(call_cli, resume, job, "--roadmap", "update")
    assert f"roadmap 1 is updated: no gap any more: {SKILL}" in said
    assert "new: " not in said
    with open_roadmaps() as kept:
        now = kept.get("1")
    assert now.roadmap.revision == 2
    assert now.roadmap.settings.start == LATER or now.roadmap.settings.start > LATER
    airflow = next(skill.id for skill in now.roadmap.skills if skill.name == SKILL)
    assert all(
        now.progress.tasks[task.id].status == "done" for task in now.roadmap.tasks if task.skill == airflow
    )
    scheduled = {session.task for week in now.roadmap.weeks for session in week.sessions}
    assert scheduled
    assert not any(task.startswith(airflow) for task in scheduled)
    _, said = analyzed(call_cli, resume, job, "--roadmap", "update")
    assert "roadmap 1 is updated: " in said
    assert SKILL not in said.partition("is updated")[2]
    with open_roadmaps() as kept:
        assert kept.get("1").roadmap.revision == 3


def test_new_begins_another_and_keeps_the_old_one_to_be_read(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path
) -> None:
    _, said = analyzed(call_cli, resume, job, "--roadmap", "new")
    assert "roadmap 2 begins anew" in said
    with open_roadmaps() as kept:
        assert kept.get("1").replaced
        assert kept.get("latest").number == 2


def test_new_on_the_same_day_is_the_plan_that_is_there(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path
) -> None:
    """Nothing differs, so nothing begins anew: it says how what was done is forgotten."""
    assert call_cli("roadmap", "done", "1").rc == 0
    _, said = analyzed(call_cli, resume, job, "--roadmap", "new", day=DAY)
    assert "the same plan as roadmap 1" in said
    assert "roadmap reset 1" in said
    assert "anew" not in said
    with open_roadmaps() as kept:
        assert [row.number for row in kept.rows()] == [1]
        assert kept.get("1").state == "active"


def test_keep_is_said_and_changes_nothing(
    call_cli: CallCli, plan: dict[str, Any], resume: Path, job: Path
) -> None:
    assert "roadmap 1 stays as it is" in analyzed(call_cli, resume, job, "--roadmap", "keep")[1]


def test_where_there_is_none_the_flag_says_so(call_cli: CallCli, resume: Path, job: Path) -> None:
    assert "no unfinished roadmap leads there" in analyzed(call_cli, resume, job, "--roadmap", "update")[1]


@pytest.mark.parametrize(
    "flags",
    [("--no-history",), ("--what-if", "+Docker"), ("--compare", "other.txt")],
)
def test_the_flag_needs_an_analysis_that_is_kept(
    call_cli: CallCli, resume: Path, job: Path, flags: tuple[str, ...]
) -> None:
    ran = call_cli("analyze", resume, job, "--roadmap", "update", *flags)
    assert refused(ran) == 2
    assert "--roadmap" in ran.error


@pytest.mark.parametrize(
    ("answer", "said", "revision", "latest"),
    [
        (b"k\n", "", 1, 1),
        (b"\n", "", 1, 1),
        (b"update\n", "roadmap 1 is updated", 2, 1),
        (b"N\n", "roadmap 2 begins anew", 1, 2),
        (b"what?\nu\n", "please answer k, u or n", 2, 1),
        (b"", "it stays as it is", 1, 1),
    ],
)
def test_on_a_terminal_it_asks(
    call_cli: CallCli,
    plan: dict[str, Any],
    resume: Path,
    job: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: bytes,
    said: str,
    revision: int,
    latest: int,
) -> None:
    monkeypatch.setattr("careercraft.cli.console.is_terminal", lambda name: name != "stdout")
    ran = call_cli("analyze", resume, job, "--today", LATER, stdin=answer)
    assert ran.rc == 0
    assert "[u]pdate" in ran.error
    assert said in ran.error
    with open_roadmaps() as kept:
        assert kept.get("1").roadmap.revision == revision
        assert kept.get("latest").number == latest


@pytest.mark.parametrize("only", ["stdin", "stderr"])
def test_nobody_is_asked_who_cannot_read_the_question_or_answer(
    call_cli: CallCli,
    plan: dict[str, Any],
    resume: Path,
    job: Path,
    monkeypatch: pytest.MonkeyPatch,
    only: str,
) -> None:
    monkeypatch.setattr("careercraft.cli.console.is_terminal", lambda name: name == only)
    ran = call_cli("analyze", resume, job, "--today", LATER, stdin=b"n\n")
    assert ran.rc == 0
    assert "[u]pdate" not in ran.error
    with open_roadmaps() as kept:
        assert kept.get("latest").number == 1
