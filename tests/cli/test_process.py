"""How the process ends: its exit code, and all that it wrote."""

from __future__ import annotations

import subprocess
import sys

import pytest


def _ended(main: str, imports: str = "") -> tuple[int, str, str]:
    """Of a process whose command is this `main`."""
    program = (
        f"import sys\n{imports}\nimport careercraft.cli.app as app\n"
        f"def main():\n    {main}\napp.main = main\n"
        "import careercraft.__main__ as process\nprocess.run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("code", [0, 1, 2, 4])
def test_the_exit_code_is_the_commands(code: int) -> None:
    assert _ended(f"sys.stdout.write('told'); sys.stderr.write('said'); sys.exit({code})") == (
        code,
        "told",
        "said",
    )


def test_a_command_that_just_ends_is_well() -> None:
    assert _ended("sys.stdout.write('told')") == (0, "told", "")
    assert _ended("sys.exit(None)") == (0, "", "")


def test_words_as_exit_code_are_said() -> None:
    assert _ended("sys.exit('no such thing')") == (1, "", "no such thing\n")


@pytest.mark.parametrize(("imports", "ordinary"), [("", False), ("import multiprocessing", True)])
def test_where_processes_were_shared_the_end_is_an_ordinary_one(imports: str, ordinary: bool) -> None:
    told = "import atexit; atexit.register(print, 'put away')"
    assert _ended(told, imports) == (0, "put away\n" if ordinary else "", "")


def test_what_can_not_be_written_is_said() -> None:
    """The stream fails when it is flushed: the end is left to Python, which says so."""
    program = "import atexit; atexit.register(sys.__stderr__.write, 'ordinary'); sys.stdout = Broken()"
    broken = (
        "class Broken:\n    def flush(self):\n        raise OSError(28, 'no space')\n"
        "    def write(self, text):\n        return 0\n"
    )
    code, _, said = _ended(program, broken)
    assert "ordinary" in said
    assert code in (0, 120)
