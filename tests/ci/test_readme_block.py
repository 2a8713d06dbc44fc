"""What CI takes from the README."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

SCRIPT = ROOT / ".ci" / "readme_block.py"


def block(file: Path, number: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), str(file), str(number)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_readme_begins_with_the_two_commands() -> None:
    readme = ROOT / "README.md"
    assert (
        block(readme, 1).stdout
        == "pip install . && careercraft analyze examples/resume.pdf examples/job.txt\n"
    )
    assert block(readme, 2).stdout == "pip install -e '.[dev]' && pytest\n"


def test_blocks_are_taken_in_order_and_others_left(tmp_path: Path) -> None:
    file = tmp_path / "README.md"
    file.write_text("# A\n```python\nno\n```\n```sh\none\ntwo\n```\ntext `sh`\n```sh\nthree\n```\n")
    assert [block(file, number).stdout for number in (1, 2)] == ["one\ntwo\n", "three\n"]
    missing = block(file, 3)
    assert missing.returncode != 0
    assert "has 2 sh blocks" in missing.stderr
