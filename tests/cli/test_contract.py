"""What comes out validates against the published schema, and holds no null but the two that the contract allows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from careercraft.render.schema import build
from tests.cli.conftest import CallCli
from tests.conftest import DAY, EXAMPLES, example_pairs

ALLOWED_NULLS = re.compile(r"skills\.(matched|partial|missing|extra)\[\]\.id|scores\[\]\.value")
LISTS = ("strengths", "gaps", "recommendations", "next_steps", "priority_improvements", "learning_resources",
         "counterfactuals", "scores")  # fmt: skip


def nulls(value: Any, path: str = "") -> Iterator[str]:
    if value is None:
        yield path
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from nulls(inner, f"{path}.{name}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from nulls(inner, f"{path}[]")


def check(report: dict[str, Any]) -> None:
    jsonschema.validate(report, build())
    assert {path for path in nulls(report) if not ALLOWED_NULLS.fullmatch(path)} == set()
    for name in LISTS:
        assert isinstance(report[name], list)
    for name in ("matched", "partial", "missing", "extra"):
        assert isinstance(report["skills"][name], list)


@pytest.fixture
def report(example_report: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(example_report)
    return found


@pytest.mark.parametrize("pair", example_pairs(), ids=lambda pair: pair[0].stem)
def test_reports_of_the_examples(call_cli: CallCli, pair: tuple[Path, Path]) -> None:
    check(json.loads(call_cli("analyze", *pair, "--today", DAY, "--format", "json").stdout))


@pytest.mark.parametrize(
    "target",
    [
        ("--role", "registered-nurse"),
        ("--role", "data-engineer"),
        ("--describe", "lead a data team in a hospital"),
    ],
)
def test_reports_without_a_posting(call_cli: CallCli, resume: Path, target: tuple[str, ...]) -> None:
    check(json.loads(call_cli("analyze", resume, *target, "--today", DAY, "--format", "json").stdout))


def test_batch_lines_whole_and_brief(call_cli: CallCli, resume: Path, job: Path) -> None:
    whole = json.loads(call_cli("batch", resume, "--job", job, "--today", DAY).stdout)
    brief = json.loads(call_cli("batch", resume, "--job", job, "--today", DAY, "--brief").stdout)
    check(whole)
    check(brief)
    assert whole.keys() - brief.keys() == {"documents", "resume", "job"}
    assert "pair" in brief


def test_spans_count_code_points(report: dict[str, Any]) -> None:
    """Every piece of evidence, wherever it stands in the report."""
    texts = {side: document["text"] for side, document in report["documents"].items()}
    found = list(evidence(report))
    assert len(found) > 50
    for piece in found:
        assert texts[piece["document"]][piece["start"] : piece["end"]] == piece["quote"]


def evidence(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.keys() >= {"document", "quote", "start", "end"}:
            yield value
        for inner in value.values():
            yield from evidence(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from evidence(inner)


def test_the_arithmetic_of_the_scores(report: dict[str, Any]) -> None:
    """As a reader of the contract would redo it: rows add up, readiness is the weighted mean of what is known."""
    scores = {score["key"]: score for score in report["scores"]}
    for score in scores.values():
        if score["value"] is None:
            assert score["status"] == "not_stated"
            assert score["rows"] == []
        else:
            assert abs(sum(row["points"] for row in score["rows"]) - score["value"]) <= 0.05 * (
                len(score["rows"]) + 1
            )
    known = [score for score in scores.values() if score["weight"] and score["value"] is not None]
    mean = sum(score["weight"] * score["value"] for score in known) / sum(score["weight"] for score in known)
    assert abs(mean - scores["readiness"]["value"]) <= 0.06
    verdict = report["verdict"]
    assert verdict["readiness"] == scores["readiness"]["value"]
    assert verdict["interval"][0] <= verdict["readiness"] <= verdict["interval"][1]
    low, high = verdict["interval"]
    assert verdict["borderline"] == (low < verdict["threshold"] <= high)


@pytest.mark.parametrize(
    "break_it",
    [
        lambda report: report["verdict"].update(label="MAYBE"),
        lambda report: report["scores"][0].update(value="61"),
        lambda report: report.pop("skills"),
        lambda report: report["gaps"][0].pop("points"),
        lambda report: report.update(schema="careercraft.analysis/2"),
        lambda report: report.update(gaps=None),
        lambda report: report["verdict"].update(reasons=None),
        lambda report: report["documents"]["job"].update(language=None),
    ],
)
def test_a_broken_report_does_not_pass(report: dict[str, Any], break_it: Any) -> None:
    break_it(report)
    with pytest.raises((jsonschema.ValidationError, AssertionError)):
        check(report)


def test_the_sheet_of_parse_says_where_values_stand(call_cli: CallCli) -> None:
    """In the same code points as the JSON."""
    found = json.loads(call_cli("parse", EXAMPLES / "resume.pdf", "--format", "json").stdout)
    shown = " ".join(call_cli("parse", EXAMPLES / "resume.pdf").stdout.decode().split())
    for path in ("basics.name", "basics.email", "projects[0].name"):
        span = found["spans"][path]
        words = found["text"][span["start"] : span["end"]]
        assert f"{words} [{span['start']}–{span['end']}, p. {span['page']}]" in shown
