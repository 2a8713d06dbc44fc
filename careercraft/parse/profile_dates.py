"""Dates as a person types them into a field: 2020, 2020-03, 2020-03-15, "Mar 2020", 03/2020."""

from __future__ import annotations

import re
from datetime import date

from careercraft.errors import UsageError
from careercraft.model.resume import PartialDate
from careercraft.parse.dates import parse_date
from careercraft.parse.json_resume_out import iso_date

PRESENT = frozenset({"present", "current", "now", "today", "ongoing"})
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:T\S*)?)?)?", re.ASCII)
_FIRST, _LAST = 1900, 2100
_HOW = "write it as 2019-03-01, 2019-03 or 2019"


def read_date(words: str) -> PartialDate | None:
    """None for what is no date of the calendar, or of no working life."""
    text = words.strip()
    found = _ISO.fullmatch(text)
    if found:
        year, month, day = (int(part) if part else None for part in found.groups())
        at = PartialDate(year or 0, month, day)
    else:
        spelled = parse_date(text)
        if spelled is None or spelled.month is None:  # a lone year is written as one
            return None
        at = spelled
    return at if _FIRST <= at.year <= _LAST and _is_day(at) else None


def typed_date(flag: str, words: str) -> str:
    """In ISO form, as precise as it was typed. Raises UsageError."""
    found = read_date(words)
    if found is None:
        raise UsageError(f"{flag}: {words!r} is no date", _HOW)
    return iso_date(found)


def earlier(first: PartialDate, second: PartialDate) -> bool:
    """Surely so, as far as both are known: 2020 is not earlier than 2020-05."""
    pairs = ((first.year, second.year), (first.month, second.month), (first.day, second.day))
    for one, other in pairs:
        if one is None or other is None:
            return False
        if one != other:
            return one < other
    return False


def _is_day(at: PartialDate) -> bool:
    try:
        date(at.year, 1 if at.month is None else at.month, 1 if at.day is None else at.day)
    except ValueError:
        return False
    return True
