"""The wheel, and an environment that holds it and nothing of the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT


class Installed(NamedTuple):
    """An environment of its own with the wheel in it."""

    folder: Path

    @property
    def site(self) -> Path:
        return Path(
            sysconfig.get_path("purelib", vars={"base": str(self.folder), "platbase": str(self.folder)})
        )

    def run(self, *command: str | Path, home: Path) -> subprocess.CompletedProcess[bytes]:
        """A console script of the environment, from a folder and with variables that know no checkout."""
        program = Path(sysconfig.get_path("scripts", vars={"base": str(self.folder)})) / str(command[0])
        return subprocess.run(
            [program, *map(str, command[1:])],
            cwd=home, env={"PATH": os.defpath, "HOME": str(home)}, capture_output=True, check=False, timeout=300,
        )  # fmt: skip


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built here, by the backend that pyproject.toml names."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel alone, by pip, in an empty environment.

    Its dependencies are those of this environment, reached by one path that is read after the environment's own:
    so the test needs no network. An editable careercraft stays out, because its .pth file is not read that way.
    CI installs everything anew, by the README's first command.
    """
    found = Installed(tmp_path_factory.mktemp("installed") / "venv")
    venv.create(found.folder, with_pip=False)
    python = Path(sysconfig.get_path("scripts", vars={"base": str(found.folder)})) / "python"
    command = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        str(wheel),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    places = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    (found.site / "dependencies.pth").write_text("\n".join(places) + "\n")
    return found
