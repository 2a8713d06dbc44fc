"""Inputs of the command line, and a way to call it in this process where streams and exits aren't the point."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer.main

from tests.cli import texts
from tests.cli.llm_desk import _one_server, _one_workbench, ask, files, here, model, plain, server
from tests.conftest import DAY, EXAMPLES, Ran, cli_environment

__all__ = ["_one_server", "_one_workbench", "ask", "files", "here", "model", "plain", "server"]

CallCli = Callable[..., Ran]


@pytest.fixture(autouse=True, scope="session")
def _one_tree_of_commands() -> Iterator[None]:
    """typer makes all commands anew whenever the program is called, which takes as long as many a command; in one
    process they are the same every time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typer.main, "get_command", cache(typer.main.get_command))
        yield


@pytest.fixture
def call_cli(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> CallCli:
    """As `run_cli`, in this process: ten times as fast. `call_cli("analyze", resume, job, stdin=b"")` -> Ran."""
    from careercraft.cli.app import main

    def call(*arguments: str | Path, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["careercraft", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsysbinary.readouterr()
        code: Any = 0
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
        return Ran(int(code), *capsysbinary.readouterr())

    return call


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    return _written(tmp_path / "resume.txt", texts.RESUME)


@pytest.fixture
def other_resume(tmp_path: Path) -> Path:
    return _written(tmp_path / "other_resume.txt", texts.OTHER_RESUME)


@pytest.fixture
def job(tmp_path: Path) -> Path:
    return _written(tmp_path / "job.txt", texts.JOB)


@pytest.fixture
def other_job(tmp_path: Path) -> Path:
    return _written(tmp_path / "other_job.txt", texts.OTHER_JOB)


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def without_created(data: bytes) -> dict[str, Any]:
    """An analysis or a batch line without the one field that may differ between two runs."""
    found: dict[str, Any] = json.loads(data)
    assert found.pop("created", "absent") is not None
    return found


@pytest.fixture(scope="session")
def example_report() -> bytes:
    """The JSON report of the first example."""
    import msgspec

    from careercraft import analyze

    analysis = analyze(EXAMPLES / "resume.pdf", EXAMPLES / "job.txt", today=date.fromisoformat(DAY))
    return msgspec.json.encode(analysis)


@pytest.fixture(scope="session")
def planned_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A CAREERCRAFT_HOME with run 1 and roadmap 1, both of the first example."""
    folder = tmp_path_factory.mktemp("planned")
    files = ("--resume", str(EXAMPLES / "resume.pdf"), "--job", str(EXAMPLES / "job.txt"))
    subprocess.run(
        [sys.executable, "-m", "careercraft", "roadmap", *files, "--today", DAY],
        env=cli_environment({"CAREERCRAFT_HOME": str(folder)}), check=True, capture_output=True,
    )  # fmt: skip
    return folder


@pytest.fixture
def planned(planned_home: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The test's own copy of it, on the day of the plan."""
    shutil.copytree(planned_home, home, dirs_exist_ok=True)
    monkeypatch.setenv("CAREERCRAFT_TODAY", DAY)
    return home
