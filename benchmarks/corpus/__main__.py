"""Makes the corpus of resumes with known truth.

    python -m benchmarks.corpus                      12 people, 6 themes, 3 DOCX templates
    python -m benchmarks.corpus --held-out --out DIR  everyone in the themes kept for the frozen parser, and
                                                     the people kept for it in all themes

Needs Node.js with npm (a network the first time, for the themes) and Chromium; without them only the DOCX.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from benchmarks.corpus.build import build
from benchmarks.corpus.people import FOLDER, HELD_OUT, load
from benchmarks.corpus.themes import HELD_OUT_THEMES, THEMES, MissingTool, ThemeError

DEFAULT = FOLDER.parent / ".corpus"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus")
    parser.add_argument("--out", type=Path, default=DEFAULT)
    parser.add_argument("--held-out", action="store_true")
    arguments = parser.parse_args()
    try:
        if arguments.held_out:
            build(load(), HELD_OUT_THEMES, arguments.out / "themes", _tell, docx=False)
            build(load(HELD_OUT), (*THEMES, *HELD_OUT_THEMES), arguments.out / "people", _tell)
        else:
            build(load(), THEMES, arguments.out, _tell)
    except (MissingTool, ThemeError, subprocess.CalledProcessError) as error:
        print(f"the PDFs are not made: {error}", file=sys.stderr)
        return 1
    return 0


def _tell(step: str) -> None:
    print(step, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
