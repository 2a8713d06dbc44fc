"""Flags for place, pay, remote work, moving and the right to work: what they change, and what is nonsense."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CallCli
from tests.conftest import DAY

RESUME = (
    "Jane Doe\njane@example.com\n\nExperience\n\nData Analyst, Acme Corp\nJan 2020 - Dec 2023\n"
    "- Built reports in SQL and Python\n\nSkills\nSQL, Python, Excel\n"
)
JOB = (
    "Data Analyst\nNorthwind\nLocation: Seattle, WA\nHybrid, 2 days a week in the office\n"
    "Salary: $90,000 - $100,000 a year\n\nRequirements\n- SQL\n- Python\n- Excel\n"
    "- Must be authorized to work in the United States\n"
)
ALL = (
    "--location", "Tacoma, WA", "--salary", "100k EUR", "--rate", "USD=0.92", "--remote", "--no-relocate",
    "--work-authorization", "US", "--work-authorization", "EU",
)  # fmt: skip


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "resume.txt", tmp_path / "job.txt"
    for path, text in zip(paths, (RESUME, JOB), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def report(call_cli: CallCli, pair: tuple[Path, Path], *flags: str) -> dict[str, Any]:
    ran = call_cli("analyze", *pair, "-f", "json", "--no-history", "-q", "--today", DAY, *flags)
    assert ran.rc == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def labels(found: dict[str, Any], key: str) -> list[str]:
    return [row["label"] for score in found["scores"] if score["key"] == key for row in score["rows"]]


def test_without_them_nothing_can_be_compared(call_cli: CallCli, pair: tuple[Path, Path]) -> None:
    found = report(call_cli, pair)
    assert labels(found, "location_match") == labels(found, "salary_match") == []
    assert [item["met"] for item in found["verdict"]["hard_requirements"]] == ["unknown"]


def test_every_flag_has_its_row_and_the_report_verifies(
    call_cli: CallCli, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    found = report(call_cli, pair, *ALL)
    assert labels(found, "location_match") == [
        "41 km, 2 days a week on site: Tacoma, WA to Seattle, WA",
        "hybrid, 2 days a week on site, remote wished",
        "right to work there: yes",
    ]
    assert labels(found, "salary_match") == [
        "up to 100,000 USD a year, 92,000 EUR at your rate of 0.92, wished 100,000"
    ]
    assert found["facts"]["location"]["will_relocate"] is False
    assert [item["met"] for item in found["verdict"]["hard_requirements"]] == ["yes"]
    assert found["engine"]["settings"] != report(call_cli, pair)["engine"]["settings"]
    kept = tmp_path / "report.json"
    kept.write_text(json.dumps(found), encoding="utf-8")
    assert call_cli("verify", kept).rc == 0


def test_a_permit_for_elsewhere_is_plainly_unmet(call_cli: CallCli, pair: tuple[Path, Path]) -> None:
    found = report(call_cli, pair, "--work-authorization", "EU")
    assert [item["met"] for item in found["verdict"]["hard_requirements"]] == ["no"]
    assert found["verdict"]["label"] == "UNFIT"
    assert "right to work there: no" in labels(found, "location_match")


def test_a_batch_gives_the_same(call_cli: CallCli, pair: tuple[Path, Path]) -> None:
    resume, job = pair
    ran = call_cli("batch", resume, "--job", job, "-q", "--today", DAY, "--jobs", "1", *ALL)
    assert ran.rc == 0, ran.stderr
    line = json.loads(ran.stdout)
    single = report(call_cli, pair, *ALL)
    assert line["scores"] == single["scores"]
    assert line["id"] == single["id"]


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (("--location", "Nowhereville"), "--location: 'Nowhereville' is no place known here"),
        (("--location", ""), "--location: '' is no place known here"),
        (("--salary", "plenty"), "--salary: 'plenty' is no amount of pay"),
        (("--salary", "4500"), "--salary: '4500' is too little for a year"),
        (("--rate", "USD"), "--rate: 'USD' is no rate"),
        (("--rate", "XXX=1"), "--rate: 'XXX' is no currency"),
        (("--work-authorization", "Gremany"), "--work-authorization: 'Gremany' is no country"),
    ],
)
@pytest.mark.parametrize("command", ["analyze", "batch"])
def test_nonsense(
    call_cli: CallCli, pair: tuple[Path, Path], command: str, flags: tuple[str, str], words: str
) -> None:
    resume, job = pair
    sides = (resume, job) if command == "analyze" else (resume, "--job", job)
    ran = call_cli(command, *sides, *flags)
    message, hint = ran.stderr.decode().splitlines()
    assert ran.rc == 2
    assert message == f"error: {words}"
    assert hint.startswith("hint: ")
    assert ran.stdout == b""


def test_nonsense_in_a_variable_names_the_setting(
    call_cli: CallCli, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERCRAFT_WISHES_SALARY", "plenty")
    ran = call_cli("analyze", *pair, "--no-history", "-q")
    assert ran.rc == 6
    assert "wishes.salary: 'plenty' is no amount of pay" in ran.stderr.decode()


def test_a_flag_goes_before_a_variable(
    call_cli: CallCli, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CAREERCRAFT_WISHES_LOCATION", "Berlin")
    assert report(call_cli, pair)["facts"]["location"]["resume_place"] == "Berlin"
    found = report(call_cli, pair, "--location", "Tacoma, WA")
    assert found["facts"]["location"]["resume_place"] == "Tacoma, WA"
