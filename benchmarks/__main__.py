"""Runs one suite, prints its figures as a table, and writes them as JSON with `--json FILE`.

    python -m benchmarks first --data ../shared/data
    python -m benchmarks parse --data ../shared/data --misses --only 'own/*.even.pdf'
    python -m benchmarks speed --data ../shared/data
    python -m benchmarks roadmap
    python -m benchmarks chat

With `--record` the figures go into `benchmarks/baseline.json`; without it they are compared with it.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SUITES = {
    "chat": "benchmarks.chat",
    "coverage": "benchmarks.coverage",
    "first": "benchmarks.first",
    "fit": "benchmarks.fit",
    "gaps": "benchmarks.gaps",
    "linking": "benchmarks.linking",
    "parse": "benchmarks.parse",
    "roadmap": "benchmarks.roadmap",
    "speed": "benchmarks.speed",
}
BASELINE = Path(__file__).with_name("baseline.json")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("suite", choices=sorted(SUITES))
    parser.add_argument("--data", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--record", action="store_true")
    suite = next((word for word in sys.argv[1:] if word in SUITES), None)
    # A suite with options of its own prints tables of its own.
    module = importlib.import_module(SUITES[suite]) if suite else None
    own = hasattr(module, "add_arguments")
    if module and own:
        module.add_arguments(parser)
    arguments = parser.parse_args()
    assert module is not None
    if getattr(module, "NEEDS_DATA", True):
        if arguments.data is None:
            parser.error(f"{arguments.suite} needs --data DIR")
        if not arguments.data.is_dir():
            parser.error(f"there is no folder {arguments.data}")
    figures = module.run(arguments.data, arguments) if own else module.run(arguments.data)
    baseline = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    _print(figures, baseline.get(arguments.suite, {}), changes_only=own)
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2) + "\n")
    if arguments.record:
        baseline[arguments.suite] = figures
        BASELINE.write_text(json.dumps(baseline, indent=2, sort_keys=True) + "\n")
    return 0


def _print(figures: dict[str, Any], before: dict[str, Any], changes_only: bool) -> None:
    recorded = dict(_flat(before))
    rows = dict(_flat(figures))
    if changes_only:
        rows = {name: value for name, value in rows.items() if recorded.get(name, value) != value}
        print(f"\n{len(rows)} figures differ from those recorded")
    width = max(map(len, rows), default=0)
    for name, value in rows.items():
        old = recorded.get(name)
        change = f"   (recorded: {old})" if old is not None and old != value else ""
        print(f"{name.ljust(width)}  {value}{change}")


def _flat(figures: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        elif not isinstance(value, list):
            yield f"{prefix}{name}", value


if __name__ == "__main__":
    sys.exit(main())
