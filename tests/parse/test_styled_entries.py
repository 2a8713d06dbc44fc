"""Entries that typography sets apart: titles and employers by size and weight, dates above, below or beside."""

from __future__ import annotations

import pytest

from tests.parse.resumes import facts, period, value
from tests.parse.styled import TOP, Set, heading, parse

JOBS = [
    ("Engineer", "Ferrybird Payments", "2022-05/now"),
    ("Python Developer", "Rezerwo sp. z o.o.", "2019-02/2022-04"),
    ("Design Intern", "Studio Havn", "2017-07/2018-08"),
]


def entry(layout: str, title: str, employer: str, dates: str, place: str, text: str) -> list[Set | str]:
    big, bold = Set(title, size=1.6, bold=True, gap=True), Set(employer, bold=True)
    layouts: dict[str, list[Set | str]] = {
        "title above": [big, bold, dates, place, Set(text, gap=True)],
        "employer and place above": [
            Set(employer, size=1.2, bold=True, gap=True), Set(place, size=1.2, bold=True), dates,
            Set(title, size=1.2, bold=True, gap=True), text,
        ],
        "web address between": [
            Set(f"{employer}  {dates}", bold=True), f"https://{employer.split()[0].lower()}.example.com",
            Set(title, bold=True), text,
        ],
        "no bullets, set in": [
            Set(f"{employer}  {dates}", bold=True), Set(title, bold=True), Set("Highlights", bold=True),
            Set(f"{text}, up 5 % in 2019", indent=2.5), Set("Led a team of six", indent=2.5),
        ],
        "dates on the left": [Set(f"{dates}  {title}", bold=True), f"{employer}, {place}", f"• {text}"],
    }  # fmt: skip
    return layouts[layout]


LAYOUTS = (
    "title above", "employer and place above", "web address between", "no bullets, set in", "dates on the left",
)  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_three_jobs(layout: str) -> None:
    lines = [
        *entry(
            layout,
            "Engineer",
            "Ferrybird Payments",
            "May 2022 – Present",
            "Kraków, Poland",
            "Built the ledger",
        ),
        *entry(
            layout,
            "Python Developer",
            "Rezerwo sp. z o.o.",
            "Feb 2019 – Apr 2022",
            "Warsaw, Poland",
            "Wrote the API",
        ),
        *entry(layout, "Design Intern", "Studio Havn", "Jul 2017 – Aug 2018", "Oslo, Norway", "Drew icons"),
    ]
    resume = parse(*TOP, heading("Experience"), *lines, heading("Skills"), "Go, SQL")
    assert [facts(work) for work in resume.work] == JOBS
    if layout in {"title above", "employer and place above", "dates on the left"}:
        assert [value(work.location) for work in resume.work] == [
            "Kraków, Poland",
            "Warsaw, Poland",
            "Oslo, Norway",
        ]


def test_several_titles_under_one_employer_with_its_length() -> None:
    resume = parse(
        *TOP, heading("Experience"),
        Set("Norrsken Energi", size=1.3), "8 years 11 months",
        Set("Senior Data Engineer", size=1.15), "March 2021 - Present (5 years 9 months)",
        "Stockholm, Sweden", "Leads.",
        Set("Data Engineer", size=1.15), "January 2018 - March 2021 (3 years 3 months)",
        "Stockholm, Sweden", "Built.",
        Set("Vattenrike AB", size=1.3), Set("Developer", size=1.15), "August 2015 - December 2017", "Reports.",
    )  # fmt: skip
    assert [facts(work) for work in resume.work] == [
        ("Senior Data Engineer", "Norrsken Energi", "2021-03/now"),
        ("Data Engineer", "Norrsken Energi", "2018-01/2021-03"),
        ("Developer", "Vattenrike AB", "2015-08/2017-12"),
    ]


def test_an_employer_with_the_whole_period_above_its_titles() -> None:
    resume = parse(
        *TOP, heading("Experience"),
        "Cedar Fork Outfitters  Jan 2018 – Present",
        "Human Resources Manager  Apr 2020 – Present", "• Hires",
        "Recruiter  Jan 2018 – Mar 2020", "• Recruited",
    )  # fmt: skip
    assert [facts(work) for work in resume.work] == [
        ("Human Resources Manager", "Cedar Fork Outfitters", "2020-04/now"),
        ("Recruiter", "Cedar Fork Outfitters", "2018-01/2020-03"),
    ]


def test_one_undated_entry_of_volunteering() -> None:
    resume = parse(
        *TOP,
        heading("Volunteering"),
        Set("Lee Valley Men's Shed", size=1.2, bold=True),
        "Workshop Helper",
        "• Teaches",
    )
    assert [facts(work) for work in resume.volunteer] == [("Workshop Helper", "Lee Valley Men's Shed", None)]


def test_the_order_of_the_jobs_decides_where_words_are_silent() -> None:
    resume = parse(
        *TOP, heading("Experience"), Set("Harbor Grill LLC", bold=True), "Chef", "2018 – 2020", "• Ran the pass",
        Set("Blue Door Inc", bold=True), "Cook", "2015 – 2018", "• Cooked",
        heading("Volunteering"), Set("Pilsen Youth", bold=True), "Number Two", "2013 – 2015", "• Helped",
    )  # fmt: skip
    assert [facts(work)[:2] for work in resume.volunteer] == [("Number Two", "Pilsen Youth")]


def test_a_place_without_a_name_in_the_tables_stands_where_the_others_do() -> None:
    resume = parse(
        *TOP, heading("Experience"),
        "Site Manager, Havelbau GmbH, Berlin  2016 – 2020", "• Sewers",
        "Engineer, Lindner KG, Potsdam  2013 – 2016", "• Trams",
        "Trainee Surveyor, Planwerk Büro, Eberswalde  2012 – 2013", "• Plans",
    )  # fmt: skip
    assert [(value(work.employer), value(work.location)) for work in resume.work][-1] == (
        "Planwerk Büro",
        "Eberswalde",
    )


def test_stacked_years_are_a_period_and_a_school_may_wrap() -> None:
    resume = parse(
        *TOP, heading("Education"),
        Set("2015", bold=True), Set("2017", bold=True), Set("Cracow University of", size=1.2, bold=True),
        Set("Technology", size=1.2, bold=True), "Master of Science", "Computer Science",
        Set("2011", bold=True), Set("2015", bold=True), Set("Industrie- und", size=1.2, bold=True),
        Set("Handelskammer Leipzig", size=1.2, bold=True), "Geprüfter Logistikmeister", "Logistik",
    )  # fmt: skip
    found = [
        (value(x.institution), value(x.degree), value(x.area), period(x.dates)) for x in resume.education
    ]
    assert found == [
        ("Cracow University of Technology", "Master of Science", "Computer Science", "2015-00/2017-00"),
        ("Industrie- und Handelskammer Leipzig", "Geprüfter Logistikmeister", "Logistik", "2011-00/2015-00"),
    ]


def test_the_columns_names_of_a_table_are_no_degree() -> None:
    resume = parse(
        *TOP, heading("Education"), "Degree  Field  Institution  Year", "BSc  Physics  Lund University  2012"
    )
    assert [(value(x.institution), x.level) for x in resume.education] == [("Lund University", "bachelor")]


def test_a_title_over_two_lines() -> None:
    resume = parse(
        *TOP, heading("Experience"),
        Set("University of Glamorgan Vale — Lecturer in", size=1.1, block=5),
        Set("Physical Geography", size=1.1, block=5),
        "September 2019 – Present", "• Convenes two modules",
    )  # fmt: skip
    assert [facts(work)[:2] for work in resume.work] == [
        ("Lecturer in Physical Geography", "University of Glamorgan Vale")
    ]


def test_a_smaller_town_is_the_place_and_an_employers_name_where_nothing_else_is() -> None:
    resume = parse(
        *TOP, heading("Experience"),
        "Surveyor, Planwerk Büro, Eberswalde  2016 – 2020", "• Plans",
        "Night Porter, Old Swan  2012 – 2015", "• Looked after guests",
    )  # fmt: skip
    assert [(value(work.employer), value(work.location)) for work in resume.work] == [
        ("Planwerk Büro", "Eberswalde"),
        ("Old Swan", None),
    ]
