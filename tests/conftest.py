"""Shared fixtures: a home of its own for every test, the command line in a process, the examples.

The two hooks make a skipped test fail where CI is set.
"""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.no_skips import pytest_make_collect_report, pytest_runtest_makereport

__all__ = ["pytest_make_collect_report", "pytest_runtest_makereport"]

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
DAY = "2026-11-20"
"""The day of every run in the tests, so that no score moves with the clock."""
_TIME_LIMIT = 120


@pytest.fixture(autouse=True, scope="module")
def _let_go() -> Iterator[None]:
    """A workbench and its linker hold each other, and with them 100 MB: the whole suite would take all memory."""
    yield
    gc.collect()


@pytest.fixture(autouse=True, scope="session")
def ctrl_c_is_heard() -> Iterator[None]:
    """A shell that starts something in the background, as CI may, hands down that SIGINT is ignored; the tests of
    Ctrl-C, and the processes that they start, are as on a terminal."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Ran(NamedTuple):
    """A finished `careercraft` process."""

    rc: int
    stdout: bytes
    stderr: bytes

    @property
    def error(self) -> str:
        return self.stderr.decode("utf-8")


RunCli = Callable[..., Ran]


@pytest.fixture(autouse=True, scope="session")
def no_settings_of_the_person(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What runs once for all tests finds no settings and no history of whoever runs them either."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("CAREERCRAFT_")]:
            patch.delenv(name)
        patch.setenv("CAREERCRAFT_HOME", str(tmp_path_factory.mktemp("common_home")))
        yield


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty CAREERCRAFT_HOME of the test's own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CAREERCRAFT_HOME", str(folder))
    return folder


def cli_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The test's own environment with the checkout on the path, plus `extra`."""
    found = dict(os.environ)
    found["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), found.get("PYTHONPATH", "")]))
    found.pop("PYTHONDEVMODE", None)
    found.update(extra or {})
    return found


@pytest.fixture
def run_cli(tmp_path: Path, home: Path) -> RunCli:
    """`run_cli("analyze", resume, job, stdin=b"", env={}, cwd=None)` -> Ran. Works in `tmp_path` by default."""

    def run(
        *arguments: str | Path,
        stdin: bytes = b"",
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "careercraft", *map(str, arguments)],
            input=stdin, capture_output=True, env=cli_environment(env), cwd=cwd or tmp_path, timeout=_TIME_LIMIT,
            check=False,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


def example_pairs() -> list[tuple[Path, Path]]:
    """(resume, posting) of every example: `resume.pdf` and `job.txt`, `nurse.docx` and `nurse-job.md`, ..."""
    jobs = {
        path.stem.removesuffix("job").rstrip("-"): path for path in _examples() if path.stem.endswith("job")
    }
    resumes = {
        path.stem.removesuffix("resume").rstrip("-"): path
        for path in _examples()
        if path not in jobs.values()
    }
    return [(resumes[name], jobs[name]) for name in sorted(resumes.keys() & jobs.keys())]


def _examples() -> list[Path]:
    return sorted(path for path in EXAMPLES.iterdir() if path.is_file())


@pytest.fixture
def resume_pdf() -> Path:
    return EXAMPLES / "resume.pdf"


@pytest.fixture
def job_txt() -> Path:
    return EXAMPLES / "job.txt"
