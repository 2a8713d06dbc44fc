"""`--explain SCORE`, of an analysis and of one in the history."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CallCli
from tests.conftest import DAY

SCORES = [
    "skills_match", "experience_match", "education_match", "culture_fit", "location_match", "salary_match",
    "technical_skills", "soft_skills", "domain_knowledge", "readiness", "confidence",
]  # fmt: skip


def test_each_score_by_its_rows(call_cli: CallCli, resume: Path, job: Path) -> None:
    """The points that are shown add up to the score that is shown, for every score."""
    asked = [part for key in SCORES for part in ("--explain", key)]
    ran = call_cli("analyze", resume, job, "--today", DAY, *asked, "-f", "markdown")
    report = json.loads(call_cli("analyze", resume, job, "--today", DAY, "-f", "json").stdout)
    assert ran.rc == 0, ran.error
    parts = ran.stdout.decode().split("## ")[1:]
    for score, part in zip(report["scores"], parts, strict=True):
        rows = [line.split(" | ") for line in part.splitlines() if line.startswith("| ")][2:-1]
        column = 3 if score["key"] == "readiness" else 1
        points = [float(row[column].strip(" |*")) for row in rows]
        if score["value"] is None:
            assert rows == []
        else:
            assert round(sum(points), 1) == pytest.approx(score["value"], abs=0.11), score["key"]
            assert f"{score['value']:.1f}" in part.splitlines()[0]


def test_the_json_is_that_of_the_report(call_cli: CallCli, resume: Path, job: Path) -> None:
    one = call_cli("analyze", resume, job, "--today", DAY, "--explain", "Skills match", "-f", "json")
    whole = json.loads(call_cli("analyze", resume, job, "--today", DAY, "-f", "json").stdout)
    assert json.loads(one.stdout) == whole["scores"][0]


def test_a_kept_analysis_is_explained_as_it_was(call_cli: CallCli, resume: Path, job: Path) -> None:
    options = ("--explain", "experience_match", "--explain", "readiness")
    now = call_cli("analyze", resume, job, "--today", DAY, *options)
    then = call_cli("history", "show", "latest", *options)
    assert (now.rc, then.rc) == (0, 0)
    assert now.stdout == then.stdout
    assert b"FIT needs 70" in now.stdout


def test_it_goes_into_a_file(call_cli: CallCli, resume: Path, job: Path, tmp_path: Path) -> None:
    target = tmp_path / "score.md"
    ran = call_cli("analyze", resume, job, "--explain", "confidence", "-o", target)
    assert (ran.rc, ran.stdout) == (0, b"")
    assert target.read_text(encoding="utf-8").startswith("## Confidence ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--explain", "skils"), "there is no score 'skils'"),
        (("--explain", "readiness", "-f", "html"), "--explain writes no html"),
        (("--explain", "readiness", "--stream"), "--stream writes the whole analysis"),
    ],
)
def test_what_cannot_be_explained_is_refused_at_once(
    call_cli: CallCli, resume: Path, job: Path, arguments: tuple[str, ...], said: str
) -> None:
    ran = call_cli("analyze", resume, job, *arguments)
    assert (ran.rc, ran.stdout) == (2, b"")
    assert said in ran.error
    assert call_cli("history", "list").stdout == b""
    if "skils" in arguments:
        assert all(key in ran.error for key in SCORES)
