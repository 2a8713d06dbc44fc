"""95 % intervals: of shares, and by bootstrap with a fixed seed (percentiles over samples with replacement)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

SAMPLES = 1000
_NORMAL = 1.959964
"""Standard deviations that hold 95 % of a normal distribution."""
_SEED = 4


def interval(values: Sequence[float], digits: int) -> str:
    """Of the mean: "61.2 to 78.9"."""
    return _shown(_means(values), digits)


def difference(ours: Sequence[float], others: Sequence[float], digits: int) -> str:
    """Mean of the paired differences with its interval: "+8.1 (2.0 to 14.4)"."""
    gains = np.asarray(ours) - np.asarray(others)
    return f"{gains.mean():+.{digits}f} ({_shown(_means(gains.tolist()), digits)})"


def ratio_interval(counts: Sequence[Any], figure: Callable[[Any], float], digits: int = 3) -> str:
    """Of a figure that is computed from the counts of all items and is no mean of them."""
    rows = np.asarray(counts)
    drawn = _drawn(len(rows))
    # A figure depends on the sums alone, so that a sample is one row.
    return _shown(np.array([figure([rows[picked].sum(axis=0)]) for picked in drawn]), digits)


def share_interval(hits: int, count: int, digits: int = 3) -> str:
    """Of a share of independent cases: Wilson's score interval, which all or none of them don't make a point."""
    if not count:
        return "unknown"
    share, spread = hits / count, _NORMAL**2 / count
    middle = (share + spread / 2) / (1 + spread)
    half = _NORMAL * (share * (1 - share) / count + spread / (4 * count)) ** 0.5 / (1 + spread)
    return f"{max(0.0, middle - half):.{digits}f} to {min(1.0, middle + half):.{digits}f}"


def _means(values: Sequence[float]) -> Any:
    found = np.asarray(values, dtype=np.float64)
    return np.array([found[picked].mean() for picked in _drawn(len(found))])


def _drawn(count: int) -> Any:
    generator = np.random.default_rng(_SEED)
    return (generator.integers(0, count, size=count) for _ in range(SAMPLES))


def _shown(samples: Any, digits: int) -> str:
    low, high = np.percentile(samples, [2.5, 97.5])
    return f"{low:.{digits}f} to {high:.{digits}f}"
