"""`careercraft reanalyze`: what the person adds counts as an item of a list, is labeled, kept and taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from careercraft import analyze, paths
from careercraft.clock import today
from careercraft.match import credit
from careercraft.store import load_corrections
from tests.cli.conftest import CallCli, without_created
from tests.cli.test_history import refused, rows
from tests.conftest import DAY

STATED = "Snowflake: 2 years at work"


@pytest.fixture(autouse=True)
def job_with_snowflake(job: Path) -> None:
    text = job.read_text(encoding="utf-8")
    job.write_text(
        text.replace("- Experience with Apache Airflow", "- Experience with Snowflake"), encoding="utf-8"
    )


@pytest.fixture
def analyzed(call_cli: CallCli, resume: Path, job: Path) -> dict[str, Any]:
    ran = call_cli("analyze", resume, job, "--today", DAY, "--format", "json")
    return without_created(ran.stdout)


def entry_of(report: dict[str, Any], name: str = "Snowflake") -> tuple[str, dict[str, Any]]:
    return next(
        (key, entry)
        for key in ("matched", "partial", "missing")
        for entry in report["skills"][key]
        if entry["name"] == name
    )


def again(call_cli: CallCli, *arguments: str | Path) -> dict[str, Any]:
    ran = call_cli("reanalyze", *arguments, "--format", "json")
    assert ran.rc == 0, ran.error
    return without_created(ran.stdout)


def test_what_is_added_counts_as_an_item_of_a_list(call_cli: CallCli, analyzed: dict[str, Any]) -> None:
    assert entry_of(analyzed)[0] == "missing"
    after = again(call_cli, "--add", STATED, "--note", "the warehouse project")
    where, entry = entry_of(after)
    assert (where, entry["strength"]) == ("matched", credit.NAMED)
    assert (entry["source"], entry["statement"], entry["resume_evidence"]) == ("self", STATED, [])
    assert after["self_stated"] == [
        {
            "text": STATED,
            "note": "the warehouse project",
            "id": "snowflake",
            "name": "Snowflake",
            "years": 2.0,
        }
    ]
    assert after["verdict"]["readiness"] > analyzed["verdict"]["readiness"]
    assert after["id"] != analyzed["id"]


def test_it_is_the_same_as_in_a_list_of_the_resume(
    call_cli: CallCli, analyzed: dict[str, Any], resume: Path, job: Path
) -> None:
    """The words in the file would earn the same."""
    after = again(call_cli, "--add", "Snowflake")
    listed = resume.with_name("listed.txt")
    listed.write_text(resume.read_text(encoding="utf-8").rstrip() + ", Snowflake\n", encoding="utf-8")
    ran = call_cli("analyze", listed, job, "--today", DAY, "--format", "json")
    assert entry_of(json.loads(ran.stdout))[1]["strength"] == entry_of(after)[1]["strength"]


def test_a_new_row_that_verify_and_diff_understand(
    call_cli: CallCli, analyzed: dict[str, Any], tmp_path: Path
) -> None:
    again(call_cli, "--add", STATED)
    found = rows(call_cli)
    assert [row["run"] for row in found] == [2, 1]
    file = tmp_path / "r.json"
    file.write_bytes(call_cli("history", "show", "2", "--format", "json").stdout)
    ran = call_cli("verify", file)
    assert (ran.rc, ran.stdout[:2]) == (0, b"ok")
    diff = call_cli("history", "diff", "1", "2").stdout.decode()
    assert "differs in: statements" in diff
    assert [line.split() for line in diff.splitlines() if line.startswith("Snowflake")] == [
        ["Snowflake", "missing", "matched"]
    ]


def test_verify_finds_words_that_nobody_said(
    call_cli: CallCli, analyzed: dict[str, Any], tmp_path: Path
) -> None:
    after = again(call_cli, "--add", STATED)
    for change in (
        lambda entry: entry.update(statement="10 years, honestly"),
        lambda entry: entry.pop("statement"),
    ):
        changed = json.loads(json.dumps(after)) | {"created": "2026-11-21T00:00:00Z"}
        change(entry_of(changed)[1])
        file = tmp_path / "r.json"
        file.write_text(json.dumps(changed), encoding="utf-8")
        assert call_cli("verify", file).rc == 1
    changed = after | {"created": "2026-11-21T00:00:00Z", "self_stated": []}
    file.write_text(json.dumps(changed), encoding="utf-8")
    assert b"id: doesn't follow" in call_cli("verify", file).stdout


def test_later_analyses_of_the_file_count_it_and_say_so(
    call_cli: CallCli, analyzed: dict[str, Any], resume: Path, job: Path
) -> None:
    after = again(call_cli, "--add", STATED, "--add", "Terraform")
    other_name = resume.with_name("the same.txt")
    other_name.write_bytes(resume.read_bytes())
    for file in (resume, other_name):
        ran = call_cli("analyze", file, job, "--today", DAY, "--format", "json")
        assert f"counting what you say beside {file.name}: “{STATED}”, “Terraform”" in ran.error
        found = without_created(ran.stdout)
        assert (found["id"], found["scores"], found["skills"]) == (
            after["id"],
            after["scores"],
            after["skills"],
        )
    assert without_created(ran.stdout)["documents"]["resume"]["problems"][-1]["code"] == "self_stated"
    assert analyze(resume, job, today=today(DAY)).id == after["id"]  # the library too
    ran = call_cli("batch", resume, "--job", job, "--today", DAY, "-j", "1")
    assert json.loads(ran.stdout.splitlines()[0])["id"] == after["id"]
    assert "1 with your corrections" in ran.error


def test_it_is_ignored_and_taken_back(
    call_cli: CallCli, analyzed: dict[str, Any], resume: Path, job: Path
) -> None:
    again(call_cli, "--add", STATED)
    plain = call_cli("analyze", resume, job, "--today", DAY, "--format", "json", "--no-corrections")
    assert without_created(plain.stdout) == analyzed
    ran = call_cli("reanalyze", "1", "--forget")
    assert (ran.rc, ran.stdout) == (0, b"")
    assert "deleted what you added to resume.txt" in ran.error
    assert load_corrections(paths.history_file()) == {}
    ran = call_cli("analyze", resume, job, "--today", DAY, "--format", "json")
    assert without_created(ran.stdout) == analyzed
    assert refused(call_cli("reanalyze", "--forget")) == 2


def test_parse_forgets_it_too(call_cli: CallCli, analyzed: dict[str, Any], resume: Path) -> None:
    again(call_cli, "--add", STATED)
    assert call_cli("parse", resume, "--forget").rc == 0
    assert load_corrections(paths.history_file()) == {}


def test_without_corrections_it_is_not_kept(call_cli: CallCli, analyzed: dict[str, Any]) -> None:
    after = again(call_cli, "--add", STATED, "--no-corrections")
    assert entry_of(after)[0] == "matched"
    assert load_corrections(paths.history_file()) == {}


def test_what_was_added_before_counts_in_an_older_run_too(
    call_cli: CallCli, analyzed: dict[str, Any]
) -> None:
    again(call_cli, "--add", "Terraform")
    after = again(call_cli, "1", "--add", STATED)
    assert [item["text"] for item in after["self_stated"]] == ["Terraform", STATED]
    repeated = again(call_cli, "latest", "--add", STATED)
    assert repeated["id"] == after["id"]


def test_the_id_is_taken_as_history_show_takes_it(call_cli: CallCli, analyzed: dict[str, Any]) -> None:
    for key in ("1", analyzed["id"], analyzed["id"][:6]):
        assert again(call_cli, key, "--add", STATED)["documents"]["job"] == analyzed["documents"]["job"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("9", "--add", "Docker"), "no run '9'"),
        (("--add", "Dokker"), "knows no skill 'Dokker'"),
        (("--add", "  "), "says nothing"),
        ((), "nothing to add"),
        (("--note", "only a note"), "nothing to add"),
        (("--add", "Python and Tableau"), "names 2 skills"),
        (("--add", "Docker", "--forget"), "takes back"),
    ],
)
def test_bad_input_is_one_clear_line(
    call_cli: CallCli, analyzed: dict[str, Any], arguments: tuple[str, ...], message: str
) -> None:
    ran = call_cli("reanalyze", *arguments)
    assert refused(ran) == 2
    assert message in ran.error
    assert len(ran.error.splitlines()) == 2
    assert len(rows(call_cli)) == 1
    assert load_corrections(paths.history_file()) == {}


def test_a_purged_run_is_gone(call_cli: CallCli, analyzed: dict[str, Any]) -> None:
    call_cli("history", "purge", "--yes")
    for key in ("1", "latest", analyzed["id"]):
        assert refused(call_cli("reanalyze", key, "--add", STATED)) == 2


def test_words_that_name_nothing_any_more_are_said_and_stop_nothing(
    call_cli: CallCli, analyzed: dict[str, Any], resume: Path, job: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(call_cli, "--add", STATED)
    from careercraft.errors import UsageError

    def unknown(*_: object) -> None:
        raise UsageError("another taxonomy")

    monkeypatch.setattr("careercraft.pipeline.parse_additions", unknown)
    ran = call_cli("analyze", resume, job, "--today", DAY, "--format", "json")
    found = without_created(ran.stdout)
    assert found["scores"] == analyzed["scores"]
    assert found["documents"]["resume"]["problems"][-1]["code"] == "self_stated_unread"
