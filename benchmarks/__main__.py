"""Runs one suite, prints its figures as a table, and writes them as JSON with `--json FILE`.

    python -m benchmarks first --data ../shared/data
    python -m benchmarks speed --data ../shared/data

With `--record` the figures go into `benchmarks/baseline.json`; without it they are compared with it.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from pathlib import Path
from typing import Any

SUITES = {"first": "benchmarks.first", "speed": "benchmarks.speed", "parse": "benchmarks.parse"}
BASELINE = Path(__file__).with_name("baseline.json")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("suite", choices=sorted(SUITES))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--record", action="store_true")
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        parser.error(f"there is no folder {arguments.data}")
    figures = importlib.import_module(SUITES[arguments.suite]).run(arguments.data)
    baseline = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    _print(figures, baseline.get(arguments.suite, {}))
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n")
    if arguments.record:
        baseline[arguments.suite] = figures
        BASELINE.write_text(json.dumps(baseline, indent=2, sort_keys=True) + "\n")
    return 0


def _print(figures: dict[str, Any], before: dict[str, Any]) -> None:
    width = max(len(name) for name in figures)
    for name, value in figures.items():
        old = before.get(name)
        change = f"   (recorded: {old})" if old is not None and old != value else ""
        print(f"{name.ljust(width)}  {value}{change}")


if __name__ == "__main__":
    sys.exit(main())
