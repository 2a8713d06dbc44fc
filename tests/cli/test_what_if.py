"""`analyze --what-if`: what changes would make of it, in every format; no file, history or number is touched."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from careercraft.score.verify import verify
from tests.cli import texts
from tests.cli.conftest import CallCli, without_created
from tests.cli.test_history import refused
from tests.conftest import DAY


def report(call_cli: CallCli, *arguments: str | Path) -> dict[str, Any]:
    ran = call_cli("analyze", *arguments, "--today", DAY, "--format", "json")
    assert ran.rc == 0, ran.error
    return without_created(ran.stdout)


def what_if(call_cli: CallCli, resume: Path, job: Path, *changes: str) -> dict[str, Any]:
    options = [part for change in changes for part in ("--what-if", change)]
    found: dict[str, Any] = report(call_cli, resume, job, *options)["what_if"]
    return found


def moved(found: dict[str, Any]) -> dict[str, tuple[float, float]]:
    return {move["key"]: (move["before"], move["after"]) for move in found["scores"]}


def test_the_report_is_the_same_but_for_the_answer(call_cli: CallCli, resume: Path, job: Path) -> None:
    plain = report(call_cli, resume, job)
    asked = report(call_cli, resume, job, "--what-if", "-Python", "--what-if", "-degree")
    found = asked.pop("what_if")
    assert asked == plain
    assert [change["text"] for change in found["changes"]] == ["-Python", "-degree"]
    scores = moved(found)
    assert scores["readiness"][0] == plain["verdict"]["readiness"]
    assert scores["readiness"][1] == found["verdict"]["readiness"] < plain["verdict"]["readiness"]
    assert scores["education_match"][1] < scores["education_match"][0]
    assert ("Python", "matched", "missing") in [
        (move["name"], move["before"], move["after"]) for move in found["requirements"]
    ]


def test_nothing_is_kept_and_no_file_is_touched(call_cli: CallCli, resume: Path, job: Path) -> None:
    before = (resume.read_bytes(), job.read_bytes())
    what_if(call_cli, resume, job, "+Kubernetes:intermediate")
    assert (resume.read_bytes(), job.read_bytes()) == before
    assert call_cli("history", "list", "--format", "json").stdout == b""


def test_changes_count_together(call_cli: CallCli, resume: Path, job: Path) -> None:
    """Taken away and given back in another shape, it is nearly what it was; the years are more."""
    away = what_if(call_cli, resume, job, "-Python")
    back = what_if(call_cli, resume, job, "-Python", "+Python:3y", "+20y")
    assert moved(away)["skills_match"][1] < moved(away)["skills_match"][0]
    assert back["verdict"]["readiness"] > away["verdict"]["readiness"]


def test_the_gate_and_the_verdict_are_those_of_the_files(call_cli: CallCli, resume: Path, job: Path) -> None:
    label = report(call_cli, resume, job)["verdict"]["label"]
    ran = call_cli(
        "analyze", resume, job, "--today", DAY, "--require-fit", "--what-if", "-Python", "-f", "json"
    )
    assert ran.rc == (0 if label == "FIT" else 1)


def test_other_wishes(call_cli: CallCli, resume: Path, job: Path) -> None:
    """The resume's Tacoma is near Seattle; Berlin isn't."""
    found = what_if(call_cli, resume, job, "+location:Berlin, Germany")
    before, after = moved(found)["location_match"]
    assert after < before
    assert set(moved(found)) <= {"location_match", "readiness", "confidence"}


def test_verify_computes_it_again(call_cli: CallCli, resume: Path, job: Path, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    options = (
        "--what-if",
        "+Kubernetes:2y",
        "--what-if",
        "-Python",
        "--what-if",
        "+2y",
        "--what-if",
        "-remote",
    )
    assert call_cli("analyze", resume, job, "--today", DAY, *options, "-o", file).rc == 0
    assert call_cli("verify", file).rc == 0
    changed = json.loads(file.read_bytes())
    changed["what_if"]["verdict"]["readiness"] += 1
    file.write_text(json.dumps(changed), encoding="utf-8")
    ran = call_cli("verify", file)
    assert ran.rc == 1
    assert b"what_if" in ran.stdout


@pytest.mark.parametrize("format", ["terminal", "markdown", "html"])
def test_every_format_takes_it(call_cli: CallCli, resume: Path, job: Path, format: str) -> None:
    ran = call_cli("analyze", resume, job, "--today", DAY, "--what-if", "-Python", "--format", format)
    assert ran.rc == 0
    assert ran.stdout


@pytest.mark.parametrize(
    "change",
    [
        "+Kuberetes",
        "Kubernetes",
        "+",
        "",
        "+SQL:wizard",
        "+degree",
        "-SQL:2y",
        "+location",
        "+remote:no",
        "+salary:lots",
    ],
)
def test_what_makes_no_sense_is_refused(call_cli: CallCli, resume: Path, job: Path, change: str) -> None:
    ran = call_cli("analyze", resume, job, "--what-if", change)
    assert refused(ran) == 2
    assert len(ran.error.splitlines()) == 2


def test_a_misspelled_skill_is_told_the_nearest(call_cli: CallCli, resume: Path, job: Path) -> None:
    assert "did you mean Kubernetes" in call_cli("analyze", resume, job, "--what-if", "+Kuberetes").error


def test_it_is_for_one_posting(call_cli: CallCli, resume: Path, job: Path) -> None:
    ran = call_cli("analyze", resume, "--compare", job, "--what-if", "-Python")
    assert refused(ran) == 2


def test_a_role_takes_it_too(call_cli: CallCli, tmp_path: Path) -> None:
    resume = tmp_path / "r.txt"
    resume.write_text(texts.RESUME, encoding="utf-8")
    found = report(call_cli, resume, "--role", "data-engineer", "--what-if", "+Kubernetes:2y")
    assert found["what_if"]["verdict"]["readiness"] >= found["verdict"]["readiness"]


def test_each_report_holds(call_cli: CallCli, resume: Path, job: Path) -> None:
    from careercraft.render.json import decode

    ran = call_cli("analyze", resume, job, "--today", DAY, "--format", "json", "--what-if", "-SQL")
    assert verify(decode(ran.stdout)) == []
