"""More by hand: `python -m tests.fuzz --count 20000 --from 100000 [FILE...]`; FILE is damaged in place of the seeds."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.fuzz.watch import MOST_MB, watch, worker


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--from", dest="first", type=int, default=100_000)
    given = parser.parse_args()
    files = [path.resolve() for path in given.files]
    first, last, peak = given.first, given.first + given.count, 0
    failures: list[str] = []
    while first < last:  # after a crash or a hang it goes on with the next case
        outcome = watch(worker(first, last, 1, files))
        failures += outcome.failures
        peak = max(peak, outcome.peak_mb or 0)
        first += max(1, outcome.cases)
    print(*failures, f"{given.count} cases, {len(failures)} failures, peak {peak} MB", sep="\n")
    return 1 if failures or peak > MOST_MB else 0


if __name__ == "__main__":
    sys.exit(main())
