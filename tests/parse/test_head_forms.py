"""Heads whose form the section's other entries tell, times of leave, short traineeships."""

from __future__ import annotations

from datetime import date

import pytest

from careercraft.parse.dates import find_dates
from careercraft.parse.employment import names_leave
from careercraft.parse.experience import total_years
from careercraft.parse.places import find_places
from tests.parse.resumes import facts, value
from tests.parse.styled import TOP, Set, heading, parse

TODAY = date(2026, 11, 1)


def big(text: str, size: float = 1.2) -> Set:
    return Set(text, size=size, bold=True, gap=True)


def test_prominent_rows_on_both_sides_of_the_dates() -> None:
    jobs = [
        ("Quill & Sable", "Ostermark", "February 2022 – Present", "Senior Stylist"),
        ("Tamsin Row", "Leeds", "July 2012 – October 2016", "Stylist"),
        ("Greenlock Corner", "Leeds", "September 2008 – June 2010", "Saturday Help"),
    ]
    lines: list[Set | str] = []
    for employer, place, dates, title in jobs:
        lines += [big(employer), Set(place, size=1.2, bold=True), dates, big(title)]
        if title != "Stylist":  # without text under it the next employer follows at once
            lines.append(Set("• Looked after two apprentices", gap=True))
    work = parse(*TOP, heading("Work Experience"), *lines).work
    assert [(value(job.title), value(job.employer)) for job in work] == [(t, e) for e, _, _, t in jobs]


def test_heads_set_alike_share_their_order() -> None:
    lines = [
        big("Jesper Kinley", 1.6), Set("Ravenmoor Trust", bold=True), "Nov 2009 – Jul 2011",
        big("Clinical Pharmacist", 1.6), Set("Liberties Late", bold=True), "Sep 2013 – May 2015",
        big("St Orlan Hospital", 1.6), big("Senior Pharmacist", 1.25), "Feb 2016 – Aug 2020", "• Ward reviews",
        big("Junior Pharmacist", 1.25), "Oct 2015 – Jan 2016", "• Answered the line",
    ]  # fmt: skip
    work = parse(*TOP, heading("Work"), *lines).work
    assert value(work[0].title) == "Jesper Kinley"
    assert value(work[0].employer) == "Ravenmoor Trust"


def test_a_row_under_the_dates_is_set_as_in_the_other_entries() -> None:
    lines: list[Set | str] = []
    for title, dates, employer in (
        ("Stylist  Feb 2022 – Present", "", "plume & thread"),
        ("Cutter  Jul 2018 – Jan 2022", "", "Halden Sons"),
        ("Packer  Jul 2016 – Jun 2018", "", "Greenlock"),
    ):
        lines += [big(f"{title}{dates}", 1.3), Set(employer, size=1.15), Set("• Work of six people")]
    work = parse(*TOP, heading("Work"), *lines).work
    assert [value(job.employer) for job in work] == ["plume & thread", "Halden Sons", "Greenlock"]


def test_a_year_in_a_sentence_opens_no_entry() -> None:
    work = parse(
        *TOP, heading("Work"),
        big("Dental Hygienist"), Set("Yarrow Practice", bold=True), "Apr 2017 – Present",
        "24 hours a week, since 2022 16 hours.", "• Set up a protocol",
        big("Dental Hygienist"), Set("Smile Works", bold=True), "Sep 2012 – Jul 2016", "• First treatments",
    ).work  # fmt: skip
    assert [facts(job)[:2] for job in work] == [
        ("Dental Hygienist", "Yarrow Practice"),
        ("Dental Hygienist", "Smile Works"),
    ]


def test_an_open_period_in_text_that_is_set_in_opens_no_entry() -> None:
    work = parse(
        *TOP, heading("Work"),
        Set("Yarrow Pharmacy, Pharmacist  2020-09 – Present", bold=True),
        Set("Ran the room: 4,300 doses since autumn 2021", indent=1.7),
        Set("Orlan Hospital, Pharmacist", bold=True), Set("2016-02 – 2020-08", indent=29.0),
        Set("Reviews on two wards", indent=1.7),
        Set("Kinley House, Pharmacist  2012-10 – 2015-06", bold=True), Set("Answered the line", indent=1.7),
        Set("Old Mill, Pharmacist  2009-10 – 2012-06", bold=True), Set("First post", indent=1.7),
    ).work  # fmt: skip
    assert [value(job.employer) for job in work] == [
        "Yarrow Pharmacy",
        "Orlan Hospital",
        "Kinley House",
        "Old Mill",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Parental leave",
        "Elternzeit",
        "Congé maternité",
        "Excedencia por cuidado",
        "Aspettativa",
        "Career break, Peru",
    ],
)
def test_leave(text: str) -> None:
    assert names_leave(text)


@pytest.mark.parametrize(
    "text", ["Maternity leave cover", "Elternzeitvertretung", "Leave of Absence Specialist"]
)
def test_work_that_names_leave(text: str) -> None:
    assert not names_leave(text)


def test_leave_is_no_year_of_work() -> None:
    work = parse(
        *TOP, heading("Work"),
        "Stylist, Quill Ltd, 01/2015 - 12/2016", "• Cut hair", "Maternity leave, 01/2017 - 12/2018",
        "Stylist, Quill Ltd, 01/2019 - 12/2020", "• Cut hair",
    ).work  # fmt: skip
    assert len(work) == 3
    assert total_years(work, TODAY) == 4.0


@pytest.mark.parametrize(
    ("dates", "employment"), [("04/2019 - 09/2019", "internship"), ("04/2019 - 09/2020", None)]
)
def test_a_short_traineeship_is_an_internship(dates: str, employment: str | None) -> None:
    work = parse(*TOP, heading("Work"), f"Pharmacy Trainee, Quill Ltd, {dates}", "• Prepared drops").work
    assert work[0].employment == employment


def test_a_graduate_trainee_has_a_job() -> None:
    work = parse(
        *TOP, heading("Work"), "Graduate Trainee, Quill Ltd, 01/2018 - 06/2018", "• Read meters"
    ).work
    assert work[0].employment is None


def test_a_year_before_a_month_s_name() -> None:
    (found,) = find_dates("2010-Sep - 2012-Jun")
    assert found.start is not None
    assert found.end is not None
    assert (found.start.month, found.end.year, found.end.month) == (9, 2012, 6)
    (found,) = find_dates("2014-junio 2017")
    assert found.start is not None
    assert found.start.month is None


def test_a_state_that_is_part_of_a_name() -> None:
    assert find_places("Ministry of Works, Kebbi State") == []
    (place,) = find_places("Warri, Delta State")
    assert (place.city, place.region, place.country) == ("Warri", "Delta State", "NG")
    assert find_places("Mildura VIC")[0].country == "AU"
