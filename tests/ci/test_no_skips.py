"""The guard against skips in CI: it must fail there, and only there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import cli_environment

SKIPS = """
import pytest

@pytest.mark.skip(reason="no mark")
def test_mark(): ...

def test_call():
    pytest.skip("no call")

@pytest.fixture
def browser():
    pytest.skip("no fixture")

def test_fixture(browser): ...
"""
SKIPPED_MODULE = "import pytest\npytest.skip('no module', allow_module_level=True)\n"
FINE = """
import pytest

def test_passes(): ...

@pytest.mark.xfail(strict=True)
def test_known(): assert False
"""


def run(folder: Path, ci: str, *texts: str) -> subprocess.CompletedProcess[str]:
    for number, text in enumerate(texts):
        (folder / f"test_{number}.py").write_text(text)
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.no_skips",
        "-p",
        "no:cacheprovider",
        "--rootdir=.",
        ".",
    ]
    environment = {**cli_environment(), "CI": ci}
    return subprocess.run(
        [*command, "--continue-on-collection-errors"],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_every_kind_of_skip_fails_in_ci(tmp_path: Path) -> None:
    done = run(tmp_path, "true", SKIPS, SKIPPED_MODULE, FINE)
    assert done.returncode != 0
    assert "1 failed, 1 passed, 1 xfailed, 3 errors" in done.stdout
    for reason in ("no mark", "no call", "no fixture", "no module"):
        assert reason in done.stdout


def test_what_is_expected_to_fail_is_no_skip(tmp_path: Path) -> None:
    assert run(tmp_path, "true", FINE).returncode == 0


def test_elsewhere_a_skip_is_a_skip(tmp_path: Path) -> None:
    done = run(tmp_path, "", SKIPS, SKIPPED_MODULE, FINE)
    assert done.returncode == 0
    assert "1 passed, 4 skipped, 1 xfailed" in done.stdout


def test_this_run_has_the_guard(request: pytest.FixtureRequest) -> None:
    hooks = request.config.hook.pytest_runtest_makereport.get_hookimpls()
    assert any(hook.function.__module__ == "tests.no_skips" for hook in hooks)
