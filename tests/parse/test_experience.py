"""Years of experience: the union of what was worked."""

from __future__ import annotations

from datetime import date

import pytest

from careercraft.model.document import Span
from careercraft.model.resume import DateRange, Employment, PartialDate, Work
from careercraft.parse.dates import find_dates
from careercraft.parse.experience import gaps, internship_years, months, total_years, years_of

TODAY = date(2024, 6, 15)


def period(text: str) -> DateRange:
    (found,) = find_dates(text)
    return found


def job(text: str, employment: Employment | None = None) -> Work:
    return Work(dates=period(text), employment=employment, span=Span(0, 0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019 – 2023", 48),
        ("2019", 12),
        ("Jan 2020 – Mar 2020", 3),
        ("May 2020", 1),
        ("2019 – 2019", 12),
        ("Jan 2024 – present", 6),
        ("Jan 2024 – Dec 2030", 6),
        ("2030 – 2032", 0),
        ("June 2025 – present", 0),
        ("Summers 2015–2017", 9),
        ("Summers 2015, 2016", 6),
        ("Summers 2022 – present", 7),
        ("Summers 2023 – 2026", 4),
        ("Summer 2015 – Summer 2017", 27),
    ],
)
def test_months(text: str, expected: int) -> None:
    assert months(period(text), TODAY) == expected


def test_overlaps_count_once() -> None:
    assert total_years([job("2015 – 2020"), job("2018 – 2022")], TODAY) == 7.0


def test_a_reversed_range_is_never_negative() -> None:
    wrong = DateRange(start=PartialDate(2020, 5), end=PartialDate(2018, 1), span=Span(0, 0))
    assert months(wrong, TODAY) == 0


def test_internships_and_volunteering_are_told_apart() -> None:
    work = [job("2018 – 2020"), job("Jan 2016 – Jun 2016", "internship"), job("2010 – 2014", "volunteer")]
    assert total_years(work, TODAY) == 2.0
    assert internship_years(work, TODAY) == 4.5
    assert total_years(work, TODAY, internships=True) == 6.5


def test_part_time_counts_as_full() -> None:
    assert total_years([job("2018 – 2020", "part_time")], TODAY) == 2.0


def test_without_dates_the_total_is_unknown() -> None:
    undated = Work(span=Span(0, 0))
    assert total_years([undated], TODAY) is None
    assert years_of(undated, TODAY) is None
    assert total_years([], TODAY) is None


def test_gaps_are_found_between_all_entries() -> None:
    (gap,) = gaps([job("Jan 2015 – Dec 2016"), job("Jan 2018 – present")], TODAY)
    assert (gap.start, gap.end, gap.months) == (PartialDate(2017, 1), PartialDate(2017, 12), 12)
    assert gaps([job("2015 – 2016"), job("2017 – 2020")], TODAY) == []
