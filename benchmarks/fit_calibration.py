"""The confidence against what becomes of a verdict when a fifth of the facts is hidden (`training/hidden_draws.py`)."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.fit_bench import FitBench
from benchmarks.intervals import ratio_interval
from training.fit_confidence import BAR, BINS, in_folds, printed, reliability_of
from training.hidden_draws import Draw, hidden_draws


def run(
    bench: FitBench, data: Path, arguments: argparse.Namespace
) -> tuple[dict[str, Any], list[Any], Iterable[str]]:
    """The expected calibration error in folds over rows, with its interval over samples of rows."""
    draws = hidden_draws(data, arguments.rows)
    found = reliability_of(draws)
    print(f"\n{printed(found)}")
    figures = {key: found[key] for key in ("in_folds", "shipped", "by_side", "by_label")}
    bar = {
        "figure": "confidence.calibration_error", "value": found["ece"],
        "interval": ratio_interval(counts(draws, in_folds(draws)), expected_error), "of": len(draws),
        "bar": BAR, "at_most": True, "met": found["ece"] <= BAR,
    }  # fmt: skip
    return figures, [bar], ()


def counts(draws: Sequence[Draw], given: Sequence[float]) -> list[list[float]]:
    """A line for each row of RJDB: by bin of equal width the draws, the sum of their confidence, those that stay."""
    rows: dict[int, Any] = {}
    for draw, chance in zip(draws, given, strict=True):
        place = min(BINS - 1, int(chance * BINS))
        rows.setdefault(draw.row, np.zeros((BINS, 3)))[place] += (1, chance, draw.stays)
    return [found.ravel().tolist() for found in rows.values()]


def expected_error(rows: Sequence[Any]) -> float:
    """Of such lines, summed: the mean distance of confidence and share that stays, weighted by draws."""
    bins = np.sum(rows, axis=0).reshape(BINS, 3)
    return round(float(np.abs(bins[:, 1] - bins[:, 2]).sum() / max(1.0, bins[:, 0].sum())), 4)
