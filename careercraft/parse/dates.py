"""Dates and periods in running text: every shape that resumes write them in, with the precision kept.

`find_dates` works in two steps. First, periods in figures are read whole (`date_pairs`), then ordered
strategies find single points ("Sept. '18", "03/2019", "2016"); what an earlier one claimed, a later one
doesn't read again. Then neighbors joined by a separator become a range, and what stands around a lone point
("since", "– present", an open dash) decides whether it is the start of something that still goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from careercraft.model.document import Span
from careercraft.model.resume import DateRange, PartialDate
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
)
from careercraft.parse.date_words import MONTHS, PRESENT, SEASONS, SEPARATORS, SINCE

_REACH = 24
"""Most characters that a month and a day take before their year."""
_HINT = re.compile(r"(?:19|20)\d\d|['’‘-]\s?\d\d|\d/\d\d")
_GAP = re.compile(
    rf"[ .,)]*(?:{SEPARATORS}):?[ (]*\n?[ ]*|[ ]*\n[ ]*(?:{SEPARATORS})[ ]*\n[ ]*", re.IGNORECASE
)
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|tra|fra|tussen)\s+(?:the\s+years?\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|und|et|y|e|en)\s+", re.IGNORECASE)
_TO_PRESENT = re.compile(
    rf"[ .,]*\n?[ ]*(?:(?:{SEPARATORS})[ ]*\n?[ ]*(?:the[ ]|le[ ]|l[’'])?|[ ]?[,(][ ]?)(?:{PRESENT})(?!\w)",
    re.IGNORECASE,
)
_OPEN = re.compile(r"[ ]?[-–—](?=[ ]*(?:$|\n|[)\],;|]|[ ]{2,}))")
_SINCE_BEFORE = re.compile(rf"(?<!\w)(?:{SINCE})[ :]*$", re.IGNORECASE)
_MONTH_BEFORE = re.compile(
    rf"(?<!\w)(?P<name>[^\W\d_]{{3,10}})\.?(?:[ ]\d{{1,2}}(?:st|nd|rd|th)?)?[ ]*(?:{SEPARATORS})[ ]*$",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(r"(?<![\d/.-])(?P<month>0?[1-9]|1[0-2])[ ]?[-–—][ ]?$")
_SHORT_END = re.compile(r"[ ]?[-–—/][ ]?['’]?(?P<year>\d\d)(?![\w/]|[.,]\d|-\d)")

DURATION = re.compile(
    r"""
    [(\[·•|,~\s]*
    (?:\d{1,2}(?:[.,]\d)?\s?\+?\s?(?:years?|yrs?|months?|mos?|Jahre?n?|Monate?n?|ans?|mois|años?|meses|anos?|anni|mesi|jaar|maanden)
    (?:\s?(?:,|and|et|und|y|e|en)?\s?)?){1,2}
    [)\]\s]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A stated length ("2 years 10 months"), which some templates print under the dates."""


class _Point(NamedTuple):
    """A date where it stands. `alone` tells whether it means a date with nothing around it."""

    start: int
    end: int
    first: PartialDate
    last: PartialDate
    alone: bool = True
    seasonal: bool = False
    """The same months of every year from the first to the last."""


def find_dates(text: str, base: int = 0, page: int | None = None) -> list[DateRange]:
    """All dates and periods of `text` in order; spans are offset by `base`.

    A lone date has `start` None and itself as `end`. "Present" and an open dash give `current`.
    """
    if not _HINT.search(text):
        return []
    points = _points(text)
    found, index = [], 0
    while index < len(points):
        following = points[index + 1] if index + 1 < len(points) else None
        item, used = _resolve(text, points[index], following, base, page)
        index += used
        if item is not None:
            found.append(item)
    return found


def parse_date(text: str) -> PartialDate | None:
    """The first date of `text`, for fields that hold nothing else ("2019-03", "May 2020")."""
    points = _points(text)
    return points[0].first if points else None


def _resolve(
    text: str, point: _Point, following: _Point | None, base: int, page: int | None
) -> tuple[DateRange | None, int]:
    def span(start: int, end: int) -> Span:
        return Span(base + start, base + end, page)

    if following is not None and _joined(text, point, following):
        # Written the wrong way round now and then; the earlier date is the start either way.
        low, high = sorted((point, following), key=lambda p: (p.first.year, p.first.month or 0))
        return DateRange(start=low.first, end=high.last, span=span(point.start, following.end)), 2
    if (open_end := _open_end(text, point)) is not None:
        seasonal = point.seasonal
        where = span(point.start, open_end)
        return DateRange(start=point.first, end=None, current=True, span=where, seasonal=seasonal), 1
    if short := _short_end(text, point):
        return DateRange(start=point.first, end=short[0], span=span(point.start, short[1])), 1
    if not point.alone:
        return None, 1
    if before := _shared_year(text, point):
        return DateRange(start=before[0], end=point.last, span=span(before[1], point.end)), 1
    if since := _SINCE_BEFORE.search(text, max(0, point.start - 12), point.start):
        return DateRange(start=point.first, end=None, current=True, span=span(since.start(), point.end)), 1
    start = point.first if point.first != point.last else None
    where = span(point.start, point.end)
    return DateRange(start=start, end=point.last, span=where, seasonal=point.seasonal), 1


def _joined(text: str, point: _Point, following: _Point) -> bool:
    """A separator stands between the two; "and" is one only after "between"."""
    if _GAP.fullmatch(text, point.end, following.start):
        return True
    between = _BETWEEN.search(text, max(0, point.start - 24), point.start)
    return bool(between and _AND.fullmatch(text, point.end, following.start))


def _open_end(text: str, point: _Point) -> int | None:
    if match := _TO_PRESENT.match(text, point.end):
        return match.end()
    match = _OPEN.match(text, point.end)
    return match.end() if match and point.alone else None


def _short_end(text: str, point: _Point) -> tuple[PartialDate, int] | None:
    """The second year of "2016-18"."""
    match = _SHORT_END.match(text, point.end) if point.first.month is None else None
    if not match:
        return None
    year = point.first.year // 100 * 100 + int(match["year"])
    return (PartialDate(year), match.end()) if 0 < year - point.first.year < 40 else None


def _shared_year(text: str, point: _Point) -> tuple[PartialDate, int] | None:
    """The start of "Jan – Mar 2020" or "03 – 05/2019", whose year stands once."""
    if point.last.month is None:
        return None
    low = max(0, point.start - 24)
    if (match := _MONTH_BEFORE.search(text, low, point.start)) and (month := _month(match["name"])):
        return PartialDate(point.first.year, month), match.start("name")
    if match := _NUMBER_BEFORE.search(text, low, point.start):
        return PartialDate(point.first.year, int(match["month"])), match.start()
    return None


def _points(text: str) -> list[_Point]:
    """All single dates, by the ordered strategies, in reading order without overlaps."""
    return sorted(point for low, high in _windows(text) for point in _points_in(text, low, high))


def _points_in(text: str, low: int, high: int) -> list[_Point]:
    taken = bytearray(high - low)  # marks what an earlier strategy has read; a list would take quadratic time
    found = _paired(text, low, high, taken)
    for pattern, build in _STRATEGIES:
        for match in pattern.finditer(text, low, high):
            point = build(match)
            if point and not any(taken[point.start - low : point.end - low]):
                taken[point.start - low : point.end - low] = b"\1" * (point.end - point.start)
                found.append(point)
    return found


def _paired(text: str, low: int, high: int, taken: bytearray) -> list[_Point]:
    """Both ends of the periods that are written in figures alone."""
    found: list[_Point] = []
    for pair in find_pairs(text, low, high):
        taken[pair[0].start - low : pair[1].end - low] = b"\1" * (pair[1].end - pair[0].start)
        found += [_Point(end.start, end.end, end.date, end.date) for end in pair]
    return found


def _windows(text: str) -> list[tuple[int, int]]:
    """The lines that hold a year or the like, with the line before where a month may end it."""
    windows: list[tuple[int, int]] = []
    for hint in _HINT.finditer(text):
        if windows and hint.start() < windows[-1][1]:
            continue
        low = text.rfind("\n", 0, max(0, hint.start() - _REACH)) + 1
        newline = text.find("\n", hint.end())
        high = len(text) if newline < 0 else newline
        if windows and low < windows[-1][1]:
            low = windows.pop()[0]
        windows.append((low, high))
    return windows


def _named(match: re.Match[str]) -> _Point | None:
    month = _month(match["name"])
    if month is None:
        return None
    day = match["day"] or match["day2"]
    # A day of "31 – 15 January" style stays outside; a bare number before the month is a day only if it can be.
    date = PartialDate(_year(match["year"]), month, int(day) if day and 1 <= int(day) <= 31 else None)
    return _Point(match.start(), match.end(), date, date)


def _iso(match: re.Match[str]) -> _Point | None:
    day = int(match["day"]) if match["day"] else None
    date = PartialDate(int(match["year"]), int(match["month"]), day if day and day <= 31 else None)
    return _Point(match.start(), match.end(), date, date)


def _numeric(match: re.Match[str]) -> _Point | None:
    first, second = int(match["first"] or 0), int(match["second"])
    # A slash without a number over 12 is read the American way; dots and dashes put the day first.
    swap = first and (second > 12 or ("/" in match[0] and first <= 12))
    day, month = (second, first) if swap else (first, second)
    if not 1 <= month <= 12 or day > 31:
        return None
    date = PartialDate(int(match["year"]), month, day or None)
    return _Point(match.start(), match.end(), date, date)


def _season(match: re.Match[str]) -> _Point | None:
    months = SEASONS.get(match["name"].lower())
    if months is None:
        return None
    year = _year(match["year"])
    return _Point(match.start(), match.end(), PartialDate(year, months[0]), PartialDate(year, months[1]))


def _summers(match: re.Match[str]) -> _Point | None:
    """ "Summers 2015 – 2017": the season of each of the years."""
    months = SEASONS.get(match["name"].lower())
    if months is None or (match["name"].lower() in PLACE_ENDS and not SET_OFF.search(_before(match))):
        return None
    years = sorted((int(match["first"]), int(match["last"] or match["first"])))
    low, high = PartialDate(years[0], months[0]), PartialDate(years[1], months[1])
    return _Point(match.start(), match.end(), low, high, seasonal=True)


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - 8) : match.start()]


def _short(match: re.Match[str]) -> _Point:
    """03/18: only within a range, since a lone one may be a fraction or a day."""
    date = PartialDate(_year(match["year"]), int(match["month"]))
    return _Point(match.start(), match.end(), date, date, alone=False)


def _bare_year(match: re.Match[str]) -> _Point:
    date = PartialDate(int(match["year"]))
    return _Point(match.start(), match.end(), date, date)


def _quoted_year(match: re.Match[str]) -> _Point:
    date = PartialDate(_year(match["year"]))
    return _Point(match.start(), match.end(), date, date, alone=False)


_STRATEGIES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Point | None]], ...] = (
    (SUMMERS, _summers),
    (NAMED, _named),
    (SEASON, _season),
    (ISO, _iso),
    (NUMERIC, _numeric),
    (SHORT, _short),
    (YEAR, _bare_year),
    (LOOSE_YEAR, _bare_year),
    (QUOTED_YEAR, _quoted_year),
)


def _month(name: str) -> int | None:
    return MONTHS.get(name.lower())


def _year(text: str) -> int:
    """Four digits as they are; two digits into the hundred years that end in 2049."""
    number = int(text.strip("'’‘ "))
    return number if number > 99 else number + (2000 if number < 50 else 1900)
