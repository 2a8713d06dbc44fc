"""`analyze --compare`: several postings for one resume."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from careercraft.render.schema import build
from tests.cli import texts
from tests.cli.conftest import CallCli
from tests.conftest import DAY


def compared(call: CallCli, *arguments: str | Path, code: int = 0) -> dict[str, Any]:
    ran = call("analyze", *arguments, "--today", DAY, "--format", "json")
    assert ran.rc == code, ran.error
    found: dict[str, Any] = json.loads(ran.stdout)
    jsonschema.validate(found, build("comparison"))
    return found


def test_the_figures_are_those_of_each_analysis(
    call_cli: CallCli, resume: Path, job: Path, other_job: Path
) -> None:
    found = compared(call_cli, resume, "--compare", other_job, "--compare", job)
    assert [item["rank"] for item in found["postings"]] == [1, 2]
    assert [item["file"] for item in found["postings"]] == ["job.txt", "other_job.txt"]
    for item in found["postings"]:
        single = call_cli("analyze", resume, resume.with_name(item["file"]), "--today", DAY, "-f", "json")
        report = json.loads(single.stdout)
        verdict = report["verdict"]
        for name in ("label", "readiness", "confidence", "interval", "borderline"):
            assert item[name] == verdict[name]
        assert item["analysis"] == report["id"]
        scores = {score["key"]: score["value"] for score in report["scores"]}
        assert item["scores"] == {key: scores[key] for key in item["scores"]}
        missing = {entry["name"] for entry in report["skills"]["missing"] if entry["importance"] == "must"}
        assert set(item["missing_musts"]) == missing


def test_what_is_given_in_any_way_is_compared_once(
    call_cli: CallCli, resume: Path, job: Path, other_job: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "a.txt").write_text(texts.OTHER_JOB, encoding="utf-8")
    (folder / "notes.xyz").write_text("nothing to read")
    found = compared(
        call_cli, resume, job, "--compare", folder, "--compare", job, "--compare", folder / "*.txt"
    )
    assert sorted(item["file"] for item in found["postings"]) == ["a.txt", "job.txt"]


def test_a_role_is_compared_along(call_cli: CallCli, resume: Path, job: Path) -> None:
    wish = "I want to run a bakery of my own"
    found = compared(call_cli, resume, job, "--role", "data-analyst", "--describe", wish, "--compare", job)
    files = [item["file"] for item in found["postings"]]
    assert len(files) == 3
    assert {"job.txt", "role data-analyst"} < set(files)


def test_the_order_given_changes_nothing(call_cli: CallCli, resume: Path, job: Path, other_job: Path) -> None:
    first = compared(call_cli, resume, "--compare", job, "--compare", other_job)
    second = compared(call_cli, resume, "--compare", other_job, "--compare", job)
    assert first == second


def test_what_cannot_be_read_is_a_line_and_the_rest_goes_on(
    call_cli: CallCli, resume: Path, job: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "nothing").mkdir()
    found = compared(
        call_cli, resume, "--compare", tmp_path / "empty.txt", "--compare", job, "--compare", tmp_path / "gone.pdf",
        "--compare", tmp_path / "nothing", code=3,
    )  # fmt: skip
    assert [item["file"] for item in found["postings"]] == ["job.txt"]
    assert [Path(item["file"]).name for item in found["unread"]] == ["empty.txt", "gone.pdf", "nothing"]
    assert all(item["code"] == "input" and item["message"] for item in found["unread"])


def test_when_nothing_can_be_read_it_says_so(call_cli: CallCli, resume: Path) -> None:
    ran = call_cli("analyze", resume, "--compare", "gone.pdf", "--today", DAY)
    assert ran.rc == 3
    assert b"No posting could be read." in ran.stdout
    assert ran.error == "1 posting could not be read\n"


def test_a_resume_that_cannot_be_read_ends_it(call_cli: CallCli, job: Path, tmp_path: Path) -> None:
    ran = call_cli("analyze", tmp_path / "gone.pdf", "--compare", job)
    assert (ran.rc, ran.stdout) == (3, b"")
    posting = call_cli("analyze", job, "--compare", job, "--today", DAY)
    assert (posting.rc, posting.stdout) == (3, b"")


@pytest.mark.parametrize(
    ("ending", "opening"),
    [("csv", "rank,file,"), ("md", "# Zoé"), ("html", "<!DOCTYPE html>"), ("txt", " Zoé"), ("json", "{")],
)
def test_formats(
    call_cli: CallCli, resume: Path, job: Path, other_job: Path, tmp_path: Path, ending: str, opening: str
) -> None:
    target = tmp_path / f"out.{ending}"
    ran = call_cli("analyze", resume, job, "--compare", other_job, "-o", target, "--today", DAY)
    assert (ran.rc, ran.stdout) == (0, b""), ran.error
    assert target.read_text(encoding="utf-8").lstrip("\n").startswith(opening)


def test_each_analysis_is_kept_unless_none_is_wanted(
    call_cli: CallCli, resume: Path, job: Path, other_job: Path
) -> None:
    call_cli("analyze", resume, "--compare", job, "--compare", other_job, "--no-history")
    assert call_cli("history", "list").stdout == b""
    call_cli("analyze", resume, "--compare", job, "--compare", other_job)
    assert call_cli("history", "list").stdout.count(b"\n") == 2


@pytest.mark.parametrize(
    ("gates", "code"),
    [(("--require-fit",), 1), (("--fail-under", "99.9"), 1), (("--fail-under", "1"), 0)],
)
def test_one_posting_that_meets_the_gates_is_enough(
    call_cli: CallCli, other_resume: Path, job: Path, other_job: Path, gates: tuple[str, ...], code: int
) -> None:
    ran = call_cli("analyze", other_resume, "--compare", job, *gates, "--today", DAY)
    assert ran.rc == code, ran.error
    assert ran.error.startswith("gate failed: no ") == bool(code)


def test_an_unread_posting_weighs_more_than_a_gate(call_cli: CallCli, other_resume: Path, job: Path) -> None:
    assert (
        call_cli("analyze", other_resume, "--compare", job, "--compare", "gone.txt", "--require-fit").rc == 3
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("--stream",),
        ("--explain", "readiness"),
        ("--what-if", "+Docker"),
        ("--describe", "a b", "--role", "c"),
    ],
)
def test_what_shows_one_posting_is_refused(
    call_cli: CallCli, resume: Path, job: Path, arguments: tuple[str, ...]
) -> None:
    ran = call_cli("analyze", resume, "--compare", job, *arguments)
    assert (ran.rc, ran.stdout) == (2, b""), ran.error


def test_one_analysis_is_no_table(call_cli: CallCli, resume: Path, job: Path, tmp_path: Path) -> None:
    for options in (("-f", "csv"), ("-o", tmp_path / "a.csv")):
        ran = call_cli("analyze", resume, job, *options)
        assert (ran.rc, ran.stdout) == (2, b"")
        assert "csv is for --compare" in ran.error
    call_cli("analyze", resume, job)
    assert call_cli("history", "show", "latest", "-f", "csv").rc == 2


def test_only_one_side_comes_from_standard_input(call_cli: CallCli, resume: Path, job: Path) -> None:
    assert call_cli("analyze", "-", "--compare", "-", stdin=b"x").rc == 2
    found = call_cli("analyze", resume, job, "--compare", "-", "-f", "json", stdin=texts.OTHER_JOB.encode())
    assert {item["file"] for item in json.loads(found.stdout)["postings"]} == {"job.txt", "-"}
