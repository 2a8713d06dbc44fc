"""The same periods in other forms: "Jan 2020 - Mar 2023", "01/2020 – 03/2023", "2020-01 to 2023-03"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from careercraft.audit.swap import Edit, Sheet, Swap, as_text, edited
from careercraft.model.resume import DateRange, PartialDate

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_Form = tuple[str, Callable[[int, int], str], str, str]
"""How it looks, a month of a year, what stands between, and the word for now."""
_FORMS: tuple[_Form, ...] = (
    ("Jan 2020 - Mar 2023", lambda year, month: f"{_MONTHS[month - 1][:3]} {year}", " - ", "Present"),
    ("01/2020 – 03/2023", lambda year, month: f"{month:02d}/{year}", " – ", "present"),
    ("2020-01 to 2023-03", lambda year, month: f"{year}-{month:02d}", " to ", "present"),
    ("January 2020 until March 2023", lambda year, month: f"{_MONTHS[month - 1]} {year}", " until ", "today"),
    ("01.2020–03.2023", lambda year, month: f"{month:02d}.{year}", "–", "present"),
)


def date_swaps(sheet: Sheet) -> Iterator[Swap]:
    ranges = [dates for dates in _ranges(sheet) if _is_plain(dates)]
    if not ranges:
        return
    for shown, form, between, now in _FORMS:
        edits = [
            Edit(dates.span.start, dates.span.end, _written(dates, form, between, now)) for dates in ranges
        ]
        count = f"{len(ranges)} period{'s' * (len(ranges) != 1)}"
        yield Swap(kind="dates", what=f"{count} as {shown}", after=as_text(edited(sheet.text, edits)))


def _ranges(sheet: Sheet) -> Iterator[DateRange]:
    resume = sheet.resume
    ranges = [entry.dates for entry in (*resume.work, *resume.volunteer)]
    ranges += [entry.dates for entry in resume.education]
    ranges += [entry.dates for entry in resume.projects]
    yield from filter(None, ranges)


def _is_plain(dates: DateRange) -> bool:
    """From a month or year to one of the same precision or to now."""
    start, end = dates.start, dates.end
    if dates.seasonal or start is None or start.day is not None:
        return False
    if dates.current:
        return end is None
    return end is not None and end.day is None and (end.month is None) == (start.month is None)


def _written(dates: DateRange, form: Callable[[int, int], str], between: str, now: str) -> str:
    assert dates.start is not None
    end = now if dates.end is None else _point(dates.end, form)
    return f"{_point(dates.start, form)}{between}{end}"


def _point(date: PartialDate, form: Callable[[int, int], str]) -> str:
    return str(date.year) if date.month is None else form(date.year, date.month)
