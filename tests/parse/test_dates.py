"""Every shape of dates that resumes use, with the precision kept."""

from __future__ import annotations

import pytest

from careercraft.model.resume import DateRange, PartialDate
from careercraft.parse.dates import find_dates, parse_date


def shape(dates: DateRange) -> tuple[str | None, str | None]:
    end = "now" if dates.current else iso(dates.end)
    return iso(dates.start), end


def iso(date: PartialDate | None) -> str | None:
    if date is None:
        return None
    return "-".join(f"{part:02d}" for part in (date.year, date.month, date.day) if part is not None)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("03/2019 – present", "2019-03", "now"),
        ("Sept. '18 to now", "2018-09", "now"),
        ("2016—2020", "2016", "2020"),
        ("Summer 2021", "2021-06", "2021-08"),
        ("since 2020", "2020", "now"),
        ("1/2019-", "2019-01", "now"),
        ("2019-03 – 2021-05", "2019-03", "2021-05"),
        ("Jan 2020 - Current", "2020-01", "now"),
        ("March 2020 – today", "2020-03", "now"),
        ("10/2004 to 07/2016", "2004-10", "2016-07"),
        ("(2019 - 2023)", "2019", "2023"),
        ("2016-18", "2016", "2018"),
        ("Jan – Mar 2020", "2020-01", "2020-03"),
        ("03/18 – 05/19", "2018-03", "2019-05"),
        ("'15 – '18", "2015", "2018"),
        ("Jan-18 – Mar-19", "2018-01", "2019-03"),
        ("January 15, 2020 to February 3, 2021", "2020-01-15", "2021-02-03"),
        ("01.02.2019 - 31.12.2020", "2019-02-01", "2020-12-31"),
        ("Fall 2019 – Spring 2020", "2019-09", "2020-05"),
        ("between 2013 and 2016", "2013", "2016"),
        ("From: 2017 To: 2020", "2017", "2020"),
        ("Jan 2020 –\nPresent", "2020-01", "now"),
        ("January 2016\nto\nMay 2016", "2016-01", "2016-05"),
        ("seit März 2020", "2020-03", "now"),
        ("janv. 2019 - aujourd’hui", "2019-01", "now"),
        ("enero de 2019 – actualidad", "2019-01", "now"),
        ("março de 2018 - atual", "2018-03", "now"),
        ("dal 2018 al 2020", "2018", "2020"),
        ("mei 2018 t/m augustus 2020", "2018-05", "2020-08"),
        ("2021 – 2019", "2019", "2021"),
        ("março de 2019 – em curso", "2019-03", "now"),
        ("2018 – att.", "2018", "now"),
        ("2015 – auj.", "2015", "now"),
        ("gennaio 2019 – in corso", "2019-01", "now"),
        ("maart 2019 – heden", "2019-03", "now"),
        ("July 2019 – (present)", "2019-07", "now"),
        ("H1 2020", "2020-01", "2020-06"),
        ("Q3 2019", "2019-07", "2019-09"),
        ("2019/20", "2019", "2020"),
        ("Early 2019 – late 2020", "2019", "2020"),
        ("04.19 – 03.21", "2019-04", "2021-03"),
        ("du 01/09/2019 au 30/06/2020", "2019-09-01", "2020-06-30"),
        ("à partir de septembre 2019", "2019-09", "now"),
    ],
)
def test_a_period_in_any_shape(text: str, start: str, end: str) -> None:
    found = find_dates(text)
    assert [shape(dates) for dates in found] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("6/2016-8/2019", "2016-06", "2019-08"),
        ("06/2016-08/2019", "2016-06", "2019-08"),
        ("06/2016–08/2019", "2016-06", "2019-08"),
        ("06/2016-08/2019 (3 yrs)", "2016-06", "2019-08"),
        ("6/2016 -8/2019", "2016-06", "2019-08"),
        ("6/2016- 8/2019", "2016-06", "2019-08"),
        ("12/2016-1/2019", "2016-12", "2019-01"),
        ("2016/6-2019/8", "2016-06", "2019-08"),
        ("2016/12-2019/1", "2016-12", "2019-01"),
        ("06.2016-08.2019", "2016-06", "2019-08"),
        ("2016.06-2019.08", "2016-06", "2019-08"),
        ("6/16-8/19", "2016-06", "2019-08"),
        ("06/16-08/2019", "2016-06", "2019-08"),
        ("6/2016-08/19", "2016-06", "2019-08"),
        ("Jun2016-Aug2019", "2016-06", "2019-08"),
        ("Sept.2016-Oct.2019", "2016-09", "2019-10"),
        ("Jun-16-Aug-19", "2016-06", "2019-08"),
        ("2016-08/2019-08", "2016-08", "2019-08"),
        ("2016-08-01/2019-03-04", "2016-08-01", "2019-03-04"),
        ("2016-08–2019-08", "2016-08", "2019-08"),
        ("2016-06-2019-08", "2016-06", "2019-08"),
        ("06-2016-08-2019", "2016-06", "2019-08"),
        ("01/06/2016-31/08/2019", "2016-06-01", "2019-08-31"),
        ("6/1/2016-8/31/2019", "2016-06-01", "2019-08-31"),
        ("01.06.2016-31.08.2019", "2016-06-01", "2019-08-31"),
        ("03-05/2019", "2019-03", "2019-05"),
        ("2016-8/2019", "2016", "2019-08"),
        ("6/2016-2019", "2016-06", "2019"),
        ("6/2016-present", "2016-06", "now"),
        ("2016-2020", "2016", "2020"),
        ("8/2019-6/2016", "2016-06", "2019-08"),
    ],
)
def test_a_period_without_spaces_around_its_dash(text: str, start: str, end: str) -> None:
    assert [shape(dates) for dates in find_dates(text)] == [(start, end)]


@pytest.mark.parametrize("text", ["2016-08", "2016-08-01"])
def test_an_iso_date_is_no_period(text: str) -> None:
    assert [shape(dates) for dates in find_dates(text)] == [(None, text)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Summers 2015–2017", "2015-06", "2017-08"),
        ("Summers of 2015 to 2017", "2015-06", "2017-08"),
        ("(summers, 2015-2017)", "2015-06", "2017-08"),
        ("Summers 2015, 2016 and 2017", "2015-06", "2017-08"),
        ("Winters 2015-2017", "2015-01", "2017-02"),
        ("Camp Pine Lake, Falls 2015-2017", "2015-09", "2017-11"),
        ("Summers 2019 – present", "2019-06", "now"),
    ],
)
def test_a_season_of_several_years(text: str, start: str, end: str) -> None:
    (dates,) = find_dates(text)
    assert (*shape(dates), dates.seasonal) == (start, end, True)


@pytest.mark.parametrize(
    "text",
    ["Colorado Springs, 2015 – 2017", "Sioux Falls 2015-2017", "Summer 2015 – Summer 2017", "2015-2017"],
)
def test_a_period_that_is_no_season_of_several_years(text: str) -> None:
    assert [dates.seasonal for dates in find_dates(text)] == [False]


def test_two_periods_without_spaces_stay_apart() -> None:
    found = find_dates("3/2016-8/2019, 9/2019-Present")
    assert [shape(dates) for dates in found] == [("2016-03", "2019-08"), ("2019-09", "now")]


@pytest.mark.parametrize(
    ("text", "end"), [("Dec 2015", "2015-12"), ("1998", "1998"), ("Graduated: 05/2012", "2012-05")]
)
def test_a_lone_date_is_an_end_without_a_start(text: str, end: str) -> None:
    assert [shape(dates) for dates in find_dates(text)] == [(None, end)]


@pytest.mark.parametrize(
    "text",
    [
        "$2000 a month",
        "2000+ users",
        "in the 1990s",
        "version 3.2019.1",
        "32-bed unit",
        "(512) 555-0142",
        "1,999 items",
        "(415) 555-2016",
        "415-555-2016",
        "03/18",
    ],
)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert find_dates(text) == []


def test_a_list_number_is_no_month() -> None:
    assert [shape(dates) for dates in find_dates("2. 2014 - 2017, Cook")] == [("2014", "2017")]


def test_two_dates_without_a_separator_stay_two() -> None:
    assert len(find_dates("Promoted in May 2019 and June 2020")) == 2


def test_the_span_covers_the_words_and_nothing_else() -> None:
    text = "Cook, Sept. 2018 – present (full-time)"
    (dates,) = find_dates(text, base=100)
    assert text[dates.span.start - 100 : dates.span.end - 100] == "Sept. 2018 – present"


def test_parse_date_reads_iso_values() -> None:
    assert parse_date("2019-03-07") == PartialDate(2019, 3, 7)
    assert parse_date("soon") is None


def test_a_very_long_line_of_dates_is_read_whole() -> None:
    assert len(find_dates("2019 - 2020, " * 5000)) == 5000


def test_the_day_stands_first_outside_of_english() -> None:
    assert shape(find_dates("03/04/2020 - 05/06/2021")[0]) == ("2020-03-04", "2021-05-06")
    assert shape(find_dates("03/04/2020 - 05/06/2021", day_first=True)[0]) == ("2020-04-03", "2021-06-05")


def test_a_number_on_the_line_before_is_no_day() -> None:
    assert [shape(dates) for dates in find_dates("8.6/10\nSep 2005 – Jul 2009")] == [("2005-09", "2009-07")]


def test_a_letter_spaced_word_between_two_dates() -> None:
    """ "t o" is what is left of "to" where a heading's letters are set apart."""
    assert [found.start for found in find_dates("2019-02-01 t o 2022-04-30")] == [PartialDate(2019, 2, 1)]


def test_open_ends_in_portuguese() -> None:
    for word in ("atualidade", "presente", "hoje"):
        assert [found.current for found in find_dates(f"março 2017 – {word}")] == [True]
