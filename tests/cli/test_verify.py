"""`careercraft verify`: a report holds, and any tampering with it shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CallCli
from tests.conftest import DAY, RunCli, example_pairs

Report = dict[str, Any]


def scored(report: Report) -> Report:
    """The first of the nine parts that has a value and rows."""
    return next(score for score in report["scores"] if score["value"] and score["rows"])


def raise_score(report: Report) -> None:
    scored(report)["value"] += 5


def raise_score_and_its_row(report: Report) -> None:
    """Consistent in itself, but not with the skills."""
    score = scored(report)
    score["value"] = round(score["value"] - 5, 1)
    score["rows"][0]["points"] = round(score["rows"][0]["points"] - 5, 2)


def raise_row(report: Report) -> None:
    scored(report)["rows"][0]["points"] += 3


def unstate_score(report: Report) -> None:
    scored(report).update(value=None, status="not_stated", rows=[])


def drop_score(report: Report) -> None:
    report["scores"].pop(0)


def change_quote(report: Report) -> None:
    report["skills"]["matched"][0]["resume_evidence"][0]["quote"] = "twenty years of everything"


def move_span(report: Report) -> None:
    report["skills"]["matched"][0]["job_evidence"][0]["start"] += 1


def raise_gap(report: Report) -> None:
    report["gaps"][0]["points"] += 1


def drop_gap(report: Report) -> None:
    report["gaps"].pop(0)


def raise_strength(report: Report) -> None:
    entry = next(
        entry for entry in report["skills"]["partial"] + report["skills"]["matched"] if entry["strength"] < 1
    )
    entry["strength"] = 1.0


def miss_to_match(report: Report) -> None:
    report["skills"]["matched"].append(report["skills"]["missing"].pop())


def change_text(report: Report) -> None:
    report["documents"]["resume"]["text"] = "x" + report["documents"]["resume"]["text"]


def append_text(report: Report) -> None:
    report["documents"]["job"]["text"] += " and more"


def change_label(report: Report) -> None:
    report["verdict"]["label"] = "FIT" if report["verdict"]["label"] == "UNFIT" else "UNFIT"


def raise_readiness(report: Report) -> None:
    report["verdict"]["readiness"] += 10


def lower_threshold(report: Report) -> None:
    report["verdict"]["threshold"] = 10


def change_weight(report: Report) -> None:
    report["engine"]["weights"]["skills_match"] = 0.9


def change_interval(report: Report) -> None:
    report["verdict"]["interval"][1] = 100.0


def raise_counterfactual(report: Report) -> None:
    report["counterfactuals"][0]["points"] += 5


def raise_step_of_counterfactual(report: Report) -> None:
    report["counterfactuals"][0]["changes"][0]["points"] += 1


def change_strength_points(report: Report) -> None:
    report["strengths"][0]["points"] += 1


def change_id(report: Report) -> None:
    report["id"] = "0" * 32


TAMPERINGS = (
    raise_score, raise_score_and_its_row, raise_row, unstate_score, drop_score, change_quote, move_span, raise_gap,
    drop_gap, raise_strength, miss_to_match, change_text, append_text, change_label, raise_readiness, lower_threshold,
    change_weight, change_interval, raise_counterfactual, raise_step_of_counterfactual, change_strength_points,
    change_id,
)  # fmt: skip


@pytest.mark.parametrize("pair", example_pairs(), ids=lambda pair: pair[0].stem)
def test_untouched_reports_hold(run_cli: RunCli, tmp_path: Path, pair: tuple[Path, Path]) -> None:
    """Written and read by processes of their own."""
    report = tmp_path / "report.json"
    assert run_cli("analyze", *pair, "--today", DAY, "-o", report).rc == 0
    ran = run_cli("verify", report)
    assert (ran.rc, ran.stderr) == (0, b""), ran.stdout
    assert ran.stdout.startswith(b"ok: 11 scores")
    assert run_cli("verify", "-", stdin=report.read_bytes()).stdout == ran.stdout


@pytest.mark.parametrize("tamper", TAMPERINGS, ids=lambda tamper: tamper.__name__)
def test_tampering_shows(
    call_cli: CallCli, tmp_path: Path, example_report: bytes, tamper: Callable[[Report], None]
) -> None:
    report = json.loads(example_report)
    tamper(report)
    file = tmp_path / "report.json"
    file.write_text(json.dumps(report))
    ran = call_cli("verify", file)
    assert ran.rc == 1
    assert ran.stdout
    assert "mismatch" in ran.error


def test_the_report_itself_holds(call_cli: CallCli, tmp_path: Path, example_report: bytes) -> None:
    """What the tamperings start from; rewritten by another JSON library it still holds."""
    file = tmp_path / "report.json"
    file.write_text(json.dumps(json.loads(example_report), indent=1))
    assert call_cli("verify", file).rc == 0


def test_a_brief_line_holds_without_its_quotes(
    call_cli: CallCli, resume: Path, job: Path, tmp_path: Path
) -> None:
    line = call_cli("batch", resume, "--job", job, "--brief", "--today", DAY).stdout
    file = tmp_path / "line.json"
    file.write_bytes(line)
    ran = call_cli("verify", file)
    assert ran.rc == 0
    assert "brief" in ran.error
    file.write_bytes(line.replace(b'"readiness":', b'"readiness":1', 1))
    assert call_cli("verify", file).rc == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"no report", b"{}", b"[]", b'{"schema": "careercraft.analysis/9"}', b'{"schema": "careercraft.analysis/1"}',
     b'{"schema": null}', b"\xff\xfe"],
)  # fmt: skip
def test_what_is_no_report(call_cli: CallCli, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(content)
    ran = call_cli("verify", file)
    assert (ran.rc, ran.stdout) == (3, b"")
    assert ran.error.startswith("error: ")
    assert "\nhint: " in ran.error


def test_a_missing_report(call_cli: CallCli, tmp_path: Path) -> None:
    assert call_cli("verify", tmp_path / "absent.json").rc == 3
    assert call_cli("verify", tmp_path).rc == 3
