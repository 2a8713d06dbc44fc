"""Prints the n-th ```sh block of a README: what CI runs is what the README says.

python .ci/readme_block.py README.md 1
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_BLOCK = re.compile(r"^```sh\n(.*?)^```\s*$", re.DOTALL | re.MULTILINE)


def blocks(text: str) -> list[str]:
    return [found.strip() for found in _BLOCK.findall(text)]


if __name__ == "__main__":
    file, number = sys.argv[1:]
    found = blocks(Path(file).read_text(encoding="utf-8"))
    if int(number) > len(found):
        sys.exit(f"{file} has {len(found)} sh blocks, not {number}")
    print(found[int(number) - 1])
