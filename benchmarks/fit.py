"""Do the scores mean what they say? The bars of issue 5, each with its 95 % interval.

    python -m benchmarks fit --data ../shared/data
    python -m benchmarks fit --data ../shared/data --part pairs --part years --rows 60 --misses

Parts: `pairs`, `removed`, `years` and `others` walk RJDB once (`fit_rjdb`, `fit_rows`); `families` (`fit_families`),
`stated` (`fit_stated`), `fooling` (`fit_fooling`), `invariance` and `monotone` (`fit_rules`),
`confidence` (`fit_calibration`).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks import fit_calibration, fit_families, fit_fooling, fit_rjdb, fit_rows, fit_rules, fit_stated
from benchmarks.fit_bench import FitBench, shown_bar

_OF_ROWS = {
    "pairs": fit_rows.pair_bars,
    "removed": fit_rows.removed_bars,
    "years": fit_rows.year_bars,
    "others": fit_rows.other_bars,
}
Part = tuple[dict[str, Any], list[dict[str, Any]], Iterable[str]]
"""Figures, bars, and lines on what was missed."""
_PARTS: dict[str, Callable[[FitBench, Path, argparse.Namespace], Part]] = {
    "families": fit_families.run,
    "stated": fit_stated.run,
    "fooling": fit_fooling.run,
    "invariance": fit_rules.invariance,
    "monotone": fit_rules.monotone,
    "confidence": fit_calibration.run,
}
PARTS = (*_OF_ROWS, *_PARTS)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--part", action="append", choices=PARTS, help="only this part; may be repeated")
    parser.add_argument("--rows", type=int, help="only the first so many rows of RJDB")
    parser.add_argument("--misses", action="store_true", help="list what was missed")


def run(data: Path, arguments: argparse.Namespace) -> dict[str, Any]:
    parts = set(arguments.part or PARTS)
    bench = FitBench()
    figures: dict[str, Any] = {}
    bars: list[dict[str, Any]] = []
    if parts & set(_OF_ROWS):
        began = time.monotonic()
        outcomes, unreadable = fit_rjdb.walk(bench, data, parts, arguments.rows)
        figures["rows"] = {"judged": len(outcomes), "unreadable": unreadable}
        for name, measure in _OF_ROWS.items():
            if name in parts:
                figures[name], found = measure(outcomes)
                bars += found
        _show("rows", figures, bars, began, fit_rows.misses(outcomes, parts) if arguments.misses else ())
    for name, part in _PARTS.items():
        if name in parts:
            began = time.monotonic()
            figures[name], found, missed = part(bench, data, arguments)
            bars += found
            _show(name, figures[name], found, began, missed if arguments.misses else ())
    met = sum(bar["met"] for bar in bars)
    print(f"\n{met} of {len(bars)} bars met")
    return {**figures, "bars": bars}


def _show(
    name: str, figures: dict[str, Any], bars: list[dict[str, Any]], began: float, missed: Iterable[str]
) -> None:
    print(f"\n{name} ({time.monotonic() - began:.0f} s)")
    for key, value in figures.items():
        print(f"  {key}: {value}")
    for bar in bars:
        print(shown_bar(bar))
    for line in missed:
        print(line)
    print(end="", flush=True)
