"""Tables of jobs with named columns, labeled lines, dates stacked in a column, names that no word tells."""

from __future__ import annotations

import pytest

from tests.parse.resumes import in_work, parse, period, value

_ROWS = (
    ("Brightwater Mill", "Quoin Setter", "Feb 2020 - Present"),
    ("Ottilie Tannhof", "Plumb Warden", "Sep 2015 - Jan 2020"),
)


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        ("Organization   Designation   Period", (0, 1, 2)),
        ("Designation   Organization   Period", (1, 0, 2)),
        ("Arbeitgeber   Position   Zeitraum", (0, 1, 2)),
        ("Dates   Position Held   Name of Employer", (2, 1, 0)),
        ("Employeur   Fonction   Période", (0, 1, 2)),
    ],
)
def test_the_names_of_columns_tell_title_and_employer(names: str, columns: tuple[int, int, int]) -> None:
    lines = ["   ".join(row[at] for at in columns) for row in _ROWS]
    assert [entry[:2] for entry in in_work(names, *lines)] == [
        (title, employer) for employer, title, _ in _ROWS
    ]


def test_two_words_that_also_name_columns_are_a_head_where_a_date_stands_beside_them() -> None:
    assert in_work("Post   Brightwater Mill   2018 - 2020")[0][1] == "Brightwater Mill"


def test_labeled_lines_under_a_bare_employer() -> None:
    entries = in_work(
        "Brightwater Mill",
        "Leeds",
        "Job Title: Plumb Warden",
        "Dates Employed: 09/2021 - Present",
        "Hours per week: 40",
        "- Reset 40 quoins",
        "Ottilie House",
        "Leeds",
        "Job Title: Quoin Setter",
        "Dates Employed: 01/2017 - 03/2020",
        "Hours per week: 40",
        "- Moved 46 stones",
    )
    assert [entry[:2] for entry in entries] == [
        ("Plumb Warden", "Brightwater Mill"),
        ("Quoin Setter", "Ottilie House"),
    ]


@pytest.mark.parametrize("end", ["Present", "heute", "Actualidad"])
def test_a_word_for_today_on_the_line_under_a_date(end: str) -> None:
    resume = parse(
        f"Ada Brown\nada@example.org\n\nEXPERIENCE\nJun 2021\n{end}\nLeeds\n"
        "Brightwater Mill / Manager\n- Reset 40 quoins\n"
        "Jan 2018\nMay 2021\nLeeds\nOttilie House / Clerk\n- Moved 46 stones\n"
    )
    assert len(resume.work) == 2
    dates = resume.work[0].dates
    assert dates is not None
    assert period(dates) == "2021-06/now"
    assert (value(resume.work[0].title), value(resume.work[0].employer)) == ("Manager", "Brightwater Mill")


def test_the_second_date_stands_under_the_first_beside_the_name() -> None:
    resume = parse(
        "Ada Brown\nada@example.org\n\nEDUCATION\nSep 2013   Trent College / BSc: Optics\nJul 2015\n"
        "Aug 2007   Severn University / Diploma: Physics\nJun 2010\n"
    )
    assert [period(entry.dates) for entry in resume.education] == ["2013-09/2015-07", "2007-08/2010-06"]


def test_a_title_with_a_comma_before_an_employer_that_no_word_tells() -> None:
    entries = in_work(
        "Senior Surveyor, Terralink Ltd",
        "2014 - 2018",
        "- Set out the retaining walls",
        "Tunnel Surveyor, Stanton Group",
        "2011 - 2013",
        "- Guided a roadheader",
        "Pegger, summer season, Kauri Reach",
        "2005 - 2006",
        "- Cut lines",
    )
    assert entries[2][:2] == ("Pegger, summer season", "Kauri Reach")


def test_an_employer_before_a_title_with_a_comma() -> None:
    entries = in_work(
        "Terralink Ltd, Senior Surveyor  2014 - 2018",
        "- Set out the retaining walls",
        "Stanton Group, Tunnel Surveyor  2011 - 2013",
        "- Guided a roadheader",
        "Kauri Reach, Pegger, summer season  2005 - 2006",
        "- Cut lines",
    )
    assert entries[2][:2] == ("Pegger, summer season", "Kauri Reach")


def test_a_trade_before_an_employer_named_after_partners() -> None:
    assert in_work("Bookseller, Harrow & Vane  2004 - 2007")[0][:2] == ("Bookseller", "Harrow & Vane")


@pytest.mark.parametrize("place", ["On tour", "Various locations", "Tirupur"])
def test_a_place_behind_the_employer_that_is_no_large_town(place: str) -> None:
    resume = parse(
        "Ada Brown\nada@example.org\n\nEXPERIENCE\nOrganization   Designation   Period\n"
        "Brightwater Mill, Leeds   Quoin Setter   Feb 2020 - Present\n"
        f"Tin Lantern, {place}   Plumb Warden   Sep 2015 - Jan 2020\n"
    )
    assert (value(resume.work[1].employer), value(resume.work[1].location)) == ("Tin Lantern", place)
