"""Years of experience from dated work: each month counts once, however many entries cover it.

A period is a half-open interval of months. A stated end month belongs to it (January to March is three
months); years alone are a difference (2019 – 2023 is four years), and a lone year counts whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from careercraft.model.resume import DateRange, PartialDate, Work
from careercraft.parse.employment import names_leave

_SEASON = 3
"""Months of a season whose end isn't stated ("Summers 2019 – present")."""
_NOT_COUNTED = frozenset({"internship", "volunteer"})


class Gap(Struct, frozen=True):
    """A stretch without dated work between two entries."""

    start: PartialDate
    """First month without work."""
    end: PartialDate
    """Last month without work."""
    months: int


def is_leave(work: Work) -> bool:
    """A time without work among the jobs, by its title or its employer: it counts as none, and isn't a gap."""
    return any(name is not None and names_leave(name.value) for name in (work.title, work.employer))


def months(dates: DateRange, today: date) -> int:
    """Length in months, never negative. The future doesn't count: ends after `today` are clipped to it."""
    return sum(end - start for start, end in _intervals(dates, today))


def years_of(work: Work, today: date) -> float | None:
    """Years of one entry, internships and volunteering too; None without dates."""
    return round(months(work.dates, today) / 12, 2) if work.dates else None


def total_years(work: Sequence[Work], today: date, *, internships: bool = False) -> float | None:
    """Years of work, overlaps once; None where no such entry is dated.

    Leave never counts (`is_leave`). Internships and volunteering stay out (see `internship_years`) unless
    `internships` asks for them.
    Part-time counts as full, since a resume rarely says how many hours it was.
    """
    counted = work if internships else [entry for entry in work if entry.employment not in _NOT_COUNTED]
    return _union_years([entry for entry in counted if not is_leave(entry)], today)


def internship_years(work: Sequence[Work], today: date) -> float | None:
    """Years of internships and volunteering, overlaps once; None where there are none with dates."""
    return _union_years([entry for entry in work if entry.employment in _NOT_COUNTED], today)


def part_time_years(work: Sequence[Work], today: date) -> float | None:
    """Years of part-time work, overlaps once, in full since the share is seldom stated; None without any."""
    return _union_years([entry for entry in work if entry.employment == "part_time"], today)


def years_by_title(work: Sequence[Work], today: date) -> dict[str, float]:
    """Years under each title, overlaps once, by the title as first written; internships and volunteering too."""
    named: dict[str, tuple[str, list[Work]]] = {}
    for entry in work:
        if entry.title is not None and entry.dates is not None and not is_leave(entry):
            named.setdefault(entry.title.value.casefold(), (entry.title.value, []))[1].append(entry)
    return {title: _union_years(entries, today) or 0.0 for title, entries in named.values()}


class Experience(Struct, frozen=True, kw_only=True):
    """What the dated work of a resume adds up to; years that aren't known are None."""

    total_years: float | None
    """Overlaps once, internships among it."""
    internship_years: float | None
    part_time_years: float | None
    by_title: dict[str, float]
    gaps: tuple[Gap, ...]


def experience_of(work: Sequence[Work], today: date) -> Experience:
    """All the sums at once; education is no part of any."""
    return Experience(
        total_years=total_years(work, today, internships=True),
        internship_years=internship_years(work, today),
        part_time_years=part_time_years(work, today),
        by_title=years_by_title(work, today),
        gaps=tuple(gaps(work, today)),
    )


def gaps(work: Sequence[Work], today: date, least: int = 6) -> list[Gap]:
    """Stretches of at least `least` months between dated entries of any kind, in order.

    Entries dated by years alone can't show a gap shorter than a year, so those years count as worked.
    """
    merged = _merge(
        [interval for entry in work if entry.dates and (interval := _generous(entry.dates, today))]
    )
    return [
        Gap(_month(before[1]), _month(after[0] - 1), after[0] - before[1])
        for before, after in pairwise(merged)
        if after[0] - before[1] >= least
    ]


def _union_years(work: Sequence[Work], today: date) -> float | None:
    dated = [entry.dates for entry in work if entry.dates]
    if not dated:
        return None
    merged = _merge([interval for dates in dated for interval in _intervals(dates, today)])
    return round(sum(end - start for start, end in merged) / 12, 2)


def _intervals(dates: DateRange, today: date) -> list[tuple[int, int]]:
    """The period, or its season of each year ("Summers 2015 – 2017" is three times three months)."""
    whole = _interval(dates, today)
    if whole is None or not dates.seasonal or dates.start is None:
        return [whole] if whole else []
    first = whole[0]
    length = ((dates.end.month or 12) - (dates.start.month or 1) + 1) if dates.end else _SEASON
    return [(start, min(start + length, whole[1])) for start in range(first, whole[1], 12)]


def _interval(dates: DateRange, today: date) -> tuple[int, int] | None:
    """[first month, one past the last month) counted from year 0; None if nothing is left before today."""
    now = today.year * 12 + today.month  # one past this month
    if dates.start is None:
        return _single(dates, now)
    start = _first(dates.start)
    if dates.current or dates.end is None:
        return (start, now) if start < now else None
    end = _end(dates.start, dates.end)
    end = min(end, now)
    return (start, end) if start < end else None


def _single(dates: DateRange, now: int) -> tuple[int, int] | None:
    """A lone year is a year of work, a lone month a month."""
    if dates.end is None:
        return None
    start = _first(dates.end)
    end = min(start + (12 if dates.end.month is None else 1), now)
    return (start, end) if start < end else None


def _end(start: PartialDate, end: PartialDate) -> int:
    """One past the last month: of years alone the difference, one year at least ("2019 – 2019")."""
    if end.month is not None:
        return end.year * 12 + end.month
    if start.month is not None:
        return end.year * 12 + 12 if end.year == start.year else end.year * 12 + 6
    return max(end.year, start.year + 1) * 12


def _generous(dates: DateRange, today: date) -> tuple[int, int] | None:
    interval = _interval(dates, today)
    if interval and dates.end is not None and dates.end.month is None:
        now = today.year * 12 + today.month
        return interval[0], max(interval[1], min(dates.end.year * 12 + 12, now))
    return interval


def _merge(intervals: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(intervals):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _first(point: PartialDate) -> int:
    return point.year * 12 + (point.month or 1) - 1


def _month(index: int) -> PartialDate:
    return PartialDate(index // 12, index % 12 + 1)
