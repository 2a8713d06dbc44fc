"""School names broken over lines or around dates, several entries to a line, and signs before entries."""

from __future__ import annotations

import pytest

from careercraft.model.document import Line, Span
from careercraft.model.resume import DateRange, PartialDate
from careercraft.parse.education_rows import with_wrapped_names
from careercraft.parse.piece import Piece
from careercraft.parse.rows import Row
from tests.parse.resumes import parse, value

Study = tuple[str | None, str | None, int | None]


def studies(*lines: str) -> list[Study]:
    """School, degree and the year of the end of each entry."""
    text = "\n".join(["Ada Brown", "ada@example.org", "", "EDUCATION", "", *lines])
    return [
        (value(e.institution), value(e.degree), e.dates.end.year if e.dates and e.dates.end else None)
        for e in parse(text).education
    ]


def test_a_sign_before_each_entry_is_no_detail() -> None:
    lines = (
        "• North University  2014-11-01 - 2018-02-28",
        "PhD in Physics",
        "• South University  2008-10-01 - 2014-01-31",
        "Master of Science in Chemistry",
    )
    assert studies(*lines) == [
        ("North University", "PhD", 2018),
        ("South University", "Master of Science", 2014),
    ]


def test_a_name_that_fills_its_line_up_to_the_dates() -> None:
    lines = (
        "BSc Botany at Colegio Inventor Cosme Sept 2002 - Jun 2004",
        "Garrido",
        "High School Diploma at IES Celso  Sept 1998 - Jun 2002",
    )
    assert [school for school, _, _ in studies(*lines)] == ["Colegio Inventor Cosme Garrido", "IES Celso"]


def test_a_field_below_dates_that_stand_apart_is_no_name() -> None:
    lines = ("North University  2010 - 2012", "Botany", "South University of Arts 2006 - 2009", "Zoology")
    assert [school for school, _, _ in studies(*lines)] == ["North University", "South University of Arts"]


def rows_of(*lines: str, date: DateRange | None = None) -> list[Row]:
    """Rows of one paragraph of a PDF, the first with `date`."""
    rows: list[Row] = []
    at = 0
    for line in lines:
        own = (date,) if date and not rows else ()
        piece = Piece(line, at)
        rows.append(Row(pieces=(piece,), line=Line(span=piece.span, block=1), dates=own))
        at += len(line) + 1
    return rows


def test_a_day_that_the_cell_broke_off() -> None:
    head = "Harbor Technical Higher Secondary  2008-06-01 - 2010-03-"
    date = DateRange(
        start=PartialDate(year=2008, month=6, day=1),
        end=PartialDate(year=2010, month=3),
        span=Span(head.index("2008"), len(head) - 1),
    )
    (row,) = with_wrapped_names(rows_of(head, "31", "School", date=date))
    assert row.text == "Harbor Technical Higher Secondary School"
    assert row.dates[0].end == PartialDate(year=2010, month=3, day=31)


def test_the_last_part_of_a_full_line_goes_on() -> None:
    head = "Stage costumes, Diploma accademico di secondo livello, Accademia di Belle"
    (row,) = with_wrapped_names(rows_of(head, "Arti Nuove"))
    assert row.text == f"{head} Arti Nuove"
    assert len(with_wrapped_names(rows_of("Costumes, Diploma, Accademia di Belle", "Arti Nuove"))) == 2


def test_a_field_below_a_school_with_its_town_is_kept() -> None:
    text = "Institute of Management and Technology, Enugu\nCivil Design\nBachelor of Science\n2007 - 2009"
    (entry,) = parse(f"Ada Brown\nada@example.org\n\nEDUCATION\n\n{text}").education
    assert value(entry.area) == "Civil Design"


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("Institute of Management and Technology, Enugu", "Institute of Management and Technology, Enugu"),
        ("Government Secondary School,\nEnugu", "Government Secondary School, Enugu"),
        ("Hillcrest College of Commerce, Enugu", "Hillcrest College of Commerce"),
    ],
)
def test_a_name_of_kinds_alone_has_its_town_with_it(text: str, school: str) -> None:
    assert studies(text, "BSc Botany", "2010 - 2013") == [(school, "BSc", 2013)]


def test_several_entries_to_a_line() -> None:
    lines = (
        "QXPE  2009 - 2013  North School of Data",
        "2019 - 2020  South College Professor  2006 - 2008",
        "Silva",
    )
    assert studies(*lines) == [
        ("QXPE", None, 2013),
        ("North School of Data", None, 2020),
        ("South College Professor Silva", None, 2008),
    ]


def test_dates_before_their_schools_are_left_as_they_are() -> None:
    lines = ("2009 - 2013  North School of Data", "2006 - 2008  South College")
    assert studies(*lines) == [("North School of Data", None, 2013), ("South College", None, 2008)]


def test_the_side_of_the_other_schools_tells_an_unknown_one() -> None:
    lines = (
        "Insurance advice  2012 - 2013",
        "QXPASS  Licence professionnelle",
        "",
        "Insurance  2008 - 2010",
        "North College  BTS",
    )
    assert studies(*lines) == [
        ("QXPASS", "Licence professionnelle", 2013),
        ("North College", "BTS", 2010),
    ]
