"""The process: `python -m careercraft`, and the console script."""

from __future__ import annotations

import os
import sys


def run() -> None:
    """Run the command, then leave at once.

    Python would free each object of the taxonomy and the encoder by itself before it goes, for a quarter of the time of
    a short analysis; the system takes it all back in one go. mypy ends the same way.
    """
    from careercraft.cli.app import main

    code: int | str = 0
    try:
        main()
    except SystemExit as end:
        code = end.code or 0
    if not isinstance(code, int) or "multiprocessing" in sys.modules:
        sys.exit(code)  # what processes share is put away at an ordinary end
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except OSError:
        sys.exit(code)  # Python says what it can't write
    os._exit(code)


if __name__ == "__main__":
    run()
