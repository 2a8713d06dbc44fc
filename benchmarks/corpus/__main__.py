"""Makes the corpus of resumes with known truth.

    python -m benchmarks.corpus                      12 people, 6 themes, 3 DOCX templates
    python -m benchmarks.corpus --held-out --out DIR  the sets kept for the frozen parser: everyone in the
                                                     themes of a set, its own people in all themes up to it
    python -m benchmarks.corpus --held-out 3 --out DIR  the third set alone
    python -m benchmarks.corpus --further --out DIR     fifteen people more, in all themes

Needs Node.js with npm (a network the first time, for the themes) and Chromium; without them only the DOCX.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from itertools import chain
from pathlib import Path

from benchmarks.corpus.build import build
from benchmarks.corpus.people import FOLDER, FURTHER, HELD_OUT, load
from benchmarks.corpus.themes import HELD_OUT_THEMES, THEMES, MissingTool, ThemeError

DEFAULT = FOLDER.parent / ".corpus"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus")
    parser.add_argument("--out", type=Path, default=DEFAULT)
    parser.add_argument("--held-out", type=int, nargs="?", const=0, choices=range(len(HELD_OUT) + 1))
    parser.add_argument("--further", action="store_true")
    arguments = parser.parse_args()
    try:
        if arguments.further:
            build(load(FURTHER), (*THEMES, *chain(*HELD_OUT_THEMES)), arguments.out, _tell)
        elif arguments.held_out is None:
            build(load(), THEMES, arguments.out, _tell)
        else:
            _held_out(arguments.held_out, arguments.out)
    except (MissingTool, ThemeError, subprocess.CalledProcessError) as error:
        print(f"the PDFs are not made: {error}", file=sys.stderr)
        return 1
    return 0


def _held_out(number: int, folder: Path) -> None:
    """The set of that number, counted from one; all sets for 0."""
    for position in range(len(HELD_OUT)) if number == 0 else (number - 1,):
        build(load(), HELD_OUT_THEMES[position], folder / "themes", _tell, docx=False)
        known = (*THEMES, *chain(*HELD_OUT_THEMES[: position + 1]))
        build(load(HELD_OUT[position]), known, folder / "people", _tell)


def _tell(step: str) -> None:
    print(step, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
