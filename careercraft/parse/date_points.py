"""Single dates where they stand in a text, found by ordered strategies (see `dates`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from careercraft.model.resume import PartialDate
from careercraft.parse.date_pairs import find_pairs
from careercraft.parse.date_patterns import (
    ISO,
    LOOSE_YEAR,
    NAMED,
    NUMERIC,
    PLACE_ENDS,
    QUOTED_YEAR,
    SEASON,
    SET_OFF,
    SHORT,
    SUMMERS,
    YEAR,
    YEAR_NAMED,
)
from careercraft.parse.date_words import MONTHS, SEASONS

_REACH = 24
"""Most characters that a month and a day take before their year."""
HINT = re.compile(r"(?:19|20)\d\d|['’‘-]\s?\d\d|\d/\d\d|\d\.\d\d\s?[-–]")


class Point(NamedTuple):
    """A date where it stands. `alone` tells whether it means a date with nothing around it."""

    start: int
    end: int
    first: PartialDate
    last: PartialDate
    alone: bool = True
    seasonal: bool = False
    """The same months of every year from the first to the last."""


def find_points(text: str, *, day_first: bool = False) -> list[Point]:
    """All single dates, by the ordered strategies, in reading order without overlaps.

    `day_first` reads 03/04/2020 as the third of April; otherwise it is the fourth of March.
    """
    return sorted(point for low, high in _windows(text) for point in _points_in(text, low, high, day_first))


def _points_in(text: str, low: int, high: int, day_first: bool) -> list[Point]:
    taken = bytearray(high - low)  # marks what an earlier strategy has read; a list would take quadratic time
    found = _paired(text, low, high, taken, day_first)
    for pattern, build in _DAY_FIRST if day_first else _STRATEGIES:
        for match in pattern.finditer(text, low, high):
            point = build(match)
            if point and not any(taken[point.start - low : point.end - low]):
                taken[point.start - low : point.end - low] = b"\1" * (point.end - point.start)
                found.append(point)
    return found


def _paired(text: str, low: int, high: int, taken: bytearray, day_first: bool) -> list[Point]:
    """Both ends of the periods that are written in figures alone."""
    found: list[Point] = []
    for pair in find_pairs(text, low, high, day_first):
        taken[pair[0].start - low : pair[1].end - low] = b"\1" * (pair[1].end - pair[0].start)
        found += [Point(end.start, end.end, end.date, end.date) for end in pair]
    return found


def _windows(text: str) -> list[tuple[int, int]]:
    """The lines that hold a year or the like, with the line before where a month may end it."""
    windows: list[tuple[int, int]] = []
    for hint in HINT.finditer(text):
        if windows and hint.start() < windows[-1][1]:
            continue
        low = text.rfind("\n", 0, max(0, hint.start() - _REACH)) + 1
        newline = text.find("\n", hint.end())
        high = len(text) if newline < 0 else newline
        if windows and low < windows[-1][1]:
            low = windows.pop()[0]
        windows.append((low, high))
    return windows


def _named(match: re.Match[str]) -> Point | None:
    month = month_of(match["name"])
    if month is None:
        return None
    day = match["day"] or match["day2"]
    # A day of "31 – 15 January" style stays outside; a bare number before the month is a day only if it can be.
    date = PartialDate(_year(match["year"]), month, int(day) if day and 1 <= int(day) <= 31 else None)
    return Point(match.start(), match.end(), date, date)


def _year_named(match: re.Match[str]) -> Point | None:
    month = month_of(match["name"])
    if month is None:
        return None
    date = PartialDate(int(match["year"]), month)
    return Point(match.start(), match.end(), date, date)


def _iso(match: re.Match[str]) -> Point | None:
    day = int(match["day"]) if match["day"] else None
    date = PartialDate(int(match["year"]), int(match["month"]), day if day and day <= 31 else None)
    return Point(match.start(), match.end(), date, date)


def _numeric(match: re.Match[str]) -> Point | None:
    """A slash without a number over 12 is read the American way; dots and dashes put the day first."""
    return _numeric_in(match, american="/" in match[0])


def _numeric_day_first(match: re.Match[str]) -> Point | None:
    return _numeric_in(match, american=False)


def _numeric_in(match: re.Match[str], *, american: bool) -> Point | None:
    first, second = int(match["first"] or 0), int(match["second"])
    swap = first and (second > 12 or (american and first <= 12))
    day, month = (second, first) if swap else (first, second)
    if not 1 <= month <= 12 or day > 31:
        return None
    date = PartialDate(int(match["year"]), month, day or None)
    return Point(match.start(), match.end(), date, date)


def _season(match: re.Match[str]) -> Point | None:
    months = SEASONS.get(match["name"].lower())
    if months is None:
        return None
    year = _year(match["year"])
    return Point(match.start(), match.end(), PartialDate(year, months[0]), PartialDate(year, months[1]))


def _summers(match: re.Match[str]) -> Point | None:
    """ "Summers 2015 – 2017": the season of each of the years."""
    months = SEASONS.get(match["name"].lower())
    if months is None or (match["name"].lower() in PLACE_ENDS and not SET_OFF.search(_before(match))):
        return None
    years = sorted((int(match["first"]), int(match["last"] or match["first"])))
    low, high = PartialDate(years[0], months[0]), PartialDate(years[1], months[1])
    return Point(match.start(), match.end(), low, high, seasonal=True)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 8) : match.start()]


def _short(match: re.Match[str]) -> Point:
    """03/18: only within a range, since a lone one may be a fraction or a day."""
    date = PartialDate(_year(match["year"]), int(match["month"]))
    return Point(match.start(), match.end(), date, date, alone=False)


def _bare_year(match: re.Match[str]) -> Point:
    date = PartialDate(int(match["year"]))
    return Point(match.start(), match.end(), date, date)


def _quoted_year(match: re.Match[str]) -> Point:
    date = PartialDate(_year(match["year"]))
    return Point(match.start(), match.end(), date, date, alone=False)


_STRATEGIES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Point | None]], ...] = (
    (SUMMERS, _summers),
    (YEAR_NAMED, _year_named),
    (NAMED, _named),
    (SEASON, _season),
    (ISO, _iso),
    (NUMERIC, _numeric),
    (SHORT, _short),
    (YEAR, _bare_year),
    (LOOSE_YEAR, _bare_year),
    (QUOTED_YEAR, _quoted_year),
)
_DAY_FIRST = tuple(
    (pattern, _numeric_day_first if build is _numeric else build) for pattern, build in _STRATEGIES
)


def month_of(name: str) -> int | None:
    """The month of a name in any of the languages; None if it is none."""
    return MONTHS.get(name.lower())


def _year(text: str) -> int:
    """Four digits as they are; two digits into the hundred years that end in 2049."""
    number = int(text.strip("'’‘ "))
    return number if number > 99 else number + (2000 if number < 50 else 1900)
