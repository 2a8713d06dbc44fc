"""Watches a worker: no case may take longer than `MOST_SECONDS`, and the process has to reach its end."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from queue import Empty, Queue

from msgspec import Struct

MOST_SECONDS = 10.0
MOST_MB = 500
_ROOT = Path(__file__).resolve().parents[2]


class Outcome(Struct, frozen=True, kw_only=True):
    cases: int
    """How many began."""
    failures: tuple[str, ...]
    peak_mb: int | None
    """None when the process didn't reach its end."""


def worker(first: int, last: int, step: int = 1, files: Sequence[Path] = ()) -> list[str]:
    numbers = (str(first), str(last), str(step))
    return [sys.executable, "-m", "tests.fuzz.worker", *numbers, *map(str, files)]


def watch(command: Sequence[str], most_seconds: float = MOST_SECONDS) -> Outcome:
    """Runs it to its end, or until a case takes too long."""
    lines: Queue[str | None] = Queue()
    with subprocess.Popen(
        command, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        threading.Thread(target=_pump, args=(child, lines), daemon=True).start()
        try:
            return _follow(child, lines, most_seconds)
        finally:
            child.kill()


def _pump(child: subprocess.Popen[str], lines: Queue[str | None]) -> None:
    assert child.stdout
    for line in child.stdout:
        lines.put(line.strip())
    lines.put(None)


def _follow(child: subprocess.Popen[str], lines: Queue[str | None], most_seconds: float) -> Outcome:
    failures: list[str] = []
    cases, last, peak = 0, "none", None
    while True:
        try:
            line = lines.get(
                timeout=most_seconds + 20 * (cases == 0)
            )  # the imports come before the first case
        except Empty:
            failures.append(f"case {last} took over {most_seconds} s")
            break
        if line is None:
            if peak is None:
                failures.append(f"the process ended in case {last} with {child.wait()}")
            break
        if line.startswith("failed"):
            failures.append(line)
        elif line.startswith("peak"):
            peak = int(line.split()[1])
        else:
            cases, last = cases + 1, line
    return Outcome(cases=cases, failures=tuple(failures), peak_mb=peak)
