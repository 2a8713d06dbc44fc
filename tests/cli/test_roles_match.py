"""`roles match`: the order, the gap to each, and the same figures as `analyze --role`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from careercraft.render.schema import build
from tests.cli.conftest import CallCli
from tests.conftest import DAY

FAMILY = "data-ai"


def matched(call: CallCli, resume: Path, *arguments: str) -> dict[str, Any]:
    ran = call("roles", "match", resume, "--today", DAY, "-f", "json", *arguments)
    assert (ran.rc, ran.error) == (0, "")
    found: dict[str, Any] = json.loads(ran.stdout)
    jsonschema.validate(found, build("role_match"))
    return found


def key(role: dict[str, Any]) -> tuple[Any, ...]:
    scores = role["scores"]
    return (
        role["label"] != "FIT",
        -role["readiness"],
        -role["confidence"],
        -scores["skills_match"],
        role["id"],
    )


def test_the_best_of_a_family_come_first(call_cli: CallCli, resume: Path) -> None:
    """All of a family, so that nothing better can have been left out of a shorter list."""
    whole = matched(call_cli, resume, "--family", FAMILY, "--top", "0")
    assert whole["compared"] == len(whole["roles"]) > 5
    assert whole["roles"] == sorted(whole["roles"], key=key)
    assert [role["rank"] for role in whole["roles"]] == list(range(1, whole["compared"] + 1))
    assert whole["fits"] == sum(role["label"] == "FIT" for role in whole["roles"])
    short = matched(call_cli, resume, "--family", FAMILY, "--top", "3")
    assert short["roles"] == whole["roles"][:3]
    assert (short["compared"], short["fits"]) == (whole["compared"], whole["fits"])


def test_the_figures_are_those_of_an_analysis(call_cli: CallCli, resume: Path) -> None:
    for role in matched(call_cli, resume, "--family", FAMILY, "--top", "2")["roles"]:
        ran = call_cli("analyze", resume, "--role", role["id"], "--today", DAY, "-f", "json", "--no-history")
        report = json.loads(ran.stdout)
        for name in ("label", "readiness", "confidence", "interval", "borderline"):
            assert role[name] == report["verdict"][name]
        scores = {score["key"]: score["value"] for score in report["scores"]}
        assert role["scores"] == {name: scores[name] for name in role["scores"]}
        missing = {e["name"] for e in report["skills"]["missing"] if e["importance"] == "must"}
        assert set(role["missing_musts"]) == missing


def test_the_pay_has_its_source(call_cli: CallCli, resume: Path) -> None:
    role = matched(call_cli, resume, "--family", FAMILY, "--top", "1")["roles"][0]
    assert role["salary"]["source"]
    assert role["salary"]["year"] > 2000
    shown = call_cli(
        "roles", "match", resume, "--family", FAMILY, "--top", "1", "--today", DAY
    ).stdout.decode()
    assert role["salary"]["source"] in shown


def test_the_whole_catalogue(call_cli: CallCli, resume: Path) -> None:
    ran = call_cli("roles", "match", resume, "--today", DAY)
    assert (ran.rc, ran.error) == (0, "")
    lines = ran.stdout.decode().splitlines()
    count = len(call_cli("roles", "list").stdout.splitlines())
    assert lines[0].startswith(f" Zoé Marchand against {count} roles")
    assert lines[-1] == f"  {count - 10} more; --top {count} shows all."
    assert max(map(len, lines)) <= 80


def test_it_keeps_nothing(call_cli: CallCli, resume: Path) -> None:
    matched(call_cli, resume, "--family", FAMILY, "--top", "1")
    assert call_cli("history", "list").stdout == b""


def test_markdown_in_a_file(call_cli: CallCli, resume: Path, tmp_path: Path) -> None:
    target = tmp_path / "roles.md"
    options = ("--family", FAMILY, "-f", "markdown", "-o", target)
    assert call_cli("roles", "match", resume, *options).rc == 0
    assert target.read_text(encoding="utf-8").startswith("# Zoé Marchand against ")


@pytest.mark.parametrize(
    ("arguments", "code"), [(("--family", "nonsense"), 2), (("--top", "-1"), 2), (("-f", "html"), 2)]
)
def test_wrong_use(call_cli: CallCli, resume: Path, arguments: tuple[str, ...], code: int) -> None:
    ran = call_cli("roles", "match", resume, *arguments)
    assert (ran.rc, ran.stdout) == (code, b"")


def test_what_is_no_resume(call_cli: CallCli, job: Path, tmp_path: Path) -> None:
    assert call_cli("roles", "match", tmp_path / "gone.pdf").rc == 3
    assert call_cli("roles", "match", job, "--family", FAMILY, "--today", DAY).rc == 3
