"""Periods in figures, read as a whole: "6/2016-8/2019", "2016/6-2019/8", "06.2016-08.2019", "2016-08/2019-03".

Without spaces the dash of a period looks like the dash of an ISO date ("2016-8"), so that both ends have to be
read together, before any single date is. It also settles the order: in "01/06/2016 - 31/08/2019" the second
date shows that the day comes first in both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from careercraft.model.resume import PartialDate

_YEAR = r"(?:19[4-9]|20[0-4])\d"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DAY = r"[0-3]?\d"
# 6/2016 | 1.6.2016 | 2016/6 | 2016/6/1
_FULL = (
    rf"(?:{_DAY}/{_DAY}/{_YEAR}|{_DAY}\.{_DAY}\.{_YEAR}|{_MONTH}[/.]{_YEAR}"
    rf"|{_YEAR}/{_MONTH}(?:/{_DAY})?(?!\d)|{_YEAR}\.{_MONTH}(?:\.{_DAY})?(?!\d))"
)
_ISO = rf"{_YEAR}-(?:0[1-9]|1[0-2])(?:-{_DAY})?"
_DASH = r"(?:[ ]{0,2}[-–—−‐‑―~][ ]{0,2}|[ ](?:to|bis|au|à|al?|hasta|até|ao|tot|t/m)[ ])"
_PAIR = re.compile(
    rf"""
    (?<![\w/$€£+])(?<!\d[.,-])
    (?:
      (?P<a>{_FULL}){_DASH}(?P<b>{_FULL})                             # 6/2016-8/2019
    | (?P<a2>{_MONTH}/\d\d){_DASH}(?P<b2>{_MONTH}/{_YEAR})            # 6/16-8/2019
    | (?P<a3>{_MONTH}/{_YEAR}){_DASH}(?P<b3>{_MONTH}/\d\d)            # 6/2016-8/19
    | (?P<a4>{_ISO})(?:/|[ ]?[–—][ ]?|--)(?P<b4>{_ISO})               # 2016-08-01/2019-03-04
    | (?P<a5>{_YEAR}-{_MONTH})-(?P<b5>{_YEAR}-{_MONTH})               # 2016-06-2019-08
    | (?P<a6>{_MONTH}-{_YEAR})-(?P<b6>{_MONTH}-{_YEAR})               # 06-2016-08-2019
    | (?P<a7>{_MONTH})[-–—](?P<b7>{_MONTH}/{_YEAR})                   # 03-05/2019: one year for both
    | (?P<a8>{_YEAR})[-–—](?P<b8>{_MONTH}/{_YEAR})                    # 2016-8/2019
    | (?P<a9>(?:0[1-9]|1[0-2])\.\d\d)[ ]?[-–—][ ]?(?P<b9>(?:0[1-9]|1[0-2])\.\d\d)  # 04.16 – 03.19
    )
    (?![\w/]|[.,-]\d)
    """,
    re.VERBOSE,
)
_PARTS = re.compile(r"[/.-]")


class Figures(NamedTuple):
    """One end of a period where it stands."""

    start: int
    end: int
    date: PartialDate


def find_pairs(text: str, low: int, high: int, day_first: bool = False) -> list[tuple[Figures, Figures]]:
    """Both ends of every period in figures between `low` and `high` of `text`."""
    found = []
    for match in _PAIR.finditer(text, low, high):
        first, last = (name for name, value in match.groupdict().items() if value is not None)
        if pair := _pair(match, first, last, day_first):
            found.append(pair)
    return found


def _pair(match: re.Match[str], first: str, last: str, day_first: bool) -> tuple[Figures, Figures] | None:
    day_first = day_first or any(_is_day_first(match[name]) for name in (first, last))
    end = _date(match[last], day_first)
    start = _date(match[first], day_first, end.year if end else None)
    if start is None or end is None:
        return None
    return Figures(*match.span(first), start), Figures(*match.span(last), end)


def _is_day_first(text: str) -> bool:
    """Dots put the day first; with slashes only a number over 12 tells."""
    parts = _PARTS.split(text)
    return len(parts) == 3 and len(parts[2]) == 4 and ("." in text or int(parts[0]) > 12)


def _date(text: str, day_first: bool, year: int | None = None) -> PartialDate | None:
    """The date of "6/2016", "2016-06-01", "31/08/2019"; `year` is that of a lone month."""
    numbers = [int(part) for part in _PARTS.split(text)]
    if len(numbers) == 1:
        return PartialDate(numbers[0]) if numbers[0] > 99 else PartialDate(year or 0, numbers[0])
    if numbers[0] < 100:  # the year stands last, the month before the day in the American order
        rest = numbers[-2::-1] if day_first else numbers[:-1]
        numbers = [_whole(numbers[-1]), *rest]
    month, day = numbers[1], numbers[2] if len(numbers) > 2 else None
    return PartialDate(numbers[0], month, day) if 1 <= month <= 12 and (day or 1) <= 31 else None


def _whole(year: int) -> int:
    return year if year > 99 else year + (2000 if year < 50 else 1900)
