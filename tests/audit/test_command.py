"""`careercraft audit` in a process: exit codes, formats, and that nothing is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careercraft.api import Workbench
from careercraft.audit import audit
from careercraft.audit.run import Outcome
from careercraft.audit.swap import Paper
from careercraft.match import reading
from tests.conftest import DAY, RunCli
from tests.match.parts import built_in, posting, resume

RESUME = resume(
    work="Built services for nine teams", skills="Git", education="BSc Computer Science, 2016 - 2020"
)
JOB = posting("Docker\nScala\nKeeping records of the work of nine teams")


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "ana.txt", tmp_path / "job.txt"
    for path, text in zip(paths, (RESUME, JOB), strict=True):
        path.write_text(text)
    return paths


def test_all_is_the_same(run_cli: RunCli, files: tuple[Path, Path], home: Path) -> None:
    done = run_cli("audit", *files, "--today", DAY, "--format", "json")
    assert done.rc == 0, done.error
    content = json.loads(done.stdout)
    assert content["moved"] == 0
    assert {"name", "gender", "age", "bullets", "format"} <= {swap["kind"] for swap in content["swaps"]}
    assert not list(home.rglob("*.db"))


def test_standard_input_and_a_role(run_cli: RunCli) -> None:
    done = run_cli("audit", "-", "--role", "software-engineer", "--today", DAY, stdin=RESUME.encode())
    assert done.rc in {0, 1}, done.error
    assert b"Jane Doe -> Jamal Washington" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["missing.pdf", "job.txt"], 3), (["ana.txt"], 2), (["ana.txt", "job.txt", "--role", "nurse"], 2)],
)
@pytest.mark.usefixtures("files")
def test_exit_codes(run_cli: RunCli, arguments: list[str], code: int) -> None:
    done = run_cli("audit", *arguments)
    assert done.rc == code
    assert done.stdout == b""


def moved(bench: Workbench) -> list[Outcome]:
    document, side = bench.read(RESUME.encode(), "ana.txt"), bench.job(bench.read(JOB.encode(), "job.txt"))
    table = audit(bench, document, Paper(RESUME.encode(), "ana.txt"), side)
    return [outcome for outcome in table.outcomes if not outcome.same]


def test_what_moves_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the guard that tells names from skills, Docker is one."""
    assert moved(built_in()) == []
    monkeypatch.setattr(reading.Reading, "is_silent", lambda self, span: False)
    found = moved(built_in())
    assert "Jane Doe -> Angular Docker" in {outcome.what for outcome in found}
    assert "skills_match" in {move.score for outcome in found for move in outcome.moves}
