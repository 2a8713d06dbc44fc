"""Years of work from written periods, by the rules in docs/parsing.md but apart from the package's own code."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

TODAY = date(2026, 11, 20)
_NOW = TODAY.year * 12 + TODAY.month
"""One past the month of today, counted from year 0."""


def total_years(periods: Iterable[str | None]) -> float | None:
    """Each month once. `periods` are written as in `benchmarks.corpus.truth`; None where none is dated."""
    dated = [period for period in periods if period]
    covered = {month for period in dated for month in _months(period)}
    return round(len(covered) / 12, 2) if dated else None


def _months(period: str) -> range:
    start, dots, end = period.partition("..")
    if not dots:
        return range(_first(start), min(_first(start) + (1 if "-" in start else 12), _NOW))
    if not end:
        return range(_first(start), _NOW)
    return range(_first(start), min(_last(start, end), _NOW))


def _first(point: str) -> int:
    year, _, rest = point.partition("-")
    return int(year) * 12 + int(rest[:2] or 1) - 1


def _last(start: str, end: str) -> int:
    """One past the last month: a stated month counts, of years alone the difference counts."""
    if "-" in end:
        return _first(end) + 1
    if "-" in start:
        return int(end) * 12 + (12 if end == start[:4] else 6)
    return max(int(end), int(start) + 1) * 12
