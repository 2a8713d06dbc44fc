"""What the guards left out, as a user of the command line meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import CallCli
from tests.pipeline.fooling import POSTING, plain


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A resume with the posting pasted over it, and the posting."""
    resume, job = tmp_path / "resume.txt", tmp_path / "job.txt"
    resume.write_bytes(plain(top=POSTING))
    job.write_text(POSTING, encoding="utf-8")
    return resume, job


@pytest.mark.parametrize("form", ["terminal", "markdown", "html"])
def test_each_report_says_it(call_cli: CallCli, pair: tuple[Path, Path], form: str) -> None:
    ran = call_cli("analyze", *pair, "--format", form, "--full", "--no-history")
    assert ran.rc == 0
    told = " ".join(ran.stdout.decode().replace("&#39;", "'").split())
    assert "Left out of the resume" in told
    assert "Counted, they would make the readiness" in told


def test_its_report_is_verified(call_cli: CallCli, pair: tuple[Path, Path]) -> None:
    report = call_cli("analyze", *pair, "--format", "json", "--no-history").stdout
    assert json.loads(report)["guards"][0]["kind"] == "pasted"
    assert call_cli("verify", "-", stdin=report).rc == 0


def test_a_batch_counts_them(call_cli: CallCli, pair: tuple[Path, Path]) -> None:
    resume, job = pair
    ran = call_cli("batch", resume, "--job", job, "--brief", "--jobs", "1")
    assert [one["kind"] for one in json.loads(ran.stdout)["guards"]] == ["pasted"]
    assert b"1 with words left out" in ran.stderr


def test_an_honest_batch_says_nothing(call_cli: CallCli, pair: tuple[Path, Path]) -> None:
    resume, job = pair
    resume.write_bytes(plain())
    ran = call_cli("batch", resume, "--job", job, "--brief", "--jobs", "1")
    assert "guards" not in json.loads(ran.stdout)
    assert b"left out" not in ran.stderr
