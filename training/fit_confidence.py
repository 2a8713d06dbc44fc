"""Fits the tables of `careercraft.score.confidence`, and says how well the confidence is calibrated.

    python -m training.fit_confidence --data DIR            # fits, prints the tables and their reliability in folds
    python -m training.fit_confidence --data DIR --check    # only the reliability of the tables that ship

`DIR/gaps/rjdb_dev.jsonl` (RJDB) is all that is read; see `training/hidden_draws.py` for the experiment. Fitted is what
a distance from the threshold earns: for each label a line over few given distances that never falls, by least squares
with the other rows as they are, in whole points; what ships is rounded to fives by hand. Fit it again after a change
of the scores.

Folds are over rows of RJDB, so that no posting and no resume is on both sides. The expected calibration error is
reported over ten bins of equal width and ten of equal mass; beside it stand the Brier score against that of the
constant base rate, and the AUC, .5 for any constant.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from careercraft.score.confidence import ABOVE, BELOW, DISTANCE, Table, points
from training.hidden_draws import SIDES, Draw, hidden_draws

FOLDS = 5
BINS = 10
BAR = 0.10
"""Most that the expected calibration error may be."""
_STEPS = 4000
Vector = NDArray[np.float64]


class Tables(NamedTuple):
    above: Table
    below: Table


SHIPPED = Tables(ABOVE, BELOW)


def fit(draws: Sequence[Draw]) -> Tables:
    """At the distances of the shipped tables, in whole points."""
    return Tables(
        fit_table([draw for draw in draws if draw.fit], [away for away, _ in ABOVE]),
        fit_table([draw for draw in draws if not draw.fit], [away for away, _ in BELOW]),
    )


def fit_table(draws: Sequence[Draw], at: Sequence[float]) -> Table:
    """Lines from each distance of `at` to the next, up to DISTANCE at the last; they never fall."""
    aways = np.array([draw.away for draw in draws])
    # What is short of DISTANCE at a distance is the sum of the steps that are still ahead.
    ahead = np.stack(
        [1 - np.clip((aways - low) / (high - low), 0, 1) for low, high in pairwise(at)],
        axis=1,
    )
    wanted = np.array([100.0 * draw.stays - draw.rest for draw in draws])
    steps = no_less_than_zero(ahead, DISTANCE - wanted)
    short = [float(steps[index:].sum()) for index in range(len(at))]
    return tuple((away, float(max(0, round(DISTANCE - part)))) for away, part in zip(at, short, strict=True))


def no_less_than_zero(rows: Vector, wanted: Vector) -> Vector:
    """Least squares with weights of 0 and more: accelerated projected gradient."""
    products, target = rows.T @ rows, rows.T @ wanted
    slope = float(np.linalg.eigvalsh(products)[-1]) or 1.0
    found = ahead = np.zeros(rows.shape[1])
    speed = 1.0
    for _ in range(_STEPS):
        step = np.maximum(0.0, ahead - (products @ ahead - target) / slope)
        faster = (1 + (1 + 4 * speed * speed) ** 0.5) / 2
        ahead = step + (speed - 1) / faster * (step - found)
        found, speed = step, faster
    return np.asarray(found)


def predicted(draw: Draw, tables: Tables) -> float:
    """The confidence, 0 to 1, that the tables give."""
    table = tables.above if draw.fit else tables.below
    return min(1.0, max(0.0, (points(table, draw.away) + draw.rest) / 100))


def in_folds(draws: Sequence[Draw]) -> list[float]:
    """For each draw the confidence by tables that were fitted without its row."""
    tables = [fit([draw for draw in draws if draw.row % FOLDS != fold]) for fold in range(FOLDS)]
    return [predicted(draw, tables[draw.row % FOLDS]) for draw in draws]


def figures(given: Sequence[float], stays: Sequence[bool]) -> dict[str, float]:
    chance, right = np.array(given), np.array(stays, dtype=float)
    base = float(right.mean())
    return {
        "draws": len(right),
        "stays": round(base, 4),
        "mean_confidence": round(float(chance.mean()), 4),
        "ece": round(calibration_error(bins_of(chance, right, np.linspace(0, 1, BINS + 1))), 4),
        "ece_equal_mass": round(
            calibration_error(bins_of(chance, right, np.quantile(chance, np.linspace(0, 1, BINS + 1)))), 4
        ),
        "brier": round(float(((chance - right) ** 2).mean()), 4),
        "brier_of_base_rate": round(base * (1 - base), 4),
        "auc": round(auc(chance, right), 4),
    }


def bins_of(chance: Vector, right: Vector, edges: Vector) -> list[dict[str, float]]:
    """The reliability table: for each bin that is not empty its edges, draws, mean confidence and share that stay."""
    which = np.clip(np.searchsorted(edges[1:-1], chance, side="right"), 0, len(edges) - 2)
    return [
        {
            "from": round(float(edges[number]), 3),
            "to": round(float(edges[number + 1]), 3),
            "draws": int((which == number).sum()),
            "confidence": round(float(chance[which == number].mean()), 4),
            "stays": round(float(right[which == number].mean()), 4),
        }
        for number in range(len(edges) - 1)
        if (which == number).any()
    ]


def calibration_error(bins: Sequence[dict[str, float]]) -> float:
    """Mean distance of confidence and share, weighted by draws."""
    total = sum(part["draws"] for part in bins)
    return sum(part["draws"] * abs(part["confidence"] - part["stays"]) for part in bins) / total


def auc(chance: Vector, right: Vector) -> float:
    """Chance that a verdict that stays has the higher confidence, ties as half; .5 where all stay or none does."""
    kept, lost = chance[right > 0], np.sort(chance[right == 0])
    if not len(kept) or not len(lost):
        return 0.5
    below, up_to = np.searchsorted(lost, kept, side="left"), np.searchsorted(lost, kept, side="right")
    return float((below + up_to).mean() / 2 / len(lost))


def reliability_of(draws: Sequence[Draw]) -> dict[str, Any]:
    """`ece` is that in folds; `shipped` is of the confidence as the program gives it; `table` its reliability."""
    stays, given = [draw.stays for draw in draws], [draw.confidence for draw in draws]
    folds = figures(in_folds(draws), stays)
    return {
        "ece": folds["ece"],
        "bar": BAR,
        "met": folds["ece"] <= BAR,
        "in_folds": folds,
        "shipped": figures(given, stays),
        "by_side": {side: _part(draws, [draw.hidden == side for draw in draws]) for side in SIDES},
        "by_label": {
            "FIT": _part(draws, [draw.fit for draw in draws]),
            "UNFIT": _part(draws, [not draw.fit for draw in draws]),
        },
        "table": bins_of(np.array(given), np.array(stays, dtype=float), np.linspace(0, 1, BINS + 1)),
    }


def _part(draws: Sequence[Draw], taken: Sequence[bool]) -> dict[str, float]:
    part = [draw for draw, is_taken in zip(draws, taken, strict=True) if is_taken]
    return figures([draw.confidence for draw in part], [draw.stays for draw in part]) if part else {}


def reliability(data: Path, rows: int | None = None) -> dict[str, Any]:
    """The experiment over RJDB (its first `rows` rows), and all figures of `reliability_of`; some 90 seconds."""
    return reliability_of(hidden_draws(data, rows))


def printed(found: dict[str, Any]) -> str:
    """The reliability table and the figures, for people."""
    lines = ["confidence     draws   given   stays"]
    lines += [
        f"{part['from']:.1f} to {part['to']:.1f}   {part['draws']:7}   {part['confidence']:.3f}   {part['stays']:.3f}"
        for part in found["table"]
    ]
    named = {
        "in folds": found["in_folds"],
        "shipped": found["shipped"],
        **{f"{side} hidden": part for side, part in found["by_side"].items()},
        **found["by_label"],
    }
    lines += ["", "                 draws   stays   given    ECE   (mass)   Brier  (base)    AUC"]
    lines += [
        f"{name:14} {part['draws']:7}   {part['stays']:.3f}   {part['mean_confidence']:.3f}   {part['ece']:.3f}   "
        f"{part['ece_equal_mass']:.3f}   {part['brier']:.4f}  {part['brier_of_base_rate']:.4f}   {part['auc']:.3f}"
        for name, part in named.items()
        if part
    ]
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rows", type=int, help="only the first rows of RJDB")
    parser.add_argument("--check", action="store_true", help="no fit, only the reliability of what ships")
    options = parser.parse_args()
    draws = hidden_draws(options.data, options.rows)
    print(printed(reliability_of(draws)))
    if not options.check:
        tables = fit(draws)
        stays = [draw.stays for draw in draws]
        print("\nfor careercraft/score/confidence.py (and docs/scoring.md):")
        print(f"ABOVE: Table = {_code(tables.above)}\nBELOW: Table = {_code(tables.below)}")
        print("with these:", figures([predicted(draw, tables) for draw in draws], stays))


def _code(table: Table) -> str:
    return "(" + ", ".join(f"({away:g}, {share:g})" for away, share in table) + ")"


if __name__ == "__main__":
    main()
