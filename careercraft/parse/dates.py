"""Dates and periods in running text: every shape that resumes write them in, with the precision kept.

`find_dates` works in two steps. First, periods in figures are read whole (`date_pairs`), then ordered
strategies find single points ("Sept. '18", "03/2019", "2016"); what an earlier one claimed, a later one
doesn't read again. Then neighbors joined by a separator become a range, and what stands around a lone point
("since", "– present", an open dash) decides whether it is the start of something that still goes on.
"""

from __future__ import annotations

import re

from careercraft.model.document import Span
from careercraft.model.resume import DateRange, PartialDate
from careercraft.parse.date_points import HINT, Point, find_points, month_of
from careercraft.parse.date_words import PARTS_OF_YEAR, PRESENT, SEPARATORS, SINCE

_GAP = re.compile(
    rf"[ .,)]*(?:{SEPARATORS}):?[ (]*\n?[ ]*(?:(?:{PARTS_OF_YEAR})[ -])?|[ ]*\n[ ]*(?:{SEPARATORS})[ ]*\n[ ]*",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|tra|fra|tussen)\s+(?:the\s+years?\s+)?$", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|und|et|y|e|en)\s+", re.IGNORECASE)
_TO_PRESENT = re.compile(
    rf"[ .,]*\n?[ ]*(?:(?:{SEPARATORS})[ ]*\n?[ ]*(?:the[ ]|le[ ]|l[’']|\()?|[ ]?[,(][ ]?)(?:{PRESENT})(?!\w)",
    re.IGNORECASE,
)
_UNDER = re.compile(rf"[ ]*\n[ ]*(?:{PRESENT})[ ]*(?=\n|$)", re.IGNORECASE)
"""On a line of its own under a date."""
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
    (?:\d{1,2}(?:[.,]\d)?\s?\+?\s?(?:years?|yrs?|months?|mos?|Jahre?n?|Monate?n?|ans?|mois|años?|meses|anos?|anni|mesi|jaar|maanden)(?!\w)
    (?:\s?(?:,|and|et|und|y|e|en)?\s?)?){1,2}
    [)\]\s]*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A stated length ("2 years 10 months"), which some templates print under the dates."""


def find_dates(
    text: str, base: int = 0, page: int | None = None, *, day_first: bool = False
) -> list[DateRange]:
    """All dates and periods of `text` in order; spans are offset by `base`.

    A lone date has `start` None and itself as `end`. "Present" and an open dash give `current`.
    `day_first` says how 03/04/2020 is meant; English documents are read in the American order.
    """
    if not HINT.search(text):
        return []
    points = find_points(text, day_first=day_first)
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
    points = find_points(text)
    return points[0].first if points else None


def _resolve(
    text: str, point: Point, following: Point | None, base: int, page: int | None
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


def _joined(text: str, point: Point, following: Point) -> bool:
    """A separator stands between the two; "and" is one only after "between"."""
    if _GAP.fullmatch(text, point.end, following.start):
        return True
    between = _BETWEEN.search(text, max(0, point.start - 24), point.start)
    return bool(between and _AND.fullmatch(text, point.end, following.start))


def _open_end(text: str, point: Point) -> int | None:
    if match := _TO_PRESENT.match(text, point.end):
        return match.end()
    if text[: point.start].rpartition("\n")[2].strip() == "" and (match := _UNDER.match(text, point.end)):
        return match.end()
    match = _OPEN.match(text, point.end)
    return match.end() if match and point.alone else None


def _short_end(text: str, point: Point) -> tuple[PartialDate, int] | None:
    """The second year of "2016-18"."""
    match = _SHORT_END.match(text, point.end) if point.first.month is None else None
    if not match:
        return None
    year = point.first.year // 100 * 100 + int(match["year"])
    return (PartialDate(year), match.end()) if 0 < year - point.first.year < 40 else None


def _shared_year(text: str, point: Point) -> tuple[PartialDate, int] | None:
    """The start of "Jan – Mar 2020" or "03 – 05/2019", whose year stands once."""
    if point.last.month is None:
        return None
    low = max(0, point.start - 24)
    if (match := _MONTH_BEFORE.search(text, low, point.start)) and (month := month_of(match["name"])):
        return PartialDate(point.first.year, month), match.start("name")
    if match := _NUMBER_BEFORE.search(text, low, point.start):
        return PartialDate(point.first.year, int(match["month"])), match.start()
    return None
